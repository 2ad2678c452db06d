"""Catalogues: complete, in step with their sources, and with the placeholders of the messages."""

import gettext
import importlib.util
import re
import string
from pathlib import Path
from types import ModuleType

import pytest

from integrationsplan.display import DocumentLanguage, languages
from integrationsplan.display._catalogues import catalogue
from integrationsplan.display._messages import Message, label_classes, messages
from integrationsplan.display._names import COUNTRY_NAMES, LANGUAGE_NAMES, SCRIPT_NAMES
from integrationsplan.display._rendering import environment
from integrationsplan.plan import GoalField, Lifecycle
from integrationsplan.values import NoCountry

TOOL = Path(__file__).parents[3] / "tools" / "catalogues.py"
TRANSLATED = [language.code for language in languages() if language.code != "en"]


class Missed(gettext.NullTranslations):
    """What is asked where a catalogue has no answer."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str]] = []

    def gettext(self, message: str) -> str:
        """Note a message."""
        self.found.append((None, message))
        return message

    def pgettext(self, context: str, message: str) -> str:
        """Note a message and its context."""
        self.found.append((context, message))
        return message


def is_label(message: Message) -> bool:
    """Tell whether the model itself has the text in German."""
    return message.context in (message.place, "purpose")


def translated(code: str, message: Message) -> str:
    """Return a message in a language."""
    found = catalogue(code)
    if message.context is None:
        return found.gettext(message.text)
    return found.pgettext(message.context, message.text)


def test_names_the_languages():
    """Four languages come with the package; two of them wait for their review."""
    assert (
        DocumentLanguage("ar", "العربية", is_right_to_left=True, is_reviewed=False),
        DocumentLanguage("de", "Deutsch", is_right_to_left=False, is_reviewed=True),
        DocumentLanguage("en", "English", is_right_to_left=False, is_reviewed=True),
        DocumentLanguage("uk", "Українська", is_right_to_left=False, is_reviewed=False),
    ) == languages()


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_message_is_missing(code: str):
    """The compiled catalogue answers every message that a document may say."""
    missed = Missed()
    folder = Path(str(importlib.util.find_spec("integrationsplan.display").origin)).parent
    with (folder / "locale" / code / "LC_MESSAGES" / "integrationsplan.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)
    found.add_fallback(missed)
    for message in messages():
        if code == "de" and is_label(message):
            continue
        if message.context is None:
            found.gettext(message.text)
        else:
            found.pgettext(message.context, message.text)
    assert [] == missed.found


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_are_those_of_the_message(code: str):
    """What is filled in stands in every translation, and nothing else is."""

    def names(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}

    wrong = [
        message.text
        for message in messages()
        if names(message.text) != names(translated(code, message))
    ]
    assert [] == wrong


@pytest.mark.parametrize("code", TRANSLATED)
def test_nothing_invisible_turns_the_text(code: str):
    """No translation holds an override or an unclosed embedding of direction."""
    found = "".join(translated(code, message) for message in messages())
    assert set() == set(found) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_every_text_of_the_templates_is_a_message():
    """Outside of tags and expressions, templates hold no words of their own."""
    words = {}
    for name in environment().list_templates(extensions=["html"]):
        source = (environment().loader.get_source(environment(), name))[0]
        bare = re.sub(r"{#.*?#}|{{.*?}}|{%.*?%}", " ", source, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>| lang=", " ", bare)  # an attribute that a macro makes
        words[name] = set(re.findall(r"[^\W\d_]{2,}", text))
    assert {"Leben", "in", "Deutschland"} == set().union(*words.values())  # a test's own name


def test_every_code_list_of_entries_is_labelled_in_every_language():
    """The labels of the model are messages, in the context of their class."""
    assert len(label_classes()) > 35
    known = {(message.context, message.text) for message in messages()}
    assert {
        (kind.__name__, member.label.en) for kind in label_classes() for member in kind
    } <= known
    assert {GoalField, Lifecycle} <= set(label_classes())


def test_every_code_without_a_country_has_a_name():
    """The codes that stand for no country are named too."""
    assert {member.value: member.label.en for member in NoCountry}.items() <= COUNTRY_NAMES.items()


@pytest.mark.parametrize("code", ["de", "uk", "ar"])
def test_names_of_languages_differ(code: str):
    """No two languages have the same name, no two scripts and no two countries."""
    lists = {"language": LANGUAGE_NAMES, "script": SCRIPT_NAMES, "country": COUNTRY_NAMES}
    for context, names in lists.items():
        found = [catalogue(code).pgettext(context, name) for name in names.values()]
        assert len(set(found)) == len(found)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Return the tool that keeps the catalogues."""
    pytest.importorskip("babel")
    spec = importlib.util.spec_from_file_location("catalogues_tool", TOOL)
    if spec is None or spec.loader is None or not TOOL.exists():
        pytest.skip("the tests run apart from the sources")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sources_and_compiled_catalogues_are_in_step(tool: ModuleType):
    """The tool finds nothing to update or to compile, nothing fuzzy and nothing empty."""
    assert [] == list(tool.problems())
