"""Constraints of single values beyond their type, and labels of fields.

Lengths and bounds use the vocabulary of `annotated_types`; here stand those it lacks. Every
constraint yields the source of a fast test, used in generated code, and a slow diagnosis, used when
the fast test has failed.
"""

import datetime as dt
import functools
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

ONE_MINUTE = dt.timedelta(minutes=1)

COMBINING_RUN = 30
"""Most combining marks in a row: the Stream-Safe limit of Unicode Standard Annex #15."""

# What no text may hold: controls, soft hyphen, bidirectional and zero-width characters, line and
# paragraph separators, annotation marks, tags, surrogates, non-characters. Escapes only: the source
# stays free of them. Tab and line feed are allowed where a text may have lines.
_INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
)


@functools.cache
def _find_forbidden(*, lines: bool) -> Callable[[str], re.Match[str] | None]:
    """Return the search for what no text may hold; few texts need it, and it is slow to make."""
    also = "" if lines else "\t\n"
    return re.compile(f"[{also}{_INVISIBLE}]").search


# Most texts in Latin letters: nothing in them combines or is invisible, so they are in NFC.
_western_line = re.compile("[ -~\xa0-\xac\xae-\u02ff]*").fullmatch
_western_lines = re.compile("[\t\n -~\xa0-\xac\xae-\u02ff]*").fullmatch


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


@attrs.frozen(init=False)
class RefersTo:
    """A text is the id of another entry of the same document, of one of these kinds.

    Whether that entry is there is for reviews to say: a draft may be incomplete.

    Example:
        >>> RefersTo("goal").kinds
        ('goal',)
    """

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


@attrs.frozen
class Pattern:
    """A text must match ``regex`` as a whole; ``en`` and ``de`` say so to people.

    Patterns are ASCII, match in linear time and never match a line feed.
    """

    regex: str
    en: str
    de: str


@attrs.frozen
class Plain:
    """A text must be clean: NFC, not blank, no controls, no invisible or surrogate characters.

    With ``lines`` it may have tabs and line feeds.
    """

    lines: bool = False


@attrs.frozen
class Charset:
    """A text may hold certain characters only; ``diagnose`` tells of the first other one.

    It takes time in proportion to the length, whatever the text.
    """

    diagnose: Callable[[str], Problem | None]


@attrs.frozen
class Aware:
    """A moment must carry a fixed offset from UTC, in whole minutes.

    No time zone: two moments of one zone are compared by their wall clock, which is wrong in the
    hour that comes twice in autumn.
    """


PLAIN = Plain()
PLAIN_LINES = Plain(lines=True)
AWARE = Aware()


def plain_problem(value: str, *, lines: bool = False) -> Problem | None:
    """Return what keeps a text from being plain, or nothing.

    The order matters: normalisation is only ever asked of text whose runs of combining marks are
    short, because it takes quadratic time otherwise.
    """
    if value.isspace():
        return kinds.BLANK.at()
    # Nothing that is forbidden is printable: what is need not be looked at any closer.
    forbidden = None if value.isprintable() else _find_forbidden(lines=lines)(value)
    if forbidden:
        return kinds.NOT_PLAIN.at(position=forbidden.start() + 1)
    if not value.isascii() and (
        _has_long_combining_run(value) or not unicodedata.is_normalized("NFC", value)
    ):
        return kinds.NOT_NFC.at()
    return None


def aware_problem(value: dt.datetime) -> Problem | None:
    """Return what keeps a moment from being aware, or nothing."""
    offset = value.utcoffset()
    if type(value.tzinfo) is not dt.timezone or offset is None or offset % ONE_MINUTE:
        return kinds.NAIVE_MOMENT.at()
    return None


def fixed(value: Any) -> Any:
    """Return the same moment with the fixed offset that it has in its time zone.

    What is no moment of a time zone is returned as it is, for the constructor to refuse.
    """
    if type(value) is not dt.datetime or type(value.tzinfo) is dt.timezone:
        return value
    offset = value.utcoffset()
    if offset is None:
        return value
    return value.replace(tzinfo=dt.timezone(offset), fold=0)


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
        return [_plain_test(constraint)]
    if isinstance(constraint, Aware | Charset):
        diagnose = aware_problem if isinstance(constraint, Aware) else constraint.diagnose
        name = f"{prefix}_problem"
        return [Test(f"{name}({{v}}) is None", {name: diagnose}, diagnose)]
    if isinstance(constraint, at.Len) and constraint.min_length and constraint.max_length:
        # Both ends in one comparison: the commonest constraint of all is worth it.
        least, most = constraint.min_length, constraint.max_length
        lower, upper = (
            compile_constraint(end, is_text=is_text, prefix=prefix)[0]
            for end in (at.MinLen(least), at.MaxLen(most))
        )
        within = attrs.evolve(lower, source=f"{least} <= len({{v}}) <= {most}")
        return [within, attrs.evolve(upper, source="True")]
    if isinstance(constraint, at.Len | at.Interval):
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
    if isinstance(constraint, Label | RefersTo):
        return []
    return [_compile_bound(constraint, prefix)]


def _plain_test(constraint: Plain) -> Test:
    diagnose = functools.partial(plain_problem, lines=constraint.lines)
    suffix = "lines" if constraint.lines else "line"
    source = (
        f"(not {{v}}.isspace() and ({{v}}.isascii() and {{v}}.isprintable()"
        f" or western_{suffix}({{v}}) is not None or plain_{suffix}({{v}}) is None))"
    )
    names: dict[str, object] = {
        f"western_{suffix}": _western_lines if constraint.lines else _western_line,
        f"plain_{suffix}": diagnose,
    }
    return Test(source, names, diagnose)


_BOUNDS: tuple[tuple[type, str, Callable[[Any, Any], bool], str, Wording, ProblemKind], ...] = (
    (at.Ge, "ge", operator.ge, ">=", Wording("at least", "mindestens"), kinds.TOO_SMALL),
    (at.Gt, "gt", operator.gt, ">", Wording("more than", "mehr als"), kinds.TOO_SMALL),
    (at.Le, "le", operator.le, "<=", Wording("at most", "höchstens"), kinds.TOO_LARGE),
    (at.Lt, "lt", operator.lt, "<", Wording("less than", "weniger als"), kinds.TOO_LARGE),
)


def _compile_bound(constraint: object, prefix: str) -> Test:
    for bound_type, attribute, holds, sign, words, kind in _BOUNDS:
        if isinstance(constraint, bound_type):
            bound = getattr(constraint, attribute)
            problem = kind.at(bound=Wording(f"{words.en} {bound}", f"{words.de} {bound}"))
            name = f"{prefix}_{attribute}"  # one prefix serves both ends of an interval
            return Test(f"{{v}} {sign} {name}", {name: bound}, _outside(holds, bound, problem))
    raise TypeError(f"unknown constraint in a declaration: {constraint!r}")


def _outside(
    holds: Callable[[Any, Any], bool], bound: object, problem: Problem
) -> Callable[[Any], Problem | None]:
    return lambda value: None if holds(value, bound) else problem


def _has_long_combining_run(value: str) -> bool:
    # Some character of each run that is too long stands at one of these places.
    if not any(map(unicodedata.combining, value[COMBINING_RUN :: COMBINING_RUN + 1])):
        return False
    run = 0
    for character in value:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > COMBINING_RUN:
            return True
    return False
