"""What is due for what was really done: the rule of the award again, or the kind of financing."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from integrationsplan._model import FrozenMap, evolve
from integrationsplan.allocation import Award, Programme
from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import Application, Participant, Post
from integrationsplan.funding._codes import FundingKind
from integrationsplan.funding._computing import amount_of, award_for
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._parts import above_zero
from integrationsplan.funding._proof import ProofOfUse
from integrationsplan.funding._recognition import Recognition, eligible_costs, recognise
from integrationsplan.funding._record import against_record
from integrationsplan.funding._sources import notice_source, programme_source, rule_source
from integrationsplan.funding._terms import Terms
from integrationsplan.values import Money, Period, Rounding, parse_number

__all__ = ["Case"]

ZERO = Money(0)


def _window(case: "Case") -> Period | None:
    """Return the time that is granted and proven, looked up once: a grant may have many events."""
    return case.grant.period().intersection(case.proof.period)


@attrs.frozen
class Case:
    """A proof of use beside what was granted and applied for."""

    terms: Terms
    grant: Grant
    proof: ProofOfUse
    application: Application
    rule: Programme | None
    day: dt.date
    as_known: dt.date | None
    rounding: Rounding
    window: Period | None = attrs.field(init=False, default=attrs.Factory(_window, takes_self=True))

    @property
    def income(self) -> Money:
        """What came in beside the grant; what was planned, if the proof does not say it."""
        given = self.proof.income
        return (given if given is not None else self.application.income) or ZERO

    @property
    def own_money(self) -> Money:
        """What the recipient has paid itself; what was planned, if the proof does not say it."""
        given = self.proof.own_money
        return (given if given is not None else self.application.own_money) or ZERO

    @property
    def new_income(self) -> Money:
        """What came in beyond the plan."""
        return above_zero(self.income - (self.application.income or ZERO))

    def recognition(self) -> tuple[Recognition, tuple[Finding, ...]]:
        """Return what of the cost is recognised, and what may not be funded at all."""
        eligible, findings = eligible_costs(self.terms.programme, self.proof.costs, self.day)
        deviation = self.terms.find("deviation", self.day, as_known=self.as_known)
        plan, earmarks = self.grant.plan(), self.grant.earmarks()
        recognition = recognise(
            plan,
            eligible,
            deviation,
            earmarks,
            source=notice_source(self.grant, first=True),
            rounding=self.rounding,
        )
        # What may not be funded is the recipient's own, as is what exceeds the plan.
        return attrs.evolve(recognition, spent=self.proof.cost), findings

    def due(self, recognition: Recognition) -> tuple[Money, Award | None]:
        """Return what is due for what was done, and the award that explains it, if there is one."""
        award = None
        if self.rule is None:
            due = self._due_by_kind(recognition)
        else:
            done = self._done(recognition)
            award = award_for(self.rule, done, day=self.day, as_known=self.as_known)
            due = amount_of(award, self.proof.period)
            if self._deducts_income and recognition.total.minor:
                left = self._shared_cost(recognition).minor
                due = due.times(Fraction(left, recognition.total.minor), rounding=self.rounding)
        planned = recognition.planned.minor or sum(c.amount.minor for c in self.application.costs)
        if self.terms.programme.financing is FundingKind.COST_SHARE and planned:
            # "Up to 80 %": if less was granted of the plan, less is owed of the cost.
            granted = Fraction(self.grant.ledger().granted.minor, planned)
            base = self._shared_cost(recognition)
            if granted < 1:
                due = min(due, base.times(granted, rounding=self.rounding))
        return due, award

    def _due_by_kind(self, recognition: Recognition) -> Money:
        financing = self.terms.programme.financing
        rest = recognition.total - self.income
        if financing is FundingKind.FIXED_SUM:
            if not self.proof.costs:
                raise InvalidValueError("settle", [kinds.NEEDS_RULE.at("/rule")])
            return recognition.total  # no more than it cost, and no more than is granted
        if financing is FundingKind.COST_SHARE:
            share = self.terms.value("share", self.day, as_known=self.as_known)
            shared = self._shared_cost(recognition).times(share.number, rounding=self.rounding)
            return min(shared, above_zero(rest))
        if financing is FundingKind.DEFICIT:
            rest -= self._own_for_recognised(recognition)
        return above_zero(rest)

    def _shared_cost(self, recognition: Recognition) -> Money:
        """Return the cost of which a share is paid: income that was not planned lowers it."""
        return above_zero(recognition.total - self.new_income)

    def findings(self) -> Iterator[Finding]:
        """Yield what should be known of the posts, of the income, and of what was recorded."""
        is_share = self.terms.programme.financing is FundingKind.COST_SHARE
        yield from against_record(
            self.grant,
            self.proof,
            self.application,
            self.rule,
            (self.income, self.own_money),
            others_are_known=not is_share or self.own_money.minor > 0,
        )
        notice = notice_source(self.grant)
        for post in self.proof.posts:
            start, end = self._held(post).bounds
            funded = self._funded(post)
            if funded is None or (funded.start, funded.end) != (start, end):
                yield found.OUTSIDE_GRANT.at(post.id, notice, start=start, end=end)
        yield from self._not_in_rule()
        if self._deducts_income:
            source = programme_source(self.terms.programme, self.day)
            yield found.INCOME_DEDUCTED.at(None, source, income=self.new_income)

    @property
    def _deducts_income(self) -> bool:
        """Whether new income lowers the cost of which a share is paid, and no rule does it."""
        is_shared = self.terms.programme.financing is FundingKind.COST_SHARE
        is_ours = self.rule is None or "income" not in self.rule.figures
        return is_shared and is_ours and self.new_income.minor > 0

    def _not_in_rule(self) -> Iterator[Finding]:
        """Yield posts that changed or stood empty, where the rule pays posts and knows no days."""
        if self.rule is None or "fte" not in self.rule.figures or "start" in self.rule.figures:
            return
        source = rule_source(self.rule)
        times: dict[str, list[Post]] = {}
        for post in filter(None, map(self._funded, self.proof.posts)):
            times.setdefault(post.of or post.id, []).append(post)
        for whole, posts in times.items():
            held, asked = sum(post.period.days for post in posts), self.proof.period.days
            if held < asked:
                yield found.VACANCY_NOT_IN_RULE.at(whole, source, held=held, days=asked)
            if len({(parse_number(p.fte), p.qualification, p.pay_group) for p in posts}) > 1:
                yield found.CHANGE_NOT_IN_RULE.at(whole, source)

    def _own_for_recognised(self, recognition: Recognition) -> Money:
        """Return the own money that has paid recognised cost, after what is not recognised."""
        return above_zero(self.own_money - recognition.unrecognised)

    def _done(self, recognition: Recognition) -> Application:
        """Return the application as if what was done had been applied for."""
        posts = [post for post in map(self._funded, self.proof.posts) if post is not None]
        # A cost of a post belongs to its first time that is left.
        ids = {post.of: post.id for post in reversed(posts)} | {post.id: post.id for post in posts}
        eligible, _ = eligible_costs(self.terms.programme, self.proof.costs, self.day)
        costs = recognition.cut(eligible)  # the rule sees no more than is recognised
        return evolve(
            self.application,
            applicant=self._with_framework(),
            posts=tuple(posts),  # what nobody held is not owed
            costs=tuple(evolve(cost, post=ids.get(cost.post)) for cost in costs),
            income=self.income,
            own_money=self._own_for_recognised(recognition),
            period=self.proof.period,
        )

    def _held(self, post: Post) -> Period:
        """Return the time that a post is proven for; all of it, if the proof does not say."""
        proven = self.proof.period
        return Period(post.start or proven.start, post.end or proven.end)

    def _funded(self, post: Post) -> Post | None:
        """Return a post as far as it lies in the granted and the proven time."""
        held = None if self.window is None else self.window.intersection(self._held(post))
        return None if held is None else evolve(post, start=held.start, end=held.end)

    def _with_framework(self) -> Participant:
        """Return the applicant with what is granted as its framework, if that has become more."""
        applicant, framework = self.application.applicant, self.application.framework
        granted = self.grant.ledger().granted
        if framework is None or granted <= framework:
            return applicant
        figures = FrozenMap({**applicant.figures, "framework": granted.to_text()})
        return evolve(applicant, figures=figures)
