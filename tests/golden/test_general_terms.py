"""General terms of grants: the time to use money, interest, proof; and what could not be read."""

import datetime as dt
from fractions import Fraction

import pytest

from integrationsplan import catalogue
from integrationsplan.errors import NotInForceError, NotStatedError
from integrationsplan.funding import (
    Deadline,
    DeadlineKind,
    FundingProgramme,
    Terms,
)
from integrationsplan.values import Bilingual, Period

PAID = dt.date(2021, 12, 20)
AT_TIMES = [
    ("-0.83", "2016-06-30"),
    ("-0.88", "2016-07-01"),
    ("-0.88", "2022-12-31"),
    ("1.62", "2023-01-01"),
    ("3.12", "2023-07-01"),
    ("3.62", "2024-06-30"),
    ("3.37", "2024-07-01"),
    ("2.27", "2025-01-01"),
    ("1.27", "2025-07-01"),
    ("1.27", "2026-06-30"),
]


def terms(*names: str) -> Terms:
    """Return general terms behind a programme that says nothing itself."""
    programme = FundingProgramme(
        id="bare",
        title=Bilingual(de="Programm", en="programme"),
        jurisdiction="de",
        period=Period(None, None),
        reviewed_on=dt.date(2026, 11, 22),
        general_terms=names,
    )
    return Terms(programme, [catalogue.general_terms(name) for name in names])


def only(name: str, sort: DeadlineKind, day: dt.date = PAID) -> Deadline:
    """Return the deadline of a kind."""
    [(_, deadline)] = terms(name).deadlines(sort, day)
    return deadline


def test_bund_gives_six_weeks_to_use_what_was_drawn():
    """Money paid on 20 December 2021 has to be used by the end of January."""
    deadline = only("de-anbest-p", DeadlineKind.USE)
    assert dt.date(2022, 1, 31) == deadline.counted_from(PAID)


def test_baden_wuerttemberg_gives_two_months():
    """The same payment has three weeks more there."""
    deadline = only("de-bw-anbest-p", DeadlineKind.USE)
    assert dt.date(2022, 2, 20) == deadline.counted_from(PAID)


def test_time_of_the_bund_is_not_said_for_older_payments():
    """When two months became six weeks could not be read."""
    assert () == terms("de-anbest-p").deadlines(DeadlineKind.USE, dt.date(2019, 6, 12))
    assert 1 == len(terms("de-anbest-p").deadlines(DeadlineKind.USE, dt.date(2019, 6, 13)))


@pytest.mark.parametrize("name", ["de-bw-anbest-k", "de-th-anbest-gk", "de-th-anbest-p"])
def test_terms_that_could_not_be_read_set_no_time(name: str):
    """Silence is no deadline, and asking why is answered."""
    found = terms(name)
    assert () == found.deadlines(DeadlineKind.USE, PAID)
    with pytest.raises(NotStatedError, match="could not be read"):
        found.value("use", PAID)


def test_proof_of_the_bund_is_due_six_months_after_the_grant():
    """A grant to the end of the year is proven by the end of June."""
    deadline = only("de-anbest-p", DeadlineKind.NUMERIC_PROOF)
    assert dt.date(2022, 6, 30) == deadline.counted_from(dt.date(2021, 12, 30))


def test_interim_proof_of_the_bund_is_due_four_months_after_the_year():
    """What was used in 2021 is told by 30 April 2022."""
    deadline = only("de-anbest-p", DeadlineKind.INTERIM_PROOF)
    assert dt.date(2022, 4, 30) == deadline.for_year(2021)


def test_line_of_a_plan_may_be_exceeded_by_a_fifth():
    """The Bund leaves 20 % free, if other lines balance it."""
    assert Fraction(1, 5) == terms("de-anbest-p").value("deviation", PAID).number


@pytest.mark.parametrize("name", ["de-anbest-p", "de-bw-anbest-k", "de-bw-anbest-p"])
def test_interest_is_five_points_above_the_base_rate(name: str):
    """§ 49a (3) of the act of the Bund, and that of the Land after it."""
    assert Fraction(5, 100) == terms(name).value("interest_margin", PAID).number


def test_margin_of_thuringia_is_not_guessed():
    """The error tells what was read, and that the Bund's number is not the Land's."""
    with pytest.raises(NotStatedError) as caught:
        terms("de-th-anbest-gk").value("interest_margin", PAID)
    assert "§ 49a ThürVwVfG" in caught.value.text("en")
    assert 2 == len(caught.value.sources)


def test_margin_before_july_2002_is_not_given():
    """The day on which three points became five could not be read."""
    with pytest.raises(NotInForceError):
        terms("de-anbest-p").value("interest_margin", dt.date(2002, 6, 30))


def test_records_of_the_bund_are_kept_five_years():
    """The one figure in years."""
    found = terms("de-anbest-p").value("retention", PAID)
    assert (5, "year") == (found.number, str(found.quantity.unit))


@pytest.mark.parametrize(("percent", "day"), AT_TIMES)
def test_base_rate_of_a_half_year(percent: str, day: str):
    """The rate as published, below zero for years."""
    found = terms("de-basiszinssatz").value("base_rate", dt.date.fromisoformat(day))
    assert Fraction(percent) / 100 == found.number


@pytest.mark.parametrize("day", [dt.date(2009, 6, 30), dt.date(2026, 7, 1)])
def test_base_rate_is_not_carried_on(day: dt.date):
    """Before the first row and after the last one there is none."""
    with pytest.raises(NotInForceError):
        terms("de-basiszinssatz").value("base_rate", day)


@pytest.mark.parametrize(
    ("day", "known_from"),
    [(dt.date(2023, 1, 1), dt.date(2022, 12, 28)), (dt.date(2026, 1, 1), dt.date(2025, 12, 24))],
)
def test_base_rate_was_announced_days_before(day: dt.date, known_from: dt.date):
    """Nobody could reckon with it before the Bundesanzeiger printed it."""
    found = terms("de-basiszinssatz")
    assert found.value("base_rate", day, as_known=known_from)
    with pytest.raises(NotInForceError):
        found.value("base_rate", day, as_known=known_from - dt.timedelta(days=1))


def test_base_rate_has_no_gap_and_moves_on_january_and_july_first_alone():
    """§ 247 (1) BGB names two days of a year."""
    rows = catalogue.general_terms("de-basiszinssatz").parameters["base_rate"].values
    starts = [row.start for row in rows if row.start is not None]
    assert {(1, 1), (7, 1)} == {(start.month, start.day) for start in starts}
    ends = [row.end for row in rows if row.end is not None]
    assert starts[1:] == [end + dt.timedelta(days=1) for end in ends[:-1]]


def test_interest_of_a_grant_needs_both_documents():
    """Margin and base rate stand in two documents; together they give 4.12 % for 2021."""
    found = terms("de-bw-anbest-p", "de-basiszinssatz")
    rate = found.value("interest_margin", PAID).number + found.value("base_rate", PAID).number
    assert Fraction("0.0412") == rate
