"""Plans from opening to closure."""

import datetime as dt
import pickle
from typing import Any

import pytest

from integrationsplan import AGS, evolve, to_json
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Author, Put, Revision, RevisionKind, Seal, Verdict
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
    Responsibility,
    Subject,
)

AUTHOR = Author(role="integration_manager", id="im-7")
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1")
OTHER = Goal(id="g2", field=GoalField.WORK, title="Arbeit")
ZERO = "A" * 43
"""The salt of 32 zero bytes."""


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
        salts=bytes,  # so many zero bytes
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
    head = (
        Subject(id="subject", reference="p-83f1"),
        Responsibility(
            id="responsibility",
            body=Body(name="Weinheim", region=AGS("08226096")),
            jurisdiction="08",
        ),
    )
    expected = Revision(
        number=1,
        recorded_at=morning(3, 1),
        effective_on=dt.date(2018, 3, 1),
        author=AUTHOR,
        author_seal=Seal(salt=ZERO),
        kind=RevisionKind.OPENING,
        reason="Erstgespräch",
        reason_seal=Seal(salt=ZERO),
        legal_basis="VwV Integrationsmanagement",
        changes=tuple(Put(entry=entry, salt=ZERO) for entry in (*head, GOAL)),
        digest=plan.head,
    )
    assert (expected,) == plan.revisions


def test_opening_says_whom_and_who(plan: IntegrationPlan):
    """Whom the plan is about and who is responsible are read from its entries."""
    assert ("p-83f1", Body(name="Weinheim", region=AGS("08226096")), "08") == (
        plan.subject,
        plan.body,
        plan.jurisdiction,
    )


def test_every_salt_is_another_one(plan: IntegrationPlan):
    """Where no source is injected, no two salts of a plan are equal."""
    drawn = evolve(plan).revise(
        author=AUTHOR,
        recorded_at=morning(4, 1),
        effective_on=dt.date(2018, 4, 1),
        put=[GOAL, OTHER],
    )
    salts = [change.salt for change in drawn.latest.changes if isinstance(change, Put)]
    assert 3 == len({*salts, drawn.latest.author_seal.salt})


def test_a_plan_may_be_opened_empty():
    """A draft without entries but its head is a plan."""
    plan = IntegrationPlan.open(
        id="p",
        subject="s",
        body=Body(name="Weinheim"),
        jurisdiction="de",
        author=AUTHOR,
        recorded_at=morning(3, 1),
        effective_on=dt.date(2018, 3, 1),
    )
    assert ["subject", "responsibility"] == [entry.id for entry in plan.current]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"id": ""}, ("/id", "wrong_form")),
        ({"subject": "a b"}, ("/subject", "wrong_form")),
        ({"jurisdiction": "17"}, ("/jurisdiction", "wrong_form")),
        ({"body": "Weinheim"}, ("/body", "wrong_type")),
        ({"author": Author(role="im")}, ("/author/id", "missing_key")),
        ({"recorded_at": dt.datetime(2018, 3, 1)}, ("/recorded_at", "naive_moment")),  # noqa: DTZ001
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_opening_tells_what_is_wrong(wrong: dict[str, Any], expected: tuple[str, str]):
    """A plan with a wrong identity is refused at the field."""
    right: dict[str, Any] = {
        "id": "plan-1",
        "subject": "p-1",
        "body": Body(name="Weinheim"),
        "jurisdiction": "08",
        "author": AUTHOR,
        "recorded_at": morning(3, 1),
        "effective_on": dt.date(2018, 3, 1),
    }
    with pytest.raises(InvalidValueError) as caught:
        IntegrationPlan.open(**(right | wrong))
    assert [expected] == [(problem.pointer, problem.code) for problem in caught.value.problems]


def test_opening_tells_everything_that_is_wrong():
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
    assert ["/id", "/jurisdiction", "/subject"] == sorted(
        problem.pointer for problem in caught.value.problems
    )


def test_a_plan_without_a_head_is_refused(plan: IntegrationPlan):
    """An opening that says neither whom nor who is told both."""
    with pytest.raises(InvalidValueError) as caught:
        evolve(plan, revisions=(evolve(plan.latest, changes=plan.latest.changes[2:]),))
    assert ["subject", "responsibility"] == [
        problem.params["allowed"] for problem in caught.value.problems
    ]
    assert {("/revisions/0/changes", "document_without_head")} == {
        (problem.pointer, problem.code) for problem in caught.value.problems
    }


def test_an_opening_agreement_is_refused(plan: IntegrationPlan):
    """At the opening there is no revision to agree to yet."""
    agreement = Agreement(id="a1", revision=1, agreed_on=dt.date(2018, 3, 1), by=(Party.PERSON,))
    with pytest.raises(InvalidValueError) as caught:
        evolve(
            plan,
            revisions=(
                evolve(
                    plan.latest,
                    changes=(*plan.latest.changes, Put(entry=agreement, salt=ZERO)),
                ),
            ),
        )
    assert [(problem.pointer, problem.code) for problem in caught.value.problems] == [
        ("/revisions/0/changes/3/entry/revision", "no_such_revision")
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
    assert (True, 2, False) == (
        corrected.is_closed,
        len(corrected.current),
        "g1" in corrected.current,
    )


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ([], "<IntegrationPlan plan-1: 2 revisions, 3 entries>"),
        ([Measure(id="m1", title="Kurs")], "<IntegrationPlan plan-1: 2 revisions, 4 entries>"),
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
    assert repr(revised) == "<IntegrationPlan plan-1: 2 revisions, 51 entries>"


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


# -- transfer --------------------------------------------------------------------------------------

HEIDELBERG = Body(name="Heidelberg", region=AGS("08221000"))


def transferred(plan: IntegrationPlan, **more: Any) -> IntegrationPlan:
    """Hand a plan over to Heidelberg."""
    return plan.transfer(
        to=HEIDELBERG,
        author=AUTHOR,
        recorded_at=morning(6, 1),
        effective_on=dt.date(2018, 6, 15),
        **more,
    )


def test_a_transfer_is_a_revision(plan: IntegrationPlan):
    """Another body is responsible from the day of effect on; until then the one before is."""
    moved = transferred(plan, reason="Umzug", legal_basis="Einwilligung")
    assert (RevisionKind.TRANSFER, "Umzug", "Einwilligung") == (
        moved.latest.kind,
        moved.latest.reason,
        moved.latest.legal_basis,
    )
    assert (HEIDELBERG, "Weinheim", "Heidelberg") == (
        moved.body,
        moved.at(dt.date(2018, 6, 14)).of(Responsibility)[0].body.name,
        moved.at(dt.date(2018, 6, 15)).of(Responsibility)[0].body.name,
    )


@pytest.mark.parametrize(("given", "expected"), [(None, "08"), ("16", "16")])
def test_the_law_stays_unless_another_is_given(
    plan: IntegrationPlan, given: str | None, expected: str
):
    """A transfer within a Land changes the body alone."""
    assert expected == transferred(plan, jurisdiction=given).jurisdiction


def test_a_transfer_needs_the_law(plan: IntegrationPlan):
    """Where the law that applied is not there any more, it must be given."""
    without = plan.erase(
        ["responsibility"],
        author=AUTHOR,
        recorded_at=morning(5, 2),
        effective_on=dt.date(2018, 5, 2),
        legal_basis="Art. 17 DSGVO",
    )
    assert (None, None) == (without.body, without.jurisdiction)
    with pytest.raises(InvalidValueError) as caught:
        transferred(without)
    assert [("/jurisdiction", "missing_key")] == [
        (problem.pointer, problem.code) for problem in caught.value.problems
    ]


def test_a_closed_plan_is_not_handed_over(plan: IntegrationPlan):
    """After the closure there is nobody to hand it over to."""
    with pytest.raises(InvalidValueError) as caught:
        closed(plan).transfer(
            to=HEIDELBERG,
            author=AUTHOR,
            recorded_at=dt.datetime(2020, 4, 1, tzinfo=dt.UTC),
            effective_on=dt.date(2020, 4, 1),
        )
    assert [("/revisions/2/kind", "after_closure")] == [
        (problem.pointer, problem.code) for problem in caught.value.problems
    ]


# -- proof and erasure -----------------------------------------------------------------------------


def test_a_life_of_a_plan_verifies(plan: IntegrationPlan):
    """Whatever is done to a plan, its chain holds and is anchored by every head that it had."""
    agreed = plan.agree(
        id="a1", agreed_on=dt.date(2018, 3, 5), author=AUTHOR, recorded_at=morning(3, 6)
    )
    moved = transferred(agreed)
    ended = closed(moved)
    found = [ended.verify(head=earlier.head) for earlier in (plan, agreed, moved, ended)]
    assert [(Verdict.ANCHORED, number) for number in (1, 2, 3, 4)] == [
        (verification.verdict, verification.anchored_to) for verification in found
    ]


def test_erasing_the_head_leaves_nobody(plan: IntegrationPlan):
    """When everything is erased, the plan says neither whom it was about nor who kept it."""
    gone = plan.erase_everything(
        author=AUTHOR,
        recorded_at=morning(5, 1),
        effective_on=dt.date(2018, 5, 1),
        legal_basis="Art. 17 DSGVO",
    )
    assert (None, None, None, 0, True) == (
        gone.subject,
        gone.body,
        gone.jurisdiction,
        len(gone.current),
        gone.verify(head=plan.head).holds,
    )


def test_nothing_of_an_erased_plan_is_left_in_it(plan: IntegrationPlan):
    """The text of an erased plan has no word of what was in it."""
    gone = plan.erase_everything(
        author=AUTHOR,
        recorded_at=morning(5, 1),
        effective_on=dt.date(2018, 5, 1),
        legal_basis="Art. 17 DSGVO",
    )
    text = to_json(gone)
    words = ("p-83f1", "Weinheim", "Deutsch B1", "Erstgespräch", "language")
    assert [] == [word for word in words if word in text]
