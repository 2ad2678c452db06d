"""The vocabulary as a whole: complete, labelled in both languages, silent in logs."""

import enum
import inspect
import re
from typing import Any, get_args

import attrs
import pytest

from integrationsplan import plan
from integrationsplan._model import field_specs
from integrationsplan.history import Entry
from integrationsplan.plan import (
    CEFR,
    Body,
    CourseKind,
    EmploymentKind,
    GoalField,
    HousingKind,
    Party,
    PlanEntry,
    PlanGroup,
    QualificationCategory,
    Target,
)
from integrationsplan.plan._problems import PLAN_KINDS
from integrationsplan.values import Labelled

ENTRIES: tuple[type[Entry], ...] = get_args(PlanEntry)
PUBLIC_CLASSES = [thing for name in plan.__all__ if inspect.isclass(thing := getattr(plan, name))]
CODE_LISTS = [thing for thing in PUBLIC_CLASSES if issubclass(thing, Labelled)]
PARTS = [
    thing
    for thing in PUBLIC_CLASSES
    if attrs.has(thing) and thing.__module__.startswith("integrationsplan.plan")
]

ESSENTIAL: dict[str, dict[str, Any]] = {
    "subject": {"id": "subject", "reference": "p-83f1"},
    "responsibility": {
        "id": "responsibility",
        "body": Body(name="Stadt Weinheim"),
        "jurisdiction": "08",
    },
    "personal-details": {},
    "residence-status": {},
    "qualification": {"title": "إجازة", "category": QualificationCategory.VOCATIONAL},
    "competence": {"title": "Pflege"},
    "language-proficiency": {"language": "prs"},
    "recognition-procedure": {"reference_occupation": "Pflegefachfrau"},
    "school-situation": {},
    "housing-situation": {"housing": HousingKind.FOLLOW_UP},
    "work-situation": {"employment": EmploymentKind.UNEMPLOYED},
    "health-note": {},
    "family-situation": {},
    "course": {"course": CourseKind.IK_ALLGEMEIN},
    "goal": {"field": GoalField.WORK, "title": "Arbeit"},
    "measure": {"title": "Bewerbungen"},
    "development": {"note": "Fährt jetzt allein mit der Bahn."},
    "consultation": {"held_on": plan.RECOGNITION_DEADLINE.rows[0].start},
    "agreement": {
        "revision": 1,
        "agreed_on": plan.RECOGNITION_DEADLINE.rows[0].start,
        "by": (Party.PERSON,),
    },
    "consent": {"purpose": "job-centre"},
    "disclosure": {
        "recipient": "Jobcenter Weinheim",
        "purpose": "job-centre",
        "on": plan.RECOGNITION_DEADLINE.rows[0].start,
    },
}
"""What makes an entry of each kind one: nothing else may be required of a draft."""


def smallest(cls: type[Entry]) -> Entry:
    """Make an entry of nothing but what is essential."""
    return cls(**{"id": "e1", **ESSENTIAL[cls.kind]})


def test_holds_every_kind_of_the_design_in_its_order():
    """A plan may hold these kinds of entries, and documents name them so."""
    assert list(ESSENTIAL) == [entry.kind for entry in ENTRIES]


def test_exports_every_entry_and_target():
    """Whatever a plan may hold can be imported from the package."""
    expected = {cls.__name__ for cls in (*ENTRIES, *get_args(Target))}
    assert expected <= set(plan.__all__)


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.kind)
def test_requires_the_essential_alone(cls: type[Entry]):
    """A draft is representable while it is incomplete."""
    required = {"id", *ESSENTIAL[cls.kind]}
    assert required == {spec.name for spec in field_specs(cls) if spec.required}


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.kind)
def test_shows_nothing_in_a_representation(cls: type[Entry]):
    """Representations end up in logs: they name the class and the id."""
    entry = smallest(cls)
    assert f"<{cls.__name__} {entry.id}>" == repr(entry)


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.kind)
@pytest.mark.parametrize("language", ["de", "en"])
def test_says_a_summary_in_both_languages(cls: type[Entry], language: Any):
    """Even the barest entry has something to say in a table."""
    assert smallest(cls).summary(language).strip()


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.kind)
def test_belongs_to_a_group_of_plans(cls: type[Entry]):
    """Every kind has a data group of this vocabulary, by which it is shown or withheld."""
    assert isinstance(cls.group, PlanGroup)


def test_labels_kinds_of_entries():
    """Kinds have stable codes, and names in both languages."""
    for cls in ENTRIES:
        assert re.fullmatch("[a-z]+(-[a-z]+)*", cls.kind), cls.kind
        assert cls.label.en.strip(), cls.kind
        assert cls.label.de.strip(), cls.kind


@pytest.mark.parametrize("cls", [*ENTRIES, *get_args(Target)], ids=lambda cls: cls.__name__)
def test_labels_every_field(cls: type):
    """Every field is called something in both languages."""
    labels = {spec.name: spec.label for spec in field_specs(cls)}
    assert [] == [name for name, label in labels.items() if not (label and label.en and label.de)]


@pytest.mark.parametrize("cls", [*ENTRIES, *PARTS], ids=lambda cls: cls.__name__)
def test_explains_every_field(cls: type):
    """Every field of a class is explained where the class is."""
    said = "".join(inspect.cleandoc(base.__doc__ or "") for base in cls.__mro__)
    fields = [field.name for field in attrs.fields(cls) if not field.name.startswith("_")]
    assert [] == [name for name in fields if f"    {name}: " not in said]


@pytest.mark.parametrize("code_list", CODE_LISTS, ids=lambda cls: cls.__name__)
def test_labels_every_code(code_list: type[Labelled]):
    """Every code has a label in both languages, and no two codes of a list the same."""
    for language in ("en", "de"):
        labels = [getattr(member.label, language) for member in code_list]
        assert all(label.strip() == label and label for label in labels)
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    "code_list",
    [cls for cls in CODE_LISTS if cls not in (CEFR, plan.AnabinStatus)],
    ids=lambda cls: cls.__name__,
)
def test_writes_codes_in_lower_case(code_list: type[Labelled]):
    """Codes of our own look alike; levels of languages and anabin's marks are others' codes."""
    for member in code_list:
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", member.value), member
        assert member.name == member.name.upper()


def test_exports_every_code_list():
    """A code list that a field uses can be imported from the package."""
    used = set()
    for cls in (*ENTRIES, *PARTS):
        for spec in field_specs(cls):
            used |= _code_lists_in(spec.annotation)
    own = {cls for cls in used if cls.__module__.startswith("integrationsplan.plan")}
    assert set() == {cls for cls in own if not hasattr(plan, cls.__name__)}


def _code_lists_in(annotation: Any) -> set[type]:
    if inspect.isclass(annotation) and issubclass(annotation, enum.Enum):
        return {annotation} if issubclass(annotation, Labelled) else set()
    return {found for part in get_args(annotation) for found in _code_lists_in(part)}


def test_marks_health_alone_as_special():
    """Of the groups, health holds special categories of personal data."""
    assert [PlanGroup.HEALTH] == [group for group in PlanGroup if group.is_special]


def test_names_problems_once():
    """Codes of problems are unique."""
    codes = [kind.code for kind in PLAN_KINDS]
    assert sorted(set(codes)) == sorted(codes)


def test_refers_to_kinds_that_there_are():
    """Every reference of an entry names kinds of entries of plans."""
    kinds = {cls.kind for cls in ENTRIES}
    for cls in ENTRIES:
        for spec in field_specs(cls):
            assert set(_kinds_in(spec.annotation)) <= kinds, (cls.kind, spec.name)


def _kinds_in(annotation: Any) -> list[str]:
    own = [
        kind
        for item in getattr(annotation, "__metadata__", ())
        for kind in getattr(item, "kinds", ())
    ]
    return own + [kind for part in get_args(annotation) for kind in _kinds_in(part)]


def test_some_entries_belong_to_their_plan_alone():
    """Two plans become one without the heads, agreements, consents and disclosures of one."""
    bound = {cls.kind for cls in ENTRIES if cls.is_bound}
    assert {"subject", "responsibility", "agreement", "consent", "disclosure"} == bound


def test_some_entries_may_tell_of_others():
    """Family, a child's school and free notes may hold data of other persons."""
    telling = {cls.kind for cls in ENTRIES if cls.about_others}
    assert {"family-situation", "school-situation", "development"} == telling
