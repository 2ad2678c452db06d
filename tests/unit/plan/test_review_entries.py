"""The review of a plan: recognition, data protection, circumstances, courses, ids and texts."""

import datetime as dt

import pytest

from integrationsplan import Period, ReviewRules, evolve, review
from integrationsplan.findings import Finding, Severity
from integrationsplan.history import Author, Marking, RevisionKind
from integrationsplan.plan import (
    CEFR,
    Actor,
    Body,
    CompensationKind,
    CompensationMeasure,
    Consent,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
    Development,
    Disclosure,
    EmploymentKind,
    FamilySituation,
    Goal,
    GoalField,
    HealthNote,
    HousingKind,
    HousingSituation,
    IntegrationPlan,
    LanguageProficiency,
    Measure,
    PersonalDetails,
    PlanEntry,
    PlanGroup,
    Qualification,
    QualificationCategory,
    RecognitionKind,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    Referral,
    ResidenceStatus,
    Responsible,
    StatusWithoutTitle,
    WorkSituation,
)
from integrationsplan.plan._review_rules import UNEMPLOYED_BELOW
from integrationsplan.values import Basis

AUTHOR = Author(role="integration_manager", id="im-7")
OPENED = dt.date(2018, 3, 1)
DAY = dt.date(2018, 6, 15)
BEFORE, AFTER = DAY - dt.timedelta(1), DAY + dt.timedelta(1)
IN_TEN_DAYS = DAY + dt.timedelta(10)


def opened(*entries: PlanEntry, legal_basis: str | None = None) -> IntegrationPlan:
    """Open a plan with entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=OPENED,
        put=entries,
        legal_basis=legal_basis,
    )


def revised(plan: IntegrationPlan, **fields: object) -> IntegrationPlan:
    """Correct a plan."""
    return plan.revise(
        author=AUTHOR,
        recorded_at=plan.latest.recorded_at,
        effective_on=DAY,
        kind=RevisionKind.CORRECTION,
        **fields,
    )


def found(plan: IntegrationPlan, day: dt.date = DAY, **rules: object) -> list[Finding]:
    """Return what a review finds that asks for no agreement."""
    return list(
        review(plan, day, ReviewRules(revise_within_months=120, agreement_required=False, **rules))
    )


def codes(*entries: PlanEntry, day: dt.date = DAY, **rules: object) -> list[str]:
    """Return code and subject of every finding about a plan with entries."""
    return [f"{f.code} {f.subject or ''}".strip() for f in found(opened(*entries), day, **rules)]


def procedure(*steps: tuple[RecognitionStage, dt.date | None], **fields: object):
    """Return a procedure of recognition with steps."""
    return RecognitionProcedure(
        id="r1",
        reference_occupation="Pflegefachfrau",
        steps=tuple(RecognitionStep(step=step, on=on) for step, on in steps),
        **fields,
    )


# -- recognition -----------------------------------------------------------------------------------

COMPLETE = (RecognitionStage.DOCUMENTS_COMPLETE, dt.date(2018, 3, 15))
DECIDED = (RecognitionStage.DECISION, dt.date(2018, 6, 1))


@pytest.mark.parametrize(
    ("day", "notice", "expected"),
    [
        (dt.date(2018, 6, 5), 9, []),
        (dt.date(2018, 6, 5), 10, ["recognition_due r1"]),
        (DAY, None, []),
        (DAY, 0, ["recognition_due r1"]),
        (AFTER, None, ["recognition_overdue r1"]),
    ],
)
def test_a_decision_is_due_three_months_after_the_file_is_complete(
    day: dt.date, notice: int | None, expected: list[str]
):
    """The deadline nears by the notice, and passes with its last day."""
    assert expected == codes(procedure(COMPLETE), day=day, recognition_notice_days=notice)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (procedure(COMPLETE, (RecognitionStage.ASSESSMENT, None)), True),
        (procedure(COMPLETE, extended_until=AFTER), False),
        (procedure((RecognitionStage.FILED, OPENED)), False),
        (procedure(COMPLETE, procedure=RecognitionKind.ACADEMIC), False),
        (procedure(COMPLETE, procedure=RecognitionKind.ACADEMIC, deadline_months=3), True),
        (procedure(COMPLETE, deadline_months=4), False),
        (procedure(COMPLETE, (RecognitionStage.WITHDRAWN, OPENED.replace(month=4))), False),
        (procedure((RecognitionStage.DOCUMENTS_COMPLETE, dt.date(2010, 1, 1))), False),
        (procedure((RecognitionStage.DOCUMENTS_COMPLETE, dt.date.max)), False),
        (procedure((RecognitionStage.FINAL, None)), False),
    ],
)
def test_a_decision_is_missed_while_there_is_a_deadline(
    entry: RecognitionProcedure, expected: bool
):
    """Without a deadline in law, or with a decision, nothing is late."""
    assert expected is ("recognition_overdue r1" in codes(entry, day=AFTER))


@pytest.mark.parametrize(
    ("stage", "within", "expected"),
    [
        (RecognitionStage.FILED, None, []),
        (RecognitionStage.FILED, 106, []),
        (RecognitionStage.FILED, 105, ["recognition_file_incomplete r1"]),
        (RecognitionStage.ADVICE, 0, []),
        (RecognitionStage.ASSESSMENT, 0, []),
    ],
)
def test_a_file_is_complete_in_good_time(
    stage: RecognitionStage, within: int | None, expected: list[str]
):
    """A file that is not complete so many days after the application is found."""
    assert expected == codes(procedure((stage, OPENED)), documents_within_days=within)


@pytest.mark.parametrize(
    ("fields", "notice", "expected"),
    [
        ({"remedy_until": IN_TEN_DAYS}, None, []),
        ({"remedy_until": IN_TEN_DAYS}, 10, ["recognition_remedy_ending r1"]),
        ({"remedy_until": IN_TEN_DAYS}, 9, []),
        ({"remedy_until": DAY}, 0, ["recognition_remedy_ending r1"]),
        ({"remedy_until": BEFORE}, None, ["recognition_remedy_ended r1"]),
        ({"remedy_until": BEFORE, "outcome": RecognitionOutcome.FULL}, None, []),
        (
            {"remedy_until": BEFORE, "outcome": RecognitionOutcome.NONE},
            None,
            ["recognition_remedy_ended r1"],
        ),
    ],
)
def test_a_legal_remedy_has_its_last_day(
    fields: dict[str, object], notice: int | None, expected: list[str]
):
    """While a decision can be contested that is noticed, and missed when it no longer can."""
    assert expected == codes(procedure(DECIDED, **fields), recognition_notice_days=notice)


@pytest.mark.parametrize("stage", [RecognitionStage.APPEAL, RecognitionStage.FINAL])
def test_after_an_appeal_or_the_end_no_remedy_is_missed(stage: RecognitionStage):
    """Whoever has contested, or accepted, misses nothing."""
    assert [] == codes(procedure(DECIDED, (stage, DAY), remedy_until=BEFORE))


LESSONS = CompensationMeasure(form=CompensationKind.ADAPTATION_COURSE, period=Period(None, DAY))


@pytest.mark.parametrize("fields", [{"compensation": LESSONS}, {"measure": "m1"}])
def test_who_does_what_the_decision_asks_for_misses_no_remedy(fields: dict[str, object]):
    """With a compensation measure the decision is accepted; until its last day it is noticed."""
    entry = procedure(DECIDED, remedy_until=BEFORE, **fields)
    ending, ended = "recognition_remedy_ending r1", "recognition_remedy_ended r1"
    assert (True, False) == (
        ending in codes(entry, day=BEFORE, recognition_notice_days=0),
        ended in codes(entry),
    )


@pytest.mark.parametrize(
    ("day", "fields", "expected"),
    [
        (DAY, {}, []),
        (AFTER, {}, ["compensation_overdue r1"]),
        (AFTER, {"compensation": evolve(LESSONS, passed_on=DAY)}, []),
        (AFTER, {"outcome": RecognitionOutcome.FULL}, []),
        (AFTER, {"compensation": evolve(LESSONS, period=None)}, []),
    ],
)
def test_a_compensation_measure_is_passed_when_it_ends(
    day: dt.date, fields: dict[str, object], expected: list[str]
):
    """After its last day it is said that it was passed, or it is found."""
    required = {"outcome": RecognitionOutcome.COMPENSATION_REQUIRED, "compensation": LESSONS}
    assert expected == codes(procedure(DECIDED, **{**required, **fields}), day=day)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"outcome": RecognitionOutcome.COMPENSATION_REQUIRED}, True),
        ({"outcome": RecognitionOutcome.PARTIAL}, False),
        ({"outcome": RecognitionOutcome.COMPENSATION_REQUIRED, "measure": "m1"}, False),
        (
            {
                "outcome": RecognitionOutcome.COMPENSATION_REQUIRED,
                "compensation": CompensationMeasure(form=CompensationKind.KNOWLEDGE_TEST),
            },
            False,
        ),
    ],
)
def test_a_required_compensation_is_recorded(fields: dict[str, object], expected: bool):
    """Where differences must be made up for, it is said how."""
    told = codes(procedure(DECIDED, **fields))
    assert expected is ("recognition_without_compensation r1" in told)


@pytest.mark.parametrize(
    ("entries", "current"),
    [
        ((), ""),
        ((LanguageProficiency(id="l1", language="de"),), ""),
        ((LanguageProficiency(id="l1", language="de", overall=CEFR.B1),), "B1"),
        ((LanguageProficiency(id="l1", language="en", overall=CEFR.C2),), ""),
        ((LanguageProficiency(id="l1", language="de", overall=CEFR.B2),), None),
        ((LanguageProficiency(id="l1", language="de", is_first=True),), None),
        (
            (Course(id="k1", course=CourseKind.IK_ALLGEMEIN, result=CourseResult.B1),),
            "B1",
        ),
        (
            (
                Course(
                    id="k1",
                    course=CourseKind.IK_ALLGEMEIN,
                    result=CourseResult.B1,
                    result_on=AFTER,
                ),
            ),
            "",
        ),
    ],
)
def test_recognition_asks_for_german(entries: tuple[PlanEntry, ...], current: str | None):
    """Until the level is recorded that a recognition asks for, it is missing."""
    plan = opened(procedure(required_language=CEFR.B2), *entries)
    values = [dict(f.values) for f in found(plan) if f.code == "recognition_language_missing"]
    assert ([] if current is None else [{"required": "B2", "current": current}]) == values


@pytest.mark.parametrize(
    "entry",
    [
        procedure(DECIDED, outcome=RecognitionOutcome.FULL, required_language=CEFR.B2),
        procedure((RecognitionStage.FINAL, None), required_language=CEFR.B2),
        procedure((RecognitionStage.WITHDRAWN, None), required_language=CEFR.B2),
    ],
)
def test_after_recognition_no_language_is_missing(entry: RecognitionProcedure):
    """What is recognised, or ended, asks for nothing more."""
    assert [] == codes(entry)


# -- consents --------------------------------------------------------------------------------------

CONSENT = Consent(id="c1", purpose="job-centre", groups=(PlanGroup.WORK,), given_on=OPENED)


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        ([], ["consent_missing"]),
        ([CONSENT], []),
        ([evolve(CONSENT, purpose="volunteer")], ["consent_missing"]),
        ([evolve(CONSENT, given_on=None)], ["consent_missing"]),
        ([evolve(CONSENT, given_on=AFTER)], ["consent_missing"]),
        ([evolve(CONSENT, expires_on=DAY)], []),
        ([evolve(CONSENT, expires_on=BEFORE)], ["consent_expired c1"]),
        ([evolve(CONSENT, withdrawn_on=AFTER)], []),
        ([evolve(CONSENT, withdrawn_on=DAY)], ["consent_withdrawn c1"]),
        ([evolve(CONSENT, withdrawn_on=BEFORE, expires_on=DAY)], ["consent_withdrawn c1"]),
        ([evolve(CONSENT, withdrawn_on=AFTER, expires_on=BEFORE)], ["consent_expired c1"]),
        ([evolve(CONSENT, expires_on=BEFORE), evolve(CONSENT, id="c2")], []),
        (
            [evolve(CONSENT, expires_on=BEFORE), evolve(CONSENT, id="c2", withdrawn_on=DAY)],
            ["consent_expired c1"],
        ),
    ],
)
def test_a_purpose_in_use_needs_a_consent(consents: list[Consent], expected: list[str]):
    """For each purpose in use a consent is in force, or it is said why none is."""
    assert expected == codes(*consents, purposes_in_use=("job-centre",))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["consent_missing", "consent_without_groups c1"]),
        ({"purpose": "church"}, ["consent_missing", "consent_without_groups c1"]),
        ({"given_on": AFTER}, ["consent_missing"]),
        ({"expires_on": BEFORE}, ["consent_missing"]),
        ({"groups": (PlanGroup.WORK,)}, []),
    ],
)
def test_a_consent_without_groups_allows_nothing(fields: dict[str, object], expected: list[str]):
    """It is found while it is in force, and is none for its purpose."""
    consent = evolve(CONSENT, **{"groups": (), **fields})
    assert expected == codes(consent, purposes_in_use=("job-centre",))


@pytest.mark.parametrize(
    ("purpose", "german", "english"),
    [
        (
            "job-centre",
            "Für den Zweck „Vermittlung in Arbeit“ fehlt eine Einwilligung.",
            "There is no consent for the purpose 'placement in work'.",
        ),
        (
            "church",
            "Für den Zweck „church“ fehlt eine Einwilligung.",
            "There is no consent for the purpose 'church'.",
        ),
    ],
)
def test_a_purpose_is_called_by_its_name(purpose: str, german: str, english: str):
    """The sentence has the label of a shipped purpose, and the values its code."""
    (finding,) = found(opened(), purposes_in_use=(purpose,))
    assert ({"purpose": purpose}, german, english) == (
        dict(finding.values),
        finding.text.de,
        finding.text.en,
    )


def test_a_purpose_that_is_not_in_use_needs_none():
    """Nothing is asked for that nobody does."""
    assert [] == codes(evolve(CONSENT, expires_on=BEFORE))


@pytest.mark.parametrize(
    ("fields", "notice", "expected"),
    [
        ({"expires_on": IN_TEN_DAYS}, None, []),
        ({"expires_on": IN_TEN_DAYS}, 9, []),
        ({"expires_on": IN_TEN_DAYS}, 10, ["consent_expiring c1"]),
        ({"withdrawn_on": AFTER}, 0, ["consent_expiring c1"]),
        ({}, 36_525, []),
    ],
)
def test_the_end_of_a_consent_is_noticed(
    fields: dict[str, object], notice: int | None, expected: list[str]
):
    """So many days ahead it is said that a consent ends."""
    consent = evolve(CONSENT, **fields)
    assert expected == codes(consent, purposes_in_use=("job-centre",), consent_notice_days=notice)


def test_a_restricted_consent_does_not_count():
    """What is restricted in processing allows nothing."""
    plan = opened(CONSENT).mark(
        ["c1"],
        Marking.RESTRICTED,
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 2, tzinfo=dt.UTC),
        effective_on=OPENED,
    )
    told = [f.code for f in found(plan, purposes_in_use=("job-centre",))]
    assert ["consent_missing", "entry_restricted"] == told


# -- special categories and marks ------------------------------------------------------------------

HEALTH = HealthNote(id="h1")
FOR_HEALTH = evolve(CONSENT, groups=(PlanGroup.HEALTH,), special=True)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([HEALTH], ["special_data_without_basis h1"]),
        ([HEALTH, FOR_HEALTH], []),
        ([HEALTH, evolve(FOR_HEALTH, special=False)], ["special_data_without_basis h1"]),
        (
            [HEALTH, evolve(FOR_HEALTH, groups=(PlanGroup.WORK,))],
            ["special_data_without_basis h1"],
        ),
        ([HEALTH, evolve(FOR_HEALTH, expires_on=BEFORE)], ["special_data_without_basis h1"]),
        (
            [Goal(id="g1", field=GoalField.HEALTH, title="Therapieplatz")],
            ["special_data_without_basis g1"],
        ),
        ([Goal(id="g1", field=GoalField.WORK, title="Arbeit")], []),
    ],
)
def test_what_tells_of_health_needs_a_basis(entries: list[PlanEntry], expected: list[str]):
    """Data of a special category need an express consent, or a legal basis."""
    assert expected == codes(*entries)


def test_a_legal_basis_of_the_revision_is_enough():
    """A revision that names its legal basis says by which law it put the entry."""
    assert [] == found(opened(HEALTH, legal_basis="Art. 9 Abs. 2 Buchst. h DSGVO"))


@pytest.mark.parametrize(
    ("marking", "expected"),
    [(Marking.RESTRICTED, "entry_restricted"), (Marking.CONTESTED, "entry_contested")],
)
def test_marks_are_noticed(marking: Marking, expected: str):
    """A restricted or contested entry is a notice while the mark is on."""
    entry = Qualification(id="q1", title="Abitur", category=QualificationCategory.SCHOOL)
    plan = opened(entry)
    for lifted in (False, True):
        plan = plan.mark(
            ["q1"],
            marking,
            author=AUTHOR,
            recorded_at=plan.latest.recorded_at,
            effective_on=DAY if lifted else OPENED,
            lifted=lifted,
        )
    assert ([(expected, "q1", Severity.NOTICE)], []) == (
        [(f.code, f.subject, f.severity) for f in found(plan, BEFORE)],
        found(plan, DAY),
    )


# -- circumstances ---------------------------------------------------------------------------------


def status(number: int, start: dt.date | None, end: dt.date | None) -> ResidenceStatus:
    """Return a residence status that is valid for a time."""
    return ResidenceStatus(id=f"s{number}", period=Period(start, end))


WAITING = ResidenceStatus(
    id="s0",
    without_title=StatusWithoutTitle.PERMISSION_TO_STAY,
    period=Period(dt.date(2017, 1, 1), None),
)


@pytest.mark.parametrize(
    ("statuses", "notice", "expected"),
    [
        ([], 100, []),
        ([ResidenceStatus(id="s1")], 100, []),
        ([status(1, OPENED, None)], 100, []),
        ([status(1, OPENED, IN_TEN_DAYS)], None, []),
        ([status(1, OPENED, IN_TEN_DAYS)], 9, []),
        ([status(1, OPENED, IN_TEN_DAYS)], 10, ["residence_ending s1"]),
        ([status(1, OPENED, BEFORE)], None, ["residence_ended s1"]),
        ([status(1, None, BEFORE), status(2, DAY, None)], 100, []),
        ([status(2, DAY, IN_TEN_DAYS), status(1, None, BEFORE)], 10, ["residence_ending s2"]),
        ([status(1, OPENED, BEFORE), status(2, AFTER, None)], 100, ["residence_ended s1"]),
        ([status(1, OPENED, DAY), status(2, AFTER, None)], 100, []),
        ([status(1, AFTER, IN_TEN_DAYS)], 100, []),
        (
            [WAITING, status(1, OPENED, BEFORE)],
            100,
            ["residence_ended s1"],
        ),
        ([WAITING, status(1, OPENED, None)], 100, ["entries_contradict s0"]),
    ],
)
def test_the_residence_status_comes_to_its_end(
    statuses: list[ResidenceStatus], notice: int | None, expected: list[str]
):
    """What follows without a gap counts as one time; its end nears and passes."""
    assert expected == codes(*statuses, residence_notice_days=notice)


HOME = HousingSituation(id="h1", housing=HousingKind.PRELIMINARY)


@pytest.mark.parametrize(
    ("fields", "notice", "expected"),
    [
        ({}, 100, []),
        ({"leave_by": IN_TEN_DAYS}, None, []),
        ({"leave_by": IN_TEN_DAYS}, 10, ["housing_to_leave h1"]),
        ({"leave_by": DAY}, 0, ["housing_to_leave h1"]),
        ({"leave_by": BEFORE}, None, ["housing_overdue h1"]),
        ({"leave_by": BEFORE, "period": Period(None, BEFORE)}, None, []),
    ],
)
def test_a_home_must_be_left(fields: dict[str, object], notice: int | None, expected: list[str]):
    """The day of moving out nears and passes, while the person lives there."""
    assert expected == codes(evolve(HOME, **fields), housing_notice_days=notice)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"status": CourseStatus.COMPLETED}, ["course_without_result k1"]),
        ({"status": CourseStatus.COMPLETED, "result": CourseResult.NO_TEST}, []),
        ({"status": CourseStatus.COMPLETED, "course": CourseKind.FIRST_ORIENTATION}, []),
        ({"period": Period(OPENED, DAY)}, []),
        ({"period": Period(OPENED, BEFORE)}, ["course_without_result k1"]),
        ({"period": Period(OPENED, BEFORE), "result": CourseResult.B1}, []),
        ({"period": Period(OPENED, BEFORE), "status": CourseStatus.STOPPED}, []),
        ({"period": Period(OPENED, BEFORE), "course": CourseKind.FIRST_ORIENTATION}, []),
    ],
)
def test_an_ended_course_has_a_result(fields: dict[str, object], expected: list[str]):
    """A course that has ended, by its time or by its status, needs a result."""
    assert expected == codes(evolve(Course(id="k1", course=CourseKind.IK_ALLGEMEIN), **fields))


def work(number: int, employment: EmploymentKind, period: Period | None = None) -> WorkSituation:
    """Return a work situation."""
    return WorkSituation(id=f"w{number}", employment=employment, period=period)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["full-time"], None),
        (["full-time", "full-time"], "w0, w1"),
        (["full-time", "apprenticeship"], "w0, w1"),
        (["part-time", "part-time"], None),
        (["full-time", "marginal"], None),
        (["part-time", "job-seeking"], None),
        (["unemployed", "marginal"], None),
        (["unemployed", "part-time", "marginal"], "w0, w1"),
        (["unemployed", "unemployed"], "w0, w1"),
        (["inactive", "marginal"], "w0, w1"),
    ],
)
def test_work_that_does_not_go_together_is_found(kinds: list[str], expected: str | None):
    """Small jobs add up; two full posts, or none and some at once, do not."""
    plan = opened(*(work(number, EmploymentKind(kind)) for number, kind in enumerate(kinds)))
    assert ([] if expected is None else [expected]) == [f.values["entries"] for f in found(plan)]


@pytest.mark.parametrize(
    ("jobs", "expected"),
    [
        ([("part-time", 14)], []),
        ([("part-time", 15)], ["w0, w1"]),
        ([("part-time", None)], ["w0, w1"]),
        ([("part-time", 8), ("self-employed", 6)], []),
        ([("part-time", 8), ("self-employed", 7)], ["w0, w1, w2"]),
        ([("part-time", 8), ("marginal", 7)], ["w0, w1"]),
        ([("part-time", 8), ("marginal", None)], []),
    ],
)
def test_short_work_does_not_end_unemployment(
    jobs: list[tuple[str, int | None]], expected: list[str]
):
    """Below fifteen hours a week, all jobs together, somebody is still unemployed."""
    entries = [
        work(0, EmploymentKind.UNEMPLOYED),
        *(
            evolve(work(number, EmploymentKind(kind)), hours_per_week=hours)
            for number, (kind, hours) in enumerate(jobs, start=1)
        ),
    ]
    assert expected == [f.values["entries"] for f in found(opened(*entries))]


def test_the_hours_of_unemployment_have_their_source():
    """Fifteen hours, by the Third Book of the Social Code; the wording was not at hand."""
    assert (15, "SGB III", "§ 138 Abs. 3", Basis.INFERRED) == (
        UNEMPLOYED_BELOW.value,
        UNEMPLOYED_BELOW.citation.title,
        UNEMPLOYED_BELOW.citation.locator,
        UNEMPLOYED_BELOW.basis,
    )


def test_a_certificate_of_fictional_effect_stands_beside_a_title():
    """It bridges the time until the title is prolonged, and contradicts nothing."""
    bridge = ResidenceStatus(id="s2", without_title=StatusWithoutTitle.FICTION_CERTIFICATE)
    assert [] == codes(status(1, OPENED, IN_TEN_DAYS), bridge)


@pytest.mark.parametrize(
    "entries",
    [
        (HOME, evolve(HOME, id="h2", housing=HousingKind.OWN_FLAT)),
        (HOME, evolve(HOME, id="h2", period=Period(DAY, DAY))),
        (ResidenceStatus(id="s1"), ResidenceStatus(id="s2")),
        (FamilySituation(id="f1", adults=1), FamilySituation(id="f2", adults=2)),
        (PersonalDetails(id="p1"), PersonalDetails(id="p2")),
        (
            LanguageProficiency(id="l1", language="de", overall=CEFR.A2),
            LanguageProficiency(id="l2", language="de", overall=CEFR.B1),
        ),
    ],
)
def test_entries_that_cannot_all_hold_are_found(entries: tuple[PlanEntry, ...]):
    """Two homes, statuses, families, names, or levels of one language on one day are a slip."""
    (finding,) = found(opened(*entries))
    assert ("entries_contradict", entries[0].id, ", ".join(e.id for e in entries)) == (
        finding.code,
        finding.subject,
        finding.values["entries"],
    )


@pytest.mark.parametrize("period", [Period(None, BEFORE), Period(AFTER, None)])
def test_what_holds_on_other_days_contradicts_nothing(period: Period):
    """An earlier or later home is no second one."""
    assert [] == codes(HOME, evolve(HOME, id="h2", period=period))


def test_a_first_language_has_no_level():
    """Levels are for languages that are learned."""
    entry = LanguageProficiency(id="l1", language="ar", is_first=True, overall=CEFR.C2)
    assert ["first_language_with_level l1"] == codes(entry)


# -- any entry -------------------------------------------------------------------------------------

MEASURE = Measure(id="m1", title="Beratung", responsible=Responsible(party=Actor.COUNSELLOR))
GOAL = Goal(id="g1", field=GoalField.WORK, title="Arbeit")


@pytest.mark.parametrize(
    ("entry", "field", "missing"),
    [
        (evolve(MEASURE, goals=("g1", "g2", "g3")), "goals", ["g2", "g3"]),
        (evolve(GOAL, id="g9", depends_on=("g8",)), "depends_on", ["g8"]),
        (procedure(qualification="q9"), "qualification", ["q9"]),
        (Development(id="d1", note="Fortschritte", competences=("k9",)), "competences", ["k9"]),
    ],
)
def test_references_lead_to_entries(entry: PlanEntry, field: str, missing: list[str]):
    """Each reference to an entry that is not in the plan is found."""
    told = [f for f in found(opened(GOAL, entry)) if f.code == "reference_missing"]
    assert [(entry.id, field, other) for other in missing] == [
        (f.subject, f.values["field"], f.values["entry"]) for f in told
    ]


def test_references_lead_to_entries_of_the_right_kind():
    """A measure that is said to serve a measure is a slip."""
    told = found(opened(MEASURE, evolve(MEASURE, id="m2", goals=("m1",))))
    assert [("reference_of_other_kind", "m2", "measure")] == [
        (f.code, f.subject, f.values["found"]) for f in told
    ]


def test_a_withdrawn_entry_is_missing_where_it_is_named():
    """What no longer counts is named no longer."""
    plan = revised(opened(GOAL, evolve(MEASURE, goals=("g1",))), withdraw=["g1"])
    assert (["reference_missing"], []) == (
        [f.code for f in found(plan)],
        found(plan, BEFORE),
    )


def test_a_record_of_a_disclosure_may_name_a_withdrawn_consent():
    """The record tells of its day; a consent that never was is missing."""
    record = Disclosure(
        id="d1", recipient="Jobcenter", purpose="job-centre", on=OPENED, consents=("c1", "c9")
    )
    plan = revised(opened(CONSENT, record), withdraw=["c1"])
    assert ["c9"] == [f.values["entry"] for f in found(plan)]


def test_what_is_sealed_is_not_missing():
    """What was erased later was there before; since then it is missing."""
    plan = opened(GOAL, evolve(MEASURE, goals=("g1",)), HEALTH)
    erased = plan.erase(
        ["g1"],
        author=AUTHOR,
        recorded_at=plan.latest.recorded_at,
        effective_on=AFTER,
        legal_basis="Art. 17 DSGVO",
    )
    told = [[f.code for f in found(erased, day)] for day in (DAY, AFTER)]
    assert [False, True] == ["reference_missing" in day for day in told]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["m1", "m2"], []),
        (["m1", "M1"], ["m1, M1"]),
        (["m10", "m1O", "mlO"], ["m10, m1O, mlO"]),
        (["a1", "al", "aI"], ["a1, al, aI"]),
        (["al", "ai"], []),
    ],
)
def test_ids_that_look_alike_are_noticed(ids: list[str], expected: list[str]):
    """Ids that differ by case alone, or by O and 0 or by l, 1 and I, are a notice."""
    plan = opened(*(evolve(MEASURE, id=entry_id) for entry_id in ids))
    assert expected == [f.values["entries"] for f in found(plan)]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (MEASURE, []),
        (evolve(MEASURE, title="Straße Łódź №"), [("title", "13")]),
        (evolve(MEASURE, title="Болгария, България"), []),
        (evolve(MEASURE, title="Київ"), [("title", "3")]),
        (
            evolve(MEASURE, referral=Referral(name="مدرسة")),
            [("referral", "1")],
        ),
        (evolve(CONSENT, recipients=("Schule", "مدرسة")), [("recipients", "1")]),
        (PersonalDetails(id="p1", name_in_script="مريم"), []),
    ],
)
def test_characters_are_checked_if_asked_for(entry: PlanEntry, expected: list[tuple[str, str]]):
    """Each text with a character outside DIN 91379 is a notice that names field and position."""
    plan = opened(entry)
    told = [(f.values["field"], f.values["position"]) for f in found(plan, check_characters=True)]
    assert (expected, []) == (told, found(plan))


def test_reasons_are_checked_for_characters_too():
    """The reason of a revision is a text like others."""
    plan = revised(opened(), reason="siehe 附件")
    (finding,) = found(plan, check_characters=True)
    assert ("reason_characters", {"revision": "2", "position": "7"}) == (
        finding.code,
        dict(finding.values),
    )


def test_no_finding_repeats_what_was_written():
    """Sentences hold ids, days and labels, never a title or a note."""
    written = "Geheimnis"
    entries = [
        evolve(MEASURE, title=written, goals=("g9",), due_on=BEFORE, period=Period(None, BEFORE)),
        evolve(GOAL, title=written, due_on=BEFORE),
        Course(id="k1", course=CourseKind.OTHER, provider=written, status=CourseStatus.COMPLETED),
        HealthNote(id="h9", note=written),
        procedure(COMPLETE, competent_body=written, required_language=CEFR.B2),
    ]
    told = found(opened(*entries), AFTER)
    assert {"m1", "g1", "k1", "h9", "r1"} == {f.subject for f in told}
    assert not any(written in f"{f.text.de} {f.text.en} {dict(f.values)}" for f in told)
