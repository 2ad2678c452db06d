"""Problems of input as data: what is wrong, where, what is allowed, how to mend it.

A problem never repeats the text that it complains about, because that text may be a name, a birth
date or a diagnosis. It tells the kind and the size of what was found instead.

A `ProblemKind` is declared beside the code that detects it; this module holds the general kinds,
those of single values and of keys. The sentence is built from code and parameters on demand, in
German or English, so that programs rely on the data and people read the text.
"""

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from integrationsplan._language import Language, Wording

Param: TypeAlias = int | str | Wording
"""A figure or word that a sentence mentions; a `Wording` is said in the sentence's language."""

LONGEST_TOKEN = 200

__all__ = ["Param", "Problem", "ProblemKind", "Wording", "at_pointer", "escape_token"]


@attrs.frozen
class ProblemKind:
    """A kind of problem, with its stable code and its sentences.

    Example:
        >>> TOO_LONG.code
        'too_long'
    """

    code: str
    found: Wording
    allowed: Wording
    remedy: Wording

    def at(self, pointer: str = "", /, **params: Param) -> "Problem":
        """Make the problem of this kind at a place of a document or an object."""
        return Problem(self, pointer, parameters=tuple(sorted(params.items())))

    def in_line(self, line: int | None, column: str | None = None, /, **params: Param) -> "Problem":
        """Make the problem of this kind at a place of a text file."""
        return Problem(self, "", line, column, tuple(sorted(params.items())))


@attrs.frozen
class Problem:
    """One thing that is wrong with an input.

    Attributes:
        kind: What is wrong; carries the stable `code`.
        pointer: Where, as a JSON Pointer (RFC 6901) into the document or the object.
        line: Where, as a line of a text file, counted from 1.
        column: Where, as the name of a column.
        parameters: The figures that the sentences mention, as sorted pairs.

    Example:
        >>> problem = TOO_LONG.at("/title", length=230, most=200)
        >>> print(problem.text("en"))
        /title: found a text of 230 characters; allowed: at most 200 characters. Shorten the text.
    """

    kind: ProblemKind
    pointer: str = ""
    line: int | None = None
    column: str | None = None
    parameters: tuple[tuple[str, Param], ...] = ()

    @property
    def code(self) -> str:
        """The stable code of the kind."""
        return self.kind.code

    @property
    def params(self) -> Mapping[str, Param]:
        """The parameters by name."""
        return dict(self.parameters)

    def found(self, language: Language = "en") -> str:
        """Say what was found."""
        return self._fill(self.kind.found, language)

    def allowed(self, language: Language = "en") -> str:
        """Say what is allowed."""
        return self._fill(self.kind.allowed, language)

    def remedy(self, language: Language = "en") -> str:
        """Say how to mend it."""
        return self._fill(self.kind.remedy, language)

    def place(self, language: Language = "en") -> str:
        """Name the place: line and column, and the pointer (``/`` stands for the whole)."""
        if self.line is None and self.column is None:
            return self.pointer or "/"
        words = ("Zeile", "Spalte") if language == "de" else ("line", "column")
        parts = []
        if self.line is not None:
            parts.append(f"{words[0]} {self.line}")
        if self.column is not None:
            parts.append(f"{words[1]} {self.column}")
        if self.pointer:
            parts.append(self.pointer)
        return ", ".join(parts)

    def text(self, language: Language = "en") -> str:
        """Say the whole problem in one line."""
        found, allowed = ("gefunden", "erlaubt") if language == "de" else ("found", "allowed")
        return (
            f"{self.place(language)}: {found} {self.found(language)}; "
            f"{allowed}: {self.allowed(language)}. {self.remedy(language)}"
        )

    def as_data(self, language: Language = "en") -> dict[str, object]:
        """Return the problem as plain data, for logs and interfaces."""
        place: dict[str, object] = {"pointer": self.pointer}
        if self.line is not None:
            place["line"] = self.line
        if self.column is not None:
            place["column"] = self.column
        return {
            "code": self.code,
            **place,
            "found": self.found(language),
            "allowed": self.allowed(language),
            "remedy": self.remedy(language),
            "parameters": {
                name: value.in_language(language) if isinstance(value, Wording) else value
                for name, value in self.parameters
            },
        }

    def _fill(self, wording: Wording, language: Language) -> str:
        said = {
            name: value.in_language(language) if isinstance(value, Wording) else value
            for name, value in self.parameters
        }
        return wording.in_language(language).format_map(said)


def escape_token(token: str | int) -> str:
    """Write a key or an index as a token of a JSON Pointer.

    Keys of more than 200 characters are cut, and unprintable characters stand as ``?``: whoever
    sends such a key will find it, and a log is not flooded by it.

    Example:
        >>> escape_token("a/b~c")
        'a~1b~0c'
    """
    text = str(token)
    if len(text) > LONGEST_TOKEN or not text.isprintable():
        shown = "".join(sign if sign.isprintable() else "?" for sign in text[:LONGEST_TOKEN])
        text = f"{shown}…" if len(text) > LONGEST_TOKEN else shown
    return text.replace("~", "~0").replace("/", "~1")


def at_pointer(problem: Problem, prefix: str) -> Problem:
    """Return the same problem with its pointer below ``prefix``."""
    # Many problems come up many levels, and attrs' own copy is slow.
    pointer = prefix + problem.pointer
    return Problem(problem.kind, pointer, problem.line, problem.column, problem.parameters)


WRONG_TYPE = ProblemKind(
    "wrong_type",
    found=Wording("{found}", "{found}"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording("Give the value in the allowed type.", "Den Wert im erlaubten Typ angeben."),
)
TOO_SHORT = ProblemKind(
    "too_short",
    found=Wording("a length of {length}", "eine Länge von {length}"),
    allowed=Wording("at least {least}", "mindestens {least}"),
    remedy=Wording("Add what is missing.", "Das Fehlende ergänzen."),
)
TOO_LONG = ProblemKind(
    "too_long",
    found=Wording("a text of {length} characters", "ein Text von {length} Zeichen"),
    allowed=Wording("at most {most} characters", "höchstens {most} Zeichen"),
    remedy=Wording("Shorten the text.", "Den Text kürzen."),
)
TOO_MANY = ProblemKind(
    "too_many",
    found=Wording("{length} items", "{length} Einträge"),
    allowed=Wording("at most {most}", "höchstens {most}"),
    remedy=Wording("Leave some out.", "Einige weglassen."),
)
TOO_SMALL = ProblemKind(
    "too_small",
    found=Wording("a number that is too small", "eine zu kleine Zahl"),
    allowed=Wording("{bound}", "{bound}"),
    remedy=Wording("Give a larger number.", "Eine größere Zahl angeben."),
)
TOO_LARGE = ProblemKind(
    "too_large",
    found=Wording("a number that is too large", "eine zu große Zahl"),
    allowed=Wording("{bound}", "{bound}"),
    remedy=Wording("Give a smaller number.", "Eine kleinere Zahl angeben."),
)
THOUSANDS = ProblemKind(
    "thousands_or_decimals",
    found=Wording(
        "a number with a point and three digits: thousands or decimals?",
        "eine Zahl mit Punkt und drei Ziffern: Tausender oder Nachkommastellen?",
    ),
    allowed=Wording(
        "thousands without sign, decimals other than three",
        "Tausender ohne Zeichen, nicht genau drei Nachkommastellen",
    ),
    remedy=Wording(
        "Write '20000' or '20.0'; for German files ask for the decimal comma.",
        "'20000' oder '20.0' schreiben; bei deutschen Dateien das Dezimalkomma verlangen.",
    ),
)
WRONG_FORM = ProblemKind(
    "wrong_form",
    found=Wording(
        "a text of {length} characters in another form",
        "ein Text von {length} Zeichen in anderer Form",
    ),
    allowed=Wording("{form}", "{form}"),
    remedy=Wording("Write it in the allowed form.", "In der erlaubten Form schreiben."),
)
NOT_PLAIN = ProblemKind(
    "not_plain_text",
    found=Wording(
        "a text with a forbidden character at position {position}",
        "ein Text mit einem unerlaubten Zeichen an Stelle {position}",
    ),
    allowed=Wording(
        "text without control, bidirectional, zero-width or surrogate characters",
        "Text ohne Steuer-, Richtungs-, Nullbreiten- und Ersatzzeichen",
    ),
    remedy=Wording("Remove the character.", "Das Zeichen entfernen."),
)
BLANK = ProblemKind(
    "blank",
    found=Wording("a text of blanks", "ein Text aus Leerzeichen"),
    allowed=Wording("a text that says something", "ein Text mit Inhalt"),
    remedy=Wording("Write a text, or leave it out.", "Etwas schreiben oder weglassen."),
)
NOT_NFC = ProblemKind(
    "not_nfc",
    found=Wording(
        "a text that is not in Unicode NFC", "ein Text, der nicht in Unicode-Form NFC steht"
    ),
    allowed=Wording(
        "text in NFC with at most 30 combining marks in a row (DIN 91379)",
        "Text in NFC mit höchstens 30 kombinierenden Zeichen in Folge (DIN 91379)",
    ),
    remedy=Wording("Normalise the text to NFC.", "Den Text nach NFC normalisieren."),
)
NAIVE_MOMENT = ProblemKind(
    "naive_moment",
    found=Wording(
        "a moment without a fixed offset from UTC", "ein Zeitpunkt ohne festen Abstand zu UTC"
    ),
    allowed=Wording(
        "a moment with an offset of whole minutes from UTC",
        "ein Zeitpunkt mit Abstand zu UTC in ganzen Minuten",
    ),
    remedy=Wording(
        "Add the offset; from a time zone, convert with astimezone(timezone.utc).",
        "Den Abstand ergänzen; aus einer Zeitzone mit astimezone(timezone.utc) umrechnen.",
    ),
)
UNKNOWN_CODE = ProblemKind(
    "unknown_code",
    found=Wording("a code that is not in the list", "ein Code, der nicht in der Liste steht"),
    allowed=Wording("{codes}", "{codes}"),
    remedy=Wording("Use a code of the list.", "Einen Code der Liste verwenden."),
)
UNKNOWN_KEY = ProblemKind(
    "unknown_key",
    found=Wording("a key that is not known here", "ein Schlüssel, der hier nicht bekannt ist"),
    allowed=Wording("{keys}", "{keys}"),
    remedy=Wording("Remove the key or correct its name.", "Entfernen oder den Namen berichtigen."),
)
MISSING_KEY = ProblemKind(
    "missing_key",
    found=Wording("no such key", "kein solcher Schlüssel"),
    allowed=Wording("the key is required", "der Schlüssel ist Pflicht"),
    remedy=Wording("Add the key.", "Den Schlüssel ergänzen."),
)

GENERAL_KINDS = (
    WRONG_TYPE,
    TOO_SHORT,
    TOO_LONG,
    TOO_MANY,
    TOO_SMALL,
    TOO_LARGE,
    WRONG_FORM,
    BLANK,
    NOT_PLAIN,
    NOT_NFC,
    NAIVE_MOMENT,
    UNKNOWN_CODE,
    UNKNOWN_KEY,
    MISSING_KEY,
)
