"""The calendar of plans as iCalendar (RFC 5545), for any calendar program."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from integrationsplan._language import Language, Wording
from integrationsplan._model import describe_value
from integrationsplan._model._constraints import aware_problem, fixed
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError, UnknownNameError
from integrationsplan.plan import Due
from integrationsplan.problems import TOO_SHORT, WRONG_TYPE

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["to_icalendar"]

NAMESPACE = uuid.UUID("d4805e2b-1162-4dd4-ba41-1d76231b48cc")
"""The namespace of the ids of events. Never to change: calendars know their events by these ids."""


_LANGUAGES: tuple[str, ...] = get_args(Language)


def to_icalendar(
    dues: Iterable[Due],
    *,
    made_at: dt.datetime,
    language: Language = "en",
    detailed: bool = False,
) -> bytes:
    """Write last days as iCalendar: an all-day event for each, of any number of plans.

    An event keeps its id when its day moves, so that reading the calendar again updates it. By
    default nothing of what a plan says of the person is written, only what kind of day it is and
    the id of the plan: calendars are shared, and lie on telephones.

    Args:
        dues: The days, as `due` returns them; at least one. Of two with the same plan, kind and
            entry the later one in the row counts.
        made_at: When the calendar is made, with its offset from UTC.
        language: The language of the events.
        detailed: Also write what the days are about. That is personal data, perhaps of health.

    Returns:
        The file, in UTF-8.

    Raises:
        ImportError: If the extra ``calendar`` is not installed.
        InvalidValueError: If the moment is none or has no offset from UTC, or if there are no days:
            iCalendar knows no calendar without events.
        UnknownNameError: If the language is not known.
        DateOutOfRangeError: If the moment lies outside the years 1 to 9999 in UTC.
    """
    stamp = _stamp(made_at)
    if language not in _LANGUAGES:
        raise UnknownNameError(Wording("language", "Sprache"), language, _LANGUAGES)
    try:
        import icalendar  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        if error.name != "icalendar":
            raise  # icalendar is there, and lacks something of its own
        raise ImportError(
            "to_icalendar needs icalendar: pip install 'integrationsplan[calendar]'",
            name="icalendar",
        ) from None
    events = {_uid(item): item for item in dues}
    if not events:
        raise InvalidValueError("to_icalendar", [TOO_SHORT.at("/dues", length=0, least=1)])
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//integrationsplan//calendar of plans//{language.upper()}")
    calendar.add("version", "2.0")
    for uid, item in events.items():
        event = icalendar.Event()
        event.add("uid", uid)
        event.add("dtstamp", stamp)
        _describe(event, item, language, detailed=detailed)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _stamp(made_at: dt.datetime) -> dt.datetime:
    if type(made_at) is not dt.datetime:
        problem = WRONG_TYPE.at(
            "/made_at", found=describe_value(made_at), allowed=EXACT_NAMES[dt.datetime]
        )
        raise InvalidValueError("to_icalendar", [problem])
    moment: dt.datetime = fixed(made_at)
    problem_of_zone = aware_problem(moment)
    if problem_of_zone is not None:
        raise InvalidValueError("to_icalendar", [problem_of_zone])
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        raise DateOutOfRangeError(made_at.date(), "its offset from UTC") from None


def _uid(item: Due) -> str:
    """Return the id of an event: the same for the same day of the same plan, and opaque."""
    name = f"{item.plan_id} {item.kind.value} {item.begun_with or item.entry_id or ''}"
    return str(uuid.uuid5(NAMESPACE, name))


def _describe(event: "Event", item: Due, language: Language, *, detailed: bool) -> None:
    """Say what a day is about; it takes no time, and is for whoever it is sent to."""
    kind = item.kind.in_language(language)
    about = item.text.in_language(language) if detailed else kind
    event.add("dtstart", item.day)
    event.add("summary", f"{about} (Plan {item.plan_id})", {"LANGUAGE": language})
    event.add("categories", [kind])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
