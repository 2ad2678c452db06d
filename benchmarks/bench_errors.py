"""What it takes to tell everything that is wrong with a plan with ten damages."""

from collections.abc import Callable, Sequence

import msgspec
import peer_cattrs
import peer_msgspec
import peer_pydantic
from pydantic import ValidationError
from report import Section, Target
from sample_plan import build_plan
from timing import Effort, Measured, call, in_turns

from integrationsplan import DocumentError, IntegrationPlan, from_json, to_json
from integrationsplan.serialization import Decoder

FAST = "integrationsplan, fast"
PLAIN = "integrationsplan, plain"
CATTRS = "cattrs detailed"
PYDANTIC = "pydantic strict"
MSGSPEC = "msgspec Struct"

DAMAGES = (
    ('"reference":"p-83f1c04e"', '"reference":"p 83f1c04e"'),
    ("T09:30:00+01:00", "T09:30:00"),
    ("N0cqGHHG", "N0cqGHH"),
    ('"year":2012', '"year":"2012"'),
    ('"category":"school"', '"category":"school","colour":"red"'),
    ('"label":"Nursing professionals"', '"label":""'),
    ('"baseline":"A1"', '"baseline":"a1"'),
    ('"field":"recognition",', ""),
    ('"due_on":"2018-09-30"', '"due_on":"20180930"'),
    ('"revision":2', '"revision":0'),
)
"""Ten kinds of damage, each where no other one hides it from those who stop at the first."""

Report = Callable[[bytes], Sequence[object]]


def run(effort: Effort) -> list[Section]:
    """See that everybody takes the good plan and refuses each damage, then measure."""
    good = to_json(build_plan()).encode()
    bad = damaged(good)
    reports: dict[str, tuple[Report, str]] = {
        FAST: (_ours("msgspec"), "code, pointer, what is allowed, what to do; in two languages"),
        PLAIN: (_ours("json"), "as above"),
        f"{FAST}, told in German": (_told, "as above, and the sentences written out"),
        CATTRS: (_cattrs, "transform_error: a line of text each"),
        PYDANTIC: (_pydantic, "errors(): type, place, message, the refused value itself"),
        MSGSPEC: (_msgspec, "the first problem alone"),
    }
    for name, (report, _) in reports.items():
        _verify(name, report, good)
    told = [
        Measured(name=name, amount=len(report(bad)), remark=remark)
        for name, (report, remark) in reports.items()
        if report is not _told
    ]
    candidates = [call(name, _bound(report, bad), note) for name, (report, note) in reports.items()]
    return [
        Section(
            title=f"Tell what is wrong with a plan with {len(DAMAGES)} damages",
            measured=in_turns(candidates, effort),
            against=(CATTRS, PYDANTIC),
            targets=(
                Target(ours=FAST, against=CATTRS, most=1.25),
                Target(ours=PLAIN, against=CATTRS, most=1.25),
            ),
            notes=("All: from the bytes to the problems as data (cattrs: as lines of text).",),
        ),
        Section(
            title=f"Problems told of a plan with {len(DAMAGES)} damages",
            measured=told,
            against=(),
            unit="",
        ),
    ]


def damaged(document: bytes) -> bytes:
    """Do all of the damages to a document."""
    for old, new in DAMAGES:
        if old.encode() not in document:
            raise AssertionError(f"the document has no place for: {new}")
        document = document.replace(old.encode(), new.encode(), 1)
    return document


def _ours(decoder: Decoder) -> Report:
    def report(data: bytes) -> Sequence[object]:
        try:
            from_json(data, IntegrationPlan, decoder=decoder)
        except DocumentError as error:
            return error.problems
        return ()

    return report


def _told(data: bytes) -> Sequence[object]:
    try:
        from_json(data, IntegrationPlan, decoder="msgspec")
    except DocumentError as error:
        return error.text("de").splitlines()
    return ()


def _cattrs(data: bytes) -> Sequence[object]:
    try:
        peer_cattrs.load(data)
    except Exception as error:  # cattrs raises groups, msgspec and orjson their own
        return peer_cattrs.report(error)
    return ()


def _pydantic(data: bytes) -> Sequence[object]:
    try:
        peer_pydantic.load(data)
    except ValidationError as error:
        return error.errors()
    return ()


def _msgspec(data: bytes) -> Sequence[object]:
    try:
        peer_msgspec.load(data)
    except msgspec.ValidationError as error:
        return (str(error),)
    return ()


def _bound(report: Report, data: bytes) -> Callable[[], object]:
    return lambda: report(data)


def _verify(name: str, report: Report, good: bytes) -> None:
    if report(good):
        raise AssertionError(f"{name} refuses the good plan")
    for old, new in DAMAGES:
        if not report(good.replace(old.encode(), new.encode(), 1)):
            raise AssertionError(f"{name} takes a plan with this damage: {new}")
