"""How classes of one's own are declared, so that they are checked, read and written as ours are.

A class is a plain class with annotated fields; the decorator makes it frozen, slotted and
keyword-only, and checks every value when an object is made. Constraints stand in the annotation:
lengths and bounds from `annotated_types`, patterns and clean texts from here.
"""

from integrationsplan._model import AWARE, PLAIN, PLAIN_LINES, Pattern, model

__all__ = ["AWARE", "PLAIN", "PLAIN_LINES", "Pattern", "model"]
