"""Constraints of single values beyond their type, and labels of fields.

Lengths and bounds use the vocabulary of `annotated_types`; here stand those it lacks. Every
constraint yields the source of a fast test, used in generated code, and a slow diagnosis, used when
the fast test has failed.
"""

import datetime as dt
import operator
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import annotated_types as at
import attrs

from integrationsplan import problems as kinds
from integrationsplan._language import Language, Wording
from integrationsplan.problems import Problem, ProblemKind

COMBINING_RUN = 30
"""Most combining marks in a row: the Stream-Safe limit of Unicode Standard Annex #15."""

FIRST_COMBINING = "\u0300"

# C0 and C1 controls except tab and line feed; bidirectional controls; zero width; surrogates;
# the non-characters that no text should carry. Escapes only: the source stays free of them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


@attrs.frozen
class Label:
    """What a field or a class is called in a sentence or a table.

    Example:
        >>> Label("due on", "fällig am").in_language("de")
        'fällig am'
    """

    en: str
    de: str

    def in_language(self, language: Language) -> str:
        """Return the label in ``language``."""
        return self.de if language == "de" else self.en


@attrs.frozen
class Pattern:
    """A text must match ``regex`` as a whole; ``en`` and ``de`` say so to people.

    Patterns are ASCII and match in linear time.
    """

    regex: str
    en: str
    de: str


@attrs.frozen
class Plain:
    """A text must be clean: NFC, no controls, no invisible or surrogate characters."""


@attrs.frozen
class Aware:
    """A moment must carry its offset from UTC, in whole minutes."""


PLAIN = Plain()
AWARE = Aware()


def plain_problem(value: str) -> Problem | None:
    """Return what keeps a text from being plain, or nothing.

    The order matters: normalisation is only ever asked of text whose runs of combining marks are
    short, because it takes quadratic time otherwise.
    """
    if value.isascii() and value.isprintable():
        return None
    forbidden = _FORBIDDEN.search(value)
    if forbidden:
        return kinds.NOT_PLAIN.at(position=forbidden.start() + 1)
    if not value.isascii() and (
        _longest_combining_run(value) > COMBINING_RUN or not unicodedata.is_normalized("NFC", value)
    ):
        return kinds.NOT_NFC.at()
    return None


def aware_problem(value: dt.datetime) -> Problem | None:
    """Return what keeps a moment from being aware, or nothing."""
    offset = value.utcoffset()
    if offset is None or offset % dt.timedelta(minutes=1):
        return kinds.NAIVE_MOMENT.at()
    return None


@attrs.frozen
class Test:
    """One constraint made ready: source of a fast test over ``{v}``, and the diagnosis."""

    source: str
    names: dict[str, object]
    diagnose: Callable[[Any], Problem | None]


def compile_constraint(constraint: object, *, is_text: bool, prefix: str) -> list[Test]:
    """Turn one piece of `typing.Annotated` metadata into tests; labels give none.

    Raises:
        TypeError: If the metadata is of an unknown kind (a mistake in a declaration).
    """
    if isinstance(constraint, Pattern):
        matches = re.compile(constraint.regex, re.ASCII).fullmatch
        form = Wording(constraint.en, constraint.de)
        name = f"{prefix}_matches"
        return [
            Test(
                f"{name}({{v}}) is not None",
                {name: matches},
                lambda value: (
                    None if matches(value) else kinds.WRONG_FORM.at(length=len(value), form=form)
                ),
            )
        ]
    if isinstance(constraint, Plain):
        source = "({v}.isascii() and {v}.isprintable() or plain_problem({v}) is None)"
        return [Test(source, {"plain_problem": plain_problem}, plain_problem)]
    if isinstance(constraint, Aware):
        return [Test("aware_problem({v}) is None", {"aware_problem": aware_problem}, aware_problem)]
    if isinstance(constraint, at.GroupedMetadata):
        return [
            test
            for part in constraint
            for test in compile_constraint(part, is_text=is_text, prefix=prefix)
        ]
    if isinstance(constraint, at.MinLen):
        least = constraint.min_length
        return [
            Test(
                f"len({{v}}) >= {least}",
                {},
                lambda value: (
                    None
                    if len(value) >= least
                    else kinds.TOO_SHORT.at(length=len(value), least=least)
                ),
            )
        ]
    if isinstance(constraint, at.MaxLen):
        most = constraint.max_length
        kind = kinds.TOO_LONG if is_text else kinds.TOO_MANY
        return [
            Test(
                f"len({{v}}) <= {most}",
                {},
                lambda value: None if len(value) <= most else kind.at(length=len(value), most=most),
            )
        ]
    if isinstance(constraint, Label):
        return []
    return [_compile_bound(constraint)]


_BOUNDS: tuple[tuple[type, str, str, Callable[[Any, Any], bool], ProblemKind], ...] = (
    (at.Ge, "ge", ">=", operator.ge, kinds.TOO_SMALL),
    (at.Gt, "gt", ">", operator.gt, kinds.TOO_SMALL),
    (at.Le, "le", "<=", operator.le, kinds.TOO_LARGE),
    (at.Lt, "lt", "<", operator.lt, kinds.TOO_LARGE),
)


def _compile_bound(constraint: object) -> Test:
    for bound_type, attribute, sign, holds, kind in _BOUNDS:
        if isinstance(constraint, bound_type):
            return _bound_test(getattr(constraint, attribute), sign, holds, kind)
    raise TypeError(f"unknown constraint in a declaration: {constraint!r}")


def _bound_test(
    bound: int, sign: str, holds: Callable[[Any, Any], bool], kind: ProblemKind
) -> Test:
    problem = kind.at(bound=f"{sign} {bound}")
    return Test(
        f"{{v}} {sign} {bound!r}", {}, lambda value: None if holds(value, bound) else problem
    )


def _longest_combining_run(value: str) -> int:
    if max(value) < FIRST_COMBINING:
        return 0
    longest = run = 0
    for character in value:
        run = run + 1 if unicodedata.combining(character) else 0
        longest = max(longest, run)
    return longest
