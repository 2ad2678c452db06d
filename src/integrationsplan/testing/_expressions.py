"""Random expressions of all kinds of nodes, over one set of figures and parameters.

Most are valid; whether one is, the programme says that is made of it.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from integrationsplan.allocation import (
    NODES,
    AllOf,
    AnyOf,
    Because,
    Bound,
    Case,
    Choose,
    Compare,
    Count,
    CountDates,
    Criterion,
    Difference,
    Duration,
    Figure,
    Greatest,
    Least,
    LookUp,
    Node,
    Not,
    Number,
    OneOf,
    Product,
    Quotient,
    Rank,
    Round,
    Share,
    Shift,
    Split,
    Sum,
    Total,
)
from integrationsplan.parameters import Band, Parameter, ParameterValue
from integrationsplan.values import Basis, FrozenMap, Rounding

__all__ = ["FIGURES", "PARAMETERS", "Maker"]

METHODS = ["largest_remainder", "sainte_lague", "dhondt", "huntington_hill", "adams"]

FIGURES = {
    "pot": Figure(unit="EUR", level="all"),
    "area": Figure(unit="km2", level="district"),
    "persons": Figure(unit="person"),
    "cost": Figure(unit="EUR"),
    "since": Figure(unit="date"),
    "until": Figure(unit="date"),
    "sort": Figure(unit="code"),
    "flag": Figure(unit="truth"),
    "hours": Figure(unit="1", level="post"),
}


def _parameter(unit: str, **form: Any) -> Parameter:
    return Parameter(
        unit=unit, values=(ParameterValue(basis=Basis.STATED, citation="law", **form),)
    )


PARAMETERS = {
    "rate": _parameter("EUR/person", value="7.30"),
    "ratio": _parameter("percent", value="66.7"),
    "monthly": _parameter("EUR/month", value="10"),
    "most": _parameter("EUR", value="40"),
    "per_sort": _parameter("EUR", table=FrozenMap({"a": "1", "b": "25.5"})),
    "tier": _parameter("EUR", bands=(Band(at_least="1", value="3"), Band(at_least="9", value="8"))),
    "deadline": _parameter("date", date=dt.date(2018, 3, 31)),
    "group_of": _parameter("code", codes=FrozenMap({"a": "x", "b": "y"})),
    "dated": Parameter(
        unit="EUR",
        values=(
            ParameterValue(
                end=dt.date(2017, 12, 31), value="2", basis=Basis.STATED, citation="law"
            ),
            ParameterValue(
                start=dt.date(2018, 2, 1), value="3", basis=Basis.INFERRED, citation="law"
            ),
        ),
    ),
}
ZERO = Number(value="0", unit="EUR")


class Maker:
    """Makes random expressions, deeper ones the rarer the deeper."""

    def __init__(self, random: Any) -> None:
        self.random = random

    def pick(self, *choices: Any) -> Any:
        """Return one of several things."""
        return self.random.choice(choices)

    def some(self, make: Callable[[int], Any], depth: int, least: int = 1) -> tuple[Any, ...]:
        """Return a few expressions."""
        return tuple(make(depth - 1) for _ in range(self.random.randint(least, 3)))

    def date(self, depth: int = 1) -> Any:
        """Return an expression of a date."""
        if depth <= 0 or self.random.random() < 0.6:
            return self.pick("since", "until", "day", "deadline")
        if self.random.random() < 0.5:
            return self.pick(Least, Greatest)(of=self.some(self.date, depth))
        return Shift(
            of=self.date(depth - 1),
            years=self.pick(-1, 0, 1),
            months=self.random.randint(-13, 13),
            days=self.random.randint(-40, 40),
        )

    def truth(self, depth: int = 1) -> Any:
        """Return an expression of a truth."""
        op = self.pick("at_least", "at_most", "above", "below", "equal")
        if depth > 0 and self.random.random() < 0.4:
            kind = self.pick(AllOf, AnyOf, Not)
            return kind(of=self.truth(0) if kind is Not else self.some(self.truth, depth))
        return self.pick(
            "flag",
            OneOf(of="sort", values=("a",)),
            OneOf(of=LookUp(parameter="group_of", by="sort"), values=("x",)),
            Compare(left=self.date(), op=op, right=self.date()),
            Compare(left=self.amount(depth - 1), op=op, right=self.amount(depth - 1)),
        )

    def length(self) -> Node:
        """Return an amount for a length of time."""
        unit = self.pick("month", "quarter", "year", "day")
        part = None if unit == "day" else self.pick("calendar", "started", "full")
        if self.random.random() < 0.3:
            dates = CountDates(start=self.date(), end=self.date(), on=("03-31", "02-29"), unit="1")
            return Product(of=(dates, Number(value="1", unit="EUR")))
        span = Duration(start=self.date(), end=self.date(), unit=unit, part=part)
        each = "monthly" if unit == "month" else Number(value="1", unit=f"EUR/{unit}")
        return Product(of=(span, each))

    def leaf(self) -> Any:
        """Return an amount that is made of no other."""
        when = self.pick(None, "flag", Compare(left="hours", op="above", right=Number(value="1")))
        count = Count(
            of="post", per=self.pick("recipient", "district", "all"), when=when, unit="post"
        )
        hours = Product(of=("hours", Number(value="1", unit="EUR")))
        return self.pick(
            "cost",
            "pot",
            "most",
            "dated",
            ZERO,
            Product(of=("persons", "rate")),
            Product(of=("area", Number(value="1", unit="EUR/km2"))),
            Product(of=(count, Number(value="1", unit="EUR/post"))),
            LookUp(parameter="per_sort", by="sort"),
            LookUp(parameter="tier", by="persons"),
            LookUp(parameter="dated", at=self.date()),
            Total(of="cost", per=self.pick("district", "all")),
            Total(of=hours, per=self.pick("recipient", "district", "all")),
            self.length(),
        )

    def amount(self, depth: int = 3) -> Any:
        """Return an expression of euros."""
        if depth <= 0 or self.random.random() < 0.15:
            return self.leaf()
        kind = self.pick(*NODES)
        make = getattr(self, f"_{kind.kind}", None)
        return make(depth) if make is not None else self.leaf()

    def _sum(self, depth: int) -> Node:
        return Sum(of=self.some(self.amount, depth))

    def _least(self, depth: int) -> Node:
        return Least(of=self.some(self.amount, depth))

    def _greatest(self, depth: int) -> Node:
        return Greatest(of=self.some(self.amount, depth))

    def _difference(self, depth: int) -> Node:
        return Difference(of=self.amount(depth - 1), less=self.some(self.amount, depth))

    def _product(self, depth: int) -> Node:
        return Product(of=(self.amount(depth - 1), "ratio"))

    def _quotient(self, depth: int) -> Node:
        ratio = Quotient(of=self.amount(depth - 1), by=self.amount(depth - 1))
        return Product(of=(ratio, "most"))

    def _round(self, depth: int) -> Node:
        method = self.random.choice(list(Rounding))
        return Round(of=self.amount(depth - 1), step=self.pick("0.01", "0.7"), method=method)

    def _share(self, depth: int) -> Node:
        whole = self.pick(None, "pot")
        per = self.pick(None, "district") if whole is None else None
        return Product(of=(Share(of=self.amount(depth - 1), whole=whole, per=per), "pot"))

    def _choose(self, depth: int) -> Node:
        cases = tuple(
            Case(when=self.truth(), then=self.amount(depth - 1))
            for _ in range(self.random.randint(1, 2))
        )
        because = self.pick(None, Because(code="refused", de="Nein: {sort}.", en="No: {sort}."))
        return Choose(cases=cases, otherwise=self.amount(depth - 1), because=because)

    def _bound(self, depth: int) -> Node:
        low, high = self.amount(depth - 1), self.amount(depth - 1)
        return Bound(
            of=self.amount(depth - 1),
            at_least=self.pick(ZERO, low),
            at_most=self.pick(None, high, Sum(of=("cost", "most"))),
            per=self.pick(None, "district"),
        )

    def _split(self, depth: int) -> Node:
        step = self.pick("0.01", "0.1")
        rounded = Round(of=self.amount(depth - 1), step=step, method=Rounding.HALF_UP)
        shared = self.random.random() < 0.2
        return Split(
            pot=self.pick("pot", rounded),
            by=None if shared else self.pick("persons", "cost", self.amount(depth - 1)),
            among=self.pick("recipient", "district") if shared else None,
            step="0.01" if shared else step,
            method=self.pick(*METHODS),
        )

    def _rank(self, depth: int) -> Node:
        order = tuple(
            Criterion(
                by=self.pick("since", "persons", "cost", self.amount(depth - 1)),
                first=self.pick("high", "low"),
            )
            for _ in range(self.random.randint(0, 2))
        )
        return Rank(
            of=self.amount(depth - 1),
            uses=self.pick(None, Product(of=("persons", "rate"))),
            budget=self.pick("pot", "most"),
            per=self.pick(None, "district"),
            order=order,
            last=self.pick("none", "part"),
            after=self.pick("stop", "skip"),
        )

    def conditions(self) -> list[tuple[Any, Any]]:
        """Return conditions, each as its effect and what must hold."""
        return [
            (
                self.pick("exclude", "zero", "notice"),
                self.pick(
                    "flag",
                    OneOf(of="sort", values=("a", "b")),
                    Compare(left="hours", op="above", right=Number(value="0")),
                    Compare(left="area", op="above", right=Number(value="0", unit="km2")),
                    Compare(left="shown", op="above", right=ZERO),
                    self.truth(),
                ),
            )
            for _ in range(self.random.randint(0, 2))
        ]
