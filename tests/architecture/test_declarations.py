"""Declarations of documents: everything has an end, and the default bounds are nowhere narrower.

The quick readers rest on it: within the default bounds they ask the declarations and nothing else.
"""

import datetime as dt
import re
import re._parser as parser  # type: ignore[import-untyped, import-not-found, unused-ignore]
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import annotated_types as at
import pytest

from integrationsplan._model import FrozenMap, Pattern
from integrationsplan.allocation import Node
from integrationsplan.serialization import FORMATS
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS
from integrationsplan.serialization._shapes import (
    TEXT_CLASSES,
    fields_of,
    is_enum,
    is_model,
    is_union,
    members_of,
    options_of,
)

Declaration = tuple[Any, list[Any], str]
"""A type, its constraints, and where it stands."""


def flat(metadata: tuple[Any, ...]) -> Iterator[Any]:
    """Yield constraints one by one."""
    for item in metadata:
        if isinstance(item, at.GroupedMetadata):
            yield from flat(tuple(item))
        else:
            yield item


def declarations(wanted: Any, where: str, seen: set[Any]) -> Iterator[Declaration]:
    """Yield everything that a document may hold, down to single values."""
    constraints: list[Any] = []
    if get_origin(wanted) is Annotated:
        constraints = list(flat(wanted.__metadata__))
        wanted = get_args(wanted)[0]
    yield wanted, constraints, where
    inner: list[tuple[Any, str]] = []
    if is_union(wanted):
        inner = [(option, where) for option in options_of(wanted)]
    elif members_of(wanted):
        inner = [(member, where) for member in members_of(wanted)]
    elif get_origin(wanted) is tuple:
        inner = [(get_args(wanted)[0], f"{where}[]")]
    elif get_origin(wanted) is FrozenMap:
        key, item = get_args(wanted)
        inner = [(key, f"{where}#key"), (item, f"{where}{{}}")]
    elif is_model(wanted) and wanted not in seen:
        seen.add(wanted)
        name = (get_origin(wanted) or wanted).__name__
        inner = [(field.annotation, f"{name}.{field.name}") for field in fields_of(wanted)]
    for each, place in inner:
        yield from declarations(each, place, seen)


EVERY = [found for cls in FORMATS for found in declarations(cls, cls.__name__, set[Any]())]
BUILTINS = (str, int, bool, dt.date, dt.datetime)


def longest(constraints: list[Any]) -> int | None:
    """Return how long a value may be, if that is said: by a length, or by every pattern's end."""
    ends = [item.max_length for item in constraints if isinstance(item, at.MaxLen)]
    ends += [
        parser.parse(item.regex).getwidth()[1] for item in constraints if isinstance(item, Pattern)
    ]
    return min(ends, default=None)


OPERANDS = {where for wanted, _, where in EVERY if is_union(wanted) and Node in options_of(wanted)}
"""Where a name or a node stands: declared once, and looked at once."""


def test_the_walk_meets_every_form():
    """There is something to look at: hundreds of texts, lists, mappings, numbers."""
    kinds = [get_origin(wanted) or wanted for wanted, _, _ in EVERY]
    for form, least in {str: 300, tuple: 60, FrozenMap: 15, int: 15}.items():
        assert kinds.count(form) > least


def test_every_type_is_of_a_form_that_is_known():
    """Whatever a document holds is one of the forms that readers and writers know."""
    for wanted, _, where in EVERY:
        known = (
            wanted in BUILTINS
            or wanted in TEXT_CLASSES
            or is_enum(wanted)
            or is_union(wanted)
            or is_model(wanted)
            or bool(members_of(wanted))
            or get_origin(wanted) in (tuple, FrozenMap, Literal)
        )
        assert known, where


def test_every_text_has_an_end():
    """By a length, or by a pattern that cannot go on; and within the bound of all texts."""
    for wanted, constraints, where in EVERY:
        if wanted is str and where not in OPERANDS:
            most = longest(constraints)
            assert most is not None, where
            assert most <= DEFAULT_BOUNDS.text, where


def test_names_of_operands_have_an_end():
    """A programme refuses names that nothing has; a trace would take any text for one."""
    found = [
        (longest(constraints), "Plain" in {type(item).__name__ for item in constraints}, where)
        for wanted, constraints, where in EVERY
        if wanted is str and where in OPERANDS
    ]
    assert found
    for most, is_plain, where in found:
        assert most is not None, where
        assert (True, True) == (most <= DEFAULT_BOUNDS.text, is_plain), where


def test_every_list_and_mapping_has_an_end():
    """So many items at most, and no more than the bound of all lists."""
    for wanted, constraints, where in EVERY:
        if get_origin(wanted) in (tuple, FrozenMap):
            most = longest(constraints)
            assert most is not None, where
            assert most <= DEFAULT_BOUNDS.items, where


def test_every_whole_number_has_both_ends():
    """Within eighteen digits, below and above."""
    for wanted, constraints, where in EVERY:
        if wanted is int:
            least = [c.ge for c in constraints if isinstance(c, at.Ge)]
            most = [c.le for c in constraints if isinstance(c, at.Le)]
            assert (1, 1) == (len(least), len(most)), where
            limit = 10**DEFAULT_BOUNDS.integer_digits
            assert -limit < least[0] <= most[0] < limit, where


def test_no_constraint_is_said_twice():
    """Of two lengths, bounds or patterns the twins of msgspec would ask for the last alone."""
    single = (at.MinLen, at.MaxLen, at.Ge, at.Gt, at.Le, at.Lt, Pattern)
    for _, constraints, where in EVERY:
        said = [type(item) for item in constraints if isinstance(item, single)]
        assert len(said) == len(set(said)), where


def test_unions_have_no_constraints_of_their_own():
    """What is asked of a value is asked of one option, so that every reader asks it alike."""
    checks = (at.BaseMetadata, Pattern)
    for wanted, constraints, where in EVERY:
        if is_union(wanted):
            assert [] == [item for item in constraints if isinstance(item, checks)], where


def test_texts_that_have_no_pattern_hold_no_surrogates():
    """What no bytes can say is refused by what a text may hold."""
    for wanted, constraints, where in EVERY:
        if wanted is str and where not in OPERANDS:
            names = {type(item).__name__ for item in constraints}
            assert names & {"Plain", "Pattern"}, where


def test_patterns_are_made_of_ascii():
    """A pattern with classes of its own would let through other digits and letters."""
    for _, constraints, where in EVERY:
        for item in constraints:
            if isinstance(item, Pattern):
                assert item.regex.isascii(), where
                assert re.search(r"\.[*+]|\\[DSW]|\[\^", item.regex) is None, where


def steps_of(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every step of a parsed pattern with what it is about, however deep it stands."""
    if isinstance(tree, tuple) and len(tree) == 2 and tree[0] in parser.OPCODES:
        yield tree
    if isinstance(tree, tuple | list | parser.SubPattern):
        for inner in tree:
            yield from steps_of(inner)


def matches_visible_characters_alone(regex: str) -> bool:
    """Tell whether a pattern is made of visible characters and ranges of them, and no classes."""
    classes = {parser.ANY, parser.NOT_LITERAL, parser.NEGATE, parser.CATEGORY}
    least = {parser.LITERAL: lambda code: code, parser.RANGE: lambda ends: ends[0]}
    return all(
        step not in classes and least.get(step, lambda _: ord("!"))(about) >= ord("!")
        for step, about in steps_of(parser.parse(regex))
    )


def test_patterns_match_no_line_feed():
    """Texts of one pattern are looked at together, one a line: none may reach over an end."""
    for _, constraints, where in EVERY:
        for item in constraints:
            if isinstance(item, Pattern):
                assert matches_visible_characters_alone(item.regex), where


@pytest.mark.parametrize("regex", ["a\n?", r"a\n?", "[^a]", "a.", r"\s", "[\t-~]", "(?:x|(y\n)*)"])
def test_a_pattern_that_matches_a_line_feed_would_be_seen(regex: str):
    """However it is written."""
    assert not matches_visible_characters_alone(regex)


@pytest.mark.parametrize("cls", FORMATS, ids=lambda cls: cls.__name__)
def test_no_document_has_a_field_called_as_its_head(cls: type):
    """Documents say format and version themselves."""
    assert not {"format", "version"} & {field.name for field in fields_of(cls)}
