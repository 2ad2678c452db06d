"""The main job: who gets how much, and why."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs

from integrationsplan import _html
from integrationsplan._language import Language, Wording, format_date
from integrationsplan._model import FrozenMap
from integrationsplan.allocation._columns import ALL, RECIPIENT, Column
from integrationsplan.allocation._evaluation import Evaluation, evaluate
from integrationsplan.allocation._explanation import Explainer, name_of
from integrationsplan.allocation._facets import Facet
from integrationsplan.allocation._programme import Earmark, Programme, Source, Tranche
from integrationsplan.allocation._recipients import Recipient, Recipients
from integrationsplan.allocation._trace import Step, Trace
from integrationsplan.allocation._tracing import Tracer
from integrationsplan.errors import NotInForceError, UnknownNameError
from integrationsplan.findings import Finding, Severity
from integrationsplan.parameters import ParameterValue
from integrationsplan.values import Bilingual, Citation, Period, Quantity, Unit
from integrationsplan.values._period import check_day

__all__ = ["Allocation", "Award", "allocate"]

ROWS_IN_NOTEBOOK = 50
RECIPIENT_WORD = Wording("recipient", "Empfänger")
EDITION = Wording("edition", "Fassung")


def allocate(
    programme: Programme,
    recipients: Recipients | Iterable[Recipient | Mapping[str, Any]],
    *,
    day: dt.date,
    period: Period | None = None,
    edition: str | None = None,
    as_known: dt.date | None = None,
) -> "Allocation":
    """Evaluate a programme's rule for recipients.

    Args:
        programme: The programme.
        recipients: Who may get something, with the figures that the programme asks for.
        day: The day whose law applies; it must lie in the programme's validity.
        period: The period paid for, where the rule asks for one.
        edition: Use this named edition of the parameters that have it, whatever the day.
        as_known: Leave out what was published only after this day.

    Returns:
        One award for each recipient, in the order given.

    Raises:
        AllocationError: If figures are missing or wrong, or the rule cannot be evaluated; tells
            every problem of the figures at once.
        NotInForceError: If the programme or a parameter is not in force on the day.
        UnknownNameError: If no parameter has the edition.
        InvalidValueError: If the recipients are no valid recipients.

    Example:
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}, {"key": "Hirschberg", "persons": 30}]
        >>> allocation = allocate(programme, towns, day=dt.date(2018, 1, 15))
        >>> allocation["Weinheim"].amount.to_text()
        '280220.00'
        >>> [finding.code for finding in allocation["Hirschberg"].findings]
        ['must_join_others']
    """
    if not isinstance(recipients, Recipients):
        recipients = Recipients.of(recipients)
    if as_known is not None:
        check_day(as_known, "as_known")
    if day not in programme.valid:
        before, after = programme.valid.end, programme.valid.start
        raise NotInForceError(
            programme.id,
            day,
            before if before is not None and before < day else None,
            after if after is not None and after > day else None,
        )
    if edition is not None and edition not in programme.editions:
        raise UnknownNameError(EDITION, edition, programme.editions)
    evaluation = evaluate(
        programme, recipients, day=day, period=period, edition=edition, as_known=as_known
    )
    return Allocation(programme, recipients, day, period, edition, as_known, evaluation)


@attrs.frozen(repr=False)
class Allocation:
    """One award for each recipient, exact, with the reasons.

    Two allocations are equal if they come from equal inputs: an evaluation has no other source.

    Attributes:
        programme: The programme.
        recipients: Who was given.
        day: The day whose law applied.
        period: The period paid for, if any.
        asked_edition: The edition that was asked for, if any.
        as_known: What was known later was left out, if a day was given.
    """

    programme: Programme
    recipients: Recipients
    day: dt.date
    period: Period | None
    asked_edition: str | None
    as_known: dt.date | None
    _evaluation: Evaluation = attrs.field(eq=False)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the inputs alone: the evaluation follows from them."""
        given = (self.day, self.period, self.asked_edition, self.as_known)
        return _again, (self.programme, self.recipients, *given)

    @functools.cached_property
    def awards(self) -> tuple["Award", ...]:
        """The awards in the order of the recipients."""
        return tuple(Award(self, index) for index in range(len(self.recipients)))

    @functools.cached_property
    def _index(self) -> dict[str, int]:
        return {member.key: index for index, member in enumerate(self.recipients.members)}

    @property
    def unit(self) -> str:
        """Unit of the awards, as the programme declares it."""
        return self.programme.result.unit

    @property
    def total(self) -> Quantity:
        """The sum of all awards."""
        return self._quantity(Fraction(sum(self._evaluation.award.values)) / self._award.scale)

    def total_of(self, keys: Iterable[str]) -> Quantity:
        """Return the sum of some awards: each was rounded alone, and is added as it is.

        Raises:
            UnknownNameError: If a key is not among the recipients.
        """
        return self._quantity(sum((self[key].amount.value for key in keys), Fraction(0)))

    @property
    def pot(self) -> Quantity | None:
        """What the awards are cut from, where the programme says so and it has a value.

        Where everyone is excluded nothing needs it, and it may have none.
        """
        operand = self.programme.pot
        if operand is None:
            return None
        column = self._evaluation.frame.column(operand)
        return None if column.faults else self._quantity(column.number(0))

    @property
    def residue(self) -> Quantity | None:
        """The pot less the total: what rounding leaves, and the parts of recipients not given."""
        pot = self.pot
        return None if pot is None else self._quantity(pot.value - self.total.value)

    @property
    def editions(self) -> tuple[str, ...]:
        """The named editions whose numbers were read."""
        rows = [reading.row for reading in self._evaluation.readings.values()]
        return tuple(dict.fromkeys(row.edition for row in rows if row and row.edition))

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Findings about the whole: conditions of level ``all``, and ties that were broken."""
        failures = self._evaluation.failures.get(-1, ())
        found = [self._explainer.finding(failure) for failure in failures]
        ties = dict.fromkeys(self._evaluation.frame.ties)
        return (*found, *(_tie_finding(*tie) for tie in ties))

    @property
    def _explainer(self) -> Explainer:
        return Explainer(self.programme, self._evaluation)

    @property
    def _award(self) -> Column:
        return self._evaluation.award

    def _quantity(self, value: Fraction) -> Quantity:
        return Quantity(value, Unit.parse(self.unit))

    def _at(self, column: Column, index: int) -> Fraction:
        """Return the value for a recipient given; zero if it was excluded."""
        if column.level == ALL:
            return column.number(0)
        place = self._evaluation.position.get(index)
        if place is None:
            return Fraction(0)
        return column.number(self._evaluation.frame.ancestors(RECIPIENT, column.level)[place])

    def _is_below(self, facet: Facet) -> bool:
        """Tell whether something lies below the recipients."""
        return facet.level != RECIPIENT and self.programme.is_below_recipients(facet.level)

    def __getitem__(self, key: str) -> "Award":
        if key not in self._index:
            raise UnknownNameError(RECIPIENT_WORD, key, self._index)
        return self.awards[self._index[key]]

    def __iter__(self) -> Iterator["Award"]:
        return iter(self.awards)

    def __len__(self) -> int:
        return len(self.recipients)

    def __repr__(self) -> str:
        return (
            f"<Allocation {self.programme.id} on {self.day.isoformat()}: "
            f"{len(self)} awards, {self.total}>"
        )

    def _repr_html_(self) -> str:
        """Show the awards as a table in a notebook."""
        rows = [
            (a.recipient.title, a.amount.format("en"), ", ".join(f.code for f in a.findings))
            for a in self.awards[:ROWS_IN_NOTEBOOK]
        ]
        more = len(self) - len(rows)
        rows.append(("Total", self.total.format("en"), f"and {more} more" if more else ""))
        title = self.programme.title.en
        caption = f"{title}, {self.day.isoformat()}"
        return _html.table(caption, ("recipient", "award", "findings"), rows, numbers=1)


def _again(
    programme: Programme,
    recipients: Recipients,
    day: dt.date,
    period: Period | None,
    edition: str | None,
    as_known: dt.date | None,
) -> Allocation:
    return allocate(
        programme, recipients, day=day, period=period, edition=edition, as_known=as_known
    )


@attrs.frozen(eq=False, repr=False)
class Award:
    """What one recipient gets, with findings and reasons. Belongs to its allocation."""

    allocation: Allocation
    index: int

    @property
    def recipient(self) -> Recipient:
        """Who gets it."""
        return self.allocation.recipients.members[self.index]

    @property
    def amount(self) -> Quantity:
        """How much, exact."""
        allocation = self.allocation
        return allocation._quantity(allocation._at(allocation._award, self.index))

    @property
    def is_excluded(self) -> bool:
        """Whether a condition has taken the recipient out of the calculation."""
        return self.index not in self.allocation._evaluation.position

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What should be known about it."""
        failures = self.allocation._evaluation.failures.get(self.index)
        if not failures:
            return ()
        explainer = self.allocation._explainer
        return tuple(explainer.finding(failure) for failure in failures)

    @property
    def outputs(self) -> FrozenMap[str, Quantity]:
        """What the programme shows beside the award, by name; nothing if excluded."""
        if self.is_excluded:
            return FrozenMap()
        allocation = self.allocation
        found = {}
        for name in allocation.programme.result.outputs:
            facet = allocation.programme.analysis.facets[name]
            if facet is not None and facet.sort == "quantity" and not allocation._is_below(facet):
                column = allocation._evaluation.frame.column(name)
                found[name] = Quantity(allocation._at(column, self.index), facet.unit)
        return FrozenMap(found)

    @property
    def parts(self) -> FrozenMap[str, FrozenMap[str, Quantity]]:
        """What the programme shows of the records below, by name and key; nothing if excluded."""
        place = self.allocation._evaluation.position.get(self.index)
        if place is None:
            return FrozenMap()
        allocation, found = self.allocation, {}
        frame = allocation._evaluation.frame
        for name in allocation.programme.result.outputs:
            facet = allocation.programme.analysis.facets[name]
            if facet is None or facet.sort != "quantity" or not allocation._is_below(facet):
                continue
            column, keys = frame.column(name), frame.records[facet.level].keys
            above = frame.ancestors(facet.level, RECIPIENT)
            start = len(self.recipient.key) + 1
            found[name] = FrozenMap(
                (keys[index][start:], Quantity(column.number(index), facet.unit))
                for index, owner in enumerate(above)
                if owner == place
            )
        return FrozenMap(found)

    @property
    def sources(self) -> FrozenMap[str, Quantity]:
        """Who pays how much of it, by id of the source."""
        allocation = self.allocation
        ids = [source.id for source in allocation.programme.sources]
        return self._cut(ids, allocation._evaluation.sources)

    @property
    def tranches(self) -> FrozenMap[str, Quantity]:
        """How much of it is paid when, by id of the tranche."""
        allocation = self.allocation
        ids = [tranche.id for tranche in allocation.programme.tranches]
        return self._cut(ids, allocation._evaluation.tranches)

    @property
    def earmarks(self) -> FrozenMap[str, Quantity]:
        """Limits on its use, by id of the earmark; nothing if excluded."""
        allocation = self.allocation
        if self.is_excluded:
            return FrozenMap()
        marks = allocation.programme.earmarks
        columns = [allocation._evaluation.frame.column(mark.amount) for mark in marks]
        return self._cut([mark.id for mark in marks], columns)

    def _cut(self, ids: list[str], columns: Iterable[Column]) -> FrozenMap[str, Quantity]:
        allocation = self.allocation
        amounts = [allocation._quantity(allocation._at(column, self.index)) for column in columns]
        return FrozenMap(zip(ids, amounts, strict=True))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that led to it, as data; none if excluded."""
        place = self.allocation._evaluation.position.get(self.index)
        return () if place is None else tuple(self.allocation._explainer.steps(place))

    def trace(self) -> Trace:
        """Write down what led to it, so that it can be worked out again: see `verify_trace`.

        Other recipients' figures are not in it, but where a rule reads them: their sum, or where a
        split ended.
        """
        allocation, programme = self.allocation, self.allocation.programme
        evaluation = allocation._evaluation
        place = evaluation.position.get(self.index)
        steps, checks, parts = Tracer(programme, evaluation, self.index, place).write()
        financed = programme.result.financed
        cited = {item.citation for step in (*steps, *checks, *parts) for item in step.inputs}
        return Trace(
            programme=programme.id,
            day=allocation.day,
            period=allocation.period,
            edition=allocation.asked_edition,
            as_known=allocation.as_known,
            recipient=self.recipient.key,
            name=self.recipient.name,
            award=name_of(programme, programme.result.award, "award"),
            financed=None if financed is None else name_of(programme, financed, "financed"),
            amount=self.amount.to_text(),
            unit=str(self.amount.unit),
            is_excluded=self.is_excluded,
            steps=steps,
            checks=checks,
            parts=parts,
            findings=self.findings,
            citations=FrozenMap(
                (name, citation) for name, citation in programme.citations.items() if name in cited
            ),
        )

    @property
    def parameters(self) -> tuple[tuple[str, ParameterValue, Citation | None], ...]:
        """The parameters that it rests on: name, the row that was read, and its citation."""
        place = self.allocation._evaluation.position.get(self.index)
        return tuple(self.allocation._explainer.sources(place, self.index))

    def explain(self, language: Language = "en") -> str:
        """Say why, in sentences that a clerk can put in a letter.

        The first line names the award; then come the steps, who pays, findings, and the source of
        each number.

        Raises:
            UnknownNameError: If the language is another one.
        """
        if language not in ("de", "en"):
            raise UnknownNameError(Wording("language", "Sprache"), language, ("de", "en"))
        return "\n".join(self._sentences(language))

    def _sentences(self, language: Language) -> Iterator[str]:
        allocation, explainer = self.allocation, self.allocation._explainer
        german = language == "de"
        title = allocation.programme.title.in_language(language)
        day = format_date(allocation.day, language)
        yield f"{self.recipient.title}: {self.amount.format(language)} ({title}, {day})"
        for step in self.steps:
            prefix = f"[{step.record}] " if step.record not in (ALL, self.recipient.key) else ""
            yield f"  {prefix}{step.sentences.in_language(language)}"
        programme = allocation.programme
        pays, of_it = ("davon zahlt", "davon als") if german else ("of it pays", "of it as")
        for source, amount in zip(programme.sources, self.sources.values(), strict=True):
            yield f"  {pays} {_title(source, language)}: {amount.format(language)}"
        for tranche, amount in zip(programme.tranches, self.tranches.values(), strict=True):
            yield f"  {of_it} {_title(tranche, language)}: {amount.format(language)}"
        bounds = {"at_least": ("mindestens", "at least"), "at_most": ("höchstens", "at most")}
        for mark, amount in zip(programme.earmarks, self.earmarks.values(), strict=False):
            bound = bounds[mark.sense][0 if german else 1]
            yield f"  {_title(mark, language)}: {bound} {amount.format(language)}"
        for finding in self.findings:
            ways = [f"    - {way.in_language(language)}" for way in finding.ways]
            yield "\n".join([f"  ! {finding.text.in_language(language)}", *ways])
        if self.parameters:
            yield "  Quellen:" if german else "  Sources:"
        for name, row, citation in self.parameters:
            yield f"    {explainer.source_line(name, row, citation, language)}"

    def __repr__(self) -> str:
        return f"<Award {self.recipient.key}: {self.amount}>"


def _title(part: Source | Tranche | Earmark, language: Language) -> str:
    """Return what a source or a tranche is called."""
    first, second = (part.de, part.en) if language == "de" else (part.en, part.de)
    return first or second or part.id


def _tie_finding(level: str, members: tuple[str, ...], served: int) -> Finding:
    listed = ", ".join(members[:10]) + ("…" if len(members) > 10 else "")
    return Finding(
        code="tie_broken",
        severity=Severity.NOTICE,
        text=Bilingual(
            de=f"Gleichstand bei {listed}; {served} davon wurden nach kleinerem Schlüssel bedient.",
            en=f"A tie between {listed}; {served} of them were served, by the smaller key.",
        ),
        values=FrozenMap({"level": level, "members": str(len(members)), "served": str(served)}),
    )
