"""Kinds of problems of documents and files."""

from integrationsplan._language import Wording as W
from integrationsplan.problems import ProblemKind

TOO_BIG = ProblemKind(
    "document_too_big",
    found=W("a document of {size} bytes", "ein Dokument von {size} Bytes"),
    allowed=W("at most {most} bytes", "höchstens {most} Bytes"),
    remedy=W("Split it, or set larger bounds.", "Aufteilen oder die Grenzen anheben."),
)
TOO_DEEP = ProblemKind(
    "document_too_deep",
    found=W(
        "objects and arrays more than {most} deep",
        "Objekte und Listen tiefer als {most} ineinander",
    ),
    allowed=W("at most {most}", "höchstens {most}"),
    remedy=W("Flatten the document.", "Das Dokument flacher gliedern."),
)
KEY_TOO_LONG = ProblemKind(
    "dotted_key_too_long",
    found=W("a dotted key of more than {most} parts", "ein Schlüssel aus mehr als {most} Teilen"),
    allowed=W("at most {most} parts", "höchstens {most} Teile"),
    remedy=W("Use tables.", "Tabellen verwenden."),
)
TOO_MANY_PROBLEMS = ProblemKind(
    "more_problems",
    found=W("{count} more problems", "{count} weitere Probleme"),
    allowed=W("none", "keine"),
    remedy=W("Mend those above first.", "Zuerst die obigen beheben."),
)
NOT_UTF8 = ProblemKind(
    "not_utf8",
    found=W("bytes that are not UTF-8", "Bytes, die kein UTF-8 sind"),
    allowed=W("text in UTF-8", "Text in UTF-8"),
    remedy=W(
        "Save the file as UTF-8 (in Excel: 'CSV UTF-8').",
        "Die Datei als UTF-8 speichern (in Excel: 'CSV UTF-8').",
    ),
)
BYTE_ORDER_MARK = ProblemKind(
    "byte_order_mark",
    found=W("a byte order mark", "eine Byte-Reihenfolge-Marke"),
    allowed=W("text that begins with the document", "Text, der mit dem Dokument beginnt"),
    remedy=W("Save without byte order mark.", "Ohne diese Marke speichern."),
)
NOT_JSON = ProblemKind(
    "not_json",
    found=W("text that is no JSON, at character {position}", "kein JSON, ab Zeichen {position}"),
    allowed=W("one JSON object", "ein JSON-Objekt"),
    remedy=W("Correct the syntax there.", "Dort die Syntax berichtigen."),
)
NOT_TOML = ProblemKind(
    "not_toml",
    found=W("text that is no TOML{place}", "kein TOML{place}"),
    allowed=W("a TOML document", "ein TOML-Dokument"),
    remedy=W("Correct the syntax there.", "Dort die Syntax berichtigen."),
)
REPEATED_KEY = ProblemKind(
    "repeated_key",
    found=W("a key that stands twice in one object", "ein Schlüssel, der zweimal dasteht"),
    allowed=W("each key once", "jeder Schlüssel einmal"),
    remedy=W("Remove one of them.", "Einen davon entfernen."),
)
WRONG_FORMAT = ProblemKind(
    "wrong_format",
    found=W("another format, or none", "ein anderes Format, oder keines"),
    allowed=W("{format}", "{format}"),
    remedy=W("Read it as what it is.", "Als das lesen, was es ist."),
)
NEWER_VERSION = ProblemKind(
    "unknown_version",
    found=W("a version that is not known", "eine unbekannte Version"),
    allowed=W("version 1 to {known}", "Version 1 bis {known}"),
    remedy=W(
        "Update integrationsplan, or ask the sender for a known version.",
        "integrationsplan aktualisieren oder um eine bekannte Version bitten.",
    ),
)
NULL_VALUE = ProblemKind(
    "null_value",
    found=W("null", "null"),
    allowed=W("{allowed}", "{allowed}"),
    remedy=W("Leave the key out; absent means unknown.", "Weglassen; Fehlendes ist unbekannt."),
)
UNKNOWN_KIND = ProblemKind(
    "unknown_kind",
    found=W("a kind that is not known here", "eine hier unbekannte Art"),
    allowed=W("{kinds}", "{kinds}"),
    remedy=W("Use a known kind.", "Eine bekannte Art verwenden."),
)
NOT_A_DATE = ProblemKind(
    "not_a_date",
    found=W("a text that is no date", "ein Text, der kein Datum ist"),
    allowed=W("a date such as 2018-01-31", "ein Datum wie 2018-01-31"),
    remedy=W("Write year-month-day.", "Jahr-Monat-Tag schreiben."),
)
NOT_A_MOMENT = ProblemKind(
    "not_a_moment",
    found=W("a text that is no moment", "ein Text, der kein Zeitpunkt ist"),
    allowed=W(
        "a moment such as 2018-01-31T09:30:00+01:00", "ein Zeitpunkt wie 2018-01-31T09:30:00+01:00"
    ),
    remedy=W("Write date, T, time and offset.", "Datum, T, Uhrzeit und Abstand zu UTC schreiben."),
)
HUGE_NUMBER = ProblemKind(
    "huge_number",
    found=W("a number of {length} characters", "eine Zahl von {length} Zeichen"),
    allowed=W("at most {most} digits", "höchstens {most} Ziffern"),
    remedy=W("Correct the number.", "Die Zahl berichtigen."),
)
ASSUMED_IN_DOCUMENT = ProblemKind(
    "assumed_in_document",
    found=W("the basis assumed", "die Grundlage assumed"),
    allowed=W("stated or inferred", "stated oder inferred"),
    remedy=W(
        "Give a source; what-ifs are overrides of the caller.",
        "Eine Quelle angeben; Annahmen sind Sache des Aufrufers.",
    ),
)

# -- CSV -------------------------------------------------------------------------------------------
NOT_CSV = ProblemKind(
    "not_csv",
    found=W("a line that cannot be read", "eine Zeile, die nicht gelesen werden kann"),
    allowed=W("cells with balanced quotes", "Felder mit geschlossenen Anführungszeichen"),
    remedy=W("Check the quotes and the end of line.", "Anführungszeichen und Zeilenende prüfen."),
)
NO_HEADER = ProblemKind(
    "no_header",
    found=W("no header row", "keine Kopfzeile"),
    allowed=W("a header row with the column key", "eine Kopfzeile mit der Spalte key"),
    remedy=W("Add the header row.", "Die Kopfzeile ergänzen."),
)
MISSING_COLUMN = ProblemKind(
    "missing_column",
    found=W("no such column", "keine solche Spalte"),
    allowed=W("the column is required", "die Spalte ist Pflicht"),
    remedy=W("Add the column.", "Die Spalte ergänzen."),
)
UNKNOWN_COLUMN = ProblemKind(
    "unknown_column",
    found=W("a column that the programme does not use", "eine Spalte, die nicht gebraucht wird"),
    allowed=W("{columns}", "{columns}"),
    remedy=W("Remove it or correct its name.", "Entfernen oder den Namen berichtigen."),
)
REPEATED_COLUMN = ProblemKind(
    "repeated_column",
    found=W("the column a second time", "die Spalte ein zweites Mal"),
    allowed=W("each column once", "jede Spalte einmal"),
    remedy=W("Remove or rename one.", "Eine entfernen oder umbenennen."),
)
CELL_COUNT = ProblemKind(
    "cell_count",
    found=W("{found} cells", "{found} Felder"),
    allowed=W("{allowed} cells", "{allowed} Felder"),
    remedy=W(
        "Compare with the header; quote cells that hold the separator.",
        "Mit der Kopfzeile vergleichen; Felder mit Trennzeichen in Anführungszeichen setzen.",
    ),
)
TOO_MANY_ROWS = ProblemKind(
    "too_many_rows",
    found=W("more than {most} rows", "mehr als {most} Zeilen"),
    allowed=W("at most {most} rows", "höchstens {most} Zeilen"),
    remedy=W("Split the file, or set larger bounds.", "Aufteilen oder die Grenzen anheben."),
)
ROWS_DISAGREE = ProblemKind(
    "rows_disagree",
    found=W("another value than in line {other}", "ein anderer Wert als in Zeile {other}"),
    allowed=W("one value for all rows of a key", "ein Wert für alle Zeilen eines Schlüssels"),
    remedy=W("Make the rows agree.", "Die Zeilen in Einklang bringen."),
)
NOT_FLAT = ProblemKind(
    "not_flat",
    found=W(
        "a programme with several levels below recipients",
        "ein Programm mit mehreren Ebenen unter den Empfängern",
    ),
    allowed=W("at most one", "höchstens eine"),
    remedy=W("Give the records in Python.", "Die Datensätze in Python übergeben."),
)

DOCUMENT_KINDS = tuple(
    value for value in list(globals().values()) if isinstance(value, ProblemKind)
)
