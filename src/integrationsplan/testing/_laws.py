"""What fields must say together, class by class: mended in what was drawn, or drawn to fit."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from integrationsplan._model import FrozenMap, evolve
from integrationsplan.allocation import (
    ListedRecipient,
    ListedRecord,
    Member,
    Recipient,
    RecipientList,
    Recipients,
    Record,
    StatedAward,
    StatedQuantity,
    Statement,
    Succession,
)
from integrationsplan.concept import Offer, OfferCost, Schedule, Weekday
from integrationsplan.history import RetentionSchedule, Seal
from integrationsplan.parameters import Band, Dated, DatedValue, Parameter, ParameterValue, Timeline
from integrationsplan.parameters._parameter import _FORMS
from integrationsplan.plan import (
    RECOGNITION_STEPS,
    Consent,
    Goal,
    LanguageProficiency,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    ResidenceStatus,
    Responsibility,
    Subject,
)
from integrationsplan.testing._forge import LAWS, MENDS, Forge
from integrationsplan.values import (
    CURRENCIES,
    CodeList,
    CodeMapping,
    CodeSystem,
    Money,
    Period,
    Quantity,
    Share,
    parse_number,
)
from integrationsplan.values._numbers import is_ambiguous

__all__ = ["fit"]

_EARLIEST = dt.date.min
_FORM_NAMES = ("value", "table", "bands", "date", "codes")
_UNITS = ("EUR", "person", "percent", "1", "EUR/month", "date", "code")
_USUAL: dict[str, Any] = {
    "date": dt.date(2018, 3, 31),
    "code": FrozenMap({"a": "x"}),
    "quantity": "7.5",
}
_KNOWN_UNITS = ("EUR", "EUR/year", "1", "percent", "person")
_DECIDED = {RecognitionStage.DECISION, RecognitionStage.APPEAL, RecognitionStage.FINAL}
_ONLY_FOR = {RecognitionOutcome.PARTIAL: False, RecognitionOutcome.COMPENSATION_REQUIRED: True}


def fit(cls: type, fields: dict[str, Any]) -> dict[str, Any]:
    """Make changed fields of a class fit together again, in place, and return them."""
    for base in cls.__mro__:
        if base in MENDS:
            MENDS[base](fields)
            break
    return fields


# ------------------------------------------------------------------------------------------- values


def _period(fields: dict[str, Any]) -> None:
    start, end = fields.get("start"), fields.get("end")
    if start is not None and end is not None and end < start:
        fields["start"], fields["end"] = end, start


def _code_list(fields: dict[str, Any]) -> None:
    entries = {entry.code: entry for entry in fields.get("entries", ())}
    found: list[Any] = []
    for entry in entries.values():
        above = found[-1].code if found else None
        found.append(evolve(entry, parent=above) if entry.parent is not None else entry)
    if "entries" in fields:
        fields["entries"] = tuple(found)


def _code_mapping(fields: dict[str, Any]) -> None:
    if "entries" in fields:
        fields["entries"] = FrozenMap(
            {code: tuple(dict.fromkeys(targets)) for code, targets in fields["entries"].items()}
        )


def _code_system(fields: dict[str, Any]) -> None:
    try:
        re.compile(fields["pattern"], re.ASCII)
    except re.error:
        fields["pattern"] = "[0-9]{2}"


# --------------------------------------------------------------------------------------- parameters


def _band(fields: dict[str, Any]) -> None:
    lower = fields.get("at_least", fields.get("above"))
    if lower is None:
        lower = fields["at_least"] = "0"
    elif "at_least" in fields:
        fields.pop("above", None)
    if "below" in fields:
        fields.pop("at_most", None)
    for name in ("below", "at_most"):
        if name in fields and parse_number(fields[name]) <= parse_number(lower):
            del fields[name]


def _parameter_value(fields: dict[str, Any]) -> None:
    _period(fields)
    present = [name for name in _FORM_NAMES if fields.get(name) is not None]
    if not present:
        present = ["value"]
        fields["value"] = "7.5"
    kept = present[len(present) // 2]
    for name in present:
        if name != kept:
            del fields[name]
    if kept == "bands":
        by_lower = {band.lower[0]: band for band in fields["bands"]}
        bands = [by_lower[lower] for lower in sorted(by_lower)]
        closed = [evolve(band, below=None, at_most=None) for band in bands[:-1]]
        fields["bands"] = (*closed, bands[-1])


def _one_after_the_other(rows: Iterable[Any]) -> tuple[Any, ...]:
    """Return rows of which none stands in the way of another: each begins after the one before."""
    by_start = {row.start or _EARLIEST: row for row in rows}
    ordered = [by_start[start] for start in sorted(by_start)]
    return tuple(
        row if following is None or row.end is None else evolve(row, end=None)
        for row, following in itertools.zip_longest(ordered, ordered[1:])
    )


def _parameter(fields: dict[str, Any]) -> None:
    rows = _one_after_the_other(fields["values"])
    unit = fields["unit"] = _UNITS[len(fields["unit"]) % len(_UNITS)]
    sort = unit if unit in ("date", "code") else "quantity"
    fitting = tuple(row for row in rows if row.form in _FORMS[sort])  # type: ignore[index]  # one of the three
    if not fitting:
        forms: dict[str, Any] = dict.fromkeys(_FORM_NAMES)
        forms[_FORMS[sort][0]] = _USUAL[sort]  # type: ignore[index]  # one of the three
        fitting = (evolve(rows[0], **forms),)
    fields["values"] = tuple(map(_without_thousands, fitting))
    if all(row.bands is None for row in fitting):
        fields.pop("bands_unit", None)
    _sums(fields)


def _without_thousands(row: ParameterValue) -> ParameterValue:
    """Return a row in which no number may be meant with thousands."""

    def plainly(text: str) -> str:
        return text.rstrip("0") + "1" if is_ambiguous(text) else text

    if row.value is not None:
        return evolve(row, value=plainly(row.value))
    if row.table is not None:
        table = FrozenMap({code: plainly(text) for code, text in row.table.items()})
        return evolve(row, table=table)
    if row.bands is not None:
        bands = tuple(evolve(band, value=plainly(band.value)) for band in row.bands)
        return evolve(row, bands=bands)
    return row


def _sums(fields: dict[str, Any]) -> None:
    """Let a parameter declare the sum that its tables have, or none."""
    asked = "sums_to" in fields
    totals = {sum(row.numbers, Fraction(0)) for row in fields["values"] if row.table is not None}
    fields.pop("sums_to", None)
    text = str(next(iter(totals))) if len(totals) == 1 else ""
    if asked and re.fullmatch("[0-9]{1,18}|[0-9]{1,40}/[0-9]{1,40}", text):
        fields["sums_to"] = text
    else:
        fields.pop("sums_per", None)


def _timelines(forge: Forge) -> st.SearchStrategy[Any]:
    rows = st.lists(forge.of(DatedValue[int]), min_size=1, max_size=3).map(_one_after_the_other)
    keys = st.sampled_from(["rate", "Kopfsatz", "ä"])
    return st.builds(Timeline, keys, rows)


# ------------------------------------------------------------------------------- history, retention


def _seal(fields: dict[str, Any]) -> None:
    if "salt" in fields:
        fields.pop("commitment", None)
    elif "commitment" not in fields:
        fields["salt"] = "A" * 43


def _schedule(fields: dict[str, Any]) -> None:
    seen: set[str | None] = set()
    found = []
    for rule in fields["rules"]:
        groups = tuple(dict.fromkeys(group for group in rule.groups if group not in seen))
        if (groups and len(groups) == len(rule.groups)) or (not rule.groups and None not in seen):
            seen |= set(groups) or {None}
            found.append(rule)
    fields["rules"] = tuple(found) or (evolve(fields["rules"][0], groups=()),)


# --------------------------------------------------------------------------------- entries of plans


def _consent(fields: dict[str, Any]) -> None:
    given = fields.get("given_on")
    for name in ("expires_on", "withdrawn_on"):
        if given is not None and name in fields:
            fields[name] = max(fields[name], given)


def _goal(fields: dict[str, Any]) -> None:
    if "depends_on" in fields:
        fields["depends_on"] = tuple(i for i in fields["depends_on"] if i != fields["id"])


def _language_proficiency(fields: dict[str, Any]) -> None:
    if "overall" in fields and "sublevel" in fields:
        fields["sublevel"] = f"{fields['overall'].value}+"


def _residence_status(fields: dict[str, Any]) -> None:
    if "title" in fields:
        fields.pop("without_title", None)


def _recognition_procedure(fields: dict[str, Any]) -> None:
    steps = fields["steps"] = _in_order(fields.get("steps", ()))
    if not _DECIDED & {step.step for step in steps}:
        fields.pop("outcome", None)
    regulated = _ONLY_FOR.get(fields.get("outcome"))  # type: ignore[arg-type]  # none has no rule
    if regulated is not None and "regulated" in fields:
        fields["regulated"] = regulated


def _in_order(steps: tuple[RecognitionStep, ...]) -> tuple[RecognitionStep, ...]:
    """Return steps as a procedure may take them, from the first one drawn on."""
    days = sorted(step.on for step in steps if step.on is not None)
    found: list[RecognitionStep] = []
    stage: RecognitionStage | None = None
    for step in steps:
        following = sorted(RECOGNITION_STEPS[stage], key=str) if stage else [step.step]
        if not following:
            break
        # Giving up is possible nearly everywhere; most procedures go on.
        onward = [s for s in following if s is not RecognitionStage.WITHDRAWN] or following
        stage = step.step if step.step in following else onward[0]
        on = days.pop(0) if step.on is not None else None
        found.append(RecognitionStep(step=stage, on=on))
    return tuple(found)


def _fixed_id(entry_id: str) -> Any:
    return lambda fields: fields.update(id=entry_id)


# ------------------------------------------------------------------------------------------ concept


def _offer(fields: dict[str, Any]) -> None:
    low, high = fields.get("minimum_age"), fields.get("maximum_age")
    if low is not None and high is not None and high < low:
        fields["minimum_age"], fields["maximum_age"] = high, low


def _offer_cost(fields: dict[str, Any]) -> None:
    amount = fields["amount"]
    fields["amount"] = evolve(amount, minor=abs(amount.minor))


def _schedule_of_offer(fields: dict[str, Any]) -> None:
    begins, ends = fields.get("begins_at"), fields.get("ends_at")
    if begins is not None and ends is not None and ends <= begins:
        fields["begins_at"], fields["ends_at"] = ends, begins
        if ends == begins:
            del fields["ends_at"]
    if {"begins_at", "ends_at", "every_weeks"} & fields.keys() and not fields.get("weekdays"):
        fields["weekdays"] = (next(iter(Weekday)),)
    if fields.get("every_weeks", 1) > 1:
        period = fields.get("period")
        if period is None or period.start is None:
            fields["period"] = Period(dt.date(2018, 3, 1), None)


# --------------------------------------------------------------------------------------- allocation


def _records(fields: dict[str, Any]) -> None:
    """Let no key stand twice among the records of a level, nor among recipients."""
    if "records" in fields:
        fields["records"] = FrozenMap(
            {level: _by_key(records) for level, records in fields["records"].items()}
        )
    if "members" in fields:
        fields["members"] = _by_key(fields["members"])


def _by_key(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple({record.key: record for record in records}.values())


def _succession(fields: dict[str, Any]) -> None:
    if fields["predecessor"] == fields["successor"]:
        fields["successor"] = f"{fields['successor'][:63]}x"[-64:]
        if fields["predecessor"] == fields["successor"]:
            fields["predecessor"] = "y"
    if not 0 < parse_number(fields.get("share", "1")) <= 1:
        fields["share"] = "1/3"


def _member(fields: dict[str, Any]) -> None:
    amount = abs(fields["amount"].value)
    fields["amount"] = Quantity(
        value=Fraction(amount.numerator % 10**9, amount.denominator % 1000 + 1),
        unit=fields["amount"].unit,
    )
    for name, most in (("latitude", 90), ("longitude", 180)):
        if name in fields and abs(Fraction(fields[name])) > most:
            fields[name] = "47.5"
    if ("latitude" in fields) != ("longitude" in fields):
        fields.setdefault("latitude", "-8.25")
        fields.setdefault("longitude", "8.25")


def _stated_quantity(fields: dict[str, Any]) -> None:
    fields["unit"] = _KNOWN_UNITS[len(fields["unit"]) % len(_KNOWN_UNITS)]


def _stated_award(fields: dict[str, Any]) -> None:
    if fields.get("is_excluded") or fields.get("is_zeroed"):
        fields["amount"] = "0"
    wholes = {"payers": fields.get("financed", fields["amount"]), "tranches": fields["amount"]}
    for name, whole in wholes.items():
        if fields.get(name):
            first, *others = fields[name]
            fields[name] = FrozenMap({first: whole} | dict.fromkeys(others, "0"))
    fields.pop("explanation", None)  # drawn with the allocation that it belongs to


def _statement(fields: dict[str, Any]) -> None:
    _stated_quantity(fields)
    awards = {award.recipient: award for award in fields["awards"]}
    fields["awards"] = tuple(awards.values())
    total = sum((Fraction(award.amount) for award in awards.values()), Fraction(0))
    fields["total"] = str(total)
    if "pot" in fields:
        fields["residue"] = str(Fraction(fields["pot"]) - total)
    else:
        fields.pop("residue", None)


_SHARES = st.fractions(0, 1)
_MINOR = st.integers(-(10**18) + 1, 10**18 - 1)

LAWS.update(
    {
        Money: lambda _: st.builds(Money, _MINOR, st.sampled_from(sorted(CURRENCIES))),
        Share: lambda _: _SHARES.map(Share),
        Timeline: _timelines,
    }
)
MENDS.update(
    {
        Band: _band,
        CodeList: _code_list,
        CodeMapping: _code_mapping,
        CodeSystem: _code_system,
        Consent: _consent,
        Dated: _period,
        Goal: _goal,
        LanguageProficiency: _language_proficiency,
        ListedRecipient: _records,
        ListedRecord: _records,
        Member: _member,
        Parameter: _parameter,
        Offer: _offer,
        OfferCost: _offer_cost,
        ParameterValue: _parameter_value,
        Period: _period,
        Recipient: _records,
        RecipientList: _records,
        Recipients: _records,
        RecognitionProcedure: _recognition_procedure,
        Record: _records,
        ResidenceStatus: _residence_status,
        Responsibility: _fixed_id("responsibility"),
        RetentionSchedule: _schedule,
        Schedule: _schedule_of_offer,
        Seal: _seal,
        StatedAward: _stated_award,
        StatedQuantity: _stated_quantity,
        Statement: _statement,
        Subject: _fixed_id("subject"),
        Succession: _succession,
    }
)
