"""Reading and writing one plan of about 10 kB, with everybody's checks on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

import msgspec
import orjson
import peer_codes
import peer_fhir
import peer_msgspec
import peer_pydantic
from pydantic import ValidationError
from report import Section, Table, Target
from sample_plan import build_plan
from timing import Effort, call, in_turns

from integrationsplan import DocumentError, IntegrationPlan, from_json, history, to_json
from integrationsplan import plan as plan_module
from integrationsplan.serialization import FORMATS, _wire, _writing
from integrationsplan.serialization._forms import TextsByPattern
from integrationsplan.serialization._shapes import bare, fields_of

FAST = "integrationsplan, fast"
PLAIN = "integrationsplan, plain"
PYDANTIC = "pydantic strict"
MSGSPEC = "msgspec Struct"
FHIR = "fhir.resources CarePlan"

PLAN_DAMAGES: dict[str, tuple[str, str]] = {
    "unknown key": ('"country":"SY"', '"country":"SY","colour":"red"'),
    "text for a whole number": ('"year":2012', '"year":"2012"'),
    "true for a whole number": ('"isced":4', '"isced":true'),
    "2012.0 for a whole number": ('"year":2012', '"year":2012.0'),
    "text for a list": ('"goals":["g-language"]', '"goals":"g-language"'),
    "missing key": ('"field":"recognition",', ""),
    "null for an absent value": ('"country":"SY"', '"country":null'),
    "unknown kind": ('"kind":"measure"', '"kind":"measur"'),
    "unknown code": ('"category":"school"', '"category":"School"'),
    "date without dashes": ('"due_on":"2018-12-31"', '"due_on":"20181231"'),
    "moment for a date": ('"due_on":"2018-12-31"', '"due_on":"2018-12-31T00:00:00"'),
    "moment without offset": ("T09:30:00+01:00", "T09:30:00"),
    "blank for T in a moment": ("T09:30:00+01:00", " 09:30:00+01:00"),
    "empty text": ('"label":"Nursing professionals"', '"label":""'),
    "number out of bounds": ('"eqf":4', '"eqf":9'),
    "id with a blank": ('"id":"q-nursing"', '"id":"q nursing"'),
    "lone surrogate": ("Nursing professionals", "\\ud800"),
    "control character": ("Nursing professionals", "Nursing\\u0007"),
    "text not in NFC": ("Nursing professionals", "Mu\\u0308ller"),
    "duplicate key": ('"country":"SY"', '"country":"SY","country":"AF"'),
    "gap in the revisions' numbers": ('"number":2', '"number":3'),
    "forbidden step of a goal": ('"lifecycle":"active"', '"lifecycle":"rejected"'),
    "salt that is too short": ("N0cqGHHG", "N0cqGHH"),
    "seal without salt and commitment": (
        '{"salt":"N0cqGHHGqoRhjVo2JOrCmFhEU61xCuq-08amdmV-kZo"}',
        "{}",
    ),
    "text changed under its digest": ("Mitarbeit beim", "Mitarbait beim"),
    "subject under another id": ('"id":"subject"', '"id":"somebody"'),
}
FHIR_DAMAGES: dict[str, tuple[str, str]] = {
    "unknown key": ('"intent":"plan"', '"intent":"plan","colour":"red"'),
    "text for a list": ('"contained":[', '"contained":"x","note":['),
    "missing key": ('"intent":"plan",', ""),
    "null for an absent value": ('"created":"2018-03-01"', '"created":null'),
    "unknown kind": ('"resourceType":"ServiceRequest"', '"resourceType":"ServiceReques"'),
    "unknown code": ('"lifecycleStatus":"proposed"', '"lifecycleStatus":"Proposed"'),
    "date without dashes": ('"dueDate":"2018-12-31"', '"dueDate":"20181231"'),
    "moment for a date": ('"dueDate":"2018-12-31"', '"dueDate":"2018-12-31T00:00:00"'),
    "moment without offset": ("T09:30:00+01:00", "T09:30:00"),
    "blank for T in a moment": ("T09:30:00+01:00", " 09:30:00+01:00"),
    "empty text": ('"display":"Nursing professionals"', '"display":""'),
    "id with a blank": ('"id":"q-nursing-1"', '"id":"q nursing"'),
    "lone surrogate": ("Nursing professionals", "\\ud800"),
    "control character": ("Nursing professionals", "Nursing\\u0007"),
    "text not in NFC": ("Nursing professionals", "Mu\\u0308ller"),
    "duplicate key": ('"intent":"plan"', '"intent":"plan","intent":"plan"'),
    "wrong type": ('"status":"completed"', '"status":3'),
}
"""The same kinds of damage where the CarePlan has such a place; it has no whole numbers."""

MUST_REFUSE = {"unknown key", "missing key", "text for a list", "unknown kind"}


@dataclass(frozen=True, kw_only=True)
class Peer:
    """Who reads and writes documents.

    Attributes:
        name: What the tables call it.
        load: Reads a document.
        dump: Writes what was read.
        document: The document that it is given.
        damages: What is done to the document to see what is refused.
        refusals: What it raises when it refuses.
        remark: What the reader of the tables must know.
    """

    name: str
    load: Callable[[bytes], Any]
    dump: Callable[[Any], str | bytes]
    document: bytes
    damages: dict[str, tuple[str, str]]
    refusals: tuple[type[Exception], ...]
    remark: str


def _load_fast(data: bytes) -> IntegrationPlan:
    return from_json(data, IntegrationPlan, decoder="msgspec")


def _load_plain(data: bytes) -> IntegrationPlan:
    return from_json(data, IntegrationPlan, decoder="json")


def _dump_plain(plan: IntegrationPlan) -> str:
    """Write as `to_json` does where msgspec is not installed: there is no asking for it."""
    format, version = FORMATS[IntegrationPlan]
    content = _writing.writer_of(IntegrationPlan)(plan)
    return f'{{"format":"{format}","version":{version},{content[1:]}'


def _dump_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def peers() -> list[Peer]:
    """Return everybody who reads and writes checked documents."""
    plan = build_plan()
    document = to_json(plan).encode()
    care_plan = peer_fhir.document(plan)
    return [
        Peer(
            name=FAST,
            load=_load_fast,
            dump=to_json,
            document=document,
            damages=PLAN_DAMAGES,
            refusals=(DocumentError,),
            remark="sees duplicate keys; checks clean text and the laws of the history too",
        ),
        Peer(
            name=PLAIN,
            load=_load_plain,
            dump=_dump_plain,
            document=document,
            damages=PLAN_DAMAGES,
            refusals=(DocumentError,),
            remark="the same without msgspec: json of the standard library",
        ),
        Peer(
            name=PYDANTIC,
            load=peer_pydantic.load,
            dump=peer_pydantic.dump,
            document=document,
            damages=PLAN_DAMAGES,
            refusals=(ValidationError,),
            remark="blind to duplicate keys",
        ),
        Peer(
            name=MSGSPEC,
            load=peer_msgspec.load,
            dump=peer_msgspec.dump,
            document=document,
            damages=PLAN_DAMAGES,
            refusals=(msgspec.DecodeError,),
            remark="blind to duplicate keys; tells the first problem alone",
        ),
        Peer(
            name=FHIR,
            load=peer_fhir.load,
            dump=peer_fhir.dump,
            document=care_plan,
            damages=FHIR_DAMAGES,
            refusals=(ValidationError, ValueError, TypeError, LookupError),
            remark=f"blind to duplicate keys; {_size(care_plan)}",
        ),
    ]


def floors(document: bytes) -> list[Peer]:
    """Return the parsers alone: nothing is checked, nothing is made but dictionaries."""
    common: dict[str, Any] = {
        "document": document,
        "damages": {},
        "refusals": (ValueError,),
        "remark": "floor: parser alone, checks nothing",
    }
    return [
        Peer(name="orjson alone", load=orjson.loads, dump=orjson.dumps, **common),
        Peer(name="json alone", load=json.loads, dump=_dump_json, **common),
    ]


def run(effort: Effort) -> list[Section]:
    """Verify that everybody does the work, then measure."""
    peer_codes.compare_codes(history, plan_module)
    checked = peers()
    for peer in checked:
        _verify(peer)
    document = checked[0].document
    everybody = [*checked, *floors(document)]
    size = _size(document)
    loads = [call(p.name, _bound(p.load, p.document), p.remark) for p in everybody]
    dumps = [call(p.name, _bound(p.dump, p.load(p.document)), "") for p in everybody]
    against = (PYDANTIC, MSGSPEC)
    return [
        Section(
            title=f"Load one plan from JSON bytes, {size}",
            measured=in_turns(loads, effort),
            against=against,
            targets=(
                Target(ours=FAST, against=PYDANTIC, most=0.85),
                Target(ours=FAST, against=MSGSPEC, most=2.5),
                Target(ours=PLAIN, against=PYDANTIC, most=2.0),
            ),
        ),
        taken_apart(document, effort),
        Section(
            title=f"Dump one plan to JSON, {size}",
            measured=in_turns(dumps, effort),
            against=against,
            targets=(
                Target(ours=FAST, against=PYDANTIC, most=0.5),
                Target(ours=PLAIN, against=PYDANTIC, most=0.5),
            ),
            notes=(
                "We, pydantic, fhir.resources and json give text, msgspec and orjson bytes.",
                "Whatever stands at its default is left out by all.",
            ),
        ),
    ]


def taken_apart(document: bytes, effort: Effort) -> Section:
    """Time the steps of our fast load one by one; what the peers do is the first alone."""
    wire = _wire.wire_of(IntegrationPlan, *FORMATS[IntegrationPlan])
    twin = wire._decode(document)  # steps that nobody can ask for alone
    plan = _load_fast(document)
    fills = {field.name: field.annotation for field in fields_of(IntegrationPlan)}
    fill = _wire.fill_of(get_args(bare(fills["revisions"]))[0])
    whole = f"{FAST}, whole load"
    return Section(
        title="The fast load taken apart",
        measured=in_turns(
            [
                call(whole, lambda: _load_fast(document)),
                call(
                    "decode",
                    lambda: wire._decode(document),
                    "types, closed keys, codes, dates, lengths, bounds, in C",
                ),
                call(
                    "look for keys that stand twice",
                    lambda: _wire._hides_keys(document, twin),
                    "no peer does",
                ),
                call(
                    "fill in",
                    lambda: [fill(revision, TextsByPattern()) for revision in twin.revisions],
                    "our objects; moments, clean texts in NFC, seals, laws of entries",
                ),
                call(
                    "laws of the history",
                    lambda: list(plan._violations()),
                    "numbers, times, steps of goals, what refers to what; no peer does",
                ),
                call(
                    f"{MSGSPEC}, whole load", lambda: peer_msgspec.load(document), "for comparison"
                ),
            ],
            effort,
        ),
        against=(whole, f"{MSGSPEC}, whole load"),
        notes=(
            "Each step alone finds what it needs at hand; together, with twins and objects in "
            "memory at once, they take longer than their sum.",
        ),
    )


def refusals() -> Table:
    """Damage the document in many ways and see who refuses it."""
    checked = peers()
    names = list(dict.fromkeys([*PLAN_DAMAGES, *FHIR_DAMAGES]))
    rows = [[name, *(_verdict(peer, name) for peer in checked), ""] for name in names]
    return Table(
        title="Who refuses what (one damage at a time)",
        heads=["damage", *(peer.name for peer in checked), ""],
        rows=rows,
        notes=["-: the document has no such place."],
    )


def _bound(function: Callable[[Any], object], argument: object) -> Callable[[], object]:
    return lambda: function(argument)


def _size(document: bytes) -> str:
    return f"{len(document):,} bytes, {document.count(b'{')} objects"


def _verify(peer: Peer) -> None:
    """See that a peer refuses what makes the comparison fair, and that it round-trips."""
    written = peer.dump(peer.load(peer.document))
    data = written.encode() if isinstance(written, str) else written
    if data != peer.document:
        raise AssertionError(f"{peer.name} does not give back the document that it was given")
    wrong_type = "wrong type" if "wrong type" in peer.damages else "text for a whole number"
    for name in sorted({*MUST_REFUSE, wrong_type}):
        if _verdict(peer, name) != "refused":
            raise AssertionError(f"{peer.name} takes a document with this damage: {name}")


def _verdict(peer: Peer, name: str) -> str:
    if name not in peer.damages:
        return "-"
    old, new = (text.encode() for text in peer.damages[name])
    if old not in peer.document:
        raise AssertionError(f"the document of {peer.name} has no place for: {name}")
    try:
        peer.load(peer.document.replace(old, new, 1))
    except peer.refusals:
        return "refused"
    return "taken"
