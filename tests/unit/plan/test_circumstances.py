"""Dated circumstances, and what they say in a table."""

from typing import Any

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Entry
from integrationsplan.plan import (
    Concerned,
    EmploymentKind,
    FamilySituation,
    HealthNeed,
    HealthNote,
    HousingKind,
    HousingSituation,
    PlanGroup,
    SchoolKind,
    SchoolSituation,
    WorkSituation,
)


@pytest.mark.parametrize(
    ("entry", "german", "english"),
    [
        (
            SchoolSituation(id="s1", concerns=Concerned.CHILD, school=SchoolKind.PREPARATORY),
            "ein Kind: Vorbereitungsklasse",
            "a child: preparatory class",
        ),
        (
            SchoolSituation(id="s1", school=SchoolKind.VOCATIONAL, name="Helen-Keller-Schule"),
            "die Person selbst: Helen-Keller-Schule",
            "the person: Helen-Keller-Schule",
        ),
        (
            HousingSituation(id="h1", housing=HousingKind.FOLLOW_UP, persons=4),
            "Anschlussunterbringung",
            "municipal follow-up housing",
        ),
        (
            WorkSituation(id="w1", employment=EmploymentKind.PART_TIME, employer="GRN-Klinik"),
            "Teilzeit, GRN-Klinik",
            "part-time, GRN-Klinik",
        ),
        (
            WorkSituation(id="w1", employment=EmploymentKind.UNEMPLOYED),
            "arbeitslos",
            "unemployed",
        ),
        (
            HealthNote(id="n1", needs=(HealthNeed.THERAPY, HealthNeed.AIDS)),
            "Psycho- oder Traumatherapie, Hilfsmittel",
            "psychotherapy or trauma therapy, assistive devices",
        ),
        (
            FamilySituation(id="f1", adults=1, children=1),
            "1 Erwachsener, 1 Kind",
            "1 adult, 1 child",
        ),
        (
            FamilySituation(id="f1", adults=2, children=3),
            "2 Erwachsene, 3 Kinder",
            "2 adults, 3 children",
        ),
        (FamilySituation(id="f1", children=0), "0 Kinder", "0 children"),
    ],
)
def test_says_what_it_is(entry: Entry, german: str, english: str):
    """A circumstance is said in a few words of either language."""
    assert (german, english) == (entry.summary("de"), entry.summary("en"))


@pytest.mark.parametrize(
    ("cls", "fields"),
    [
        (WorkSituation, {"employment": EmploymentKind.FULL_TIME, "hours_per_week": 101}),
        (FamilySituation, {"children": -1}),
        (HousingSituation, {"housing": HousingKind.OTHER, "persons": 101}),
    ],
)
def test_knows_what_cannot_be(cls: Any, fields: dict[str, Any]):
    """Counts have ends beyond which they are slips of the pen."""
    with pytest.raises(InvalidValueError):
        cls(id="e1", **fields)


def test_health_is_a_group_of_its_own():
    """Health is special-category data, and known by its group."""
    assert PlanGroup.HEALTH is HealthNote.group
    assert HealthNote.group.is_special
