"""Kinds of problems of documents and files."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

TOO_BIG = ProblemKind(
    "document_too_big",
    found=Wording("a document of {size} bytes", "ein Dokument von {size} Bytes"),
    allowed=Wording("at most {most} bytes", "höchstens {most} Bytes"),
    remedy=Wording("Split it, or set larger bounds.", "Aufteilen oder die Grenzen anheben."),
)
TOO_DEEP = ProblemKind(
    "document_too_deep",
    found=Wording(
        "objects and arrays more than {most} deep",
        "Objekte und Listen tiefer als {most} ineinander",
    ),
    allowed=Wording("at most {most}", "höchstens {most}"),
    remedy=Wording("Flatten the document.", "Das Dokument flacher gliedern."),
)
TOO_MANY_VALUES = ProblemKind(
    "too_many_values",
    found=Wording(
        "a document of more than {most} values", "ein Dokument aus mehr als {most} Werten"
    ),
    allowed=Wording("at most {most} values", "höchstens {most} Werte"),
    remedy=Wording("Split it, or set larger bounds.", "Aufteilen oder die Grenzen anheben."),
)
KEY_TOO_LONG = ProblemKind(
    "dotted_key_too_long",
    found=Wording(
        "a dotted key of more than {most} parts", "ein Schlüssel aus mehr als {most} Teilen"
    ),
    allowed=Wording("at most {most} parts", "höchstens {most} Teile"),
    remedy=Wording("Use tables.", "Tabellen verwenden."),
)
TOO_MANY_PROBLEMS = ProblemKind(
    "more_problems",
    found=Wording(
        "{count} more problems, or parts left unread",
        "{count} weitere Probleme oder nicht mehr gelesene Teile",
    ),
    allowed=Wording("none", "keine"),
    remedy=Wording("Mend those above first.", "Zuerst die obigen beheben."),
)
NOT_UTF8 = ProblemKind(
    "not_utf8",
    found=Wording("bytes that are not UTF-8", "Bytes, die kein UTF-8 sind"),
    allowed=Wording("text in UTF-8", "Text in UTF-8"),
    remedy=Wording(
        "Save the file as UTF-8 (in Excel: 'CSV UTF-8').",
        "Die Datei als UTF-8 speichern (in Excel: 'CSV UTF-8').",
    ),
)
BYTE_ORDER_MARK = ProblemKind(
    "byte_order_mark",
    found=Wording("a byte order mark", "eine Byte-Reihenfolge-Marke"),
    allowed=Wording("text that begins with the document", "Text, der mit dem Dokument beginnt"),
    remedy=Wording("Save without byte order mark.", "Ohne diese Marke speichern."),
)
NOT_JSON = ProblemKind(
    "not_json",
    found=Wording(
        "text that is no JSON, at character {position}", "kein JSON, ab Zeichen {position}"
    ),
    allowed=Wording("one JSON object", "ein JSON-Objekt"),
    remedy=Wording("Correct the syntax there.", "Dort die Syntax berichtigen."),
)
NOT_TOML = ProblemKind(
    "not_toml",
    found=Wording("text that is no TOML{place}", "kein TOML{place}"),
    allowed=Wording("a TOML document", "ein TOML-Dokument"),
    remedy=Wording("Correct the syntax there.", "Dort die Syntax berichtigen."),
)
REPEATED_KEY = ProblemKind(
    "repeated_key",
    found=Wording("a key that stands twice in one object", "ein Schlüssel, der zweimal dasteht"),
    allowed=Wording("each key once", "jeder Schlüssel einmal"),
    remedy=Wording("Remove one of them.", "Einen davon entfernen."),
)
WRONG_FORMAT = ProblemKind(
    "wrong_format",
    found=Wording("another format, or none", "ein anderes Format, oder keines"),
    allowed=Wording("{format}", "{format}"),
    remedy=Wording("Read it as what it is.", "Als das lesen, was es ist."),
)
NEWER_VERSION = ProblemKind(
    "unknown_version",
    found=Wording("a version that is not known", "eine unbekannte Version"),
    allowed=Wording("version 1 to {known}", "Version 1 bis {known}"),
    remedy=Wording(
        "Update integrationsplan, or ask the sender for a known version.",
        "integrationsplan aktualisieren oder um eine bekannte Version bitten.",
    ),
)
NOT_BROUGHT_UP = ProblemKind(
    "not_brought_up",
    found=Wording(
        "a document of version {version} that cannot be brought up ({error})",
        "ein Dokument der Version {version}, das nicht gehoben werden kann ({error})",
    ),
    allowed=Wording("a document of that version", "ein Dokument dieser Version"),
    remedy=Wording(
        "Check it with a release of that version.", "Mit einer Ausgabe jener Version prüfen."
    ),
)
NULL_VALUE = ProblemKind(
    "null_value",
    found=Wording("null", "null"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording(
        "Leave the key out; absent means unknown.", "Weglassen; Fehlendes ist unbekannt."
    ),
)
UNKNOWN_KIND = ProblemKind(
    "unknown_kind",
    found=Wording("a kind that is not known here", "eine hier unbekannte Art"),
    allowed=Wording("{kinds}", "{kinds}"),
    remedy=Wording("Use a known kind.", "Eine bekannte Art verwenden."),
)
NOT_A_DATE = ProblemKind(
    "not_a_date",
    found=Wording("a text that is no date", "ein Text, der kein Datum ist"),
    allowed=Wording("a date such as 2018-01-31", "ein Datum wie 2018-01-31"),
    remedy=Wording("Write year-month-day.", "Jahr-Monat-Tag schreiben."),
)
NOT_A_MOMENT = ProblemKind(
    "not_a_moment",
    found=Wording("a text that is no moment", "ein Text, der kein Zeitpunkt ist"),
    allowed=Wording(
        "a moment such as 2018-01-31T09:30:00+01:00", "ein Zeitpunkt wie 2018-01-31T09:30:00+01:00"
    ),
    remedy=Wording(
        "Write date, T, time and offset.", "Datum, T, Uhrzeit und Abstand zu UTC schreiben."
    ),
)
HUGE_NUMBER = ProblemKind(
    "huge_number",
    found=Wording("a number of {length} characters", "eine Zahl von {length} Zeichen"),
    allowed=Wording("at most {most} digits", "höchstens {most} Ziffern"),
    remedy=Wording("Correct the number.", "Die Zahl berichtigen."),
)
ASSUMED_IN_DOCUMENT = ProblemKind(
    "assumed_in_document",
    found=Wording("the basis assumed", "die Grundlage assumed"),
    allowed=Wording("stated or inferred", "stated oder inferred"),
    remedy=Wording(
        "Give a source; what-ifs are overrides of the caller.",
        "Eine Quelle angeben; Annahmen sind Sache des Aufrufers.",
    ),
)

# -- CSV -------------------------------------------------------------------------------------------
NOT_CSV = ProblemKind(
    "not_csv",
    found=Wording("a line that cannot be read", "eine Zeile, die nicht gelesen werden kann"),
    allowed=Wording("cells with balanced quotes", "Felder mit geschlossenen Anführungszeichen"),
    remedy=Wording(
        "Check the quotes and the end of line.", "Anführungszeichen und Zeilenende prüfen."
    ),
)
NO_HEADER = ProblemKind(
    "no_header",
    found=Wording("no header row", "keine Kopfzeile"),
    allowed=Wording("a header row that names the columns", "eine Kopfzeile mit Spaltennamen"),
    remedy=Wording("Add the header row.", "Die Kopfzeile ergänzen."),
)
MISSING_COLUMN = ProblemKind(
    "missing_column",
    found=Wording("no such column", "keine solche Spalte"),
    allowed=Wording("the column is required", "die Spalte ist Pflicht"),
    remedy=Wording("Add the column.", "Die Spalte ergänzen."),
)
UNKNOWN_COLUMN = ProblemKind(
    "unknown_column",
    found=Wording(
        "a column that the programme does not use", "eine Spalte, die nicht gebraucht wird"
    ),
    allowed=Wording("{columns}", "{columns}"),
    remedy=Wording("Remove it or correct its name.", "Entfernen oder den Namen berichtigen."),
)
REPEATED_COLUMN = ProblemKind(
    "repeated_column",
    found=Wording("the column a second time", "die Spalte ein zweites Mal"),
    allowed=Wording("each column once", "jede Spalte einmal"),
    remedy=Wording("Remove or rename one.", "Eine entfernen oder umbenennen."),
)
CELL_COUNT = ProblemKind(
    "cell_count",
    found=Wording("{found} cells", "{found} Felder"),
    allowed=Wording("{allowed} cells", "{allowed} Felder"),
    remedy=Wording(
        "Compare with the header; quote cells that hold the separator.",
        "Mit der Kopfzeile vergleichen; Felder mit Trennzeichen in Anführungszeichen setzen.",
    ),
)
TOO_MANY_ROWS = ProblemKind(
    "too_many_rows",
    found=Wording("more than {most} rows", "mehr als {most} Zeilen"),
    allowed=Wording("at most {most} rows", "höchstens {most} Zeilen"),
    remedy=Wording("Split it, or set larger bounds.", "Aufteilen oder die Grenzen anheben."),
)
DUPLICATE_KEY = ProblemKind(
    "duplicate_recipient",
    found=Wording("the key of line {other} again", "noch einmal der Schlüssel von Zeile {other}"),
    allowed=Wording("each key once", "jeder Schlüssel einmal"),
    remedy=Wording(
        "Merge the rows or correct the key.",
        "Die Zeilen zusammenführen oder den Schlüssel berichtigen.",
    ),
)
ROWS_DISAGREE = ProblemKind(
    "rows_disagree",
    found=Wording("another value than in line {other}", "ein anderer Wert als in Zeile {other}"),
    allowed=Wording("one value for all rows of a key", "ein Wert für alle Zeilen eines Schlüssels"),
    remedy=Wording("Make the rows agree.", "Die Zeilen in Einklang bringen."),
)
MISSING_CELL = ProblemKind(
    "missing_cell",
    found=Wording("an empty cell", "ein leeres Feld"),
    allowed=Wording("the cell is required", "das Feld ist Pflicht"),
    remedy=Wording("Fill the cell.", "Das Feld ausfüllen."),
)
NO_ROWS = ProblemKind(
    "no_rows",
    found=Wording("a header row alone", "nur eine Kopfzeile"),
    allowed=Wording("at least one row below it", "mindestens eine Zeile darunter"),
    remedy=Wording("Add the rows.", "Die Zeilen ergänzen."),
)
NOT_FLAT = ProblemKind(
    "not_flat",
    found=Wording(
        "a programme with several levels below recipients",
        "ein Programm mit mehreren Ebenen unter den Empfängern",
    ),
    allowed=Wording("at most one", "höchstens eine"),
    remedy=Wording("Give the records in Python.", "Die Datensätze in Python übergeben."),
)

# -- streams and CSV of goals ----------------------------------------------------------------------
LINE_TOO_LONG = ProblemKind(
    "line_too_long",
    found=Wording("a line of more than {most} bytes", "eine Zeile von mehr als {most} Bytes"),
    allowed=Wording("at most {most} bytes", "höchstens {most} Bytes"),
    remedy=Wording(
        "Look for a line end that is missing, or set larger bounds.",
        "Nach einem fehlenden Zeilenende suchen oder die Grenzen anheben.",
    ),
)
BROKEN_COMPRESSION = ProblemKind(
    "broken_compression",
    found=Wording(
        "compressed data that is damaged or ends too early",
        "komprimierte Daten, die beschädigt sind oder zu früh enden",
    ),
    allowed=Wording("a whole gzip or zstd file", "eine vollständige Datei in gzip oder zstd"),
    remedy=Wording(
        "Fetch the file again; nothing after this place can be read.",
        "Die Datei noch einmal holen; ab hier ist nichts lesbar.",
    ),
)
OTHER_COMPRESSION = ProblemKind(
    "other_compression",
    found=Wording(
        "a file that is compressed in another way than its name says",
        "eine Datei, die anders komprimiert ist, als ihr Name sagt",
    ),
    allowed=Wording(
        "the same compression for what is appended", "dieselbe Kompression für Angehängtes"
    ),
    remedy=Wording("Give the file the right name.", "Der Datei den richtigen Namen geben."),
)
OTHER_POSITION = ProblemKind(
    "other_position",
    found=Wording(
        "a position at which no line of this source begins",
        "eine Stelle, an der keine Zeile dieser Quelle beginnt",
    ),
    allowed=Wording(
        "a position that reading the same source has given",
        "eine Stelle, die das Lesen derselben Quelle ergeben hat",
    ),
    remedy=Wording(
        "Check whether it is the same file, or begin at its start.",
        "Prüfen, ob es dieselbe Datei ist, oder am Anfang beginnen.",
    ),
)
UNUSED_COLUMN = ProblemKind(
    "unused_column",
    found=Wording("a column that goals do not have", "eine Spalte, die Ziele nicht haben"),
    allowed=Wording("{columns}", "{columns}"),
    remedy=Wording("Remove it or correct its name.", "Entfernen oder den Namen berichtigen."),
)
DUPLICATE_GOAL = ProblemKind(
    "duplicate_goal",
    found=Wording("the goal of line {other} again", "noch einmal das Ziel von Zeile {other}"),
    allowed=Wording("each goal of a plan once", "jedes Ziel eines Plans einmal"),
    remedy=Wording(
        "Remove one or correct the id.", "Eines entfernen oder die Kennung berichtigen."
    ),
)
NOT_OF_TARGET = ProblemKind(
    "not_of_target",
    found=Wording(
        "a cell that the goal's kind of target does not have",
        "ein Feld, das die Art des Zielwerts nicht hat",
    ),
    allowed=Wording("for this target: {columns}", "für diesen Zielwert: {columns}"),
    remedy=Wording(
        "Empty the cell or correct the kind of target.",
        "Das Feld leeren oder die Art des Zielwerts berichtigen.",
    ),
)
CELL_TOO_LONG = ProblemKind(
    "cell_too_long",
    found=Wording("a cell of {length} characters", "ein Feld von {length} Zeichen"),
    allowed=Wording("at most {most} characters", "höchstens {most} Zeichen"),
    remedy=Wording(
        "Shorten the text; check for a quote that is not closed.",
        "Den Text kürzen; nach offenen Anführungszeichen suchen.",
    ),
)
NOT_IN_CSV = ProblemKind(
    "not_in_csv",
    found=Wording("a value that no cell can hold", "ein Wert, den kein Feld fassen kann"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording("Pass it on in Python.", "In Python weitergeben."),
)

DOCUMENT_KINDS = tuple(
    value for value in list(globals().values()) if isinstance(value, ProblemKind)
)
