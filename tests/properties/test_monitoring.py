"""Laws of counting: order plays no part, parts add up, and what is missing is never a no."""

import datetime as dt
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from integrationsplan import Author, IntegrationPlan, Period
from integrationsplan.monitoring import (
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    MonitoringRules,
    PlanTally,
    monitor,
)
from integrationsplan.plan import (
    CEFR,
    Body,
    CertificateFamily,
    Consultation,
    EmploymentKind,
    FamilySituation,
    Gender,
    GoalField,
    HealthNote,
    HousingKind,
    HousingSituation,
    LanguageCertificate,
    LanguageProficiency,
    PersonalDetails,
    PlanEntry,
    Qualification,
    QualificationCategory,
    SchoolKind,
    SchoolSituation,
    WorkSituation,
)

PERIOD = Period.of_year(2019)
AS_OF = dt.date(2020, 3, 31)
EVERYTHING = ("bw-im-6.2", "plan", "esf-2014-2020", "esf-plus-2021-2027")
RULES = MonitoringRules(alive_within_months=3, longest_term_months=12)

ENTRY = ("EECO02", "EECO04", "EECO05", "EECO06", "EECO07", "EECO08", "EECO09", "EECO10", "EECO11")

days = st.dates(dt.date(2018, 6, 1), dt.date(2019, 12, 31))
periods = st.none() | st.builds(
    lambda start, length: Period(start, None if length is None else start + dt.timedelta(length)),
    st.dates(dt.date(2017, 1, 1), dt.date(2020, 2, 1)),
    st.none() | st.integers(0, 900),
)


def some(*strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Draw from each of some strategies, or nothing."""
    return st.tuples(*(st.none() | each for each in strategies)).map(
        lambda drawn: [each for each in drawn if each is not None]
    )


entries: st.SearchStrategy[list[PlanEntry]] = some(
    st.builds(
        PersonalDetails,
        id=st.just("details"),
        gender=st.none() | st.sampled_from(Gender),
        birth_date=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2010, 1, 1)),
        nationalities=st.sampled_from([(), ("SY",), ("FR",), ("GB",), ("XA",), ("SY", "DE")]),
    ),
    st.builds(
        WorkSituation,
        id=st.just("work-1"),
        employment=st.sampled_from(EmploymentKind),
        period=periods,
    ),
    st.builds(
        WorkSituation,
        id=st.just("work-2"),
        employment=st.sampled_from(EmploymentKind),
        period=periods,
    ),
    st.builds(
        SchoolSituation,
        id=st.just("school"),
        school=st.none() | st.sampled_from(SchoolKind),
        period=periods,
    ),
    st.builds(
        HousingSituation, id=st.just("home"), housing=st.sampled_from(HousingKind), period=periods
    ),
    st.builds(
        HealthNote,
        id=st.just("health"),
        disability_recognised=st.none() | st.booleans(),
        period=periods,
    ),
    st.builds(
        FamilySituation,
        id=st.just("family"),
        adults=st.none() | st.integers(1, 3),
        children=st.none() | st.integers(0, 3),
        period=periods,
    ),
    st.builds(
        Qualification,
        id=st.just("school-leaving"),
        title=st.just("Abschluss"),
        category=st.sampled_from(QualificationCategory),
        isced=st.none() | st.integers(0, 8),
        year=st.none() | st.integers(2000, 2019),
    ),
    st.builds(
        LanguageProficiency,
        id=st.just("german"),
        language=st.just("de"),
        certificates=st.lists(
            st.builds(
                LanguageCertificate,
                issuer=st.just(CertificateFamily.TELC),
                level=st.sampled_from(CEFR),
                issued_on=st.none() | days,
            ),
            max_size=2,
        ).map(tuple),
    ),
    st.builds(
        Consultation,
        id=st.just("talk"),
        held_on=days,
        topics=st.sets(st.sampled_from(GoalField), max_size=2).map(tuple),
    ),
)


def recorded(day: dt.date) -> dict[str, Any]:
    """Say who recorded something and when."""
    return {
        "author": Author(role="integration_manager", id=f"im-{day.month % 3}"),
        "recorded_at": dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC),
        "effective_on": day,
    }


def opened(id: str, day: dt.date, put: list[PlanEntry]) -> IntegrationPlan:
    """Open a plan."""
    return IntegrationPlan.open(
        id=id,
        subject="person",
        body=Body(name="Musterstadt"),
        jurisdiction="08",
        put=put,
        **recorded(day),
    )


@st.composite
def plans(draw: st.DrawFn) -> list[IntegrationPlan]:
    """Draw some plans, some of them closed and some of those told of later."""
    found = []
    for number in range(draw(st.integers(0, 6))):
        day = draw(days)
        plan = opened(f"plan-{number}", day, draw(entries))
        if draw(st.booleans()):
            end = day + dt.timedelta(draw(st.integers(0, 300)))
            plan = plan.close(reason="done", **recorded(end))
        found.append(plan)
    return found


def counted(given: list[IntegrationPlan], *by: str) -> IndicatorReport:
    """Count everything."""
    return monitor(given, PERIOD, EVERYTHING, by=by, rules=RULES, as_of=AS_OF)


@given(plans(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_plans_plays_no_part(given_plans: list[IntegrationPlan], chance: Any):
    """Not even for the names of those that lack something."""
    shuffled = list(given_plans)
    chance.shuffle(shuffled)
    by = ("sex", "age-group", "counsellor")
    assert counted(given_plans, *by) == counted(shuffled, *by)


@given(plans(), st.integers(0, 6))
@settings(max_examples=60)
def test_parts_add_up_to_the_whole(given_plans: list[IntegrationPlan], cut: int):
    """Wherever the plans are divided."""
    tallies = []
    for part in (given_plans[:cut], given_plans[cut:]):
        tally = PlanTally(PERIOD, EVERYTHING, by=["sex"], rules=RULES, as_of=AS_OF)
        for plan in part:
            tally.add(plan)
        tallies.append(tally)
    tallies[1].merge(tallies[0])
    assert counted(given_plans, "sex") == tallies[1].report("report")


@given(plans())
@settings(max_examples=60)
def test_totals_are_the_sums_of_their_parts(given_plans: list[IntegrationPlan]):
    """Of values, of those asked, of what is lacking, of what is undecided; in each dimension."""
    report = counted(given_plans, "sex", "age-group")
    rows = {(row.indicator, frozenset(row.groups.items())): row for row in report.rows}
    for row in report.rows:
        for name in ("sex", "age-group"):
            if row.groups.get(name) != "total" or "figure" in row.groups:
                continue
            others = {key: group for key, group in row.groups.items() if key != name}
            groups = {each.groups.get(name) for each in report.rows} - {"total", None}
            parts = [
                rows[row.indicator, frozenset((others | {name: group}).items())] for group in groups
            ]
            for field in ("of", "lacking", "undecided"):
                whole = getattr(row, field)
                assert whole is None or whole == sum(getattr(part, field) for part in parts)
            if row.status is not FigureStatus.NOT_COMPUTABLE:
                assert (row.number or 0) == sum(part.number or 0 for part in parts)


@given(plans())
@settings(max_examples=60)
def test_every_participant_is_counted_once_or_lacks_something(given_plans: list[IntegrationPlan]):
    """Whoever entered is asked by each indicator; of nobody two of three are true."""
    report = counted(given_plans)
    everybody = report.row("EECO01").number
    for code in ("EECO02", "EECO03", "EECO04", "EECO05", "EECO13", "EECO16", "CO06", "CO18"):
        row = report.row(code)
        assert everybody == (row.of or 0) + (row.lacking or 0)
    asked = report.row("EECO02").of
    assert asked == sum(report.row(code).number or 0 for code in ("EECO02", "EECO04", "EECO05"))
    for row in report.rows:
        if row.of is not None and row.value is not None and "BW62" not in row.indicator:
            assert "figure" in row.groups or 0 <= (row.number or 0) <= row.of
        assert row.status is not FigureStatus.COUNTED or not (row.lacking or row.undecided)
        if row.status is FigureStatus.UNKNOWN:
            assert row.value is None
            assert (row.lacking or 0) + (row.undecided or 0) > 0


@given(st.data())
@settings(max_examples=150)
def test_what_is_missing_never_becomes_a_no(data: st.DataObject):
    """A plan that says less is asked less: of no indicator at entry more are a no.

    Two entries that contradict each other say nothing, so one of them is drawn at most; and the
    household is left out, where a person's own work decides.
    """
    put = [
        entry
        for entry in data.draw(entries)
        if entry.id != "work-2" and not isinstance(entry, FamilySituation)
    ]
    left_out = data.draw(st.sets(st.sampled_from([entry.id for entry in put] or ["none"])))
    day = data.draw(st.dates(dt.date(2019, 1, 1), dt.date(2019, 12, 31)))
    whole = counted([opened("plan", day, put)])
    less = counted([opened("plan", day, [each for each in put if each.id not in left_out])])
    for code in (*ENTRY, "EECO03", "EECO12", "EECO13", "EECO16", "CO01", "CO06", "CO09", "CO18"):
        assert no(less.row(code)) <= no(whole.row(code)), code
        assert (less.row(code).of or 0) <= (whole.row(code).of or 0), code


def no(row: IndicatorRow) -> int:
    """Return of how many it is a no."""
    return (row.of or 0) - int(row.number or 0)
