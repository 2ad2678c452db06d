"""What FHIR and PROV share: ids made from ids, moments as both read them, the plan of a view."""

import datetime as dt
import uuid
from typing import Any

from integrationsplan._language import Wording
from integrationsplan._model import describe_value
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError
from integrationsplan.history import RevisedDocument, View
from integrationsplan.problems import WRONG_TYPE

__all__ = ["URN", "document_of", "moment_text", "uuid_of"]

URN = "urn:integrationsplan:"
"""The beginning of every name that is ours. Nobody has registered it; it is stable."""

NAMESPACE = uuid.UUID("4e51503e-06f3-40ee-9046-b0a278903298")
"""The namespace of ids. Never to change: receivers know resources by these ids."""

_FARTHEST = dt.timedelta(hours=14)


def uuid_of(*names: str) -> str:
    """Return the id of something: the same for the same names, and made from ids alone."""
    return str(uuid.uuid5(NAMESPACE, " ".join(names)))


def moment_text(moment: dt.datetime) -> str:
    """Write a moment as XML Schema and FHIR have it.

    Both know offsets of up to 14 hours; a moment with a larger one is said in UTC.

    Raises:
        DateOutOfRangeError: If it lies outside the years 1 to 9999 in UTC.
    """
    offset = moment.utcoffset() or dt.timedelta()
    if abs(offset) <= _FARTHEST:
        return moment.isoformat()
    try:
        return moment.astimezone(dt.UTC).isoformat()
    except OverflowError:
        raise DateOutOfRangeError(moment.date(), "its offset from UTC") from None


def document_of(given: Any, wanted: type[Any], what: str) -> Any:
    """Return a document, or that of a view.

    Args:
        given: The document or the view.
        wanted: The class that the document must have.
        what: What is called with it.

    Raises:
        InvalidValueError: If it is neither.
    """
    found: object = given.document if isinstance(given, View) else given
    if isinstance(found, wanted) and isinstance(found, RevisedDocument):
        return found
    allowed = Wording("a plan or a view of one", "ein Plan oder eine Sicht auf einen")
    problem = WRONG_TYPE.at("", found=describe_value(given), allowed=allowed)
    raise InvalidValueError(what, [problem])
