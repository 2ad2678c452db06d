"""Goals of plans as CSV, and back: one row a goal, one column a field, codes as in the documents.

Columns follow from the classes: a field of a goal has its own name, a field of its target has
``target_`` in front. What has several values has them in one cell, with a blank between them.
"""

import csv
import datetime as dt
import functools
import io
import re
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

import attrs

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model import FieldSpec, field_specs, spec_of
from integrationsplan.errors import InvalidValueError
from integrationsplan.plan import Goal, IntegrationPlan
from integrationsplan.plan._targets import Target
from integrationsplan.problems import Problem
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._lines import Line, neutralise, read_lines, restore
from integrationsplan.serialization._scan import decode, refuse
from integrationsplan.values import Identifier, Labelled

__all__ = ["GoalsFile", "goals_from_csv", "goals_to_csv"]

ATTEMPT = Wording("goals", "Ziele")
PLAN, TARGET, PREFIX = "plan", "target", "target_"

_ID = spec_of(Identifier)
_TARGETS: Mapping[str, Any] = {kind.kind: kind for kind in get_args(Target)}
_matches_date = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII).fullmatch
_is_number = re.compile(r"-\d{1,18}(?:[.,]\d{1,18})?", re.ASCII).fullmatch


@attrs.frozen(repr=False)
class GoalsFile:
    """Goals with the lines that they stand in.

    Attributes:
        goals: The goals of each plan, by the plan's id, in the order of the file.
        lines: The line of each goal, by the ids of plan and goal, for messages.
    """

    goals: Mapping[str, tuple[Goal, ...]]
    lines: Mapping[tuple[str, str], int]

    def __repr__(self) -> str:
        return f"<GoalsFile: {len(self.lines)} goals>"


def goals_to_csv(
    plans: Iterable[IntegrationPlan] | Mapping[str, Iterable[Goal]],
    *,
    delimiter: Literal[",", ";"] = ",",
) -> str:
    """Write goals as CSV: one row a goal, with everything that it holds.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; a negative number
    stays a number. `goals_from_csv` gives the same goals back.

    Args:
        plans: Plans, of which the current goals are written; or goals by the id of their plan,
            such as those of a day or of a view.
        delimiter: German spreadsheets expect a semicolon.

    Example:
        >>> from integrationsplan.plan import Goal, GoalField
        >>> goal = Goal(id="g1", field=GoalField.LANGUAGE, title="German B1")
        >>> text = goals_to_csv({"plan-1": [goal]})
        >>> text.splitlines()[1].rstrip(",")
        'plan-1,g1,language,German B1,,,proposed'
        >>> goals_from_csv(text).goals == {"plan-1": (goal,)}
        True
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(_columns())
    given = (
        plans.items()
        if isinstance(plans, Mapping)
        else ((plan.id, plan.current.of(Goal)) for plan in plans)
    )
    for plan_id, goals in given:
        for goal in goals:
            cells = {PLAN: plan_id, **_cells(goal, "", _fields_of(Goal))}
            if goal.target is not None:
                fields = _fields_of(_TARGETS[goal.target.kind])
                cells |= {TARGET: goal.target.kind, **_cells(goal.target, PREFIX, fields)}
            writer.writerow([cells.get(name, "") for name in _columns()])
    return target.getvalue()


def goals_from_csv(data: bytes | str, *, bounds: Bounds = DEFAULT_BOUNDS) -> GoalsFile:
    r"""Read goals from CSV: comma, semicolon or tab; UTF-8 with or without byte order mark.

    Only ``plan``, ``id``, ``field`` and ``title`` must be there; an empty cell is an absent value.

    Args:
        data: The file, with a header row.
        bounds: How large it may be.

    Raises:
        DocumentError: If anything is wrong; every problem with line and column.

    Example:
        >>> file = goals_from_csv("plan;id;field;title\nplan-1;g1;work;Arbeit\n")
        >>> file.goals["plan-1"][0].title, file.lines["plan-1", "g1"]
        ('Arbeit', 2)
    """
    text = decode(data, bounds.csv_bytes, ATTEMPT, bounds).removeprefix("\ufeff")
    header, lines, problems = read_lines(text, bounds)
    problems += _problems_of_header(header)
    found: dict[str, list[Goal]] = {}
    places: dict[tuple[str, str], int] = {}
    if not any(problem.line == 1 for problem in problems):
        for line in lines:
            reading = _Row(line)
            plan_id, goal = reading.read()
            problems += reading.problems
            if goal is None:
                continue
            first = places.setdefault((plan_id, goal.id), line.number)
            if first != line.number:
                problems.append(kinds.DUPLICATE_GOAL.in_line(line.number, "id", other=first))
            found.setdefault(plan_id, []).append(goal)
    if problems:
        raise refuse(ATTEMPT, sorted(problems, key=lambda problem: problem.line or 0), bounds)
    return GoalsFile({plan_id: tuple(goals) for plan_id, goals in found.items()}, places)


# -- columns ---------------------------------------------------------------------------------------


@attrs.frozen
class _Field:
    """A field that stands in a column: what it accepts, and how its cell is read."""

    spec: FieldSpec
    leaf: type
    is_list: bool


@functools.cache
def _fields_of(cls: Any) -> Mapping[str, _Field]:
    """Return the fields of a class that are columns; a goal's target has columns of its own."""
    specs = [spec for spec in field_specs(cls) if (cls, spec.name) != (Goal, TARGET)]
    return {spec.name: _Field(spec, *_leaf(spec.annotation)) for spec in specs}


@functools.cache
def _columns() -> tuple[str, ...]:
    """Return the columns: the plan, the fields of a goal, those of every kind of target."""
    of_targets = [f"{PREFIX}{name}" for kind in _TARGETS.values() for name in _fields_of(kind)]
    return (PLAN, *_fields_of(Goal), TARGET, *dict.fromkeys(of_targets))


def _leaf(annotation: Any) -> tuple[type, bool]:
    """Return what a value of a type is made of, and whether there may be several."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _leaf(arguments[0])
    if origin in (Union, types.UnionType):
        (given,) = (option for option in arguments if option is not type(None))
        return _leaf(given)
    if origin is tuple:
        return _leaf(arguments[0])[0], True
    return cast("type", annotation), False


def _problems_of_header(header: Sequence[str]) -> Iterator[Problem]:
    if not header:
        return  # told already
    listed = ", ".join(_columns())
    seen: set[str] = set()
    for name in header:
        if name in seen:
            yield kinds.REPEATED_COLUMN.in_line(1, name[:64])
        elif name not in _columns():
            yield kinds.UNUSED_COLUMN.in_line(1, name[:64], columns=listed)
        seen.add(name)
    required = [name for name, field in _fields_of(Goal).items() if field.spec.required]
    for name in (PLAN, *required):
        if name not in seen:
            yield kinds.MISSING_COLUMN.in_line(1, name)


# -- cells -----------------------------------------------------------------------------------------


def _cells(holder: object, prefix: str, fields: Mapping[str, _Field]) -> dict[str, str]:
    found = {}
    for name, field in fields.items():
        value = getattr(holder, name)
        if value is not None:
            items = value if field.is_list else (value,)
            found[prefix + name] = " ".join(_cell(item) for item in items)
    return found


def _cell(value: str | dt.date | Labelled) -> str:
    if isinstance(value, Labelled):
        code: str = value.value
        return code
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if _is_number(value) else neutralise(value)


class _Row:
    """Reads the goal of a line, and notes everything that is wrong with it."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.problems: list[Problem] = []

    def read(self) -> tuple[str, Goal | None]:
        """Return the id of the plan, and the goal if nothing is wrong."""
        plan_id = self._line.cells[PLAN]
        self._note(PLAN, _ID.problems(plan_id) if plan_id else [kinds.MISSING_CELL.at()])
        target = self._target()
        values = self._values("", _fields_of(Goal))
        if target is not None:
            values[TARGET] = target
        return plan_id, None if self.problems else self._made(Goal, "", values)

    def _target(self) -> Any:  # of any kind
        """Read the target; a cell that its kind does not have must be empty."""
        code = self._line.cells.get(TARGET, "")
        kind = _TARGETS.get(code)
        if code and kind is None:
            self._note(TARGET, [general.UNKNOWN_CODE.at(codes=", ".join(_TARGETS))])
            return None
        fields = _fields_of(kind) if kind is not None else {}
        listed = ", ".join(f"{PREFIX}{name}" for name in fields) or TARGET
        for column, cell in self._line.cells.items():
            if cell and column.startswith(PREFIX) and column.removeprefix(PREFIX) not in fields:
                self._note(column, [kinds.NOT_OF_TARGET.at(columns=listed)])
        values = self._values(PREFIX, fields)
        return None if kind is None or self.problems else self._made(kind, PREFIX, values)

    def _values(self, prefix: str, fields: Mapping[str, _Field]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, field in fields.items():
            column = prefix + name
            cell = self._line.cells.get(column, "")
            if cell:
                value = self._value(column, cell, field)
                if value is not None:
                    self._note(column, field.spec.spec.problems(value))
                    found[name] = value
            elif field.spec.required:
                self._note(column, [kinds.MISSING_CELL.at()])
        return found

    def _value(self, column: str, cell: str, field: _Field) -> Any:
        """Read a cell; nothing if it is wrong."""
        items = cell.split(" ") if field.is_list else [cell]
        values = [_read(item, field.leaf) for item in items]
        wrong = [value for value in values if isinstance(value, Problem)]
        self._note(column, wrong[:1])
        if wrong:
            return None
        return tuple(values) if field.is_list else values[0]

    def _made(self, cls: type, prefix: str, values: Mapping[str, Any]) -> Any:
        try:
            return cls(**values)
        except InvalidValueError as error:
            for problem in error.problems:
                self._note(prefix + problem.pointer.split("/")[1], [problem])
            return None

    def _note(self, column: str, problems: Iterable[Problem]) -> None:
        self.problems += [
            problem.kind.in_line(self._line.number, column, **problem.params)
            for problem in problems
        ]


def _read(text: str, leaf: type) -> Any:
    """Return the value of a text, or the problem with it."""
    if issubclass(leaf, Labelled):
        members = {member.value: member for member in leaf}
        found = members.get(text)
        return general.UNKNOWN_CODE.at(codes=", ".join(members)) if found is None else found
    if leaf is not dt.date:
        return restore(text)
    try:
        return dt.date.fromisoformat(text) if _matches_date(text) else kinds.NOT_A_DATE.at()
    except ValueError:
        return kinds.NOT_A_DATE.at()
