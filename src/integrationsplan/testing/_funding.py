"""Funding: what its fields must say together, and grants that have lived."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import strategies as st

from integrationsplan._model import FrozenMap, evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Amended,
    Application,
    BudgetLine,
    CostLine,
    Deadline,
    FundingProgramme,
    GeneralTerms,
    Grant,
    GrantEarmark,
    Granted,
    GrantEvent,
    Instalment,
    Participant,
    PayInterrupted,
    Post,
    ProofOfUse,
    Settled,
    Unknown,
)
from integrationsplan.funding._events import Moving
from integrationsplan.funding._parts import Cited
from integrationsplan.testing._forge import LAWS, MENDS, Forge
from integrationsplan.values import Citation, Money, Period, parse_number

__all__ = ["grants"]

_YEAR = Period(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
_LARGE = 10**9


# -------------------------------------------------------------------------------------------- parts


def _positive(name: str) -> Callable[[dict[str, Any]], None]:
    def mend(fields: dict[str, Any]) -> None:
        if fields.get(name) is not None:
            fields[name] = Money(abs(fields[name].minor) or 1)

    return mend


def _post(fields: dict[str, Any]) -> None:
    if parse_number(fields["fte"]) <= 0:
        fields["fte"] = "0.75"
    _ordered(fields, "start", "end")


def _ordered(fields: dict[str, Any], first: str, last: str) -> None:
    start, end = fields.get(first), fields.get(last)
    if start is not None and end is not None and end < start:
        fields[first], fields[last] = end, start


def _bounded(fields: dict[str, Any]) -> None:
    if not fields["period"].is_bounded:
        fields["period"] = _YEAR


def _deadline(fields: dict[str, Any]) -> None:
    steps = [name for name in ("days", "weeks", "months", "years") if fields.get(name)]
    if "on" in fields:
        kept = {"on"}
    elif "month" in fields or "day" in fields:
        kept = {"month", "day", "year"}
        fields.setdefault("month", 2)
        fields["day"] = min(fields.get("day", 28), 28)
    elif "after" in fields:
        kept = {"after", "is_before", *steps}
        if not steps:
            fields["months"] = 3
            kept.add("months")
    else:
        kept = {"on"}
        fields["on"] = dt.date(2018, 4, 13)
    yearly, relative = {"month", "day", "year"}, {"after", "is_before", "days", "weeks", "months"}
    for name in ({"on", "years"} | yearly | relative) - kept:
        fields.pop(name, None)


def _granted(fields: dict[str, Any]) -> None:
    _positive("amount")(fields)
    _bounded(fields)
    for name in ("plan", "earmarks"):
        _apart(fields, name)
    # What is paid in parts is no more than the whole.
    _apart(fields, "instalments")
    parts = fields.get("instalments", ())
    if parts:
        each = Money(fields["amount"].minor // len(parts))
        fields["instalments"] = tuple(evolve(part, amount=each) for part in parts)


def _amended(fields: dict[str, Any]) -> None:
    _positive("amount")(fields)
    _bounded(fields)


def _interrupted(fields: dict[str, Any]) -> None:
    _ordered(fields, "on", "until")


def _settled(fields: dict[str, Any]) -> None:
    fields["owed"] = Money(abs(fields["owed"].minor))


# ---------------------------------------------------------------------------------------- documents


def _application(fields: dict[str, Any]) -> None:
    _bounded(fields)
    for name in ("own_money", "income"):
        _positive(name)(fields)
    for name in ("posts", "costs", "carriers"):
        _apart(fields, name)
    members = {member.key: member for member in fields.get("members", ())}
    members.pop(fields["applicant"].key, None)
    if "members" in fields:
        fields["members"] = tuple(members.values())
    if not members:
        fields.pop("applicant_takes_part", None)
    employers = {fields["applicant"].key, *members}
    employers |= {carrier.id for carrier in fields.get("carriers", ())}
    if "posts" in fields:
        fields["posts"] = tuple(
            post if post.employer in employers else evolve(post, employer=None)
            for post in fields["posts"]
        )
    _costs_of_posts(fields)


def _proof(fields: dict[str, Any]) -> None:
    _bounded(fields)
    for name in ("own_money", "income"):
        _positive(name)(fields)
    for name in ("posts", "costs"):
        _apart(fields, name)
    _costs_of_posts(fields)


def _costs_of_posts(fields: dict[str, Any]) -> None:
    posts = {post.id for post in fields.get("posts", ())}
    if "costs" in fields:
        fields["costs"] = tuple(
            cost if cost.post in posts else evolve(cost, post=None) for cost in fields["costs"]
        )


def _regulated(fields: dict[str, Any]) -> None:
    cited: set[str] = set()
    for name in ("funders", "budget", "duties", "deadlines", "amendments"):
        _apart(fields, name)
    if "funders" in fields:
        fields["funders"] = tuple(evolve(each, share=None) for each in fields["funders"])
    if "budget" in fields:
        fields["budget"] = tuple(
            evolve(line, part_of=None, amount=line.amount and Money(line.amount.minor))
            for line in fields["budget"]
        )
    for parts in fields.values():
        for part in parts if isinstance(parts, tuple) else ():
            if isinstance(part, Cited):
                cited.add(part.citation)
            elif isinstance(part, Unknown):
                cited |= set(part.citations)
    for parameter in fields.get("parameters", FrozenMap()).values():
        cited |= {row.citation for row in parameter.values}
    fields["citations"] = FrozenMap({name: Citation(title="Amtsblatt") for name in sorted(cited)})


def _apart(fields: dict[str, Any], name: str) -> None:
    """Let no id stand twice."""
    if name in fields:
        fields[name] = tuple({part.id: part for part in fields[name]}.values())


# ------------------------------------------------------------------------------------------- grants


def _grants(forge: Forge) -> st.SearchStrategy[Grant]:
    events = st.lists(forge.of(GrantEvent).map(_small), max_size=6)
    return st.builds(_lived, forge.of(Granted).map(_small), events, forge.of(Participant))


def _lived(notice: Granted, events: Iterable[Any], recipient: Participant) -> Grant:
    """Return a grant with those of some events that can have happened."""
    grant = Grant(id="g-1", programme="p-1", recipient=recipient)
    for number, event in enumerate([notice, *events]):
        try:
            grant = grant.record(evolve(event, id=f"e-{number}"))
        except InvalidValueError:
            continue
    return grant


def _small(event: Any) -> Any:
    """Return an event whose amount is near those of others, so that they may follow each other."""
    if isinstance(event, Granted):
        return evolve(event, amount=Money(_LARGE), instalments=(), on=dt.date(2018, 1, 8))
    amount = getattr(event, "amount", None)
    return event if amount is None else evolve(event, amount=Money(amount.minor % 1000 + 1))


def grants() -> st.SearchStrategy[Grant]:
    """Return a strategy of grants: a notice, and what can have happened after it.

    Example:
        >>> some = grants()
    """
    return _grants(Forge())


LAWS[Grant] = _grants
MENDS.update(
    {
        Amended: _amended,
        Application: _application,
        BudgetLine: _positive("amount"),
        CostLine: _positive("amount"),
        Deadline: _deadline,
        FundingProgramme: _regulated,
        GeneralTerms: _regulated,
        GrantEarmark: _positive("amount"),
        Granted: _granted,
        Instalment: _positive("amount"),
        Participant: _positive("framework"),
        Moving: _positive("amount"),
        PayInterrupted: _interrupted,
        Post: _post,
        ProofOfUse: _proof,
        Settled: _settled,
    }
)
