"""Kinds of problems of the entries of plans."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

FORBIDDEN_TRANSITION = ProblemKind(
    "forbidden_transition",
    found=Wording(
        "a goal that goes from '{before}' to '{after}'", "ein Ziel von „{before}“ zu „{after}“"
    ),
    allowed=Wording("from '{before}' to: {allowed}", "von „{before}“ zu: {allowed}"),
    remedy=Wording("Record the steps between.", "Die Schritte dazwischen erfassen."),
)
REASON_MISSING = ProblemKind(
    "reason_missing",
    found=Wording(
        "a goal taken up again from '{before}' without a reason",
        "ein ohne Grund wieder aufgenommenes Ziel („{before}“)",
    ),
    allowed=Wording("a revision with a reason", "eine Revision mit Grund"),
    remedy=Wording("Give the revision's reason.", "Den Grund der Revision angeben."),
)
GOAL_DEPENDS_ON_ITSELF = ProblemKind(
    "goal_depends_on_itself",
    found=Wording("a goal that depends on itself", "ein Ziel, das von sich selbst abhängt"),
    allowed=Wording("ids of other goals", "Kennungen anderer Ziele"),
    remedy=Wording("Remove its own id.", "Die eigene Kennung entfernen."),
)
TITLE_AND_OTHER_STATUS = ProblemKind(
    "title_and_other_status",
    found=Wording(
        "a residence title and a status without title",
        "ein Aufenthaltstitel und ein Status ohne Titel",
    ),
    allowed=Wording("at most one of them", "höchstens eines davon"),
    remedy=Wording(
        "Keep what counts; record the other with its own period.",
        "Das Geltende behalten; das andere mit eigenem Zeitraum erfassen.",
    ),
)
SUBLEVEL_OF_ANOTHER_LEVEL = ProblemKind(
    "sublevel_of_another_level",
    found=Wording("a sub-level of another level", "eine Zwischenstufe eines anderen Niveaus"),
    allowed=Wording("a sub-level of {level}", "eine Zwischenstufe von {level}"),
    remedy=Wording("Correct the level or its sub-level.", "Niveau oder Zwischenstufe berichtigen."),
)
STEP_OUT_OF_ORDER = ProblemKind(
    "recognition_step_out_of_order",
    found=Wording("'{after}' after '{before}'", "„{after}“ nach „{before}“"),
    allowed=Wording("after '{before}': {allowed}", "nach „{before}“: {allowed}"),
    remedy=Wording(
        "Record the steps between; a day may be left out.",
        "Die Schritte dazwischen erfassen; der Tag darf fehlen.",
    ),
)
STEP_EARLIER = ProblemKind(
    "recognition_step_earlier",
    found=Wording(
        "a day before that of an earlier step", "ein Tag vor dem eines früheren Schritts"
    ),
    allowed=Wording("{day} or later", "{day} oder später"),
    remedy=Wording("Correct the days.", "Die Tage berichtigen."),
)
OUTCOME_WITHOUT_DECISION = ProblemKind(
    "outcome_without_decision",
    found=Wording("an outcome without a decision", "ein Ergebnis ohne Bescheid"),
    allowed=Wording("an outcome once there is a decision", "ein Ergebnis, sobald entschieden ist"),
    remedy=Wording("Record the step of the decision.", "Den Schritt des Bescheids erfassen."),
)
OUTCOME_OF_OTHER_OCCUPATIONS = ProblemKind(
    "outcome_of_other_occupations",
    found=Wording(
        "the outcome '{outcome}' for a {found} occupation",
        "das Ergebnis „{outcome}“ bei einem {found} Beruf",
    ),
    allowed=Wording("'{outcome}' for {allowed} occupations", "„{outcome}“ bei {allowed} Berufen"),
    remedy=Wording(
        "Correct the outcome, or whether the occupation is regulated.",
        "Das Ergebnis berichtigen oder ob der Beruf reglementiert ist.",
    ),
)
DAY_TOO_EARLY = ProblemKind(
    "day_too_early",
    found=Wording("a day before it began", "ein Tag vor dem Beginn"),
    allowed=Wording("{day} or later", "{day} oder später"),
    remedy=Wording("Correct the days.", "Die Tage berichtigen."),
)

NO_BASIS = ProblemKind(
    "no_basis_for_disclosure",
    found=Wording(
        "the data groups {groups}, which neither a legal basis nor a consent covers",
        "die Datengruppen {groups}, die weder Rechtsgrundlage noch Einwilligung deckt",
    ),
    allowed=Wording("groups that are covered; {why}", "gedeckte Datengruppen; {why}"),
    remedy=Wording(
        "Give a legal basis, or obtain and record a consent.",
        "Rechtsgrundlage angeben oder Einwilligung einholen und erfassen.",
    ),
)
NOT_OF_HOUSEHOLD = ProblemKind(
    "plan_of_another_household",
    found=Wording(
        "a plan whose family situation does not name the household",
        "ein Plan, dessen Familiensituation den Haushalt nicht nennt",
    ),
    allowed=Wording("plans that name it", "Pläne, die ihn nennen"),
    remedy=Wording(
        "Record the household in the family situation.",
        "Den Haushalt in der Familiensituation erfassen.",
    ),
)
PLAN_TWICE = ProblemKind(
    "plan_twice",
    found=Wording("a plan that is there already", "ein schon vorhandener Plan"),
    allowed=Wording("each plan once", "jeder Plan einmal"),
    remedy=Wording("Leave the second one out.", "Den zweiten weglassen."),
)

PLAN_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
