"""Kinds of problems of funding."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

UNKNOWN_CITATION = ProblemKind(
    "unknown_citation",
    found=Wording("a citation that is not listed", "eine Quelle, die nicht aufgeführt ist"),
    allowed=Wording("an id of citations", "eine Kennung aus citations"),
    remedy=Wording(
        "List the citation, or correct its id.",
        "Die Quelle aufführen oder die Kennung berichtigen.",
    ),
)
UNUSED_CITATION = ProblemKind(
    "unused_citation",
    found=Wording("a citation that nothing rests on", "eine Quelle, auf die sich nichts stützt"),
    allowed=Wording("citations that are used", "Quellen, die verwendet werden"),
    remedy=Wording(
        "Name it where it is used, or leave it out.",
        "Sie dort nennen, wo sie gilt, oder weglassen.",
    ),
)
REPEATED_ID = ProblemKind(
    "repeated_id",
    found=Wording("an id that stands twice", "eine Kennung, die zweimal vorkommt"),
    allowed=Wording("each id once", "jede Kennung einmal"),
    remedy=Wording("Give it another id.", "Eine andere Kennung vergeben."),
)
UNKNOWN_LINE = ProblemKind(
    "unknown_line",
    found=Wording("a line that does not exist", "ein Posten, den es nicht gibt"),
    allowed=Wording("another line of the same budget", "ein anderer Posten desselben Haushalts"),
    remedy=Wording(
        "Add the line, or correct its id.", "Den Posten ergänzen oder die Kennung berichtigen."
    ),
)
LINES_IN_CIRCLE = ProblemKind(
    "lines_in_circle",
    found=Wording("a line that is a part of itself", "ein Posten, der Teil seiner selbst ist"),
    allowed=Wording("lines that lead to a whole", "Posten, die zu einem Ganzen führen"),
    remedy=Wording("Correct part_of.", "part_of berichtigen."),
)
LINES_DO_NOT_ADD_UP = ProblemKind(
    "lines_do_not_add_up",
    found=Wording("parts of {found} in all", "Teile von zusammen {found}"),
    allowed=Wording("the {allowed} of the line", "die {allowed} des Postens"),
    remedy=Wording(
        "Correct an amount; where one part is unknown, leave its amount out.",
        "Einen Betrag berichtigen; ist ein Teil unbekannt, seinen Betrag weglassen.",
    ),
)
SHARES_DO_NOT_ADD_UP = ProblemKind(
    "shares_do_not_add_up",
    found=Wording("shares of {found} % in all", "Anteile von zusammen {found} %"),
    allowed=Wording(
        "100 % at most, and just that if all are given",
        "höchstens 100 %, und genau das, wenn alle angegeben sind",
    ),
    remedy=Wording("Correct a share.", "Einen Anteil berichtigen."),
)
NOT_ONE_FORM = ProblemKind(
    "not_one_form",
    found=Wording("{count} of the forms of a deadline", "{count} der Formen einer Frist"),
    allowed=Wording(
        "one: a day (on), a day of each year (month and day), or a time after something (after)",
        "eine: ein Tag (on), ein Tag jedes Jahres (month, day) oder eine Zeit nach etwas (after)",
    ),
    remedy=Wording("Keep one of them.", "Eine davon behalten."),
)
HALF_A_FORM = ProblemKind(
    "half_a_deadline",
    found=Wording("a deadline that lacks a part", "eine Frist, der ein Teil fehlt"),
    allowed=Wording(
        "month and day together, or after together with days, weeks, months or years",
        "month und day zusammen, oder after zusammen mit Tagen, Wochen, Monaten oder Jahren",
    ),
    remedy=Wording("Add what is missing.", "Das Fehlende ergänzen."),
)
NO_SUCH_DAY = ProblemKind(
    "no_such_day",
    found=Wording("a day that its month does not have", "ein Tag, den der Monat nicht hat"),
    allowed=Wording("a day of the month, of every year", "ein Tag des Monats, in jedem Jahr"),
    remedy=Wording("Correct the day.", "Den Tag berichtigen."),
)
NOT_MONEY = ProblemKind(
    "no_money",
    found=Wording("an amount below zero", "ein Betrag unter null"),
    allowed=Wording("0 or more", "0 oder mehr"),
    remedy=Wording("Correct the amount.", "Den Betrag berichtigen."),
)
OTHER_CURRENCY = ProblemKind(
    "other_currency",
    found=Wording("an amount in another currency", "ein Betrag in einer anderen Währung"),
    allowed=Wording("one currency", "eine Währung"),
    remedy=Wording("Convert it first.", "Ihn vorher umrechnen."),
)

FUNDING_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
