"""How many hours courses have, as dated parameters: units of 45 minutes, with their sources.

A row says from when its figure is known to hold. Days before the first row have no figure here, and
asking for one is refused: an older regulation said something else, or nothing that is known here.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, TypeAlias

from annotated_types import Ge, Le

from integrationsplan._language import Wording
from integrationsplan._model import Label, model
from integrationsplan.errors import UnknownNameError
from integrationsplan.parameters import Dated, Timeline
from integrationsplan.plan._language_codes import CourseKind
from integrationsplan.values import Basis, Citation

__all__ = ["COURSE_HOURS", "CourseHours", "course_hours"]

Units: TypeAlias = Annotated[int, Ge(0), Le(10_000)]


@model
class CourseHours(Dated):
    """Hours of a kind of course for a time, in units of 45 minutes.

    Attributes:
        language_units: Units of the language part; the most there are where the law says "up to".
        orientation_units: Units of the orientation part.
        repeat_units: Units of the language part that may be repeated once, where the law says so.
        is_maximum: Whether the language units are the most there may be.
        basis: Whether the source states figure and time, or part of it was inferred.
        citation: Where it comes from; its note says what was inferred.
    """

    language_units: Annotated[Units, Label("language units", "Sprachkurs")]
    orientation_units: Annotated[Units, Label("orientation units", "Orientierungskurs")] = 0
    repeat_units: Annotated[Units, Label("repeat units", "Wiederholung")] = 0
    is_maximum: Annotated[bool, Label("at most", "höchstens")] = False
    basis: Annotated[Basis, Label("basis", "Grundlage")]
    citation: Annotated[Citation, Label("citation", "Fundstelle")]

    @property
    def units(self) -> int:
        """Units of both parts, without repetition."""
        return self.language_units + self.orientation_units


_ORIENTATION_100 = dt.date(2016, 8, 6)
_INTV_5 = dt.date(2024, 12, 7)
_DEUFOEV_2 = dt.date(2018, 12, 5)
_NOT_BEFORE = (
    "Der Beginn ist erschlossen: § 12 IntV (100 Stunden Orientierungskurs) wurde zuletzt mit "
    "Wirkung vom 6. August 2016 geändert. Die Wiederholung folgt § 5 Abs. 5 IntV in der bis zum "
    "6. Dezember 2024 geltenden Fassung."
)

_INTV_10 = Citation(
    title="Integrationskursverordnung (IntV)",
    locator="§§ 10 bis 12",
    url="https://www.anwalt24.de/gesetze/intv/12",
)
_INTV_13 = Citation(
    title="Integrationskursverordnung (IntV)",
    locator="§ 13",
    date=dt.date(2024, 12, 3),
    url="https://lxgesetze.de/intv/13",
)
_INTV_OLD = Citation(
    title="Integrationskursverordnung (IntV)",
    locator="§ 5 Abs. 5, §§ 10 bis 13 in der bis zum 6. Dezember 2024 geltenden Fassung",
    url="https://buzer.de/gesetz/1561/al208755-0.htm",
    note=_NOT_BEFORE,
)
_INTV_ENDED = Citation(
    title="Fünfte Verordnung zur Änderung der Integrationskursverordnung",
    locator="Artikel 1, zu § 13 IntV",
    date=dt.date(2024, 12, 3),
    url="https://buzer.de/gesetz/16769/index.htm",
    note=f"{_NOT_BEFORE} Seit der Änderung nennt § 13 diese Kursart nicht mehr.",
)
_DEUFOEV_12 = Citation(
    title="Deutschsprachförderverordnung (DeuFöV)",
    locator="§ 12 Abs. 2",
    url="https://www.buzer.de/gesetz/12031/a198584.htm",
)
_DEUFOEV_13 = Citation(
    title="Deutschsprachförderverordnung (DeuFöV)",
    locator="§ 13 Abs. 1",
    url="https://urteile-gesetze.de/gesetze/deufoev/13",
    note="Der Beginn ist erschlossen: er ist der der geltenden Fassung von § 12 DeuFöV.",
)


def _until_2024(language_units: int, *, end: bool = False, is_maximum: bool = False) -> CourseHours:
    """Make the row of an integration course under the law before December 2024."""
    return CourseHours(
        start=_ORIENTATION_100,
        end=dt.date(2024, 12, 6) if end else None,
        language_units=language_units,
        orientation_units=100,
        repeat_units=300,
        is_maximum=is_maximum,
        basis=Basis.INFERRED,
        citation=_INTV_ENDED if end else _INTV_OLD,
    )


def _since_2024(
    language_units: int, citation: Citation, *, repeat_units: int = 0, is_maximum: bool = False
) -> CourseHours:
    """Make the row of an integration course under the law since December 2024."""
    return CourseHours(
        start=_INTV_5,
        language_units=language_units,
        orientation_units=100,
        repeat_units=repeat_units,
        is_maximum=is_maximum,
        basis=Basis.STATED,
        citation=citation,
    )


def _vocational(
    units: int, *, citation: Citation = _DEUFOEV_12, is_maximum: bool = False
) -> CourseHours:
    """Make the row of a vocational language course."""
    return CourseHours(
        start=_DEUFOEV_2,
        language_units=units,
        is_maximum=is_maximum,
        basis=Basis.STATED if citation is _DEUFOEV_12 else Basis.INFERRED,
        citation=citation,
    )


_SPECIAL = _since_2024(900, _INTV_13, repeat_units=300, is_maximum=True)
_ENDED = (_until_2024(900, end=True, is_maximum=True),)

_ROWS: dict[CourseKind, tuple[CourseHours, ...]] = {
    CourseKind.IK_ALLGEMEIN: (_until_2024(600), _since_2024(600, _INTV_10)),
    CourseKind.IK_INTENSIV: (_until_2024(400), _since_2024(400, _INTV_13)),
    CourseKind.IK_ALPHA: (_until_2024(900, is_maximum=True), _SPECIAL),
    CourseKind.IK_ZWEITSCHRIFT: (_since_2024(900, _INTV_13, is_maximum=True),),
    CourseKind.IK_FOERDER: (_until_2024(900, is_maximum=True), _SPECIAL),
    CourseKind.IK_JUGEND: _ENDED,
    CourseKind.IK_ELTERN: _ENDED,
    CourseKind.IK_FRAUEN: _ENDED,
    CourseKind.BSK_B2: (_vocational(400),),
    CourseKind.BSK_B2_BRIDGE: (_vocational(500),),
    CourseKind.BSK_C1: (_vocational(400),),
    CourseKind.BSK_C2: (_vocational(400),),
    CourseKind.SBSK_ANERKENNUNG: (_vocational(600, citation=_DEUFOEV_13, is_maximum=True),),
    CourseKind.SBSK_FACH: (_vocational(300, citation=_DEUFOEV_13),),
    CourseKind.SBSK_B1: (_vocational(400, citation=_DEUFOEV_13),),
    CourseKind.SBSK_A2: (_vocational(400, citation=_DEUFOEV_13),),
}

COURSE_HOURS: Mapping[CourseKind, Timeline[CourseHours]] = MappingProxyType(
    {kind: Timeline(kind.value, rows) for kind, rows in _ROWS.items()}
)
"""The hours of each kind of course that a regulation sets, by date."""


def course_hours(kind: CourseKind, day: dt.date) -> CourseHours:
    """Return the hours of a kind of course as they are regulated on a day.

    Raises:
        NotInForceError: If no figure is known for the day.
        UnknownNameError: If no regulation sets the hours of such courses.

    Example:
        >>> hours = course_hours(CourseKind.IK_ALLGEMEIN, dt.date(2025, 1, 15))
        >>> hours.language_units, hours.orientation_units, hours.basis.value
        (600, 100, 'stated')
    """
    timeline = COURSE_HOURS.get(kind)
    if timeline is None:
        known = (other.value for other in COURSE_HOURS)
        raise UnknownNameError(Wording("course with set hours", "Kurs mit Stunden"), kind, known)
    return timeline.at(day)
