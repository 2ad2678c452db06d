"""Shares of members: what of the grant of a consortium belongs to whom, to the last cent."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan.allocation import largest_remainder
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import Application, Participant
from integrationsplan.funding._parts import in_euros
from integrationsplan.problems import Problem
from integrationsplan.values import Money, format_number

__all__ = ["MemberShare", "MemberShares", "shares_of"]


@attrs.frozen
class MemberShare:
    """What of a grant belongs to one participant.

    Attributes:
        participant: Who.
        framework: Its planning framework, by which the grant is shared.
        exact: The exact share, in euros.
        amount: The share in whole cents.
        is_raised: Whether it got a cent of what was left when all shares were cut to cents.
    """

    participant: Participant
    framework: Money
    exact: Fraction
    amount: Money
    is_raised: bool


@attrs.frozen
class MemberShares:
    """What of the grant of a consortium belongs to whom.

    Attributes:
        award: The grant.
        shares: The shares, in the order of the participants; they add up to the grant.
        tied: Keys of those whose claims to the last cents were equal, in the order in which they
            were served; nobody, if none were.
    """

    award: Money
    shares: tuple[MemberShare, ...]
    tied: tuple[str, ...]

    @property
    def amounts(self) -> Mapping[str, Money]:
        """The amounts by the key of the participant."""
        return MappingProxyType({each.participant.key: each.amount for each in self.shares})

    @property
    def residue(self) -> Money:
        """What was left when all shares were cut to cents: a cent for each who was raised."""
        return Money(sum(share.is_raised for share in self.shares))

    def explain(self, language: Language = "en") -> str:
        """Say who gets how much, and who got the cents that were left."""
        return "\n".join(self._sentences(language))

    def _sentences(self, language: Language) -> Iterator[str]:
        framework = Money.total(share.framework for share in self.shares)
        yield _said(SHARED, language, award=self.award, framework=framework)
        for share in self.shares:
            exact = format_number(share.exact, language)
            yield _said(
                RAISED if share.is_raised else SHARE,
                language,
                name=share.participant.title,
                framework=share.framework,
                exact=exact,
                amount=share.amount,
            )
        if self.residue.minor:
            yield _said(RESIDUE, language, residue=self.residue)
        if self.tied:
            yield _said(TIED, language, keys=", ".join(self.tied))


SHARED = Wording(
    "{award} are shared by the planning frameworks of {framework}:",
    "{award} werden nach den Planungsrahmen von {framework} geteilt:",
)
SHARE = Wording(
    "  {name}: framework {framework}, exactly {exact}, gets {amount}",
    "  {name}: Planungsrahmen {framework}, genau {exact}, erhält {amount}",
)
RAISED = Wording(f"{SHARE.en} (a cent of the rest)", f"{SHARE.de} (einen Cent des Rests)")
RESIDUE = Wording(
    "{residue} were left over cut cents; they went to the largest remainders, a cent each.",
    "{residue} blieben beim Abschneiden auf Cents; sie gingen je Cent an die größten Reste.",
)
TIED = Wording(
    "The remainders of these were equal, and the smaller key came first: {keys}.",
    "Die Reste von diesen waren gleich, und der kleinere Schlüssel ging vor: {keys}.",
)


def shares_of(application: Application, award: Money) -> MemberShares:
    """Share a grant among the participants of an application, by their planning frameworks.

    Each gets its exact share cut to whole cents; the cents that are left go to the largest
    remainders, of equal ones to the smaller key. So the shares always add up to the grant.

    Args:
        application: The application with its participants.
        award: What is granted to all of them, or owed, or paid.

    Raises:
        InvalidValueError: If the grant is below zero or in another currency, or the planning
            framework of a participant is not known; or if all of them are zero.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import Period
        >>> a, b = (Participant(key=key, framework=Money.of("30000")) for key in "ab")
        >>> joint = Application(
        ...     id="a-1",
        ...     programme="example",
        ...     received_on=dt.date(2018, 1, 8),
        ...     applicant=a,
        ...     members=(b,),
        ...     period=Period.of_year(2018),
        ... )
        >>> shares = shares_of(joint, Money.of("50000.01"))
        >>> {key: str(amount) for key, amount in shares.amounts.items()}
        {'a': '25000.01 EUR', 'b': '25000.00 EUR'}
    """
    problems = [*in_euros("/award", award), *_framework_problems(application)]
    if problems:
        raise InvalidValueError("shares_of", problems)
    participants = application.participants
    frameworks = [each.framework or Money(0) for each in participants]
    keys = [each.key for each in participants]
    weights = [framework.minor for framework in frameworks]
    division = largest_remainder(award.minor, weights, keys)
    total, shares = sum(weights), []
    for participant, framework, cents in zip(participants, frameworks, division.parts, strict=True):
        exact = Fraction(award.minor * framework.minor, total)
        is_raised = cents > exact
        shares.append(MemberShare(participant, framework, exact / 100, Money(cents), is_raised))
    tied = () if division.tie is None else tuple(keys[index] for index in division.tie.members)
    return MemberShares(award, tuple(shares), tied)


def _framework_problems(application: Application) -> Iterator[Problem]:
    """Yield a problem for each participant without framework, or one if all frameworks are zero."""
    frameworks = [(f"/members/{n}", each) for n, each in enumerate(application.members)]
    if application.applicant_takes_part:
        frameworks.insert(0, ("/applicant", application.applicant))
    for pointer, participant in frameworks:
        if participant.framework is None:
            yield kinds.NO_FRAMEWORK.at(f"{pointer}/framework")
    known = [each.framework for _, each in frameworks if each.framework is not None]
    if len(known) == len(frameworks) and not any(each.minor for each in known):
        yield kinds.NO_FRAMEWORK.at("/members")


def _said(wording: Wording, language: Language, **values: str | Money) -> str:
    told = {
        name: value.format(language) if isinstance(value, Money) else value
        for name, value in values.items()
    }
    return wording.in_language(language).format(**told)
