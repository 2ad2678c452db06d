"""From a frame to awards: conditions are applied, rules are evaluated, money is cut up."""

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._analysis import PLACEHOLDER
from integrationsplan.allocation._choosing import Because
from integrationsplan.allocation._columns import ALL, RECIPIENT, Column, Frame, common_scale
from integrationsplan.allocation._framing import lay_frame
from integrationsplan.allocation._marks import Mark, Marks, Reason, leaves, refuse_faults
from integrationsplan.allocation._nodes import Operand
from integrationsplan.allocation._programme import Condition, Programme
from integrationsplan.allocation._readings import Reading, parameter_reader
from integrationsplan.allocation._recipients import Recipients
from integrationsplan.errors import AllocationError
from integrationsplan.problems import Problem
from integrationsplan.values import Period, format_number


@attrs.frozen(eq=False)
class Failure:
    """A condition that does not hold for a record, or a choice of which no case holds.

    Attributes:
        condition: Which; or what is said of the choice.
        level: Level of the record.
        index: Which record, in `frame`.
        frame: The frame in which the condition was asked; holds the values of its sentence.
    """

    condition: Condition | Because
    level: str
    index: int
    frame: Frame

    @property
    def is_zeroing(self) -> bool:
        """Whether the award is zero because of it."""
        return isinstance(self.condition, Condition) and self.condition.effect == "zero"

    @property
    def changes_awards(self) -> bool:
        """Whether awards are other than they would be if it held."""
        return not isinstance(self.condition, Condition) or self.condition.effect != "notice"


@attrs.frozen(eq=False)
class Evaluation:
    """Everything that an evaluation has found, as columns.

    Attributes:
        frame: The frame after all exclusions; its recipients are those that are there.
        position: Index in `frame` by index of the recipient given; absent if excluded.
        award: Award of each recipient in `frame`.
        failures: Conditions that do not hold, by index of the recipient given; -1 for all.
        sources: Amount of each source for each recipient in `frame`.
        tranches: Amount of each tranche for each recipient in `frame`.
        readings: What was read of parameters: by name, day and edition.
    """

    frame: Frame
    position: Mapping[int, int]
    award: Column
    failures: Mapping[int, Sequence[Failure]]
    sources: Sequence[Column]
    tranches: Sequence[Column]
    readings: Mapping[tuple[str, dt.date | None, str | None], Reading]


def evaluate(
    programme: Programme,
    recipients: Recipients,
    *,
    day: dt.date,
    period: Period | None,
    edition: str | None,
    as_known: dt.date | None,
) -> Evaluation:
    """Evaluate a programme.

    Raises:
        AllocationError: If figures are wrong or missing, or a rule cannot be evaluated.
        NotInForceError: If a parameter is not in force.
    """
    readings: dict[tuple[str, dt.date | None, str | None], Reading] = {}
    reader = parameter_reader(programme.parameters, day, edition, as_known, readings)
    frame = lay_frame(programme, recipients, reader, day, period)
    owner = _owners(frame)
    failures: dict[int, list[Failure]] = {}
    # Deepest level first, and all conditions of a level at once: the order of the document and
    # of the records never matters.
    levels = sorted(frame.records, key=frame.depth, reverse=True)
    for level in levels:
        frame, owner = _exclude(programme, frame, level, owner, failures)
    position = {given: place for place, given in enumerate(owner[RECIPIENT])}
    if not position:
        # Nobody is left to share anything: there is nothing to compute, and nothing to refuse.
        nothing = Column(RECIPIENT, [])
        sources = [nothing] * len(programme.sources)
        tranches = [nothing] * len(programme.tranches)
        return Evaluation(frame, position, nothing, failures, sources, tranches, readings)
    award = frame.lower(frame.column(programme.result.award), RECIPIENT)
    frame.demand([award])
    frame.define("award", award)
    decisive: list[Mark] = []
    zeroed = _ask(programme, frame, ("zero", "notice"), owner, failures, decisive)
    award = _zero(award, zeroed)
    frame.define("award", award)
    whole = _zero(_whole(programme, frame), zeroed)
    frame.demand([whole])
    sources = _parts(frame, [s.amount for s in programme.sources], whole, zeroed, "sources")
    _check_funders(programme, frame, award, sources)
    tranches = _parts(frame, [t.amount for t in programme.tranches], award, zeroed, "tranches")
    result = programme.result
    shown: list[Operand] = [*result.outputs, *(mark.amount for mark in programme.earmarks)]
    shown += [result.pot] if result.pot is not None else []
    columns = [frame.column(operand) for operand in shown]
    frame.demand(columns)  # what cannot be computed is told now, not when somebody asks
    for column in (award, whole, *sources, *tranches, *columns):
        decisive += column.reasons.values()
    _note_reasons(frame, decisive, owner, failures)
    return Evaluation(frame, position, award, failures, sources, tranches, readings)


# -- conditions ------------------------------------------------------------------------------------


def _owners(frame: Frame) -> dict[str, list[int]]:
    """Return, for each level at or below recipients, which recipient given a record belongs to."""
    below = [
        level
        for level in frame.records
        if level == RECIPIENT or RECIPIENT in _lineage(frame, level)
    ]
    return {level: list(frame.ancestors(level, RECIPIENT)) for level in below}


def _lineage(frame: Frame, level: str) -> list[str]:
    found = []
    while level != ALL:
        level = frame.records[level].parent_level
        found.append(level)
    return found


def _exclude(
    programme: Programme,
    frame: Frame,
    level: str,
    owner: dict[str, list[int]],
    failures: dict[int, list[Failure]],
) -> tuple[Frame, dict[str, list[int]]]:
    keep = [True] * frame.count(level)
    conditions = [
        condition
        for condition in programme.conditions
        if condition.effect == "exclude" and _level_of(programme, condition) == level
    ]
    columns = _decided([frame.column(condition.when) for condition in conditions])
    frame.demand(columns)
    for condition, column in zip(conditions, columns, strict=True):
        failing = [index for index, holds in enumerate(column.values) if not holds]
        _demand_mentioned(condition, frame, level, failing)
        _note_reasons(frame, _marks_at(column.reasons, failing), owner, failures)
        for index in failing:
            keep[index] = False
            _note(Failure(condition, level, index, frame), owner, failures)
    if all(keep):
        return frame, owner
    smaller = frame.without(level, keep)
    kept = {}
    for name, owners in owner.items():
        if name == level:
            kept[name] = [given for given, stays in zip(owners, keep, strict=True) if stays]
        elif level in _lineage(frame, name):
            stays_of = frame.ancestors(name, level)
            kept[name] = [
                given for given, above in zip(owners, stays_of, strict=True) if keep[above]
            ]
        else:
            kept[name] = owners
    return smaller, kept


def _decided(columns: list[Column]) -> list[Column]:
    """Leave out the faults of records that another condition excludes anyway.

    A condition that cannot be asked of them then counts as met: the other one says why.
    """
    if not any(column.faults for column in columns):
        return columns
    gone = {
        index
        for column in columns
        for index, holds in enumerate(column.values)
        if not holds and index not in column.faults
    }
    return [
        attrs.evolve(
            column,
            values=[h or (i in gone and i in column.faults) for i, h in enumerate(column.values)],
            faults={index: mark for index, mark in column.faults.items() if index not in gone},
        )
        for column in columns
    ]


def _demand_mentioned(
    said: Condition | Because, frame: Frame, level: str, indices: Sequence[int]
) -> None:
    """Compute now what a sentence mentions of some records; of the others it may be missing."""
    if not indices:
        return
    marks = []
    for name in dict.fromkeys(PLACEHOLDER.findall(said.de + said.en)):
        column = frame.column(name)
        faults = frame.spread_marks(column.faults, column.level, level)
        marks += [faults[index] for index in indices if index in faults]
    refuse_faults(marks)


def _note(
    failure: Failure, owner: Mapping[str, Sequence[int]], failures: dict[int, list[Failure]]
) -> None:
    """Note a failure with every recipient that it concerns; -1 stands for the whole."""
    frame, level = failure.frame, failure.level
    if level in owner:
        concerned = [owner[level][failure.index]]
    elif level == ALL:
        concerned = [-1]
    else:
        concerned = [-1]
        if level in _lineage(frame, RECIPIENT) and failure.changes_awards:
            # Each recipient below is to know why.
            above = frame.ancestors(RECIPIENT, level)
            pairs = zip(owner[RECIPIENT], above, strict=True)
            concerned += [given for given, upper in pairs if upper == failure.index]
    for given in concerned:
        failures.setdefault(given, []).append(failure)


def _level_of(programme: Programme, condition: Condition) -> str:
    analysis = programme.analysis
    when = condition.when
    facet = analysis.facets[when] if isinstance(when, str) else analysis.nodes[id(when)]
    return facet.level if facet is not None else ALL


def _ask(
    programme: Programme,
    frame: Frame,
    effects: Sequence[str],
    owner: Mapping[str, Sequence[int]],
    failures: dict[int, list[Failure]],
    decisive: list[Mark],
) -> set[int]:
    """Ask the conditions that come after the award; return which recipients become zero.

    Reasons that a condition does not hold are added to ``decisive``.
    """
    zeroed: set[int] = set()
    asked = [condition for condition in programme.conditions if condition.effect in effects]
    columns = [frame.column(condition.when) for condition in asked]
    frame.demand(columns)
    for condition, column in zip(asked, columns, strict=True):
        failing = [index for index, holds in enumerate(column.values) if not holds]
        _demand_mentioned(condition, frame, column.level, failing)
        decisive += _marks_at(column.reasons, failing)
        for index in failing:
            _note(Failure(condition, column.level, index, frame), owner, failures)
        if condition.effect == "zero" and failing:
            holds_for = frame.spread(column, RECIPIENT)
            zeroed.update(place for place, holds in enumerate(holds_for) if not holds)
    return zeroed


def _marks_at(marks: Marks, indices: Sequence[int]) -> list[Mark]:
    return [marks[index] for index in indices if index in marks]


def _note_reasons(
    frame: Frame,
    marks: Sequence[Mark],
    owner: Mapping[str, Sequence[int]],
    failures: dict[int, list[Failure]],
) -> None:
    """Note why a rule fell back on what is left, where that has entered a result."""
    concerned: dict[tuple[int, str], list[Reason]] = {}
    for reason in leaves(marks):
        if isinstance(reason, Reason):
            concerned.setdefault((id(reason.because), reason.level), []).append(reason)
            _note(Failure(reason.because, reason.level, reason.index, frame), owner, failures)
    for (_, level), reasons in concerned.items():
        _demand_mentioned(reasons[0].because, frame, level, [reason.index for reason in reasons])


# -- the flow of money -----------------------------------------------------------------------------


def _whole(programme: Programme, frame: Frame) -> Column:
    financed = programme.result.financed
    return frame.lower(frame.column(financed if financed is not None else "award"), RECIPIENT)


def _zero(column: Column, places: set[int]) -> Column:
    """Return a column of recipients with zero at some places."""
    if not places or column.level != RECIPIENT:
        return column
    values = [0 if place in places else value for place, value in enumerate(column.values)]
    return attrs.evolve(column, values=values)


def _parts(
    frame: Frame, amounts: Sequence[Any], whole: Column, zeroed: set[int], block: str
) -> list[Column]:
    """Cut a whole into parts; what is called ``rest`` gets what the others leave."""
    if not amounts:
        return []
    columns: list[Column] = []
    count = frame.count(RECIPIENT)
    problems = []
    for amount in amounts:
        if amount == "rest":
            rest = [whole.number(i) - sum(c.number(i) for c in columns) for i in range(count)]
            columns.append(Column(RECIPIENT, *common_scale(rest)))
        else:
            columns.append(_zero(frame.lower(frame.column(amount), RECIPIENT), zeroed))
    frame.demand(columns)
    for index in range(count):
        parts = [column.number(index) for column in columns]
        if sum(parts) != whole.number(index) or min(parts) < 0:
            problems.append(_parts_differ(frame, block, index, parts, whole.number(index)))
    if problems:
        raise AllocationError(kinds.ALLOCATION, problems)
    return columns


def _check_funders(
    programme: Programme, frame: Frame, award: Column, sources: Sequence[Column]
) -> None:
    if not sources or programme.result.financed is None:
        return
    problems = []
    for index in range(frame.count(RECIPIENT)):
        funded = [
            column.number(index)
            for column, source in zip(sources, programme.sources, strict=True)
            if source.role == "funder"
        ]
        if sum(funded) != award.number(index):
            problems.append(_parts_differ(frame, "sources", index, funded, award.number(index)))
    if problems:
        raise AllocationError(kinds.ALLOCATION, problems)


def _parts_differ(
    frame: Frame, block: str, index: int, parts: Sequence[Fraction], whole: Fraction
) -> Problem:
    record = frame.records[RECIPIENT].keys[index]
    listed = " + ".join(format_number(part, "en") for part in parts)
    said = format_number(whole, "en")
    return kinds.PARTS_DIFFER.at(f"/{block}", record=repr(record), parts=listed, whole=said)
