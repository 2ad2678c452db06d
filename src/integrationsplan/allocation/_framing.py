"""From recipients to a frame: figures are read, records are put below one another."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from integrationsplan._language import Wording
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import (
    ALL,
    RECIPIENT,
    Column,
    Frame,
    Records,
    common_scale,
)
from integrationsplan.allocation._programme import Figure, Programme
from integrationsplan.allocation._recipients import (
    FigureProblem,
    FigureReader,
    Recipient,
    Recipients,
    Record,
)
from integrationsplan.errors import AllocationError
from integrationsplan.parameters import ParameterValue
from integrationsplan.problems import Problem, escape_token
from integrationsplan.values import Period

RECIPIENTS = Wording("recipients", "Empfänger")
PERIOD_NAMES = {"period_start", "period_end"}


def lay_frame(
    programme: Programme,
    recipients: Recipients,
    reader: Callable[[str, dt.date | None, str | None], tuple[ParameterValue, int]],
    day: dt.date,
    period: Period | None,
) -> Frame:
    """Lay the frame in which the rules of a programme are evaluated.

    Raises:
        AllocationError: If recipients, their figures or the records below them are wrong or
            missing, each with its place.
    """
    problems: list[Problem] = []
    if not recipients.members:
        raise AllocationError(RECIPIENTS, [kinds.NO_RECIPIENTS.at("/members")])
    gathered = _gather_records(programme, recipients, problems)
    records = {level: found for level, (found, _) in gathered.items()}
    figures = {}
    for name, figure in programme.figures.items():
        if figure.level in gathered:
            bearers = gathered[figure.level][1]
            figures[name] = _figure_column(name, figure, bearers, problems)
    _report_unknown(programme, gathered, problems)
    if programme.analysis.used & PERIOD_NAMES and (period is None or not period.is_bounded):
        problems.append(kinds.MISSING_FIGURE.at("/period", figure="period"))
    if problems:
        raise AllocationError(RECIPIENTS, problems)
    builtins = {"day": Column(ALL, [day])}
    if period is not None and period.is_bounded:
        builtins["period_start"] = Column(ALL, [period.start])
        builtins["period_end"] = Column(ALL, [period.end])
    rules = {name: rule.node for name, rule in programme.rules.items()}
    return Frame(
        records=records,
        figures=figures,
        parameters=reader,
        rules=rules,
        order=programme.analysis.order,
        needs=programme.analysis.needs,
        builtins=builtins,
        pointers=dict(programme.analysis.pointers),
    )


@attrs.frozen
class _Bearer:
    """A record with its figures and its place, whatever level it is of."""

    above: str
    key: str
    figures: Mapping[str, Any]

    @property
    def pointer(self) -> str:
        """Where the record stands; asked for only when something is wrong."""
        return f"{self.above}/{escape_token(self.key)}" if self.key else self.above


def _gather_records(
    programme: Programme, recipients: Recipients, problems: list[Problem]
) -> dict[str, tuple[Records, list[_Bearer]]]:
    levels = programme.levels
    found: dict[str, tuple[Records, list[_Bearer]]] = {
        ALL: (Records(ALL, ALL, [""], [0]), [_Bearer("", "", recipients.figures)])
    }
    above = levels[RECIPIENT]
    parents = [0] * len(recipients)
    if above != ALL:
        parents = _gather_parents(programme, recipients, above, found, problems)
    keys = [member.key for member in recipients.members]
    kind = programme.figures.get("kind")
    asks_kind = kind is not None and kind.level == RECIPIENT
    bearers = [
        _Bearer("", m.key, {"kind": m.kind, **m.figures} if m.kind and asks_kind else m.figures)
        for m in recipients.members
    ]
    found[RECIPIENT] = (Records(RECIPIENT, above, keys, parents), bearers)
    _gather_below(programme, RECIPIENT, recipients.members, bearers, found, problems)
    for level in levels:
        if level not in found:
            problems.append(kinds.LEVEL_UNSUPPORTED.at(f"/{level}", level=level))
    return found


def _gather_parents(
    programme: Programme,
    recipients: Recipients,
    level: str,
    found: dict[str, tuple[Records, list[_Bearer]]],
    problems: list[Problem],
) -> list[int]:
    """Make the records above the recipients from the parents that these name."""
    numbers: dict[str, int] = {}
    parents = []
    for member in recipients.members:
        if member.parent is None:
            pointer = f"/{escape_token(member.key)}/parent"
            problems.append(kinds.MISSING_PARENT.at(pointer, level=level))
        parents.append(numbers.setdefault(member.parent or "", len(numbers)))
    if programme.levels[level] == ALL:
        records = Records(level, ALL, list(numbers), [0] * len(numbers))
        found[level] = (records, [_Bearer("", key, {}) for key in numbers])
    return parents


def _gather_below(
    programme: Programme,
    level: str,
    members: Sequence[Recipient | Record],
    bearers: Sequence[_Bearer],
    found: dict[str, tuple[Records, list[_Bearer]]],
    problems: list[Problem],
) -> None:
    below = [name for name, parent in programme.levels.items() if parent == level]
    for member, bearer in zip(members, bearers, strict=True):
        for name in member.records:
            if name not in below:
                pointer = f"{bearer.pointer}/{escape_token(name)}"
                known = ", ".join(below) or "-"
                problems.append(kinds.UNKNOWN_RECORDS.at(pointer, level=repr(name), levels=known))
    for name in below:
        children: list[Record] = []
        parents: list[int] = []
        keys: list[str] = []
        borne: list[_Bearer] = []
        for index, (member, bearer) in enumerate(zip(members, bearers, strict=True)):
            for record in member.records.get(name, ()):
                children.append(record)
                parents.append(index)
                keys.append(f"{member.key}/{record.key}")
                borne.append(_Bearer(f"{bearer.pointer}/{name}", record.key, record.figures))
        found[name] = (Records(name, level, keys, parents), borne)
        _gather_below(programme, name, children, borne, found, problems)


def _figure_column(
    name: str, figure: Figure, bearers: Sequence[_Bearer], problems: list[Problem]
) -> Column:
    values: list[Any] = []
    read = FigureReader(figure).read
    for bearer in bearers:
        value = bearer.figures.get(name, figure.default)
        if value is None:
            problems.append(kinds.MISSING_FIGURE.at(f"{bearer.pointer}/{name}", figure=name))
            continue
        try:
            values.append(read(value))
        except FigureProblem as problem:
            problems.append(problem.kind.at(f"{bearer.pointer}/{name}", **problem.params))
    if figure.unit in ("date", "code", "truth"):
        return Column(figure.level, values)
    numbers, scale = common_scale(values)
    return Column(figure.level, numbers, scale)


def _report_unknown(
    programme: Programme,
    gathered: Mapping[str, tuple[Records, list[_Bearer]]],
    problems: list[Problem],
) -> None:
    for level, (_, bearers) in gathered.items():
        known = {name for name, figure in programme.figures.items() if figure.level == level}
        listed = ", ".join(sorted(known)) or "-"
        for bearer in bearers:
            for name in bearer.figures:
                if name not in known:
                    pointer = f"{bearer.pointer}/{escape_token(name)}"
                    problems.append(
                        kinds.UNKNOWN_FIGURE.at(pointer, figure=repr(name), figures=listed)
                    )
