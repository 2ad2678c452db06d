"""Programme documents of which parts cannot be read: what is readable is checked all the same.

Whoever writes a document is told everything at once: what is wrong in form and, as far as the rest
can be read, what is wrong in meaning.
"""

from collections.abc import Mapping, Sequence

import attrs

from integrationsplan.allocation._analysis import analyse
from integrationsplan.allocation._programme import (
    Condition,
    Earmark,
    Figure,
    Result,
    Rule,
    Source,
    Tranche,
)
from integrationsplan.parameters import Parameter
from integrationsplan.problems import Problem
from integrationsplan.values import Citation

__all__ = ["Draft"]


@attrs.frozen
class Draft:
    """A programme document as far as it could be read. `None` stands for what could not.

    Attributes:
        levels: Parent by level.
        figures: The readable figures.
        parameters: The readable parameters.
        rules: The readable rules.
        conditions: The conditions, each in its place.
        result: The result.
        sources: The sources, each in its place.
        tranches: The tranches, each in its place.
        earmarks: The earmarks, each in its place.
        citations: The readable citations.
        unreadable: Names that are declared by something unreadable.
    """

    levels: Mapping[str, str]
    figures: Mapping[str, Figure]
    parameters: Mapping[str, Parameter]
    rules: Mapping[str, Rule]
    conditions: Sequence[Condition | None]
    result: Result | None
    sources: Sequence[Source | None]
    tranches: Sequence[Tranche | None]
    earmarks: Sequence[Earmark | None]
    citations: Mapping[str, Citation]
    unreadable: frozenset[str]

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong in meaning with what could be read."""
        return analyse(self).problems

    @property
    def is_whole(self) -> bool:
        """Whether everything could be read, so that what nothing uses is really unused."""
        lists = (self.conditions, self.sources, self.tranches, self.earmarks)
        gaps = any(item is None for items in lists for item in items)
        return not (self.unreadable or self.result is None or gaps)
