"""Documents as assistive technology and browsers read them: structure, languages, directions."""

import base64
import datetime as dt
import hashlib
import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest

from integrationsplan import IntegrationPlan
from integrationsplan.display import languages, render_plan
from integrationsplan.display._rendering import environment

html5lib = pytest.importorskip("html5lib")

CODES = [language.code for language in languages()]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def parsed(page: str) -> Any:  # an element tree
    """Parse a page; whatever is no valid HTML5 is refused."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


@pytest.fixture(scope="module", params=CODES)
def tree(request: pytest.FixtureRequest, plan: IntegrationPlan, day: dt.date) -> Any:
    """Return the document in each language, as a tree."""
    return parsed(render_plan(plan, day=day, language=request.param))


def tags(tree: Any, *names: str) -> Iterator[Any]:
    """Yield the elements of these names in the order of the page."""
    return (element for element in tree.iter() if element.tag in names)


def text(element: Any) -> str:
    """Return the text of an element."""
    return " ".join("".join(element.itertext()).split())


def test_has_one_main_heading(tree: Any):
    """There is one heading of the first level, and it is not empty."""
    assert [True] == [bool(text(heading)) for heading in tags(tree, "h1")]


def test_headings_skip_no_level(tree: Any):
    """No heading is more than one level below the one before."""
    levels = [int(heading.tag[1]) for heading in tags(tree, *HEADINGS)]
    assert [] == [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]


def test_no_heading_is_empty(tree: Any):
    """Every heading says something."""
    assert [] == [heading for heading in tags(tree, *HEADINGS) if not text(heading)]


def test_every_table_has_a_caption(tree: Any):
    """The first thing in a table is its caption."""
    tables = list(tags(tree, "table"))
    assert len(tables) > 10
    assert [] == [table for table in tables if table[0].tag != "caption" or not text(table[0])]


def test_every_header_has_its_scope(tree: Any):
    """Headers of columns and of rows say which they are, and none is empty."""
    headers = list(tags(tree, "th"))
    assert {"col", "row"} == {header.get("scope") for header in headers}
    assert [] == [header for header in headers if not text(header)]


def test_every_row_has_a_header(tree: Any):
    """Each row of a table's body begins with its header, and is as wide as the head."""
    for table in tags(tree, "table"):
        width = len(next(tags(table, "tr")))
        body = next(tags(table, "tbody"))
        assert {("th", width)} == {(row[0].tag, len(row)) for row in body}


def test_every_section_is_labelled_by_a_heading(tree: Any):
    """What a section refers to is there."""
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    named = [section.get("aria-labelledby") for section in tags(tree, "section")]
    assert len(set(ids)) == len(ids)
    assert set() == {name for name in named if name} - set(ids)


def test_every_list_of_terms_is_paired(tree: Any):
    """Each group in a list of terms is one term and one description."""
    groups = {tuple(part.tag for part in group) for terms in tags(tree, "dl") for group in terms}
    assert {("dt", "dd")} == groups


def test_nothing_leads_or_loads_anywhere(tree: Any):
    """There is no link, script, picture, frame or form, and no attribute that loads or runs."""
    names = {element.tag for element in tree.iter()}
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert set() == names & {"a", "script", "img", "link", "iframe", "object", "form", "svg"}
    assert set() == attributes & {"src", "href", "style", "action", "srcset", "background"}
    assert [] == [name for name in attributes if name.startswith("on")]


def test_every_day_is_readable_by_machines(tree: Any):
    """What is marked as a time is a date."""
    days = [dt.date.fromisoformat(element.get("datetime")) for element in tags(tree, "time")]
    assert len(days) > 20


@pytest.mark.parametrize(
    ("language", "direction"), [("de", "ltr"), ("en", "ltr"), ("uk", "ltr"), ("ar", "rtl")]
)
def test_root_says_language_and_direction(
    plan: IntegrationPlan, day: dt.date, language: str, direction: str
):
    """The root has the language's code and its direction."""
    root = parsed(render_plan(plan, day=day, language=language))
    assert (language, direction) == (root.get("lang"), root.get("dir"))


def test_texts_of_the_plan_have_their_own_language(plan: IntegrationPlan, day: dt.date):
    """In a document of another language, free texts are marked as what they are."""
    page = render_plan(plan, day=day, language="ar")
    assert '<bdi lang="de">Wohnberechtigungsschein beantragen</bdi>' in page
    assert '<p class="prose" dir="auto" lang="de">Neue Brille.</p>' in page


def test_texts_in_the_documents_language_are_not_marked(plan: IntegrationPlan, day: dt.date):
    """Where the language is that of the document, nothing is said twice."""
    page = render_plan(plan, day=day, language="de")
    assert "<bdi>Wohnberechtigungsschein beantragen</bdi>" in page


def test_names_are_isolated(plan: IntegrationPlan, day: dt.date):
    """A name in another script cannot turn what stands around it."""
    page = render_plan(plan, day=day, language="de")
    assert "<bdi>ريما المستر فلد</bdi>" in page


def test_policy_of_the_page_allows_its_own_style_alone(plan: IntegrationPlan, day: dt.date):
    """The page's policy names the hash of the page's one style sheet."""
    page = render_plan(plan, day=day)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    found = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{found}'" in page


def test_style_loads_nothing():
    """The style sheet imports nothing and refers to no address."""
    style = environment().get_template("plan.css").render()
    assert [] == re.findall(r"@import|url\(|https?:|@font-face", style)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("ink", "paper"),
        ("ink", "tint"),
        ("soft", "paper"),
        ("soft", "tint"),
        ("main", "paper"),
        ("main", "tint"),
        ("paper", "main"),
        ("warn", "warn-tint"),
        ("good", "good-tint"),
    ],
)
def test_colours_can_be_told_apart(front: str, back: str):
    """Text has more contrast than the 4.5 that WCAG asks for at level AA."""
    style = environment().get_template("plan.css").render()
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", style))
    assert contrast(colours[front], colours[back]) >= 4.5
