"""How objects of frozen classes come to be: generated constructors, and makers without checks.

Frozen classes refuse assignment, so that a constructor has to go round that. Each way costs: attrs
calls ``object.__setattr__`` for each field, by name. The constructor here calls the descriptors of
the slots, which takes a third of the time. A maker, for whoever has checked the values already,
fills an object of a twin class with the same slots that may be assigned to, and then tells it to be
of the real class: a sixth of the time.
"""

import inspect
import typing
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from integrationsplan._model._fields import FieldSpec, field_specs
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import Problem, at_pointer

__all__ = ["Signature", "constructor", "maker_source", "refuse_violations"]


def constructor(cls: type) -> Callable[..., None]:
    """Generate ``__init__``: one test of all values, then the slots, then the laws of the class.

    Only when the test is false is it asked field by field what is wrong, so that correct values
    cost little and wrong ones are told everything at once.
    """
    # Parameters are called as the fields are, which may be "type" or "len": the tests get the
    # values under other names, in a function of their own, where builtins mean what they should.
    names: dict[str, Any] = {"_refuse": _refuse, "_refuse_violations": refuse_violations}
    parameters, tests, settings, values = ["self"], [], [], []
    for field, spec in zip(attrs.fields(cls), field_specs(cls), strict=True):
        if field.kw_only and "*" not in parameters:
            parameters.append("*")
        value = field.name
        values.append(value)
        if spec.required:
            parameters.append(value)
        else:
            names[f"_default_{value}"] = spec.default
            parameters.append(f"{value}=_default_{value}")
        tests.append(f"({spec.spec.source(f'value_{value}', names)})")
        # The descriptor works for subclasses too, whatever they add.
        names[f"_set_{value}"] = getattr(cls, value).__set__
        settings.append(f"    _set_{value}(self, {value})")
    lines = [f"def __init__({', '.join(parameters)}):"]
    if tests:
        check = f"def _is_right({', '.join(f'value_{value}' for value in values)}):"
        run("\n".join([check, f"    return {' and '.join(tests)}"]), names, "_is_right")
        lines.append(f"    if not _is_right({', '.join(values)}):")
        lines.append(f"        _refuse(self, [{', '.join(values)}])")
        lines += settings
    if hasattr(cls, "_violations"):
        lines.append("    _refuse_violations(self)")
    if len(lines) == 1:
        lines.append("    pass")
    made = typing.cast("Callable[..., None]", run("\n".join(lines), names, "__init__"))
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    return made


def maker_source(cls: type, names: dict[str, Any], values: list[str]) -> list[str]:
    """Return lines that make an object of a class in ``self`` out of variables, without checks.

    Args:
        cls: A model class.
        names: The names of the generated code; what the lines need is added.
        values: The variables, in the order of the fields.
    """
    fields = [spec.name for spec in field_specs(cls)]
    twin = _twin(cls)
    names["new"] = object.__new__
    if twin is None:
        names["object_of"] = cls
        lines = ["self = new(object_of)"]
        for number, (field, value) in enumerate(zip(fields, values, strict=True)):
            names[f"set_{number}"] = getattr(cls, field).__set__
            lines.append(f"set_{number}(self, {value})")
        return lines
    names |= {"twin": twin, "object_of": cls}
    return [
        "self = new(twin)",
        *(f"self.{field} = {value}" for field, value in zip(fields, values, strict=True)),
        "self.__class__ = object_of",
    ]


def run(source: str, names: dict[str, Any], wanted: str) -> Any:  # a function
    """Run generated source.

    It is made of declarations: names of fields, codes and kinds, which whoever writes a class has
    written. Nothing of a document ever stands in it.
    """
    exec(source, names)  # noqa: S102  # see above
    return names[wanted]


def refuse_violations(instance: Any) -> None:  # of a class with laws
    """Ask an object for the laws that it breaks.

    Raises:
        InvalidValueError: If there are any.
    """
    found = tuple(instance._violations())
    if found:
        raise InvalidValueError(type(instance).__name__, found)


class Signature:
    """The signature of a class for editors and docs, worked out when somebody looks at it."""

    def __get__(self, instance: object, owner: type) -> inspect.Signature:
        """Return what the constructor takes."""
        kinds = {
            True: inspect.Parameter.KEYWORD_ONLY,
            False: inspect.Parameter.POSITIONAL_OR_KEYWORD,
        }
        return inspect.Signature(
            [
                inspect.Parameter(
                    field.alias,
                    kinds[bool(field.kw_only)],
                    default=inspect.Parameter.empty if spec.required else spec.default,
                    annotation=spec.annotation,
                )
                for field, spec in zip(attrs.fields(owner), field_specs(owner), strict=True)
            ],
            return_annotation=None,
        )


def _refuse(instance: object, values: list[Any]) -> typing.NoReturn:
    cls = type(instance)
    raise InvalidValueError(cls.__name__, _diagnose(field_specs(cls), values))


def _diagnose(fields: tuple[FieldSpec, ...], values: list[Any]) -> Iterator[Problem]:
    for field, value in zip(fields, values, strict=False):  # subclasses may have more
        for problem in field.spec.problems(value):
            yield at_pointer(problem, f"/{field.name}")


def _twin(cls: type) -> type | None:
    """Make a class of the same layout whose objects can be assigned to, if Python allows that."""
    own = cls.__dict__
    body: dict[str, Any] = {
        "__slots__": own.get("__slots__", ()),
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,  # one slot of the type holds both
    }
    if "__orig_bases__" in own:
        body["__orig_bases__"] = own["__orig_bases__"]  # what Generic asks its subclasses for
    twin = type(f"{cls.__name__}Twin", cls.__bases__, body)
    instance: Any = object.__new__(twin)
    try:
        instance.__class__ = cls
    except TypeError:  # an implementation of Python that lays out objects in another way
        return None
    return twin
