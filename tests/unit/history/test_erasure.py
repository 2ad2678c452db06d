"""Erasure: what is erased is gone from everything that the library writes, and stays gone."""

import base64
import datetime as dt
import json
import re
from typing import Any

import pytest
from tests.properties.strategies_plans import recorded
from tests.unit.history.lives import (
    AUTHOR,
    CONSENT,
    GERMAN,
    GOAL,
    HEALTH,
    lived,
    moment,
    on,
    opened,
    salts_of,
)

from integrationsplan.errors import IntegrationsplanError, InvalidValueError
from integrationsplan.history import (
    ALGORITHMS,
    BrokenLink,
    Marking,
    Put,
    RevisionKind,
    Sealed,
    Verdict,
    absorb,
    canonical_bytes,
    commit,
    merge,
)
from integrationsplan.plan import (
    PURPOSES,
    Goal,
    GoalField,
    HealthNeed,
    HealthNote,
    IntegrationPlan,
    LegalBasis,
    Lifecycle,
    Measure,
    PlanGroup,
    access_export,
    release,
)
from integrationsplan.serialization import from_json, from_mapping, to_json, to_mapping

RUN = 6
"""Runs of so many bytes of what was erased must not survive."""

ALL_GROUPS = LegalBasis(title="§ 1", groups=tuple(PlanGroup), covers_special=True)
BASIS = "Art. 17 DSGVO"


def runs(text: str) -> set[bytes]:
    """Return every run of so many bytes of a text."""
    data = text.encode()
    return {data[index : index + RUN] for index in range(len(data) - RUN + 1)}


def written(plan: IntegrationPlan) -> list[str]:
    """Return everything that the library writes of a plan."""
    found = [to_json(plan), to_json(plan, indent=2), repr(plan), plan._repr_html_()]
    found += [repr(revision) + repr(revision.changes) for revision in plan.revisions]
    export = access_export(plan, day=dt.date(2018, 12, 31))
    found += [to_json(export), repr(export), repr(export.entries)]
    for purpose in PURPOSES.values():
        made = release(
            plan, purpose, recipient="R", day=dt.date(2018, 12, 31), legal_basis=ALL_GROUPS
        )
        found += [to_json(made.view), repr(made), repr(made.view), repr(made.withheld)]
        found.append(repr(made.record("d9")))
    found += [
        plan.verify().format(),
        repr(plan.verify()),
        repr(plan.current),
        repr(plan.current.entries),
    ]
    found += [difference.format() for difference in plan.diff(0)]
    return [*found, repr(merge(plan, plan)), str(vars(plan) if hasattr(plan, "__dict__") else "")]


def surviving(gone: list[str], plan: IntegrationPlan, control: IntegrationPlan) -> set[bytes]:
    """Return the runs of erased texts that are still written, and not in a control's writing.

    The control never held the texts: what it writes too are keys, ids and days.
    """
    still = set().union(*(runs(text) for text in written(plan)))
    common = set().union(*(runs(text) for text in written(control)))
    return {run for text in gone for run in runs(text)} & still - common


def pair() -> tuple[IntegrationPlan, IntegrationPlan, list[str]]:
    """Return a plan with a note in two versions, one without it, and what is to go."""
    note = HealthNote(id="h1", needs=(HealthNeed.THERAPY,), note="Kanarienvogel singt heiser")
    later = HealthNote(id="h1", note="Wellensittich genesen")
    plan = opened(note, GOAL, reason="Anlass: Vogelgrippe")
    plan = plan.revise(put=[later, GERMAN], reason="Tierarzt bestätigt", **on(1))
    bare = HealthNote(id="h1")
    control = opened(bare, GOAL, reason="x", seed=9)
    control = control.revise(put=[bare, GERMAN], reason="x", **on(1, 9))
    gone = [
        canonical_bytes(note).decode(),
        canonical_bytes(later).decode(),
        "Anlass: Vogelgrippe",
        "Tierarzt bestätigt",
    ]
    for revision in plan.revisions:
        gone += [c.salt for c in revision.changes if isinstance(c, Put) and c.entry.id == "h1"]
        assert revision.reason_seal is not None
        assert revision.reason_seal.salt is not None
        gone.append(revision.reason_seal.salt)
    return plan, control, gone


# ----------------------------------------------------------------------- nothing is left: G1 and G2


def test_what_is_to_go_is_there_before():
    """Before the erasure the search finds every text that it looks for."""
    plan, control, gone = pair()
    text = to_json(plan)
    assert all(json.dumps(part, ensure_ascii=False)[1:-1] in text for part in gone[2:])
    assert len(surviving(gone, plan, control)) > 100


def test_nothing_erased_survives_in_what_is_written():
    """No run of six bytes of payload, salt or reason is in any document, view or representation."""
    plan, control, gone = pair()
    facts: dict[str, Any] = {"legal_basis": BASIS}
    plan = plan.erase(["h1"], **facts, **on(2))
    control = control.erase(["h1"], **facts, **on(2, 9))
    assert set() == surviving(gone, plan, control)


def test_nothing_survives_the_erasure_of_everything():
    """Without any entry nothing of their contents, of their salts or of a reason is written."""
    plan = opened(
        HEALTH, Goal(id="g9", field=GoalField.WORK, title="Zirkusdirektor"), reason="Weiß nicht"
    )
    gone = [to_json(plan).partition('"changes"')[2], *salts_of(plan)]
    control = opened(reason="x", seed=9).erase_everything(legal_basis=BASIS, **on(1, 9))
    empty = plan.erase_everything(legal_basis=BASIS, **on(1))
    kept = salts_of(empty)
    text = to_json(empty)
    for word in ("Zirkus", "Asthma", "Weinheim", "p-83f1", "therapy", "Weiß nicht", "health"):
        assert word not in text
    assert all(salt not in text for salt in gone[1:] if salt not in kept)
    assert 1 == len([salt for salt in gone[1:] if salt in kept])  # the author's
    assert control.verify().holds


def test_a_right_guess_confirms_nothing():
    """Who guesses the whole payload cannot confirm it without the salt, whatever they try."""
    plan, _, _ = pair()
    guesses: list[Any] = [
        c.entry for r in plan.revisions for c in r.changes if isinstance(c, Put)
    ] + [r.reason for r in plan.revisions]
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(2))
    text = to_json(cleaned)
    salts = [*salts_of(cleaned), "A" * 43]
    tokens = set(re.findall(r"[A-Za-z0-9_-]{43}", text))
    salts += [token for token in tokens if token[-1] in "AEIMQUYcgkosw048"]
    sealed = [c for r in cleaned.revisions for c in r.changes if isinstance(c, Sealed)]
    targets = {c.commitment for c in sealed}
    targets |= {
        r.reason_seal.commitment for r in cleaned.revisions if r.reason_seal and not r.reason
    } - {None}
    assert 4 == len(targets)
    for guess in guesses:
        for salt in salts:
            for tag in ("entry", "reason"):
                for algorithm in ALGORITHMS:
                    assert commit(guess, salt, tag=tag, algorithm=algorithm) not in targets


def test_every_version_has_a_salt_of_its_own():
    """Erasing one version gives nothing away of another: no salt is used twice."""
    plan = lived(erased=False)
    count = sum(
        1 + (r.reason_seal is not None) + sum(isinstance(c, Put) for c in r.changes)
        for r in plan.revisions
    )
    assert count == len(salts_of(plan))


# ----------------------------------------------------------------------- what stays: G3, G4 and G10


def test_an_erasure_is_a_revision_with_day_role_and_basis():
    """Erased is not missing: who did it when, and on which basis, stands in the history."""
    plan = opened(HEALTH).erase(["h1"], legal_basis=BASIS, **on(1))
    latest = plan.latest
    assert (RevisionKind.ERASURE, BASIS, AUTHOR, moment(1)) == (
        latest.kind,
        latest.legal_basis,
        latest.author,
        latest.recorded_at,
    )
    assert [("erase", "h1")] == [(c.kind, c.entry_id) for c in latest.changes]
    assert plan.verify().holds


def test_without_the_erasure_the_content_is_missing():
    """The same document without its last revision is a finding, with the entry's id."""
    data = to_mapping(opened(HEALTH).erase(["h1"], legal_basis=BASIS, **on(1)))
    data["revisions"].pop()
    found = from_mapping(data, IntegrationPlan).verify()
    assert BrokenLink(1, "content_missing", "h1") == found.broken


def test_heads_and_all_else_stay():
    """Digests are those of before, and so is every other entry in every state."""
    plan = opened(HEALTH, GOAL).revise(put=[GERMAN], **on(1))
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(2))
    assert [r.digest for r in plan.revisions] == [r.digest for r in cleaned.revisions[:-1]]
    assert GOAL == cleaned.as_of(1)["g1"]
    assert ("h1",) == cleaned.as_of(1).sealed
    assert () == cleaned.current.sealed
    assert "h1" not in cleaned.current


def test_an_erasure_later_in_effect_shows_the_seal_until_then():
    """On a day before the erasure counts, the entry is there without its content."""
    plan = opened(HEALTH).erase(["h1"], legal_basis=BASIS, **on(5))
    assert ("h1",) == plan.at(dt.date(2018, 3, 2)).sealed
    assert () == plan.at(dt.date(2018, 3, 31)).sealed


@pytest.mark.parametrize("algorithm", sorted(ALGORITHMS))
def test_both_algorithms_verify_within_one_history(algorithm: str):
    """A history with digests of two generations verifies, and so do erasure and views."""
    plan = opened(GOAL).revise(put=[HEALTH], reason="r", algorithm=algorithm, **on(1))
    plan = plan.revise(put=[GERMAN], **on(2))
    # An algorithm is kept until another is named.
    assert [algorithm, algorithm] == [r.digest.partition(":")[0] for r in plan.revisions[1:]]
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(3))
    sealed = cleaned.revisions[1].changes[0]
    assert isinstance(sealed, Sealed)
    assert sealed.commitment.startswith(f"{algorithm}:")
    view = release(
        cleaned, PURPOSES["funder"], recipient="R", day=dt.date(2018, 4, 1), legal_basis=ALL_GROUPS
    ).view
    for one in (cleaned, view):
        assert Verdict.ANCHORED is one.verify(head=plan.head).verdict


# ----------------------------------------------------------------------------------- what is erased


def test_groups_say_what_is_to_go():
    """The ids of a data group are those of every entry that tells something of it."""
    goal = Goal(id="g2", field=GoalField.HEALTH, title="Therapie")
    measure = Measure(id="m2", title="Termin", goals=("g2",))
    plan = opened(GOAL, HEALTH, goal, measure)
    assert ("h1", "g2", "m2") == plan.ids({PlanGroup.HEALTH})


def test_an_earlier_version_about_health_counts():
    """A goal that was about health once is one of those that tell of health."""
    first = Goal(id="g2", field=GoalField.HEALTH, title="Therapie")
    plan = opened(first).revise(put=[Goal(id="g2", field=GoalField.WORK, title="Arbeit")], **on(1))
    assert ("g2",) == plan.ids({PlanGroup.HEALTH})


def test_withdrawn_entries_are_erased_too():
    """What no longer counts is still held, and can go."""
    plan = opened(HEALTH).revise(withdraw=["h1"], **on(1))
    cleaned = plan.erase(plan.ids({PlanGroup.HEALTH}), legal_basis=BASIS, **on(2))
    assert () == cleaned.ids({PlanGroup.HEALTH})
    assert "Asthma" not in to_json(cleaned)


def test_reasons_of_touching_revisions_go_too():
    """The reasons of revisions that put, mark or withdraw an entry may speak of it."""
    plan = opened(HEALTH, reason="eins").revise(put=[GOAL], reason="zwei", **on(1))
    plan = plan.revise(withdraw=["h1"], reason="drei", **on(2))
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(3))
    assert [None, "zwei", None, None] == [r.reason for r in cleaned.revisions]
    more = plan.erase(["h1"], reasons=[2], legal_basis=BASIS, **on(3))
    assert [None] * 4 == [r.reason for r in more.revisions]
    assert more.verify(head=plan.head).holds


def test_an_erasure_needs_entries_that_are_there():
    """An unknown entry and a revision that is not there are refused, both at once."""
    with pytest.raises(InvalidValueError) as caught:
        opened(GOAL).erase(["h1"], reasons=[7], legal_basis=BASIS, **on(1))
    assert ["no_such_entry", "no_such_revision"] == [p.code for p in caught.value.problems]


def test_nothing_is_erased_twice():
    """An erased entry cannot be erased again."""
    cleaned = opened(HEALTH).erase(["h1"], legal_basis=BASIS, **on(1))
    with pytest.raises(InvalidValueError) as caught:
        cleaned.erase(["h1"], legal_basis=BASIS, **on(2))
    assert ["erased_entry"] == [p.code for p in caught.value.problems]


def test_a_closed_plan_can_be_erased():
    """The right to erasure does not end with the plan."""
    plan = lived().erase_everything(legal_basis=BASIS, **on(11))
    assert plan.is_closed
    assert plan.verify().holds


def test_erasure_by_hand_is_refused():
    """An erasure among other changes, or another change in an erasure, is no history."""
    with pytest.raises(InvalidValueError) as caught:
        opened(GOAL).revise(put=[GERMAN], kind=RevisionKind.ERASURE, **on(1))
    codes = [p.code for p in caught.value.problems]
    assert ["no_legal_basis", "erasure_alone"] == codes


# ------------------------------------------------------------------------------ it stays gone: G9


def test_an_old_document_does_not_bring_it_back():
    """The revisions of before with the erasure behind them are refused when they are loaded."""
    plan = opened(HEALTH)
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(1))
    data = to_mapping(cleaned)
    data["revisions"][0] = to_mapping(plan)["revisions"][0]
    with pytest.raises(Exception, match="erased"):
        from_mapping(data, IntegrationPlan)


@pytest.mark.parametrize("step", ["put", "mark", "withdraw"])
def test_nothing_happens_to_an_erased_entry_any_more(step: str):
    """Whatever names an erased entry is refused."""
    cleaned = opened(HEALTH).erase(["h1"], legal_basis=BASIS, **on(1))
    steps: dict[str, Any] = {
        "put": lambda: cleaned.revise(put=[HEALTH], **on(2)),
        "withdraw": lambda: cleaned.revise(withdraw=["h1"], **on(2)),
        "mark": lambda: cleaned.mark(["h1"], Marking.CONTESTED, **on(2)),
    }
    with pytest.raises(InvalidValueError) as caught:
        steps[step]()
    assert ["erased_entry"] == [p.code for p in caught.value.problems]


def test_a_merge_does_not_bring_it_back():
    """What one side erased is erased on the other, whatever that side made of it since."""
    plan = opened(HEALTH, GOAL)
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(1))
    continued = plan.revise(put=[HealthNote(id="h1", note="neuer Stand")], **on(1))
    assert () == merge(cleaned, continued).put
    assert ("h1",) == merge(continued, cleaned).erase


def test_an_old_copy_that_is_absorbed_does_not_bring_it_back():
    """A copy of the plan from before the erasure is no source of entries."""
    plan = opened(HEALTH, GOAL)
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(1))
    try:
        found = absorb(cleaned, plan).put
    except InvalidValueError:
        found = ()
    assert not [entry for entry in found if isinstance(entry, HealthNote)]


def test_a_merge_takes_erased_reasons_along():
    """A reason that one side erased must not stay on the other."""
    plan = opened(GOAL, reason="Asthma")
    cleaned = plan.erase([], reasons=[1], legal_basis=BASIS, **on(1))
    try:
        merged = recorded(plan, merge(plan, cleaned), **on(2))
    except InvalidValueError:
        return  # not before it is erased here
    assert "Asthma" not in to_json(merged)


def test_erasure_works_where_a_goal_was_taken_up_again():
    """A step that needed its reason stands, though the reason was erased since."""
    plan = opened(Goal(id="g1", field=GoalField.WORK, title="A", lifecycle=Lifecycle.CANCELLED))
    again = Goal(id="g1", field=GoalField.WORK, title="A")
    plan = plan.revise(put=[again, HEALTH], reason="Asthma geheilt", **on(1))
    assert plan.erase(["h1"], legal_basis=BASIS, **on(2)).verify().holds


def test_erasure_in_a_history_of_a_newer_algorithm_is_our_error():
    """What cannot be sealed because its algorithm is not known is refused in our words."""
    data = to_mapping(opened(HEALTH))
    data["revisions"][0]["digest"] = data["revisions"][0]["digest"].replace("sha256", "sha512")
    plan = from_mapping(data, IntegrationPlan)
    with pytest.raises(IntegrationsplanError):
        plan.erase(["h1"], legal_basis=BASIS, **on(1))


# ------------------------------------------------------------------------------------ linking: G6


def skeleton(plan: IntegrationPlan) -> set[bytes]:
    """Return every run of eight bytes of digests, salts and commitments, decoded."""
    found: set[bytes] = set()
    for token in re.findall(r"[A-Za-z0-9_-]{43}", to_json(plan)):
        data = base64.urlsafe_b64decode(token + "=")
        assert 32 == len(data)
        found |= {data[index : index + 8] for index in range(25)}
    return found


def test_equal_plans_cannot_be_linked_by_their_skeletons():
    """Two plans with the same entries, times and authors share no eight bytes."""
    one, other = opened(HEALTH, GOAL, CONSENT), opened(HEALTH, GOAL, CONSENT, seed=1)
    assert one.current == other.current
    assert len(skeleton(one)) >= 7 * 25
    assert not skeleton(one) & skeleton(other)
    wiped = [p.erase_everything(legal_basis=BASIS, **on(1, s)) for p, s in ((one, 0), (other, 1))]
    assert not skeleton(wiped[0]) & skeleton(wiped[1])


def test_equal_entries_of_one_plan_cannot_be_linked():
    """The same content twice in one history has two commitments."""
    plan = opened(HEALTH).revise(withdraw=["h1"], **on(1)).revise(put=[HEALTH], **on(2))
    cleaned = plan.erase(["h1"], legal_basis=BASIS, **on(3))
    sealed = [c.commitment for r in cleaned.revisions for c in r.changes if isinstance(c, Sealed)]
    assert 2 == len(set(sealed))


def test_salts_are_fresh_by_default():
    """Without an injected source, two openings share no salt and no digest."""
    facts = {key: value for key, value in on(0).items() if key != "salts"}
    plans = [
        IntegrationPlan.open(
            id="p",
            subject="s",
            body=opened().body,
            jurisdiction="08",
            put=[GOAL],
            **facts,  # type: ignore[arg-type]
        )
        for _ in range(2)
    ]
    assert not skeleton(plans[0]) & skeleton(plans[1])


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_source_of_other_salts_is_refused(size: int):
    """A source that gives more or fewer than 32 bytes is no source."""
    facts = {**on(1), "salts": lambda _: b"\x01" * size}
    with pytest.raises(InvalidValueError) as caught:
        opened().revise(put=[GOAL], **facts)
    assert ["wrong_salt"] == [p.code for p in caught.value.problems]


def test_an_erased_life_can_be_stored():
    """What remains after an erasure is a document like any other."""
    plan = lived()
    again = from_json(to_json(plan), IntegrationPlan)
    assert (plan, Verdict.ANCHORED) == (again, again.verify(head=plan.head).verdict)
