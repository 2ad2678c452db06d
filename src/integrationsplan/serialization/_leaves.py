"""Reading single values: texts, numbers, dates, codes. Nothing is coerced.

A pattern stands before every parser, because the parsers of the standard library take more than the
documents allow: other digits, blanks, compact dates, a space for the T.
"""

import datetime as dt
import functools
from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

import attrs
import cattrs

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.errors import ProblemsError
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._models import Hook, Refused, wrong_type
from integrationsplan.serialization._reading import Carrier, matches_date, matches_moment
from integrationsplan.serialization._shapes import TEXT_CLASSES, is_enum, maker_of_text
from integrationsplan.values import Basis

CODE_AS_TEXT = Wording("code as text", "Code als Text")


def add_leaves(converter: cattrs.Converter, carrier: Carrier) -> None:
    """Register the hooks of single values."""
    for builtin in (str, int, bool):
        # By class, not by predicate: cattrs' own hooks for these coerce, and come first otherwise.
        converter.register_structure_hook(builtin, _exact_reader(builtin))
    parsers: dict[type, Hook] = {
        dt.date: _text_date if carrier == "json" else _native_date,
        dt.datetime: _moment,
    }
    for wanted, parser in parsers.items():
        converter.register_structure_hook_func(functools.partial(_is, wanted), parser)
    converter.register_structure_hook_factory(is_enum, _member_reader)
    converter.register_structure_hook_func(functools.partial(_is, Basis), _published_basis())
    converter.register_structure_hook_factory(_is_literal, _literal_reader)
    for wanted in TEXT_CLASSES:
        converter.register_structure_hook_func(
            functools.partial(_is, wanted), _text_class_reader(maker_of_text(wanted))
        )


def _is_literal(candidate: Any) -> bool:
    return get_origin(candidate) is Literal


def _is(wanted: type, candidate: object) -> bool:
    return candidate is wanted


def _exact_reader(wanted: type) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not wanted:
            raise wrong_type(value, EXACT_NAMES[wanted])
        return value

    return read


def _text_date(value: Any, _: Any) -> dt.date:
    if type(value) is not str:
        raise wrong_type(value, Wording("date as text", "Datum als Text"))
    if matches_date(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise Refused([kinds.NOT_A_DATE.at()])


def _native_date(value: Any, _: Any) -> dt.date:
    if type(value) is not dt.date:
        raise wrong_type(value, Wording("date without quotes", "Datum ohne Anführungszeichen"))
    return value


def _moment(value: Any, _: Any) -> dt.datetime:
    if type(value) is not str:
        raise wrong_type(value, Wording("moment as text", "Zeitpunkt als Text"))
    if matches_moment(value):
        try:
            return dt.datetime.fromisoformat(value)
        except ValueError:
            pass
    raise Refused([kinds.NOT_A_MOMENT.at()])


def _member_reader(wanted: Any) -> Hook:
    members = {member.value: member for member in wanted}
    return _code_reader(members.get, ", ".join(members))


def _published_basis() -> Hook:
    """What is published is stated or inferred; assumptions belong to the caller."""
    members = {basis.value: basis for basis in Basis if basis is not Basis.ASSUMED}
    known = _code_reader(members.get, ", ".join(members))

    def read(value: Any, _: Any) -> Any:
        if value == Basis.ASSUMED.value:
            raise Refused([kinds.ASSUMED_IN_DOCUMENT.at()])
        return known(value, None)

    return read


def _literal_reader(wanted: Any) -> Hook:
    allowed = get_args(wanted)
    return _code_reader(dict(zip(allowed, allowed, strict=True)).get, ", ".join(allowed))


def _code_reader(find: Callable[[str], Any], codes: str) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not str:
            raise wrong_type(value, CODE_AS_TEXT)
        found = find(value)
        if found is None:
            raise Refused([general.UNKNOWN_CODE.at(codes=codes)])
        return found

    return read


def _text_class_reader(wanted: Callable[[str], Any]) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not str:
            raise wrong_type(value, EXACT_NAMES[str])
        try:
            return wanted(value)
        except ProblemsError as error:
            # The class has one field, which the document does not show.
            problems = [attrs.evolve(problem, pointer="") for problem in error.problems]
            raise Refused(problems) from None

    return read
