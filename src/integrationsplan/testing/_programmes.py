"""Strategies of programmes, of recipients that fit them, and of what they get."""

import datetime as dt
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from integrationsplan.allocation import (
    Allocation,
    Condition,
    Earmark,
    Node,
    Number,
    Product,
    Programme,
    Recipients,
    Result,
    Round,
    Rule,
    Source,
    Sum,
    Trace,
    Tranche,
    allocate,
)
from integrationsplan.errors import IntegrationsplanError, InvalidValueError
from integrationsplan.testing._expressions import FIGURES, PARAMETERS, Maker
from integrationsplan.values import Bilingual, Citation, FrozenMap, Period, Rounding

__all__ = ["allocations", "programme_of", "programmes", "recipients", "traces"]

DAY = dt.date(2018, 7, 1)


def programme_of(
    formula: Any, asked: list[tuple[Any, Any]], *, money: bool, split: bool
) -> Programme:
    """Return a programme that pays a formula, with conditions, and perhaps with who pays when.

    Args:
        formula: The amount, an expression over `FIGURES` and `PARAMETERS`.
        asked: Conditions, each as its effect and what must hold.
        money: Whether sources, tranches and earmarks are named.
        split: Whether the recipients pay a part of their own.

    Raises:
        InvalidValueError: If the parts do not fit together.
    """
    nothing = Product(of=("persons", Number(value="0", unit="EUR/person")))
    rules = {
        "shown": Rule(node=Sum(of=(formula, nothing))),
        "paid": Rule(node=Round(of="shown", step="0.01", method=Rounding.HALF_UP)),
    }
    blocks: dict[str, Any] = {}
    if money:
        share = Round(of=Product(of=("award", "ratio")), step="0.01", method=Rounding.HALF_UP)
        blocks = {
            "sources": (
                Source(id="own", amount=Number(value="0", unit="EUR"), role="own")
                if split
                else Source(id="land", amount=share),
                Source(id="rest", amount="rest"),
            ),
            "tranches": (
                Tranche(id="first", amount=share),
                Tranche(id="second", amount="rest"),
            ),
            "earmarks": (Earmark(id="some", amount="shown", sense="at_most"),),
        }
        if split:
            own = Product(of=("award", Number(value="0")))
            blocks["sources"] = (Source(id="own", amount=own, role="own"), blocks["sources"][1])
    made = tuple(
        Condition(
            code=f"c{index}",
            when=when,
            effect=effect,
            de="Bedingung.",
            en="Condition.",
        )
        for index, (effect, when) in enumerate(asked)
    )
    names: set[str] = set()
    stack: list[Any] = [
        *(rule.node for rule in rules.values()),
        *(c.when for c in made),
        *(part.amount for parts in blocks.values() for part in parts),
    ]
    while stack:
        current = stack.pop()
        if isinstance(current, Node):
            stack += [inner for _, inner in current.operands()]
        else:
            names.add(current)
    names |= {"sort"} if "refused" in repr(formula) else set()
    return Programme(
        id="random",
        title=Bilingual(de="Zufall", en="Random"),
        jurisdiction="de",
        valid=Period(),
        levels=FrozenMap({"district": "all", "recipient": "district", "post": "recipient"}),
        figures=FrozenMap({n: f for n, f in FIGURES.items() if n in names}),
        parameters=FrozenMap({n: p for n, p in PARAMETERS.items() if n in names}),
        rules=FrozenMap(rules),
        conditions=made,
        result=Result(award="paid", unit="EUR", outputs=("shown",)),
        citations=FrozenMap({"law": Citation(title="The law")}),
        **blocks,
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Draw a valid programme: expressions of all kinds of nodes, conditions, sources, tranches.

    Its id is ``random``; the law that it cites is invented.
    """
    maker = Maker(draw(st.randoms(use_true_random=False)))
    formula, asked = maker.amount(), maker.conditions()
    money, split = draw(st.booleans()), draw(st.booleans())
    # What is drawn fits mostly. Where it does not, less of it does: nothing is thrown away.
    for conditions, with_money in ((asked, money), ([], False)):
        try:
            return programme_of(formula, conditions, money=with_money, split=split)
        except InvalidValueError:
            pass
    return _plain_programme()


def _plain_programme() -> Programme:
    return programme_of("cost", [], money=False, split=False)


_CENTS = st.integers(0, 6000).map(lambda number: Fraction(number, 100))
_BY_UNIT: dict[str, st.SearchStrategy[Any]] = {
    "date": st.dates(dt.date(2016, 1, 1), dt.date(2019, 12, 31)),
    "truth": st.booleans(),
    "code": st.sampled_from("aabc"),
    "EUR": _CENTS,
}
_COUNTS = st.integers(0, 12)


@st.composite
def recipients(draw: st.DrawFn, programme: Programme, most: int = 4) -> Recipients:
    """Draw recipients with every figure that a programme asks for, and records above and below.

    Keys and codes are made up. A rule that looks up the figures of certain keys refuses them.

    Args:
        draw: How to draw; not to be given.
        programme: The programme.
        most: So many recipients at most; there is one at least.
    """
    figures = {level: _figures_of(programme, level) for level in ("all", *programme.levels)}
    above: list[str] = []
    level = programme.levels.get("recipient", "all")
    while level != "all":
        above.append(level)
        level = programme.levels[level]
    members = []
    for number in range(draw(st.integers(1, most))):
        row = draw(figures.get("recipient", st.just({})))
        row |= {"key": f"k{number}", "records": draw(_below(programme, "recipient", figures))}
        if above:
            row["parent"] = draw(st.sampled_from(_keys(above[0])))
        members.append(row)
    records: dict[str, list[dict[str, Any]]] = {}
    for place, name in enumerate(above):
        further = _keys(above[place + 1])[0] if place + 1 < len(above) else None
        if any(figure.level == name for figure in programme.figures.values()):
            records[name] = [
                {"key": key, **draw(figures[name])} | ({"parent": further} if further else {})
                for key in _keys(name)
            ]
    return Recipients.of(members, figures=draw(figures["all"]), records=records)


def _keys(level: str) -> tuple[str, str]:
    return f"{level}-1", f"{level}-2"


def _figures_of(programme: Programme, level: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return the strategy of the figures that a record of a level brings."""
    return st.fixed_dictionaries(
        {
            name: _BY_UNIT.get(figure.unit, _COUNTS)
            for name, figure in programme.figures.items()
            if figure.level == level
        }
    )


@st.composite
def _below(
    draw: st.DrawFn,
    programme: Programme,
    level: str,
    figures: dict[str, st.SearchStrategy[dict[str, Any]]],
) -> dict[str, list[dict[str, Any]]]:
    """Draw the records below one of a level, and those below them."""
    found: dict[str, list[dict[str, Any]]] = {}
    for lower, upper in programme.levels.items():
        if upper == level and lower != "recipient":
            rows = []
            for _ in range(draw(st.integers(0, 2))):
                row = dict(draw(figures[lower]))
                inner = draw(_below(programme, lower, figures))
                rows.append(row | ({"records": inner} if inner else {}))
            found[lower] = rows
    return found


@st.composite
def allocations(draw: st.DrawFn) -> Allocation:
    """Draw what recipients get by a programme."""
    programme = draw(programmes())
    try:
        return allocate(programme, draw(recipients(programme)), day=DAY)
    except IntegrationsplanError:  # a division by zero, a table without the code, and so on
        programme = _plain_programme()
        return allocate(programme, draw(recipients(programme)), day=DAY)


def traces() -> st.SearchStrategy[Trace]:
    """Draw the trace of one award: everything that is needed to work it out again."""
    found = allocations().flatmap(lambda allocation: st.sampled_from(tuple(allocation)))
    return found.map(lambda award: award.trace())
