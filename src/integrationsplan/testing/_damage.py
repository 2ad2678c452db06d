"""Strategies of damaged documents: what arrives at an interface that others write to."""

import copy
import json
from collections.abc import Mapping
from typing import Any

import attrs
from hypothesis import strategies as st

__all__ = ["damaged", "damaged_texts"]

_DEEP = 60
_WORDS = ["kind", "id", "title", "of", "value", "de", "en", "entry", "entry_id", "salt", "a/b~c"]
_TEXTS = [
    "",
    " ",
    "goal",
    "put",
    "sealed",
    "erase",
    "subject",
    "g1",
    "B1",
    "all",
    "1/2",
    "1_0",
    " 10",
    "1E+3",
    "1e1000000",
    "NaN",
    "-Infinity",
    "\u0661\u0662",
    "9" * 5000,
    "A" * 43,
    "sha256/1:" + "A" * 43,
    "\ud800",
    "\u202eabc",
    "e\u0301" * 20,
    "\u0300\u0316" * 40,
    "=1+1",
    "\x00",
    "<script>",
]
_DATES = [
    "2018-03-01",
    "20180301",
    "2018-W09-4",
    "2018-02-30",
    "0000-01-01",
    "10000-01-01",
    "infinity",
    "2018-03-01T09:00:00Z",
    "2018-03-01T09:00:00",
    "2018-03-01 09:00:00+00:00",
    "2018-03-01T09:00:00+00:60",
    "2018-03-01T25:00:00Z",
]
_NUMBERS = [0, -1, 3.0, 0.1, -0.0, 1e308, float("inf"), float("nan"), 2**53, 2**64, 10**30]
_PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(_TEXTS)
    | st.sampled_from(_DATES)
    | st.sampled_from(_NUMBERS)
)
_VALUES = st.recursive(
    _PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(_WORDS) | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


class _Twice:
    """A key that stands twice in an object when the document is written."""

    def __init__(self, first: Any, second: Any) -> None:
        self.first = first
        self.second = second


def damaged(document: Mapping[str, Any], *, most: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of damaged copies of a document, as somebody else has parsed them.

    Keys are left out, renamed, added; items doubled; values exchanged with others of the document,
    or replaced by nulls, other types, loose dates, floats, huge numbers, hostile texts and deep
    nesting. A damage may leave the document as good as it was. What an interface has to show is:
    each is read as what it says, or refused with problems; nothing else.

    Args:
        document: The document as a mapping, such as `to_mapping` returns it.
        most: So many damages at most; there is one at least.

    Example:
        >>> from integrationsplan import to_mapping
        >>> from integrationsplan.testing import a_plan
        >>> some = damaged(to_mapping(a_plan()))
    """
    return _damaged(dict(document), most)


def damaged_texts(document: Mapping[str, Any], *, most: int = 3) -> st.SearchStrategy[str]:
    """Return a strategy of damaged copies of a document as JSON text.

    Beside what `damaged` does, keys may stand twice, and the text may be cut or begin with a byte
    order mark. It may hold what is no JSON (``NaN``) and lone surrogates, as escapes.

    Args:
        document: The document as a mapping.
        most: So many damages at most.

    Example:
        >>> from integrationsplan import to_mapping
        >>> from integrationsplan.testing import a_programme
        >>> some = damaged_texts(to_mapping(a_programme()))
    """
    return _damaged_texts(dict(document), most)


@st.composite
def _damaged(draw: st.DrawFn, document: dict[str, Any], most: int) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, most))):
        paths = _paths(found) or [("format",)]
        path = draw(st.sampled_from(paths))
        around = _around(found, path)
        _DAMAGES[draw(st.sampled_from(sorted(_DAMAGES)))](_Spot(draw, found, around, path[-1]))
    return found


@st.composite
def _damaged_texts(draw: st.DrawFn, document: dict[str, Any], most: int) -> str:
    found = draw(_damaged(document, most))
    how = draw(st.sampled_from(["as it is", "doubled", "doubled", "cut", "marked"]))
    if how == "doubled":
        paths = [path for path in _paths(found) if isinstance(path[-1], str)]
        if paths:
            path = draw(st.sampled_from(paths))
            around = _around(found, path)
            again = draw(st.just(around[path[-1]]) | _VALUES)
            around[path[-1]] = _Twice(around[path[-1]], again)
    text = _written(found)
    if how == "cut":
        return text[: draw(st.integers(0, len(text) - 1))]
    return f"\ufeff{text}" if how == "marked" else text


# --------------------------------------------------------------------------------- kinds of damages


@attrs.frozen
class _Spot:
    """Where a document is to be damaged: a key of an object, or a place in a list."""

    draw: st.DrawFn
    document: Any
    around: Any
    key: Any


def _drop(at: _Spot) -> None:
    if isinstance(at.around, dict):
        at.around.pop(at.key, None)
    else:
        del at.around[at.key]


def _rename(at: _Spot) -> None:
    if isinstance(at.around, dict):
        name = at.draw(st.sampled_from([*_WORDS, f"{at.key} ", str(at.key).upper(), f"{at.key}s"]))
        at.around[name] = at.around.pop(at.key, None)


def _insert(at: _Spot) -> None:
    if isinstance(at.around, dict):
        at.around[at.draw(st.sampled_from(_WORDS) | st.text(max_size=4))] = at.draw(_VALUES)
    else:
        at.around.insert(at.key, at.draw(_VALUES))


def _double(at: _Spot) -> None:
    if isinstance(at.around, list):
        at.around.append(copy.deepcopy(at.around[at.key]))


def _swap(at: _Spot) -> None:
    path = at.draw(st.sampled_from(_paths(at.document) or [(at.key,)]))
    at.around[at.key] = copy.deepcopy(_around(at.document, path)[path[-1]])


def _replace(at: _Spot) -> None:
    at.around[at.key] = at.draw(_VALUES)


def _null(at: _Spot) -> None:
    at.around[at.key] = None


def _retype(at: _Spot) -> None:
    """Say the same in another type: a number as text, a text as list, a whole number as float."""
    value = at.around[at.key]
    if isinstance(value, int):
        at.around[at.key] = at.draw(
            st.sampled_from([str(value), float(value % 2**53), bool(value)])
        )
    elif isinstance(value, str):
        at.around[at.key] = at.draw(
            st.sampled_from([[value], {"value": value}, 3.0, f" {value}", value * 2])
        )
    else:
        at.around[at.key] = at.draw(st.sampled_from(["", {}, [], [value], False]))


def _date(at: _Spot) -> None:
    at.around[at.key] = at.draw(st.sampled_from(_DATES))


def _hostile(at: _Spot) -> None:
    at.around[at.key] = at.draw(st.sampled_from([*_TEXTS, *_NUMBERS]))


def _deepen(at: _Spot) -> None:
    value = at.around[at.key]
    for _ in range(at.draw(st.integers(1, _DEEP))):
        value = [value] if at.draw(st.booleans()) else {"of": value}
    at.around[at.key] = value


_DAMAGES = {
    "date": _date,
    "deepen": _deepen,
    "double": _double,
    "drop": _drop,
    "hostile": _hostile,
    "insert": _insert,
    "null": _null,
    "rename": _rename,
    "replace": _replace,
    "retype": _retype,
    "swap": _swap,
}


def _paths(value: Any) -> list[tuple[Any, ...]]:
    """Return the paths of all values below a document."""
    found = []
    stack: list[tuple[Any, tuple[Any, ...]]] = [(value, ())]
    while stack:
        current, path = stack.pop()
        items = current.items() if isinstance(current, dict) else enumerate(current)
        for key, item in items:
            found.append((*path, key))
            if isinstance(item, dict | list):
                stack.append((item, (*path, key)))
    return found


def _around(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path[:-1]:
        document = document[key]
    if path[-1:] == ("format",) and "format" not in document:
        document["format"] = None
    return document


def _written(value: Any) -> str:
    """Write JSON, with keys that stand twice and what JSON does not have."""
    if isinstance(value, dict):
        members = []
        for key, item in value.items():
            for one in (item.first, item.second) if isinstance(item, _Twice) else (item,):
                members.append(f"{json.dumps(key)}:{_written(one)}")
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_written, value)) + "]"
    return json.dumps(value)
