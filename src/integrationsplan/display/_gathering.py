"""What a document shows of a plan: chosen, grouped and sorted, and not yet in any words."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from integrationsplan.display._speech import Speech
from integrationsplan.display._targets import Way, counting, way_to
from integrationsplan.errors import DateOutOfRangeError, NotInForceError
from integrationsplan.history import Entry, Marking, Revision, State
from integrationsplan.plan import (
    Agreement,
    Competence,
    Consent,
    Consultation,
    Course,
    Development,
    Disclosure,
    FamilySituation,
    Goal,
    GoalField,
    HealthNote,
    HousingSituation,
    IntegrationPlan,
    LanguageProficiency,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    PersonalDetails,
    PlanGroup,
    Qualification,
    RecognitionProcedure,
    ResidenceStatus,
    Responsibility,
    SchoolSituation,
    Subject,
    WorkSituation,
    decision_due,
)
from integrationsplan.values import FrozenMap

__all__ = ["Deadline", "GoalShown", "Shown", "gather"]

F = TypeVar("F", bound=Entry)

_ENDED = (Lifecycle.COMPLETED, Lifecycle.CANCELLED, Lifecycle.REJECTED)
_GIVEN_UP = (Lifecycle.CANCELLED, Lifecycle.REJECTED)
_OVER = (MeasureStatus.COMPLETED, MeasureStatus.STOPPED)


@attrs.frozen
class Deadline:
    """A day by which something is to happen.

    Attributes:
        day: The day.
        what: What happens on it, in the document's language.
        about: What it is about, in the words of the plan or by a label.
        who: Who has to do something, in the document's language.
        body: The body that has to, by its name.
        is_label: Whether it is told by a label what it is about.
        is_past: Whether the day is over.
    """

    day: dt.date
    what: str
    about: str
    who: str | None = None
    body: str | None = None
    is_label: bool = False
    is_past: bool = False


@attrs.frozen
class GoalShown:
    """A goal, with everything that belongs to it.

    Attributes:
        goal: The goal.
        way: Where the person stands on the way to it.
        before: The goals that come before it.
        measures: The measures that serve it.
        courses: The courses that serve it.
    """

    goal: Goal
    way: Way | None
    before: tuple[Goal, ...]
    measures: tuple[Measure, ...]
    courses: tuple[Course, ...]

    @property
    def is_given_up(self) -> bool:
        """Whether nobody works on it any more, though it is not completed."""
        return self.goal.lifecycle in _GIVEN_UP


@attrs.frozen(kw_only=True)
class Shown:
    """Everything that a document shows. Each attribute is what one part of it is made from."""

    plan: IntegrationPlan
    day: dt.date
    revision: Revision[Any] | None
    reference: str | None
    body: str | None
    details: PersonalDetails | None
    residence: tuple[ResidenceStatus, ...]
    qualifications: tuple[Qualification, ...]
    competences: tuple[Competence, ...]
    languages: tuple[LanguageProficiency, ...]
    work: tuple[WorkSituation, ...]
    housing: tuple[HousingSituation, ...]
    schools: tuple[SchoolSituation, ...]
    families: tuple[FamilySituation, ...]
    health: tuple[HealthNote, ...]
    procedures: tuple[tuple[RecognitionProcedure, dt.date | None], ...]
    fields: tuple[tuple[GoalField, tuple[GoalShown, ...]], ...]
    other_measures: tuple[Measure, ...]
    courses: tuple[Course, ...]
    developments: tuple[Development, ...]
    consultations: tuple[Consultation, ...]
    agreements: tuple[Agreement, ...]
    signers: tuple[Party, ...]
    consents: tuple[Consent, ...]
    disclosures: tuple[Disclosure, ...]
    deadlines: tuple[Deadline, ...]
    marks: FrozenMap[str, tuple[Marking, ...]]
    has_sealed: bool
    has_left_out: bool
    has_later: bool

    @property
    def name(self) -> str:
        """The person's name, as far as it is there."""
        names = (self.details.given_names, self.details.family_name) if self.details else ()
        return " ".join(name for name in names if name)

    @property
    def abilities(self) -> bool:
        """Whether there is anything that the person can already."""
        return bool(self.qualifications or self.competences or self.languages)

    @property
    def situation(self) -> bool:
        """Whether anything is known of how the person lives."""
        return bool(self.work or self.housing or self.schools or self.families or self.health)


def gather(
    plan: IntegrationPlan, day: dt.date, groups: frozenset[PlanGroup] | None, speech: Speech
) -> Shown:
    """Choose, group and sort what a document of a day shows.

    Args:
        plan: The plan.
        day: The day of the document.
        groups: The data groups to show; nothing for all.
        speech: The language.
    """
    state = plan.at(day)
    entries = [entry for entry in state if groups is None or entry.groups_in(state) <= groups]

    def of(kind: type[F]) -> tuple[F, ...]:
        return tuple(entry for entry in entries if isinstance(entry, kind))

    # What is left out must not show through the progress of a goal either.
    visible = State(FrozenMap({entry.id: entry for entry in entries}))
    goals = [goal for goal in of(Goal) if goal.lifecycle is not Lifecycle.ENTERED_IN_ERROR]
    shown_goals = _goals(goals, of(Measure), of(Course), visible, day, speech)
    placed = {goal.id for goal in goals}
    procedures = tuple((entry, _decision_due(entry)) for entry in of(RecognitionProcedure))
    subject, responsibility = _first(of(Subject)), _first(of(Responsibility))
    counted = [revision for revision in plan.revisions if revision.effective_on <= day]
    agreements = of(Agreement)
    by_guardian = any(Party.GUARDIAN in agreement.by for agreement in agreements)
    shown = Shown(
        plan=plan,
        day=day,
        revision=_first(counted[-1:]),
        reference=subject.reference if subject else None,
        body=responsibility.body.name if responsibility else None,
        details=_first(of(PersonalDetails)),
        residence=tuple(counting(of(ResidenceStatus), day)),
        qualifications=of(Qualification),
        competences=of(Competence),
        languages=of(LanguageProficiency),
        work=tuple(counting(of(WorkSituation), day)),
        housing=tuple(counting(of(HousingSituation), day)),
        schools=tuple(counting(of(SchoolSituation), day)),
        families=tuple(counting(of(FamilySituation), day)),
        health=tuple(counting(of(HealthNote), day)),
        procedures=procedures,
        fields=tuple(
            (field, tuple(found))
            for field in GoalField
            if (found := [shown for shown in shown_goals if shown.goal.field is field])
        ),
        other_measures=tuple(
            measure for measure in of(Measure) if not placed.intersection(measure.goals)
        ),
        courses=of(Course),
        developments=tuple(sorted(of(Development), key=lambda item: item.noted_on or dt.date.min)),
        consultations=tuple(sorted(of(Consultation), key=lambda item: item.held_on)),
        agreements=agreements,
        signers=tuple(party for party in Party if party is not Party.GUARDIAN or by_guardian),
        consents=of(Consent),
        disclosures=tuple(sorted(of(Disclosure), key=lambda item: item.on)),
        deadlines=(),
        marks=FrozenMap(
            {
                entry.id: tuple(mark for mark in Marking if mark in marks)
                for entry in entries
                if (marks := state.marks(entry.id))
            }
        ),
        has_sealed=bool(state.sealed),
        has_left_out=len(entries) < len(state),
        has_later=len(counted) < len(plan.revisions),
    )
    return attrs.evolve(shown, deadlines=_deadlines(shown, goals, of(Measure), speech))


def _first(entries: Iterable[Any]) -> Any:  # an entry, a revision, or nothing
    return next(iter(entries), None)


def _goals(
    goals: list[Goal],
    measures: tuple[Measure, ...],
    courses: tuple[Course, ...],
    state: State[Any],
    day: dt.date,
    speech: Speech,
) -> list[GoalShown]:
    """Return the goals with what serves them; those that were given up come last."""
    by_id = {goal.id: goal for goal in goals}
    measures_of: dict[str, list[Measure]] = {}
    courses_of: dict[str, list[Course]] = {}
    for measure in measures:
        for goal_id in measure.goals:
            measures_of.setdefault(goal_id, []).append(measure)
    for course in courses:
        for goal_id in course.goals:
            courses_of.setdefault(goal_id, []).append(course)
    shown = [
        GoalShown(
            goal,
            way_to(goal, state, day, speech),
            tuple(by_id[other] for other in goal.depends_on if other in by_id),
            tuple(measures_of.get(goal.id, ())),
            tuple(courses_of.get(goal.id, ())),
        )
        for goal in goals
    ]
    return sorted(shown, key=lambda item: item.is_given_up)


def _deadlines(
    shown: Shown, goals: Iterable[Goal], measures: Iterable[Measure], speech: Speech
) -> tuple[Deadline, ...]:
    """Return what is still to happen, by day; a day that is over only where the thing is open."""
    found: list[Deadline] = []
    for goal in goals:
        if goal.due_on and goal.lifecycle not in _ENDED:
            found.append(Deadline(goal.due_on, speech.text("Goal"), goal.title))
    for measure in measures:
        if measure.due_on and measure.status not in _OVER:
            who, body = _responsible(measure, speech)
            found.append(Deadline(measure.due_on, speech.text("Step"), measure.title, who, body))
    for procedure, due in shown.procedures:
        name, body = procedure.reference_occupation, procedure.competent_body
        if due and procedure.outcome is None:
            what = speech.text("Decision on the recognition")
            found.append(Deadline(due, what, name, None, body))
        if procedure.remedy_until and procedure.remedy_until >= shown.day:
            what = speech.text("Last day to object to the decision")
            myself = speech.who(Party.PERSON)
            found.append(Deadline(procedure.remedy_until, what, name, myself))
    found += _ends(shown, speech)
    dated = [attrs.evolve(item, is_past=item.day < shown.day) for item in found]
    return tuple(sorted(dated, key=lambda item: item.day))


def _responsible(measure: Measure, speech: Speech) -> tuple[str | None, str | None]:
    """Return who does a measure, as a party and by name."""
    responsible = measure.responsible
    if responsible is None:
        return None, None
    return speech.who(responsible.party), responsible.name


def _ends(shown: Shown, speech: Speech) -> Iterator[Deadline]:
    """Yield the days on which something ends that is named by a label."""
    for status in shown.residence:
        code = status.title or status.without_title
        if code and status.period and status.period.end:
            what = speech.text("My residence document ends")
            yield Deadline(status.period.end, what, speech.title(code), is_label=True)
    for home in shown.housing:
        if home.leave_by:
            what = speech.text("I have to move out")
            yield Deadline(home.leave_by, what, speech.title(home.housing), is_label=True)
    for consent in shown.consents:
        if consent.expires_on and consent.is_in_force(shown.day):
            what = speech.text("My consent ends")
            about = speech.purpose(consent.purpose)
            yield Deadline(consent.expires_on, what, about, is_label=True)


def _decision_due(procedure: RecognitionProcedure) -> dt.date | None:
    """Return the day by which a decision is due, if a rule of its time is known."""
    try:
        return decision_due(procedure)
    except (NotInForceError, DateOutOfRangeError):
        return procedure.extended_until
