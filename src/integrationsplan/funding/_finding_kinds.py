"""What the checks of funding can find, as data: codes, weights and sentences in both languages."""

from integrationsplan._language import Wording
from integrationsplan.findings import FindingKind, Severity, Way

__all__ = ["FUNDING_FINDINGS"]


def _warning(code: str, en: str, de: str, *ways: Way) -> FindingKind:
    return FindingKind(code, Severity.WARNING, Wording(en, de), ways)


def _notice(code: str, en: str, de: str, *ways: Way) -> FindingKind:
    return FindingKind(code, Severity.NOTICE, Wording(en, de), ways)


# Applications.
TOO_LATE = _warning(
    "application_too_late",
    "The application came in on {received}; the deadline was {deadline}.",
    "Der Antrag ging am {received} ein; die Frist endete am {deadline}.",
)
APPLICANT_NOT_ELIGIBLE = _warning(
    "applicant_not_eligible",
    "An applicant of the kind '{kind}' may not apply; entitled are: {eligible}.",
    "Ein Antragsteller der Art „{kind}“ ist nicht antragsberechtigt; das sind: {eligible}.",
)
OUTSIDE_PERIOD = _warning(
    "outside_programme_period",
    "The period from {start} to {end} is not all funded: "
    "the programme runs from {first} to {last}.",
    "Der Zeitraum vom {start} bis {end} wird nicht ganz gefördert: "
    "Das Programm läuft vom {first} bis {last}.",
)
TOO_LONG = _warning(
    "period_too_long",
    "{months} months are asked for; {most} are funded at most.",
    "Beantragt sind {months} Monate; gefördert werden höchstens {most}.",
)
PART_TOO_SMALL = _warning(
    "part_too_small",
    "A part of {fte} FTE is below the least part of {least} FTE.",
    "Ein Stellenanteil von {fte} VZÄ liegt unter dem Mindestanteil von {least} VZÄ.",
)
TOO_MANY_POSTS = _warning(
    "too_many_posts",
    "{fte} FTE are asked for; {most} FTE are funded at most.",
    "Beantragt sind {fte} VZÄ; gefördert werden höchstens {most} VZÄ.",
)
HOLDER_MISSING = _warning(
    "holder_missing",
    "The person who holds the post is not named.",
    "Wer die Stelle innehat, ist nicht benannt.",
)
QUALIFICATION_NOT_FUNDED = _warning(
    "qualification_not_funded",
    "There is no flat rate for the qualification '{qualification}'; there is for: {known}.",
    "Für die Qualifikation „{qualification}“ gibt es keine Pauschale; es gibt sie für: {known}.",
)
QUALIFICATION_MISSING = _warning(
    "qualification_missing",
    "The qualification is missing, on which the rate depends.",
    "Die Qualifikation fehlt, von der die Pauschale abhängt.",
)
BELOW_MINIMUM = _warning(
    "below_minimum",
    "The planning framework of {framework} a year is below {minimum}; {shortfall} are missing.",
    "Der Planungsrahmen von {framework} im Jahr liegt unter {minimum}; es fehlen {shortfall}.",
    Way(
        code="join_others",
        de="sich mit anderen zusammenschließen oder den Kreis beantragen lassen",
        en="join others, or let the district apply",
    ),
    Way(code="top_up", de="den Fehlbetrag selbst tragen", en="pay the shortfall oneself"),
    Way(code="no_application", de="keinen Antrag stellen", en="make no application"),
)
FRAMEWORK_MISSING = _warning(
    "framework_missing",
    "The planning framework of these is not known: {participants}.",
    "Der Planungsrahmen ist nicht bekannt von: {participants}.",
)
COST_NOT_ELIGIBLE = _warning(
    "cost_not_eligible",
    "A cost of the category '{category}' is not funded.",
    "Ausgaben der Art „{category}“ werden nicht gefördert.",
)
COST_BELOW_LEAST = _warning(
    "cost_below_least",
    "The eligible cost of {cost} is below {least}.",
    "Die zuwendungsfähigen Ausgaben von {cost} liegen unter {least}.",
)
COOPERATION_MISSING = _warning(
    "cooperation_missing",
    "Cooperation with these programmes is a duty and is not declared: {programmes}.",
    "Die Zusammenarbeit mit diesen Programmen ist Pflicht und nicht erklärt: {programmes}.",
)
STARTED_EARLY = _warning(
    "started_early",
    "The work began on {started}; the earliest start is {earliest}.",
    "Die Maßnahme begann am {started}; frühester Beginn ist der {earliest}.",
)
AGREEMENT_MISSING = _warning(
    "agreement_missing",
    "The agreement with the carrier is missing.",
    "Die Vereinbarung mit dem Träger fehlt.",
)
POST_OUTSIDE_PERIOD = _warning(
    "post_outside_period",
    "The post from {start} to {end} reaches beyond the period that is asked for.",
    "Die Stelle vom {start} bis {end} reicht über den beantragten Zeitraum hinaus.",
)
IN_SEVERAL_APPLICATIONS = _warning(
    "in_several_applications",
    "The body takes part in several applications: {applications}.",
    "Die Körperschaft ist an mehreren Anträgen beteiligt: {applications}.",
)
HOLDER_TWICE = _warning(
    "holder_twice",
    "The same person holds {fte} FTE at the same time: {posts}.",
    "Dieselbe Person hat gleichzeitig {fte} VZÄ inne: {posts}.",
)

# Grants and their settlement.
USED_LATE = _warning(
    "used_late",
    "{amount} drawn on {drawn} were used after {last}.",
    "Am {drawn} abgerufene {amount} wurden nach dem {last} verwendet.",
)
NOT_USED = _warning(
    "not_used",
    "{amount} drawn on {drawn} were to be used by {last}.",
    "Am {drawn} abgerufene {amount} waren bis zum {last} zu verwenden.",
)
LINE_EXCEEDED = _warning(
    "line_exceeded",
    "The line of {planned} was exceeded by more than {percent} %: "
    "{spent} were spent, {recognised} are recognised.",
    "Der Ansatz von {planned} wurde um mehr als {percent} % überschritten: "
    "ausgegeben wurden {spent}, anerkannt werden {recognised}.",
)
LINE_NOT_PLANNED = _warning(
    "line_not_planned",
    "{spent} were spent on a line that the plan does not have.",
    "{spent} wurden für einen Ansatz ausgegeben, den der Plan nicht hat.",
)
PLAN_EXCEEDED = _warning(
    "plan_exceeded",
    "The cost of {spent} is above the {planned} of the plan; the excess is the recipient's own.",
    "Die Ausgaben von {spent} übersteigen die {planned} des Plans; "
    "den Mehrbetrag trägt der Empfänger.",
)
OVER_FINANCED = _notice(
    "over_financed",
    "The flat rates of {owed} are {excess} above the real cost of {cost}.",
    "Die Pauschalen von {owed} liegen um {excess} über den tatsächlichen Ausgaben von {cost}.",
)
PROOF_LATE = _warning(
    "proof_late",
    "The proof of use came in on {submitted}; it was due on {deadline}.",
    "Der Verwendungsnachweis ging am {submitted} ein; fällig war er am {deadline}.",
)
REPORT_LATE = _warning(
    "report_late",
    "This came in on {submitted}, and was due on {deadline}: {report}.",
    "Dies ging am {submitted} ein und war am {deadline} fällig: {report}.",
)
REPORT_MISSING = _warning(
    "report_missing",
    "This was due on {deadline} and has not come: {report}.",
    "Dies war am {deadline} fällig und fehlt: {report}.",
)
INCOME_DEDUCTED = _notice(
    "income_deducted",
    "Income of {income} that was not planned lowers the recognised cost.",
    "Nicht geplante Einnahmen von {income} mindern die anerkannten Ausgaben.",
)
VACANCY_NOT_IN_RULE = _warning(
    "vacancy_not_in_rule",
    "The post was held on {held} of {days} days; the rule does not say what that costs.",
    "Die Stelle war an {held} von {days} Tagen besetzt; die Regel sagt nicht, was das kostet.",
)
CHANGE_NOT_IN_RULE = _warning(
    "change_not_in_rule",
    "The size or class of the post changed; the rule pays the largest of them all the time.",
    "Umfang oder Klasse der Stelle hat gewechselt; die Regel zahlt durchweg den größten.",
)
CARRIER_UNKNOWN = _warning(
    "carrier_unknown",
    "The application does not have this carrier.",
    "Diesen Träger hat der Antrag nicht.",
)
REPORT_OUTSIDE_PERIOD = _warning(
    "report_outside_period",
    "The report is about a time from {start} to {end}, which the merged one does not cover.",
    "Der Bericht betrifft die Zeit vom {start} bis {end}, die der gemeinsame nicht umfasst.",
)
OUTSIDE_GRANT = _warning(
    "outside_grant",
    "The post from {start} to {end} lies in part or wholly outside the granted time.",
    "Die Stelle vom {start} bis {end} liegt ganz oder zum Teil außerhalb der bewilligten Zeit.",
)
CLAIM_LATE = _warning(
    "claim_late",
    "The claim of {claimed} came in after {deadline}; it is lost.",
    "Der Antrag vom {claimed} ging nach dem {deadline} ein; der Anspruch ist erloschen.",
)
EARMARK_MISSED = _warning(
    "earmark_missed",
    "{spent} were spent on '{earmark}'; it is to be {sense} {amount}.",
    "Für „{earmark}“ wurden {spent} ausgegeben; es sollen {sense} {amount} sein.",
)

# Reports.
CARRIER_MISSING = _warning(
    "carrier_report_missing",
    "The report of the carrier is missing.",
    "Der Bericht des Trägers fehlt.",
)
POST_REPORTED_TWICE = _warning(
    "post_reported_twice",
    "Several carriers report on the post: {carriers}.",
    "Über die Stelle berichten mehrere Träger: {carriers}.",
)
POST_NOT_REPORTED = _warning(
    "post_not_reported",
    "No carrier reports on the post.",
    "Über die Stelle berichtet kein Träger.",
)
INDICATOR_MISSING = _warning(
    "indicator_missing",
    "The report lacks the figure '{indicator}', so that there is no sum of it.",
    "Im Bericht fehlt die Größe „{indicator}“; eine Summe gibt es daher nicht.",
)

# Consortia, parts of posts, extensions, and proofs against what is recorded.
MEMBER_NOT_ELIGIBLE = _warning(
    "member_not_eligible",
    "A member of the kind '{kind}' may not take part; entitled are: {eligible}.",
    "Ein Mitglied der Art „{kind}“ darf sich nicht beteiligen; antragsberechtigt sind: {eligible}.",
)
MEMBER_ELSEWHERE = _warning(
    "member_elsewhere",
    "The member (AGS {region}) does not lie in the district that applies for it (AGS {district}).",
    "Das Mitglied (AGS {region}) liegt nicht im Kreis, der für es beantragt (AGS {district}).",
)
TOO_MANY_DISTRICTS = _warning(
    "too_many_districts",
    "The participants lie in {count} districts ({districts}); at most {most} may be joined.",
    "Die Beteiligten liegen in {count} Kreisen ({districts}); zusammen sein dürfen höchstens "
    "{most}.",
)
PARTS_EXCEED_POST = _warning(
    "parts_exceed_post",
    "The parts of the post are {fte} FTE at the same time, more than a full one: {parts}.",
    "Die Teile der Stelle sind gleichzeitig {fte} VZÄ, mehr als eine volle: {parts}.",
)
AWARD_BELOW_LEAST = _warning(
    "award_below_least",
    "The grant of {award} is below the least grant of {least}.",
    "Die Zuwendung von {award} liegt unter der Mindestzuwendung von {least}.",
)
EXTENSION_TOO_LONG = _warning(
    "extension_too_long",
    "{months} more months are asked for; {most} may be added.",
    "Beantragt sind {months} weitere Monate; verlängert werden darf um {most}.",
)
GRANTED_AFTER_KEY_DATE = _warning(
    "granted_after_key_date",
    "The grant of {granted} cannot be extended: posts are that were granted or filled on {day}.",
    "Die Zuwendung vom {granted} ist nicht verlängerbar: Das sind Stellen, die am {day} bewilligt "
    "oder besetzt waren.",
)
PASSED_TO_UNKNOWN = _warning(
    "passed_to_unknown",
    "Money went to or was used by somebody who is no participant and no carrier.",
    "Geld ging an oder wurde verwendet von jemandem, der weder Beteiligter noch Träger ist.",
)
POST_NOT_AS_RECORDED = _warning(
    "post_not_as_recorded",
    "The post is proven as {proven}; recorded is {recorded}.",
    "Nachgewiesen ist die Stelle als {proven}; erfasst ist {recorded}.",
)
COST_NOT_AS_RECORDED = _notice(
    "cost_not_as_recorded",
    "By the proof {spent} of the cost were for the grant to pay; {used} are recorded as used.",
    "Nach dem Nachweis waren {spent} der Ausgaben aus der Zuwendung zu zahlen; als verwendet "
    "erfasst sind {used}.",
)
LINE_NOT_AS_RECORDED = _notice(
    "line_not_as_recorded",
    "{used} are recorded as used for the line; the proof has a cost of {spent}.",
    "Für den Ansatz sind {used} als verwendet erfasst; der Nachweis hat Ausgaben von {spent}.",
)
NOTHING_PROVED = _warning(
    "nothing_proved",
    "The proof names neither a post nor a cost that the grant could be owed for.",
    "Der Nachweis nennt weder eine Stelle noch Ausgaben, für die etwas zustehen könnte.",
)
OTHER_PROOF_PERIOD = _warning(
    "other_proof_period",
    "The proof is about {start} to {end}; granted is {first} to {last}.",
    "Der Nachweis betrifft {start} bis {end}; bewilligt ist {first} bis {last}.",
)
SUMS_INCOMPLETE = _warning(
    "sums_incomplete",
    "The sums of the figures are incomplete; they lack those of: {missing}.",
    "Die Summen der Kennzahlen sind unvollständig; es fehlen die von: {missing}.",
)

# Claims and advances.
CLAIM_PART_LATE = _warning(
    "claim_part_late",
    "For {start} to {end} the claim of {claimed} came in after {deadline}; this part is lost.",
    "Für den {start} bis {end} ging der Antrag vom {claimed} nach dem {deadline} ein; "
    "der Anspruch für diese Zeit ist erloschen.",
)
ADVANCE_ABOVE_DUE = _warning(
    "advance_above_due",
    "{advanced} were paid in advance, and {due} are due: {over} too much.",
    "{advanced} wurden als Abschlag gezahlt, {due} stehen zu: {over} zu viel.",
)

FUNDING_FINDINGS = tuple(
    value for value in list(globals().values()) if isinstance(value, FindingKind)
)
"""Everything that the checks of funding can find."""
