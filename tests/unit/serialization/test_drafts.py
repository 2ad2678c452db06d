"""What is wrong in form does not hide what is wrong in meaning, nor the other way round."""

import pytest

from integrationsplan import DocumentError, Programme, from_toml

GOOD = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Versuch", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
recipient = "all"
[figures.persons]
unit = "person"
[parameters.rate]
unit = "EUR/person"
values = [{ value = "12.5", basis = "stated", citation = "law" }]
[rules.grant]
kind = "round"
of = { kind = "product", of = ["persons", "rate"] }
step = "0.01"
method = "half_up"
[result]
award = "grant"
unit = "EUR"
[citations.law]
title = "Invented"
"""


def problems(*edits: tuple[str, str]) -> list[tuple[str, str]]:
    """Return code and pointer of all problems of an edited document."""
    text = GOOD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    with pytest.raises(DocumentError) as caught:
        from_toml(text, Programme)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def test_the_document_is_good():
    """Without edits it loads."""
    assert "trial" == from_toml(GOOD, Programme).id


def test_form_and_meaning_are_told_together():
    """A wrong code, an unknown unit, an unlisted citation and an unknown name: four problems."""
    assert {
        ("missing_key", "/title/en"),
        ("unknown_unit", "/figures/persons/unit"),
        ("unknown_citation", "/parameters/rate/values/0/citation"),
        ("unknown_name", "/result/award"),
    } == set(
        problems(
            (', en = "Trial"', ""),
            ('unit = "person"', 'unit = "persn"'),
            ('citation = "law"', 'citation = "lex"'),
            ('award = "grant"', 'award = "grand"'),
        )
    )


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (('method = "half_up"', 'method = "up up"'), ("unknown_code", "/rules/grant/method")),
        (('value = "12.5"', "value = 12.5"), ("wrong_type", "/parameters/rate/values/0/value")),
        (('unit = "person"', "unit = 1"), ("wrong_type", "/figures/persons/unit")),
        (('title = "Invented"', "title = 1"), ("wrong_type", "/citations/law/title")),
        (('award = "grant"', "award = 1"), ("wrong_type", "/result/award")),
        (('recipient = "all"', "recipient = 1"), ("wrong_type", "/levels/recipient")),
    ],
)
def test_what_cannot_be_read_is_told_once(edit: tuple[str, str], found: tuple[str, str]):
    """A name whose declaration cannot be read is known all the same: nothing else is told."""
    assert [found] == problems(edit)


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ('[[conditions]]\ncode = "x"\n', "/conditions/0/when"),
        ('[[sources]]\nid = "x"\n', "/sources/0/amount"),
        ('[[earmarks]]\nid = "x"\n', "/earmarks/0/amount"),
    ],
)
def test_items_that_cannot_be_read_keep_their_places(block: str, found: str):
    """An unreadable item hides neither itself nor an unknown name elsewhere."""
    told = problems(
        ("[citations.law]", f"{block}[citations.law]"), ('award = "grant"', 'award = "grand"')
    )
    assert {("missing_key", found), ("unknown_name", "/result/award")} <= set(told)
