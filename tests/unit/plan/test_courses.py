"""Courses, and their hours by date."""

import datetime as dt

import pytest

from integrationsplan.errors import NotInForceError, UnknownNameError
from integrationsplan.plan import (
    COURSE_HOURS,
    CivicsTest,
    Course,
    CourseEntitlement,
    CourseKind,
    CourseResult,
    CourseStatus,
    course_hours,
)
from integrationsplan.values import Basis

TODAY = dt.date(2025, 1, 15)
BEFORE = dt.date(2018, 12, 31)


def figures(kind: CourseKind, day: dt.date) -> tuple[int, int, int, bool]:
    """Return units of language, orientation and repetition, and whether the first is a maximum."""
    hours = course_hours(kind, day)
    return hours.language_units, hours.orientation_units, hours.repeat_units, hours.is_maximum


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("ik-allgemein", (600, 100, 0, False)),
        ("ik-intensiv", (400, 100, 0, False)),
        ("ik-alpha", (900, 100, 300, True)),
        ("ik-zweitschrift", (900, 100, 0, True)),
        ("ik-foerder", (900, 100, 300, True)),
        ("bsk-b2", (400, 0, 0, False)),
        ("bsk-b2-bridge", (500, 0, 0, False)),
        ("bsk-c1", (400, 0, 0, False)),
        ("bsk-c2", (400, 0, 0, False)),
        ("sbsk-anerkennung", (600, 0, 0, True)),
        ("sbsk-fach", (300, 0, 0, False)),
        ("sbsk-b1", (400, 0, 0, False)),
        ("sbsk-a2", (400, 0, 0, False)),
    ],
)
def test_knows_the_hours_of_the_law(kind: str, expected: tuple[int, int, int, bool]):
    """The figures are those of IntV and DeuFöV as amended in 2024."""
    assert expected == figures(CourseKind(kind), TODAY)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("ik-allgemein", (600, 100, 300, False)),
        ("ik-intensiv", (400, 100, 300, False)),
        ("ik-alpha", (900, 100, 300, True)),
        ("ik-foerder", (900, 100, 300, True)),
        ("ik-jugend", (900, 100, 300, True)),
        ("ik-eltern", (900, 100, 300, True)),
        ("ik-frauen", (900, 100, 300, True)),
    ],
)
def test_knows_the_hours_of_older_law(kind: str, expected: tuple[int, int, int, bool]):
    """Before December 2024 everybody could repeat 300 units, and three more kinds were listed."""
    assert expected == figures(CourseKind(kind), BEFORE)  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", ["ik-jugend", "ik-eltern", "ik-frauen"])
def test_some_courses_have_ended(kind: str):
    """Kinds that the ordinance no longer lists have no hours after their last day."""
    found = CourseKind(kind)  # type: ignore[call-arg]
    last = dt.date(2024, 12, 6)
    assert 1000 == course_hours(found, last).units
    with pytest.raises(NotInForceError) as caught:
        course_hours(found, dt.date(2024, 12, 7))
    assert last == caught.value.before


def test_the_right_to_repeat_ended_on_a_day():
    """The amendment of December 2024 left it to two kinds of courses."""
    days = (dt.date(2024, 12, 6), dt.date(2024, 12, 7))
    assert [300, 0] == [course_hours(CourseKind.IK_ALLGEMEIN, day).repeat_units for day in days]


@pytest.mark.parametrize("kind", COURSE_HOURS, ids=lambda kind: kind.value)
def test_claims_nothing_of_times_without_source(kind: CourseKind):
    """Before the first row there is no figure, and the error says from when there is one."""
    first = min(row.start for row in COURSE_HOURS[kind].rows if row.start)
    with pytest.raises(NotInForceError) as caught:
        course_hours(kind, first - dt.timedelta(days=1))
    assert first == caught.value.after


@pytest.mark.parametrize("kind", [CourseKind.OTHER, CourseKind.FIRST_ORIENTATION])
def test_some_courses_have_no_set_hours(kind: CourseKind):
    """No regulation sets the hours of other courses."""
    with pytest.raises(UnknownNameError) as caught:
        course_hours(kind, TODAY)
    assert "ik-allgemein" in caught.value.known


def test_every_other_course_has_hours():
    """The table leaves out nothing else."""
    without = {CourseKind.OTHER, CourseKind.FIRST_ORIENTATION}
    assert set(CourseKind) - without == set(COURSE_HOURS)


@pytest.mark.parametrize("kind", COURSE_HOURS, ids=lambda kind: kind.value)
def test_says_what_was_inferred(kind: CourseKind):
    """A row that was inferred in part says how; every row has an address to look at."""
    for row in COURSE_HOURS[kind].rows:
        assert row.citation.url
        assert (row.basis is Basis.INFERRED) == (row.citation.note is not None)


def test_a_course_says_kind_and_stand():
    """The summary says which course it is and where it stands."""
    course = Course(
        id="k1",
        course=CourseKind.IK_ALPHA,
        provider="VHS Bergstraße",
        entitlement=CourseEntitlement.DUTY,
        status=CourseStatus.RUNNING,
        units_attended=240,
        goals=("g1",),
    )
    assert "Alphabetisierungskurs (läuft)" == course.summary("de")


def test_both_final_tests_are_kept_apart():
    """The language test may give A2 while the civics test is passed."""
    course = Course(
        id="k1",
        course=CourseKind.IK_ALLGEMEIN,
        result=CourseResult.A2,
        civics_test=CivicsTest(passed=True, points=28),
    )
    assert (CourseResult.A2, True) == (
        course.result,
        course.civics_test is not None and course.civics_test.passed,
    )


def test_refers_to_its_goals():
    """A course serves goals."""
    course = Course(id="k1", course=CourseKind.BSK_B2, goals=("g1", "g2"))
    assert ["g1", "g2"] == [reference.entry_id for reference in course.references()]
