"""Documents from files: what a document is, it says itself."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from integrationsplan._language import Language, Wording
from integrationsplan.cli._files import read_file, suffix_of
from integrationsplan.cli._speaking import shown
from integrationsplan.errors import DocumentError
from integrationsplan.plan import AccessExport, IntegrationPlan, PlanView
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.serialization import (
    DEFAULT_BOUNDS,
    FORMATS,
    Bounds,
    Decoder,
    from_json,
    from_toml,
)
from integrationsplan.serialization import _problems as problem_kinds
from integrationsplan.serialization._scan import parse_json

KINDS: Mapping[str, type] = MappingProxyType(
    {name.rpartition("/")[2]: kind for kind, (name, _) in FORMATS.items()}
)
"""The kinds of documents by their short names, such as ``plan``."""

BY_LINE = ProblemKind(
    "documents_by_line",
    found=Wording("several documents, one a line", "mehrere Dokumente, je Zeile eines"),
    allowed=Wording("one JSON object", "ein JSON-Objekt"),
    remedy=Wording(
        "Take out the line that is meant; validate and verify read all of them with --lines.",
        "Die gemeinte Zeile herausnehmen; validate und verify lesen mit --lines alle.",
    ),
)
_SAID_OF_LINES = frozenset(
    {problem_kinds.NOT_JSON, problem_kinds.TOO_BIG, problem_kinds.TOO_MANY_VALUES}
)
"""What a loader finds wrong with documents by line that it takes for one document."""

_finds_format = re.compile(rb'"?format"?[ \t\r\n]*[:=][ \t\r\n]*"integrationsplan/([a-z-]+)"')


def read_document(
    path: str, kinds: Sequence[str], language: Language, *, bounds: Bounds = DEFAULT_BOUNDS
) -> Any:  # one of the kinds
    """Read a file that holds a document of one of some kinds.

    Raises:
        DocumentError: If the document is refused; it is named by its path.
        Failure: If the file cannot be read.
    """
    data = read_file(path, bounds.json_bytes, language)
    try:
        return parse_document(data, path, kinds, bounds=bounds)
    except DocumentError as error:
        raise DocumentError(shown(path), error.problems) from None


def parse_document(
    data: bytes,
    path: str,
    kinds: Sequence[str],
    *,
    bounds: Bounds = DEFAULT_BOUNDS,
    decoder: Decoder | None = None,
) -> Any:  # one of the kinds
    """Read a document of one of some kinds.

    Args:
        data: Its bytes.
        path: Where they come from; the end of the name may say that it is TOML.
        kinds: Short names of the kinds that are welcome.
        bounds: How large it may be.
        decoder: The decoder of JSON; by default the best that is installed.

    Raises:
        DocumentError: If it is refused.
    """
    is_toml = suffix_of(path) == ".toml"

    def read(kind: str) -> Any:  # a document of the kind
        if is_toml:
            return from_toml(data, KINDS[kind], bounds=bounds)
        return from_json(data, KINDS[kind], bounds=bounds, decoder=decoder)

    told = format_in(data)
    first = told if told is not None and told in kinds else kinds[0]
    try:
        return read(first)
    except DocumentError as error:
        if not is_toml and _holds_lines(data, error, bounds):
            raise DocumentError(shown(path), [BY_LINE.at()]) from None
        problem = about_format(error)
        if problem is None or len(kinds) == 1:
            raise
    if problem.code != "missing_key":
        named = _named(data, is_toml=is_toml)
        if named is not None and named in kinds and named != first:
            return read(named)
        names = sorted(FORMATS[KINDS[kind]][0] for kind in kinds)
        problem = problem.kind.at("/format", format=", ".join(names))
    # Of a document that does not say what it is, nothing else can be said.
    raise DocumentError(shown(path), [problem])


def _holds_lines(data: bytes, error: DocumentError, bounds: Bounds) -> bool:
    """Tell whether a refused document is several: an object in the first line, and then more."""
    if not _SAID_OF_LINES.intersection(problem.kind for problem in error.problems):
        return False
    first, _, rest = data.lstrip().partition(b"\n")
    if not rest.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(parse_json(first, "", bounds), dict)
    except DocumentError:
        return False


def _named(data: bytes, *, is_toml: bool) -> str | None:
    """Return the kind that a document names for which the loader has found only that to be wrong.

    It has its syntax, size and depth from there; numbers are not even read here.
    """
    try:
        text = data.decode("utf-8")
        found: Any = (
            tomllib.loads(text, parse_float=_nothing)
            if is_toml
            else json.loads(text, parse_int=_nothing, parse_float=_nothing, parse_constant=_nothing)
        )
    except (ValueError, RecursionError):
        return None
    name = found.get("format") if isinstance(found, dict) else None
    return next((kind for kind, cls in KINDS.items() if FORMATS[cls][0] == name), None)


def _nothing(_: str) -> None:
    return None


def format_in(data: bytes) -> str | None:
    """Return the kind that bytes seem to name: a guess of what to try first, and nothing more."""
    found = _finds_format.search(data)
    kind = found[1].decode() if found else None
    return kind if kind in KINDS else None


def kind_of(document: object) -> str:
    """Return the short name of the kind of a document."""
    return FORMATS[type(document)][0].rpartition("/")[2]


def plan_in(document: IntegrationPlan | PlanView | AccessExport) -> IntegrationPlan:
    """Return the plan that a document is or holds."""
    if isinstance(document, PlanView):
        return document.document
    return document.plan if isinstance(document, AccessExport) else document


def about_format(error: DocumentError) -> Problem | None:
    """Return what is wrong with the format that the document names, if that is wrong."""
    return next((p for p in error.problems if p.pointer == "/format"), None)
