"""Characters of names: the groups and data types of DIN 91379:2022-08.

Stated by public lists of the standard's characters and by its schema of data types, both read for
every group: the letters, the sequences, the non-letters N1 to N4 and E1, the Greek and Cyrillic
letters, and the patterns of the types A, B and D. Inferred: the types C and E from what the schema
says of them (all normative characters; those and all extended ones) and from their patterns of 2019
with the additions of 2022. The text of the standard itself was not at hand.

The standard speaks of names, not of running text, and lists a minimum: more may be agreed upon. It
succeeds DIN SPEC 91379:2019-03, known as String.Latin+ 1.2.
"""

import functools
import re
from collections.abc import Callable

from integrationsplan._language import Wording
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.values._labelled import Labelled

__all__ = ["Din91379Type", "din91379_problem"]

NOT_DIN_91379 = ProblemKind(
    "not_din_91379",
    found=Wording(
        "a text with a character at position {position} that is not of this data type",
        "ein Text mit einem Zeichen an Stelle {position}, das nicht zu diesem Datentyp gehört",
    ),
    allowed=Wording(
        "characters of DIN 91379, data type {data_type}: {purpose}",
        "Zeichen nach DIN 91379, Datentyp {data_type}: {purpose}",
    ),
    remedy=Wording(
        "Replace the character; transliterate other scripts.",
        "Das Zeichen ersetzen; andere Schriften in lateinische Buchstaben übertragen.",
    ),
)

# Code points in hexadecimal, so that no one has to tell look-alikes apart.
LATIN = (
    "41-5A 61-7A C0-D6 D8-F6 F8-17E 187-188 18F 197 1A0-1A1 1AF-1B0 1B7 1CD-1DC 1DE-1DF 1E2-1F0 "
    "1F4-1F5 1F8-1FF 212-213 218-21B 21E-21F 227-233 259 268 292 1E02-1E03 1E06-1E07 1E0A-1E11 "
    "1E17 1E1C-1E2B 1E2F-1E37 1E3A-1E3B 1E40-1E49 1E52-1E5B 1E5E-1E63 1E6A-1E6F 1E80-1E87 "
    "1E8C-1E97 1E9E 1EA0-1EF9"
)
N1 = "20 27 2C-2E 60 7E A8 B4 B7 2B9-2BA 2BE-2BF 2C8 2CC 2019 2021"
N2 = "21-26 28-2B 2F-40 5B-5F 7B-7D A1-A3 A5 A7 A9-AC AE-B3 B5-B6 B9-BB BF D7 F7 20AC"
N3 = "A4 A6 B8 BC-BE"
N4 = "9-A D A0"
GREEK = "386 388-38A 38C 38E-3A1 3A3-3CE"
CYRILLIC = "40D 410-42A 42C 42E-44A 44C 44E-44F 45D"
E1 = (
    "192 2B0 2B3 2C6 2DC 2E2 1D48 1D57 2018 201A 201C-201E 2020 2026 2030 2032-2033 2039-203A 2070 "
    "2074-2079 207F-2089 2122 221E 2264-2265"
)

# What may follow a Latin letter to make one letter with it; none of these has a code point of its
# own. Two code points joined by "+" belong together. A mark that stands elsewhere is not allowed.
SEQUENCES = {
    "41 61": "30B",
    "43 63": "300 304 306 308 315 323 326 328+306",
    "44 64": "302",
    "46 66": "300 304",
    "47 67": "300",
    "48": "304 326 331",
    "68": "304 326",
    "4A": "301 30C",
    "6A": "301",
    "4B": "300 302 304 307 315 31B 326 35F+48 35F+68",
    "6B": "300 302 304 307 315 31B 326 35F+68",
    "4C 6C": "302 325 325+304 326",
    "4D 6D": "300 302 306 310",
    "4E 6E": "302 304 306 326",
    "50 70": "300 304 315 323",
    "52 72": "306 325 325+304",
    "53 73": "300 304 31B+304 331",
    "54": "300 304 308 315 31B",
    "74": "300 304 315 31B",
    "55 75": "307",
    "5A 7A": "300 304 306 308 327",
    "C7 E7": "306",
    "DB FB": "304",
    "FF": "301",
    "10C 10D": "315 323",
    "113 14D": "30D",
    "12A 12B": "301",
    "17D 17E": "326 327",
    "1E32 1E33 1E62 1E63 1E6C 1E6D": "304",
    "1EA0 1EA1 1ECC 1ECD": "308",
    "1EE4 1EE5": "304 308",
}


class Din91379Type(Labelled):
    """The data types of DIN 91379:2022-08: which groups of characters a text may have.

    D and E need systems that support the extended, optional characters of the standard.

    Example:
        >>> Din91379Type.A.in_language("en")
        'names of natural persons'
    """

    A = "A", "names of natural persons", "Namen natürlicher Personen"
    """Latin letters, space, hyphens, apostrophes and the like; no digits."""
    B = "B", "other names, as of places and streets", "sonstige Namen, etwa von Orten und Straßen"
    """Those of A, digits, and most signs of a keyboard."""
    C = "C", "all normative characters", "alle normativen Schriftzeichen"
    """Those of B, line breaks, tab, no-break space and some rare signs."""
    D = (
        "D",
        "names of legal persons and of products",
        "Namen juristischer Personen und von Produkten",
    )
    """Those of B, rare signs, typographic signs and Greek letters, in one line."""
    E = (
        "E",
        "all normative and extended characters",
        "alle normativen und erweiterten Schriftzeichen",
    )
    """Those of C and D, and Cyrillic letters of Bulgarian."""


GROUPS = {
    Din91379Type.A: (LATIN, N1),
    Din91379Type.B: (LATIN, N1, N2),
    Din91379Type.C: (LATIN, N1, N2, N3, N4),
    Din91379Type.D: (LATIN, N1, N2, N3, GREEK, E1),
    Din91379Type.E: (LATIN, N1, N2, N3, N4, GREEK, CYRILLIC, E1),
}


def _class_of(*groups: str) -> str:
    """Write groups of code points as a character class."""
    ends = (part.partition("-")[::2] for group in groups for part in group.split())
    return f"[{''.join(_range(first, last or first) for first, last in ends)}]"


def _range(first: str, last: str) -> str:
    return f"\\u{first:0>4}-\\u{last:0>4}"


def _tail(code_points: str) -> str:
    return "".join(f"\\u{code:0>4}" for code in code_points.split("+"))


@functools.cache
def _singles(data_type: Din91379Type) -> Callable[[str], re.Match[str] | None]:
    """Return what matches the characters of a type that stand alone, from the beginning."""
    return re.compile(f"{_class_of(*GROUPS[data_type])}*").match


@functools.cache
def _sequences() -> re.Pattern[str]:
    """Return the pattern of the sequences: all types have the same, which are Latin letters."""
    return re.compile(
        "|".join(  # the longer tail first
            f"{_class_of(letters)}(?:{'|'.join(map(_tail, sorted(tails.split(), key=len)[::-1]))})"
            for letters, tails in SEQUENCES.items()
        )
    )


def _conceal(text: str) -> str:
    return _sequences().sub(lambda sequence: "A" * len(sequence[0]), text)


def din91379_problem(text: str, data_type: Din91379Type) -> Problem | None:
    """Return the problem of the first character that a data type does not have, or nothing.

    Letters with marks are compared in Unicode NFC, as the standard asks. In a text in another form
    a mark may be a character that is not allowed. The time grows with the length and no faster.

    Args:
        text: What is to be checked; never part of the problem.
        data_type: The data type of the standard.

    Example:
        >>> din91379_problem("Đặng Thị Hồng", Din91379Type.A)
        >>> problem = din91379_problem("Anna 2", Din91379Type.A)
        >>> problem.code, problem.params["position"]
        ('not_din_91379', 6)
    """
    allowed = _singles(data_type)
    end = _end(allowed(text))
    if end < len(text):
        # Sequences are rare: only now are they hidden behind as many letters.
        end = _end(allowed(_conceal(text)))
    if end == len(text):
        return None
    return NOT_DIN_91379.at(
        position=end + 1,
        data_type=data_type.value,
        purpose=Wording(data_type.label.en, data_type.label.de),
    )


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0
