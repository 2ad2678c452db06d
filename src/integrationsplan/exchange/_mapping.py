"""What becomes of each field of ours in a format of others: the row that all such tables share."""

import attrs

from integrationsplan._language import Wording

__all__ = ["MappingRow"]


@attrs.frozen(kw_only=True)
class MappingRow:
    """One field of ours, and where it goes.

    Attributes:
        source: Our field, as ``Class.field``; an argument of the function as ``argument name``.
        target: Where it stands in the other format; None if it is lost.
        note: How it is translated, or why it is lost, in both languages.
    """

    source: str
    target: str | None
    note: Wording
