"""The thorough reader: a strict cattrs converter that coerces nothing and collects every problem.

It is asked after a quick reader has refused a document, and says what is wrong with it. Both are
made from the same declarations; where they should ever disagree, this one is right.

Most of a refused document is right. So it may trust the quick readers of the objects inside, and
look closer only at what these refuse. Without that it is a judge of its own, which the tests need.
"""

import functools
from typing import Any

import cattrs

from integrationsplan.errors import ProblemsError
from integrationsplan.problems import Problem
from integrationsplan.serialization._containers import add_containers, read_each, union_reader
from integrationsplan.serialization._leaves import add_leaves
from integrationsplan.serialization._models import (
    Hook,
    Refused,
    most_problems,
    problems_of,
    thorough_reader,
    wrong_type,
)
from integrationsplan.serialization._objects import OBJECT, is_object, without
from integrationsplan.serialization._reading import Carrier, count_nothing, reader_of
from integrationsplan.serialization._shapes import fields_of, is_model, is_rule, members_of, nests


def read_thoroughly(
    content: Any, wanted: Any, carrier: Carrier, most: int = 1_000, *, trusting: bool = False
) -> tuple[Any, list[Problem]]:
    """Return the object of a content and no problem, or nothing and every problem.

    Args:
        content: What a parser gave.
        wanted: The class.
        carrier: What brings it.
        most: How many problems are collected of one list before the rest of it is left unread.
        trusting: Whether objects inside that a quick reader takes are not looked at again.
    """
    converter = converter_for(carrier, trusting=trusting)
    before = most_problems.set(most)
    try:
        # Not by the converter's own hook: that the quick reader refuses the whole is known.
        return thorough_reader(wanted, converter)(content, None), []
    except Exception as error:  # sorted out by problems_of
        problems = problems_of(error, "")
    finally:
        most_problems.reset(before)
    if wanted.__name__ == "Programme":
        from integrationsplan.serialization._drafts import problems_of_meaning  # noqa: PLC0415

        problems += problems_of_meaning(content, converter)
    return None, problems


@functools.cache
def converter_for(carrier: Carrier, *, trusting: bool) -> cattrs.Converter:
    """Return the converter of a carrier: JSON has dates as text, TOML has its own."""

    def object_reader(wanted: Any) -> Hook:
        thorough = thorough_reader(wanted, converter)
        # Of what nests, each level would be read once for every level above it.
        return thorough if nests(wanted) or not trusting else _trusting(wanted, carrier, thorough)

    converter = cattrs.Converter(detailed_validation=False)
    add_leaves(converter, carrier)
    add_containers(converter)
    converter.register_structure_hook_factory(is_model, object_reader)
    converter.register_structure_hook_factory(
        lambda candidate: bool(members_of(candidate)),
        lambda wanted: union_reader(converter, [wanted]),
    )
    converter.register_structure_hook_factory(
        is_rule, lambda wanted: _rule_reader(wanted, converter)
    )
    return converter


def _trusting(wanted: Any, carrier: Carrier, thorough: Hook) -> Hook:
    """Make the reader of an object that is looked at closer only if its quick reader refuses it."""
    quick = reader_of(wanted, carrier)

    def read(value: Any, _: Any) -> Any:
        try:
            return quick(value, count_nothing)
        except Exception:  # noqa: S110  # told below, where the error does not hang on this one
            pass
        return thorough(value, None)

    return read


def _rule_reader(wanted: Any, converter: cattrs.Converter) -> Hook:
    """Make the reader of named rules, which are written as their node with keys of their own."""
    fields = {field.name: field.annotation for field in fields_of(wanted)}
    node_type = fields.pop("node")

    def read(value: Any, _: Any) -> Any:
        if not is_object(value):
            raise wrong_type(value, OBJECT)
        own = [
            (key, converter.get_structure_hook(annotation), value[key])
            for key, annotation in fields.items()
            if key in value
        ]
        refused: list[Exception] = []
        found: list[Any] = []
        node: Any = None
        try:
            node = converter.structure(without(value, list(fields)), node_type)
        except (Refused, ProblemsError) as error:
            refused.append(error)
        try:
            found = read_each(own)
        except Refused as error:
            refused.append(error)
        if refused:
            raise Refused(problem for error in refused for problem in problems_of(error, ""))
        return wanted(node=node, **{key: item for (key, *_), item in zip(own, found, strict=True)})

    return read
