"""What the check at construction costs: five fields, each candidate with the same keywords."""

import datetime as dt
from typing import Annotated, Any

import attrs
import msgspec
from annotated_types import Ge, Le, Len
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from report import Section, Target
from timing import Candidate, Effort, in_turns

from integrationsplan import InvalidValueError
from integrationsplan._model import PLAIN, PLAIN_LINES, model

OURS = "integrationsplan model"
BARE = "attrs, bare"
PYDANTIC = "pydantic strict"
MSGSPEC = "msgspec Struct"


@model
class Checked:
    """Five fields as the library declares them."""

    title: Annotated[str, Len(1, 200), PLAIN]
    note: Annotated[str, Len(1, 20_000), PLAIN_LINES]
    year: Annotated[int, Ge(1900), Le(2200)]
    begins_on: dt.date
    ends_on: dt.date | None = None


@attrs.frozen(kw_only=True)
class Bare:
    """The same fields, nothing checked."""

    title: str
    note: str
    year: int
    begins_on: dt.date
    ends_on: dt.date | None = None


@attrs.frozen(kw_only=True)
class Validated:
    """The same fields with the validators that attrs brings along."""

    title: str = attrs.field(
        validator=attrs.validators.and_(
            attrs.validators.instance_of(str),
            attrs.validators.min_len(1),
            attrs.validators.max_len(200),
        )
    )
    note: str = attrs.field(
        validator=attrs.validators.and_(
            attrs.validators.instance_of(str),
            attrs.validators.min_len(1),
            attrs.validators.max_len(20_000),
        )
    )
    year: int = attrs.field(
        validator=attrs.validators.and_(
            attrs.validators.instance_of(int),
            attrs.validators.ge(1900),
            attrs.validators.le(2200),
        )
    )
    begins_on: dt.date = attrs.field(validator=attrs.validators.instance_of(dt.date))
    ends_on: dt.date | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.instance_of(dt.date)),
    )


class Strict(BaseModel):
    """The same fields with pydantic's own means."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    title: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    note: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
    year: Annotated[int, Field(ge=1900, le=2200)]
    begins_on: dt.date
    ends_on: dt.date | None = None


class Unchecked(msgspec.Struct, frozen=True, kw_only=True):
    """The same fields; a Struct checks when it decodes, never when it is made."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    note: Annotated[str, msgspec.Meta(min_length=1, max_length=20_000)]
    year: Annotated[int, msgspec.Meta(ge=1900, le=2200)]
    begins_on: dt.date
    ends_on: dt.date | None = None


TEXTS = {
    "ASCII": ("Integrationskurs", "B1 bis Dezember, danach Anmeldung zum Berufssprachkurs"),
    "German": (
        "Gleichwertigkeitsprüfung",
        "Anpassungslehrgang gewählt;\nÜbersetzungen werden nachgereicht, Kosten geklärt.",
    ),
}


def run(effort: Effort) -> list[Section]:
    """Measure with texts in ASCII, and with texts that have umlauts and a line feed."""
    _verify()
    return [_section(name, *texts, effort) for name, texts in TEXTS.items()]


def _section(name: str, title: str, note: str, effort: Effort) -> Section:
    values = {
        "title": title,
        "note": note,
        "year": 2018,
        "begins_on": dt.date(2018, 5, 1),
        "ends_on": dt.date(2018, 11, 30),
    }
    statement = f"make({', '.join(f'{key}={key}' for key in values)})"
    classes: list[tuple[str, type, str]] = [
        (OURS, Checked, "types, lengths, bounds, clean text in NFC"),
        (BARE, Bare, "checks nothing"),
        ("attrs, its validators", Validated, "types, lengths, bounds; takes True for 1"),
        (PYDANTIC, Strict, "types, lengths, bounds"),
        (MSGSPEC, Unchecked, "checks nothing; refuses assignment"),
    ]
    timed = in_turns(
        [
            Candidate(
                name=label,
                statement=statement,
                names={**values, "make": cls},
                remark=remark,
            )
            for label, cls, remark in classes
        ],
        effort,
    )
    return Section(
        title=f"Constructor, five fields by keyword, {name} text",
        measured=timed,
        against=(BARE, PYDANTIC, MSGSPEC),
        targets=(Target(ours=OURS, against=BARE, most=1.5),),
    )


def _verify() -> None:
    """See that what is said to be checked is checked."""
    good: dict[str, Any] = {
        "title": "a",
        "note": "b",
        "year": 2018,
        "begins_on": dt.date(2018, 1, 1),
    }
    bad = {
        "title": "",
        "note": 3,
        "year": "2018",
        "begins_on": dt.datetime(2018, 1, 1, tzinfo=dt.UTC),
    }
    for name, value in bad.items():
        values = good | {name: value}
        for cls, refusal in ((Checked, InvalidValueError), (Strict, ValidationError)):
            try:
                cls(**values)
            except refusal:
                continue
            raise AssertionError(f"{cls.__name__} takes {name}={value!r}")
