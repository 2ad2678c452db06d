"""Kinds of documents: what each calls itself, which class it is read as, how old versions come up.

A version is one integer. A newer one than is known is refused by name; an older one is brought up
step by step, one upcaster a step, before anything is checked.
"""

import importlib
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

import attrs

from integrationsplan._language import Wording
from integrationsplan.errors import UnknownNameError
from integrationsplan.serialization._declarations import refuse_undeclared
from integrationsplan.serialization._shapes import cached, fields_of

if TYPE_CHECKING:
    FORMATS: Mapping[type, tuple[str, int]]

__all__ = ["FORMATS", "DocumentKind", "Upcaster", "document_kind", "kind_named"]

_HEAD = ("format", "version")
"""Keys that every document has beside those of its class."""

D = TypeVar("D")
D_co = TypeVar("D_co", covariant=True)

Upcaster: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""Brings the content of a document, without format and version, from one version to the next."""


@attrs.frozen
class DocumentKind(Generic[D_co]):
    """A kind of document. Those shipped are found by their class; others are given where read.

    An upcaster is given what somebody sent, checked by nobody: it changes what it knows, leaves the
    rest as it is, and lets the reading say what is wrong.

    Attributes:
        document: The class that it is read as.
        format: What it calls itself.
        version: Its newest version.
        upcasters: One for each step, from version 1 to 2 first.

    Raises:
        ValueError: If there is not one upcaster for each step, the class or one that it holds is
            not made with `integrationsplan.model.model`, or it has a field called ``format`` or
            ``version``, which documents say of themselves.

    Example:
        >>> from integrationsplan.values import Period
        >>> def renamed(content):
        ...     return {("start" if key == "from" else key): v for key, v in content.items()}
        >>> kind = DocumentKind(Period, "example/period", version=2, upcasters=(renamed,))
        >>> from integrationsplan import from_mapping
        >>> old = {"format": "example/period", "version": 1, "from": "2018-01-01"}
        >>> from_mapping(old, kind).start
        datetime.date(2018, 1, 1)
    """

    document: type[D_co]
    format: str
    version: int = 1
    upcasters: tuple[Upcaster, ...] = ()

    @property
    def is_shipped(self) -> bool:
        """Whether it is one of the library's own kinds."""
        document = self.document
        _, format_name = _SHIPPED.get(document.__name__, ("", ""))
        is_ours = document.__module__.startswith("integrationsplan.")
        return is_ours and self.format == f"integrationsplan/{format_name}"

    def __attrs_post_init__(self) -> None:
        if len(self.upcasters) != self.version - 1:
            steps = self.version - 1
            raise ValueError(f"{self.format}: {steps} steps, but {len(self.upcasters)} upcasters")
        if self.is_shipped:
            return  # checked by our own tests; to look through every class takes time
        if not _matches_format(self.format) or self.format.startswith("integrationsplan/"):
            raise ValueError(
                f"{self.format!r} is no name of a format of your own: write two names of small "
                "letters, digits and '-' with a slash between, such as 'example/visit'"
            )
        refuse_undeclared(self.document, set())
        for field in fields_of(self.document):
            if field.name in _HEAD:
                raise ValueError(
                    f"{self.format}: a field cannot be called {field.name!r}, which is what the "
                    "document says of itself"
                )


_matches_format = re.compile("[a-z][a-z0-9-]{0,63}/[a-z][a-z0-9-]{0,63}", re.ASCII).fullmatch


_KIND = Wording("kind of document", "Art von Dokument")

_SHIPPED: Mapping[str, tuple[str, str]] = {
    "IntegrationPlan": ("plan", "plan"),
    "PlanView": ("plan", "plan-view"),
    "AccessExport": ("plan", "access"),
    "DeletionReceipt": ("history", "deletion-receipt"),
    "IntegrationConcept": ("concept", "concept"),
    "IntegrationNetwork": ("concept", "network"),
    "IndicatorReport": ("monitoring", "indicator-report"),
    "Programme": ("allocation", "programme"),
    "Trace": ("allocation", "trace"),
    "Statement": ("allocation", "allocation"),
    "RecipientList": ("allocation", "recipients"),
    "FundingProgramme": ("funding", "funding-programme"),
    "GeneralTerms": ("funding", "general-terms"),
    "Application": ("funding", "application"),
    "Grant": ("funding", "grant"),
    "ProofOfUse": ("funding", "proof-of-use"),
}
"""Package and format of the classes that are documents. All stand at version 1 until the first
release; their packages are imported when somebody asks, for a plan needs no allocation."""


def document_kind(document: "type[D] | DocumentKind[D]") -> DocumentKind[D]:
    """Return the kind of document that a class is.

    Raises:
        UnknownNameError: If the class is none.
    """
    if isinstance(document, DocumentKind):
        return document
    given: object = document
    if not isinstance(given, type):
        raise UnknownNameError(_KIND, type(given).__name__, _SHIPPED)
    return _shipped_kind(document)


@cached
def _shipped_kind(document: type[D]) -> DocumentKind[D]:
    name = getattr(document, "__name__", "?")
    if name in _SHIPPED:
        package, format_name = _SHIPPED[name]
        home = importlib.import_module(f"integrationsplan.{package}")
        if document is getattr(home, name):
            return DocumentKind(document, f"integrationsplan/{format_name}")
    raise UnknownNameError(_KIND, name, _SHIPPED)


def kind_named(format: object) -> DocumentKind[Any] | None:
    """Return the shipped kind of document of a format, or nothing."""
    for name, (package, format_name) in _SHIPPED.items():
        if format == f"integrationsplan/{format_name}":
            return document_kind(
                getattr(importlib.import_module(f"integrationsplan.{package}"), name)
            )
    return None


def __getattr__(name: str) -> Any:  # the table of all kinds, which needs all packages
    if name != "FORMATS":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    kinds = [kind_named(f"integrationsplan/{format_name}") for _, format_name in _SHIPPED.values()]
    table = MappingProxyType(
        {kind.document: (kind.format, kind.version) for kind in kinds if kind is not None}
    )
    globals()[name] = table
    return table
