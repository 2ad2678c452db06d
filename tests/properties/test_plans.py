"""Laws of plans, for plans of every shape. The strategies here make valid plans."""

import datetime as dt
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan import AGS, CodedValue, Period, ReviewRules, evolve, review
from integrationsplan.history import (
    Added,
    Author,
    Changed,
    Put,
    Removed,
    Revision,
    RevisionKind,
    State,
    Withdraw,
    diff_states,
    fold,
)
from integrationsplan.plan import (
    CEFR,
    TRANSITIONS,
    Achievement,
    Agreement,
    Body,
    Competence,
    Evidence,
    Goal,
    GoalField,
    IntegrationPlan,
    LanguageCertificate,
    LanguageProficiency,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    PlanEntry,
    Priority,
    Qualification,
    QualificationCategory,
    Target,
)

# Letters that names and titles in plans have, and some that tempt normalisers and writers.
_ALPHABET = (
    "aäßéłőșžçñİØÞðẞ\u0131\u212b\u0627إبةتثحرسشعلمن\u0647يّـًअकҐїЄж日本한😀\u0323\u0301 .-'\"\\/<&"
)
_LETTERS = st.sampled_from(_ALPHABET) | st.characters(exclude_categories=["C", "Zl", "Zp"])


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


SHORT = st.text(_LETTERS, min_size=1, max_size=12).map(_nfc).filter(str.strip)
LONG = (
    st.text(_LETTERS | st.sampled_from("\n\t"), min_size=1, max_size=30).map(_nfc).filter(str.strip)
)
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
NAMES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,9}", fullmatch=True)
LANGUAGES = st.sampled_from(["de", "ar", "ti", "prs", "kmr", "uk"])
PARTIES = st.lists(st.sampled_from(Party), max_size=3).map(tuple)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period, open or not."""
    start, end = draw(_maybe(DATES)), draw(_maybe(DATES))
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Period(start, end)


CODES = st.builds(CodedValue, system=SHORT, code=SHORT, version=_maybe(SHORT), label=_maybe(SHORT))
CERTIFICATES = st.builds(
    LanguageCertificate, issuer=SHORT, level=st.sampled_from(CEFR), issued_on=_maybe(DATES)
)
TARGETS = st.builds(Target, indicator=SHORT, baseline=_maybe(SHORT), value=SHORT)
LEVEL = _maybe(st.sampled_from(CEFR))

FIELDS: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Qualification: {
        "title": SHORT,
        "category": st.sampled_from(QualificationCategory),
        "country": _maybe(st.sampled_from(["SY", "ER", "AF", "UA"])),
        "institution": _maybe(SHORT),
        "year": _maybe(st.integers(1900, 2200)),
        "isced": _maybe(st.integers(0, 8)),
        "eqf": _maybe(st.integers(1, 8)),
        "documents_seen": st.booleans(),
    },
    Competence: {
        "title": SHORT,
        "evidence": st.sampled_from(Evidence),
        "code": _maybe(CODES),
        "description": _maybe(LONG),
    },
    LanguageProficiency: {
        "language": LANGUAGES,
        "is_first": st.booleans(),
        **dict.fromkeys(
            ["overall", "listening", "reading", "spoken_interaction", "spoken_production"], LEVEL
        ),
        "writing": LEVEL,
        "certificate": _maybe(CERTIFICATES),
    },
    Goal: {
        "field": st.sampled_from(GoalField),
        "title": SHORT,
        "description": _maybe(LONG),
        "target": _maybe(TARGETS),
        "due_on": _maybe(DATES),
        "lifecycle": st.sampled_from(Lifecycle),
        "achievement": _maybe(st.sampled_from(Achievement)),
        "priority": _maybe(st.sampled_from(Priority)),
        "wished_by": PARTIES,
    },
    Measure: {
        "title": SHORT,
        "goals": st.lists(st.sampled_from(["e0", "e1", "e2", "e9"]), max_size=3).map(tuple),
        "responsible": _maybe(SHORT),
        "period": _maybe(periods()),
        "status": st.sampled_from(MeasureStatus),
        "referral": _maybe(SHORT),
        "result": _maybe(LONG),
    },
    Agreement: {
        "agreed_on": DATES,
        "by": st.lists(st.sampled_from(Party), min_size=1, max_size=3).map(tuple),
        "explained_in": _maybe(LANGUAGES),
    },
}
KINDS = list(FIELDS)


@st.composite
def entries(draw: st.DrawFn, entry_id: str, number: int, before: PlanEntry | None) -> PlanEntry:
    """Draw an entry, or a new version of one, that a revision of this number may put."""
    if before is None:
        # The first revision has nothing to agree to.
        kind = draw(st.sampled_from(KINDS if number > 1 else KINDS[:-1]))
    else:
        kind = type(before)
    fields = {name: draw(strategy) for name, strategy in FIELDS[kind].items()}
    if kind is Agreement:
        fields["revision"] = draw(st.integers(1, number - 1))
    if isinstance(before, Goal):
        steps = [before.lifecycle, *sorted(TRANSITIONS[before.lifecycle], key=lambda s: s.value)]
        fields["lifecycle"] = draw(st.sampled_from(steps))
    entry: PlanEntry = kind(id=entry_id, **fields)
    return entry


@st.composite
def changes(
    draw: st.DrawFn, number: int, present: dict[str, PlanEntry], used: dict[str, type]
) -> tuple[Put | Withdraw, ...]:
    """Draw the changes of a revision, and apply them to what is present."""
    ids = draw(st.lists(st.sampled_from([f"e{n}" for n in range(6)]), unique=True, max_size=4))
    found: list[Put | Withdraw] = []
    for entry_id in ids:
        before = present.get(entry_id)
        if before is not None and draw(st.integers(0, 3)) == 0:
            del present[entry_id]
            found.append(Withdraw(entry_id=entry_id))
        elif before is not None or entry_id not in used:
            entry = draw(entries(entry_id, number, before))
            present[entry_id], used[entry_id] = entry, type(entry)
            found.append(Put(entry=entry))
    return tuple(found)


@st.composite
def plans(draw: st.DrawFn, most: int = 8) -> IntegrationPlan:
    """Draw a valid plan of one to so many revisions."""
    opening = draw(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
    moment = draw(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2030, 1, 1)))  # noqa: DTZ001
    present: dict[str, PlanEntry] = {}
    used: dict[str, type] = {}
    revisions: list[Revision] = []
    closed = False
    for number in range(1, draw(st.integers(1, most)) + 1):
        if number == 1:
            kind = RevisionKind.OPENING
        elif closed:
            kind = RevisionKind.CORRECTION
        else:
            kind = draw(st.sampled_from([k for k in RevisionKind if k.value != "opening"]))
            closed = kind is RevisionKind.CLOSURE
        moment += draw(st.timedeltas(dt.timedelta(0), dt.timedelta(days=200)))
        offset = dt.timezone(dt.timedelta(minutes=draw(st.integers(-1439, 1439))))
        revisions.append(
            Revision(
                number=number,
                recorded_at=moment.replace(tzinfo=dt.UTC).astimezone(offset),
                effective_on=opening + dt.timedelta(draw(st.integers(0, 400)) * (number > 1)),
                author=Author(role=draw(SHORT), id=draw(NAMES)),
                kind=kind,
                # Always given, because some steps of goals ask for it.
                reason=draw(LONG),
                legal_basis=draw(_maybe(SHORT)),
                changes=draw(changes(number, present, used)),
            )
        )
    return IntegrationPlan(
        id=draw(NAMES),
        subject=draw(NAMES),
        body=Body(name=draw(SHORT), region=draw(_maybe(st.sampled_from([AGS("08"), AGS("16")])))),
        jurisdiction=draw(st.sampled_from(["08", "16", "de"])),
        revisions=tuple(revisions),
    )


def by_id(state: State[PlanEntry]) -> dict[str, PlanEntry]:
    """Return the entries of a state by their ids."""
    return {entry.id: entry for entry in state}


MANY = settings(max_examples=60, deadline=None)


@MANY
@given(plans())
def test_the_state_after_a_revision_is_the_fold_of_a_prefix(plan: IntegrationPlan):
    """The state after every revision is the fold of the revisions up to it."""
    for number in range(len(plan.revisions) + 1):
        assert fold(plan.revisions[:number]) == plan.as_of(number)


@MANY
@given(plans())
def test_in_the_far_future_everything_counts(plan: IntegrationPlan):
    """On the last of all days the state is the current one."""
    assert plan.current == plan.at(dt.date.max)


@MANY
@given(plans())
def test_nothing_counts_before_the_opening(plan: IntegrationPlan):
    """A day before the opening the plan is empty."""
    day = plan.revisions[0].effective_on - dt.timedelta(days=1)
    assert plan.at(day).entries == ()


@MANY
@given(plans())
def test_when_all_is_recorded_all_is_known(plan: IntegrationPlan):
    """At the moment of the last recording the state is the current one."""
    assert plan.current == plan.as_known(plan.latest.recorded_at)


@MANY
@given(plans(), st.integers(0, 7))
def test_a_moment_of_recording_knows_what_was_recorded(plan: IntegrationPlan, index: int):
    """At a moment of recording exactly the revisions recorded by then are known."""
    moment = plan.revisions[index % len(plan.revisions)].recorded_at
    number = sum(revision.recorded_at <= moment for revision in plan.revisions)
    assert plan.as_of(number) == plan.as_known(moment)


@MANY
@given(plans(), st.integers(-10, 500))
def test_both_times_are_independent(plan: IntegrationPlan, days: int):
    """What was true on a day as known at the end is what was true on that day."""
    day = plan.revisions[0].effective_on + dt.timedelta(days)
    assert plan.at(day) == plan.at(day, as_known=plan.latest.recorded_at)


@MANY
@given(plans())
def test_unchanged_entries_are_the_same_objects(plan: IntegrationPlan):
    """From one state to the next all but the changed entries are shared."""
    for revision in plan.revisions:
        before, after = plan.as_of(revision.number - 1), plan.as_of(revision.number)
        changed = {
            change.entry.id if isinstance(change, Put) else change.entry_id
            for change in revision.changes
        }
        assert all(after[e.id] is e for e in before if e.id not in changed)


@MANY
@given(plans())
def test_a_new_version_of_the_document_shares_the_old_one(plan: IntegrationPlan):
    """A plan with one more revision has the very revisions of the old one."""
    if plan.is_closed:
        return
    newer = plan.revise(
        author=Author(role="clerk", id="c"),
        recorded_at=plan.latest.recorded_at,
        effective_on=dt.date(2100, 1, 1),
    )
    assert all(a is b for a, b in zip(plan.revisions, newer.revisions, strict=False))


@MANY
@given(plans())
def test_a_difference_leads_from_one_state_to_the_other(plan: IntegrationPlan):
    """The old state with the differences applied is the new state, between any two revisions."""
    for old in range(len(plan.revisions) + 1):
        for new in (0, len(plan.revisions) // 2, len(plan.revisions)):
            found = by_id(plan.as_of(old))
            for difference in plan.diff(old, new):
                match difference:
                    case Added(entry):
                        assert entry.id not in found
                        found[entry.id] = entry
                    case Removed(entry):
                        assert entry == found.pop(entry.id)
                    case Changed(before, after):
                        assert before == found[after.id] != after
                        found[after.id] = after
            assert by_id(plan.as_of(new)) == found


@MANY
@given(plans())
def test_a_change_names_the_fields_that_differ(plan: IntegrationPlan):
    """The old entry with the changed fields set is the new entry."""
    for number in range(1, len(plan.revisions)):
        for difference in plan.diff(number, number + 1):
            if isinstance(difference, Changed):
                values = {change.field: change.after for change in difference.fields}
                assert values
                assert difference.after == evolve(difference.before, **values)


@MANY
@given(plans())
def test_nothing_differs_from_itself(plan: IntegrationPlan):
    """A state has no differences to itself, nor to an equal one."""
    numbers = range(len(plan.revisions) + 1)
    assert [
        d for n in numbers for d in (*plan.diff(n, n), *diff_states(plan.as_of(n), plan.as_of(n)))
    ] == []


@pytest.mark.parametrize("language", ["de", "en"])
@MANY
@given(plan=plans())
def test_differences_can_be_said(language: str, plan: IntegrationPlan):
    """Every difference has its mark, its kind and its id in either language."""
    for difference in plan.diff(0):
        said = difference.format(language)  # type: ignore[arg-type]
        label = difference.entry.label.in_language(language)  # type: ignore[arg-type]
        assert said.startswith(f"+ {label} {difference.entry.id} (")
    for number in range(1, len(plan.revisions)):
        for difference in plan.diff(number, number + 1):
            assert f" {difference.entry.id}" in difference.format(language)  # type: ignore[arg-type]


@MANY
@given(plans(), st.integers(-10, 5_000), st.integers(1, 60))
def test_every_plan_can_be_reviewed(plan: IntegrationPlan, days: int, months: int):
    """A review has an answer on every day, and none from the day of a closure on."""
    day = plan.revisions[0].effective_on + dt.timedelta(days)
    findings = review(plan, day, ReviewRules(revise_within_months=months))
    closed = any(r.kind is RevisionKind.CLOSURE and r.effective_on <= day for r in plan.revisions)
    assert findings == () or not closed
    assert all(f.format("de") and f.format("en") for f in findings)


@MANY
@given(plans())
def test_every_plan_can_be_shown(plan: IntegrationPlan):
    """The views of a plan are short, or free of markup."""
    assert len(repr(plan)) < 120
    assert plan._repr_html_().count("<tr>") == 1 + len(plan.current)
