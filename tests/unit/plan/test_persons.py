"""Who a plan is about: reference, responsible body, details, residence status, citations."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan import AGS
from integrationsplan.errors import InvalidValueError
from integrationsplan.plan import (
    Body,
    Gender,
    LegalCitation,
    PersonalDetails,
    ProtectionKind,
    ResidenceStatus,
    ResidenceTitle,
    Responsibility,
    StatusWithoutTitle,
    Subject,
)
from integrationsplan.values import NoCountry, Period

DAY = dt.date(2018, 3, 1)


def problems(make: Any, **fields: Any) -> list[str]:
    """Return the problems of an object that cannot be made."""
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    return [f"{problem.pointer} {problem.code}" for problem in caught.value.problems]


def test_there_is_one_subject():
    """The subject has a fixed id, so that a plan cannot have two."""
    assert ["/id fixed_id"] == problems(Subject, id="s2", reference="p-83f1")


def test_there_is_one_responsibility():
    """So has the responsibility."""
    body = Body(name="Weinheim", region=AGS("08226096"))
    assert ["/id fixed_id"] == problems(Responsibility, id="r", body=body, jurisdiction="08")


def test_a_reference_is_no_name():
    """A reference has the form of an id: no blanks, no letters beyond ASCII."""
    assert ["/reference wrong_form"] == problems(Subject, id="subject", reference="Ayşe K.")


def test_says_who_is_responsible():
    """The summary of the responsibility is the body's name."""
    body = Body(name="Landkreis Schwäbisch Hall")
    entry = Responsibility(id="responsibility", body=body, jurisdiction="08")
    assert "Landkreis Schwäbisch Hall" == entry.summary("de")


def test_keeps_names_with_all_their_marks():
    """Diacritics of DIN 91379 survive."""
    details = PersonalDetails(
        id="d1", given_names="Đặng Thị", family_name="Šķēle-Yüce", gender=Gender.FEMALE
    )
    assert "Đặng Thị Šķēle-Yüce" == details.summary("de")


def test_keeps_a_name_in_its_own_script_apart():
    """The name in the papers is Latin; the original stands beside it."""
    details = PersonalDetails(id="d1", family_name="Haddad", name_in_script="حداد")
    assert "حداد" == details.name_in_script


def test_refuses_a_latin_name_in_another_script():
    """A name in another script is no name of a partner system."""
    assert ["/family_name"] == [
        found.split()[0] for found in problems(PersonalDetails, id="d1", family_name="حداد")
    ]


def test_nationality_may_be_none():
    """Stateless people have a code in the place of a country's."""
    details = PersonalDetails(id="d1", nationalities=(NoCountry.STATELESS.value,))
    assert ("XA",) == details.nationalities


def test_a_status_is_a_title_or_none():
    """The two lists are kept apart: nobody has a title and a toleration at once."""
    assert ["/without_title title_and_other_status"] == problems(
        ResidenceStatus,
        id="r1",
        title=ResidenceTitle.RESIDENCE_PERMIT,
        without_title=StatusWithoutTitle.TOLERATION,
    )


@pytest.mark.parametrize("title", ResidenceTitle)
def test_a_title_alone_is_a_status(title: ResidenceTitle):
    """Each of the seven titles can stand alone."""
    assert title.label.de == ResidenceStatus(id="r1", title=title).summary("de")


@pytest.mark.parametrize("status", StatusWithoutTitle)
def test_a_status_without_title_is_one(status: StatusWithoutTitle):
    """Each of the four others can stand alone."""
    assert status.label.en == ResidenceStatus(id="r1", without_title=status).summary("en")


def test_there_are_seven_titles_and_four_other_statuses():
    """The lists are those of the law."""
    assert (7, 4, 5) == (len(ResidenceTitle), len(StatusWithoutTitle), len(ProtectionKind))


def test_says_until_when_a_status_is_valid():
    """The day of expiry is what clerks look for."""
    status = ResidenceStatus(
        id="r1",
        title=ResidenceTitle.RESIDENCE_PERMIT,
        period=Period(DAY, dt.date(2021, 2, 28)),
    )
    assert "Aufenthaltserlaubnis, bis 28.02.2021" == status.summary("de")
    assert "residence permit, until 2021-02-28" == status.summary("en")


def test_a_status_that_is_not_known_is_a_dash():
    """A draft may not know it yet."""
    assert "–" == ResidenceStatus(id="r1").summary("de")


def test_cites_the_law_as_of_a_day():
    """A citation says section, paragraph, sentence, alternative and the day of the text."""
    ground = LegalCitation(
        act="AufenthG", section="25", paragraph="2", sentence="1", alternative="2", as_of=DAY
    )
    assert "§ 25 Abs. 2 Satz 1 Alt. 2 AufenthG (Stand 01.03.2018)" == ground.format()


def test_cites_the_law_for_english_readers():
    """German law is cited in German; only the day is said in English."""
    ground = LegalCitation(act="AZRG", section="3", paragraph="1", number="9", as_of=DAY)
    assert "§ 3 Abs. 1 Nr. 9 AZRG (as of 2018-03-01)" == ground.format("en")


def test_cites_an_article():
    """Some laws have articles."""
    ground = LegalCitation(act="GG", mark="Art.", section="16a", as_of=DAY)
    assert "Art. 16a GG (Stand 01.03.2018)" == ground.format("de")


def test_cites_a_whole_law():
    """The section may be unknown."""
    assert "BQFG (Stand 01.03.2018)" == LegalCitation(act="BQFG", as_of=DAY).format()


def test_a_citation_needs_its_day():
    """Sections move, so that a citation without a day would say nothing."""
    with pytest.raises(TypeError, match="as_of"):
        LegalCitation(act="AufenthG", section="19a")  # type: ignore[call-arg]
