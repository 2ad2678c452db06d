"""The contract between the documents of the catalogue and the pages made from them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import catalogue_pages

import integrationsplan
from integrationsplan import catalogue
from integrationsplan.errors import NotStatedError
from integrationsplan.funding import Deadline, DeadlineAnchor, DeadlineKind, FundingProgramme
from integrationsplan.values import Bilingual, Money

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(integrationsplan.__file__).parent / "catalogue"
PAGES = catalogue_pages.pages_of()
REGULATIONS = sorted(
    path for ending in ("funding", "terms") for path in SOURCES.rglob(f"*.{ending}.toml")
)
RULES = sorted(set(SOURCES.rglob("*.toml")) - set(REGULATIONS))

NAMES = {"format", "version", "id", "unit", "part_of", "programme", "rule", "edition", "citation"}
"""Keys whose values name something, whatever they hold."""

is_number = re.compile(r"-?\d+(\.\d+)?(/\d+)?").fullmatch
is_money = re.compile(r"-?\d+\.\d+ EUR").fullmatch


def documented(path: Path) -> dict[str, Any]:
    """Return a document of the catalogue as it stands in its file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def page_of(path: Path) -> str:
    """Return the page that is made from a file."""
    name, _, ending = path.name.partition(".")
    folder = {
        "funding.toml": catalogue_pages.PROGRAMMES,
        "terms.toml": catalogue_pages.TERMS,
        "toml": catalogue_pages.RULES,
    }[ending]
    return PAGES[Path(folder) / f"{name}.md"]


def ungrouped(text: str) -> str:
    """Take the separators out of numbers."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


def numbers_in(node: Any, key: str = "") -> Iterator[str]:
    """Yield every number, amount and date of a document, as a page is to write it."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name not in NAMES:
                yield from numbers_in(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from numbers_in(value, key)
    elif isinstance(node, dt.date):
        yield node.isoformat()
    elif isinstance(node, int) and not isinstance(node, bool):
        yield calendar.month_name[node] if key == "month" else str(abs(node))
    elif isinstance(node, str) and is_money(node):
        yield ungrouped(Money.of(node.removesuffix(" EUR")).format("en"))
    elif isinstance(node, str) and is_number(node):
        yield node


def how_often(text: str, page: str) -> int:
    """Count where a number stands by itself on a page."""
    return len(re.findall(rf"(?<![\w.-]){re.escape(text)}(?![\w-]|\.\d)", page))


@pytest.mark.parametrize("path", REGULATIONS, ids=lambda path: path.name)
def test_mentions_every_number(path: Path) -> None:
    """Each number, amount and date stands on the page, as often as in the document."""
    page = ungrouped(page_of(path))
    wanted = Counter(numbers_in(documented(path)))
    assert {n: c for n, c in wanted.items() if how_often(n, page) < c} == {}


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_mentions_every_parameter_of_a_rule(path: Path) -> None:
    """Each number that the law sets stands on the page of the rule, as often as in the document."""
    page = ungrouped(page_of(path))
    wanted = Counter(numbers_in(documented(path).get("parameters", {})))
    assert {n: c for n, c in wanted.items() if how_often(n, page) < c} == {}


@pytest.mark.parametrize("path", REGULATIONS, ids=lambda path: path.name)
def test_mentions_every_source_and_every_gap(path: Path) -> None:
    """Each citation and each unknown has its line, and so have figures, deadlines and duties."""
    page, document = page_of(path), documented(path)
    for name, citation in document["citations"].items():
        assert f"\n- `{name}`: " in page
        assert citation.get("url", "") in page
    for kind in ("unknowns", "duties", "deadlines", "amendments"):
        for part in document.get(kind, []):
            assert f"\n| `{part.get('id', part.get('name'))}` | " in page
    for name in document.get("parameters", {}):
        assert f": `{name}`, " in page


def test_says_a_changed_digit() -> None:
    """A page is made from the document: where a digit differs, so does the page."""
    text = next(path for path in REGULATIONS if "thilik" in path.name).read_text(encoding="utf-8")
    before = integrationsplan.from_toml(text, FundingProgramme)
    after = integrationsplan.from_toml(text.replace('"6521.74"', '"6521.75"'), FundingProgramme)
    pages = [catalogue_pages.programme_page(each) for each in (before, after)]
    assert ["6,521.74 EUR" in page for page in pages] == [True, False]
    assert ["6,521.75 EUR" in page for page in pages] == [False, True]


def test_says_what_follows_in_a_budget() -> None:
    """An amount that follows from the others is worked out and marked, one that does not is not."""
    programme = catalogue.funding("de-bw-pakt-fuer-integration")
    page = ungrouped(PAGES[Path("programmes") / f"{programme.id}.md"])
    for line in programme.budget:
        told = f"(`{line.id}`)"
        (row,) = (each for each in page.splitlines() if told in each)
        try:
            amount = programme.amount(line.id)
        except NotStatedError:
            assert "- amount not said: " in row
        else:
            assert f"- **{ungrouped(amount.format('en'))}**" in row
            assert ("(follows from the other lines)" in row) is (line.amount is None)


def test_adds_the_parts_of_a_whole() -> None:
    """Where all parts of a line are known, the page adds them up."""
    page = PAGES[Path("programmes") / "de-bw-pakt-fuer-integration.md"]
    assert "Its parts: €180,000,000.00 + €140,000,000.00 = €320,000,000.00" in page
    assert "Its parts: €58,000,000.00 + €58,000,000.00 = €116,000,000.00" in page


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ({"on": dt.date(2017, 12, 1)}, "2017-12-01"),
        ({"month": 11, "day": 15, "year": -1}, "15 November, 1 year before the funded one"),
        ({"month": 1, "day": 31, "year": 1}, "31 January, 1 year after the funded one"),
        ({"month": 3, "day": 31}, "31 March of each year"),
        ({"after": DeadlineAnchor.PERIOD_END, "months": 6}, "6 months after: end of the grant"),
        (
            {"after": DeadlineAnchor.PAYMENT, "weeks": 6, "days": 1},
            "6 weeks and 1 day after: payment",
        ),
    ],
)
def test_writes_deadlines(deadline: dict[str, Any], expected: str) -> None:
    """Each form of a deadline is written with all its numbers."""
    text = Bilingual(de="bis dahin", en="by then")
    sort = DeadlineKind.APPLICATION
    made = Deadline(id="d", sort=sort, text=text, citation="c", **deadline)
    assert catalogue_pages.day_text(made) == expected


def test_writes_only_what_changes(tmp_path: Path) -> None:
    """A second build leaves the pages alone, and what no document has is taken away."""
    catalogue_pages.write_pages(tmp_path)
    folder = tmp_path / catalogue_pages.FOLDER
    stamps = {path: path.stat().st_mtime_ns for path in folder.rglob("*.md")}
    assert {path.relative_to(folder) for path in stamps} == set(PAGES)
    (folder / "rules" / "gone.md").write_text("# Gone\n", encoding="utf-8")
    catalogue_pages.write_pages(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.md")} == stamps


def test_takes_marks_for_what_they_are() -> None:
    """What Markdown would read as a mark is escaped."""
    assert catalogue_pages.plain("Manager*innen [1] $5 a_b") == r"Manager\*innen \[1\] \$5 a\_b"
