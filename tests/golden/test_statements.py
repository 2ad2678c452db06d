"""Statements of published results, and of every golden document."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from tests.golden.test_every_document import NAMES, SAMPLES

from integrationsplan import Allocation, catalogue, from_json, to_json
from integrationsplan.allocation import (
    RecipientList,
    StatedAward,
    Statement,
    verify_statement,
)
from integrationsplan.catalogue import published

FINAL = "de-bw-integrationsmanagement-2017"

Golden = Callable[..., Allocation]


@pytest.fixture(scope="module")
def record() -> Statement:
    """Return the amounts that were published in January 2018, as whoever published them would."""
    rows = published(FINAL)
    return Statement(
        programme=FINAL,
        day=dt.date(2018, 1, 15),
        unit="EUR/year",
        total=str(sum(row.amount for row in rows)),
        awards=tuple(StatedAward(recipient=row.recipient, amount=str(row.amount)) for row in rows),
    )


def persons(**others: int) -> list[dict[str, Any]]:
    """Return the published persons, some of them replaced."""
    return [
        {"key": row.recipient, "persons": others.get(row.recipient, row.persons)}
        for row in published(FINAL)
    ]


def test_the_published_amounts_are_reproduced(record: Statement):
    """Each of the 22 published amounts follows from the rule, to the cent."""
    assert () == verify_statement(record, catalogue.load(FINAL), persons())


def test_one_person_more_would_be_found(record: Statement):
    """The published amounts belong to the published persons."""
    found = verify_statement(record, catalogue.load(FINAL), persons(Weinheim=353))
    index = [award.recipient for award in record].index("Weinheim")
    assert ["/total", f"/awards/{index}/amount"] == [problem.pointer for problem in found]


def test_the_first_edition_does_not_give_them(record: Statement):
    """The framework of the first tranche was another."""
    first = catalogue.load("de-bw-integrationsmanagement-2017-first-tranche")
    assert ["other_programme"] == [p.code for p in verify_statement(record, first, persons())]


@pytest.mark.parametrize("name", NAMES)
def test_statements_read_back_equal_and_are_reproduced(golden: Golden, name: str):
    """Result and recipients as documents are all that a check needs beside the programme."""
    rows, day, options = SAMPLES[name]
    allocation = golden(name, rows, day, **options)
    keys = [award.recipient.key for award in allocation]
    statement = from_json(to_json(allocation.statement(explain=keys)), Statement)
    listed = from_json(to_json(RecipientList.of(allocation.recipients)), RecipientList)
    assert allocation.statement(explain=keys) == statement
    assert () == verify_statement(statement, allocation.programme, listed.to_recipients())
