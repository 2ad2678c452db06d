"""Recognition of qualifications: the table of steps, outcomes, the deadline."""

import datetime as dt
import itertools
from typing import Any

import pytest

from integrationsplan import evolve
from integrationsplan.errors import InvalidValueError, NotInForceError
from integrationsplan.parameters import DatedValue, Timeline
from integrationsplan.plan import (
    RECOGNITION_DEADLINE,
    RECOGNITION_STEPS,
    CompensationKind,
    CompensationMeasure,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    decision_due,
)
from integrationsplan.values import Basis, Citation

ALLOWED = {
    "advice": {"filed", "withdrawn"},
    "filed": {"documents-complete", "withdrawn"},
    "documents-complete": {"assessment", "withdrawn"},
    "assessment": {"decision", "withdrawn"},
    "decision": {"appeal", "final"},
    "appeal": {"final"},
    "final": set(),
    "withdrawn": set(),
}
"""As the design states it."""

PAIRS = list(itertools.product(ALLOWED, ALLOWED))
WHOLE = ("advice", "filed", "documents-complete", "assessment", "decision", "appeal", "final")
DAY = dt.date(2019, 2, 1)


def steps(*codes: str, days: dict[str, dt.date] | None = None) -> tuple[RecognitionStep, ...]:
    """Make steps, with days for some."""
    known = days or {}
    return tuple(RecognitionStep(step=RecognitionStage(code), on=known.get(code)) for code in codes)


def procedure(**fields: Any) -> RecognitionProcedure:
    """Make a procedure."""
    return RecognitionProcedure(id="r1", reference_occupation="Pflegefachfrau", **fields)


def codes(**fields: Any) -> list[str]:
    """Return the problems of a procedure."""
    try:
        procedure(**fields)
    except InvalidValueError as error:
        return [f"{problem.pointer} {problem.code}" for problem in error.problems]
    return []


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_each_step_is_taken_or_refused(before: str, after: str):
    """Each of the 64 pairs of steps is one of the design, or refused."""
    allowed = after in ALLOWED[before]
    expected = [] if allowed else ["/steps/1/step recognition_step_out_of_order"]
    assert expected == codes(steps=steps(before, after))


def test_the_published_table_is_the_designed_one():
    """The table that callers can read is the one that is enforced."""
    table = {step.value: {s.value for s in after} for step, after in RECOGNITION_STEPS.items()}
    assert ALLOWED == table


@pytest.mark.parametrize("first", ALLOWED)
def test_a_record_may_begin_anywhere(first: str):
    """Whoever comes to counselling late has taken steps that nobody recorded."""
    assert [] == codes(steps=steps(first))


@pytest.mark.parametrize("begin", range(len(WHOLE)))
def test_every_end_of_the_whole_way_is_a_record(begin: int):
    """The whole way, and each of its ends, is in order."""
    found = procedure(steps=steps(*WHOLE[begin:]))
    assert RecognitionStage.FINAL is found.stage


def test_the_appeal_may_be_left_out():
    """Most decisions become final without one."""
    assert [] == codes(steps=steps("decision", "final"))


def test_a_procedure_without_steps_has_no_stage():
    """A procedure may only be thought of."""
    assert procedure().stage is None


def test_tells_every_step_that_is_out_of_order():
    """All problems are told at once, with the way out."""
    with pytest.raises(InvalidValueError) as caught:
        procedure(steps=steps("filed", "decision", "advice"))
    assert (
        "/steps/1/step: found 'decision' after 'application filed'; "
        "allowed: after 'application filed': documents complete, withdrawn. "
        "Record the steps between; a day may be left out.",
        "/steps/2/step: gefunden „Beratung“ nach „Bescheid“; "
        "erlaubt: nach „Bescheid“: Rechtsbehelf, abgeschlossen. "
        "Die Schritte dazwischen erfassen; der Tag darf fehlen.",
    ) == (caught.value.problems[0].text("en"), caught.value.problems[1].text("de"))


def test_days_do_not_go_back():
    """A step cannot be older than the one before."""
    days = {"filed": DAY, "documents-complete": dt.date(2019, 1, 31)}
    assert ["/steps/1/on recognition_step_earlier"] == codes(
        steps=steps("filed", "documents-complete", days=days)
    )


def test_days_do_not_go_back_behind_one_that_is_not_known():
    """A gap in the days hides nothing."""
    days = {"filed": DAY, "assessment": dt.date(2019, 1, 31)}
    assert ["/steps/2/on recognition_step_earlier"] == codes(
        steps=steps("filed", "documents-complete", "assessment", days=days)
    )


def test_two_steps_may_be_of_one_day():
    """An application may be complete when it is filed."""
    days = {"filed": DAY, "documents-complete": DAY}
    assert [] == codes(steps=steps("filed", "documents-complete", days=days))


@pytest.mark.parametrize("outcome", RecognitionOutcome)
@pytest.mark.parametrize("stage", ALLOWED)
def test_an_outcome_needs_a_decision(outcome: RecognitionOutcome, stage: str):
    """Before the decision there is no outcome; after it there may be any."""
    decided = stage in {"decision", "appeal", "final"}
    expected = [] if decided else ["/outcome outcome_without_decision"]
    assert expected == codes(steps=steps(stage), outcome=outcome)


@pytest.mark.parametrize("regulated", [True, False, None])
@pytest.mark.parametrize("outcome", RecognitionOutcome)
def test_some_outcomes_are_of_some_occupations(outcome: RecognitionOutcome, regulated: bool | None):
    """Partial is for non-regulated, compensation for regulated occupations; unknown is no fault."""
    wrong = (outcome.value, regulated) in {("partial", True), ("compensation-required", False)}
    expected = ["/outcome outcome_of_other_occupations"] if wrong else []
    assert expected == codes(steps=steps("decision"), outcome=outcome, regulated=regulated)


def test_says_of_which_occupations_an_outcome_is():
    """The message speaks of occupations in the language asked for."""
    with pytest.raises(InvalidValueError) as caught:
        procedure(steps=steps("decision"), outcome=RecognitionOutcome.PARTIAL, regulated=True)
    assert (
        "/outcome: gefunden das Ergebnis „teilweise Gleichwertigkeit“ bei einem reglementierten "
        "Beruf; erlaubt: „teilweise Gleichwertigkeit“ bei nicht reglementierten Berufen. "
        "Das Ergebnis berichtigen oder ob der Beruf reglementiert ist."
    ) == caught.value.problems[0].text("de")


def test_tells_all_that_is_wrong():
    """Order, days and outcome are told together."""
    days = {"filed": DAY, "assessment": dt.date(2018, 1, 1)}
    assert [
        "/steps/1/step recognition_step_out_of_order",
        "/steps/1/on recognition_step_earlier",
        "/outcome outcome_without_decision",
        "/outcome outcome_of_other_occupations",
    ] == codes(
        steps=steps("filed", "assessment", days=days),
        outcome=RecognitionOutcome.PARTIAL,
        regulated=True,
    )


def complete(day: dt.date | None, **fields: Any) -> RecognitionProcedure:
    """Make a procedure whose file was complete on a day."""
    days = {} if day is None else {"documents-complete": day}
    return procedure(steps=steps("filed", "documents-complete", days=days), **fields)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2019-02-01", "2019-05-01"),
        ("2019-11-30", "2020-02-29"),
        ("2018-11-30", "2019-02-28"),
        ("2012-04-01", "2012-07-01"),
    ],
)
def test_a_decision_is_due_after_three_months(day: str, due: str):
    """Three months from the complete file, by calendar."""
    assert dt.date.fromisoformat(due) == decision_due(complete(dt.date.fromisoformat(day)))


def test_no_decision_is_due_while_documents_are_missing():
    """Nothing is due before the file is complete."""
    assert decision_due(procedure(steps=steps("advice", "filed"))) is None


def test_no_decision_is_due_from_an_unknown_day():
    """A complete file without a day gives no deadline."""
    assert decision_due(complete(None)) is None


@pytest.mark.parametrize(
    ("extended", "due"), [("2019-08-01", "2019-08-01"), ("2019-04-01", "2019-05-01")]
)
def test_an_extension_never_shortens(extended: str, due: str):
    """The later of deadline and extension counts."""
    found = complete(DAY, extended_until=dt.date.fromisoformat(extended))
    assert dt.date.fromisoformat(due) == decision_due(found)


def test_the_deadline_is_a_parameter():
    """Another rule gives another day."""
    rule = Timeline(
        "deadline",
        (DatedValue(value=2, basis=Basis.ASSUMED, citation=Citation(title="what if")),),
    )
    assert dt.date(2019, 4, 1) == decision_due(complete(DAY), rule)


def test_the_law_of_the_occupation_comes_first():
    """Months that the procedure records are taken before those of any rule, and may be extended."""
    found = complete(dt.date(2012, 3, 31), deadline_months=4)
    later = dt.date(2012, 12, 31)
    assert (dt.date(2012, 7, 31), later) == (
        decision_due(found),
        decision_due(evolve(found, extended_until=later)),
    )


@pytest.mark.parametrize(("months", "refused"), [(0, True), (1, False), (60, False), (61, True)])
def test_the_months_of_a_deadline_are_some_and_not_many(months: int, refused: bool):
    """From one month to five years."""
    assert refused is bool(codes(deadline_months=months))


def test_before_the_law_there_is_no_deadline():
    """Asked for a time without a rule, it says so."""
    with pytest.raises(NotInForceError):
        decision_due(complete(dt.date(2012, 3, 31)))


def test_the_deadline_cites_its_source():
    """Three months, with their source; that part of the row was inferred is not hidden."""
    (row,) = RECOGNITION_DEADLINE.rows
    assert (3, "BQFG", "§ 6 Abs. 3", Basis.INFERRED) == (
        row.value,
        row.citation.title,
        row.citation.locator,
        row.basis,
    )


def test_finds_the_day_of_a_step():
    """A step that was not taken has no day."""
    found = complete(DAY)
    assert (DAY, None) == (
        found.reached_on(RecognitionStage.DOCUMENTS_COMPLETE),
        found.reached_on(RecognitionStage.DECISION),
    )


def test_refers_to_qualification_goal_and_measure():
    """The procedure knows the entries that it belongs to."""
    found = procedure(qualification="q1", goal="g1", measure="m1")
    assert [
        ("qualification", "q1", ("qualification",)),
        ("goal", "g1", ("goal",)),
        ("measure", "m1", ("measure",)),
    ] == [(r.field, r.entry_id, r.kinds) for r in found.references()]


def test_keeps_what_a_decision_must_say():
    """A decision names what is there, what differs, what makes up for it, and the remedy."""
    found = procedure(
        regulated=True,
        steps=steps("decision"),
        outcome=RecognitionOutcome.COMPENSATION_REQUIRED,
        existing_qualifications=("Grundpflege",),
        differences=("Geriatrie", "Recht"),
        compensation=CompensationMeasure(form=CompensationKind.ADAPTATION_COURSE),
        remedy_until=dt.date(2019, 6, 3),
    )
    assert "Pflegefachfrau (Auflage einer Ausgleichsmaßnahme)" == found.summary("de")


def test_says_the_step_reached():
    """Without an outcome the summary says the step, and without a step neither."""
    assert "Pflegefachfrau (Antrag gestellt)" == procedure(steps=steps("filed")).summary("de")
    assert "Pflegefachfrau" == procedure().summary("en")


def test_an_application_may_be_withdrawn():
    """Whoever gives up before the decision leaves a procedure that says so."""
    found = procedure(steps=steps("filed", "withdrawn"))
    assert "Pflegefachfrau (zurückgenommen)" == found.summary("de")
