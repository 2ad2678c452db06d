"""Three years of one plan, from arrival to hand-over, told with the documents that come of it.

Run it with ``python examples/three_years.py [FOLDER]``. The documents go to the folder; without one
they are compared with those in ``examples/three_years``, which were made by it. The persons are
invented, and so are their schools and employers; the towns are real. Legal bases are examples.
"""

# ruff: noqa: S101  # an example checks what it tells

import datetime as dt
import hashlib
import sys
from pathlib import Path
from typing import Any

from integrationsplan import (
    AGS,
    Author,
    Citation,
    IntegrationPlan,
    InvalidValueError,
    Period,
    ReviewRules,
    RevisionKind,
    evolve,
    from_json,
    review,
    to_json,
)
from integrationsplan.exchange import to_icalendar
from integrationsplan.history import (
    DeletionReceipt,
    Marking,
    RetentionRule,
    RetentionSchedule,
    RetentionStart,
    absorb,
    apply_differences,
    delete,
    diff_states,
    merge,
    retention,
)
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    AccessExport,
    Achievement,
    Actor,
    Body,
    CertificateFamily,
    Channel,
    CivicsTest,
    CompensationKind,
    CompensationMeasure,
    Competence,
    Concerned,
    Consent,
    Consultation,
    Course,
    CourseEntitlement,
    CourseKind,
    CourseResult,
    CourseStatus,
    Development,
    EmploymentKind,
    Evidence,
    FamilySituation,
    Goal,
    GoalField,
    HealthNeed,
    HealthNote,
    Household,
    HousingKind,
    HousingSituation,
    InterpreterKind,
    LanguageCertificate,
    LanguageProficiency,
    LegalCitation,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    PersonalDetails,
    PlanGroup,
    PlanView,
    ProtectionKind,
    Qualification,
    QualificationCategory,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    Referral,
    RegularService,
    ResidenceStatus,
    ResidenceTitle,
    Responsible,
    SchoolKind,
    SchoolSituation,
    WorkSituation,
    access_export,
    course_hours,
    data_catalogue,
    decision_due,
    due,
    goal_template,
    progress,
    recipients_to_notify,
    release,
)
from integrationsplan.values import Basis

WEINHEIM = Body(name="Stadt Weinheim", region=AGS("08226096"))
MANNHEIM = Body(name="Stadt Mannheim", region=AGS("08222000"))
ANNA = Author(role="integration_manager", id="im-7")  # Weinheim
BEN = Author(role="deputy", id="im-12")  # Weinheim, while Anna is on the road
CLARA = Author(role="integration_manager", id="im-31")  # Mannheim

# Ids say nothing of what they stand for: whoever gets a view sees the ids of what is withheld.
(
    DETAILS,
    STATUS,
    DIPLOMA,
    WARD,
    ARABIC,
    GERMAN,
    FAMILY,
    CHILD,
    SHELTER,
    NO_WORK,
    TALK_1,
    GOAL_SCHOOL,
    GOAL_GERMAN,
    GOAL_NURSE,
    GOAL_WORK,
    GOAL_FLAT,
    MEASURE_ENROL,
    MEASURE_ADVICE,
    SIGNED_1,
    CONSENT_JOB_CENTRE,
    CONSENT_HEALTH,
    HEALTH,
    DISCLOSURE,
    COURSE_1,
    TALK_2,
    FLAT,
    RECOGNITION,
    COURSE_2,
    MEASURE_TEST,
    NOTE_1,
    JOB,
    GOAL_LARGER,
    MEASURE_OFFICE,
    NEW_STATUS,
    SIGNED_2,
    SIGNED_3,
) = (f"e{number:02}" for number in range(1, 37))

JOB_CENTRE = "Jobcenter Rhein-Neckar-Kreis"

KEPT = RetentionSchedule(
    rules=(
        RetentionRule(
            groups=("health",),
            months=12,
            starts=RetentionStart.LAST_CHANGE,
            basis=Basis.ASSUMED,
            citation=Citation(title="Löschkonzept der Beispielstadt"),
        ),
        RetentionRule(
            groups=tuple(group.value for group in PlanGroup if group is not PlanGroup.HEALTH),
            months=36,
            starts=RetentionStart.CLOSURE,
            basis=Basis.ASSUMED,
            citation=Citation(title="Löschkonzept der Beispielstadt"),
        ),
    )
)
"""How long things are kept. No source says it for all, so the authority has to."""


RULES = ReviewRules(
    revise_within_months=6,
    purposes_in_use=("job-centre",),
    counselling_months=36,
    counselling_notice_days=60,
    recognition_notice_days=30,
    consent_notice_days=30,
    residence_notice_days=60,
)
"""When the reviews of the example speak up; for 2018, no source names periods."""


class StableSalts:
    """Salts that are the same in every run, so that the documents are. Never for real plans."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._drawn = 0

    def __call__(self, size: int) -> bytes:
        """Return the next salt."""
        self._drawn += 1
        return hashlib.shake_256(f"{self._name} {self._drawn}".encode()).digest(size)


SALTS = StableSalts("three years")


def day(text: str) -> dt.date:
    """Read a day."""
    return dt.date.fromisoformat(text)


def moment(text: str) -> dt.datetime:
    """Return nine o'clock of a day, UTC."""
    return dt.datetime.combine(day(text), dt.time(9), dt.UTC)


def by(author: Author, recorded: str, counts_from: str | None = None) -> dict[str, Any]:
    """Return who records when; what counts from another day names it."""
    return {
        "author": author,
        "recorded_at": moment(recorded),
        "effective_on": day(counts_from or recorded),
        "salts": SALTS,
    }


def heading(plan_day: str, text: str) -> None:
    """Begin a chapter."""
    print(f"\n{plan_day}  {text}\n{'-' * (len(plan_day) + 2 + len(text))}")


def line(text: object = "") -> None:
    """Print a line of the chapter."""
    print(f"  {text}")


def changes(plan: IntegrationPlan, language: str = "en") -> None:
    """Print what the newest revision changed."""
    for difference in plan.diff(len(plan.revisions) - 1):
        line(difference.format("de" if language == "de" else "en"))


def signed(plan: IntegrationPlan, entry_id: str, author: Author, text: str) -> IntegrationPlan:
    """Have the plan agreed as it stands."""
    heading(text, "The plan is explained in Arabic and signed")
    plan = plan.agree(
        id=entry_id,
        agreed_on=day(text),
        author=author,
        recorded_at=moment(text),
        explained_in="ar",
        salts=SALTS,
    )
    changes(plan)
    return plan


def reviewed(plan: IntegrationPlan, text: str) -> None:
    """Print what a review finds on a day, in German."""
    heading(text, "Review: what asks for attention?")
    for finding in review(plan, day(text), RULES):
        line(f"{finding.severity.value}: {finding.format('de')}")


# --- 2018: Weinheim -------------------------------------------------------------------------------


def arrival() -> IntegrationPlan:
    """Open the plan with what the person brings along."""
    heading("2018-03-01", "Salma arrives in Weinheim; Anna opens a plan")
    plan = IntegrationPlan.open(
        id="plan-83f1",
        subject="p-83f1",
        body=WEINHEIM,
        jurisdiction="08",
        **by(ANNA, "2018-03-01"),
        put=[
            PersonalDetails(
                id=DETAILS,
                given_names="Salma",
                family_name="Darwīsh",
                name_in_script="سلمى درويش",
                birth_date=day("1988-05-17"),
                nationalities=("SY",),
                arrived_on=day("2017-11-06"),
                interpreter_language="ar",
            ),
            ResidenceStatus(
                id=STATUS,
                title=ResidenceTitle.RESIDENCE_PERMIT,
                protection=ProtectionKind.REFUGEE,
                ground=LegalCitation(
                    act="AufenthG",
                    section="25",
                    paragraph="2",
                    sentence="1",
                    alternative="1",
                    as_of=day("2018-03-01"),
                ),
                period=Period(day("2018-02-05"), day("2021-02-04")),
            ),
            Qualification(
                id=DIPLOMA,
                title="Diploma in Nursing",
                category=QualificationCategory.VOCATIONAL,
                country="SY",
                year=2021,  # a slip of the pen, found later
                documents_seen=True,
            ),
            Competence(
                id=WARD,
                title="Intensivpflege",
                evidence=Evidence.SELF_ASSESSED,
                years=4,
            ),
            LanguageProficiency(id=ARABIC, language="ar", is_first=True),
            LanguageProficiency(id=GERMAN, language="de", overall=CEFR.A1),
            FamilySituation(
                id=FAMILY,
                adults=1,
                children=1,
                single_parent=True,
                childcare_needed=True,
                reunification_pending=True,
                household="hh-1",
            ),
            SchoolSituation(id=CHILD, concerns=Concerned.CHILD, school=SchoolKind.PRIMARY),
            HousingSituation(id=SHELTER, housing=HousingKind.PRELIMINARY, persons=2),
            WorkSituation(id=NO_WORK, employment=EmploymentKind.UNEMPLOYED),
            Consultation(
                id=TALK_1,
                held_on=day("2018-03-01"),
                minutes=90,
                topics=(GoalField.LANGUAGE, GoalField.EDUCATION, GoalField.RECOGNITION),
                channel=Channel.IN_PERSON,
                interpreter_language="ar",
                interpreter=InterpreterKind.LANGUAGE_MEDIATOR,
            ),
        ],
    )
    for entry in plan.current:
        line(f"{entry.label.de}: {entry.summary('de')}")
    return plan


def wishes(plan: IntegrationPlan) -> IntegrationPlan:
    """Write down goals from templates, with measures, and have the plan agreed."""
    heading("2018-03-15", "Five goals, of which one waits for another")
    school = goal_template("education-school-place").goal(id=GOAL_SCHOOL, due_on=day("2018-09-30"))
    german = goal_template("language-b2").goal(id=GOAL_GERMAN, due_on=day("2019-09-30"))
    nurse = goal_template("recognition-full").goal(id=GOAL_NURSE, due_on=day("2020-06-30"))
    work = goal_template("work-job").goal(id=GOAL_WORK, due_on=day("2020-12-31"))
    flat = goal_template("housing-flat").goal(id=GOAL_FLAT, due_on=day("2019-12-31"))
    goals = [
        school,
        german,
        evolve(nurse, depends_on=(GOAL_GERMAN,)),
        evolve(work, depends_on=(GOAL_NURSE,)),
        flat,
    ]
    enrol = Measure(
        id=MEASURE_ENROL,
        title="Kind an der Grundschule anmelden",
        goals=(GOAL_SCHOOL,),
        responsible=Responsible(party=Actor.PERSON),
        due_on=day("2018-05-31"),
    )
    advice = Measure(
        id=MEASURE_ADVICE,
        title="Anerkennungsberatung",
        goals=(GOAL_NURSE,),
        responsible=Responsible(party=Actor.COUNSELLOR),
        referral=Referral(service=RegularService.RECOGNITION_ADVICE),
        due_on=day("2018-06-30"),
    )
    plan = plan.revise(
        **by(ANNA, "2018-03-15"),
        put=[*(evolve(goal, lifecycle=Lifecycle.PLANNED) for goal in goals), enrol, advice],
    )
    changes(plan, "de")

    return signed(plan, SIGNED_1, ANNA, "2018-03-20")


def consent_and_health(plan: IntegrationPlan) -> IntegrationPlan:
    """Record two consents and a note on health."""
    heading("2018-03-22", "Consents, and a note that only counselling needs")
    plan = plan.revise(
        **by(ANNA, "2018-03-22"),
        kind=RevisionKind.NOTE,
        put=[
            Consent(
                id=CONSENT_JOB_CENTRE,
                purpose="job-centre",
                groups=(
                    PlanGroup.IDENTITY,
                    PlanGroup.RESPONSIBILITY,
                    PlanGroup.QUALIFICATION,
                    PlanGroup.RECOGNITION,
                    PlanGroup.LANGUAGE,
                    PlanGroup.COURSE,
                    PlanGroup.WORK,
                ),
                recipients=(JOB_CENTRE,),
                given_on=day("2018-03-22"),
                expires_on=day("2020-03-21"),
                legal_basis="Art. 6 Abs. 1 Buchst. a DSGVO",
                explained_in="ar",
            ),
            Consent(
                id=CONSENT_HEALTH,
                purpose="counselling",
                groups=(PlanGroup.HEALTH,),
                given_on=day("2018-03-22"),
                legal_basis="Art. 9 Abs. 2 Buchst. a DSGVO",
                explained_in="ar",
                special=True,
            ),
            HealthNote(
                id=HEALTH,
                needs=(HealthNeed.TREATMENT,),
                note="Physiotherapie dienstags am Vormittag; keine Termine zu dieser Zeit.",
            ),
        ],
    )
    changes(plan)
    return plan


def job_centre(plan: IntegrationPlan) -> tuple[IntegrationPlan, PlanView]:
    """Pass the plan on for a purpose, and record that it was done."""
    heading("2018-04-03", "The job centre asks; it gets what it needs, and no more")
    released = release(plan, PURPOSES["job-centre"], recipient=JOB_CENTRE, day=day("2018-04-03"))
    line(f"shown: {', '.join(entry.id for entry in released.view.document.current)}")
    for held in released.withheld:
        against = f" ({', '.join(g.in_language('en') for g in held.groups)})" if held.groups else ""
        line(f"withheld: {held.entry_id}: {held.because.in_language('en')}{against}")
    line(f"rests on consent: {', '.join(released.consents)}")
    line(f"at the job centre: {released.view.verify(head=plan.head).format('en')}")

    text = to_json(released.view)
    assert "Physiotherapie" not in text
    assert "health-note" not in text  # not even that there is one
    plan = plan.revise(
        **by(ANNA, "2018-04-03"), kind=RevisionKind.NOTE, put=[released.record(DISCLOSURE)]
    )
    return plan, released.view


def correction(plan: IntegrationPlan) -> IntegrationPlan:
    """Correct the year of the diploma; whoever got the wrong one is told."""
    heading("2018-04-17", "A slip is found: the diploma is of 2012, not of 2021")
    plan = plan.revise(
        **by(ANNA, "2018-04-17", counts_from="2018-03-01"),
        kind=RevisionKind.CORRECTION,
        corrects=1,
        reason="Zahlendreher beim Abschreiben der Urkunde.",
        put=[evolve(plan.current[DIPLOMA], year=2012)],
    )
    changes(plan)
    line(f"the first revision still reads {plan.as_of(1)[DIPLOMA].year}")
    for disclosure in recipients_to_notify(plan, DIPLOMA):
        line(f"to be told: {disclosure.recipient}, who got it on {disclosure.on}")
    return plan


def course_begins(plan: IntegrationPlan) -> IntegrationPlan:
    """Record a course that began two weeks ago."""
    heading("2018-05-14", "The integration course began on 2 May; today it is recorded")
    hours = course_hours(CourseKind.IK_ALLGEMEIN, day("2018-05-02"))
    line(
        f"{hours.language_units} units of German and {hours.orientation_units} of orientation: "
        f"{hours.citation.title}, {hours.basis.value}"
    )
    goals = [
        evolve(plan.current[goal_id], lifecycle=Lifecycle.ACTIVE)
        for goal_id in (GOAL_SCHOOL, GOAL_GERMAN, GOAL_NURSE, GOAL_FLAT)
    ]
    course = Course(
        id=COURSE_1,
        course=CourseKind.IK_ALLGEMEIN,
        provider="Volkshochschule",
        entitlement=CourseEntitlement.RIGHT,
        period=Period(day("2018-05-02"), day("2019-01-25")),
        status=CourseStatus.RUNNING,
        goals=(GOAL_GERMAN,),
    )
    advice = evolve(plan.current[MEASURE_ADVICE], status=MeasureStatus.RUNNING)
    plan = plan.revise(
        **by(ANNA, "2018-05-14", counts_from="2018-05-02"), put=[*goals, course, advice]
    )
    changes(plan)
    in_between = day("2018-05-10")
    known = dt.datetime.combine(in_between, dt.time(12), dt.UTC)
    line(f"course on {in_between}, by what is known now: {'course-1' in plan.at(in_between)}")
    known_then = COURSE_1 in plan.at(in_between, as_known=known)
    line(f"course on {in_between}, by what was known then: {known_then}")
    return plan


def school(plan: IntegrationPlan) -> IntegrationPlan:
    """The child has a place."""
    heading("2018-09-10", "The child goes to school")
    reached = evolve(
        plan.current[GOAL_SCHOOL],
        lifecycle=Lifecycle.COMPLETED,
        achievement=Achievement.ACHIEVED,
    )
    place = evolve(
        plan.current[CHILD],
        name="Grundschule am Stadtrand",
        grade="1",
        place_from=day("2018-09-10"),
    )
    enrolled = evolve(
        plan.current[MEASURE_ENROL], status=MeasureStatus.COMPLETED, result="Zusage im Juni."
    )
    plan = plan.revise(**by(ANNA, "2018-09-10"), put=[place, reached, enrolled])
    changes(plan)
    shown = progress(plan.current[GOAL_SCHOOL], plan.current, day("2018-09-10"))
    assert shown is not None
    line(f"has the child a place? {shown.reached}")
    return plan


def offline_copy(plan: IntegrationPlan) -> IntegrationPlan:
    """Merge what was written on a laptop with what was written in the office."""
    heading("2018-11-20", "Anna writes at Salma's table, Ben in the office")
    laptop = from_json(to_json(plan), IntegrationPlan)  # taken along in the morning
    laptop = laptop.revise(
        **by(ANNA, "2018-11-20"),
        put=[
            evolve(laptop.current[GERMAN], overall=CEFR.A2, listening=CEFR.B1, writing=CEFR.A2),
            evolve(laptop.current[GOAL_GERMAN], achievement=Achievement.IMPROVING),
            Consultation(
                id=TALK_2,
                held_on=day("2018-11-20"),
                minutes=60,
                topics=(GoalField.LANGUAGE, GoalField.HOUSING),
                channel=Channel.HOME_VISIT,
            ),
        ],
    )
    plan = plan.revise(
        **by(BEN, "2018-11-20"),
        put=[
            evolve(plan.current[GERMAN], overall=CEFR.A2, writing=CEFR.A1),
            evolve(plan.current[GOAL_GERMAN], due_on=day("2019-12-31")),
        ],
    )
    found = merge(plan, laptop)
    line(f"both have revision {found.parted_after}; to take over: {[e.id for e in found.put]}")
    decisions: dict[str, Any] = {}
    for conflict in found.conflicts:
        if conflict.combined is not None:
            line(f"{conflict.entry_id}: different fields, both changes fit together")
            decisions[conflict.entry_id] = conflict.combined
        else:
            line(f"{conflict.entry_id}: conflict on {', '.join(conflict.fields)}; Anna decides")
            decisions[conflict.entry_id] = conflict.theirs
    merged = found.resolve(decisions)
    assert merged.conflicts == ()
    plan = merged.into(plan, **by(ANNA, "2018-11-21"))
    changes(plan)
    return signed(plan, SIGNED_2, ANNA, "2018-11-27")


# --- 2019: B1, a flat, another town ---------------------------------------------------------------


def b1(plan: IntegrationPlan) -> IntegrationPlan:
    """The course is over, and B1 is passed."""
    reviewed(plan, "2019-01-31")
    heading("2019-02-04", "B1, and a certificate to show for it")
    german = evolve(
        plan.current[GERMAN],
        overall=CEFR.B1,
        reading=CEFR.B1,
        writing=CEFR.B1,
        certificates=(
            LanguageCertificate(
                issuer=CertificateFamily.DTZ, level=CEFR.B1, issued_on=day("2019-02-01")
            ),
        ),
    )
    course = evolve(
        plan.current[COURSE_1],
        status=CourseStatus.COMPLETED,
        units_attended=664,
        result=CourseResult.B1,
        result_on=day("2019-02-01"),
        civics_test=CivicsTest(passed=True, points=29, taken_on=day("2019-01-25")),
    )
    advice = evolve(
        plan.current[MEASURE_ADVICE],
        status=MeasureStatus.COMPLETED,
        result="Antrag nach B1 stellen; Übersetzungen liegen vor.",
    )
    plan = plan.revise(**by(ANNA, "2019-02-04"), put=[german, course, advice])
    changes(plan)
    shown = progress(plan.current[GOAL_GERMAN], plan.current)
    assert shown is not None
    line(f"measured: {shown.format('en')}, reached: {shown.reached}")

    heading("2019-02-20", "Salma needs the note on health for an application: it is restricted")
    plan = plan.mark(
        [HEALTH],
        Marking.RESTRICTED,
        **by(ANNA, "2019-02-20"),
        legal_basis="Art. 18 Abs. 1 Buchst. c DSGVO",
    )
    line(f"marks: {', '.join(m.in_language('en') for m in plan.current.marks(HEALTH))}")
    return plan


def flat_and_transfer(plan: IntegrationPlan) -> IntegrationPlan:
    """A flat in another district: the plan goes along."""
    heading("2019-04-01", "A flat in Mannheim: the plan moves with her")
    shelter = evolve(plan.current[SHELTER], period=Period(day("2017-11-06"), day("2019-03-31")))
    flat = HousingSituation(
        id=FLAT,
        housing=HousingKind.OWN_FLAT,
        persons=2,
        period=Period(day("2019-04-01"), None),
    )
    reached = evolve(
        plan.current[GOAL_FLAT], lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED
    )
    plan = plan.revise(**by(ANNA, "2019-03-29", "2019-04-01"), put=[shelter, flat, reached])
    changes(plan)
    plan = plan.transfer(
        to=MANNHEIM,
        **by(ANNA, "2019-03-29", "2019-04-01"),
        reason="Umzug nach Mannheim.",
        legal_basis="Art. 6 Abs. 1 Buchst. e DSGVO",
    )
    changes(plan)
    before, after = plan.at(day("2019-03-31")), plan.at(day("2019-04-01"))
    line(f"responsible on 31 March: {before['responsibility'].summary('en')}")
    line(f"responsible on 1 April: {after['responsibility'].summary('en')}")
    return plan


def second_plan(plan: IntegrationPlan) -> IntegrationPlan:
    """Take in a plan that Mannheim had opened before the file came."""
    heading("2019-04-15", "Mannheim had opened a plan of its own: two plans become one")
    double = IntegrationPlan.open(
        id="ma-2207",
        subject="p-83f1",
        body=MANNHEIM,
        jurisdiction="08",
        **by(CLARA, "2019-04-04"),
        put=[
            LanguageProficiency(id="l1", language="ar", is_first=True),
            Goal(
                id="g1",
                field=GoalField.VOLUNTEERING,
                title="Im Elternbeirat mitarbeiten",
                wished_by=(Party.PERSON,),
            ),
            Measure(
                id="m1",
                title="Sprechstunde des Elternbeirats besuchen",
                goals=("g1",),
                responsible=Responsible(party=Actor.PERSON),
            ),
        ],
    )
    found = absorb(plan, double)
    line(f"new here: {', '.join(entry.id for entry in found.put)}")
    assert "l1" in found.already_here  # the first language is known, under another id
    plan = found.into(plan, **by(CLARA, "2019-04-15"))
    double = double.close(**by(CLARA, "2019-04-15"), reason="Aufgegangen in plan-83f1.")
    assert double.is_closed
    changes(plan)
    return plan


def application(plan: IntegrationPlan) -> IntegrationPlan:
    """Apply for the recognition of the diploma."""
    heading("2019-07-15", "The application for recognition is complete")
    procedure = RecognitionProcedure(
        id=RECOGNITION,
        reference_occupation="Gesundheits- und Krankenpflegerin",
        regulated=True,
        competent_body="Regierungspräsidium Stuttgart",
        qualification=DIPLOMA,
        goal=GOAL_NURSE,
        required_language=CEFR.B2,
        steps=(
            RecognitionStep(step=RecognitionStage.FILED, on=day("2019-06-03")),
            RecognitionStep(step=RecognitionStage.DOCUMENTS_COMPLETE, on=day("2019-07-15")),
        ),
    )
    b2_course = Course(
        id=COURSE_2,
        course=CourseKind.BSK_B2,
        provider="Abendakademie",
        entitlement=CourseEntitlement.ADMISSION,
        period=Period(day("2019-05-06"), day("2019-11-29")),
        status=CourseStatus.RUNNING,
        goals=(GOAL_GERMAN,),
    )
    plan = plan.revise(**by(CLARA, "2019-07-16", "2019-07-15"), put=[procedure, b2_course])
    changes(plan)
    line(f"a decision is due by {decision_due(procedure)}")

    heading("2019-07-16", "Clara's calendar for the rest of the year")
    for item in due(plan, day("2019-07-16"), day("2019-12-31"), RULES):
        line(item.format("de"))
    return plan


def b2(plan: IntegrationPlan) -> IntegrationPlan:
    """B2 is passed, and the body has decided."""
    reviewed(plan, "2019-10-01")
    heading("2019-12-02", "B2, and a decision: the diploma counts, with a test to pass")
    german = evolve(
        plan.current[GERMAN],
        overall=CEFR.B2,
        listening=CEFR.B2,
        reading=CEFR.B2,
        spoken_interaction=CEFR.B2,
        spoken_production=CEFR.B2,
        writing=CEFR.B2,
        certificates=(
            *plan.current[GERMAN].certificates,
            LanguageCertificate(
                issuer=CertificateFamily.DTB, level=CEFR.B2, issued_on=day("2019-11-29")
            ),
        ),
    )
    course = evolve(
        plan.current[COURSE_2],
        status=CourseStatus.COMPLETED,
        result=CourseResult.PASSED,
        result_on=day("2019-11-29"),
    )
    spoken = evolve(
        plan.current[GOAL_GERMAN], lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED
    )
    before = plan.current[RECOGNITION]
    procedure = evolve(
        before,
        steps=(
            *before.steps,
            RecognitionStep(step=RecognitionStage.ASSESSMENT),
            RecognitionStep(step=RecognitionStage.DECISION, on=day("2019-11-21")),
        ),
        outcome=RecognitionOutcome.COMPENSATION_REQUIRED,
        existing_qualifications=("Grundpflege", "Pflege in der Intensivmedizin"),
        differences=("Pflege in der Psychiatrie",),
        compensation=CompensationMeasure(form=CompensationKind.KNOWLEDGE_TEST),
        measure=MEASURE_TEST,
        remedy_until=day("2019-12-23"),
    )
    test = Measure(
        id=MEASURE_TEST,
        title="Vorbereitung auf die Kenntnisprüfung",
        goals=(GOAL_NURSE,),
        responsible=Responsible(party=Actor.COURSE_PROVIDER, name="Pflegeschule am Fluss"),
        period=Period(day("2020-01-13"), day("2020-05-29")),
        due_on=day("2020-06-15"),
    )
    plan = plan.revise(**by(CLARA, "2019-12-02"), put=[german, course, spoken, procedure, test])
    changes(plan)
    plan = plan.mark(
        [HEALTH],
        Marking.RESTRICTED,
        lifted=True,
        **by(CLARA, "2019-12-02"),
        reason="Der Antrag ist entschieden.",
    )
    return signed(plan, SIGNED_3, CLARA, "2019-12-09")


# --- 2020: a nurse again --------------------------------------------------------------------------


def recognised(plan: IntegrationPlan) -> IntegrationPlan:
    """The test is passed; the recognition is full."""
    heading("2020-06-22", "The test is passed, the diploma fully recognised")
    before = plan.current[RECOGNITION]
    procedure = evolve(
        before,
        steps=(*before.steps, RecognitionStep(step=RecognitionStage.FINAL, on=day("2020-06-18"))),
        outcome=RecognitionOutcome.FULL,
        compensation=evolve(
            before.compensation,
            provider="Pflegeschule am Fluss",
            period=Period(day("2020-01-13"), day("2020-05-29")),
            passed_on=day("2020-06-08"),
        ),
    )
    test = evolve(
        plan.current[MEASURE_TEST],
        status=MeasureStatus.COMPLETED,
        result="Kenntnisprüfung bestanden.",
    )
    nurse = evolve(
        plan.current[GOAL_NURSE], lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED
    )
    work = evolve(plan.current[GOAL_WORK], lifecycle=Lifecycle.ACTIVE)
    note = Development(
        id=NOTE_1,
        noted_on=day("2020-06-22"),
        note="Bewirbt sich selbständig; drei Einladungen in einer Woche.",
        competences=(WARD,),
    )
    plan = plan.revise(**by(CLARA, "2020-06-22"), put=[procedure, test, nurse, work, note])
    changes(plan)
    return plan


def at_work(plan: IntegrationPlan) -> IntegrationPlan:
    """A job, and the husband comes."""
    heading("2020-09-01", "A job; and her husband comes, with a plan of his own")
    idle = evolve(plan.current[NO_WORK], period=Period(day("2018-03-01"), day("2020-08-31")))
    job = WorkSituation(
        id=JOB,
        employment=EmploymentKind.FULL_TIME,
        employer="Klinik am Neckarbogen",
        hours_per_week=38,
        period=Period(day("2020-09-01"), None),
    )
    work = evolve(
        plan.current[GOAL_WORK], lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED
    )
    family = evolve(
        plan.current[FAMILY],
        adults=2,
        single_parent=False,
        childcare_needed=False,
        reunification_pending=False,
    )
    larger = goal_template("housing-flat").goal(id=GOAL_LARGER, due_on=day("2021-03-31"))
    larger = evolve(larger, title="Eine größere Wohnung", target=None, shared_id="hh-1-flat")
    plan = plan.revise(**by(CLARA, "2020-09-01"), put=[idle, job, work, family, larger])
    changes(plan)

    husband = IntegrationPlan.open(
        id="plan-9c02",
        subject="p-9c02",
        body=MANNHEIM,
        jurisdiction="08",
        **by(CLARA, "2020-09-01"),
        put=[
            FamilySituation(id="e1", adults=2, children=1, household="hh-1"),
            evolve(larger, id="e2", due_on=day("2021-06-30")),
        ],
    )
    try:
        release(plan, PURPOSES["job-centre"], recipient=JOB_CENTRE, day=day("2020-09-01"))
    except InvalidValueError:
        line(f"the job centre asks again: nothing, consent {CONSENT_JOB_CENTRE} has expired")
    household = Household(id="hh-1", plans=(plan, husband))
    for finding in household.review(day("2020-09-01")):
        line(f"household: {finding.format('en')} ({finding.values['fields']})")
    return plan


def health_erased(plan: IntegrationPlan) -> IntegrationPlan:
    """The time for the note on health is over."""
    heading("2020-12-07", "The time of the note on health is over: it is erased")
    today = day("2020-12-07")
    report = retention(plan, today, KEPT)
    line(f"due for erasure: {[f'{item.entry_id} since {item.due_on}' for item in report.due]}")
    plan = plan.erase(
        plan.ids({PlanGroup.HEALTH}),
        **by(CLARA, "2020-12-07"),
        legal_basis="Art. 17 Abs. 1 Buchst. a DSGVO",
    )
    assert "Physiotherapie" not in to_json(plan)
    line(f"in the first months there was something: sealed {plan.as_of(4).sealed}")
    line(plan.verify().format("en"))
    return plan


def closure(plan: IntegrationPlan) -> IntegrationPlan:
    """Close the plan and hand over to the regular services."""
    reviewed(plan, "2021-01-15")
    heading("2021-03-01", "Three years: the plan is closed and handed over")
    volunteering = evolve(plan.current["g1"], lifecycle=Lifecycle.REJECTED, achievement=None)
    renewed = ResidenceStatus(
        id=NEW_STATUS,
        title=ResidenceTitle.SETTLEMENT_PERMIT,
        period=Period(day("2021-02-01"), None),
    )
    former = evolve(plan.current[STATUS], period=Period(day("2018-02-05"), day("2021-01-31")))
    withdrawn = evolve(plan.current[CONSENT_HEALTH], withdrawn_on=day("2021-03-01"))
    handed = evolve(
        plan.current["m1"], status=MeasureStatus.STOPPED, result="Keine Zeit neben den Schichten."
    )
    office = Measure(
        id=MEASURE_OFFICE,
        title="Größere Wohnung: weiter mit dem Wohnungsamt",
        goals=(GOAL_LARGER,),
        responsible=Responsible(party=Actor.AUTHORITY, name="Wohnungsamt"),
        referral=Referral(service=RegularService.HOUSING_OFFICE),
        status=MeasureStatus.RUNNING,
    )
    plan = plan.close(
        **by(CLARA, "2021-03-01"),
        reason="Übergabe an die Regeldienste; Ziele erreicht.",
        put=[former, renewed, volunteering, withdrawn, handed, office],
    )
    changes(plan, "de")
    line(f"{plan}, closed: {plan.is_closed}")
    return plan


# --- Afterwards -----------------------------------------------------------------------------------


def proof(plan: IntegrationPlan, heads: dict[str, str], with_health: IntegrationPlan) -> None:
    """Verify the plan against the heads noted on the way, and try to cheat."""
    heading("2021-03-02", "Does the file tell the truth? What the noted heads say")
    for noted_on, head in heads.items():
        line(f"head noted on {noted_on}: {plan.verify(head=head).format('en')}")

    text = to_json(plan)
    cheated = from_json(text.replace('"year":2012', '"year":2010'), IntegrationPlan)
    line(f"another year for the diploma: {cheated.verify().format('en')}")
    cut = evolve(plan, revisions=plan.revisions[:-1])
    line(f"the closure cut off, no head given: {cut.verify().format('en')}")
    line(f"the closure cut off, head given: {cut.verify(head=plan.head).format('en')}")

    returned = merge(plan, with_health)
    assert HEALTH not in [entry.id for entry in returned.put]
    line("an old copy with the note on health brings nothing back")
    try:
        plan.revise(
            **by(CLARA, "2021-03-02"),
            kind=RevisionKind.CORRECTION,
            put=[with_health.current[HEALTH]],
        )
    except InvalidValueError as error:
        line(f"putting it by hand: {error.problems[0].text('en')}")


def three_years_in_differences(plan: IntegrationPlan) -> None:
    """Compare the plan of the first agreement with that of the closure."""
    heading("2021-03-03", "What has changed since the signature of March 2018")
    signed, closed = plan.as_of(2), plan.current
    differences = diff_states(signed, closed)
    shown = {GERMAN, RECOGNITION, DIPLOMA, JOB, FAMILY}
    for language in ("de", "en"):
        for difference in differences:
            if difference.entry.id in shown:
                line(difference.format("de" if language == "de" else "en"))
        line()
    assert apply_differences(signed, differences).entries != ()
    line(f"{len(differences)} differences in all")


def access(plan: IntegrationPlan) -> AccessExport:
    """Give the person everything that is held."""
    heading("2021-05-10", "Salma asks what is held about her")
    export = access_export(plan, day=day("2021-05-10"), schedule=KEPT)
    for held in export.entries[:4]:
        line(
            f"{held.label.en} {held.entry_id}: {held.versions} versions, "
            f"recorded by {', '.join(held.recorded_by)}, kept until {held.keep_until}"
        )
    line(f"… {len(export.entries)} entries; erased: {', '.join(export.erased)}")
    for disclosure in export.disclosures:
        line(f"shown to {disclosure.recipient} on {disclosure.on}, for {disclosure.purpose}")
    rows = data_catalogue(day=day("2021-05-10"), schedule=KEPT)
    line(f"the record of processing has {len(rows)} fields, made from the model")
    return export


def the_end(plan: IntegrationPlan) -> DeletionReceipt:
    """Delete the plan when its time is over."""
    heading("2024-03-01", "Three years after the closure: the end")
    basis = "Art. 5 Abs. 1 Buchst. e DSGVO"
    try:
        delete(
            plan,
            day=day("2024-02-29"),
            schedule=KEPT,
            author=CLARA,
            legal_basis=basis,
            receipt_id="r-0001",
        )
    except InvalidValueError as error:
        line(f"a day too early: {len(error.problems)} entries are still to be kept")
    receipt = delete(
        plan,
        day=day("2024-03-01"),
        schedule=KEPT,
        author=CLARA,
        legal_basis=basis,
        receipt_id="r-0001",
    )
    line(to_json(receipt))
    assert "83f1" not in to_json(receipt)
    return receipt


# --- The documents --------------------------------------------------------------------------------


def documents_with_extras(plan: IntegrationPlan, in_july: IntegrationPlan) -> dict[str, str]:
    """Return the plan on paper and the calendar; each needs an extra of its own."""
    documents: dict[str, str] = {}
    try:
        from integrationsplan.display import render_plan  # noqa: PLC0415  # an extra

        for language in ("de", "en"):
            text = render_plan(plan, day=day("2021-03-01"), language=language)
            documents[f"plan-{language}.html"] = text.rstrip()
        days = due(in_july, day("2019-07-16"), day("2019-12-31"), RULES)
        calendar = to_icalendar(days, made_at=moment("2019-07-16"), language="de")
        documents["calendar.ics"] = calendar.decode().rstrip() + "\r"
    except ImportError as error:
        line(f"not written: {error}")
    return documents


def written(folder: Path, documents: dict[str, str]) -> None:
    """Write the documents."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (folder / name).write_bytes(f"{text}\n".encode())


def compared(folder: Path, documents: dict[str, str]) -> None:
    """Compare the documents with those of an earlier run."""
    for name, text in documents.items():
        assert (folder / name).read_bytes() == f"{text}\n".encode(), name


def main(folder: Path | None = None) -> None:
    """Tell the story."""
    heads: dict[str, str] = {}
    plan = wishes(arrival())
    heads["2018-03-20"] = plan.head  # printed on the paper that was signed
    plan, view = job_centre(consent_and_health(plan))
    plan = school(course_begins(correction(plan)))
    plan = b1(offline_copy(plan))
    plan = second_plan(flat_and_transfer(plan))
    heads["2019-04-15"] = plan.head  # in the letter to Weinheim
    in_july = application(plan)
    plan = at_work(recognised(b2(in_july)))
    with_health = plan
    plan = closure(health_erased(plan))
    heads["2021-03-01"] = plan.head  # in the letter to the regular services
    proof(plan, heads, with_health)
    three_years_in_differences(plan)
    export = access(plan)
    receipt = the_end(plan)

    documents = {
        "plan.json": to_json(plan, indent=2),
        "view-job-centre.json": to_json(view, indent=2),
        "access-export.json": to_json(export, indent=2),
        "receipt.json": to_json(receipt, indent=2),
    }
    assert from_json(documents["plan.json"], IntegrationPlan) == plan
    assert from_json(documents["view-job-centre.json"], PlanView) == view
    beside = Path(__file__).with_name("three_years")
    documents |= documents_with_extras(plan, in_july)
    if folder is not None:
        written(folder, documents)
    elif beside.is_dir():
        compared(beside, documents)
    print(f"\n{len(plan.revisions)} revisions, {len(documents)} documents")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
