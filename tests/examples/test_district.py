"""The synthetic district: key figures of what it reports, the same in every run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytest.importorskip("rich")

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPT = EXAMPLES / "district.py"

if not SCRIPT.exists():
    pytest.skip("the examples are not here", allow_module_level=True)


@pytest.fixture(scope="module")
def example() -> Iterator[ModuleType]:
    """Return the example as a module, found as it finds its own parts: beside itself."""
    sys.path.insert(0, str(EXAMPLES))
    try:
        import district  # noqa: PLC0415  # only here it is found

        yield district
    finally:
        sys.path.remove(str(EXAMPLES))
        for name in ("district", "_district_data", "_district_plans"):
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def district(example: ModuleType) -> Any:
    """Return what the district has on file, counted."""
    return example.count()


def figures(report: Any, code: str, dimension: str, **wanted: str) -> dict[str, str | None]:
    """Return the figures of an indicator by one dimension."""
    return {
        row.groups[dimension]: row.value
        for row in report.of(code)
        if dimension in row.groups
        and all(row.groups.get(name) == group for name, group in wanted.items())
    }


def added(values: dict[str, str | None]) -> int:
    """Add up what is no total."""
    return sum(int(value or 0) for group, value in values.items() if group != "total")


# -- what is on file -------------------------------------------------------------------------------


def test_size_of_the_district(district: Any):
    """There are 400 plans, 6 posts, one of them vacant, 40 offers and 12 measures."""
    offers = [entry for entry in district.network.current if entry.kind == "offer"]
    measures = [entry for entry in district.concept.current if entry.kind == "concept-measure"]
    posts = {post.of or post.id for post in district.grant.posts()}
    assert (400, 6, 40, 12) == (len(district.plans), len(posts), len(offers), len(measures))


def test_every_history_holds(district: Any):
    """The plans are made through the front door: every tenth is verified."""
    assert {"self-consistent"} == {p.verify().verdict.value for p in district.plans[::10]}


# -- key figures -----------------------------------------------------------------------------------


def test_report_to_the_ministry(district: Any):
    """Talks, agreed plans and their topics in 2019, by all that was recorded later."""
    report = district.corrected
    topics = figures(report, "BW62_TOPICS", "topic", counsellor="total")
    expected = {
        "authorities": "350",
        "education": "183",
        "family": "499",
        "health": "199",
        "housing": "650",
        "language": "412",
        "recognition": "130",
        "work": "416",
        "total": None,
    }
    assert "1615" == report.row("BW62_TALKS").value
    assert "142" == report.row("BW62_PLANS").value
    assert expected == topics


def test_talks_belong_to_who_recorded_them(district: Any):
    """Who left in September has the talks until then; others went on with the plans."""
    found = figures(district.yearly, "BW62_TALKS", "counsellor")
    expected = {
        "staff-101": "411",
        "staff-102": "539",
        "staff-103": "0",
        "staff-104": "205",
        "staff-105": "182",
        "staff-106": "99",
        "staff-113": "177",
        "total": "1613",
    }
    assert expected == found


def test_progress_of_the_concept(example: ModuleType, district: Any):
    """An indicator of the concept takes its values from the counts: 76 of 90 plans."""
    state = district.concept.current
    (indicator,) = [each for each in state.of(example.ConceptIndicator) if each.code]
    found = example.indicator_progress(example.with_values(indicator, district), example.LAST_DAY)
    assert ("76", "90", 14) == (found.current.value, found.target.value, found.distance)


def test_what_was_recorded_late_is_not_in_the_report(district: Any):
    """Two talks of December got into the files after the report was due."""
    assert "1613" == district.yearly.row("BW62_TALKS").value


def test_caseload(district: Any):
    """Open plans for each full post held, at the end of each half-year."""
    found = [
        tuple(
            report.row("CASELOAD_PER_FTE", figure=figure).value
            for figure in ("plans", "fte", "plans-per-fte")
        )
        for report in district.rounds
    ]
    expected = [
        ("111", "4.75", "23.37"),
        ("230", "4.25", "54.12"),
        ("265", "5.05", "52.48"),
        ("305", "4.05", "75.31"),
    ]
    assert expected == found


def test_times_to_the_first_level(district: Any):
    """Who has proven A2 and B1, who has not, and the median of those who have."""
    found = {
        level: (
            report.row("TIME_TO_FIRST_LEVEL", proof="proven").value,
            report.row("TIME_TO_FIRST_LEVEL", proof="without-proof").value,
            report.row("TIME_TO_FIRST_LEVEL", figure="median-days").value,
        )
        for level, report in district.first_level.items()
    }
    assert {"A2": ("99", "257", "778"), "B1": ("64", "294", "770.5")} == found


def test_recognition_outcomes(district: Any):
    """Procedures decided in 2019, and those that are open."""
    expected = {
        "compensation-required": "5",
        "full": "11",
        "open": "40",
        "partial": "4",
        "withdrawn": "4",
        "total": "64",
    }
    found = figures(district.corrected, "RECOGNITION_OUTCOMES", "outcome", counsellor="total")
    assert expected == found


@pytest.mark.parametrize(
    ("code", "women", "men", "total", "of", "lacking"),
    [
        ("CO01", "73", "97", "170", 293, 107),
        ("CO05", "31", "26", "57", 293, 107),
        ("CO16", "7", "12", "19", 130, 270),
        ("CR01", "5", "1", "6", 22, 4),
        ("CR02", "2", "5", "7", 63, 24),
        ("CR04", "6", "7", "13", 80, 4),
        ("CR06", "4", "7", "11", 39, 45),
    ],
)
def test_social_fund(
    district: Any, code: str, women: str, men: str, total: str, of: int, lacking: int
):
    """Participants by sex, beside those of whom it can and cannot be told."""
    whole = district.esf.row(code)
    by_sex = figures(district.esf, code, "sex")
    assert (women, men) == (by_sex["female"], by_sex["male"])
    assert (total, of, lacking) == (whole.value, whole.of, whole.lacking)


def test_gaps_and_measures(district: Any):
    """Combinations of field, town and language by whether they are offered; measures by status."""
    gaps = figures(district.yearly, "OFFER_GAPS", "covering", field="total")
    measures = [
        row.value
        for row in district.yearly.of("CONCEPT_MEASURES_BY_STATUS")
        if row.groups["field"] == "total"
    ]
    assert {"offered": "18", "perhaps": "48", "not-offered": "53", "total": "119"} == gaps
    assert ["1", "4", "2", "1", "3", "1", "12"] == measures


# -- laws ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["BW62_TALKS", "BW62_PLANS", "PLANS_LIVING", "PLANS_DEAD"])
def test_counsellors_add_up(district: Any, code: str):
    """The figures of all counsellors are that of the district."""
    found = figures(district.corrected, code, "counsellor")
    assert int(found["total"] or 0) == added(found)


def test_sexes_add_up(district: Any):
    """Women, men and those of whom the sex is not known are all of them."""
    wrong = [
        code
        for code in district.esf.indicators
        if (found := figures(district.esf, code, "sex"))
        and int(found["total"] or 0) != added(found)
    ]
    assert [] == wrong


def test_open_plans_live_or_are_dead(district: Any):
    """Living and dead plans are the open ones."""
    for report in district.rounds:
        parts = [int(report.row(code).value) for code in ("PLANS_LIVING", "PLANS_DEAD")]
        assert int(report.row("CASELOAD_PER_FTE", figure="plans").value) == sum(parts)


def test_half_years_add_up_to_the_year(district: Any):
    """What is counted in a time adds up over the halves of the year."""
    for code in ("BW62_TALKS", "BW62_PLANS"):
        halves = [int(report.row(code).value) for report in district.rounds[2:]]
        assert int(district.corrected.row(code).value) == sum(halves)


def test_no_small_count_is_published(district: Any):
    """Neither one nor two is shown of persons."""
    counts = [
        int(row.value)
        for report in district.public
        for row in report.rows
        if row.value is not None and row.indicator not in {"CO20", "CO22"}
    ]
    assert [] == [count for count in counts if 0 < count < 3]


def test_published_reports_name_no_record(district: Any):
    """Who lacks something is nobody else's business."""
    assert [(), ()] == [report.lacking for report in district.public]


# -- every run is the same -------------------------------------------------------------------------


def test_second_run_gives_the_same(example: ModuleType, district: Any):
    """Counting again gives the same documents."""
    assert example.documents(district) == example.documents(example.count())


def test_another_process_writes_the_same(example: ModuleType, district: Any, tmp_path: Path):
    """A process that orders its sets otherwise writes the same documents."""
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [sys.executable, str(SCRIPT), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, env=env)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert example.documents(district) == written


def test_tables_are_told(example: ModuleType, capsys: pytest.CaptureFixture[str]):
    """The example tells its twelve chapters."""
    example.main()
    told = capsys.readouterr().out
    heads = [line for line in told.splitlines() if line[:1].isdecimal()]
    assert [str(number) for number in range(1, 13)] == [head.split()[0] for head in heads]
