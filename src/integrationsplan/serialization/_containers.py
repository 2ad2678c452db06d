"""Reading values that hold others: constrained and optional ones, lists, mappings, unions."""

import types
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

import cattrs

from integrationsplan import problems as general
from integrationsplan._language import Wording, either
from integrationsplan._model import FrozenMap, spec_of
from integrationsplan._model._specs import EXACT_NAMES, Constrained
from integrationsplan.allocation import NODES, Node
from integrationsplan.errors import ProblemsError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._models import (
    OBJECT,
    Hook,
    Refused,
    is_object,
    problems_of,
    repeated_keys,
    wrong_type,
)

LIST = Wording("list", "Liste")


def add_containers(converter: cattrs.Converter, *, thorough: bool) -> None:
    """Register the hooks of containers.

    The fast hooks and the thorough ones take the same values and build the same objects; the
    thorough ones go on after a problem.
    """

    def annotated(wanted: Any) -> Hook:
        # Constraints are checked by the constructor of whatever holds the value. The thorough
        # reading asks here too, so that they are reported beside problems of other fields.
        inner = converter.get_structure_hook(get_args(wanted)[0])
        spec = spec_of(wanted)
        return _constrained(inner, spec) if thorough and isinstance(spec, Constrained) else inner

    def items(wanted: Any) -> Hook:
        inner = converter.get_structure_hook(get_args(wanted)[0])
        return _every_item(inner) if thorough else _items(inner)

    def entries(wanted: Any) -> Hook:
        key, value = map(converter.get_structure_hook, get_args(wanted))
        return _every_entry(key, value) if thorough else _entries(value)

    def union(wanted: Any) -> Hook:
        options = [option for option in get_args(wanted) if option is not type(None)]
        if len(options) == 1:
            return converter.get_structure_hook(options[0])
        return union_reader(converter, options)

    def of_origin(origin: object) -> Any:
        return lambda candidate: get_origin(candidate) is origin

    converter.register_structure_hook_factory(of_origin(Annotated), annotated)
    converter.register_structure_hook_factory(of_origin(tuple), items)
    converter.register_structure_hook_factory(of_origin(FrozenMap), entries)
    converter.register_structure_hook_factory(is_union, union)


def is_union(candidate: object) -> bool:
    """Tell whether a type is a union, however it is written."""
    return get_origin(candidate) in (Union, types.UnionType)


def _constrained(inner: Hook, spec: Constrained) -> Hook:
    def read(value: Any, _: Any) -> Any:
        found = inner(value, None)
        problems = tuple(spec.own_problems(found))
        if problems:
            raise Refused(problems)
        return found

    return read


def _items(inner: Hook) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise wrong_type(value, LIST)
        return tuple([inner(item, None) for item in value])

    return read


def _every_item(inner: Hook) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise wrong_type(value, LIST)
        return tuple(read_each((str(index), inner, item) for index, item in enumerate(value)))

    return read


def _entries(inner: Hook) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise wrong_type(value, OBJECT)
        return FrozenMap({key: inner(item, None) for key, item in value.items()})

    return read


def _every_entry(inner_key: Hook, inner: Hook) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if not is_object(value):
            raise wrong_type(value, OBJECT)
        problems = repeated_keys(value)
        found: list[list[Any]] = []
        for batch in (
            [(key, inner_key, key) for key in value],
            [(key, inner, item) for key, item in value.items()],
        ):
            try:
                found.append(read_each(batch))
            except Refused as refused:
                problems += refused.problems
        if problems:
            raise Refused(problems)
        return FrozenMap(zip(*found, strict=True))

    return read


def read_each(items: Iterable[tuple[str, Hook, Any]]) -> list[Any]:
    """Read all items, each under its token; collect the problems of all."""
    found: list[Any] = []
    problems: list[Problem] = []
    refused = False
    for token, inner, value in items:
        try:
            found.append(inner(value, None))
        except (Refused, ProblemsError) as error:
            refused = True  # perhaps without saying why: the fast readers do not
            problems += problems_of(error, f"/{escape_token(token)}")
    if refused:
        raise Refused(problems)
    return found


def union_reader(converter: cattrs.Converter, options: Sequence[Any]) -> Hook:
    """Return what reads one of several types: a text, or an object that its ``kind`` tells."""
    text = next((option for option in options if _base(option) is str), None)
    objects = [option for option in options if option is not text]
    variants = NODES if objects == [Node] else objects
    by_kind: dict[str, Any] = {(get_origin(v) or v).kind: v for v in variants}
    hooks: dict[str, Hook] = {}  # filled on demand: nodes hold nodes
    read_text = converter.get_structure_hook(text) if text is not None else None
    allowed = either([EXACT_NAMES[str], OBJECT]) if text is not None else OBJECT

    def read(value: Any, _: Any) -> Any:
        if read_text is not None and type(value) is str:
            return read_text(value, None)
        if not is_object(value):
            raise wrong_type(value, allowed)
        kind = value.get("kind")
        hook = hooks.get(kind) if type(kind) is str else None
        if hook is None:
            variant = _variant(value, by_kind)
            hook = hooks[value["kind"]] = converter.get_structure_hook(variant)
        return hook(value, None)

    return read


def _variant(value: dict[str, Any], by_kind: dict[str, Any]) -> Any:
    if "kind" not in value:
        raise Refused([general.MISSING_KEY.at("/kind")])
    kind = value["kind"]
    if type(kind) is not str:
        problems = wrong_type(kind, EXACT_NAMES[str]).problems
        raise Refused([at_pointer(problem, "/kind") for problem in problems])
    if kind not in by_kind:
        raise Refused([kinds.UNKNOWN_KIND.at("/kind", kinds=", ".join(by_kind))])
    return by_kind[kind]


def _base(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
