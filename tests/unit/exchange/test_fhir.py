"""Plans as FHIR bundles, read back by `fhir.resources` in both releases."""

import datetime as dt
import json
import re
from typing import Any

import pytest
from tests.unit.exchange.marked_plan import AUTHOR, OPENED, START, marked_plan, sources

from integrationsplan import Author, IntegrationPlan, Period, RevisionKind, evolve, to_json
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError, UnknownNameError
from integrationsplan.exchange import FHIR_MAPPING, to_fhir
from integrationsplan.exchange._fhir_care_plan import COURSE_STATUSES, MEASURE_STATUSES
from integrationsplan.exchange._fhir_goal import PRIORITIES
from integrationsplan.history import Marking
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    Actor,
    Body,
    Consent,
    CourseStatus,
    Development,
    EmploymentKind,
    EmploymentTarget,
    Goal,
    GoalField,
    HousingKind,
    HousingTarget,
    LanguageSkill,
    LanguageTarget,
    LegalBasis,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    PlanGroup,
    PlanView,
    Priority,
    Referral,
    Responsible,
    SchoolPlaceTarget,
    release,
)

GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="German B1")
CONSENT = Consent(
    id="c1",
    purpose="job-centre",
    groups=(PlanGroup.LANGUAGE, PlanGroup.HEALTH),
    recipients=("Jobcenter Weinheim",),
    given_on=dt.date(2018, 3, 1),
    expires_on=dt.date(2019, 2, 28),
)
COUNSELLOR = Author(role="integration_manager", id="im-7")
RELEASES = ("R4B", "R5")


def a_plan(*put: Any, **options: Any) -> IntegrationPlan:
    """Return a plan that was just opened with some entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Stadt Weinheim"),
        jurisdiction="08",
        effective_on=START,
        put=put,
        **{"author": COUNSELLOR, "recorded_at": OPENED, **options},
    )


def resources(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the resources of one type."""
    found = [entry["resource"] for entry in bundle["entry"]]
    return [resource for resource in found if resource["resourceType"] == kind]


def only(bundle: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return the one resource of a type."""
    (resource,) = resources(bundle, kind)
    return resource


def target_of(goal: Goal, **options: Any) -> dict[str, Any]:
    """Return the one target of a goal."""
    (target,) = only(to_fhir(a_plan(goal), **options), "Goal")["target"]
    return target


def read_back(bundle: dict[str, Any], version: str) -> Any:
    """Read a bundle with `fhir.resources`."""
    name = "fhir.resources" if version == "R5" else "fhir.resources.R4B"
    package = pytest.importorskip(name)
    return package.get_fhir_model_class("Bundle").model_validate(json.loads(json.dumps(bundle)))


# -- the whole bundle ------------------------------------------------------------------------------


@pytest.mark.parametrize("version", RELEASES)
def test_a_plan_with_everything_is_valid(version: Any):
    """What is written for an entry of every kind is what the release allows, and stays the same."""
    bundle = to_fhir(marked_plan(), release=version)
    read = read_back(bundle, version)
    assert bundle == json.loads(read.model_dump_json())


@pytest.mark.parametrize("version", RELEASES)
@pytest.mark.parametrize("day", [None, dt.date(2018, 1, 1), dt.date(2018, 6, 1)])
def test_is_valid_on_every_day(version: Any, day: dt.date | None):
    """A bundle is valid before the opening and after it."""
    assert read_back(to_fhir(marked_plan(), release=version, day=day), version).type == "collection"


def test_writes_one_resource_for_each():
    """One CarePlan, and one resource for each goal, activity, consent and revision."""
    kinds = [entry["resource"]["resourceType"] for entry in to_fhir(marked_plan())["entry"]]
    expected = ["CarePlan", *["Goal"] * 2, *["ServiceRequest"] * 2, "Consent", *["Provenance"] * 2]
    assert expected == kinds


def test_activities_stand_in_the_plan_of_r4b():
    """R4B has them inside, R5 as requests of their own."""
    bundle = to_fhir(marked_plan(), release="R4B")
    assert [] == resources(bundle, "ServiceRequest")
    kinds = [found["detail"]["kind"] for found in only(bundle, "CarePlan")["activity"]]
    assert ["ServiceRequest", "ServiceRequest"] == kinds


def test_ids_are_the_same_each_time():
    """A receiver updates what it has: ids come from the ids of plan and entry."""
    first, second = to_fhir(a_plan(GOAL)), to_fhir(a_plan(evolve(GOAL, title="German B2")))
    assert [e["fullUrl"] for e in first["entry"]] == [e["fullUrl"] for e in second["entry"]]
    assert "urn:uuid:d4b24edf-f0c9-5835-8524-5d37c0d15296" == first["entry"][0]["fullUrl"]


def test_labels_follow_the_language():
    """Labels are in the language that is asked for."""
    goal = only(to_fhir(a_plan(GOAL), language="de"), "Goal")
    assert "Sprache" == goal["category"][0]["text"]


def test_refuses_what_is_no_plan():
    """Anything but a plan or a view of one is refused, and not repeated."""
    nothing: Any = "Anna"
    with pytest.raises(InvalidValueError, match="a plan or a view of one") as caught:
        to_fhir(nothing)
    assert "Anna" not in str(caught.value)


def test_refuses_other_releases_and_languages():
    """Releases and languages that are not written are named, with those that are."""
    other: Any = "R3"
    with pytest.raises(UnknownNameError, match="'R4B', 'R5'"):
        to_fhir(a_plan(), release=other)
    with pytest.raises(UnknownNameError, match="'de', 'en'"):
        to_fhir(a_plan(), language=other)


# -- who it is about -------------------------------------------------------------------------------


def test_the_person_is_a_pseudonym():
    """The subject is a logical reference; no Patient is written."""
    bundle = to_fhir(marked_plan())
    expected = {
        "type": "Patient",
        "identifier": {"system": "urn:integrationsplan:fhir:subject", "value": "Subject.reference"},
    }
    assert expected == only(bundle, "CarePlan")["subject"]
    assert [] == resources(bundle, "Patient")


def test_an_erased_subject_is_unknown():
    """FHIR wants a subject; where it is erased, the bundle says that it is not known."""
    plan = a_plan(GOAL).erase(
        ["subject"],
        author=AUTHOR,
        recorded_at=OPENED,
        effective_on=START,
        legal_basis="Art. 17 DSGVO",
    )
    for version in RELEASES:
        bundle = to_fhir(plan, release=version)
        (extension,) = only(bundle, "CarePlan")["subject"]["extension"]
        assert "unknown" == extension["valueCode"]
        read_back(bundle, version)


def test_the_body_is_responsible():
    """The responsible body is the custodian of R5, which R4B calls the author."""
    assert "Stadt Weinheim" == only(to_fhir(a_plan()), "CarePlan")["custodian"]["display"]
    old = only(to_fhir(marked_plan(), release="R4B"), "CarePlan")["author"]
    assert ("Body.name", "08226096") == (old["display"], old["identifier"]["value"])


# -- what a view shows -----------------------------------------------------------------------------


def a_view(purpose: str, *put: Any, groups: tuple[PlanGroup, ...]) -> PlanView:
    """Return a view of a plan for a purpose."""
    basis = LegalBasis(title="an example", groups=groups)
    found = release(a_plan(*put), PURPOSES[purpose], recipient="R", day=START, legal_basis=basis)
    return found.view


def test_what_a_view_withholds_leaves_no_trace_but_the_provenance():
    """Neither content nor id of a sealed entry is written; its revision still has a Provenance."""
    health = Goal(id="secret-7", field=GoalField.HEALTH, title="Therapy")
    view = a_view("language-school", GOAL, health, groups=(PlanGroup.LANGUAGE,))
    bundle = to_fhir(view)
    assert "secret-7" not in json.dumps(bundle)
    assert "Therapy" not in json.dumps(bundle)
    assert ["German B1"] == [g["description"]["text"] for g in resources(bundle, "Goal")]
    assert 1 == len(resources(bundle, "Provenance"))


def test_a_view_says_its_purpose_and_hides_the_subject():
    """The purpose is a tag of the bundle; a subject that is withheld is masked."""
    bundle = to_fhir(a_view("language-school", GOAL, groups=(PlanGroup.LANGUAGE,)))
    assert "language-school" == bundle["meta"]["tag"][0]["code"]
    (extension,) = only(bundle, "Goal")["subject"]["extension"]
    assert "masked" == extension["valueCode"]


def test_an_author_who_is_withheld_is_a_role():
    """Without its id, an author is known by the role alone."""
    bundle = to_fhir(a_view("language-school", GOAL, groups=(PlanGroup.LANGUAGE,)))
    (agent,) = only(bundle, "Provenance")["agent"]
    assert {"display": "integration_manager"} == agent["who"]


def test_a_goal_that_is_not_shown_is_not_named():
    """Neither a goal nor a measure refers to a goal that the bundle does not have."""
    after = evolve(GOAL, id="g2", depends_on=("hidden-1",))
    serving = Measure(id="m1", title="Course", goals=("hidden-1", "g2"))
    for version in RELEASES:
        assert "hidden-1" not in json.dumps(to_fhir(a_plan(after, serving), release=version))


def test_what_is_restricted_is_left_out():
    """An entry restricted in processing is not passed on, unless the view shows such entries."""
    plan = a_plan(GOAL).mark(
        ["g1"], Marking.RESTRICTED, author=AUTHOR, recorded_at=OPENED, effective_on=START
    )
    assert [] == resources(to_fhir(plan), "Goal")
    assert [] == resources(to_fhir(plan, day=START), "Goal")
    own = release(plan, PURPOSES["person"], recipient="the person", day=START).view
    assert 1 == len(resources(to_fhir(own), "Goal"))


def test_what_is_contested_bears_a_tag():
    """A contested entry says so, in R4B inside the plan as progress of the activity."""
    measure = Measure(id="m1", title="Course")
    plan = a_plan(GOAL, measure).mark(
        ["g1", "m1"], Marking.CONTESTED, author=AUTHOR, recorded_at=OPENED, effective_on=START
    )
    bundle = to_fhir(plan)
    assert "contested" == only(bundle, "Goal")["meta"]["tag"][0]["code"]
    assert "contested" == only(bundle, "ServiceRequest")["meta"]["tag"][0]["code"]
    old = only(to_fhir(plan, release="R4B"), "CarePlan")
    assert [{"text": "contested"}] == old["activity"][0]["progress"]


def test_resources_bear_their_data_groups():
    """The data groups are security labels, the same that consents name."""
    (label,) = only(to_fhir(a_plan(GOAL)), "Goal")["meta"]["security"]
    assert ("urn:integrationsplan:fhir:data-group", "language") == (label["system"], label["code"])


# -- the plan --------------------------------------------------------------------------------------


def closed() -> IntegrationPlan:
    """Return a plan that was closed."""
    day = dt.date(2019, 3, 1)
    return a_plan(GOAL).close(author=AUTHOR, recorded_at=OPENED, effective_on=day, reason="done")


@pytest.mark.parametrize(
    ("status", "end", "day"),
    [
        ("completed", "2019-03-01", None),
        ("completed", "2019-03-01", dt.date(2019, 3, 1)),
        ("active", None, dt.date(2019, 2, 28)),
        ("draft", None, dt.date(2018, 2, 28)),
    ],
)
def test_the_status_of_the_plan_is_that_of_the_day(status: str, end: str | None, day: Any):
    """A plan is active from its opening, and completed from its closure."""
    found = only(to_fhir(closed(), day=day), "CarePlan")
    assert (status, end) == (found["status"], found["period"].get("end"))
    assert "2018-03-01" == found["period"]["start"]


def test_notes_are_annotations():
    """A note on development stands in the plan with its day."""
    note = Development(id="d1", noted_on=dt.date(2018, 5, 2), note="speaks freely")
    expected = [{"time": "2018-05-02", "text": "speaks freely"}]
    assert expected == only(to_fhir(a_plan(note)), "CarePlan")["note"]


# -- goals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", RELEASES)
def test_the_life_cycles_are_those_of_fhir(version: Any):
    """Every life cycle is a code of the release."""
    model = pytest.importorskip(
        "fhir.resources.goal" if version == "R5" else "fhir.resources.R4B.goal"
    ).Goal
    allowed = model.model_fields["lifecycleStatus"].json_schema_extra["enum_values"]
    assert sorted(allowed) == sorted(state.value for state in Lifecycle)


def test_every_code_has_its_status():
    """No measure, course or priority is without a code of FHIR."""
    assert set(MeasureStatus) == set(MEASURE_STATUSES)
    assert set(CourseStatus) == set(COURSE_STATUSES)
    assert set(Priority) == set(PRIORITIES)


def test_a_level_is_a_target_with_a_code():
    """A language target says what is measured in words, and the level as a code."""
    goal = evolve(
        GOAL,
        target=LanguageTarget(level=CEFR.B1, skill=LanguageSkill.WRITING),
        due_on=dt.date(2018, 12, 31),
    )
    target = target_of(goal)
    assert {"text": "level of the language, de, writing"} == target["measure"]
    assert "B1" == target["detailCodeableConcept"]["coding"][0]["code"]
    assert "2018-12-31" == target["dueDate"]


@pytest.mark.parametrize(
    ("expected", "target"),
    [
        (
            "part-time or full-time",
            EmploymentTarget(employment=(EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME)),
        ),
        (
            "own flat or shared flat",
            HousingTarget(housing=(HousingKind.OWN_FLAT, HousingKind.SHARED_FLAT)),
        ),
        ("a place", SchoolPlaceTarget()),
    ],
)
def test_alternatives_are_said_in_words(expected: str, target: Any):
    """FHIR has no codes for one of several, so the value is a text."""
    assert expected == target_of(evolve(GOAL, target=target))["detailString"]


def test_one_kind_is_a_code():
    """One kind of work is a code."""
    target = EmploymentTarget(employment=(EmploymentKind.FULL_TIME,))
    value = target_of(evolve(GOAL, target=target))["detailCodeableConcept"]
    assert "full-time" == value["coding"][0]["code"]


def test_a_goal_without_target_has_its_day():
    """A day alone is a target, too."""
    assert {"dueDate": "2018-12-31"} == target_of(evolve(GOAL, due_on=dt.date(2018, 12, 31)))


@pytest.mark.parametrize(
    ("has_identifier", "display", "parties"),
    [
        (True, "the person", (Party.PERSON,)),
        (False, "the person, the counsellor", (Party.PERSON, Party.COUNSELLOR)),
        (False, "the guardian", (Party.GUARDIAN,)),
    ],
)
def test_a_wish_of_the_person_is_a_reference(has_identifier: bool, display: str, parties: Any):
    """FHIR has room for one: the person alone is referred to, all else is said in words."""
    source = only(to_fhir(a_plan(evolve(GOAL, wished_by=parties))), "Goal")["source"]
    assert (has_identifier, display) == ("identifier" in source, source["display"])


def test_goals_come_before_others():
    """A goal on which another depends is its predecessor."""
    bundle = to_fhir(a_plan(GOAL, evolve(GOAL, id="g2", depends_on=("g1",))))
    first, second = resources(bundle, "Goal")
    (extension,) = second["extension"]
    _, target = extension["extension"]
    assert f"urn:uuid:{first['id']}" == target["valueReference"]["reference"]


# -- activities ------------------------------------------------------------------------------------


def test_a_measure_serves_its_goals():
    """The request refers to the goal by an extension in R5, the activity directly in R4B."""
    plan = a_plan(GOAL, Measure(id="m1", title="Course", goals=("g1",)))
    bundle = to_fhir(plan)
    url = f"urn:uuid:{only(bundle, 'Goal')['id']}"
    (extension,) = only(bundle, "ServiceRequest")["extension"]
    assert url == extension["valueReference"]["reference"]
    old = to_fhir(plan, release="R4B")
    (goal,) = only(old, "CarePlan")["activity"][0]["detail"]["goal"]
    assert f"urn:uuid:{only(old, 'Goal')['id']}" == goal["reference"]


@pytest.mark.parametrize(
    ("expected", "period", "due_on"),
    [
        ({"end": "2018-09-30"}, None, dt.date(2018, 9, 30)),
        ({"start": "2018-04-01", "end": "2018-09-30"}, (4, None), dt.date(2018, 9, 30)),
        ({"start": "2018-10-01"}, (10, None), dt.date(2018, 9, 30)),
        ({"start": "2018-04-01", "end": "2018-05-01"}, (4, 5), dt.date(2018, 9, 30)),
        (None, None, None),
        (None, (None, None), None),
    ],
)
def test_a_measure_is_due_at_the_end_of_its_period(expected: Any, period: Any, due_on: Any):
    """The day stands as the end of the period, where that has none and begins no later."""
    days = [None if month is None else dt.date(2018, month, 1) for month in period or ()]
    found = Period(*days) if period else None
    measure = Measure(id="m1", title="Course", period=found, due_on=due_on)
    assert expected == only(to_fhir(a_plan(measure)), "ServiceRequest").get("occurrencePeriod")


def test_performers_are_named():
    """Who does it and whereto the person is referred are performers."""
    measure = Measure(
        id="m1",
        title="Course",
        responsible=Responsible(party=Actor.CARRIER, name="Caritas"),
        referral=Referral(offer="o1", name="Sprachcafé"),
    )
    request = only(to_fhir(a_plan(measure)), "ServiceRequest")
    assert ["Caritas (a carrier)", "Sprachcafé"] == [p["display"] for p in request["performer"]]
    assert "carrier" == request["performerType"]["coding"][0]["code"]


def test_the_person_performs_by_reference():
    """What the person does refers to the person."""
    measure = Measure(id="m1", title="Practise", responsible=Responsible(party=Actor.PERSON))
    (performer,) = only(to_fhir(a_plan(measure)), "ServiceRequest")["performer"]
    assert ("p-83f1", "the person") == (performer["identifier"]["value"], performer["display"])


def test_a_key_alone_is_no_performer():
    """A referral that is a key of a service alone says what is done, not by whom."""
    measure = Measure(id="m1", title="Apply", referral=Referral(leika="99107007001000"))
    request = only(to_fhir(a_plan(measure)), "ServiceRequest")
    assert "performer" not in request
    assert "99107007001000" == request["code"]["concept"]["coding"][0]["code"]


# -- consents --------------------------------------------------------------------------------------


def test_a_consent_permits_by_exception():
    """In R5 the decision is to deny, and what is permitted is the provision."""
    found = only(to_fhir(a_plan(CONSENT)), "Consent")
    (rule,) = found["provision"]
    assert ("deny", "job-centre") == (found["decision"], rule["purpose"][0]["code"])
    assert "Jobcenter Weinheim" == rule["actor"][0]["reference"]["display"]


def test_special_categories_need_to_be_included_expressly():
    """Health is named only where the consent was given expressly for it."""
    for groups, special in ((["language"], False), (["language", "health"], True)):
        consent = evolve(CONSENT, special=special)
        (rule,) = only(to_fhir(a_plan(consent)), "Consent")["provision"]
        assert groups == [label["code"] for label in rule["securityLabel"]]


@pytest.mark.parametrize("groups", [(), (PlanGroup.HEALTH,)])
def test_a_consent_without_groups_permits_nothing(groups: Any):
    """Without labels a provision would be about everything, so there is none, or it denies."""
    plan = a_plan(evolve(CONSENT, groups=groups))
    assert "provision" not in only(to_fhir(plan), "Consent")
    old = only(to_fhir(plan, release="R4B"), "Consent")
    assert [{"type": "deny"}] == old["provision"]["provision"]
    read_back(to_fhir(plan, release="R4B"), "R4B")


@pytest.mark.parametrize(
    ("status", "changes", "day"),
    [
        ("draft", {"given_on": None}, None),
        ("draft", {}, dt.date(2018, 2, 28)),
        ("active", {}, None),
        ("active", {}, dt.date(2019, 2, 28)),
        ("inactive", {}, dt.date(2019, 3, 1)),
        ("inactive", {"withdrawn_on": dt.date(2018, 6, 1)}, None),
        ("active", {"withdrawn_on": dt.date(2018, 6, 1)}, dt.date(2018, 5, 31)),
        ("inactive", {"withdrawn_on": dt.date(2018, 6, 1)}, dt.date(2018, 6, 1)),
    ],
)
def test_the_status_of_a_consent_is_that_of_the_day(status: str, changes: Any, day: Any):
    """A consent is active while it counts; without a day, until it is withdrawn."""
    plan = a_plan(evolve(CONSENT, **changes), recorded_at=OPENED)
    early = evolve(plan.revisions[0], effective_on=dt.date(2018, 1, 1))
    found = only(to_fhir(evolve(plan, revisions=(early,)), day=day), "Consent")
    assert status == found["status"]


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        ({"start": "2018-03-01", "end": "2019-02-28"}, {}),
        ({"start": "2018-03-01", "end": "2018-05-31"}, {"withdrawn_on": dt.date(2018, 6, 1)}),
        ({"start": "2018-03-01", "end": "2019-02-28"}, {"withdrawn_on": dt.date(2020, 6, 1)}),
        (None, {"withdrawn_on": dt.date(2018, 3, 1)}),
        (None, {"given_on": None, "withdrawn_on": dt.date.min}),
    ],
)
def test_the_period_of_a_consent_ends_before_its_withdrawal(expected: Any, changes: Any):
    """It counts to the day before the withdrawal; one withdrawn at once never counted."""
    plan = a_plan(evolve(CONSENT, **changes))
    assert expected == only(to_fhir(plan), "Consent").get("period")
    old = only(to_fhir(plan, release="R4B"), "Consent")
    assert expected == old["provision"].get("period")


# -- revisions -------------------------------------------------------------------------------------


def test_a_provenance_names_digests():
    """The plan after the revision and the one before are known by their digests."""
    plan = a_plan(GOAL).revise(
        put=[evolve(GOAL, title="German B2")],
        kind=RevisionKind.CORRECTION,
        corrects=1,
        reason="a slip",
        legal_basis="an example",
        author=AUTHOR,
        recorded_at=OPENED,
        effective_on=START,
    )
    first, second = (revision.digest for revision in plan.revisions)
    found = resources(to_fhir(plan), "Provenance")[1]
    assert second == found["target"][0]["identifier"]["value"]
    assert [first, first] == [e["what"]["identifier"]["value"] for e in found["entity"]]
    assert "an example" == found["authorization"][0]["concept"]["text"]
    assert "correction" == found["activity"]["coding"][0]["code"]
    old = resources(to_fhir(plan, release="R4B"), "Provenance")[1]
    assert [{"text": "a slip"}] == old["reason"]


def test_a_merged_history_is_a_source():
    """The head of another history that was merged is an entity in the role of a source."""
    digest = "sha256/1:" + "A" * 43
    plan = a_plan().revise(
        kind=RevisionKind.MERGE,
        merges=digest,
        author=AUTHOR,
        recorded_at=OPENED,
        effective_on=START,
    )
    entities = resources(to_fhir(plan), "Provenance")[1]["entity"]
    expected = [("revision", plan.revisions[0].digest), ("source", digest)]
    assert expected == [(e["role"], e["what"]["identifier"]["value"]) for e in entities]


def test_a_provenance_refers_to_what_it_put():
    """The targets are the plan, and the resources of what the revision put."""
    bundle = to_fhir(a_plan(GOAL))
    expected = [f"urn:uuid:{only(bundle, kind)['id']}" for kind in ("CarePlan", "Goal")]
    assert expected == [target["reference"] for target in only(bundle, "Provenance")["target"]]


@pytest.mark.parametrize(
    ("expected", "moment"),
    [
        ("2018-03-01T09:00:00+01:00", OPENED),
        (
            "2018-03-01T09:00:00+14:00",
            OPENED.replace(tzinfo=dt.timezone(dt.timedelta(hours=14))),
        ),
        (
            "2018-02-28T18:59:00+00:00",
            OPENED.replace(tzinfo=dt.timezone(dt.timedelta(hours=14, minutes=1))),
        ),
    ],
)
def test_moments_have_offsets_that_fhir_knows(expected: str, moment: dt.datetime):
    """A moment keeps its offset where FHIR knows it, else it is said in UTC."""
    found = only(to_fhir(a_plan(recorded_at=moment)), "Provenance")
    assert expected == found["recorded"]


def test_a_moment_before_all_years_is_refused():
    """What cannot be said in UTC is an error of ours."""
    zone = dt.timezone(dt.timedelta(hours=15))
    with pytest.raises(DateOutOfRangeError):
        to_fhir(a_plan(recorded_at=dt.datetime(1, 1, 1, tzinfo=zone)))


def test_roles_that_are_no_codes_are_shown():
    """A role that has no form of a FHIR code, such as two blanks in a row, is shown in words."""
    opened = a_plan(author=Author(role="social  work", id="im-7"))
    (agent,) = only(to_fhir(opened), "Provenance")["agent"]
    (coding,) = agent["role"][0]["coding"]
    assert ("social  work", None) == (coding["display"], coding.get("code"))


# -- what is lost ----------------------------------------------------------------------------------


@pytest.mark.parametrize("version", RELEASES)
def test_the_table_has_every_field_once(version: str):
    """Each field of everything that a plan or a view is made of stands in the table once."""
    assert sorted(sources()) == sorted(row.source for row in FHIR_MAPPING[version])


@pytest.mark.parametrize("version", RELEASES)
def test_the_table_tells_the_truth(version: Any):
    """A text of a field is in the bundle if and only if the table says that it is kept."""
    text = json.dumps(to_fhir(marked_plan(), release=version))
    found = set(re.findall(r"[A-Z]\w+\.\w+", json.dumps(_texts_of(marked_plan()))))
    rows = {row.source: row.target for row in FHIR_MAPPING[version] if row.source in found}
    assert 40 < len(rows)
    wrong = [source for source, target in rows.items() if (source in text) != (target is not None)]
    assert [] == wrong


def _texts_of(plan: IntegrationPlan) -> Any:
    """Return all that a plan says, as plain data."""
    return json.loads(to_json(plan))


@pytest.mark.parametrize("version", RELEASES)
def test_the_table_names_elements_that_exist(version: str):
    """Every place of the table is an element of the release."""
    name = "fhir.resources" if version == "R5" else "fhir.resources.R4B"
    package = pytest.importorskip(name)
    for row in FHIR_MAPPING[version]:
        if row.target is None:
            continue
        first, *elements = row.target.split(".")
        model = package.get_fhir_model_class(first)
        for element in elements:
            assert model is not None, row.target
            fields = {field.alias or key: field for key, field in model.model_fields.items()}
            assert element in fields, row.target
            inner = re.search(r"abc\.(\w+)Type", str(fields[element].annotation))
            model = package.get_fhir_model_class(inner[1]) if inner else None


@pytest.mark.parametrize("version", RELEASES)
def test_the_table_speaks_both_languages(version: str):
    """Every row says something in German and in English."""
    for row in FHIR_MAPPING[version]:
        assert row.note.en.endswith("."), row.source
        assert row.note.de.endswith("."), row.source
