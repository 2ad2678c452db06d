"""What makes revisions a history: every kind of problem, alone and together."""

import datetime as dt

import pytest

from integrationsplan import evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Author, Put, Revision, RevisionKind, Seal, Withdraw
from integrationsplan.plan import (
    Agreement,
    Body,
    Goal,
    GoalField,
    IntegrationPlan,
    Lifecycle,
    Measure,
    Party,
    Responsibility,
    Subject,
)

AUTHOR = Author(role="integration_manager", id="im-7")
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1")
MEASURE = Measure(id="m1", title="Integrationskurs")


SALT = "A" * 43
RESPONSIBLE = Responsibility(id="responsibility", body=Body(name="Weinheim"), jurisdiction="08")
HEAD = (
    Put(entry=Subject(id="subject", reference="p-83f1"), salt=SALT),
    Put(entry=RESPONSIBLE, salt=SALT),
)
"""What every opening puts."""


def revision(place: int, *changes: object, **fields: object) -> Revision:
    """Make a revision that follows the others, one a day; the first begins with the head.

    Its digest is none: whether a chain holds is asked apart from whether it is a history.
    """
    defaults = {
        "number": place,
        "recorded_at": dt.datetime(2018, 3, place, 9, tzinfo=dt.UTC),
        "effective_on": dt.date(2018, 3, place),
        "author": AUTHOR,
        "author_seal": Seal(salt=SALT),
        "kind": RevisionKind.OPENING if place == 1 else RevisionKind.CONTINUATION,
        "changes": (*HEAD, *changes) if place == 1 else changes,
        "digest": "sha256/1:" + SALT,
    }
    return Revision(**(defaults | fields))


def put(entry: object) -> Put:
    """Put an entry."""
    return Put(entry=entry, salt=SALT)


def plan(*revisions: Revision) -> IntegrationPlan:
    """Make a plan of these revisions."""
    return IntegrationPlan(id="plan-1", revisions=revisions)


def problems(*revisions: Revision) -> list[tuple[str, str]]:
    """Return place and code of every problem of a history."""
    with pytest.raises(InvalidValueError) as caught:
        plan(*revisions)
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


def test_the_head_of_a_plan_is_a_person_and_a_body():
    """A goal under the id of the person does not say whom the plan is about."""
    goals = [put(evolve(GOAL, id=name)) for name in ("subject", "responsibility")]
    with pytest.raises(InvalidValueError):
        plan(revision(1, changes=tuple(goals)))


def test_a_history_counts_from_one_without_gaps():
    """A revision with another number than its place is refused."""
    assert problems(revision(1), revision(3)) == [("/revisions/1/number", "wrong_revision_number")]


def test_a_history_is_not_empty():
    """A document without revisions is refused."""
    assert ("/revisions", "too_short") in problems()


def test_a_history_begins_with_an_opening():
    """A first revision of another kind is refused."""
    first = revision(1, kind=RevisionKind.CONTINUATION)
    assert problems(first) == [("/revisions/0/kind", "no_opening")]


def test_a_history_has_one_opening():
    """An opening in the middle is refused."""
    second = revision(2, kind=RevisionKind.OPENING)
    assert problems(revision(1), second) == [("/revisions/1/kind", "no_opening")]


def test_recording_goes_forward():
    """A revision recorded before the one before is refused."""
    second = revision(2, recorded_at=dt.datetime(2018, 3, 1, 8, 59, 59, tzinfo=dt.UTC))
    assert problems(revision(1), second) == [("/revisions/1/recorded_at", "recorded_earlier")]


def test_the_same_moment_of_recording_is_accepted():
    """Two revisions may be recorded at one moment."""
    same = revision(2, recorded_at=revision(1).recorded_at)
    assert len(plan(revision(1), same).revisions) == 2


def test_moments_are_compared_across_offsets():
    """A later wall clock with a larger offset can be an earlier moment."""
    east = dt.timezone(dt.timedelta(hours=2))
    second = revision(2, recorded_at=dt.datetime(2018, 3, 1, 10, 59, tzinfo=east))
    assert problems(revision(1), second) == [("/revisions/1/recorded_at", "recorded_earlier")]


def test_effect_does_not_begin_before_the_opening():
    """A revision that counts from a day before the opening is refused."""
    second = revision(2, effective_on=dt.date(2018, 2, 28))
    assert problems(revision(1), second) == [
        ("/revisions/1/effective_on", "effective_before_opening")
    ]


def test_effect_may_begin_on_the_day_of_the_opening():
    """A revision may count from the day of the opening itself."""
    second = revision(2, effective_on=dt.date(2018, 3, 1))
    assert len(plan(revision(1), second).revisions) == 2


def test_effect_may_go_back_behind_the_revision_before():
    """Later recorded revisions may count from an earlier day, after the opening."""
    third = revision(3, effective_on=dt.date(2018, 3, 1))
    assert len(plan(revision(1), revision(2), third).revisions) == 3


@pytest.mark.parametrize(
    "kind", [RevisionKind.CONTINUATION, RevisionKind.AGREEMENT, RevisionKind.CLOSURE]
)
def test_nothing_but_corrections_follows_a_closure(kind: RevisionKind):
    """Every other revision after the closure is refused."""
    closure = revision(2, kind=RevisionKind.CLOSURE)
    assert problems(revision(1), closure, revision(3, kind=kind)) == [
        ("/revisions/2/kind", "after_closure")
    ]


def test_a_correction_does_not_reopen():
    """After a closure and a correction a continuation is still refused."""
    closure = revision(2, kind=RevisionKind.CLOSURE)
    correction = revision(3, kind=RevisionKind.CORRECTION)
    assert problems(revision(1), closure, correction, revision(4)) == [
        ("/revisions/3/kind", "after_closure")
    ]


def test_an_unknown_entry_cannot_be_withdrawn():
    """The withdrawal of an entry that is not there is refused."""
    assert problems(revision(1), revision(2, Withdraw(entry_id="g1"))) == [
        ("/revisions/1/changes/0/entry_id", "no_such_entry")
    ]


def test_an_entry_cannot_be_withdrawn_again():
    """The second withdrawal of an entry is refused."""
    gone = Withdraw(entry_id="g1")
    assert problems(revision(1, put(GOAL)), revision(2, gone), revision(3, gone)) == [
        ("/revisions/2/changes/0/entry_id", "no_such_entry")
    ]


def test_an_id_keeps_its_kind():
    """An entry of another kind under a present id is refused."""
    other = Measure(id="g1", title="Kurs")
    assert problems(revision(1, put(GOAL)), revision(2, put(other))) == [
        ("/revisions/1/changes/0/entry", "entry_kind_changed")
    ]


def test_a_refused_kind_does_not_replace_the_entry():
    """After a refused change of kind the old entry still counts for what follows."""
    other = Measure(id="g1", title="Kurs")
    third = revision(3, put(evolve(GOAL, lifecycle=Lifecycle.COMPLETED)))
    assert problems(revision(1, put(GOAL)), revision(2, put(other)), third) == [
        ("/revisions/1/changes/0/entry", "entry_kind_changed"),
        ("/revisions/2/changes/0/entry/lifecycle", "forbidden_transition"),
    ]


def test_a_revision_changes_an_entry_once():
    """The second change of one entry in one revision is refused."""
    assert problems(revision(1, put(GOAL), put(evolve(GOAL, title="Deutsch B2")))) == [
        ("/revisions/0/changes/3", "entry_changed_twice")
    ]


def test_put_and_withdrawal_in_one_revision_are_two_changes():
    """An entry cannot come and go in one revision."""
    assert problems(revision(1, put(GOAL), Withdraw(entry_id="g1"))) == [
        ("/revisions/0/changes/3", "entry_changed_twice")
    ]


@pytest.mark.parametrize("covered", [2, 3])
def test_an_agreement_covers_earlier_revisions_only(covered: int):
    """An agreement to its own revision or a later one is refused."""
    agreement = Agreement(
        id="a1", revision=covered, agreed_on=dt.date(2018, 3, 2), by=(Party.PERSON,)
    )
    assert problems(revision(1), revision(2, put(agreement))) == [
        ("/revisions/1/changes/0/entry/revision", "no_such_revision")
    ]


def test_a_new_version_of_an_agreement_is_checked_alike():
    """An agreement cannot be moved to a later revision afterwards."""
    agreement = Agreement(id="a1", revision=1, agreed_on=dt.date(2018, 3, 2), by=(Party.PERSON,))
    later = evolve(agreement, revision=3)
    assert problems(revision(1), revision(2, put(agreement)), revision(3, put(later))) == [
        ("/revisions/2/changes/0/entry/revision", "no_such_revision")
    ]


def test_all_problems_are_told_at_once():
    """A history with many faults is refused with each of them, in the order of the revisions."""
    broken = revision(
        2,
        put(evolve(GOAL, lifecycle=Lifecycle.COMPLETED)),
        Withdraw(entry_id="x"),
        Withdraw(entry_id="g1"),
        put(Measure(id="q", title="Kurs")),
        number=7,
        kind=RevisionKind.OPENING,
        recorded_at=dt.datetime(2018, 2, 1, tzinfo=dt.UTC),
        effective_on=dt.date(2017, 1, 1),
    )
    last = revision(4, put(MEASURE))
    assert problems(
        revision(1, put(GOAL)), broken, revision(3, kind=RevisionKind.CLOSURE), last
    ) == [
        ("/revisions/1/number", "wrong_revision_number"),
        ("/revisions/1/kind", "no_opening"),
        ("/revisions/1/recorded_at", "recorded_earlier"),
        ("/revisions/1/effective_on", "effective_before_opening"),
        ("/revisions/1/changes/0/entry/lifecycle", "forbidden_transition"),
        ("/revisions/1/changes/1/entry_id", "no_such_entry"),
        ("/revisions/1/changes/2", "entry_changed_twice"),
        ("/revisions/3/kind", "after_closure"),
    ]


def test_a_naive_moment_is_refused():
    """A revision needs the offset of its moment of recording."""
    with pytest.raises(InvalidValueError) as caught:
        revision(1, recorded_at=dt.datetime(2018, 3, 1, 9))  # noqa: DTZ001  # what is tested
    found = [(problem.pointer, problem.code) for problem in caught.value.problems]
    assert found == [("/recorded_at", "naive_moment")]


def test_an_offset_with_seconds_is_refused():
    """An offset must be of whole minutes, or it could not be written."""
    odd = dt.timezone(dt.timedelta(minutes=53, seconds=28))
    with pytest.raises(InvalidValueError) as caught:
        revision(1, recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=odd))
    assert [problem.code for problem in caught.value.problems] == ["naive_moment"]


def test_moments_near_the_ends_of_time_are_compared():
    """Offsets that lead out of the years 1 to 9999 do no harm."""
    west, east = dt.timezone(-dt.timedelta(hours=23)), dt.timezone(dt.timedelta(hours=23))
    first = revision(
        1,
        recorded_at=dt.datetime(1, 1, 1, tzinfo=east),
        effective_on=dt.date(1, 1, 1),
    )
    last = revision(2, recorded_at=dt.datetime(9999, 12, 31, 23, 59, tzinfo=west))
    assert len(plan(first, last).revisions) == 2


class Berlin(dt.tzinfo):
    """Berlin in October 2018: summer time ends on the 28th, 3:00 to 2:00."""

    def utcoffset(self, moment: dt.datetime | None) -> dt.timedelta:
        """Return two hours before the change, one after it."""
        assert moment is not None
        wall = moment.replace(tzinfo=None)
        change = dt.datetime(2018, 10, 28, 3 - moment.fold)  # noqa: DTZ001  # wall clock
        return dt.timedelta(hours=2 if wall < change else 1)

    def dst(self, moment: dt.datetime | None) -> dt.timedelta:
        """Return what summer time adds."""
        return self.utcoffset(moment) - dt.timedelta(hours=1)

    def tzname(self, _: dt.datetime | None) -> str:
        """Return the name of the zone."""
        return "Berlin"


BERLIN = Berlin()


def in_autumn(recorded_at: dt.datetime) -> dict[str, object]:
    """Return what a revision recorded at this moment is made of."""
    return {
        "author": AUTHOR,
        "recorded_at": recorded_at,
        "effective_on": dt.date(2018, 10, 28),
    }


def test_recording_goes_forward_through_the_end_of_summer_time():
    """2:10 after the change is later than 2:50 before it."""
    before = dt.datetime(2018, 10, 28, 2, 50, tzinfo=BERLIN)
    after = dt.datetime(2018, 10, 28, 2, 10, fold=1, tzinfo=BERLIN)
    history = plan(revision(1)).revise(**in_autumn(before)).revise(**in_autumn(after))
    assert [dt.UTC.utcoffset(None), dt.timedelta(hours=2), dt.timedelta(hours=1)] == [
        r.recorded_at.utcoffset() for r in history.revisions
    ]


def test_recording_backward_through_the_end_of_summer_time_is_refused():
    """2:50 before the change is earlier than 2:10 after it."""
    before = dt.datetime(2018, 10, 28, 2, 50, tzinfo=BERLIN)
    after = dt.datetime(2018, 10, 28, 2, 10, fold=1, tzinfo=BERLIN)
    history = plan(revision(1)).revise(**in_autumn(after))
    with pytest.raises(InvalidValueError) as caught:
        history.revise(**in_autumn(before))
    assert ["recorded_earlier"] == [problem.code for problem in caught.value.problems]


def test_a_state_known_in_the_hour_that_comes_twice():
    """What was recorded after the change of time was not known before it."""
    after = dt.datetime(2018, 10, 28, 2, 10, fold=1, tzinfo=BERLIN)
    history = plan(revision(1)).revise(put=[GOAL], **in_autumn(after))
    known = history.as_known(dt.datetime(2018, 10, 28, 2, 50, tzinfo=BERLIN))
    assert "g1" not in known


def test_a_revision_itself_takes_no_time_zone():
    """Moments of one zone are compared by the wall clock, so only a fixed offset is kept."""
    with pytest.raises(InvalidValueError):
        revision(1, recorded_at=dt.datetime(2018, 10, 28, 2, 50, tzinfo=BERLIN))


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_huge_revision_number_can_be_told(language: str):
    """A number that Python does not write in digits does not break the message."""
    with pytest.raises(InvalidValueError) as caught:
        plan(revision(1, number=10**5000))
    assert "/number" in caught.value.text(language)
