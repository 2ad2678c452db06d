"""From recipients to a frame: figures are read, records are put below one another."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
from integrationsplan.allocation._readings import ParameterReader
from integrationsplan.allocation._recipients import (
    FigureProblem,
    FigureReader,
    Recipient,
    Recipients,
    Record,
)
from integrationsplan.errors import AllocationError
from integrationsplan.problems import Problem, escape_token
from integrationsplan.values import Period

RECIPIENTS = Wording("recipients", "Empfänger")
PERIOD_NAMES = {"period_start", "period_end"}


def lay_frame(
    programme: Programme,
    recipients: Recipients,
    reader: ParameterReader,
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
    records = {level: found.records for level, found in gathered.items()}
    figures = {}
    for name, figure in programme.figures.items():
        if figure.level in gathered:
            bearers = gathered[figure.level].bearers
            figures[name] = _figure_column(name, figure, bearers, problems)
    _report_unknown(programme, gathered, problems)
    if programme.analysis.used & PERIOD_NAMES and (period is None or not period.is_bounded):
        problems.append(kinds.MISSING_PERIOD.at("/period"))
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
        percents=frozenset(
            name
            for names in (programme.figures, programme.parameters)
            for name, declared in names.items()
            if declared.unit == "percent"
        ),
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


@attrs.frozen
class _Gathered:
    """The records of one level: their places, and what they bring."""

    records: Records
    bearers: Sequence[_Bearer]


def _gather_records(
    programme: Programme, recipients: Recipients, problems: list[Problem]
) -> dict[str, _Gathered]:
    whole = _Gathered(Records(ALL, ALL, [""], [0]), [_Bearer("", "", recipients.figures)])
    found = {ALL: whole}
    parents = _gather_above(programme, recipients, found, problems)
    kind = programme.figures.get("kind")
    asks_kind = kind is not None and kind.level == RECIPIENT
    bearers = [
        _Bearer("", m.key, {"kind": m.kind, **m.figures} if m.kind and asks_kind else m.figures)
        for m in recipients.members
    ]
    keys = [member.key for member in recipients.members]
    level_above = programme.levels[RECIPIENT]
    found[RECIPIENT] = _Gathered(Records(RECIPIENT, level_above, keys, parents), bearers)
    _gather_below(programme, RECIPIENT, recipients.members, bearers, found, problems)
    for level in programme.levels:
        if level not in found:
            problems.append(kinds.LEVEL_UNSUPPORTED.at(f"/records/{level}", level=level))
    for level in recipients.records:
        if level not in programme.levels or programme.is_below_recipients(level):
            pointer = f"/records/{escape_token(level)}"
            known = ", ".join(name for name in programme.levels if name in found) or "-"
            problems.append(kinds.UNKNOWN_RECORDS.at(pointer, level=repr(level), levels=known))
    return found


def _gather_above(
    programme: Programme,
    recipients: Recipients,
    found: dict[str, _Gathered],
    problems: list[Problem],
) -> list[int]:
    """Gather the levels that are not below the recipients; return where each recipient belongs.

    Records above the recipients need not be given where they bring nothing and lie directly below
    the whole: that recipients name them is enough. Where some are given, all are: another name is
    a slip of the pen.
    """
    named = _named_parents(programme, recipients, problems)
    numbers: dict[str, dict[str, int]] = {ALL: {"": 0}}
    for level in programme.levels_from_above():
        above = programme.levels[level]
        given = list(recipients.records.get(level, ()))
        if level not in recipients.records and level not in named:
            continue
        known = {record.key for record in given}
        implied = [key for key in named.get(level, {}) if key not in known]
        if level in recipients.records and implied:
            problems.extend(_unknown_parents(programme, recipients, level, set(implied), known))
            implied = []
        members = [*given, *(Record(key=key) for key in implied)]
        place = f"/records/{level}"
        parents = []
        for member in members:
            parent = "" if above == ALL else member.parent
            number = numbers.get(above, {}).get(parent or "")
            if number is None and parent is None:
                pointer = f"{place}/{escape_token(member.key)}/parent"
                problems.append(kinds.MISSING_PARENT.at(pointer, level=above))
            parents.append(number or 0)
        numbers[level] = {member.key: number for number, member in enumerate(members)}
        bearers = [_Bearer(place, member.key, member.figures) for member in members]
        records = Records(level, above, [member.key for member in members], parents)
        found[level] = _Gathered(records, bearers)
        _gather_below(programme, level, members, bearers, found, problems)
    level = programme.levels[RECIPIENT]
    if level == ALL:
        return [0] * len(recipients)
    return [numbers.get(level, {}).get(m.parent or "", 0) for m in recipients.members]


def _unknown_parents(
    programme: Programme,
    recipients: Recipients,
    level: str,
    unknown: Collection[str],
    known: Collection[str],
) -> Iterator[Problem]:
    """Yield a problem for each record that names a parent which is not among those given."""
    below = next(
        name
        for name in (RECIPIENT, *programme.levels_above(RECIPIENT))
        if programme.levels[name] == level
    )
    namers: Iterable[tuple[str, Recipient | Record]] = (
        (("", member) for member in recipients.members)
        if below == RECIPIENT
        else ((f"/records/{below}", record) for record in recipients.records.get(below, ()))
    )
    listed = ", ".join(sorted(known)[:20]) + ("…" if len(known) > 20 else "")
    for place, namer in namers:
        if namer.parent in unknown:
            pointer = f"{place}/{escape_token(namer.key)}/parent"
            yield kinds.UNKNOWN_PARENT.at(pointer, level=level, keys=listed or "-")


def _named_parents(
    programme: Programme, recipients: Recipients, problems: list[Problem]
) -> dict[str, dict[str, None]]:
    """Return the keys of the levels above that records below them name."""
    named: dict[str, dict[str, None]] = {}
    level = programme.levels[RECIPIENT]
    if level == ALL:
        return named
    for member in recipients.members:
        if member.parent is None:
            pointer = f"/{escape_token(member.key)}/parent"
            problems.append(kinds.MISSING_PARENT.at(pointer, level=level))
    named[level] = {m.parent: None for m in recipients.members if m.parent is not None}
    above = programme.levels[level]
    while above != ALL:
        given = recipients.records.get(level, ())
        named[above] = {record.parent: None for record in given if record.parent is not None}
        level, above = above, programme.levels[above]
    return named


def _gather_below(
    programme: Programme,
    level: str,
    members: Sequence[Recipient | Record],
    bearers: Sequence[_Bearer],
    found: dict[str, _Gathered],
    problems: list[Problem],
) -> None:
    """Gather the levels that are nested in the records of a level."""
    line = {RECIPIENT, *programme.levels_above(RECIPIENT)}
    below = [name for name, up in programme.levels.items() if up == level and name not in line]
    for member, bearer in zip(members, bearers, strict=True):
        for name in member.records:
            if name not in below:
                pointer = f"{bearer.pointer}/{escape_token(name)}"
                known = ", ".join(below) or "-"
                problems.append(kinds.UNKNOWN_RECORDS.at(pointer, level=repr(name), levels=known))
    above = found[level].records.keys
    for name in below:
        children: list[Record] = []
        parents: list[int] = []
        keys: list[str] = []
        borne: list[_Bearer] = []
        for index, (member, bearer) in enumerate(zip(members, bearers, strict=True)):
            for record in member.records.get(name, ()):
                children.append(record)
                parents.append(index)
                keys.append(f"{above[index]}/{escape_token(record.key)}")
                borne.append(_Bearer(f"{bearer.pointer}/{name}", record.key, record.figures))
        found[name] = _Gathered(Records(name, level, keys, parents), borne)
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
    gathered: Mapping[str, _Gathered],
    problems: list[Problem],
) -> None:
    for level, found in gathered.items():
        known = {name for name, figure in programme.figures.items() if figure.level == level}
        listed = ", ".join(sorted(known)) or "-"
        for bearer in found.bearers:
            for name in bearer.figures:
                if name not in known:
                    pointer = f"{bearer.pointer}/{escape_token(name)}"
                    problems.append(
                        kinds.UNKNOWN_FIGURE.at(pointer, figure=repr(name), figures=listed)
                    )
