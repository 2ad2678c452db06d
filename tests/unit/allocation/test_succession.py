"""Recipients that merge, split or are renamed."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan import InvalidValueError, Recipients
from integrationsplan.allocation import Succession, carry_over

AFTER = dt.date(2022, 1, 1)
MERGER = Succession(predecessor="Eisenach", successor="Wartburgkreis", start=dt.date(2021, 7, 1))


def towns(*rows: dict[str, Any]) -> Recipients:
    """Make recipients."""
    return Recipients.of(rows)


def persons(recipients: Recipients) -> dict[str, Any]:
    """Return the persons of each recipient."""
    return {member.key: member.figures["persons"] for member in recipients}


def problems(*args: Any, **kwargs: Any) -> set[tuple[str, str]]:
    """Return what carrying over refuses."""
    with pytest.raises(InvalidValueError) as error:
        carry_over(*args, **kwargs)
    return {(problem.code, problem.pointer) for problem in error.value.problems}


EISENACH = {"key": "Eisenach", "persons": 40}
WARTBURGKREIS = {"key": "Wartburgkreis", "persons": "60"}
SUM: dict[str, Any] = {"persons": "sum"}


def test_eisenach_goes_into_the_wartburgkreis():
    """Both are summed under the key of the successor."""
    carried = carry_over(towns(EISENACH, WARTBURGKREIS), [MERGER], day=AFTER, figures=SUM)
    assert {"Wartburgkreis": 100} == persons(carried)


def test_before_its_day_nothing_is_merged():
    """The day before, both are there."""
    given = towns(EISENACH, WARTBURGKREIS)
    day = dt.date(2021, 6, 30)
    assert given == carry_over(given, [MERGER], day=day, figures=SUM)


def test_on_its_day_it_is_merged():
    """The first day counts."""
    carried = carry_over(
        towns(EISENACH, WARTBURGKREIS), [MERGER], day=dt.date(2021, 7, 1), figures=SUM
    )
    assert ["Wartburgkreis"] == [member.key for member in carried]


def test_who_is_not_concerned_stays_as_it_is():
    """Other recipients keep place and figures, whatever the rules say."""
    suhl = {"key": "Suhl", "persons": 1, "other": 5}
    carried = carry_over(towns(suhl, EISENACH, WARTBURGKREIS), [MERGER], day=AFTER, figures=SUM)
    assert ("Suhl", 5) == (carried.members[0].key, carried.members[0].figures["other"])


def test_a_renamed_recipient_takes_the_place_of_the_old_one():
    """A new key and name, the same figures, kind and parent."""
    old = {"key": "old", "kind": "Kreis", "parent": "16", "persons": 3}
    rename = Succession(predecessor="old", successor="new", start=AFTER, name="New")
    carried = carry_over(
        towns(old, {"key": "b", "parent": "16", "persons": 1}), [rename], day=AFTER, figures=SUM
    )
    first = carried.members[0]
    assert ("new", "New", "Kreis", "16", 3) == (
        first.key,
        first.name,
        first.kind,
        first.parent,
        first.figures["persons"],
    )


def test_successions_follow_one_another():
    """What was merged once is merged again, in the order of the days."""
    later = Succession(predecessor="Wartburgkreis", successor="Land", start=dt.date(2021, 8, 1))
    carried = carry_over(towns(EISENACH, WARTBURGKREIS), [later, MERGER], day=AFTER, figures=SUM)
    assert {"Land": 100} == persons(carried)


def test_a_recipient_goes_over_in_parts():
    """Each successor gets its share."""
    halves = [
        Succession(predecessor="old", successor=key, start=AFTER, share=share)
        for key, share in (("a", "0.25"), ("b", "3/4"))
    ]
    carried = carry_over(towns({"key": "old", "persons": 8}), halves, day=AFTER, figures=SUM)
    assert {"a": 2, "b": 6} == persons(carried)


def test_two_may_change_names():
    """Successions of one day take place at once."""
    swap = [
        Succession(predecessor="a", successor="b", start=AFTER),
        Succession(predecessor="b", successor="a", start=AFTER),
    ]
    given = towns({"key": "a", "persons": 1}, {"key": "b", "persons": 2})
    assert {"a": 2, "b": 1} == persons(carry_over(given, swap, day=AFTER, figures=SUM))


def test_the_successor_may_keep_its_own_figure():
    """With the rule successor nothing is added."""
    carried = carry_over(
        towns(EISENACH, WARTBURGKREIS), [MERGER], day=AFTER, figures={"persons": "successor"}
    )
    assert {"Wartburgkreis": "60"} == persons(carried)


def test_a_code_that_is_the_same_is_kept():
    """With the rule same all must agree."""
    rows = [{**EISENACH, "land": "16"}, {**WARTBURGKREIS, "land": "16"}]
    carried = carry_over(
        towns(*rows), [MERGER], day=AFTER, figures={"persons": "sum", "land": "same"}
    )
    assert "16" == carried["Wartburgkreis"].figures["land"]


def test_posts_go_to_the_successor():
    """Records below come along; a key that is taken gets that of the predecessor."""
    rows = [
        {**EISENACH, "records": {"post": [{"key": "1"}, {"key": "2"}]}},
        {**WARTBURGKREIS, "records": {"post": [{"key": "1"}]}},
    ]
    carried = carry_over(towns(*rows), [MERGER], day=AFTER, figures=SUM)
    records = carried["Wartburgkreis"].records["post"]
    assert ["1", "Eisenach:1", "2"] == [record.key for record in records]


def test_everything_that_is_wrong_is_told_at_once():
    """Figures without rule and figures that do not fit stand in one report."""
    rows = [{**EISENACH, "land": "15", "area": 1}, {**WARTBURGKREIS, "land": "16"}]
    assert {("no_carry_rule", "/figures/area"), ("not_carried", "/Wartburgkreis/land")} == problems(
        towns(*rows), [MERGER], day=AFTER, figures={"persons": "sum", "land": "same"}
    )


def test_a_missing_figure_is_not_zero():
    """A sum needs all."""
    rows = [{"key": "Eisenach"}, WARTBURGKREIS]
    assert {("not_carried", "/Wartburgkreis/persons")} == problems(
        towns(*rows), [MERGER], day=AFTER, figures=SUM
    )


def test_a_rest_of_a_predecessor_is_missed():
    """Shares that do not sum to 1 would lose persons."""
    half = Succession(predecessor="Eisenach", successor="Suhl", start=AFTER, share="0.5")
    assert {("parts_of_predecessor", "/Eisenach")} == problems(
        towns(EISENACH), [half], day=AFTER, figures=SUM
    )


def test_merged_ones_of_different_parents_need_a_successor():
    """Whose parent a new recipient has is not guessed."""
    rows = [{"key": "a", "parent": "x", "persons": 1}, {"key": "b", "parent": "y", "persons": 1}]
    both = [Succession(predecessor=key, successor="c", start=AFTER) for key in "ab"]
    assert {("predecessors_differ", "/c/parent")} == problems(
        towns(*rows), both, day=AFTER, figures=SUM
    )


def test_posts_are_not_divided():
    """A post goes to one successor or the other."""
    parts = [
        Succession(predecessor="Eisenach", successor=key, start=AFTER, share="0.5") for key in "ab"
    ]
    row = {**EISENACH, "records": {"post": [{"key": "1"}]}}
    assert {("records_divided", "/a/records"), ("records_divided", "/b/records")} == problems(
        towns(row), parts, day=AFTER, figures=SUM
    )


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        (("own_successor", "/successor"), {"successor": "Eisenach"}),
        (("bad_part", "/share"), {"share": "0"}),
        (("bad_part", "/share"), {"share": "1.5"}),
        (("wrong_form", "/share"), {"share": "a"}),
    ],
)
def test_a_succession_is_checked(wanted: tuple[str, str], fields: dict[str, str]):
    """A succession that says nothing is refused."""
    given: dict[str, Any] = {
        "predecessor": "Eisenach",
        "successor": "Suhl",
        "start": AFTER,
        **fields,
    }
    with pytest.raises(InvalidValueError) as error:
        Succession(**given)
    assert [wanted] == [(problem.code, problem.pointer) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("is_same", "first", "second"),
    [(True, 40, "40"), (True, "40", "40.0"), (False, 1, True), (False, "a", "b"), (True, "a", "a")],
)
def test_same_means_the_same_value(is_same: bool, first: object, second: object):
    """A number may be written in two ways; a truth is no number."""
    given = towns({"key": "Eisenach", "x": first}, {"key": "Wartburgkreis", "x": second})
    if is_same:
        carried = carry_over(given, [MERGER], day=AFTER, figures={"x": "same"})
        assert "x" in carried["Wartburgkreis"].figures
    else:
        assert {("not_carried", "/Wartburgkreis/x")} == problems(
            given, [MERGER], day=AFTER, figures={"x": "same"}
        )
