"""Figures of things that are no plans, with the records that lack what they need."""

from typing import NamedTuple

from integrationsplan.monitoring._report import IndicatorRow, LackingRecords

__all__ = ["Figures"]


class Figures(NamedTuple):
    """Rows of a report, and the records that they lack; see `PlanTally.report`.

    Attributes:
        rows: The rows.
        lacking: The records that lack something.
    """

    rows: tuple[IndicatorRow, ...]
    lacking: tuple[LackingRecords, ...] = ()
