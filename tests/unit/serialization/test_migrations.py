"""Old versions of a document come up step by step, and newer ones are refused by name."""

import copy
import datetime as dt
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
from annotated_types import Len

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    from_json,
    from_mapping,
    to_json,
    to_mapping,
)
from integrationsplan._model import model
from integrationsplan.problems import Problem
from integrationsplan.serialization import FORMATS, Decoder, DocumentKind, decoders, migrate
from integrationsplan.testing import a_plan
from integrationsplan.values import Identifier, Period, ShortText

OWN = Path(__file__).parents[2] / "documents" / "own"
V1 = Path(__file__).parents[2] / "documents" / "v1"
OLD = ["meeting-v1", "meeting-v2", "meeting-v3"]
EVERY_DECODER = pytest.mark.parametrize("decoder", decoders())


# -- a kind of document with three versions --------------------------------------------------------


@model
class Person:
    """Who comes, as version 3 says it."""

    given: ShortText | None = None
    family: ShortText
    role: ShortText | None = None


@model
class Meeting:
    """A meeting, as version 3 says it."""

    id: Identifier
    place: ShortText
    start: dt.date
    end: dt.date | None = None
    people: Annotated[tuple[Person, ...], Len(0, 10)] = ()


def to_second(content: dict[str, Any]) -> dict[str, Any]:
    """Rename the venue, and drop what nobody used."""
    names = {"venue": "place"}
    return {names.get(k, k): v for k, v in content.items() if k != "room_booked"}


def to_third(content: dict[str, Any]) -> dict[str, Any]:
    """Split the days, and the names of people."""
    days = content.pop("days").split("/")
    content |= dict(zip(("start", "end"), days, strict=False))
    for person in content.get("people", ()):
        *given, person["family"] = person.pop("name").split(" ", 1)
        if given:
            (person["given"],) = given
    return content


MEETING = DocumentKind(Meeting, "test/meeting", version=3, upcasters=(to_second, to_third))
WANTED = Meeting(
    id="m-1",
    place="Rathaus Weinheim",
    start=dt.date(2018, 3, 1),
    end=dt.date(2018, 3, 2),
    people=(Person(given="Nour", family="Al-Ḥalabī"), Person(family="Cher", role="guest")),
)


def stored(stem: str) -> dict[str, Any]:
    """Return a stored document, parsed."""
    found: dict[str, Any] = json.loads((OWN / f"{stem}.json").read_text(encoding="utf-8"))
    return found


def problems(read: Callable[[], object]) -> list[Problem]:
    """Return the problems of a refused document."""
    with pytest.raises(DocumentError) as caught:
        read()
    return list(caught.value.problems)


def refused(read: Callable[[], object]) -> list[tuple[str, str]]:
    """Return the codes and places of the problems of a refused document."""
    return [(problem.code, problem.pointer) for problem in problems(read)]


# -- old documents ---------------------------------------------------------------------------------


@EVERY_DECODER
@pytest.mark.parametrize("stem", OLD)
def test_documents_of_every_version_are_read_alike(stem: str, decoder: Decoder):
    """A rename, a split and a drop later, each says what the newest says."""
    data = (OWN / f"{stem}.json").read_bytes()
    assert WANTED == from_json(data, MEETING, decoder=decoder)
    assert WANTED == from_mapping(stored(stem), MEETING)


@pytest.mark.parametrize("stem", OLD)
def test_what_was_old_is_written_new(stem: str):
    """Written documents have the newest version, and are read at once."""
    text = to_json(from_mapping(stored(stem), MEETING), kind=MEETING)
    assert text.startswith('{"format":"test/meeting","version":3,"id":"m-1"')
    assert [WANTED] * len(decoders()) == [from_json(text, MEETING, decoder=d) for d in decoders()]


@pytest.mark.parametrize("stem", OLD)
def test_migrate_returns_the_newest_version(stem: str):
    """A mapping comes back as the newest version has it, and once more as the same."""
    found = migrate(stored(stem), MEETING)
    assert stored("meeting-v3") == found
    assert found == migrate(found, MEETING)


@pytest.mark.parametrize("path", sorted(V1.glob("*.json")), ids=lambda path: path.stem)
def test_shipped_kinds_say_themselves_what_they_are(path: Path):
    """A document of ours is migrated by the format that it names; version 1 stays as it is."""
    document = json.loads(path.read_text(encoding="utf-8"))
    kinds = {format: cls for cls, (format, _) in FORMATS.items()}
    found = from_mapping(document, kinds[document["format"]])
    assert to_mapping(found) == migrate(document)


def test_documents_of_unknown_formats_are_not_migrated():
    """Which formats are known is said."""
    (problem,) = problems(lambda: migrate(stored("meeting-v1")))
    assert ("wrong_format", "/format") == (problem.code, problem.pointer)
    assert "integrationsplan/plan" in problem.text("en")
    assert "test/meeting" not in problem.text("en")


@pytest.mark.parametrize("data", [None, [], "text", 5])
def test_what_is_no_object_is_not_migrated(data: Any):
    """No mapping, no format."""
    assert [("wrong_format", "/format")] == refused(lambda: migrate(data))
    assert [""] == [pointer for _, pointer in refused(lambda: migrate(data, MEETING))]


def test_the_given_mapping_stays_as_it_is():
    """What somebody gives to be read is not changed, though upcasters change what they get."""
    given = stored("meeting-v2")
    before = copy.deepcopy(given)
    from_mapping(given, MEETING)
    assert before == given


# -- versions that are refused ---------------------------------------------------------------------


@EVERY_DECODER
@pytest.mark.parametrize("version", [4, 10**6, 10**17, 0, -1])
def test_other_versions_are_refused_by_name(version: int, decoder: Decoder):
    """Neither a newer version nor one that never was is guessed at."""
    text = json.dumps(stored("meeting-v3") | {"version": version})
    (problem,) = problems(lambda: from_json(text, MEETING, decoder=decoder))
    assert ("unknown_version", "/version") == (problem.code, problem.pointer)
    assert "version 1 to 3" in problem.text("en")
    assert "Version 1 bis 3" in problem.text("de")


def test_of_a_newer_version_nothing_else_is_said():
    """What its keys mean is not known: one problem, whatever it holds."""
    found = refused(lambda: from_mapping({"format": "test/meeting", "version": 4, "x": 1}, MEETING))
    assert [("unknown_version", "/version")] == found


@pytest.mark.parametrize("version", ["1", 1.0, True, None, [1]])
def test_a_version_is_a_whole_number(version: Any):
    """Nothing that looks like one is taken for it, and no upcaster is asked."""
    found = refused(lambda: from_mapping(stored("meeting-v3") | {"version": version}, MEETING))
    assert {"/version"} == {pointer for _, pointer in found}


def test_without_a_version_the_newest_is_expected():
    """Everything else is looked at all the same, so that all problems are told at once."""
    document = stored("meeting-v3")
    del document["version"]
    assert [("missing_key", "/version")] == refused(lambda: from_mapping(document, MEETING))


# -- upcasters that meet nonsense ------------------------------------------------------------------


@EVERY_DECODER
@pytest.mark.parametrize(
    "damage",
    [{"days": 5}, {"days": None}, {"people": 5}, {"people": [5]}, {"people": [{"name": []}]}],
    ids=str,
)
def test_an_upcaster_that_fails_is_no_crash(damage: dict[str, Any], decoder: Decoder):
    """Whatever it raises, the version is told that could not be brought up."""
    text = json.dumps(stored("meeting-v2") | damage)
    (problem,) = problems(lambda: from_json(text, MEETING, decoder=decoder))
    assert ("not_brought_up", "/version") == (problem.code, problem.pointer)
    assert "2" in problem.text("en")


def test_the_step_that_fails_is_named():
    """From version 1 the second step may fail, too."""
    (problem,) = problems(lambda: from_mapping(stored("meeting-v1") | {"days": 5}, MEETING))
    assert 2 == dict(problem.params)["version"]


def test_what_an_upcaster_raises_does_not_hang_on_the_error():
    """An exception may hold what somebody sent; ours holds nothing of it."""
    with pytest.raises(DocumentError) as caught:
        from_mapping(stored("meeting-v2") | {"days": 5}, MEETING)
    assert (None, None) == (caught.value.__cause__, caught.value.__context__)


@pytest.mark.parametrize("nonsense", [None, [], "text", 5, {}, {1: 2}, object()])
def test_what_an_upcaster_returns_is_checked(nonsense: Any):
    """An upcaster of somebody else's may return anything."""
    kind = DocumentKind(Meeting, "test/meeting", version=2, upcasters=(lambda _: nonsense,))
    assert refused(lambda: from_mapping({"format": "test/meeting", "version": 1}, kind))


def test_what_is_wrong_is_told_of_the_newest_version():
    """Problems of old documents have the places of the new one."""
    damaged = stored("meeting-v1") | {"venue": 5, "days": "20180301"}
    found = refused(lambda: from_mapping(damaged, MEETING))
    assert [("wrong_type", "/place"), ("not_a_date", "/start")] == found


@EVERY_DECODER
@pytest.mark.parametrize(
    "again",
    [
        ('"id"', '"id": "m-1", "id"'),
        ('"version"', '"version": 1, "version"'),
        ('"room_booked"', '"room_booked": true, "room_booked"'),
        ('"role"', '"role": "x", "role"'),
    ],
    ids=["kept", "of the document", "dropped", "below"],
)
def test_keys_that_stand_twice_are_seen_in_old_versions(again: tuple[str, str], decoder: Decoder):
    """An upcaster cannot hide them: two truths are refused in every version."""
    text = (OWN / "meeting-v1.json").read_text(encoding="utf-8").replace(*again)
    found = refused(lambda: from_json(text, MEETING, decoder=decoder))
    assert ["repeated_key"] == [code for code, _ in found]


# -- unknown keys across versions ------------------------------------------------------------------


def test_unknown_keys_survive_versions():
    """What upcasters leave alone is kept, and written with the newest version."""
    text = (OWN / "meeting-v1-more.json").read_text(encoding="utf-8")
    kept = from_json(text, MEETING, unknown="keep")
    assert {"/x_colour", "/people/0/x_seat"} == set(kept.unknown)
    written = to_json(kept, kind=MEETING)
    assert (
        '{"format":"test/meeting","version":3,"id":"m-2","place":"Rathaus","start":"2018-03-01",'
        '"people":[{"given":"Nour","family":"Al-Ḥalabī","x_seat":1e400}],"x_colour":[1.50,null]}'
    ) == written
    assert written == to_json(from_json(written, MEETING, unknown="keep"), kind=MEETING)


def test_unknown_keys_of_old_versions_are_refused():
    """Unless they are to be kept, they are problems of the newest version."""
    document = stored("meeting-v1-more")
    assert [
        ("unknown_key", "/people/0/x_seat"),
        ("unknown_key", "/x_colour"),
    ] == sorted(refused(lambda: migrate(document, MEETING)))


# -- kinds that cannot be --------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_each_step_needs_an_upcaster(steps: int):
    """A kind of three versions has two steps."""
    with pytest.raises(ValueError, match="2 steps"):
        DocumentKind(Meeting, "test/meeting", version=3, upcasters=(to_second,) * steps)


@model
class WithFormat:
    """Has a field that every document has."""

    format: ShortText


@model
class WithVersion:
    """Has the other field that every document has."""

    version: ShortText | None = None


@pytest.mark.parametrize(("cls", "name"), [(WithFormat, "format"), (WithVersion, "version")])
def test_format_and_version_are_no_names_of_fields(cls: type, name: str):
    """A document says these of itself; a field of that name could never be read."""
    with pytest.raises(ValueError, match=f"test/thing: a field cannot be called '{name}'"):
        DocumentKind(cls, "test/thing")


def test_other_classes_may_hold_fields_of_these_names():
    """Below the document the names mean nothing."""

    @model
    class Around:
        inner: WithVersion

    kind = DocumentKind(Around, "test/around")
    text = '{"format":"test/around","version":1,"inner":{"version":"7"}}'
    assert text == to_json(from_json(text, kind), kind=kind)


def test_kinds_of_documents_are_values():
    """Two kinds that say the same are the same, so that readers are made once."""
    assert DocumentKind(Period, "test/period") == DocumentKind(Period, "test/period")
    assert 1 == len({DocumentKind(IntegrationPlan, "a/b"), DocumentKind(IntegrationPlan, "a/b")})


def test_a_format_of_ours_belongs_to_its_class():
    """No other name of ours can be given to a class, lest one document pass for another."""
    with pytest.raises(ValueError, match="no name of a format of your own"):
        DocumentKind(IntegrationPlan, "integrationsplan/other")


@EVERY_DECODER
def test_a_plan_may_be_a_kind_of_ones_own(decoder: Decoder):
    """Read as that, it is no plan of ours, and the other way round."""
    kind = DocumentKind(IntegrationPlan, "vendor/plan")
    plan = a_plan()
    text = to_json(plan, kind=kind)
    assert plan == from_json(text, kind, decoder=decoder)
    for other, wanted in ((text, IntegrationPlan), (to_json(plan), kind)):
        with pytest.raises(DocumentError) as caught:
            from_json(other, wanted, decoder=decoder)
        assert ["wrong_format"] == [problem.code for problem in caught.value.problems]


def test_what_cannot_be_copied_is_told_of_an_old_version():
    """A mapping may hold anything of Python, such as a lock."""
    document = stored("meeting-v1") | {"days": threading.Lock()}
    assert ["not_brought_up"] == [
        problem.code for problem in problems(lambda: from_mapping(document, MEETING))
    ]
