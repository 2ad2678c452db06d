"""The thorough reader: a strict cattrs converter that coerces nothing and collects every problem.

It is asked after a quick reader has refused a document, and says what is wrong with it. Both are
made from the same declarations; where they should ever disagree, this one is right.
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
from integrationsplan.serialization._reading import Carrier
from integrationsplan.serialization._shapes import fields_of, is_model, is_rule, members_of


def read_thoroughly(
    content: Any, wanted: Any, carrier: Carrier, most: int = 1_000
) -> tuple[Any, list[Problem]]:
    """Return the object of a content and no problem, or nothing and every problem.

    Args:
        content: What a parser gave.
        wanted: The class.
        carrier: What brings it.
        most: How many problems are collected of one list before the rest of it is left unread.
    """
    converter = converter_for(carrier)
    before = most_problems.set(most)
    try:
        return converter.structure(content, wanted), []
    except Exception as error:  # sorted out by problems_of
        problems = problems_of(error, "")
    finally:
        most_problems.reset(before)
    if wanted.__name__ == "Programme":
        from integrationsplan.serialization._drafts import problems_of_meaning  # noqa: PLC0415

        problems += problems_of_meaning(content, converter)
    return None, problems


@functools.cache
def converter_for(carrier: Carrier) -> cattrs.Converter:
    """Return the converter of a carrier: JSON has dates as text, TOML has its own."""
    converter = cattrs.Converter(detailed_validation=False)
    add_leaves(converter, carrier)
    add_containers(converter)
    converter.register_structure_hook_factory(
        is_model, lambda wanted: thorough_reader(wanted, converter)
    )
    converter.register_structure_hook_factory(
        lambda candidate: bool(members_of(candidate)),
        lambda wanted: union_reader(converter, [wanted]),
    )
    converter.register_structure_hook_factory(
        is_rule, lambda wanted: _rule_reader(wanted, converter)
    )
    return converter


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
