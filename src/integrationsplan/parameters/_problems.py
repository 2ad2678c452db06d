"""Kinds of problems of parameters."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

NOT_ONE_VALUE = ProblemKind(
    "not_one_value",
    found=Wording(
        "{count} of value, table, bands, date and codes",
        "{count} von value, table, bands, date und codes",
    ),
    allowed=Wording("exactly one of them", "genau eines davon"),
    remedy=Wording("Keep one.", "Eines behalten."),
)
BANDS_UNSORTED = ProblemKind(
    "bands_unsorted",
    found=Wording(
        "a band that does not begin above the one before",
        "ein Band, das nicht über dem vorigen beginnt",
    ),
    allowed=Wording("rising lower ends", "steigende Untergrenzen"),
    remedy=Wording("Sort the bands and remove repeats.", "Sortieren und Doppelte entfernen."),
)
NOT_ONE_LOWER_END = ProblemKind(
    "not_one_lower_end",
    found=Wording("both or neither of at_least and above", "at_least und above, oder keines"),
    allowed=Wording("exactly one of them", "genau eines davon"),
    remedy=Wording(
        "Say where the band begins: at a number, or above it.",
        "Angeben, wo das Band beginnt: bei einer Zahl oder darüber.",
    ),
)
TWO_UPPER_ENDS = ProblemKind(
    "two_upper_ends",
    found=Wording("both below and at_most", "below und at_most zugleich"),
    allowed=Wording("at most one of them", "höchstens eines davon"),
    remedy=Wording("Keep what the source prints.", "Behalten, was die Quelle druckt."),
)
EMPTY_BAND = ProblemKind(
    "empty_band",
    found=Wording("a band that ends where it begins", "ein Band, das endet, wo es beginnt"),
    allowed=Wording("an upper end above the lower one", "eine Obergrenze über der Untergrenze"),
    remedy=Wording("Correct one of the ends.", "Eine der Grenzen berichtigen."),
)
BANDS_GAP = ProblemKind(
    "bands_gap",
    found=Wording(
        "a gap between this band and the one before",
        "eine Lücke zwischen diesem Band und dem vorigen",
    ),
    allowed=Wording(
        "bands that meet: below with at_least, at_most with above",
        "Bänder, die sich treffen: below mit at_least, at_most mit above",
    ),
    remedy=Wording(
        "Compare the ends with the source; write lower ends alone where it prints no others.",
        "Mit der Quelle vergleichen; nur Untergrenzen schreiben, wo sie nur solche druckt.",
    ),
)
BANDS_OVERLAP = ProblemKind(
    "bands_overlap",
    found=Wording("a band that begins in the one before", "ein Band, das im vorigen beginnt"),
    allowed=BANDS_GAP.allowed,
    remedy=BANDS_GAP.remedy,
)
NO_BANDS = ProblemKind(
    "no_bands",
    found=Wording("bands_unit without bands", "bands_unit ohne bands"),
    allowed=Wording("bands_unit with bands", "bands_unit bei bands"),
    remedy=Wording("Remove bands_unit.", "bands_unit entfernen."),
)
WRONG_SUM = ProblemKind(
    "wrong_sum",
    found=Wording("a table that sums to {found}", "eine Tabelle mit der Summe {found}"),
    allowed=Wording("the declared sum {allowed}", "die angegebene Summe {allowed}"),
    remedy=Wording(
        "Compare each row with the source; if the source itself sums so, declare that sum.",
        "Jede Zeile mit der Quelle vergleichen; summiert die Quelle so, diese Summe angeben.",
    ),
)
SUMS_NOTHING = ProblemKind(
    "sums_nothing",
    found=Wording(
        "a sum for a parameter that is no table of numbers",
        "eine Summe für einen Parameter, der keine Tabelle von Zahlen ist",
    ),
    allowed=Wording("sums_to with tables of numbers", "sums_to bei Tabellen von Zahlen"),
    remedy=Wording("Remove sums_to and sums_per.", "sums_to und sums_per entfernen."),
)
SUM_MISSING = ProblemKind(
    "sum_missing",
    found=Wording("sums_per without sums_to", "sums_per ohne sums_to"),
    allowed=Wording("both, or sums_to alone", "beides, oder sums_to allein"),
    remedy=Wording("Say what each table sums to.", "Angeben, was jede Tabelle ergibt."),
)
OVERRIDDEN_TABLE = ProblemKind(
    "overridden_table",
    found=Wording("one value for a table", "ein Wert für eine Tabelle"),
    allowed=Wording("rows of the table, each by its code", "Zeilen der Tabelle, je nach Code"),
    remedy=Wording("Say which rows are assumed.", "Angeben, welche Zeilen angenommen sind."),
)
NO_TABLE = ProblemKind(
    "overridden_value",
    found=Wording("rows for a parameter without table", "Zeilen für einen Parameter ohne Tabelle"),
    allowed=Wording("one value", "ein Wert"),
    remedy=Wording("Give one value.", "Einen Wert angeben."),
)
FORM_OF_ANOTHER_UNIT = ProblemKind(
    "form_of_another_unit",
    found=Wording("{found}, which the unit does not have", "{found}, das die Einheit nicht hat"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording(
        "Give values of the unit, or correct the unit.",
        "Werte der Einheit angeben oder die Einheit berichtigen.",
    ),
)
