"""Official keys of German regions: text, because leading zeros matter.

Source: Statistisches Bundesamt, description of the municipality directory GV-ISys. The AGS has
2 + 1 + 2 + 3 digits (Land, Regierungsbezirk, Kreis, Gemeinde), the ARS 2 + 1 + 2 + 4 + 3 (with the
association of municipalities between). There is no check digit. Keys change by reform: whether one
exists on a day is for a register of the user's to say.
"""

import enum
from typing import Annotated, TypeAlias

from integrationsplan._language import Wording
from integrationsplan._model import Pattern, model
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import ProblemKind

__all__ = ["AGS", "ARS", "RegionLevel"]

_STATE = "(?:0[1-9]|1[0-6])"

NO_FULL_KEY = ProblemKind(
    "no_full_key",
    found=Wording("a key of {length} digits", "ein Schlüssel von {length} Stellen"),
    allowed=Wording("a key of {needed} digits", "ein Schlüssel von {needed} Stellen"),
    remedy=Wording("Give the key of a municipality.", "Den Schlüssel einer Gemeinde angeben."),
)


class RegionLevel(enum.Enum):
    """The level of the administration that a key names."""

    STATE = "state"
    """Land."""
    GOVERNMENT_REGION = "government_region"
    """Regierungsbezirk."""
    DISTRICT = "district"
    """Landkreis or kreisfreie Stadt."""
    ASSOCIATION = "association"
    """Gemeindeverband; in the ARS alone."""
    MUNICIPALITY = "municipality"
    """Gemeinde."""


_AGS_LEVELS = {
    2: RegionLevel.STATE,
    3: RegionLevel.GOVERNMENT_REGION,
    5: RegionLevel.DISTRICT,
    8: RegionLevel.MUNICIPALITY,
}
_ARS_LEVELS = {
    2: RegionLevel.STATE,
    3: RegionLevel.GOVERNMENT_REGION,
    5: RegionLevel.DISTRICT,
    9: RegionLevel.ASSOCIATION,
    12: RegionLevel.MUNICIPALITY,
}

AGSText: TypeAlias = Annotated[
    str,
    Pattern(
        rf"{_STATE}(?:[0-9](?:[0-9]{{2}}(?:[0-9]{{3}})?)?)?",
        "2, 3, 5 or 8 digits as text, the first two 01 to 16; a number loses its leading zero",
        "2, 3, 5 oder 8 Ziffern als Text, zuerst 01 bis 16; Zahlen verlieren die Null",
    ),
]
ARSText: TypeAlias = Annotated[
    str,
    Pattern(
        rf"{_STATE}(?:[0-9](?:[0-9]{{2}}(?:[0-9]{{4}}(?:[0-9]{{3}})?)?)?)?",
        "2, 3, 5, 9 or 12 digits as text, the first two 01 to 16; a number loses its leading zero",
        "2, 3, 5, 9 oder 12 Ziffern als Text, zuerst 01 bis 16; Zahlen verlieren die Null",
    ),
]


@model(kw_only=False)
class AGS:
    """Amtlicher Gemeindeschlüssel, or the leading part of one that names a larger region.

    Example:
        >>> stuttgart = AGS("08111000")
        >>> stuttgart.level, stuttgart.is_district_free
        (<RegionLevel.MUNICIPALITY: 'municipality'>, True)
        >>> stuttgart.parent, stuttgart.state
        (AGS('08111'), AGS('08'))
    """

    key: AGSText

    @property
    def level(self) -> RegionLevel:
        """Which level the key names."""
        return _AGS_LEVELS[len(self.key)]

    @property
    def parent(self) -> "AGS | None":
        """The next larger region, or nothing for a state."""
        shorter = _shorter(self.key, _AGS_LEVELS)
        return AGS(shorter) if shorter else None

    @property
    def state(self) -> "AGS":
        """The state (Land) that the region lies in."""
        return AGS(self.key[:2])

    @property
    def district(self) -> "AGS | None":
        """The district, where the key is long enough to tell."""
        return AGS(self.key[:5]) if len(self.key) >= 5 else None

    @property
    def is_district_free(self) -> bool:
        """Whether the key is that of a city which is its own district (ends in 000)."""
        return len(self.key) == 8 and self.key.endswith("000")

    def contains(self, other: "AGS") -> bool:
        """Tell whether the other region lies in this one (or is it)."""
        return other.key.startswith(self.key)

    def __str__(self) -> str:
        return self.key

    def __repr__(self) -> str:
        return f"AGS({self.key!r})"


@model(kw_only=False)
class ARS:
    """Amtlicher Regionalschlüssel, or the leading part of one that names a larger region.

    Example:
        >>> ARS("120605003154").to_ags()
        AGS('12060154')
    """

    key: ARSText

    @property
    def level(self) -> RegionLevel:
        """Which level the key names."""
        return _ARS_LEVELS[len(self.key)]

    @property
    def parent(self) -> "ARS | None":
        """The next larger region, or nothing for a state."""
        shorter = _shorter(self.key, _ARS_LEVELS)
        return ARS(shorter) if shorter else None

    def to_ags(self) -> AGS:
        """Return the AGS: digits 1 to 5 and 10 to 12, or the same key down to the district.

        Raises:
            InvalidValueError: If the key names an association, which the AGS does not know.
        """
        if len(self.key) == 12:
            return AGS(self.key[:5] + self.key[9:])
        if len(self.key) == 9:
            raise InvalidValueError("AGS", [NO_FULL_KEY.at(length=9, needed=12)])
        return AGS(self.key)

    def __str__(self) -> str:
        return self.key

    def __repr__(self) -> str:
        return f"ARS({self.key!r})"


def _shorter(key: str, levels: dict[int, RegionLevel]) -> str:
    length = max((length for length in levels if length < len(key)), default=0)
    return key[:length]
