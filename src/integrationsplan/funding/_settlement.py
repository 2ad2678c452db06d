"""Settlement: what a recipient is owed for what it has really done, and what goes back."""

import datetime as dt
from collections.abc import Iterator

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan.allocation import Award, Programme
from integrationsplan.errors import InvalidValueError, NotStatedError
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import Application
from integrationsplan.funding._codes import DeadlineKind, FundingKind
from integrationsplan.funding._due import Case
from integrationsplan.funding._events import Demanded, GrantEvent, Settled, Waived
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._last_days import last_days
from integrationsplan.funding._ledger import Ledger
from integrationsplan.funding._parts import above_zero
from integrationsplan.funding._proof import ProofOfUse
from integrationsplan.funding._recognition import Recognition
from integrationsplan.funding._sources import notice_source, proof_source
from integrationsplan.funding._terms import Terms
from integrationsplan.values import Identifier, Money, Period, Rounding

__all__ = ["Settlement", "settle"]

ZERO = Money(0)


@attrs.frozen
class Settlement:
    """What a proof of use leads to.

    Attributes:
        grant: The grant, as it stood.
        proof: The proof of use.
        financing: How the grant relates to the cost; nothing if no source says it.
        recognition: What of the cost is recognised.
        due: What the rule grants for what was really done, before the grant limits it.
        owed: What the recipient is owed in all.
        ledger: Where the money was before the settlement.
        award: The award of the rule, which explains each figure; nothing where no rule was given.
        findings: What should be known, with what it rests on.
    """

    grant: Grant
    proof: ProofOfUse
    financing: FundingKind | None
    recognition: Recognition
    due: Money
    owed: Money
    ledger: Ledger
    award: Award | None
    findings: tuple[Finding, ...]

    @property
    def recovery(self) -> Money:
        """What was drawn beyond what is owed, and goes back; nothing for an interim proof."""
        if self.proof.is_interim:
            return ZERO
        return above_zero(self.ledger.drawn - self.owed)

    @property
    def payable(self) -> Money:
        """What is owed beyond what was drawn, and is still paid."""
        return above_zero(self.owed - self.ledger.drawn)

    @property
    def lapsed(self) -> Money:
        """What of the grant lapses; nothing for an interim proof."""
        if self.proof.is_interim:
            return ZERO
        return self.ledger.granted - self.owed

    @property
    def over_financing(self) -> Money | None:
        """How far the grant is above the real cost; nothing if that is not given."""
        if not self.proof.costs:
            return None
        return above_zero(self.owed - self.proof.cost)

    def events(
        self, on: dt.date, *, id: Identifier, pay_by: dt.date | None = None
    ) -> tuple[GrantEvent, ...]:
        """Return what is to be recorded when the final notice goes out.

        Args:
            on: The day of the notice.
            id: Beginning of the ids of the events.
            pay_by: By when a recovery is to be paid.

        Raises:
            InvalidValueError: If the proof is an interim one, which settles nothing.
        """
        if self.proof.is_interim:
            raise InvalidValueError("settle", [kinds.INTERIM_SETTLES_NOTHING.at("/is_interim")])
        settled = Settled(id=f"{id}-settled", on=on, owed=self.owed, proof=self.proof.id)
        asked = self.recovery - self.ledger.open_demand
        if asked.minor > 0:
            return settled, Demanded(id=f"{id}-demanded", on=on, amount=asked, pay_by=pay_by)
        if asked.minor < 0:  # more was demanded before than is to be paid back
            return Waived(id=f"{id}-waived", on=on, amount=-asked), settled
        return (settled,)

    def explain(self, language: Language = "en") -> str:
        """Say how it comes about, in sentences that a clerk can put in a letter."""
        return "\n".join(self._sentences(language))

    def _sentences(self, language: Language) -> Iterator[str]:
        for wording, amount in (
            (Wording("granted", "bewilligt"), self.ledger.granted),
            (Wording("real cost", "tatsächliche Ausgaben"), self.proof.cost),
            (Wording("recognised cost", "anerkannte Ausgaben"), self.recognition.total),
            (Wording("due for what was done", "für die Leistung zustehend"), self.due),
            (
                Wording("owed, at most what is granted", "zustehend, höchstens das Bewilligte"),
                self.owed,
            ),
            (Wording("drawn", "abgerufen"), self.ledger.drawn),
            (Wording("to be recovered", "zurückzufordern"), self.recovery),
            (Wording("still to be paid", "noch auszuzahlen"), self.payable),
            (Wording("lapsed", "verfallen"), self.lapsed),
        ):
            yield f"{wording.in_language(language)}: {amount.format(language)}"
        for finding in self.findings:
            source = f" ({finding.source})" if finding.source else ""
            yield f"! {finding.format(language)}{source}"
        if self.award is not None:
            yield self.award.explain(language)


def settle(
    terms: Terms,
    grant: Grant,
    proof: ProofOfUse,
    *,
    application: Application,
    rule: Programme | None = None,
    day: dt.date | None = None,
    as_known: dt.date | None = None,
    rounding: Rounding = Rounding.DOWN,
) -> Settlement:
    """Work out what a recipient is owed for what it has really done.

    With a rule, the very rule of the award is evaluated for the posts as they were held and the
    cost as recognised. Without one, the share of the cost, the deficit or the whole cost is owed,
    as the financing says. Never more is owed than is granted.

    Costs that may not be funded are left out, as is what exceeds the plan or an earmark; own money
    has paid those first. Posts count as far as they lie in the granted time. Income that was not
    planned lowers the cost of which a share is paid (ANBest-P no. 2), and wholly a deficit and full
    funding. Where the grant was raised, so was the planning framework.

    The proof is held against the grant: its time, its posts, the money that was used and those to
    whom it went. What differs is told and changes no sum.

    Args:
        terms: What holds for the programme.
        grant: The grant with its events.
        proof: The proof of use.
        application: What was applied for; what is not in the proof is taken from it.
        rule: The rule of the award.
        day: The day whose law applies; by default that of the last notice (`Grant.law_day`).
        as_known: Leave out what was known only after this day.
        rounding: How a share of the cost is rounded to cents, and how far a line may be exceeded;
            by default parts of a cent are dropped. The rule of the award has its own.

    Raises:
        NotStatedError: If the share of the cost or the kind of financing is needed, and no source
            says it.
        InvalidValueError: If the proof is of another grant, the terms or the application are of
            another programme, or a rule is needed and not given.
        UnknownNameError: If nothing was granted.
        AllocationError: If the rule lacks figures.
    """
    if proof.grant != grant.id:
        raise InvalidValueError("settle", [kinds.PROOF_OF_ANOTHER.at("/grant")])
    for place, programme in (("terms", terms.programme.id), ("application", application.programme)):
        if programme != grant.programme:
            raise InvalidValueError("settle", [kinds.OTHER_PROGRAMME.at(f"/{place}")])
    financing = terms.programme.financing
    if financing is None and rule is None:
        said = Wording("how the grant relates to the cost.", "wie sich die Zuwendung berechnet.")
        raise NotStatedError(terms.programme.id, "financing", said, ())
    case = Case(terms, grant, proof, application, rule, day or grant.law_day, as_known, rounding)
    recognition, findings = case.recognition()
    due, award = case.due(recognition)
    ledger = grant.ledger()
    owed = min(above_zero(due), ledger.granted)
    settlement = Settlement(
        grant,
        proof,
        financing,
        recognition,
        due,
        owed,
        ledger,
        award,
        (*findings, *recognition.findings, *case.findings()),
    )
    return attrs.evolve(settlement, findings=tuple(_findings(case, settlement)))


def _findings(case: Case, settlement: Settlement) -> Iterator[Finding]:
    yield from settlement.findings
    proof, excess = settlement.proof, settlement.over_financing
    if excess is not None and excess.minor:
        yield found.OVER_FINANCED.at(
            None,
            notice_source(settlement.grant),
            owed=settlement.owed,
            cost=proof.cost,
            excess=excess,
        )
    if proof.report is not None and proof.report.missing:
        yield found.SUMS_INCOMPLETE.at(
            proof.report.id, proof_source(proof), missing=list(proof.report.missing)
        )
    if not proof.is_interim:
        yield from _late_proof(case.terms, settlement)
        yield from _below_least(case, settlement.owed)


def _below_least(case: Case, owed: Money) -> Iterator[Finding]:
    """Yield whether less is owed than is granted at least, where a source says that."""
    term = case.terms.find("least_award", case.day, as_known=case.as_known)
    if term is not None and ZERO < owed < Money.of(term.number):
        yield found.AWARD_BELOW_LEAST.at(None, term.source, award=owed, least=Money.of(term.number))


def _late_proof(terms: Terms, settlement: Settlement) -> Iterator[Finding]:
    grant, proof = settlement.grant, settlement.proof
    ever = Period(min(grant.notice.on, proof.submitted_on), dt.date.max)
    for last in last_days(terms, grant, DeadlineKind.NUMERIC_PROOF, ever)[-1:]:
        if proof.submitted_on > last.day:
            yield found.PROOF_LATE.at(
                proof.id, last.source, submitted=proof.submitted_on, deadline=last.day
            )
