"""Reports of several carriers become the one report of the applicant."""

from typing import Any

import pytest
from tests.unit.funding.samples import START, TWO_YEARS, D, application, codes, post, problems

from integrationsplan import Period
from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding
from integrationsplan.funding import (
    Application,
    Carrier,
    CarrierReport,
    NarrativeReport,
    ReportSection,
    merge_reports,
)
from integrationsplan.values import FrozenMap

AWO = Carrier(id="awo", name="AWO", agreed_on=START)
DRK = Carrier(id="drk", name="DRK", agreed_on=START)
TWO = application(carriers=(AWO, DRK), posts=(post("p1"), post("p2")))


def report(carrier: str, *posts: str, text: str | None = None, **counts: int) -> CarrierReport:
    """Return a report with counted figures."""
    sections = () if text is None else (ReportSection(title=text, text=text),)
    return CarrierReport(
        carrier=carrier,
        submitted_on=D(2020, 3, 1),
        period=TWO_YEARS,
        posts=posts,
        indicators=FrozenMap(counts),
        sections=sections,
    )


def merged(
    *reports: CarrierReport, asked: Application = TWO
) -> tuple[NarrativeReport, tuple[Finding, ...]]:
    """Return the one report and what should be known of it."""
    return merge_reports(asked, reports, id="r", grant="g1", period=TWO_YEARS)


def told(*reports: CarrierReport, **given: Any) -> list[tuple[str, str | None]]:
    """Return code and subject of each finding."""
    return [(finding.code, finding.subject) for finding in merged(*reports, **given)[1]]


def test_figures_are_added_up():
    """800 and 400 talks are 1,200; 30 and 0 plans are 30."""
    found, findings = merged(
        report("awo", "p1", talks=800, plans=30), report("drk", "p2", talks=400, plans=0)
    )
    assert ({"talks": 1200, "plans": 30}, ()) == (dict(found.indicators), findings)


def test_missing_figure_has_no_sum():
    """A figure that one carrier lacks is left out, and told."""
    found, findings = merged(
        report("awo", "p1", talks=800, plans=30), report("drk", "p2", talks=400)
    )
    assert {"talks": 1200} == dict(found.indicators)
    (finding,) = findings
    assert ("indicator_missing", "drk", "plans") == (
        finding.code,
        finding.subject,
        finding.values["indicator"],
    )


def test_sections_in_the_order_of_the_carriers():
    """Sections keep their text, and get the name of who wrote them."""
    found, _ = merged(
        report("stranger", text="C"), report("drk", text="B"), report("awo", text="A")
    )
    assert [("awo", "A"), ("drk", "B"), ("stranger", "C")] == [
        (section.carrier, section.title) for section in found.sections
    ]


def test_carrier_did_not_report():
    """Who did not report is named, and so are the posts that nobody reports on."""
    assert [("carrier_report_missing", "drk"), ("post_not_reported", "p2")] == told(
        report("awo", "p1")
    )


def test_post_reported_twice():
    """A post on which two carriers report is told with both."""
    _, (finding,) = merged(report("awo", "p1", "p2"), report("drk", "p2"))
    assert ("post_reported_twice", "p2", "awo, drk") == (
        finding.code,
        finding.subject,
        finding.values["carriers"],
    )


def test_carrier_reports_for_each_year():
    """One carrier may report on a post in several reports."""
    assert [] == told(
        report("awo", "p1", talks=1), report("awo", "p1", "p2", talks=2), report("drk", talks=0)
    )


def test_nobody_reports():
    """Without reports there is a report without figures, and much to be told."""
    found, findings = merged()
    assert ({}, ()) == (dict(found.indicators), found.sections)
    assert ["carrier_report_missing"] * 2 + ["post_not_reported"] * 2 == codes(findings)


def test_nothing_to_report_on():
    """An application without carriers and posts asks for no reports."""
    assert [] == told(asked=application(posts=()))


def test_identity_of_the_report():
    """The merged report has the id, grant and period that it was asked for with."""
    found, _ = merge_reports(TWO, [], id="x", grant="y", period=Period(START, START))
    assert ("x", "y", START) == (found.id, found.grant, found.period.end)


def test_sums_that_no_count_can_hold():
    """Counts beyond all talks of the world are told."""
    with pytest.raises(InvalidValueError) as caught:
        merged(report("awo", talks=10**12), report("drk", talks=1))
    assert [("too_large", "/indicators/talks")] == problems(caught.value)


def test_every_finding_is_said_in_both_languages():
    """No sentence keeps a placeholder."""
    _, findings = merged(report("awo", "p1", plans=1), report("stranger", "p1", talks=1))
    assert 5 == len(findings)
    assert [] == [each for each in findings if "{" in each.format("de") + each.format("en")]
