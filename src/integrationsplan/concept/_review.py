"""The review of a concept: everything that asks for attention on a day."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import evolve
from integrationsplan.concept import _concept_finding_kinds as kinds
from integrationsplan.concept._checking import expected
from integrationsplan.concept._concept import ConceptEntry, IntegrationConcept
from integrationsplan.concept._concept_codes import (
    ConceptGoalStatus,
    ConceptMeasureStatus,
    IndicatorSense,
    StageKind,
)
from integrationsplan.concept._concept_rules import ConceptRules
from integrationsplan.concept._indicators import ConceptIndicator, indicator_progress
from integrationsplan.concept._network import IntegrationNetwork
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._profile import (
    GIVES_VALIDITY,
    Alignment,
    ConceptProfile,
    Resolution,
    Stage,
)
from integrationsplan.concept._review_network import loose_findings, runs
from integrationsplan.concept._tree import ConceptGoal, ConceptMeasure, FieldOfAction, GuidingGoal
from integrationsplan.concept._validity import valid_periods, validity_gaps
from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.findings import Finding, Named
from integrationsplan.history import RevisionKind, State
from integrationsplan.history._fold import fold
from integrationsplan.values import Citation, Money, Period, shift_date
from integrationsplan.values._period import check_day

__all__ = ["review_concept"]

T = TypeVar("T")

_GOES_ON = frozenset({ConceptMeasureStatus.PLANNED, ConceptMeasureStatus.RUNNING})
_DECIDED_ANEW = frozenset({ConceptMeasureStatus.PERMANENT, ConceptMeasureStatus.DROPPED})
"""Where a measure has not merely got on: somebody has decided otherwise."""
_LIVES = _GOES_ON | {ConceptMeasureStatus.PERMANENT}
_BEFORE_ADOPTION = frozenset(
    {StageKind.NEEDS_ANALYSIS, StageKind.PARTICIPATION, StageKind.DRAFT, StageKind.ADOPTION}
)
"""The stages that need no further look once a concept is adopted."""
_CONTENT = (FieldOfAction, GuidingGoal, ConceptGoal, ConceptMeasure)
"""The entries whose change asks for a new resolution, or at least for a look."""


def review_concept(
    concept: IntegrationConcept,
    day: dt.date,
    rules: ConceptRules = ConceptRules(),  # noqa: B008  # it never changes
    *,
    network: IntegrationNetwork | None = None,
    higher: IntegrationConcept | None = None,
) -> tuple[Finding, ...]:
    """Return everything that asks for attention on a day; nothing unless it is open then.

    Args:
        concept: The concept; only what counts by the day is looked at.
        day: The day.
        rules: What is asked for beside what can be seen from the concept alone.
        network: The document with the offers that measures name.
        higher: The concept that it follows.

    Returns:
        The findings: those of the whole concept first, then by entry.

    Raises:
        InvalidValueError: If the day is no date, or the document no concept.

    Example:
        >>> from integrationsplan.concept import ConceptLevel, Organisation
        >>> from integrationsplan.history import Author
        >>> concept = IntegrationConcept.open(
        ...     id="concept-1",
        ...     title="Integrationskonzept",
        ...     level=ConceptLevel.DISTRICT,
        ...     body=Organisation(id="district", name="Landkreis Musterland"),
        ...     author=Author(role="integration_manager", id="im-7"),
        ...     recorded_at=dt.datetime(2019, 5, 14, 9, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2019, 5, 13),
        ...     put=[ConceptMeasure(id="m-1", title="Erstorientierungskurse")],
        ... )
        >>> for finding in review_concept(concept, dt.date(2019, 6, 1)):
        ...     print(finding.format("en"))
        The concept is not adopted: no resolution lets it hold.
        No evaluation is named.
        m-1: It is not said who is responsible for the measure.
        m-1: No goal is named that the measure serves.
    """
    check_day(day)
    expected(IntegrationConcept, concept, "concept")
    known = [revision for revision in concept.revisions if revision.effective_on <= day]
    if not known or any(revision.kind is RevisionKind.CLOSURE for revision in known):
        return ()
    case = _Case(concept, concept.at(day), day, rules, network, higher)
    if not len(case.state):  # everything is erased: nothing can be said of it any more
        return ()
    found = [finding for check in _CHECKS for finding in check(case)]
    place = {entry.id: number for number, entry in enumerate(case.state)}
    # Sorting is stable: within an entry the order of the checks stays.
    return tuple(
        sorted(found, key=lambda finding: place.get(finding.subject, -1) if finding.subject else -1)
    )


@attrs.frozen
class _Case:
    """A concept as it was on a day, and what is asked for."""

    concept: IntegrationConcept
    state: State[ConceptEntry]
    day: dt.date
    rules: ConceptRules
    network: IntegrationNetwork | None
    higher: IntegrationConcept | None

    def is_past(self, last: dt.date | None) -> bool:
        """Tell whether a last day lies before the day."""
        return last is not None and last < self.day

    @property
    def offers(self) -> State[Any] | None:
        """What is in the network by the day, if a network is given."""
        return None if self.network is None else self.network.at(self.day)

    @property
    def goals(self) -> tuple[ConceptGoal, ...]:
        """The goals that are neither reached nor dropped."""
        goals = self.state.of(ConceptGoal)
        return tuple(goal for goal in goals if goal.status is ConceptGoalStatus.OPEN)

    @property
    def measures(self) -> tuple[ConceptMeasure, ...]:
        """The measures that are planned, or go on."""
        return tuple(each for each in self.state.of(ConceptMeasure) if each.status in _LIVES)

    @property
    def validity(self) -> tuple[Period, ...]:
        """The times in which the concept holds that have begun by the day."""
        found = valid_periods(self.state)
        return tuple(each for each in found if each.start is None or each.start <= self.day)

    @property
    def last_resolved(self) -> dt.date | None:
        """The day of the newest resolution by which it holds, or held.

        Where only the time of its validity is known, the first day of that stands for it.
        """
        days = [
            resolution.on or (resolution.valid and resolution.valid.start)
            for resolution in self.state.of(Resolution)
            if resolution.sort in GIVES_VALIDITY
        ]
        return max((each for each in days if each and each <= self.day), default=None)

    def with_wholes(self, found: Iterable[tuple[str, T]]) -> dict[str, set[T]]:
        """Return what goals have: what is found of them, and of all that are a part of them.

        A circle of parts ends where it began: nothing goes up twice.
        """
        whole = {goal.id: goal.part_of for goal in self.state.of(ConceptGoal)}
        has: dict[str, set[T]] = {}
        for goal_id, item in found:
            each: str | None = goal_id
            while each is not None and item not in has.setdefault(each, set()):
                has[each].add(item)
                each = whole.get(each)
        return has


# -- the whole -------------------------------------------------------------------------------------


def _validity(case: _Case) -> Iterator[Finding]:
    periods = case.validity
    if not periods:
        yield kinds.NOT_ADOPTED.at()
        return
    for gap in validity_gaps(case.state, case.day):
        start, end = gap.bounds
        if end == case.day:
            yield kinds.NOT_VALID.at(since=start)
        else:
            yield kinds.GAP.at(start=start, end=end)
    last, notice = periods[-1].end, case.rules.end_notice_days
    if last is not None and notice is not None and 0 <= (last - case.day).days <= notice:
        yield kinds.ENDS_SOON.at(end=last)


def _undated(case: _Case) -> Iterator[Finding]:
    for resolution in case.state.of(Resolution):
        if resolution.sort in GIVES_VALIDITY and resolution.on is None and resolution.valid is None:
            yield kinds.UNDATED.at(resolution.id)


def _age(case: _Case) -> Iterator[Finding]:
    years, last = case.rules.most_years, case.last_resolved
    if years is None or last is None:
        return
    try:
        end = shift_date(last, years=years)
    except DateOutOfRangeError:  # so far ahead that it never comes
        return
    if end < case.day:
        source = _told(case.rules.most_years_source)
        yield kinds.TOO_OLD.at(None, source, last=last, years=years)


def _changes(case: _Case) -> Iterator[Finding]:
    """Yield what was changed since the newest revision that was resolved."""
    resolved = [each for each in case.state.of(Resolution) if each.revision is not None]
    if not resolved:
        return
    newest = max(resolved, key=lambda each: each.revision or 0)
    number = newest.revision or 0
    if number > len(case.concept.revisions):
        yield kinds.NO_SUCH_REVISION.at(newest.id, revision=number)
        return
    # What was resolved and counts only from a later day has not changed: it has yet to come.
    revisions = case.concept.revisions[:number]
    before = fold([each for each in revisions if each.effective_on <= case.day])
    ids = dict.fromkeys(entry.id for entry in (*before, *case.state))
    changed = [
        entry_id
        for entry_id in ids
        if _has_changed(before.get(entry_id), case.state.get(entry_id))
        and isinstance(case.state.get(entry_id) or before.get(entry_id), _CONTENT)
    ]
    if changed:
        yield kinds.CHANGED_SINCE.at(newest.id, revision=number, entries=changed)


def _has_changed(before: ConceptEntry | None, after: ConceptEntry | None) -> bool:
    """Tell whether an entry says something else; that it gets on is what it was resolved for."""
    match before, after:
        case ConceptGoal(), ConceptGoal() if after.status is not ConceptGoalStatus.DROPPED:
            return evolve(before, status=after.status) != after
        case ConceptMeasure(), ConceptMeasure() if after.status not in _DECIDED_ANEW:
            return evolve(before, status=after.status) != after
        case _:
            return before != after


def _stages(case: _Case) -> Iterator[Finding]:
    stages = case.state.of(Stage)
    if not any(stage.sort is StageKind.EVALUATION for stage in stages):
        yield kinds.NO_EVALUATION.at()
    is_adopted, last = bool(case.validity), case.last_resolved
    for stage in stages:
        due = _due(stage)
        if stage.is_done or stage.done_on is not None or due is None or not case.is_past(due):
            continue
        if stage.sort is StageKind.EVALUATION:
            yield kinds.EVALUATION_OVERDUE.at(stage.id, due=due)
            continue
        # What began after the last resolution is on the way to the next one.
        start = None if stage.period is None else stage.period.start
        is_for_next = start is not None and last is not None and start > last
        if not is_adopted or is_for_next or stage.sort not in _BEFORE_ADOPTION:
            yield kinds.STAGE_OVERDUE.at(stage.id, stage=stage.sort, due=due)


def _alignment(case: _Case) -> Iterator[Finding]:
    alignments = case.state.of(Alignment)
    wanted = case.rules.follows
    if wanted is None and case.higher is not None:
        wanted = case.higher.id
    if wanted is not None and not any(each.higher == wanted for each in alignments):
        yield kinds.NOT_ALIGNED.at(higher=wanted)
    if case.higher is None:
        return
    higher, state = case.higher.id, case.higher.at(case.day)
    goals = {goal.id for goal in (*state.of(ConceptGoal), *state.of(GuidingGoal))}
    goals.update(state.sealed)  # nobody can say what they are
    for alignment in alignments:
        for goal in dict.fromkeys(alignment.higher_goals if alignment.higher == higher else ()):
            if goal not in goals:
                yield kinds.HIGHER_GOAL_MISSING.at(alignment.id, goal=goal, higher=higher)


def _duties(case: _Case) -> Iterator[Finding]:
    profile = case.state.get("profile")
    named = {group for field in case.state.of(FieldOfAction) for group in field.target_groups}
    for goal in case.state.of(ConceptGoal):
        if goal.status is not ConceptGoalStatus.DROPPED:
            named.update(goal.target_groups)
    for measure in case.state.of(ConceptMeasure):
        if measure.status is not ConceptMeasureStatus.DROPPED:
            named.update(measure.target_groups)
    for duty in case.rules.duties:
        is_meant = isinstance(profile, ConceptProfile) and profile.sort is duty.sort
        if is_meant and duty.target_groups and named.isdisjoint(duty.target_groups):
            groups = Named(
                ", ".join(str(group.value) for group in duty.target_groups),
                Wording(
                    ", ".join(group.label.en for group in duty.target_groups),
                    ", ".join(group.label.de for group in duty.target_groups),
                ),
            )
            yield kinds.GROUP_MISSING.at(None, _told(duty.source), groups=groups)


# -- its parts -------------------------------------------------------------------------------------


def _fields(case: _Case) -> Iterator[Finding]:
    served = {field for goal in case.state.of(ConceptGoal) for field in goal.fields}
    served |= {field for goal in case.state.of(GuidingGoal) for field in goal.fields}
    for field in case.state.of(FieldOfAction):
        if field.id not in served:
            yield kinds.FIELD_WITHOUT_GOAL.at(field.id)


def _circles(case: _Case) -> Iterator[Finding]:
    whole = {goal.id: goal.part_of for goal in case.state.of(ConceptGoal)}
    seen: set[str] = set()
    for goal_id in whole:
        path: list[str] = []
        each: str | None = goal_id
        while each is not None and each not in seen:
            seen.add(each)
            path.append(each)
            each = whole.get(each)
        # Who comes upon a way that was gone before finds nothing new.
        if each is not None and each in path:
            for one in path[path.index(each) :]:
                yield kinds.GOALS_IN_CIRCLE.at(one)


def _goals(case: _Case) -> Iterator[Finding]:
    indicators = case.state.of(ConceptIndicator)
    measured = case.with_wholes((goal, each.sense) for each in indicators for goal in each.goals)
    served = case.with_wholes((goal, True) for each in case.measures for goal in each.goals)
    for goal in case.goals:
        found = measured.get(goal.id)
        if not found:
            yield kinds.GOAL_WITHOUT_INDICATOR.at(goal.id)
        elif IndicatorSense.EFFECT not in found:
            senses = sorted(found, key=lambda sense: list(IndicatorSense).index(sense))
            yield kinds.GOAL_WITHOUT_EFFECT.at(goal.id, senses=_labels(senses))
        if goal.id not in served:
            yield kinds.GOAL_WITHOUT_MEASURE.at(goal.id)
        if goal.due_on is not None and case.is_past(goal.due_on):
            yield kinds.GOAL_OVERDUE.at(goal.id, due=goal.due_on)


def _measures(case: _Case) -> Iterator[Finding]:
    offers = case.offers
    for measure in case.measures:
        if measure.responsible is None:
            yield kinds.MEASURE_WITHOUT_RESPONSIBLE.at(measure.id)
        if not measure.goals:
            yield kinds.MEASURE_WITHOUT_GOAL.at(measure.id)
        due = _due(measure)
        if measure.status in _GOES_ON and due is not None and case.is_past(due):
            yield kinds.MEASURE_OVERDUE.at(measure.id, due=due)
        yield from _money(measure)
        if offers is not None:
            yield from _offers(measure, offers, case.day)


def _money(measure: ConceptMeasure) -> Iterator[Finding]:
    """Yield what of the cost nobody pays; not where some part is not known."""
    amounts = [each.amount for each in measure.funding]
    known = [amount for amount in amounts if amount is not None]
    if measure.cost is None or not known or len(known) < len(amounts):
        return
    if any(amount.currency != measure.cost.currency for amount in known):
        return
    covered = Money.total(known, currency=measure.cost.currency)
    if covered < measure.cost:
        yield kinds.MEASURE_NOT_COVERED.at(measure.id, cost=measure.cost, covered=covered)


def _offers(measure: ConceptMeasure, offers: State[Any], day: dt.date) -> Iterator[Finding]:
    found = {offer_id: offers.get(offer_id) for offer_id in measure.offers}
    known = [offer for offer in found.values() if isinstance(offer, Offer)]
    for offer_id, offer in found.items():
        if not isinstance(offer, Offer) and offer_id not in offers.sealed:
            yield kinds.OFFER_UNKNOWN.at(measure.id, offer=offer_id)
    # An offer of which nothing is known may run.
    is_known = bool(found) and len(known) == len(found)
    is_running = measure.status is not ConceptMeasureStatus.PLANNED
    if is_running and is_known and not any(runs(offer, day) for offer in known):
        yield kinds.NO_OFFER_RUNS.at(measure.id, offers=list(found))


def _indicators(case: _Case) -> Iterator[Finding]:
    for indicator in case.state.of(ConceptIndicator):
        # What is of the context alone need not have a target; what is to move needs both.
        if indicator.sense is not IndicatorSense.CONTEXT or indicator.targets:
            if indicator.baseline is None:
                yield kinds.INDICATOR_WITHOUT_BASELINE.at(indicator.id)
            if not indicator.targets:
                yield kinds.INDICATOR_WITHOUT_TARGET.at(indicator.id)
        yield from _missed(indicator, case.day)


def _missed(indicator: ConceptIndicator, day: dt.date) -> Iterator[Finding]:
    """Yield the targets of the past that were missed, or that nobody has measured."""
    for target in indicator.targets:
        if target.on >= day:
            continue
        progress = indicator_progress(indicator, target.on)
        measured = [value for value in indicator.values if target.on <= value.on <= day]
        value = min(measured, key=lambda each: each.on, default=progress.current)
        if value is None or value.on < target.on:
            since = target.on if value is None else value.on
            yield kinds.INDICATOR_NOT_MEASURED.at(indicator.id, target=target.on, since=since)
            continue
        reached = attrs.evolve(progress, current=value, target=target)
        if reached.is_reached is False and reached.distance is not None:
            yield kinds.TARGET_MISSED.at(
                indicator.id, target=target.number, on=target.on, distance=reached.distance
            )


def _references(case: _Case) -> Iterator[Finding]:
    return loose_findings(case.state)


def _due(part: Stage | ConceptMeasure) -> dt.date | None:
    """Return by when something is to be done: its day, else the end of its time."""
    return part.due_on or (None if part.period is None else part.period.end)


def _labels(senses: list[IndicatorSense]) -> Named:
    return Named(
        ", ".join(str(sense.value) for sense in senses),
        Wording(
            ", ".join(sense.label.en for sense in senses),
            ", ".join(sense.label.de for sense in senses),
        ),
    )


def _told(source: Citation | None) -> str | None:
    return None if source is None else source.format()


_CHECKS: tuple[Callable[[_Case], Iterator[Finding]], ...] = (
    _validity,
    _undated,
    _age,
    _changes,
    _stages,
    _alignment,
    _duties,
    _fields,
    _circles,
    _goals,
    _measures,
    _indicators,
    _references,
)
