"""Funding: what the fields of its documents must say together."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from integrationsplan._model import FrozenMap, evolve
from integrationsplan.funding import (
    Amended,
    Application,
    BudgetLine,
    ClaimDue,
    CostLine,
    Deadline,
    Funder,
    GrantEarmark,
    Granted,
    Instalment,
    Participant,
    PayInterrupted,
    Post,
    ProofOfUse,
    Regulated,
    Settled,
    Unknown,
)
from integrationsplan.funding._events import Moving
from integrationsplan.funding._parts import Cited
from integrationsplan.testing._forge import MENDS
from integrationsplan.values import Citation, Money, Period, parse_number

__all__ = ["one_of"]

_FIRST = dt.date(2018, 1, 1)
_YEAR = Period(_FIRST, dt.date(2018, 12, 31))
_LEAP_YEAR = 2020
_STEPS = {"days", "weeks", "months", "years"}

T = TypeVar("T")


def one_of(options: Sequence[T], text: str) -> T:
    """Return one of some options, chosen by a drawn text, the same for each run."""
    return options[len(text) % len(options)]


# -------------------------------------------------------------------------------------------- parts


def _in_euros(*names: str, least: int = 0) -> Callable[[dict[str, Any]], None]:
    """Return what makes amounts those of a grant: in euros and not below zero, or above it."""

    def mend(fields: dict[str, Any]) -> None:
        for name in names:
            if fields.get(name) is not None:
                fields[name] = Money(max(abs(fields[name].minor), least))

    return mend


_moved = _in_euros("amount", least=1)


def _ordered(fields: dict[str, Any], first: str, last: str) -> None:
    start, end = fields.get(first), fields.get(last)
    if start is not None and end is not None and end < start:
        fields[first], fields[last] = end, start


def _bounded(fields: dict[str, Any]) -> None:
    if not fields["period"].is_bounded:
        fields["period"] = _YEAR


def _apart(fields: dict[str, Any], *names: str) -> None:
    """Let no id stand twice."""
    for name in names:
        if fields.get(name) is not None:
            fields[name] = tuple({part.id: part for part in fields[name]}.values())


def _post(fields: dict[str, Any]) -> None:
    if parse_number(fields["fte"]) <= 0:
        fields["fte"] = "0.75"
    _ordered(fields, "start", "end")


def _deadline(fields: dict[str, Any]) -> None:
    """Leave one form: what was drawn says which."""
    if "after" in fields:
        kept = {"after", "is_before", *_STEPS}
        if not any(fields.get(name) for name in _STEPS):
            fields["months"] = 3
    elif "month" in fields or "day" in fields:
        kept = {"month", "day", "year"}
        month = fields.setdefault("month", 2)
        last = calendar.monthrange(_LEAP_YEAR, month)[1]
        fields["day"] = min(fields.get("day", last), last)
    else:
        kept = {"on"}
        fields.setdefault("on", dt.date(2018, 4, 13))
    for name in {"on", "month", "day", "year", "after", "is_before", *_STEPS} - kept:
        fields.pop(name, None)


# ------------------------------------------------------------------------------------------- events


def _granted(fields: dict[str, Any]) -> None:
    _amended(fields)
    # What is paid in parts is no more than the whole.
    parts = fields.get("instalments", ())
    each = Money(fields["amount"].minor // max(len(parts), 1))
    if parts:
        fields["instalments"] = tuple(evolve(part, amount=each) for part in parts)


def _amended(fields: dict[str, Any]) -> None:
    _moved(fields)
    _bounded(fields)
    _apart(fields, "plan", "earmarks", "instalments")


def _interrupted(fields: dict[str, Any]) -> None:
    _ordered(fields, "on", "until")


def _claim_due(fields: dict[str, Any]) -> None:
    """Cut the time to its first quarter."""
    _in_euros("amount")(fields)
    period = fields["period"]
    start = period.start or period.end or _FIRST
    month = 3 * ((start.month + 2) // 3)
    last = dt.date(start.year, month, calendar.monthrange(start.year, month)[1])
    fields["period"] = Period(start, min(period.end or last, last))


# ---------------------------------------------------------------------- applications, proofs of use


def _application(fields: dict[str, Any]) -> None:
    members = {member.key: member for member in fields.get("members", ())}
    members.pop(fields["applicant"].key, None)
    if "members" in fields:
        fields["members"] = tuple(members.values())
    if not members:
        fields.pop("applicant_takes_part", None)
    _apart(fields, "carriers")
    carriers = [carrier.id for carrier in fields.get("carriers", ())]
    _proof(fields)
    _employed(fields, [fields["applicant"].key, *members, *carriers])


def _employed(fields: dict[str, Any], employers: list[str]) -> None:
    """Let posts have employers that there are, and be parts of the first one."""
    posts: tuple[Post, ...] = fields.get("posts", ())
    for index, post in enumerate(posts):
        employer = post.employer and one_of(employers, post.employer)
        part_of = post.part_of and posts[0].id if index else None
        mended = evolve(post, employer=employer, part_of=part_of)
        fields["posts"] = (*fields["posts"][:index], mended, *posts[index + 1 :])


def _proof(fields: dict[str, Any]) -> None:
    """Let costs be those of posts that there are."""
    _bounded(fields)
    _in_euros("own_money", "income")(fields)
    _apart(fields, "posts", "costs")
    posts = [post.id for post in fields.get("posts", ())]
    if "costs" in fields:
        fields["costs"] = tuple(
            evolve(cost, post=one_of(posts, cost.post) if posts and cost.post else None)
            for cost in fields["costs"]
        )


# ------------------------------------------------------------------------ programmes, general terms


def _regulated(fields: dict[str, Any]) -> None:
    _apart(fields, "funders", "budget", "duties", "deadlines", "amendments")
    if fields.get("funders"):
        fields["funders"] = _shared(fields["funders"])
    if fields.get("budget"):
        fields["budget"] = _adding_up(fields["budget"])
    sources = tuple(fields.get("citations", {}).values()) or (Citation(title="Amtsblatt"),)
    fields["citations"] = FrozenMap(
        {name: one_of(sources, name) for name in sorted(set(_cited(fields)))}
    )


def _cited(fields: dict[str, Any]) -> Iterable[str]:
    """Yield the citation of every part."""
    for parts in fields.values():
        for part in parts if isinstance(parts, tuple) else ():
            if isinstance(part, Cited):
                yield part.citation
            elif isinstance(part, Unknown):
                yield from part.citations
    for parameter in fields.get("parameters", FrozenMap()).values():
        yield from (row.citation for row in parameter.values)


def _funder(fields: dict[str, Any]) -> None:
    """Let a share lie between 0 and 100 %."""
    if fields.get("share") is not None:
        fields["share"] = str(abs(parse_number(fields["share"])) % 101)


def _shared(funders: tuple[Funder, ...]) -> tuple[Funder, ...]:
    """Let the shares of funders be 100 % in all, and less where some have none."""
    weights = [1 + len(funder.share or "") for funder in funders]
    # Where all have a time, it would have to be known who pays when.
    is_mixed = len({funder.period is None for funder in funders}) > 1
    return tuple(
        evolve(
            funder,
            share=funder.share and str(Fraction(100 * weight, sum(weights))),
            period=funder.period if is_mixed else None,
        )
        for funder, weight in zip(funders, weights, strict=True)
    )


def _adding_up(lines: tuple[BudgetLine, ...]) -> tuple[BudgetLine, ...]:
    """Let the first line be the whole of those that are parts, and be as much as they are."""
    whole, *others = lines
    parts = [line for line in others if line.part_of is not None]
    known = Money.total(line.amount for line in parts if line.amount is not None)
    amount = whole.amount
    if parts and amount is not None:
        is_complete = all(line.amount is not None for line in parts)
        amount = known if is_complete else known + amount
    return (
        evolve(whole, part_of=None, amount=amount),
        *(evolve(line, part_of=line.part_of and whole.id) for line in others),
    )


MENDS.update(
    {
        Amended: _amended,
        Application: _application,
        BudgetLine: _in_euros("amount"),
        ClaimDue: _claim_due,
        CostLine: _in_euros("amount"),
        Deadline: _deadline,
        Funder: _funder,
        GrantEarmark: _in_euros("amount"),
        Granted: _granted,
        Instalment: _in_euros("amount"),
        Moving: _moved,
        Participant: _in_euros("framework"),
        PayInterrupted: _interrupted,
        Post: _post,
        ProofOfUse: _proof,
        Regulated: _regulated,
        Settled: _in_euros("owed"),
    }
)
