"""What is said about consortia: reasons, findings and the whole, in German and English."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from integrationsplan._language import Language
from integrationsplan._model import FrozenMap
from integrationsplan.allocation.consortia._members import Member
from integrationsplan.findings import Finding, Severity, Way
from integrationsplan.values import Bilingual, Quantity
from integrationsplan.values._numbers import format_number

if TYPE_CHECKING:
    from integrationsplan.allocation.consortia._consortia import Consortia, Consortium, District

__all__ = ["LISTED", "district_findings", "listed", "speak_all", "speak_group"]

LISTED = 10
"""Members that a sentence names."""

ACROSS = Way(
    code="join_across_districts",
    de="Mitglieder einer Gruppe eines anderen Kreises werden (across_districts=True)",
    en="join a group of another district (across_districts=True)",
)


# -- one group -------------------------------------------------------------------------------------


def speak_group(group: "Consortium", language: Language) -> Iterator[str]:
    """Say why a group is as it is."""
    german = language == "de"
    minimum = group.minimum.format(language)
    above = [member for member in group.members if member.amount.value >= group.minimum.value]
    below = [member for member in group.members if member.amount.value < group.minimum.value]
    if above:
        named = _with_amounts(above, language)
        yield (
            f"Erreicht {minimum} allein: {named}."
            if german
            else f"Reaches {minimum} alone: {named}."
        )
    if below:
        named = _with_amounts(below, language)
        if above:
            why = "Aufgenommen" if german else "Taken in"
        else:
            why = f"Allein unter {minimum}" if german else f"Below {minimum} alone"
        yield f"{why}: {named}."
    if len(group.members) > 1:
        together = group.amount.format(language)
        yield f"Zusammen {together}." if german else f"Together {together}."
    if group.guests:
        named = listed([member.title for member in group.guests])
        yield (
            f"Aus einem Kreis, der insgesamt unter dem Minimum liegt: {named}."
            if german
            else f"From a district that is below the minimum in all: {named}."
        )
    if len(group.members) > 1 and group.spread_metres is not None:
        ways = _kilometres(group.spread_metres, language)
        to = group.lead.title
        yield f"Wege nach {to} zusammen {ways}." if german else f"Ways to {to} {ways} in all."


def _with_amounts(members: Sequence[Member], language: Language) -> str:
    return listed([f"{one.title} ({one.amount.format(language)})" for one in members])


def listed(words: Sequence[str]) -> str:
    """Join words; count those beyond ten."""
    more = len(words) - LISTED
    return ", ".join(words[:LISTED]) + (f" + {more}" if more > 0 else "")


def _kilometres(metres: int, language: Language) -> str:
    tenths = Fraction(round(Fraction(metres, 100)), 10)
    return f"{format_number(tenths, language, places=1)} km"


# -- a district ------------------------------------------------------------------------------------


def district_findings(
    district: "District", *, are_left: bool, may_cross: bool
) -> Iterator[Finding]:
    """Yield what should be known about a district."""
    subject = district.parents[0] if len(district.parents) == 1 else None
    values = {"total": district.total.to_text(), "minimum": district.minimum.to_text()}
    total, minimum = district.total, district.minimum
    missing = Quantity(minimum.value - total.value, minimum.unit)
    if not district.groups and are_left:
        yield Finding(
            code="below_minimum",
            severity=Severity.WARNING,
            subject=subject,
            text=Bilingual(
                de=f"Alle Mitglieder zusammen haben {total.format('de')}; zum Minimum von "
                f"{minimum.format('de')} fehlen {missing.format('de')}. Keine Gruppe ist möglich.",
                en=f"All members together have {total.format('en')}, {missing.format('en')} less "
                f"than the minimum of {minimum.format('en')}. No group is possible.",
            ),
            values=FrozenMap({**values, "shortfall": missing.to_text()}),
            ways=() if may_cross else (ACROSS,),
        )
    elif not district.groups:
        yield Finding(
            code="joined_across_districts",
            severity=Severity.NOTICE,
            subject=subject,
            text=Bilingual(
                de=f"Alle Mitglieder zusammen haben {total.format('de')} und damit weniger als "
                f"{minimum.format('de')}; sie sind Gruppen anderer Kreise beigetreten.",
                en=f"All members together have {total.format('en')}, less than "
                f"{minimum.format('en')}; they have joined groups of other districts.",
            ),
            values=FrozenMap({**values, "shortfall": missing.to_text()}),
        )
    elif not district.is_proven:
        groups, bound = district.groups, district.upper_bound
        yield Finding(
            code="more_groups_not_excluded",
            severity=Severity.NOTICE,
            subject=subject,
            text=Bilingual(
                de=f"{groups} Gruppen sind gefunden; mehr als {bound} sind nicht möglich. Ob es "
                f"mehr als {groups} sein können, ist nicht bewiesen.",
                en=f"{groups} groups were found; more than {bound} are impossible. Whether there "
                f"can be more than {groups} is not proven.",
            ),
            values=FrozenMap({**values, "groups": str(groups), "upper_bound": str(bound)}),
        )


# -- the whole -------------------------------------------------------------------------------------


def speak_all(consortia: "Consortia", language: Language) -> Iterator[str]:
    """Say the whole: each district with its groups, findings, and who is left over."""
    german = language == "de"
    groups, left = len(consortia.groups), len(consortia.left_over)
    minimum = consortia.minimum.format(language)
    joined = sum(len(group.members) for group in consortia.groups)
    yield (
        f"{groups} Gruppen aus {joined} Mitgliedern, jede mit mindestens {minimum}; {left} übrig"
        if german
        else f"{groups} groups of {joined} members, each with at least {minimum}; {left} left over"
    )
    by_home: dict[str, list[Consortium]] = {}
    for group in consortia.groups:
        guests = {member.key for member in group.guests}
        home = next(member for member in group.members if member.key not in guests)
        by_home.setdefault(home.key, []).append(group)
    for district in consortia.districts:
        yield _district_line(district, language)
        for member in district.members:
            for group in by_home.get(member.key, ()):
                yield f"  {' '.join(speak_group(group, language))}"
    for finding in consortia.findings:
        yield f"! {finding.format(language)}"
    if consortia.left_over:
        named = _with_amounts(consortia.left_over, language)
        yield f"Übrig: {named}" if german else f"Left over: {named}"


def _district_line(district: "District", language: Language) -> str:
    german = language == "de"
    name = listed(district.parents)
    none = "ohne Kreis" if german else "without district"
    groups, bound = district.groups, district.upper_bound
    if district.is_proven:
        proof = "mehr sind nicht möglich" if german else "more are impossible"
    elif german:
        proof = f"höchstens {bound} sind möglich, nicht bewiesen"
    else:
        proof = f"at most {bound} are possible, not proven"
    words = ("Gruppe", "Gruppen") if german else ("group", "groups")
    said = f"{groups} {words[groups != 1]}"
    return f"{name or none}: {said}, {district.total.format(language)}; {proof}"
