"""Coverage: who offers what, where and in which language, and what is missing."""

import copy
import datetime as dt
import pickle
import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.concept.samples import day, network, offer, span, state

from integrationsplan.concept import (
    COVERAGE_DIMENSIONS,
    Coverage,
    Covering,
    Offer,
    OfferField,
    OfferPermanence,
    OfferStatus,
    Place,
    PlaceKind,
    TargetGroup,
    coverage,
)
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.values import AGS

DAY = day("2019-06-01")
DISTRICT, TOWN, OTHER = AGS("16066"), AGS("16066023"), AGS("16066074")
WEINHEIM = Place(city="Weinheim")


def laid(
    *offers: Offer, by: Any = ("field", "region", "language"), on: str = "2019-06-01"
) -> Coverage:
    """Return offers laid side by side."""
    return coverage(state(*offers), day(on), by)


def gaps(found: Coverage, **wanted: Any) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the gaps as plain tuples."""
    return [tuple(gap) for gap in found.gaps(**wanted)]  # type: ignore[misc]


def overlaps(found: Coverage) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the overlaps as plain tuples."""
    return [tuple(overlap) for overlap in found.overlaps()]  # type: ignore[misc]


# -- which offers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, True),
        ({"period": span("2019-06-01", "2019-06-01")}, True),
        ({"period": span("2019-06-02", None)}, False),
        ({"period": span(None, "2019-05-31")}, False),
        ({"status": OfferStatus.PLANNED}, False),
        ({"status": OfferStatus.PAUSED}, False),
        ({"status": OfferStatus.ENDED}, False),
    ],
)
def test_only_offers_that_run_on_the_day_count(content: dict[str, Any], expected: bool):
    """By status and by period."""
    assert expected == ("o-1" in laid(offer(**content)).offers)


def test_an_empty_network_offers_nothing():
    """What is wanted is a gap; where nothing is wanted, there is none."""
    found = laid(by="field")
    assert ([(("work",), ())], [], []) == (
        gaps(found, field=["work"]),
        gaps(found),
        overlaps(found),
    )


@pytest.mark.parametrize(
    ("name", "expected", "content"),
    [
        ("field", ("work",), {"field": OfferField.WORK}),
        ("region", ("16066", "08"), {"regions": (DISTRICT, AGS("08"))}),
        ("region", (), {}),
        ("place", ("Weinheim", "16066023"), {"places": (WEINHEIM, Place(city="x", region=TOWN))}),
        ("place", (), {"places": (Place(name="Rathaus"),)}),
        ("language", ("ar", "de"), {"languages": ("ar", "de", "ar")}),
        ("target_group", ("women",), {"target_groups": (TargetGroup.WOMEN,)}),
        ("provider", ("district",), {}),
        ("permanence", ("regular",), {"permanence": OfferPermanence.REGULAR}),
        ("permanence", (), {}),
    ],
)
def test_a_dimension_is_what_an_offer_says(
    name: str, expected: tuple[str, ...], content: dict[str, Any]
):
    """Each once, in its order; nothing where it is not known."""
    assert (expected,) == laid(offer(**content), by=(name,)).offers["o-1"]


def test_every_dimension_is_looked_at_here():
    """A new one needs a row above."""
    assert {
        *("field", "region", "place", "language", "target_group", "provider", "permanence")
    } == set(COVERAGE_DIMENSIONS)


# -- sure, perhaps, no -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "language", "content"),
    [
        (Covering.OFFERED, "ar", {"languages": ("de", "ar")}),
        (Covering.NOT_OFFERED, "ar", {"languages": ("de",)}),
        (Covering.PERHAPS, "ar", {}),
        (Covering.PERHAPS, "ar", {"languages": ("de",), "interpreting": "auf Anfrage"}),
        (Covering.OFFERED, "de", {"languages": ("de",), "interpreting": "auf Anfrage"}),
    ],
)
def test_an_answer_has_three_values(expected: Covering, language: str, content: dict[str, Any]):
    """What is not known is never a no; with interpreters, any language may be."""
    assert expected is laid(offer(**content), by=("language",)).status(language)


@pytest.mark.parametrize(
    ("expected", "wanted", "regions"),
    [
        (Covering.OFFERED, TOWN, (DISTRICT,)),
        (Covering.OFFERED, TOWN, (AGS("16"),)),
        (Covering.OFFERED, TOWN, (TOWN,)),
        (Covering.NOT_OFFERED, OTHER, (TOWN,)),
        (Covering.NOT_OFFERED, DISTRICT, (TOWN,)),
        (Covering.NOT_OFFERED, AGS("16067"), (DISTRICT,)),
        (Covering.PERHAPS, TOWN, ()),
    ],
)
def test_an_offer_for_the_district_is_one_for_its_towns(
    expected: Covering, wanted: AGS, regions: tuple[AGS, ...]
):
    """And not the other way round."""
    found = laid(offer(regions=regions), by=("region",))
    assert [expected] * 2 == [found.status(wanted), found.status(wanted.key)]


@pytest.mark.parametrize(
    ("expected", "places"),
    [
        (Covering.OFFERED, (WEINHEIM,)),
        (Covering.NOT_OFFERED, (Place(city="Hemsbach"),)),
        (Covering.NOT_OFFERED, (Place(city="Wein"),)),
        (Covering.PERHAPS, ()),
        (Covering.PERHAPS, (Place(name="Rathaus"),)),
        (Covering.PERHAPS, (Place(city="Hemsbach"), Place(name="Rathaus"))),
        (Covering.PERHAPS, (Place(city="Hemsbach"), Place(kind=PlaceKind.ONLINE))),
        (Covering.PERHAPS, (Place(kind=PlaceKind.ONLINE, city="Hemsbach"),)),
    ],
)
def test_a_place_is_where_it_is(expected: Covering, places: tuple[Place, ...]):
    """Online, it may be used anywhere; a name alone says no town."""
    assert expected is laid(offer(places=places), by=("place",)).status("Weinheim")


@pytest.mark.parametrize(
    ("expected", "group"),
    [
        (Covering.OFFERED, TargetGroup.EVERYONE),
        (Covering.OFFERED, TargetGroup.NEWCOMERS),
        (Covering.OFFERED, TargetGroup.REFUGEES),
        (Covering.NOT_OFFERED, TargetGroup.WOMEN),
        (Covering.NOT_OFFERED, TargetGroup.UNACCOMPANIED_MINORS),
    ],
)
def test_an_offer_for_everyone_is_one_for_refugees(expected: Covering, group: TargetGroup):
    """A wider group holds the narrower one."""
    found = laid(offer(target_groups=(group,)), by=("target_group",))
    assert expected is found.status(TargetGroup.REFUGEES)


def test_the_answers_name_the_offers():
    """Those for sure and those that may, in the order of the network."""
    put = [offer("o-1"), offer("o-2", languages=("ar",)), offer("o-3", languages=("de",))]
    found = laid(*put, offer("o-4"), by=("field", "language"))
    assert ("o-2",) == found.covering("language", "ar")
    assert ("o-1", "o-4") == found.perhaps("language", "ar")
    assert () == found.perhaps("work", "ar")


def test_an_offer_does_all_of_it_or_nothing():
    """One that fits in the language and another that fits in the place make no offer of both."""
    put = [
        offer(regions=(TOWN,), languages=("de",)),
        offer("o-2", regions=(OTHER,), languages=("ar",)),
    ]
    assert Covering.NOT_OFFERED is laid(*put, by=("region", "language")).status(TOWN, "ar")


# -- gaps ------------------------------------------------------------------------------------------


def test_gaps_are_what_is_wanted_and_not_offered():
    """In the order in which it is wanted, each once."""
    found = laid(offer(languages=("de",)), by=("field", "language"))
    assert [(("language", "ar"), ()), (("work", "de"), ()), (("work", "ar"), ())] == gaps(
        found, field=["language", "work"], language=["de", "ar", "de"]
    )


def test_what_is_left_out_is_what_any_offer_has():
    """So the languages of one field are asked for in the others."""
    put = [offer(languages=("de", "ar")), offer("o-2", field=OfferField.WORK, languages=("de",))]
    assert [(("work", "ar"), ())] == gaps(laid(*put, by=("field", "language")))


def test_a_gap_is_certain_unless_somebody_may():
    """Whom to ask stands beside."""
    found = laid(offer(languages=("de",)), offer("o-2"), by=("language",)).gaps(language=["ar"])
    assert [(("o-2",), False)] == [(gap.perhaps, gap.is_certain) for gap in found]


def test_members_of_code_lists_and_regions_are_wanted():
    """As well as their codes and keys."""
    found = laid(offer(regions=(DISTRICT,)), by=("field", "region"))
    wanted = {"field": [OfferField.LANGUAGE, OfferField.WORK], "region": [TOWN]}
    assert [(("work", "16066023"), ())] == gaps(found, **wanted)


def test_nothing_wanted_is_no_gap():
    """Nor is anything, when one of the lists is empty."""
    assert [] == gaps(laid(offer(), by=("field", "language")), field=["work"], language=[])


def test_values_may_come_one_by_one():
    """Anything that can be gone through once is enough."""
    wanted = (each for each in ("de", "ar"))
    assert 2 == len(gaps(laid(by="language"), language=wanted))


# -- overlaps --------------------------------------------------------------------------------------


def test_two_offers_of_the_same_overlap():
    """Only where both are known."""
    put = [offer(languages=("de", "ar")), offer("o-2", languages=("ar", "ti")), offer("o-3")]
    assert [(("ar",), ("o-1", "o-2"))] == overlaps(laid(*put, by=("language",)))


def test_overlaps_come_in_the_order_of_their_values():
    """And the offers in that of the network."""
    put = [offer("o-2", languages=("ti", "ar")), offer("o-1", languages=("ar", "ti"))]
    assert [(("ar",), ("o-2", "o-1")), (("ti",), ("o-2", "o-1"))] == overlaps(
        laid(*put, by="language")
    )


def test_an_offer_for_the_district_overlaps_in_the_town():
    """Not in the district, of which the other covers a part alone."""
    put = [
        offer(regions=(TOWN,)),
        offer("o-2", regions=(DISTRICT,)),
        offer("o-3", regions=(OTHER,)),
    ]
    assert [(("16066023",), ("o-1", "o-2")), (("16066074",), ("o-2", "o-3"))] == overlaps(
        laid(*put, by=("region",))
    )


def test_without_dimensions_all_offers_are_alike():
    """They do the same: anything."""
    found = laid(offer(), offer("o-2"), by=())
    assert ([((), ("o-1", "o-2"))], []) == (overlaps(found), gaps(found))
    assert Covering.OFFERED is found.status()


def test_without_dimensions_and_offers_nothing_is_offered():
    """There is one thing to do, and nobody does it."""
    found = laid(by=())
    assert ([((), ())], Covering.NOT_OFFERED) == (gaps(found), found.status())


# -- wrong input -----------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["sprache", ["field", "town"], [None], [5]])
def test_an_unknown_dimension_is_refused(by: Any):
    """The known ones are named."""
    with pytest.raises(UnknownNameError):
        laid(by=by)


@pytest.mark.parametrize("when", ["2019-01-01", None, dt.datetime(2019, 1, 1, tzinfo=dt.UTC)])
def test_a_coverage_is_of_a_date(when: Any):
    """Texts and moments are refused."""
    with pytest.raises(InvalidValueError):
        coverage(network().current, when)


@pytest.mark.parametrize(
    "ask",
    [
        lambda found: found.gaps(town=["x"]),
        lambda found: found.gaps(field=["sprache"]),
        lambda found: found.status("Sprache", "de"),
        lambda found: found.covering("", "de"),
    ],
)
def test_a_slip_of_the_pen_is_no_gap(ask: Callable[[Coverage], object]):
    """A dimension or a code that does not exist is refused."""
    with pytest.raises(UnknownNameError):
        ask(laid(offer(), by=("field", "language")))


@pytest.mark.parametrize(
    ("expected", "ask"),
    [
        (("too_short", ""), lambda found: found.status("work")),
        (("too_short", ""), lambda found: found.covering()),
        (("too_many", ""), lambda found: found.perhaps("work", "de", "de")),
        (("wrong_type", "/language"), lambda found: found.status("work", None)),
        (("wrong_type", "/language"), lambda found: found.gaps(language="de")),
        (("wrong_type", "/language"), lambda found: found.gaps(language=5)),
        (("wrong_type", "/language"), lambda found: found.gaps(language=[5])),
        (
            ("too_many", ""),
            lambda found: found.gaps(language=map(str, range(200_000)), field=list(OfferField)),
        ),
    ],
)
def test_a_wrong_question_is_refused(expected: tuple[str, str], ask: Callable[[Coverage], object]):
    """A text instead of a list would be asked for letter by letter."""
    with pytest.raises(InvalidValueError) as caught:
        ask(laid(offer(), by=("field", "language")))
    [problem] = caught.value.problems
    assert expected == (problem.code, problem.pointer)
    assert "{" not in problem.text("de") + problem.text("en")


def test_too_many_overlaps_are_refused():
    """Offers for a hundred regions in fifty languages for twenty groups, many times."""
    wide = {
        "regions": tuple(AGS(f"16{number:06}") for number in range(100)),
        "languages": tuple(f"{a}{b}" for a in "abcde" for b in "abcdefghij"),
        "target_groups": tuple(TargetGroup)[:14],
    }
    put = [offer(f"o-{number}", **wide) for number in range(15)]
    with pytest.raises(InvalidValueError):
        laid(*put, by=("region", "language", "target_group")).overlaps()


# -- the thing itself ------------------------------------------------------------------------------


def test_a_coverage_can_be_kept():
    """Copied, pickled, and used as a key."""
    found = laid(offer(languages=("de",)))
    assert () == found.overlaps()
    copies = [pickle.loads(pickle.dumps(found)), copy.deepcopy(found)]  # noqa: S301  # our own
    assert [found, found] == copies
    assert {found} == set(copies)


def test_a_big_overview_is_laid_out_at_once():
    """A thousand offers, four hundred towns, ten fields and ten languages: 40,000 combinations."""
    towns = [AGS(f"160660{number:03}"[:8]) for number in range(400)]
    fields, languages = list(OfferField)[:10], [f"a{letter}" for letter in "abcdefghij"]
    put = [
        offer(
            f"o-{number}",
            field=fields[number % 10],
            regions=(towns[number % 400],),
            languages=(languages[number % 4],) if number % 9 else (),
        )
        for number in range(1_000)
    ]
    started = time.process_time()
    found = laid(*put)
    assert 0 < len(found.gaps(field=fields, region=towns, language=languages))
    assert () != found.overlaps()
    assert 5 > time.process_time() - started
