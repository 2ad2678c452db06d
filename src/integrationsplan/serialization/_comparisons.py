"""Comparisons and sensitivities as JSON documents: amounts as exact text."""

from typing import Any

from integrationsplan.allocation import Comparison, ComparisonRow, Sensitivity
from integrationsplan.values import Quantity
from integrationsplan.values._units import ONE

__all__ = [
    "COMPARISON_FORMAT",
    "SENSITIVITY_FORMAT",
    "comparison_to_mapping",
    "sensitivity_to_mapping",
]

COMPARISON_FORMAT = ("integrationsplan/comparison", 1)
SENSITIVITY_FORMAT = ("integrationsplan/sensitivity", 1)


def comparison_to_mapping(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as plain data.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import catalogue, compare
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> reform = programme.override({"pot_per_year": "60000000"})
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> comparison = compare(programme, reform, recipients=towns, day=dt.date(2018, 1, 15))
        >>> comparison_to_mapping(comparison)["rows"][0]["amounts"]
        ['280220.00', '289883.00']
    """
    name, version = COMPARISON_FORMAT
    changes = [comparison.change(label) for label in comparison.labels[1:]]
    return {
        "format": name,
        "version": version,
        "unit": str(comparison.unit),
        "rules": [
            {
                "label": label,
                "programme": allocation.programme.id,
                "day": allocation.day.isoformat(),
                "editions": list(allocation.editions),
                "as_known": None
                if allocation.as_known is None
                else allocation.as_known.isoformat(),
                "total": allocation.total.to_text(),
            }
            for label, allocation in zip(comparison.labels, comparison.allocations, strict=True)
        ],
        "changes": [
            {
                "label": change.label,
                "total": change.total.to_text(),
                "winners": len(change.winners),
                "losers": len(change.losers),
                "unchanged": len(change.unchanged),
            }
            for change in changes
        ],
        "rows": [_row(row) for row in comparison.rows],
    }


def _row(row: ComparisonRow) -> dict[str, Any]:
    relative = row.relative
    return {
        "recipient": row.key,
        "name": row.title,
        "amounts": [None if amount is None else amount.to_text() for amount in row.amounts],
        "difference": row.difference.to_text(),
        "relative": None if relative is None else Quantity(relative, ONE).to_text(),
    }


def sensitivity_to_mapping(sensitivity: Sensitivity) -> dict[str, Any]:
    """Return a sensitivity as plain data.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import allocate, catalogue
        >>> from integrationsplan.allocation import sensitivity
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> allocation = allocate(programme, towns, day=dt.date(2018, 1, 15))
        >>> sensitivity_to_mapping(sensitivity(allocation, "persons"))["effects"]
        [{'recipient': 'Weinheim', 'effect': '796.00', 'unit': 'EUR/year'}]
    """
    name, version = SENSITIVITY_FORMAT
    data: dict[str, Any] = {
        "format": name,
        "version": version,
        "name": sensitivity.name,
        "change": Quantity(sensitivity.change, ONE).to_text(),
    }
    if sensitivity.recipient is not None:
        data["recipient"] = sensitivity.recipient
    data["effects"] = [
        {"recipient": key, "effect": effect.to_text(), "unit": str(effect.unit)}
        for key, effect in sensitivity.effects.items()
    ]
    return data
