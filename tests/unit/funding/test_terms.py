"""Terms: figures from the nearest document, by date and by knowledge, and errors that say why."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan.errors import (
    InvalidValueError,
    NotInForceError,
    NotStatedError,
    UnknownNameError,
)
from integrationsplan.funding import (
    TERMS,
    Deadline,
    DeadlineAnchor,
    DeadlineKind,
    FundingProgramme,
    GeneralTerms,
    Terms,
    Unknown,
)
from integrationsplan.parameters import Band, Parameter, ParameterValue
from integrationsplan.values import Basis, Bilingual, Citation, FrozenMap, Period, Unit

D = dt.date
DAY = D(2020, 6, 1)
TEXT = Bilingual(de="Das steht nirgends.", en="Nobody says it.")


def row(value: str | None = None, **fields: Any) -> ParameterValue:
    """Make a row that a source states."""
    return ParameterValue(**{"value": value, "basis": Basis.STATED, "citation": "act", **fields})


def document(
    kind: type[Any], name: str, *, unknowns: tuple[str, ...] = (), **figures: Parameter
) -> Any:
    """Make a document with figures."""
    return kind(
        id=name,
        title=Bilingual(de="Dokument", en="document"),
        jurisdiction="de",
        period=Period(None, None),
        reviewed_on=D(2026, 11, 22),
        parameters=FrozenMap(figures),
        unknowns=tuple(Unknown(name=each, text=TEXT, citations=("act",)) for each in unknowns),
        citations=FrozenMap({"act": Citation(title=f"Act of {name}")})
        if figures or unknowns
        else FrozenMap(),
    )


def programme(**figures: Any) -> FundingProgramme:
    """Make a programme with figures."""
    found: FundingProgramme = document(FundingProgramme, "programme", **figures)
    return found


def general(name: str = "general", **figures: Any) -> GeneralTerms:
    """Make general terms with figures."""
    found: GeneralTerms = document(GeneralTerms, name, **figures)
    return found


def percent(*rows: ParameterValue) -> Parameter:
    """Make a parameter in percent."""
    return Parameter(unit="percent", values=rows)


def with_deadlines(base: Any, *periods: Period | None) -> Any:
    """Return a document with a deadline to use money for each period."""
    deadlines = tuple(
        Deadline(
            id=f"use-{index}",
            sort=DeadlineKind.USE,
            text=TEXT,
            after=DeadlineAnchor.PAYMENT,
            months=2,
            period=period,
            citation="act",
        )
        for index, period in enumerate(periods)
    )
    fields = {name: getattr(base, name) for name in ("id", "title", "jurisdiction", "period")}
    return type(base)(
        **fields,
        reviewed_on=base.reviewed_on,
        deadlines=deadlines,
        citations=FrozenMap({"act": Citation(title="Act")}),
    )


def test_figure_of_the_programme_comes_first():
    """The nearest document wins over all that stand behind it."""
    terms = Terms(
        programme(deviation=percent(row("10"))),
        [general(deviation=percent(row("20"))), general("far", deviation=percent(row("30")))],
    )
    found = terms.value("deviation", DAY)
    assert (Fraction(1, 10), "programme") == (found.number, found.document.id)


def test_figure_of_general_terms_counts_where_the_programme_is_silent():
    """Of two, the nearer one."""
    terms = Terms(
        programme(),
        [general(deviation=percent(row("20"))), general("far", deviation=percent(row("30")))],
    )
    found = terms.value("deviation", DAY)
    assert (Fraction(1, 5), "general") == (found.number, found.document.id)


def test_figure_names_its_source():
    """Whoever asks can look it up, in the document that says it."""
    found = Terms(programme(), [general(deviation=percent(row("20")))]).value("deviation", DAY)
    assert ("deviation", "Act of general", "20") == (found.name, found.source, found.row.value)


def test_percent_is_a_part_of_one():
    """20.175 % are 0.20175, exactly, and a number without unit."""
    found = Terms(programme(share=percent(row("20.175")))).value("share", DAY)
    assert (Fraction("0.20175"), Unit.parse("percent")) == (found.number, found.quantity.unit)


def test_rate_has_its_unit():
    """A flat rate is money for a post and a year."""
    rate = Parameter(unit="EUR/fte/year", values=(row("64000"),))
    found = Terms(programme(rate=rate)).value("rate", DAY)
    assert (64_000, "EUR/fte/year") == (found.number, str(found.quantity.unit))


TABLE = Parameter(
    unit="EUR/fte/year",
    values=(row(table=FrozenMap({"university": "64000", "vocational": "51000"})),),
)


@pytest.mark.parametrize(("number", "of"), [(64_000, "university"), (51_000, "vocational")])
def test_table_is_asked_by_its_row(number: int, of: str):
    """A rate depends on the qualification."""
    assert number == Terms(programme(rate=TABLE)).value("rate", DAY, of=of).number


@pytest.mark.parametrize("of", [None, "school"])
def test_table_has_no_other_row(of: str | None):
    """The error names the rows that there are."""
    with pytest.raises(UnknownNameError) as caught:
        Terms(programme(rate=TABLE)).value("rate", DAY, of=of)
    assert ("university", "vocational") == caught.value.known


@pytest.mark.parametrize(
    "bad",
    [
        Parameter(unit="EUR", values=(row(bands=(Band(at_least="0", value="1"),)),)),
        Parameter(unit="date", values=(row(date=D(2020, 1, 1)),)),
        Parameter(unit="code", values=(row(codes=FrozenMap({"a": "b"})),)),
    ],
)
def test_what_is_no_single_number_is_no_figure(bad: Parameter):
    """Bands, dates and codes are read by rules, not as terms."""
    with pytest.raises(UnknownNameError):
        Terms(programme(rate=bad)).value("rate", DAY)


CHANGED = percent(
    row("24", end=D(2018, 12, 31)),
    row("36", start=D(2019, 1, 1), known_from=D(2018, 10, 1)),
    row("60", start=D(2020, 1, 1), known_from=D(2020, 11, 11)),
)


@pytest.mark.parametrize(
    ("number", "day"),
    [(24, D(2018, 12, 31)), (36, D(2019, 1, 1)), (36, D(2019, 12, 31)), (60, D(2020, 1, 1))],
)
def test_figure_is_that_of_the_day(number: int, day: dt.date):
    """The first and the last day of each row."""
    found = Terms(programme(share=CHANGED)).value("share", day)
    assert Fraction(number, 100) == found.number


@pytest.mark.parametrize(("number", "known"), [(36, D(2020, 11, 10)), (60, D(2020, 11, 11))])
def test_figure_is_that_which_was_known(number: int, known: dt.date):
    """What changed backwards counts from the day on which it was known."""
    found = Terms(programme(share=CHANGED)).value("share", DAY, as_known=known)
    assert Fraction(number, 100) == found.number


def test_general_terms_count_where_the_programme_is_not_in_force():
    """A figure of the programme for other days leaves the general one."""
    later = percent(row("10", start=D(2021, 1, 1)))
    terms = Terms(programme(share=later), [general(share=percent(row("20")))])
    assert [Fraction(1, 5), Fraction(1, 10)] == [
        terms.value("share", day).number for day in (DAY, D(2021, 1, 1))
    ]


def test_general_terms_count_as_long_as_the_programme_was_not_known():
    """Nobody could follow a figure before it was said."""
    own = percent(row("10", start=D(2020, 1, 1), known_from=D(2020, 11, 11)))
    terms = Terms(programme(share=own), [general(share=percent(row("20")))])
    assert Fraction(1, 5) == terms.value("share", DAY, as_known=D(2020, 11, 10)).number


def test_days_of_the_nearest_document_are_told():
    """Where nothing is in force, the error speaks of the programme's days."""
    terms = Terms(
        programme(share=percent(row("10", start=D(2021, 1, 1)))),
        [general(share=percent(row("20", start=D(2022, 1, 1))))],
    )
    with pytest.raises(NotInForceError) as caught:
        terms.value("share", DAY)
    assert ("share", D(2021, 1, 1)) == (caught.value.key, caught.value.after)


def test_unknown_says_what_is_missing_and_what_was_read():
    """The text of the document, in both languages, with its sources."""
    with pytest.raises(NotStatedError) as caught:
        Terms(programme(unknowns=("pay_group",))).value("pay_group", DAY)
    error = caught.value
    assert ("programme", "pay_group") == (error.key, error.name)
    assert ("Act of programme",) == error.sources
    assert TEXT.en in error.text("en")
    assert TEXT.de in error.text("de")


def test_unknown_of_general_terms_is_told():
    """It need not be the programme that knows of the gap."""
    terms = Terms(programme(), [general(unknowns=("deviation",))])
    with pytest.raises(NotStatedError) as caught:
        terms.value("deviation", DAY)
    assert ("Act of general",) == caught.value.sources


def test_general_terms_may_say_what_the_programme_does_not():
    """A gap of the one is filled by the other."""
    terms = Terms(programme(unknowns=("deviation",)), [general(deviation=percent(row("20")))])
    assert Fraction(1, 5) == terms.value("deviation", DAY).number


@pytest.mark.parametrize("name", TERMS)
def test_figure_that_nobody_says_is_told_by_its_title(name: str):
    """Each name of the library has words of its own in both languages."""
    with pytest.raises(NotStatedError) as caught:
        Terms(programme()).value(name, DAY)
    assert TERMS[name].title.en in caught.value.text("en")
    assert TERMS[name].title.de in caught.value.text("de")


@pytest.mark.parametrize("name", TERMS)
def test_units_of_the_names_can_be_read(name: str):
    """A unit that does not parse would never match a parameter."""
    unit = TERMS[name].unit
    assert unit in ("percent", "date") or unit == str(Unit.parse(unit))


def test_name_that_nobody_has_is_another_error():
    """A typing error is no gap in the law; what resembles it is shown."""
    terms = Terms(programme(own_figure=percent(row("1"))))
    with pytest.raises(UnknownNameError) as caught:
        terms.value("own_figur", DAY)
    assert ("own_figure",) == caught.value.close


def test_figure_of_the_programme_needs_no_known_name():
    """A programme may have figures of its own."""
    assert Fraction(1, 100) == Terms(programme(mine=percent(row("1")))).value("mine", DAY).number


@pytest.mark.parametrize(
    "terms",
    [
        Terms(programme()),
        Terms(programme(unknowns=("rate",))),
        Terms(programme(rate=percent(row("1", start=D(2021, 1, 1))))),
        Terms(programme(rate=TABLE)),
    ],
)
def test_finding_is_nothing_where_asking_is_an_error(terms: Terms):
    """Not stated, unknown, not in force and no such row are all nothing."""
    assert terms.find("rate", DAY) is None


def test_finding_is_what_asking_gives():
    """Where there is a figure, it is the same."""
    terms = Terms(programme(share=percent(row("1"))))
    assert terms.value("share", DAY) == terms.find("share", DAY)


@pytest.mark.parametrize("day", [dt.datetime(2020, 6, 1), "2020-06-01", None])  # noqa: DTZ001
def test_day_is_a_date(day: Any):
    """A time of the day is none."""
    with pytest.raises(InvalidValueError):
        Terms(programme()).value("rate", day)


def test_programme_needs_the_terms_that_it_names():
    """A name alone is no document; the error shows what was given."""
    named = FundingProgramme(
        id="programme",
        title=TEXT,
        jurisdiction="de",
        period=Period(None, None),
        reviewed_on=D(2026, 11, 22),
        general_terms=("general", "missing"),
    )
    with pytest.raises(UnknownNameError) as caught:
        Terms(named, [general()])
    assert ("missing", ("general",)) == (caught.value.name, caught.value.known)


def test_programme_is_at_hand():
    """The first document is the programme, the others follow."""
    own, other = programme(), general()
    terms = Terms(own, [other])
    assert (own, (own, other)) == (terms.programme, terms.documents)
    assert "<Terms: programme, general>" == repr(terms)


def test_deadlines_are_those_of_the_nearest_document():
    """General terms count only where the programme sets none."""
    own, other = with_deadlines(programme(), None), with_deadlines(general(), None, None)
    assert [own] == [source for source, _ in Terms(own, [other]).deadlines(DeadlineKind.USE, DAY)]
    silent = Terms(programme(), [other])
    assert [other, other] == [source for source, _ in silent.deadlines(DeadlineKind.USE, DAY)]


def test_deadlines_for_other_days_leave_those_of_general_terms():
    """A programme that set one only later is silent until then."""
    own = with_deadlines(programme(), Period(D(2021, 1, 1), None))
    other = with_deadlines(general(), None)
    terms = Terms(own, [other])
    assert [other, own] == [
        source
        for day in (D(2020, 12, 31), D(2021, 1, 1))
        for source, _ in terms.deadlines(DeadlineKind.USE, day)
    ]


def test_no_deadline_is_none():
    """Where nobody sets one, there is none of its kind."""
    terms = Terms(with_deadlines(programme(), None), [])
    assert () == terms.deadlines(DeadlineKind.CLAIM, DAY)
