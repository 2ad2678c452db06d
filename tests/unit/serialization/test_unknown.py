"""Keys that are not known, kept beside a document: they survive, and hide nothing."""

import copy
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.unit.history.lives import MEASURE, on, opened

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    UnknownNameError,
    from_json,
    from_mapping,
    to_json,
    to_mapping,
)
from integrationsplan._model import FrozenMap, model
from integrationsplan.plan import Goal, GoalField, HealthNeed, HealthNote
from integrationsplan.serialization import Bounds, Decoder, DocumentKind, Kept, decoders
from integrationsplan.values import Period, ShortText

V1 = Path(__file__).parents[2] / "documents" / "v1"
PLAN = json.loads((V1 / "plan-every-entry.json").read_text(encoding="utf-8"))
PROGRAMME = json.loads((V1 / "programme-every-kind-of-node.json").read_text(encoding="utf-8"))

CHANGE = ("revisions", 0, "changes", 4)
PLACES: dict[str, tuple[type, tuple[str | int, ...]]] = {
    "plan": (IntegrationPlan, ()),
    "revision": (IntegrationPlan, ("revisions", 0)),
    "author": (IntegrationPlan, ("revisions", 0, "author")),
    "change": (IntegrationPlan, CHANGE),
    "entry": (IntegrationPlan, (*CHANGE, "entry")),
    "part of an entry": (IntegrationPlan, (*CHANGE, "entry", "target")),
    "programme": (Programme, ()),
    "period": (Programme, ("valid",)),
    "parameter in a mapping": (Programme, ("parameters", "rate")),
    "row of a parameter": (Programme, ("parameters", "rate", "values", 0)),
    "rule": (Programme, ("rules", "sum")),
    "label of a rule": (Programme, ("rules", "sum", "label")),
    "node in a rule": (Programme, ("rules", "greatest", "of", 1)),
    "node in a node": (Programme, ("rules", "round_even", "of", "of", 1)),
    "result": (Programme, ("result",)),
    "citation": (Programme, ("citations", "law")),
}
"""Where a key may stand that nobody knows."""
GOOD: dict[type, Any] = {IntegrationPlan: PLAN, Programme: PROGRAMME}
EVERY_PLACE = pytest.mark.parametrize(("cls", "path"), PLACES.values(), ids=PLACES.keys())
EVERY_DECODER = pytest.mark.parametrize("decoder", decoders())

ODD = [
    "1.50",
    "1e400",
    "-2E-3",
    str(10**30),
    "9" * 400,
    "0",
    "null",
    "true",
    '""',
    '"\\u0000"',
    '"für «alle»"',
    "[]",
    "{}",
    '[[1.50,[null,{"":[]}]],2.50,1.50]',
    '{"format":"other/thing","version":7,"kind":"goal"}',
]
"""What a key may hold that nobody knows, as text."""

PERIOD = DocumentKind(Period, "test/period")
SECRET = "Zq7-Geheim"  # noqa: S105  # a text to look for, no password


def period(unknown: str) -> str:
    """Return a document of a period with other keys after its own."""
    return f'{{"format":"test/period","version":1,"start":"2018-01-01",{unknown}}}'


def at(document: Any, path: tuple[str | int, ...]) -> Any:
    """Return what stands at a place."""
    for token in path:
        document = document[token]
    return document


def with_keys(document: Any, path: tuple[str | int, ...], **keys: Any) -> str:
    """Write a document as we do, with keys after those of one object."""
    found = copy.deepcopy(document)
    at(found, path).update(keys)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def keep(text: str, cls: Any = PERIOD, **more: Any) -> Kept[Any]:
    """Read a document and keep what is not known."""
    return from_json(text, cls, unknown="keep", **more)


def refused(read: Callable[[], object]) -> list[tuple[str, str]]:
    """Return the codes and places of the problems of a refused document."""
    with pytest.raises(DocumentError) as caught:
        read()
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


# -- round trips -----------------------------------------------------------------------------------


@EVERY_DECODER
@EVERY_PLACE
def test_a_key_survives_wherever_it_stands(
    cls: type, path: tuple[str | int, ...], decoder: Decoder
):
    """What we wrote with one key more comes back byte by byte, and the key is named."""
    good = to_mapping(from_mapping(GOOD[cls], cls))
    text = with_keys(good, path, x_note=[{"deep": ["ä", None]}])
    kept = keep(text, cls, decoder=decoder)
    assert text == to_json(kept)
    assert ("/".join(["", *map(str, path), "x_note"]),) == kept.unknown
    assert from_mapping(GOOD[cls], cls) == kept.document


@EVERY_PLACE
def test_the_same_key_is_refused_unless_asked_for(cls: type, path: tuple[str | int, ...]):
    """Without ``unknown="keep"`` the key is a problem, at the same place."""
    text = with_keys(GOOD[cls], path, x_note=1)
    pointer = "/".join(["", *map(str, path), "x_note"])
    assert ("unknown_key", pointer) in refused(lambda: from_json(text, cls))


@pytest.mark.parametrize("value", ODD)
def test_odd_values_come_back_as_they_were_sent(value: str):
    """Numbers that are nowhere read, nulls, lists in lists: the same bytes."""
    text = period(f'"x":{value}')
    assert text == to_json(keep(text), kind=PERIOD)


def test_several_keys_in_one_object_keep_their_order():
    """Keys stand after the known ones, in the order in which they came."""
    text = period('"z":1,"a":2.50,"start ":null,"END":[],"~/":{}')
    kept = keep(text)
    assert ("/z", "/a", "/start ", "/END", "/~0~1") == kept.unknown
    assert text == to_json(kept, kind=PERIOD)


def test_keys_in_every_object_at_once_survive():
    """A key in each of all the places, in one document."""
    good = to_mapping(from_mapping(PLAN, IntegrationPlan))
    paths = [path for cls, path in PLACES.values() if cls is IntegrationPlan]
    for number, path in enumerate(paths):
        at(good, path)["x"] = number
    text = json.dumps(good, ensure_ascii=False, separators=(",", ":"))
    kept = keep(text, IntegrationPlan)
    assert len(paths) == len(kept.unknown)
    assert text == to_json(kept)


def test_a_key_in_a_mapping_is_no_unknown_key():
    """In a mapping every key is known: it is read, and refused if it says nothing."""
    text = with_keys(PROGRAMME, ("parameters",), x_note=1)
    found = refused(lambda: keep(text, Programme))
    assert ("wrong_type", "/parameters/x_note") in found


@model
class Holding:
    """Holds periods by name."""

    by_name: FrozenMap[ShortText, Period] = FrozenMap()


def test_keys_inside_of_mappings_survive():
    """What stands in an object of a mapping is kept under the key of the mapping."""
    kind = DocumentKind(Holding, "test/holding")
    text = (
        '{"format":"test/holding","version":1,"by_name":'
        '{"a/b":{"start":"2018-01-01","x":1.0},"c":{"start":"2018-01-01"}}}'
    )
    kept = from_json(text, kind, unknown="keep")
    assert ("/by_name/a~1b/x",) == kept.unknown
    assert text == to_json(kept, kind=kind)


def test_a_document_without_unknown_keys_is_written_as_ever():
    """Asking for unknown keys changes nothing where there are none."""
    text = to_json(from_mapping(PLAN, IntegrationPlan))
    kept = keep(text, IntegrationPlan)
    assert ((), text) == (kept.unknown, to_json(kept))


def test_indented_documents_keep_their_keys():
    """For people, too: the same content in lines."""
    text = period('"x":[1.50,"a"]')
    lines = to_json(keep(text), kind=PERIOD, indent=2)
    assert '  "x": [\n    1.50,\n    "a"\n  ]' in lines
    assert text == to_json(keep(lines), kind=PERIOD)


def test_what_is_parsed_already_keeps_its_keys():
    """The reader of mappings keeps keys as the reader of texts does."""
    found = from_mapping(json.loads(period('"x":{"y":[1,null]}')), PERIOD, unknown="keep")
    assert period('"x":{"y":[1,null]}') == to_json(found, kind=PERIOD)


def test_a_kept_document_shows_nothing_of_its_keys():
    """What is not known may be personal: no representation shows it."""
    kept = keep(period(f'"x":"{SECRET}"'))
    assert SECRET not in repr(kept) + str(kept)


# -- another state of the document -----------------------------------------------------------------

HEALTH = HealthNote(id="h1", needs=(HealthNeed.THERAPY,), note="Asthma seit Kindheit")
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1")


def with_secret() -> tuple[Kept[IntegrationPlan], list[int]]:
    """Return a plan with unknown keys at a health note and at a goal, and where these stand."""
    mapping = to_mapping(opened(GOAL, HEALTH))
    changes = mapping["revisions"][0]["changes"]
    where = [
        index
        for wanted in ("h1", "g1")
        for index, change in enumerate(changes)
        if change["entry"]["id"] == wanted
    ]
    changes[where[0]]["entry"]["x_more"] = {"told": f"{SECRET} 1"}
    changes[where[0]]["x_about"] = f"{SECRET} 2"
    changes[where[1]]["entry"]["x_more"] = "harmless"
    mapping["x_system"] = "other"
    return from_mapping(mapping, IntegrationPlan, unknown="keep"), where


def test_keys_survive_a_revision():
    """What is appended moves nothing: each key stands where it was."""
    kept, _ = with_secret()
    revised = kept.of(kept.document.revise(put=[MEASURE], **on(1)))
    text = to_json(revised)
    assert 2 == text.count(SECRET)
    assert '"x_more":"harmless"' in text
    assert text.endswith('"x_system":"other"}')
    assert text == to_json(from_json(text, IntegrationPlan, unknown="keep"))


def test_keys_of_an_entry_are_gone_when_it_is_erased():
    """No byte of what was kept of an erased entry is written, and the rest stays."""
    kept, (_, goal) = with_secret()
    erased = kept.of(kept.document.erase(["h1"], legal_basis="Art. 17 DSGVO", **on(1)))
    text = to_json(erased)
    assert SECRET.encode() not in text.encode()
    assert "x_about" not in text
    entry = json.loads(text)["revisions"][0]["changes"][goal]["entry"]
    assert "harmless" == entry["x_more"]
    assert text == to_json(from_json(text, IntegrationPlan, unknown="keep"))


def test_keys_of_an_entry_do_not_pass_to_another_at_its_place():
    """A key is written only where its object says what it said."""
    kept, _ = with_secret()
    other = opened(HEALTH, GOAL, MEASURE, seed=3)
    assert SECRET not in to_json(kept.of(other))


# -- what is refused all the same ------------------------------------------------------------------


@EVERY_DECODER
def test_an_unknown_key_twice_is_refused(decoder: Decoder):
    """Two truths are not passed on."""
    found = refused(lambda: keep(period('"x":1,"x":1'), decoder=decoder))
    assert [("repeated_key", "/x")] == found


@EVERY_DECODER
@pytest.mark.parametrize(
    ("value", "pointer"), [('{"a":1,"a":1}', "/x/a"), ('[{"b":{"a":1,"a":2}}]', "/x/0/b/a")]
)
def test_a_key_twice_inside_of_an_unknown_one_is_refused(
    value: str, pointer: str, decoder: Decoder
):
    """Nor below a key that nobody knows."""
    found = refused(lambda: keep(period(f'"x":{value}'), decoder=decoder))
    assert [("repeated_key", pointer)] == found


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", '[1,{"a":NaN}]'])
def test_what_is_no_json_is_not_passed_on(value: str):
    """Others could not read what we would write."""
    (found,) = refused(lambda: keep(period(f'"x":{value}')))
    assert found[1].startswith("/x")


@pytest.mark.parametrize("unknown", ['"x":"\\ud800"', '"x":["a\\udc00"]', '"x":{"\\ud800":1}'])
def test_lone_surrogates_are_not_passed_on(unknown: str):
    """What no bytes can say is refused when it is read, not when it is written."""
    assert ["not_plain_text"] == [code for code, _ in refused(lambda: keep(period(unknown)))]


@pytest.mark.parametrize(
    "value", [object(), b"a", {1, 2}, float("nan"), (1,), {1: 2}, {None: 1}, {"a": {(1, 2): 3}}]
)
def test_what_json_has_not_is_refused_in_mappings(value: Any):
    """The reader of mappings keeps what JSON can say and refuses other things by their place."""
    mapping = {**json.loads(period('"y":1')), "x": value}
    (found,) = refused(lambda: from_mapping(mapping, PERIOD, unknown="keep"))
    assert found[0] in ("wrong_type", "null_value")
    assert found[1].startswith("/x")


def test_bounds_hold_for_what_is_not_known():
    """Texts, keys, lists and depth are bounded in every value."""
    bounds = Bounds(text=10, items=3, depth=4)
    cases = {
        '"x":"12345678901"': [("too_long", "/x")],
        '"x":{"12345678901":1}': [("too_long", "/x/12345678901")],
        '"x":[1,2,3,4]': [("too_many", "/x")],
        '"x":[[[[1]]]]': [("document_too_deep", "")],
    }
    kind = DocumentKind(Holding, "test/t")
    for unknown, wanted in cases.items():
        text = f'{{"format":"test/t","version":1,{unknown}}}'
        read = lambda text=text: from_json(text, kind, unknown="keep", bounds=bounds)  # noqa: E731
        assert wanted == refused(read)


def test_default_bounds_hold_for_what_is_not_known():
    """Nobody has to ask for bounds."""
    assert [("too_long", "/x")] == refused(lambda: keep(period(f'"x":"{"a" * 20_001}"')))
    many = ",".join(["0"] * 100_001)
    assert [("too_many", "/x")] == refused(lambda: keep(period(f'"x":[{many}]')))
    deep = "[" * 32 + "]" * 32
    assert [("document_too_deep", "")] == refused(lambda: keep(period(f'"x":{deep}')))


def test_known_keys_are_checked_as_ever():
    """Who keeps unknown keys reads known ones no less strictly."""
    text = '{"format":"test/period","version":1,"start":"20180101","x":1}'
    assert [("not_a_date", "/start")] == refused(lambda: keep(text))


def test_another_wish_is_refused_by_name():
    """What is to be done with unknown keys is one of two things."""
    wish: Any = "ignore"
    with pytest.raises(UnknownNameError, match="'ignore'"):
        from_json(period('"x":1'), PERIOD, unknown=wish)


# -- what is kept does not pass for something else -------------------------------------------------


def test_a_text_does_not_pass_for_a_number():
    """No text can stand in for a number that was not read."""
    text = period('"a":"\\u0000number 0\\u0000","b":1.50')
    assert text == to_json(keep(text), kind=PERIOD)


def test_many_odd_numbers_are_written_in_linear_time():
    """Thirty thousand numbers that were not read take no second."""
    numbers = ",".join(["1.50"] * 30_000)
    text = period(f'"x":[{numbers}]')
    kept = keep(text)
    started = time.process_time()
    assert text == to_json(kept, kind=PERIOD)
    assert time.process_time() - started < 1
