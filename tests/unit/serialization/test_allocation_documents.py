"""Statements and lists of recipients as documents: read back, refused, and worked out again."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.documents.make_allocations import DOCUMENTS, PROGRAMMES

from integrationsplan import DocumentError, from_json, from_mapping, to_json
from integrationsplan.allocation import (
    ListedRecipient,
    ListedRecord,
    RecipientList,
    StatedAward,
    Statement,
    allocate,
    verify_statement,
    verify_trace,
)

FOLDER = Path(__file__).parents[2] / "documents" / "v1"
STATEMENTS = sorted(name for name in DOCUMENTS if name.startswith("allocation-"))
LISTS = sorted(name for name in DOCUMENTS if name.startswith("recipients-"))
KINDS = {name: Statement if name in STATEMENTS else RecipientList for name in DOCUMENTS}


def text(name: str) -> str:
    """Return the text of an old document."""
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def statement(name: str) -> Statement:
    """Read an old statement."""
    return from_json(text(f"allocation-{name}"), Statement)


def listed(name: str) -> RecipientList:
    """Read an old list of recipients."""
    return from_json(text(f"recipients-{name}"), RecipientList)


# -- old documents ---------------------------------------------------------------------------------


def test_every_old_document_has_its_maker():
    """No document is left out here, and none was lost."""
    paths = (*FOLDER.glob("allocation-*.json"), *FOLDER.glob("recipients-*.json"))
    assert sorted(DOCUMENTS) == sorted(path.stem for path in paths)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_made_as_they_were(name: str):
    """What is computed today is what was computed then, character for character."""
    assert text(name) == DOCUMENTS[name]() + "\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_written_as_they_were(name: str):
    """Every old document is read, and written as it was."""
    assert text(name) == to_json(from_json(text(name), KINDS[name]), indent=2) + "\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_read_alike(name: str):
    """Somebody else's parser changes nothing."""
    assert from_json(text(name), KINDS[name]) == from_mapping(json.loads(text(name)), KINDS[name])


@pytest.mark.parametrize("name", PROGRAMMES)
def test_statements_are_reproduced(name: str):
    """The programme gives, for the recipients that were read, what is stated."""
    recipients = listed(name).to_recipients()
    assert () == verify_statement(statement(name), PROGRAMMES[name], recipients)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_recipients_that_were_read_give_the_same_statement(name: str):
    """A document of recipients is all that an allocation needs beside the programme."""
    stated = statement(name)
    again = allocate(
        PROGRAMMES[name],
        listed(name).to_recipients(),
        day=stated.day,
        period=stated.period,
        edition=stated.asked_edition,
        as_known=stated.as_known,
    )
    explained = [award.recipient for award in stated if award.explanation is not None]
    assert stated == again.statement(explain=explained)


@pytest.mark.parametrize("name", STATEMENTS)
def test_explanations_that_were_read_prove_themselves(name: str):
    """A trace is whole without the document in which it stood."""
    for award in from_json(text(name), Statement):
        assert award.explanation is None or verify_trace(award.explanation) == ()


def parts_of(value: Any) -> list[Any]:
    """Return a value of a model class and every such value in it."""
    if isinstance(value, tuple):
        return [part for item in value for part in parts_of(item)]
    if hasattr(value, "values") and hasattr(value, "keys"):
        return [part for item in value.values() for part in parts_of(item)]
    if not attrs.has(type(value)):
        return []
    fields = [getattr(value, field.name) for field in attrs.fields(type(value))]
    return [value, *(part for item in fields for part in parts_of(item))]


def test_old_documents_leave_no_field_out():
    """Every field of every class is said by one of them."""
    documents = [from_json(text(name), KINDS[name]) for name in DOCUMENTS]
    parts = [part for document in documents for part in parts_of(document)]
    classes = (Statement, StatedAward, RecipientList, ListedRecipient, ListedRecord)
    assert set() == {
        (cls.__name__, field.name)
        for cls in classes
        for field in attrs.fields(cls)
        if all(getattr(part, field.name) == field.default for part in parts if type(part) is cls)
    }


def test_the_published_statement_has_the_published_amounts():
    """Stuttgart's neighbours know their number."""
    stated = statement("published")
    assert (22, "280220.00", "953704.00") == (
        len(stated),
        stated["Weinheim"].amount,
        stated["Landkreis Schwäbisch Hall"].amount,
    )


def test_the_split_depends_on_everybody():
    """Whoever checks one award must know all recipients."""
    stated = statement("split")
    assert (True, "1000.00", "1000.00", "0.00") == (
        stated.needs_all_recipients,
        stated.total,
        stated.pot,
        stated.residue,
    )


def test_the_what_if_says_so():
    """What was assumed is named for ever."""
    assert ("pot_per_year",) == statement("what-if").assumed


# -- refusals --------------------------------------------------------------------------------------

HEAD = {"format": "integrationsplan/allocation", "version": 1}
GOOD = {
    **HEAD,
    "programme": "trial",
    "day": "2018-01-15",
    "unit": "EUR",
    "total": "3.50",
    "awards": [
        {"recipient": "a", "amount": "3.50", "payers": {"x": "3.5"}},
        {"recipient": "b", "amount": "0"},
    ],
}
MEMBERS = {
    "format": "integrationsplan/recipients",
    "version": 1,
    "members": [{"key": "a", "figures": {"persons": "1"}, "records": {"post": [{"key": "1"}]}}],
}


def changed(document: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Return a copy of a document with one thing changed."""
    data = copy.deepcopy(document)
    change(data)
    return data


def problems(data: dict[str, Any], document: type[Any]) -> list[tuple[str, str]]:
    """Return code and place of each problem that a document is refused for."""
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(data), document)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def test_good_documents_are_read():
    """What the refusals below start from."""
    assert "3.50" == from_json(json.dumps(GOOD), Statement).total
    assert 1 == len(from_json(json.dumps(MEMBERS), RecipientList))


@pytest.mark.parametrize(
    ("found", "change"),
    [
        (("wrong_type", "/total"), lambda d: d.update(total=3.5)),
        (("wrong_type", "/total"), lambda d: d.update(total=3)),
        (("wrong_form", "/total"), lambda d: d.update(total="3,50")),
        (("wrong_form", "/total"), lambda d: d.update(total="35e-1")),
        (("wrong_form", "/total"), lambda d: d.update(total=" 3.50")),
        (("stated_sum", "/total"), lambda d: d.update(total="3.51")),
        (("wrong_type", "/awards/0/amount"), lambda d: d["awards"][0].update(amount=3.5)),
        (("wrong_form", "/awards/0/amount"), lambda d: d["awards"][0].update(amount="NaN")),
        (("missing_key", "/awards/0/amount"), lambda d: d["awards"][0].pop("amount")),
        (("missing_key", "/awards/1/recipient"), lambda d: d["awards"][1].pop("recipient")),
        (("missing_key", "/unit"), lambda d: d.pop("unit")),
        (("missing_key", "/awards"), lambda d: d.pop("awards")),
        (("missing_key", "/residue"), lambda d: d.update(pot="3.50")),
        (("unknown_unit", "/unit"), lambda d: d.update(unit="stone")),
        (("unknown_key", "/edition"), lambda d: d.update(edition="final")),
        (("unknown_key", "/awards/0/sources"), lambda d: d["awards"][0].update(sources={})),
        (("null_value", "/pot"), lambda d: d.update(pot=None)),
        (("wrong_type", "/awards"), lambda d: d.update(awards={})),
        (("wrong_type", "/awards/0/payers"), lambda d: d["awards"][0].update(payers=[])),
        (("stated_sum", "/awards/0/payers"), lambda d: d["awards"][0].update(payers={"x": "3"})),
        (
            ("stated_sum", "/awards/0/tranches"),
            lambda d: d["awards"][0].update(tranches={"x": "3"}),
        ),
        (("stated_despite", "/awards/0/amount"), lambda d: d["awards"][0].update(is_zeroed=True)),
        (("wrong_type", "/awards/1/is_excluded"), lambda d: d["awards"][1].update(is_excluded=1)),
        (
            ("duplicate_recipient", "/awards/1/recipient"),
            lambda d: d["awards"][1].update(recipient="a"),
        ),
        (("not_a_date", "/day"), lambda d: d.update(day="20180115")),
        (("wrong_form", "/assumed/0"), lambda d: d.update(assumed=["Pot"])),
        (
            ("missing_key", "/awards/0/outputs/x/unit"),
            lambda d: d["awards"][0].update(outputs={"x": {"value": "1"}}),
        ),
        (
            ("wrong_type", "/awards/0/parts/x/1"),
            lambda d: d["awards"][0].update(parts={"x": {"1": "1"}}),
        ),
        (("unknown_version", "/version"), lambda d: d.update(version=2)),
    ],
)
def test_statements_are_refused(found: tuple[str, str], change: Callable[[dict[str, Any]], object]):
    """One thing wrong, one problem, at its place."""
    assert [found] == problems(changed(GOOD, change), Statement)


@pytest.mark.parametrize(
    ("found", "change"),
    [
        (("wrong_type", "/members/0/figures/persons"), lambda m: m["figures"].update(persons=1)),
        (("wrong_type", "/members/0/figures/persons"), lambda m: m["figures"].update(persons=1.5)),
        (("wrong_type", "/members/0/figures/persons"), lambda m: m["figures"].update(persons=True)),
        (("null_value", "/members/0/figures/persons"), lambda m: m["figures"].update(persons=None)),
        (("too_short", "/members/0/figures/persons"), lambda m: m["figures"].update(persons="")),
        (
            ("wrong_form", "/members/0/figures/Persons"),
            lambda m: m.update(figures={"Persons": "1"}),
        ),
        (("missing_key", "/members/0/key"), lambda m: m.pop("key")),
        (("unknown_key", "/members/0/persons"), lambda m: m.update(persons="1")),
        (("wrong_type", "/members/0/records"), lambda m: m.update(records=[])),
        (
            ("missing_key", "/members/0/records/post/0/key"),
            lambda m: m["records"]["post"][0].pop("key"),
        ),
        (
            ("repeated", "/members/0/records/post/1/key"),
            lambda m: m["records"]["post"].append({"key": "1"}),
        ),
    ],
)
def test_recipients_are_refused(found: tuple[str, str], change: Callable[[dict[str, Any]], object]):
    """One thing wrong, one problem, at its place."""
    data = changed(MEMBERS, lambda d: change(d["members"][0]))
    assert [found] == problems(data, RecipientList)


def test_recipients_stand_once():
    """Two recipients of one key are refused."""
    data = changed(MEMBERS, lambda d: d["members"].append({"key": "a"}))
    assert [("duplicate_recipient", "/members/1/key")] == problems(data, RecipientList)


def test_every_problem_is_told_at_once():
    """A list of amounts is corrected in one go."""
    data = changed(GOOD, lambda d: [award.update(amount=1.5) for award in d["awards"]])
    assert [("wrong_type", "/awards/0/amount"), ("wrong_type", "/awards/1/amount")] == problems(
        data, Statement
    )


def test_kinds_of_documents_are_not_taken_for_one_another():
    """A statement is no list of recipients."""
    assert [("wrong_format", "/format")] == problems(GOOD, RecipientList)
    assert [("wrong_format", "/format")] == problems(MEMBERS, Statement)


def test_deep_records_are_refused_by_depth():
    """Records in records end somewhere."""
    record: dict[str, Any] = {"key": "1"}
    for _ in range(20):
        record = {"key": "1", "records": {"post": [record]}}
    data = changed(MEMBERS, lambda d: d["members"][0].update(records={"post": [record]}))
    assert ["document_too_deep"] == [code for code, _ in problems(data, RecipientList)]


def test_messages_hold_no_text_of_the_document():
    """What was sent is not repeated."""
    data = changed(
        GOOD, lambda d: d["awards"][1].update(recipient="a", name="Geheim", amount="9,9")
    )
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(data), Statement)
    told = json.dumps(
        [
            problem.as_data(language)
            for problem in caught.value.problems
            for language in ("de", "en")
        ]
    )
    assert "Geheim" not in told
    assert "9,9" not in told
