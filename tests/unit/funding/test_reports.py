"""Reports of several carriers become the one report of the applicant."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    application,
    codes,
    deadline,
    grant,
    post,
    problems,
    silent,
    town,
)

from integrationsplan import Period, evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding
from integrationsplan.funding import (
    Application,
    Carrier,
    CarrierReport,
    DeadlineAnchor,
    DeadlineKind,
    NarrativeReport,
    ReportSection,
    ReportSubmitted,
    merge_reports,
    review_reports,
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


def test_sums_that_lack_a_carrier():
    """Where a carrier did not report, the sums of the others are marked, and it is told."""
    found, findings = merged(report("awo", "p1", "p2", talks=800))
    assert ({"talks": 800}, ("drk",)) == (dict(found.indicators), found.missing)
    assert ["carrier_report_missing", "sums_incomplete"] == codes(findings)
    last = findings[-1]
    assert ("drk", "a1, 2017-11-15") == (last.values["missing"], last.source)
    assert "es fehlen die von: drk" in last.text.de


def test_sums_that_lack_own_staff():
    """A participant whose own staff nobody reports on is missing like a carrier."""
    asked = application(
        members=(town("b"),),
        carriers=(AWO,),
        posts=(post("p1", employer="awo"), post("p2", employer="b"), post("p3", employer="b")),
    )
    found, findings = merged(report("awo", "p1", talks=8), asked=asked)
    assert ("b",) == found.missing
    assert ["post_not_reported", "post_not_reported", "sums_incomplete"] == codes(findings)
    by_awo, findings = merged(report("awo", "p1", "p2", "p3", talks=8), asked=asked)
    assert ((), ()) == (by_awo.missing, findings)
    by_both, findings = merged(
        report("awo", "p1", talks=8), report("b", "p2", talks=1), asked=asked
    )
    assert ((), ["post_not_reported"]) == (by_both.missing, codes(findings))


def test_nothing_that_could_be_incomplete():
    """Without figures there is no sum, and who is missing is in the report all the same."""
    found, findings = merged(report("awo", "p1", "p2"))
    assert (("drk",), ["carrier_report_missing"]) == (found.missing, codes(findings))


def test_complete_report():
    """Where all reported, nobody is missing."""
    found, _ = merged(report("awo", "p1", talks=1), report("drk", "p2", talks=0))
    assert () == found.missing


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


def test_carrier_that_the_application_does_not_have():
    """A report by a stranger is told; its figures are in the sum."""
    found, findings = merged(
        report("awo", "p1", talks=1), report("drk", "p2", talks=2), report("stranger", talks=4)
    )
    assert ({"talks": 7}, ["carrier_unknown"]) == (dict(found.indicators), codes(findings))
    assert ["stranger"] == [finding.subject for finding in findings]


def test_participant_reports_on_its_own_staff():
    """Who employs the staff itself reports under its own key."""
    assert [] == told(report("weinheim", "p1", "p2"), asked=application(posts=(post("p1"),)))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(START, START), []),
        (Period(D(2019, 12, 31), D(2019, 12, 31)), []),
        (Period(D(2017, 12, 31), D(2018, 1, 31)), ["report_outside_period"]),
        (Period(D(2019, 12, 31), D(2020, 1, 1)), ["report_outside_period"]),
        (Period(START, None), ["report_outside_period"]),
    ],
)
def test_report_of_another_time(period: Period, expected: list[str]):
    """A report has to lie in the time of the merged one, to the day."""
    given = evolve(report("awo", "p1", "p2"), period=period)
    assert expected == codes(merged(given, asked=evolve(TWO, carriers=(AWO,)))[1])


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
    assert 6 == len(findings)
    assert {"a1, 2017-11-15"} == {each.source for each in findings}
    assert [] == [each for each in findings if "{" in each.format("de") + each.format("en")]


# -- in time ---------------------------------------------------------------------------------------

INDICATORS = silent(
    deadlines=(deadline("indicators", DeadlineKind.INDICATORS, month=1, day=31, year=1),)
)


def submitted(
    *days: dt.date, sort: DeadlineKind = DeadlineKind.INDICATORS
) -> list[ReportSubmitted]:
    """Return that reports were submitted on some days."""
    return [ReportSubmitted(id=f"r-{day}", on=day, sort=sort) for day in days]


@pytest.mark.parametrize(
    ("days", "on", "expected"),
    [
        ([], D(2019, 1, 31), []),
        ([], D(2019, 2, 1), ["report_missing"]),
        ([D(2019, 1, 31)], D(2020, 1, 31), []),
        ([D(2019, 2, 1)], D(2020, 1, 31), ["report_late"]),
        ([D(2019, 2, 1)], D(2020, 2, 1), ["report_late", "report_missing"]),
        ([D(2019, 1, 2), D(2020, 1, 2)], D(2030, 1, 1), []),
        ([D(2019, 1, 2), D(2020, 1, 2), D(2020, 3, 2)], D(2030, 1, 1), []),
    ],
)
def test_reports_of_each_year(days: list[dt.date], on: dt.date, expected: list[str]):
    """The first report is due on 31 January of 2019, the second on that of 2020."""
    assert expected == codes(review_reports(INDICATORS, grant(*submitted(*days)), on))


def test_late_report_says_on_what_it_rests():
    """The finding names report, day, deadline and source, in both languages."""
    (found,) = review_reports(INDICATORS, grant(*submitted(D(2019, 2, 1))), D(2019, 2, 1))
    assert ("r-2019-02-01", "2019-02-01", "2019-01-31") == (
        found.subject,
        found.values["submitted"],
        found.values["deadline"],
    )
    assert "Trial figures, invented for this test" == found.source
    assert "01.02.2019" in found.text.de


def test_missing_report_says_which():
    """What is missing is named by its kind and its last day."""
    (found,) = review_reports(INDICATORS, grant(), D(2019, 12, 31))
    assert (None, "2019-01-31") == (found.subject, found.values["deadline"])


def test_report_of_another_kind():
    """A narrative report is no indicators."""
    life = grant(*submitted(D(2019, 1, 2), sort=DeadlineKind.NARRATIVE_REPORT))
    assert ["report_missing"] == codes(review_reports(INDICATORS, life, D(2019, 12, 31)))


def test_report_after_the_longest_post():
    """Three months after the end of the grant, for a post that is held to it."""
    rule = deadline(
        "report", DeadlineKind.NARRATIVE_REPORT, after=DeadlineAnchor.LONGEST_POST_END, months=3
    )
    by = silent(deadlines=(rule,))
    assert () == review_reports(by, grant(), D(2020, 3, 31))
    assert ["report_missing"] == codes(review_reports(by, grant(), D(2020, 4, 1)))


def test_nothing_is_asked_for():
    """Where no source sets a day, nothing is late."""
    assert () == review_reports(silent(), grant(), D(2030, 1, 1))
