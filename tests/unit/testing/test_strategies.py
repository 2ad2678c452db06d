"""Strategies: healthy, broad, and kept to what is asked for."""

import contextlib
import datetime as dt
import itertools
import json
from collections import Counter
from typing import Any, get_args

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Money,
    Programme,
    UnknownNameError,
    allocate,
    catalogue,
    from_json,
    from_mapping,
    to_mapping,
)
from integrationsplan.allocation import NODES, Node, Record, verify_trace
from integrationsplan.errors import AllocationError, NotInForceError
from integrationsplan.history import Erase, RevisionKind
from integrationsplan.plan import (
    Goal,
    PlanEntry,
    RecognitionProcedure,
    RecognitionStage,
    SchoolSituation,
)
from integrationsplan.serialization import FORMATS
from integrationsplan.testing import a_life, a_plan, a_programme, erasure_leaks, facts
from integrationsplan.testing.strategies import (
    IDS,
    allocations,
    damaged,
    damaged_texts,
    documents,
    entries,
    entries_of,
    histories,
    plans,
    programmes,
    recipients,
    tampered,
    traces,
    twins,
    values_of,
)
from integrationsplan.values import AGS, ARS, FrozenMap, LanguageCode, ShortText

SOME = settings(max_examples=40, deadline=None)
# To find one is enough; it need not be small.
QUICK = settings(max_examples=2000, deadline=None, phases=[Phase.generate])
LIFE = a_life()
DAY_IN_FORCE = dt.date(2018, 7, 1)


# ------------------------------------------------------------------------------------------- values


@pytest.mark.parametrize("cls", [AGS, ARS])
def test_keys_of_regions_have_every_level(cls: Any):
    """Every level of the administration is drawn."""
    lengths: Counter[int] = Counter()

    @settings(max_examples=1_000, database=None)
    @given(values_of(cls))
    def run(key: Any) -> None:
        lengths[len(str(key))] += 1

    run()
    assert set(lengths) == ({2, 3, 5, 8} if cls is AGS else {2, 3, 5, 9, 12})


@pytest.mark.parametrize(
    "annotation",
    [ShortText, LanguageCode, tuple[AGS, ...], FrozenMap[ShortText, int], Goal | None, str, Node],
    ids=str,
)
@SOME
@given(st.data())
def test_annotations_are_drawn_as_well(annotation: Any, data: st.DataObject):
    """Whatever stands in a field can be asked for alone."""
    data.draw(values_of(annotation))


def test_nodes_hold_nodes_of_every_kind():
    """Expressions are drawn from all kinds of nodes, and nodes stand inside of nodes."""
    kinds: set[type] = set()
    inside: set[type] = set()

    @settings(max_examples=800, database=None, deadline=None, derandomize=True)
    @given(values_of(Node))
    def run(node: Any) -> None:
        kinds.add(type(node))
        inside.update(type(inner) for _, inner in node.operands() if isinstance(inner, Node))

    run()
    assert (set(NODES), True) == (kinds, len(inside) > len(NODES) / 2)


def test_records_hold_records():
    """A record may have records below it."""
    find(values_of(Record), lambda record: any(record.records.values()), settings=QUICK)


@SOME
@given(values_of(Goal, using={ShortText: st.just("Deutsch B1"), (Goal, "id"): st.just("g1")}))
def test_what_is_used_instead_is_used(goal: Goal):
    """Strategies of the caller take the place of declarations."""
    assert ("Deutsch B1", "g1") == (goal.title, goal.id)


@pytest.mark.parametrize("stranger", [list, Counter, "x", dict[str, int], 5])
def test_what_is_no_class_of_the_model_is_told(stranger: Any):
    """Our error names what no model class has."""
    with pytest.raises(UnknownNameError):
        values_of(stranger)


# -------------------------------------------------------------------------------------------- plans


@pytest.mark.parametrize("kind", get_args(PlanEntry), ids=lambda kind: kind.kind)
@SOME
@given(st.data())
def test_entries_of_every_kind_are_drawn(kind: Any, data: st.DataObject):
    """An entry has its kind and its id."""
    entry = data.draw(entries_of(kind, "e3"))
    assert kind is type(entry)
    assert entry.id in {"e3", "subject", "responsibility"}


@pytest.mark.parametrize(
    ("strategy", "wanted"),
    [
        (entries_of(RecognitionProcedure), lambda entry: entry.deadline_months),
        (entries_of(SchoolSituation), lambda entry: entry.goal),
        (
            entries_of(RecognitionProcedure),
            lambda entry: entry.stage is RecognitionStage.WITHDRAWN,
        ),
        (entries_of(RecognitionProcedure), lambda entry: entry.outcome),
        (entries(), lambda entry: entry.references()),
    ],
)
def test_entries_have_what_is_rare(strategy: Any, wanted: Any):
    """What few entries have is drawn, too."""
    find(strategy, wanted, settings=QUICK)


@pytest.mark.parametrize(
    "kind",
    [kind for kind in RevisionKind if kind is not RevisionKind.NOTE],
    ids=lambda kind: kind.value,
)
def test_plans_have_revisions_of_every_kind(kind: RevisionKind):
    """Whatever may happen to a plan happens to some; notes are for callers to make."""
    find(plans(), lambda plan: any(each.kind is kind for each in plan.revisions), settings=QUICK)


@SOME
@given(histories(3))
def test_a_history_is_each_step_of_one_plan(past: tuple[IntegrationPlan, ...]):
    """Every plan of a history is the same one, later."""
    assert 1 == len({plan.id for plan in past})
    for old in past:
        assert past[-1].verify(head=old.head)


@SOME
@given(twins())
def test_twins_have_one_opening(sides: tuple[IntegrationPlan, IntegrationPlan]):
    """Both sides began as one plan."""
    assert sides[0].revisions[0] == sides[1].revisions[0]


@SOME
@given(histories(4))
def test_erasures_of_drawn_plans_leave_no_leak(past: tuple[IntegrationPlan, ...]):
    """Whatever a drawn history erased is gone from it."""
    for before, after in itertools.pairwise(past):
        if any(isinstance(change, Erase) for change in after.latest.changes):
            assert () == erasure_leaks(before, after)


# -------------------------------------------------------------------------------------- programmes


@SOME
@given(st.data())
def test_recipients_bring_what_a_programme_asks_for(data: st.DataObject):
    """Figures of every level are there: evaluating fails for what the rule says, if at all."""
    programme = data.draw(programmes())
    found = data.draw(recipients(programme))
    try:
        count = len(allocate(programme, found, day=DAY_IN_FORCE))
    except (AllocationError, NotInForceError):  # what the rule says cannot be worked out
        return
    assert len(found.members) == count


def test_recipients_fit_a_programme_of_the_catalogue():
    """A shipped programme that looks nobody up can be evaluated for drawn recipients."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")

    @SOME
    @given(recipients(programme))
    def run(found: Any) -> None:
        assert len(found.members) == len(allocate(programme, found, day=DAY_IN_FORCE))

    run()


@SOME
@given(allocations())
def test_allocations_have_an_award_for_each_recipient(allocation: Any):
    """Nobody is left out."""
    assert len(allocation.recipients.members) == len(allocation)


@SOME
@given(traces())
def test_traces_verify(trace: Any):
    """The trace of a drawn award holds."""
    assert () == verify_trace(trace)


# --------------------------------------------------------------------- documents, damaged, tampered


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.__name__)
def test_every_kind_of_document_is_drawn(kind: Any):
    """Every class that is a document has a strategy that makes it."""
    assert kind is type(find(documents(kind), lambda _: True, settings=QUICK))


def test_what_is_no_document_is_told():
    """Asking for another class names the documents."""
    with pytest.raises(UnknownNameError):
        documents(Money)


@pytest.mark.parametrize(
    ("good", "kind"),
    [(a_life(), IntegrationPlan), (a_programme(), Programme)],
    ids=["plan", "rule"],
)
@SOME
@given(st.data())
def test_damaged_documents_are_read_or_refused(good: Any, kind: Any, data: st.DataObject):
    """A damaged mapping or text is a document or our error, and the good one is left alone."""
    mapping = to_mapping(good)
    for read, damage in ((from_mapping, damaged(mapping)), (from_json, damaged_texts(mapping))):
        document = data.draw(damage)
        with contextlib.suppress(DocumentError):
            assert isinstance(read(document, kind), kind)
    assert to_mapping(good) == mapping


def test_most_damages_are_refused():
    """A damaged document is seldom as good as it was."""
    verdicts: Counter[bool] = Counter()

    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    @given(damaged_texts(to_mapping(a_plan())))
    def run(text: str) -> None:
        try:
            from_json(text, IntegrationPlan)
        except DocumentError:
            verdicts[False] += 1
        else:
            verdicts[True] += 1

    run()
    assert verdicts[False] > 9 * verdicts[True]


def test_damaged_texts_have_what_no_parser_shows():
    """Keys stand twice in some, and numbers that are none in others."""

    def twice(text: str) -> bool:
        seen: list[bool] = []
        json.loads(text, object_pairs_hook=lambda p: seen.append(len(dict(p)) < len(p)))
        return any(seen)

    def is_json(text: str) -> bool:
        try:
            json.loads(text)
        except ValueError:
            return False
        return True

    texts = damaged_texts(to_mapping(a_plan()))
    find(texts, lambda text: is_json(text) and twice(text), settings=QUICK)
    find(texts, lambda text: "Infinity" in text or "NaN" in text, settings=QUICK)
    find(texts, lambda text: text.startswith("\ufeff"), settings=QUICK)


def seen(document: dict[str, Any], head: str | None) -> bool:
    """Tell whether a tampering is refused or seen."""
    try:
        plan = from_mapping(document, IntegrationPlan)
    except DocumentError:
        return True
    return not plan.verify(head=head).holds


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_tampering_is_seen(data: st.DataObject):
    """With the head that was noted, no single tampering of a plan goes unseen."""
    plan = data.draw(st.just(LIFE) | plans(3))
    change = data.draw(tampered(plan))
    assert to_mapping(plan) != change.document
    assert seen(change.document, plan.head)
    assert change.needs_head or seen(change.document, None)


def kinds_of(strategy: st.SearchStrategy[Any]) -> set[str]:
    """Return the kinds of tampering that are drawn."""
    kinds: set[str] = set()

    @settings(max_examples=400, database=None, deadline=None, derandomize=True)
    @given(strategy)
    def run(change: Any) -> None:
        kinds.add(change.kind)

    run()
    return kinds


def test_every_kind_of_tampering_is_drawn():
    """Each single way to tamper with a history is tried."""
    assert {
        *("cut", "drop", "drop_change", "edit", "insert", "reanchor", "reauthor", "redate"),
        *("rekind", "rename", "replay", "rerole", "resalt", "retell", "retime", "rewrite"),
        *("seal", "swap", "swap_changes"),
    } == kinds_of(tampered(LIFE))


def test_a_plan_just_opened_can_be_tampered_with_as_well():
    """Where there is one revision, only what needs more is left out."""
    kinds = kinds_of(tampered(a_plan()))
    assert {"cut", "drop", "swap", "retell"}.isdisjoint(kinds)
    assert {"rewrite", "edit", "seal"} <= kinds


def test_ids_of_drawn_entries_are_published():
    """Whoever writes a law of plans can name their entries."""
    plan = a_plan().revise(withdraw=["m1"], **facts())
    assert set(IDS).isdisjoint(plan.ids())
