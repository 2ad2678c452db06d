"""The common indicators of the European Social Fund: what tells one person's part of each.

Source: Regulation (EU) No 1304/2013, Annex I; Regulation (EU) 2021/1057, Annex I. How each is read
stands with its definition in ``indicators.toml``.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from integrationsplan.monitoring._participants import Labour, Participant
from integrationsplan.monitoring._verdicts import NO, NOT_YET, OUTSIDE, YES, Verdict, lacking

__all__ = ["ESF"]

Judge: TypeAlias = Callable[[Participant], Verdict]

_OUT_OF_WORK = (Labour.UNEMPLOYED, Labour.INACTIVE)


def _is(fact: str, wanted: Callable[[Participant], bool | None]) -> Judge:
    """Return what judges by one fact: yes, no, or that it is lacking."""

    def judge(person: Participant) -> Verdict:
        said = wanted(person)
        return lacking(fact) if said is None else YES if said else NO

    return judge


def _labour(*wanted: Labour) -> Judge:
    return _is(
        "labour_at_entry",
        lambda person: None if person.labour is None else person.labour in wanted,
    )


def _aged(least: int, most: int) -> Judge:
    return _is(
        "birth_date", lambda person: None if person.age is None else least <= person.age <= most
    )


def _educated(least: int, most: int) -> Judge:
    return _is(
        "isced", lambda person: None if person.isced is None else least <= person.isced <= most
    )


def _long_term(person: Participant) -> Verdict:
    """Part of the unemployed: who is employed or inactive is none of them for sure."""
    if person.labour is None:
        return lacking("labour_at_entry")
    if person.labour is not Labour.UNEMPLOYED:
        return NO
    if person.is_long_term is None:
        return lacking("birth_date" if person.age is None else "unemployed_since")
    return YES if person.is_long_term else NO


def _idle(person: Participant) -> Verdict:
    """Tell whether a person is inactive and not in education."""
    if person.labour is None:
        return lacking("labour_at_entry")
    if person.labour is not Labour.INACTIVE:
        return NO
    if person.in_education is None:
        return lacking("education_at_entry")
    return NO if person.in_education else YES


def _older_without_work(person: Participant) -> Verdict:
    if person.age is not None and person.age < OLDER_FROM:
        return NO
    idle = YES if person.labour is Labour.UNEMPLOYED else _idle(person)
    if idle == NO:
        return NO
    return lacking("birth_date", *idle.lacks) if person.age is None else idle


def _with_children(person: Participant) -> Verdict:
    if person.in_jobless_household is False or person.has_children is False:
        return NO
    if person.in_jobless_household is None or person.has_children is None:
        return lacking("household")
    return YES


def _unknown(*facts: str) -> Judge:
    """Return what judges by facts that no plan holds."""
    verdict = lacking(*facts)
    return lambda _: verdict


def _entering(judge: Judge) -> Judge:
    """Ask only of those who entered in the time."""
    return lambda person: judge(person) if person.entered_in_time else OUTSIDE


def _complete(judge: Judge) -> Judge:
    """Ask only of those whose record is complete: of the others nothing but the total is told."""

    def judge_complete(person: Participant) -> Verdict:
        missing = [
            fact
            for fact, value in (
                ("sex", person.sex),
                ("labour_at_entry", person.labour),
                ("birth_date", person.age),
                ("isced", person.isced),
            )
            if value is None
        ]
        return lacking(*missing) if missing else judge(person)

    return judge_complete


def _leaving(judge: Judge) -> Judge:
    """Ask only of those who left in the time, and when the four weeks are over."""

    def judge_leaving(person: Participant) -> Verdict:
        if not person.left_in_time:
            return OUTSIDE
        return _once_over(person.window_end, judge(person), person)

    return judge_leaving


def _after_six_months(judge: Judge) -> Judge:
    """Ask only of those who left in the time, and when the six months are over."""

    def judge_after(person: Participant) -> Verdict:
        if not person.left_in_time:
            return OUTSIDE
        return _once_over(person.six_months_on, judge(person), person)

    return judge_after


def _once_over(day: dt.date | None, verdict: Verdict, person: Participant) -> Verdict:
    """Return a verdict once its time is over; before, who is among whom is counted is undecided."""
    if verdict == OUTSIDE or (day is not None and day <= person.case.as_of):
        return verdict
    return NOT_YET


def _among(*wanted: Labour) -> Callable[[Judge], Judge]:
    """Ask only of those who stood so to the labour market at entry."""

    def narrow(judge: Judge) -> Judge:
        def judge_among(person: Participant) -> Verdict:
            if person.labour is None:
                return lacking("labour_at_entry")
            return judge(person) if person.labour in wanted else OUTSIDE

        return judge_among

    return narrow


def _after(fact: str, when: Callable[[Participant], Labour | None], wanted: Labour) -> Judge:
    def said(person: Participant) -> bool | None:
        labour = when(person)
        return None if labour is None else labour is wanted

    return _is(fact, said)


def _new_in_education(person: Participant) -> Verdict:
    if person.in_education is None:
        return lacking("education_at_entry")
    if person.in_education:
        return OUTSIDE
    begun = person.began_education
    return lacking("education_after") if begun is None else YES if begun else NO


def _of_disadvantaged(judge: Judge) -> Judge:
    """Count who is known to be disadvantaged; plans tell of disabilities only."""

    def judge_disadvantaged(person: Participant) -> Verdict:
        verdict = judge(person)
        if person.has_disability or verdict != YES:
            return verdict
        others = ("foreign_background", "minority", "other_disadvantage")
        known = () if person.has_disability is False else ("disability",)
        return lacking(*others[:2], *known, others[2])

    return judge_disadvantaged


def _improved_at_once(person: Participant) -> Verdict:
    """Tell whether any of the four results upon leaving came about."""
    verdicts = [judge(person) for judge in (_search, _new_in_education, _qualified, _work)]
    if YES in verdicts:
        return YES
    lacks = [fact for verdict in verdicts for fact in verdict.lacks]
    return lacking(*dict.fromkeys(lacks)) if lacks else NO


OLDER_FROM = 55
"""Above 54 years of age."""

_OLDEST = 150

_search = _among(Labour.INACTIVE)(
    _after("labour_after", lambda person: person.labour_after, Labour.UNEMPLOYED)
)
_work = _among(*_OUT_OF_WORK)(
    _after("labour_after", lambda person: person.labour_after, Labour.EMPLOYED)
)
_qualified = _is("qualification_after", lambda person: person.gained_qualification)
_work_later = _among(*_OUT_OF_WORK)(
    _after("labour_six_months", lambda person: person.labour_six_months, Labour.EMPLOYED)
)
_better_later = _among(Labour.EMPLOYED)(_unknown("job_quality_six_months"))
_disabled = _is("disability", lambda person: person.has_disability)
_excluded = _is("housing", lambda person: person.is_excluded_from_housing)
_rural = _unknown("municipality")


def _work_later_if_older(person: Participant) -> Verdict:
    if person.age is None:
        return lacking("birth_date")
    return _work_later(person) if person.age >= OLDER_FROM else OUTSIDE


_CO: dict[str, Judge] = {
    "CO01": _labour(Labour.UNEMPLOYED),
    "CO02": _long_term,
    "CO03": _labour(Labour.INACTIVE),
    "CO04": _idle,
    "CO05": _labour(Labour.EMPLOYED),
    "CO06": _aged(0, 24),
    "CO07": _aged(OLDER_FROM, _OLDEST),
    "CO08": _older_without_work,
    "CO09": _educated(1, 2),
    "CO10": _educated(3, 4),
    "CO11": _educated(5, 8),
    "CO12": _is("household", lambda person: person.in_jobless_household),
    "CO13": _with_children,
    "CO14": _is("household", lambda person: person.is_single_with_children),
    "CO15": _unknown("foreign_background", "minority"),
    "CO16": _disabled,
    "CO17": _unknown("other_disadvantage"),
    "CO18": _excluded,
    "CO19": _rural,
}

_EECO: dict[str, Judge] = {
    "EECO01": lambda _: YES,
    "EECO02": _labour(Labour.UNEMPLOYED),
    "EECO03": _long_term,
    "EECO04": _labour(Labour.INACTIVE),
    "EECO05": _labour(Labour.EMPLOYED),
    "EECO06": _aged(0, 17),
    "EECO07": _aged(18, 29),
    "EECO08": _aged(OLDER_FROM, _OLDEST),
    "EECO09": _educated(0, 2),
    "EECO10": _educated(3, 4),
    "EECO11": _educated(5, 8),
    "EECO12": _disabled,
    "EECO13": _is("citizenship", lambda person: person.is_third_country),
    "EECO14": _unknown("foreign_background"),
    "EECO15": _unknown("minority"),
    "EECO16": _excluded,
    "EECO17": _rural,
}

_UPON_LEAVING: dict[str, Judge] = {
    "CR01": _search,
    "CR02": _new_in_education,
    "CR03": _qualified,
    "CR04": _work,
    "CR05": _of_disadvantaged(_improved_at_once),
    "EECR01": _search,
    "EECR02": _new_in_education,
    "EECR03": _qualified,
    "EECR04": _work,
}

_LATER: dict[str, Judge] = {
    "CR06": _work_later,
    "CR07": _better_later,
    "CR08": _work_later_if_older,
    "CR09": _of_disadvantaged(_work_later),
    "EECR05": _work_later,
    "EECR06": _better_later,
}

ESF: Mapping[str, Judge] = MappingProxyType(
    {code: _entering(_complete(judge)) for code, judge in _CO.items()}
    | {code: _entering(judge) for code, judge in _EECO.items()}
    | {code: _leaving(judge) for code, judge in _UPON_LEAVING.items()}
    | {code: _after_six_months(judge) for code, judge in _LATER.items()}
)
"""What tells one person's part of each indicator, by its code."""
