"""What a review finds about residence, housing, courses and languages, and what contradicts."""

from collections.abc import Iterable, Iterator

from integrationsplan._language import Wording
from integrationsplan.findings import Finding, Named
from integrationsplan.history import Entry
from integrationsplan.plan import _review_kinds as kinds
from integrationsplan.plan._courses import Course
from integrationsplan.plan._deadlines import course_end, residence_ends
from integrationsplan.plan._language_codes import CourseKind, CourseStatus
from integrationsplan.plan._person import PersonalDetails, ResidenceStatus
from integrationsplan.plan._qualifications import LanguageProficiency
from integrationsplan.plan._residence_codes import StatusWithoutTitle
from integrationsplan.plan._review_case import Case
from integrationsplan.plan._review_rules import UNEMPLOYED_BELOW
from integrationsplan.plan._situation_codes import EmploymentKind
from integrationsplan.plan._situations import FamilySituation, HousingSituation, WorkSituation

__all__ = ["contradiction_findings", "course_findings", "housing_findings", "residence_findings"]

_FULL = {EmploymentKind.FULL_TIME, EmploymentKind.APPRENTICESHIP}
_NOT_BESIDE_UNEMPLOYED = {
    EmploymentKind.UNEMPLOYED,
    EmploymentKind.PART_TIME,
    EmploymentKind.SELF_EMPLOYED,
    *_FULL,
}


def residence_findings(case: Case) -> Iterator[Finding]:
    """Yield that the residence status ends, or has ended."""
    times = residence_ends(case.state.of(ResidenceStatus))
    begun = [(status, time) for status, time in times if not time.start or time.start <= case.day]
    if not begun:
        return
    status, time = begun[-1]
    if time.end is None:
        return
    if case.has_passed(time.end):
        yield kinds.RESIDENCE_ENDED.at(status.id, end=time.end)
    elif case.nears(time.end, case.rules.residence_notice_days):
        yield kinds.RESIDENCE_ENDING.at(status.id, end=time.end)


def housing_findings(case: Case) -> Iterator[Finding]:
    """Yield that the person must leave a home, or should have."""
    for housing in case.current(HousingSituation):
        by = housing.leave_by
        if by is None:
            continue
        if case.has_passed(by):
            yield kinds.HOUSING_LEFT.at(housing.id, by=by)
        elif case.nears(by, case.rules.housing_notice_days):
            yield kinds.HOUSING_LEAVE.at(housing.id, by=by)


def course_findings(case: Case) -> Iterator[Finding]:
    """Yield each course that has ended without a result; first orientation ends without a test."""
    for course in case.state.of(Course):
        if course.result is not None or course.course is CourseKind.FIRST_ORIENTATION:
            continue
        if course.status is CourseStatus.COMPLETED or case.has_passed(course_end(course)):
            yield kinds.COURSE_WITHOUT_RESULT.at(course.id)


def contradiction_findings(case: Case) -> Iterator[Finding]:
    """Yield entries of which not all can hold on the day."""
    # A certificate of fictional effect stands beside the title whose prolongation it bridges.
    yield from _contradict(
        status
        for status in case.current(ResidenceStatus)
        if status.without_title is not StatusWithoutTitle.FICTION_CERTIFICATE
    )
    for kind in (HousingSituation, FamilySituation):
        yield from _contradict(case.current(kind))
    yield from _contradict(case.state.of(PersonalDetails))
    yield from _contradict(_contradicting_work(case.current(WorkSituation)))
    languages: dict[str, list[LanguageProficiency]] = {}
    for entry in case.state.of(LanguageProficiency):
        languages.setdefault(entry.language, []).append(entry)
        if entry.is_first and entry.overall is not None:
            yield kinds.FIRST_LANGUAGE_WITH_LEVEL.at(entry.id, level=entry.overall)
    for entries in languages.values():
        yield from _contradict(entries)


def _contradict(entries: Iterable[Entry]) -> Iterator[Finding]:
    found = list(entries)
    if len(found) > 1:
        label = found[0].label
        kind = Named(found[0].kind, Wording(label.en, label.de))
        yield kinds.ENTRIES_CONTRADICT.at(
            found[0].id, kind=kind, entries=[entry.id for entry in found]
        )


def _contradicting_work(current: list[WorkSituation]) -> list[WorkSituation]:
    """Return the work situations that do not go together.

    Several small or part-time jobs do, and so does looking for work beside work. Two full posts do
    not, nor does being unemployed beside more than a marginal job or as many hours as the law sets,
    all jobs together, nor being inactive beside anything. Inferred from what the codes mean.
    """
    if len(current) > 1 and any(e.employment is EmploymentKind.INACTIVE for e in current):
        return current
    full = [entry for entry in current if entry.employment in _FULL]
    unemployed = [entry for entry in current if entry.employment is EmploymentKind.UNEMPLOYED]
    if unemployed:
        beside = [entry for entry in current if entry.employment in _NOT_BESIDE_UNEMPLOYED]
        return beside if len(unemployed) > 1 or not _is_short(current) else []
    return full


def _is_short(current: list[WorkSituation]) -> bool:
    """Tell whether all jobs together have fewer hours than end unemployment.

    A marginal job whose hours nobody has recorded adds none: it is taken to be short.
    """
    jobs = [entry for entry in current if entry.employment is not EmploymentKind.UNEMPLOYED]
    known = all(
        entry.hours_per_week is not None or entry.employment not in _NOT_BESIDE_UNEMPLOYED
        for entry in jobs
    )
    return known and sum(entry.hours_per_week or 0 for entry in jobs) < UNEMPLOYED_BELOW.value
