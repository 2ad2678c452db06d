"""What is looked at before a parser sees a document: size, encoding, depth, length of keys.

Parsers differ in the depth that they bear, and some take quadratic time; here the verdict is the
same on every version and at every depth of the caller's stack. Each scan is linear and runs in C.
"""

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from integrationsplan.errors import DocumentError
from integrationsplan.problems import Problem
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import Bounds

_JSON_STRINGS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_TOML_STRINGS = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''.*?'''"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*",
    re.DOTALL,
)
_NO_BRACKETS = {code: None for code in range(128) if chr(code) not in "[]{}"}


class RepeatedKeys(dict[str, Any]):
    """An object of a JSON document in which keys stand twice."""

    repeated: tuple[str, ...] = ()


class HugeNumber:
    """A number that is not even read: too many digits, or no whole number."""

    def __init__(self, length: int, most: int) -> None:
        self.length = length
        self.most = most


class Floating:
    """A number with a fraction or an exponent: nowhere allowed, never computed."""


def refuse(attempt: str, problems: Iterable[Problem], bounds: Bounds) -> DocumentError:
    """Make the error of a refused document; a flood of problems is cut and counted."""
    found = list(dict.fromkeys(problems))
    more = len(found) - bounds.problems
    if more > 0:
        found = [*found[: bounds.problems], kinds.TOO_MANY_PROBLEMS.at(count=more)]
    return DocumentError(attempt, found)


def decode(data: bytes | str, most: int, attempt: str, bounds: Bounds) -> str:
    """Return the text of a document within its size.

    Raises:
        DocumentError: If it is too big or no UTF-8.
    """
    if isinstance(data, str):
        size = len(data)
        text = data
        if not text.isascii():
            try:
                size = len(text.encode("utf-8"))
            except UnicodeEncodeError:
                raise refuse(attempt, [kinds.NOT_UTF8.at()], bounds) from None
    else:
        size, text = len(data), ""
    if size > most:
        raise refuse(attempt, [kinds.TOO_BIG.at(size=size, most=most)], bounds)
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise refuse(attempt, [kinds.NOT_UTF8.at()], bounds) from None
    return text


def parse_json(data: bytes | str, attempt: str, bounds: Bounds) -> Any:  # any JSON
    """Parse a JSON document within bounds; repeated keys are marked.

    Raises:
        DocumentError: If it is too big, too deep, no UTF-8 or no JSON.
    """
    text = decode(data, bounds.json_bytes, attempt, bounds)
    if text.startswith("\ufeff"):
        raise refuse(attempt, [kinds.BYTE_ORDER_MARK.at()], bounds)
    if text.count("[") + text.count("{") > bounds.depth:
        _refuse_depth(_JSON_STRINGS.sub("", text), attempt, bounds)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=lambda digits: _integer(digits, bounds.integer_digits),
            parse_float=lambda _: Floating(),
            parse_constant=lambda _: Floating(),
        )
    except json.JSONDecodeError as error:
        position = error.pos + 1
    except RecursionError:
        raise refuse(attempt, [kinds.TOO_DEEP.at(most=bounds.depth)], bounds) from None
    raise refuse(attempt, [kinds.NOT_JSON.at(position=position)], bounds)


def parse_toml(data: bytes | str, attempt: str, bounds: Bounds) -> Any:  # any TOML
    """Parse a TOML document within bounds.

    Raises:
        DocumentError: If it is too big, too deep, no UTF-8 or no TOML, or a key has many parts.
    """
    text = decode(data, bounds.toml_bytes, attempt, bounds)
    if text.startswith("\ufeff"):
        raise refuse(attempt, [kinds.BYTE_ORDER_MARK.at()], bounds)
    # Strings and comments hide dots and brackets; a quoted key still counts as one part.
    bare = _TOML_STRINGS.sub(lambda match: "" if match[0].startswith("#") else "q", text)
    if re.search(rf"(?:\.[^.\n=\[\]{{}},]*){{{bounds.key_parts}}}", bare):
        raise refuse(attempt, [kinds.KEY_TOO_LONG.at(most=bounds.key_parts)], bounds)
    _refuse_depth(bare, attempt, bounds)
    try:
        return tomllib.loads(text, parse_float=lambda _: Floating())
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at .*\)$", str(error))
        problem = kinds.NOT_TOML.at(place=f" {place[0]}" if place else "")
    except (RecursionError, ValueError):
        # tomllib passes on what int() and date() raise for absurd numbers and dates.
        problem = kinds.NOT_TOML.at(place="")
    raise refuse(attempt, [problem], bounds)


def _refuse_depth(bare: str, attempt: str, bounds: Bounds) -> None:
    """Refuse text (without strings) whose brackets stand too deep inside one another."""
    brackets = bare.translate(_NO_BRACKETS)
    if not brackets.isascii():
        brackets = re.sub(r"[^\[\]{}]", "", brackets)
    # Every round takes away the innermost pairs: so many rounds, so many levels. What remains
    # after that is deep, or unbalanced, which the parser tells better.
    for _ in range(bounds.depth):
        smaller = brackets.replace("[]", "").replace("{}", "")
        if len(smaller) == len(brackets):
            break
        brackets = smaller
    opened = brackets.count("[") + brackets.count("{")
    if opened > bounds.depth or "[]" in brackets or "{}" in brackets:
        raise refuse(attempt, [kinds.TOO_DEEP.at(most=bounds.depth)], bounds)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    marked = RepeatedKeys(found)
    seen: set[str] = set()
    repeated = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
    marked.repeated = tuple(dict.fromkeys(repeated))
    return marked


def _integer(digits: str, most: int) -> int | HugeNumber:
    return int(digits) if len(digits.lstrip("-")) <= most else HugeNumber(len(digits), most)
