"""Figures of offers, concepts, needs, referrals and grants; rounds side by side; series."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import (
    AGS,
    Author,
    IntegrationPlan,
    InvalidValueError,
    Money,
    Period,
    UnknownNameError,
    catalogue,
    evolve,
)
from integrationsplan.concept import (
    ConceptIndicator,
    Covering,
    IndicatorSense,
    IndicatorValue,
    Offer,
    OfferField,
    OfferUse,
    indicator_progress,
)
from integrationsplan.funding import ApplicantKind, Grant, Granted, Participant
from integrationsplan.history import State
from integrationsplan.monitoring import (
    DisclosureRules,
    Figures,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    MonitoringRules,
    Need,
    RoundingBase,
    compare_reports,
    entity_figures,
    gap_figures,
    measure_figures,
    needs_of,
    offer_use_figures,
    protect_report,
    referrals,
    unmet_needs,
    values_of,
)
from integrationsplan.plan import (
    Body,
    Goal,
    GoalField,
    Lifecycle,
    Measure,
    PersonalDetails,
    Referral,
)
from integrationsplan.values import FrozenMap, Rounding

YEAR = Period.of_year(2019)
HALF = Period.of_months(dt.date(2019, 1, 1), 6)
DAY = dt.date(2019, 12, 31)


def state(*entries: Any) -> State[Any]:
    """Return a state with entries."""
    return State(FrozenMap({entry.id: entry for entry in entries}))


def offer(id: str, field: OfferField = OfferField.LANGUAGE, **fields: Any) -> Offer:
    """Return an offer."""
    return Offer(id=id, field=field, title=id, provider="vhs", **fields)


def use(id: str, of: str, period: Period = YEAR, **figures: int) -> OfferUse:
    """Return how an offer was used."""
    return OfferUse(id=id, offer=of, period=period, **figures)


def told(figures: Figures, **groups: str) -> list[tuple[str | None, str]]:
    """Return values and statuses of the rows with some groups."""
    return [
        (row.value, str(row.status.value))
        for row in figures.rows
        if all(row.groups.get(name) == group for name, group in groups.items())
    ]


# -- offers ----------------------------------------------------------------------------------------


def test_the_use_of_an_offer_has_participants_places_and_their_ratio():
    """Rounded half up to two decimals."""
    found = offer_use_figures(
        state(offer("o-1"), use("u-1", "o-1", participants=1, places=8)), YEAR
    )
    assert [("1", "counted"), ("8", "counted"), ("0.13", "counted")] == told(found, offer="o-1")


def test_an_offer_without_records_is_not_known_and_named():
    """It is not unused."""
    found = offer_use_figures(
        state(offer("o-1"), offer("o-2"), use("u-1", "o-1", participants=5, places=10)), YEAR
    )
    assert [(None, "unknown")] * 3 == told(found, offer="o-2")
    assert [("5", "incomplete"), ("10", "incomplete"), ("0.50", "incomplete")] == told(
        found, offer="total"
    )
    assert [("offer_use", 1, ("o-2",))] == [
        (each.fact, each.number, each.records) for each in found.lacking
    ]


def test_half_a_year_of_records_is_incomplete():
    """What was in the other half nobody knows."""
    found = offer_use_figures(state(offer("o-1"), use("u-1", "o-1", HALF, participants=5)), YEAR)
    assert [("5", "incomplete"), (None, "unknown"), (None, "unknown")] == told(found, offer="o-1")


def test_without_places_there_is_no_ratio():
    """Nothing is divided by nothing."""
    found = offer_use_figures(
        state(offer("o-1"), use("u-1", "o-1", participants=5, places=0)), YEAR
    )
    assert (None, "unknown") == told(found, offer="o-1")[2]
    assert (None, "not-computable") == told(found, offer="total", figure="participants-per-place")[
        0
    ]


def test_no_offers_are_nobody():
    """A network without offers has none used."""
    found = offer_use_figures(state(), YEAR)
    assert [("0", "counted"), ("0", "counted"), (None, "not-computable")] == told(found)


# -- the concept -----------------------------------------------------------------------------------


def test_measures_are_counted_on_days_with_a_valid_concept_only():
    """The concept of Schmalkalden-Meiningen held from May 2019 to the end of 2020."""
    concept = catalogue.concept("schmalkalden-meiningen")
    for day in (dt.date(2019, 5, 12), dt.date(2021, 1, 1)):
        assert [(None, "not-computable")] == told(measure_figures(concept, day))
    found = measure_figures(concept, dt.date(2020, 6, 1))
    rows = [row for row in found.rows if row.groups["field"] == "total"]
    parts = sum(int(row.value or 0) for row in rows if row.groups["measure-status"] != "total")
    assert [str(parts)] == [row.value for row in rows if row.groups["measure-status"] == "total"]
    assert parts > 0


# -- needs -----------------------------------------------------------------------------------------


def plan(
    number: int,
    *fields: GoalField,
    language: str | None = "ar",
    region: str | None = "16066",
    lifecycle: Lifecycle = Lifecycle.ACTIVE,
    measures: tuple[Measure, ...] = (),
) -> IntegrationPlan:
    """Open a plan with goals."""
    return IntegrationPlan.open(
        id=f"plan-{number}",
        subject=f"person-{number}",
        body=Body(name="Musterland", region=None if region is None else AGS(region)),
        jurisdiction="16",
        author=Author(role="integration_manager", id="im-1"),
        recorded_at=dt.datetime(2019, 2, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2019, 2, 1),
        put=[
            PersonalDetails(id="details", interpreter_language=language),
            *(
                Goal(id=f"g-{place}", field=field, title="Ziel", lifecycle=lifecycle)
                for place, field in enumerate(fields)
            ),
            *measures,
        ],
    )


def test_needs_are_those_of_open_goals_of_open_plans():
    """Each plan once for each field."""
    plans = [
        plan(1, GoalField.LANGUAGE, GoalField.LANGUAGE, GoalField.WORK),
        plan(2, GoalField.LANGUAGE),
        plan(3, GoalField.LANGUAGE, lifecycle=Lifecycle.COMPLETED),
        plan(4, GoalField.LANGUAGE).close(
            reason="done",
            author=Author(role="integration_manager", id="im-1"),
            recorded_at=dt.datetime(2019, 5, 1, tzinfo=dt.UTC),
            effective_on=dt.date(2019, 5, 1),
        ),
        plan(5, GoalField.LANGUAGE, language=None, region=None),
    ]
    assert (
        Need("language", None, None, 1),
        Need("language", "16066", "ar", 2),
        Need("work", "16066", "ar", 1),
    ) == needs_of(iter(plans), DAY)
    assert () == needs_of(plans, dt.date(2019, 1, 31))


ARABIC = Need("language", "16066", "ar", 1)
IN_ARABIC: dict[str, Any] = {"languages": ("ar",), "regions": (AGS("16066"),)}


@pytest.mark.parametrize(
    ("fields", "need", "expected"),
    [
        (
            IN_ARABIC,
            ARABIC,
            None,
        ),
        ({"languages": ("ar",), "regions": (AGS("16"),)}, ARABIC, None),
        ({"languages": ("ar",)}, ARABIC, Covering.PERHAPS),
        (
            {"languages": ("de",), "regions": (AGS("16066"),)},
            ARABIC,
            Covering.NOT_OFFERED,
        ),
        (
            IN_ARABIC,
            Need("work", "16066", "ar", 1),
            Covering.NOT_OFFERED,
        ),
        (
            IN_ARABIC,
            Need("language", "16066", None, 1),
            Covering.PERHAPS,
        ),
        (
            IN_ARABIC,
            Need("language", None, "ar", 1),
            Covering.PERHAPS,
        ),
        (
            {
                "languages": ("ar",),
                "regions": (AGS("16066"),),
                "period": Period(None, dt.date(2019, 6, 1)),
            },
            ARABIC,
            Covering.NOT_OFFERED,
        ),
    ],
    ids=["met", "for the Land", "no region", "other language", "other field", "?", "??", "over"],
)
def test_a_need_is_met_for_sure_perhaps_or_not(
    fields: dict[str, Any], need: Need, expected: Covering | None
):
    """What is not said may be."""
    found = unmet_needs([need], state(offer("o-1", **fields)), DAY)
    assert ([] if expected is None else [expected]) == [each.covering for each in found]
    figures = gap_figures([need], state(offer("o-1", **fields)), DAY)
    name = str((expected or Covering.OFFERED).value)
    assert [("1", "counted")] == told(figures, field="total", covering=name)
    assert [("1", "counted")] == told(figures, field="total", covering="total")


def test_a_need_that_offers_cannot_have_is_told():
    """A slip of the pen is no gap."""
    with pytest.raises(UnknownNameError, match="language"):
        unmet_needs([Need("langauge", None, None, 1)], state(), DAY)


def test_referrals_count_plans_and_name_what_is_not_there():
    """Each plan once for an offer; offers to which nobody was sent are there, too."""
    plans = [
        plan(
            number,
            measures=tuple(
                Measure(id=f"m-{place}", title="Kurs", referral=Referral(offer=each))
                for place, each in enumerate(named)
            ),
        )
        for number, named in enumerate([("o-1", "o-1"), ("o-1", "o-9"), ()])
    ]
    found = referrals(plans, state(offer("o-1"), offer("o-2")), DAY)
    assert {"o-1": 2, "o-2": 0} == dict(found.offers)
    assert {"o-9": 1} == dict(found.unknown)


# -- grants ----------------------------------------------------------------------------------------


def grant(id: str, kind: ApplicantKind | None, key: str = "Weinheim", year: int = 2019) -> Grant:
    """Return a grant of a year."""
    recipient = Participant(key=key, applicant=kind)
    return Grant(id=id, programme="p", recipient=recipient).record(
        Granted(
            id="notice",
            on=dt.date(year, 1, 8),
            amount=Money.of("64000"),
            period=Period.of_year(year),
        )
    )


def test_administrations_count_once_and_their_projects_each():
    """What is not known counts nowhere, and is named."""
    grants = [
        grant("g-1", ApplicantKind.MUNICIPALITY),
        grant("g-2", ApplicantKind.MUNICIPALITY),
        grant("g-3", ApplicantKind.CARRIER, "Caritas"),
        grant("g-4", ApplicantKind.DISTRICT, "Kreis", 2018),
    ]
    old = entity_figures(grants, YEAR, "esf-2014-2020")
    assert [("CO20", "1"), ("CO22", "2")] == [(row.indicator, row.value) for row in old.rows]
    assert [("EECO18", "1")] == [(r.indicator, r.value) for r in entity_figures(grants, YEAR).rows]
    unknown = entity_figures([*grants, grant("g-5", None)], YEAR)
    assert [FigureStatus.INCOMPLETE] == [row.status for row in unknown.rows]
    assert [("g-5",)] == [each.records for each in unknown.lacking]


# -- rounds ----------------------------------------------------------------------------------------


def report(period: Period, *rows: IndicatorRow, **fields: Any) -> IndicatorReport:
    """Return a report."""
    return IndicatorReport(id="r", period=period, as_of=period.bounds[1], rows=rows, **fields)


def talks(value: str | None, **fields: Any) -> IndicatorRow:
    """Return a count of talks."""
    return IndicatorRow(**({"indicator": "BW62_TALKS", "value": value} | fields))


SECOND = Period.of_months(dt.date(2019, 7, 1), 6)


def test_rounds_of_the_same_length_compare():
    """A half-year has 181 days, the other 184: both have six months."""
    [found] = compare_reports(report(HALF, talks("210")), report(SECOND, talks("245")))
    assert (Fraction(35), True) == (found.change, found.is_sure)


def test_a_flow_of_a_year_does_not_compare_with_that_of_a_half():
    """A stock of a day does."""
    stock = IndicatorRow(indicator="PLANS_LIVING", value="9")
    flow, level = compare_reports(
        report(HALF, talks("210"), stock),
        report(Period.of_year(2020), talks("500"), evolve(stock, value="7")),
    )
    assert (None, Fraction(-2)) == (flow.change, level.change)


def test_a_group_of_one_round_alone_has_no_change():
    """It stands there, after those of the later one."""
    groups = [FrozenMap({"sex": sex}) for sex in ("male", "diverse")]
    found = compare_reports(
        report(HALF, talks("3", groups=groups[0]), by=("sex",)),
        report(SECOND, talks("2", groups=groups[1]), by=("sex",)),
    )
    assert [("diverse", None), ("male", None)] == [
        (each.groups["sex"], each.change) for each in found
    ]
    assert not any(each.is_sure for each in found)


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"rules": MonitoringRules(alive_within_months=3)}, "/rules"),
        ({"by": ("sex",)}, "/by"),
        ({"disclosure": DisclosureRules(least=3)}, "/disclosure"),
    ],
)
def test_what_was_counted_otherwise_is_refused(fields: dict[str, Any], pointer: str):
    """With what differs."""
    with pytest.raises(InvalidValueError) as caught:
        compare_reports(report(HALF), report(SECOND, **fields))
    assert [pointer] == [problem.pointer for problem in caught.value.problems]


def test_the_later_round_ends_later():
    """Whoever exchanges them is told."""
    with pytest.raises(InvalidValueError):
        compare_reports(report(SECOND), report(HALF))


# -- series and targets ----------------------------------------------------------------------------


def test_reports_make_the_values_of_an_indicator_with_its_distance():
    """Half of the way is gone."""
    reports = [
        report(Period.of_year(year), talks(value))
        for year, value in ((2018, "40"), (2019, None))
        if value is not None
    ]
    reports.append(report(YEAR, talks(None, status=FigureStatus.SUPPRESSED)))
    values = values_of(reports, "BW62_TALKS")
    assert [(dt.date(2018, 12, 31), "40")] == [(each.on, each.value) for each in values]
    indicator = ConceptIndicator(
        id="i-1",
        title="Gespräche",
        sense=IndicatorSense.OUTPUT,
        baseline=IndicatorValue(on=dt.date(2017, 12, 31), value="20"),
        targets=(IndicatorValue(on=dt.date(2020, 12, 31), value="60"),),
        values=values,
    )
    found = indicator_progress(indicator, DAY)
    assert (Fraction(20), Fraction(1, 2)) == (found.distance, found.part)


def test_a_need_without_values_has_no_distance():
    """280,000 skilled workers by 2025: no baseline, no series, no straight line."""
    workers = ConceptIndicator(
        id="i-1",
        title="Fachkräfte",
        code="TH_SKILLED_WORKERS_2025",
        sense=IndicatorSense.CONTEXT,
        targets=(IndicatorValue(on=dt.date(2025, 12, 31), value="280000"),),
    )
    found = indicator_progress(workers, DAY)
    assert (None, None, None) == (found.distance, found.part, found.is_reached)
    assert found.target is not None
    assert Fraction(280_000) == found.target.number


def test_two_values_of_one_day_are_refused():
    """Nobody knows which holds."""
    with pytest.raises(InvalidValueError):
        values_of([report(YEAR, talks("1")), report(YEAR, talks("2"))], "BW62_TALKS")


# -- what may leave --------------------------------------------------------------------------------


def test_few_participants_of_an_offer_are_not_shown_nor_their_ratio():
    """The ratio times the places would be the participants."""
    offers = [offer(f"o-{number}") for number in range(3)]
    uses = [
        use(f"u-{number}", f"o-{number}", participants=count, places=10)
        for number, count in enumerate((2, 8, 9))
    ]
    figures = offer_use_figures(state(*offers, *uses), YEAR)
    protected = protect_report(report(YEAR, *figures.rows), DisclosureRules(least=3))
    rows = {tuple(row.groups.values()): row for row in protected.rows}
    for hidden in ("o-0", "o-1"):
        for name in ("participants", "participants-per-place"):
            assert FigureStatus.SUPPRESSED is rows[hidden, name].status
        assert "10" == rows[hidden, "places"].value
    assert ("9", "0.90") == (
        rows["o-2", "participants"].value,
        rows["o-2", "participants-per-place"].value,
    )
    assert "19" == rows["total", "participants"].value


def test_talks_of_few_plans_are_not_shown():
    """Forty talks of one person are those of one person."""
    rows = [
        talks(value, groups=FrozenMap({"sex": sex}), of=of, lacking=0, undecided=0)
        for sex, value, of in (
            ("female", "40", 1),
            ("male", "60", 20),
            ("unknown", "90", 30),
            ("total", "190", 51),
        )
    ]
    protected = protect_report(report(YEAR, *rows, by=("sex",)), DisclosureRules(least=3))
    assert [None, None, "90", "190"] == [row.value for row in protected.rows]
    assert all(row.of is None for row in protected.rows)


@pytest.mark.parametrize(("of", "expected"), [(2, None), (3, "100")])
def test_medians_of_few_are_not_shown(of: int, expected: str | None):
    """They would be somebody's days."""
    median = IndicatorRow(
        indicator="TIME_TO_FIRST_LEVEL",
        groups=FrozenMap({"figure": "median-days"}),
        value="100",
        of=of,
    )
    [row] = protect_report(report(YEAR, median), DisclosureRules(least=3)).rows
    assert (expected, None) == (row.value, row.of)


def test_figures_that_contradict_each_other_are_refused():
    """Every row whose sum is not that of its parts is named."""
    rows = [
        IndicatorRow(indicator="EECO01", groups=FrozenMap({"sex": sex}), value=value, of=int(value))
        for sex, value in (("female", "10"), ("male", "10"), ("total", "21"))
    ]
    with pytest.raises(InvalidValueError) as caught:
        protect_report(report(YEAR, *rows, by=("sex",)), DisclosureRules(least=3))
    assert ["/rows/2"] == [problem.pointer for problem in caught.value.problems]


@pytest.mark.parametrize(
    "rules", [DisclosureRules(least=3), DisclosureRules(least=3, protects_zeros=True)]
)
def test_measures_gaps_and_administrations_stay(rules: DisclosureRules):
    """Nobody is to be protected there."""
    rows = (
        *entity_figures([grant("g-1", ApplicantKind.DISTRICT)], YEAR).rows,
        *gap_figures([Need("work", None, None, 1)], state(), DAY).rows,
    )
    assert [row.value for row in rows] == [
        row.value for row in protect_report(report(YEAR, *rows), rules).rows
    ]


def test_an_empty_report_stays_empty():
    """And says that nothing is small."""
    found = protect_report(report(YEAR, plans=2), DisclosureRules(least=3))
    assert ((), None) == (found.rows, found.plans)
    assert ["Every count is shown: none is small."] == [line.en for line in found.account]


def test_topics_of_few_plans_are_not_shown_either():
    """Where each talk has one topic they would add up to the talks."""
    rows = [
        talks(value, groups=FrozenMap({"sex": sex}), of=of)
        for sex, value, of in (("female", "40", 1), ("male", "60", 20), ("total", "100", 21))
    ]
    rows += [
        IndicatorRow(
            indicator="BW62_TOPICS",
            groups=FrozenMap({"sex": sex, "topic": "work"}),
            value=value,
        )
        for sex, value in (("female", "40"), ("male", "60"), ("total", "100"))
    ]
    protected = protect_report(report(YEAR, *rows, by=("sex",)), DisclosureRules(least=3))
    assert [None, None, "100"] * 2 == [row.value for row in protected.rows]


def test_the_caseload_needs_its_parts():
    """Few open plans are not shown; nor is a ratio of which nobody knows the plans."""
    rows = {
        name: IndicatorRow(
            indicator="CASELOAD_PER_FTE", groups=FrozenMap({"figure": name}), value=value
        )
        for name, value in (("plans", "2"), ("fte", "0.50"), ("plans-per-fte", "4.00"))
    }
    rules = DisclosureRules(least=3)
    found = protect_report(report(YEAR, *rows.values()), rules)
    assert [None, "0.50", None] == [row.value for row in found.rows]
    found = protect_report(report(YEAR, rows["plans-per-fte"]), rules)
    assert [None] == [row.value for row in found.rows]
    many = evolve(rows["plans"], value="41")
    rounded = DisclosureRules(rounding=RoundingBase(base=10, method=Rounding.HALF_UP))
    ratio = evolve(rows["plans-per-fte"], value="82.00")
    found = protect_report(report(YEAR, many, rows["fte"], ratio), rounded)
    assert ["40", "0.50", "80.00"] == [row.value for row in found.rows]
    assert ["41"] == [row.value for row in protect_report(report(YEAR, many), rules).rows]


@pytest.mark.parametrize(
    ("rows", "pointers"),
    [
        ([("EECO12", 30, 20)], ["/rows/0"]),
        ([("EECO02", 5, 20), ("EECO03", 6, 20)], ["/rows/0", "/rows/1"]),
        (
            [("EECO02", 9, 20), ("EECO04", 9, 20), ("EECO05", 9, 20)],
            ["/rows/0", "/rows/1", "/rows/2"],
        ),
    ],
)
def test_more_than_all_is_refused(rows: list[tuple[str, int, int]], pointers: list[str]):
    """With every row that takes part in it."""
    given = [
        IndicatorRow(indicator=code, value=str(value), of=of, lacking=0, undecided=0)
        for code, value, of in rows
    ]
    with pytest.raises(InvalidValueError) as caught:
        protect_report(report(YEAR, *given), DisclosureRules(least=3))
    assert pointers == [problem.pointer for problem in caught.value.problems]


@pytest.mark.parametrize("zeros", [True, False])
def test_what_is_not_computable_stays_so(zeros: bool):
    """It was not hidden."""
    row = IndicatorRow(indicator="PLANS_DEAD", status=FigureStatus.NOT_COMPUTABLE)
    rules = DisclosureRules(least=3, protects_zeros=zeros)
    assert (row,) == protect_report(report(YEAR, row), rules).rows
