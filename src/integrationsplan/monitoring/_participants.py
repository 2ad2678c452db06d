"""A person as a participant of an operation: the facts at entry, upon leaving, six months later.

The operation is the counselling: who has a plan entered it with the opening and left it with the
closure. A fact is taken from what the plan says of the day; what it does not say is not known.
"""

import datetime as dt
import functools
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.monitoring._cases import PlanCase
from integrationsplan.monitoring._union import is_union_citizen
from integrationsplan.plan import (
    Concerned,
    Course,
    CourseResult,
    EmploymentKind,
    FamilySituation,
    Gender,
    HealthNote,
    HousingKind,
    HousingSituation,
    LanguageProficiency,
    Qualification,
    SchoolSituation,
    WorkSituation,
)
from integrationsplan.values import shift_date

__all__ = ["Labour", "Participant"]

WINDOW = dt.timedelta(days=28)
"""Results upon leaving count until so long after it (ESF+: stated; 2014-2020: four weeks)."""

AFTER_MONTHS = 6
"""Longer-term results are those of the day so many months after leaving."""

LONG_TERM_MONTHS, LONG_TERM_MONTHS_YOUNG, YOUNG_BELOW = 12, 6, 25
"""Unemployed for longer than so many months is long-term; see the definition of ``CO02``."""


class Labour(Enum):
    """How a person stands to the labour market: one of three."""

    UNEMPLOYED = "unemployed"
    INACTIVE = "inactive"
    EMPLOYED = "employed"


_LABOUR: Mapping[EmploymentKind, Labour] = MappingProxyType(
    {
        EmploymentKind.UNEMPLOYED: Labour.UNEMPLOYED,
        EmploymentKind.JOB_SEEKING: Labour.UNEMPLOYED,  # without work and searching (inferred)
        EmploymentKind.INTERNSHIP: Labour.INACTIVE,  # no contract of employment (inferred)
        EmploymentKind.INACTIVE: Labour.INACTIVE,
        EmploymentKind.APPRENTICESHIP: Labour.EMPLOYED,
        EmploymentKind.MARGINAL: Labour.EMPLOYED,
        EmploymentKind.PART_TIME: Labour.EMPLOYED,
        EmploymentKind.FULL_TIME: Labour.EMPLOYED,
        EmploymentKind.SELF_EMPLOYED: Labour.EMPLOYED,
    }
)

_ENDS_UNEMPLOYMENT = frozenset(_LABOUR) - {
    EmploymentKind.UNEMPLOYED,
    EmploymentKind.JOB_SEEKING,
    EmploymentKind.MARGINAL,
}
"""Who is registered as unemployed may work some hours a week (§ 138 Abs. 3 SGB III)."""


class Participant:
    """A person's facts. Each is worked out when somebody asks, and once; nothing is not known."""

    def __init__(self, case: PlanCase) -> None:
        """Read them from a plan."""
        self.case = case
        self.entered, self.left = case.opened_on, case.closed_on

    @property
    def entered_in_time(self) -> bool:
        """Whether the person entered in the time."""
        return self.case.contains(self.entered)

    @property
    def left_in_time(self) -> bool:
        """Whether the person left in the time."""
        return self.case.contains(self.left)

    @functools.cached_property
    def window_end(self) -> dt.date | None:
        """The last day on which results upon leaving count."""
        return None if self.left is None else min(self.left, dt.date.max - WINDOW) + WINDOW

    @functools.cached_property
    def sex(self) -> str | None:
        """The sex as recorded."""
        gender = None if self.case.details is None else self.case.details.gender
        return None if gender in (None, Gender.UNSTATED) else str(gender.value)

    @functools.cached_property
    def age(self) -> int | None:
        """The age at entry in completed years."""
        born = None if self.case.details is None else self.case.details.birth_date
        if born is None or born > self.entered:
            return None
        had = (self.entered.month, self.entered.day) >= (born.month, born.day)
        return self.entered.year - born.year - (not had)

    @functools.cached_property
    def labour(self) -> Labour | None:
        """The standing to the labour market at entry."""
        return self._labour(self.entered)

    @functools.cached_property
    def is_long_term(self) -> bool | None:
        """Whether an unemployed person has been so for long at entry."""
        starts = [
            entry.period.start
            for entry in self.case.situations(WorkSituation, self.entered)
            if _LABOUR[entry.employment] is Labour.UNEMPLOYED
            and entry.period is not None
            and entry.period.start is not None
        ]
        if not starts or self.age is None:
            return None
        months = LONG_TERM_MONTHS_YOUNG if self.age < YOUNG_BELOW else LONG_TERM_MONTHS
        try:
            return shift_date(min(starts), months=months) < self.entered
        except DateOutOfRangeError:
            return False

    @functools.cached_property
    def in_education(self) -> bool | None:
        """Whether the person was in education at entry."""
        return self._in_education(self.entered)

    @functools.cached_property
    def isced(self) -> int | None:
        """The highest completed level at entry."""
        known = {entry.id for entry in self.case.on(self.entered).of(Qualification)}
        levels = [
            each.isced
            for each in self.case.state.of(Qualification)
            if each.isced is not None
            and (each.id in known or (each.year is not None and each.year < self.entered.year))
        ]
        return max(levels, default=None)

    @functools.cached_property
    def is_third_country(self) -> bool | None:
        """Whether the person is no citizen of the Union."""
        nationalities = () if self.case.details is None else self.case.details.nationalities
        if not nationalities:
            return None
        return not any(is_union_citizen(each, self.entered) for each in nationalities)

    @functools.cached_property
    def has_disability(self) -> bool | None:
        """Whether a disability is recognised at entry."""
        said = {
            entry.disability_recognised for entry in self.case.situations(HealthNote, self.entered)
        } - {None}
        return said.pop() if len(said) == 1 else None

    @functools.cached_property
    def is_excluded_from_housing(self) -> bool | None:
        """Whether the person is homeless at entry, or lives as the rules call exclusion."""
        excluded = {HousingKind.HOMELESS, *self.case.rules.housing_exclusion}
        said = {
            entry.housing in excluded
            for entry in self.case.situations(HousingSituation, self.entered)
        }
        return said.pop() if len(said) == 1 else None

    @functools.cached_property
    def is_single_with_children(self) -> bool | None:
        """Whether the person lives as the only adult with children at entry."""
        adults, children = self._household
        if adults is None or children is None:
            return None
        return adults == 1 and children > 0

    @functools.cached_property
    def in_jobless_household(self) -> bool | None:
        """Whether nobody of the household works at entry; of others the plan does not tell."""
        if self.labour is Labour.EMPLOYED:
            return False
        return True if self._household[0] == 1 and self.labour is not None else None

    @functools.cached_property
    def has_children(self) -> bool | None:
        """Whether children live in the household at entry."""
        children = self._household[1]
        return None if children is None else children > 0

    @functools.cached_property
    def labour_after(self) -> Labour | None:
        """The last known standing until four weeks after leaving."""
        if self.left is None or self.window_end is None:
            return None
        day = min(self.window_end, self.case.as_of)
        while day >= self.left:
            if any(True for _ in self.case.situations(WorkSituation, day)):
                return self._labour(day)
            day -= dt.timedelta(days=1)
        return None

    @functools.cached_property
    def began_education(self) -> bool | None:
        """Whether the person newly began education within four weeks of leaving."""
        if self.window_end is None:
            return None
        for entry in self.case.state.of(SchoolSituation):
            if entry.concerns is Concerned.PERSON and entry.school is not None:
                start = None if entry.period is None else entry.period.start
                if self._in_window(entry.place_from or start):
                    return True
        return False if self._in_education(self.window_end) is False else None

    @functools.cached_property
    def gained_qualification(self) -> bool | None:
        """Whether the person gained a qualification within four weeks of leaving."""
        if self.left is None:
            return None
        certificates = [
            each.issued_on
            for language in self.case.state.of(LanguageProficiency)
            for each in language.certificates
        ]
        passed, failed = [], []
        for course in self.case.state.of(Course):
            if course.result in _PASSED:
                passed.append(course.result_on)
            elif course.result is not None:
                failed.append(course.result_on)
        gained = certificates + passed
        if any(map(self._in_window, gained)):
            return True
        if None in gained:
            return None  # it may have been then
        return False if any(map(self._in_window, failed)) else None

    @functools.cached_property
    def six_months_on(self) -> dt.date | None:
        """The day six months after leaving."""
        try:
            return None if self.left is None else shift_date(self.left, months=AFTER_MONTHS)
        except DateOutOfRangeError:
            return None

    @functools.cached_property
    def labour_six_months(self) -> Labour | None:
        """The standing to the labour market six months after leaving."""
        return None if self.six_months_on is None else self._labour(self.six_months_on)

    def _in_window(self, day: dt.date | None) -> bool:
        """Return whether a day lies within four weeks of leaving."""
        if day is None or self.left is None or self.window_end is None:
            return False
        return self.left <= day <= self.window_end

    def _labour(self, day: dt.date) -> Labour | None:
        """Return the standing on a day; nothing where the plan says nothing, or says two things."""
        kinds = {entry.employment for entry in self.case.situations(WorkSituation, day)}
        found = {_LABOUR[kind] for kind in kinds}
        if Labour.UNEMPLOYED in found and not kinds & _ENDS_UNEMPLOYMENT:
            return Labour.UNEMPLOYED
        return found.pop() if len(found) == 1 else None

    def _in_education(self, day: dt.date) -> bool | None:
        """Return whether the person is at a school; an entry without one says that not."""
        said = {
            entry.school is not None and (entry.place_from is None or entry.place_from <= day)
            for entry in self.case.situations(SchoolSituation, day)
            if entry.concerns is Concerned.PERSON
        }
        return True if True in said else False if said else None

    @functools.cached_property
    def _household(self) -> tuple[int | None, int | None]:
        """Return how many adults and children live together at entry."""
        found = list(self.case.situations(FamilySituation, self.entered))
        if len(found) != 1:
            return None, None
        adults = 1 if found[0].single_parent else found[0].adults
        return adults, found[0].children


_PASSED = frozenset({CourseResult.B1, CourseResult.A2, CourseResult.PASSED})
