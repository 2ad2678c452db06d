"""Sphinx configuration: MyST pages, furo, every reference must resolve, no network at build."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

_project = tomllib.loads(
    (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
)["project"]

project = _project["name"]
author = _project["authors"][0]["name"]
version = release = _project["version"]
project_copyright = f"2026 {author}"
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "pages",
    "catalogue_pages",
    "sphinx_design",
]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "fieldlist", "substitution"]
myst_heading_anchors = 3

autodoc_default_options = {
    "members": True,
    "show-inheritance": True,
    "special-members": "__getitem__, __iter__, __contains__, __len__",
}
autodoc_member_order = "groupwise"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Source", "params_style"), ("Units", "returns_style")]

default_role = "py:obj"  # a name in single backticks in a docstring is a link

nitpicky = True
# Inventories of other projects would need a network at build, so names of other projects do not
# resolve. They are ignored by project, never one of ours.
nitpick_ignore_regex = [
    # the standard library
    (r"py:.*", r"(abc|collections|datetime|decimal|enum|fractions|functools|typing)(\..*)?"),
    (r"py:.*", r"(io|os|pathlib|types)(\..*)?"),
    (r"py:.*", r"(Any|Callable|Decimal|Enum|Fraction|Generic|IntEnum|Iterable|Iterator)"),
    (r"py:.*", r"(Mapping|Path|Self|Sequence|StrEnum|TracebackType|date)"),
    (
        r"py:(class|exc)",
        r"(ArithmeticError|Exception|KeyError|LookupError|OverflowError|TypeError|ValueError"
        r"|bool|bytes|dict|float|frozenset|int|list|object|set|str|tuple|type)",
    ),
    # type variables of generic classes; they are explained where they are used
    (r"py:.*", r"integrationsplan\..*\._[a-z]+\.[A-Z](_co)?"),
    # public as integrationsplan.problems.Wording
    (r"py:.*", r"integrationsplan\._language\.Wording"),
    (r"py:.*", r"Plain"),  # the sort of PLAIN and PLAIN_LINES, of which there are no others
    # named in docstrings, and not public: the form of numbers, the class variable of nodes, the day
    # that all events have
    (r"py:obj", r"NUMBER_FORM|kind|on"),
    # a pair inside of sentences
    # libraries that the package builds on
    (
        r"py:.*",
        r"(annotated_types|attr|attrs|cattrs|click|dateutil|hypothesis|pa|pyarrow|rich)(\..*)?",
    ),
]

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"{project} {release}"
