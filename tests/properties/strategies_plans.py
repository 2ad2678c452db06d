"""Strategies for valid plans: entries of every kind, and histories with everything that happens.

Tests import them as ``from tests.properties.strategies_plans import plans``.
"""

import datetime as dt
import hashlib
import itertools
import unicodedata
from collections.abc import Mapping
from typing import Any, get_args

import attrs
from hypothesis import strategies as st

from integrationsplan import AGS, CodedValue, Period
from integrationsplan.history import (
    Author,
    Entry,
    Marking,
    Merge,
    Put,
    RevisionKind,
    SaltSource,
    merge,
)
from integrationsplan.plan import (
    CEFR,
    REASON_REQUIRED,
    TRANSITIONS,
    Achievement,
    Actor,
    Agreement,
    AgreementForm,
    AnabinStatus,
    Body,
    CertificateFamily,
    Channel,
    CivicsTest,
    CompensationKind,
    CompensationMeasure,
    Competence,
    Concerned,
    Consent,
    Consultation,
    Course,
    CourseEntitlement,
    CourseKind,
    CourseResult,
    CourseStatus,
    DegreeClass,
    Development,
    Disclosure,
    EmploymentKind,
    EmploymentTarget,
    Evidence,
    FamilySituation,
    Gender,
    Goal,
    GoalField,
    HealthNeed,
    HealthNote,
    HousingKind,
    HousingSituation,
    HousingTarget,
    IndicatorTarget,
    IntegrationPlan,
    InterpreterKind,
    LanguageCertificate,
    LanguageProficiency,
    LanguageSkill,
    LanguageTarget,
    LegalCitation,
    Lifecycle,
    Measure,
    MeasureStatus,
    Orientation,
    Party,
    PersonalDetails,
    PlanEntry,
    PlanGroup,
    Priority,
    ProtectionKind,
    Qualification,
    QualificationCategory,
    RecognitionKind,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    RecognitionTarget,
    Referral,
    RegularService,
    ResidenceStatus,
    ResidenceTitle,
    Responsibility,
    Responsible,
    SchoolKind,
    SchoolPlaceTarget,
    SchoolSituation,
    ScriptKnowledge,
    StatusWithoutTitle,
    Subject,
    WorkSituation,
)

__all__ = [
    "FIELDS",
    "IDS",
    "KINDS",
    "LONG",
    "NAMES",
    "SHORT",
    "entries",
    "entries_of",
    "histories",
    "plans",
    "recorded",
    "resolved",
    "salts_from",
    "steps",
    "twins",
]

# Letters that names and titles in plans have, and some that tempt normalisers and writers.
_ALPHABET = (
    "aäßéłőșžçñİØÞðẞ\u0131\u212b\u0627إبةتثحرسشعلمن\u0647يّـًअकҐїЄж日本한😀\u0323\u0301 .-'\"\\/<&"
)
_LETTERS = st.sampled_from(_ALPHABET) | st.characters(exclude_categories=["C", "Zl", "Zp"])
_AGREED = st.sampled_from("aäßéłőșžçñØÞðẞ .,-'()/&<\"\\αΩжДЮ€…")  # of DIN 91379, data type C


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


SHORT = st.text(_LETTERS, min_size=1, max_size=8).map(_nfc).filter(str.strip)
LONG = (
    st.text(_LETTERS | st.sampled_from("\n\t"), min_size=1, max_size=20).map(_nfc).filter(str.strip)
)
FREE = st.text(_AGREED | st.just("\n"), min_size=1, max_size=20).filter(str.strip)
PERSON = st.text(st.sampled_from("aäßéłőșžçñØÞð -'"), min_size=1, max_size=10).filter(str.strip)
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
NAMES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,9}", fullmatch=True)
LANGUAGES = st.sampled_from(["de", "ar", "ti", "prs", "kmr", "uk"])
COUNTRIES = st.sampled_from(["SY", "ER", "AF", "UA", "XA"])
LEVELS = st.sampled_from(CEFR)
PARTIES = st.lists(st.sampled_from(Party), max_size=3).map(tuple)
SMALL = st.integers(0, 8)

IDS = tuple(f"e{number}" for number in range(8))
"""The ids that entries of drawn plans have, apart from the two of every opening."""

REFERENCES = st.lists(st.sampled_from([*IDS[:3], "e99"]), max_size=2).map(tuple)


def _some(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(strategy, min_size=least, max_size=2).map(tuple)


def _part(cls: type, optional: Mapping[str, Any], **required: Any) -> st.SearchStrategy[Any]:
    fields = st.fixed_dictionaries(required, optional=dict(optional))
    return fields.map(lambda found: cls(**found))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period, open or not."""
    start, end = draw(st.none() | DATES), draw(st.none() | DATES)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Period(start, end)


PERIODS = periods()
CODES = _part(CodedValue, {"version": SHORT, "label": SHORT}, system=SHORT, code=SHORT)
CITATIONS = _part(
    LegalCitation, {"mark": st.just("Art."), "section": SHORT}, act=SHORT, as_of=DATES
)
CERTIFICATES = _part(
    LanguageCertificate,
    {"issuer_name": SHORT, "issued_on": DATES, "modules": _some(st.sampled_from(LanguageSkill))},
    issuer=st.sampled_from(CertificateFamily),
    level=LEVELS,
)
SCRIPTS = _part(
    ScriptKnowledge,
    {"reads": st.booleans(), "writes": st.booleans()},
    script=st.sampled_from(["Latn", "Arab"]),
)
TARGETS = st.one_of(
    _part(
        LanguageTarget,
        {"language": LANGUAGES, "skill": st.sampled_from(LanguageSkill), "baseline": LEVELS},
        level=LEVELS,
    ),
    _part(
        RecognitionTarget,
        {
            "outcome": st.sampled_from(RecognitionOutcome),
            "procedure": st.sampled_from(IDS),
        },
    ),
    _part(
        EmploymentTarget,
        {"baseline": st.sampled_from(EmploymentKind)},
        employment=_some(st.sampled_from(EmploymentKind), 1),
    ),
    _part(
        HousingTarget,
        {"baseline": st.sampled_from(HousingKind)},
        housing=_some(st.sampled_from(HousingKind), 1),
    ),
    _part(
        SchoolPlaceTarget,
        {
            "concerns": st.sampled_from(Concerned),
            "schools": _some(st.sampled_from(SchoolKind)),
        },
    ),
    _part(
        IndicatorTarget,
        {"unit": SHORT, "baseline": SHORT, "current": SHORT},
        indicator=SHORT,
        value=SHORT,
    ),
)
BODIES = _part(Body, {"region": st.sampled_from([AGS("08"), AGS("08226096")])}, name=SHORT)
RESPONSIBLE = _part(Responsible, {"name": SHORT}, party=st.sampled_from(Actor))
REFERRALS = _part(
    Referral,
    {
        "offer": NAMES,
        "service": st.sampled_from(RegularService),
        "name": SHORT,
        "leika": st.just("99107007001000"),
    },
)
COMPENSATION = _part(
    CompensationMeasure,
    {"provider": SHORT, "period": PERIODS, "passed_on": DATES},
    form=st.sampled_from(CompensationKind),
)
CIVICS = _part(
    CivicsTest, {"passed": st.booleans(), "points": st.integers(0, 33), "taken_on": DATES}
)
GROUPS = _some(st.sampled_from(PlanGroup))

FIELDS: dict[type[Entry], tuple[dict[str, Any], dict[str, Any]]] = {
    Subject: ({"reference": NAMES}, {}),
    Responsibility: ({"body": BODIES, "jurisdiction": st.sampled_from(["08", "16", "de"])}, {}),
    PersonalDetails: (
        {},
        {
            "given_names": PERSON,
            "family_name": PERSON,
            "name_in_script": SHORT,
            "birth_date": DATES,
            "birth_date_estimated": st.booleans(),
            "gender": st.sampled_from(Gender),
            "nationalities": _some(COUNTRIES),
            "arrived_on": DATES,
            "interpreter_language": LANGUAGES,
        },
    ),
    ResidenceStatus: (
        {},
        {
            "title": st.sampled_from(ResidenceTitle),
            "without_title": st.sampled_from(StatusWithoutTitle),
            "ground": CITATIONS,
            "protection": st.sampled_from(ProtectionKind),
            "period": PERIODS,
        },
    ),
    Qualification: (
        {"title": SHORT, "category": st.sampled_from(QualificationCategory)},
        {
            "orientation": st.sampled_from(Orientation),
            "country": COUNTRIES,
            "institution": SHORT,
            "year": st.integers(1900, 2200),
            "isced": SMALL,
            "eqf": st.integers(1, 8),
            "anabin": st.sampled_from(AnabinStatus),
            "anabin_on": DATES,
            "degree_class": st.sampled_from(DegreeClass),
            "occupation": CODES,
            "documents_seen": st.booleans(),
            "zab_seen": st.booleans(),
            "zab_on": DATES,
        },
    ),
    Competence: (
        {"title": SHORT},
        {
            "evidence": st.sampled_from(Evidence),
            "code": CODES,
            "licence": SHORT,
            "years": SMALL,
            "period": PERIODS,
            "description": FREE,
        },
    ),
    LanguageProficiency: (
        {"language": LANGUAGES},
        {
            "is_first": st.booleans(),
            "overall": LEVELS,
            "sublevel": st.just("+"),
            "listening": LEVELS,
            "reading": LEVELS,
            "spoken_interaction": LEVELS,
            "spoken_production": LEVELS,
            "writing": LEVELS,
            "scripts": _some(SCRIPTS),
            "certificates": _some(CERTIFICATES),
        },
    ),
    RecognitionProcedure: (
        {"reference_occupation": SHORT},
        {
            "occupation": CODES,
            "procedure": st.sampled_from(RecognitionKind),
            "regulated": st.booleans(),
            "competent_body": SHORT,
            "legal_basis": CITATIONS,
            "qualification": st.sampled_from(IDS),
            "goal": st.sampled_from(IDS),
            "required_language": LEVELS,
            "steps": st.tuples(SMALL, SMALL, DATES),
            "extended_until": DATES,
            "outcome": st.sampled_from([RecognitionOutcome.FULL, RecognitionOutcome.NONE]),
            "existing_qualifications": _some(SHORT),
            "differences": _some(SHORT),
            "compensation": COMPENSATION,
            "measure": st.sampled_from(IDS),
            "remedy_until": DATES,
        },
    ),
    SchoolSituation: (
        {},
        {
            "concerns": st.sampled_from(Concerned),
            "school": st.sampled_from(SchoolKind),
            "name": SHORT,
            "grade": SHORT,
            "place_from": DATES,
            "period": PERIODS,
        },
    ),
    HousingSituation: (
        {"housing": st.sampled_from(HousingKind)},
        {"persons": SMALL, "leave_by": DATES, "note": FREE, "period": PERIODS},
    ),
    WorkSituation: (
        {"employment": st.sampled_from(EmploymentKind)},
        {"employer": SHORT, "occupation": CODES, "hours_per_week": SMALL, "period": PERIODS},
    ),
    HealthNote: (
        {},
        {
            "needs": _some(st.sampled_from(HealthNeed)),
            "note": FREE,
            "disability_recognised": st.booleans(),
            "period": PERIODS,
        },
    ),
    FamilySituation: (
        {},
        {
            "adults": SMALL,
            "children": SMALL,
            "single_parent": st.booleans(),
            "childcare_needed": st.booleans(),
            "reunification_pending": st.booleans(),
            "household": NAMES,
            "period": PERIODS,
        },
    ),
    Course: (
        {"course": st.sampled_from(CourseKind)},
        {
            "provider": SHORT,
            "entitlement": st.sampled_from(CourseEntitlement),
            "period": PERIODS,
            "units_attended": st.integers(0, 10_000),
            "status": st.sampled_from(CourseStatus),
            "result": st.sampled_from(CourseResult),
            "result_on": DATES,
            "civics_test": CIVICS,
            "goals": REFERENCES,
        },
    ),
    Goal: (
        {"field": st.sampled_from(GoalField), "title": SHORT},
        {
            "description": FREE,
            "target": TARGETS,
            "due_on": DATES,
            "lifecycle": st.sampled_from(Lifecycle),
            "achievement": st.sampled_from(Achievement),
            "priority": st.sampled_from(Priority),
            "wished_by": PARTIES,
            "depends_on": REFERENCES,
            "shared_id": NAMES,
        },
    ),
    Measure: (
        {"title": SHORT},
        {
            "field": st.sampled_from(GoalField),
            "goals": REFERENCES,
            "responsible": RESPONSIBLE,
            "period": PERIODS,
            "due_on": DATES,
            "status": st.sampled_from(MeasureStatus),
            "referral": REFERRALS,
            "result": FREE,
        },
    ),
    Development: ({"note": FREE}, {"noted_on": DATES, "competences": REFERENCES}),
    Consultation: (
        {"held_on": DATES},
        {
            "minutes": st.integers(0, 1440),
            "topics": _some(st.sampled_from(GoalField)),
            "channel": st.sampled_from(Channel),
            "interpreter_language": LANGUAGES,
            "interpreter": st.sampled_from(InterpreterKind),
        },
    ),
    Agreement: (
        {"agreed_on": DATES, "by": _some(st.sampled_from(Party), 1)},
        {
            "explained_in": LANGUAGES,
            "interpreted": st.booleans(),
            "form": st.sampled_from(AgreementForm),
        },
    ),
    Consent: (
        {"purpose": st.sampled_from(["job-centre", "volunteer"])},
        {
            "groups": GROUPS,
            "recipients": _some(SHORT),
            "given_on": DATES,
            "expires_on": DATES,
            "withdrawn_on": DATES,
            "legal_basis": SHORT,
            "explained_in": LANGUAGES,
            "special": st.booleans(),
        },
    ),
    Disclosure: (
        {"recipient": SHORT, "purpose": st.just("job-centre"), "on": DATES},
        {
            "groups": GROUPS,
            "entry_ids": REFERENCES,
            "legal_basis": SHORT,
            "consents": REFERENCES,
            "head": st.just("sha256/1:" + "A" * 43),
        },
    ),
}
"""The fields of every kind of entry: those that are needed, and the others."""

assert set(FIELDS) == set(get_args(PlanEntry))  # a new kind of entry needs its strategies

KINDS = tuple(cls for cls in FIELDS if cls not in {Subject, Responsibility})
"""The kinds that may stand under any id."""

_FORKED = tuple(cls for cls in KINDS if cls is not Agreement)


def _made_valid(cls: type[Entry], entry_id: str, fields: dict[str, Any]) -> None:
    """Mend in place what fields drawn one by one may have wrong together."""
    if cls is ResidenceStatus and "title" in fields:
        fields.pop("without_title", None)
    elif cls is LanguageProficiency and "sublevel" in fields:
        level = fields.get("overall", CEFR.B1)
        fields["sublevel"] = f"{level.value}+"
    elif cls is Consent and "given_on" in fields:
        for name in ("expires_on", "withdrawn_on"):
            if name in fields:
                fields[name] = max(fields[name], fields["given_on"])
    elif cls is Goal and "depends_on" in fields:
        fields["depends_on"] = tuple(i for i in fields["depends_on"] if i != entry_id)
    elif cls is RecognitionProcedure:
        first, last, day = fields.pop("steps", (0, 0, dt.date(2018, 1, 1)))
        stages = [s for s in RecognitionStage if s.value not in ("appeal", "withdrawn")]
        days: list[dt.date | None] = [day + dt.timedelta(step) for step in range(len(stages))]
        days[0] = None
        fields["steps"] = tuple(
            RecognitionStep(step=step, on=on)
            for step, on in list(zip(stages, days, strict=True))[min(first, 5) : last + 1]
        )
        if not {s.step.value for s in fields["steps"]} & {"decision", "final"}:
            fields.pop("outcome", None)


@st.composite
def entries_of(
    draw: st.DrawFn, cls: type[Entry], entry_id: str, number: int = 2, before: Any = None
) -> Any:
    """Draw an entry, or a new version of one, that a revision of this number may put.

    Args:
        draw: How to draw.
        cls: Its kind.
        entry_id: Its id; the two kinds of every opening have their own.
        number: Number of the revision that puts it.
        before: The version that it follows.
    """
    required, optional = FIELDS[cls]
    fields = draw(st.fixed_dictionaries(required, optional=optional))
    fields["id"] = {Subject: "subject", Responsibility: "responsibility"}.get(cls, entry_id)
    _made_valid(cls, entry_id, fields)
    if cls is Agreement:
        fields["revision"] = draw(st.integers(1, max(1, number - 1)))
    if isinstance(before, Goal):
        steps = sorted(TRANSITIONS[before.lifecycle], key=lambda step: step.value)
        fields["lifecycle"] = draw(st.sampled_from([before.lifecycle, *steps]))
    return cls(**fields)


def entries() -> st.SearchStrategy[Any]:
    """Draw an entry of any kind."""
    return st.sampled_from(list(FIELDS)).flatmap(lambda cls: entries_of(cls, "e0"))


def salts_from(seed: int) -> SaltSource:
    """Return a source of salts that differ, and are the same in every run."""
    numbers = itertools.count()
    return lambda size: hashlib.sha512(f"{seed} {next(numbers)}".encode()).digest()[:size]


@attrs.frozen
class _Setting:
    """What stays the same within a drawn history."""

    kinds: Mapping[str, type[Entry]]
    salts: SaltSource


def newest(plan: IntegrationPlan, entry_id: str) -> Any:
    """Return the newest version of an entry, withdrawn or not, or nothing."""
    for revision in reversed(plan.revisions):
        for change in revision.changes:
            if isinstance(change, Put) and change.entry.id == entry_id:
                return change.entry
    return None


def _erased(plan: IntegrationPlan) -> set[str]:
    return {c.entry_id for r in plan.revisions for c in r.changes if c.kind == "erase"}


@st.composite
def _facts(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> dict[str, Any]:
    """Draw who records the next revision, and when."""
    step = draw(st.timedeltas(dt.timedelta(0), dt.timedelta(days=200)))
    offset = dt.timezone(dt.timedelta(minutes=draw(st.integers(-1439, 1439))))
    moment = (plan.latest.recorded_at + step).astimezone(offset)
    effective = plan.revisions[0].effective_on + dt.timedelta(draw(st.integers(0, 400)))
    author = Author(role=draw(SHORT), id=draw(NAMES))
    return {
        "author": author,
        "recorded_at": moment,
        "effective_on": effective,
        "salts": setting.salts,
    }


@st.composite
def _changes(
    draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting, kinds: tuple[type[Entry], ...]
) -> dict[str, Any]:
    """Draw which entries the next revision puts and withdraws."""
    gone = _erased(plan)
    ids = [i for i in IDS if i not in gone and setting.kinds[i] in kinds]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) if ids else []
    put: list[Any] = []
    withdraw: list[str] = []
    for entry_id in chosen:
        if entry_id in plan.current and draw(st.integers(0, 3)) == 0:
            withdraw.append(entry_id)
        else:
            number, before = len(plan.revisions) + 1, newest(plan, entry_id)
            put.append(draw(entries_of(setting.kinds[entry_id], entry_id, number, before)))
    return {"put": put, "withdraw": withdraw}


def _needs_reason(plan: IntegrationPlan, put: list[Any]) -> bool:
    """Tell whether a goal takes a step that asks for a reason."""
    goals = [(newest(plan, e.id), e) for e in put if isinstance(e, Goal)]
    return any((b.lifecycle, e.lifecycle) in REASON_REQUIRED for b, e in goals if b is not None)


def resolved(found: Merge[Any], side: str) -> Merge[Any]:
    """Return a merge with every conflict decided for ``"ours"`` or for ``"theirs"``."""
    return found.resolve({c.entry_id: getattr(c, side) for c in found.conflicts})


def recorded(plan: IntegrationPlan, found: Merge[Any], **facts: Any) -> IntegrationPlan:
    """Return a plan with a merge recorded, erasures first."""
    if found.erase:
        plan = plan.erase(found.erase, legal_basis="Art. 17 DSGVO", **facts)
        found = attrs.evolve(found, onto=plan.head)  # worked out again, it would be the same
    return found.into(plan, **facts)


@st.composite
def _revised(
    draw: st.DrawFn,
    plan: IntegrationPlan,
    setting: _Setting,
    kinds: tuple[type[Entry], ...] = KINDS,
) -> IntegrationPlan:
    facts = draw(_facts(plan, setting))
    correcting = plan.is_closed or draw(st.booleans())
    changes = draw(_changes(plan, setting, kinds))
    return plan.revise(
        **facts,
        **changes,
        kind=RevisionKind.CORRECTION if correcting else RevisionKind.CONTINUATION,
        corrects=draw(st.none() | st.integers(1, len(plan.revisions))) if correcting else None,
        reason=draw(LONG if _needs_reason(plan, changes["put"]) else st.none() | LONG),
        legal_basis=draw(st.none() | SHORT),
        algorithm=draw(st.sampled_from(["sha256/1", "sha3-256/1"])),
    )


@st.composite
def _marked(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    chosen = draw(st.lists(st.sampled_from(plan.ids()), unique=True, max_size=2))
    return plan.mark(
        chosen,
        draw(st.sampled_from(Marking)),
        lifted=draw(st.booleans()),
        reason=draw(st.none() | LONG),
        **draw(_facts(plan, setting)),
    )


@st.composite
def _cleaned(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    chosen = draw(st.lists(st.sampled_from(plan.ids()), unique=True, max_size=2))
    with_reason = [r.number for r in plan.revisions if r.reason is not None]
    reasons = draw(st.lists(st.sampled_from(with_reason), max_size=1)) if with_reason else []
    if not chosen and not reasons:
        return plan
    return plan.erase(
        chosen, reasons=reasons, legal_basis="Art. 17 DSGVO", **draw(_facts(plan, setting))
    )


@st.composite
def _merged(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    theirs = draw(_revised(plan, setting, _FORKED))
    ours = draw(_revised(plan, setting, _FORKED))
    found = resolved(merge(ours, theirs), draw(st.sampled_from(["ours", "theirs"])))
    return recorded(ours, found, **draw(_facts(ours, setting)))


@st.composite
def _handed_over(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    facts = draw(_facts(plan, setting))
    return plan.transfer(to=draw(BODIES), jurisdiction="16", reason=draw(LONG), **facts)


@st.composite
def _closed(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    return plan.close(reason=draw(LONG), **draw(_facts(plan, setting)))


@st.composite
def steps(draw: st.DrawFn, plan: IntegrationPlan, setting: _Setting) -> IntegrationPlan:
    """Draw a plan with one thing more that happened to it (a merge is two)."""
    possible: list[Any] = [_revised, _revised, _revised]
    if plan.ids():
        possible += [_marked, _cleaned]
    if not plan.is_closed:
        possible += [_merged, _closed]
        if "responsibility" not in _erased(plan):
            possible.append(_handed_over)
    found: IntegrationPlan = draw(draw(st.sampled_from(possible))(plan, setting))
    return found


@st.composite
def _settings(draw: st.DrawFn) -> _Setting:
    kinds = {entry_id: draw(st.sampled_from(KINDS)) for entry_id in IDS}
    return _Setting(kinds, salts_from(draw(st.integers(0, 2**32))))


@st.composite
def _opened(draw: st.DrawFn, setting: _Setting) -> IntegrationPlan:
    moment = draw(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2030, 1, 1)))  # noqa: DTZ001
    ids = [i for i in IDS if setting.kinds[i] is not Agreement]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=4)) if ids else []
    return IntegrationPlan.open(
        id=draw(NAMES),
        subject=draw(NAMES),
        body=draw(BODIES),
        jurisdiction=draw(st.sampled_from(["08", "16", "de"])),
        author=Author(role=draw(SHORT), id=draw(NAMES)),
        recorded_at=moment.replace(tzinfo=dt.UTC),
        effective_on=draw(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))),
        put=[draw(entries_of(setting.kinds[i], i, 1)) for i in chosen],
        reason=draw(st.none() | LONG),
        salts=setting.salts,
    )


@st.composite
def histories(draw: st.DrawFn, most: int = 5) -> tuple[IntegrationPlan, ...]:
    """Draw a plan as it was after every step; erasures change what stands in the past."""
    setting = draw(_settings())
    found = [draw(_opened(setting))]
    for _ in range(draw(st.integers(0, most))):
        found.append(draw(steps(found[-1], setting)))
    return tuple(found)


def plans(most: int = 5) -> st.SearchStrategy[IntegrationPlan]:
    """Draw a valid plan to which so many things happened at most."""
    return histories(most).map(lambda found: found[-1])


@st.composite
def twins(draw: st.DrawFn, most: int = 3) -> tuple[IntegrationPlan, IntegrationPlan]:
    """Draw two continuations of one plan that put, withdraw and mark entries."""
    setting = draw(_settings())
    base = draw(_opened(setting))
    sides = [base, base]
    for _ in range(draw(st.integers(0, most))):
        side = draw(st.integers(0, 1))
        plan = sides[side]
        marks = plan.ids() and draw(st.integers(0, 3)) == 0
        step = _marked(plan, setting) if marks else _revised(plan, setting, _FORKED)
        sides[side] = draw(step)
    return sides[0], sides[1]


def by_id(state: Any) -> dict[str, PlanEntry]:
    """Return the entries of a state by their ids."""
    return {entry.id: entry for entry in state}
