"""Timelines: in force until superseded or repealed; known later overrides."""

import datetime as dt
import pickle  # values must survive it; nothing foreign is read

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan.errors import InvalidValueError, NotInForceError, UnknownNameError
from integrationsplan.parameters import Dated, DatedValue, Timeline
from integrationsplan.values import Basis, Citation, Period

BASE = dt.date(2020, 1, 1)
SOURCE = Citation(title="Quelle")


def day(number: int | None) -> dt.date | None:
    """Return the day of a number, counted from the base."""
    return None if number is None else BASE + dt.timedelta(days=number)


def row(
    start: int | None = None,
    end: int | None = None,
    known: int | None = None,
    edition: str | None = None,
) -> Dated:
    """Make a row from numbers of days."""
    return Dated(start=day(start), end=day(end), known_from=day(known), edition=edition)


def pick(timeline: Timeline[Dated], number: int, known: int | None = None) -> int:
    """Return the index of the row in force."""
    return timeline.rows.index(timeline.at(day(number), as_known=day(known)))


def flagged(*rows: Dated) -> list[str]:
    """Return the places of the problems that rows have together."""
    with pytest.raises(InvalidValueError) as caught:
        Timeline("rate", rows)
    return [problem.pointer for problem in caught.value.problems]


def nearest(timeline: Timeline[Dated], number: int, known: int | None = None) -> tuple[object, ...]:
    """Return the nearest days in force that the error names."""
    with pytest.raises(NotInForceError) as caught:
        timeline.at(day(number), as_known=day(known))
    return caught.value.before, caught.value.after


@pytest.mark.parametrize(("index", "number"), [(0, 0), (0, 9), (1, 10), (1, 5000)])
def test_a_row_is_in_force_until_superseded(index: int, number: int):
    """A later start supersedes a row without end."""
    assert index == pick(Timeline("rate", (row(0), row(10))), number)


def test_rows_may_stand_in_any_order():
    """The order of the rows does not matter."""
    assert 0 == pick(Timeline("rate", (row(10), row(0))), 12)


def test_a_row_without_start_has_always_been():
    """An open past is in force on the first day of the calendar."""
    assert row(None, 5) == Timeline("rate", (row(None, 5), row(6))).at(dt.date.min)


def test_both_ends_of_a_row_are_in_force():
    """A row of one day is in force on that day."""
    assert 0 == pick(Timeline("rate", (row(3, 3),)), 3)


def test_a_superseded_row_does_not_come_back():
    """After the repeal of its successor a superseded row is not in force again."""
    timeline = Timeline("rate", (row(0), row(10, 20)))
    assert (day(20), None) == nearest(timeline, 21)


@pytest.mark.parametrize(
    ("index", "number", "known"),
    [(1, 5, None), (0, 5, 99), (1, 5, 100), (0, 3, None), (0, 9, None), (1, 8, None)],
)
def test_what_was_known_later_overrides_its_own_time(index: int, number: int, known: int | None):
    """A retroactive row overrides from the day it was known on, over its own days."""
    assert index == pick(Timeline("rate", (row(0), row(4, 8, known=100))), number, known)


def test_knowledge_beats_the_later_start():
    """Of two rows in force, the one known later is taken, even if it starts earlier."""
    assert 0 == pick(Timeline("rate", (row(0, None, 50), row(5, None, 40))), 7)


def test_before_the_first_row_the_error_names_its_start():
    """Before anything was in force, the first start is the nearest day."""
    assert (None, day(10)) == nearest(Timeline("rate", (row(10), row(20))), 9)


def test_after_repeal_the_error_names_the_last_day():
    """After the end of the last row, that end is the nearest day."""
    assert (day(10), None) == nearest(Timeline("rate", (row(0, 5), row(6, 10))), 11)


def test_in_a_gap_the_error_names_both_sides():
    """Between two rows the nearest days lie on both sides."""
    assert (day(5), day(10)) == nearest(Timeline("rate", (row(10), row(0, 5))), 7)


def test_what_was_not_known_yet_is_in_force_on_no_day():
    """Where nothing was known, the error names no day."""
    assert (None, None) == nearest(Timeline("rate", (row(0, None, 50),)), 7, 49)


def test_the_error_carries_key_and_day():
    """The facts of the error are its attributes."""
    with pytest.raises(NotInForceError) as caught:
        Timeline("rate", (row(10),)).at(BASE)
    assert ("rate", BASE) == (caught.value.key, caught.value.day)


@pytest.mark.parametrize("rows", [(row(0),), (row(),)], ids=["bounded", "open"])
def test_a_moment_is_no_day(rows: tuple[Dated, ...]):
    """Asking for a moment is refused, whether the rows have ends or not."""
    timeline = Timeline("rate", rows)
    with pytest.raises((InvalidValueError, TypeError)):
        timeline.at(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))


def test_a_timeline_has_rows():
    """No rows are no timeline."""
    assert ["/rows"] == flagged()


def test_a_row_that_runs_over_is_told():
    """A row with an end must end before the next begins."""
    assert ["/rows/1"] == flagged(row(0, 10), row(10))


def test_two_rows_with_one_start_are_told():
    """Two rows cannot begin on one day."""
    assert ["/rows/1"] == flagged(row(0), row(0))


def test_two_rows_without_start_are_told():
    """Two rows cannot both have always been."""
    assert ["/rows/1"] == flagged(row(None, 5), row(None, 9))


def test_the_problem_names_the_other_row():
    """The place is the later row, the parameter the earlier one."""
    with pytest.raises(InvalidValueError) as caught:
        Timeline("rate", (row(5), row(0, 7)))
    assert [("overlap", "/rows/0", {"other": 1})] == [
        (problem.code, problem.pointer, problem.params) for problem in caught.value.problems
    ]


def test_every_row_that_overlaps_is_told():
    """A long row contradicts each row that begins within it, not only the next."""
    assert ["/rows/1", "/rows/2"] == flagged(row(0, 100), row(10, 12), row(20, 22))


def test_rows_known_from_different_days_may_overlap():
    """An overlap of what was known then and now is no contradiction."""
    assert 2 == len(Timeline("rate", (row(0, 10, 1), row(0, 10, 2))).rows)


def test_rows_of_the_first_day_of_the_calendar_overlap_too():
    """A row known from the first day of the calendar hides no contradiction of others."""
    first = Dated(start=day(5), end=day(6), known_from=dt.date.min)
    assert ["/rows/2"] == flagged(row(0, 100), first, row(10, 12))


def test_rows_are_exactly_a_tuple():
    """A list could be changed afterwards and is refused."""
    with pytest.raises(InvalidValueError) as caught:
        Timeline("rate", [row(0)])
    assert [("wrong_type", "/rows")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_an_end_before_the_start_of_a_row_is_refused():
    """The problem is told at the end."""
    with pytest.raises(InvalidValueError) as caught:
        row(5, 4)
    assert [("end_before_start", "/end")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_a_row_may_end_on_its_first_day():
    """A row of one day is a row, and its period has that day."""
    assert Period(day(4), day(4)) == row(4, 4).period


def test_an_edition_is_found_by_name():
    """The row of an edition is found, whatever is in force."""
    timeline = Timeline("key", (row(0, edition="2019"), row(5, edition="2020")))
    assert timeline.rows[0] == timeline.edition("2019")


def test_an_edition_of_several_rows_is_asked_by_day():
    """Of several rows of an edition the one in force on the day is taken."""
    timeline = Timeline("key", (row(0, 4, edition="a"), row(5, edition="a"), row(9, edition="b")))
    assert timeline.rows[0] == timeline.edition("a", day(3))


def test_an_edition_not_in_force_on_the_day_is_told():
    """An edition of several rows is asked like a timeline."""
    timeline = Timeline("key", (row(0, 4, edition="a"), row(6, edition="a")))
    with pytest.raises(NotInForceError):
        timeline.edition("a", day(5))


def test_an_unknown_edition_is_told_with_the_known_ones():
    """The error lists the editions that exist."""
    timeline = Timeline("key", (row(0, edition="2019"), row(5, edition="2020"), row(9)))
    with pytest.raises(UnknownNameError) as caught:
        timeline.edition("2021")
    assert ("2019", "2020") == caught.value.known


def test_an_edition_by_number_can_be_told():
    """The message of an edition that was asked for by number can be read."""
    with pytest.raises((UnknownNameError, InvalidValueError)) as caught:
        Timeline("key", (row(0, edition="2019"),)).edition(2019)
    assert "edition" in str(caught.value)


def test_editions_are_named_in_order_without_repeats():
    """Each edition is named once, in the order of the rows."""
    timeline = Timeline(
        "key", (row(5, edition="b"), row(0, 1, edition="a"), row(9, edition="b"), row(20))
    )
    assert ("b", "a") == timeline.editions


def test_a_dated_value_has_its_source():
    """The value comes back as it was given."""
    dated = DatedValue(value=64_000, basis=Basis.STATED, citation=SOURCE)
    assert 64_000 == Timeline("rate", (dated,)).at(BASE).value


def test_a_dated_value_checks_what_it_inherits():
    """The end of a dated value is checked like that of a bare row."""
    with pytest.raises(InvalidValueError):
        DatedValue(start=day(5), end=day(4), value=1, basis=Basis.STATED, citation=SOURCE)


def test_a_timeline_survives_pickling():
    """A copy by pickle is equal."""
    timeline = Timeline("rate", (row(0), row(10, None, 3, "e")))
    assert timeline == pickle.loads(pickle.dumps(timeline))  # noqa: S301  # our own bytes


# ---------------------------------------------------------------------------- against a naive scan

numbers = st.integers(0, 12)
maybe = st.one_of(st.none(), numbers)


@st.composite
def rows_of_days(draw: st.DrawFn) -> tuple[Dated, ...]:
    """Draw a few rows, each with its end after its start."""
    rows = []
    for _ in range(draw(st.integers(1, 5))):
        start, length = draw(maybe), draw(maybe)
        end = None if length is None else (start or 0) + length
        rows.append(row(start, end, draw(st.sampled_from([None, None, 3, 6]))))
    return tuple(rows)


def contradict(left: Dated, right: Dated) -> bool:
    """Tell whether two rows contradict each other."""
    if left.known_from != right.known_from:
        return False
    first, second = sorted((left, right), key=lambda item: item.start or dt.date.min)
    start = second.start or dt.date.min
    return first.start == second.start or (first.end is not None and start <= first.end)


def scan(rows: tuple[Dated, ...], on: dt.date, known: dt.date | None) -> Dated | None:
    """Find the row in force by the words of the docstring."""
    best = None
    for since in sorted({r.known_from for r in rows}, key=lambda date: date or dt.date.min):
        if since is not None and known is not None and since > known:
            continue
        begun = [r for r in rows if r.known_from == since and (r.start or dt.date.min) <= on]
        last = max(begun, key=lambda r: r.start or dt.date.min, default=None)
        if last is not None and (last.end is None or on <= last.end):
            best = last
    return best


@settings(deadline=None, max_examples=200)
@given(rows_of_days())
def test_rows_are_taken_if_no_two_contradict_each_other(rows: tuple[Dated, ...]):
    """A timeline is refused exactly where a pair of its rows contradicts itself."""
    bad = any(contradict(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :])
    try:
        Timeline("rate", rows)
    except InvalidValueError:
        taken = False
    else:
        taken = True
    assert bad is not taken


@settings(deadline=None, max_examples=300)
@given(rows_of_days(), st.integers(-2, 30), maybe)
def test_the_row_in_force_is_that_of_a_naive_scan(
    rows: tuple[Dated, ...], number: int, known: int | None
):
    """Look-up by day agrees with a scan, and failures name the nearest days of the scan."""
    try:
        timeline = Timeline("rate", rows)
    except InvalidValueError:
        return
    on, as_known = day(number), day(known)
    days = [day(n) for n in range(-5, 40)]
    good = [d for d in days if scan(rows, d, as_known) is not None]
    expected: object = scan(rows, on, as_known)
    if expected is None:
        before = max((d for d in good if d < on), default=None)
        expected = before, min((d for d in good if d > on), default=None)
    try:
        found: object = timeline.at(on, as_known=as_known)
    except NotInForceError as error:
        found = error.before, error.after
    assert expected == found
