"""What Sphinx needs beyond its own extensions: the public API, and tables made from the package.

Nothing is written by hand that the package itself knows. ``public-names`` documents names under the
path by which users import them; ``made-from-package`` puts in a table of `tables`.
"""

# ruff: noqa: ARG001  # Sphinx calls its handlers by position

from __future__ import annotations

import ast
import enum
import functools
import importlib
import inspect
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

import attrs
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

sys.path.insert(0, str(Path(__file__).parent))
import tables

from integrationsplan.values import Labelled

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

PACKAGE = "integrationsplan"
SUBPACKAGES = (
    "allocation",
    "catalogue",
    "cli",
    "columnar",
    "concept",
    "errors",
    "exchange",
    "findings",
    "funding",
    "history",
    "model",
    "monitoring",
    "parameters",
    "plan",
    "problems",
    "serialization",
    "testing",
    "testing.strategies",
    "values",
)
PUBLIC = tuple(f"{PACKAGE}.{name}" for name in SUBPACKAGES)


@functools.cache
def homes() -> dict[str, str]:
    """Return the documented path of every public name, by the name alone."""
    found = {}
    for module_name in (PACKAGE, *PUBLIC):  # a subpackage is the home, the front door repeats
        for name in importlib.import_module(module_name).__all__:
            found[name] = f"{module_name}.{name}"
    return found


def written_in(module_name: str, name: str) -> str:
    """Return the module in whose source a name is defined, following imports."""
    module = importlib.import_module(module_name)
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return written_in(node.module, alias.name)
    return module_name


def comment_of(module_name: str, name: str) -> list[str]:
    """Return the text that stands below an assignment in its source."""
    return list(written_docs(written_in(module_name, name)).get(("", name), ["(undocumented)"]))


def written_docs(module_name: str) -> dict[tuple[str, str], list[str]]:
    """Return the texts below assignments, by the class (or nothing) and the name."""
    analyzer = ModuleAnalyzer.for_module(module_name)
    analyzer.analyze()
    return analyzer.attr_docs


def entry_for(module_name: str, name: str) -> list[str]:
    """Return the lines of reStructuredText that document one name."""
    thing = getattr(importlib.import_module(module_name), name)
    path = f"{module_name}.{name}"
    if inspect.isclass(thing):
        return [f".. autoclass:: {path}", "", *(f"   {line}" for line in _unseen_members(thing))]
    function = inspect.unwrap(thing) if callable(thing) else None  # a cache stands around some
    if inspect.isfunction(function) and function.__module__.startswith(PACKAGE):
        return [f".. autofunction:: {path}", ""]
    text = comment_of(module_name, name)
    return [f".. py:data:: {name}", f"   :module: {module_name}", "", *(f"   {t}" for t in text)]


def _unseen_members(owner: type) -> list[str]:
    """Return the lines that document what autodoc does not see in a class."""
    return [*_cached_properties(owner), *_codes(owner)]


def _cached_properties(owner: type) -> Iterator[str]:
    """Document cached properties: attrs puts a slot in their place, which has no docstring."""
    known = tables.meanings(owner)
    for name, node in methods_of(owner).items():
        if _is_cached(node) and name not in known and not name.startswith("_"):
            kind = re.sub(r"\[[A-Z](_co)?\]", "", ast.unparse(node.returns)) if node.returns else ""
            yield f".. py:property:: {name}"
            if kind and not set(re.findall(r"\b[A-Z]\w+", kind)) - {*homes(), "Fraction"}:
                yield f"   :type: {kind}"  # a private class would be a link to nowhere
            yield ""
            yield from (f"   {line}" for line in (ast.get_docstring(node) or "").splitlines())
            yield ""


def _codes(owner: type) -> Iterator[str]:
    """Document the members of a code list by their labels."""
    if not issubclass(owner, Labelled):
        return
    told = written_docs(owner.__module__)
    for member in owner:
        if (owner.__name__, member.name) in told:
            continue  # autodoc shows what has a text of its own
        yield from (f".. py:attribute:: {member.name}", f"   :value: {member.value!r}", "")
        yield from (f"   {member.label.en} ({member.label.de})", "")


def methods_of(owner: type) -> dict[str, ast.FunctionDef]:
    """Return the methods and properties that are written in the body of a class."""
    for node in _tree(owner.__module__).body:
        if isinstance(node, ast.ClassDef) and node.name == owner.__name__:
            return {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}
    return {}


@functools.cache
def _tree(module_name: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module_name]))


def documented_members() -> Iterator[str]:
    """Yield the paths of all members of public classes that have a text of their own."""
    for module_name in PUBLIC:
        module = importlib.import_module(module_name)
        for owner in filter(inspect.isclass, (getattr(module, name) for name in module.__all__)):
            if not owner.__module__.startswith(PACKAGE):
                continue
            names = [name for name, node in methods_of(owner).items() if ast.get_docstring(node)]
            names += [name for cls, name in written_docs(owner.__module__) if cls == owner.__name__]
            names += vars(owner).keys() & tables.own_meanings(owner).keys()
            names += vars(owner).keys() & CONTAINER.keys()
            names += [member.name for member in owner] if issubclass(owner, enum.Enum) else []
            for name in dict.fromkeys(names):
                if not name.startswith("_") or name in CONTAINER:
                    yield f"{module_name}.{owner.__name__}.{name}"


def lacking(found: Container[str]) -> list[str]:
    """Return the paths of members with a text that are not among what was found."""
    return [path for path in documented_members() if path not in found]


def check_members(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of every member with a text that no page shows; a warning fails the build."""
    for path in lacking(env.domains.python_domain.objects):
        logger.warning("no page documents %s", path)


def _is_cached(node: ast.FunctionDef) -> bool:
    return any("cached_property" in ast.unparse(mark) for mark in node.decorator_list)


class PublicNames(SphinxDirective):
    """Document the names in the body, one a line, as members of the module in the argument."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return what takes the place of the directive."""
        module = self.arguments[0]
        lines: list[str] = []
        for name in filter(None, (line.strip() for line in self.content)):
            lines += [*entry_for(module, name), ""]
        return parse_rst(self, lines)


class ModuleText(SphinxDirective):
    """Put in the docstring of a module, and make the module known."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return what takes the place of the directive."""
        lines = [f".. automodule:: {self.arguments[0]}", "   :no-members:", ""]
        return parse_rst(self, lines)


class MadeFromPackage(SphinxDirective):
    """Put in a table of `tables`, named by the first word of the argument."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return what takes the place of the directive."""
        name, *arguments = self.arguments[0].split()
        text = tables.MAKERS[name](*arguments)
        node = nodes.container()
        self.state.nested_parse(
            StringList(text.splitlines(), source=name), self.content_offset, node
        )
        return node.children


def parse_rst(directive: SphinxDirective, lines: list[str]) -> list[nodes.Node]:
    """Parse reStructuredText inside a page of Markdown, by way of MyST's own directive."""
    node = nodes.container()
    fenced = ["```````{eval-rst}", *lines, "```````"]
    directive.state.nested_parse(
        StringList(fenced, source="public names"), directive.content_offset, node
    )
    return node.children


def find_public(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    """Resolve what names one of our objects by a private path, or by its name alone."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"].removeprefix("~")
    name, _, member = target.rpartition(".")
    homes_by_name = homes()
    candidates = []
    last = target.rpartition(".")[2]
    if "._" in target:  # a private path says the subpackage; two of them may have the name
        candidates.append(f"{target.partition('._')[0]}.{last}")
    if target.startswith(PACKAGE) or "." not in target:
        candidates.append(homes_by_name.get(last))
    if name:  # Class.member
        owner = homes_by_name.get(name.rpartition(".")[2])
        candidates.append(f"{owner}.{member}" if owner else None)
    python = env.domains.python_domain
    for path in filter(None, candidates):
        if path in python.objects:
            found = python.objects[path]
            from sphinx.util.nodes import make_refnode  # noqa: PLC0415  # only while resolving

            return make_refnode(
                app.builder, node["refdoc"], found.docname, found.node_id, contnode, path
            )
    return None


# -- docstrings ------------------------------------------------------------------------------------

_COLON = "\ue000"  # a character of the private use area stands for a colon while napoleon reads


def shield_docstring(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Keep napoleon from taking the words before a colon for a type: types are annotated here."""
    if what in ("attribute", "data", "property") and lines:
        lines[0] = lines[0].replace(": ", f"{_COLON} ")
    for number, line in enumerate(lines[:-1]):
        if line.strip() == "Returns:":
            lines[number + 1] = lines[number + 1].replace(": ", f"{_COLON} ")
    if inspect.isclass(obj):
        lines[:] = [line for line in lines if not _names_property(obj, line)]


def unshield_docstring(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Put the colons back."""
    lines[:] = [line.replace(_COLON, ":") for line in lines]


def _names_property(owner: type, line: str) -> bool:
    """Tell whether a line of "Attributes:" names a property, which is documented by itself."""
    found = re.match(r" {4}(\w+): ", line)
    return found is not None and isinstance(inspect.getattr_static(owner, found[1], None), property)


def show_default(match: re.Match[str], owner: type) -> str:
    """Write the default of a field as a user would."""
    default = getattr(attrs.fields(owner), match[1]).default
    if isinstance(default, enum.Enum):
        return f"={default}"
    return f"={default!r}"


def show_signature(
    app: Sphinx,
    what: str,
    name: str,
    obj: object,
    options: object,
    signature: str | None,
    returned: str | None,
) -> tuple[str, str | None] | None:
    """Show the defaults of fields; attrs itself names the place where they are kept."""
    if signature is None or not inspect.isclass(obj) or not attrs.has(obj):
        return None
    place = r"=attr_dict\['(\w+)'\]\.default"
    return re.sub(place, lambda match: show_default(match, obj), signature), returned


def show_bases(app: Sphinx, name: str, obj: type, options: object, bases: list[type]) -> None:
    """Show the public classes that a class is made from, and none that only serve inside."""
    bases[:] = dict.fromkeys(found for base in bases for found in _public_bases(base))


def _public_bases(base: Any) -> Iterator[type]:  # a class, perhaps parametrised
    plain = get_origin(base) or base
    private = plain.__module__.startswith(PACKAGE) and plain.__name__ not in homes()
    if not private:
        yield base
    else:
        for inner in plain.__bases__:
            yield from _public_bases(inner)


def skip_foreign(
    app: Sphinx, what: str, name: str, obj: object, skip: bool, options: object
) -> bool | None:
    """Leave out members that are functions of Python itself; keep what makes a container."""
    if name in CONTAINER:
        own = inspect.isfunction(obj) and obj.__module__.startswith(PACKAGE)
        return not own
    is_field_of_tuple = type(obj).__name__ == "_tuplegetter"  # "Attributes:" has told of it
    return True if is_field_of_tuple or inspect.isbuiltin(obj) else None


CONTAINER = {
    "__getitem__": "Return the one with this key: ``{owner}[…]``.",
    "__iter__": "Go through all, in their order: ``for … in {owner}``.",
    "__contains__": "Tell whether it is there: ``… in {owner}``.",
    "__len__": "Return how many there are: ``len({owner})``.",
}
"""What the special methods of containers do, where their docstrings say nothing."""


def say_container(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Say what a special method is for."""
    owner, _, method = name.rpartition(".")
    if method in CONTAINER and not (inspect.isfunction(obj) and obj.__doc__):
        lines[:] = [CONTAINER[method].format(owner=owner.rpartition(".")[2].lower()), ""]


def shorten_types(app: Sphinx) -> None:
    """Write ``str`` in signatures where an alias with a pattern stands; fields name the alias."""
    for module_name in PUBLIC:
        module = importlib.import_module(module_name)
        for name in module.__all__:
            thing = getattr(module, name)
            for member in vars(thing).values() if inspect.isclass(thing) else [thing]:
                function = getattr(member, "__func__", member)
                if inspect.isfunction(function):
                    hints = function.__annotations__
                    hints.update({key: _bare(hint) for key, hint in hints.items()})


def _bare(hint: object) -> object:
    if get_origin(hint) is Annotated:
        return get_args(hint)[0]
    if get_origin(hint) is Union and any(get_origin(o) is Annotated for o in get_args(hint)):
        return Union[tuple(_bare(option) for option in get_args(hint))]  # noqa: UP007  # a tuple
    return hint


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directives and the resolver."""
    app.connect("autodoc-process-bases", show_bases)
    app.connect("autodoc-skip-member", skip_foreign)
    app.connect("autodoc-process-docstring", say_container, priority=50)
    app.connect("builder-inited", shorten_types)
    app.connect("autodoc-process-signature", show_signature)
    app.connect("autodoc-process-docstring", shield_docstring, priority=100)  # napoleon has 500
    app.connect("autodoc-process-docstring", unshield_docstring, priority=900)
    app.add_directive("public-names", PublicNames)
    app.add_directive("module-text", ModuleText)
    app.add_directive("made-from-package", MadeFromPackage)
    app.connect("missing-reference", find_public)
    app.connect("env-check-consistency", check_members)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
