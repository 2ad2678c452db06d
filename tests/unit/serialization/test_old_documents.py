"""Documents of version 1 that must load for ever, and mean the same."""

import datetime as dt
import json
from pathlib import Path

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
    to_mapping,
    verify_trace,
)
from integrationsplan.plan import (
    CEFR,
    Agreement,
    Body,
    Competence,
    Goal,
    GoalField,
    LanguageCertificate,
    LanguageProficiency,
    Lifecycle,
    Measure,
    Party,
    Qualification,
    QualificationCategory,
    Target,
)

FOLDER = Path(__file__).parents[2] / "documents" / "v1"
PLANS = sorted(FOLDER.glob("plan-*.json"))
PROGRAMMES = sorted(FOLDER.glob("programme-*.json"))
TRACES = sorted(FOLDER.glob("trace-*.json"))


def name(path: Path) -> str:
    """Return the name of a document without its ending."""
    return path.stem


def plan(stem: str) -> IntegrationPlan:
    """Read a plan."""
    return from_json((FOLDER / f"{stem}.json").read_bytes(), IntegrationPlan)


def test_there_are_old_documents():
    """The folder of old documents is where the tests look for it."""
    assert (len(PLANS), len(PROGRAMMES), len(TRACES)) == (4, 3, 1)


@pytest.mark.parametrize("path", PLANS, ids=name)
def test_plans_load(path: Path):
    """Every old plan is read, and equal when written and read again."""
    loaded = from_json(path.read_bytes(), IntegrationPlan)
    assert loaded == from_json(to_json(loaded), IntegrationPlan)


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
            country="SY",
            institution="جامعة دمشق",
            year=2012,
            isced=5,
            eqf=5,
            documents_seen=True,
        ),
        LanguageCertificate(issuer="telc", level=CEFR.A1, issued_on=dt.date(2018, 1, 31)),
        Target(indicator="GER", baseline="A1", value="B1"),
        Period(dt.date(2018, 5, 1), dt.date(2018, 11, 30)),
        (Party.PERSON, Party.COUNSELLOR, Party.GUARDIAN),
    ) == (
        entries["q1"],
        entries.of(LanguageProficiency)[1].certificate,
        entries.of(Goal)[0].target,
        entries.of(Measure)[0].period,
        entries.of(Agreement)[0].by,
    )


def test_the_full_plan_leaves_no_field_out():
    """No field of any entry stands at its default in all entries of the kind."""
    mapping = to_mapping(plan("plan-every-entry"))
    changes = [c["entry"] for r in mapping["revisions"] for c in r["changes"]]
    widest: dict[str, int] = {}
    for entry in changes:
        widest[entry["kind"]] = max(len(entry), widest.get(entry["kind"], 0))
    assert {kind: size for kind, size in widest.items() if kind != "language-proficiency"} == {
        "qualification": 10,
        "competence": 6,
        "goal": 11,
        "measure": 9,
        "agreement": 6,
    }


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
        RevisionKind.CLOSURE,
        RevisionKind.CORRECTION,
    ]


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


def test_the_smallest_plan_is_empty():
    """A plan without changes has no entries."""
    assert len(plan("plan-smallest").current) == 0


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
        *loaded.current.entries,
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
