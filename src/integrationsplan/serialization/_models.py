"""How objects of the model are read from and written to plain dictionaries.

For each class one reader and one writer are generated from its fields. What the constructor checks
anyway (texts, whole numbers, truths and their constraints) is handed to it as it is; only what must
be converted is touched. The thorough reader does the same step by step and collects every problem.
"""

import types
import typing
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import attrs
import cattrs

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model import field_specs
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.errors import ProblemsError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._scan import Floating, HugeNumber, RepeatedKeys

Hook = Callable[[Any, Any], Any]

OBJECT = Wording("object", "Objekt")
MOST_KEYS = 1_000
"""Unknown or repeated keys that are reported of one object."""


class Refused(Exception):  # noqa: N818  # a signal inside the package, never seen outside
    """Part of a document was refused; pointers are relative to that part."""

    def __init__(self, problems: "typing.Iterable[Problem]" = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(len(self.problems))


def problems_of(error: Exception, pointer: str) -> list[Problem]:
    """Turn what a reader raised into problems below a pointer.

    Raises:
        Exception: The error itself, if it is no refusal.
    """
    if isinstance(error, Refused | ProblemsError):
        return [at_pointer(problem, pointer) for problem in error.problems]
    raise error


def wrong_type(value: object, allowed: Wording) -> Refused:
    """Make the refusal of a value of another type."""
    if isinstance(value, RepeatedKeys):
        wrong = general.WRONG_TYPE.at(found=OBJECT, allowed=allowed)
        return Refused([wrong, *repeated_keys(value)])
    if value is None:
        return Refused([kinds.NULL_VALUE.at(allowed=allowed)])
    if isinstance(value, HugeNumber):
        return Refused([kinds.HUGE_NUMBER.at(length=value.length, most=value.most)])
    found = describe_value(value)
    if isinstance(value, Floating):
        found = Wording("number that is not whole", "Zahl, die nicht ganz ist")
    return Refused([general.WRONG_TYPE.at(found=found, allowed=allowed)])


def is_object(value: object) -> bool:
    """Tell whether a value is an object of a document, and nothing that merely behaves so."""
    return type(value) is dict or type(value) is RepeatedKeys


def repeated_keys(value: object) -> list[Problem]:
    """Return a problem for each key that stands twice in an object."""
    if not isinstance(value, RepeatedKeys):
        return []
    return [kinds.REPEATED_KEY.at(f"/{escape_token(key)}") for key in value.repeated[:MOST_KEYS]]


@attrs.frozen
class _Field:
    """A field of a class, with its type as the class is parametrised."""

    name: str
    annotation: Any
    required: bool


def _fields(wanted: Any) -> list[_Field]:  # a class, perhaps parametrised
    origin = get_origin(wanted) or wanted
    bound = dict(zip(getattr(origin, "__parameters__", ()), get_args(wanted), strict=False))
    return [
        _Field(spec.name, _substitute(spec.annotation, bound), spec.required)
        for spec in field_specs(origin)
    ]


def _kind(origin: type) -> str | None:
    """Return the kind that tells a class from others in documents, if it has one."""
    kind = getattr(origin, "kind", None)
    return kind if isinstance(kind, str) and "kind" not in attrs.fields_dict(origin) else None


def _keys(origin: type, fields: list[_Field]) -> list[str]:
    """Return the keys that an object of a class may have."""
    tag = ["kind"] if _kind(origin) is not None else []
    return tag + [field.name for field in fields]


def _substitute(annotation: Any, bound: Mapping[Any, Any]) -> Any:  # a type
    """Put types in the place of type variables, wherever they stand."""
    if not bound:
        return annotation
    if isinstance(annotation, TypeVar):
        return bound.get(annotation, annotation)
    arguments = get_args(annotation)
    if not arguments:
        return annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        inner = _substitute(arguments[0], bound)
        return Annotated[inner, *arguments[1:]]
    if origin is Literal:
        return annotation
    replaced = tuple(_substitute(argument, bound) for argument in arguments)
    if origin in (Union, types.UnionType):
        return Union[replaced]  # noqa: UP007  # made from a tuple
    return origin[replaced]


def _passes_through(annotation: Any) -> bool:  # a type
    """Tell whether a field's value needs no conversion: the constructor checks it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _passes_through(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return len(options) == 1 and _passes_through(options[0])
    return annotation in (str, int, bool) or origin is Literal


def fast_reader(wanted: Any, converter: cattrs.Converter) -> Hook:  # a type
    """Generate the reader that stops at the first problem, without saying which."""
    origin = get_origin(wanted) or wanted
    fields = _fields(wanted)
    names: dict[str, Any] = {
        "make": origin,
        "Refused": Refused,
        "known": frozenset(_keys(origin, fields)),
    }
    lines = [
        "def read(value, _):",
        "    if type(value) is not dict or not value.keys() <= known:",
        "        raise Refused",
        "    found = {}",
    ]
    if _kind(origin) is not None:
        lines.insert(3, f"    if value.get('kind') != {_kind(origin)!r}:")
        lines.insert(4, "        raise Refused")
    for number, field in enumerate(fields):
        key = repr(field.name)
        lines.append(f"    item = value.get({key})")
        lines.append("    if item is not None:")
        if _passes_through(field.annotation):
            lines.append(f"        found[{key}] = item")
        else:
            names[f"hook{number}"] = converter.get_structure_hook(field.annotation)
            lines.append(f"        found[{key}] = hook{number}(item, None)")
        # A missing required key is found by the constructor; null never stands for a missing one.
        lines.append(f"    elif {key} in value:")
        lines.append("        raise Refused")
    lines.append("    try:")
    lines.append("        return make(**found)")
    lines.append("    except TypeError:")
    lines.append("        raise Refused from None")
    exec("\n".join(lines), names)  # noqa: S102  # made from our own declarations only
    return typing.cast("Hook", names["read"])


def thorough_reader(wanted: Any, converter: cattrs.Converter) -> Hook:  # a type
    """Make the reader that collects every problem of an object and what lies below it."""
    origin = get_origin(wanted) or wanted
    fields = _fields(wanted)
    names = _keys(origin, fields)
    known = ", ".join(names)
    kind = _kind(origin)

    def read(value: Any, _: Any) -> Any:  # a hook takes anything
        if not is_object(value):
            raise wrong_type(value, OBJECT)
        problems = repeated_keys(value)
        problems += _kind_problems(value, kind)
        found = {}
        for field in fields:
            if field.name in value:
                try:
                    hook = converter.get_structure_hook(field.annotation)
                    found[field.name] = hook(value[field.name], None)
                except Exception as error:  # sorted out by problems_of
                    problems += problems_of(error, f"/{field.name}")
            elif field.required:
                problems.append(general.MISSING_KEY.at(f"/{field.name}"))
        unknown = [key for key in value if key not in names]
        problems += [
            general.UNKNOWN_KEY.at(f"/{escape_token(key)}", keys=known)
            for key in unknown[:MOST_KEYS]
        ]
        if len(unknown) > MOST_KEYS:
            problems.append(kinds.TOO_MANY_PROBLEMS.at(count=len(unknown) - MOST_KEYS))
        if problems:
            raise Refused(problems)
        return origin(**found)

    return read


def _kind_problems(value: dict[str, Any], kind: str | None) -> list[Problem]:
    """Return what is wrong with the kind that an object says of itself."""
    if kind is None or value.get("kind") == kind:
        return []
    if "kind" not in value:
        return [general.MISSING_KEY.at("/kind")]
    if type(value["kind"]) is not str:
        wrong = wrong_type(value["kind"], EXACT_NAMES[str]).problems
        return [at_pointer(problem, "/kind") for problem in wrong]
    return [kinds.UNKNOWN_KIND.at("/kind", kinds=kind)]


def writer(wanted: Any, converter: cattrs.Converter) -> Callable[[Any], Any]:
    """Generate the writer: keys in order of declaration, nothing where the default stands."""
    origin = get_origin(wanted) or wanted
    attributes = attrs.fields_dict(origin)
    names: dict[str, Any] = {}
    lines = ["def write(value):", "    data = {}"]
    if _kind(origin) is not None:
        lines[1] = f"    data = {{'kind': {_kind(origin)!r}}}"
    for number, field in enumerate(_fields(wanted)):
        key = repr(field.name)
        lines.append(f"    item = value.{field.name}")
        indent = "    "
        if not field.required:
            default = attributes[field.name].default
            names[f"default{number}"] = default
            test = "is not None" if default is None else f"!= default{number}"
            lines.append(f"    if item {test}:")
            indent = "        "
        if _passes_through(field.annotation):
            lines.append(f"{indent}data[{key}] = item")
        else:
            names[f"hook{number}"] = writer_hook(field.annotation, converter)
            lines.append(f"{indent}data[{key}] = hook{number}(item)")
    lines.append("    return data")
    exec("\n".join(lines), names)  # noqa: S102  # made from our own declarations only
    return typing.cast("Callable[[Any], Any]", names["write"])


def writer_hook(annotation: Any, converter: cattrs.Converter) -> Callable[[Any], Any]:
    """Return what writes a value of a type; absent values never reach it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return writer_hook(get_args(annotation)[0], converter)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        if len(options) == 1:
            return writer_hook(options[0], converter)
        return _union_writer(options, converter)
    hook: Callable[[Any], Any] = converter.get_unstructure_hook(annotation)
    return hook


def _union_writer(options: list[Any], converter: cattrs.Converter) -> Callable[[Any], Any]:
    """Return what writes one of several types; parametrised classes keep their parameters."""
    hooks: dict[type, Callable[[Any], Any]] = {}

    def write(value: Any) -> Any:  # one of the options
        if not hooks:
            for option in options:
                hooks[get_origin(option) or option] = writer_hook(option, converter)
        hook = hooks.get(type(value))
        return hook(value) if hook is not None else converter.unstructure(value)

    return write
