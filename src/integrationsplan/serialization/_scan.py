"""What is looked at before a parser sees a document: size, encoding, depth, length of keys.

Parsers differ in the depth that they bear, and some take quadratic time; here the verdict is the
same on every version and at every depth of the caller's stack. Each scan is linear and runs in C.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan.errors import DocumentError
from integrationsplan.problems import Problem, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import Bounds

# One that does not end is taken whole, too: each character is read once, forward.
# Without alternatives in the group: CPython before 3.11.5 loses its way in those (gh-106052).
_TEXTS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
_AS_SQUARE = bytes.maketrans(b"{}", b"[]")
MOST_DIGITS = 18
"""Digits of a whole number of any document."""

_NO_BRACKETS = bytes(code for code in range(256) if chr(code) not in "[]{}")


class RepeatedKeys(dict[str, Any]):
    """An object of a JSON document in which keys stand twice."""

    repeated: tuple[str, ...] = ()


class Number:
    """A number that is not even read.

    Attributes:
        text: How it was sent.
    """

    def __init__(self, text: str) -> None:
        self.text = text


class HugeNumber(Number):
    """A whole number of too many digits.

    Attributes:
        text: How it was sent.
        most: How many digits are allowed.
    """

    def __init__(self, text: str, most: int) -> None:
        super().__init__(text)
        self.most = most


class Floating(Number):
    """A number with a fraction or an exponent: nowhere allowed, never computed."""


def refuse(attempt: str | Wording, problems: Iterable[Problem], bounds: Bounds) -> DocumentError:
    """Make the error of a refused document; a flood of problems is cut and counted."""
    distinct = dict.fromkeys(problems)
    found = [problem for problem in distinct if problem.kind is not kinds.TOO_MANY_PROBLEMS]
    cut = [problem for problem in distinct if problem.kind is kinds.TOO_MANY_PROBLEMS]
    more = sum(int(str(problem.params["count"])) for problem in cut)
    more += max(0, len(found) - bounds.problems)
    found = found[: bounds.problems]
    if more:
        found.append(kinds.TOO_MANY_PROBLEMS.at(count=more))
    return DocumentError(attempt, found)


def decode(
    data: bytes | bytearray | memoryview | str, most: int, attempt: str | Wording, bounds: Bounds
) -> str:
    """Return the text of a document within its size.

    Raises:
        DocumentError: If it is too big or no UTF-8.
    """
    if len(data) > most:
        raise refuse(attempt, [kinds.TOO_BIG.at(size=len(data), most=most)], bounds)
    try:
        content = data.encode("utf-8") if isinstance(data, str) else bytes(data)
        if len(content) <= most:
            return data if isinstance(data, str) else content.decode("utf-8")
        problem = kinds.TOO_BIG.at(size=len(content), most=most)
    except UnicodeError:
        problem = kinds.NOT_UTF8.at()
    # Raised out here: the error of the codec holds the whole document and must not hang on ours.
    raise refuse(attempt, [problem], bounds)


def parse_json(data: bytes | str, attempt: str | Wording, bounds: Bounds) -> Any:  # any JSON
    """Parse a JSON document within bounds; repeated keys are marked.

    Raises:
        DocumentError: If it is too big, too deep, no UTF-8 or no JSON.
    """
    text = decode(data, bounds.json_bytes, attempt, bounds)
    if text.startswith("\ufeff"):
        raise refuse(attempt, [kinds.BYTE_ORDER_MARK.at()], bounds)
    content = text.encode()
    if not nests_little(content, bounds.depth):
        raise refuse(attempt, [kinds.TOO_DEEP.at(most=bounds.depth)], bounds)
    if not holds_few(content, bounds.values):
        raise refuse(attempt, [kinds.TOO_MANY_VALUES.at(most=bounds.values)], bounds)
    try:
        parsed = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=lambda digits: _integer(digits, bounds.integer_digits),
            parse_float=Floating,
            parse_constant=Floating,
        )
    except json.JSONDecodeError as error:
        position = error.pos + 1
    except RecursionError:
        raise refuse(attempt, [kinds.TOO_DEEP.at(most=bounds.depth)], bounds) from None
    else:
        return parsed
    raise refuse(attempt, [kinds.NOT_JSON.at(position=position)], bounds)


def parse_json_quickly(text: str) -> Any:  # any JSON
    """Parse JSON of which is known that it nests little; of keys that stand twice the last is kept.

    Raises:
        ValueError: If it is no JSON, or a whole number has too many digits.
    """
    return json.loads(text, parse_int=_short_integer)


def keys_of(data: bytes) -> int:
    """Count the keys in JSON.

    Without blanks each key is a ``":``. Texts may hold more of these, never fewer: whoever finds as
    many keys in what was parsed has lost none.
    """
    return data.translate(None, b" \t\n\r").count(b'":')


def nests_little(data: bytes, most: int) -> bool:
    """Tell whether the brackets of JSON stand at most so deep inside one another."""
    return _openings(data) <= most or not is_deep(_without_texts(data), most)


def holds_few(data: bytes, most: int) -> bool:
    """Tell whether JSON holds at most so many values: in a container one comes after each comma."""
    if len(data) < 2 * most or _openings(data) + data.count(b",") < most:
        return True
    bare = _without_texts(data)
    return _openings(bare) + bare.count(b",") < most


def _openings(data: bytes) -> int:
    return data.count(b"[") + data.count(b"{")


def _without_texts(data: bytes) -> bytes:
    """Return JSON without what stands between quotes."""
    # As text, because joining bytes takes ten times the memory of what is joined.
    return _TEXTS.sub("", data.decode("latin-1")).encode("latin-1")


def is_deep(bare: bytes, most: int) -> bool:
    """Tell whether the brackets of text without strings stand deeper inside one another."""
    # Of which sort they are does not matter here; whether they fit, the parser tells.
    brackets = bare.translate(_AS_SQUARE, _NO_BRACKETS)
    # Every round takes away the innermost pairs: so many rounds, so many levels. What remains
    # after that is deep, or unbalanced.
    for _ in range(most):
        smaller = brackets.replace(b"[]", b"")
        if len(smaller) == len(brackets):
            break
        brackets = smaller
    return brackets.count(b"[") > most or b"[]" in brackets


def refuse_deep(data: object, attempt: str | Wording, bounds: Bounds) -> None:
    """Refuse data whose containers stand too deep inside one another, or inside themselves.

    Containers that stand in several places count in each: a short list of lists of one list may
    stand for millions of values.

    Raises:
        DocumentError: If they do, or if there are too many.
    """
    level: list[Any] = [data]
    for _ in range(bounds.depth):
        inside: dict[int, Any] = {}
        for container in level:
            if isinstance(container, dict | list | tuple):
                items = container.values() if isinstance(container, dict) else container
                inside |= {id(i): i for i in items if isinstance(i, dict | list | tuple)}
        if not inside:
            break
        level = list(inside.values())
    else:
        raise refuse(attempt, [kinds.TOO_DEEP.at(most=bounds.depth)], bounds)
    if _values_in(data, {}) > bounds.values:
        raise refuse(attempt, [kinds.TOO_MANY_VALUES.at(most=bounds.values)], bounds)


def _values_in(data: object, counted: dict[int, int]) -> int:
    """Return how many values data stand for that nest little; each container is looked at once."""
    if not isinstance(data, dict | list | tuple):
        return 1
    if id(data) not in counted:
        items = data.values() if isinstance(data, dict) else data
        counted[id(data)] = 1 + sum(_values_in(item, counted) for item in items)
    return counted[id(data)]


def refuse_large(data: object, attempt: str | Wording, bounds: Bounds) -> None:
    """Refuse data that nest little where a text is too long or a container has too many items.

    The model has limits of its own for all that it knows; these here are for narrower ones, and for
    what it does not know.

    Raises:
        DocumentError: If there are any.
    """
    problems = list(_problems_of_size(data, "", bounds))
    if problems:
        raise refuse(attempt, problems, bounds)


def _problems_of_size(data: object, pointer: str, bounds: Bounds) -> Iterator[Problem]:
    if isinstance(data, str):
        if len(data) > bounds.text:
            yield general.TOO_LONG.at(pointer, length=len(data), most=bounds.text)
    elif isinstance(data, dict | list | tuple):
        if len(data) > bounds.items:
            yield general.TOO_MANY.at(pointer, length=len(data), most=bounds.items)
            return
        for key, item in data.items() if isinstance(data, dict) else enumerate(data):
            place = f"{pointer}/{escape_token(key)}"
            if isinstance(key, str):
                yield from _problems_of_size(key, place, bounds)
            yield from _problems_of_size(item, place, bounds)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    marked = RepeatedKeys(found)
    seen: set[str] = set()
    repeated = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
    marked.repeated = tuple(dict.fromkeys(repeated))
    return marked


def _short_integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS + 1:  # with a sign
        raise ValueError
    return int(digits)


def _integer(digits: str, most: int) -> int | HugeNumber:
    return int(digits) if len(digits.lstrip("-")) <= most else HugeNumber(digits, most)
