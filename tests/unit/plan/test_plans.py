"""Plans from opening to closure."""

import datetime as dt
import pickle

import pytest

from integrationsplan import AGS, evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Author, Put, Revision, RevisionKind
from integrationsplan.plan import (
    CEFR,
    Agreement,
    Body,
    Competence,
    Goal,
    GoalField,
    IntegrationPlan,
    Measure,
    Party,
)

AUTHOR = Author(role="integration_manager", id="im-7")
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1")


def morning(month: int, day: int) -> dt.datetime:
    """Return nine o'clock of a day in 2018."""
    return dt.datetime(2018, month, day, 9, tzinfo=dt.UTC)


@pytest.fixture
def plan() -> IntegrationPlan:
    """Return a plan opened on 1 March 2018 with one goal."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Weinheim", region=AGS("08226096")),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=morning(3, 1),
        effective_on=dt.date(2018, 3, 1),
        put=[GOAL],
        reason="Erstgespräch",
        legal_basis="VwV Integrationsmanagement",
    )


def closed(plan: IntegrationPlan) -> IntegrationPlan:
    """Close a plan on 1 March 2020."""
    return plan.close(
        author=AUTHOR,
        recorded_at=dt.datetime(2020, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2020, 3, 1),
        reason="an die Regeldienste übergeben",
        put=[evolve(GOAL, title="Deutsch B2")],
    )


def test_opening_makes_the_first_revision(plan: IntegrationPlan):
    """A plan is opened by a revision that says who, when, why and what."""
    expected = Revision(
        number=1,
        recorded_at=morning(3, 1),
        effective_on=dt.date(2018, 3, 1),
        author=AUTHOR,
        kind=RevisionKind.OPENING,
        reason="Erstgespräch",
        legal_basis="VwV Integrationsmanagement",
        changes=(Put(entry=GOAL),),
    )
    assert (expected,) == plan.revisions


def test_a_plan_may_be_opened_empty():
    """A draft without entries is a plan."""
    plan = IntegrationPlan.open(
        id="p",
        subject="s",
        body=Body(name="Weinheim"),
        jurisdiction="de",
        author=AUTHOR,
        recorded_at=morning(3, 1),
        effective_on=dt.date(2018, 3, 1),
    )
    assert plan.current.entries == ()


def test_opening_tells_what_is_wrong():
    """A plan with wrong identity is refused with every field."""
    with pytest.raises(InvalidValueError) as caught:
        IntegrationPlan.open(
            id="",
            subject="a b",
            body=Body(name="Weinheim"),
            jurisdiction="17",
            author=AUTHOR,
            recorded_at=morning(3, 1),
            effective_on=dt.date(2018, 3, 1),
        )
    assert [(problem.pointer, problem.code) for problem in caught.value.problems] == [
        ("/id", "wrong_form"),
        ("/subject", "wrong_form"),
        ("/jurisdiction", "wrong_form"),
    ]


def test_an_opening_agreement_is_refused(plan: IntegrationPlan):
    """At the opening there is no revision to agree to yet."""
    agreement = Agreement(id="a1", revision=1, agreed_on=dt.date(2018, 3, 1), by=(Party.PERSON,))
    with pytest.raises(InvalidValueError) as caught:
        evolve(
            plan,
            revisions=(evolve(plan.latest, changes=(Put(entry=GOAL), Put(entry=agreement))),),
        )
    assert [(problem.pointer, problem.code) for problem in caught.value.problems] == [
        ("/revisions/0/changes/1/entry/revision", "no_such_revision")
    ]


def test_a_plan_needs_its_own_entries(plan: IntegrationPlan):
    """What is no entry at all is refused at its place."""
    with pytest.raises(InvalidValueError) as caught:
        plan.revise(
            author=AUTHOR,
            recorded_at=morning(4, 1),
            effective_on=dt.date(2018, 4, 1),
            put=["g2"],  # type: ignore[list-item]  # what is tested
        )
    assert [(p.pointer, p.code) for p in caught.value.problems] == [("/entry", "wrong_type")]


def test_agreeing_covers_the_plan_as_it_stands(plan: IntegrationPlan):
    """An agreement names the newest revision, the day, the parties and the language."""
    agreed = plan.agree(
        id="a1",
        agreed_on=dt.date(2018, 3, 5),
        author=AUTHOR,
        recorded_at=morning(3, 6),
        by=[Party.GUARDIAN],
        explained_in="prs",
    )
    assert (
        Agreement(
            id="a1",
            revision=1,
            agreed_on=dt.date(2018, 3, 5),
            by=(Party.GUARDIAN,),
            explained_in="prs",
        )
        == agreed.current["a1"]
    )


def test_agreeing_is_a_revision(plan: IntegrationPlan):
    """An agreement is recorded by a revision of its kind that counts from the day of agreement."""
    agreed = plan.agree(
        id="a1", agreed_on=dt.date(2018, 3, 5), author=AUTHOR, recorded_at=morning(3, 6)
    )
    assert (2, RevisionKind.AGREEMENT, dt.date(2018, 3, 5), morning(3, 6)) == (
        agreed.latest.number,
        agreed.latest.kind,
        agreed.latest.effective_on,
        agreed.latest.recorded_at,
    )


def test_person_and_counsellor_agree_by_default(plan: IntegrationPlan):
    """Where nobody is named the person and the counsellor have agreed."""
    agreed = plan.agree(
        id="a1", agreed_on=dt.date(2018, 3, 5), author=AUTHOR, recorded_at=morning(3, 6)
    )
    (agreement,) = agreed.current.of(Agreement)
    assert agreement.by == (Party.PERSON, Party.COUNSELLOR)


def test_somebody_must_agree(plan: IntegrationPlan):
    """An agreement by nobody is refused."""
    with pytest.raises(InvalidValueError) as caught:
        plan.agree(
            id="a1", agreed_on=dt.date(2018, 3, 5), author=AUTHOR, recorded_at=morning(3, 6), by=[]
        )
    assert [(p.pointer, p.code) for p in caught.value.problems] == [("/by", "too_short")]


def test_an_open_plan_is_not_closed(plan: IntegrationPlan):
    """A plan without closure is open."""
    assert plan.is_closed is False


def test_closing_is_a_revision_with_a_reason(plan: IntegrationPlan):
    """The closure says why and may put last versions."""
    last = closed(plan).latest
    assert (
        last.kind,
        last.reason,
        len(last.changes),
    ) == (RevisionKind.CLOSURE, "an die Regeldienste übergeben", 1)


def test_a_closed_plan_is_closed(plan: IntegrationPlan):
    """A plan with a closure is closed."""
    assert closed(plan).is_closed is True


def test_a_closed_plan_is_not_continued(plan: IntegrationPlan):
    """After the closure a continuation is refused."""
    with pytest.raises(InvalidValueError) as caught:
        closed(plan).revise(
            author=AUTHOR,
            recorded_at=dt.datetime(2020, 4, 1, tzinfo=dt.UTC),
            effective_on=dt.date(2020, 4, 1),
        )
    assert [(problem.pointer, problem.code) for problem in caught.value.problems] == [
        ("/revisions/2/kind", "after_closure")
    ]


def test_a_closed_plan_is_corrected(plan: IntegrationPlan):
    """After the closure a correction is possible, and the plan stays closed."""
    corrected = closed(plan).revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2020, 4, 1, tzinfo=dt.UTC),
        effective_on=dt.date(2019, 4, 1),
        withdraw=["g1"],
        kind=RevisionKind.CORRECTION,
    )
    assert (corrected.is_closed, len(corrected.current)) == (True, 0)


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ([], "<IntegrationPlan plan-1: 2 revisions, 1 entry>"),
        ([Measure(id="m1", title="Kurs")], "<IntegrationPlan plan-1: 2 revisions, 2 entries>"),
    ],
)
def test_the_representation_is_short(plan: IntegrationPlan, put: list, expected: str):
    """A plan says its id and size, and nothing of the person."""
    revised = plan.revise(
        author=AUTHOR, recorded_at=morning(4, 1), effective_on=dt.date(2018, 4, 1), put=put
    )
    assert expected == repr(revised)


def test_the_representation_stays_short(plan: IntegrationPlan):
    """A plan with long texts is not longer to look at."""
    goals = [evolve(GOAL, id=f"g{n}", description="x" * 20_000) for n in range(2, 50)]
    revised = plan.revise(
        author=AUTHOR, recorded_at=morning(4, 1), effective_on=dt.date(2018, 4, 1), put=goals
    )
    assert repr(revised) == "<IntegrationPlan plan-1: 2 revisions, 49 entries>"


def test_the_notebook_view_escapes_texts(plan: IntegrationPlan):
    """Markup in a title is shown, not obeyed."""
    revised = plan.revise(
        author=AUTHOR,
        recorded_at=morning(4, 1),
        effective_on=dt.date(2018, 4, 1),
        put=[Competence(id="c1", title="<script>alert('x & y')</script>")],
    )
    html = revised._repr_html_()
    assert (
        "<script" in html,
        "&lt;script&gt;alert(&#x27;x &amp; y&#x27;)&lt;/script&gt; (self-assessed)" in html,
    ) == (False, True)


def test_the_notebook_view_names_the_revision(plan: IntegrationPlan):
    """The caption says which revision is shown."""
    caption = "Integration plan plan-1, revision 1 (opening), effective 2018-03-01"
    assert f"<caption>{caption}</caption>" in plan._repr_html_()


def test_a_plan_survives_pickling(plan: IntegrationPlan):
    """A copy made by pickle is equal, computed state included."""
    _ = plan.current
    copy = pickle.loads(pickle.dumps(plan))  # noqa: S301  # our own bytes
    assert (plan, plan.current) == (copy, copy.current)


def test_equal_plans_have_equal_hashes(plan: IntegrationPlan):
    """Equal plans are one key."""
    assert hash(plan) == hash(evolve(plan))


def test_levels_of_languages_are_ordered():
    """The levels of the common framework rise from A1 to C2."""
    assert [level.value for level in sorted(CEFR)] == ["A1", "A2", "B1", "B2", "C1", "C2"]


def test_levels_are_not_compared_with_texts():
    """A level and a text have no order."""
    with pytest.raises(TypeError):
        _ = CEFR.A1 < "B1"


def test_levels_compare_both_ways():
    """At least a level means that level and those above."""
    assert [level for level in CEFR if level >= CEFR.B1] == [CEFR.B1, CEFR.B2, CEFR.C1, CEFR.C2]
