"""Reports: those of several carriers become the one report of the applicant."""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

from integrationsplan._model import FrozenMap, evolve
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import Application
from integrationsplan.funding._codes import DeadlineKind
from integrationsplan.funding._events import ReportSubmitted
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._last_days import last_days
from integrationsplan.funding._proof import CarrierReport, NarrativeReport
from integrationsplan.funding._sources import application_source
from integrationsplan.funding._terms import Terms
from integrationsplan.values import Identifier, Period

__all__ = ["merge_reports", "review_reports"]


def merge_reports(
    application: Application,
    reports: Iterable[CarrierReport],
    *,
    id: Identifier,
    grant: Identifier,
    period: Period,
) -> tuple[NarrativeReport, tuple[Finding, ...]]:
    """Merge the reports of carriers into the one report of the applicant.

    Counted figures are added up. One that a report lacks is in the merged report not at all, for
    its sum would count what is missing as none; a finding says so. Where somebody did not report at
    all, the sums are those of the others: the report names who is missing, and so does a finding.
    Those are the carriers, and the participants whose own staff nobody reports on. Sections stay as
    they are, with the name of their carrier, in the order of the carriers of the application.

    Args:
        application: What was applied for: its carriers and posts.
        reports: The reports.
        id: Identity of the merged report.
        grant: Id of the grant.
        period: For which time.

    Returns:
        The merged report, and what should be known of it.
    """
    order = {carrier.id: index for index, carrier in enumerate(application.carriers)}
    given = sorted(reports, key=lambda report: order.get(report.carrier, len(order)))
    names = dict.fromkeys(name for report in given for name in report.indicators)
    complete = [name for name in names if all(name in report.indicators for report in given)]
    missing = _missing(application, given)
    merged = NarrativeReport(
        id=id,
        grant=grant,
        period=period,
        indicators=FrozenMap(
            {name: sum(report.indicators[name] for report in given) for name in complete}
        ),
        missing=missing,
        sections=tuple(
            evolve(section, carrier=report.carrier)
            for report in given
            for section in report.sections
        ),
    )
    findings = [
        *_misplaced(application, given, period),
        *_findings(application, given, list(names)),
    ]
    if missing and complete:
        source = application_source(application)
        findings.append(found.SUMS_INCOMPLETE.at(None, source, missing=list(missing)))
    return merged, tuple(findings)


def _missing(application: Application, reports: list[CarrierReport]) -> tuple[str, ...]:
    """Return who did not report: carriers, and participants with staff that nobody reports on."""
    reporting = {report.carrier for report in reports}
    told_of = {post for report in reports for post in report.posts}
    carriers = [carrier.id for carrier in application.carriers if carrier.id not in reporting]
    employers = [
        post.employer
        for post in application.posts
        if post.employer is not None and post.employer not in reporting and post.id not in told_of
    ]
    return tuple(dict.fromkeys([*carriers, *employers]))


def _misplaced(
    application: Application, reports: list[CarrierReport], period: Period
) -> Iterator[Finding]:
    """Yield reports of somebody else, or of another time."""
    source = application_source(application)
    known = {carrier.id for carrier in application.carriers}
    known |= {participant.key for participant in (application.applicant, *application.members)}
    for report in reports:
        if report.carrier not in known:
            yield found.CARRIER_UNKNOWN.at(report.carrier, source)
        start, end = report.period.start, report.period.end
        if start is None or end is None or start not in period or end not in period:
            yield found.REPORT_OUTSIDE_PERIOD.at(
                report.carrier, source, start=start or "…", end=end or "…"
            )


def _findings(
    application: Application, reports: list[CarrierReport], names: list[str]
) -> Iterator[Finding]:
    source = application_source(application)
    reporting = {report.carrier for report in reports}
    for carrier in application.carriers:
        if carrier.id not in reporting:
            yield found.CARRIER_MISSING.at(carrier.id, source)
    by_post: dict[str, list[str]] = {}
    for report in reports:
        for post_id in report.posts:
            by_post.setdefault(post_id, []).append(report.carrier)
    for post in application.posts:
        carriers = list(dict.fromkeys(by_post.get(post.id, [])))  # one may report for each year
        if len(carriers) > 1:
            yield found.POST_REPORTED_TWICE.at(post.id, source, carriers=carriers)
        elif not carriers:
            yield found.POST_NOT_REPORTED.at(post.id, source)
    for report in reports:
        for name in names:
            if name not in report.indicators:
                yield found.INDICATOR_MISSING.at(report.carrier, source, indicator=name)


REPORTS = (
    DeadlineKind.INDICATORS,
    DeadlineKind.INTERIM_PROOF,
    DeadlineKind.NUMERIC_PROOF,
    DeadlineKind.NARRATIVE_REPORT,
)


def review_reports(terms: Terms, grant: Grant, day: dt.date) -> tuple[Finding, ...]:
    """Return which reports came late, or have not come on a day, with what that rests on.

    Of each kind the first report is held against the first deadline, the second against the second.

    Args:
        terms: What holds for the programme.
        grant: The grant, with its notice.
        day: The day.
    """
    return tuple(_late_reports(terms, grant, day))


def _late_reports(terms: Terms, grant: Grant, day: dt.date) -> Iterator[Finding]:
    past = Period(min(grant.notice.on, grant.period().start or day, day), day)
    for sort in REPORTS:
        given = [
            event
            for event in grant.until(day)
            if isinstance(event, ReportSubmitted) and event.sort is sort
        ]
        lasts = last_days(terms, grant, sort, past)
        for last, report in itertools.zip_longest(lasts, given[: len(lasts)]):
            if report is None and last.day < day:
                yield found.REPORT_MISSING.at(None, last.source, report=sort, deadline=last.day)
            elif report is not None and report.on > last.day:
                yield found.REPORT_LATE.at(
                    report.id, last.source, report=sort, submitted=report.on, deadline=last.day
                )
