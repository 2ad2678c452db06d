"""Views: what a purpose does not need is withheld, without its salts, and the chain still holds."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.history.lives import (
    AUTHOR,
    GERMAN,
    GOAL,
    HEALTH,
    MEASURE,
    lived,
    moment,
    on,
    opened,
    salts_of,
)

from integrationsplan import evolve
from integrationsplan.errors import DocumentError, InvalidValueError
from integrationsplan.history import (
    BrokenLink,
    Marking,
    Purpose,
    Put,
    Sealed,
    Verdict,
    WithheldBecause,
    withhold,
)
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    Consent,
    Goal,
    GoalField,
    IntegrationPlan,
    LanguageProficiency,
    LegalBasis,
    Lifecycle,
    Measure,
    PlanGroup,
    PlanView,
    access_export,
    recipients_to_notify,
    release,
)
from integrationsplan.serialization import from_json, from_mapping, to_json, to_mapping
from integrationsplan.values import Bilingual

DAY = dt.date(2018, 12, 31)
ALL_GROUPS = LegalBasis(title="§ 1", groups=tuple(PlanGroup), covers_special=True)
WITHOUT_HEALTH = LegalBasis(title="§ 2", groups=tuple(PlanGroup))


def purpose(*groups: PlanGroup, **fields: Any) -> Purpose:
    """Return a purpose that needs these groups."""
    label = Bilingual(de="Zweck", en="purpose")
    codes = tuple(group.value for group in groups)
    return Purpose(**{"code": "x", "label": label, "groups": codes, **fields})


def view_of(plan: IntegrationPlan, wanted: Purpose, basis: LegalBasis = ALL_GROUPS) -> PlanView:
    """Return the view of a plan for a purpose."""
    return release(plan, wanted, recipient="R", day=DAY, legal_basis=basis).view


def reasons(view: PlanView) -> dict[str, WithheldBecause]:
    """Return why each entry is withheld."""
    return {item.entry_id: item.because for item in view.withheld}


def test_a_view_shows_what_the_purpose_needs():
    """Entries of the purpose's groups are shown, all others are sealed and listed."""
    plan = opened(HEALTH, GERMAN, MEASURE)
    view = view_of(plan, purpose(PlanGroup.LANGUAGE))
    assert (GERMAN,) == view.document.current.entries
    assert {
        "subject": WithheldBecause.NOT_DISCLOSED,
        "responsibility": WithheldBecause.NOT_DISCLOSED,
        "h1": WithheldBecause.NOT_DISCLOSED,
        "m1": WithheldBecause.NOT_DISCLOSED,
    } == reasons(view)


def test_what_tells_of_another_group_too_is_withheld():
    """A measure for a goal about health tells of health, and so does one for a goal unknown."""
    about_health = Goal(id="g2", field=GoalField.HEALTH, title="Therapie")
    plan = opened(
        GOAL,
        about_health,
        Measure(id="m1", title="A", goals=("g1",)),
        Measure(id="m2", title="B", goals=("g1", "g2")),
        Measure(id="m3", title="C", goals=("g77",)),
    )
    view = view_of(plan, purpose(PlanGroup.LANGUAGE, PlanGroup.PARTICIPATION))
    assert {"g1", "m1"} == {entry.id for entry in view.document.current}


def test_a_view_verifies_against_the_head_of_the_plan():
    """Sealed entries, authors and reasons are no broken link, before and after it was sent."""
    plan = lived()
    for wanted in PURPOSES.values():
        view = view_of(plan, wanted)
        again = from_json(to_json(view), PlanView)
        assert view == again
        assert Verdict.ANCHORED is again.verify(head=plan.head).verdict
        assert 3 == again.verify(head=plan.revisions[2].digest).anchored_to


def test_a_view_holds_no_withheld_salt():
    """Salts of what is withheld are in no view: entries, earlier versions, authors, reasons."""
    plan = lived()
    view = view_of(plan, PURPOSES["job-centre"])
    text = to_json(view)
    shown = {c.salt for r in view.document.revisions for c in r.changes if isinstance(c, Put)}
    assert shown
    assert [] == [salt for salt in salts_of(plan) - shown if salt in text]


def test_a_view_tells_neither_kinds_nor_authors_nor_reasons():
    """Nothing withheld shows what it is: neither its kind, nor its group, nor why it was put."""
    plan = opened(HEALTH, GERMAN, reason="Start mit Asthma")
    text = to_json(view_of(plan, purpose(PlanGroup.LANGUAGE)))
    for word in ("health", "Asthma", "therapy", "im-kanarie-7", "p-83f1", "Weinheim"):
        assert word not in text
    assert AUTHOR.role in text


def test_authors_and_reasons_are_shown_where_the_purpose_says_so():
    """A purpose with authors has their ids and the reasons of revisions."""
    plan = opened(GERMAN, reason="Anlass")
    view = view_of(plan, purpose(*PlanGroup, with_authors=True))
    assert (AUTHOR, "Anlass") == (
        view.document.revisions[0].author,
        view.document.revisions[0].reason,
    )


def test_earlier_versions_are_withheld():
    """Without its history an entry is shown as it is now, and the list says so."""
    better = LanguageProficiency(id="l1", language="de", overall=CEFR.B1)
    plan = opened(GERMAN).revise(put=[better], **on(1))
    view = view_of(plan, purpose(PlanGroup.LANGUAGE))
    assert (better,) == view.document.current.entries
    assert isinstance(view.document.revisions[0].changes[2], Sealed)
    assert WithheldBecause.EARLIER_VERSION is reasons(view)["l1"]


def test_earlier_versions_are_shown_where_the_purpose_says_so():
    """With history, versions and withdrawn entries are shown, if all of them may be."""
    once = Goal(id="g2", field=GoalField.HEALTH, title="Therapie")
    now = Goal(id="g2", field=GoalField.LANGUAGE, title="Deutsch")
    plan = opened(GERMAN, GOAL, once).revise(put=[now], withdraw=["l1"], **on(1))
    view = view_of(plan, purpose(PlanGroup.LANGUAGE, with_history=True))
    assert "l1" not in reasons(view)
    assert WithheldBecause.NOT_DISCLOSED is reasons(view)["g2"]


def test_withdrawn_entries_are_withheld():
    """What no longer counts is not shown, and the list says so."""
    plan = opened(GERMAN).revise(withdraw=["l1"], **on(1))
    assert WithheldBecause.NO_LONGER_COUNTS is reasons(view_of(plan, PURPOSES["job-centre"]))["l1"]


def test_restricted_entries_are_withheld():
    """What is restricted is in no view, until the restriction is lifted; the person sees it."""
    plan = opened(GERMAN).mark(["l1"], Marking.RESTRICTED, **on(1))
    wanted = purpose(PlanGroup.LANGUAGE)
    assert WithheldBecause.NOT_DISCLOSED is reasons(view_of(plan, wanted))["l1"]
    made = release(plan, wanted, recipient="R", day=DAY, legal_basis=ALL_GROUPS)
    assert WithheldBecause.RESTRICTED in {w.because for w in made.withheld if w.entry_id == "l1"}
    assert "l1" in view_of(plan, PURPOSES["person"]).document.current
    lifted = plan.mark(["l1"], Marking.RESTRICTED, lifted=True, **on(2))
    assert "l1" in view_of(lifted, wanted).document.current


def test_contested_entries_are_shown_with_their_mark():
    """What the person contests is shown, and the mark travels with it."""
    plan = opened(GERMAN).mark(["l1"], Marking.CONTESTED, **on(1))
    state = view_of(plan, purpose(PlanGroup.LANGUAGE)).document.current
    assert frozenset({Marking.CONTESTED}) == state.marks("l1")


def test_a_view_of_an_erased_plan_verifies():
    """What was erased is not listed as withheld: it is gone, which the history says itself."""
    plan = opened(HEALTH, GERMAN, reason="r").erase(["h1"], legal_basis="Art. 17", **on(1))
    view = view_of(plan, purpose(PlanGroup.LANGUAGE))
    assert "h1" not in reasons(view)
    assert Verdict.ANCHORED is view.verify(head=plan.head).verdict


def test_a_view_with_history_of_a_goal_taken_up_again():
    """A step that needed its reason is shown, though the reason is not."""
    plan = opened(evolve(GOAL, lifecycle=Lifecycle.CANCELLED))
    plan = plan.revise(put=[GOAL], reason="neue Kraft", **on(1))
    view = view_of(plan, purpose(PlanGroup.LANGUAGE, with_history=True))
    assert view.verify(head=plan.head).holds


# --------------------------------------------------------------------------------- attacks on views


def test_content_that_is_missing_beyond_the_list_is_seen():
    """A view whose list does not name what is sealed is broken."""
    plan = opened(HEALTH, GERMAN)
    view = view_of(plan, purpose(PlanGroup.LANGUAGE))
    rest = tuple(item for item in view.withheld if item.entry_id != "h1")
    assert BrokenLink(1, "content_missing", "h1") == evolve(view, withheld=rest).verify().broken


def test_a_view_does_not_pass_for_the_plan():
    """The document of a view, taken for the plan, lacks content without an erasure."""
    view = view_of(opened(HEALTH, GERMAN), purpose(PlanGroup.LANGUAGE))
    data = to_mapping(view)
    with pytest.raises(DocumentError):
        from_mapping(data, IntegrationPlan)
    plan = from_mapping(
        {"format": "integrationsplan/plan", "version": 1, **data["document"]}, IntegrationPlan
    )
    broken = plan.verify().broken
    assert broken is not None
    assert "content_missing" == broken.code


@pytest.mark.parametrize("path", ["entry", "salt", "commitment", "role", "digest", "effective_on"])
def test_a_changed_view_is_broken(path: str):
    """What a view shows is bound as in the plan, and so is what it withholds."""
    data = to_mapping(view_of(opened(HEALTH, GERMAN), purpose(PlanGroup.LANGUAGE)))
    revision = data["document"]["revisions"][0]
    put = next(change for change in revision["changes"] if change["kind"] == "put")
    sealed = next(change for change in revision["changes"] if change["kind"] == "sealed")
    digest = "sha256/1:" + "A" * 43
    if path == "entry":
        put["entry"]["overall"] = "C2"
    elif path == "salt":
        put["salt"] = "A" * 43
    elif path == "commitment":
        sealed["commitment"] = digest
    elif path == "role":
        revision["author"]["role"] = "mayor"
    elif path == "digest":
        revision["digest"] = digest
    else:
        revision["effective_on"] = "2018-03-02"
    assert BrokenLink(1, "wrong_digest") == from_mapping(data, PlanView).verify().broken


def test_a_sealed_entry_can_be_opened_again_by_its_plan_alone():
    """Whoever brings content for a commitment needs its salt: another one is a broken link."""
    plan = opened(HEALTH, GERMAN)
    view = view_of(plan, purpose(PlanGroup.LANGUAGE))
    first = view.document.revisions[0]
    for salt, holds in (("A" * 43, False), (plan.revisions[0].changes[2].salt, True)):  # type: ignore[union-attr]
        changes = tuple(
            Put(entry=HEALTH, salt=salt) if change.entry_id == "h1" else change
            for change in first.changes
        )
        document = evolve(view.document, revisions=(evolve(first, changes=changes),))
        assert holds == evolve(view, document=document).verify().holds


# ------------------------------------------------------------------------------------ what it needs


def test_there_is_no_view_without_a_basis():
    """Without a legal basis and without a consent nothing is shown, group by group."""
    with pytest.raises(InvalidValueError) as caught:
        release(opened(GERMAN), purpose(PlanGroup.LANGUAGE, PlanGroup.WORK), recipient="R", day=DAY)
    (problem,) = caught.value.problems
    assert ("no_basis_for_disclosure", "language, work") == (problem.code, problem.params["groups"])


def test_health_needs_a_basis_that_says_so():
    """A basis that does not cover special categories shows no health data."""
    plan = opened(HEALTH, GERMAN)
    wanted = purpose(PlanGroup.HEALTH, PlanGroup.LANGUAGE)
    assert {"l1"} == {e.id for e in view_of(plan, wanted, WITHOUT_HEALTH).document.current}
    assert {"l1", "h1"} == {e.id for e in view_of(plan, wanted).document.current}


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, True),
        ({"given_on": None}, False),
        ({"expires_on": dt.date(2018, 12, 30)}, False),
        ({"expires_on": DAY}, True),
        ({"withdrawn_on": DAY}, False),
        ({"recipients": ("R", "S")}, True),
        ({"recipients": ("S",)}, False),
        ({"purpose": "y"}, False),
        ({"groups": (PlanGroup.WORK,)}, False),
    ],
)
def test_a_consent_covers_what_it_says(fields: dict[str, Any], shown: bool):
    """A consent counts for its purpose, groups and recipients, while it is in force."""
    consent = Consent(
        **{
            "id": "c1",
            "purpose": "x",
            "groups": (PlanGroup.LANGUAGE,),
            "given_on": dt.date(2018, 3, 1),
            **fields,
        }
    )
    plan = opened(GERMAN, consent)
    try:
        made = release(plan, purpose(PlanGroup.LANGUAGE), recipient="R", day=DAY)
    except InvalidValueError:
        assert not shown
    else:
        assert shown
        assert ("c1",) == made.consents


def test_a_restricted_consent_counts_for_nothing():
    """A consent that must not be processed cannot be relied on."""
    consent = Consent(
        id="c1", purpose="x", groups=(PlanGroup.LANGUAGE,), given_on=dt.date(2018, 3, 1)
    )
    plan = opened(GERMAN, consent).mark(["c1"], Marking.RESTRICTED, **on(1))
    with pytest.raises(InvalidValueError):
        release(plan, purpose(PlanGroup.LANGUAGE), recipient="R", day=DAY)


def test_an_unknown_group_is_refused():
    """A purpose that names no group of plans is refused before anything is shown."""
    wanted = evolve(purpose(PlanGroup.LANGUAGE), groups=("language", "shoes"))
    with pytest.raises(InvalidValueError) as caught:
        view_of(opened(GERMAN), wanted)
    assert [("/groups/1", "unknown_data_group")] == [
        (p.pointer, p.code) for p in caught.value.problems
    ]


def test_a_disclosure_tells_whom_to_notify():
    """The record of a release names what was shown; a withdrawn record counts too."""
    plan = opened(HEALTH, GERMAN)
    made = release(
        plan, purpose(PlanGroup.LANGUAGE), recipient="VHS", day=DAY, legal_basis=ALL_GROUPS
    )
    record = made.record("d1")
    assert (("l1",), "VHS", plan.head) == (record.entry_ids, record.recipient, record.head)
    plan = plan.revise(put=[record], **on(1)).revise(withdraw=["d1"], **on(2))
    assert (record,) == recipients_to_notify(plan, "l1")
    assert () == recipients_to_notify(plan, "h1")


def test_what_stays_behind_is_told_in_full():
    """Whoever makes the view sees kinds and groups of what is withheld; the recipient does not."""
    made = release(
        opened(HEALTH, GERMAN),
        purpose(PlanGroup.LANGUAGE),
        recipient="R",
        day=DAY,
        legal_basis=ALL_GROUPS,
    )
    told = {item.entry_id: (item.kind, item.groups) for item in made.withheld}
    assert ("health-note", (PlanGroup.HEALTH,)) == told["h1"]
    assert "health-note" not in to_json(made.view)


def test_the_machinery_knows_no_basis():
    """`withhold` seals by groups alone; whether they may be shown is asked before."""
    document, withheld = withhold(opened(GERMAN), purpose(PlanGroup.LANGUAGE), frozenset())
    assert ((), 3) == (document.current.entries, len(withheld))


# ------------------------------------------------------------------------------------ access export


def test_the_access_export_has_everything():
    """Every entry, withdrawn ones and marks too, the erased ones by id, and the whole plan."""
    plan = opened(HEALTH, GERMAN, MEASURE).mark(["l1"], Marking.RESTRICTED, **on(1))
    plan = plan.revise(withdraw=["m1"], **on(2)).erase(["h1"], legal_basis="Art. 17", **on(3))
    export = access_export(plan, day=DAY)
    held = {item.entry_id: item for item in export.entries}
    assert ["subject", "responsibility", "l1", "m1"] == list(held)
    assert (("h1",), plan) == (export.erased, export.plan)
    assert (Marking.RESTRICTED,) == held["l1"].marks
    assert (False, True) == (held["m1"].counts, held["l1"].counts)
    assert (AUTHOR.role,) == held["l1"].recorded_by
    assert moment(0) == held["l1"].recorded_at


def test_the_access_export_names_purposes_and_recipients():
    """It is told for which purposes an entry may be shown, and who was shown what."""
    plan = opened(GERMAN)
    record = release(
        plan, PURPOSES["language-school"], recipient="VHS", day=DAY, legal_basis=ALL_GROUPS
    ).record("d1")
    export = access_export(plan.revise(put=[record], **on(1)), day=DAY)
    held = {item.entry_id: item for item in export.entries}
    assert "language-school" in held["l1"].purposes
    assert "funder" not in held["l1"].purposes
    assert (record,) == export.disclosures
    assert from_json(to_json(export), type(export)) == export
