"""The proof of a trace: everything in it is worked out again from what it says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL, Column, Frame, Records
from integrationsplan.allocation._look_up import LookUp
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._readings import NO_VALUE
from integrationsplan.allocation._trace import Part, Step, Trace
from integrationsplan.allocation._witness import WITHOUT_VALUE, Witness, read_value
from integrationsplan.errors import IntegrationsplanError
from integrationsplan.problems import Problem, escape_token

__all__ = ["verify_trace"]

MOST_DIGITS = 100_000
"""Beyond this a step is not worked out: a short document can ask for numbers without end."""

# A trace may come from anywhere: its formulas are not known to fit what they are told.
_FAILURES = (
    LookupError,
    ValueError,
    ArithmeticError,
    TypeError,
    AttributeError,
    RecursionError,
    NotImplementedError,
    IntegrationsplanError,
)


def verify_trace(trace: Trace) -> tuple[Problem, ...]:
    """Work out an award again from its trace alone.

    Each formula is evaluated with the values and witnesses that stand beside it; what one step says
    of another must agree; conditions, amount and parts must follow. Sentences, findings and labels
    are not worked out: they are words. The figures of the recipient, the numbers of the law and
    what the recipient was told of others are taken as they are: they can be compared with what was
    published.

    Args:
        trace: What `Award.trace` wrote, or what was read from a document.

    Returns:
        What does not agree, each with its place in the trace; nothing if all does.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import allocate, catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> trace = allocate(programme, towns, day=dt.date(2018, 1, 15))["Weinheim"].trace()
        >>> verify_trace(trace)
        ()
    """
    problems = [*_formulas(trace), *_links(trace), *_amount(trace), *_parts(trace)]
    return tuple(dict.fromkeys(problems))


def _formulas(trace: Trace) -> Iterator[Problem]:
    """Evaluate each formula again."""
    for pointer, step in trace.every_step():
        if isinstance(step, Part) and step.block != "earmark":
            if _is_zero(trace):
                if not _equal("0", (step.result, step.unit)):
                    yield kinds.TRACE_RESULT.at(f"{pointer}/result", rule=repr(step.rule))
                continue
            if step.is_rest:
                continue  # the sum of the parts decides
        try:
            found = _evaluate(step)
            agrees = found.comparable(0) == read_value(step.result, step.unit).comparable(0)
            if not agrees:
                yield kinds.TRACE_RESULT.at(f"{pointer}/result", rule=repr(step.rule))
        except _FAILURES:
            yield kinds.TRACE_INCOMPLETE.at(pointer, rule=repr(step.rule))


def _evaluate(step: Step) -> Column:
    """Evaluate the formula of a step in a frame of one record."""
    _refuse_endless(_texts_of(step))
    missing = kinds.TRACE_INCOMPLETE.at(rule=repr(step.rule))
    known: dict[str, Column] = {}
    # A name means the value that belongs to a record; rows that look-ups found stand beside it.
    for item in sorted(step.inputs, key=lambda item: item.record is not None):
        known[item.name] = (
            read_value(item.value, item.unit)
            if item.value is not None
            else _without_value(item.unit, missing)
        )
    frame = Frame(
        records={ALL: Records(ALL, ALL, [step.record], [0])},
        figures=known,
        parameters=_no_parameter,
        rules={},
        order=(),
        needs={},
        builtins={},
        pointers={},
    )
    witnesses = {witness.place: witness for witness in step.witnesses}
    for place, node in _innermost_first(step.formula):
        witness = witnesses.get(place)
        if witness is not None and WITHOUT_VALUE in witness.values:
            frame.settle(node, _without_value(witness.values[WITHOUT_VALUE], missing))
        elif witness is not None:
            _check_row(step, node, witness)
            frame.settle(node, node.recall(frame, witness))
    column = frame.column(step.formula)
    frame.demand([column])
    return column


def _refuse_endless(texts: Iterable[str]) -> None:
    """Refuse numbers that would grow without end if they were multiplied.

    Raises:
        ValueError: If they would.
    """
    if sum(map(len, texts)) > MOST_DIGITS:
        raise ValueError(MOST_DIGITS)


def _texts_of(step: Step) -> Iterator[str]:
    """Yield the numbers that a step computes with, as often as it does."""
    values = {item.name: item.value or "" for item in step.inputs}
    stack: list[Operand] = [step.formula]
    while stack:
        current = stack.pop()
        if isinstance(current, str):
            yield values.get(current, "")
        else:
            yield getattr(current, "value", "")
            stack += [inner for _, inner in current.operands()]
    for witness in step.witnesses:
        yield from witness.values.values()
        yield from _fractions(witness.parts.values())


def _fractions(texts: Iterable[str]) -> Iterator[str]:
    """Yield what makes a sum grow: numbers of different denominators, not decimal ones."""
    return (text for text in texts if "/" in text)


def _without_value(sort: str, fault: Problem) -> Column:
    """Return the column of what has no value; that is a fault only where it is needed."""
    return Column(ALL, [NO_VALUE.get(sort, NO_VALUE["quantity"])], faults={0: fault})


def _check_row(step: Step, node: Node, witness: Witness) -> None:
    """Check that a value looked up is one of the rows that stand beside the formula.

    Raises:
        LookupError: If it is not.
    """
    if not isinstance(node, LookUp) or node.by is not None or node.row is not None:
        return
    rows = [(i.value, i.unit) for i in step.inputs if i.name == node.parameter and i.value]
    if not any(_equal(witness.values["value"], row) for row in rows):
        raise LookupError(node.parameter)


def _no_parameter(name: str, *_: object) -> NoReturn:
    raise LookupError(name)


def _innermost_first(formula: Operand) -> list[tuple[str, Node]]:
    """Return the nodes that one record works out, each after those that it needs."""
    found: list[tuple[str, Node]] = []
    stack: list[tuple[str, Operand]] = [("", formula)]
    while stack:
        place, current = stack.pop()
        if isinstance(current, Node):
            found.append((place, current))
            stack += [(place + below, inner) for below, inner in current.local()]
    return found[::-1]


def _links(trace: Trace) -> Iterator[Problem]:
    """Compare what steps say of one another."""
    results: dict[tuple[str, str], tuple[str, str]] = {("award", trace.recipient): _award(trace)}
    inner: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for _, step in trace.every_step():
        inner.setdefault((step.rule, step.place, step.record), []).append((step.result, step.unit))
    for step in trace.steps:  # what conditions and parts are called may be called so elsewhere
        if not step.place:
            results.setdefault((step.rule, step.record), (step.result, step.unit))
    for pointer, step in trace.every_step():
        for index, item in enumerate(step.inputs):
            if item.value is None or item.record is None:
                continue
            # A figure has no step: then whoever names it first says what it is.
            said = (item.value, item.unit)
            if results.setdefault((item.name, item.record), said) != said:
                place = f"{pointer}/inputs/{index}/value"
                yield kinds.TRACE_LINK.at(place, name=repr(item.name))
        for index, witness in enumerate(step.witnesses):
            yield from _parts_below(step, f"{pointer}/witnesses/{index}", witness, inner)


def _parts_below(
    step: Step,
    pointer: str,
    witness: Witness,
    inner: Mapping[tuple[str, str, str], Sequence[tuple[str, str]]],
) -> Iterator[Problem]:
    """Compare the parts that a total was told with the steps of the records below."""
    for key, part in witness.parts.items():
        for which in ("of", "when"):
            said = inner.get((step.rule, f"{step.place}{witness.place}/{which}", key), ())
            if said and not any(_equal(part, single) for single in said):
                yield kinds.TRACE_LINK.at(
                    f"{pointer}/parts/{escape_token(key)}", name=repr(step.rule)
                )


def _equal(part: str, said: tuple[str, str]) -> bool:
    text, unit = said
    counted = {"true": "1", "false": "0"}.get(text, text)
    try:
        return read_value(part, "1").number(0) == read_value(counted, "1").number(0)
    except _FAILURES:
        return (text, unit) == (part, unit)


def _award(trace: Trace) -> tuple[str, str]:
    return trace.amount, trace.unit


def _fails(trace: Trace, effect: str) -> bool:
    """Tell whether a condition with an effect does not hold for the recipient."""
    return any(
        check.effect == effect and check.result == "false" and not check.is_below
        for check in trace.checks
    )


def _is_zero(trace: Trace) -> bool:
    return _fails(trace, "zero")


def _amount(trace: Trace) -> Iterator[Problem]:
    """Compare the amount with the steps and the conditions."""
    if trace.is_excluded != _fails(trace, "exclude"):
        yield kinds.TRACE_RESULT.at("/is_excluded", rule=repr(trace.award))
    wanted = "0"
    if not trace.is_excluded and not _is_zero(trace):
        results = {(s.rule, s.record): s.result for s in trace.steps if not s.place}
        found = results.get((trace.award, trace.recipient))
        if found is None:
            yield kinds.TRACE_INCOMPLETE.at("/steps", rule=repr(trace.award))
            return
        wanted = found
    if not _equal(trace.amount, (wanted, trace.unit)):
        yield kinds.TRACE_RESULT.at("/amount", rule=repr(trace.award))


def _parts(trace: Trace) -> Iterator[Problem]:
    """Compare the sums of the parts with what they are cut from."""
    whole = trace.amount
    if trace.financed is not None and not _is_zero(trace) and not trace.is_excluded:
        results = {(s.rule, s.record): s.result for s in trace.steps if not s.place}
        whole = results.get((trace.financed, trace.recipient), "")
    sources = [part for part in trace.parts if part.block == "source"]
    funders = [part for part in sources if part.role == "funder"]
    tranches = [part for part in trace.parts if part.block == "tranche"]
    sums: list[tuple[list[Part], str]] = [(sources, whole), (tranches, trace.amount)]
    if trace.financed is not None:
        sums.append((funders, trace.amount))
    for parts, wanted in sums:
        if not parts:
            continue
        try:
            _refuse_endless(_fractions(part.result for part in parts))
            total: Any = sum(read_value(part.result, "1").number(0) for part in parts)
            agrees = total == read_value(wanted, "1").number(0)
        except _FAILURES:
            agrees = False
        if not agrees:
            yield kinds.TRACE_SUM.at("/parts", block=parts[0].block)
