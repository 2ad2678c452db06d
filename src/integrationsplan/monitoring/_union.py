"""Whose citizens are citizens of the Union, and until when; read from ``union.toml``."""

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

__all__ = ["is_union_citizen"]


def is_union_citizen(nationality: str, day: dt.date) -> bool:
    """Return whether the citizens of a country are citizens of the Union on a day.

    Days before July 2013 are taken for that day: the funds that ask for it are younger.

    Example:
        >>> is_union_citizen("GB", dt.date(2019, 7, 1)), is_union_citizen("SY", dt.date(2019, 7, 1))
        (True, False)
    """
    return day <= _last_days().get(nationality, dt.date.min)


@functools.cache
def _last_days() -> Mapping[str, dt.date]:
    """Return until when each country is a member."""
    file = resources.files("integrationsplan.monitoring").joinpath("union.toml")
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    members = dict.fromkeys(document["members"]["codes"], dt.date.max)
    left = {each["code"]: each["last_day"] for each in document["left"]}
    return MappingProxyType(members | left)
