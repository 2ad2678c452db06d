"""One award: how much, for whom, and everything that can be asked about it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from integrationsplan._language import Language, Wording, format_date
from integrationsplan._model import FrozenMap
from integrationsplan.allocation._columns import ALL, RECIPIENT, Column
from integrationsplan.allocation._explanation import name_of
from integrationsplan.allocation._programme import Earmark, Source, Tranche
from integrationsplan.allocation._recipients import Recipient
from integrationsplan.allocation._trace import Step, Trace
from integrationsplan.allocation._tracing import Tracer
from integrationsplan.errors import UnknownNameError
from integrationsplan.findings import Finding
from integrationsplan.parameters import ParameterValue
from integrationsplan.values import Citation, Quantity

if TYPE_CHECKING:
    from integrationsplan.allocation._allocation import Allocation

__all__ = ["Award"]


@attrs.frozen(eq=False, repr=False)
class Award:
    """What one recipient gets, with findings and reasons. Belongs to its allocation."""

    allocation: "Allocation"
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
    def is_zeroed(self) -> bool:
        """Whether a condition has made the award zero."""
        failures = self.allocation._evaluation.failures
        whole = [failure for failure in failures.get(-1, ()) if failure.level == ALL]
        concerned = (*failures.get(self.index, ()), *whole)
        return not self.is_excluded and any(failure.is_zeroing for failure in concerned)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What should be known about it: conditions, reasons, and ties that concern it."""
        ties = self.allocation._ties_of.get(self.recipient.key, ())
        failures = self.allocation._evaluation.failures.get(self.index)
        if not failures:
            return ties
        explainer = self.allocation._explainer
        return (*(explainer.finding(failure) for failure in failures), *ties)

    @property
    def finding_codes(self) -> tuple[str, ...]:
        """The codes of the findings; for whole tables, where their sentences would take long."""
        failures = self.allocation._evaluation.failures.get(self.index, ())
        ties = self.allocation._ties_of.get(self.recipient.key, ())
        return (*(f.condition.code for f in failures), *(tie.code for tie in ties))

    @property
    def outputs(self) -> FrozenMap[str, Quantity]:
        """What the programme shows beside the award, by name; nothing if excluded."""
        if self.is_excluded:
            return FrozenMap()
        allocation = self.allocation
        programme, found = allocation.programme, {}
        for name in programme.result.outputs:
            facet = programme.analysis.facets[name]
            is_below = name in programme.outputs_below
            if facet is not None and facet.sort == "quantity" and not is_below:
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
        for name in allocation.programme.outputs_below:
            facet = allocation.programme.analysis.facets[name]
            if facet is None or facet.sort != "quantity":
                continue
            column, keys = frame.column(name), frame.records[facet.level].keys
            below = frame.groups(facet.level, RECIPIENT)[place]
            start = len(self.recipient.key) + 1
            found[name] = FrozenMap(
                (keys[index][start:], Quantity(column.number(index), facet.unit)) for index in below
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
        """Limits on its use, by id of the earmark; nothing if excluded or zero by a condition."""
        allocation = self.allocation
        if self.is_excluded or self.is_zeroed:
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

        Where a rule reads other recipients, their figures are not in it, but their sum, or where a
        split ended. Of few recipients even that may tell a figure: of two, the sum is enough.
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
        if self.is_zeroed:
            # Why there is nothing comes before how much there would have been.
            yield (
                "  Zuwendung = 0, weil eine Bedingung nicht erfüllt ist:"
                if german
                else "  award = 0, because a condition is not met:"
            )
            yield from self._findings_said(language)
            yield "  Berechnet wurde:" if german else "  What was computed:"
        for step in self.steps:
            prefix = f"[{step.record}] " if step.record not in (ALL, self.recipient.key) else ""
            yield f"  {prefix}{step.sentences.in_language(language)}"
        if not self.is_zeroed:
            yield from self._money_said(language)
            yield from self._findings_said(language)
        if self.parameters:
            yield "  Quellen:" if german else "  Sources:"
        for name, row, citation in self.parameters:
            yield f"    {explainer.source_line(name, row, citation, language)}"

    def _money_said(self, language: Language) -> Iterator[str]:
        """Say who pays, when, and for what."""
        german, programme = language == "de", self.allocation.programme
        own = ("dazu Eigenmittel,", "beside it own money,")
        pays = ("davon zahlt", "of it paid by")
        of_it = "davon als" if german else "of it as"
        for source, amount in zip(programme.sources, self.sources.values(), strict=True):
            said = (own if source.role == "own" else pays)[not german]
            yield f"  {said} {_title(source, language)}: {amount.format(language)}"
        for tranche, amount in zip(programme.tranches, self.tranches.values(), strict=True):
            due = ""
            if tranche.due is not None:
                words = "fällig am" if german else "due on"
                due = f" ({words} {format_date(tranche.due, language)})"
            yield f"  {of_it} {_title(tranche, language)}{due}: {amount.format(language)}"
        bounds = {"at_least": ("mindestens", "at least"), "at_most": ("höchstens", "at most")}
        # Who is excluded has no earmarks, hence not strict.
        for mark, amount in zip(programme.earmarks, self.earmarks.values(), strict=False):
            bound = bounds[mark.sense][0 if german else 1]
            yield f"  {_title(mark, language)}: {bound} {amount.format(language)}"

    def _findings_said(self, language: Language) -> Iterator[str]:
        """Say what should be known."""
        for finding in self.findings:
            below = finding.subject not in (None, self.recipient.key, ALL)
            of = f"[{finding.subject}] " if below else ""
            ways = [f"    - {way.in_language(language)}" for way in finding.ways]
            yield "\n".join([f"  ! {of}{finding.text.in_language(language)}", *ways])

    def __repr__(self) -> str:
        return f"<Award {self.recipient.key}: {self.amount}>"


def _title(part: Source | Tranche | Earmark, language: Language) -> str:
    """Return what a source or a tranche is called."""
    first, second = (part.de, part.en) if language == "de" else (part.en, part.de)
    return first or second or part.id
