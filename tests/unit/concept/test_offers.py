"""Offers for newcomers and those who make them."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan import AGS, Money, Period
from integrationsplan._model import model
from integrationsplan.concept import (
    ConceptGroup,
    Contact,
    Offer,
    OfferAccess,
    OfferCost,
    OfferField,
    OfferPermanence,
    OfferStatus,
    Organisation,
    OrganisationForm,
    Place,
    PlaceKind,
    Schedule,
    TargetGroup,
    Weekday,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import (
    Author,
    RevisedDocument,
    Revision,
    RevisionKind,
    fresh_salt,
)
from integrationsplan.history._writing import Writing, changes_of
from integrationsplan.plan import GoalField
from integrationsplan.values import Labelled

OFFER: dict[str, Any] = {
    "id": "o-1",
    "field": OfferField.LANGUAGE,
    "title": "Sprachcafé",
    "provider": "vhs",
}
LISTS: tuple[type[Labelled], ...] = (
    ConceptGroup,
    OfferAccess,
    OfferField,
    OfferPermanence,
    OfferStatus,
    OrganisationForm,
    PlaceKind,
    TargetGroup,
    Weekday,
)


@model
class Overview(RevisedDocument[Any]):
    """A document that holds offers and those who make them."""

    entry_types = (Offer, Organisation)
    data_groups = ConceptGroup


def problems_of(cls: Any, **content: Any) -> list[tuple[str, str]]:
    """Return code and place of what keeps an object from being made."""
    with pytest.raises(InvalidValueError) as caught:
        cls(**content)
    assert all(problem.text("de") and problem.text("en") for problem in caught.value.problems)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def test_an_offer_needs_field_title_and_provider():
    """Everything else may be unknown; an offer that is recorded runs."""
    offer = Offer(**OFFER)
    assert (OfferStatus.RUNNING, (), None) == (offer.status, offer.places, offer.capacity)


def test_an_offer_says_what_it_is():
    """Field, title and stand, in both languages."""
    offer = Offer(**OFFER, status=OfferStatus.PLANNED)
    assert ("Sprache: Sprachcafé (geplant)", "language: Sprachcafé (planned)") == (
        offer.summary("de"),
        offer.summary("en"),
    )


def test_an_organisation_says_its_name_and_form():
    """The form only if it is known."""
    form = OrganisationForm.CLUB
    assert ("VfB", "VfB (Verein)") == (
        Organisation(id="x", name="VfB").summary("de"),
        Organisation(id="x", name="VfB", form=form).summary("de"),
    )


def test_an_offer_refers_to_organisations():
    """Provider and partners are ids of entries of the same document."""
    offer = Offer(**OFFER, partners=("caritas", "awo"))
    assert [
        ("provider", "vhs", ("organisation",)),
        ("partners", "caritas", ("organisation",)),
        ("partners", "awo", ("organisation",)),
    ] == [(found.field, found.entry_id, found.kinds) for found in offer.references()]


def test_a_revised_document_holds_and_revises_offers():
    """Offers and organisations are entries on the machinery of histories."""
    terms: dict[str, Any] = {
        "author": Author(role="coordinator", id="c-1"),
        "recorded_at": dt.datetime(2024, 5, 2, 9, tzinfo=dt.UTC),
        "effective_on": dt.date(2024, 5, 2),
    }
    put = changes_of([Organisation(id="vhs", name="VHS"), Offer(**OFFER)], (), fresh_salt)
    opening: Revision[Any] = Writing(**terms, salts=fresh_salt).revision(
        "overview", None, kind=RevisionKind.OPENING, changes=put, reason=None, legal_basis=None
    )
    overview = Overview(id="overview", revisions=(opening,))
    revised = overview.revise(put=[Offer(**OFFER, status=OfferStatus.ENDED)], **terms)
    assert (OfferStatus.ENDED, True) == (revised.current["o-1"].status, revised.verify().holds)


def test_representations_show_the_id_alone():
    """Representations end up in logs."""
    assert "<Offer o-1>" == repr(Offer(**OFFER))


@pytest.mark.parametrize("codes", LISTS)
def test_every_code_has_both_labels_and_a_stable_form(codes: type[Labelled]):
    """Codes are lower case with dashes; labels are in both languages."""
    for code in codes:
        assert code.value == code.value.lower()
        assert " " not in code.value
        assert code.label.en
        assert code.label.de


def test_goals_find_their_offers_by_the_same_codes():
    """Every field of a goal is a field of offers, under the same name."""
    fields = {field.value: field.label for field in OfferField}
    assert {field.value: field.label for field in GoalField}.items() <= fields.items()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"minimum_age": 18, "maximum_age": 17}, [("too_small", "/maximum_age")]),
        ({"minimum_age": -1}, [("too_small", "/minimum_age")]),
        ({"capacity": -1}, [("too_small", "/capacity")]),
        ({"capacity": True}, [("wrong_type", "/capacity")]),
        ({"languages": ("Deutsch",)}, [("wrong_form", "/languages/0")]),
        ({"provider": "Caritas e. V."}, [("wrong_form", "/provider")]),
        ({"status": "running"}, [("wrong_type", "/status")]),
        ({"places": [Place()]}, [("wrong_type", "/places")]),
    ],
)
def test_a_wrong_offer_is_refused(content: dict[str, Any], expected: list[tuple[str, str]]):
    """Each problem has its code and its place."""
    assert expected == problems_of(Offer, **(OFFER | content))


@pytest.mark.parametrize("time", ["9:30", "24:00", "09:60", "09:30:00", "09.30"])
def test_a_time_of_day_has_one_form(time: str):
    """Hours and minutes, two digits each."""
    days = (Weekday.MONDAY,)
    assert [("wrong_form", "/begins_at")] == problems_of(Schedule, weekdays=days, begins_at=time)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"begins_at": "09:00"}, [("no_weekday", "/weekdays")]),
        ({"ends_at": "09:00"}, [("no_weekday", "/weekdays")]),
        (
            {"weekdays": (Weekday.MONDAY,), "begins_at": "09:00", "ends_at": "09:00"},
            [("ends_before_begin", "/ends_at")],
        ),
        ({"weekdays": (Weekday.MONDAY,), "every_weeks": 2}, [("no_first_week", "/period")]),
        (
            {
                "weekdays": (Weekday.MONDAY,),
                "every_weeks": 2,
                "period": Period(None, dt.date(2024, 12, 31)),
            },
            [("no_first_week", "/period")],
        ),
        ({"every_weeks": 2}, [("no_weekday", "/weekdays"), ("no_first_week", "/period")]),
        ({"every_weeks": 0}, [("too_small", "/every_weeks")]),
    ],
)
def test_a_wrong_schedule_is_refused(content: dict[str, Any], expected: list[tuple[str, str]]):
    """A rhythm needs its week, times need their day, and the end comes after the begin."""
    assert expected == problems_of(Schedule, **content)


def test_a_schedule_may_be_a_note():
    """What has no days can still be said."""
    assert "nach Vereinbarung" == Schedule(note="nach Vereinbarung").note


def test_a_cost_is_not_negative():
    """Free of charge is zero; who is paid for coming is paid by nobody here."""
    assert [("too_small", "/amount")] == problems_of(OfferCost, amount=Money(-1))
    assert OfferCost(amount=Money(0)).amount == Money(0)


@pytest.mark.parametrize("address", ["vhs", "a@b@c", "a b@c.de", "ä@b.de", "@b.de"])
def test_an_email_address_has_its_form(address: str):
    """One @ between printable ASCII characters."""
    (problem,) = problems_of(Contact, email=address)
    assert ("wrong_form", "/email") == problem


def test_a_place_has_a_region():
    """The AGS says where it is."""
    assert AGS("08226") == Place(city="Weinheim", region=AGS("08226")).region
