"""An application beside the programme that it is checked by: what all checks ask for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from integrationsplan._language import Wording
from integrationsplan.allocation._dates import calendar_months
from integrationsplan.findings import Named
from integrationsplan.funding._application import Application, Post
from integrationsplan.funding._codes import DutyKind
from integrationsplan.funding._parts import Duty, EligibleApplicant
from integrationsplan.funding._sources import application_source, programme_source
from integrationsplan.funding._terms import Term, Terms
from integrationsplan.values import Labelled, Money, Rounding, parse_number
from integrationsplan.values._period import ONE_DAY

__all__ = ["OPEN_END", "OPEN_START", "Checked", "labels"]

OPEN_START = Named("", Wording("an open start", "Beginn an"))
OPEN_END = Named("", Wording("an open end", "auf Weiteres"))


@attrs.frozen
class Checked:
    """An application beside the programme that it is checked by."""

    terms: Terms
    application: Application
    award: Money | None
    as_known: dt.date | None
    rounding: Rounding

    @property
    def day(self) -> dt.date:
        """The day whose law applies: the first that is asked for."""
        return self.application.period.start or self.application.received_on

    @property
    def months(self) -> Fraction:
        """The months asked for; a broken one counts by its share of the calendar month."""
        return calendar_months(self.application.period)

    @property
    def source(self) -> str:
        """What names the application, for what contradicts itself."""
        return application_source(self.application)

    @property
    def programme_source(self) -> str:
        """What the programme rests on as a whole."""
        return programme_source(self.terms.programme, self.day)

    def term(self, name: str, day: dt.date | None = None, of: str | None = None) -> Term | None:
        """Return a figure of the law, if a source says it."""
        return self.terms.find(name, day or self.day, of=of, as_known=self.as_known)

    def duties(self, sort: DutyKind) -> list[Duty]:
        """Return the duties of a kind that hold for what is asked for."""
        return [
            duty
            for duty in self.terms.programme.duties
            if duty.sort is sort and (duty.period is None or self.day in duty.period)
        ]

    @property
    def entitled(self) -> list[EligibleApplicant]:
        """Who may apply for what is asked for, where a source says so."""
        return [
            each
            for each in self.terms.programme.applicants
            if each.period is None or self.day in each.period
        ]

    def held_from(self, posts: Iterable[Post]) -> Iterator[tuple[dt.date, Fraction]]:
        """Yield how much is held at once, from each day on which that changes."""
        changes: dict[dt.date, Fraction] = defaultdict(Fraction)
        for post in posts:
            fte = parse_number(post.fte)
            changes[post.start or self.day] += fte
            if post.end is not None and post.end < dt.date.max:
                changes[post.end + ONE_DAY] -= fte
        held = Fraction(0)
        for day in sorted(changes):
            held += changes[day]
            yield day, held

    def most_at_once(self, posts: Iterable[Post]) -> Fraction:
        """Return how much is held at once at most."""
        return max((held for _, held in self.held_from(posts)), default=Fraction(0))


def labels(codes: Iterable[Labelled]) -> Named:
    """Return codes for a sentence, each once."""
    listed = list(dict.fromkeys(codes))
    return Named(
        ", ".join(str(code.value) for code in listed),
        Wording(
            ", ".join(code.label.en for code in listed),
            ", ".join(code.label.de for code in listed),
        ),
    )
