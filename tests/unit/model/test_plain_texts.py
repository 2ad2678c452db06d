"""Clean texts in every script: what is asked quickly says the same as what is asked at length."""

import re
import sys
import unicodedata

import pytest

from integrationsplan._model import _constraints
from integrationsplan._model._constraints import COMBINING_RUN, plain_problem

ACUTE = "\u0301"  # combines with what stands before it


def code_of(text: str) -> str | None:
    """Return the code of the problem of a text, if it has one."""
    problem = plain_problem(text)
    return None if problem is None else problem.code


@pytest.mark.parametrize(
    "text",
    [
        "Zürich",
        "Łódź",
        "Мова та інтеграція",
        "دبلوم تمريض",
        "ትምህርት",
        "语言",
        "हिन्दी",
        "e" + "\u0331" * 30,
    ],
)
def test_texts_of_every_script_are_clean(text: str):
    """In NFC they are."""
    assert unicodedata.is_normalized("NFC", text)
    assert code_of(text) is None


def test_nothing_forbidden_is_printable():
    """So printable texts need no look at each character; whatever this Python's Unicode is."""
    forbidden = re.compile(f"[\t\n{_constraints._INVISIBLE}]")
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert len(printable) > 100_000
    assert forbidden.search(printable) is None


@pytest.mark.parametrize("before", range(2 * COMBINING_RUN + 3))
@pytest.mark.parametrize("marks", [COMBINING_RUN, COMBINING_RUN + 1])
def test_a_run_of_marks_has_the_same_end_wherever_it_stands(before: int, marks: int):
    """So many are clean, one more is not: it must not come to the question of NFC."""
    text = "ж" * before + "ж" + "\u0331" * marks + "ж" * 7
    assert unicodedata.is_normalized("NFC", text)
    assert (None if marks == COMBINING_RUN else "not_nfc") == code_of(text)


def test_runs_are_not_added_up():
    """Marks of several characters are several runs."""
    assert code_of(("ж" + "\u0331" * COMBINING_RUN) * 5) is None


def test_marks_that_could_be_one_character_are_no_nfc():
    """As ever."""
    assert "not_nfc" == code_of(f"e{ACUTE}")


@pytest.mark.parametrize(
    ("text", "code"), [("жж\u200b", "not_plain_text"), ("ж\n", "not_plain_text")]
)
def test_the_forbidden_is_found_in_other_scripts(text: str, code: str):
    """A text that is not printable is looked at closer."""
    assert code == code_of(text)
