"""Grants that have lived: a notice, and what can have happened after it."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from integrationsplan._model import evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Amended,
    Claimed,
    Demanded,
    Grant,
    Granted,
    GrantEvent,
    InterestCharged,
    InterestPaid,
    Ledger,
    Paid,
    PassedBack,
    PassedOn,
    PayInterrupted,
    PostFilled,
    PostVacated,
    Repaid,
    ReportSubmitted,
    Returned,
    Settled,
    Used,
    Waived,
)
from integrationsplan.funding._events import Moving
from integrationsplan.testing._forge import LAWS, Forge
from integrationsplan.testing._funding import one_of
from integrationsplan.values import Money

__all__ = ["grants"]

MOST_EVENTS = 8
"""How much happens after the notice: enough for a demand with interest to be paid."""

_LAST_NOTICE = dt.date(9990, 1, 1)
_DAYS = st.integers(0, 90)


def _to_demand(ledger: Ledger) -> Money:
    most = ledger.drawn if ledger.owed is None else ledger.recoverable - ledger.waived
    return most - ledger.open_demand


_MONEY: Mapping[type, Callable[[Ledger], Money]] = {
    Paid: lambda ledger: ledger.undrawn,
    Claimed: lambda ledger: ledger.limit - ledger.claimed,
    Demanded: _to_demand,
    InterestPaid: lambda ledger: ledger.open_interest,
    PassedBack: lambda ledger: ledger.with_others,
    PassedOn: lambda ledger: ledger.at_hand,
    Repaid: lambda ledger: ledger.open_demand,
    Returned: lambda ledger: ledger.at_hand,
    Used: lambda ledger: ledger.unused,
    Waived: lambda ledger: ledger.open_demand,
}
"""About how much may be moved; what is still too much is not recorded."""

_ALWAYS = (PostFilled, Settled, InterestCharged, ReportSubmitted, Amended)
_OF_POSTS = (PayInterrupted, PostVacated)


@st.composite
def _lives(draw: st.DrawFn, forge: Forge) -> Grant:
    grant = Grant(**draw(forge.fields(Grant, without=("events",))))
    notice = draw(forge.of(Granted))
    day = min(notice.on, _LAST_NOTICE)
    grant = grant.record(evolve(notice, on=day))
    for number, days in enumerate(draw(st.lists(_DAYS, min_size=1, max_size=MOST_EVENTS))):
        event = draw(forge.of(draw(st.sampled_from(_possible(grant)))))
        day += dt.timedelta(days)
        changes: dict[str, Any] = {"on": day, **_fitting(event, grant, day)}
        if any(event.id == other.id for other in grant.events):
            changes["id"] = f"e-{number}"
        with contextlib.suppress(InvalidValueError):  # it asks for too much all the same
            grant = grant.record(evolve(event, **changes))
    return grant


def grants() -> st.SearchStrategy[Grant]:
    """Return a strategy of grants: a notice, and what can have happened after it.

    Example:
        >>> some = grants()
    """
    return _lives(Forge())


def _possible(grant: Grant) -> list[type]:
    """Return the kinds of events that may come next."""
    ledger = grant.ledger()
    moving = [kind for kind, most in _MONEY.items() if most(ledger).minor > 0]
    following = [*moving, *(_OF_POSTS if _posts(grant)[0] else ())]
    # What goes on with what there is is rare enough, and what comes back needs most before it.
    back = [PassedBack] * 6 if ledger.with_others.minor else []
    return [*following, *following, *back, *_ALWAYS]


def _posts(grant: Grant) -> tuple[list[str], list[str]]:
    """Return the ids of posts that somebody holds, and of those that are free again."""
    held: dict[str, bool] = {}
    for event in grant.events:
        if isinstance(event, PostFilled):
            held[event.post.id] = True
        elif isinstance(event, PostVacated):
            held[event.post] = False
    return [id for id in held if held[id]], [id for id in held if not held[id]]


def _fitting(event: GrantEvent, grant: Grant, day: dt.date) -> dict[str, Any]:
    """Return what an event has to say to name what there is, and to move what may be moved."""
    ledger = grant.ledger()
    found: dict[str, Any] = {}
    if isinstance(event, Moving) and type(event) in _MONEY:
        found["amount"] = _part(_MONEY[type(event)](ledger), event.amount)
    held, free = _posts(grant)
    match event:
        case PassedBack():
            found["by"] = _known(ledger.passed_on, event.by)
        case Used():
            found["by"] = _known(ledger.passed_on, event.by)
            found["line"] = _known([line.id for line in grant.plan()], event.line)
        case Paid():
            instalments = [each.id for each in grant.notice.instalments]
            found["instalment"] = _known(instalments, event.instalment)
        case Settled():
            found["owed"] = _part(ledger.granted, event.owed)
        case PostFilled():
            found["post"] = evolve(event.post, id=_known(free, event.post.id))
        case PostVacated():
            found["post"] = _known(held, event.post)
        case PayInterrupted():
            found |= {"post": _known(held, event.post), "until": max(day, event.until)}
    return found


def _part(whole: Money, drawn: Money) -> Money:
    """Return a part of an amount, as large as another one says; often the whole."""
    takes_all = drawn.minor % 4 == 0
    return whole if takes_all else Money(1 + drawn.minor % max(whole.minor, 1))


def _known(names: Iterable[str], drawn: str | None) -> str | None:
    """Return one of some names, if there are any and one was drawn."""
    found = tuple(names)
    return one_of(found, drawn) if found and drawn is not None else drawn


LAWS[Grant] = _lives
