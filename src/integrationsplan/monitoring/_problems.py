"""Kinds of problems of monitoring."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

# ----------------------------------------------------------------------------- disclosure control

NO_SUCH_CELL = ProblemKind(
    "no_such_cell",
    found=Wording("no cell of this table", "kein Feld dieser Tabelle"),
    allowed=Wording("one known group for each dimension", "eine bekannte Gruppe je Merkmal"),
    remedy=Wording(
        "Name a group of each dimension, or give the group among the groups.",
        "Je Merkmal eine Gruppe nennen oder die Gruppe bei den Gruppen angeben.",
    ),
)
NO_GROUPS = ProblemKind(
    "no_groups",
    found=Wording("a dimension without groups", "ein Merkmal ohne Gruppen"),
    allowed=Wording("at least one group", "mindestens eine Gruppe"),
    remedy=Wording("Give the groups.", "Die Gruppen angeben."),
)
NAME_TWICE = ProblemKind(
    "name_twice",
    found=Wording("a name that is taken", "ein Name, der vergeben ist"),
    allowed=Wording(
        "different names for dimensions, for groups and for sums of groups; none is 'total'",
        "verschiedene Namen für Merkmale, für Gruppen und für Summen; keiner ist 'total'",
    ),
    remedy=Wording("Choose another name.", "Einen anderen Namen wählen."),
)
NO_COUNT = ProblemKind(
    "no_count",
    found=Wording("no count", "keine Anzahl"),
    allowed=Wording(
        "a whole number from 0, or nothing where it is not known",
        "eine ganze Zahl ab 0 oder nichts, wo sie unbekannt ist",
    ),
    remedy=Wording("Give what was counted.", "Angeben, was gezählt wurde."),
)
TABLES_DISAGREE = ProblemKind(
    "tables_disagree",
    found=Wording(
        "a dimension or a cell that another table has otherwise",
        "ein Merkmal oder ein Feld, das eine andere Tabelle anders hat",
    ),
    allowed=Wording(
        "tables that count the same, in the same groups",
        "Tabellen, die dasselbe zählen, in denselben Gruppen",
    ),
    remedy=Wording(
        "Count both from the same data; name what is another dimension in another way.",
        "Beide aus denselben Daten zählen; ein anderes Merkmal anders nennen.",
    ),
)
NO_RULE = ProblemKind(
    "no_rule",
    found=Wording("rules that protect nothing", "Regeln, die nichts schützen"),
    allowed=Wording(
        "a least count, a rounding or both", "eine Mindestzahl, eine Rundung oder beides"
    ),
    remedy=Wording(
        "Choose at least one; the body that publishes has to know which.",
        "Mindestens eines wählen; die veröffentlichende Stelle muss wissen, welches.",
    ),
)
NOT_BELOW_LEAST = ProblemKind(
    "nothing_is_small",
    found=Wording(
        "a choice about small counts without a least count",
        "eine Festlegung zu kleinen Zahlen ohne Mindestzahl",
    ),
    allowed=Wording("only with a least count", "nur mit einer Mindestzahl"),
    remedy=Wording(
        "Give the least count, or leave the choice out.",
        "Die Mindestzahl angeben oder die Festlegung weglassen.",
    ),
)

# ------------------------------------------------------------------------------ counting, reports

OPEN_TIME = ProblemKind(
    "open_time",
    found=Wording("a time without beginning or end", "ein Zeitraum ohne Beginn oder Ende"),
    allowed=Wording("a time with both ends", "ein Zeitraum mit beiden Enden"),
    remedy=Wording("Give the first and the last day.", "Ersten und letzten Tag angeben."),
)
LOOKED_AT_BEFORE_END = ProblemKind(
    "looked_at_before_end",
    found=Wording("a day before the key date", "ein Tag vor dem Stichtag"),
    allowed=Wording(
        "the last day of the period, or a later one",
        "der letzte Tag des Zeitraums oder ein späterer",
    ),
    remedy=Wording(
        "Wait until the period is over, or choose a shorter one.",
        "Das Ende des Zeitraums abwarten oder einen kürzeren wählen.",
    ),
)
ROW_TWICE = ProblemKind(
    "row_twice",
    found=Wording("a second figure for the same group", "ein zweiter Wert für dieselbe Gruppe"),
    allowed=Wording("one figure for each group", "ein Wert je Gruppe"),
    remedy=Wording("Keep one of them.", "Einen davon behalten."),
)
VALUE_AND_STATUS = ProblemKind(
    "value_and_status",
    found=Wording(
        "a value and a status that do not fit together",
        "Wert und Aussagekraft, die nicht zusammenpassen",
    ),
    allowed=Wording(
        "a value if it is counted or rounded, and none otherwise",
        "ein Wert, wenn gezählt oder gerundet wurde, sonst keiner",
    ),
    remedy=Wording("Correct one of the two.", "Eines von beiden berichtigen."),
)
GROUP_TOTAL = ProblemKind(
    "group_called_total",
    found=Wording("a group called 'total'", "eine Gruppe namens 'total'"),
    allowed=Wording(
        "a text of 1 to 200 characters other than 'total', or nothing",
        "ein Text von 1 bis 200 Zeichen außer 'total' oder nichts",
    ),
    remedy=Wording("Call the group otherwise.", "Die Gruppe anders nennen."),
)
NAME_OF_COLUMN = ProblemKind(
    "name_of_column",
    found=Wording(
        "a dimension with the name of a column of the tidy table",
        "ein Merkmal, das wie eine Spalte der Tabelle heißt",
    ),
    allowed=Wording(
        "another name than report, start, end, indicator, label, value, status, of, lacking and "
        "undecided",
        "ein anderer Name als report, start, end, indicator, label, value, status, of, lacking und "
        "undecided",
    ),
    remedy=Wording("Call the dimension otherwise.", "Das Merkmal anders nennen."),
)
NOT_THE_SUM = ProblemKind(
    "not_the_sum",
    found=Wording("a sum that is not that of its parts", "eine Summe, die nicht die der Teile ist"),
    allowed=Wording(
        "every group of every dimension, and sums that are those of the groups",
        "jede Gruppe jedes Merkmals und Summen, die die der Gruppen sind",
    ),
    remedy=Wording(
        "Protect the report as it was counted, before anything is left out or rounded.",
        "Den Bericht schützen, wie er gezählt wurde, bevor etwas weggelassen oder gerundet wird.",
    ),
)
ALREADY_PROTECTED = ProblemKind(
    "already_protected",
    found=Wording("a report that was protected before", "ein Bericht, der schon geschützt ist"),
    allowed=Wording("a report as it was counted", "ein Bericht, wie er gezählt wurde"),
    remedy=Wording(
        "Protect the report as it was counted; what is left out cannot be protected any more.",
        "Den gezählten Bericht schützen; was fehlt, lässt sich nicht mehr schützen.",
    ),
)
TWO_FAMILIES = ProblemKind(
    "two_families",
    found=Wording(
        "indicators of both periods of the ESF, which divide the same persons in two ways",
        "Indikatoren beider Förderperioden des ESF, die dieselben Personen verschieden aufteilen",
    ),
    allowed=Wording("those of one of the two", "die einer der beiden"),
    remedy=Wording(
        "Count one report for each, and publish one of them.",
        "Je einen Bericht zählen und einen davon veröffentlichen.",
    ),
)
COUNTED_OTHERWISE = ProblemKind(
    "counted_otherwise",
    found=Wording(
        "counts of other indicators, groups, times or rules",
        "Zählungen anderer Indikatoren, Gruppen, Zeiträume oder Festlegungen",
    ),
    allowed=Wording("counts made in the same way", "gleich gezählte Werte"),
    remedy=Wording(
        "Count both in the same way; then they can be put together.",
        "Beide gleich zählen; dann lassen sie sich zusammenführen.",
    ),
)

MONITORING_KINDS = tuple(kind for kind in globals().values() if isinstance(kind, ProblemKind))
