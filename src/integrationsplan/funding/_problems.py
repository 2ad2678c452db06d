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

NOT_POSITIVE = ProblemKind(
    "not_positive",
    found=Wording("a post of no size", "eine Stelle ohne Umfang"),
    allowed=Wording("a part above 0", "ein Anteil über 0"),
    remedy=Wording(
        "Give the part, or leave the post out.", "Den Anteil angeben oder die Stelle weglassen."
    ),
)
ENDS_BEFORE_START = ProblemKind(
    "ends_before_start",
    found=Wording("an end before the start", "ein Ende vor dem Beginn"),
    allowed=Wording("an end on or after the start", "ein Ende am Tag des Beginns oder danach"),
    remedy=Wording("Correct the dates.", "Die Daten berichtigen."),
)
OPEN_PERIOD = ProblemKind(
    "open_period",
    found=Wording("a period without start or end", "ein Zeitraum ohne Beginn oder Ende"),
    allowed=Wording("a period with both", "ein Zeitraum mit beidem"),
    remedy=Wording("Give both dates.", "Beide Daten angeben."),
)
UNKNOWN_EMPLOYER = ProblemKind(
    "unknown_employer",
    found=Wording(
        "an employer who does not take part", "ein Anstellungsträger, der nicht beteiligt ist"
    ),
    allowed=Wording(
        "the key of a participant or the id of a carrier",
        "der Schlüssel eines Beteiligten oder die Kennung eines Trägers",
    ),
    remedy=Wording(
        "List the carrier, or correct the employer.",
        "Den Träger aufführen oder den Anstellungsträger berichtigen.",
    ),
)
UNKNOWN_POST = ProblemKind(
    "unknown_post",
    found=Wording("a post that is not there", "eine Stelle, die es nicht gibt"),
    allowed=Wording("the id of a post", "die Kennung einer Stelle"),
    remedy=Wording(
        "List the post, or correct its id.", "Die Stelle aufführen oder die Kennung berichtigen."
    ),
)

NEEDS_ALL_RECIPIENTS = ProblemKind(
    "needs_all_recipients",
    found=Wording("a rule that looks at all recipients", "eine Regel, die alle Empfänger ansieht"),
    allowed=Wording(
        "a rule that a single application can be computed by",
        "eine Regel, nach der sich ein einzelner Antrag berechnen lässt",
    ),
    remedy=Wording(
        "Allocate among all recipients first, and give each its planning framework.",
        "Zuerst unter allen Empfängern verteilen und jedem seinen Planungsrahmen geben.",
    ),
)
BROKEN_YEARS = ProblemKind(
    "broken_years",
    found=Wording("a period of broken years", "ein Zeitraum mit angebrochenen Jahren"),
    allowed=Wording(
        "whole years, for a rule of yearly sums", "ganze Jahre bei einer Regel mit Jahresbeträgen"
    ),
    remedy=Wording(
        "Choose whole years, or a rule that counts months.",
        "Ganze Jahre wählen oder eine Regel, die Monate zählt.",
    ),
)
NO_AMOUNT = ProblemKind(
    "no_amount",
    found=Wording(
        "a rule that gives no amount of money", "eine Regel, die keinen Geldbetrag ergibt"
    ),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording("Choose the rule of the award.", "Die Regel der Zuwendung wählen."),
)

NO_MONEY_MOVED = ProblemKind(
    "no_money_moved",
    found=Wording("an amount of zero or below", "ein Betrag von null oder darunter"),
    allowed=Wording("an amount above 0", "ein Betrag über 0"),
    remedy=Wording(
        "Give the amount; what goes the other way is an event of another kind.",
        "Den Betrag angeben; was umgekehrt fließt, ist ein Vorgang anderer Art.",
    ),
)
INSTALMENTS_EXCEED = ProblemKind(
    "instalments_exceed",
    found=Wording("instalments above the grant", "Raten über der Zuwendung"),
    allowed=Wording("as much as is granted", "so viel, wie bewilligt ist"),
    remedy=Wording("Correct the instalments.", "Die Raten berichtigen."),
)
NOT_GRANTED = ProblemKind(
    "not_granted",
    found=Wording("an event before the grant", "ein Vorgang vor der Bewilligung"),
    allowed=Wording("the notice first", "zuerst die Bewilligung"),
    remedy=Wording(
        "Record the notice, or correct the day.",
        "Die Bewilligung erfassen oder den Tag berichtigen.",
    ),
)
GRANTED_TWICE = ProblemKind(
    "granted_twice",
    found=Wording("a second notice", "eine zweite Bewilligung"),
    allowed=Wording("one notice, and amendments of it", "eine Bewilligung und ihre Änderungen"),
    remedy=Wording("Record it as an amendment.", "Sie als Änderung erfassen."),
)
OUT_OF_ORDER = ProblemKind(
    "events_out_of_order",
    found=Wording(
        "an event earlier than the one before it", "ein Vorgang, der früher war als der davor"
    ),
    allowed=Wording("events in the order of their days", "Vorgänge in der Folge ihrer Tage"),
    remedy=Wording("Sort the events; record() does so.", "Die Vorgänge ordnen; record() tut es."),
)
MORE_THAN_THERE_IS = ProblemKind(
    "more_than_there_is",
    found=Wording("{found}", "{found}"),
    allowed=Wording("at most {allowed}: {what}", "höchstens {allowed}: {what}"),
    remedy=Wording(
        "Correct the amount, or record first what is missing.",
        "Den Betrag berichtigen oder zuerst erfassen, was fehlt.",
    ),
)
BELOW_OWED = ProblemKind(
    "grant_below_owed",
    found=Wording("a grant of {found}", "eine Zuwendung von {found}"),
    allowed=Wording(
        "no less than the {allowed} of the final notice",
        "nicht weniger als die {allowed} des Schlussbescheids",
    ),
    remedy=Wording(
        "Record first a final notice that leaves less.",
        "Zuerst einen Schlussbescheid erfassen, der weniger lässt.",
    ),
)
POST_IS_FILLED = ProblemKind(
    "post_is_filled",
    found=Wording("a post that is held already", "eine Stelle, die schon besetzt ist"),
    allowed=Wording("a post that is free", "eine freie Stelle"),
    remedy=Wording("Record first that it was vacated.", "Zuerst erfassen, dass sie frei wurde."),
)
POST_IS_FREE = ProblemKind(
    "post_is_free",
    found=Wording("a post that nobody holds", "eine Stelle, die niemand innehat"),
    allowed=Wording("a post that is held", "eine besetzte Stelle"),
    remedy=Wording(
        "Record first that it was filled, or correct its id.",
        "Zuerst erfassen, dass sie besetzt wurde, oder die Kennung berichtigen.",
    ),
)

PROOF_OF_ANOTHER = ProblemKind(
    "proof_of_another_grant",
    found=Wording(
        "a proof of use of another grant", "ein Verwendungsnachweis zu einer anderen Zuwendung"
    ),
    allowed=Wording("the proof of this grant", "der Nachweis zu dieser Zuwendung"),
    remedy=Wording("Give the proof that belongs to it.", "Den zugehörigen Nachweis angeben."),
)
NEEDS_RULE = ProblemKind(
    "needs_rule",
    found=Wording("no rule", "keine Regel"),
    allowed=Wording(
        "the rule of the award, where fixed sums are paid",
        "die Regel der Zuwendung, wo Festbeträge gezahlt werden",
    ),
    remedy=Wording("Give the rule.", "Die Regel angeben."),
)

NOBODY_TAKES_PART = ProblemKind(
    "nobody_takes_part",
    found=Wording(
        "an application in which nobody takes part", "ein Antrag, an dem niemand beteiligt ist"
    ),
    allowed=Wording("the applicant or members", "der Antragsteller oder andere Beteiligte"),
    remedy=Wording(
        "List the members, or let the applicant take part.",
        "Die Beteiligten aufführen oder den Antragsteller beteiligen.",
    ),
)

INTERIM_SETTLES_NOTHING = ProblemKind(
    "interim_settles_nothing",
    found=Wording("an interim proof of use", "ein Zwischenverwendungsnachweis"),
    allowed=Wording(
        "the final proof, for a final notice", "der Verwendungsnachweis für einen Schlussbescheid"
    ),
    remedy=Wording("Settle the final proof.", "Den Verwendungsnachweis abrechnen."),
)

OTHER_PROGRAMME = ProblemKind(
    "other_programme",
    found=Wording(
        "what belongs to another programme", "etwas, das zu einem anderen Programm gehört"
    ),
    allowed=Wording("the programme of the grant", "das Programm der Zuwendung"),
    remedy=Wording("Give what belongs to it.", "Angeben, was dazugehört."),
)

NO_EXTENSION = ProblemKind(
    "no_extension",
    found=Wording("a period that extends nothing", "ein Zeitraum, der nichts verlängert"),
    allowed=Wording(
        "the start of the granted period and a later end",
        "der Beginn des bewilligten Zeitraums und ein späteres Ende",
    ),
    remedy=Wording("Give the whole time from now on.", "Den ganzen neuen Zeitraum angeben."),
)
NO_FRAMEWORK = ProblemKind(
    "no_framework",
    found=Wording("participants without a planning framework", "Beteiligte ohne Planungsrahmen"),
    allowed=Wording(
        "the planning framework of each, not all of them zero",
        "der Planungsrahmen von jedem, nicht alle null",
    ),
    remedy=Wording("Give what is missing.", "Das Fehlende angeben."),
)

SEVERAL_QUARTERS = ProblemKind(
    "several_quarters",
    found=Wording("a time of several quarters", "eine Zeit über mehrere Quartale"),
    allowed=Wording("a time within one quarter", "eine Zeit innerhalb eines Quartals"),
    remedy=Wording("Give an amount for each quarter.", "Für jedes Quartal einen Betrag angeben."),
)
NOT_COVERED = ProblemKind(
    "not_covered",
    found=Wording("a time that the claim is not for", "eine Zeit, für die der Antrag nicht gilt"),
    allowed=Wording("a time that the claim covers", "eine Zeit, die der Antrag umfasst"),
    remedy=Wording(
        "Correct the time, or claim for it too.", "Die Zeit berichtigen oder auch beantragen."
    ),
)

FUNDING_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
