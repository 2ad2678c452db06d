"""The strict cattrs converter: no coercion, no guessing, every problem with its pointer.

Documents are read twice at most. The first reading stops at the first problem and is fast; only
when it fails does the second one collect all of them. Both are built from the same declarations and
differ in nothing but patience.
"""

import datetime as dt
import functools
import typing
from collections.abc import Callable, Sequence
from typing import Any, get_args, get_origin

import attrs
import cattrs

from integrationsplan._model import FrozenMap
from integrationsplan.allocation import Node, Rule
from integrationsplan.errors import ProblemsError
from integrationsplan.serialization._containers import add_containers, read_each, union_reader
from integrationsplan.serialization._leaves import TEXT_CLASSES, Carrier, add_leaves, is_enum
from integrationsplan.serialization._models import (
    OBJECT,
    Refused,
    fast_reader,
    is_object,
    problems_of,
    thorough_reader,
    writer,
    writer_hook,
    wrong_type,
)
from integrationsplan.serialization._scan import RepeatedKeys


@functools.cache
def converter_for(carrier: Carrier, *, thorough: bool = False) -> cattrs.Converter:
    """Return the converter of a carrier: JSON has dates as text, TOML has its own."""
    converter = cattrs.Converter(detailed_validation=False)
    add_leaves(converter, carrier)
    add_containers(converter, thorough=thorough)
    _add_models(converter, thorough=thorough)
    _add_writers(converter)
    _add_rules(converter)  # last: the latest hook that fits a type is taken
    return converter


def without(value: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """Return an object without some keys; that keys stand twice is not forgotten."""
    rest = {key: item for key, item in value.items() if key not in keys}
    if not isinstance(value, RepeatedKeys):
        return rest
    marked = RepeatedKeys(rest)
    marked.repeated = value.repeated
    return marked


def _add_models(converter: cattrs.Converter, *, thorough: bool) -> None:
    make = thorough_reader if thorough else fast_reader
    read_node = functools.cache(lambda: union_reader(converter, [Node]))
    converter.register_structure_hook_factory(_is_model, lambda wanted: make(wanted, converter))
    converter.register_structure_hook_func(
        lambda candidate: candidate is Node, lambda value, _: read_node()(value, None)
    )


def _is_model(candidate: Any) -> bool:
    origin = get_origin(candidate) or candidate
    return isinstance(origin, type) and attrs.has(origin) and origin not in TEXT_CLASSES


def _add_rules(converter: cattrs.Converter) -> None:
    """A named rule is written as its node with two keys of its own."""
    own = ("label", "gives")

    def read(value: Any, _: Any) -> Rule:
        if not is_object(value):
            raise wrong_type(value, OBJECT)
        hints = typing.get_type_hints(Rule, include_extras=True)
        labels = [
            (key, converter.get_structure_hook(hints[key]), value[key])
            for key in own
            if key in value
        ]
        refused: list[Exception] = []
        found: list[Any] = []
        node: Any = None
        try:
            node = converter.structure(without(value, own), Node)
        except (Refused, ProblemsError) as error:
            refused.append(error)
        try:
            found = read_each(labels)
        except Refused as error:
            refused.append(error)
        if refused:
            raise Refused(problem for error in refused for problem in problems_of(error, ""))
        return Rule(node=node, **{key: item for (key, *_), item in zip(labels, found, strict=True)})

    def write(rule: Rule) -> dict[str, Any]:
        data: dict[str, Any] = converter.unstructure(rule.node)
        if rule.label is not None:
            data["label"] = converter.unstructure(rule.label)
        if rule.gives is not None:
            data["gives"] = rule.gives
        return data

    converter.register_structure_hook_func(lambda candidate: candidate is Rule, read)
    converter.register_unstructure_hook_func(lambda candidate: candidate is Rule, write)


def _add_writers(converter: cattrs.Converter) -> None:
    def items(wanted: Any) -> Callable[[Any], Any]:
        inner = writer_hook(get_args(wanted)[0], converter)
        return lambda value: [inner(element) for element in value]

    def entries(wanted: Any) -> Callable[[Any], Any]:
        inner = writer_hook(get_args(wanted)[1], converter)
        return lambda value: {key: inner(element) for key, element in value.items()}

    def of_origin(origin: object) -> Any:
        return lambda candidate: get_origin(candidate) is origin

    converter.register_unstructure_hook_factory(_is_model, lambda wanted: writer(wanted, converter))
    converter.register_unstructure_hook_func(
        lambda candidate: candidate is Node, lambda node: converter.unstructure(node, type(node))
    )
    converter.register_unstructure_hook_factory(of_origin(tuple), items)
    converter.register_unstructure_hook_factory(of_origin(FrozenMap), entries)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_unstructure_hook_func(is_enum, lambda member: member._value_)
    for text_class in TEXT_CLASSES:
        converter.register_unstructure_hook(text_class, str)
