"""What of a report may leave the house: what is not shown, what stays, and what is said of it."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from integrationsplan import Period, Rounding, evolve
from integrationsplan.concept import Offer, OfferField, OfferUse
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import State
from integrationsplan.monitoring import (
    DisclosureRules,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    LackingRecords,
    RoundingBase,
    offer_use_figures,
    protect_report,
)
from integrationsplan.serialization import from_json, to_json
from integrationsplan.values import Bilingual, FrozenMap

YEAR = Period.of_year(2019)
LEAST_3 = DisclosureRules(least=3)
FIVES = RoundingBase(base=5, method=Rounding.HALF_UP)


def figure(indicator: str, value: int | str | None, of: int | None = None, **rest: Any) -> Any:
    """Return a row; what is no field of it is the group of a dimension."""
    fields = {name: rest.pop(name) for name in ("status", "lacking", "undecided") if name in rest}
    return IndicatorRow(
        indicator=indicator,
        groups=FrozenMap(rest),
        value=None if value is None else str(value),
        of=of,
        **fields,
    )


def report(*rows: IndicatorRow, by: tuple[str, ...] = (), **fields: Any) -> IndicatorReport:
    """Return a report."""
    return IndicatorReport(
        id="report", period=YEAR, as_of=dt.date(2019, 12, 31), by=by, rows=rows, **fields
    )


def by_sex(indicator: str, female: tuple[int, int], male: tuple[int, int]) -> list[IndicatorRow]:
    """Return the figures of two sexes, each as value and of how many, and their sum."""
    total = (female[0] + male[0], female[1] + male[1])
    return [
        figure(indicator, value, of, sex=sex, lacking=0, undecided=0)
        for sex, (value, of) in (("female", female), ("male", male), ("total", total))
    ]


def values(found: IndicatorReport) -> list[str | None]:
    """Return the values of a report."""
    return [row.value for row in found.rows]


def pointers(error: pytest.ExceptionInfo[InvalidValueError]) -> list[str]:
    """Return the places of what was refused."""
    return [problem.pointer for problem in error.value.problems]


# ------------------------------------------------------------------------------- what is not shown


def test_nothing_stands_beside_what_is_not_shown():
    """Neither of how many, nor how many lack something."""
    [row] = protect_report(report(figure("EECO16", 2, 40, lacking=3, undecided=0)), LEAST_3).rows
    assert (None, FigureStatus.SUPPRESSED, None, None, None) == (
        row.value,
        row.status,
        row.of,
        row.lacking,
        row.undecided,
    )


def test_neither_records_nor_plans_that_are_few_remain():
    """Names, how many lack something, how many are erased: other counts beside a count."""
    named = LackingRecords(indicator="EECO16", fact="housing", number=1, records=("plan-7",))
    found = protect_report(
        report(figure("EECO16", 12, 40), lacking=(named,), plans=2, erased=1), LEAST_3
    )
    assert ((), None, None) == (found.lacking, found.plans, found.erased)
    assert "plan-7" not in to_json(found)


@pytest.mark.parametrize(
    ("plans", "rules", "expected"),
    [
        (2, LEAST_3, None),
        (3, LEAST_3, 3),
        (0, LEAST_3, 0),
        (0, DisclosureRules(least=3, protects_zeros=True), None),
        (12, DisclosureRules(rounding=FIVES), 10),
        (None, LEAST_3, None),
    ],
)
def test_how_many_plans_is_a_count_as_others(
    plans: int | None, rules: DisclosureRules, expected: int | None
):
    """It is left out where it is small, and rounded where counts are."""
    assert expected == protect_report(report(plans=plans), rules).plans


def test_the_rules_stand_with_the_report():
    """Readers see which they were; what the report said before stays."""
    before = Bilingual(de="Erstmals gezählt.", en="Counted for the first time.")
    found = protect_report(report(figure("EECO16", 12, 40), account=(before,)), LEAST_3)
    assert LEAST_3 == found.disclosure
    assert before == found.account[0]


def test_what_a_figure_says_of_all_is_left_out_where_some_lack_something():
    """Of how many, and of how many there are, would tell how many lack something."""
    row = figure("EECO16", 12, 40, lacking=2, undecided=0, status=FigureStatus.INCOMPLETE)
    [found] = protect_report(report(row), LEAST_3).rows
    assert ("12", FigureStatus.INCOMPLETE, None) == (found.value, found.status, found.of)


# ------------------------------------------------------------------------------------ the account


@pytest.mark.parametrize(
    ("rules", "value", "expected"),
    [
        (LEAST_3, 12, ["Every count is shown: none is small."]),
        (
            LEAST_3,
            2,
            [
                "Figures not shown: 1. These are counts from 1 to 2, and further ones from which "
                "such counts could be computed.",
                "No figure that is not shown follows from those shown. For each small count there "
                "are two tables of whole numbers that fit all that is shown and differ in it by 2 "
                "or more; this was checked for each.",
                "Tables are checked each by itself, given how many persons there are in all where "
                "that is not small. What follows from other reports is not looked at.",
            ],
        ),
        (
            DisclosureRules(least=3, complementary=False),
            2,
            [
                "Figures not shown: 1. These are counts from 1 to 2; sums may allow to compute "
                "them.",
                "Of the figures not shown, so many may follow from those shown: 1. The table "
                "should not be published.",
            ],
        ),
        (
            DisclosureRules(rounding=FIVES),
            2,
            [
                "Each figure is rounded by itself to a multiple of 5; sums need not add up.",
            ],
        ),
        (
            DisclosureRules(least=3, rounding=FIVES),
            12,
            [
                "Every count is shown: none is small.",
                "Each figure is rounded by itself to a multiple of 5; sums need not add up.",
            ],
        ),
    ],
)
def test_the_account_says_what_was_done(rules: DisclosureRules, value: int, expected: list[str]):
    """By which rule, and how many figures; never which of them is small."""
    found = protect_report(report(figure("EECO16", value, 40)), rules)
    assert expected == [line.en for line in found.account]


def test_the_account_counts_what_was_there():
    """What was not known before is not kept back."""
    rows = [
        figure("EECO16", 2, 40),
        figure("PLANS_LIVING", None, status=FigureStatus.NOT_COMPUTABLE),
        figure("EECO12", None, 0, lacking=40, undecided=0, status=FigureStatus.UNKNOWN),
    ]
    found = protect_report(report(*rows), LEAST_3)
    assert [FigureStatus.SUPPRESSED, FigureStatus.NOT_COMPUTABLE, FigureStatus.UNKNOWN] == [
        row.status for row in found.rows
    ]
    assert found.account[0].en.startswith("Figures not shown: 1.")


# ------------------------------------------------------------------ counts with and without groups


def test_a_report_of_totals_hides_what_is_small_and_one_more():
    """Who knows that there were forty subtracts."""
    found = protect_report(
        report(figure("EECO02", 24, 40), figure("EECO04", 2, 40), figure("EECO05", 14, 40)), LEAST_3
    )
    assert 2 == values(found).count(None)
    assert found.rows[1].value is None


@pytest.mark.parametrize(("value", "expected"), [(38, None), (30, "30"), (2, None), (40, "40")])
def test_who_is_in_none_counts_as_a_group(value: int, expected: str | None):
    """Thirty-eight of forty tell of the other two."""
    assert [expected] == values(protect_report(report(figure("EECO12", value, 40)), LEAST_3))


def test_dimensions_without_rows_of_their_groups_play_no_part():
    """A report by sex whose rows are totals alone is one of totals."""
    rows = [figure("EECO16", value, 40, sex="total") for value in (12,)]
    assert ["12"] == values(protect_report(report(*rows, by=("sex",)), LEAST_3))


def test_sums_over_groups_give_nothing_away():
    """One small group hides another one, or the sum."""
    found = protect_report(report(*by_sex("EECO16", (2, 30), (9, 40)), by=("sex",)), LEAST_3)
    assert found.row("EECO16", sex="female").value is None
    assert 2 <= values(found).count(None)


def test_three_dimensions_are_protected_together():
    """Each line of the cube with something hidden has two of them hidden, or none is computable."""
    names = ("body", "sex", "age")
    groups = {"body": ("a", "b"), "sex": ("female", "male"), "age": ("young", "old")}
    counts = dict(zip(itertools.product(*groups.values()), (1, 7, 9, 8, 6, 12, 11, 9), strict=True))
    rows = [
        figure("EECO16", number, 10 * number, **dict(zip(names, key, strict=True)))
        for key in itertools.product(*((*found, "total") for found in groups.values()))
        for number in [
            sum(
                count
                for leaf, count in counts.items()
                if all(k in (g, "total") for k, g in zip(key, leaf, strict=True))
            )
        ]
    ]
    found = protect_report(report(*rows, by=names), LEAST_3)
    hidden = {tuple(row.groups[name] for name in names) for row in found.rows if row.value is None}
    assert ("a", "female", "young") in hidden
    for place, name in enumerate(names):
        for key in hidden:
            line = {(*key[:place], each, *key[place + 1 :]) for each in (*groups[name], "total")}
            assert 2 <= len(line & hidden)


def test_the_long_term_unemployed_are_unemployed():
    """One who is unemployed, and not for long, is not shown through the difference."""
    rows = [
        figure("EECO02", 12, 40),
        figure("EECO03", 2, 40),
        figure("EECO04", 14, 40),
        figure("EECO05", 14, 40),
    ]
    assert [None] == values(protect_report(report(*rows), LEAST_3))[1:2]


def test_where_nothing_can_be_proven_nothing_is_shown():
    """Zeros but for a few persons: zeros neither."""
    rows = [
        figure("EECO16", value, value, sex=sex, body=body, lacking=0, undecided=0)
        for sex, body, value in (
            ("female", "a", 1),
            ("female", "b", 0),
            ("female", "total", 1),
            ("male", "a", 0),
            ("male", "b", 30),
            ("male", "total", 30),
            ("total", "a", 1),
            ("total", "b", 30),
            ("total", "total", 31),
        )
    ]
    found = protect_report(report(*rows, by=("sex", "body")), LEAST_3)
    assert None is found.row("EECO16", sex="female", body="a").value
    assert None is found.row("EECO16", sex="female").value
    assert None is found.row("EECO16", body="a").value


def by_three(code: str, unknown: int, female: int, male: int) -> list[IndicatorRow]:
    """Return the figures of three unknown, 185 women and 212 men."""
    counts = {"unknown": unknown, "female": female, "male": male}
    counts["total"] = sum(counts.values())
    every = {"unknown": 3, "female": 185, "male": 212, "total": 400}
    return [
        figure(code, count, every[sex], sex=sex, lacking=0, undecided=0)
        for sex, count in counts.items()
    ]


CROWDED = [
    *by_three("EECO01", 3, 185, 212),
    *by_three("EECO02", 1, 95, 97),
    *by_three("EECO04", 1, 50, 60),
    *by_three("EECO05", 1, 40, 55),
]
"""Three counts of 1 of three persons: while it is known that they are three, each is known."""


def test_a_group_without_room_is_put_together_with_another():
    """Nothing is shown of either, and all of the others."""
    found = protect_report(report(*CROWDED, by=("sex",)), LEAST_3)
    for code in found.indicators:
        men, everybody = (found.row(code, sex=sex) for sex in ("male", "total"))
        before = [row for row in CROWDED if row.indicator == code]
        assert [row.value for row in before[2:]] == [men.value, everybody.value]
        assert {row.status for row in found.of(code)[:2]} == {FigureStatus.SUPPRESSED}
    assert any("sex: female, unknown" in line.en for line in found.account)


def test_groups_are_put_together_with_what_belongs_to_them():
    """Medians, talks and zeros of such a group are not shown either; what has no groups is."""
    rows = [
        *CROWDED,
        *proofs("unknown", 1, 1, 1),
        *proofs("female", 60, 60, 65),
        *proofs("male", 70, 70, 72),
        *proofs("total", 131, 131, 138),
        *by_three("BW62_TALKS", 0, 185, 212),
        figure("EECO12", None, status=FigureStatus.NOT_COMPUTABLE),
        figure("CO20", 1),
    ]
    found = protect_report(report(*rows, by=("sex",)), LEAST_3)
    of_two = [row for row in found.rows if row.groups.get("sex") in ("female", "unknown")]
    assert {FigureStatus.SUPPRESSED} == {row.status for row in of_two}
    assert "100" == found.row("TIME_TO_FIRST_LEVEL", sex="male", figure="median-days").value
    assert ("212", "1") == (found.row("BW62_TALKS", sex="male").value, found.row("CO20").value)
    assert FigureStatus.NOT_COMPUTABLE is found.row("EECO12").status


def test_a_caseload_is_not_shown_where_it_is_not_how_many_persons_there_are():
    """Two women and nobody else: all plans are theirs."""
    rows = [
        *by_sex("EECO01", (2, 2), (0, 0)),
        *(
            figure("CASELOAD_PER_FTE", value, figure=name)
            for name, value in (("plans", 3), ("fte", "1.00"))
        ),
    ]
    found = protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert [None, "1.00"] == [row.value for row in found.of("CASELOAD_PER_FTE")]


@pytest.mark.parametrize("name", ["together", "together-"])
def test_a_group_may_have_any_name(name: str):
    """Also that of groups that were put together."""
    rows = [
        evolve(
            row, groups=FrozenMap({"sex": {"male": name}.get(row.groups["sex"], row.groups["sex"])})
        )
        for row in CROWDED
    ]
    found = protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert "97" == found.row("EECO02", sex=name).value


def test_a_status_does_not_tell_how_many_there_are():
    """An incomplete figure tells of two persons at least: three times two of six are all."""
    sexes = (("female", 2), ("male", 2), ("unknown", 2), ("total", 6))
    rows = [
        *(figure("EECO01", n, n, sex=sex, lacking=0, undecided=0) for sex, n in sexes),
        *(
            figure(
                "EECO16",
                0,
                n // 2,
                sex=sex,
                lacking=n // 2,
                undecided=0,
                status=FigureStatus.INCOMPLETE,
            )
            for sex, n in sexes
        ),
    ]
    found = protect_report(report(*rows, by=("sex",)), LEAST_3)
    is_total_shown = found.row("EECO01").value is not None
    statuses = [found.row("EECO16", sex=sex).status for sex, _ in sexes[:3]]
    assert not is_total_shown or FigureStatus.INCOMPLETE not in statuses


def test_complete_records_are_told_by_those_at_work_and_without():
    """Only complete records count: three unemployed and three inactive tell of all six of them."""
    counts = {"CO01": 3, "CO03": 3, "CO05": 0, "CO09": 1, "CO10": 5, "CO11": 0}
    rows = [
        figure(code, value, 6, lacking=3, undecided=0, status=FigureStatus.INCOMPLETE)
        for code, value in counts.items()
    ]
    found = protect_report(report(*rows), LEAST_3)
    are_all_told = None not in values(found)[:3]
    assert None is found.row("CO09").value
    assert not are_all_told or found.row("CO10").value is None


@pytest.mark.parametrize(
    ("hidden", "shown"), [("CR01", "CR04"), ("CR06", "CR09"), ("EECR01", "EECR03")]
)
def test_results_of_a_group_are_shown_together_or_not_at_all(hidden: str, shown: str):
    """They overlap: an inequality between them might tell."""
    rows = [*by_sex(hidden, (2, 30), (9, 40)), *by_sex(shown, (12, 30), (19, 40))]
    found = protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert values(found)[:3].index(None) == values(found)[3:].index(None)
    assert [v is None for v in values(found)[:3]] == [v is None for v in values(found)[3:]]


def test_of_how_many_is_not_shown_where_these_are_some_of_the_others():
    """Of those who left for work one is older: none of one tells of him."""
    rows = [
        figure("CR06", 10, 20, lacking=0, undecided=0),
        figure("CR08", 0, 1, lacking=0, undecided=0),
    ]
    found = protect_report(report(*rows), LEAST_3)
    assert [20, None] == [row.of for row in found.rows]


# ------------------------------------------------------------------------ talks, medians, caseload


def test_talks_of_few_persons_are_not_shown():
    """Forty talks of one person are those of one person; so are the topics of them."""
    numbers = (("female", 40, 1), ("male", 60, 20), ("other", 70, 30), ("total", 170, 51))
    rows = [
        *(figure("BW62_TALKS", value, of, sex=sex) for sex, value, of in numbers),
        *(figure("BW62_TOPICS", value, sex=sex, topic="work") for sex, value, _ in numbers),
    ]
    found = protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert None is found.row("BW62_TALKS", sex="female").value
    assert None is found.row("BW62_TOPICS", sex="female", topic="work").value
    assert ["170", "170"] == [values(found)[3], values(found)[7]]


def test_a_topic_tells_no_talks():
    """Who knows ten of eleven talks of two sexes to be of work knows how many the other had."""
    talks = (("female", 1, 5), ("male", 10, 20), ("total", 11, 25))
    topics = (("female", 0), ("male", 10), ("total", 10))
    rows = [
        *(figure("BW62_TALKS", value, of, sex=sex) for sex, value, of in talks),
        *(figure("BW62_TOPICS", value, sex=sex, topic="work") for sex, value in topics),
    ]
    found = protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert [None, None, "11", None, None] == values(found)[:5]


def proofs(sex: str, proven: int, without: int, before: int) -> list[IndicatorRow]:
    """Return who reached a level, and the median of those who did, where there are any."""
    counts = {"proven": proven, "without-proof": without, "before-start": before}
    code, every = "TIME_TO_FIRST_LEVEL", sum(counts.values())
    rows = [figure(code, count, count, sex=sex, proof=proof) for proof, count in counts.items()]
    rows.append(figure(code, every, every, sex=sex, proof="total", lacking=0, undecided=0))
    status = FigureStatus.COUNTED if proven else FigureStatus.NOT_COMPUTABLE
    days = 100 if proven else None
    rows.append(figure(code, days, proven, sex=sex, figure="median-days", status=status))
    return rows


@pytest.mark.parametrize(
    ("counts", "rules"),
    [
        (((1, 10, 0), (3, 10, 0), (4, 20, 0)), LEAST_3),
        (((1, 10, 0), (3, 10, 0), (4, 20, 0)), DisclosureRules(least=2)),
        (((0, 10, 5), (9, 10, 5), (9, 20, 10)), DisclosureRules(least=3, protects_zeros=True)),
    ],
)
def test_a_median_is_shown_where_it_is_shown_of_how_many(
    counts: tuple[tuple[int, int, int], ...], rules: DisclosureRules
):
    """Whether it is shown tells whether they are few."""
    sexes = ("female", "male", "total")
    rows = [row for sex, each in zip(sexes, counts, strict=True) for row in proofs(sex, *each)]
    found = protect_report(report(*rows, by=("sex",)), rules)
    for sex in sexes:
        proven = found.row("TIME_TO_FIRST_LEVEL", sex=sex, proof="proven").status
        median = found.row("TIME_TO_FIRST_LEVEL", sex=sex, figure="median-days").status
        assert (proven is FigureStatus.SUPPRESSED) == (median is FigureStatus.SUPPRESSED)
    assert None is found.row("TIME_TO_FIRST_LEVEL", sex="female", proof="proven").value


def test_how_many_plans_there_are_does_not_tell_of_a_group():
    """Four of five plans leave one, who had the level before."""
    counts = {"female": (0, 3, 1), "male": (0, 0, 1), "total": (0, 3, 2)}
    rows = [row for sex, each in counts.items() for row in proofs(sex, *each)]
    found = protect_report(report(*rows, by=("sex",), plans=5), LEAST_3)
    told = [found.row("TIME_TO_FIRST_LEVEL", sex=sex, proof="total").value for sex in counts]
    assert None is told[1]
    assert 2 <= [*told, found.plans].count(None)


def test_times_to_a_level_need_their_sum():
    """Who has it, who has not and who had it before are all of whom it is told."""
    rows = [row for row in proofs("total", 9, 9, 9) if row.groups.get("proof") != "total"]
    with pytest.raises(InvalidValueError) as error:
        protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert ["/rows/0", "/rows/1", "/rows/2"] == pointers(error)


@pytest.mark.parametrize(
    ("of", "rules", "expected"),
    [
        (2, LEAST_3, None),
        (3, LEAST_3, "100"),
        (0, DisclosureRules(least=3, protects_zeros=True), None),
        (30, DisclosureRules(rounding=FIVES), None),
    ],
)
def test_a_median_is_not_shown_of_few_or_beside_rounded_counts(
    of: int, rules: DisclosureRules, expected: str | None
):
    """It is somebody's days, and exact."""
    row = figure("TIME_TO_FIRST_LEVEL", 100, of, figure="median-days")
    [found] = protect_report(report(row), rules).rows
    assert (expected, None) == (found.value, found.of)


def test_a_median_that_cannot_be_computed_stays_so():
    """It is not kept back."""
    row = figure(
        "TIME_TO_FIRST_LEVEL", None, 0, figure="median-days", status=FigureStatus.NOT_COMPUTABLE
    )
    [found] = protect_report(report(row), LEAST_3).rows
    assert FigureStatus.NOT_COMPUTABLE is found.status


def caseload(plans: int | None, fte: str | None, ratio: str | None) -> list[IndicatorRow]:
    """Return the figures of a caseload that are there."""
    names = (("plans", plans), ("fte", fte), ("plans-per-fte", ratio))
    return [
        figure("CASELOAD_PER_FTE", value, figure=name) for name, value in names if value is not None
    ]


@pytest.mark.parametrize(
    ("rows", "rules", "expected"),
    [
        (caseload(40, "1.60", "25.00"), LEAST_3, ["40", "1.60", "25.00"]),
        (caseload(2, "1.60", "1.25"), LEAST_3, [None, "1.60", None]),
        (caseload(0, "1.60", "0.00"), LEAST_3, ["0", "1.60", "0.00"]),
        (
            caseload(0, "1.60", "0.00"),
            DisclosureRules(least=3, protects_zeros=True),
            [None, "1.60", None],
        ),
        (caseload(42, "1.60", "26.25"), DisclosureRules(rounding=FIVES), ["40", "1.60", "25.00"]),
        (caseload(None, None, "25.00"), LEAST_3, [None]),
    ],
)
def test_a_caseload_is_told_with_its_plans(
    rows: list[IndicatorRow], rules: DisclosureRules, expected: list[str | None]
):
    """The posts are known; plans and their ratio to the posts tell the same."""
    assert expected == values(protect_report(report(*rows), rules))


# ------------------------------------------------------------------------------------------ offers


def offers(*counts: tuple[int | None, int | None]) -> IndicatorReport:
    """Return a report of offers by participants and places."""
    entries: list[Any] = []
    for number, (participants, places) in enumerate(counts):
        known = {"participants": participants, "places": places}
        figures: Any = {name: count for name, count in known.items() if count is not None}
        entries += [
            Offer(id=f"o-{number}", field=OfferField.LANGUAGE, title="Course", provider="vhs"),
            OfferUse(id=f"u-{number}", offer=f"o-{number}", period=YEAR, **figures),
        ]
    state: State[Any] = State(FrozenMap({entry.id: entry for entry in entries}))
    return report(*offer_use_figures(state, YEAR).rows)


def test_the_ratio_of_an_offer_tells_of_its_participants():
    """It is shown where they are; places are nobody's."""
    found = protect_report(offers((2, 10), (8, 10), (9, 10)), LEAST_3)
    names = ("participants", "participants-per-place", "places")
    assert {
        "o-0": [None, None, "10"],
        "o-1": [None, None, "10"],
        "o-2": ["9", "0.90", "10"],
        "total": ["19", "0.63", "30"],
    } == {
        offer: [found.row("OFFER_USE", offer=offer, figure=name).value for name in names]
        for offer in ("o-0", "o-1", "o-2", "total")
    }


@pytest.mark.parametrize("counts", [((2, None), (8, 10), (9, 10)), ((2, 10), (8, None), (9, 10))])
def test_the_ratio_of_all_offers_tells_nothing_of_one(
    counts: tuple[tuple[int | None, int | None], ...],
):
    """Over the offers with places alone: the others would be the difference to all participants."""
    found = protect_report(offers(*counts), LEAST_3)
    total = found.row("OFFER_USE", figure="participants-per-place")
    participants = found.row("OFFER_USE", figure="participants")
    assert None in (total.value, participants.value)


def test_ratios_are_not_shown_beside_rounded_participants():
    """They would tell more than those."""
    found = protect_report(offers((12, 20)), DisclosureRules(rounding=FIVES))
    assert ["10", "20", None] == values(found)[:3]


# ---------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([figure("EECO12", 30, 20, lacking=0)], ["/rows/0"]),
        (
            [figure("EECO02", 3, 40), figure("EECO03", 5, 40)],
            ["/rows/0", "/rows/1"],
        ),
        (
            [figure("EECO02", 30, 40), figure("EECO04", 30, 40), figure("EECO05", 0, 40)],
            ["/rows/0", "/rows/1", "/rows/2"],
        ),
        (
            [
                *by_sex("EECO16", (4, 20), (5, 40))[:2],
                figure("EECO16", 10, 60, sex="total"),
                *by_sex("EECO12", (4, 20), (5, 40))[:2],
                figure("EECO12", 10, 60, sex="total"),
            ],
            ["/rows/2", "/rows/5"],
        ),
        (by_sex("EECO16", (4, 20), (5, 40))[1:], ["/rows/1"]),
    ],
)
def test_contradicting_figures_are_refused_by_their_rows(
    rows: list[IndicatorRow], expected: list[str]
):
    """What does not add up cannot be protected; every row of it is named."""
    with pytest.raises(InvalidValueError) as error:
        protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert expected == pointers(error)
    assert {"not_the_sum"} == {problem.code for problem in error.value.problems}


def test_indicators_of_one_table_need_the_same_groups():
    """Unemployed by sex and inactive in all are no table."""
    rows = [*by_sex("EECO02", (10, 20), (11, 20)), figure("EECO04", 7, 40, sex="total")]
    with pytest.raises(InvalidValueError) as error:
        protect_report(report(*rows, by=("sex",)), LEAST_3)
    assert ["/rows/3"] == pointers(error)


@pytest.mark.parametrize(
    "rows", [by_sex("EECO16", (2, 20), (5, 40)), [figure("EECO16", 2, 40)], []]
)
def test_a_report_is_protected_once(rows: list[IndicatorRow]):
    """What was left out cannot be added up any more."""
    once = protect_report(report(*rows, by=("sex",)), LEAST_3)
    with pytest.raises(InvalidValueError) as error:
        protect_report(once, LEAST_3)
    assert ["already_protected"] == [problem.code for problem in error.value.problems]
    assert ["/disclosure"] == pointers(error)


def test_two_families_of_the_esf_are_two_reports():
    """They divide the same persons otherwise: what one hides, the other would show."""
    rows = [figure("CO01", 9, 40, lacking=0), figure("EECO02", 9, 40, lacking=0)]
    with pytest.raises(InvalidValueError) as error:
        protect_report(report(*rows), LEAST_3)
    assert ["two_families"] == [problem.code for problem in error.value.problems]
    assert ["/rows"] == pointers(error)


def test_what_is_not_counted_belongs_to_no_family():
    """A figure that is unknown, or of administrations, tells nothing of persons."""
    rows = [
        figure("CO01", None, status=FigureStatus.NOT_COMPUTABLE),
        figure("CO20", 1),
        figure("EECO02", 9, 40, lacking=0),
    ]
    assert [None, "1", "9"] == values(protect_report(report(*rows), LEAST_3))


# ------------------------------------------------------------------------------- rounding, nothing


def test_rounding_alone_hides_nothing():
    """Each figure by itself; sums need not add up."""
    found = protect_report(
        report(*by_sex("EECO16", (2, 21), (8, 44)), by=("sex",)), DisclosureRules(rounding=FIVES)
    )
    assert [("0", 20), ("10", 45), ("10", 65)] == [(row.value, row.of) for row in found.rows]
    assert {FigureStatus.ROUNDED} == {row.status for row in found.rows}


def test_a_rounded_figure_still_says_that_it_is_incomplete():
    """That it is rounded stands in the account."""
    row = figure("EECO16", 12, 40, lacking=3, undecided=0, status=FigureStatus.INCOMPLETE)
    found = protect_report(report(row), DisclosureRules(rounding=FIVES))
    assert ("10", FigureStatus.INCOMPLETE) == (found.rows[0].value, found.rows[0].status)
    assert "rounded" in found.account[-1].en


def test_small_counts_are_not_rounded_but_hidden():
    """A rounded zero would tell that there are few."""
    found = protect_report(
        report(*by_sex("EECO16", (2, 21), (8, 44)), by=("sex",)),
        DisclosureRules(least=3, rounding=FIVES),
    )
    assert None is found.row("EECO16", sex="female").value


@pytest.mark.parametrize("by", [(), ("sex",), ("body", "sex", "age")])
def test_an_empty_report_stays_empty(by: tuple[str, ...]):
    """And says that nothing is small."""
    found = protect_report(report(by=by), LEAST_3)
    assert ((), by) == (found.rows, found.by)
    assert ["Every count is shown: none is small."] == [line.en for line in found.account]


def test_a_report_that_was_protected_can_be_written_and_read():
    """It is a document as any other."""
    found = protect_report(report(*by_sex("EECO16", (2, 20), (5, 40)), by=("sex",)), LEAST_3)
    assert found == from_json(to_json(found), IndicatorReport)
