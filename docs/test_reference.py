"""The contract between package and pages: everything public is documented, every page executed."""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import catalogue_pages
import pages
import tables

import integrationsplan
from integrationsplan import funding
from integrationsplan.allocation import NODES
from integrationsplan.allocation._problems import RULE_KINDS
from integrationsplan.allocation.consortia._problems import CONSORTIUM_KINDS
from integrationsplan.columnar._problems import TABLE_KINDS
from integrationsplan.concept import ConceptEntry, NetworkEntry
from integrationsplan.concept._concept_finding_kinds import CONCEPT_FINDINGS
from integrationsplan.concept._problems import CONCEPT_KINDS
from integrationsplan.funding import GrantEvent
from integrationsplan.funding._finding_kinds import FUNDING_FINDINGS
from integrationsplan.funding._parts import Cited
from integrationsplan.funding._problems import FUNDING_KINDS
from integrationsplan.history._problems import HISTORY_KINDS
from integrationsplan.monitoring import CountedAt, definitions
from integrationsplan.monitoring._problems import MONITORING_KINDS
from integrationsplan.plan import Achievement, Lifecycle, PlanEntry
from integrationsplan.plan._problems import PLAN_KINDS
from integrationsplan.plan._review_goals import CONSISTENT
from integrationsplan.plan._review_kinds import FINDING_KINDS
from integrationsplan.problems import GENERAL_KINDS
from integrationsplan.serialization import DIFFERENCE_FORMAT, FORMATS
from integrationsplan.serialization._problems import DOCUMENT_KINDS

DOCS = Path(__file__).parent

SOURCES = Path(integrationsplan.__file__).parent
PUBLIC = sorted(
    {path.stem for path in SOURCES.glob("[a-z]*.py")}
    | {path.parent.name for path in SOURCES.glob("[a-z]*/__init__.py")}
)
MADE = DOCS / catalogue_pages.FOLDER
"""Where the pages of the catalogue are made; they hold nothing to execute."""
PAGES = sorted(
    path for path in DOCS.rglob("*.md") if "_build" not in path.parts and MADE not in path.parents
)
LISTS = {"tutorial/index.md", "how-to/index.md", "explanation/index.md", "reference/index.md"}
INCLUDED = {"changelog.md", "contributing.md", "security.md"}  # texts of the project, no examples


def read(page: str) -> str:
    """Return the text of a page."""
    return (DOCS / page).read_text(encoding="utf-8")


def documented(page: str, module: str) -> list[str]:
    """Return the names that a page documents as members of a module."""
    blocks = re.findall(
        rf"```{{public-names}} {re.escape(module)}\n(.*?)```", read(page), re.DOTALL
    )
    return [name for block in blocks for name in block.split()]


@pytest.mark.parametrize("name", PUBLIC)
def test_documents_every_public_name_once(name: str) -> None:
    """Each name of ``__all__`` stands on the page of its subpackage, exactly once."""
    module = importlib.import_module(f"integrationsplan.{name}")
    assert sorted(documented(f"reference/api/{name}.md", module.__name__)) == sorted(module.__all__)


def test_documents_the_front_door() -> None:
    """A name of the front door has its home in a subpackage, or is documented at the door."""
    homes = {n for m in PUBLIC for n in importlib.import_module(f"integrationsplan.{m}").__all__}
    own = documented("reference/api/index.md", "integrationsplan")
    assert sorted(set(integrationsplan.__all__) - homes - set(PUBLIC)) == own


def test_documents_every_member_with_a_text() -> None:
    """What has a docstring is asked of the pages when they are built, and a lack is a warning."""
    wanted = set(pages.documented_members())
    assert wanted >= {
        "integrationsplan.history.RevisedDocument.current",
        "integrationsplan.history.RevisedDocument.revise",
        "integrationsplan.history.State.__getitem__",
        "integrationsplan.history.State.__iter__",
        "integrationsplan.history.State.sealed",
        "integrationsplan.allocation.Comparison.rows",
        "integrationsplan.plan.HousingKind.FOLLOW_UP",
    }
    assert pages.lacking(wanted - {"integrationsplan.history.State.get"}) == [
        "integrationsplan.history.State.get"
    ]


def test_documents_functions_behind_a_cache() -> None:
    """A function that remembers its results is a function."""
    assert pages.entry_for("integrationsplan.display", "languages")[0].startswith(".. autofunction")


def test_describes_every_format() -> None:
    """Each format that is read or written as a document of a plan has its page of reference."""
    text = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "reference").glob("*.md"))
    for name, version in [*FORMATS.values(), DIFFERENCE_FORMAT]:
        assert f"`{name}`" in text, name
        assert version == 1, "say on the page what has changed"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_executes_something(page: Path) -> None:
    """Every page holds an executed example, or is made from docstrings that are executed."""
    name = page.relative_to(DOCS).as_posix()
    if name in LISTS | INCLUDED:
        return
    executed = re.search(r"^```(python|console|\{public-names\})", read(name), re.MULTILINE)
    assert executed, f"{name} has no ```python block"


def test_lists_every_page() -> None:
    """No page is left out of every list of contents; Sphinx says so, too, but later."""
    for page in PAGES:
        folder = page.parent
        if page.name == "index.md":
            continue
        contents = (folder / "index.md") if (folder / "index.md").exists() else DOCS / "index.md"
        found = page.stem in contents.read_text(encoding="utf-8")
        assert found, f"{page.name} is in no list of contents"


def test_tabulates_every_problem() -> None:
    """Every kind of problem is in a table of the page of problems."""
    parts = re.findall(r"{made-from-package} problems (\w+)", read("reference/problems.md"))
    found = tables.problem_kinds()
    assert sorted(parts) == sorted(found)
    codes = {kind.code for kinds in found.values() for kind in kinds}
    declared = (
        GENERAL_KINDS,
        RULE_KINDS,
        CONSORTIUM_KINDS,
        FUNDING_KINDS,
        HISTORY_KINDS,
        PLAN_KINDS,
        CONCEPT_KINDS,
        MONITORING_KINDS,
        DOCUMENT_KINDS,
        TABLE_KINDS,
    )
    assert {kind.code for kinds in declared for kind in kinds} <= codes


def test_lists_every_document_of_the_catalogue() -> None:
    """The page of the catalogue has a list and the made pages of each kind of document."""
    text = read("reference/catalogue.md")
    for kind in (catalogue_pages.PROGRAMMES, catalogue_pages.TERMS, catalogue_pages.RULES):
        assert f"{{made-from-package}} catalogue-list {kind}\n" in text
        assert f"\ncatalogue/{kind}/*\n" in text


def test_describes_every_part_of_a_funding_programme() -> None:
    """Each part of funding programmes, and each of their code lists, has its table."""
    text = read("reference/funding-programme-document.md")
    parts = [
        cls.__name__
        for name in funding.__all__
        if inspect.isclass(cls := getattr(funding, name)) and issubclass(cls, Cited)
    ]
    for name in ["FundingProgramme", *parts, "RuleUse", "Unknown"]:
        assert re.search(rf"{{made-from-package}} fields (funding\.)?{name}\n", text), name
    both = text + read("reference/grant-documents.md")
    for name in tables.code_lists(funding):
        assert f"### `{name}`\n\n```{{made-from-package}} codes {name}\n" in both


def test_describes_every_event_of_a_grant() -> None:
    """Each event has its table, and so have the documents themselves."""
    text = read("reference/grant-documents.md")
    for event in GrantEvent.__args__:
        fields = f"{{made-from-package}} fields {event.__name__}\n"
        assert f"### Event `{event.kind}`\n\n```{fields}" in text
    for name in ("Application", "Grant", "ProofOfUse"):
        assert f"{{made-from-package}} fields {name}\n" in text


def test_tabulates_every_finding_of_funding() -> None:
    """The table of findings has every kind with its weight."""
    text = tables.finding_table()
    told = re.findall(r"^\| `(\w+)` \| (warning|notice) \|", text, re.MULTILINE)
    assert told == [(kind.code, kind.severity.value) for kind in FUNDING_FINDINGS]


def test_describes_every_entry_of_concepts_and_networks() -> None:
    """Every kind of entry has its section, and every finding its row."""
    text = read("reference/concept-documents.md")
    for entry in {*ConceptEntry.__args__, *NetworkEntry.__args__}:
        assert (
            f"### Entry `{entry.kind}`\n\n```{{made-from-package}} fields {entry.__name__}\n"
            in text
        )
    found = tables.finding_table("concept")
    told = re.findall(r"^\| `(\w+)` \| (warning|notice) \|", found, re.MULTILINE)
    assert told == [(kind.code, kind.severity.value) for kind in CONCEPT_FINDINGS]


def test_tabulates_every_indicator() -> None:
    """Every family stands on the page, with all its indicators and their sources."""
    text = read("reference/indicators.md")
    families = {each.family for each in definitions()}
    assert families == set(re.findall(r"\{made-from-package\} indicators (\S+)\n", text))
    for family in families:
        told = re.findall(r"^\| `(\w+)` \|", tables.indicators(family), re.MULTILINE)
        assert told == [each.id for each in definitions(family)]


def test_says_of_every_fact_how_a_plan_tells_it() -> None:
    """What the indicators of persons need is read from something, or from nothing."""
    rows = read("reference/indicators.md").partition("## How a plan tells it")[2]
    told = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\|[^|]+\|", rows, re.MULTILINE))))
    persons = (each for each in definitions() if each.family.startswith("esf-"))
    needed = {
        fact for each in persons if each.counted is not CountedAt.ENTITY for fact in each.needs
    }
    assert needed - told == {"operation"}


def test_describes_every_node() -> None:
    """Every kind of node has its section: fields, what comes out, TOML, an executed example."""
    text = read("reference/nodes.md")
    sections = re.split(r"^### ", text, flags=re.MULTILINE)
    contents = text.partition("\n## ")[0]
    for node in NODES:
        (section,) = (part for part in sections if part.startswith(f"`{node.kind}`\n"))
        assert f"{{made-from-package}} fields {node.__name__}\n" in section
        assert "\n- **Unit:**" in section, node.kind
        assert "**Faults:**" in section, node.kind
        (document,) = re.findall(rf":caption: {node.kind}\.toml\n(.*?)```", section, re.DOTALL)
        assert f'kind = "{node.kind}"' in document
        assert f'show("{node.kind}.toml"' in section or f'"{node.kind}.toml",' in section
        assert f"[{node.kind}](#{node.kind})" in contents


def test_says_every_problem_of_rules() -> None:
    """What the page of nodes calls a problem is one."""
    text = read("reference/nodes.md")
    codes = {kind.code for kinds in tables.problem_kinds().values() for kind in kinds}
    told = re.findall(r"\*\*(?:Refused|Faults):\*\* (.*?)(?=\*\*|\n\n|\n- )", text, re.DOTALL)
    names = {name for part in told for name in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", part)}
    assert names <= codes
    assert len(names) > len(NODES)


def test_describes_every_entry_and_code_list() -> None:
    """Every kind of entry and every code list of plans has its table."""
    text = read("reference/plan-document.md")
    for entry in PlanEntry.__args__:
        assert f"### `{entry.kind}`\n\n```{{made-from-package}} fields {entry.__name__}\n" in text
    for name in tables.code_lists():
        assert f"{{made-from-package}} codes {name}\n" in text


def test_lists_every_finding_of_plans() -> None:
    """The codes and weights that reviews may give are those of the page."""
    text = read("reference/findings.md")
    told = re.findall(r"^\| `(\w+)` \| (warning|notice) \|", text, re.MULTILINE)
    known = [(kind.code, kind.severity.value) for kind in FINDING_KINDS]
    assert sorted(told) == sorted(known)


def test_says_which_achievements_agree_with_which_life_cycle() -> None:
    """The table of both axes of a goal is that of the review."""
    rows = read("reference/findings.md").partition("| Life cycle |")[2].partition("\n\n")[0]
    told = {
        Lifecycle(name): {Achievement(code) for code in re.findall(r"`([\w-]+)`", cell)}
        for name, cell in re.findall(r"^\| `([\w-]+)` \| (.*) \|$", rows, re.MULTILINE)
    }
    assert told == CONSISTENT | {Lifecycle.ENTERED_IN_ERROR: set()}
