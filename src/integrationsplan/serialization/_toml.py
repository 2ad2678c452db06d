"""Parsing TOML within bounds: its parser takes quadratic time for long keys, and bears no depth."""

import re
import tomllib
from typing import Any

from integrationsplan._language import Wording
from integrationsplan.problems import Problem
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import Bounds
from integrationsplan.serialization._scan import Floating, decode, is_deep, refuse, refuse_deep

__all__ = ["parse_toml"]

_TOML_OPENINGS = re.compile("'''|\"\"\"|'|\"|#")
# Where a string or comment that begins so ends. Possessive: each is read once, forward.
_TOML_ENDS = {
    '"""': re.compile(r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}', re.DOTALL),
    "'''": re.compile(r"'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"),
    '"': re.compile(r'"(?:[^"\\\n]++|\\.)*+"'),
    "'": re.compile(r"'[^'\n]*+'"),
    "#": re.compile(r"#[^\n]*+"),
}


def parse_toml(data: bytes | str, attempt: str | Wording, bounds: Bounds) -> Any:  # any TOML
    """Parse a TOML document within bounds.

    Raises:
        DocumentError: If it is too big, too deep, no UTF-8 or no TOML, or a key has many parts.
    """
    text = decode(data, bounds.toml_bytes, attempt, bounds)
    if text.startswith("\ufeff"):
        raise refuse(attempt, [kinds.BYTE_ORDER_MARK.at()], bounds)
    # Strings and comments hide dots and brackets; a quoted key still counts as one part.
    bare = _without_strings(text)
    if re.search(rf"(?:\.[^.\n=\[\]{{}},]*){{{bounds.key_parts}}}", bare):
        raise refuse(attempt, [kinds.KEY_TOO_LONG.at(most=bounds.key_parts)], bounds)
    if is_deep(bare.encode(), bounds.depth):
        raise refuse(attempt, [kinds.TOO_DEEP.at(most=bounds.depth)], bounds)
    # Before the parser: what it says of many digits depends on a setting of the interpreter.
    digits = re.search(rf"[0-9A-Fa-f_]*[0-9][0-9A-Fa-f_]{{{bounds.integer_digits},}}", bare)
    if digits:
        length, most = len(digits[0]), bounds.integer_digits
        raise refuse(attempt, [kinds.HUGE_NUMBER.at(length=length, most=most)], bounds)
    problem: Problem
    try:
        parsed = tomllib.loads(text, parse_float=Floating)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column (\d+)\)$", str(error))
        place = Wording(" at its end", " am Ende")
        if at:
            line, column = at.groups()
            place = Wording(f", line {line}, column {column}", f", Zeile {line}, Spalte {column}")
        problem = kinds.NOT_TOML.at(place=place)
    except (RecursionError, ValueError):
        # tomllib passes on what int() and date() raise for absurd numbers and dates.
        problem = kinds.NOT_TOML.at(place="")
    else:
        refuse_deep(parsed, attempt, bounds)  # dotted keys nest without brackets
        return parsed
    raise refuse(attempt, [problem], bounds)


def _without_strings(text: str) -> str:
    """Return TOML with its comments taken out and a ``q`` for each string.

    A string that does not end hides the rest, from us as from the parser.
    """
    pieces, position = [], 0
    while opening := _TOML_OPENINGS.search(text, position):
        pieces.append(text[position : opening.start()])
        end = _TOML_ENDS[opening[0]].match(text, opening.start())
        if end is None:
            return "".join(pieces)
        if opening[0] != "#":
            pieces.append("q")
        position = end.end()
    return "".join([*pieces, text[position:]])
