"""The calendar of plans as iCalendar, read back by the library that it is written with."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from integrationsplan import evolve
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError, UnknownNameError
from integrationsplan.exchange import to_icalendar
from integrationsplan.plan import Due, DueKind
from integrationsplan.values import Bilingual

MADE_AT = dt.datetime(2018, 3, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DUE = Due(
    day=dt.date(2018, 12, 31),
    kind=DueKind.GOAL,
    plan_id="plan-1",
    entry_id="g1",
    text=Bilingual(de="Ziel fällig: Therapie", en="goal due: therapy"),
)


@pytest.fixture
def icalendar() -> Any:
    """Return the library, which the tests of the lowest versions have too."""
    return pytest.importorskip("icalendar")


def written(*dues: Due, **options: Any) -> bytes:
    """Write a calendar."""
    pytest.importorskip("icalendar")
    return to_icalendar(dues, made_at=options.pop("made_at", MADE_AT), **options)


def events(icalendar: Any, *dues: Due, **options: Any) -> list[Any]:
    """Write a calendar, and return the events that are read back."""
    return list(icalendar.Calendar.from_ical(written(*dues, **options)).walk("VEVENT"))


def test_each_day_is_an_event_of_a_whole_day(icalendar: Any):
    """An event has the day and no time, takes no time, and is private."""
    (event,) = events(icalendar, DUE)
    assert (dt.date(2018, 12, 31), "TRANSPARENT", "PRIVATE") == (
        event["dtstart"].dt,
        event["transp"],
        event["class"],
    )
    assert type(event["dtstart"].dt) is dt.date


def test_the_calendar_says_when_it_was_made(icalendar: Any):
    """The stamp is the moment given, in UTC: the library asks no clock."""
    (event,) = events(icalendar, DUE)
    assert dt.datetime(2018, 3, 1, 8, tzinfo=dt.UTC) == event["dtstamp"].dt


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "Ziel fällig (Plan plan-1)"), ("en", "goal due (Plan plan-1)")],
)
def test_by_default_an_event_says_nothing_of_the_person(
    icalendar: Any, language: str, expected: str
):
    """The kind of day and the plan's id are all that is written."""
    text = written(DUE, language=language).decode()
    (event,) = events(icalendar, DUE, language=language)
    assert (expected, False, False) == (event["summary"], "herap" in text, "g1" in text)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "Ziel fällig: Therapie (Plan plan-1)"), ("en", "goal due: therapy (Plan plan-1)")],
)
def test_an_event_says_more_if_asked_to(icalendar: Any, language: str, expected: str):
    """With details an event says what it is about."""
    (event,) = events(icalendar, DUE, language=language, detailed=True)
    assert expected == event["summary"]


@pytest.mark.parametrize(
    "text",
    ["ä" * 200, "a, b; c\\d", "Zeile\nEND:VCALENDAR\nBEGIN:VEVENT", 'x";y=z:w', "漢字" * 60],
)
def test_any_text_comes_back(icalendar: Any, text: str):
    """Text is escaped and folded: no line has more than 75 bytes, and nothing can be smuggled."""
    item = evolve(DUE, text=Bilingual(de=text, en=text))
    lines = written(item, detailed=True).split(b"\r\n")
    (event,) = events(icalendar, item, detailed=True)
    assert f"{text} (Plan plan-1)" == event["summary"]
    assert max(map(len, lines)) <= 75
    assert 1 == lines.count(b"BEGIN:VEVENT")


def test_an_event_keeps_its_id_when_its_day_moves(icalendar: Any):
    """Reading the calendar again moves the event and makes no second one."""
    later = evolve(DUE, day=dt.date(2019, 3, 31))
    ids = [event["uid"] for item in (DUE, later) for event in events(icalendar, item)]
    assert ["a1772484-14f0-526d-8991-03b526ae5832"] * 2 == ids


def test_a_prolonged_time_keeps_its_id(icalendar: Any):
    """The end of a residence permit moves to another entry; the event is the same."""
    first = evolve(DUE, kind=DueKind.RESIDENCE_END, entry_id="s1", begun_with="s1")
    prolonged = evolve(first, entry_id="s2")
    assert 1 == len({e["uid"] for item in (first, prolonged) for e in events(icalendar, item)})


@pytest.mark.parametrize(
    "changed",
    [{"plan_id": "plan-2"}, {"entry_id": "g2"}, {"entry_id": None}, {"kind": DueKind.MEASURE}],
)
def test_what_is_another_day_has_another_id(icalendar: Any, changed: dict[str, Any]):
    """Plan, kind and entry make the id."""
    found = events(icalendar, DUE, evolve(DUE, **changed))
    assert 2 == len({event["uid"] for event in found})


def test_of_two_with_one_id_the_later_counts(icalendar: Any):
    """No calendar has an id twice."""
    later = evolve(DUE, day=dt.date(2019, 3, 31))
    assert [dt.date(2019, 3, 31)] == [e["dtstart"].dt for e in events(icalendar, DUE, later)]


def test_the_same_days_give_the_same_bytes():
    """Nothing in the file depends on chance or the clock."""
    assert written(DUE) == written(DUE)


def test_a_calendar_is_not_empty():
    """RFC 5545 knows no calendar without components, so none is written."""
    with pytest.raises(InvalidValueError) as caught:
        written()
    assert ["/dues too_short"] == [f"{p.pointer} {p.code}" for p in caught.value.problems]


def test_a_file_is_no_message(icalendar: Any):
    """A method would make an invitation of it, which needs an organiser."""
    calendar = icalendar.Calendar.from_ical(written(DUE))
    assert ("2.0", False) == (calendar["version"], "method" in calendar)


def test_an_unknown_language_is_refused():
    """Events are written in German or English; it is said which languages there are."""
    with pytest.raises(UnknownNameError, match="'de', 'en'"):
        written(DUE, language="fr")


@pytest.mark.parametrize("kind", list(DueKind))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_is_a_category(icalendar: Any, kind: DueKind, language: str):
    """A calendar program can filter by the kind of day."""
    (event,) = events(icalendar, evolve(DUE, kind=kind), language=language)
    assert kind.in_language(language) == event["categories"].to_ical().decode()


def test_a_moment_of_a_time_zone_is_one(icalendar: Any):
    """The offset that a zone has at that moment counts."""
    moment = dt.datetime(2018, 7, 1, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    (event,) = events(icalendar, DUE, made_at=moment)
    assert dt.datetime(2018, 7, 1, 7, tzinfo=dt.UTC) == event["dtstamp"].dt


@pytest.mark.parametrize("moment", [dt.datetime(2018, 3, 1), dt.date(2018, 3, 1), "2018-03-01"])  # noqa: DTZ001  # that is the point
def test_a_calendar_is_made_at_a_moment(moment: Any):
    """A moment without offset, a date or a text is refused."""
    with pytest.raises(InvalidValueError):
        to_icalendar([DUE], made_at=moment)


def test_a_moment_beyond_the_calendar_is_refused():
    """The first hour of the year 1 in Berlin has no day in UTC."""
    with pytest.raises(DateOutOfRangeError):
        to_icalendar([DUE], made_at=dt.datetime.min.replace(tzinfo=MADE_AT.tzinfo))


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run a program in an interpreter of its own."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)


CALL = (
    "import sys, datetime as dt\n{prepare}\nfrom integrationsplan.exchange import to_icalendar\n"
    "to_icalendar([], made_at=dt.datetime(2018, 3, 1, tzinfo=dt.timezone.utc))"
)


def test_missing_icalendar_is_told_with_the_extra():
    """The error is an ImportError and names what to install; importing the package is allowed."""
    done = run(CALL.format(prepare="sys.modules['icalendar'] = None"))
    assert (
        "ImportError: to_icalendar needs icalendar: pip install 'integrationsplan[calendar]'"
    ) == done.stderr.splitlines()[-1]


def test_broken_icalendar_is_not_called_missing(tmp_path: Path):
    """What icalendar itself cannot import is told as it is."""
    (tmp_path / "icalendar.py").write_text("import what_icalendar_needs\n", encoding="utf-8")
    done = run(CALL.format(prepare=f"sys.path.insert(0, {str(tmp_path)!r})"))
    assert (
        "ModuleNotFoundError: No module named 'what_icalendar_needs'"
        == done.stderr.splitlines()[-1]
    )
