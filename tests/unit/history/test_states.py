"""States of a revised document, for a vocabulary of its own."""

import datetime as dt
from typing import Annotated, ClassVar

import pytest

from integrationsplan import evolve
from integrationsplan._model import model
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history import (
    Author,
    Entry,
    Put,
    RevisedDocument,
    Revision,
    RevisionKind,
    Seal,
    State,
    Withdraw,
    diff_states,
    fold,
)
from integrationsplan.values import Label, ShortText

AUTHOR = Author(role="clerk", id="c-1")


@model
class Note(Entry):
    """An entry of a vocabulary that plans do not know."""

    kind: ClassVar[str] = "note"
    label: ClassVar[Label] = Label("note", "Notiz")

    text: Annotated[ShortText, Label("text", "Text")]
    plain: bool = False


@model
class Mark(Entry):
    """Another entry, without anything."""

    kind: ClassVar[str] = "mark"
    label: ClassVar[Label] = Label("mark", "Marke")


A, B, C = (Note(id=name, text=name) for name in "abc")


SALT = "A" * 43


def put(entry: Entry) -> Put:
    """Put an entry."""
    return Put(entry=entry, salt=SALT)


def step(number: int, *changes: object, effective: int | None = None) -> Revision:
    """Make a revision of March 2018, by default effective on the day of recording."""
    return Revision(
        number=number,
        recorded_at=dt.datetime(2018, 3, number, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 3, effective or number),
        author=AUTHOR,
        author_seal=Seal(salt=SALT),
        kind=RevisionKind.OPENING if number == 1 else RevisionKind.CONTINUATION,
        changes=changes,
        digest="sha256/1:" + SALT,
    )


@pytest.fixture
def document() -> RevisedDocument:
    """Return a document: a and b; then c, from day 20 on; then a withdrawn; then b changed."""
    return RevisedDocument(
        id="d1",
        revisions=(
            step(1, put(A), put(B)),
            step(2, put(C), effective=20),
            step(3, Withdraw(entry_id="a")),
            step(4, put(evolve(B, text="B"))),
        ),
    )


def ids(state: State) -> str:
    """Return the ids of a state in their order."""
    return "".join(entry.id for entry in state)


def test_current_is_all_that_is_recorded(document: RevisedDocument):
    """The current state has every revision, whatever day it counts from."""
    assert (ids(document.current), document.current["b"].text) == ("bc", "B")


def test_current_is_computed_once(document: RevisedDocument):
    """The current state is the same object every time."""
    assert document.current is document.current


def test_latest_is_the_newest_revision(document: RevisedDocument):
    """The newest revision is the last one."""
    assert document.latest.number == 4


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2018, 2, 28), ""),
        (dt.date(2018, 3, 1), "ab"),
        (dt.date(2018, 3, 2), "ab"),
        (dt.date(2018, 3, 3), "b"),
        (dt.date(2018, 3, 19), "b"),
        (dt.date(2018, 3, 20), "bc"),
    ],
)
def test_at_a_day_counts_what_is_effective(document: RevisedDocument, day: dt.date, expected: str):
    """On a day only revisions effective by then count, the day itself included."""
    assert expected == ids(document.at(day))


def test_at_a_day_as_known(document: RevisedDocument):
    """What was true on a day can be asked as it was known at a moment."""
    known = dt.datetime(2018, 3, 2, 12, tzinfo=dt.UTC)
    assert ids(document.at(dt.date(2018, 3, 31), as_known=known)) == "abc"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (dt.datetime(2018, 3, 1, 8, 59, 59, 999999, dt.UTC), ""),
        (dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC), "ab"),
        (dt.datetime(2018, 3, 2, 10, tzinfo=dt.timezone(dt.timedelta(hours=2))), "ab"),
        (dt.datetime(2018, 3, 2, 9, tzinfo=dt.UTC), "abc"),
    ],
)
def test_as_known_counts_what_is_recorded(
    document: RevisedDocument, moment: dt.datetime, expected: str
):
    """At a moment only revisions recorded by then count, the moment itself included."""
    assert expected == ids(document.as_known(moment))


@pytest.mark.parametrize(("number", "expected"), [(0, ""), (1, "ab"), (2, "abc"), (4, "bc")])
def test_as_of_counts_the_first_revisions(document: RevisedDocument, number: int, expected: str):
    """The state after a revision has it and all before."""
    assert expected == ids(document.as_of(number))


@pytest.mark.parametrize("number", [-1, 5])
def test_as_of_an_unknown_revision_is_refused(document: RevisedDocument, number: int):
    """The state after a revision that is not there is refused with those that are."""
    with pytest.raises(UnknownNameError) as caught:
        document.as_of(number)
    assert ("revision", str(number), ("1", "2", "3", "4")) == (
        caught.value.kind.en,
        caught.value.name,
        caught.value.known,
    )


def test_a_naive_moment_is_refused(document: RevisedDocument):
    """What was known at a moment without offset cannot be said."""
    with pytest.raises(InvalidValueError) as caught:
        document.as_known(dt.datetime(2018, 3, 1))  # noqa: DTZ001  # what is tested
    assert [problem.code for problem in caught.value.problems] == ["naive_moment"]


def test_a_naive_moment_beside_a_day_is_refused(document: RevisedDocument):
    """The same holds where a day is asked for too."""
    with pytest.raises(InvalidValueError):
        document.at(dt.date(2018, 3, 1), as_known=dt.datetime(2018, 3, 1))  # noqa: DTZ001


def test_unchanged_entries_are_shared(document: RevisedDocument):
    """States hold the same object as long as nothing changes it."""
    assert document.as_of(1)["b"] is document.as_of(3)["b"] is B


def test_the_old_document_stays(document: RevisedDocument):
    """A revision makes a new document and leaves the old one as it is."""
    document.revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 4, 1, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 4, 1),
        withdraw=["b"],
    )
    assert (len(document.revisions), ids(document.current)) == (4, "bc")


def test_revisions_before_are_shared(document: RevisedDocument):
    """A new document holds the same revisions as the old one, and one more."""
    newer = document.revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 4, 1, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 4, 1),
        put=[Mark(id="m")],
        withdraw=["b"],
        reason="why",
        legal_basis="§ 1",
    )
    assert all(old is new for old, new in zip(document.revisions, newer.revisions, strict=False))


def test_a_revision_puts_before_it_withdraws(document: RevisedDocument):
    """The changes of a revision stand in the order of the arguments, its numbers follow."""
    newer = document.revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 4, 1, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 4, 1),
        put=iter([Mark(id="m")]),
        withdraw=iter(["b"]),
        reason="why",
        legal_basis="§ 1",
    )
    latest = newer.latest
    assert (5, RevisionKind.CONTINUATION, "why", "§ 1") == (
        latest.number,
        latest.kind,
        latest.reason,
        latest.legal_basis,
    )
    assert [("put", "m"), ("withdraw", "b")] == [(c.kind, c.entry_id) for c in latest.changes]


def test_an_empty_document_is_refused():
    """A document without revisions has no opening."""
    with pytest.raises(InvalidValueError) as caught:
        RevisedDocument(id="d1", revisions=())
    assert [(p.pointer, p.code) for p in caught.value.problems] == [("/revisions", "no_opening")]


def test_a_state_returns_the_entries_of_a_class():
    """Entries can be asked for by their class."""
    state = fold([step(1, put(A), put(Mark(id="m")))])
    assert state.of(Note) == (A,)


def test_a_state_knows_its_entries():
    """A state answers for ids and for its size."""
    state = fold([step(1, put(A))])
    assert ("a" in state, "b" in state, len(state)) == (True, False, 1)


def test_an_unknown_entry_is_refused():
    """A state names what was asked for and what it has."""
    with pytest.raises(UnknownNameError) as caught:
        fold([step(1, put(A))])["b"]
    assert (caught.value.kind.en, caught.value.name, caught.value.known) == ("entry", "b", ("a",))


def test_a_new_version_keeps_the_place():
    """A new version of an entry stands where the old one stood."""
    first = step(1, put(A), put(B))
    assert ids(fold([first, step(2, put(evolve(A, text="x")))])) == "ab"


def test_the_fold_of_a_withdrawal_without_entry_is_empty():
    """A state of some revisions of a history leaves out what they withdraw of others."""
    assert len(fold([step(2, Withdraw(entry_id="a"))])) == 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (fold([step(1, put(A))]), "<State: 1 entries>"),
        (
            step(1, put(A)),
            "<Revision 1 (opening), 1 changes, effective 2018-03-01>",
        ),
    ],
)
def test_representations_are_short(value: object, expected: str):
    """A state and a revision say their size, not their content."""
    assert expected == repr(value)


def test_an_entry_class_says_its_own_summary():
    """The base class has no summary to give."""
    with pytest.raises(NotImplementedError):
        A.summary("de")


def test_fields_have_labels():
    """A labelled field is called by its label."""
    assert (A.field_label("id", "de"), A.field_label("id", "en")) == ("Kennung", "id")


@pytest.mark.parametrize("name", ["plain", "nothing"])
def test_fields_without_label_keep_their_name(name: str):
    """A field without a label, and what is no field, is called by its name."""
    assert name == A.field_label(name, "de")


def test_equal_copies_are_no_difference():
    """Two equal entries do not differ, though they are two objects."""
    one, other = fold([step(1, put(A))]), fold([step(1, put(evolve(A)))])
    assert diff_states(one, other) == ()
