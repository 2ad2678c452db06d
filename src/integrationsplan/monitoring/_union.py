"""Whose citizens are citizens of the Union, and until when."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["is_union_citizen"]

_MEMBERS = frozenset(
    # fmt: off
    {
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
    # fmt: on
)
"""Members since 1 July 2013 at the latest, so before the periods of the funds that ask for it.

Source: https://european-union.europa.eu/principles-countries-history/eu-countries_en (stated).
"""

_LEFT: Mapping[str, dt.date] = MappingProxyType({"GB": dt.date(2020, 1, 31)})
"""The last day of members that left.

Source: Agreement on the withdrawal of the United Kingdom (OJ L 29, 31.1.2020, p. 7), Article 185:
in force from 1 February 2020 (stated).
"""


def is_union_citizen(nationality: str, day: dt.date) -> bool:
    """Return whether the citizens of a country are citizens of the Union on a day.

    Example:
        >>> is_union_citizen("GB", dt.date(2019, 7, 1)), is_union_citizen("SY", dt.date(2019, 7, 1))
        (True, False)
    """
    return nationality in _MEMBERS or day <= _LEFT.get(nationality, dt.date.min)
