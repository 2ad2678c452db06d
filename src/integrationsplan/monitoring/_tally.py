"""Counting plan after plan, in memory that does not grow with their number.

What is kept is a sum for each indicator and group, and the names of the first records that lack
something. Sums do not depend on the order, and two tallies can be put together.
"""

import bisect
import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from integrationsplan._language import Wording
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.funding import Post
from integrationsplan.monitoring._cases import PlanCase
from integrationsplan.monitoring._cells import Cell, Groups
from integrationsplan.monitoring._counselling import COUNSELLING
from integrationsplan.monitoring._definitions import definition, definitions, families
from integrationsplan.monitoring._esf import ESF
from integrationsplan.monitoring._figures import Figures
from integrationsplan.monitoring._groupings import GROUPINGS, UNKNOWN
from integrationsplan.monitoring._monitoring_rules import MonitoringRules
from integrationsplan.monitoring._participants import Participant
from integrationsplan.monitoring._problems import (
    COUNTED_OTHERWISE,
    GROUP_TOTAL,
    LOOKED_AT_BEFORE_END,
    NAME_OF_COLUMN,
    OPEN_TIME,
)
from integrationsplan.monitoring._report import (
    COLUMNS,
    MOST_NAMED,
    IndicatorReport,
    LackingRecords,
)
from integrationsplan.monitoring._rows import rows_of
from integrationsplan.monitoring._tables import TOTAL
from integrationsplan.monitoring._verdicts import NO, OUTSIDE, YES, Verdict, lacking
from integrationsplan.plan import Body, IntegrationPlan
from integrationsplan.values import Period

__all__ = ["PlanTally", "monitor"]


class Lacking:
    """How many records lack a fact, and which: the first by name."""

    __slots__ = ("number", "records")

    def __init__(self) -> None:
        """Begin with none."""
        self.number = 0
        self.records: list[str] = []

    def add(self, record: str) -> None:
        """Note a record."""
        self.number += 1
        # The first by name, so that the order in which plans come plays no part.
        if len(self.records) < MOST_NAMED or record < self.records[-1]:
            bisect.insort(self.records, record)
            del self.records[MOST_NAMED:]


class PlanTally:
    """A count of plans. Give it one plan after the other; it keeps none of them.

    Attributes:
        plans: How many plans were counted.
        erased: Of how many of them something is erased.

    Example:
        >>> tally = PlanTally(Period.of_year(2019), ["EECO01"], by=["sex"])
        >>> tally
        <PlanTally: 0 plans, 1 indicators>
    """

    def __init__(  # one argument for each choice
        self,
        period: Period,
        indicators: Iterable[str] = ("bw-im-6.2", "plan"),
        *,
        by: Iterable[str] = (),
        groupings: Mapping[str, Callable[[IntegrationPlan], str | None]] | None = None,
        rules: MonitoringRules | None = None,
        as_of: dt.date | None = None,
        as_known: dt.datetime | None = None,
    ) -> None:
        """Begin to count.

        Args:
            period: The time, with both ends. Its last day is the key date.
            indicators: Codes of indicators, or ids of families of them.
            by: By what plans are grouped: ``sex``, ``age-group``, ``body``, ``region``,
                ``counsellor``, or names of ``groupings``.
            groupings: Further groups, by name: what tells the group of a plan, or nothing where it
                is not known.
            rules: Choices that figures depend on.
            as_of: Until which day things are looked at; the key date where nothing is said. Later
                than that, results show up that take time.
            as_known: Only what was recorded by this moment counts; by default all.

        Raises:
            InvalidValueError: If the time has an open end, or ends after ``as_of``.
            UnknownNameError: If there is no such indicator, family or grouping.
        """
        if not period.is_bounded:
            raise InvalidValueError("PlanTally", [OPEN_TIME.at("/period")])
        self.period = period
        self.first, self.last = period.bounds
        self.as_of = self.last if as_of is None else as_of
        if self.as_of < self.last:
            raise InvalidValueError("PlanTally", [LOOKED_AT_BEFORE_END.at("/as_of")])
        self.as_known = as_known
        self.rules = rules or MonitoringRules()
        self.indicators = tuple(_codes(indicators))
        self.by = tuple(dict.fromkeys(by))
        own = dict(groupings or {})
        for name in self.by:
            if name in COLUMNS:
                raise InvalidValueError("PlanTally", [NAME_OF_COLUMN.at("/by")])
            if name not in own and name not in GROUPINGS:
                known = [*GROUPINGS, *own]
                raise UnknownNameError(Wording("grouping", "Gliederung"), name, known)
        self._own = {name: own[name] for name in self.by if name in own}
        self._splits_talks = COUNSELLOR in self.by and COUNSELLOR not in self._own
        self._counselling = [code for code in self.indicators if code in COUNSELLING]
        self._esf = [code for code in self.indicators if code in ESF]
        self._needs_sex = {code for code in self._esf if "sex" in definition(code).needs}
        self.plans = self.erased = 0
        self.cells: dict[tuple[str, Groups, str | None], Cell] = {}
        self.lacks: dict[tuple[str, str], Lacking] = {}

    def add(self, plan: IntegrationPlan) -> None:
        """Count a plan. One that nobody knew of at the moment of ``as_known`` does not count."""
        case = PlanCase(plan, self.first, self.last, self.as_of, self.as_known, self.rules)
        if not case.revisions:
            return
        case.asks_for_counsellors = self._splits_talks
        person = Participant(case)
        # Nothing is counted before everything about the plan is known: no error leaves half of it.
        groups = tuple(self._group(name, case, person) for name in self.by)
        is_erased = case.is_erased
        verdicts = [
            (code, _told(code, COUNSELLING[code](case), is_erased=is_erased))
            for code in self._counselling
        ]
        if person.entered_in_time or person.left_in_time:
            verdicts += [(code, ESF[code](person)) for code in self._esf]
        self.plans += 1
        self.erased += is_erased
        for code, verdict in verdicts:
            if verdict != OUTSIDE:
                self._count(plan.id, groups, code, verdict)
                if code in self._needs_sex and person.sex is None and "sex" not in verdict.lacks:
                    self.lacks.setdefault((code, "sex"), Lacking()).add(plan.id)

    def merge(self, other: "PlanTally") -> None:
        """Add what another tally counted of other plans in the same way.

        Raises:
            InvalidValueError: If it counts otherwise.
        """
        if self._way() != other._way():
            raise InvalidValueError("PlanTally", [COUNTED_OTHERWISE.at()])
        self.plans += other.plans
        self.erased += other.erased
        for key, cell in other.cells.items():
            self.cells.setdefault(key, Cell()).add(cell)
        for name, theirs in other.lacks.items():
            mine = self.lacks.setdefault(name, Lacking())
            mine.number += theirs.number
            mine.records = sorted([*mine.records, *theirs.records])[:MOST_NAMED]

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Return for each dimension its groups, sorted, the unknown last."""
        found: list[set[str]] = [set() for _ in self.by]
        for _, groups, _ in self.cells:
            for seen, group in zip(found, groups, strict=True):
                seen.add(group)
        return tuple(tuple(sorted(seen, key=lambda g: (g == UNKNOWN, g))) for seen in found)

    def margins(self, code: str) -> dict[tuple[Groups, str | None], Cell]:
        """Return the cells of an indicator with every sum over dimensions."""
        found: dict[tuple[Groups, str | None], Cell] = {}
        for (indicator, groups, own), cell in self.cells.items():
            if indicator == code:
                for key in itertools.product(*((group, TOTAL) for group in groups)):
                    found.setdefault((key, own), Cell()).add(cell)
        return found

    def named(self) -> Iterator[LackingRecords]:
        """Yield the records that lack something, in the order of the indicators."""
        order = {code: place for place, code in enumerate(self.indicators)}
        for (code, fact), found in sorted(
            self.lacks.items(), key=lambda item: (order[item[0][0]], item[0][1])
        ):
            yield LackingRecords(
                indicator=code, fact=fact, number=found.number, records=tuple(found.records)
            )

    def report(
        self,
        id: str,  # the field's name
        *,
        title: str | None = None,
        body: Body | None = None,
        posts: Iterable[Post] | None = None,
        further: Iterable[Figures] = (),
    ) -> IndicatorReport:
        """Return what was counted as a report.

        Args:
            id: Identity of the report.
            title: What it is called.
            body: Whose figures they are.
            posts: The posts that counsel, such as ``grant.posts()``; those held on the key date
                count for the caseload. Without them it is not computable.
            further: Figures of other things, such as those of offers.

        Raises:
            InvalidValueError: If anything does not fit.
        """
        others = tuple(further)
        computed = {row.indicator for figures in others for row in figures.rows}
        rows = rows_of(self, None if posts is None else tuple(posts))
        return IndicatorReport(
            id=id,
            title=title,
            body=body,
            period=self.period,
            as_of=self.as_of,
            as_known=self.as_known,
            rules=self.rules,
            by=self.by,
            plans=self.plans,
            erased=self.erased,
            rows=(
                # What plans cannot tell gives way to what something else tells.
                *(row for row in rows if row.indicator not in computed),
                *(row for figures in others for row in figures.rows),
            ),
            lacking=(*self.named(), *(each for figures in others for each in figures.lacking)),
        )

    def _group(self, name: str, case: PlanCase, person: Participant) -> str:
        group: Any  # what a grouping of somebody else's gives is not checked yet
        if name in self._own:
            group = self._own[name](case.known_plan)
        else:
            group = GROUPINGS[name](case, person)
        if group is None:
            return UNKNOWN
        if not isinstance(group, str) or group == TOTAL or not 1 <= len(group) <= LONGEST_GROUP:
            raise InvalidValueError("PlanTally", [GROUP_TOTAL.at(f"/groupings/{name}")])
        return group

    def _count(self, record: str, groups: Groups, code: str, verdict: Verdict) -> None:
        for number, of, own, counsellor in verdict.counted:
            cell = self._cell(code, self._of_counsellor(groups, counsellor), own)
            cell.number += number
            cell.of += of or 0
            if verdict.days is not None:
                cell.days[verdict.days] += 1
        if verdict.lacks or verdict.is_undecided:
            cell = self._cell(code, groups, None)
            cell.lacking += bool(verdict.lacks)
            cell.undecided += verdict.is_undecided
        for fact in verdict.lacks:
            self.lacks.setdefault((code, fact), Lacking()).add(record)

    def _of_counsellor(self, groups: Groups, counsellor: str | None) -> Groups:
        """Return the groups with who did something in the place of whoever the plan belongs to."""
        if counsellor is None or not self._splits_talks:
            return groups
        return tuple(
            counsellor if name == COUNSELLOR else group
            for name, group in zip(self.by, groups, strict=True)
        )

    def _cell(self, code: str, groups: Groups, own: str | None) -> Cell:
        key = code, groups, own
        found = self.cells.get(key)
        if found is None:
            found = self.cells[key] = Cell()
        return found

    def _way(self) -> tuple[object, ...]:
        return (
            self.period,
            self.indicators,
            self.by,
            self.rules,
            self.as_of,
            self.as_known,
            tuple(self._own),
        )

    def __repr__(self) -> str:
        return f"<PlanTally: {self.plans} plans, {len(self.indicators)} indicators>"


LONGEST_GROUP = 200
COUNSELLOR = "counsellor"

_LEAST_OF: Mapping[str, str] = {
    "BW62_TALKS": "talk_date",
    "BW62_TOPICS": "talk_topics",
    "GOALS_REACHED_BY_FIELD": "goal_achievement",
    "RECOGNITION_OUTCOMES": "recognition_outcome",
}
"""Indicators of things of which there may be many. Of a plan of which something is erased, those
that are there count, and what is erased may have been more of them."""

_SURE_IF: Mapping[str, tuple[str, Verdict | None]] = {
    "BW62_PLANS": ("plan_agreed", YES),
    "PLANS_LIVING": ("plan_activity", YES),
    "PLANS_DEAD": ("plan_activity", NO),
    "PLANS_OVER_TERM": ("talk_date", YES),
    "TIME_TO_FIRST_LEVEL": ("language_result", None),
}
"""Indicators of whole plans: what may be erased, and the verdict that it could not change."""


def _told(code: str, verdict: Verdict, *, is_erased: bool) -> Verdict:
    """Return what can still be told of a plan of which something may be erased."""
    if not is_erased or verdict == OUTSIDE:
        return verdict
    if code in _LEAST_OF:
        return verdict._replace(lacks=verdict.lacks or (_LEAST_OF[code],))
    if code in _SURE_IF and not verdict.lacks:
        fact, sure = _SURE_IF[code]
        return verdict if verdict == sure else lacking(fact)
    return verdict


def _codes(named: Iterable[str]) -> Iterator[str]:
    """Yield the codes of indicators, each once, of families all."""
    seen: dict[str, None] = {}
    known = {family.id for family in families()}
    names: Sequence[str] = [named] if isinstance(named, str) else list(named)
    for name in names:
        found = [each.id for each in definitions(name)] if name in known else [definition(name).id]
        seen.update(dict.fromkeys(found))
    yield from seen


def monitor(  # noqa: PLR0913  # one argument for each choice
    plans: Iterable[IntegrationPlan],
    period: Period,
    indicators: Iterable[str] = ("bw-im-6.2", "plan"),
    *,
    id: str = "report",  # the field's name
    title: str | None = None,
    body: Body | None = None,
    by: Iterable[str] = (),
    rules: MonitoringRules | None = None,
    as_of: dt.date | None = None,
    as_known: dt.datetime | None = None,
    posts: Iterable[Post] | None = None,
) -> IndicatorReport:
    """Count plans and return the report; the plans are gone through once.

    The arguments are those of `PlanTally` and `PlanTally.report`.

    Raises:
        InvalidValueError: If anything does not fit.
        UnknownNameError: If there is no such indicator or grouping.

    Example:
        >>> report = monitor([], Period.of_year(2019), ["BW62_TALKS"])
        >>> [(row.indicator, row.value) for row in report.rows]
        [('BW62_TALKS', '0')]
    """
    tally = PlanTally(period, indicators, by=by, rules=rules, as_of=as_of, as_known=as_known)
    for plan in plans:
        tally.add(plan)
    return tally.report(id, title=title, body=body, posts=posts)
