"""Strategies of plans: histories made by the operations that users have, with all that happens."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs
from hypothesis import strategies as st

from integrationsplan.history import (
    Author,
    Entry,
    Marking,
    Merge,
    Put,
    RevisionKind,
    SaltSource,
    merge,
)
from integrationsplan.plan import (
    REASON_REQUIRED,
    Agreement,
    AgreementForm,
    Body,
    FamilySituation,
    Goal,
    IntegrationPlan,
    Party,
)
from integrationsplan.testing._builders import fixed_salts
from integrationsplan.testing._entries import IDS, IN_PLANS, KINDS, entries_of
from integrationsplan.testing._laws import fit
from integrationsplan.values import Identifier, LongText, ShortText

__all__ = [
    "histories",
    "merged",
    "newest",
    "plans",
    "plans_of_household",
    "resolved",
    "twins",
]

_NAMES = IN_PLANS.of(Identifier)
_SHORT = IN_PLANS.of(ShortText)
_LONG = IN_PLANS.of(LongText)
_BODIES = IN_PLANS.of(Body)
_LANDS = st.sampled_from(["08", "16", "de"])
_FORKED = tuple(cls for cls in KINDS if cls is not Agreement)
_ERASE_BY = "Art. 17 DSGVO"


@attrs.frozen
class _Setting:
    """What stays the same within a drawn history."""

    kinds: Mapping[str, type[Entry]]
    salts: SaltSource


def newest(plan: IntegrationPlan, entry_id: str) -> Any:
    """Return the newest version of an entry, withdrawn or not, or nothing."""
    for revision in reversed(plan.revisions):
        for change in revision.changes:
            if isinstance(change, Put) and change.entry.id == entry_id:
                return change.entry
    return None


def resolved(found: Merge[Any], side: str) -> Merge[Any]:
    """Return a merge with every conflict decided for ``"ours"`` or for ``"theirs"``."""
    return found.resolve({c.entry_id: getattr(c, side) for c in found.conflicts})


def merged(plan: IntegrationPlan, found: Merge[Any], **facts: Any) -> IntegrationPlan:
    """Return a plan with a merge recorded, erasures first."""
    if found.erase:
        plan = plan.erase(found.erase, legal_basis=_ERASE_BY, **facts)
        found = attrs.evolve(found, onto=plan.head)  # worked out again, it would be the same
    return found.into(plan, **facts)


def _erased(plan: IntegrationPlan) -> set[str]:
    return {c.entry_id for r in plan.revisions for c in r.changes if c.kind == "erase"}


@st.composite
def _facts(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> dict[str, Any]:
    """Draw who records the next revision, and when."""
    step = draw(st.timedeltas(dt.timedelta(0), dt.timedelta(days=200)))
    offset = dt.timezone(dt.timedelta(minutes=draw(st.integers(-1439, 1439))))
    return {
        "author": Author(role=draw(_SHORT), id=draw(_NAMES)),
        "recorded_at": (plan.latest.recorded_at + step).astimezone(offset),
        "effective_on": plan.revisions[0].effective_on + dt.timedelta(draw(st.integers(0, 400))),
        "salts": setting.salts,
    }


@st.composite
def _changes(
    draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting, kinds: tuple[type[Entry], ...]
) -> dict[str, Any]:
    """Draw which entries the next revision puts and withdraws."""
    gone = _erased(plan)
    ids = [i for i in IDS if i not in gone and setting.kinds[i] in kinds]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) if ids else []
    put: list[Any] = []
    withdraw: list[str] = []
    for entry_id in chosen:
        if entry_id in plan.current and draw(st.integers(0, 3)) == 0:
            withdraw.append(entry_id)
        else:
            number, before = len(plan.revisions) + 1, newest(plan, entry_id)
            put.append(draw(entries_of(setting.kinds[entry_id], entry_id, number, before)))
    return {"put": put, "withdraw": withdraw}


def _needs_reason(plan: IntegrationPlan, put: list[Any]) -> bool:
    """Tell whether a goal takes a step that asks for a reason."""
    goals = [(newest(plan, e.id), e) for e in put if isinstance(e, Goal)]
    return any((b.lifecycle, e.lifecycle) in REASON_REQUIRED for b, e in goals if b is not None)


# ---------------------------------------------------------------------------------- what may happen


@st.composite
def _revised(
    draw: st.DrawFn,
    plan: IntegrationPlan,
    setting: _Setting,
    kinds: tuple[type[Entry], ...] = KINDS,
) -> IntegrationPlan:
    facts = draw(_facts(plan, setting))
    correcting = plan.is_closed or draw(st.booleans())
    changes = draw(_changes(plan, setting, kinds))
    return plan.revise(
        **facts,
        **changes,
        kind=RevisionKind.CORRECTION if correcting else RevisionKind.CONTINUATION,
        corrects=draw(st.none() | st.integers(1, len(plan.revisions))) if correcting else None,
        reason=draw(_LONG if _needs_reason(plan, changes["put"]) else st.none() | _LONG),
        legal_basis=draw(st.none() | _SHORT),
        algorithm=draw(st.sampled_from(["sha256/1", "sha3-256/1"])),
    )


@st.composite
def _agreed(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    facts = draw(_facts(plan, setting))
    by = draw(st.lists(st.sampled_from(Party), min_size=1, max_size=3, unique=True))
    return plan.agree(
        id=f"a{len(plan.revisions)}",
        agreed_on=facts.pop("effective_on"),
        by=by,
        form=draw(st.none() | st.sampled_from(AgreementForm)),
        **facts,
    )


@st.composite
def _marked(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    chosen = draw(st.lists(st.sampled_from(plan.ids()), unique=True, max_size=2))
    return plan.mark(
        chosen,
        draw(st.sampled_from(Marking)),
        lifted=draw(st.booleans()),
        reason=draw(st.none() | _LONG),
        **draw(_facts(plan, setting)),
    )


@st.composite
def _cleaned(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    chosen = draw(st.lists(st.sampled_from(plan.ids()), unique=True, max_size=2))
    with_reason = [r.number for r in plan.revisions if r.reason is not None]
    reasons = draw(st.lists(st.sampled_from(with_reason), max_size=1)) if with_reason else []
    if not chosen and not reasons:
        return plan
    facts = draw(_facts(plan, setting))
    return plan.erase(chosen, reasons=reasons, legal_basis=_ERASE_BY, **facts)


@st.composite
def _merged(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    theirs = draw(_revised(plan, setting, _FORKED))
    ours = draw(_revised(plan, setting, _FORKED))
    found = resolved(merge(ours, theirs), draw(st.sampled_from(["ours", "theirs"])))
    return merged(ours, found, **draw(_facts(ours, setting)))


@st.composite
def _handed_over(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    facts = draw(_facts(plan, setting))
    return plan.transfer(to=draw(_BODIES), jurisdiction="16", reason=draw(_LONG), **facts)


@st.composite
def _closed(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    return plan.close(reason=draw(_LONG), **draw(_facts(plan, setting)))


@st.composite
def _step(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    """Draw a plan with one thing more that happened to it (a merge is two)."""
    possible: list[Any] = [_revised, _revised, _revised]
    if plan.ids():
        possible += [_marked, _cleaned]
    if not plan.is_closed:
        possible += [_agreed, _merged, _closed]
        if "responsibility" not in _erased(plan):
            possible.append(_handed_over)
    found: IntegrationPlan = draw(draw(st.sampled_from(possible))(plan, setting))
    return found


@st.composite
def _settings(draw: st.DrawFn) -> _Setting:
    kinds = {entry_id: draw(st.sampled_from(KINDS)) for entry_id in IDS}
    return _Setting(kinds, fixed_salts(draw(st.integers(0, 2**32))))


@st.composite
def _opened(
    draw: st.DrawFn, setting: _Setting, put: tuple[st.SearchStrategy[Any], ...] = ()
) -> IntegrationPlan:
    moment = draw(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2030, 1, 1)))  # noqa: DTZ001
    ids = [i for i in IDS if setting.kinds[i] is not Agreement]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=4)) if ids else []
    return IntegrationPlan.open(
        id=draw(_NAMES),
        subject=draw(_NAMES),
        body=draw(_BODIES),
        jurisdiction=draw(_LANDS),
        author=Author(role=draw(_SHORT), id=draw(_NAMES)),
        recorded_at=moment.replace(tzinfo=dt.UTC),
        effective_on=draw(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))),
        put=[
            *(draw(entries_of(setting.kinds[i], i, 1)) for i in chosen),
            *(draw(entry) for entry in put),
        ],
        reason=draw(st.none() | _LONG),
        salts=setting.salts,
    )


# ---------------------------------------------------------------------------------------- histories


@st.composite
def histories(draw: st.DrawFn, most: int = 5) -> tuple[IntegrationPlan, ...]:
    """Draw a plan as it was after every step; erasures change what stands in the past.

    Args:
        draw: How to draw; not to be given.
        most: So many things happen to it at most, after the opening.
    """
    setting = draw(_settings())
    found = [draw(_opened(setting))]
    for _ in range(draw(st.integers(0, most))):
        found.append(draw(_step(found[-1], setting)))
    return tuple(found)


def plans(most: int = 5) -> st.SearchStrategy[IntegrationPlan]:
    """Draw a valid plan with its history: opened, revised, agreed, marked, merged, erased, closed.

    Args:
        most: So many things happen to it at most, after the opening.
    """
    return histories(most).map(lambda found: found[-1])


@st.composite
def twins(draw: st.DrawFn, most: int = 3) -> tuple[IntegrationPlan, IntegrationPlan]:
    """Draw two continuations of one plan, as two offices make them that worked apart.

    Args:
        draw: How to draw; not to be given.
        most: So many things happen to the two at most, taken together.
    """
    setting = draw(_settings())
    base = draw(_opened(setting))
    sides = [base, base]
    for _ in range(draw(st.integers(0, most))):
        side = draw(st.integers(0, 1))
        plan = sides[side]
        marks = plan.ids() and draw(st.integers(0, 3)) == 0
        step = _marked(plan, setting) if marks else _revised(plan, setting, _FORKED)
        sides[side] = draw(step)
    return sides[0], sides[1]


@st.composite
def plans_of_household(draw: st.DrawFn, household: str, number: int) -> IntegrationPlan:
    """Draw a plan whose family situation names a household; numbers keep the plans apart."""
    fields = draw(IN_PLANS.fields(FamilySituation)) | {"id": "family", "household": household}
    family = st.just(FamilySituation(**fit(FamilySituation, fields)))
    plan = draw(_opened(draw(_settings()), (family,)))
    return IntegrationPlan(id=f"p{number}", revisions=plan.revisions)
