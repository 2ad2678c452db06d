"""Published amounts of the Pakt für Integration, Baden-Württemberg, 2017 and 2018."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from integrationsplan import NotInForceError, allocate, catalogue
from integrationsplan.catalogue import Published, published
from integrationsplan.values import Basis, Rounding, round_ratio

FINAL = "de-bw-integrationsmanagement-2017"
FIRST = "de-bw-integrationsmanagement-2017-first-tranche"
JANUARY = dt.date(2018, 1, 15)
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "bw_planning_framework_2018.csv"
SIX = ("Weinheim", "Schriesheim", "Hirschberg", "Edingen-Neckarhausen", "Ladenburg", "Heddesheim")
STOCKACH = (53, 29, 112, 29, 55, 38)


def framework(persons: int) -> str:
    """Return the framework of one municipality for a year."""
    allocation = allocate(catalogue.load(FINAL), [{"key": "town", "persons": persons}], day=JANUARY)
    return allocation["town"].amount.to_text()


@pytest.mark.parametrize("row", published(FINAL), ids=lambda row: row.recipient)
def test_published_row_is_computed_exactly(row: Published):
    """Each of the published amounts of January 2018 comes out to the euro."""
    assert f"{row.amount}.00" == framework(row.persons)


def test_all_published_rows_come_out_in_one_allocation():
    """The rows do not disturb one another: each is rounded alone."""
    rows = published(FINAL)
    towns = [{"key": row.recipient, "persons": row.persons} for row in rows]
    allocation = allocate(catalogue.load(FINAL), towns, day=JANUARY)
    assert [row.amount for row in rows] == [award.amount.value for award in allocation]


def test_there_are_22_published_rows():
    """The package carries every row of the record."""
    assert 22 == len(published(FINAL))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the checkout")
def test_packaged_rows_are_those_of_the_shared_record():
    """The packaged figures were carried over without change."""
    with SHARED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wanted = [
        (
            row["recipient"],
            int(row["persons"]),
            Basis(row["persons_basis"]),
            int(row["amount_eur_per_year"]),
        )
        for row in rows
    ]
    assert wanted == [
        (row.recipient, row.persons, row.persons_basis, row.amount) for row in published(FINAL)
    ]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the checkout")
def test_shared_record_is_computed_exactly():
    """The rows of the record itself come out, not only the packaged copy."""
    with SHARED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [f"{row['amount_eur_per_year']}.00" for row in rows] == [
        framework(int(row["persons"])) for row in rows
    ]


@pytest.mark.parametrize(
    ("amount", "persons"),
    [
        ("52541.00", 66),  # smallest eligible municipality of the constituencies Offenburg and Kehl
        ("953704.00", 1198),  # Landkreis Schwäbisch Hall
        ("3270297.00", 4108),  # Stuttgart, a year
        ("531781.00", 668),  # Mannheim
        ("1652662.00", 2076),  # Landkreis Göppingen
        ("1590568.00", 1998),  # Landkreis Biberach
        ("242804.00", 305),  # Lahr
        ("55726.00", 70),  # Friesenheim
        ("42988.00", 54),  # Ettenheim
        ("39008.00", 49),  # Meißenheim
        ("37416.00", 47),  # Schwanau
        ("31843.00", 40),  # Kippenheim
        ("24678.00", 31),  # Seelbach
        ("20698.00", 26),  # Rust
        ("12737.00", 16),  # Kappel-Grafenhausen
        ("9553.00", 12),  # Ringsheim
        ("8757.00", 11),  # Mahlberg
        ("4776.00", 6),  # Schuttertal
        ("0.00", 0),
    ],
)
def test_further_amounts_of_the_dossier(amount: str, persons: int):
    """Amounts published as rounded or composite figures are computed as the dossier has them."""
    assert amount == framework(persons)


def test_sum_of_the_six_of_the_bergstrasse():
    """The published total of six municipalities is the sum of their rounded amounts."""
    rows = [row for row in published(FINAL) if row.recipient in SIX]
    towns = [{"key": row.recipient, "persons": row.persons} for row in rows]
    allocation = allocate(catalogue.load(FINAL), towns, day=JANUARY)
    assert "561236.00" == allocation.total_of(SIX).to_text()


def test_southern_ortenaukreis_is_published_as_just_under_531_000():
    """The twelve municipalities make 530,984; the dossier's 530,985 rounds their sum once."""
    persons = (305, 70, 54, 49, 47, 40, 31, 26, 16, 12, 11, 6)
    towns = [{"key": str(index), "persons": count} for index, count in enumerate(persons)]
    allocation = allocate(catalogue.load(FINAL), towns, day=JANUARY)
    assert ("530984.00", "530985.00") == (allocation.total.to_text(), framework(sum(persons)))


def test_stuttgart_gets_twice_the_rounded_year():
    """24 months are twice the rounded year: 6,540,594, the amount that was granted."""
    towns = [{"key": "Stuttgart", "persons": 4108}]
    award = allocate(catalogue.load(FINAL), towns, day=JANUARY)["Stuttgart"]
    assert {"framework": "6540594.00"} == {
        name: value.to_text() for name, value in award.outputs.items()
    }


def test_stuttgart_rounded_once_would_be_a_euro_less():
    """The order of rounding and doubling is visible in the published amount."""
    once = round_ratio(4108 * 2 * 58_000_000, 72857, Rounding.HALF_UP)
    assert 6540593 == once


def test_framework_of_two_years_has_its_own_unit():
    """The yearly award and the sum for two years cannot be confused."""
    award = allocate(catalogue.load(FINAL), [{"key": "a", "persons": 352}], day=JANUARY)["a"]
    assert ("EUR/year", "EUR") == (str(award.amount.unit), str(award.outputs["framework"].unit))


def test_stockach_sums_rounded_parts():
    """Six municipalities with 316 persons get 251,560 in all, as published."""
    towns = [{"key": str(index), "persons": count} for index, count in enumerate(STOCKACH)]
    allocation = allocate(catalogue.load(FINAL), towns, day=JANUARY)
    assert "251560.00" == allocation.total.to_text()


def test_stockach_rounded_as_a_whole_would_be_a_euro_more():
    """The same 316 persons rounded once give 251,561: rounding is per municipality."""
    assert (316, "251561.00") == (sum(STOCKACH), framework(sum(STOCKACH)))


@pytest.mark.parametrize(
    ("codes", "amount", "persons"),
    [(["must_join_others"], "50949.00", 64), ([], "51745.00", 65), ([], "52541.00", 66)],
)
def test_threshold_lies_between_64_and_65_persons(codes: list[str], amount: str, persons: int):
    """64 persons must join others, 65 need not; the award itself stays."""
    towns = [{"key": "town", "persons": persons}]
    award = allocate(catalogue.load(FINAL), towns, day=JANUARY)["town"]
    assert (codes, amount) == ([f.code for f in award.findings], award.amount.to_text())


def test_who_must_join_others_is_told_three_ways():
    """The finding names the ways that the Land left open."""
    award = allocate(catalogue.load(FINAL), [{"key": "a", "persons": 64}], day=JANUARY)["a"]
    assert ["join_others", "top_up", "no_application"] == [
        way.code for way in award.findings[0].ways
    ]


def test_who_must_join_others_is_told_the_shortfall():
    """At 64 persons 51 euros are missing, which one can pay oneself."""
    award = allocate(catalogue.load(FINAL), [{"key": "a", "persons": 64}], day=JANUARY)["a"]
    assert {"framework_per_year": "50949.00", "minimum": "51000.00", "shortfall": "51.00"} == dict(
        award.findings[0].values
    )


def test_who_must_join_others_among_the_published_rows():
    """Six of the 22 published rows lie below the threshold."""
    towns = [{"key": row.recipient, "persons": row.persons} for row in published(FINAL)]
    allocation = allocate(catalogue.load(FINAL), towns, day=JANUARY)
    assert ["Hirschberg", "Neukirch", "Plochingen", "Bissingen an der Teck", "Notzingen"] == [
        award.recipient.key for award in allocation if award.findings
    ]


def test_statewide_count_is_marked_as_inferred():
    """No source states 72,857; the document says so."""
    row = catalogue.load(FINAL).parameters["state_persons"].values[0]
    assert ("72857", Basis.INFERRED) == (row.value, row.basis)


def test_persons_above_the_statewide_count_are_refused():
    """Parts above the whole cannot be right; nothing is computed."""
    towns = [{"key": "a", "persons": 72857}, {"key": "b", "persons": 1}]
    with pytest.raises(ValueError, match="parts of 72,858 in a whole of 72,857"):
        allocate(catalogue.load(FINAL), towns, day=JANUARY)


def test_residue_is_the_pot_less_the_awards():
    """The rounded awards of all persons in two halves leave a euro more or less."""
    towns = [{"key": "a", "persons": 36428}, {"key": "b", "persons": 36429}]
    allocation = allocate(catalogue.load(FINAL), towns, day=JANUARY)
    assert ("58000000.00", "0.00") == (allocation.total.to_text(), allocation.residue.to_text())


@pytest.mark.parametrize(
    ("amount", "persons"),
    [
        ("214026.00", 288),  # Esslingen am Neckar
        ("116674.00", 157),  # Ostfildern
        ("23037.00", 31),  # Neuhausen auf den Fildern
        ("17092.00", 23),  # Wolfschlugen
        ("11890.00", 16),  # Aichwald
        ("125592.00", 169),  # Kirchheim unter Teck
        ("11147.00", 15),  # Bingen
        ("9661.00", 13),  # Gammertingen
    ],
)
def test_first_tranche_of_july_2017(amount: str, persons: int):
    """The provisional amounts are 60 % of a year, rounded once at the end."""
    towns = [{"key": "town", "persons": persons}]
    allocation = allocate(catalogue.load(FIRST), towns, day=dt.date(2017, 7, 24))
    assert amount == allocation["town"].amount.to_text()


def test_provisional_year_of_stuttgart():
    """Without the 60 % the provisional year of Stuttgart is the published 3,164,560."""
    programme = catalogue.load(FIRST).override({"first_part": "100"})
    towns = [{"key": "Stuttgart", "persons": 2555}]
    allocation = allocate(programme, towns, day=dt.date(2017, 7, 24))
    assert "3164560.00" == allocation["Stuttgart"].amount.to_text()


@pytest.mark.parametrize(
    ("programme", "day"),
    [
        (FINAL, dt.date(2017, 12, 31)),
        (FINAL, dt.date(2020, 1, 1)),
        (FIRST, dt.date(2017, 7, 23)),
        (FIRST, dt.date(2018, 1, 1)),
    ],
)
def test_programme_is_in_force_on_its_days_alone(programme: str, day: dt.date):
    """A day before or after the validity is refused."""
    with pytest.raises(NotInForceError):
        allocate(catalogue.load(programme), [{"key": "a", "persons": 1}], day=day)


@pytest.mark.parametrize("day", [dt.date(2018, 1, 1), dt.date(2019, 12, 31)])
def test_programme_is_in_force_on_its_first_and_last_day(day: dt.date):
    """Both ends of the validity are included."""
    towns = [{"key": "a", "persons": 352}]
    assert "280220.00" == allocate(catalogue.load(FINAL), towns, day=day)["a"].amount.to_text()
