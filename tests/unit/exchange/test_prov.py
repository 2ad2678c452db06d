"""The history of plans as PROV-JSON, read back by `prov`."""

import datetime as dt
import json
import re
from typing import Any

import pytest
from tests.unit.exchange.marked_plan import AUTHOR, OPENED, START, marked_plan, sources

from integrationsplan import IntegrationPlan, RevisionKind, evolve, to_json
from integrationsplan.errors import InvalidValueError
from integrationsplan.exchange import PROV_MAPPING, to_prov
from integrationsplan.history import Marking
from integrationsplan.plan import (
    PURPOSES,
    Body,
    Goal,
    GoalField,
    LegalBasis,
    PlanGroup,
    release,
)

GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="German B1")
HOW: dict[str, Any] = {"author": AUTHOR, "recorded_at": OPENED, "effective_on": START}


def a_plan(*put: Any, **options: Any) -> IntegrationPlan:
    """Return a plan that was just opened with some entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Stadt Weinheim"),
        jurisdiction="08",
        put=put,
        **{**HOW, **options},
    )


def relations(plan: IntegrationPlan, kind: str) -> list[dict[str, Any]]:
    """Return the relations of one kind, in their order."""
    return list(to_prov(plan).get(kind, {}).values())


def ends(plan: IntegrationPlan, kind: str, one: str, other: str) -> set[tuple[str, str]]:
    """Return which things a kind of relation connects."""
    return {(r[f"prov:{one}"], r[f"prov:{other}"]) for r in relations(plan, kind)}


def without_names(written: dict[str, Any]) -> dict[str, Any]:
    """Return a document in which relations have no names, which readers give anew."""
    named = {"prefix", "entity", "activity", "agent"}
    return {
        kind: records
        if kind in named
        else sorted(json.dumps(record, sort_keys=True) for record in records.values())
        for kind, records in written.items()
    }


def eventful() -> IntegrationPlan:
    """Return a plan to which all sorts of things happened."""
    plan = a_plan(GOAL, evolve(GOAL, id="g:2"), reason="opened")
    plan = plan.revise(put=[evolve(GOAL, title="German B2")], **HOW)
    plan = plan.revise(withdraw=["g:2"], kind=RevisionKind.CORRECTION, corrects=1, **HOW)
    plan = plan.revise(put=[evolve(GOAL, id="g:2")], **HOW)
    plan = plan.mark(["g1"], Marking.CONTESTED, **HOW)
    return plan.erase(["g1"], legal_basis="Art. 17 DSGVO", reasons=[1], **HOW)


@pytest.mark.parametrize("plan", [marked_plan(), eventful()], ids=["marked", "eventful"])
def test_is_read_and_written_again_as_it_is(plan: IntegrationPlan):
    """A reader of PROV-JSON takes it without a warning, and writes the same again."""
    model = pytest.importorskip("prov.model")
    written = to_prov(plan)
    read = model.ProvDocument.deserialize(content=json.dumps(written), format="json")
    assert without_names(written) == without_names(json.loads(read.serialize()))
    again = model.ProvDocument.deserialize(content=read.serialize(), format="json")
    assert read == again


def test_a_revision_is_an_activity_of_its_author():
    """It has its moment and its kind; the role is that of the association."""
    activity = to_prov(a_plan())["activity"]["plan:activity-1"]
    assert "2018-03-01T09:00:00+01:00" == activity["prov:startTime"] == activity["prov:endTime"]
    assert "ip:opening" == activity["prov:type"]["$"]
    (association,) = relations(a_plan(), "wasAssociatedWith")
    assert ("plan:agent-Author.id", "Author.role") == (
        association["prov:agent"],
        association["prov:role"],
    )


def test_a_revision_makes_the_plan_as_it_is_afterwards():
    """Every state of the plan has its digest, and derives from the one before."""
    plan = a_plan(GOAL).revise(put=[evolve(GOAL, title="German B2")], **HOW)
    second = to_prov(plan)["entity"]["plan:revision-2"]
    assert plan.head == second["ip:digest"]
    derived = ends(plan, "wasDerivedFrom", "generatedEntity", "usedEntity")
    expected = {("plan:revision-2", "plan:revision-1"), ("plan:version-2-g1", "plan:version-1-g1")}
    assert expected == derived
    assert derived == {
        (r["prov:generatedEntity"], r["prov:usedEntity"])
        for r in relations(plan, "wasDerivedFrom")
        if r["prov:type"]["$"] == "prov:Revision"
    }


def test_versions_specialise_their_entry():
    """Versions of an entry are versions of one thing, which has its id and kind."""
    plan = a_plan(GOAL)
    pairs = ends(plan, "specializationOf", "specificEntity", "generalEntity")
    assert ("plan:version-1-g1", "plan:entry-g1") in pairs
    entry = to_prov(plan)["entity"]["plan:entry-g1"]
    assert {"ip:id": "g1", "prov:type": {"$": "ip:goal", "type": "xsd:QName"}} == entry


def test_ids_that_look_like_names_stay_apart():
    """No id of an entry can be taken for the name of a version or of something else."""
    ids = ("revision-1", "document", "1-g1", "g1", "version-1-g1")
    plan = a_plan(*(evolve(GOAL, id=entry_id) for entry_id in ids))
    entities = to_prov(plan)["entity"]
    # The plan, its state, and two for each entry, of which every plan has two more.
    assert 2 + 2 * (len(ids) + 2) == len(entities)


def test_withdrawing_invalidates_the_newest_version():
    """What comes back after it derives from nothing: what is invalid cannot be used."""
    plan = a_plan(GOAL).revise(withdraw=["g1"], **HOW)
    assert {("plan:version-1-g1", "plan:activity-2")} == ends(
        plan, "wasInvalidatedBy", "entity", "activity"
    )
    back = plan.revise(put=[GOAL], **HOW)
    derived = ends(back, "wasDerivedFrom", "generatedEntity", "usedEntity")
    assert not [pair for pair in derived if pair[0] == "plan:version-3-g1"]


def test_erasing_invalidates_everything_of_an_entry_once():
    """All versions that nothing has invalidated yet go, and the entry itself."""
    found = relations(eventful(), "wasInvalidatedBy")
    names = [relation["prov:entity"] for relation in found]
    assert [
        "plan:version-1-g%3A2",
        "plan:version-1-g1",
        "plan:version-2-g1",
        "plan:entry-g1",
    ] == names


def test_an_erased_reason_is_said_at_the_activity():
    """The erasure of a reason names its revision."""
    activity = to_prov(eventful())["activity"]["plan:activity-6"]
    assert {"$": "1", "type": "xsd:int"} == activity["ip:erasesReasonOf"]
    assert "ip:reason" not in to_prov(eventful())["activity"]["plan:activity-1"]


def test_a_mark_influences_its_entry():
    """A mark changes nothing that the entry says, so it makes no version."""
    plan = a_plan(GOAL).mark(["g1"], Marking.RESTRICTED, **HOW)
    (mark,) = relations(plan, "wasInfluencedBy")
    assert ("plan:entry-g1", "ip:restricted", False) == (
        mark["prov:influencee"],
        mark["prov:type"]["$"],
        mark["ip:lifted"],
    )


@pytest.mark.parametrize("number", [1, 2])
def test_a_correction_is_influenced_by_what_it_corrects(number: int):
    """The revision uses the one that it corrects, once."""
    plan = a_plan(GOAL).revise(put=[evolve(GOAL, title="German B2")], **HOW)
    plan = plan.revise(withdraw=["g1"], kind=RevisionKind.CORRECTION, corrects=number, **HOW)
    pairs = ends(plan, "wasInfluencedBy", "influencee", "influencer")
    assert {("plan:revision-3", f"plan:revision-{number}")} == pairs
    used = [r for r in relations(plan, "used") if r["prov:entity"] == f"plan:revision-{number}"]
    assert 1 == len([r for r in used if r["prov:activity"] == "plan:activity-3"])


def test_a_merge_derives_from_the_other_history():
    """The head that was merged is an entity with its digest."""
    digest = "sha256/1:" + "A" * 43
    plan = a_plan().revise(kind=RevisionKind.MERGE, merges=digest, **HOW)
    assert {"ip:digest": digest} == to_prov(plan)["entity"]["plan:merged-2"]
    derived = ends(plan, "wasDerivedFrom", "generatedEntity", "usedEntity")
    assert ("plan:revision-2", "plan:merged-2") in derived


def test_a_view_shows_ids_and_commitments_of_what_it_withholds():
    """Of a sealed entry neither kind nor reason is written, and no author but a role."""
    health = evolve(GOAL, id="g2", field=GoalField.HEALTH)
    basis = LegalBasis(title="an example", groups=(PlanGroup.LANGUAGE,))
    plan = a_plan(GOAL, health, reason="a long story")
    view = release(
        plan, PURPOSES["language-school"], recipient="R", day=START, legal_basis=basis
    ).view
    written = to_prov(view)
    assert {"ip:id": "g2"} == written["entity"]["plan:entry-g2"]
    assert ["ip:commitment"] == list(written["entity"]["plan:version-1-g2"])
    assert "ip:reason" not in written["activity"]["plan:activity-1"]
    assert {"plan:author-of-1": {}} == written["agent"]


def test_authors_who_are_withheld_may_be_different_people():
    """Each revision has an agent of its own where ids are withheld."""
    plan = a_plan(GOAL).revise(put=[evolve(GOAL, title="German B2")], **HOW)
    basis = LegalBasis(title="an example", groups=(PlanGroup.LANGUAGE,))
    view = release(
        plan, PURPOSES["language-school"], recipient="R", day=START, legal_basis=basis
    ).view
    assert ["plan:author-of-1", "plan:author-of-2"] == list(to_prov(view)["agent"])
    assert ["plan:agent-Author.id"] == list(to_prov(plan)["agent"])


def test_moments_have_offsets_that_xml_schema_knows():
    """A moment with an offset beyond 14 hours is said in UTC."""
    far = OPENED.replace(tzinfo=dt.timezone(dt.timedelta(hours=-15)))
    activity = to_prov(a_plan(recorded_at=far))["activity"]["plan:activity-1"]
    assert "2018-03-02T00:00:00+00:00" == activity["prov:startTime"]


def test_refuses_what_is_no_plan():
    """Anything but a plan or a view of one is refused."""
    nothing: Any = {"id": "plan-1"}
    with pytest.raises(InvalidValueError, match="a plan or a view of one"):
        to_prov(nothing)


def test_the_table_has_every_field_once():
    """Each field of everything that a plan or a view is made of stands in the table once."""
    assert sorted(sources()) == sorted(row.source for row in PROV_MAPPING)


def test_the_table_tells_the_truth():
    """A text of a field is written if and only if the table says that it is kept."""
    plan = marked_plan()
    text = json.dumps(to_prov(plan))
    found = set(re.findall(r"[A-Z]\w+\.\w+", to_json(plan)))
    rows = {row.source: row.target for row in PROV_MAPPING if row.source in found}
    assert 40 < len(rows)
    wrong = [source for source, target in rows.items() if (source in text) != (target is not None)]
    assert [] == wrong


def test_the_table_names_records_that_exist():
    """Every place of the table is a kind of record, and perhaps one of its attributes."""
    plan = eventful().revise(
        kind=RevisionKind.MERGE, merges="sha256/1:" + "A" * 43, legal_basis="an example", **HOW
    )
    basis = LegalBasis(title="an example", groups=(PlanGroup.LANGUAGE,))
    view = release(
        a_plan(evolve(GOAL, field=GoalField.HEALTH), GOAL.renamed({"g1": "g2"}), reason="r"),
        PURPOSES["language-school"],
        recipient="R",
        day=START,
        legal_basis=basis,
    ).view
    opened = a_plan(reason="opened")
    known = {
        f"{kind}/{key}"
        for given in (plan, view, opened)
        for kind, records in to_prov(given).items()
        for record in records.values()
        if isinstance(record, dict)
        for key in record
    }
    kinds = {name.partition("/")[0] for name in known} | {"document"}
    for row in PROV_MAPPING:
        assert row.target is None or row.target in known | kinds, row


def test_the_table_speaks_both_languages():
    """Every row says something in German and in English."""
    for row in PROV_MAPPING:
        assert row.note.en.endswith("."), row.source
        assert row.note.de.endswith("."), row.source
