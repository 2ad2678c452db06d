"""No figure that a protected report does not show can be computed from what it shows.

The reader of these tests knows how indicators hang together: that a person is unemployed, inactive
or employed, that the long-term unemployed are unemployed, that each has one age and one level of
education, and that sums are sums. He gets the rows of the report, and integer programming.
"""

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

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
TOWNS = ("a", "b", "c")


class Counted(NamedTuple):
    """Whom an indicator counts, and of whom it cannot be told.

    Attributes:
        kinds: Which classes of persons it looks at.
        wanted: Those that it counts.
        silent: Those of whom it cannot be told.
        table: Which indicators are shown, or not, in one table.
    """

    kinds: int
    wanted: tuple[str, ...]
    silent: tuple[str, ...] = ("?",)
    table: str = ""


class Family(NamedTuple):
    """Indicators that a reader knows to hang together.

    Attributes:
        classes: Each person has one class of each kind.
        who: The indicators.
        is_complete: Whether of whom something is not told, nothing is told that might not be.
    """

    classes: tuple[tuple[str, ...], ...]
    who: Mapping[str, Counted]
    is_complete: bool = False


LABOUR = ("long-term", "short-term", "how-long?", "inactive", "employed", "?")
AGES = ("child", "young", "middle", "older", "?")
EDUCATION = ("low", "middle", "high", "?")

EECO = Family(
    (LABOUR, AGES, EDUCATION),
    {
        "EECO01": Counted(0, LABOUR, (), "all"),
        "EECO02": Counted(0, ("long-term", "short-term", "how-long?"), table="labour"),
        "EECO03": Counted(0, ("long-term",), ("?", "how-long?"), "labour"),
        "EECO04": Counted(0, ("inactive",), table="labour"),
        "EECO05": Counted(0, ("employed",), table="labour"),
        "EECO06": Counted(1, ("child",), table="age"),
        "EECO07": Counted(1, ("young",), table="age"),
        "EECO08": Counted(1, ("older",), table="age"),
        "EECO09": Counted(2, ("low",), table="education"),
        "EECO10": Counted(2, ("middle",), table="education"),
        "EECO11": Counted(2, ("high",), table="education"),
    },
)

AT_WORK = ("long-term", "short-term", "idle", "learning", "employed")
YEARS = ("young", "middle", "older")
WORK_AND_AGE = tuple(f"{work} {years}" for work in AT_WORK for years in YEARS)


def _those(work: tuple[str, ...] = AT_WORK, years: tuple[str, ...] = YEARS) -> tuple[str, ...]:
    return tuple(f"{one} {other}" for one in work for other in years)


CO = Family(
    ((*WORK_AND_AGE, "?"), ("none", *EDUCATION), ("living", "dead")),
    {
        "PLANS_LIVING": Counted(2, ("living",), (), "life"),
        "PLANS_DEAD": Counted(2, ("dead",), (), "life"),
        "CO01": Counted(0, _those(("long-term", "short-term")), table="labour"),
        "CO02": Counted(0, _those(("long-term",)), table="labour"),
        "CO03": Counted(0, _those(("idle", "learning")), table="labour"),
        "CO04": Counted(0, _those(("idle",)), table="labour"),
        "CO05": Counted(0, _those(("employed",)), table="labour"),
        "CO06": Counted(0, _those(years=("young",)), table="age"),
        "CO07": Counted(0, _those(years=("older",)), table="age"),
        "CO08": Counted(0, _those(AT_WORK[:3], ("older",)), table="age"),
        "CO09": Counted(1, ("low",), table="education"),
        "CO10": Counted(1, ("middle",), table="education"),
        "CO11": Counted(1, ("high",), table="education"),
    },
    is_complete=True,
)

Dimensions = Mapping[str, tuple[str, ...]]

ONE = {"sex": SEXES}
TWO = {"sex": SEXES[:2], "town": TOWNS}


class Person(NamedTuple):
    """One person: a group of each dimension, and one class of each kind."""

    groups: tuple[str, ...]
    classes: tuple[str, ...]


def persons_of(dimensions: Dimensions, family: Family = EECO) -> st.SearchStrategy[list[Person]]:
    """Draw persons, several of a kind: most groups are neither empty nor of all kinds."""
    classes: st.SearchStrategy[tuple[str, ...]]
    if family.is_complete:
        told, others = (
            st.tuples(
                *(
                    st.sampled_from(
                        [each for each in classes if (each == "?") is silent or "?" not in classes]
                    )
                    for classes in family.classes
                )
            )
            for silent in (False, True)
        )
        classes = told | others
    else:
        classes = st.tuples(*map(st.sampled_from, family.classes))
    kinds = st.builds(Person, st.tuples(*map(st.sampled_from, dimensions.values())), classes)
    alike = st.builds(lambda kind, number: [kind] * number, kinds, st.sampled_from([1, 1, 2, 3, 9]))
    return st.lists(alike, max_size=24).map(lambda found: list(itertools.chain(*found)))


RULES = st.builds(DisclosureRules, least=st.sampled_from([3, 5]), protects_zeros=st.booleans())


def report_of(
    persons: Iterable[Person], dimensions: Dimensions, family: Family = EECO
) -> IndicatorReport:
    """Count persons as the tally does."""
    everybody = list(persons)
    rows = []
    for key in itertools.product(*((*groups, "total") for groups in dimensions.values())):
        here = [
            person
            for person in everybody
            if all(
                wanted in (is_in, "total") for wanted, is_in in zip(key, person.groups, strict=True)
            )
        ]
        for code, counted in family.who.items():
            classes = [person.classes[counted.kinds] for person in here]
            lacking = sum(each in counted.silent for each in classes)
            number = sum(each in counted.wanted for each in classes)
            groups = FrozenMap(dict(zip(dimensions, key, strict=True)))
            rows.append(_row(code, groups, number, len(here) - lacking, lacking))
    return IndicatorReport(
        id="report",
        period=Period.of_year(2019),
        as_of=dt.date(2019, 12, 31),
        by=tuple(dimensions),
        rows=tuple(rows),
    )


def _row(
    code: str, groups: FrozenMap[str, str], number: int, of: int, lacking: int
) -> IndicatorRow:
    status = FigureStatus.COUNTED
    if lacking:
        status = FigureStatus.INCOMPLETE if of else FigureStatus.UNKNOWN
    return IndicatorRow(
        indicator=code,
        groups=groups,
        value=str(number) if status.has_value else None,
        status=status,
        of=of,
        lacking=lacking,
        undecided=0,
    )


class Attacker:
    """A reader with a solver: one unknown for each group and class."""

    def __init__(
        self,
        report: IndicatorReport,
        rules: DisclosureRules,
        dimensions: Dimensions,
        family: Family = EECO,
    ) -> None:
        """Write down what the report says."""
        highspy = pytest.importorskip("highspy")
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)
        self._dimensions, self._family = dimensions, family
        self._leaves = list(itertools.product(*dimensions.values()))
        self._unknown = {
            # No more than all who live there: without an end the solver may stop anywhere.
            (kinds, leaf, each): self._solver.addVariable(
                0, 1_000, 0, highspy.HighsVarType.kInteger
            )
            for kinds, classes in enumerate(family.classes)
            for leaf in self._leaves
            for each in classes
        }
        for leaf, kinds in itertools.product(self._leaves, range(1, len(family.classes))):
            self._same(leaf, family.classes[0], kinds, family.classes[kinds])
            if family.is_complete and "?" in family.classes[kinds]:
                self._same(leaf, ("?",), kinds, ("?",))
        for row in report.rows:
            self._read(row)
        if not rules.protects_zeros:
            self._read_that_zeros_are_shown(report)

    def _same(
        self, leaf: tuple[str, ...], first: Iterable[str], kinds: int, others: Iterable[str]
    ) -> None:
        self._solver.addConstr(self._sum(0, [leaf], first) == self._sum(kinds, [leaf], others))

    def knows(self, row: IndicatorRow) -> bool:
        """Return whether one value alone fits all that is shown."""
        lowest, highest = self.bounds(row)
        return lowest == highest

    def bounds(self, row: IndicatorRow) -> tuple[int, int]:
        """Return the lowest and the highest value that fit all that is shown."""
        figure = self._figure(row)
        found = []
        for look in (self._solver.minimize, self._solver.maximize):
            look(figure)
            assert self._solver.getModelStatus() == self._optimal
            found.append(round(self._solver.getInfo().objective_function_value))
        return found[0], found[1]

    def _read(self, row: IndicatorRow) -> None:
        """Write down the figure, of how many, and what the status tells."""
        kinds, _, silent_classes, _ = self._family.who[row.indicator]
        leaves = self._at(row)
        telling = [each for each in self._family.classes[kinds] if each not in silent_classes]
        told = self._sum(kinds, leaves, telling)
        if row.value is not None:
            self._solver.addConstr(self._figure(row) == int(row.value))
        if row.of is not None:
            self._solver.addConstr(told == row.of)
        if not silent_classes:
            return
        silent = self._sum(kinds, leaves, silent_classes)
        if row.status is FigureStatus.COUNTED:
            self._solver.addConstr(silent == 0)
        elif row.status in (FigureStatus.INCOMPLETE, FigureStatus.UNKNOWN):
            self._solver.addConstr(silent >= 1)
        if row.status is FigureStatus.INCOMPLETE:
            self._solver.addConstr(told >= 1)
        elif row.status is FigureStatus.UNKNOWN:
            self._solver.addConstr(told == 0)

    def _read_that_zeros_are_shown(self, report: IndicatorReport) -> None:
        """Write down that what is not shown is at least 1, where that is for sure.

        Where nothing of a table, or of a group, is shown, zeros are not either. Where it is not
        shown how many persons there are, a zero may be left out as it would tell that it is
        incomplete. The older ones may be left out as others of them are.
        """
        shown = [row for row in report.rows if row.status is not FigureStatus.SUPPRESSED]
        tables = {self._family.who[row.indicator].table for row in shown}
        groups = {row.groups for row in shown}
        counted = {row.groups for row in shown if self._family.who[row.indicator].table == "all"}
        told = {
            (row.groups, self._silence(row)) for row in shown if row.status is FigureStatus.COUNTED
        }
        for row in report.rows:
            is_all = self._family.who[row.indicator].table == "all"
            if (
                row.status is FigureStatus.SUPPRESSED
                and row.indicator not in ("CO07", "CO08")
                and self._family.who[row.indicator].table in tables
                and (
                    row.groups in (groups if is_all else counted)
                    or (row.groups, self._silence(row)) in told
                )
            ):
                self._solver.addConstr(self._figure(row) >= 1)

    def _silence(self, row: IndicatorRow) -> tuple[int, tuple[str, ...]]:
        counted = self._family.who[row.indicator]
        return 0 if self._family.is_complete else counted.kinds, counted.silent

    def _figure(self, row: IndicatorRow) -> Any:
        counted = self._family.who[row.indicator]
        return self._sum(counted.kinds, self._at(row), counted.wanted)

    def _sum(self, kinds: int, leaves: Iterable[tuple[str, ...]], classes: Iterable[str]) -> Any:
        return sum(self._unknown[kinds, *each] for each in itertools.product(leaves, classes))

    def _at(self, row: IndicatorRow) -> list[tuple[str, ...]]:
        key = [row.groups[name] for name in self._dimensions]
        return [
            leaf
            for leaf in self._leaves
            if all(wanted in (is_in, "total") for wanted, is_in in zip(key, leaf, strict=True))
        ]


def assert_hidden(
    persons: list[Person],
    rules: DisclosureRules,
    dimensions: Dimensions,
    family: Family = EECO,
) -> None:
    """Assert that no small count is shown, and none can be computed."""
    report = report_of(persons, dimensions, family)
    protected = protect_report(report, rules)
    attacker = Attacker(protected, rules, dimensions, family)
    for row, before in zip(protected.rows, report.rows, strict=True):
        if before.number is not None and rules.is_small(int(before.number)):
            assert FigureStatus.SUPPRESSED is row.status
            lowest, highest = attacker.bounds(row)
            assert lowest <= before.number <= highest, (
                "the reader takes something for sure that is not"
            )
            assert lowest < highest, (row, before.value)


def alike(number: int, groups: tuple[str, ...], *classes: str) -> list[Person]:
    """Return persons of a kind."""
    return [Person(groups, classes)] * number


PAIRS = [Person((sex,), ("short-term", age, "low")) for sex in SEXES for age in ("middle", "?")]
"""Two persons of each sex, of one of whom the age is not known: an "incomplete" zero of children
tells that there are two persons at least, and there are six."""


@given(persons_of(ONE), RULES)
@example(PAIRS, DisclosureRules(least=3))
@settings(max_examples=80, deadline=None)
def test_no_reader_computes_what_a_report_does_not_show(
    persons: list[Person], rules: DisclosureRules
):
    """Of each small count that is not shown at least two values fit."""
    assert_hidden(persons, rules, ONE)


@given(persons_of(TWO), RULES)
@settings(max_examples=40, deadline=None)
def test_no_reader_computes_it_from_two_dimensions(persons: list[Person], rules: DisclosureRules):
    """Nor from the sums over both of them."""
    assert_hidden(persons, rules, TWO)


COMPLETE = [
    *alike(3, ("unknown",), "?", "?", "living"),
    *alike(3, ("unknown",), "idle young", "middle", "living"),
    *alike(2, ("unknown",), "short-term young", "middle", "living"),
    *alike(1, ("unknown",), "short-term young", "low", "living"),
]
"""Six complete records, as those at work and without tell: one is left beside five."""


ONE_INCOMPLETE = [
    *alike(1, ("female",), "?", "?", "living"),
    *alike(8, ("male",), "employed middle", "middle", "living"),
]
"""Eight complete records of men are of eight men at least, so that there is one woman of nine."""


@given(persons_of(ONE, CO), RULES)
@example(COMPLETE, DisclosureRules(least=3))
@example(ONE_INCOMPLETE, DisclosureRules(least=3))
@settings(max_examples=80, deadline=None)
def test_no_reader_computes_it_from_how_many_records_are_complete(
    persons: list[Person], rules: DisclosureRules
):
    """Of whom something is not told nothing is, in all indicators alike."""
    assert_hidden(persons, rules, ONE, CO)


@given(persons_of({}), RULES)
@settings(max_examples=40, deadline=None)
def test_no_reader_computes_it_from_totals_alone(persons: list[Person], rules: DisclosureRules):
    """Nor where there are no groups at all."""
    assert_hidden(persons, rules, {})


@given(persons_of(ONE), RULES)
@settings(max_examples=60, deadline=None)
def test_what_is_shown_is_what_was_counted(persons: list[Person], rules: DisclosureRules):
    """Nothing is changed, only left out."""
    report = report_of(persons, ONE)
    protected = protect_report(report, rules)
    assert protected.lacking == ()
    for row, before in zip(protected.rows, report.rows, strict=True):
        assert (row.indicator, row.groups) == (before.indicator, before.groups)
        assert row.lacking is None
        if row.status is FigureStatus.SUPPRESSED:
            assert (None, None) == (row.value, row.of)
        else:
            assert (before.value, before.status) == (row.value, row.status)
            assert row.of in (None, before.of)


@given(persons_of(ONE), RULES, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_rows_tells_no_reader_anything(
    persons: list[Person], rules: DisclosureRules, chance: Any
):
    """Whatever comes first: nothing can be computed."""
    report = report_of(persons, ONE)
    rows = list(report.rows)
    chance.shuffle(rows)
    shuffled = IndicatorReport(
        id=report.id, period=report.period, as_of=report.as_of, by=report.by, rows=tuple(rows)
    )
    protected = protect_report(shuffled, rules)
    attacker = Attacker(protected, rules, ONE)
    for row, before in zip(protected.rows, rows, strict=True):
        if before.number is not None and rules.is_small(int(before.number)):
            assert not attacker.knows(row), (row, before.value)


def test_the_reader_of_these_tests_computes_what_is_left_open():
    """Without complementary suppression he has the count at once."""
    persons = alike(1, ("female",), "inactive", "young", "low")
    for sex in ("female", "male"):
        persons += alike(9, (sex,), "employed", "young", "low")
    rules = DisclosureRules(least=3, complementary=False)
    protected = protect_report(report_of(persons, ONE), rules)
    attacker = Attacker(protected, rules, ONE)
    hidden = protected.row("EECO04", sex="female")
    assert FigureStatus.SUPPRESSED is hidden.status
    assert attacker.knows(hidden)
