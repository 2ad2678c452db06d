"""Profiles, resolutions, stages and alignments, and from when to when a concept holds."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.concept.samples import day, problems_of, resolution, span, state

from integrationsplan import Period
from integrationsplan.concept import (
    Alignment,
    ConceptLevel,
    ConceptProfile,
    NetworkProfile,
    Resolution,
    ResolutionKind,
    Stage,
    StageKind,
    valid_periods,
    validity_gaps,
)
from integrationsplan.errors import InvalidValueError

ADOPTED = resolution("r-1", "2019-05-13", ("2019-05-13", "2020-12-31"))
NOTHING = [ResolutionKind.ORDERED, ResolutionKind.KEY_POINTS, ResolutionKind.NOTED]


def ended(on: str | None, id: str = "e-1") -> Resolution:
    """Return the resolution by which a concept is ended."""
    return resolution(id, on, sort=ResolutionKind.ENDED)


def spans(*resolutions: Resolution) -> list[tuple[str | None, str | None]]:
    """Return the times in which a concept holds, as texts."""
    return [
        (p.start and p.start.isoformat(), p.end and p.end.isoformat())
        for p in valid_periods(state(*resolutions))
    ]


def gaps(until: str, *resolutions: Resolution) -> list[tuple[str, str]]:
    """Return the times without a valid concept, as texts."""
    found = [gap.bounds for gap in validity_gaps(state(*resolutions), day(until))]
    return [(start.isoformat(), end.isoformat()) for start, end in found]


# -- what they say ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("de", "en", "entry"),
    [
        (
            "Konzept (Landkreis)",
            "Konzept (district)",
            ConceptProfile(id="profile", title="Konzept", level=ConceptLevel.DISTRICT, body="b"),
        ),
        ("Netzwerk", "Netzwerk", NetworkProfile(id="profile", title="Netzwerk", body="b")),
        (
            "beschlossen durch Kreistag, 13.05.2019",
            "adopted by Kreistag, 2019-05-13",
            resolution(on="2019-05-13"),
        ),
        ("beschlossen durch Kreistag", "adopted by Kreistag", resolution()),
        ("fortgeschrieben", "continued", Resolution(id="r", sort=ResolutionKind.CONTINUED)),
        ("Entwurf", "draft", Stage(id="s", sort=StageKind.DRAFT)),
        ("Entwurf (erledigt)", "draft (done)", Stage(id="s", sort=StageKind.DRAFT, is_done=True)),
        (
            "Beirat (erledigt 01.02.2019)",
            "Beirat (done 2019-02-01)",
            Stage(id="s", sort=StageKind.DRAFT, title="Beirat", done_on=day("2019-02-01")),
        ),
        ("land", "land", Alignment(id="a", higher="land")),
        (
            "z-1: Landeskonzept",
            "z-1: Landeskonzept",
            Alignment(id="a", higher="land", title="Landeskonzept", goal="z-1"),
        ),
    ],
)
def test_entries_are_said_in_both_languages(de: str, en: str, entry: Any):
    """What is not known is not said."""
    assert (de, en) == (entry.summary("de"), entry.summary("en"))


@pytest.mark.parametrize("sort", [*NOTHING, ResolutionKind.ENDED])
def test_only_some_resolutions_give_validity(sort: ResolutionKind):
    """A time at any other says that something was mixed up."""
    found = problems_of(resolution, valid=("2019-01-01", None), sort=sort)
    assert [("adopts_nothing", "/valid")] == found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"votes_for": -1}, [("too_small", "/votes_for")]),
        ({"votes_against": 10_001}, [("too_large", "/votes_against")]),
        ({"votes_for": True}, [("wrong_type", "/votes_for")]),
        ({"revision": 0}, [("too_small", "/revision")]),
        ({"is_unanimous": 1}, [("wrong_type", "/is_unanimous")]),
        ({"sort": "adopted"}, [("wrong_type", "/sort")]),
        (
            {"is_unanimous": True, "votes_against": 2, "abstentions": -1},
            [("too_small", "/abstentions")],
        ),
    ],
)
def test_a_wrong_resolution_is_refused(content: dict[str, Any], expected: list[tuple[str, str]]):
    """What fields say together is looked at when each of them is right."""
    assert expected == problems_of(resolution, **content)


def test_a_moment_is_no_day():
    """A datetime is none, though Python takes it for one."""
    moment = dt.datetime(2019, 5, 13, tzinfo=dt.UTC)
    found = problems_of(Resolution, id="r", sort=ResolutionKind.ADOPTED, on=moment)
    assert [("wrong_type", "/on")] == found


# -- from when to when -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "resolutions"),
    [
        ([], []),
        ([("2019-05-13", "2020-12-31")], [ADOPTED]),
        ([("2019-05-13", None)], [resolution(on="2019-05-13")]),
        ([], [resolution()]),
        ([("2019-05-13", "2020-12-31")], [resolution("r-1", "2019-05-13", (None, "2020-12-31"))]),
        ([(None, "2018-12-31")], [resolution("r-1", "2019-05-13", (None, "2018-12-31"))]),
        ([("2019-05-13", None)], [resolution("r-1", "2019-05-13", (None, None))]),
        ([(None, "2020-12-31")], [resolution("r-1", None, (None, "2020-12-31"))]),
        ([("2020-01-01", None)], [resolution("r-1", "2019-05-13", ("2020-01-01", None))]),
    ],
)
def test_a_resolution_gives_a_time(
    expected: list[tuple[str | None, str | None]], resolutions: list[Resolution]
):
    """Its own if it names one; what has no begin begins on the day of the resolution."""
    assert expected == spans(*resolutions)


@pytest.mark.parametrize("sort", NOTHING)
def test_other_resolutions_give_none(sort: ResolutionKind):
    """Orders, key points and what was only noted let nothing hold."""
    assert [] == spans(resolution(on="2019-05-13", sort=sort))


@pytest.mark.parametrize("sort", [ResolutionKind.CONTINUED, ResolutionKind.EXTENDED])
@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2020-12-30", [("2019-05-13", "2022-12-31")]),
        ("2021-01-01", [("2019-05-13", "2022-12-31")]),
        ("2021-01-02", [("2019-05-13", "2020-12-31"), ("2021-01-02", "2022-12-31")]),
    ],
)
def test_what_touches_is_one_time(
    sort: ResolutionKind, start: str, expected: list[tuple[str | None, str | None]]
):
    """One day between is a gap; the day after is none."""
    more = resolution("r-2", "2020-12-01", (start, "2022-12-31"), sort)
    assert [expected] * 2 == [spans(ADOPTED, more), spans(more, ADOPTED)]


def test_an_extension_without_begin_closes_no_gap():
    """Who extends in June 'until the end of 2022' does not extend what ended in December."""
    late = resolution("r-2", "2021-06-01", (None, "2022-12-31"), ResolutionKind.EXTENDED)
    assert [("2021-01-01", "2021-05-31")] == gaps("2022-12-31", ADOPTED, late)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2019-05-12", [("2019-05-13", "2020-12-31")]),
        ("2019-05-13", [("2019-05-13", "2020-12-31")]),
        ("2019-05-14", [("2019-05-13", "2019-05-13")]),
        ("2020-12-31", [("2019-05-13", "2020-12-30")]),
        ("2021-01-01", [("2019-05-13", "2020-12-31")]),
    ],
)
def test_an_end_cuts_what_began_before(on: str, expected: list[tuple[str | None, str | None]]):
    """From the day of the end on it holds no longer; what begins on the day is new."""
    assert [expected] * 2 == [spans(ADOPTED, ended(on)), spans(ended(on), ADOPTED)]


def test_an_end_without_day_ends_nothing():
    """When it was, nobody can say."""
    assert [("2019-05-13", "2020-12-31")] == spans(ADOPTED, ended(None))


def test_the_first_of_several_ends_counts():
    """Whatever their order."""
    ends = [ended("2020-06-01", "e-1"), ended("2019-12-01", "e-2")]
    for each in (ends, ends[::-1]):
        assert [("2019-05-13", "2019-11-30")] == spans(ADOPTED, *each)


def test_what_replaces_a_concept_holds():
    """The old one is ended and the new one adopted on one day: it holds all the time."""
    new = resolution("r-2", "2020-06-01", ("2020-06-01", None))
    assert [("2019-05-13", None)] == spans(ADOPTED, ended("2020-06-01"), new)


def test_the_first_and_the_last_day_there_are():
    """Nothing overflows at the ends of time."""
    ever = resolution("r-1", None, (None, None))
    assert [] == spans(ever, ended("0001-01-01"))
    assert [(None, "0001-01-01")] == spans(ever, ended("0001-01-02"))
    assert [("9999-12-31", None)] == spans(resolution("r-1", "9999-12-31"))
    assert [("0001-01-01", "9999-12-31")] == spans(
        resolution("r-1", "0001-01-01", ("0001-01-01", "9999-12-31"))
    )
    assert [] == gaps("9999-12-31", resolution("r-1", "9999-12-31", ("9999-12-31", "9999-12-31")))


# -- gaps ------------------------------------------------------------------------------------------

LATER = resolution("r-2", None, ("2023-01-01", "2023-12-31"), ResolutionKind.CONTINUED)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2019-05-12", []),
        ("2020-12-31", []),
        ("2021-01-01", [("2021-01-01", "2021-01-01")]),
        ("2022-12-31", [("2021-01-01", "2022-12-31")]),
        ("2023-06-01", [("2021-01-01", "2022-12-31")]),
        ("2024-01-01", [("2021-01-01", "2022-12-31"), ("2024-01-01", "2024-01-01")]),
    ],
)
def test_gaps_are_looked_at_until_a_day(until: str, expected: list[tuple[str, str]]):
    """Schmalkalden-Meiningen: the concept ended with 2020, the next one began with 2023."""
    assert expected == gaps(until, ADOPTED, LATER)


@pytest.mark.parametrize("resolutions", [[], [resolution()], [ended("2019-01-01")]])
def test_where_nothing_ever_held_there_is_no_gap(resolutions: list[Resolution]):
    """A gap is what lies after something."""
    assert [] == gaps("2024-01-01", *resolutions)


@pytest.mark.parametrize(
    "until", ["2021-01-01", None, 2021, dt.datetime(2021, 1, 1, tzinfo=dt.UTC)]
)
def test_a_gap_is_looked_at_until_a_date(until: Any):
    """Texts and moments are refused, with the field named."""
    with pytest.raises(InvalidValueError) as caught:
        validity_gaps(state(ADOPTED), until)
    assert [("wrong_type", "/until")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_many_resolutions_are_laid_together_at_once():
    """A time of a day each, every other day, and an end for each: nothing grows with the square."""
    days = [dt.date(1900, 1, 1) + dt.timedelta(days=2 * number) for number in range(5_000)]
    many = [
        Resolution(id=f"r-{n}", sort=ResolutionKind.ADOPTED, on=each, valid=Period(each, each))
        for n, each in enumerate(days)
    ]
    ends = [Resolution(id=f"e-{n}", sort=ResolutionKind.ENDED, on=d) for n, d in enumerate(days)]
    found = state(*many[::-1], *ends)
    assert (5_000, 4_999) == (len(valid_periods(found)), len(validity_gaps(found, days[-1])))


def test_periods_of_a_stage_and_its_day():
    """What is done may be done long after its time."""
    found = Stage(
        id="s-1",
        sort=StageKind.EVALUATION,
        period=span("2020-01-01", "2020-12-31"),
        done_on=day("2021-03-01"),
    )
    assert "evaluation (done 2021-03-01)" == found.summary("en")
