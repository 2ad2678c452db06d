"""Awards as grants of the 360Giving Data Standard, in which funders publish what they have granted.

Source: ThreeSixtyGiving/standard, the schema of grants; version 1.0, to which later versions only
add.
"""

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any

from integrationsplan._language import Language, Wording
from integrationsplan._model import FrozenMap, describe_value, field_specs, model, spec_of
from integrationsplan._model._constraints import AWARE, fixed
from integrationsplan.allocation import Allocation, Award
from integrationsplan.concept import Contact, Organisation
from integrationsplan.errors import InvalidValueError
from integrationsplan.exchange._plain import check_language, exact_number, filled
from integrationsplan.exchange._publishing_problems import (
    NO_AMOUNT_OF_MONEY,
    NO_JSON_NUMBER,
    NOT_LISTED,
    YEARS_WITHOUT_RATE,
)
from integrationsplan.problems import (
    TOO_SHORT,
    TOO_SMALL,
    WRONG_TYPE,
    Problem,
    at_pointer,
    escape_token,
)
from integrationsplan.values import AGS, Code, Identifier, Period, Unit, WebAddress

__all__ = ["to_360giving"]

NAMESPACE = uuid.UUID("0b1f6c36-5b0e-4e52-8d5c-5a3f0c9a7f11")
"""The namespace of ids made from keys that are no ids. Never to change."""

_RECIPIENTS = Wording("recipients", "Empfänger")
_is_plain = re.compile("[A-Za-z0-9._-]+").fullmatch
_AGS_KEY = spec_of(next(field.annotation for field in field_specs(AGS)))


def to_360giving(  # noqa: PLR0913  # what the standard asks for and an allocation does not know
    allocation: Allocation,
    *,
    prefix: str,
    funder: Organisation,
    awarded_on: dt.date,
    years: int | Fraction | None = None,
    planned: Period | None = None,
    recipients: Mapping[str, Organisation] | None = None,
    keys_are_ags: bool = False,
    data_source: str | None = None,
    modified_at: dt.datetime | None = None,
    explained: bool = False,
    language: Language = "de",
) -> dict[str, Any]:
    """Write the awards of an allocation as 360Giving grants, in plain values.

    Who gets nothing has no grant. Amounts are JSON numbers, and written only if they are exact as
    such. `GIVING_MAPPING` says field by field where everything goes, and what is lost.

    Args:
        allocation: The allocation.
        prefix: The publisher's prefix, as 360Giving has given it out: the begin of every id.
        funder: Who grants; its id is the one that it has in registers of organisations.
        awarded_on: The day of the decision, which is not the day whose law applied.
        years: For how many years is granted, where the awards are amounts a year; exact.
        planned: For which period is granted; by default the allocation's.
        recipients: What is known of recipients, by key. Of others id and name are made from theirs.
        keys_are_ags: That the keys of recipients are AGS; they become the beneficiary locations.
        data_source: The web address of the data.
        modified_at: When the data were last changed, with its offset from UTC.
        explained: Describe each grant by the explanation of its award, not by the programme.
        language: The language of titles and descriptions.

    Returns:
        A mapping with the list ``grants``.

    Raises:
        InvalidValueError: If an argument is wrong, the awards are in no currency, an amount is not
            exact as a JSON number, or nobody gets anything; tells every problem at once.
        UnknownNameError: If the language is not known.

    Example:
        >>> from integrationsplan import allocate, catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "08226096", "name": "Weinheim", "persons": 352}]
        >>> data = to_360giving(
        ...     allocate(programme, towns, day=dt.date(2018, 1, 15)),
        ...     prefix="360G-example",
        ...     funder=Organisation(id="360G-example-rps", name="Regierungspräsidium Stuttgart"),
        ...     awarded_on=dt.date(2018, 1, 31),
        ...     years=2,
        ... )
        >>> data["grants"][0]["amountAwarded"], data["grants"][0]["currency"]
        (560440, 'EUR')
    """
    check_language(language)
    given: object = allocation  # what the types rule out comes nevertheless
    if not isinstance(given, Allocation):
        found, wanted = describe_value(given), Wording("Allocation", "Allocation")
        problem = WRONG_TYPE.at("/allocation", found=found, allowed=wanted)
        raise InvalidValueError("to_360giving", [problem])
    known: Any = FrozenMap(recipients) if isinstance(recipients, Mapping) else recipients
    try:
        terms = _Terms(
            prefix=prefix,
            funder=funder,
            awarded_on=awarded_on,
            years=years,
            planned=allocation.period if planned is None else planned,
            recipients=FrozenMap() if known is None else known,
            keys_are_ags=keys_are_ags,
            data_source=data_source,
            modified_at=fixed(modified_at),
            explained=explained,
        )
    except InvalidValueError as error:
        raise InvalidValueError("to_360giving", error.problems) from None
    problems = [*_unit_problems(allocation, terms), *_award_problems(allocation, terms)]
    if problems:
        raise InvalidValueError("to_360giving", problems)
    return {"grants": [_grant(award, terms, language) for award in _granted(allocation)]}


@model
class _Terms:
    """What is asked for beside the allocation, checked as any object of the model is."""

    prefix: Identifier
    funder: Organisation
    awarded_on: dt.date
    years: int | Fraction | None
    planned: Period | None
    recipients: FrozenMap[Code, Organisation]
    keys_are_ags: bool
    data_source: WebAddress | None
    modified_at: Annotated[dt.datetime, AWARE] | None
    explained: bool

    def _violations(self) -> Iterator[Problem]:
        if self.years is not None and self.years <= 0:
            yield TOO_SMALL.at("/years", bound=Wording("more than 0", "mehr als 0"))

    def amount(self, award: Award) -> Fraction:
        """Return what is granted in all."""
        return award.amount.value * (1 if self.years is None else self.years)

    def region_key(self, award: Award) -> str | None:
        """Return the key of where the money is used; it may be no AGS."""
        known = self.recipients.get(award.recipient.key)
        if known is not None and known.region is not None:
            return known.region.key
        return award.recipient.key if self.keys_are_ags else None


def _granted(allocation: Allocation) -> Iterator[Award]:
    """Yield the awards of those who get something."""
    return (award for award in allocation if award.amount.value)


# -- what may be wrong -----------------------------------------------------------------------------


def _unit_problems(allocation: Allocation, terms: _Terms) -> Iterator[Problem]:
    unit = Unit.parse(allocation.unit)
    is_sum = unit.currency is not None and unit == Unit.parse(unit.currency)
    is_rate = unit.currency is not None and unit == Unit.parse(f"{unit.currency}/year")
    if is_sum and terms.years is not None:
        yield YEARS_WITHOUT_RATE.at("/years", unit=str(unit))
    elif not is_sum and not (is_rate and terms.years is not None):
        yield NO_AMOUNT_OF_MONEY.at("/allocation/unit", unit=str(unit))


def _award_problems(allocation: Allocation, terms: _Terms) -> Iterator[Problem]:
    keys = allocation.recipients.keys()
    for key in terms.recipients:
        if key not in keys:
            yield NOT_LISTED.at(f"/recipients/{escape_token(key)}", among=_RECIPIENTS)
    step = Unit.parse(allocation.unit).smallest_step or 1
    is_empty = True
    for award in _granted(allocation):
        is_empty = False
        amount = terms.amount(award)
        pointer = f"/allocation/awards/{award.index}"
        if (amount / step).denominator != 1 or exact_number(amount) is None:
            yield NO_JSON_NUMBER.at(f"{pointer}/amount")
        region = terms.region_key(award)
        if region is not None:
            for problem in _AGS_KEY.problems(region):
                yield at_pointer(problem, f"{pointer}/recipient/key")
    if is_empty:
        yield TOO_SHORT.at("/allocation/awards", length=0, least=1)


# -- grants ----------------------------------------------------------------------------------------


def _grant(award: Award, terms: _Terms, language: Language) -> dict[str, Any]:
    programme, recipient = award.allocation.programme, award.recipient
    title = programme.title.in_language(language)
    summary = programme.summary.in_language(language) if programme.summary else None
    amount = exact_number(terms.amount(award))
    key, region = _as_id(recipient.key), terms.region_key(award)
    known = terms.recipients.get(recipient.key)
    period, moment = terms.planned, terms.modified_at
    return filled(
        {
            "id": "-".join([terms.prefix, programme.id, *_days(award, terms), key]),
            "title": f"{title}: {recipient.title}",
            "description": award.explain(language) if terms.explained else summary or title,
            "currency": award.amount.unit.currency,
            "amountAwarded": amount,
            "awardDate": terms.awarded_on.isoformat(),
            "plannedDates": _planned(period),
            "recipientOrganization": [
                _organisation(known)
                if known is not None
                else {"id": f"{terms.prefix}-org-{key}", "name": recipient.title}
            ],
            "beneficiaryLocation": _location(region, recipient.name),
            "fundingOrganization": [_organisation(terms.funder)],
            "grantProgramme": [
                filled({"code": programme.id, "title": title, "description": summary})
            ],
            "dateModified": moment.isoformat() if moment else None,
            "dataSource": terms.data_source,
        }
    )


def _days(award: Award, terms: _Terms) -> Iterator[str]:
    """Yield the days that tell grants of one programme to one recipient apart."""
    yield terms.awarded_on.isoformat()
    period = award.allocation.period
    if period is not None:
        yield from (day.isoformat() for day in (period.start, period.end) if day is not None)


def _planned(period: Period | None) -> list[dict[str, str]] | None:
    if period is None or period == Period():
        return None
    days = {"startDate": period.start, "endDate": period.end}
    return [{name: day.isoformat() for name, day in days.items() if day is not None}]


def _location(key: str | None, name: str | None = None) -> list[dict[str, Any]] | None:
    if key is None:
        return None
    place = {"name": name, "countryCode": "DE", "geoCode": key, "geoCodeType": "AGS"}
    return [filled(place)]


def _organisation(item: Organisation) -> dict[str, Any]:
    contact = item.contact or Contact()
    return filled(
        {
            "id": item.id,
            "name": item.name,
            "description": item.description,
            "url": contact.website,
            "telephone": contact.phone,
            "email": contact.email,
            "location": _location(item.region.key if item.region else None),
        }
    )


def _as_id(key: str) -> str:
    """Return a key as part of an id: as it is, or as a UUID made from it."""
    return key if _is_plain(key) else str(uuid.uuid5(NAMESPACE, key))
