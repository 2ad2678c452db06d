"""Settlement: what a recipient is owed for what it has really done, and what goes back."""

import datetime as dt
from collections.abc import Iterator

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan._model import evolve
from integrationsplan.allocation import Award, Programme
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError, NotStatedError
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import Application
from integrationsplan.funding._codes import (
    DeadlineAnchor,
    DeadlineKind,
    EarmarkSense,
    FundingKind,
)
from integrationsplan.funding._computing import amount_of, award_for
from integrationsplan.funding._events import Demanded, GrantEvent, Settled, Waived
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._ledger import Ledger
from integrationsplan.funding._proof import ProofOfUse
from integrationsplan.funding._recognition import Recognition, recognise
from integrationsplan.funding._terms import Terms
from integrationsplan.values import Identifier, Money, Rounding

__all__ = ["Settlement", "settle"]


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
        """What was drawn beyond what is owed, and goes back."""
        return _above_zero(self.ledger.drawn - self.owed)

    @property
    def payable(self) -> Money:
        """What is owed beyond what was drawn, and is still paid."""
        return _above_zero(self.owed - self.ledger.drawn)

    @property
    def lapsed(self) -> Money:
        """What of the grant lapses."""
        return self.ledger.granted - self.owed

    @property
    def over_financing(self) -> Money:
        """How far the grant is above the real cost; only flat rates let that happen."""
        return _above_zero(self.owed - self.proof.cost)

    def events(
        self, on: dt.date, *, id: Identifier, pay_by: dt.date | None = None
    ) -> tuple[GrantEvent, ...]:
        """Return what is to be recorded when the final notice goes out.

        Args:
            on: The day of the notice.
            id: Beginning of the ids of the events.
            pay_by: By when a recovery is to be paid.
        """
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
) -> Settlement:
    """Work out what a recipient is owed for what it has really done.

    With a rule, the very rule of the award is evaluated for the posts as they were held and the
    cost as recognised. Without one, the share of the cost, the deficit or the whole cost is owed,
    as the financing says. Never more is owed than is granted.

    Args:
        terms: What holds for the programme.
        grant: The grant with its events.
        proof: The proof of use.
        application: What was applied for; what is not in the proof is taken from it.
        rule: The rule of the award.
        day: The day whose law applies; by default the first of the granted period.
        as_known: Leave out what was known only after this day.

    Raises:
        NotStatedError: If the share of the cost or the kind of financing is needed, and no source
            says it.
        InvalidValueError: If the proof is of another grant, or a rule is needed and not given.
        UnknownNameError: If nothing was granted.
        AllocationError: If the rule lacks figures.
    """
    if proof.grant != grant.id:
        raise InvalidValueError("settle", [kinds.PROOF_OF_ANOTHER.at("/grant")])
    financing = terms.programme.financing
    if financing is None and rule is None:
        said = Wording("how the grant relates to the cost.", "wie sich die Zuwendung berechnet.")
        raise NotStatedError(terms.programme.id, "financing", said, ())
    law = day or grant.period().start or grant.notice.on
    recognition = recognise(
        grant.plan(), proof.costs, terms.find("deviation", law, as_known=as_known)
    )
    due, award = _due(terms, financing, recognition, proof, application, rule, law, as_known)
    ledger = grant.ledger()
    owed = min(_above_zero(due), ledger.granted, key=lambda each: each.minor)
    settlement = Settlement(
        grant, proof, financing, recognition, due, owed, ledger, award, recognition.findings
    )
    return attrs.evolve(settlement, findings=tuple(_findings(terms, settlement)))


def _due(
    terms: Terms,
    financing: FundingKind | None,
    recognition: Recognition,
    proof: ProofOfUse,
    application: Application,
    rule: Programme | None,
    day: dt.date,
    as_known: dt.date | None,
) -> tuple[Money, Award | None]:
    income = proof.income if proof.income is not None else application.income
    own = proof.own_money if proof.own_money is not None else application.own_money
    if rule is not None:
        # Costs of a line are cut to what is recognised of it, so that the rule sees no more.
        costs = tuple(
            evolve(cost, amount=min(cost.amount, recognition.lines[cost.id], key=lambda e: e.minor))
            for cost in proof.costs
        )
        ids = {post.id for post in proof.posts}
        done = evolve(
            application,
            posts=proof.posts,  # what nobody held is not owed
            costs=tuple(c if c.post in ids else evolve(c, post=None) for c in costs),
            income=income,
            own_money=own,
            period=proof.period,
        )
        award = award_for(rule, done, day=day, as_known=as_known)
        return amount_of(award, proof.period), award
    if financing is FundingKind.FIXED_SUM:
        raise InvalidValueError("settle", [kinds.NEEDS_RULE.at("/rule")])
    if financing is FundingKind.COST_SHARE:
        share = terms.value("share", day, as_known=as_known)
        return recognition.total.times(share.number, rounding=Rounding.DOWN), None
    rest = recognition.total - (income or Money(0))
    if financing is FundingKind.DEFICIT:
        rest -= own or Money(0)
    return rest, None


def _findings(terms: Terms, settlement: Settlement) -> Iterator[Finding]:
    yield from settlement.findings
    grant, proof = settlement.grant, settlement.proof
    excess = settlement.over_financing
    if excess.minor and proof.costs:
        yield found.OVER_FINANCED.at(
            None, None, owed=settlement.owed, cost=proof.cost, excess=excess
        )
    yield from _late_proof(terms, settlement)
    for earmark in grant.notice.earmarks:
        spent = Money.total(cost.amount for cost in proof.costs if cost.id in earmark.lines)
        is_floor = earmark.sense is EarmarkSense.AT_LEAST
        if spent < earmark.amount if is_floor else spent > earmark.amount:
            yield found.EARMARK_MISSED.at(
                earmark.id,
                None,
                earmark=earmark.title,
                spent=spent,
                sense=earmark.sense,
                amount=earmark.amount,
            )


def _late_proof(terms: Terms, settlement: Settlement) -> Iterator[Finding]:
    proof, end = settlement.proof, settlement.grant.period().end
    if end is None or proof.is_interim:
        return
    for document, deadline in terms.deadlines(DeadlineKind.NUMERIC_PROOF, end):
        if deadline.after is not DeadlineAnchor.PERIOD_END:
            continue
        try:
            last = deadline.counted_from(end)
        except DateOutOfRangeError:  # so far ahead that it never comes
            continue
        if proof.submitted_on > last:
            source = document.source(deadline)
            yield found.PROOF_LATE.at(proof.id, source, submitted=proof.submitted_on, deadline=last)


def _above_zero(amount: Money) -> Money:
    return amount if amount.minor > 0 else Money(0)
