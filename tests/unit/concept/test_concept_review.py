"""The review of a concept: every kind of finding, on the day before and on the day itself."""

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.concept.samples import (
    codes,
    concept,
    day,
    field,
    goal,
    group,
    indicator,
    measure,
    network,
    offer,
    on,
    resolution,
    span,
    told,
    use,
    value,
)

from integrationsplan import Citation, Money, evolve
from integrationsplan.concept import (
    Alignment,
    ConceptDuty,
    ConceptGoalStatus,
    ConceptKind,
    ConceptMeasureStatus,
    ConceptRules,
    Decision,
    Direction,
    GuidingGoal,
    IndicatorSense,
    IntegrationConcept,
    MeasureFunding,
    Meeting,
    OfferStatus,
    ResolutionKind,
    Stage,
    StageKind,
    TargetGroup,
    review_concept,
    review_network,
)
from integrationsplan.concept._concept_finding_kinds import CONCEPT_FINDINGS
from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding

Findings = tuple[Finding, ...]

ADOPTED = resolution("r-1", "2019-01-01", ("2019-01-01", "2020-12-31"))
HOLDS = resolution(on="2019-01-01")
EVALUATED = Stage(id="s-9", sort=StageKind.EVALUATION, is_done=True)
WHOLE = (HOLDS, EVALUATED)
"""What keeps the concept as a whole from being found fault with."""
LED = {"responsible": "district", "goals": ("z-1",)}
KEPT = indicator(
    goals=("z-1",),
    baseline=value("2018-12-31", "40"),
    values=(value("2020-12-31", "120"),),
    targets=(value("2020-12-31", "120"),),
)
LAND = concept(goal("l-1"), GuidingGoal(id="l-2", title="Vielfalt"), id="land")
FUNDER = Citation(title="Rahmenbedingungen", publisher="Land")
REFUGEES = ConceptDuty(
    sort=ConceptKind.POVERTY_PREVENTION, target_groups=(TargetGroup.REFUGEES,), source=FUNDER
)
MEETING = Meeting(id="t-1", held_on=day("2019-01-01"))


def reviewed(
    *put: Any, on: str = "2019-06-01", rules: ConceptRules | None = None, **more: Any
) -> Findings:
    """Return what is found of a concept with some entries."""
    return review_concept(concept(*put), day(on), rules or ConceptRules(), **more)


def changed() -> IntegrationConcept:
    """Return a concept whose goal was changed on the second day, after its resolution."""
    opened = concept(goal(), field(), resolution(on="2019-01-01", revision=1))
    return opened.revise(put=[evolve(goal(), title="Neu")], withdraw=["f-1"], **on(1))


def decided(**content: Any) -> Decision:
    """Return a decision of a meeting."""
    return Decision(id="d-1", meeting="t-1", text="Ein Kurs mehr", **content)


def seen(*put: Any, on: str, months: int | None = None, **more: Any) -> Findings:
    """Return what is found of a network with some entries."""
    return review_network(network(*put), day(on), use_within_months=months, **more)


CASES: dict[str, tuple[str | None, str, str | None, str, Callable[[str], Findings]]] = {
    "concept_not_adopted": (
        None,
        "Das Konzept ist nicht beschlossen: Kein Beschluss lässt es gelten.",
        None,
        "2019-06-01",
        lambda on: reviewed(on=on),
    ),
    "concept_not_valid": (
        None,
        "Seit 01.01.2021 gilt, soweit bekannt, kein Konzept.",
        "2020-12-31",
        "2021-01-01",
        lambda on: reviewed(ADOPTED, on=on),
    ),
    "concept_gap": (
        None,
        "Vom 01.01.2021 bis 31.12.2022 galt, soweit bekannt, kein Konzept.",
        "2022-12-31",
        "2023-01-01",
        lambda on: reviewed(ADOPTED, resolution("r-2", None, ("2023-01-01", None)), on=on),
    ),
    "resolution_without_day": (
        "r-1",
        "Wann dies beschlossen wurde, ist nicht bekannt; daher gilt dadurch nichts.",
        None,
        "2019-06-01",
        lambda on: reviewed(resolution(), on=on),
    ),
    "concept_ends": (
        None,
        "Das Konzept gilt bis 31.12.2020.",
        "2020-12-01",
        "2020-12-02",
        lambda on: reviewed(ADOPTED, on=on, rules=ConceptRules(end_notice_days=29)),
    ),
    "concept_too_old": (
        None,
        "Das Konzept ist vom 01.01.2019; es soll höchstens 3 Jahre alt sein.",
        "2022-01-01",
        "2022-01-02",
        lambda on: reviewed(HOLDS, on=on, rules=ConceptRules(most_years=3)),
    ),
    "changed_since_resolution": (
        "r-1",
        "Seit der beschlossenen Revision 1 haben sich geändert: z-1, f-1.",
        "2019-01-01",
        "2019-01-02",
        lambda on: review_concept(changed(), day(on)),
    ),
    "resolved_revision_missing": (
        "r-1",
        "Beschlossen wurde Revision 2, die das Konzept nicht hat.",
        None,
        "2019-06-01",
        lambda on: reviewed(resolution(on="2019-01-01", revision=2), on=on),
    ),
    "not_aligned": (
        None,
        "Das Konzept sagt nicht, wie es land folgt.",
        None,
        "2019-06-01",
        lambda on: reviewed(on=on, rules=ConceptRules(follows="land")),
    ),
    "higher_goal_missing": (
        "a-1",
        "Das Ziel l-9 steht nicht im übergeordneten Konzept land.",
        None,
        "2019-06-01",
        lambda on: reviewed(
            Alignment(id="a-1", higher="land", higher_goals=("l-1", "l-2", "l-9")),
            on=on,
            higher=LAND,
        ),
    ),
    "target_group_missing": (
        None,
        "Das Konzept muss einer dieser Gruppen gelten und nennt keine davon: Geflüchtete.",
        None,
        "2019-06-01",
        lambda on: review_concept(
            concept(sort=ConceptKind.POVERTY_PREVENTION), day(on), ConceptRules(duties=(REFUGEES,))
        ),
    ),
    "no_evaluation": (
        None,
        "Es ist keine Evaluation genannt.",
        None,
        "2019-06-01",
        lambda on: reviewed(on=on),
    ),
    "evaluation_overdue": (
        "s-1",
        "Die Evaluation war am 30.06.2020 fällig.",
        "2020-06-30",
        "2020-07-01",
        lambda on: reviewed(
            Stage(id="s-1", sort=StageKind.EVALUATION, due_on=day("2020-06-30")), on=on
        ),
    ),
    "stage_overdue": (
        "s-1",
        "Die Etappe „Zwischenbericht“ war am 30.06.2020 fällig.",
        "2020-06-30",
        "2020-07-01",
        lambda on: reviewed(
            Stage(id="s-1", sort=StageKind.INTERIM_REPORT, period=span(None, "2020-06-30")), on=on
        ),
    ),
    "field_without_goal": (
        "f-1",
        "Zu dem Handlungsfeld ist kein Ziel genannt.",
        None,
        "2019-06-01",
        lambda on: reviewed(field(), on=on),
    ),
    "goals_in_a_circle": (
        "z-1",
        "Das Ziel ist über andere ein Teil von sich selbst.",
        None,
        "2019-06-01",
        lambda on: reviewed(goal(part_of="z-2"), goal("z-2", part_of="z-1"), on=on),
    ),
    "goal_without_indicator": (
        "z-1",
        "Für das Ziel ist kein Indikator genannt.",
        None,
        "2019-06-01",
        lambda on: reviewed(goal(), on=on),
    ),
    "goal_without_effect_indicator": (
        "z-1",
        "Das Ziel wird gemessen, aber nicht an der Wirkung: Kontext, Leistung.",
        None,
        "2019-06-01",
        lambda on: reviewed(
            goal(),
            indicator("i-1", IndicatorSense.OUTPUT, goals=("z-1",)),
            indicator("i-2", IndicatorSense.CONTEXT, goals=("z-1",)),
            on=on,
        ),
    ),
    "goal_without_measure": (
        "z-1",
        "Für das Ziel ist keine geplante oder laufende Maßnahme genannt.",
        None,
        "2019-06-01",
        lambda on: reviewed(goal(), on=on),
    ),
    "concept_goal_overdue": (
        "z-1",
        "Das Ziel war bis 30.06.2020 zu erreichen.",
        "2020-06-30",
        "2020-07-01",
        lambda on: reviewed(goal(due_on=day("2020-06-30")), on=on),
    ),
    "measure_without_responsible": (
        "m-1",
        "Für die Maßnahme ist keine Zuständigkeit genannt.",
        None,
        "2019-06-01",
        lambda on: reviewed(measure(), on=on),
    ),
    "measure_without_goal": (
        "m-1",
        "Für die Maßnahme ist kein Ziel genannt.",
        None,
        "2019-06-01",
        lambda on: reviewed(measure(), on=on),
    ),
    "concept_measure_overdue": (
        "m-1",
        "Die Maßnahme war bis 30.06.2020 abzuschließen.",
        "2020-06-30",
        "2020-07-01",
        lambda on: reviewed(measure(due_on=day("2020-06-30")), on=on),
    ),
    "measure_not_covered": (
        "m-1",
        "Die Maßnahme kostet 100,00 €; gedeckt sind 99,99 €.",
        None,
        "2019-06-01",
        lambda on: reviewed(
            measure(cost=Money(10_000), funding=(MeasureFunding(amount=Money(9_999)),)), on=on
        ),
    ),
    "offer_unknown": (
        "m-1",
        "Das Angebot o-9 steht nicht im Netzwerk.",
        None,
        "2019-06-01",
        lambda on: reviewed(measure(offers=("o-1", "o-9")), on=on, network=network(offer())),
    ),
    "no_offer_runs": (
        "m-1",
        "Die Maßnahme läuft über Angebote, von denen am Tag keines läuft: o-1, o-2.",
        "2019-06-30",
        "2019-07-01",
        lambda on: reviewed(
            measure(offers=("o-1", "o-2"), status=ConceptMeasureStatus.RUNNING),
            on=on,
            network=network(
                offer(period=span(None, "2019-06-30")), offer("o-2", status=OfferStatus.PAUSED)
            ),
        ),
    ),
    "indicator_without_baseline": (
        "i-1",
        "Der Indikator hat keinen Ausgangswert.",
        None,
        "2019-06-01",
        lambda on: reviewed(indicator(), on=on),
    ),
    "indicator_without_target": (
        "i-1",
        "Der Indikator hat keinen Zielwert.",
        None,
        "2019-06-01",
        lambda on: reviewed(indicator(), on=on),
    ),
    "indicator_not_measured": (
        "i-1",
        "Der Indikator hat einen Zielwert für 31.12.2020 und seit 31.12.2018 keinen Wert.",
        "2020-12-31",
        "2021-01-01",
        lambda on: reviewed(evolve(KEPT, values=()), on=on),
    ),
    "target_missed": (
        "i-1",
        "Der Zielwert 120 für den 31.12.2020 wurde um 20,5 verfehlt.",
        "2020-12-31",
        "2021-01-01",
        lambda on: reviewed(evolve(KEPT, values=(value("2020-12-31", "99.5"),)), on=on),
    ),
    "reference_missing": (
        "z-1",
        "Das Feld „Handlungsfelder“ nennt den Eintrag f-9, den es nicht gibt.",
        None,
        "2019-06-01",
        lambda on: reviewed(goal(fields=("f-9",)), on=on),
    ),
    "reference_of_other_kind": (
        "z-1",
        "Das Feld „Handlungsfelder“ nennt den Eintrag m-1, der von anderer Art ist: Maßnahme.",
        None,
        "2019-06-01",
        lambda on: reviewed(goal(fields=("m-1",)), measure(), on=on),
    ),
    # -- networks ----------------------------------------------------------------------------------
    "decision_overdue": (
        "d-1",
        "Die Verabredung war am 30.06.2020 fällig.",
        "2020-06-30",
        "2020-07-01",
        lambda on: seen(MEETING, decided(due_on=day("2020-06-30")), on=on),
    ),
    "decision_without_responsible": (
        "d-1",
        "Für die Verabredung ist keine Zuständigkeit genannt.",
        None,
        "2019-06-01",
        lambda on: seen(MEETING, decided(), on=on),
    ),
    "offer_past_end": (
        "o-1",
        "Das Angebot gilt als laufend und endete am 30.06.2020.",
        "2020-06-30",
        "2020-07-01",
        lambda on: seen(offer(period=span(None, "2020-06-30")), on=on),
    ),
    "use_not_known": (
        "o-1",
        "Wie das Angebot genutzt wurde, ist seit 31.12.2019 nicht bekannt.",
        "2020-06-30",
        "2020-07-01",
        lambda on: seen(offer(), use(sessions=1), on=on, months=6),
    ),
    "use_never_known": (
        "o-1",
        "Wie das Angebot genutzt wird, ist nicht bekannt.",
        "2019-07-01",
        "2019-07-02",
        lambda on: seen(offer(period=span("2019-01-01", None)), on=on, months=6),
    ),
    "group_without_lead": (
        "g-1",
        "Für das Gremium ist keine Leitung oder Koordination genannt.",
        None,
        "2019-06-01",
        lambda on: seen(group(), on=on),
    ),
    "measure_unknown": (
        "d-1",
        "Die Maßnahme m-1 steht nicht im Konzept.",
        None,
        "2019-06-01",
        lambda on: seen(MEETING, decided(measure="m-1"), on=on, concept=concept()),
    ),
}
"""Each kind: its subject, its German sentence, the last day without it, a day with it, a review."""


# -- every kind ------------------------------------------------------------------------------------


def test_every_kind_is_found_here():
    """No kind is without a concept or a network that shows it."""
    assert set(CASES) == {kind.code for kind in CONCEPT_FINDINGS}


@pytest.mark.parametrize("code", CASES)
def test_a_finding_is_about_something_and_is_said(code: str):
    """Subject and sentence are those expected."""
    subject, de, _, on, review = CASES[code]
    assert (subject, de) in [
        (finding.subject, finding.text.de) for finding in review(on) if finding.code == code
    ]


@pytest.mark.parametrize("code", CASES)
def test_a_finding_fills_every_sentence(code: str):
    """Both languages, without open places or representations of objects."""
    for finding in CASES[code][4](CASES[code][3]):
        for text in (finding.text.de, finding.text.en, *finding.values.values()):
            assert [] == [part for part in ("{", "<", "Wording(") if part in text]


@pytest.mark.parametrize("code", CASES)
def test_a_finding_has_its_weight(code: str):
    """As its kind is declared."""
    [kind] = [kind for kind in CONCEPT_FINDINGS if kind.code == code]
    found = [each for each in CASES[code][4](CASES[code][3]) if each.code == code]
    assert {kind.severity} == {finding.severity for finding in found}


@pytest.mark.parametrize("code", [code for code, case in CASES.items() if case[2]])
def test_the_day_before_nothing_is_found(code: str):
    """The last day is still in time."""
    _, _, before, on, review = CASES[code]
    assert before is not None
    assert [False, True] == [code in codes(review(each)) for each in (before, on)]


@pytest.mark.parametrize("kind", CONCEPT_FINDINGS, ids=lambda kind: str(kind.code))
def test_sentences_end_with_a_full_stop(kind: Any):
    """In both languages."""
    assert [True, True] == [text.endswith(".") for text in kind.text]


# -- the whole -------------------------------------------------------------------------------------


def test_a_good_concept_is_not_found_fault_with():
    """With all that is asked for, there is nothing to say."""
    found = reviewed(*WHOLE, field(), goal(fields=("f-1",)), measure(**LED), KEPT)
    assert () == found


def test_before_its_opening_nothing_is_found():
    """A concept that is not there yet has no faults."""
    assert () == reviewed(measure(), on="2018-12-31")


def test_after_its_closure_nothing_is_found():
    """From the day from which the closure counts."""
    closed = concept(measure()).close(reason="Neues Konzept", **on(10))
    found = [len(review_concept(closed, day(each))) for each in ("2019-01-10", "2019-01-11")]
    assert [4, 0] == found


@pytest.mark.parametrize("when", [dt.date.min, dt.date.max])
def test_any_day_can_be_reviewed(when: dt.date):
    """The first and the last that there are."""
    rules = ConceptRules(most_years=100, end_notice_days=36_525)
    full = concept(
        ADOPTED, KEPT, measure(period=span(None, "9999-12-31")), effective_on=dt.date.min
    )
    assert isinstance(review_concept(full, when, rules), tuple)


@pytest.mark.parametrize("when", ["2019-01-01", None, dt.datetime(2019, 1, 1, tzinfo=dt.UTC)])
def test_a_review_is_of_a_date(when: Any):
    """Texts and moments are refused."""
    with pytest.raises(InvalidValueError):
        review_concept(concept(), when)


def test_findings_come_by_entry():
    """Those of the whole first; then in the order in which the entries stand."""
    found = reviewed(HOLDS, measure("m-2"), goal(due_on=day("2019-01-01")), measure(), field())
    assert [
        (None, "no_evaluation"),
        ("m-2", "measure_without_responsible"),
        ("m-2", "measure_without_goal"),
        ("z-1", "goal_without_indicator"),
        ("z-1", "goal_without_measure"),
        ("z-1", "concept_goal_overdue"),
        ("m-1", "measure_without_responsible"),
        ("m-1", "measure_without_goal"),
        ("f-1", "field_without_goal"),
    ] == told(found)


def test_what_counts_only_later_is_not_reviewed():
    """Revisions are read by the day from which they count."""
    later = concept(*WHOLE).revise(put=[measure()], **on(30))
    found = [len(review_concept(later, day(each))) for each in ("2019-01-30", "2019-01-31")]
    assert [0, 2] == found


# -- validity --------------------------------------------------------------------------------------


def test_a_validity_that_has_not_begun_is_none():
    """Adopted in May for the next year: until then nothing holds."""
    ahead = resolution("r-1", "2019-05-13", ("2020-01-01", None))
    found = [codes(reviewed(ahead, EVALUATED, on=each)) for each in ("2019-12-31", "2020-01-01")]
    assert [["concept_not_adopted"], []] == found


def test_what_is_adopted_but_undated_is_told_apart():
    """Both are true: nothing is known to hold, and a resolution lacks its day."""
    found = reviewed(resolution(), EVALUATED)
    assert [(None, "concept_not_adopted"), ("r-1", "resolution_without_day")] == told(found)


def test_other_resolutions_need_no_day():
    """That a concept was ordered lets nothing hold."""
    ordered = resolution("r-0", sort=ResolutionKind.ORDERED)
    assert () == reviewed(ordered, *WHOLE)


@pytest.mark.parametrize(
    ("on", "expected"), [("2020-12-31", True), ("2020-12-30", False), ("2021-01-01", False)]
)
def test_the_end_is_noticed_so_many_days_ahead(on: str, expected: bool):
    """With no day ahead, on the last day alone; afterwards it is no notice any more."""
    found = reviewed(ADOPTED, on=on, rules=ConceptRules(end_notice_days=0))
    assert expected == ("concept_ends" in codes(found))


def test_the_end_is_noticed_on_demand():
    """Without a rule it is not."""
    assert "concept_ends" not in codes(reviewed(ADOPTED, on="2020-12-31"))


def test_what_goes_on_does_not_end():
    """Where the continuation follows, the end of the whole counts."""
    more = resolution("r-2", "2020-12-01", ("2021-01-01", "2022-12-31"))
    found = reviewed(ADOPTED, more, on="2020-12-31", rules=ConceptRules(end_notice_days=30))
    assert "concept_ends" not in codes(found)


# -- age -------------------------------------------------------------------------------------------


def test_a_continuation_makes_a_concept_young():
    """The newest resolution counts, and whose rule it is stands beside."""
    again = resolution("r-2", "2021-05-01", None, ResolutionKind.CONTINUED)
    rules = ConceptRules(most_years=3, most_years_source=FUNDER)
    found = [
        [each.source for each in reviewed(HOLDS, again, on=on, rules=rules) if each.source]
        for on in ("2024-05-01", "2024-05-02")
    ]
    assert [[], [FUNDER.format()]] == found


def test_a_resolution_to_come_makes_nothing_young():
    """What is resolved tomorrow is not resolved today."""
    ahead = resolution("r-2", "2022-06-01")
    found = reviewed(HOLDS, ahead, on="2022-05-31", rules=ConceptRules(most_years=3))
    assert "concept_too_old" in codes(found)


def test_where_the_day_is_not_known_the_begin_stands_for_it():
    """An extension whose day nobody knows is no reason to call the concept older than it is."""
    more = resolution("r-2", None, ("2021-01-01", "2024-12-31"), ResolutionKind.EXTENDED)
    found = [
        "concept_too_old" in codes(reviewed(ADOPTED, more, on=on, rules=ConceptRules(most_years=3)))
        for on in ("2022-06-01", "2024-01-01", "2024-01-02")
    ]
    assert [False, False, True] == found


def test_an_age_beyond_the_calendar_never_comes():
    """What is resolved in the last century that there is never gets a hundred years old."""
    rules = ConceptRules(most_years=100)
    found = reviewed(resolution(on="9990-01-01"), on="9999-12-31", rules=rules)
    assert "concept_too_old" not in codes(found)


def test_without_a_rule_no_concept_is_too_old():
    """Three years are a funder's, not everybody's."""
    assert "concept_too_old" not in codes(reviewed(HOLDS, on="2099-01-01"))


# -- what was changed since it was resolved --------------------------------------------------------


def test_what_changes_nothing_asks_for_nothing():
    """A new organisation, or an indicator's value, is no change of what was resolved."""
    opened = concept(goal(), resolution(on="2019-01-01", revision=1), KEPT)
    later = opened.revise(put=[evolve(KEPT, values=()), group_of_people()], **on(1))
    assert "changed_since_resolution" not in codes(review_concept(later, day("2019-06-01")))


@pytest.mark.parametrize(
    ("status", "is_told"),
    [
        (ConceptMeasureStatus.RUNNING, False),
        (ConceptMeasureStatus.PAUSED, False),
        (ConceptMeasureStatus.DONE, False),
        (ConceptMeasureStatus.PERMANENT, True),
        (ConceptMeasureStatus.DROPPED, True),
    ],
    ids=lambda value: str(getattr(value, "value", value)),
)
def test_that_a_measure_gets_on_is_no_change(status: ConceptMeasureStatus, is_told: bool):
    """What starts or ends does what was resolved; what is dropped or made permanent does not."""
    opened = concept(measure(), resolution(on="2019-01-01", revision=1))
    later = opened.revise(put=[measure(status=status)], **on(1))
    found = codes(review_concept(later, day("2019-06-01")))
    assert is_told is ("changed_since_resolution" in found)


def test_another_title_is_a_change_whatever_the_status():
    """What a measure says was resolved, not only that there is one."""
    opened = concept(measure(), resolution(on="2019-01-01", revision=1))
    put = evolve(measure(), title="Something else", status=ConceptMeasureStatus.RUNNING)
    later = opened.revise(put=[put], **on(1))
    assert "changed_since_resolution" in codes(review_concept(later, day("2019-06-01")))


def test_of_what_is_erased_nothing_is_found():
    """Without any entry nobody can say whether it was adopted."""
    facts = on(1)
    erased = concept(goal()).erase_everything(legal_basis="Art. 17 DSGVO", **facts)
    assert () == review_concept(erased, day("2019-06-01"))


@pytest.mark.parametrize("wrong", [network(), "concept", None])
def test_what_is_no_concept_is_refused(wrong: Any):
    """A network is not taken for a concept that nobody adopted."""
    with pytest.raises(InvalidValueError) as caught:
        review_concept(wrong, day("2019-06-01"))
    assert [("wrong_type", "/concept")] == [(p.code, p.pointer) for p in caught.value.problems]


def group_of_people() -> Any:
    """Return an organisation more."""
    return evolve(concept().body, id="club")  # type: ignore[type-var]


def test_what_was_resolved_ahead_has_not_changed():
    """A revision that counts from next year was resolved with the rest, and is still to come."""
    opened = concept(goal()).revise(put=[goal("z-2")], **on(365))
    moment = on(366)["recorded_at"]
    resolved = opened.revise(
        put=[resolution(on="2019-01-01", revision=2)],
        **{**on(366), "recorded_at": moment, "effective_on": day("2019-01-02")},
    )
    for each in ("2019-06-01", "2020-06-01"):
        assert "changed_since_resolution" not in codes(review_concept(resolved, day(each)))


def test_the_newest_revision_that_was_resolved_counts():
    """An older resolution does not come up again."""
    opened = changed()
    again = opened.revise(put=[resolution("r-2", "2019-01-03", revision=2)], **on(2))
    assert "changed_since_resolution" not in codes(review_concept(again, day("2019-06-01")))


# -- stages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, True),
        ({"is_done": True}, False),
        ({"done_on": day("2020-07-01")}, False),
        ({"due_on": None}, False),
        ({"due_on": None, "period": span("2019-01-01", "2020-06-30")}, True),
        ({"due_on": day("2020-12-31"), "period": span("2019-01-01", "2020-06-30")}, False),
        ({"due_on": None, "period": span("2019-01-01", None)}, False),
    ],
)
def test_an_evaluation_is_overdue_until_it_is_done(content: dict[str, Any], expected: bool):
    """Its day counts, else the end of its time; without either it is never late."""
    stage = Stage(
        id="s-1", **{"sort": StageKind.EVALUATION, "due_on": day("2020-06-30"), **content}
    )
    assert expected == ("evaluation_overdue" in codes(reviewed(HOLDS, stage, on="2020-12-01")))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (StageKind.NEEDS_ANALYSIS, False),
        (StageKind.PARTICIPATION, False),
        (StageKind.DRAFT, False),
        (StageKind.ADOPTION, False),
        (StageKind.IMPLEMENTATION, True),
        (StageKind.INTERIM_REPORT, True),
        (StageKind.CONTINUATION, True),
    ],
)
def test_what_came_before_the_adoption_is_settled_by_it(sort: StageKind, expected: bool):
    """Who has adopted a concept has had a draft."""
    stage = Stage(id="s-1", sort=sort, due_on=day("2019-03-01"))
    assert "stage_overdue" in codes(reviewed(stage))
    assert expected == ("stage_overdue" in codes(reviewed(HOLDS, stage)))


@pytest.mark.parametrize(("start", "expected"), [("2019-01-01", False), ("2019-01-02", True)])
def test_the_draft_of_the_next_concept_is_not_settled(start: str, expected: bool):
    """What began after the last resolution is on the way to another one."""
    stage = Stage(id="s-1", sort=StageKind.DRAFT, period=span(start, "2019-03-01"))
    assert expected == ("stage_overdue" in codes(reviewed(HOLDS, stage)))


# -- the higher concept ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("follows", "alignments", "expected"),
    [
        (None, [], ["not_aligned"]),
        (None, ["land"], []),
        (None, ["other"], ["not_aligned"]),
        ("other", ["other"], []),
        ("other", ["land"], ["not_aligned"]),
    ],
)
def test_a_rule_says_which_concept_is_followed(
    follows: str | None, alignments: list[str], expected: list[str]
):
    """Without one it is that which is given."""
    put = [Alignment(id=f"a-{n}", higher=each) for n, each in enumerate(alignments)]
    found = reviewed(*WHOLE, *put, rules=ConceptRules(follows=follows), higher=LAND)
    assert expected == codes(found)


def test_goals_of_other_concepts_are_not_looked_for():
    """Only those of the concept that is given can be."""
    put = [
        Alignment(id="a-1", higher="land"),
        Alignment(id="a-2", higher="bund", higher_goals=("b-1",)),
    ]
    assert () == reviewed(*WHOLE, *put, higher=LAND)


def test_a_goal_that_was_erased_later_is_not_missing():
    """On a day before the erasure it is there, whatever it was."""
    erased = LAND.erase(["l-1"], legal_basis="law", **on(400))
    put = Alignment(id="a-1", higher="land", higher_goals=("l-1",))
    found = [reviewed(*WHOLE, put, higher=erased, on=each) for each in ("2019-06-01", "2021-01-01")]
    assert [[], ["higher_goal_missing"]] == [codes(each) for each in found]


def test_a_missing_goal_is_told_once():
    """Though it is named twice."""
    put = Alignment(id="a-1", higher="land", higher_goals=("l-9", "l-9"))
    assert ["higher_goal_missing"] == codes(reviewed(*WHOLE, put, higher=LAND))


# -- duties ----------------------------------------------------------------------------------------

FOR_REFUGEES = {"target_groups": (TargetGroup.WOMEN, TargetGroup.REFUGEES)}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (field(**FOR_REFUGEES), False),
        (goal(**FOR_REFUGEES), False),
        (goal(**FOR_REFUGEES, status=ConceptGoalStatus.REACHED), False),
        (goal(**FOR_REFUGEES, status=ConceptGoalStatus.DROPPED), True),
        (measure(**FOR_REFUGEES), False),
        (measure(**FOR_REFUGEES, status=ConceptMeasureStatus.DONE), False),
        (measure(**FOR_REFUGEES, status=ConceptMeasureStatus.DROPPED), True),
        (measure(target_groups=(TargetGroup.WOMEN,)), True),
        (measure(target_groups=(TargetGroup.EVERYONE,)), True),
    ],
)
def test_a_group_is_named_by_field_goal_or_measure(entry: Any, expected: bool):
    """What was given up names nobody; 'everyone' does not name refugees, as ThILIK asks."""
    strategy = concept(entry, sort=ConceptKind.POVERTY_PREVENTION)
    found = review_concept(strategy, day("2019-06-01"), ConceptRules(duties=(REFUGEES,)))
    assert expected == ("target_group_missing" in codes(found))


def test_a_duty_is_for_concepts_of_its_kind():
    """An integration concept is about refugees anyway."""
    assert "target_group_missing" not in codes(reviewed(rules=ConceptRules(duties=(REFUGEES,))))


def test_a_finding_of_a_duty_names_its_source():
    """Whose duty it is stands beside."""
    strategy = concept(sort=ConceptKind.POVERTY_PREVENTION)
    found = review_concept(strategy, day("2019-06-01"), ConceptRules(duties=(REFUGEES,)))
    assert FUNDER.format() in [finding.source for finding in found]


def test_a_strategy_of_which_the_kind_is_erased_has_no_duty():
    """Nobody can say what it is."""
    strategy = concept(sort=ConceptKind.POVERTY_PREVENTION).erase(
        ["profile"], legal_basis="law", **on(1)
    )
    rules = ConceptRules(duties=(REFUGEES,))
    assert "target_group_missing" not in codes(review_concept(strategy, day("2019-06-01"), rules))


# -- fields and goals ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entry", [goal(fields=("f-1",)), GuidingGoal(id="l-1", title="x", fields=("f-1",))]
)
def test_a_field_has_a_goal_or_a_guiding_goal(entry: Any):
    """Either is one."""
    assert "field_without_goal" not in codes(reviewed(field(), entry))


@pytest.mark.parametrize("status", [ConceptGoalStatus.REACHED, ConceptGoalStatus.DROPPED])
def test_a_goal_that_is_not_open_needs_nothing(status: ConceptGoalStatus):
    """Neither indicator nor measure, and it is not late."""
    assert () == reviewed(*WHOLE, goal(status=status, due_on=day("2019-01-01")))


def test_what_measures_and_serves_a_part_does_so_for_the_whole():
    """However deep; but not the other way round."""
    parts = [goal(), goal("z-2", part_of="z-1"), goal("z-3", part_of="z-2")]
    serving = [indicator(goals=("z-2",)), measure(goals=("z-2",), responsible="district")]
    found = reviewed(*parts, *serving)
    assert ["z-3"] * 2 == [s for s, code in told(found) if code.startswith("goal_without")]


def test_goals_in_a_circle_are_each_other_s_parts():
    """What serves one of them serves all, and each is told to be in a circle."""
    ring = [goal(f"z-{n}", part_of=f"z-{(n + 1) % 4}") for n in range(4)]
    tail = goal("z-5", part_of="z-0")
    serving = [indicator(goals=("z-2",)), measure(goals=("z-3",), responsible="district")]
    found = told(reviewed(*WHOLE, tail, *ring, *serving))
    assert ["z-0", "z-1", "z-2", "z-3"] == [s for s, code in found if code == "goals_in_a_circle"]
    assert ["z-5"] * 2 == [s for s, code in found if code.startswith("goal_without")]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ConceptMeasureStatus.PLANNED, False),
        (ConceptMeasureStatus.RUNNING, False),
        (ConceptMeasureStatus.PERMANENT, False),
        (ConceptMeasureStatus.PAUSED, True),
        (ConceptMeasureStatus.DONE, True),
        (ConceptMeasureStatus.DROPPED, True),
    ],
)
def test_a_goal_needs_a_measure_that_goes_on(status: ConceptMeasureStatus, expected: bool):
    """An open goal of which all measures are done has none."""
    found = codes(reviewed(goal(), measure(**LED, status=status)))
    assert expected == ("goal_without_measure" in found)


# -- measures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ConceptMeasureStatus.PLANNED, True),
        (ConceptMeasureStatus.RUNNING, True),
        (ConceptMeasureStatus.PERMANENT, False),
        (ConceptMeasureStatus.PAUSED, False),
        (ConceptMeasureStatus.DONE, False),
        (ConceptMeasureStatus.DROPPED, False),
    ],
)
def test_only_what_goes_on_is_late(status: ConceptMeasureStatus, expected: bool):
    """A permanent task has no end, whatever its period says."""
    late = measure(status=status, period=span("2019-01-01", "2019-05-31"))
    assert expected == ("concept_measure_overdue" in codes(reviewed(late)))


@pytest.mark.parametrize(
    ("cost", "amounts", "expected"),
    [
        (Money(100), [Money(60), Money(40)], False),
        (Money(100), [Money(60), Money(39)], True),
        (Money(100), [Money(60), None], False),
        (Money(100), [None], False),
        (Money(100), [], False),
        (None, [Money(1)], False),
        (Money(0), [Money(0)], False),
        (Money(100), [Money(60, "USD")], False),
        (Money(100), [Money(10), Money(10, "USD")], False),
    ],
)
def test_a_cost_is_not_covered_only_for_sure(
    cost: Money | None, amounts: list[Money | None], expected: bool
):
    """Where an amount is not known, or in another currency, nobody can say."""
    funding = tuple(MeasureFunding(amount=amount) for amount in amounts)
    found = reviewed(measure(cost=cost, funding=funding))
    assert expected == ("measure_not_covered" in codes(found))


@pytest.mark.parametrize(
    ("status", "offers", "expected"),
    [
        ("running", ("o-1", "o-2"), []),
        ("running", ("o-2",), ["no_offer_runs"]),
        ("permanent", ("o-2",), ["no_offer_runs"]),
        ("planned", ("o-2",), []),
        ("paused", ("o-9",), []),
        ("running", (), []),
        ("running", ("o-9",), ["offer_unknown"]),
        ("running", ("o-2", "o-9"), ["offer_unknown"]),
        ("running", ("o-9", "o-9"), ["offer_unknown"]),
        ("running", ("district",), ["offer_unknown"]),
    ],
)
def test_a_measure_runs_by_its_offers(status: str, offers: tuple[str, ...], expected: list[str]):
    """One that runs is enough; what is not known may run."""
    found = reviewed(
        HOLDS,
        EVALUATED,
        goal(),
        KEPT,
        measure(**LED, status=ConceptMeasureStatus(status), offers=offers),
        measure("m-2", **LED),
        network=network(offer(), offer("o-2", status=OfferStatus.ENDED)),
    )
    assert expected == codes(found)


def test_an_offer_that_was_erased_later_is_known():
    """On a day before the erasure it is there; whether it ran, nobody can say."""
    erased = network(offer()).erase(["o-1"], legal_basis="law", **on(400))
    put = measure(offers=("o-1",), status=ConceptMeasureStatus.RUNNING)
    found = [codes(reviewed(put, network=erased, on=each)) for each in ("2019-06-01", "2021-01-01")]
    assert [False, True] == ["offer_unknown" in each for each in found]
    assert "no_offer_runs" not in found[0]


def test_without_a_network_offers_are_not_looked_for():
    """Their document is another one."""
    assert "offer_unknown" not in codes(reviewed(measure(offers=("o-9",))))


# -- indicators ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sense", "targets", "expected"),
    [
        (IndicatorSense.CONTEXT, (), []),
        (IndicatorSense.CONTEXT, (value("2025-12-31", "1"),), ["indicator_without_baseline"]),
        (IndicatorSense.OUTPUT, (), ["indicator_without_baseline", "indicator_without_target"]),
        (IndicatorSense.EFFECT, (value("2025-12-31", "1"),), ["indicator_without_baseline"]),
    ],
)
def test_what_is_to_move_needs_baseline_and_target(
    sense: IndicatorSense, targets: tuple[Any, ...], expected: list[str]
):
    """What is of the context alone need not."""
    assert expected == codes(reviewed(*WHOLE, indicator(sense=sense, targets=targets)))


@pytest.mark.parametrize(
    ("expected", "values"),
    [
        ("indicator_not_measured", []),
        ("indicator_not_measured", [("2020-12-30", "120")]),
        (None, [("2020-12-31", "120")]),
        ("target_missed", [("2020-12-31", "119")]),
        (None, [("2020-12-31", "120"), ("2021-05-01", "1")]),
        ("target_missed", [("2021-03-01", "119"), ("2021-05-01", "120")]),
        ("indicator_not_measured", [("2021-06-02", "120")]),
        (None, [("2021-06-01", "120")]),
    ],
)
def test_a_target_is_held_against_the_first_value_since(
    expected: str | None, values: list[tuple[str, str]]
):
    """What was measured before the day does not tell, and what comes later is not known yet."""
    found = codes(
        reviewed(
            *WHOLE,
            goal(),
            measure(**LED),
            evolve(KEPT, values=tuple(value(*each) for each in values)),
            on="2021-06-01",
        )
    )
    assert ([] if expected is None else [expected]) == found


def test_a_value_after_the_target_is_one_without_baseline_too():
    """It is measured; since when it was not is of no matter."""
    late = indicator(
        better=Direction.UP,
        targets=(value("2020-12-31", "120"),),
        values=(value("2021-02-01", "110"),),
    )
    assert ["indicator_without_baseline", "target_missed"] == codes(
        reviewed(*WHOLE, late, on="2021-06-01")
    )


def test_without_direction_nothing_is_missed():
    """Whether 4 is better than 5 has to be said."""
    rate = indicator(
        sense=IndicatorSense.CONTEXT,
        targets=(value("2020-12-31", "5"),),
        values=(value("2020-12-31", "4"),),
    )
    assert "target_missed" not in codes(reviewed(rate, on="2021-06-01"))


def test_each_missed_target_is_told():
    """Also those of years ago."""
    targets = tuple(value(f"{year}-12-31", str(year)) for year in (2019, 2020, 2021))
    many = evolve(
        KEPT, targets=targets, values=tuple(evolve(each, value="100") for each in targets)
    )
    found = [each for each in reviewed(many, on="2021-06-01") if each.code == "target_missed"]
    assert ["2019-12-31", "2020-12-31"] == [finding.values["on"] for finding in found]


# -- speed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("deep", [False, True])
def test_a_big_concept_is_reviewed_at_once(deep: bool):
    """Thousands of goals and measures, side by side or each a part of the one before."""
    count = 3_000
    put = [
        entry
        for number in range(count)
        for entry in (
            goal(f"z-{number}", part_of=f"z-{number - 1}" if deep and number else None),
            measure(f"m-{number}", goals=(f"z-{number}",), offers=("o-1",)),
            indicator(f"i-{number}", goals=(f"z-{number}",)),
        )
    ]
    big, offers = concept(*put), network(offer())
    started = time.process_time()
    found = review_concept(big, day("2019-06-01"), network=offers)
    assert 2 + 3 * count == len(found)
    assert 3 > time.process_time() - started
