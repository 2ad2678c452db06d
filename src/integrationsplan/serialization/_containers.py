"""Reading values that hold others: constrained and optional ones, lists, mappings, unions."""

from collections.abc import Sequence
from typing import Annotated, Any, get_args, get_origin

import cattrs

from integrationsplan import problems as general
from integrationsplan._language import Wording, either
from integrationsplan._model import FrozenMap, spec_of
from integrationsplan._model._making import run
from integrationsplan._model._specs import EXACT_NAMES, Constrained, Entries, Items
from integrationsplan.errors import ProblemsError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._models import (
    Hook,
    Refused,
    most_problems,
    problems_of,
    wrong_type,
)
from integrationsplan.serialization._objects import OBJECT, is_object, repeated_keys
from integrationsplan.serialization._scan import RepeatedKeys
from integrationsplan.serialization._shapes import bare, is_union, kind_of, members_of, options_of

LIST = Wording("list", "Liste")


def add_containers(converter: cattrs.Converter) -> None:
    """Register the hooks of containers."""

    def annotated(wanted: Any) -> Hook:
        # Constraints are checked by the constructor of whatever holds the value. They are asked
        # here too, so that they are reported beside problems of other fields.
        inner = converter.get_structure_hook(get_args(wanted)[0])
        spec = spec_of(wanted)
        return _constrained(inner, spec) if isinstance(spec, Constrained) else inner

    def items(wanted: Any) -> Hook:
        return _every_item(converter.get_structure_hook(get_args(wanted)[0]))

    def entries(wanted: Any) -> Hook:
        return _every_entry(*map(converter.get_structure_hook, get_args(wanted)))

    def union(wanted: Any) -> Hook:
        options = options_of(wanted)
        if len(options) == 1:
            return converter.get_structure_hook(options[0])
        return union_reader(converter, options)

    def of_origin(origin: object) -> Any:
        return lambda candidate: get_origin(candidate) is origin

    converter.register_structure_hook_factory(of_origin(Annotated), annotated)
    converter.register_structure_hook_factory(of_origin(tuple), items)
    converter.register_structure_hook_factory(of_origin(FrozenMap), entries)
    converter.register_structure_hook_factory(is_union, union)


def _constrained(inner: Hook, spec: Constrained) -> Hook:
    names: dict[str, Any] = {}
    tests = []
    for test in spec.tests:
        names.update(test.names)
        tests.append(f"({test.source.format(v='value')})")
    source = f"def is_right(value):\n    return {' and '.join(tests) or True}"
    is_right = run(source, names, "is_right")

    held = {Items: (list,), Entries: (dict, RepeatedKeys)}.get(type(spec.base), ())

    def read(value: Any, _: Any) -> Any:
        if type(value) in held:
            # Of a list that is too long, nobody looks at the items.
            problems = [p for test in spec.tests if (p := test.diagnose(value)) is not None]
            if problems:
                raise Refused(problems)
        found = inner(value, None)
        if not is_right(found):
            raise Refused(spec.own_problems(found))
        return found

    return read


def _every_item(inner: Hook) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise wrong_type(value, LIST)
        return tuple(read_each([(index, inner, item) for index, item in enumerate(value)]))

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


def read_each(items: Sequence[tuple[str | int, Hook, Any]]) -> list[Any]:
    """Read all items, each under its token; collect the problems of all.

    After very many problems the rest is left unread: who sends a million wrong items is told of a
    thousand, and costs no more.
    """
    found: list[Any] = []
    problems: list[Problem] = []
    most = most_problems.get()
    for place, (token, inner, value) in enumerate(items):
        if len(problems) >= most:
            problems.append(kinds.TOO_MANY_PROBLEMS.at(count=len(items) - place))
            break
        try:
            found.append(inner(value, None))
        except (Refused, ProblemsError) as error:
            problems += problems_of(error, f"/{escape_token(token)}")
    if problems:
        raise Refused(problems)
    return found


def union_reader(converter: cattrs.Converter, options: Sequence[Any]) -> Hook:
    """Return what reads one of several types: a text, or an object that its ``kind`` tells."""
    text = next((option for option in options if bare(option) is str), None)
    objects = [option for option in options if option is not text]
    variants = [v for option in objects for v in members_of(option) or (option,)]
    by_kind: dict[str, Any] = {kind_of(get_origin(v) or v) or "": v for v in variants}
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
