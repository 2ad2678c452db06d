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
    "The work began on {started}, before the application of {received}.",
    "Die Maßnahme begann am {started}, vor dem Antrag vom {received}.",
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

FUNDING_FINDINGS = tuple(
    value for value in list(globals().values()) if isinstance(value, FindingKind)
)
"""Everything that the checks of funding can find."""
