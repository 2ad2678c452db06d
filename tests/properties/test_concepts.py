"""Laws of the municipal side: validity, reviews, coverage and use, for entries of every shape."""

import datetime as dt
import itertools
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integrationsplan import Money, Period, evolve
from integrationsplan._model import RefersTo
from integrationsplan.concept import (
    ConceptDuty,
    ConceptIndicator,
    ConceptKind,
    ConceptLevel,
    ConceptProfile,
    ConceptRules,
    Coverage,
    Covering,
    IndicatorSense,
    IndicatorValue,
    IntegrationConcept,
    IntegrationNetwork,
    NetworkProfile,
    Offer,
    OfferField,
    OfferStatus,
    OfferUse,
    Organisation,
    Place,
    PlaceKind,
    Resolution,
    ResolutionKind,
    TargetGroup,
    coverage,
    indicator_progress,
    review_concept,
    review_network,
    use_of_offers,
    valid_periods,
    validity_gaps,
)
from integrationsplan.concept._concept_finding_kinds import CONCEPT_FINDINGS
from integrationsplan.concept._network_entries import USE_FIGURES
from integrationsplan.concept._profile import GIVES_VALIDITY
from integrationsplan.findings import Finding
from integrationsplan.history import Author, Entry, State
from integrationsplan.testing.strategies import values_of
from integrationsplan.values import AGS, FrozenMap

MANY = settings(max_examples=150, deadline=None)
KINDS = {kind.code: kind for kind in CONCEPT_FINDINGS}
AUTHOR = Author(role="integration_manager", id="im-7")
BODY = Organisation(id="district", name="Landkreis Musterland")
FIRST = dt.date(2019, 1, 1)
WINDOW = [FIRST + dt.timedelta(days=number) for number in range(30)]
"""So few days that times touch, overlap and end on one another."""

IDS = [*(f"e{number}" for number in range(6)), "district"]
days = st.sampled_from(WINDOW)


def state(*entries: Entry) -> State[Any]:
    """Return a state of entries, without a history."""
    return State(FrozenMap({entry.id: entry for entry in entries}))


def on(number: int = 0) -> dict[str, Any]:
    """Return who records something so many days after the opening, and from when it counts."""
    moment = dt.datetime(2019, 1, 1, 9, tzinfo=dt.UTC) + dt.timedelta(days=number)
    return {"author": AUTHOR, "recorded_at": moment, "effective_on": moment.date()}


@st.composite
def periods(draw: st.DrawFn, *, bounded: bool = False) -> Period:
    """Draw a time of the window, with or without ends."""
    start, end = sorted([draw(days), draw(days)])
    if bounded:
        return Period(start, end)
    return Period(*(draw(st.sampled_from([each, each, None])) for each in (start, end)))


# -- validity --------------------------------------------------------------------------------------


@st.composite
def resolutions(draw: st.DrawFn) -> list[Resolution]:
    """Draw resolutions of a few weeks."""
    found = []
    for number in range(draw(st.integers(0, 6))):
        sort = draw(st.sampled_from(ResolutionKind))
        valid = draw(st.none() | periods()) if sort in GIVES_VALIDITY else None
        day = draw(st.none() | days)
        found.append(Resolution(id=f"r-{number}", sort=sort, on=day, valid=valid))
    return found


def holds(day: dt.date, every: list[Resolution]) -> bool:
    """Tell whether a concept holds on a day: looked at for this day alone."""
    for one in every:
        if one.sort not in GIVES_VALIDITY or (one.valid is None and one.on is None):
            continue
        valid = one.valid or Period(one.on, None)
        start = valid.start
        if start is None and one.on is not None and (valid.end is None or one.on <= valid.end):
            start = one.on
        cuts = [
            other.on
            for other in every
            if other.sort is ResolutionKind.ENDED
            and other.on is not None
            and other.on <= day
            and (start is None or start < other.on)
        ]
        if day in Period(start, valid.end) and not cuts:
            return True
    return False


@MANY
@given(resolutions())
def test_valid_are_the_days_on_which_a_resolution_holds(every: list[Resolution]):
    """United times are the same set of days as those of the resolutions, in order and apart."""
    found = valid_periods(state(*every))
    around = [FIRST - dt.timedelta(days=9), *WINDOW, WINDOW[-1] + dt.timedelta(days=9)]
    assert [holds(day, every) for day in around] == [
        any(day in period for period in found) for day in around
    ]
    for before, after in itertools.pairwise(found):
        assert before.end is not None
        assert after.start is not None
        assert (after.start - before.end).days > 1


@MANY
@given(resolutions(), days)
def test_gaps_and_valid_times_are_the_whole_time(every: list[Resolution], until: dt.date):
    """From the first day on which it held, each day is in one of both, and never in both."""
    valid, gaps = valid_periods(state(*every)), validity_gaps(state(*every), until)
    for day in WINDOW:
        is_later = bool(valid) and (valid[0].start is None or valid[0].start <= day)
        is_valid = any(day in period for period in valid)
        is_gap = any(day in period for period in gaps)
        assert (is_later and not is_valid and day <= until) == is_gap


@MANY
@given(resolutions(), days, st.randoms(use_true_random=False))
def test_validity_does_not_depend_on_the_order(every: list[Resolution], until: dt.date, turn: Any):
    """Whichever resolution was recorded first."""
    other = every.copy()
    turn.shuffle(other)
    assert [
        [day for day in WINDOW if any(day in period for period in valid_periods(state(*each)))]
        for each in (every, other)
    ] == [[day for day in WINDOW if holds(day, every)]] * 2
    assert validity_gaps(state(*every), until) == validity_gaps(state(*other), until)


# -- reviews ---------------------------------------------------------------------------------------

ANY = {
    RefersTo(): st.sampled_from(IDS),
    # No document has numbers that another system would read as others.
    Money: st.builds(Money, st.integers(0, 10**12), st.sampled_from(["EUR", "USD"])),
}
"""Entries that refer to each other, of any day."""
NEAR = {**ANY, dt.date: st.dates(FIRST, dt.date(2021, 12, 31)) | days}
"""And of these years."""


def entries_of(document: Any) -> st.SearchStrategy[list[Entry]]:
    """Draw a few entries that a document may hold, each under an id of its own."""
    heads = (ConceptProfile, NetworkProfile)
    kinds = [cls for cls in document.entry_types if cls not in heads]
    near = [values_of(cls, using=NEAR) for cls in kinds]
    far = [values_of(cls, using=ANY) for cls in kinds]
    return st.lists(st.one_of(*near, *far), max_size=6).map(
        lambda found: [evolve(_free(entry, n), id=f"e{n}") for n, entry in enumerate(found)]
    )


def _free(entry: Any, number: int) -> Any:
    """Keep a goal from being a part of itself under its new id."""
    if getattr(entry, "part_of", None) == f"e{number}":
        return evolve(entry, part_of="e9")
    return entry


CONCEPT_ENTRIES = entries_of(IntegrationConcept)
NETWORK_ENTRIES = entries_of(IntegrationNetwork)


@st.composite
def concepts(draw: st.DrawFn, id: str = "concept-1") -> IntegrationConcept:
    """Draw a concept with up to two revisions."""
    concept = IntegrationConcept.open(
        id=id,
        title="Konzept",
        sort=draw(st.sampled_from(ConceptKind)),
        level=draw(st.sampled_from(ConceptLevel)),
        body=BODY,
        put=draw(CONCEPT_ENTRIES),
        **on(),
    )
    if draw(st.booleans()):
        more = [evolve(each, id=f"x{each.id}") for each in draw(CONCEPT_ENTRIES)]
        concept = concept.revise(put=more, **on(draw(st.integers(0, 400))))
    gone = [each.id for each in concept.current if draw(st.integers(0, 9)) == 0]
    return concept.erase(gone, legal_basis="law", **on(500)) if gone else concept


@st.composite
def networks(draw: st.DrawFn) -> IntegrationNetwork:
    """Draw a network."""
    put = draw(NETWORK_ENTRIES)
    return IntegrationNetwork.open(id="network-1", title="N", body=BODY, put=put, **on())


rules = st.builds(
    ConceptRules,
    most_years=st.none() | st.integers(1, 100),
    follows=st.none() | st.sampled_from(["concept-2", "other"]),
    end_notice_days=st.none() | st.integers(0, 36_525),
    duties=st.lists(values_of(ConceptDuty), max_size=2).map(tuple),
)
some_days = days | st.dates(FIRST, dt.date(2023, 12, 31)) | st.dates()


def check(found: tuple[Finding, ...], counted: State[Any]) -> None:
    """Check what all findings have in common."""
    place = {entry.id: number for number, entry in enumerate(counted)}
    for finding in found:
        assert KINDS[finding.code].severity is finding.severity
        assert finding.subject is None or finding.subject in place
        for language in ("de", "en"):
            assert "Wording(" not in finding.format(language)
    order = [-1 if finding.subject is None else place[finding.subject] for finding in found]
    assert sorted(order) == order


@settings(max_examples=200, deadline=None)
@given(concepts(), some_days, rules, st.none() | networks(), st.none() | concepts(id="concept-2"))
def test_every_concept_can_be_reviewed(
    concept: IntegrationConcept,
    day: dt.date,
    asked: ConceptRules,
    network: IntegrationNetwork | None,
    higher: IntegrationConcept | None,
):
    """On any day, by any rules, beside any network and any higher concept."""
    check(review_concept(concept, day, asked, network=network, higher=higher), concept.at(day))


@settings(max_examples=200, deadline=None)
@given(networks(), some_days, st.none() | st.integers(0, 1_200), st.none() | concepts())
def test_every_network_can_be_reviewed(
    network: IntegrationNetwork,
    day: dt.date,
    months: int | None,
    concept: IntegrationConcept | None,
):
    """On any day, however old figures may be, beside any concept."""
    found = review_network(network, day, use_within_months=months, concept=concept)
    check(found, network.at(day))


@MANY
@given(CONCEPT_ENTRIES, some_days, rules, st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_entries(
    put: list[Any], day: dt.date, asked: ConceptRules, turn: Any
):
    """Only the order in which they are told does."""
    other = put.copy()
    turn.shuffle(other)
    found = [
        review_concept(
            IntegrationConcept.open(
                id="c", title="K", level=ConceptLevel.CITY, body=BODY, put=each, **on()
            ),
            day,
            asked,
        )
        for each in (put, other)
    ]
    # Which of two resolutions of one revision is named is of no matter.
    either = {"changed_since_resolution", "resolved_revision_missing"}
    told = [
        sorted((f.code, "" if f.code in either else f.subject or "") for f in each)
        for each in found
    ]
    assert told[0] == told[1]


@MANY
@given(CONCEPT_ENTRIES, some_days, rules)
def test_rules_that_ask_for_less_find_no_more(put: list[Any], day: dt.date, asked: ConceptRules):
    """Without rules only what can be seen from the concept alone is found."""
    concept = IntegrationConcept.open(
        id="c", title="K", level=ConceptLevel.CITY, body=BODY, put=put, **on()
    )
    less, more = review_concept(concept, day), review_concept(concept, day, asked)
    assert [finding for finding in more if finding in less] == list(less)


# -- indicators ------------------------------------------------------------------------------------

values = st.builds(
    IndicatorValue, on=days, value=st.integers(-9, 9).map(str) | st.sampled_from(["1/3", "0.5"])
)
lists_of_values = st.lists(values, max_size=5, unique_by=lambda value: value.on).map(tuple)
indicators = st.builds(
    ConceptIndicator,
    id=st.just("i-1"),
    title=st.just("x"),
    sense=st.sampled_from(IndicatorSense),
    baseline=st.none() | values,
    targets=lists_of_values,
    values=lists_of_values,
)


@MANY
@given(indicators, days)
def test_progress_agrees_with_itself(indicator: ConceptIndicator, day: dt.date):
    """Reached is what has no distance left; the whole way gone is the target."""
    found = indicator_progress(indicator, day)
    assert found.is_reached == (None if found.distance is None else found.distance <= 0)
    if found.part is not None and found.distance is not None:
        assert (found.part >= 1) == found.is_reached
        assert (found.part == 1) == (found.distance == 0)


@MANY
@given(indicators, days, st.randoms(use_true_random=False))
def test_progress_does_not_depend_on_the_order(
    indicator: ConceptIndicator, day: dt.date, turn: Any
):
    """Neither of values nor of targets."""
    lists = [list(indicator.values), list(indicator.targets)]
    for each in lists:
        turn.shuffle(each)
    other = evolve(indicator, values=tuple(lists[0]), targets=tuple(lists[1]))
    assert indicator_progress(indicator, day) == indicator_progress(other, day)


# -- coverage --------------------------------------------------------------------------------------

LANGUAGES, REGIONS = ["de", "ar", "ti"], ["16", "16066", "16066023", "16067"]
GROUPS = [TargetGroup.EVERYONE, TargetGroup.NEWCOMERS, TargetGroup.REFUGEES, TargetGroup.WOMEN]
PLACES = [
    Place(city="Weinheim"),
    Place(region=AGS("16066023")),
    Place(name="Rathaus"),
    Place(kind=PlaceKind.ONLINE),
]
DIMENSIONS = ["field", "region", "place", "language", "target_group", "provider", "permanence"]


def some(values: list[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw some of a few values."""
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


offers = st.lists(
    st.builds(
        Offer,
        id=st.sampled_from(IDS),
        title=st.just("x"),
        field=st.sampled_from([OfferField.LANGUAGE, OfferField.WORK]),
        provider=st.sampled_from(["vhs", "caritas"]),
        languages=some(LANGUAGES),
        interpreting=st.sampled_from([None, None, "auf Anfrage"]),
        regions=some([AGS(key) for key in REGIONS]),
        places=some(PLACES),
        target_groups=some(GROUPS),
        period=st.none() | periods(),
        status=st.sampled_from([OfferStatus.RUNNING, OfferStatus.RUNNING, OfferStatus.ENDED]),
    ),
    max_size=6,
    unique_by=lambda offer: offer.id,
)
dimensions = st.lists(st.sampled_from(DIMENSIONS), max_size=3, unique=True)
WANTED: dict[str, list[str]] = {
    "field": ["language", "work", "health"],
    "region": REGIONS,
    "place": ["Weinheim", "16066023", "Suhl"],
    "language": LANGUAGES,
    "target_group": [group.value for group in GROUPS],
    "provider": ["vhs", "caritas", "x"],
    "permanence": ["regular", "temporary"],
}


def wanted(by: list[str]) -> dict[str, list[str]]:
    """Return all values that are looked at, by dimension."""
    return {name: WANTED[name] for name in by}


def covers(offer: Offer, name: str, value: str) -> tuple[bool, bool]:
    """Tell of one offer and one value whether it does it for sure, and whether it may."""
    match name:
        case "field":
            return offer.field.value == value, offer.field.value == value
        case "provider":
            return offer.provider == value, offer.provider == value
        case "permanence":
            return False, True
        case "language":
            sure = value in offer.languages
            return sure, sure or not offer.languages or offer.interpreting is not None
        case "region":
            sure = any(region.contains(AGS(value)) for region in offer.regions)
            return sure, sure or not offer.regions
        case "place":
            sure = any(
                value in (place.city, place.region and place.region.key) for place in offer.places
            )
            vague = any(place in PLACES[2:] for place in offer.places)
            return sure, sure or vague or not offer.places
        case _:
            groups = [group.value for group in offer.target_groups]
            sure = value in groups or "everyone" in groups
            sure = sure or ("newcomers" in groups and value == "refugees")
            return sure, sure or not groups


def judged(offers: list[Offer], day: dt.date, at: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return who does something, and who may: each offer looked at alone."""
    sure, may = [], []
    for offer in offers:
        if offer.status is not OfferStatus.RUNNING or day not in (offer.period or Period()):
            continue
        found = [covers(offer, name, value) for name, value in at.items()]
        if all(each for each, _ in found):
            sure.append(offer.id)
        elif all(each for _, each in found):
            may.append(offer.id)
    return sure, may


@MANY
@given(offers, days, dimensions)
def test_coverage_is_what_each_offer_does(offers: list[Offer], day: dt.date, by: list[str]):
    """Laid together, the offers do what they do one by one."""
    found = coverage(state(*offers), day, by)
    gaps = {gap.at: gap.perhaps for gap in found.gaps(**wanted(by))}
    for at in itertools.product(*(WANTED[name] for name in by)):
        sure, may = judged(offers, day, dict(zip(by, at, strict=True)))
        assert (tuple(sure), tuple(may)) == (found.covering(*at), found.perhaps(*at))
        assert (None if sure else tuple(may)) == gaps.get(at)
        expected = Covering.OFFERED if sure else Covering.PERHAPS if may else Covering.NOT_OFFERED
        assert expected is found.status(*at)


@MANY
@given(offers, days, dimensions)
def test_offers_that_overlap_do_the_same(offers: list[Offer], day: dt.date, by: list[str]):
    """Two or more, each for sure, at a place that one of them names."""
    found: Coverage = coverage(state(*offers), day, by)
    cells = {cell for each in found.offers.values() for cell in itertools.product(*each)}
    expected = [(cell, found.covering(*cell)) for cell in sorted(cells)]
    assert [each for each in expected if len(each[1]) > 1] == list(found.overlaps())


@MANY
@given(offers, days, dimensions, st.randoms(use_true_random=False))
def test_coverage_does_not_depend_on_the_order(
    offers: list[Offer], day: dt.date, by: list[str], turn: Any
):
    """Whichever offer was recorded first."""
    other = offers.copy()
    turn.shuffle(other)
    one, two = (coverage(state(*each), day, by) for each in (offers, other))
    assert [(gap.at, {*gap.perhaps}) for gap in one.gaps(**wanted(by))] == [
        (gap.at, {*gap.perhaps}) for gap in two.gaps(**wanted(by))
    ]
    assert [(each.at, {*each.offers}) for each in one.overlaps()] == [
        (each.at, {*each.offers}) for each in two.overlaps()
    ]


@MANY
@given(offers, days, dimensions)
def test_an_offer_that_says_nothing_never_makes_a_certain_gap(
    offers: list[Offer], day: dt.date, by: list[str]
):
    """What is not known is never a no: with it, every gap is one to ask about."""
    silent = Offer(id="silent", field=OfferField.WORK, title="x", provider="vhs")
    by = [name for name in by if name not in ("field", "provider")]
    for gap in coverage(state(*offers, silent), day, by).gaps(**wanted(by)):
        assert "silent" in gap.perhaps
        assert not gap.is_certain


@MANY
@given(offers, days, dimensions)
def test_one_offer_more_opens_no_gap(offers: list[Offer], day: dt.date, by: list[str]):
    """What was offered still is, and what was to ask about is no certain gap."""
    assume(offers)
    more = {gap.at: gap for gap in coverage(state(*offers), day, by).gaps(**wanted(by))}
    less = {gap.at: gap for gap in coverage(state(*offers[1:]), day, by).gaps(**wanted(by))}
    assert set(more) <= set(less)
    assert all(less[at].is_certain for at, gap in more.items() if gap.is_certain)


# -- use -------------------------------------------------------------------------------------------

figures = st.none() | st.integers(0, 9)
WHOLE = Period(WINDOW[0], WINDOW[-1])


@st.composite
def uses(draw: st.DrawFn, within: Period = WHOLE, least: int = 0) -> list[OfferUse]:
    """Draw records of one offer, each within a time."""
    inside = st.sampled_from([day for day in WINDOW if day in within])
    found = []
    for number in range(draw(st.integers(least, 5))):
        drawn = {name: draw(figures) for name in USE_FIGURES if name != "newcomers"}
        if all(value is None for value in drawn.values()):
            drawn["sessions"] = 1
        period = Period(*sorted([draw(inside), draw(inside)]))
        found.append(OfferUse(id=f"u-{number}", offer="o-1", period=period, **drawn))
    return found


def days_of(period: Period) -> set[dt.date]:
    """Return the days of a time, one by one."""
    return {day for day in WINDOW if day in period}


@MANY
@given(uses(), periods(bounded=True))
def test_use_is_the_sum_of_its_records(records: list[OfferUse], period: Period):
    """Of those that lie in the time, have the figure, and share no day."""
    rows = use_of_offers(state(*records), period)
    inside = [use for use in records if days_of(use.period) <= days_of(period)]
    touched = [use for use in records if days_of(use.period) & days_of(period)]
    assert bool(touched) == bool(rows)
    for row in rows:
        assert [use.id for use in inside] == list(row.records)
        assert [use.id for use in touched if use not in inside] == list(row.beyond)
        shared = {
            use.id
            for use in inside
            for other in inside
            if use is not other and days_of(use.period) & days_of(other.period)
        }
        assert shared == set(row.overlapping)
        for name in USE_FIGURES:
            known = [getattr(use, name) for use in inside]
            if name == "waiting":
                last = max((use.period.bounds[1] for use in inside), default=None)
                ends = {use.waiting for use in inside if use.period.bounds[1] == last}
                expected = ends.pop() if len(ends) == 1 else None
            else:
                is_whole = bool(known) and None not in known and not shared
                expected = sum(known) if is_whole else None
            assert expected == row.figures.get(name)
            is_some = any(value is not None for value in known)
            assert (is_some and expected is None) == (name in row.incomplete)


@MANY
@given(uses(), periods(bounded=True))
def test_each_day_is_recorded_or_not(records: list[OfferUse], period: Period):
    """The parts without record are what the records leave, apart from each other."""
    for row in use_of_offers(state(*records), period):
        covered = [days_of(use.period) for use in records if use.id in row.records]
        left = [days_of(part) for part in row.unrecorded]
        assert days_of(period) - set().union(*covered) == set().union(*left)
        assert len(set().union(*left)) == sum(map(len, left))


@MANY
@given(st.integers(1, 29), st.data())
def test_a_year_is_the_sum_of_its_halves(cut: int, data: st.DataObject):
    """Where no record goes across the cut, and both halves know the figure."""
    halves = [Period(WINDOW[0], WINDOW[cut - 1]), Period(WINDOW[cut], WINDOW[-1])]
    records = [
        evolve(use, id=f"{half}-{use.id}")
        for half, period in enumerate(halves)
        for use in data.draw(uses(period, least=1))
    ]
    [one], [two] = (use_of_offers(state(*records), half) for half in halves)
    [whole] = use_of_offers(state(*records), WHOLE)
    both = set(one.figures) & set(two.figures) - {"waiting"}
    assert both == set(whole.figures) - {"waiting"}
    assert all(one.figures[name] + two.figures[name] == whole.figures[name] for name in both)


@MANY
@given(uses(), periods(bounded=True), st.randoms(use_true_random=False))
def test_use_does_not_depend_on_the_order(records: list[OfferUse], period: Period, turn: Any):
    """Whichever record came first."""
    other = records.copy()
    turn.shuffle(other)
    found = [
        [
            (row.figures, {*row.incomplete}, {*row.records}, row.unrecorded, {*row.overlapping})
            for row in use_of_offers(state(*each), period)
        ]
        for each in (records, other)
    ]
    assert found[0] == found[1]
