"""Extensions: by how much a grant may be prolonged, and on what that rests."""

import datetime as dt

import pytest
from tests.unit.funding.samples import (
    CITATION,
    START,
    D,
    always,
    codes,
    eur,
    filled,
    grant,
    notice,
    problems,
    silent,
    town,
)

from integrationsplan import Period, catalogue, evolve
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.findings import Finding
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    Grant,
    GrantEvent,
    PayInterrupted,
    Terms,
    check_extension,
)
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import Basis, FrozenMap

MANAGEMENT = catalogue.terms("de-bw-integrationsmanagement")
SOURCE = "Trial figures, invented for this test"
PAUSE = PayInterrupted(id="i", on=D(2018, 6, 1), post="p1", until=D(2018, 8, 31))


def months(number: int) -> Period:
    """Return so many months from the start of the grant."""
    return Period.of_months(START, number)


def asked(
    number: int,
    day: dt.date,
    *events: GrantEvent,
    terms: Terms = MANAGEMENT,
    as_known: dt.date | None = None,
) -> tuple[Finding, ...]:
    """Return what speaks against so many months in all, for a grant of 24."""
    life = of_programme(grant(*events), terms)
    return check_extension(terms, life, months(number), day, as_known=as_known)


def of_programme(life: Grant, terms: Terms = MANAGEMENT) -> Grant:
    """Return the grant as one of the programme of some terms."""
    return evolve(life, programme=terms.programme.id)


# -- Baden-Württemberg -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        (36, D(2018, 12, 1), []),
        (37, D(2018, 12, 1), ["extension_too_long", "period_too_long"]),
        (36, D(2018, 10, 31), ["period_too_long"]),
        (48, D(2020, 12, 1), []),
        (49, D(2020, 12, 1), ["extension_too_long"]),
        (61, D(2020, 12, 1), ["extension_too_long", "period_too_long"]),
    ],
)
def test_from_24_months_to_36_and_on(number: int, day: dt.date, expected: list[str]):
    """In autumn 2018 twelve months may be added up to 36, from 2020 on 24 months up to 60."""
    found = asked(number, day)
    assert expected == codes(found)
    assert [] == [each for each in found if not each.source]


def test_the_whole_way_from_24_to_60():
    """Who was extended to 36 may get the 24 months more that lead to 60."""
    first = Amended(
        id="a",
        on=D(2018, 12, 1),
        amount=eur(192000),
        period=months(36),
        reason=AmendmentReason.EXTENSION,
    )
    assert () == asked(60, D(2020, 12, 1), first)
    assert ["extension_too_long", "period_too_long"] == codes(asked(61, D(2020, 12, 1), first))


def test_what_could_be_known():
    """Before the change of November 2020 was known, 36 months were the most."""
    june = D(2020, 6, 1)
    assert () == asked(48, june)
    assert ["period_too_long"] == codes(asked(48, june, as_known=june))


def test_interrupted_pay():
    """Where pay was interrupted, twelve months come on top, of what is added and of the whole."""
    day = D(2020, 12, 1)
    assert () == asked(60, day, filled(), PAUSE)
    (found,) = asked(61, day, filled(), PAUSE)
    assert ("extension_too_long", "37", "36") == (
        found.code,
        found.values["months"],
        found.values["most"],
    )
    assert "37" in found.text.de


def test_interruption_after_the_request():
    """What happens later does not count yet."""
    late = PayInterrupted(id="i", on=D(2020, 12, 2), post="p1", until=D(2020, 12, 3))
    day = D(2020, 12, 1)
    assert ["extension_too_long"] == codes(asked(49, day, filled(), late))


def test_key_date_of_the_posts():
    """From 2020 on, a grant of 2019 is not extended, unless its post was held in 2018."""
    year = Period.of_year(2019)
    late = notice(on=D(2019, 1, 1), period=year)
    day, longer = D(2020, 12, 1), Period(D(2019, 1, 1), D(2020, 12, 31))
    (found,) = check_extension(MANAGEMENT, of_programme(grant(of=late)), longer, day)
    assert ("granted_after_key_date", "2019-01-01", "2018-12-31") == (
        found.code,
        found.values["granted"],
        found.values["day"],
    )
    assert "11. November 2020" in (found.source or "")
    on_the_day = notice(on=D(2018, 12, 31), period=year)
    life = of_programme(grant(of=on_the_day))
    assert () == check_extension(MANAGEMENT, life, longer, day)


def test_extended_beyond_the_programme():
    """A time after the end of the programme rests on its norm or title."""
    terms = silent()
    assert () == asked(60, START, terms=terms)
    (found,) = asked(61, START, terms=terms)
    assert ("outside_programme_period", "Trial (trial)", "2022-12-31") == (
        found.code,
        found.source,
        found.values["last"],
    )


# -- what a source says, and what none says --------------------------------------------------------


def saying(**figures: str) -> Terms:
    """Return terms with figures in months."""
    found = {name: always("month", value) for name, value in figures.items()}
    return silent(parameters=FrozenMap(found), period=Period())


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({}, []),
        ({"extension_months": "6"}, []),
        ({"extension_months": "5"}, ["extension_too_long"]),
        ({"most_months": "30"}, []),
        ({"most_months": "29"}, ["period_too_long"]),
        ({"interruption_months": "1"}, []),
    ],
)
def test_figures(figures: dict[str, str], expected: list[str]):
    """Six months more are judged by what the sources say."""
    found = asked(30, START, terms=saying(**figures))
    assert expected == codes(found)
    assert [SOURCE] * len(expected) == [each.source for each in found]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"interruption_months": "6"}, []),
        ({"interruption_months": "5"}, ["extension_too_long"]),
        ({"extension_months": "3", "interruption_months": "3"}, []),
        ({"extension_months": "3", "interruption_months": "2"}, ["extension_too_long"]),
        ({"most_months": "24", "interruption_months": "6"}, []),
        ({"most_months": "24"}, ["period_too_long"]),
    ],
)
def test_figures_where_pay_was_interrupted(figures: dict[str, str], expected: list[str]):
    """What is added for the interruption counts beside the extension, or alone."""
    found = asked(30, D(2019, 1, 1), filled(), PAUSE, terms=saying(**figures))
    assert expected == codes(found)


def test_broken_months():
    """Half a month is half a month: 5 and a half are within 5.5."""
    half = Period(START, D(2020, 6, 15))
    within = check_extension(saying(extension_months="5.5"), grant(), half, START)
    beyond = check_extension(saying(extension_months="5.4"), grant(), half, START)
    assert ([], ["extension_too_long"]) == (codes(within), codes(beyond))


def test_key_date_that_is_no_date():
    """A figure in the place of the key date is none."""
    assert () == asked(30, START, terms=saying(posts_of="1"))


def test_post_that_is_older_than_the_notice():
    """A post that was filled before the key date counts, though its notice came later."""
    row = ParameterValue(date=D(2018, 6, 30), basis=Basis.STATED, citation=CITATION)
    terms = silent(parameters=FrozenMap({"posts_of": Parameter(unit="date", values=(row,))}))
    late, longer = notice(on=D(2018, 7, 1)), months(30)
    life = grant(of=late)
    assert ["granted_after_key_date"] == codes(check_extension(terms, life, longer, D(2019, 1, 1)))
    early = grant(of=notice(on=D(2018, 6, 30)))
    assert () == check_extension(terms, early, longer, D(2019, 1, 1))


# -- what makes no sense ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (months(24), "no_extension"),
        (months(23), "no_extension"),
        (Period(D(2017, 12, 31), D(2021, 1, 1)), "no_extension"),
        (Period(START, None), "open_period"),
        (Period(None, D(2021, 1, 1)), "open_period"),
    ],
)
def test_no_extension(period: Period, expected: str):
    """What extends nothing is refused."""
    with pytest.raises(InvalidValueError) as caught:
        check_extension(silent(), grant(), period, START)
    assert [(expected, "/period")] == problems(caught.value)


def test_before_the_notice():
    """What is not granted yet cannot be extended."""
    with pytest.raises(UnknownNameError):
        asked(36, D(2017, 12, 31))
    with pytest.raises(UnknownNameError):
        check_extension(
            silent(), Grant(id="g", programme="trial", recipient=town()), months(36), START
        )


def test_day_that_is_none():
    """A text is no day."""
    with pytest.raises(InvalidValueError):
        check_extension(silent(), grant(), months(36), "2018-01-01")  # type: ignore[arg-type]


def test_to_the_end_of_the_calendar():
    """The year 9999 is told, and no crash."""
    forever, day = Period(START, dt.date.max), D(2020, 12, 1)
    found = check_extension(MANAGEMENT, of_programme(grant()), forever, day)
    assert ["extension_too_long", "period_too_long"] == codes(found)


def test_terms_of_another_programme():
    """Terms belong to the programme of the grant."""
    with pytest.raises(InvalidValueError) as caught:
        check_extension(silent(id="other"), grant(), months(36), START)
    assert [("other_programme", "/terms")] == problems(caught.value)
