"""Kinds of problems of tables. Codes are those of the CSV reader where the mistake is the same."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

TABLE = Wording(
    "a table with __arrow_c_stream__: of polars, pandas from 2.2, pyarrow or duckdb",
    "eine Tabelle mit __arrow_c_stream__: von polars, pandas ab 2.2, pyarrow oder duckdb",
)
TEXT = Wording("text", "Text")

NO_TABLE = ProblemKind(
    "no_table",
    found=Wording("{found}, which is no table", "{found}, das keine Tabelle ist"),
    allowed=TABLE,
    remedy=Wording(
        "Make a table of it; Recipients.of takes mappings.",
        "Eine Tabelle daraus machen; Recipients.of nimmt Zuordnungen.",
    ),
)
UNREADABLE = ProblemKind(
    "unreadable_table",
    found=Wording(
        "a table that could not be read ({error})",
        "eine Tabelle, die nicht gelesen werden konnte ({error})",
    ),
    allowed=TABLE,
    remedy=Wording(
        "See the error that this one was raised from.",
        "Den Fehler ansehen, aus dem dieser folgt.",
    ),
)
UNKNOWN_COLUMN = ProblemKind(
    "unknown_column",
    found=Wording(
        "a column that the programme does not use", "eine Spalte, die nicht gebraucht wird"
    ),
    allowed=Wording("{columns}", "{columns}"),
    remedy=Wording(
        "Name it in ignore, or say in columns which of these it is.",
        "In ignore nennen oder in columns sagen, welche davon sie ist.",
    ),
)
WRONG_COLUMN = ProblemKind(
    "wrong_column_type",
    found=Wording("a column of {found}", "eine Spalte aus {found}"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording("Convert the column.", "Die Spalte umwandeln."),
)
NUMBERS_AS_KEYS = ProblemKind(
    "wrong_column_type",
    found=Wording("a column of {found}", "eine Spalte aus {found}"),
    allowed=Wording(
        "text; a number has lost its leading zero",
        "Text; eine Zahl hat ihre führende Null verloren",
    ),
    remedy=Wording(
        "Read the column as text where the table is made; converting it now brings no zero back.",
        "Die Spalte schon beim Anlegen der Tabelle als Text lesen; spätes Umwandeln bringt keine "
        "Null zurück.",
    ),
)
FLOAT_FIGURE = ProblemKind(
    "float_figure",
    found=Wording("a floating-point number", "eine Gleitkommazahl"),
    allowed=Wording(
        "whole numbers, decimals, or text such as '12.5'",
        "ganze Zahlen, Dezimalzahlen oder Text wie '12.5'",
    ),
    remedy=Wording(
        "Read the column as decimals or as text where the table is made.",
        "Die Spalte schon beim Anlegen der Tabelle als Dezimalzahlen oder Text lesen.",
    ),
)
FLOAT_NOT_WHOLE = ProblemKind(
    "float_figure",
    found=Wording(
        "a floating-point number that is not whole, or too large to be exact",
        "eine Gleitkommazahl, die nicht ganz oder für Genauigkeit zu groß ist",
    ),
    allowed=Wording("whole numbers below {most}", "ganze Zahlen unter {most}"),
    remedy=Wording(
        "Correct the number, or read the column as whole numbers.",
        "Die Zahl berichtigen oder die Spalte als ganze Zahlen lesen.",
    ),
)
NOT_MIDNIGHT = ProblemKind(
    "not_a_date",
    found=Wording("a moment within a day", "ein Zeitpunkt innerhalb eines Tages"),
    allowed=Wording("a date, or midnight", "ein Datum, oder Mitternacht"),
    remedy=Wording("Make it a date.", "Ein Datum daraus machen."),
)
OUTSIDE_CALENDAR = ProblemKind(
    "not_a_date",
    found=Wording("a day outside the years 1 to 9999", "ein Tag außerhalb der Jahre 1 bis 9999"),
    allowed=Wording("a date of these years", "ein Datum dieser Jahre"),
    remedy=Wording("Correct the date.", "Das Datum berichtigen."),
)
DUPLICATE_KEY = ProblemKind(
    "duplicate_recipient",
    found=Wording("the key of row {other} again", "noch einmal der Schlüssel von Zeile {other}"),
    allowed=Wording("each key once", "jeder Schlüssel einmal"),
    remedy=Wording(
        "Merge the rows or correct the key.",
        "Die Zeilen zusammenführen oder den Schlüssel berichtigen.",
    ),
)
ROWS_DISAGREE = ProblemKind(
    "rows_disagree",
    found=Wording("another value than in row {other}", "ein anderer Wert als in Zeile {other}"),
    allowed=Wording("one value for all rows of a key", "ein Wert für alle Zeilen eines Schlüssels"),
    remedy=Wording("Make the rows agree.", "Die Zeilen in Einklang bringen."),
)
TOO_MANY_DIGITS = ProblemKind(
    "too_many_digits",
    found=Wording("a number of too many digits", "eine Zahl mit zu vielen Stellen"),
    allowed=Wording("what {type} can hold", "was {type} fasst"),
    remedy=Wording(
        "Write the awards as CSV or JSON, which have no such limit.",
        "Die Beträge als CSV oder JSON schreiben, die keine solche Grenze haben.",
    ),
)

TABLE_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
