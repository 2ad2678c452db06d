"""The quick readers: for each class one function, generated from its fields, that reads and checks.

A reader turns what a parser gave (objects, lists, texts, whole numbers, truths) into an object of
the model. It refuses everything that a document may not hold, by whatever exception comes first and
without saying why: whoever calls it has the same document read again by the thorough reader, whose
verdict counts. So the one thing that a quick reader must never do is to accept too much.

Each reader tells how many keys it was given, so that keys that stand twice, which no parser
mentions, are seen by comparing with the keys of the text.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Literal, TypeAlias, get_args, get_origin

from integrationsplan._model import AWARE, FrozenMap
from integrationsplan._model._constraints import compile_constraint
from integrationsplan._model._making import maker_source, run
from integrationsplan.serialization._shapes import (
    TEXT_CLASSES,
    bare,
    cached,
    fields_of,
    is_enum,
    is_rule,
    is_union,
    kind_of,
    maker_of_text,
    members_of,
    nests,
    options_of,
)
from integrationsplan.values import Basis

__all__ = ["Carrier", "Reader", "Refused", "Source", "count_nothing", "reader_of", "reader_of_text"]

Carrier: TypeAlias = Literal["json", "toml"]
"""What brings the document: JSON has dates as text, TOML has its own."""

Reader: TypeAlias = Callable[[Any, Callable[[int], object]], Any]
"""Reads a value; the second argument is told the number of keys of each object."""

LARGEST = 10**18
"""Whole numbers of documents have at most 18 digits."""

matches_date = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII).fullmatch
matches_moment = re.compile(
    r"\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
).fullmatch


class Refused(Exception):  # noqa: N818  # a signal inside the package, never seen outside
    """A document was refused; the thorough reader says why."""


def count_nothing(_: int) -> None:
    """Take no notice of the number of keys: where keys stand twice, the parser has marked them."""


@cached
def reader_of(wanted: Any, carrier: Carrier) -> Reader:  # a class, perhaps parametrised
    """Return the reader of a class of the model."""
    return _rule_reader(wanted, carrier) if is_rule(wanted) else _Reading(wanted, carrier).reader()


class _Readers(dict[Any, Reader]):
    """The readers of some classes by their kind, each made when it is first needed."""

    def __init__(self, variants: tuple[Any, ...], carrier: Carrier) -> None:
        super().__init__()
        self._variants = {(get_origin(v) or v).kind: v for v in variants}
        self._carrier: Carrier = carrier

    def __missing__(self, kind: Any) -> Reader:
        reader = self[kind] = reader_of(self._variants[kind], self._carrier)
        return reader


@cached
def _readers_of(options: tuple[Any, ...], carrier: Carrier) -> _Readers:
    variants = tuple(v for option in options for v in members_of(option) or (option,))
    return _Readers(variants, carrier)


def _rule_reader(wanted: Any, carrier: Carrier) -> Reader:
    """Make the reader of named rules, which are written as their node with two keys of its own."""
    fields = {field.name: field for field in fields_of(wanted)}
    node = fields.pop("node")
    # A class that exists nowhere: what is read of a rule beside its node.
    read_node = _readers_of((node.annotation,), carrier)
    checks = {name: _leaf_reader(field.annotation, carrier) for name, field in fields.items()}

    def read(value: Any, tally: Callable[[int], object]) -> Any:
        if type(value) is not dict:
            raise Refused
        found = {name: check(value[name], tally) for name, check in checks.items() if name in value}
        tally(len(found))
        rest = {key: item for key, item in value.items() if key not in found}
        return wanted(node=read_node[rest["kind"]](rest, tally), **found)

    return read


def _reader_within(wanted: Any, carrier: Carrier) -> Reader:
    """Return the reader of a class of which an object is held by one of another, or by its own."""
    if not nests(wanted):
        return reader_of(wanted, carrier)

    # Made when it is first used: it may be the very one that is just being written.
    def read(value: Any, tally: Callable[[int], object]) -> Any:
        return reader_of(wanted, carrier)(value, tally)

    return read


def _leaf_reader(annotation: Any, carrier: Carrier) -> Reader:
    """Make the reader of a value that stands alone."""
    return _Reading(annotation, carrier).alone()


def _date(text: str) -> dt.date:
    # Of the forms that fromisoformat takes, one has ten characters and dashes in these places.
    if len(text) != 10 or not text.isascii() or not text[4] == text[7] == "-":
        raise Refused
    return dt.date.fromisoformat(text)


def _moment(text: str) -> dt.datetime:
    if matches_moment(text) is None:
        raise Refused
    return dt.datetime.fromisoformat(text)


def reader_of_text(annotation: Any) -> Callable[[str], Any] | dict[str, Any] | None:
    """Return what reads a type that is written as text, or its codes; nothing if it is none."""
    if annotation is dt.date:
        return _date
    if annotation is dt.datetime:
        return _moment
    if annotation in TEXT_CLASSES:
        return maker_of_text(annotation)
    if annotation is Basis:
        # What is published is stated or inferred; assumptions belong to the caller.
        return {b.value: b for b in Basis if b is not Basis.ASSUMED}
    if is_enum(annotation):
        return {member.value: member for member in annotation}
    if get_origin(annotation) is Literal:
        return {code: code for code in get_args(annotation)}
    return None


class Source:
    """The source of a function while it is written, and the names that it uses."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {"Refused": Refused, "refuse_if": _refuse_if}
        self.lines: list[str] = []

    def write(self, depth: int, *lines: str) -> None:
        """Add lines, indented."""
        self.lines += [" " * 4 * depth + line for line in lines]

    def require(self, depth: int, *tests: str) -> None:
        """Add a refusal unless all tests are true."""
        self.write(depth, f"if not ({' and '.join(tests)}):", "    raise Refused")

    def write_laws(self, depth: int) -> None:
        """Add the question which laws of its class the object breaks."""
        self.write(depth, "broken = self._violations()", "if broken:", "    refuse_if(broken)")

    def bind(self, stem: str, value: object) -> str:
        """Give a value a name of its own."""
        name = f"{stem}_{len(self.names)}"
        self.names[name] = value
        return name

    def variable(self, stem: str) -> str:
        """Return a name for a variable that no other has."""
        return self.bind(stem, None)

    def tests(
        self, annotation: Any, variable: str, without: Callable[[object], bool] | None = None
    ) -> list[str]:
        """Return the sources of tests of a variable by the constraints of its type.

        Args:
            annotation: The type.
            variable: The variable.
            without: Tells which constraints need no test.
        """
        is_text = bare(annotation) is str
        tests = []
        for constraint in getattr(annotation, "__metadata__", ()):
            if without is not None and without(constraint):
                continue
            prefix = self.variable("test")
            for test in compile_constraint(constraint, is_text=is_text, prefix=prefix):
                self.names.update(test.names)
                tests.append(f"({test.source.format(v=variable)})")
        return tests

    def made(self, name: str) -> Any:  # a function
        """Return the function."""
        return run("\n".join(self.lines), self.names, name)


def _refuse_if(broken: Any) -> None:  # problems, perhaps none
    for _ in broken:
        raise Refused


class _Reading(Source):
    """The source of one reader while it is written."""

    def __init__(self, wanted: Any, carrier: Carrier) -> None:
        super().__init__()
        self._wanted = wanted
        self._carrier: Carrier = carrier

    def reader(self) -> Reader:
        """Return the reader of an object."""
        origin = get_origin(self._wanted) or self._wanted
        kind = kind_of(origin)
        fields = fields_of(self._wanted)
        optional = [field for field in fields if not field.required]
        self.write(0, "def read(value, tally):")
        self.write(1, "if type(value) is not dict:", "    raise Refused")
        if optional:
            self.write(1, "get = value.get")
        if kind is not None:
            self.write(1, f"if value['kind'] != {kind!r}:", "    raise Refused")
        self.write(1, f"keys = {len(fields) - len(optional) + (kind is not None)}")
        for field in fields:
            variable = f"value_{field.name}"
            if field.required:
                self.write(1, f"{variable} = value[{field.name!r}]")
                self._convert(1, field.annotation, variable)
                continue
            self.write(1, f"{variable} = get({field.name!r})", f"if {variable} is not None:")
            self.write(2, "keys += 1")
            self._convert(2, field.annotation, variable)
            if field.default is not None:
                default = self.bind("default", field.default)
                self.write(1, "else:", f"    {variable} = {default}")
        # Nulls and unknown keys have not been counted.
        self.write(1, "if keys != len(value):", "    raise Refused", "tally(keys)")
        variables = [f"value_{field.name}" for field in fields]
        self.write(1, *maker_source(origin, self.names, variables))
        if hasattr(origin, "_violations"):
            self.write_laws(1)
        self.write(1, "return self")
        return self.made("read")  # type: ignore[no-any-return]

    def alone(self) -> Reader:
        """Return the reader of a value that is no object of a class."""
        self.write(0, "def read(value, tally):")
        self._convert(1, self._wanted, "value")
        self.write(1, "return value")
        return self.made("read")  # type: ignore[no-any-return]

    def _convert(self, depth: int, annotation: Any, variable: str) -> None:
        """Write what checks a variable and puts the value of the model in its place."""
        # The pattern of moments says all that their own constraint asks for: a fixed offset.
        tests = self.tests(annotation, variable, lambda constraint: constraint is AWARE)
        annotation = bare(annotation)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if is_union(annotation):
            self._convert_union(depth, options_of(annotation), variable)
            if tests:
                self.require(depth, *tests)
        elif annotation in (str, bool):
            self.require(depth, f"type({variable}) is {annotation.__name__}", *tests)
        elif annotation is int:
            bounds = f"{-LARGEST} < {variable} < {LARGEST}"
            self.require(depth, f"type({variable}) is int", bounds, *tests)
        elif origin is tuple:
            self.require(depth, f"type({variable}) is list", *tests)
            self._convert_items(depth, arguments[0], variable)
        elif origin is FrozenMap:
            self.require(depth, f"type({variable}) is dict", *tests)
            self._convert_entries(depth, arguments, variable)
        else:
            self._convert_other(depth, annotation, variable)
            if tests:
                self.require(depth, *tests)

    def _convert_other(self, depth: int, annotation: Any, variable: str) -> None:
        read_text = reader_of_text(annotation)
        if annotation is dt.date and self._carrier == "toml":
            self.require(depth, f"type({variable}) is {self.bind('date', dt.date)}")
        elif isinstance(read_text, dict):
            self.require(depth, f"type({variable}) is str")
            self.write(depth, f"{variable} = {self.bind('codes', read_text)}[{variable}]")
        elif read_text is not None:
            self.require(depth, f"type({variable}) is str")
            self.write(depth, f"{variable} = {self.bind('read', read_text)}({variable})")
        elif members_of(annotation):
            self.write(depth, f"{variable} = {self._by_kind((annotation,), variable)}")
        else:
            read = self.bind("read", _reader_within(annotation, self._carrier))
            self.write(depth, f"{variable} = {read}({variable}, tally)")

    def _convert_union(self, depth: int, options: tuple[Any, ...], variable: str) -> None:
        if len(options) == 1:
            self._convert(depth, options[0], variable)
            return
        texts = [option for option in options if bare(option) is str]
        if texts:
            self.write(depth, f"if type({variable}) is str:")
            self._convert(depth + 1, texts[0], variable)
            self.write(depth, "else:")
        objects = tuple(option for option in options if option not in texts)
        made = self._by_kind(objects, variable)
        self.write(depth + bool(texts), f"{variable} = {made}")

    def _by_kind(self, options: tuple[Any, ...], variable: str) -> str:
        readers = self.bind("readers", _readers_of(options, self._carrier))
        return f"{readers}[{variable}['kind']]({variable}, tally)"

    def _convert_items(self, depth: int, item: Any, variable: str) -> None:
        each, found = self.variable("item"), self.variable("found")
        self.write(depth, f"{found} = []", f"for {each} in {variable}:")
        self._convert(depth + 1, item, each)
        self.write(depth + 1, f"{found}.append({each})")
        self.write(depth, f"{variable} = tuple({found})")

    def _convert_entries(self, depth: int, types: tuple[Any, ...], variable: str) -> None:
        found, key, item = (self.variable(stem) for stem in ("found", "key", "item"))
        self.write(depth, f"tally(len({variable}))", f"{found} = {{}}")
        self.write(depth, f"for {key}, {item} in {variable}.items():")
        self._convert(depth + 1, types[0], key)
        self._convert(depth + 1, types[1], item)
        self.write(depth + 1, f"{found}[{key}] = {item}")
        self.write(depth, f"{variable} = {self.bind('frozen', FrozenMap)}({found})")
