"""``validate``, ``migrate`` and ``schema``: documents of every kind, from files and pipes."""

import contextlib
import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from integrationsplan import catalogue
from integrationsplan.cli import _documents, _group
from integrationsplan.cli._lines import kind_in
from integrationsplan.cli._main import run as run_words
from integrationsplan.cli._reading import KINDS
from integrationsplan.serialization import FORMATS

Run = Callable[..., Any]
DOCUMENTS = Path(__file__).parents[2] / "documents" / "v1"
STORED = sorted(DOCUMENTS.glob("*.json"))
PLAN = DOCUMENTS / "plan-smallest.json"
FRAMEWORK = "de-bw-integrationsmanagement-2017"
CODE = "from integrationsplan.cli import main; main()"
COMMANDS = (
    "programmes",
    "show",
    "compare",
    "apply",
    "settle",
    "due",
    "validate",
    "migrate",
    "schema",
    "verify",
    "diff",
    "view",
)
ENGLISH = re.compile(
    r"\b(Usage|Options|Error|Try|the|and|does|take|problems?|unknown|missing|no such|found|allowed|"
    r"document|which|what|of|with|to|file)\b"
)


@pytest.fixture
def line() -> str:
    """Return a plan in one line."""
    return json.dumps(json.loads(PLAN.read_text(encoding="utf-8")))


def damaged(text: str) -> str:
    """Return a document of a version that nobody knows."""
    return text.replace('"version": 1', '"version": 9', 1)


# -- help and usage --------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_german_is_german(run: Run, command: str):
    """Nothing is left in English but names of options, formats and arguments."""
    result = run(command, "--help", "--lang", "de")
    text = re.sub(
        r"--[a-z-]+|\[[a-z0-9|-]+\]|trace|access|plan-view|proof-of-use|\.[a-z]+", "", result.out
    )
    assert (0, [], True) == (result.code, ENGLISH.findall(text), "Aufruf:" in result.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_english_is_english(run: Run, command: str):
    """English is the language where none is asked for."""
    result = run(command, "--help")
    assert (0, True) == (result.code, "Usage:" in result.out)


def test_every_command_is_in_the_help(run: Run):
    """The list names each command with one sentence."""
    out = run("--help").out
    assert [] == [name for name in _group.COMMANDS if f"  {name} " not in out]


def test_help_loads_no_command():
    """The list of commands stands ready before any of them is imported."""
    code = (
        "import sys\nfrom integrationsplan.cli._main import run\nrun(['--help'])\n"
        "print([m for m in sys.modules if m.startswith('integrationsplan.cli._') and "
        "m.rpartition('.')[2] in "
        "('_validate', '_documents', '_verify', '_diff', '_views', '_programmes', '_show', "
        "'_apply', '_settle', '_due')"
        " or m == 'rich'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=60, text=True
    )
    assert "[]" == done.stdout.splitlines()[-1]


USAGE = [
    ("validate",),
    ("validate", str(PLAN), "--kind", "novel"),
    ("validate", str(PLAN), "--max-problems", "0"),
    ("validate", str(PLAN), "--max-problems", "9" * 5000),
    ("validate", str(PLAN), "--decoder", "eval"),
    ("validate", str(PLAN), "--programme", "nothing"),
    ("migrate",),
    ("migrate", "-", "--in-place"),
    ("migrate", str(PLAN), "--in-place", "-o", "x"),
    ("schema",),
    ("schema", "novel"),
    ("schema", "plan", "--dialect", "draft-04"),
    ("schema", "plan", "--ui", "fr"),
]


@pytest.mark.parametrize("words", USAGE, ids=lambda words: " ".join(words)[-40:])
@pytest.mark.parametrize("language", ["de", "en"])
def test_wrong_usage_is_told(run: Run, language: str, words: tuple[str, ...]):
    """Exit code 2, nothing on stdout, one language."""
    result = run(*words, "--lang", language)
    told = re.sub(r"--[a-z-]+|integrationsplan \w+|proof-of-use", "", result.err).partition("\n")[0]
    mixed = ENGLISH.findall(told) if language == "de" else re.findall("Fehler", told)
    assert (2, "", [], True) == (result.code, result.out, mixed, bool(told))


# -- validate --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_validate_knows_what_a_document_is(run: Run, path: Path):
    """Every stored document of a kind that is read says itself what it is."""
    named = json.loads(path.read_text(encoding="utf-8"))["format"].rpartition("/")[2]
    if named not in KINDS:
        pytest.skip("a kind that is not read yet")
    result = run("validate", str(path))
    assert (0, f"{path}: {named}, no problems\n", "") == result


def test_validate_reads_toml(run: Run, tmp_path: Path):
    """A programme as people write it."""
    path = tmp_path / "p.TOML"
    path.write_text('version = 1\nformat   = "integrationsplan/programme"\nid = 5\n', "utf-8")
    result = run("validate", str(path))
    assert (1, True, True) == (
        result.code,
        "p.TOML: programme, problems:" in result.out,
        "/id: " in result.out,
    )


def test_validate_tells_every_problem_of_every_file(run: Run, tmp_path: Path):
    """One run, all files, all problems; the answer stands on stdout."""
    path = tmp_path / "bad.json"
    path.write_text('{"format": "integrationsplan/plan", "version": 1, "x": 1}', encoding="utf-8")
    result = run("validate", str(path), str(PLAN), "--lang", "de")
    places = [text.split(":")[0].strip() for text in result.out.splitlines()[1:4]]
    assert (1, "", ["/id", "/revisions", "/x"], True) == (
        result.code,
        result.err,
        places,
        result.out.endswith("plan, keine Probleme\n"),
    )


def test_validate_as_json_gives_an_object_a_file(run: Run, tmp_path: Path, line: str):
    """Programs get the problems as data, with exact counts."""
    path = tmp_path / "bad.json"
    path.write_text(damaged(line), encoding="utf-8")
    result = run("validate", str(path), str(PLAN), "--format", "json")
    bad, good = map(json.loads, result.out.splitlines())
    assert (1, "plan", False, 1, ["unknown_version"]) == (
        result.code,
        bad["kind"],
        bad["valid"],
        bad["problem_count"],
        [problem["code"] for problem in bad["problems"]],
    )
    assert {
        "file": str(PLAN),
        "kind": "plan",
        "valid": True,
        "documents": 1,
        "problem_count": 0,
        "problems": [],
    } == good


def test_validate_lists_so_many_problems_and_counts_the_rest(run: Run, tmp_path: Path):
    """A flood of problems is cut where it was asked to be."""
    path = tmp_path / "bad.json"
    path.write_text('{"format": "integrationsplan/plan", "version": 1, "x": 1}', encoding="utf-8")
    out = run("validate", str(path), "--max-problems", "1").out
    assert (3, True) == (out.count("\n"), "… and 2 more" in out)


@pytest.mark.parametrize("kind", ["plan", "trace"])
def test_validate_expects_the_kind_that_was_asked_for(run: Run, kind: str):
    """Another kind than the one asked for is a problem of the format."""
    result = run("validate", str(PLAN), "--kind", kind)
    assert (kind != "plan", kind != "plan") == (result.code == 1, "/format" in result.out)


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("{}", "/format"),
        ('{"format": "integrationsplan/novel", "version": 1}', "/format"),
        ('{"format": 7}', "/format"),
        ('{"form\\u0061t": "integrationsplan/plan", "version": 9}', "/version"),
        ('{"x": "\\"format\\": \\"integrationsplan/trace\\""}', "/format"),
        ("[]", "/"),
        ("nonsense", "/"),
        ("", "/"),
    ],
)
def test_validate_tells_what_says_nothing_of_itself(run: Run, text: str, pointer: str):
    """A document without a known format has that one problem, and no list of others."""
    result = run("validate", "-", "--format", "json", stdin=text)
    found = json.loads(result.out)
    places = {problem["pointer"] or "/" for problem in found["problems"]}
    assert (1, True) == (result.code, pointer in places)


def test_validate_reads_standard_input(run: Run, line: str):
    """``-`` is a pipe."""
    assert (0, "-: plan, no problems\n", "") == run("validate", "-", stdin=line)


@pytest.mark.parametrize("decoder", ["json"])
def test_validate_hands_the_decoder_on(run: Run, monkeypatch: pytest.MonkeyPatch, decoder: str):
    """The loader hears which decoder was asked for, and nothing where none was."""
    heard = []

    def load(*_: object, **options: Any) -> Any:
        heard.append(options.get("decoder"))
        return KINDS  # of no kind that matters here

    monkeypatch.setattr("integrationsplan.cli._reading.from_json", load)
    monkeypatch.setattr("integrationsplan.cli._validate.kind_of", lambda _: "plan")
    run("validate", str(PLAN), "--decoder", decoder)
    run("validate", str(PLAN))
    assert [decoder, None] == heard


# -- tables of recipients --------------------------------------------------------------------------


def test_validate_reads_recipients_of_a_programme(run: Run, towns: str):
    """A table is checked against the figures of a programme."""
    result = run("validate", towns, "--programme", FRAMEWORK)
    assert (0, f"{towns}: recipients, no problems\n", "") == result


def test_validate_tells_line_and_column_of_a_table(run: Run):
    """A table on standard input is known by the programme that is named."""
    result = run("validate", "-", "--programme", FRAMEWORK, stdin="key;persons\na;x\n")
    assert (1, True) == (result.code, "line 2, column persons" in result.out)


def test_validate_needs_the_programme_of_a_table(run: Run, towns: str):
    """Without programme a table says nothing."""
    result = run("validate", towns)
    assert (2, "", True) == (result.code, result.out, "--programme" in result.err)


# -- documents by line -----------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["jsonl", "ndjson", "JSONL", "jsonl.gz"])
def test_validate_reads_documents_by_line(run: Run, tmp_path: Path, line: str, ending: str):
    """Bad lines are told by number and place, and the rest goes on."""
    text = "\n".join([line, damaged(line), "", "nonsense", line]).encode()
    path = tmp_path / f"plans.{ending}"
    path.write_bytes(gzip.compress(text) if ending.endswith("gz") else text)
    result = run("validate", str(path))
    first, *told = result.out.splitlines()
    assert (1, f"{path}: plan, documents: 4, problems: 2", ["line 2, /version", "line 4"]) == (
        result.code,
        first,
        [row.split(":")[0].strip() for row in told],
    )


def test_validate_reads_lines_from_a_pipe(run: Run, line: str):
    """``--lines`` says so where no name does; compressed input is known by its bytes."""
    result = run("validate", "--lines", "-", stdin=gzip.compress(f"{line}\n{line}".encode()))
    assert (0, "-: plan, documents: 2, no problems\n", "") == result


def test_validate_as_json_places_lines(run: Run, tmp_path: Path, line: str):
    """Line and pointer stand beside each other."""
    path = tmp_path / "plans.jsonl"
    path.write_text(f"{line}\n{damaged(line)}\n", encoding="utf-8")
    found = json.loads(run("validate", str(path), "--format", "json").out)
    assert (2, 2, "/version") == (
        found["documents"],
        found["problems"][0]["line"],
        found["problems"][0]["pointer"],
    )


def test_validate_caps_problems_over_all_lines(run: Run, tmp_path: Path):
    """The cap is that of the file, however many lines are bad."""
    path = tmp_path / "plans.jsonl"
    path.write_text("{}\n" * 500, encoding="utf-8")
    found = json.loads(run("validate", str(path), "--format", "json", "--max-problems", "7").out)
    assert (7, 500, True) == (
        len(found["problems"]),
        found["documents"],
        found["problem_count"] >= 500,
    )


def test_first_line_says_the_kind(tmp_path: Path):
    """What the first bytes name is looked at, and not taken away."""
    path = tmp_path / "traces.jsonl"
    path.write_bytes(b'{"format":"integrationsplan/trace","version":1}\n')
    with path.open("rb") as file:
        assert ("trace", 0) == (kind_in(file), file.tell())


def test_damaged_gzip_is_told(run: Run, tmp_path: Path, line: str):
    """A file that breaks off is no crash."""
    path = tmp_path / "plans.jsonl.gz"
    path.write_bytes(gzip.compress(f"{line}\n".encode() * 50)[:-20])
    result = run("validate", str(path))
    assert (1, "", True) == (result.code, result.err, "problems: 1" in result.out)


def test_missing_reader_of_zstd_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """The message says what to install."""

    def fail() -> None:
        raise ImportError

    monkeypatch.setattr("integrationsplan.serialization._compression._zstd", fail)
    path = tmp_path / "plans.jsonl.zst"
    path.write_bytes(b"\x28\xb5\x2f\xfd" + b"\0" * 20)
    result = run("validate", str(path), "--kind", "plan")
    assert (2, "", True) == (result.code, result.out, "integrationsplan[zstd]" in result.err)


# -- files that are not what they should be --------------------------------------------------------


def test_file_that_cannot_be_read_hides_no_other(run: Run, tmp_path: Path):
    """The rest is checked all the same, and the exit code says that something was missing."""
    result = run("validate", str(tmp_path / "nothing"), str(PLAN), str(tmp_path))
    assert (2, f"{PLAN}: plan, no problems\n", 2) == (
        result.code,
        result.out,
        result.err.count("Error: "),
    )


def test_file_that_cannot_be_read_stands_in_the_json(run: Run, tmp_path: Path):
    """Programs get a row for every file."""
    result = run("validate", str(tmp_path / "nothing"), str(PLAN), "--format", "json")
    rows = [json.loads(row) for row in result.out.splitlines()]
    assert [(None, True), (True, False)] == [(row["valid"], "error" in row) for row in rows]


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\x1b[31mred", "a\nb", "\udcff"])
@pytest.mark.parametrize("command", ["validate", "migrate", "verify", "diff"])
def test_names_of_files_cannot_steer_the_terminal(run: Run, command: str, name: str):
    """A hostile name is told without its control characters."""
    result = run(command, name)
    assert (2, []) == (result.code, re.findall(r"[\x00-\x09\x0b-\x1f\x7f]", result.err))


def test_name_of_a_file_that_is_there_cannot_steer_the_terminal(run: Run, tmp_path: Path):
    """Nor can the name of one that is read."""
    path = tmp_path / "\x1b[31mred.json"
    path.write_text("{}", encoding="utf-8")
    results = [run(command, str(path)) for command in ("validate", "verify")]
    assert ["\x1b" in result.out + result.err for result in results] == [False, False]


HOSTILE = {
    "binary": os.urandom(2000),
    "deep": b"[" * 100_000,
    "huge": b'"' + b"x" * (9 * 1024 * 1024) + b'"',
    "digits": b'{"format":"integrationsplan/plan","version":' + b"9" * 100_000 + b"}",
    "twice": b'{"format":"integrationsplan/plan","format":"integrationsplan/plan","version":1}',
    "wide": "{}".encode("utf-16"),
    "marked": b"\xef\xbb\xbf{}",
    "nul": b"\0" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("command", ["validate", "migrate", "verify", "diff"])
@pytest.mark.parametrize("ending", ["json", "toml", "jsonl"])
def test_hostile_documents_are_refused(
    run: Run, tmp_path: Path, ending: str, command: str, name: str
):
    """Exit code 1 (or 2 where a second file is wanted), and never an error of ours."""
    path = tmp_path / f"d.{ending}"
    path.write_bytes(HOSTILE[name])
    more = ("--from", "0") if command == "diff" else ()
    result = run(command, str(path), *more)
    assert (1, False) == (result.code, "please report" in result.err)


def test_messages_hold_nothing_of_the_document(run: Run, tmp_path: Path):
    """A name in a damaged document never reaches a log."""
    path = tmp_path / "d.json"
    path.write_text('{"format":"integrationsplan/plan","version":1,"id":"Canary 7"}', "utf-8")
    results = [run(command, str(path)) for command in ("validate", "migrate", "verify")]
    assert [] == [result for result in results if "Canary" in result.out + result.err]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_told(run: Run, tmp_path: Path):
    """No permission is said as such."""
    path = tmp_path / "d.json"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0)
    result = run("validate", str(path))
    assert (2, True) == (result.code, "no permission" in result.err)


# -- migrate ---------------------------------------------------------------------------------------


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the newest version of plans be 3."""
    formats = {
        kind: (name, 3 if name.endswith("/plan") else 1) for kind, (name, _) in FORMATS.items()
    }
    monkeypatch.setattr(_documents, "FORMATS", MappingProxyType(formats))


def test_migrate_says_that_nothing_is_to_do(run: Run):
    """The document comes out as it was, byte by byte."""
    result = run("migrate", str(PLAN))
    assert (0, PLAN.read_text(encoding="utf-8"), True) == (
        result.code,
        result.out,
        "version 1 is the newest; nothing to do" in result.err,
    )


@pytest.mark.usefixtures("older")
def test_migrate_tells_the_steps(run: Run):
    """From which version over which to which."""
    result = run("migrate", str(PLAN), "--lang", "de")
    assert (0, True, "plan") == (
        result.code,
        "plan, Version 1 → 2 → 3" in result.err,
        json.loads(result.out)["id"][:4],
    )


@pytest.mark.usefixtures("older")
def test_migrate_tells_the_steps_as_data(run: Run):
    """Programs read the report on stderr."""
    report = json.loads(run("migrate", str(PLAN), "--format", "json").err)
    assert ("integrationsplan/plan", 1, 3, [[1, 2], [2, 3]]) == (
        report["format"],
        report["from"],
        report["to"],
        report["steps"],
    )


def test_migrate_never_overwrites(run: Run, tmp_path: Path):
    """A file that is there stays as it is."""
    path = tmp_path / "out.json"
    path.write_text("precious", encoding="utf-8")
    result = run("migrate", str(PLAN), "-o", str(path))
    assert (2, "precious", True) == (result.code, path.read_text("utf-8"), "already" in result.err)


@pytest.mark.usefixtures("older")
def test_migrate_writes_a_new_file(run: Run, tmp_path: Path):
    """Only its owner may read it, and nothing else is left in the folder."""
    path = tmp_path / "out.json"
    result = run("migrate", str(PLAN), "-o", str(path))
    assert (0, "", ["out.json"], "integrationsplan/plan") == (
        result.code,
        result.out,
        os.listdir(tmp_path),
        json.loads(path.read_text(encoding="utf-8"))["format"],
    )
    if os.name == "posix":
        assert 0o600 == path.stat().st_mode & 0o777


@pytest.mark.usefixtures("older")
def test_migrate_in_place_replaces_the_file(run: Run, tmp_path: Path):
    """The file keeps its name and rights."""
    path = tmp_path / "plan.json"
    path.write_bytes(PLAN.read_bytes() + b"  \n")
    path.chmod(0o640)
    result = run("migrate", str(path), "--in-place")
    assert (0, "", ["plan.json"], True) == (
        result.code,
        result.out,
        os.listdir(tmp_path),
        path.read_bytes() != PLAN.read_bytes() + b"  \n",
    )
    if os.name == "posix":
        assert 0o640 == path.stat().st_mode & 0o777


def test_migrate_in_place_leaves_what_is_new(run: Run, tmp_path: Path):
    """Nothing is written where nothing is to do."""
    path = tmp_path / "plan.json"
    path.write_bytes(PLAN.read_bytes())
    before = path.stat().st_mtime_ns
    assert (0, before) == (run("migrate", str(path), "--in-place").code, path.stat().st_mtime_ns)


def test_migrate_refuses_what_the_loader_refuses(run: Run, tmp_path: Path, line: str):
    """A damaged or newer document stays as it is."""
    path = tmp_path / "plan.json"
    path.write_text(damaged(line), encoding="utf-8")
    result = run("migrate", str(path), "--in-place")
    assert (1, "", damaged(line)) == (result.code, result.out, path.read_text("utf-8"))


@pytest.mark.parametrize("target", ["nowhere/out.json", ".", "a\0b"])
def test_target_that_cannot_be_written_is_told(run: Run, tmp_path: Path, target: str):
    """Wrong usage, and nothing on stdout."""
    result = run("migrate", str(PLAN), "-o", str(tmp_path / target))
    assert (2, "", []) == (result.code, result.out, os.listdir(tmp_path))


def test_full_disk_leaves_nothing_half_done(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Whole or not at all."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    result = run("migrate", str(PLAN), "-o", str(tmp_path / "out.json"))
    assert (2, []) == (result.code, os.listdir(tmp_path))


# -- schema ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", ["2020-12", "forms"])
@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_printed(run: Run, kind: str, dialect: str):
    """Every kind has a schema in both dialects."""
    result = run("schema", kind, "--dialect", dialect)
    schema = json.loads(result.out)
    assert (0, "", f"integrationsplan/{kind}") == (
        result.code,
        result.err,
        schema["properties"]["format"]["const"],
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_schema_of_the_form_is_printed(run: Run, language: str):
    """A layout for forms, in the language asked for."""
    result = run("schema", "plan", "--ui", language)
    assert (0, True) == (result.code, isinstance(json.loads(result.out), dict))


def test_schemas_are_listed(run: Run):
    """Each kind with format and version."""
    out = run("schema", "--list").out
    assert [] == [kind for kind in KINDS if f"{kind} (integrationsplan/{kind} 1)" not in out]


def test_schemas_are_listed_as_data(run: Run):
    """The same for programs."""
    rows = json.loads(run("schema", "--list", "--format", "json").out)
    assert list(KINDS) == [row["kind"] for row in rows]


# -- as a process ----------------------------------------------------------------------------------


def test_pipes_are_read_by_line(line: str):
    """A real pipe of compressed lines: its kind is seen without taking bytes away."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, "validate", "--lines", "-"],
        input=gzip.compress(f"{line}\n".encode() * 3),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (0, b"", True) == (done.returncode, done.stderr, b"documents: 3" in done.stdout)


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("words", [("validate", "x.jsonl"), ("schema", "plan")])
def test_reader_that_goes_away_leaves_no_traceback(tmp_path: Path, words: tuple[str, ...]):
    """``| head -1`` is a usual way to look at output."""
    (tmp_path / "x.jsonl").write_text("{}\n" * 2_000, encoding="utf-8")
    shell = f'"$0" -c \'{CODE}\' "$@" --max-problems 100000 | head -1'
    shell = shell if words[0] == "validate" else shell.replace(" --max-problems 100000", "")
    done = subprocess.run(
        ["/bin/sh", "-c", shell, sys.executable, *words],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=tmp_path,
    )
    assert (b"", 1) == (done.stderr, done.stdout.count(b"\n"))


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
def test_bar_is_shown_on_a_terminal_alone(tmp_path: Path, line: str):
    """Who looks on sees a bar on stderr; a log sees nothing."""
    import pty  # noqa: PLC0415  # there is none on other systems

    path = tmp_path / "plans.jsonl"
    path.write_text(f"{line}\n" * 300, encoding="utf-8")
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-c", CODE, "validate", str(path)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm"},
    )
    out, _ = done.communicate(timeout=60)
    os.set_blocking(ours, False)
    seen = b""
    with contextlib.suppress(BlockingIOError):  # read before it is closed, which may drop the rest
        while piece := os.read(ours, 65536):
            seen += piece
    os.close(theirs)
    os.close(ours)
    assert (0, True, f"{path}: plan, documents: 300, no problems\n") == (
        done.returncode,
        b"plans.jsonl" in seen,
        out.decode(),
    )


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("integrationsplan va", "validate"),
        ("integrationsplan schema plan-", "plan-view"),
        ("integrationsplan view --purpose job", "job-centre"),
        ("integrationsplan view --groups health,ho", "health,housing"),
        ("integrationsplan allocate de-bw", FRAMEWORK),
    ],
)
def test_shell_completes_names(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], words: str, wanted: str
):
    """Commands, kinds, purposes, groups and programmes are completed."""
    monkeypatch.setenv("_INTEGRATIONSPLAN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    with pytest.raises(SystemExit):
        run_words([])
    assert f"plain,{wanted}" in capfd.readouterr().out


def test_programmes_of_the_catalogue_are_valid(run: Run, tmp_path: Path):
    """What is shipped is checked by the same words as what comes from elsewhere."""
    from integrationsplan import to_json  # noqa: PLC0415

    paths = []
    for name in catalogue.ids():
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(to_json(catalogue.load(name)), encoding="utf-8")
    result = run("validate", *map(str, paths))
    assert (0, len(paths)) == (result.code, result.out.count("programme, no problems"))
