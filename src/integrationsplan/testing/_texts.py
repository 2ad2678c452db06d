"""Strategies of texts: what the constraints of a declaration allow, and what tempts programs."""

import base64
import functools
import re
import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

from integrationsplan._model._constraints import Charset, plain_problem
from integrationsplan.values._din91379 import SEQUENCES

__all__ = ["FORMS", "charset_text", "pattern_text", "plain_text"]

MOST_DRAWN = 8
"""Most characters drawn: composing makes at most three of one, and thirty marks in a row are too
many."""

# Letters that names and titles in plans have, and some that tempt normalisers and writers.
_TEMPTING = (
    "aäßéłőșžçñİØÞðẞ\u0131\u212b\u0627إبةتثحرسشعلمن\u0647يّـًअकҐїЄж日本한😀\u0323\u0301 .-'\"\\/<&"
)
_LETTERS = st.sampled_from(_TEMPTING) | st.characters(exclude_categories=["C", "Zl", "Zp"])
_WITH_LINES = _LETTERS | st.sampled_from("\n\t")


def _tidied(least: int, most: int) -> Callable[[str], str]:
    """Return what makes a drawn text one that is allowed, without drawing again."""

    def tidy(text: str) -> str:
        composed = unicodedata.normalize("NFC", text)[:most]
        if composed.isspace():
            composed = composed[:-1] + "a"
        return composed + "a" * (least - len(composed))

    return tidy


@functools.cache
def plain_text(least: int, most: int, *, lines: bool = False) -> st.SearchStrategy[str]:
    """Return texts in NFC, not blank, without invisible characters."""
    letters = _WITH_LINES if lines else _LETTERS
    drawn = st.text(letters, min_size=min(least, MOST_DRAWN), max_size=min(most, MOST_DRAWN))
    return drawn.map(_tidied(least, most))


@functools.cache
def charset_text(charset: Charset, least: int, most: int) -> st.SearchStrategy[str]:
    """Return texts of the characters that are agreed on, letters with marks among them."""
    alphabet = st.sampled_from(_agreed(charset))

    def joined(pieces: list[str]) -> str:
        text = "".join(pieces)
        if len(text) > most:
            text = pieces[0][:1]
        return f"a{text[1:]}" if text.isspace() else text

    fewest, longest = max(1, min(least, MOST_DRAWN)), max(1, min(most, MOST_DRAWN))
    return st.lists(alphabet, min_size=fewest, max_size=longest).map(joined)


@functools.cache
def _agreed(charset: Charset) -> tuple[str, ...]:
    """Return what a set of characters allows: single ones, and letters with marks of their own."""
    single = ["\t", "\n", *map(chr, range(0x20, 0x2270))]
    marked = [
        chr(int(letter, 16)) + "".join(chr(int(mark, 16)) for mark in marks.split("+"))
        for letters, sequences in SEQUENCES.items()
        for letter in letters.split()
        for marks in sequences.split()
    ]
    with_lines = charset.diagnose("\n") is None
    return tuple(
        piece
        for piece in (*single, *marked)
        if charset.diagnose(piece) is None
        and (piece.isspace() or plain_problem(piece, lines=with_lines) is None)
        and plain_problem(f"a{piece}a", lines=with_lines) is None
    )


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


_BYTES = st.binary(min_size=32, max_size=32).map(_base64url)
_ALNUM = "0123456789ABCXYZabcxyz"

FORMS: dict[str, st.SearchStrategy[str]] = {
    r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}": st.builds(
        str.__add__, st.sampled_from(_ALNUM), st.text(_ALNUM + "._:-", max_size=9)
    ),
    r"[a-z][a-z0-9_]{0,63}": st.builds(
        str.__add__, st.sampled_from("abxyz"), st.text("abxyz019_", max_size=9)
    ),
    "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]": _BYTES,
    "[a-z0-9]{1,16}(?:-[a-z0-9]{1,16})?/[1-9][0-9]?:[A-Za-z0-9_-]{43,86}": st.builds(
        str.__add__, st.sampled_from(["sha256/1:", "sha3-256/1:"]), _BYTES
    ),
}
"""Quicker strategies of the forms that stand most often, by their pattern."""


def _shorter(regex: str) -> str:
    """Return a form that asks for fewer characters: what has the one has the other."""
    return re.sub(r"\{([0-9]),[0-9]{3,}\}", r"{\1,12}", regex)


@functools.cache
def pattern_text(regex: str, least: int, most: int) -> st.SearchStrategy[str]:
    """Return texts of a form."""
    found = FORMS.get(regex)
    if found is None:
        found = st.from_regex(re.compile(_shorter(regex), re.ASCII), fullmatch=True)
    if least == 0 and most > 64:
        return found
    return found.filter(lambda text: least <= len(text) <= most)
