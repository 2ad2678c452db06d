"""What a document shows of a plan: chosen, grouped and sorted, and not yet in any words."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs

from integrationsplan.display._deadlines import Deadline, deadlines, residence_on
from integrationsplan.display._speech import Speech
from integrationsplan.display._targets import Way, counting, way_reader
from integrationsplan.history import Entry, Erase, Marking, Revision, RevisionKind, State
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
)
from integrationsplan.plan._deadlines import decision_deadline, remedy_end
from integrationsplan.values import FrozenMap

__all__ = ["GoalShown", "ProcedureShown", "Shown", "gather"]

F = TypeVar("F", bound=Entry)

_GIVEN_UP = (Lifecycle.CANCELLED, Lifecycle.REJECTED)


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


@attrs.frozen
class ProcedureShown:
    """A recognition procedure, with the days that it waits for.

    Attributes:
        procedure: The procedure.
        due: By when a decision is due.
        remedy: Until when the decision can be contested.
    """

    procedure: RecognitionProcedure
    due: dt.date | None
    remedy: dt.date | None


@attrs.frozen(kw_only=True)
class Shown:
    """Everything that a document shows. Each attribute is what one part of it is made from."""

    plan: IntegrationPlan
    day: dt.date
    revision: Revision[Any] | None
    is_closed: bool
    closing_reason: str | None
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
    procedures: tuple[ProcedureShown, ...]
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
    way_to = way_reader(visible, day, speech)
    goals = [goal for goal in of(Goal) if goal.lifecycle is not Lifecycle.ENTERED_IN_ERROR]
    shown_goals = _goals(goals, of(Measure), of(Course), way_to)
    placed = {goal.id for goal in goals}
    subject, responsibility = _first(of(Subject)), _first(of(Responsibility))
    counted = [revision for revision in plan.revisions if revision.effective_on <= day]
    agreements = of(Agreement)
    closure = _first(one for one in counted if one.kind is RevisionKind.CLOSURE)
    by_guardian = any(Party.GUARDIAN in agreement.by for agreement in agreements)
    return Shown(
        plan=plan,
        day=day,
        revision=_first(counted[-1:]),
        is_closed=closure is not None,
        # A reason belongs to no data group, and may tell of any.
        closing_reason=closure.reason if closure is not None and groups is None else None,
        reference=subject.reference if subject else None,
        body=responsibility.body.name if responsibility else None,
        details=_first(of(PersonalDetails)),
        residence=residence_on(visible, day),
        qualifications=of(Qualification),
        competences=of(Competence),
        languages=of(LanguageProficiency),
        work=tuple(counting(of(WorkSituation), day)),
        housing=tuple(counting(of(HousingSituation), day)),
        schools=tuple(counting(of(SchoolSituation), day)),
        families=tuple(counting(of(FamilySituation), day)),
        health=tuple(counting(of(HealthNote), day)),
        procedures=tuple(
            ProcedureShown(entry, decision_deadline(entry), remedy_end(entry))
            for entry in of(RecognitionProcedure)
        ),
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
        signers=tuple(
            party
            for party in Party
            if closure is None and (party is not Party.GUARDIAN or by_guardian)
        ),
        consents=of(Consent),
        disclosures=tuple(sorted(of(Disclosure), key=lambda item: item.on)),
        deadlines=() if closure is not None else deadlines(visible, day, speech, _reached(way_to)),
        marks=FrozenMap(
            {
                entry.id: tuple(mark for mark in Marking if mark in marks)
                for entry in entries
                if (marks := state.marks(entry.id))
            }
        ),
        has_sealed=bool(state.sealed),
        has_left_out=len(entries) < len(state) or _has_withheld(plan, state),
        has_later=len(counted) < len(plan.revisions),
    )


def _first(entries: Iterable[Any]) -> Any:  # an entry, a revision, or nothing
    return next(iter(entries), None)


def _has_withheld(plan: IntegrationPlan, state: State[Any]) -> bool:
    """Tell whether something is here in another document of the plan: whether this is a view."""
    if not state.sealed:
        return False
    changes = (change for revision in plan.revisions for change in revision.changes)
    erased = {change.entry_id for change in changes if isinstance(change, Erase)}
    return not erased.issuperset(state.sealed)


def _reached(way_to: Callable[[Goal], Way | None]) -> Callable[[Goal], bool | None]:
    """Return what tells whether the entries show that a goal is reached."""

    def is_reached(goal: Goal) -> bool | None:
        way = way_to(goal)
        return way.is_reached if way is not None else None

    return is_reached


def _goals(
    goals: list[Goal],
    measures: tuple[Measure, ...],
    courses: tuple[Course, ...],
    way_to: Callable[[Goal], Way | None],
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
            way_to(goal),
            tuple(by_id[other] for other in goal.depends_on if other in by_id),
            tuple(measures_of.get(goal.id, ())),
            tuple(courses_of.get(goal.id, ())),
        )
        for goal in goals
    ]
    return sorted(shown, key=lambda item: item.is_given_up)
