"""The writers: for each class one function, generated from its fields, that writes JSON text.

Keys stand in the order of declaration, nothing is written where the default stands, and there are
no blanks: of each object there is one text. The text is put together straight from the fields,
which is faster than making dictionaries for a serialiser to go through.
"""

import datetime as dt
import re
from collections.abc import Callable
from json.encoder import encode_basestring  # escapes as ensure_ascii=False does, in C
from typing import Annotated, Any, Literal, get_args, get_origin

from integrationsplan._model import FrozenMap, Pattern
from integrationsplan.serialization._reading import Source
from integrationsplan.serialization._shapes import (
    TEXT_CLASSES,
    cached,
    fields_of,
    is_enum,
    is_model,
    is_rule,
    is_union,
    kind_of,
    members_of,
    nests,
    options_of,
)

__all__ = ["Writer", "writer_of"]

Writer = Callable[[Any], str]


@cached
def writer_of(wanted: Any) -> Writer:  # a class, perhaps parametrised
    """Return what writes objects of a class of the model."""
    return _write_rule if is_rule(wanted) else _Writing(wanted).writer()


def _write_rule(rule: Any) -> str:
    """Write a named rule: its node, with the other keys of the rule after those of the node."""
    text = writer_of(type(rule.node))(rule.node)
    for field in fields_of(type(rule)):
        value = getattr(rule, field.name)
        if field.name != "node" and value != field.default:
            text = f'{text[:-1]},"{field.name}":{any_writer(field.annotation)(value)}}}'
    return text


class _Writers(dict[Any, Writer]):
    """Writers of some classes, each made when it is first needed."""

    def __init__(self, options: tuple[Any, ...]) -> None:
        super().__init__()
        self._options = {get_origin(option) or option: option for option in options}

    def __missing__(self, origin: Any) -> Writer:
        writer = self[origin] = (
            encode_basestring if origin is str else writer_of(self._options.get(origin, origin))
        )
        return writer


@cached
def _writers_of(options: tuple[Any, ...]) -> _Writers:
    return _Writers(options)


class _Writing(Source):
    """The source of one writer while it is written."""

    def __init__(self, wanted: Any) -> None:
        super().__init__()
        self._wanted = wanted
        self.names["text_of"] = encode_basestring

    def writer(self) -> Writer:
        """Return the writer of an object."""
        origin = get_origin(self._wanted) or self._wanted
        kind = kind_of(origin)
        fields = fields_of(self._wanted)
        # What is always there stands in one piece with what comes before it.
        piece = "{{" if kind is None else f'{{{{"kind":{_quoted_source(kind)},'
        self.write(0, "def write(value):")
        started = False
        for field in fields:
            key = f'"{field.name}":'
            if field.required:
                piece += f"{key}{self._placeholder(field.annotation, f'value.{field.name}')},"
                continue
            self._add(1, piece, started=started)
            piece, started = "", True
            default = "None" if field.default is None else self.bind("default", field.default)
            # Most defaults are the very object; of equal ones nothing is written either.
            test = "" if field.default is None else f" and item != {default}"
            self.write(1, f"item = value.{field.name}", f"if item is not {default}{test}:")
            self._add(2, f"{key}{self._placeholder(field.annotation, 'item')},", started=True)
        if piece.endswith(","):  # nothing optional comes after it
            self._add(1, piece[:-1] + "}}", started=started)
            self.write(1, "return text")
        else:
            self._add(1, piece, started=started)
            # Without the last comma, if there is anything at all.
            self.write(1, "return text[:-1] + '}' if len(text) > 1 else '{}'")
        writer: Writer = self.made("write")
        return writer

    def _add(self, depth: int, piece: str, *, started: bool) -> None:
        if piece:
            self.write(depth, f"text {'+=' if started else '='} f'{piece}'")

    def _placeholder(self, annotation: Any, value: str) -> str:
        """Return the part of an f-string that stands for a value."""
        if get_origin(annotation) is Annotated:
            if needs_no_escape(annotation):
                return f'"{{{value}}}"'
            return self._placeholder(get_args(annotation)[0], value)
        if is_union(annotation) and len(options_of(annotation)) == 1:
            return self._placeholder(options_of(annotation)[0], value)
        if annotation is str:
            return f"{{text_of({value})}}"
        if annotation is int:
            return f"{{{value}}}"
        if annotation in (dt.date, dt.datetime):
            return f'"{{{value}.isoformat()}}"'
        if is_enum(annotation) and all(_is_plain_code(member.value) for member in annotation):
            return f'"{{{value}._value_}}"'
        if get_origin(annotation) is tuple:
            comma = self.bind("comma", ",")
            each = self._call(get_args(annotation)[0], "each")
            return f"[{{{comma}.join([{each} for each in {value}])}}]"
        return f"{{{self._call(annotation, value)}}}"

    def _call(self, annotation: Any, value: str) -> str:
        """Return the source of a call that writes a value."""
        if is_union(annotation) and len(options := options_of(annotation)) > 1:
            return f"{self.bind('writers', _writers_of(options))}[type({value})]({value})"
        return f"{self.bind('write', any_writer(annotation))}({value})"


_SAFE_PARTS = re.compile(
    # a class of letters, digits and signs that JSON writes as they are; of ranges only such within
    # capital letters, small letters or digits
    r"\[(?:[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|[A-Za-z0-9_.:+/])+-?\]"
    r"|\\[.+]|[A-Za-z0-9_:/-]"  # such a sign or letter by itself
    r"|\(\?:|[(){}*+?|,]",  # groups, repetitions, alternatives
)


def _is_plain_code(code: str) -> bool:
    return encode_basestring(code) == f'"{code}"'


def _quoted_source(text: str) -> str:
    """Return JSON text as it stands in the source of an f-string with single quotes."""
    source = repr(encode_basestring(text) + '"')[
        1:-2
    ]  # the quotation mark makes repr take single ones
    return source.replace("{", "{{").replace("}", "}}")


def needs_no_escape(annotation: Any) -> bool:  # a constrained type
    """Tell whether texts of a type hold nothing that JSON escapes, because of their pattern."""
    patterns = [item.regex for item in annotation.__metadata__ if isinstance(item, Pattern)]
    return any(not _SAFE_PARTS.sub("", regex) for regex in patterns)


@cached
def any_writer(annotation: Any) -> Writer:  # noqa: PLR0911  # one return a form of type
    """Return what writes values of a type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _quoted if needs_no_escape(annotation) else any_writer(arguments[0])
    if is_union(annotation):
        options = options_of(annotation)
        return any_writer(options[0]) if len(options) == 1 else _choosing(options)
    if annotation is str or origin is Literal:
        return encode_basestring
    if annotation is int:
        return str
    if annotation is bool:
        return {True: "true", False: "false"}.__getitem__
    if annotation in (dt.date, dt.datetime):
        return lambda value: f'"{value.isoformat()}"'
    if annotation in TEXT_CLASSES:
        return lambda value: encode_basestring(str(value))
    if is_enum(annotation):
        return lambda member: encode_basestring(member.value)
    if origin is tuple:
        item = any_writer(arguments[0])
        return lambda value: f"[{','.join([item(each) for each in value])}]"
    if origin is FrozenMap:
        return _entries(any_writer(arguments[1]))
    if members_of(annotation):
        return _choosing((annotation,))
    if is_model(annotation):
        return _late(annotation) if nests(annotation) else writer_of(annotation)
    raise TypeError(f"no document holds a value of type {annotation!r}")


def _late(annotation: Any) -> Writer:
    """Return the writer of a class, made when it is first used: it may be just being written."""

    def write(value: Any) -> str:
        return writer_of(annotation)(value)

    return write


def _quoted(value: str) -> str:
    return f'"{value}"'


def _choosing(options: tuple[Any, ...]) -> Writer:
    writers = _writers_of(options)

    def write(value: Any) -> str:
        return writers[type(value)](value)

    return write


def _entries(item: Writer) -> Writer:
    def write(value: FrozenMap[str, Any]) -> str:
        pairs = [f"{encode_basestring(key)}:{item(each)}" for key, each in value.items()]
        return f"{{{','.join(pairs)}}}"

    return write
