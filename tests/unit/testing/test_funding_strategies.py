"""Strategies of funding: whatever its documents may say is drawn, and nothing that they may not."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from integrationsplan import Money
from integrationsplan._model import FrozenMap, field_specs
from integrationsplan.funding import (
    Application,
    ClaimDue,
    Deadline,
    FundingProgramme,
    Grant,
    GrantEvent,
    PostFilled,
    ProofOfUse,
)
from integrationsplan.testing.strategies import documents, grants, values_of
from integrationsplan.values import ShortText

# To find one is enough; it need not be small.
QUICK = settings(
    max_examples=5_000,
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def many(count: int) -> settings:
    """Return settings that draw so many examples, the same in each run."""
    return settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )


def fields_below(annotation: Any, found: set[tuple[type, str]]) -> set[tuple[type, str]]:
    """Return every field of every class that an annotation is made of, down to the last one."""
    for argument in get_args(annotation):
        if isinstance(argument, type | TypeVar) or get_origin(argument) is not None:
            fields_below(argument, found)
    cls = get_origin(annotation) or annotation
    if isinstance(cls, type) and cls.__module__.startswith("integrationsplan.funding"):
        for field in field_specs(cls) if attrs.has(cls) else ():
            if (cls, field.name) not in found:
                found.add((cls, field.name))
                fields_below(field.annotation, found)
    return found


def fields_said(value: Any) -> Iterator[tuple[type, str]]:
    """Yield every field below a value that says something else than it would if left out."""
    if isinstance(value, tuple | FrozenMap):
        for item in value.values() if isinstance(value, FrozenMap) else value:
            yield from fields_said(item)
    elif type(value).__module__.startswith("integrationsplan.funding") and attrs.has(type(value)):
        for field in field_specs(type(value)):
            inner = getattr(value, field.name)
            if field.required or inner != field.default:
                yield type(value), field.name
                yield from fields_said(inner)


def filled(grant: Grant) -> list[str]:
    """Return the ids of the posts that were filled, each time."""
    return [event.post.id for event in grant.events if isinstance(event, PostFilled)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "count"),
    [(FundingProgramme, 300), (Application, 300), (ProofOfUse, 200)],
    ids=["programme", "application", "proof"],
)
def test_whatever_a_document_may_say_is_drawn(kind: Any, count: int):
    """Every field of every part is given something by some documents."""
    said: set[tuple[type, str]] = set()

    @many(count)
    @given(documents(kind))
    def run(document: Any) -> None:
        said.update(fields_said(document))

    run()
    assert set() == fields_below(kind, set()) - said


@pytest.mark.slow
@pytest.mark.parametrize("kind", get_args(GrantEvent), ids=lambda kind: kind.kind)
def test_everything_happens_to_some_grant(kind: type):
    """Events of every kind are drawn."""
    find(grants(), lambda grant: any(isinstance(e, kind) for e in grant.events), settings=QUICK)


@pytest.mark.parametrize("field", [field.name for field in field_specs(Grant)])
def test_grants_say_what_they_may(field: str):
    """Every field of a grant is given something."""
    find(grants(), lambda grant: (Grant, field) in fields_said(grant), settings=QUICK)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda grant: grant.ledger().repaid.minor,
        lambda grant: grant.ledger().interest_paid.minor,
        lambda grant: grant.ledger().used_by,
        lambda grant: grant.ledger().is_closed,
        lambda grant: grant.ledger().used == grant.ledger().granted,
        lambda grant: len(grant.posts(dt.date.max)) > 1,
        lambda grant: len(set(filled(grant))) < len(filled(grant)),
    ],
    ids=["repaid", "interest", "used by others", "closed", "used up", "staff", "filled again"],
)
def test_grants_have_what_is_rare(wanted: Any):
    """What happens to few grants is drawn, too."""
    find(grants(), wanted, settings=QUICK)


@settings(max_examples=100, deadline=None)
@given(grants())
def test_grants_begin_with_their_notice(grant: Grant):
    """Nothing happens before the notice, and what happens is small enough to be looked at."""
    assert grant.notice is grant.events[0]
    assert len(grant.events) <= 9


@settings(max_examples=20, deadline=None)
@given(values_of(Grant, using={Money: st.just(Money(100)), ShortText: st.just("a")}))
def test_what_is_used_instead_is_used_in_grants(grant: Grant):
    """Strategies of the caller take the place of declarations also inside of events."""
    assert Money(100) == grant.notice.amount


@pytest.mark.parametrize("form", ["on", "month", "after"])
def test_deadlines_have_each_form(form: str):
    """A deadline is a day, a day of every year, or a time after something."""
    find(values_of(Deadline), lambda it: getattr(it, form) is not None, settings=QUICK)


@settings(max_examples=50, deadline=None)
@given(values_of(ClaimDue))
def test_what_is_due_is_due_for_a_time_in_one_quarter(due: ClaimDue):
    """The time lies in one quarter of one year."""
    first, last = due.period.bounds
    assert (first.year, (first.month - 1) // 3) == (last.year, (last.month - 1) // 3)


@pytest.mark.slow
@pytest.mark.parametrize(
    "wanted",
    [
        lambda it: any(line.part_of and line.amount is None for line in it.budget),
        lambda it: any(
            line.amount and any(part.part_of == line.id for part in it.budget) for line in it.budget
        ),
        lambda it: sum(funder.share is not None for funder in it.funders) > 1,
    ],
    ids=["rest", "whole", "shares"],
)
def test_programmes_have_what_adds_up(wanted: Any):
    """Lines of a budget are parts of others, and shares of funders are parts of the whole."""
    find(documents(FundingProgramme), wanted, settings=QUICK)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda it: any(post.employer in {one.key for one in it.members} for post in it.posts),
        lambda it: any(post.employer in {one.id for one in it.carriers} for post in it.posts),
        lambda it: any(post.part_of for post in it.posts),
        lambda it: any(cost.post for cost in it.costs),
        lambda it: not it.applicant_takes_part,
    ],
    ids=["member", "carrier", "part", "cost of a post", "for others"],
)
def test_applications_refer_to_what_they_have(wanted: Any):
    """Posts have employers, and costs have posts."""
    find(documents(Application), wanted, settings=QUICK)
