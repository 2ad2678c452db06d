"""Documents of version 1 that must load for ever, and mean the same."""

import datetime as dt
import json
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

from integrationsplan import (
    AGS,
    Citation,
    IntegrationPlan,
    Period,
    Programme,
    RevisionKind,
    Trace,
    catalogue,
    from_json,
    from_mapping,
    to_json,
    verify_trace,
)
from integrationsplan.history import DeletionReceipt, Marking, Put, WithheldBecause
from integrationsplan.plan import (
    CEFR,
    AccessExport,
    Agreement,
    AnabinStatus,
    Body,
    CertificateFamily,
    Competence,
    DegreeClass,
    Goal,
    GoalField,
    LanguageCertificate,
    LanguageProficiency,
    LanguageSkill,
    LanguageTarget,
    Lifecycle,
    Measure,
    Orientation,
    Party,
    PlanEntry,
    PlanGroup,
    PlanView,
    Qualification,
    QualificationCategory,
    Responsibility,
    Target,
)
from integrationsplan.values import CodedValue

FOLDER = Path(__file__).parents[2] / "documents" / "v1"
VIEWS = sorted(FOLDER.glob("plan-view-*.json"))
PLANS = sorted(set(FOLDER.glob("plan-*.json")) - set(VIEWS))
EXPORTS = sorted(FOLDER.glob("access-*.json"))
RECEIPTS = sorted(FOLDER.glob("deletion-*.json"))
PROGRAMMES = sorted(FOLDER.glob("programme-*.json"))
TRACES = sorted(FOLDER.glob("trace-*.json"))
PASSED_ON = [
    *((path, PlanView) for path in VIEWS),
    *((path, AccessExport) for path in EXPORTS),
    *((path, DeletionReceipt) for path in RECEIPTS),
]
"""What leaves the house, and what is left of a plan."""


def name(path: Path) -> str:
    """Return the name of a document without its ending."""
    return path.stem


def plan(stem: str) -> IntegrationPlan:
    """Read a plan."""
    return from_json((FOLDER / f"{stem}.json").read_bytes(), IntegrationPlan)


def test_there_are_old_documents():
    """The folder of old documents is where the tests look for it."""
    assert (5, 3, 1) == (len(PLANS), len(PROGRAMMES), len(TRACES))
    assert (1, 1, 1) == (len(VIEWS), len(EXPORTS), len(RECEIPTS))


@pytest.mark.parametrize("path", PLANS, ids=name)
def test_plans_load(path: Path):
    """Every old plan is read, and equal when written and read again."""
    loaded = from_json(path.read_bytes(), IntegrationPlan)
    assert loaded == from_json(to_json(loaded), IntegrationPlan)


@pytest.mark.parametrize("path", PLANS, ids=name)
def test_plans_verify(path: Path):
    """Every digest of every old plan is worked out again, and is the one that stands there."""
    assert from_json(path.read_bytes(), IntegrationPlan).verify().holds


@pytest.mark.parametrize(("path", "document"), PASSED_ON, ids=lambda v: getattr(v, "stem", ""))
def test_what_was_passed_on_loads(path: Path, document: type):
    """Every old view, export and receipt is read, and written as it was."""
    text = path.read_text(encoding="utf-8")
    assert text == to_json(from_json(text, document), indent=2) + "\n"


@pytest.mark.parametrize(("path", "document"), PASSED_ON, ids=lambda v: getattr(v, "stem", ""))
def test_what_was_passed_on_is_read_alike(path: Path, document: type):
    """Somebody else's parser changes nothing."""
    text = path.read_text(encoding="utf-8")
    assert from_json(text, document) == from_mapping(json.loads(text), document)


@pytest.mark.parametrize("path", PROGRAMMES, ids=name)
def test_programmes_load(path: Path):
    """Every old programme is read, and equal when written and read again."""
    loaded = from_json(path.read_bytes(), Programme)
    assert loaded == from_json(to_json(loaded), Programme)


@pytest.mark.parametrize("path", TRACES, ids=name)
def test_traces_load_and_verify(path: Path):
    """Every old trace is read, written as it was, and worked out again."""
    text = path.read_text(encoding="utf-8")
    loaded = from_json(text, Trace)
    assert (text, ()) == (to_json(loaded, indent=2) + "\n", verify_trace(loaded))


@pytest.mark.parametrize(
    "path", [path for path in PLANS if path.stem != "plan-other-spellings"], ids=name
)
def test_plans_are_written_as_they_were(path: Path):
    """What was written once is written again, character for character."""
    text = path.read_text(encoding="utf-8")
    assert text == to_json(from_json(text, IntegrationPlan), indent=2) + "\n"


@pytest.mark.parametrize("path", PROGRAMMES, ids=name)
def test_programmes_are_written_as_they_were(path: Path):
    """What was written once is written again, character for character."""
    text = path.read_text(encoding="utf-8")
    assert text == to_json(from_json(text, Programme), indent=2) + "\n"


@pytest.mark.parametrize("path", [*PLANS, *PROGRAMMES], ids=name)
def test_parsed_documents_are_read_alike(path: Path):
    """Somebody else's parser changes nothing."""
    document = IntegrationPlan if path in PLANS else Programme
    text = path.read_text(encoding="utf-8")
    assert from_json(text, document) == from_mapping(json.loads(text), document)


def test_the_full_plan_has_every_entry():
    """Every kind of entry and every field is read as it was meant."""
    entries = plan("plan-every-entry").current
    assert (
        Qualification(
            id="q1",
            title="إجازة في التمريض",
            category=QualificationCategory.VOCATIONAL,
            orientation=Orientation.VOCATIONAL,
            country="SY",
            institution="جامعة دمشق",
            year=2012,
            isced=5,
            eqf=5,
            anabin=AnabinStatus.PARTLY,
            anabin_on=dt.date(2018, 2, 20),
            degree_class=DegreeClass.COMPARABLE,
            occupation=CodedValue(system="KldB 2010", code="81302"),
            documents_seen=True,
            zab_seen=True,
            zab_on=dt.date(2017, 11, 30),
        ),
        (
            LanguageCertificate(
                issuer=CertificateFamily.TELC,
                issuer_name="Volkshochschule",
                level=CEFR.A1,
                issued_on=dt.date(2018, 1, 31),
                modules=(LanguageSkill.READING, LanguageSkill.WRITING),
            ),
        ),
        LanguageTarget(level=CEFR.B1, skill=LanguageSkill.SPOKEN_INTERACTION, baseline=CEFR.A1),
        Period(dt.date(2018, 5, 1), dt.date(2018, 11, 30)),
        (Party.PERSON, Party.COUNSELLOR, Party.GUARDIAN),
    ) == (
        entries["q1"],
        entries.of(LanguageProficiency)[1].certificates,
        entries.of(Goal)[0].target,
        entries.of(Measure)[0].period,
        entries.of(Agreement)[0].by,
    )


def test_the_full_plan_has_every_kind():
    """Every kind of entry and every kind of target stands in it."""
    entries = plan("plan-every-entry").current
    targets = [type(goal.target) for goal in entries.of(Goal)]
    assert (set(get_args(PlanEntry)), set(get_args(Target))) == (
        {type(entry) for entry in entries},
        set(targets),
    )


def parts_of(value: Any) -> list[Any]:
    """Return a value of a model class and every such value in it."""
    if isinstance(value, tuple):
        return [part for item in value for part in parts_of(item)]
    if not attrs.has(type(value)):
        return []
    fields = [getattr(value, field.name) for field in attrs.fields(type(value))]
    return [value, *(part for item in fields for part in parts_of(item))]


def test_the_full_plan_leaves_no_field_out():
    """No field of an entry, or of a part of one, stands at its default in all of the kind."""
    parts = [part for entry in plan("plan-every-entry").current for part in parts_of(entry)]
    left_out = {
        (cls.__name__, field.name)
        for cls in {type(part) for part in parts}
        for field in attrs.fields(cls)
        if all(getattr(part, field.name) == field.default for part in parts if type(part) is cls)
    }
    assert set() == left_out


def test_the_full_plan_has_its_identity():
    """Identity, subject, body and law are read."""
    loaded = plan("plan-every-entry")
    assert ("plan-1", "p-83f1", Body(name="Weinheim", region=AGS("08226096")), "08") == (
        loaded.id,
        loaded.subject,
        loaded.body,
        loaded.jurisdiction,
    )


def test_a_whole_life_is_read():
    """A plan with every kind of revision keeps them in order."""
    assert [revision.kind for revision in plan("plan-whole-life").revisions] == [
        RevisionKind.OPENING,
        RevisionKind.CONTINUATION,
        RevisionKind.CONTINUATION,
        RevisionKind.CONTINUATION,
        RevisionKind.CONTINUATION,
        RevisionKind.AGREEMENT,
        RevisionKind.CORRECTION,
        RevisionKind.TRANSFER,
        RevisionKind.MERGE,
        RevisionKind.MARKING,
        RevisionKind.NOTE,
        RevisionKind.CLOSURE,
        RevisionKind.CORRECTION,
        RevisionKind.ERASURE,
    ]


def test_a_whole_life_knows_every_kind_of_revision():
    """A kind of revision that is added gets a document of its own, or a place in this one."""
    assert set(RevisionKind) == {revision.kind for revision in plan("plan-whole-life").revisions}


def test_a_whole_life_refers_to_its_own_revisions_and_another_history():
    """What a correction corrects and what a merge brings in is read as it was meant."""
    revisions = plan("plan-whole-life").revisions
    merged = "sha256/1:0QDy-F4gtUTQAcFa2yoI3rv8oELEka4rcJEK-KXXiKM"
    assert (1, merged, "sha3-256/1", "sha3-256/1") == (
        revisions[6].corrects,
        revisions[8].merges,
        revisions[12].digest.partition(":")[0],
        revisions[13].digest.partition(":")[0],
    )


def test_a_whole_life_changes_hands():
    """The body and the law are those before and after the transfer."""
    loaded = plan("plan-whole-life")
    before = loaded.at(dt.date(2019, 6, 30))["responsibility"]
    assert isinstance(before, Responsibility)
    assert (
        (Body(name="Kraków–Łódź–Český Těšín e. V."), "de"),
        (Body(name="Stadt Gotha", region=AGS("16067029")), "16"),
    ) == ((before.body, before.jurisdiction), (loaded.body, loaded.jurisdiction))


def test_the_erased_plan_has_no_content_of_what_was_erased():
    """What was erased is sealed in every version, its reasons are gone, and marks are kept."""
    loaded = plan("plan-erased")
    held = {
        change.entry_id
        for revision in loaded.revisions
        for change in revision.changes
        if isinstance(change, Put)
    }
    assert (
        {"subject", "responsibility", "l1", "c1", "g1", "d1"},
        [None, None, "an den Kursträger", "Test wird wiederholt", None, None, None],
        [True, True, True, True, False, False, False],
        ("h1",),
        {Marking.CONTESTED},
        {Marking.RESTRICTED},
    ) == (
        held,
        [revision.reason for revision in loaded.revisions],
        [revision.has_reason for revision in loaded.revisions],
        loaded.as_of(2).sealed,
        loaded.current.marks("l1"),
        loaded.current.marks("g1"),
    )


def test_the_view_shows_what_the_job_centre_needs():
    """Only entries of its groups are shown; of the others there is no more than that they are."""
    view = from_json(VIEWS[0].read_bytes(), PlanView)
    state = view.document.current
    shown = {group for entry in state for group in entry.groups_in(state)}
    assert shown <= {PlanGroup(code) for code in view.purpose.groups}
    assert ["s1", "h1", "hn1", "f1", "g4", "g5", "g6", "d1", "b1", "cs1", "a1", "ds1"] == [
        item.entry_id for item in view.withheld
    ]
    assert {WithheldBecause.NOT_DISCLOSED} == {item.because for item in view.withheld}


def test_the_view_holds_no_author_and_no_reason():
    """A view for others names roles alone."""
    view = from_json(VIEWS[0].read_bytes(), PlanView)
    assert [(None, None), (None, None)] == [
        (revision.author.id, revision.reason) for revision in view.document.revisions
    ]


def test_the_export_tells_what_is_held_and_what_was_erased():
    """The export has every entry that is held, its disclosures and the ids of what was erased."""
    export = from_json(EXPORTS[0].read_bytes(), AccessExport)
    assert (["subject", "responsibility", "l1", "c1", "g1", "d1"], ["d1"], ("h1",)) == (
        [entry.entry_id for entry in export.entries],
        [disclosure.id for disclosure in export.disclosures],
        export.erased,
    )
    assert plan("plan-erased") == export.plan


def test_a_whole_life_has_its_states():
    """The states of the plan are those that it had."""
    loaded = plan("plan-whole-life")
    assert (
        loaded.at(dt.date(2019, 1, 31)).of(Goal)[0].lifecycle,
        loaded.at(dt.date(2019, 12, 30)).of(Goal)[0].lifecycle,
        loaded.current.of(Goal)[0].lifecycle,
        "c1" in loaded.as_of(6),
        "c1" in loaded.current,
    ) == (Lifecycle.PROPOSED, Lifecycle.ACTIVE, Lifecycle.COMPLETED, True, False)


def test_the_smallest_plan_holds_its_head_alone():
    """A plan without entries of its own says whom it is about and who is responsible."""
    assert ["subject", "responsibility"] == [entry.id for entry in plan("plan-smallest").current]


def test_other_spellings_are_the_same():
    """Order of keys, written defaults, escapes, Z and fractions of a second do not matter."""
    loaded = plan("plan-other-spellings")
    offset = dt.timezone(-dt.timedelta(hours=3, minutes=30))
    assert (
        Body(name="Ländle", region=AGS("08")),
        LanguageProficiency(id="l1", language="ti"),
        Competence(id="c1", title="Koch"),
        Measure(id="m1", title="Kurs", period=Period()),
        [
            dt.datetime(2018, 3, 1, 9, 0, 0, 500_000, dt.UTC),
            dt.datetime(2018, 3, 2, 5, 45, tzinfo=offset),
        ],
    ) == (
        loaded.body,
        *loaded.current.entries[2:],
        [revision.recorded_at for revision in loaded.revisions],
    )


def test_a_goal_keeps_its_codes():
    """The codes of the lists are stable."""
    (goal,) = plan("plan-whole-life").current.of(Goal)
    assert (goal.field, goal.lifecycle) == (GoalField.WORK, Lifecycle.COMPLETED)


@pytest.mark.parametrize("path", PROGRAMMES, ids=name)
def test_old_programmes_load_for_ever(path: Path):
    """What was written once is read, and is written the same."""
    loaded = from_json(path.read_bytes(), Programme)
    assert loaded.id in (*catalogue.ids(), "trial")
    assert json.loads(path.read_bytes()) == json.loads(to_json(loaded))


def test_the_old_programme_has_its_sources():
    """Citations are read with the programme."""
    loaded = from_json((FOLDER / "programme-koenigsteiner-schluessel.json").read_bytes(), Programme)
    assert (
        Citation(
            title="Königsteiner Schlüssel 2014 und 2015 mit Bevölkerung am 31.12.2014",
            url="https://expydoc.com/doc/8772835/null",
        )
        == loaded.citations["flows"]
    )
