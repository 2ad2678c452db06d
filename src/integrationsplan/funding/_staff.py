"""Who holds which post for how long, as the events of a grant tell it."""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

from integrationsplan._model import evolve
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import Post
from integrationsplan.funding._events import GrantEvent, PayInterrupted, PostFilled, PostVacated
from integrationsplan.problems import Problem
from integrationsplan.values import Period
from integrationsplan.values._period import ONE_DAY

__all__ = ["held_posts", "staff_problems"]


def staff_problems(events: Iterable[GrantEvent]) -> Iterator[Problem]:
    """Yield a problem for each event that no post of the grant can have met with."""
    held: set[str] = set()
    last_days: dict[str, dt.date] = {}
    for index, event in enumerate(events):
        if isinstance(event, PostFilled):
            if event.post.id in held or last_days.get(event.post.id) == event.on:
                yield kinds.POST_IS_FILLED.at(f"/events/{index}/post/id")
            held.add(event.post.id)
        elif isinstance(event, PostVacated | PayInterrupted):
            if event.post not in held:
                yield kinds.POST_IS_FREE.at(f"/events/{index}/post")
            elif isinstance(event, PostVacated):
                held.discard(event.post)
                last_days[event.post] = event.on  # on that day it is still held


def held_posts(events: Iterable[GrantEvent], since: dt.date, until: dt.date) -> tuple[Post, ...]:
    """Return one post for each time that somebody held a post with pay, from a day to another."""
    holdings: list[tuple[Post, dt.date, dt.date, list[Period]]] = []
    current: dict[str, tuple[Post, dt.date, list[Period]]] = {}
    for event in events:
        if event.on > until:
            break
        if isinstance(event, PostFilled):
            current[event.post.id] = (event.post, event.on, [])
        elif isinstance(event, PostVacated) and event.post in current:
            post, start, pauses = current.pop(event.post)
            holdings.append((post, start, event.on, pauses))
        elif isinstance(event, PayInterrupted) and event.post in current:
            current[event.post][2].append(Period(event.on, event.until))
    holdings += [(post, start, until, pauses) for post, start, pauses in current.values()]

    found: list[Post] = []
    taken = {post.id for post, *_ in holdings}
    others: dict[str, Iterator[str]] = {}
    for post, start, end, pauses in sorted(holdings, key=lambda each: (each[1], each[0].id)):
        if end < since:
            continue
        for paid in _without(Period(max(start, since), end), pauses):
            name = next(others[post.id]) if post.id in others else post.id
            others.setdefault(post.id, _free_names(post.id, taken))
            found.append(evolve(post, id=name, of=post.id, start=paid.start, end=paid.end))
    return tuple(found)


def _free_names(id: str, taken: set[str]) -> Iterator[str]:
    """Yield names for further times of a post, the first of which keeps its id."""
    for number in itertools.count(2):
        name = f"{id[:56]}.{number}"  # ids may be long, but not too long
        if name not in taken:
            taken.add(name)
            yield name


def _without(whole: Period, pauses: Iterable[Period]) -> Iterator[Period]:
    """Yield what pauses leave of a period."""
    start, end = whole.bounds
    for first, last in sorted(pause.bounds for pause in pauses):
        if start < first:
            yield Period(start, first - ONE_DAY)
        if last >= end:
            return
        start = max(start, last + ONE_DAY)
    yield Period(start, end)
