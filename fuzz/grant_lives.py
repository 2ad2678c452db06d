"""What is computed from the documents of a grant, whatever stands in them: a value or our error.

A life is one mapping: ``programme`` (a document, or an id of the catalogue), ``terms``,
``application``, ``grant``, ``proof``, and ``reports`` of carriers. What is not there, or refused,
is replaced by a good one, so that one damage at a time goes as far as it can.
"""

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from integrationsplan import (
    DocumentError,
    Finding,
    Money,
    Period,
    Rounding,
    catalogue,
    evolve,
    from_mapping,
)
from integrationsplan.errors import IntegrationsplanError
from integrationsplan.funding import (
    TERMS,
    Application,
    BudgetUse,
    CarrierReport,
    DayCount,
    FundingProgramme,
    GeneralTerms,
    Grant,
    GrantDue,
    Ledger,
    MemberShares,
    ProofOfUse,
    Settlement,
    Terms,
    amount_of,
    award_for,
    budget_use,
    check_application,
    check_extension,
    check_round,
    drawn_uses,
    grant_due,
    interest_on,
    merge_reports,
    recognise,
    review_reports,
    review_use,
    settle,
    shares_of,
)
from integrationsplan.serialization import DocumentKind
from integrationsplan.values import Language

__all__ = ["GOOD", "LifeError", "check_life", "read_life"]

DOCUMENTS = Path(__file__).resolve().parent.parent / "tests" / "documents" / "v1"
KINDS: dict[str, tuple[type[Any], str]] = {
    "programme": (FundingProgramme, "funding-programme-everything"),
    "terms": (GeneralTerms, "general-terms"),
    "application": (Application, "application-consortium"),
    "grant": (Grant, "grant-every-event"),
    "proof": (ProofOfUse, "proof-of-use"),
}
GOOD: dict[str, Any] = {
    name: json.loads((DOCUMENTS / f"{stem}.json").read_bytes()) for name, (_, stem) in KINDS.items()
}
GOOD["application"]["members"][1]["framework"] = "10000.00 EUR"  # so that shares can be computed
REPORT = DocumentKind(CarrierReport, "fuzz/carrier-report")
RULE = catalogue.load("de-bw-integrationsmanagement-award")
SPAN = dt.timedelta(days=800)
MOST_DAYS = 3
"""How many days of a life are looked at; each costs time, and few differ."""

Step: TypeAlias = Callable[[], Any]


class LifeError(Exception):
    """Something that must not happen, whatever the documents say."""


def _read(content: dict[str, Any], name: str) -> Any:
    kind, _ = KINDS[name]
    with contextlib.suppress(DocumentError):
        return from_mapping(content[name] if name in content else GOOD[name], kind)
    return from_mapping(GOOD[name], kind)


def _terms(content: dict[str, Any]) -> Terms:
    given = content.get("programme")
    if isinstance(given, str):
        with contextlib.suppress(IntegrationsplanError):
            return catalogue.terms(given)
    programme, general = _read(content, "programme"), _read(content, "terms")
    try:
        return Terms(programme, (general,))
    except IntegrationsplanError:  # it names other general terms
        return Terms(from_mapping(GOOD["programme"], FundingProgramme), (general,))


def _reports(content: dict[str, Any]) -> Iterator[CarrierReport]:
    given = content.get("reports")
    for report in given[:5] if isinstance(given, list) else ():
        with contextlib.suppress(DocumentError):
            head = {"format": REPORT.format, "version": REPORT.version}
            yield from_mapping(report | head if isinstance(report, dict) else report, REPORT)


def read_life(data: bytes) -> dict[str, Any] | None:
    """Return the mapping that is written in some bytes, or nothing if it is none."""
    content: Any = None
    with contextlib.suppress(ValueError, RecursionError):
        content = json.loads(data)
    return content if isinstance(content, dict) else None


def check_life(data: bytes) -> None:
    """Check that whatever is computed from a life is a value or our error, and can be told."""
    content = read_life(data)
    if content is None:
        return
    terms = _terms(content)
    programme = terms.programme.id
    application = evolve(_read(content, "application"), programme=programme)
    grant = evolve(_read(content, "grant"), programme=programme, application=application.id)
    proof = evolve(_read(content, "proof"), grant=grant.id)
    reports = tuple(_reports(content))
    language: Language = "de" if len(data) % 2 else "en"  # both would cost twice the time
    days = {application.received_on, proof.submitted_on, dt.date(2018, 6, 30)}
    days |= {event.on for event in grant.events[-1:]}
    steps = [
        *_of_application(terms, application, reports, proof),
        *_of_grant(terms, application, grant, proof),
    ]
    for day in sorted(days)[:MOST_DAYS]:
        steps += _on_day(terms, grant, proof, day)
    for step in steps:
        try:
            found = step()
        except IntegrationsplanError as error:
            if not str(error):
                raise LifeError("an error that does not say why") from error
        else:
            _told(found, language)


def _of_application(
    terms: Terms, application: Application, reports: tuple[CarrierReport, ...], proof: ProofOfUse
) -> Iterator[Step]:
    framework = application.framework or Money(100_000_01)
    yield lambda: check_application(terms, application)
    yield lambda: check_application(terms, application, award=framework)
    yield lambda: check_round([application, from_mapping(GOOD["application"], Application)])
    yield lambda: amount_of(award_for(RULE, application), application.period)
    yield lambda: _shares(application, framework)
    yield lambda: merge_reports(application, reports, id="m", grant="g", period=proof.period)[1]


def _of_grant(
    terms: Terms, application: Application, grant: Grant, proof: ProofOfUse
) -> Iterator[Step]:
    def settled(**rule: Any) -> Settlement:
        found = settle(terms, grant, proof, application=application, **rule)
        last = max([proof.submitted_on, *(event.on for event in grant.events)])
        with contextlib.suppress(IntegrationsplanError):  # an interim proof settles nothing
            _balanced(grant.record(*found.events(last, id="z")).ledger())
        return found

    yield settled
    yield lambda: settled(rule=RULE)
    yield lambda: _balanced(grant.ledger())
    yield lambda: [post.period for post in grant.posts()]
    yield lambda: recognise(
        grant.plan(),
        proof.costs,
        terms.find("deviation", grant.law_day),
        grant.notice.earmarks,
    )


def _on_day(terms: Terms, grant: Grant, proof: ProofOfUse, day: dt.date) -> Iterator[Step]:
    last = day + SPAN if day < dt.date.max - SPAN else dt.date.max
    yield lambda: [terms.find(name, day) for name in TERMS]
    yield lambda: _balanced(grant.ledger(day))
    yield lambda: grant.posts(day)
    yield lambda: drawn_uses(terms, grant, day)
    yield lambda: review_use(terms, grant, day)
    yield lambda: review_reports(terms, grant, day)
    yield lambda: _extended(terms, grant, last, day)
    yield lambda: grant_due(terms, grant, day, last)
    yield lambda: budget_use(Money(10**9), [grant], day)
    yield lambda: interest_on(
        grant.ledger(day).drawn,
        proof.period,
        terms,
        day_count=DayCount.ACTUAL_365,
        rounding=Rounding.DOWN,
    )


def _extended(terms: Terms, grant: Grant, last: dt.date, day: dt.date) -> Any:
    return check_extension(terms, grant, Period(grant.period(day).start, last), day)


def _shares(application: Application, award: Money) -> MemberShares:
    shares = shares_of(application, award)
    if Money.total(shares.amounts.values()) != award:
        raise LifeError("shares that do not add up")
    return shares


def _balanced(ledger: Ledger) -> Ledger:
    """Return a ledger if its parts add up to the grant and none is below zero."""
    parts = (ledger.lapsed, ledger.undrawn, ledger.held, ledger.spent)
    amounts = (*parts, ledger.recoverable, ledger.at_hand, ledger.with_others, ledger.spent_ahead)
    total = Money.total(parts) - ledger.recoverable
    if total != ledger.granted or any(amount.minor < 0 for amount in amounts):
        raise LifeError("a ledger that does not balance")
    return ledger


def _told(found: Any, language: Language) -> None:
    """See that a result makes sense and can be told."""
    if isinstance(found, Settlement):
        amounts = (found.owed, found.recovery, found.payable, found.due)
        if any(amount.minor < 0 for amount in amounts) or found.owed > found.ledger.granted:
            raise LifeError("a settlement that grants less than nothing, or more than all")
    for part in found if isinstance(found, tuple | list) else (found,):
        for each in (part, *getattr(part, "findings", ())):
            if isinstance(each, Finding | Ledger | GrantDue | BudgetUse):
                each.format(language)
            elif hasattr(each, "explain"):
                each.explain(language)
