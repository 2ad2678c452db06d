"""Texts that have a pattern, looked at together: the same verdict as of each by itself."""

import re

import pytest

from integrationsplan.serialization._forms import TextsByPattern

WORD = "[a-z]{1,3}"


def all_match(regex: str, *texts: str) -> bool:
    """Gather texts of one pattern and ask for all of them."""
    gathered = TextsByPattern()
    gathered[regex].extend(texts)
    return gathered.all_match()


def test_no_texts_match():
    """Nothing is wrong with a document without texts."""
    assert TextsByPattern().all_match()


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("wrong", ["", "a b", "abcd", "A", "a\n", "\na", "a\nb", "ä"])
def test_one_text_that_does_not_match_is_seen(wrong: str, place: int):
    """Wherever it stands among others."""
    texts = ["abc", "a", "ab"]
    assert all_match(WORD, *texts)
    texts.insert(place, wrong)
    assert not all_match(WORD, *texts)


def test_every_pattern_is_asked():
    """One that holds does not stand for the others."""
    gathered = TextsByPattern()
    gathered[WORD].append("abc")
    gathered["[0-9]"].append("a")
    assert not gathered.all_match()


def test_options_stay_together():
    """What a pattern leaves to choose is chosen for each text as a whole."""
    assert all_match("a|ab|abc", "ab", "abc", "a")
    assert not all_match("a|ab|abc", "ab", "c")


def test_empty_texts_may_match():
    """Where the pattern says so."""
    assert all_match("(?:/[a-z])*", "", "/a/b", "")


def test_many_texts_take_time_in_proportion():
    """A pattern with two ways through each text is not tried in all of them together."""
    texts = ["aaaa"] * 5_000
    assert all_match("(?:a|aa){1,4}", *texts)
    assert not all_match("(?:a|aa){1,4}", *texts, "b")


def test_classes_are_those_of_ascii():
    """As everywhere in the model."""
    assert re.fullmatch(r"\w", "ä")
    assert not all_match(r"\w", "ä")
