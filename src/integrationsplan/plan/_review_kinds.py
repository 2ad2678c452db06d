"""What a review of a plan can find, as data: codes, weights and sentences in both languages.

Sentences hold dates, labels of code lists, and ids and codes that are no personal data by their
rules; never what somebody has written freely.
"""

from integrationsplan._language import Wording
from integrationsplan.findings import FindingKind, Named, Severity, listed

__all__ = ["FINDING_KINDS", "revisions"]


def revisions(numbers: list[str]) -> Named:
    """Return revisions as the subject of a sentence, with its verb."""
    said = listed(numbers)
    if len(numbers) == 1:
        return Named(said, Wording(f"Revision {said} is", f"Revision {said} ist"))
    wording = Wording(f"Revisions {said} are", f"Die Revisionen {said} sind")
    return Named(", ".join(numbers), wording)


def _warning(code: str, en: str, de: str) -> FindingKind:
    return FindingKind(code, Severity.WARNING, Wording(en, de))


def _notice(code: str, en: str, de: str) -> FindingKind:
    return FindingKind(code, Severity.NOTICE, Wording(en, de))


# The plan as a whole.
REVISION_DUE = _warning(
    "revision_due",
    "No revision since {last}; it was due on {due}.",
    "Seit {last} keine Fortschreibung; fällig war sie am {due}.",
)
PLAN_DORMANT = _warning(
    "plan_dormant",
    "The plan is not alive: nothing has happened since {last}, and nothing is running.",
    "Der Plan lebt nicht: Seit {last} ist nichts geschehen, und nichts läuft.",
)
GOALS_ENDED = _notice(
    "goals_ended",
    "No goal is open any more. Continue the plan, or close it.",
    "Kein Ziel ist mehr offen. Den Plan fortschreiben oder abschließen.",
)
REVISION_UNSIGNED = _warning(
    "revision_unsigned",
    "{revisions} not agreed.",
    "{revisions} nicht vereinbart.",
)
COUNSELLING_ENDING = _notice(
    "counselling_ending",
    "Counselling ends on {end} at the latest.",
    "Die Beratung endet spätestens am {end}.",
)
COUNSELLING_ENDED = _warning(
    "counselling_ended",
    "Counselling should have ended on {end}.",
    "Die Beratung hätte am {end} enden sollen.",
)
REASON_CHARACTERS = _notice(
    "reason_characters",
    "The reason of revision {revision} has a character at position {position} that DIN 91379 does "
    "not know.",
    "Der Grund der Revision {revision} hat an Stelle {position} ein Zeichen, das DIN 91379 nicht "
    "kennt.",
)

# Goals and measures.
GOAL_OVERDUE = _warning(
    "goal_overdue",
    "The goal was due on {due} and is not reached.",
    "Das Ziel war am {due} fällig und ist nicht erreicht.",
)
GOAL_WITHOUT_MEASURE = _warning(
    "goal_without_measure",
    "No measure, course or recognition procedure serves the goal.",
    "Dem Ziel dient keine Maßnahme, kein Kurs und kein Anerkennungsverfahren.",
)
GOAL_WITHOUT_ACHIEVEMENT = _warning(
    "goal_without_achievement",
    "The goal is completed, but whether it was achieved is not recorded.",
    "Das Ziel ist abgeschlossen, ohne dass feststeht, ob es erreicht wurde.",
)
GOAL_CONTRADICTORY = _warning(
    "goal_contradictory",
    "The life cycle '{lifecycle}' and the achievement '{achievement}' contradict each other.",
    "Der Stand „{lifecycle}“ und die Zielerreichung „{achievement}“ widersprechen sich.",
)
GOAL_BLOCKED = _notice(
    "goal_blocked",
    "The goal waits for the goal {goal}, which is not reached yet.",
    "Das Ziel wartet auf das Ziel {goal}, das noch nicht erreicht ist.",
)
GOAL_DEPENDENCY_FAILED = _warning(
    "goal_dependency_failed",
    "The goal depends on the goal {goal}, which has ended without being reached.",
    "Das Ziel hängt vom Ziel {goal} ab, das beendet ist, ohne erreicht zu sein.",
)
GOAL_CYCLE = _warning(
    "goal_cycle",
    "Each of these goals waits for another one of them: {goals}.",
    "Von diesen Zielen wartet jedes auf ein anderes: {goals}.",
)
GOAL_REACHED_UNRECORDED = _notice(
    "goal_reached_unrecorded",
    "By the entries of the plan the goal is reached; its achievement does not say so.",
    "Nach den Einträgen des Plans ist das Ziel erreicht; die Zielerreichung sagt es nicht.",
)
GOAL_NOT_SHOWN = _warning(
    "goal_not_shown",
    "The goal is recorded as achieved; by the entries of the plan it is not.",
    "Das Ziel ist als erreicht erfasst; nach den Einträgen des Plans ist es das nicht.",
)
MEASURE_WITHOUT_RESULT = _warning(
    "measure_without_result",
    "The measure has ended, and its result is missing.",
    "Die Maßnahme ist zu Ende, ein Ergebnis fehlt.",
)
MEASURE_OVERDUE = _warning(
    "measure_overdue",
    "The measure was to be done by {due}.",
    "Die Maßnahme war bis {due} zu erledigen.",
)
MEASURE_WITHOUT_RESPONSIBLE = _notice(
    "measure_without_responsible",
    "Nobody is named who does the measure, nor where the person is referred to.",
    "Es ist nicht gesagt, wer die Maßnahme ausführt oder wohin verwiesen wird.",
)

# Recognition of qualifications.
RECOGNITION_DUE = _notice(
    "recognition_due",
    "The decision on recognition is due on {due}.",
    "Der Bescheid über die Anerkennung ist am {due} fällig.",
)
RECOGNITION_OVERDUE = _warning(
    "recognition_overdue",
    "The decision on recognition was due on {due} and is not recorded.",
    "Der Bescheid über die Anerkennung war am {due} fällig und ist nicht erfasst.",
)
RECOGNITION_FILE_INCOMPLETE = _warning(
    "recognition_file_incomplete",
    "The application was filed on {filed}, and the file is not complete yet.",
    "Der Antrag ist vom {filed}, und die Unterlagen sind noch nicht vollständig.",
)
RECOGNITION_REMEDY_ENDING = _notice(
    "recognition_remedy_ending",
    "A legal remedy against the decision is possible until {until}.",
    "Gegen den Bescheid ist bis {until} ein Rechtsbehelf möglich.",
)
RECOGNITION_REMEDY_ENDED = _warning(
    "recognition_remedy_ended",
    "A legal remedy was possible until {until}; neither one nor the end of the procedure is "
    "recorded.",
    "Ein Rechtsbehelf war bis {until} möglich; weder er noch das Ende des Verfahrens ist erfasst.",
)
COMPENSATION_MISSING = _warning(
    "recognition_without_compensation",
    "A compensation measure is required, and none is recorded.",
    "Eine Ausgleichsmaßnahme ist verlangt, und keine ist erfasst.",
)
COMPENSATION_OVERDUE = _warning(
    "compensation_overdue",
    "The compensation measure ended on {end}; that it was passed is not recorded.",
    "Die Ausgleichsmaßnahme endete am {end}; dass sie bestanden ist, ist nicht erfasst.",
)
RECOGNITION_LANGUAGE = _notice(
    "recognition_language_missing",
    "The recognition asks for German {required}; recorded is: {current}.",
    "Die Anerkennung verlangt Deutsch {required}; erfasst ist: {current}.",
)

# Data protection.
CONSENT_MISSING = _warning(
    "consent_missing",
    "There is no consent for the purpose '{purpose}'.",
    "Für den Zweck „{purpose}“ fehlt eine Einwilligung.",
)
CONSENT_WITHOUT_GROUPS = _warning(
    "consent_without_groups",
    "The consent for the purpose '{purpose}' names no data groups, and so allows nothing.",
    "Die Einwilligung für den Zweck „{purpose}“ nennt keine Datengruppen und erlaubt so nichts.",
)
CONSENT_EXPIRED = _warning(
    "consent_expired",
    "The consent for the purpose '{purpose}' expired on {end}.",
    "Die Einwilligung für den Zweck „{purpose}“ ist am {end} abgelaufen.",
)
CONSENT_WITHDRAWN = _warning(
    "consent_withdrawn",
    "The consent for the purpose '{purpose}' was withdrawn on {withdrawn}.",
    "Die Einwilligung für den Zweck „{purpose}“ wurde am {withdrawn} widerrufen.",
)
CONSENT_EXPIRING = _notice(
    "consent_expiring",
    "The consent for the purpose '{purpose}' expires on {end}.",
    "Die Einwilligung für den Zweck „{purpose}“ läuft am {end} ab.",
)
SPECIAL_DATA = _warning(
    "special_data_without_basis",
    "The entry tells something of {group}: neither an express consent nor a legal basis is noted.",
    "Der Eintrag sagt etwas über {group}: Weder eine ausdrückliche Einwilligung noch eine "
    "Rechtsgrundlage ist vermerkt.",
)
ENTRY_RESTRICTED = _notice(
    "entry_restricted",
    "The entry is restricted in processing.",
    "Der Eintrag ist in der Verarbeitung eingeschränkt.",
)
ENTRY_CONTESTED = _notice(
    "entry_contested", "The person contests the entry.", "Die Person bestreitet den Eintrag."
)

# Circumstances, courses and languages.
RESIDENCE_ENDING = _notice(
    "residence_ending",
    "The residence status ends on {end}.",
    "Der Aufenthaltsstatus endet am {end}.",
)
RESIDENCE_ENDED = _warning(
    "residence_ended",
    "The residence status ended on {end}; no other one is recorded.",
    "Der Aufenthaltsstatus endete am {end}; ein anderer ist nicht erfasst.",
)
HOUSING_LEAVE = _notice(
    "housing_to_leave",
    "The person must leave the home by {by}.",
    "Die Person muss bis {by} ausziehen.",
)
HOUSING_LEFT = _warning(
    "housing_overdue",
    "The person had to leave the home by {by}; no end is recorded.",
    "Die Person musste bis {by} ausziehen; ein Ende ist nicht erfasst.",
)
COURSE_WITHOUT_RESULT = _warning(
    "course_without_result",
    "The course has ended, and its result is missing.",
    "Der Kurs ist zu Ende, ein Ergebnis fehlt.",
)
FIRST_LANGUAGE_WITH_LEVEL = _notice(
    "first_language_with_level",
    "A first language has the level {level}.",
    "Eine Erstsprache hat das Niveau {level}.",
)
ENTRIES_CONTRADICT = _warning(
    "entries_contradict",
    "These entries ({kind}) cannot all hold on the same day: {entries}.",
    "Diese Einträge ({kind}) können nicht am selben Tag gelten: {entries}.",
)

# Any entry.
REFERENCE_MISSING = _warning(
    "reference_missing",
    "The field '{field}' names the entry {entry}, which is not in the plan.",
    "Das Feld „{field}“ nennt den Eintrag {entry}, der nicht im Plan steht.",
)
REFERENCE_OF_OTHER_KIND = _warning(
    "reference_of_other_kind",
    "The field '{field}' names the entry {entry}, which is of another kind: {found}.",
    "Das Feld „{field}“ nennt den Eintrag {entry}, der von anderer Art ist: {found}.",
)
IDS_LOOK_ALIKE = _notice(
    "ids_look_alike",
    "These ids are easily mistaken for each other: {entries}.",
    "Diese Kennungen sind leicht zu verwechseln: {entries}.",
)
TEXT_CHARACTERS = _notice(
    "text_characters",
    "The field '{field}' has a character at position {position} that DIN 91379 does not know.",
    "Das Feld „{field}“ hat an Stelle {position} ein Zeichen, das DIN 91379 nicht kennt.",
)

# Households.
SHARED_GOAL_DIFFERS = _warning(
    "shared_goal_differs",
    "The plans of the household differ on the shared goal in: {fields}.",
    "Die Pläne des Haushalts weichen beim gemeinsamen Ziel voneinander ab in: {fields}.",
)
SHARED_GOAL_TWICE = _warning(
    "shared_goal_twice",
    "The plan {plan} has several goals with this shared id: {goals}.",
    "Der Plan {plan} hat mehrere Ziele mit dieser gemeinsamen Kennung: {goals}.",
)

FINDING_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, FindingKind))
"""Everything that a review of a plan or a household can find."""
