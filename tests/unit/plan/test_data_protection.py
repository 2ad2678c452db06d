"""Consents and the record of disclosures."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.plan import Consent, Disclosure, PlanGroup

GIVEN = dt.date(2018, 3, 1)
DAY = dt.date(2018, 6, 1)


def consent(**fields: Any) -> Consent:
    """Make a consent for the job centre."""
    basis: dict[str, Any] = {
        "purpose": "job-centre",
        "groups": (PlanGroup.LANGUAGE, PlanGroup.WORK),
        "given_on": GIVEN,
    }
    return Consent(id="c1", **{**basis, **fields})


def covers(found: Consent, **asked: Any) -> bool:
    """Ask a consent for the language, for the job centre, on a day."""
    question: dict[str, Any] = {
        "purpose": "job-centre",
        "group": PlanGroup.LANGUAGE,
        "recipient": "Jobcenter Weinheim",
        "day": DAY,
    }
    return found.covers(**{**question, **asked})


def test_covers_what_it_was_given_for():
    """Purpose, group and day fit."""
    assert covers(consent())


@pytest.mark.parametrize("asked", [{"purpose": "language-school"}, {"group": PlanGroup.FAMILY}])
def test_covers_nothing_else(asked: dict[str, Any]):
    """Another purpose or another group needs another consent."""
    assert not covers(consent(), **asked)


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({}, "2018-02-28", False),
        ({}, "2018-03-01", True),
        ({"expires_on": DAY}, "2018-06-01", True),
        ({"expires_on": DAY}, "2018-06-02", False),
        ({"withdrawn_on": DAY}, "2018-05-31", True),
        ({"withdrawn_on": DAY}, "2018-06-01", False),
        ({"given_on": None}, "2018-06-01", False),
    ],
)
def test_covers_the_days_of_its_life(fields: dict[str, Any], day: str, expected: bool):
    """From the day it was given to its last day, and no longer from the withdrawal on."""
    assert expected is covers(consent(**fields), day=dt.date.fromisoformat(day))


@pytest.mark.parametrize(("special", "expected"), [(False, False), (True, True)])
def test_health_needs_an_express_consent(special: bool, expected: bool):
    """To name the group is not enough for special categories of data."""
    found = consent(groups=(PlanGroup.HEALTH,), special=special)
    assert expected is covers(found, group=PlanGroup.HEALTH)


@pytest.mark.parametrize(
    ("recipients", "recipient", "expected"),
    [
        ((), "Jobcenter Weinheim", True),
        ((), None, True),
        (("Jobcenter Weinheim",), "Jobcenter Weinheim", True),
        (("Jobcenter Weinheim",), "Jobcenter Mannheim", False),
        (("Jobcenter Weinheim",), None, False),
    ],
)
def test_named_recipients_are_the_only_ones(
    recipients: tuple[str, ...], recipient: str | None, expected: bool
):
    """Nobody named stands for whomever the purpose names."""
    assert expected is covers(consent(recipients=recipients), recipient=recipient)


@pytest.mark.parametrize("field", ["expires_on", "withdrawn_on"])
def test_does_not_end_before_it_begins(field: str):
    """Days before the consent was given are slips."""
    with pytest.raises(InvalidValueError) as caught:
        consent(**{field: dt.date(2018, 2, 28)})
    assert [(f"/{field}", "day_too_early")] == [
        (problem.pointer, problem.code) for problem in caught.value.problems
    ]


def test_may_be_withdrawn_at_once():
    """On the very day it was given."""
    assert not consent(withdrawn_on=GIVEN).is_in_force(GIVEN)


def test_says_purpose_and_day():
    """A consent that is only prepared has no day."""
    assert "Vermittlung in Arbeit, 01.03.2018" == consent().summary("de")
    assert "placement in work" == consent(given_on=None).summary("en")


def test_says_a_purpose_of_ones_own_by_its_code():
    """What is not shipped has no label."""
    assert "church, 01.03.2018" == consent(purpose="church").summary("de")


def test_a_disclosure_outlives_what_it_disclosed():
    """The ids of the entries are plain: erasing an entry does not touch the record."""
    disclosure = Disclosure(
        id="x1",
        recipient="Jobcenter Weinheim",
        purpose="job-centre",
        on=DAY,
        groups=(PlanGroup.LANGUAGE,),
        entry_ids=("l1", "g1"),
        consents=("c1",),
    )
    assert ["c1"] == [reference.entry_id for reference in disclosure.references()]
    assert "Jobcenter Weinheim, 01.06.2018" == disclosure.summary("de")
