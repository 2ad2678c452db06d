"""How every class of the model is declared: a type with constraints, checked by generated code.

`model` is the decorator, `_specs` reads a field's type, `_constraints` holds what a type alone
cannot say. From the same declarations come the check at construction and the check of documents.
"""

from integrationsplan._model._constraints import (
    AWARE,
    PLAIN,
    PLAIN_LINES,
    Label,
    Pattern,
    RefersTo,
)
from integrationsplan._model._decorator import evolve, model
from integrationsplan._model._fields import FieldSpec, field_specs
from integrationsplan._model._frozenmap import FrozenMap
from integrationsplan._model._specs import Spec, describe_value, spec_of

__all__ = [
    "AWARE",
    "PLAIN",
    "PLAIN_LINES",
    "FieldSpec",
    "FrozenMap",
    "Label",
    "Pattern",
    "RefersTo",
    "Spec",
    "describe_value",
    "evolve",
    "field_specs",
    "model",
    "spec_of",
]
