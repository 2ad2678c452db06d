"""What reviews of concepts and networks can find, as data."""

from integrationsplan._language import Wording
from integrationsplan.findings import FindingKind, Severity

__all__ = ["CONCEPT_FINDINGS"]


def _warning(code: str, en: str, de: str) -> FindingKind:
    return FindingKind(code, Severity.WARNING, Wording(en, de))


def _notice(code: str, en: str, de: str) -> FindingKind:
    return FindingKind(code, Severity.NOTICE, Wording(en, de))


# The concept as a whole.
NOT_ADOPTED = _warning(
    "concept_not_adopted",
    "The concept is not adopted: no resolution lets it hold.",
    "Das Konzept ist nicht beschlossen: Kein Beschluss lässt es gelten.",
)
NOT_VALID = _warning(
    "concept_not_valid",
    "No concept is known to have held since {since}.",
    "Seit {since} gilt, soweit bekannt, kein Konzept.",
)
GAP = _notice(
    "concept_gap",
    "No concept is known to have held from {start} to {end}.",
    "Vom {start} bis {end} galt, soweit bekannt, kein Konzept.",
)
UNDATED = _notice(
    "resolution_without_day",
    "When this was resolved is not known; therefore nothing holds by it.",
    "Wann dies beschlossen wurde, ist nicht bekannt; daher gilt dadurch nichts.",
)
ENDS_SOON = _notice(
    "concept_ends",
    "The concept holds until {end}.",
    "Das Konzept gilt bis {end}.",
)
TOO_OLD = _warning(
    "concept_too_old",
    "The concept is of {last}; it is to be no older than {years} years.",
    "Das Konzept ist vom {last}; es soll höchstens {years} Jahre alt sein.",
)
CHANGED_SINCE = _notice(
    "changed_since_resolution",
    "Since revision {revision}, which was resolved, these have changed: {entries}.",
    "Seit der beschlossenen Revision {revision} haben sich geändert: {entries}.",
)
NO_SUCH_REVISION = _warning(
    "resolved_revision_missing",
    "Revision {revision} was resolved, and the concept has no such revision.",
    "Beschlossen wurde Revision {revision}, die das Konzept nicht hat.",
)
NOT_ALIGNED = _warning(
    "not_aligned",
    "The concept does not say how it follows {higher}.",
    "Das Konzept sagt nicht, wie es {higher} folgt.",
)
HIGHER_GOAL_MISSING = _warning(
    "higher_goal_missing",
    "The goal {goal} is not in the higher concept {higher}.",
    "Das Ziel {goal} steht nicht im übergeordneten Konzept {higher}.",
)
GROUP_MISSING = _warning(
    "target_group_missing",
    "The concept has to be for one of these groups, and names none of them: {groups}.",
    "Das Konzept muss einer dieser Gruppen gelten und nennt keine davon: {groups}.",
)
NO_EVALUATION = _notice(
    "no_evaluation",
    "No evaluation is named.",
    "Es ist keine Evaluation genannt.",
)
EVALUATION_OVERDUE = _warning(
    "evaluation_overdue",
    "The evaluation was due on {due}.",
    "Die Evaluation war am {due} fällig.",
)
STAGE_OVERDUE = _warning(
    "stage_overdue",
    "The stage '{stage}' was due on {due}.",
    "Die Etappe „{stage}“ war am {due} fällig.",
)

# Its parts.
FIELD_WITHOUT_GOAL = _notice(
    "field_without_goal",
    "No goal is named for the field of action.",
    "Zu dem Handlungsfeld ist kein Ziel genannt.",
)
GOAL_WITHOUT_INDICATOR = _warning(
    "goal_without_indicator",
    "No indicator is named that measures the goal.",
    "Für das Ziel ist kein Indikator genannt.",
)
GOAL_WITHOUT_EFFECT = _notice(
    "goal_without_effect_indicator",
    "The goal is measured, but not by its effect: {senses}.",
    "Das Ziel wird gemessen, aber nicht an der Wirkung: {senses}.",
)
GOAL_WITHOUT_MEASURE = _warning(
    "goal_without_measure",
    "No measure that is planned or goes on is named for the goal.",
    "Für das Ziel ist keine geplante oder laufende Maßnahme genannt.",
)
GOALS_IN_CIRCLE = _warning(
    "goals_in_a_circle",
    "The goal is, by way of others, a part of itself.",
    "Das Ziel ist über andere ein Teil von sich selbst.",
)
GOAL_OVERDUE = _warning(
    "concept_goal_overdue",
    "The goal was to be reached by {due}.",
    "Das Ziel war bis {due} zu erreichen.",
)
MEASURE_WITHOUT_RESPONSIBLE = _warning(
    "measure_without_responsible",
    "It is not said who is responsible for the measure.",
    "Für die Maßnahme ist keine Zuständigkeit genannt.",
)
MEASURE_WITHOUT_GOAL = _notice(
    "measure_without_goal",
    "No goal is named that the measure serves.",
    "Für die Maßnahme ist kein Ziel genannt.",
)
MEASURE_OVERDUE = _warning(
    "concept_measure_overdue",
    "The measure was to be done by {due}.",
    "Die Maßnahme war bis {due} abzuschließen.",
)
MEASURE_NOT_COVERED = _warning(
    "measure_not_covered",
    "The measure costs {cost}; {covered} of it are covered.",
    "Die Maßnahme kostet {cost}; gedeckt sind {covered}.",
)
OFFER_UNKNOWN = _warning(
    "offer_unknown",
    "The offer {offer} is not in the network.",
    "Das Angebot {offer} steht nicht im Netzwerk.",
)
NO_OFFER_RUNS = _warning(
    "no_offer_runs",
    "The measure runs by offers, and none of them does on the day: {offers}.",
    "Die Maßnahme läuft über Angebote, von denen am Tag keines läuft: {offers}.",
)
INDICATOR_WITHOUT_BASELINE = _notice(
    "indicator_without_baseline",
    "The indicator has no baseline.",
    "Der Indikator hat keinen Ausgangswert.",
)
INDICATOR_WITHOUT_TARGET = _notice(
    "indicator_without_target",
    "The indicator has no target.",
    "Der Indikator hat keinen Zielwert.",
)
INDICATOR_NOT_MEASURED = _warning(
    "indicator_not_measured",
    "The indicator has a target for {target}, and no value since {since}.",
    "Der Indikator hat einen Zielwert für {target} und seit {since} keinen Wert.",
)
TARGET_MISSED = _warning(
    "target_missed",
    "The target of {target} for {on} was missed by {distance}.",
    "Der Zielwert {target} für den {on} wurde um {distance} verfehlt.",
)
REFERENCE_MISSING = _warning(
    "reference_missing",
    "The field '{field}' names the entry {entry}, which is not there.",
    "Das Feld „{field}“ nennt den Eintrag {entry}, den es nicht gibt.",
)
REFERENCE_OF_OTHER_KIND = _warning(
    "reference_of_other_kind",
    "The field '{field}' names the entry {entry}, which is of another kind: {found}.",
    "Das Feld „{field}“ nennt den Eintrag {entry}, der von anderer Art ist: {found}.",
)

# Networks.
DECISION_OVERDUE = _warning(
    "decision_overdue",
    "What was decided was due on {due}.",
    "Die Verabredung war am {due} fällig.",
)
DECISION_WITHOUT_RESPONSIBLE = _warning(
    "decision_without_responsible",
    "It is not said who is responsible for what was decided.",
    "Für die Verabredung ist keine Zuständigkeit genannt.",
)
OFFER_PAST_END = _warning(
    "offer_past_end",
    "The offer counts as running, and ended on {end}.",
    "Das Angebot gilt als laufend und endete am {end}.",
)
USE_NOT_KNOWN = _notice(
    "use_not_known",
    "How the offer was used is not known since {since}.",
    "Wie das Angebot genutzt wurde, ist seit {since} nicht bekannt.",
)
USE_NEVER_KNOWN = _notice(
    "use_never_known",
    "How the offer is used is not known.",
    "Wie das Angebot genutzt wird, ist nicht bekannt.",
)
GROUP_WITHOUT_LEAD = _notice(
    "group_without_lead",
    "It is not said who leads or coordinates the group.",
    "Für das Gremium ist keine Leitung oder Koordination genannt.",
)
MEASURE_UNKNOWN = _warning(
    "measure_unknown",
    "The measure {measure} is not in the concept.",
    "Die Maßnahme {measure} steht nicht im Konzept.",
)

CONCEPT_FINDINGS = tuple(kind for kind in globals().values() if isinstance(kind, FindingKind))
