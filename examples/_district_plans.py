"""The files of a district: posts and their holders, and 400 plans, made by code.

All INVENTED; see `_district_data`, which has the rest of the district.
"""

import datetime as dt
from collections.abc import Iterator

from _district_data import (
    FIRST_DAY,
    LAST_DAY,
    TOLD_UNTIL,
    TOWNS,
    Dice,
    after,
    day,
    noon,
    offer_of,
)

from integrationsplan import AGS, Author, IntegrationPlan, Money, Period, RevisionKind, evolve
from integrationsplan.funding import (
    ApplicantKind,
    Grant,
    Granted,
    GrantEvent,
    Participant,
    Post,
    PostFilled,
    PostVacated,
)
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Actor,
    Body,
    CertificateFamily,
    Channel,
    Consultation,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
    Development,
    EmploymentKind,
    EmploymentTarget,
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
    LanguageCertificate,
    LanguageProficiency,
    LanguageTarget,
    Lifecycle,
    Measure,
    MeasureStatus,
    PersonalDetails,
    PlanEntry,
    ProtectionKind,
    Qualification,
    QualificationCategory,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    RecognitionTarget,
    Referral,
    RegularService,
    ResidenceStatus,
    ResidenceTitle,
    Responsible,
    SchoolKind,
    SchoolSituation,
    StatusWithoutTitle,
    WorkSituation,
)

PLANS = 400

# -- posts -----------------------------------------------------------------------------------------

POSTS: dict[str, tuple[tuple[str, str, str | None, str], ...]] = {
    "p-1": (("staff-101", "2018-01-01", None, "1"),),
    "p-2": (("staff-102", "2018-01-01", None, "1"),),
    "p-3": (
        ("staff-103", "2018-01-01", "2018-10-31", "1"),
        ("staff-113", "2019-03-01", None, "0.8"),
    ),
    "p-4": (("staff-104", "2018-02-01", None, "0.75"),),
    "p-5": (("staff-105", "2018-04-01", "2019-09-30", "1"),),
    "p-6": (("staff-106", "2018-07-01", None, "0.5"),),
}
"""Who held which post, from when, until when if the post was vacated, and for which part of it."""

TOWN_OF_POST = {
    "p-1": "08999001",
    "p-2": "08999001",
    "p-3": "08999002",
    "p-4": "08999003",
    "p-5": "08999004",
    "p-6": "08999005",
}


def grant() -> Grant:
    """Return the grant that pays for the posts, with what happened to them."""
    period = Period(FIRST_DAY, LAST_DAY)
    events: list[GrantEvent] = [
        Granted(id="notice", on=FIRST_DAY, amount=Money.of("640000"), period=period)
    ]
    for post, held in POSTS.items():
        for holder, start, end, fte in held:
            held_post = Post(id=post, fte=fte, holder=holder, employer="district")
            events.append(PostFilled(id=f"{holder}-in", on=day(start), post=held_post))
            if end is not None:
                events.append(PostVacated(id=f"{holder}-out", on=day(end), post=post))
    recipient = Participant(key="district", applicant=ApplicantKind.DISTRICT, region=AGS("08999"))
    return Grant(
        id="grant-1",
        programme="de-bw-integrationsmanagement",
        application="application-1",
        recipient=recipient,
    ).record(*sorted(events, key=lambda event: event.on))


def counsellor(post: str, on: dt.date) -> Author:
    """Return who counsels for a post on a day: its holder, or while it is vacant, a neighbour's."""
    for name in (post, "p-2", "p-1"):
        for holder, start, end, _ in POSTS[name]:
            if day(start) <= on and (end is None or on <= day(end)):
                role = "integration_manager" if name == post else "deputy"
                return Author(role=role, id=holder)
    raise AssertionError("the first posts are always held")


# -- plans -----------------------------------------------------------------------------------------

ORIGINS = (
    (("SY", "ar"), 46),
    (("AF", "fa"), 18),
    (("IQ", "ckb"), 12),
    (("ER", "ti"), 8),
    (("IR", "fa"), 5),
    (("NG", "en"), 4),
    (("GM", "en"), 3),
    (("TR", "tr"), 2),
    (("RO", "ro"), 2),
)
WORKING = (EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME, EmploymentKind.APPRENTICESHIP)


class File:
    """One plan while it is made: what is recorded on which day, and from when it counts."""

    def __init__(self, number: int) -> None:
        """Begin with the day of the opening and the post that counsels."""
        self.number = number
        self.dice = dice = Dice(f"plan {number}")
        self.post = dice.pick(
            ("p-1", 24), ("p-2", 24), ("p-3", 18), ("p-4", 14), ("p-5", 13), ("p-6", 7)
        )
        # More people come in the first year than in the second.
        weeks = dice.number(0, 51) if dice.chance(62) else dice.number(52, 100)
        self.opened = after(day("2018-01-08"), 7 * weeks + dice.number(0, 4))
        self.closed: dt.date | None = None
        self.silent_from: dt.date | None = None
        if dice.chance(36):
            self.closed = after(self.opened, dice.number(150, 520))
        elif dice.chance(18):
            self.silent_from = after(self.opened, dice.number(30, 300))
        self._ids = 0
        self._noted: dict[tuple[dt.date, dt.date], dict[str, PlanEntry]] = {}
        self.agreed: list[dt.date] = []
        self.afterwards: list[tuple[dt.date, dt.date, PlanEntry]] = []

    def id(self) -> str:
        """Return the next id; it says nothing of what it stands for."""
        self._ids += 1
        return f"e{self._ids:02}"

    def note(self, on: dt.date, *entries: PlanEntry, late: int = 0) -> None:
        """Record entries on a day, or so many days late."""
        recorded = after(on, late)
        if self.silent_from is not None and recorded >= self.silent_from:
            return
        last = TOLD_UNTIL if self.closed is None else min(self.closed, TOLD_UNTIL)
        if self.opened <= recorded <= last:
            found = self._noted.setdefault((recorded, on), {})
            found.update({entry.id: entry for entry in entries})

    @property
    def noted(self) -> Iterator[tuple[dt.date, dt.date, tuple[PlanEntry, ...]]]:
        """What was recorded, in its order."""
        for (recorded, on), entries in sorted(self._noted.items(), key=lambda item: item[0]):
            yield recorded, on, tuple(entries.values())


def person(file: File) -> tuple[str, str]:
    """Note who comes; return the country and the language."""
    dice = file.dice
    country, language = dice.pick(*ORIGINS)
    arrived = after(file.opened, -dice.number(90, 900))
    if not dice.chance(2):
        born = dt.date(
            file.opened.year
            - dice.pick((17, 4), (22, 26), (28, 22), (37, 30), (50, 12), (59, 6))
            - dice.number(0, 4),
            dice.number(1, 12),
            dice.number(1, 28),
        )
        details = PersonalDetails(
            id=file.id(),
            birth_date=None if dice.chance(3) else born,
            gender=dice.pick(
                (Gender.FEMALE, 44), (Gender.MALE, 52), (Gender.UNSTATED, 2), (None, 2)
            ),
            nationalities=() if dice.chance(4) else (country,),
            arrived_on=None if dice.chance(8) else arrived,
            interpreter_language=None if dice.chance(10) else language,
        )
        file.note(file.opened, details)
    protection = dice.pick(
        (ProtectionKind.REFUGEE, 50), (ProtectionKind.SUBSIDIARY, 25), (None, 25)
    )
    file.note(
        file.opened,
        ResidenceStatus(
            id=file.id(),
            title=ResidenceTitle.RESIDENCE_PERMIT if protection else None,
            without_title=None if protection else StatusWithoutTitle.PERMISSION_TO_STAY,
            protection=protection,
        ),
        LanguageProficiency(id=file.id(), language=language, is_first=True),
    )
    return country, language


def circumstances(file: File) -> None:
    """Note school, family and health at the opening; of some people nothing is said."""
    dice, opened = file.dice, file.opened
    since = Period(after(opened, -dice.number(10, 200)), None)
    if dice.chance(86):
        school = SchoolKind.VOCATIONAL_PREPARATION if dice.chance(7) else None
        place = since.start if school else None
        file.note(
            opened, SchoolSituation(id=file.id(), school=school, place_from=place, period=since)
        )
    if dice.chance(84):
        adults = dice.pick((1, 55), (2, 38), (3, 7))
        children = dice.pick((0, 52), (1, 16), (2, 18), (4, 14))
        file.note(
            opened,
            FamilySituation(
                id=file.id(),
                adults=adults,
                children=children,
                single_parent=adults == 1 and children > 0,
                period=since,
            ),
        )
    if dice.chance(45):
        file.note(
            opened,
            HealthNote(
                id=file.id(),
                needs=(HealthNeed.TREATMENT,) if dice.chance(40) else (),
                disability_recognised=dice.chance(9),
                period=since,
            ),
        )


def make_goal(file: File, field: GoalField, title: str, target: object, due: int) -> Goal:
    """Note a goal, and a measure for it that mostly refers to an offer or a regular service."""
    dice = file.dice
    goal = Goal(
        id=file.id(),
        field=field,
        title=title,
        target=target,
        due_on=after(file.opened, due),
        lifecycle=Lifecycle.ACTIVE,
        achievement=Achievement.IN_PROGRESS,
    )
    offer = dice.pick((offer_of(field.value, TOWN_OF_POST[file.post]), 9), ("o-99", 1))
    file.note(
        file.opened,
        goal,
        Measure(
            id=file.id(),
            title=f"{title}: Beratung und Begleitung",
            goals=(goal.id,),
            responsible=Responsible(party=Actor.COUNSELLOR),
            status=MeasureStatus.RUNNING,
            referral=Referral(offer=offer)
            if dice.chance(70)
            else Referral(service=RegularService.JOB_CENTRE),
        ),
    )
    return goal


def reached(file: File, goal: Goal, on: dt.date) -> None:
    """Note that a goal is reached."""
    done = evolve(goal, lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED)
    file.note(on, done)


def learn_german(file: File) -> None:
    """Go through the course of German, from the first words to the test."""
    dice = file.dice
    level = dice.pick((None, 40), (CEFR.A1, 45), (CEFR.A2, 15))
    known = LanguageProficiency(id=file.id(), language="de", overall=level)
    file.note(file.opened, known)
    if not dice.chance(82):
        return
    target = None
    if not dice.chance(7):
        target = LanguageTarget(level=CEFR.B1, baseline=None if dice.chance(10) else level)
    goal = make_goal(file, GoalField.LANGUAGE, "Deutsch B1", target, 400)
    begin = after(file.opened, dice.number(14, 110))
    course = Course(
        id=file.id(),
        course=dice.pick(
            (CourseKind.IK_ALLGEMEIN, 60), (CourseKind.IK_ALPHA, 25), (CourseKind.IK_FRAUEN, 15)
        ),
        provider="Volkshochschule Musterland",
        period=Period(begin, None),
        status=CourseStatus.RUNNING,
        goals=(goal.id,),
    )
    file.note(begin, course)
    end = after(begin, dice.number(150, 330))
    outcome = dice.pick(
        (CourseResult.B1, 42), (CourseResult.A2, 30), (CourseResult.BELOW_A2, 12), (None, 16)
    )
    if outcome is None:
        stopped = evolve(course, status=CourseStatus.STOPPED, period=Period(begin, end))
        file.note(end, stopped)
        return
    # Of some results nobody noted the day.
    undated = dice.chance(5)
    done = evolve(
        course,
        status=CourseStatus.COMPLETED,
        period=Period(begin, end),
        result=outcome,
        result_on=None if undated else end,
    )
    file.note(after(end, 14), done)
    if outcome.level is not None:
        certificate = LanguageCertificate(
            issuer=CertificateFamily.DTZ, level=outcome.level, issued_on=None if undated else end
        )
        file.note(after(end, 14), evolve(known, overall=outcome.level, certificates=(certificate,)))
    if outcome is CourseResult.B1:
        reached(file, goal, after(end, 14))


def work(file: File) -> None:
    """Go from the standing at the opening to work, or not; also after the closure."""
    dice, opened = file.dice, file.opened
    kind = dice.pick(
        (EmploymentKind.UNEMPLOYED, 52),
        (EmploymentKind.INACTIVE, 18),
        (EmploymentKind.JOB_SEEKING, 6),
        (EmploymentKind.MARGINAL, 6),
        (EmploymentKind.INTERNSHIP, 4),
        (EmploymentKind.PART_TIME, 5),
        (EmploymentKind.FULL_TIME, 4),
        (EmploymentKind.APPRENTICESHIP, 5),
    )
    if dice.chance(6):
        return
    # Without its first day a situation counts from the day on which it was recorded.
    since = None if dice.chance(12) else Period(after(opened, -dice.number(20, 700)), None)
    now = WorkSituation(id=file.id(), employment=kind, period=since)
    file.note(opened, now)
    goal = None
    if kind not in WORKING and dice.chance(60):
        baseline = None if dice.chance(8) else kind
        target = EmploymentTarget(employment=WORKING, baseline=baseline)
        goal = make_goal(file, GoalField.WORK, "Arbeit oder Ausbildung finden", target, 365)
    if kind in WORKING:
        return
    if kind is EmploymentKind.INACTIVE and dice.chance(40):
        # Whoever begins to look for work is unemployed from then on.
        looking = after(opened, dice.number(60, 240))
        ended = evolve(
            now, period=Period(None if since is None else since.start, after(looking, -1))
        )
        since = Period(looking, None)
        now = WorkSituation(id=file.id(), employment=EmploymentKind.JOB_SEEKING, period=since)
        file.note(looking, ended, now)
        opened = looking
    if not dice.chance(52):
        return
    begin = after(opened, dice.number(90, 560))
    job = WorkSituation(
        id=file.id(),
        employment=dice.pick(*((each, 10) for each in WORKING)),
        hours_per_week=dice.pick((20, 30), (39, 70)),
        period=Period(begin, None),
    )
    ended = evolve(now, period=Period(None if since is None else since.start, after(begin, -1)))
    file.note(begin, ended, job)
    if goal is not None:
        reached(file, goal, begin)
    if file.closed is not None and begin > file.closed:
        # Work that is found after the closure gets into the file when somebody asks.
        late = dice.number(3, 40)
        file.afterwards += [(after(begin, late), begin, ended), (after(begin, late), begin, job)]


def home(file: File) -> None:
    """Go from the first place to stay to a flat of one's own, or not."""
    dice, opened = file.dice, file.opened
    kind = dice.pick(
        (HousingKind.FOLLOW_UP, 58),
        (HousingKind.PRELIMINARY, 16),
        (HousingKind.OWN_FLAT, 22),
        (HousingKind.HOMELESS, 3),
        (HousingKind.SHARED_FLAT, 1),
    )
    since = after(opened, -dice.number(10, 400))
    if dice.chance(9):
        return
    now = HousingSituation(id=file.id(), housing=kind, period=Period(since, None))
    file.note(opened, now)
    if kind is HousingKind.OWN_FLAT or not dice.chance(58):
        return
    target = HousingTarget(
        housing=(HousingKind.OWN_FLAT, HousingKind.SHARED_FLAT),
        baseline=None if dice.chance(12) else kind,
    )
    goal = make_goal(file, GoalField.HOUSING, "Eigene Wohnung", target, 300)
    if dice.chance(38):
        moved = after(opened, dice.number(60, 480))
        flat = HousingSituation(
            id=file.id(), housing=HousingKind.OWN_FLAT, period=Period(moved, None)
        )
        file.note(moved, evolve(now, period=Period(since, after(moved, -1))), flat)
        reached(file, goal, moved)


def qualification(file: File, country: str) -> None:
    """Note what the person brings along, and go through the recognition of it."""
    dice, opened = file.dice, file.opened
    if dice.chance(14):
        return
    isced = dice.pick((1, 24), (2, 26), (3, 26), (4, 4), (6, 16), (7, 4))
    held = Qualification(
        id=file.id(),
        title="Zeugnis",
        category=QualificationCategory.SCHOOL
        if isced < 3
        else QualificationCategory.VOCATIONAL
        if isced < 5
        else QualificationCategory.ACADEMIC,
        country=country,
        year=None if dice.chance(6) else opened.year - dice.number(2, 18),
        isced=None if dice.chance(6) else isced,
    )
    file.note(opened, held)
    if isced < 3 or not dice.chance(46):
        return
    goal = make_goal(file, GoalField.RECOGNITION, "Abschluss anerkennen", RecognitionTarget(), 365)
    regulated = dice.chance(40)
    filed = after(opened, dice.number(30, 200))
    steps = [RecognitionStep(step=RecognitionStage.FILED, on=filed)]
    procedure = RecognitionProcedure(
        id=file.id(),
        reference_occupation="Pflegefachkraft" if regulated else "Elektroniker",
        regulated=regulated,
        qualification=held.id,
        goal=goal.id,
        steps=tuple(steps),
    )
    file.note(filed, procedure)
    if dice.chance(9):
        given_up = after(filed, dice.number(20, 120))
        steps.append(RecognitionStep(step=RecognitionStage.WITHDRAWN, on=given_up))
        file.note(given_up, evolve(procedure, steps=tuple(steps)))
        return
    complete = after(filed, dice.number(30, 160))
    steps.append(RecognitionStep(step=RecognitionStage.DOCUMENTS_COMPLETE, on=complete))
    assessed = after(complete, 20)
    steps.append(RecognitionStep(step=RecognitionStage.ASSESSMENT, on=assessed))
    file.note(assessed, evolve(procedure, steps=tuple(steps)))
    if not dice.chance(78):
        return
    decided = after(assessed, dice.number(40, 110))
    steps.append(
        RecognitionStep(step=RecognitionStage.DECISION, on=None if dice.chance(6) else decided)
    )
    less = RecognitionOutcome.COMPENSATION_REQUIRED if regulated else RecognitionOutcome.PARTIAL
    outcome = dice.pick(
        (RecognitionOutcome.FULL, 48), (less, 42), (RecognitionOutcome.NONE, 7), (None, 3)
    )
    file.note(decided, evolve(procedure, steps=tuple(steps), outcome=outcome))
    if outcome is RecognitionOutcome.FULL:
        reached(file, goal, decided)


def taking_part(file: File) -> None:
    """Note a goal that only the two of them can measure."""
    dice = file.dice
    if dice.chance(22):
        target = IndicatorTarget(
            indicator="Treffen im Verein", unit="im Monat", baseline="0", value="2"
        )
        goal = make_goal(file, GoalField.VOLUNTEERING, "Im Verein mitmachen", target, 200)
        looked_at = after(file.opened, dice.number(60, 200))
        if dice.chance(45):
            reached(file, goal, looked_at)
        elif dice.chance(70):
            file.note(looked_at, evolve(goal, achievement=Achievement.NO_PROGRESS))


def talks(file: File) -> None:
    """Counsel: often at the beginning, then now and then."""
    dice = file.dice
    fields = (
        (GoalField.HOUSING, 30),
        (GoalField.FAMILY, 20),
        (GoalField.WORK, 18),
        (GoalField.LANGUAGE, 18),
        (GoalField.HEALTH, 8),
        (GoalField.AUTHORITIES, 14),
        (GoalField.EDUCATION, 7),
        (GoalField.RECOGNITION, 5),
    )
    held, count = file.opened, 0
    while held <= TOLD_UNTIL:
        topics = {dice.pick(*fields) for _ in range(dice.number(1, 3))}
        talk = Consultation(
            id=file.id(),
            held_on=held,
            minutes=dice.pick((30, 40), (45, 30), (60, 30)),
            # Of some talks nobody noted what they were about.
            topics=() if dice.chance(4) else tuple(f for f, _ in fields if f in topics),
            channel=Channel.IN_PERSON,
        )
        file.note(held, talk, late=dice.number(10, 60) if dice.chance(6) else 0)
        count += 1
        held = after(held, dice.number(10, 35) if count < 4 else dice.number(35, 110))
    if dice.chance(79):
        file.agreed.append(after(file.opened, dice.number(7, 90)))
        if dice.chance(35):
            file.agreed.append(after(file.agreed[0], dice.number(150, 300)))


def asked_afterwards(file: File) -> None:
    """Note how some stand four weeks and six months after they left, if anybody asked."""
    dice, closed = file.dice, file.closed
    if closed is None:
        return
    for days, percent, note in (
        (30, 66, "Nachfrage vier Wochen nach dem Ende: Angaben gelten weiter."),
        (190, 48, "Nachfrage sechs Monate nach dem Ende: Angaben gelten weiter."),
    ):
        on = after(closed, days)
        if dice.chance(percent):
            asked = Development(id=file.id(), noted_on=on, note=note)
            file.afterwards.append((on, on, asked))
    if dice.chance(14):
        passed = after(closed, dice.number(2, 26))
        course = Course(
            id=file.id(),
            course=CourseKind.SBSK_B1,
            status=CourseStatus.COMPLETED,
            result=dice.pick((CourseResult.PASSED, 75), (CourseResult.NOT_PASSED, 25)),
            result_on=passed,
        )
        file.afterwards.append((after(passed, 9), passed, course))
    if dice.chance(9):
        begun = after(closed, dice.number(1, 40))
        school = SchoolSituation(
            id=file.id(), school=SchoolKind.VOCATIONAL, place_from=begun, period=Period(begun, None)
        )
        file.afterwards.append((after(begun, 5), begun, school))


def make_plan(number: int) -> IntegrationPlan:
    """Make one plan: first all that happens, then the revisions in the order of recording."""
    file = File(number)
    country, _ = person(file)
    circumstances(file)
    learn_german(file)
    work(file)
    home(file)
    qualification(file, country)
    taking_part(file)
    talks(file)
    asked_afterwards(file)

    key = TOWN_OF_POST[file.post]
    plan: IntegrationPlan | None = None
    for recorded, on, entries in file.noted:
        while plan is not None and file.agreed and file.agreed[0] <= recorded:
            plan = agree(plan, file)
        if plan is None:
            plan = IntegrationPlan.open(
                id=f"plan-{number:03}",
                subject=f"person-{number:03}",
                body=Body(name=TOWNS[key], region=AGS(key)),
                jurisdiction="08",
                author=counsellor(file.post, on),
                recorded_at=noon(recorded),
                effective_on=on,
                put=entries,
                salts=file.dice.salt,
            )
        else:
            plan = plan.revise(
                author=counsellor(file.post, recorded),
                recorded_at=noon(recorded),
                effective_on=on,
                put=entries,
                salts=file.dice.salt,
            )
    if plan is None:
        raise AssertionError("the first talk opens the plan")
    if file.closed is not None and file.closed <= TOLD_UNTIL:
        plan = close(plan, file, file.closed)
    return plan


def agree(plan: IntegrationPlan, file: File) -> IntegrationPlan:
    """Have the plan signed on the next day agreed upon."""
    on = file.agreed.pop(0)
    recorded = max(noon(on), plan.latest.recorded_at)
    return plan.agree(
        id=file.id(),
        agreed_on=on,
        author=counsellor(file.post, recorded.date()),
        recorded_at=recorded,
        salts=file.dice.salt,
    )


def close(plan: IntegrationPlan, file: File, on: dt.date) -> IntegrationPlan:
    """Close the plan; what is learned later is a correction of the closure."""
    plan = plan.close(
        author=counsellor(file.post, on),
        recorded_at=noon(on),
        effective_on=on,
        reason="Übergabe an die Regeldienste.",
        salts=file.dice.salt,
    )
    closure = plan.latest.number
    for recorded, since, entry in sorted(file.afterwards, key=lambda item: item[:2]):
        if recorded <= TOLD_UNTIL:
            plan = plan.revise(
                author=counsellor(file.post, recorded),
                recorded_at=noon(recorded),
                effective_on=since,
                put=[entry],
                kind=RevisionKind.CORRECTION,
                corrects=closure,
                reason="Nachfrage nach dem Ende der Beratung.",
                salts=file.dice.salt,
            )
    health = [note.id for note in plan.current.of(HealthNote)]
    if health and file.number % 40 == 7:
        # Whoever withdraws consent has what was noted of health erased.
        erased_on = max(plan.latest.recorded_at, noon(day("2020-06-15")))
        plan = plan.erase(
            health,
            author=counsellor(file.post, erased_on.date()),
            recorded_at=erased_on,
            effective_on=erased_on.date(),
            legal_basis="Art. 17 Abs. 1 Buchst. b DSGVO",
            salts=file.dice.salt,
        )
    return plan


def plans() -> Iterator[IntegrationPlan]:
    """Yield the plans, one after the other."""
    for number in range(1, PLANS + 1):
        yield make_plan(number)
