"""No figure that a protected report does not show can be computed from what it shows.

The reader of these tests knows how indicators hang together: that a person is unemployed, inactive
or employed, that the long-term unemployed are unemployed, that each has one age and one level of
education, and that sums are sums. He gets the rows of the report, and integer programming.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from integrationsplan import Period
from integrationsplan.monitoring import (
    DisclosureRules,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    protect_report,
)
from integrationsplan.values import FrozenMap

SEXES = ("female", "male", "unknown")
LABOUR = ("long-term", "short-term", "inactive", "employed", "?")
AGES = ("child", "young", "middle", "older", "?")
EDUCATION = ("low", "middle", "high", "?")

PERSON = st.tuples(
    st.sampled_from(SEXES),
    st.sampled_from(LABOUR),
    st.sampled_from(AGES),
    st.sampled_from(EDUCATION),
)

WHO: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "EECO02": (1, ("long-term", "short-term")),
    "EECO03": (1, ("long-term",)),
    "EECO04": (1, ("inactive",)),
    "EECO05": (1, ("employed",)),
    "EECO06": (2, ("child",)),
    "EECO07": (2, ("young",)),
    "EECO08": (2, ("older",)),
    "EECO09": (3, ("low",)),
    "EECO10": (3, ("middle",)),
    "EECO11": (3, ("high",)),
}
"""Where each indicator looks, and whom it counts there."""

CELLS = {1: LABOUR, 2: AGES, 3: EDUCATION}


def report_of(persons: Iterable[tuple[str, ...]]) -> IndicatorReport:
    """Count persons as the tally does."""
    given_persons = list(persons)
    rows = []
    for sex in (*SEXES, "total"):
        group = [each for each in given_persons if sex in (each[0], "total")]
        rows.append(_row("EECO01", sex, len(group), len(group), 0))
        for code, (place, wanted) in WHO.items():
            lacking = sum(each[place] == "?" for each in group)
            number = sum(each[place] in wanted for each in group)
            rows.append(_row(code, sex, number, len(group) - lacking, lacking))
    return IndicatorReport(
        id="report",
        period=Period.of_year(2019),
        as_of=dt.date(2019, 12, 31),
        by=("sex",),
        rows=tuple(rows),
    )


def _row(code: str, sex: str, number: int, of: int, lacking: int) -> IndicatorRow:
    status = FigureStatus.COUNTED
    if lacking:
        status = FigureStatus.INCOMPLETE if of else FigureStatus.UNKNOWN
    return IndicatorRow(
        indicator=code,
        groups=FrozenMap({"sex": sex}),
        value=str(number) if status.has_value else None,
        status=status,
        of=of,
        lacking=lacking,
        undecided=0,
    )


class Attacker:
    """A reader with a solver: one unknown for each sex and class, in each of three divisions."""

    def __init__(self, report: IndicatorReport, rules: DisclosureRules) -> None:
        """Write down what the report says."""
        highspy = pytest.importorskip("highspy")
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)
        unknown = {
            # No more than all who live there: without an end the solver may stop anywhere.
            (place, sex, cell): self._solver.addVariable(0, 1_000, 0, highspy.HighsVarType.kInteger)
            for place, cells in CELLS.items()
            for sex in SEXES
            for cell in cells
        }
        self._unknown = unknown
        for sex, place in itertools.product(SEXES, (2, 3)):
            first = sum(unknown[1, sex, cell] for cell in LABOUR)
            self._solver.addConstr(first == sum(unknown[place, sex, cell] for cell in CELLS[place]))
        hidden = Counter(row.indicator for row in report.rows if row.value is None)
        for row in report.rows:
            figure = self.figure(row)
            if row.value is not None:
                self._solver.addConstr(figure == int(row.value))
            elif row.status is FigureStatus.UNKNOWN:
                self._solver.addConstr(figure == 0)
            elif hidden[row.indicator] < len(SEXES) + 1 and not rules.protects_zeros:
                self._solver.addConstr(figure >= 1)  # zeros are shown, unless nothing is
            if row.indicator not in WHO:
                continue
            place = WHO[row.indicator][0]
            silent = sum(unknown[place, sex, "?"] for sex in _sexes(row))
            said = sum(unknown[place, sex, c] for sex in _sexes(row) for c in CELLS[place][:-1])
            if row.of is not None:
                self._solver.addConstr(said == row.of)
            if row.status is FigureStatus.COUNTED:
                self._solver.addConstr(silent == 0)
            elif row.status in (FigureStatus.INCOMPLETE, FigureStatus.UNKNOWN):
                self._solver.addConstr(silent >= 1)
            if row.status is FigureStatus.UNKNOWN:
                self._solver.addConstr(said == 0)

    def figure(self, row: IndicatorRow) -> Any:
        """Return what a row counts."""
        place, wanted = WHO.get(row.indicator, (1, LABOUR))
        return sum(self._unknown[place, sex, cell] for sex in _sexes(row) for cell in wanted)

    def knows(self, row: IndicatorRow) -> bool:
        """Return whether one value alone fits all that is shown."""
        figure = self.figure(row)
        self._solver.minimize(figure)
        assert self._solver.getModelStatus() == self._optimal
        lowest = round(self._solver.getInfo().objective_function_value)
        self._solver.maximize(figure)
        assert self._solver.getModelStatus() == self._optimal
        return lowest == round(self._solver.getInfo().objective_function_value)


def _sexes(row: IndicatorRow) -> tuple[str, ...]:
    return SEXES if row.groups["sex"] == "total" else (row.groups["sex"],)


@given(
    st.lists(PERSON, max_size=60),
    st.builds(
        DisclosureRules,
        least=st.sampled_from([3, 5]),
        protects_zeros=st.booleans(),
    ),
)
@settings(max_examples=60, deadline=None)
def test_no_reader_computes_what_a_report_does_not_show(
    persons: list[tuple[str, ...]], rules: DisclosureRules
):
    """Of each small count that is not shown at least two values fit."""
    report = report_of(persons)
    protected = protect_report(report, rules)
    attacker = Attacker(protected, rules)
    for row, before in zip(protected.rows, report.rows, strict=True):
        if before.number is not None and rules.is_small(int(before.number)):
            assert FigureStatus.SUPPRESSED is row.status
            assert not attacker.knows(row), (row, before.value)


@given(st.lists(PERSON, max_size=40))
@settings(max_examples=60, deadline=None)
def test_what_is_shown_is_what_was_counted(persons: list[tuple[str, ...]]):
    """Nothing is changed, only left out."""
    report = report_of(persons)
    protected = protect_report(report, DisclosureRules(least=3))
    assert protected.lacking == ()
    for row, before in zip(protected.rows, report.rows, strict=True):
        assert (row.indicator, row.groups) == (before.indicator, before.groups)
        assert row.lacking is None
        if row.status is FigureStatus.SUPPRESSED:
            assert (None, None) == (row.value, row.of)
        else:
            assert (before.value, before.status) == (row.value, row.status)
            assert row.of in (None, before.of)


def test_the_reader_of_these_tests_computes_what_is_left_open():
    """Without complementary suppression he has the count at once."""
    persons = [("female", "inactive", "young", "low")]
    for sex in ("female", "male"):
        persons += [(sex, "employed", "young", "low")] * 9
    report = report_of(persons)
    rules = DisclosureRules(least=3, complementary=False)
    protected = protect_report(report, rules)
    attacker = Attacker(protected, rules)
    assert FigureStatus.SUPPRESSED is protected.row("EECO04", sex="female").status
    assert attacker.knows(protected.row("EECO04", sex="female"))
