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

MONITORING_KINDS = tuple(kind for kind in globals().values() if isinstance(kind, ProblemKind))
