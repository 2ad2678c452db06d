"""The quickest way in: msgspec decodes into private twins of the classes, which are then filled in.

For each class of a document a Struct is made from the same declarations, with what msgspec can
check in C: types, closed keys, codes, dates, lengths and bounds. One generated function a class
makes the object of the model from it and checks the rest; patterns, which msgspec would ask of each
text by itself, come last. As with the quick readers, a refusal says nothing; the thorough reader
does.

Classes that hold nodes, which nest in themselves, have no such twins.
"""

import datetime as dt
import enum
from collections.abc import Callable
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types as at
import attrs
import msgspec

from integrationsplan._model import AWARE, FrozenMap, Pattern
from integrationsplan._model._making import maker_source
from integrationsplan.serialization._forms import TextsByPattern
from integrationsplan.serialization._reading import LARGEST, Refused, Source, reader_of_text
from integrationsplan.serialization._shapes import (
    TEXT_CLASSES,
    bare,
    cached,
    fields_of,
    is_enum,
    is_model,
    is_union,
    kind_of,
    options_of,
    types_in,
)
from integrationsplan.values import Basis

__all__ = ["Wire", "decode_plainly", "wire_of"]

Fill = Callable[[Any, TextsByPattern], Any]
"""Makes an object of the model from its twin; texts that have a pattern are gathered."""


class Wire:
    """How documents of one class are decoded and written.

    Args:
        wanted: The class.
        format: Name of the format, which the document says itself.
        version: Its version.
    """

    def __init__(self, wanted: Any, format: str, version: int) -> None:
        head = (("format", Literal[format]), ("version", Literal[version]))
        struct = alone_of(wanted, head)
        self._decode = msgspec.json.Decoder(struct).decode
        self._fill = fill_of(wanted)
        self._wanted = wanted

    def read(self, data: bytes) -> Any:
        """Return the object of a document.

        Raises:
            Exception: Some exception, if there is anything wrong, or there might be.
        """
        wire = self._decode(data)
        if _hides_keys(data, wire):
            raise Refused
        texts = TextsByPattern()
        found = self._fill(wire, texts)
        if not texts.all_match():
            raise Refused
        return found

    def write(self, document: Any) -> str:
        """Return the text of the content of a document, without format and version."""
        return _encode(spill_of(self._wanted)(document)).decode()


def decode_plainly(data: bytes) -> Any:  # any JSON
    """Return parsed JSON in which no key stands twice.

    Raises:
        Exception: Some exception, if there is anything wrong, or there might be.
    """
    found = msgspec.json.decode(data)
    if _hides_keys(data, found):
        raise Refused
    return found


_encode = msgspec.json.Encoder().encode


def _hides_keys(data: bytes, found: Any) -> bool:
    """Tell whether some key of a document is lost in what was decoded from it, or might be.

    msgspec keeps the last of keys that stand twice. What it writes from what it has kept is the
    very document that we write ourselves; other spellings of that have as many colons, outside of
    texts and in them, unless some colon is itself spelt in another way.
    """
    again = _encode(found)
    return again != data and (again.count(b":") != data.count(b":") or b"\\u003" in data)


@cached
def wire_of(wanted: Any, format: str, version: int) -> Wire:
    """Return how documents of a class are decoded."""
    return Wire(wanted, format, version)


@cached
def struct_of(wanted: Any) -> type[msgspec.Struct]:
    """Make the twin of a class, perhaps parametrised, as one of several in a union."""
    struct: type[msgspec.Struct] = _struct(wanted, (), kind_of(get_origin(wanted) or wanted))
    return struct


def _struct(wanted: Any, head: tuple[tuple[str, Any], ...], kind: str | None) -> Any:
    origin = get_origin(wanted) or wanted
    fields: list[Any] = list(head)
    for field in fields_of(wanted):
        wire_type = type_of(field.annotation)
        # A default is not checked, so that a null, which is not allowed, is refused.
        fields.append((field.name, wire_type, *(() if field.required else (field.default,))))
    return msgspec.defstruct(
        f"{origin.__name__}Wire",
        fields,
        kw_only=True,
        forbid_unknown_fields=True,
        omit_defaults=True,
        gc=False,
        tag_field="kind" if kind is not None else None,
        tag=kind,
    )


@cached
def alone_of(wanted: Any, head: tuple[tuple[str, Any], ...] = ()) -> type[msgspec.Struct]:
    """Make the twin of a class that stands alone, in no union.

    There, msgspec would not ask for the tag; so the kind is a key like any other.
    """
    kind = kind_of(get_origin(wanted) or wanted)
    key = () if kind is None else (("kind", Literal[kind]),)
    struct: type[msgspec.Struct] = _struct(wanted, (*head, *key), None)
    return struct


def type_of(annotation: Any) -> Any:  # one return a form of type
    """Return what msgspec is to expect for a type of the model."""
    limits, _ = _limits(annotation)
    annotation = bare(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_union(annotation):
        options = options_of(annotation)
        # Made at once: to join them one by one takes quadratic time.
        return Union[tuple(map(type_of if len(options) == 1 else _option_of, options))]  # noqa: UP007
    if annotation is int:
        if not {"ge", "gt"} & limits.keys():
            limits["ge"] = 1 - LARGEST
        if not {"le", "lt"} & limits.keys():
            limits["le"] = LARGEST - 1
        return Annotated[int, msgspec.Meta(**limits)]
    if annotation in (str, bool, dt.date):
        return Annotated[annotation, msgspec.Meta(**limits)] if limits else annotation
    if annotation is dt.datetime or annotation in TEXT_CLASSES:
        return str
    if annotation is Basis:
        return Literal[tuple(b.value for b in Basis if b is not Basis.ASSUMED)]
    if is_enum(annotation) or origin is Literal:
        return annotation
    if origin is tuple or origin is FrozenMap:
        container: Any = tuple if origin is tuple else dict
        inner = tuple(each if each is ... else type_of(each) for each in arguments)
        wanted = container[inner]
        return Annotated[wanted, msgspec.Meta(**limits)] if limits else wanted
    return alone_of(annotation)


def _option_of(option: Any) -> Any:
    return struct_of(option) if is_model(option) else type_of(option)


def _limits(annotation: Any) -> tuple[dict[str, Any], list[object]]:
    """Return the constraints of a type that msgspec checks, and those that are left to us."""
    base = bare(annotation)
    limits: dict[str, Any] = {}
    rest: list[object] = []
    for item in getattr(annotation, "__metadata__", ()):
        # By class: to ask for instances of a protocol, which these are of, takes long.
        for constraint in item if type(item) in (at.Len, at.Interval) else (item,):
            asked = _limit(constraint, base)
            # One of each sort, one bound at each end: of more msgspec would forget some.
            ends = [{"ge", "gt"}, {"le", "lt"}]
            taken = {key for end in ends if end & limits.keys() for key in end} | limits.keys()
            if asked is None or asked[0] in taken:
                rest.append(constraint)
            else:
                limits[asked[0]] = asked[1]
    return limits, rest


def _limit(constraint: object, base: Any) -> tuple[str, Any] | None:
    """Return what msgspec calls a constraint, and its value; nothing if it does not know it."""
    has_length = base is str or get_origin(base) in (tuple, FrozenMap)
    match constraint:
        case at.MinLen(min_length=least) if has_length:
            return "min_length", least
        case at.MaxLen(max_length=most) if has_length:
            return "max_length", most
        case at.Ge(ge=bound) if base is int:
            return "ge", bound
        case at.Gt(gt=bound) if base is int:
            return "gt", bound
        case at.Le(le=bound) if base is int:
            return "le", bound
        case at.Lt(lt=bound) if base is int:
            return "lt", bound
    return None


@cached
def fill_of(wanted: Any) -> Fill:
    """Return what makes the object of a class from its twin."""
    return _Filling(wanted).fill()


@cached
def _fills_of(options: tuple[Any, ...]) -> "_Fills":
    return _Fills(options)


class _Fills(dict[Any, Fill]):
    """What fills objects of some classes in, by their twins, each made when it is first needed."""

    def __init__(self, options: tuple[Any, ...]) -> None:
        super().__init__()
        self._options = {struct_of(option): option for option in options}

    def __missing__(self, struct: Any) -> Fill:
        fill = self[struct] = fill_of(self._options[struct])
        return fill


class _Filling(Source):
    """The source of one filling function while it is written."""

    def __init__(self, wanted: Any) -> None:
        super().__init__()
        self._wanted = wanted

    def fill(self) -> Fill:
        origin = get_origin(self._wanted) or self._wanted
        self.write(0, "def fill(wire, texts):")
        values = []
        for field in fields_of(self._wanted):
            place, steps = f"wire.{field.name}", len(self.lines)
            variable = f"value_{field.name}"
            optional = not field.required
            self._convert(1 + optional, field.annotation, variable)
            body = self.lines[steps:]
            del self.lines[steps:]
            if not body:
                values.append(place)
                continue
            values.append(variable)
            self.write(1, f"{variable} = {place}")
            if optional:
                default = "None" if field.default is None else self.bind("default", field.default)
                self.write(1, f"if {variable} is not {default}:")
            self.lines += body
        self.write(1, *maker_source(origin, self.names, values))
        if hasattr(origin, "_violations"):
            self.write_laws(1)
        self.write(1, "return self")
        fill: Fill = self.made("fill")
        return fill

    def _convert(self, depth: int, annotation: Any, variable: str) -> None:
        """Write what checks a variable further and puts the value of the model in its place."""
        _, rest = _limits(annotation)
        # The pattern of moments says all that their own constraint asks for: a fixed offset.
        left = [c for c in rest if c is not AWARE and not isinstance(c, Pattern)]
        for pattern in rest:
            if isinstance(pattern, Pattern):
                self.write(depth, f"texts[{pattern.regex!r}].append({variable})")
        annotation = bare(annotation)
        tests = self.tests(Annotated[annotation, *left], variable) if left else []
        origin, arguments = get_origin(annotation), get_args(annotation)
        if is_union(annotation):
            self._convert_union(depth, options_of(annotation), variable)
        elif origin is tuple:
            self._convert_items(depth, arguments[0], variable)
        elif origin is FrozenMap:
            self._convert_entries(depth, arguments, variable)
        elif is_model(annotation):
            fill = self.bind("fill", fill_of(annotation))
            self.write(depth, f"{variable} = {fill}({variable}, texts)")
        elif annotation is Basis:
            codes = self.bind("codes", reader_of_text(annotation))
            self.write(depth, f"{variable} = {codes}[{variable}]")
        elif annotation is dt.datetime or annotation in TEXT_CLASSES:
            read = self.bind("read", reader_of_text(annotation))
            self.write(depth, f"{variable} = {read}({variable})")
        if tests:
            self.require(depth, *tests)

    def _convert_union(self, depth: int, options: tuple[Any, ...], variable: str) -> None:
        if len(options) == 1:
            self._convert(depth, options[0], variable)
            return
        texts = [option for option in options if bare(option) is str]
        if texts:
            self.write(depth, f"if type({variable}) is str:", "    pass")
            self._convert(depth + 1, texts[0], variable)
            self.write(depth, "else:")
        made = self._by_twin(tuple(o for o in options if o not in texts), variable)
        self.write(depth + bool(texts), f"{variable} = {made}")

    def _by_twin(self, options: tuple[Any, ...], variable: str) -> str:
        fills = self.bind("fills", _fills_of(options))
        return f"{fills}[type({variable})]({variable}, texts)"

    def _convert_items(self, depth: int, item: Any, variable: str) -> None:
        each, found = self.variable("item"), self.variable("found")
        steps = len(self.lines)
        self._convert(depth + 1, item, each)
        body = self.lines[steps:]
        del self.lines[steps:]
        if not body:
            return
        if not _is_changed(item):
            self.write(depth, f"for {each} in {variable}:")
            self.lines += body
            return
        self.write(depth, f"{found} = []", f"for {each} in {variable}:")
        self.lines += body
        self.write(depth + 1, f"{found}.append({each})")
        self.write(depth, f"{variable} = tuple({found})")

    def _convert_entries(self, depth: int, types: tuple[Any, ...], variable: str) -> None:
        found, key, item = (self.variable(stem) for stem in ("found", "key", "item"))
        steps = len(self.lines)
        self._convert(depth + 1, types[0], key)
        self._convert(depth + 1, types[1], item)
        body = self.lines[steps:]
        del self.lines[steps:]
        frozen = self.bind("frozen", FrozenMap)
        if not body:
            self.write(depth, f"{variable} = {frozen}({variable})")
            return
        self.write(depth, f"{found} = {{}}", f"for {key}, {item} in {variable}.items():")
        self.lines += body
        self.write(depth + 1, f"{found}[{key}] = {item}")
        self.write(depth, f"{variable} = {frozen}({found})")


def _is_changed(annotation: Any) -> bool:  # a type
    """Tell whether the model may hold another object for a value than its twin does."""
    return any(
        is_model(each)
        or each in (dt.datetime, Basis, *TEXT_CLASSES)
        or get_origin(each) is FrozenMap
        for each in types_in(annotation)
    )


def _is_one_of_its_kind(default: Any) -> bool:
    """Tell whether whatever equals a default is the very default, which msgspec leaves out."""
    return (
        default is attrs.NOTHING
        or default is None
        or default == ()
        or (isinstance(default, bool | enum.Enum))
    )


Spill = Callable[[Any], Any]


@cached
def spill_of(wanted: Any) -> Spill:
    """Return what makes the twin of an object of a class."""
    return _Spilling(wanted).spill()


class _Spills(dict[Any, Spill]):
    """What makes twins of objects of some classes, each made when it is first needed."""

    def __init__(self, options: tuple[Any, ...]) -> None:
        super().__init__()
        self._options = {get_origin(option) or option: option for option in options}

    def __missing__(self, origin: Any) -> Spill:
        spill = self[origin] = spill_of(self._options[origin])
        return spill


@cached
def _spills_of(options: tuple[Any, ...]) -> _Spills:
    return _Spills(options)


class _Spilling(Source):
    """The source of one function that makes twins, while it is written."""

    def __init__(self, wanted: Any) -> None:
        super().__init__()
        self._wanted = wanted

    def spill(self) -> Spill:
        """Return the function."""
        struct = self.bind("struct", struct_of(self._wanted))
        self.write(0, "def spill(value):")
        told = []
        for field in fields_of(self._wanted):
            place = f"value.{field.name}"
            expression = self._expression(field.annotation, "item")
            if expression == "item" and _is_one_of_its_kind(field.default):
                told.append(f"{field.name}={place}")
                continue
            self.write(1, f"item = {place}")
            if not field.required:
                # What stands at its default stays the very default, which is not written.
                default = "None" if field.default is None else self.bind("default", field.default)
                test = f"item is not {default}"
                if field.default is not None:
                    expression = f"({expression}) if item != {default} else {default}"
                self.write(1, f"if {test}:", f"    item = {expression}")
            else:
                self.write(1, f"item = {expression}")
            self.write(1, f"item_{field.name} = item")
            told.append(f"{field.name}=item_{field.name}")
        self.write(1, f"return {struct}({', '.join(told)})")
        spill: Spill = self.made("spill")
        return spill

    def _expression(self, annotation: Any, value: str) -> str:
        """Return the source of what the twin holds for a value; the value itself if it is that."""
        annotation = bare(annotation)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if is_union(annotation):
            options = options_of(annotation)
            if len(options) == 1:
                return self._expression(options[0], value)
            return f"{self.bind('spills', _spills_of(options))}[type({value})]({value})"
        if origin is tuple:
            each = self._expression(arguments[0], "each")
            return value if each == "each" else f"[{each} for each in {value}]"
        if origin is FrozenMap:
            each = self._expression(arguments[1], "each")
            return f"{{key: {each} for key, each in {value}.items()}}"
        if annotation is dt.datetime:
            return f"{value}.isoformat()"
        if annotation in TEXT_CLASSES:
            return f"str({value})"
        if annotation is Basis:
            return f"{value}.value"
        return (
            f"{self.bind('spill', spill_of(annotation))}({value})"
            if is_model(annotation)
            else value
        )
