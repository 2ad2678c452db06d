"""Strategies of tampered histories: each single way to change a stored plan and hope."""

import copy
import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st

from integrationsplan._model import evolve
from integrationsplan.history import Put, Revision, RevisionKind
from integrationsplan.history._integrity import algorithm_of, commitments_of, revision_digest
from integrationsplan.plan import IntegrationPlan
from integrationsplan.serialization import to_mapping

__all__ = ["Tampering", "tampered"]

SALT = "B" * 42 + "A"
DIGEST = "sha256/1:" + "C" * 43


@attrs.frozen
class Tampering:
    """A plan as somebody has stored it who had no right to.

    Attributes:
        kind: What was done, such as ``"swap"``.
        document: The plan as a mapping; perhaps it is no plan any more.
        needs_head: Whether it may be that only whoever has kept the plan's head elsewhere sees it.
    """

    kind: str
    document: dict[str, Any]
    needs_head: bool = False


def tampered(plan: IntegrationPlan) -> st.SearchStrategy[Tampering]:
    """Return a strategy of single tamperings of a plan.

    Revisions are left out, cut off, exchanged, replayed; changes left out, exchanged, inserted,
    sealed; times, days, authors, reasons, kinds, salts, contents and digests changed; the plan
    given another id; its end written anew with fresh digests. What a store has to show is: reading
    the document is refused, or ``verify(head=…)`` with the head that was noted does not hold.

    Args:
        plan: An honest plan, whose chain holds.

    Example:
        >>> from integrationsplan.testing import a_life
        >>> some = tampered(a_life())
    """
    return _tampered(plan)


@st.composite
def _tampered(draw: st.DrawFn, plan: IntegrationPlan) -> Tampering:
    possible = ["reanchor", "redate", "rekind", "rename", "reauthor", "rerole", "retime", "rewrite"]
    possible += ["insert", "replay"]
    if len(plan.revisions) > 1:
        possible += ["cut", "drop", "swap"]
    by_content: dict[str, Callable[[Any], bool]] = {
        "drop_change": lambda revision: bool(revision.changes),
        "swap_changes": lambda revision: len(revision.changes) > 1,
        "resalt": _has_put,
        "retell": lambda revision: revision.reason is not None,
        "edit": _has_put,
        "seal": _has_put,
    }
    possible += [name for name, fits in by_content.items() if any(map(fits, plan.revisions))]
    kind = draw(st.sampled_from(sorted(possible)))
    if kind == "rewrite":
        return Tampering(kind, to_mapping(_rewritten(draw, plan)), needs_head=True)
    fits = by_content.get(kind, lambda _: True)
    places = [place for place, revision in enumerate(plan.revisions) if fits(revision)]
    document = copy.deepcopy(to_mapping(plan))
    revisions = document["revisions"]
    if kind == "rename":
        document["id"] = "x" if plan.id != "x" else "y"
    elif kind in _WHOLE:
        _WHOLE[kind](draw, revisions)
    else:
        place = draw(st.sampled_from(places))
        _INSIDE[kind](_Spot(draw, revisions[place], plan, place))
    return Tampering(kind, document, needs_head=kind == "cut")


def _has_put(revision: Any) -> bool:
    return any(isinstance(change, Put) for change in revision.changes)


def _rewritten(draw: st.DrawFn, plan: IntegrationPlan) -> IntegrationPlan:
    """Return a plan of which a revision says something else, with fresh digests from there on."""
    place = draw(st.integers(0, len(plan.revisions) - 1))
    found = list(plan.revisions[:place])
    for revision in plan.revisions[place:]:
        changed = revision
        if revision.number == place + 1:
            changed = evolve(revision, legal_basis=f"{(revision.legal_basis or '')[:199]}§")
        algorithm = algorithm_of(revision.digest)
        previous = found[-1].digest if found else None
        digest = revision_digest(plan.id, previous, changed, algorithm)
        found.append(evolve(changed, digest=digest))
    return evolve(plan, revisions=tuple(found))


# ------------------------------------------------------------------------------- of whole revisions


def _cut(draw: st.DrawFn, revisions: list[Any]) -> None:
    del revisions[draw(st.integers(1, len(revisions) - 1)) :]


def _drop(draw: st.DrawFn, revisions: list[Any]) -> None:
    del revisions[draw(st.integers(0, len(revisions) - 2))]
    if draw(st.booleans()):
        _renumber(revisions)


def _swap(draw: st.DrawFn, revisions: list[Any]) -> None:
    place = draw(st.integers(0, len(revisions) - 2))
    revisions[place : place + 2] = [revisions[place + 1], revisions[place]]
    if draw(st.booleans()):
        _renumber(revisions)


def _replay(draw: st.DrawFn, revisions: list[Any]) -> None:
    again = copy.deepcopy(draw(st.sampled_from(revisions)))
    again["recorded_at"] = revisions[-1]["recorded_at"]
    revisions.append(again)
    if draw(st.booleans()):
        _renumber(revisions)


def _renumber(revisions: list[dict[str, Any]]) -> None:
    for number, revision in enumerate(revisions, start=1):
        revision["number"] = number


_WHOLE: dict[str, Callable[[st.DrawFn, list[Any]], None]] = {
    "cut": _cut,
    "drop": _drop,
    "swap": _swap,
    "replay": _replay,
}


# ------------------------------------------------------------------------------ inside of revisions


@attrs.frozen
class _Spot:
    """The revision that is to be tampered with: as it was, and as it is stored."""

    draw: st.DrawFn
    data: dict[str, Any]
    plan: IntegrationPlan
    place: int

    @property
    def revision(self) -> Revision[Any]:
        return self.plan.revisions[self.place]


def _insert(at: _Spot) -> None:
    known = sorted({c.entry_id for r in at.plan.revisions for c in r.changes})
    change = at.draw(
        st.sampled_from(known).flatmap(
            lambda entry_id: st.sampled_from(
                [
                    {"kind": "withdraw", "entry_id": entry_id},
                    {"kind": "erase", "entry_id": entry_id},
                    {"kind": "mark", "entry_id": entry_id, "marking": "contested"},
                    {"kind": "sealed", "entry_id": entry_id, "commitment": DIGEST},
                ]
            )
        )
    )
    at.data.setdefault("changes", []).append(change)


def _drop_change(at: _Spot) -> None:
    changes = at.data["changes"]
    del changes[at.draw(st.integers(0, len(changes) - 1))]


def _swap_changes(at: _Spot) -> None:
    changes = at.data["changes"]
    first = at.draw(st.integers(0, len(changes) - 2))
    changes[first : first + 2] = [changes[first + 1], changes[first]]


def _puts(data: dict[str, Any]) -> list[int]:
    return [index for index, change in enumerate(data["changes"]) if change["kind"] == "put"]


def _resalt(at: _Spot) -> None:
    at.data["changes"][at.draw(st.sampled_from(_puts(at.data)))]["salt"] = SALT


def _seal(at: _Spot) -> None:
    """Take a content away without a word: its commitment stays right."""
    index = at.draw(st.sampled_from(_puts(at.data)))
    entry_id, _, commitment = commitments_of(at.revision, algorithm_of(at.revision.digest))[index]
    at.data["changes"][index] = {"kind": "sealed", "entry_id": entry_id, "commitment": commitment}


def _edit(at: _Spot) -> None:
    """Change a text of an entry, whichever there is."""
    entry = at.data["changes"][at.draw(st.sampled_from(_puts(at.data)))]["entry"]
    names = [name for name, value in entry.items() if isinstance(value, str)]
    name = at.draw(st.sampled_from(sorted(names)))
    entry[name] = "x" if entry[name] != "x" else "y"


def _retime(at: _Spot) -> None:
    moment = at.revision.recorded_at
    step = dt.timedelta(seconds=at.draw(st.sampled_from([1, -1, 3600])))
    at.data["recorded_at"] = (moment + step).isoformat()


def _redate(at: _Spot) -> None:
    day = at.revision.effective_on
    step = dt.timedelta(days=at.draw(st.sampled_from([1, -1])))
    at.data["effective_on"] = (day + step).isoformat()


def _rerole(at: _Spot) -> None:
    author = at.data["author"]
    author["role"] = "x" if author["role"] != "x" else "y"


def _reauthor(at: _Spot) -> None:
    author = at.data["author"]
    author["id"] = "x" if author.get("id") != "x" else "y"


def _retell(at: _Spot) -> None:
    at.data["reason"] = "x" if at.data["reason"] != "x" else "y"


def _rekind(at: _Spot) -> None:
    kinds = [kind.value for kind in RevisionKind if kind.value != at.data["kind"]]
    at.data["kind"] = at.draw(st.sampled_from(kinds))


def _reanchor(at: _Spot) -> None:
    at.data["digest"] = DIGEST


_INSIDE: dict[str, Callable[[_Spot], None]] = {
    "drop_change": _drop_change,
    "edit": _edit,
    "insert": _insert,
    "reanchor": _reanchor,
    "reauthor": _reauthor,
    "redate": _redate,
    "rekind": _rekind,
    "rerole": _rerole,
    "resalt": _resalt,
    "retell": _retell,
    "retime": _retime,
    "seal": _seal,
    "swap_changes": _swap_changes,
}
