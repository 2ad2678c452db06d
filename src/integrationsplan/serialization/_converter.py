"""The strict cattrs converter: no coercion, no guessing, every problem with its pointer.

Documents are read twice at most. The first reading stops at the first problem and is fast; only
when it fails does the second one collect all of them. Both are built by the same function from the
same declarations and differ in nothing but patience.
"""

import datetime as dt
import enum
import functools
import re
import typing
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
import cattrs

from integrationsplan import problems as general
from integrationsplan._language import Wording, either
from integrationsplan._model import FrozenMap, spec_of
from integrationsplan._model._specs import EXACT_NAMES, Constrained
from integrationsplan.allocation import NODES, Node, Rule
from integrationsplan.errors import ProblemsError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._models import (
    OBJECT,
    Hook,
    Refused,
    fast_reader,
    problems_of,
    thorough_reader,
    writer,
    writer_hook,
    wrong_type,
)
from integrationsplan.serialization._scan import RepeatedKeys
from integrationsplan.values import AGS, ARS

Carrier = Literal["json", "toml"]

_matches_date = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII).fullmatch
_matches_moment = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})", re.ASCII
).fullmatch
_matches_fraction = re.compile(r"-?[0-9]{1,18}(?:/[1-9][0-9]{0,17})?", re.ASCII).fullmatch


# Which types are written as one text.
_TEXT_CLASSES: tuple[type, ...] = (AGS, ARS)


@functools.cache
def converter_for(carrier: Carrier, *, thorough: bool = False) -> cattrs.Converter:
    """Return the converter of a carrier: JSON has dates as text, TOML has its own."""
    converter = cattrs.Converter(detailed_validation=False)
    _add_leaves(converter, carrier)
    _add_containers(converter, thorough=thorough)
    _add_models(converter, thorough=thorough)
    _add_writers(converter)
    _add_rules(converter)  # last: the latest hook that fits a type is taken
    return converter


# -- leaves ----------------------------------------------------------------------------------------


def _add_leaves(converter: cattrs.Converter, carrier: Carrier) -> None:
    for builtin in (str, int, bool):
        # By class, not by predicate: cattrs' own hooks for these coerce, and come first otherwise.
        converter.register_structure_hook(builtin, functools.partial(_exact, builtin))
    converter.register_structure_hook_func(
        functools.partial(_is, dt.date), _text_date if carrier == "json" else _native_date
    )
    converter.register_structure_hook_func(functools.partial(_is, dt.datetime), _moment)
    converter.register_structure_hook_func(functools.partial(_is, Fraction), _fraction)
    converter.register_structure_hook_func(_is_enum, _member)
    converter.register_structure_hook_func(functools.partial(_of_origin, Literal), _literal)
    converter.register_structure_hook_func(lambda t: t in _TEXT_CLASSES, _text_class)


def _is(wanted: type, candidate: object) -> bool:
    return candidate is wanted


def _of_origin(wanted: object, candidate: Any) -> bool:  # any type
    return get_origin(candidate) is wanted


def _is_enum(candidate: object) -> bool:
    return isinstance(candidate, type) and issubclass(candidate, enum.Enum)


def _exact(wanted: type, value: Any, _: Any) -> Any:  # a hook takes anything
    if type(value) is not wanted:
        raise wrong_type(value, EXACT_NAMES[wanted])
    return value


def _text_date(value: Any, _: Any) -> dt.date:  # a hook takes anything
    if type(value) is not str:
        raise wrong_type(value, Wording("date as text", "Datum als Text"))
    if _matches_date(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise Refused([kinds.NOT_A_DATE.at()])


def _native_date(value: Any, _: Any) -> dt.date:  # a hook takes anything
    if type(value) is not dt.date:
        raise wrong_type(value, Wording("date without quotes", "Datum ohne Anführungszeichen"))
    return value


def _moment(value: Any, _: Any) -> dt.datetime:  # a hook takes anything
    if type(value) is not str:
        raise wrong_type(value, Wording("moment as text", "Zeitpunkt als Text"))
    if _matches_moment(value):
        try:
            return dt.datetime.fromisoformat(value)
        except ValueError:
            pass
    raise Refused([kinds.NOT_A_MOMENT.at()])


def _fraction(value: Any, _: Any) -> Fraction:  # a hook takes anything
    if type(value) is not str:
        raise wrong_type(value, Wording("fraction as text", "Bruch als Text"))
    if not _matches_fraction(value):
        form = Wording(
            "a whole number or a fraction such as '2/3'", "eine ganze Zahl oder ein Bruch wie '2/3'"
        )
        raise Refused([general.WRONG_FORM.at(length=len(value), form=form)])
    return Fraction(value)


def _member(value: Any, wanted: Any) -> Any:  # a hook takes anything
    if type(value) is not str:
        raise wrong_type(value, Wording("code as text", "Code als Text"))
    member = wanted._value2member_map_.get(value)
    if member is None:
        raise Refused([general.UNKNOWN_CODE.at(codes=", ".join(item.value for item in wanted))])
    return member


def _literal(value: Any, wanted: Any) -> Any:  # a hook takes anything
    allowed = get_args(wanted)
    if type(value) is not str:
        raise wrong_type(value, Wording("code as text", "Code als Text"))
    if value not in allowed:
        raise Refused([general.UNKNOWN_CODE.at(codes=", ".join(allowed))])
    return value


def _text_class(value: Any, wanted: Any) -> Any:  # a hook takes anything
    if type(value) is not str:
        raise wrong_type(value, EXACT_NAMES[str])
    try:
        return wanted(value)
    except ProblemsError as error:
        # The class has one field, which the document does not show.
        raise Refused([attrs.evolve(problem, pointer="") for problem in error.problems]) from None


# -- containers ------------------------------------------------------------------------------------


def _add_containers(converter: cattrs.Converter, *, thorough: bool) -> None:
    def annotated(wanted: Any) -> Hook:  # a type
        inner = converter.get_structure_hook(get_args(wanted)[0])
        spec = spec_of(wanted)
        if not thorough or not isinstance(spec, Constrained):
            # The constructor checks the same constraints; the second reading alone asks here too,
            # so that they are reported beside problems of other fields.
            return lambda value, _: inner(value, get_args(wanted)[0])

        def hook(value: Any, _: Any) -> Any:  # a hook takes anything
            found = inner(value, get_args(wanted)[0])
            problems = tuple(spec.own_problems(found))
            if problems:
                raise Refused(problems)
            return found

        return hook

    def items(wanted: Any) -> Hook:  # a type
        item = get_args(wanted)[0]
        inner = converter.get_structure_hook(item)

        def hook(value: Any, _: Any) -> Any:  # a hook takes anything
            if type(value) is not list:
                raise wrong_type(value, Wording("list", "Liste"))
            if not thorough:
                return tuple([inner(element, item) for element in value])
            pairs = [(str(index), inner, item, element) for index, element in enumerate(value)]
            return tuple(_each(pairs))

        return hook

    def entries(wanted: Any) -> Hook:  # a type
        key_type, item = get_args(wanted)
        inner = converter.get_structure_hook(item)
        inner_key = converter.get_structure_hook(key_type)

        def hook(value: Any, _: Any) -> Any:  # a hook takes anything
            if type(value) is not dict:
                raise wrong_type(value, OBJECT)
            if not thorough:
                return FrozenMap({k: inner(element, item) for k, element in value.items()})
            pairs = [(key, inner, item, element) for key, element in value.items()]
            keys = [(key, inner_key, key_type, key) for key in value]
            refused: list[Problem] = []
            read: list[list[Any]] = []
            for batch in (keys, pairs):
                try:
                    read.append(_each(batch))
                except Refused as problem:
                    refused += problem.problems
            if refused:
                raise Refused(refused)
            return FrozenMap(zip(*read, strict=True))

        return hook

    def optional_or_union(wanted: Any) -> Hook:  # a type
        options = [option for option in get_args(wanted) if option is not type(None)]
        if len(options) == 1:
            inner = converter.get_structure_hook(options[0])
            return lambda value, _: inner(value, options[0])
        return _union_hook(converter, options)

    converter.register_structure_hook_factory(functools.partial(_of_origin, Annotated), annotated)
    converter.register_structure_hook_factory(functools.partial(_of_origin, tuple), items)
    converter.register_structure_hook_factory(functools.partial(_of_origin, FrozenMap), entries)
    converter.register_structure_hook_factory(_is_union, optional_or_union)


def _is_union(candidate: object) -> bool:
    import types  # noqa: PLC0415  # used here alone

    return get_origin(candidate) in (Union, types.UnionType)


def _union_hook(converter: cattrs.Converter, options: Sequence[Any]) -> Hook:
    """Tell the options apart: a text, or objects by their kind."""
    text = next((option for option in options if _base(option) is str), None)
    objects = [option for option in options if option is not text]
    if objects == [Node]:
        by_kind: dict[str, Any] = {node.kind: node for node in NODES}
    else:
        by_kind = {_origin(option).kind: option for option in objects}
    structure_text = converter.get_structure_hook(text) if text is not None else None

    def hook(value: Any, _: Any) -> Any:  # a hook takes anything
        if structure_text is not None and type(value) is str:
            return structure_text(value, text)
        if not isinstance(value, dict):
            raise wrong_type(value, either([EXACT_NAMES[str], OBJECT]) if text else OBJECT)
        return structure_tagged(converter, value, by_kind)

    return hook


def structure_tagged(
    converter: cattrs.Converter, value: dict[str, Any], by_kind: dict[str, Any]
) -> Any:  # one of the kinds
    """Structure an object whose ``kind`` says what it is."""
    kind = value.get("kind")
    if type(kind) is not str:
        if "kind" not in value:
            raise Refused([general.MISSING_KEY.at("/kind")])
        raise Refused([at_pointer(p, "/kind") for p in wrong_type(kind, EXACT_NAMES[str]).problems])
    wanted = by_kind.get(kind)
    if wanted is None:
        raise Refused([kinds.UNKNOWN_KIND.at("/kind", kinds=", ".join(by_kind))])
    rest = without(value, ("kind",))
    return converter.get_structure_hook(wanted)(rest, wanted)


def without(value: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """Return an object without some keys; that keys stand twice is not forgotten."""
    rest = {key: item for key, item in value.items() if key not in keys}
    if not isinstance(value, RepeatedKeys):
        return rest
    marked = RepeatedKeys(rest)
    marked.repeated = value.repeated
    return marked


def _base(annotation: Any) -> Any:  # a type
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _origin(annotation: Any) -> Any:  # a type
    return get_origin(annotation) or annotation


def _each(items: Iterable[tuple[str, Hook, Any, Any]]) -> list[Any]:
    """Structure all items; collect the problems of all."""
    found, problems = [], []
    for token, hook, wanted, value in items:
        try:
            found.append(hook(value, wanted))
        except Exception as error:  # sorted out by problems_of
            problems += problems_of(error, f"/{escape_token(token)}")
    if problems:
        raise Refused(problems)
    return found


# -- models ----------------------------------------------------------------------------------------


def _add_models(converter: cattrs.Converter, *, thorough: bool) -> None:
    make = thorough_reader if thorough else fast_reader
    converter.register_structure_hook_factory(_is_model, lambda wanted: make(wanted, converter))
    converter.register_structure_hook_func(
        lambda t: t is Node, lambda value, _: _union_hook(converter, [Node])(value, Node)
    )


def _is_model(candidate: Any) -> bool:  # any type
    origin = get_origin(candidate) or candidate
    return isinstance(origin, type) and attrs.has(origin) and origin not in _TEXT_CLASSES


def _add_rules(converter: cattrs.Converter) -> None:
    """A named rule is written as its node with two keys of its own."""
    own = ("label", "gives")

    def structure(value: Any, _: Any) -> Rule:  # a hook takes anything
        if not isinstance(value, dict):
            raise wrong_type(value, OBJECT)
        rest = without(value, own)
        labels = {key: item for key, item in value.items() if key in own}
        hints = typing.get_type_hints(Rule, include_extras=True)
        pairs = [
            (key, converter.get_structure_hook(hints[key]), hints[key], labels[key])
            for key in labels
        ]
        problems: list[Problem] = []
        found: list[Any] = []
        node: Any = None
        try:
            node = converter.structure(rest, Node)
        except Exception as error:  # sorted out by problems_of
            problems += problems_of(error, "")
        try:
            found = _each(pairs)
        except Refused as error:
            problems += error.problems
        if problems:
            raise Refused(problems)
        return Rule(node=node, **dict(zip(labels, found, strict=True)))

    def unstructure(rule: Rule) -> dict[str, Any]:
        data: dict[str, Any] = converter.unstructure(rule.node)
        if rule.label is not None:
            data["label"] = converter.unstructure(rule.label)
        if rule.gives is not None:
            data["gives"] = rule.gives
        return data

    converter.register_structure_hook_func(lambda t: t is Rule, structure)
    converter.register_unstructure_hook_func(lambda t: t is Rule, unstructure)


# -- writing ---------------------------------------------------------------------------------------


def _add_writers(converter: cattrs.Converter) -> None:
    def items(wanted: Any) -> Callable[[Any], Any]:  # a type
        inner = writer_hook(get_args(wanted)[0], converter)
        return lambda value: [inner(element) for element in value]

    def entries(wanted: Any) -> Callable[[Any], Any]:  # a type
        inner = writer_hook(get_args(wanted)[1], converter)
        return lambda value: {key: inner(element) for key, element in value.items()}

    converter.register_unstructure_hook_factory(_is_model, lambda wanted: writer(wanted, converter))
    converter.register_unstructure_hook_func(
        lambda t: t is Node, lambda node: converter.unstructure(node, type(node))
    )
    converter.register_unstructure_hook_factory(functools.partial(_of_origin, tuple), items)
    converter.register_unstructure_hook_factory(functools.partial(_of_origin, FrozenMap), entries)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_unstructure_hook(Fraction, str)
    converter.register_unstructure_hook_func(_is_enum, lambda member: member.value)
    for text_class in _TEXT_CLASSES:
        converter.register_unstructure_hook(text_class, str)
