"""What the person brings along: qualifications, competences, languages."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan import CodedValue
from integrationsplan.errors import InvalidValueError
from integrationsplan.plan import (
    CEFR,
    AnabinStatus,
    CertificateFamily,
    Competence,
    DegreeClass,
    LanguageCertificate,
    LanguageProficiency,
    LanguageSkill,
    Orientation,
    Qualification,
    QualificationCategory,
    ScriptKnowledge,
)


def german(**fields: Any) -> LanguageProficiency:
    """Make a proficiency in German."""
    return LanguageProficiency(id="l1", language="de", **fields)


def certificate(level: CEFR, *modules: LanguageSkill) -> LanguageCertificate:
    """Make a certificate."""
    return LanguageCertificate(issuer=CertificateFamily.GOETHE, level=level, modules=modules)


def test_holds_what_is_known_of_a_degree():
    """A degree keeps classification, look-up and the day of the look-up."""
    degree = Qualification(
        id="q1",
        title="Bachelor of Nursing",
        category=QualificationCategory.ACADEMIC,
        orientation=Orientation.VOCATIONAL,
        country="SY",
        isced=6,
        eqf=6,
        anabin=AnabinStatus.RECOGNISED,
        anabin_on=dt.date(2018, 3, 1),
        degree_class=DegreeClass.COMPARABLE,
        occupation=CodedValue(system="KldB 2010", code="81313"),
        zab_on=dt.date(2018, 5, 2),
    )
    assert "Bachelor of Nursing (Hochschulabschluss, SY)" == degree.summary("de")


@pytest.mark.parametrize(("field", "value"), [("isced", 9), ("isced", -1), ("eqf", 0), ("eqf", 9)])
def test_knows_the_ends_of_the_levels(field: str, value: int):
    """ISCED goes from 0 to 8, the EQF from 1 to 8."""
    fields: dict[str, Any] = {field: value}
    with pytest.raises(InvalidValueError):
        Qualification(id="q1", title="x", category=QualificationCategory.SCHOOL, **fields)


def test_anabin_has_three_marks():
    """The marks are those of anabin."""
    assert ["H+", "H-", "H+/-"] == [status.value for status in AnabinStatus]


def test_a_licence_is_a_competence():
    """A driving licence is kept by its class."""
    assert "B" == Competence(id="c1", title="Führerschein", licence="B").licence


@pytest.mark.parametrize("sublevel", ["B1+", "B1.1", "B1.9"])
def test_a_sublevel_annotates_its_level(sublevel: str):
    """Sub-levels are shown and never compared."""
    language = german(overall=CEFR.B1, sublevel=sublevel)
    assert f"de: {sublevel}" == language.summary("de")
    assert CEFR.B1 is language.level_of()


def test_a_beginner_has_a_sublevel_and_no_level():
    """Below A1 there is no level, and yet something to say."""
    assert "de: Pre-A1" == german(sublevel="Pre-A1").summary("de")


def test_a_sublevel_belongs_to_its_level():
    """A1.2 is no annotation of B1."""
    with pytest.raises(InvalidValueError) as caught:
        german(overall=CEFR.B1, sublevel="A1.2")
    assert ["sublevel_of_another_level"] == [found.code for found in caught.value.problems]


@pytest.mark.parametrize("sublevel", ["B3", "B1", "B1.0", "B1++", "b1+", "B1.10"])
def test_refuses_other_sublevels(sublevel: str):
    """A level alone is none, and neither is what nobody uses."""
    with pytest.raises(InvalidValueError):
        german(sublevel=sublevel)


@pytest.mark.parametrize("skill", LanguageSkill)
def test_each_skill_has_its_level(skill: LanguageSkill):
    """Levels are kept by skill, under the skill's name."""
    language = german(**{skill.value.replace("-", "_"): CEFR.B2})
    assert CEFR.B2 is language.level_of(skill)
    assert language.level_of() is None


def test_a_certificate_counts_for_every_skill():
    """Whoever has the whole certificate has every skill of it."""
    language = german(overall=CEFR.A2, writing=CEFR.A2, certificates=(certificate(CEFR.B1),))
    levels = {language.level_of(skill) for skill in (None, *LanguageSkill)}
    assert {CEFR.B1} == levels


def test_modules_count_for_themselves():
    """Two of four modules are no certificate."""
    passed = certificate(CEFR.B1, LanguageSkill.READING, LanguageSkill.WRITING)
    language = german(overall=CEFR.A2, certificates=(passed,))
    assert (CEFR.A2, CEFR.B1, None) == (
        language.level_of(),
        language.level_of(LanguageSkill.READING),
        language.level_of(LanguageSkill.LISTENING),
    )


WRITTEN = (LanguageSkill.LISTENING, LanguageSkill.READING, LanguageSkill.WRITING)
TELC = CertificateFamily.TELC
GOETHE = CertificateFamily.GOETHE


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        ((LanguageSkill.SPOKEN_INTERACTION,), CEFR.B1),
        ((LanguageSkill.SPOKEN_PRODUCTION,), CEFR.B1),
        ((LanguageSkill.SPOKEN_INTERACTION, LanguageSkill.SPOKEN_PRODUCTION), CEFR.B1),
        ((), None),
    ],
)
@pytest.mark.parametrize("issuer", [GOETHE, TELC])
def test_all_modules_are_the_whole_certificate(
    issuer: CertificateFamily, spoken: tuple[LanguageSkill, ...], expected: CEFR | None
):
    """Listening, reading, writing and speaking: more modules no family has."""
    passed = LanguageCertificate(issuer=issuer, level=CEFR.B1, modules=(*WRITTEN, *spoken))
    language = german(certificates=(passed,))
    assert (expected, expected) == (
        language.level_of(),
        language.level_of(LanguageSkill.SPOKEN_PRODUCTION),
    )


@pytest.mark.parametrize(("issuer", "expected"), [(GOETHE, CEFR.B1), (TELC, None)])
def test_the_module_of_the_goethe_institut_is_for_both_ways_of_speaking(
    issuer: CertificateFamily, expected: CEFR | None
):
    """Its module "Sprechen" examines conversation and speech."""
    passed = LanguageCertificate(
        issuer=issuer, level=CEFR.B1, modules=(LanguageSkill.SPOKEN_INTERACTION,)
    )
    language = german(certificates=(passed,))
    assert (expected, None) == (
        language.level_of(LanguageSkill.SPOKEN_PRODUCTION),
        language.level_of(),
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, CEFR.A2),
        ({"writing": None}, None),
        (
            {"writing": None, "certificates": (certificate(CEFR.B1, LanguageSkill.WRITING),)},
            CEFR.B1,
        ),
        ({"overall": CEFR.A1}, CEFR.A1),
        ({"certificates": (certificate(CEFR.C1),)}, CEFR.C1),
    ],
)
def test_all_skills_give_a_level_overall(fields: dict[str, Any], expected: CEFR | None):
    """Nobody is better overall than in the weakest skill, unless it is recorded."""
    skills = {skill.value.replace("-", "_"): CEFR.B1 for skill in LanguageSkill}
    assert expected is german(**{**skills, "writing": CEFR.A2, **fields}).level_of()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"certificates": (certificate(CEFR.B1),)}, "de: B1"),
        (
            {"overall": CEFR.A2, "sublevel": "A2+", "certificates": (certificate(CEFR.B1),)},
            "de: B1",
        ),
        (
            {"overall": CEFR.B1, "sublevel": "B1+", "certificates": (certificate(CEFR.A2),)},
            "de: B1+",
        ),
        ({}, "de: –"),
    ],
)
def test_says_the_level_that_counts(fields: dict[str, Any], expected: str):
    """A certificate speaks where no level is recorded, and a note to a lower level is left out."""
    assert expected == german(**fields).summary("de")


def test_the_better_level_counts():
    """An old certificate takes nothing away."""
    language = german(overall=CEFR.B2, certificates=(certificate(CEFR.B1),))
    assert CEFR.B2 is language.level_of()


def test_nothing_known_is_no_level():
    """What is not known is not the lowest level."""
    assert german().level_of() is None


def test_levels_are_in_order():
    """A1 is the lowest, C2 the highest."""
    assert ["A1", "A2", "B1", "B2", "C1", "C2"] == [level.value for level in sorted(CEFR)]


def test_a_level_is_compared_with_levels_alone():
    """A level and a text are not in any order."""
    with pytest.raises(TypeError):
        _ = CEFR.A1 < "A2"


def test_says_a_first_language():
    """The first language needs no level."""
    language = LanguageProficiency(id="l1", language="prs", is_first=True)
    assert "prs (Erstsprache)" == language.summary("de")
    assert "prs (first language)" == language.summary("en")


def test_tells_scripts_apart():
    """Who reads Arabic script may be a learner of a second script."""
    scripts = (
        ScriptKnowledge(script="Arab", reads=True, writes=True),
        ScriptKnowledge(script="Latn", reads=False),
    )
    assert [None] == [known.writes for known in german(scripts=scripts).scripts[1:]]


def test_refuses_a_script_that_has_no_such_form():
    """Scripts have codes of ISO 15924."""
    with pytest.raises(InvalidValueError):
        ScriptKnowledge(script="latin")
