"""Recipients that merge, split or are renamed: figures carried over by declared rules.

Eisenach became part of the Wartburgkreis on 1 July 2021. Figures of earlier years still name both;
a programme of a later year knows one. What becomes of each figure is declared, never guessed, and
tables of a programme are not touched: a quota after a merger is a new edition of the table.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, evolve, model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._recipients import FigureValue, Recipient, Recipients, Record
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import Problem, escape_token
from integrationsplan.values import Citation, Code, NumberText, ShortText, parse_number
from integrationsplan.values._numbers import exact
from integrationsplan.values._period import check_day

__all__ = ["CarryRule", "Succession", "carry_over"]

CarryRule: TypeAlias = Literal["sum", "successor", "same"]
"""What becomes of a figure: the sum of all (each predecessor's by its share), the successor's own
alone, or the value that all must have."""

SUCCESSION = Wording("succession", "Nachfolge")


@model
class Succession:
    """A recipient that another one follows.

    Attributes:
        predecessor: Key of who was.
        successor: Key of who is.
        start: First day on which the successor stands in its place.
        share: Which part of the predecessor goes over; all parts of one day sum to 1.
        name: What the successor is called, where it was no recipient before.
        source: Where this comes from.

    Example:
        >>> merger = Succession(predecessor="16056", successor="16063", start=dt.date(2021, 7, 1))
        >>> towns = Recipients.of(
        ...     [{"key": "16056", "persons": 40}, {"key": "16063", "persons": 60}]
        ... )
        >>> carried = carry_over(
        ...     towns, [merger], day=dt.date(2022, 1, 1), figures={"persons": "sum"}
        ... )
        >>> carried["16063"].figures["persons"]
        100
    """

    predecessor: Code
    successor: Code
    start: dt.date
    share: NumberText = "1"
    name: ShortText | None = None
    source: Citation | None = None

    def _violations(self) -> Iterator[Problem]:
        if self.predecessor == self.successor:
            yield kinds.OWN_SUCCESSOR.at("/successor")
        if not 0 < parse_number(self.share) <= 1:
            yield kinds.BAD_PART.at("/share")


def carry_over(
    recipients: Recipients,
    successions: Iterable[Succession],
    *,
    day: dt.date,
    figures: Mapping[str, CarryRule],
) -> Recipients:
    """Return recipients as they are on a day, with the figures of their predecessors.

    Successions are followed in the order of their days, so that a successor can itself have one.
    Records below a predecessor (posts) go to its successor.

    Args:
        recipients: Who was given, perhaps under earlier keys.
        successions: Who follows whom; later ones than ``day`` do not count yet.
        day: The day whose recipients are wanted.
        figures: For each figure what becomes of it.

    Raises:
        InvalidValueError: If the shares of a predecessor do not sum to 1, a figure has no rule, a
            rule does not fit its values, or what is to be taken over contradicts; tells everything.
    """
    check_day(day, "day")
    due = sorted((s for s in successions if s.start <= day), key=lambda s: s.start)
    problems = list(_wrong_shares(due))
    members = {member.key: member for member in recipients.members}
    for start in dict.fromkeys(succession.start for succession in due):
        of_day = [s for s in due if s.start == start and s.predecessor in members]
        members = _followed(members, of_day, figures, problems)
    if problems:
        raise InvalidValueError(SUCCESSION, dict.fromkeys(problems))
    return evolve(recipients, members=tuple(members.values()))


def _wrong_shares(successions: list[Succession]) -> Iterator[Problem]:
    parts: dict[tuple[str, dt.date], Fraction] = {}
    for succession in successions:
        key = (succession.predecessor, succession.start)
        parts[key] = parts.get(key, Fraction(0)) + parse_number(succession.share)
    for (predecessor, _), total in parts.items():
        if total != 1:
            yield kinds.PARTS_OF_PREDECESSOR.at(f"/{escape_token(predecessor)}", found=str(total))


def _followed(
    members: Mapping[str, Recipient],
    successions: list[Succession],
    figures: Mapping[str, CarryRule],
    problems: list[Problem],
) -> dict[str, Recipient]:
    """Let the successions of one day take place, all at once."""
    going = {succession.predecessor for succession in successions}
    coming: dict[str, list[Succession]] = {}
    for succession in successions:
        coming.setdefault(succession.successor, []).append(succession)
    found: dict[str, Recipient] = {}
    for key, member in members.items():
        if key not in going:
            found[key] = member
        for succession in successions:
            if succession.predecessor == key and succession.successor not in members:
                # A new one takes the place of the first of those whom it follows.
                found.setdefault(succession.successor, _new(succession, member))
    for key, own in coming.items():
        before = [(s, members[s.predecessor]) for s in own]
        heir = members[key] if key in members and key not in going else None
        found[key] = _merged(found.get(key) or _new(*before[0]), heir, before, figures, problems)
    return found


def _new(succession: Succession, predecessor: Recipient) -> Recipient:
    return Recipient(
        key=succession.successor,
        name=succession.name,
        kind=predecessor.kind,
        parent=predecessor.parent,
    )


def _merged(
    frame: Recipient,
    heir: Recipient | None,
    before: list[tuple[Succession, Recipient]],
    figures: Mapping[str, CarryRule],
    problems: list[Problem],
) -> Recipient:
    pointer = f"/{escape_token(frame.key)}"
    sources = [*([(Fraction(1), heir)] if heir is not None else [])]
    sources += [(parse_number(s.share), member) for s, member in before]
    if heir is None:
        for field in ("kind", "parent"):
            if len({getattr(member, field) for _, member in sources}) > 1:
                problems.append(kinds.PREDECESSORS_DIFFER.at(f"{pointer}/{field}", name=field))
    names = dict.fromkeys(name for _, member in sources for name in member.figures)
    carried: dict[str, FigureValue] = {}
    for name in names:
        rule = figures.get(name)
        if rule not in ("sum", "successor", "same"):
            problems.append(kinds.NO_CARRY_RULE.at(f"/figures/{name}", name=repr(name)))
            continue
        try:
            value = _carried(rule, name, heir, sources)
        except InvalidValueError:
            problems.append(kinds.NOT_CARRIED.at(f"{pointer}/{name}", name=repr(name), rule=rule))
            continue
        if value is not None:
            carried[name] = value
    records = _records(heir, before, pointer, problems)
    return evolve(frame, figures=FrozenMap(carried), records=records)


def _carried(
    rule: CarryRule,
    name: str,
    heir: Recipient | None,
    sources: list[tuple[Fraction, Recipient]],
) -> FigureValue | None:
    """Return a figure of a successor; nothing if it has none.

    Raises:
        InvalidValueError: If the values do not fit the rule.
    """
    if rule == "successor":
        return None if heir is None else heir.figures.get(name)
    values = [(share, member.figures.get(name)) for share, member in sources]
    if rule == "same":
        distinct = list({_comparable(value): value for _, value in values}.values())
        if len(distinct) != 1:
            raise InvalidValueError(SUCCESSION, [kinds.NOT_CARRIED.at(name=name, rule=rule)])
        return distinct[0]
    if any(value is None or isinstance(value, bool) for _, value in values):
        # What is missing is not zero.
        raise InvalidValueError(SUCCESSION, [kinds.NOT_CARRIED.at(name=name, rule=rule)])
    total = sum((share * exact(value) for share, value in values), Fraction(0))
    return total.numerator if total.denominator == 1 else total


def _comparable(value: FigureValue | None) -> tuple[str, object]:
    """Return what two values have in common if they are one: 40 is "40", and no truth is 1."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal | str):
        return type(value).__name__, value
    try:
        return "number", exact(value)
    except InvalidValueError:
        return "text", value


def _records(
    heir: Recipient | None,
    before: list[tuple[Succession, Recipient]],
    pointer: str,
    problems: list[Problem],
) -> FrozenMap[str, tuple[Record, ...]]:
    """Return the records of a successor and its predecessors; equal keys get the predecessor's."""
    found: dict[str, list[Record]] = {}
    if heir is not None:
        found = {level: list(records) for level, records in heir.records.items()}
    for succession, member in before:
        if member.records and parse_number(succession.share) != 1:
            problems.append(kinds.RECORDS_DIVIDED.at(f"{pointer}/records"))
            continue
        for level, records in member.records.items():
            own = found.setdefault(level, [])
            taken = {record.key for record in own}
            own += [
                _renamed(record, member.key) if record.key in taken else record
                for record in records
            ]
    content: dict[str, Any] = {level: tuple(records) for level, records in found.items()}
    return FrozenMap(content)


def _renamed(record: Record, predecessor: str) -> Record:
    return evolve(record, key=f"{predecessor}:{record.key}"[:64])
