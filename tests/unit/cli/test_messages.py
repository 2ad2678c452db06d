"""Help, messages and exit codes of the command line, in German and English."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan.cli import main

Run = Callable[..., Any]
FRAMEWORK = "de-bw-integrationsmanagement-2017"
KEY = "de-koenigsteiner-schluessel"
ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Show|List|Compute|Error|Try|Got|unexpected|extra|argument|requires|required|"
    r"does|not|take|value|problems|edition|recipients|programme|at line|column|found|allowed|"
    r"invalid|missing|unknown|division|known are|no such)\b",
)
# Words of the command's own grammar and of ids are the same in both languages.
OWN_WORDS = re.compile(
    r"integrationsplan(/programme)?|PROGRAMME|RECIPIENTS|COMMAND|\[ARGS\]\.\.\.|\[OPTIONS\]|--[a-z-]+|"
    r"funding-programme, programme, general-terms|funding-programme|"
    r"programmes|show|allocate|apply|settle|DAY|NAME|FIGURE=VALUE|KEY|\[[a-z|-]+\]|"
    r"de-[a-z0-9-]+"
)


def english_in(text: str) -> list[str]:
    """Return English words in a German text."""
    return ENGLISH.findall(OWN_WORDS.sub("", text))


# -- help ------------------------------------------------------------------------------------------

NAMES = ("programmes", "show", "allocate", "apply", "settle", "due")
HELPS = [("--help",), *((name, "--help") for name in NAMES)]


@pytest.mark.parametrize("words", HELPS, ids=" ".join)
def test_help_in_german_is_german(run: Run, words: tuple[str, ...]):
    """Headings and texts, with nothing left in English."""
    result = run(*words, "--lang", "de")
    assert (0, [], True) == (result.code, english_in(result.out), "Aufruf:" in result.out)


@pytest.mark.parametrize("words", HELPS, ids=" ".join)
def test_help_in_english_is_english(run: Run, words: tuple[str, ...]):
    """English is the language where none is asked for."""
    result = run(*words)
    assert (0, False, True) == (result.code, "Aufruf" in result.out, "Usage:" in result.out)


@pytest.mark.parametrize(
    ("wanted", "name", "value"),
    [
        ("Aufruf:", "LANG", "de_DE.UTF-8"),
        ("Aufruf:", "LC_ALL", "de_AT"),
        ("Aufruf:", "LC_MESSAGES", "de"),
        ("Usage:", "LANG", "en_GB.UTF-8"),
        ("Usage:", "LANG", "C"),
        ("Usage:", "LANG", ""),
        ("Usage:", "LANG", "fr_FR"),
    ],
)
def test_language_follows_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, wanted: str, name: str, value: str
):
    """German where the environment is German."""
    monkeypatch.setenv(name, value)
    assert wanted in run("--help").out


def test_stronger_variables_of_the_environment_win(run: Run, monkeypatch: pytest.MonkeyPatch):
    """LC_ALL before LANG, as everywhere."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Usage:" in run("--help").out


@pytest.mark.parametrize("words", [("--lang", "en"), ("--lang=en",)])
def test_option_wins_over_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
):
    """Who asks for a language gets it."""
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Usage:" in run("--help", *words).out


@pytest.mark.parametrize("place", [0, 1, 2])
def test_language_may_stand_anywhere(run: Run, place: int):
    """Before the command, after it, or joined by an equals sign."""
    words = [("--lang", "de", "show"), ("show", "--lang", "de"), ("show", "--lang=de")][place]
    assert "Fehler:" in run(*words).err


def test_version_is_told(run: Run):
    """The version of the package."""
    result = run("--version")
    assert (0, True) == (result.code, "0.1.0" in result.out)


# -- programmes and show ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("de", "Verteilung nach dem Königsteiner Schlüssel"), ("en", "Split by the Königstein key")],
)
def test_programmes_are_listed(run: Run, language: str, wanted: str):
    """Id, title and validity of each."""
    result = run("programmes", "--lang", language)
    assert (0, True, True) == (result.code, wanted in result.out, KEY in result.out)


SHOWN = {
    "de": (
        "Tag 15.01.2018",
        "persons (gezählte Personen)",
        "72.857 Personen",
        "erschlossen",
        "Anteil am Land = gezählte Personen geteilt durch Personen im Land",
        "must_join_others (notice): Der Planungsrahmen von ‹Planungsrahmen je Jahr›",
    ),
    "en": (
        "day 2018-01-15",
        "persons (persons counted)",
        "72,857 persons",
        "inferred",
        "share of the state = persons counted divided by persons in the state",
        "must_join_others (notice): The planning framework of ‹planning framework per year›",
    ),
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_programme_is_shown_with_rules_and_numbers(run: Run, language: str):
    """What it asks for, its numbers on the day, its rules in words, its conditions."""
    out = run("show", FRAMEWORK, "--on", "2018-01-15", "--lang", language).out
    assert [] == [text for text in SHOWN[language] if text not in out]


@pytest.mark.parametrize("programme", [FRAMEWORK, KEY, "de-th-thilik-2016"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_programme_can_be_shown(run: Run, language: str, programme: str):
    """No placeholder is left."""
    result = run("show", programme, "--lang", language)
    assert (0, "", []) == (result.code, result.err, re.findall(r"[{}]|None", result.out))


def test_payers_are_shown(run: Run):
    """Who pays stands in the overview."""
    out = run("show", "de-th-thilik-2016", "--lang", "de").out
    assert [True] * 3 == [
        text in out for text in ("Gezahlt von", "Sozialministerium (ESF)", "80 %")
    ]


def test_edition_is_shown(run: Run):
    """The numbers of a named edition, with its day."""
    out = run("show", KEY, "--edition", "KS 2014").out
    assert [True] * 3 == [text in out for text in ("2015-01-01", "KS 2014", "16 rows")]


def test_number_that_is_not_in_force_is_shown_as_such(run: Run):
    """A day without a value is no error when one looks."""
    out = run("show", KEY, "--on", "2014-01-01", "--lang", "de").out
    assert "an diesem Tag nicht in Kraft" in out


def test_document_without_labels_is_shown(run: Run, tmp_path: Path):
    """Names stand where labels are missing; an open validity and past are shown."""
    path = tmp_path / "plain.toml"
    path.write_text(
        'format = "integrationsplan/programme"\nversion = 1\nid = "plain"\n'
        'title = { de = "Probe", en = "Trial" }\njurisdiction = "08"\nvalid = {}\n'
        '[levels]\nrecipient = "all"\n[figures.persons]\nunit = "person"\n'
        '[parameters.factor]\nunit = "1"\n'
        'values = [{ value = "2", basis = "stated", citation = "law" }]\n'
        '[rules.twice]\nkind = "product"\nof = ["persons", "factor"]\n'
        '[result]\naward = "twice"\nunit = "person"\n[citations.law]\ntitle = "The law"\n'
        '[[sources]]\nid = "land"\namount = "rest"\n',
        encoding="utf-8",
    )
    out = run("show", str(path)).out
    assert [True] * 3 == [text in out for text in ("twice = persons × factor", "The law", "land")]


# -- wrong usage -----------------------------------------------------------------------------------

ODD = [
    (),
    ("",),
    ("foo",),
    ("alocate",),
    ("show",),
    ("allocate",),
    ("allocate", FRAMEWORK),
    ("allocate", FRAMEWORK, "{towns}", "extra"),
    ("allocate", FRAMEWORK, "{towns}", "--on"),
    ("allocate", FRAMEWORK, "{towns}", "--on", "15.01.2018"),
    ("allocate", FRAMEWORK, "{towns}", "--on", "2018-02-30"),
    ("allocate", FRAMEWORK, "{towns}", "--on", "２０１８-01-01"),  # noqa: RUF001  # full-width
    ("allocate", FRAMEWORK, "{towns}", "--on", ""),
    ("allocate", FRAMEWORK, "{towns}", "--on", "9" * 5000),
    ("allocate", FRAMEWORK, "{towns}", "--on", "0000-00-00"),
    ("allocate", FRAMEWORK, "{towns}", "--edition", "KS 2099"),
    ("allocate", FRAMEWORK, "{towns}", "--edition", ""),
    ("allocate", FRAMEWORK, "{towns}", "--edition", "fianl"),
    ("allocate", FRAMEWORK, "{towns}", "--format", "xml"),
    ("allocate", FRAMEWORK, "{towns}", "--format"),
    ("allocate", FRAMEWORK, "{towns}", "--formt", "json"),
    ("allocate", FRAMEWORK, "{towns}", "--decimal-comma=3"),
    ("allocate", FRAMEWORK, "{towns}", "--set", "pot=5"),
    ("allocate", FRAMEWORK, "{towns}", "--set"),
    ("allocate", FRAMEWORK, "{towns}", "--explain", ""),
    ("allocate", FRAMEWORK, "{towns}", "--explain", "Weinhiem"),
    ("allocate", FRAMEWORK, "{folder}"),
    ("allocate", FRAMEWORK, "{folder}/nothing.csv"),
    ("allocate", FRAMEWORK, "{folder}/a\nb\x1b[31m.csv"),
    ("allocate", FRAMEWORK, "\0"),
    ("allocate", FRAMEWORK, "x" * 5000),
    ("allocate", FRAMEWORK, ""),
    ("allocate", FRAMEWORK, "\udcff.csv"),
    ("allocate", "{folder}/nothing.toml", "{towns}"),
    ("allocate", "{folder}", "{towns}"),
    ("allocate", "de-bw-integrationsmanagment", "{towns}"),
    ("show", "nothing"),
    ("show", ""),
    ("show", "nothing.json"),
    ("show", "\0.toml"),
    ("show", "\udcff.toml"),
    ("show", "x" * 5000 + ".toml"),
    ("show", "{name!r}.toml"),
    ("show", "{}"),
    ("show", "%s"),
    ("show", FRAMEWORK, "--edition", "{0}"),
    ("show", "../../../../etc/nothing"),
    ("programmes", "extra"),
    ("programmes", "--on", "01.01.2018"),
    ("programmes", "--on"),
    ("programmes", "--jurisdiction", "8"),
    ("programmes", "--jurisdiction", "17"),
    ("programmes", "--jurisdiction", ""),
    ("programmes", "--applicant", "town"),
    ("programmes", "--kind", "loan"),
    ("programmes", "--rules", "--funder", "ESF"),
    ("programmes", "--format", "csv"),
    ("show", "de-th-thilk"),
    ("show", "de-th-thilik", "--edition", "KS 2016"),
    ("show", "de-th-thilik", "--on", "2018"),
    ("show", "de-th-thilik", "--kind", "plan"),
    ("show", "de-th-thilik", "--kind", "programme"),
    ("show", "de-anbest-p", "--edition", "final"),
    ("apply",),
    ("apply", "de-th-thilik"),
    ("apply", "nothing", "{towns}"),
    ("apply", "de-th-thilik-2016", "{towns}"),
    ("apply", "de-th-thilik", "{folder}"),
    ("apply", "de-th-thilik", "{folder}/nothing.json"),
    ("apply", "{folder}/nothing.toml", "{towns}"),
    ("apply", "de-th-thilik", "{towns}", "--terms", "nothing"),
    ("apply", "de-th-thilik", "{towns}", "--terms", "{folder}/nothing.toml"),
    ("apply", "de-th-thilik", "{towns}", "extra"),
    ("settle", "de-th-thilik"),
    ("settle", "de-th-thilik", "--grant", "{towns}", "--application", "{towns}"),
    ("settle", "nothing", "--grant", "-", "--application", "-", "--proof", "-"),
    ("settle", "de-th-thilik", "--grant", "\0", "--application", "-", "--proof", "-"),
    ("due", "de-th-thilik", "--grant", "{towns}"),
    ("due", "nothing", "--grant", "-", "--from", "2018-01-01", "--to", "2018-12-31"),
    ("due", "de-th-thilik", "--grant", "-", "--from", "2018-01-02", "--to", "2018-01-01"),
    ("due", "de-th-thilik", "--grant", "-", "--from", "1.1.2018", "--to", "2018-01-01"),
    ("--lang", "fr", "programmes"),
    ("--lang",),
    ("--nothing",),
    ("-x",),
]


def filled(words: tuple[str, ...], towns: str, folder: Path) -> list[str]:
    """Put the paths into the words of a command."""
    return [word.replace("{towns}", towns).replace("{folder}", str(folder)) for word in words]


@pytest.mark.parametrize("words", ODD, ids=[str(number) for number in range(len(ODD))])
@pytest.mark.parametrize("language", ["de", "en"])
def test_wrong_usage_is_told(
    run: Run, towns: str, tmp_path: Path, language: str, words: tuple[str, ...]
):
    """Exit code 2, nothing on stdout, a message and never a traceback."""
    result = run(
        *filled(words, towns, tmp_path), *(("--lang", language) if words != ("--lang",) else ())
    )
    assert (2, "", False, True) == (
        result.code,
        result.out,
        "Traceback" in result.err,
        bool(result.err.strip()),
    )


@pytest.mark.parametrize(
    "words",
    [words for words in ODD if "fr" not in words],  # who asks for French is answered in English
    ids=lambda words: " ".join(words)[:40].encode("ascii", "backslashreplace").decode(),
)
def test_wrong_usage_is_told_in_german_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch, towns: str, tmp_path: Path, words: tuple[str, ...]
):
    """No message mixes languages."""
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    err = run(*filled(words, towns, tmp_path)).err.replace(str(tmp_path), "")
    assert [] == english_in(err)


@pytest.mark.parametrize("words", ODD, ids=[str(number) for number in range(len(ODD))])
def test_wrong_usage_writes_no_control_characters(
    run: Run, towns: str, tmp_path: Path, words: tuple[str, ...]
):
    """A hostile word cannot steer the terminal."""
    err = run(*filled(words, towns, tmp_path)).err
    assert [] == re.findall(r"[\x00-\x09\x0b-\x1f\x7f]", err)


BAD_FILES = {
    "problems.csv": "key;persons\na;x\nb;-1\n",
    "empty.csv": "",
    "open.csv": 'key;persons\n"a;1\n',
    "nul.csv": "key;persons\na\0;1\n",
    "cells.csv": "key;persons\na;1;2\n",
    "whole.csv": "key;persons\na;72858\n",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_file_is_told_in_german_alone(run: Run, tmp_path: Path, name: str):
    """Exit code 1, nothing on stdout, everything in one language."""
    path = tmp_path / name
    path.write_text(BAD_FILES[name], encoding="utf-8")
    result = run("allocate", FRAMEWORK, str(path), "--lang", "de")
    assert (1, "", []) == (result.code, result.out, english_in(result.err))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = ",
        "{",
        "a.b.c.d.e.f.g.h.i.j = 1",
        "x = " + "[" * 40 + "]" * 40,
        'format = "integrationsplan/plan"\nversion = 1',
        'format = "integrationsplan/programme"\nversion = 2',
        'format = "integrationsplan/programme"\nversion = 1',
        'format = "integrationsplan/programme"\nversion = 1\nid = 5\nfoo = 1.5',
    ],
    ids=range(9),
)
@pytest.mark.parametrize("ending", ["toml", "json"])
def test_bad_document_is_told_in_german_alone(run: Run, tmp_path: Path, ending: str, text: str):
    """Documents that are no programme are refused in one language."""
    path = tmp_path / f"d.{ending}"
    path.write_text(text, encoding="utf-8")
    result = run("show", str(path), "--lang", "de")
    assert (1, "", []) == (result.code, result.out, english_in(result.err))


def test_bytes_that_are_no_text_are_told(run: Run):
    """A file of another encoding says how to save it."""
    result = run("allocate", FRAMEWORK, "-", stdin="key;persons\nä;1\n".encode("cp1252"))
    assert (1, "", True) == (result.code, result.out, "UTF-8" in result.err)


def test_file_that_may_not_be_read_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, towns: str):
    """No permission is said as such."""
    opened = Path.open

    def refuse(path: Path, *words: Any, **named: Any) -> Any:
        if str(path) == towns:
            raise PermissionError
        return opened(path, *words, **named)

    monkeypatch.setattr(Path, "open", refuse)
    result = run("allocate", FRAMEWORK, towns)
    assert (2, True) == (result.code, "no permission" in result.err)


def test_error_of_the_program_itself_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch):
    """What we did not foresee is told in a sentence, and asked to be reported."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("integrationsplan.catalogue.ids", fail)
    result = run("programmes")
    assert (1, "", True) == (result.code, result.out, "ZeroDivisionError" in result.err)


def test_interrupt_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch):
    """Who presses Ctrl-C gets the exit code of Ctrl-C."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("integrationsplan.catalogue.ids", stop)
    assert 130 == run("programmes").code


def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    """Without click and rich the command says what to install."""
    import builtins  # noqa: PLC0415  # patched here alone

    original = builtins.__import__

    def without(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "integrationsplan.cli._main":
            raise ModuleNotFoundError(name="click")
        return original(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SystemExit) as stop:
        main(["programmes"])
    assert (2, True) == (stop.value.code, "integrationsplan[cli]" in capfd.readouterr().err)


def test_other_missing_modules_are_not_hidden(monkeypatch: pytest.MonkeyPatch):
    """A broken installation is no missing extra."""
    import builtins  # noqa: PLC0415  # patched here alone

    original = builtins.__import__

    def without(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "integrationsplan.cli._main":
            raise ModuleNotFoundError(name="attrs")
        return original(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ModuleNotFoundError):
        main(["programmes"])


def test_words_of_the_process_are_the_default(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    """Without arguments the command line reads its own."""
    monkeypatch.setattr("sys.argv", ["integrationsplan", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert "0.1.0" in capfd.readouterr().out
