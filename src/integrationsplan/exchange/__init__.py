"""Formats of other programs: the calendar of plans as iCalendar.

Needs the extra ``calendar`` when something is written; importing the package needs nothing.
"""

from integrationsplan.exchange._icalendar import to_icalendar

__all__ = ["to_icalendar"]
