"""Programmes: who may claim what by which rule, as data.

The classes mirror the programme document key by key, so that a problem's pointer names the same
place in both. A `Programme` that exists has passed every check that needs no recipients.
"""

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

import attrs
from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, evolve, model
from integrationsplan.allocation._analysis import Analysis, analyse
from integrationsplan.allocation._columns import ALL, RECIPIENT
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._split import Split
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.findings import FindingCode, Way
from integrationsplan.parameters import Parameter
from integrationsplan.problems import Problem
from integrationsplan.values import (
    Bilingual,
    Citation,
    Code,
    Identifier,
    Jurisdiction,
    Language,
    LongText,
    Name,
    Period,
    ShortText,
)

__all__ = [
    "Condition",
    "Earmark",
    "Figure",
    "Programme",
    "Result",
    "Rule",
    "Source",
    "Tranche",
]


@model
class Figure:
    """What recipients (or the records above and below them) bring.

    Attributes:
        unit: A unit, or ``date``, ``code`` or ``truth``.
        level: Whose figure it is.
        key_date: Day on which it is counted.
        default: Value where none is given; without it a missing value is an error.
        de: What it is called, in German.
        en: What it is called, in English.
    """

    unit: ShortText
    level: Name = "recipient"
    key_date: dt.date | None = None
    default: Code | None = None
    de: ShortText | None = None
    en: ShortText | None = None


@model
class Rule:
    """A named node: one step of the explanation.

    Attributes:
        node: The expression.
        label: What its result is called.
        gives: Unit of the result; checked.
    """

    node: Node
    label: Bilingual | None = None
    gives: ShortText | None = None


@model
class Condition:
    """Something that must hold, and what follows if it does not.

    Attributes:
        code: Stable code of the finding.
        when: What must hold.
        effect: ``exclude``: the record is not there; ``zero``: the award becomes 0; ``notice``:
            the award stays.
        de: The sentence in German; may name figures, parameters and rules in braces.
        en: The sentence in English.
        ways: Ways to go on.
    """

    code: FindingCode
    when: Operand
    effect: Literal["exclude", "zero", "notice"]
    de: LongText
    en: LongText
    ways: Annotated[tuple[Way, ...], Len(0, 100)] = ()


@model
class Result:
    """What comes out.

    Attributes:
        award: What each recipient gets.
        unit: Its unit; checked.
        financed: The whole cost, where own money is part of it.
        pot: What the awards are cut from, where there is such a thing.
        outputs: What is shown beside the award.
    """

    award: Operand
    unit: ShortText
    financed: Operand | None = None
    pot: Operand | None = None
    outputs: Annotated[tuple[Name, ...], Len(0, 500)] = ()


@model
class Source:
    """Who pays a part of the award (or of the whole cost).

    Attributes:
        id: Who.
        amount: How much, or ``"rest"``.
        role: A funder, or the recipient's own money.
        de: What the part is called, in German.
        en: What it is called, in English.
    """

    id: Code
    amount: Operand
    role: Literal["funder", "own"] = "funder"
    de: ShortText | None = None
    en: ShortText | None = None


@model
class Tranche:
    """A part of the award, by when it is paid.

    Attributes:
        id: Which.
        amount: How much, or ``"rest"``.
        due: When, if a day is known.
        de: What the part is called, in German.
        en: What it is called, in English.
    """

    id: Code
    amount: Operand
    due: dt.date | None = None
    de: ShortText | None = None
    en: ShortText | None = None


@model
class Earmark:
    """A limit on the use of the award; earmarks need not add up.

    Attributes:
        id: Which.
        amount: How much.
        sense: At least or at most so much.
        de: What it is called, in German.
        en: What it is called, in English.
    """

    id: Code
    amount: Operand
    sense: Literal["at_least", "at_most"] = "at_least"
    de: ShortText | None = None
    en: ShortText | None = None


@model
class Programme:
    """A funding programme with its rule. One object is one version of the rule.

    Attributes:
        id: Identity of the programme document.
        title: Title.
        summary: What it is, in a few sentences.
        jurisdiction: Whose law it is.
        valid: Days on which it can be evaluated.
        levels: Parent by level; ``all`` is the root.
        figures: What recipients bring, by name.
        parameters: What the law sets, by name.
        rules: The named rules.
        conditions: What must hold.
        result: What comes out.
        sources: Who pays.
        tranches: When it is paid.
        earmarks: Limits on use.
        citations: The sources of numbers, by id.

    Raises:
        InvalidValueError: If anything is wrong with the document; tells everything at once.
    """

    id: Identifier
    title: Bilingual
    summary: Bilingual | None = None
    jurisdiction: Jurisdiction
    valid: Period
    levels: Annotated[FrozenMap[Name, Name], Len(1, 20)]
    figures: Annotated[FrozenMap[Name, Figure], Len(0, 200)] = FrozenMap()
    parameters: Annotated[FrozenMap[Name, Parameter], Len(0, 500)] = FrozenMap()
    rules: Annotated[FrozenMap[Name, Rule], Len(0, 500)] = FrozenMap()
    conditions: Annotated[tuple[Condition, ...], Len(0, 200)] = ()
    result: Result
    sources: Annotated[tuple[Source, ...], Len(0, 50)] = ()
    tranches: Annotated[tuple[Tranche, ...], Len(0, 50)] = ()
    earmarks: Annotated[tuple[Earmark, ...], Len(0, 50)] = ()
    citations: Annotated[FrozenMap[Code, Citation], Len(0, 500)] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from self.analysis.problems

    @functools.cached_property
    def analysis(self) -> Analysis:
        """What is known of every rule before anything is computed."""
        return analyse(self)

    def levels_above(self, level: str) -> tuple[str, ...]:
        """Return the levels above one, from the nearest on; without ``all``."""
        found: list[str] = []
        while (level := self.levels.get(level, ALL)) != ALL:
            found.append(level)
        return tuple(found)

    def is_below_recipients(self, level: str) -> bool:
        """Tell whether the records of a level stand in recipients; true of recipients too."""
        return level == RECIPIENT or RECIPIENT in self.levels_above(level)

    def levels_from_above(self) -> tuple[str, ...]:
        """Return the levels whose records stand in no other: above recipients, or beside them."""
        line = self.levels_above(RECIPIENT)
        free = [
            level
            for level, above in self.levels.items()
            if not self.is_below_recipients(level) and (level in line or above == ALL)
        ]
        return tuple(sorted(free, key=lambda level: len(self.levels_above(level))))

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of all editions of its parameters."""
        names = [name for p in self.parameters.values() for name in p.editions]
        return tuple(dict.fromkeys(names))

    @property
    def pot(self) -> Operand | None:
        """What the awards are cut from: what the result says, or the pot of a split award."""
        if self.result.pot is not None:
            return self.result.pot
        award = self.result.award
        rule = self.rules.get(award) if isinstance(award, str) else None
        node = award if rule is None else rule.node
        if not isinstance(node, Split):
            return None
        pot = node.pot
        facets = self.analysis.facets
        facet = facets[pot] if isinstance(pot, str) else self.analysis.nodes[id(pot)]
        return pot if facet is not None and facet.level == ALL else None

    @property
    def needs_all_recipients(self) -> bool:
        """Whether an award depends on the other recipients, of the programme or of its parent.

        If so, the awards are right only if all of them are given. Notices do not count, nor does
        what is left of a pot.
        """
        return self.analysis.needs_all_recipients

    @functools.cached_property
    def outputs_below(self) -> tuple[str, ...]:
        """The outputs that lie below recipients: see `Award.parts`."""
        facets = self.analysis.facets
        return tuple(
            name
            for name in self.result.outputs
            if (facet := facets[name]) is not None
            and facet.level != RECIPIENT
            and self.is_below_recipients(facet.level)
        )

    def rule(self, name: str) -> Rule:
        """Return a rule by its name.

        Raises:
            UnknownNameError: If there is none.
        """
        if name not in self.rules:
            raise UnknownNameError(Wording("rule", "Regel"), name, self.rules)
        return self.rules[name]

    def label(self, name: str, language: Language) -> str:
        """Return what a name is called: in the language, else in the other, else the name."""
        rule = self.rules.get(name)
        if rule is not None and rule.label is not None:
            return rule.label.in_language(language)
        declared = self.figures.get(name) or self.parameters.get(name)
        if declared is None:
            return name
        first, second = declared.de, declared.en
        if language == "en":
            first, second = second, first
        return first or second or name

    def override(self, values: Mapping[str, str | dt.date | Mapping[str, str]]) -> "Programme":
        """Return the programme with assumed values for some parameters: a what-if.

        Args:
            values: By name of the parameter, a number as text, or a date; for a table, some of
                its rows.

        Raises:
            UnknownNameError: If there is no such parameter, or no such row.
            InvalidValueError: If a text is no value of its parameter, a parameter has another
                form, or a rule does not bear the change; tells every problem with the name of the
                parameter.

        Example:
            >>> from integrationsplan import catalogue
            >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
            >>> larger = programme.override({"pot_per_year": "70000000"})
            >>> larger.parameters["pot_per_year"].values[0].basis
            <Basis.ASSUMED: 'assumed'>
        """
        parameters, problems = dict(self.parameters), list[Problem]()
        for name, value in values.items():
            if name not in parameters:
                raise UnknownNameError(Wording("parameter", "Parameter"), name, parameters)
            try:
                parameters[name] = parameters[name].override(value)
            except InvalidValueError as error:
                problems += [attrs.evolve(found, pointer=f"/{name}") for found in error.problems]
        if problems:
            raise InvalidValueError("override", problems)
        return evolve(self, parameters=FrozenMap(parameters))

    def __repr__(self) -> str:
        return f"<Programme {self.id}: {len(self.rules)} rules, valid {_span(self.valid)}>"


def _span(period: Period) -> str:
    start = period.start.isoformat() if period.start else "…"
    end = period.end.isoformat() if period.end else "…"
    return f"{start} to {end}"
