"""Compressed files and documents by line: every command reads them, or says what they are."""

import gzip
import json
import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import catalogue, to_json
from integrationsplan.cli._reading import parse_document
from integrationsplan.errors import DocumentError
from integrationsplan.serialization import Bounds

Run = Callable[..., Any]
PLAN = Path(__file__).parents[2] / "documents" / "v1" / "plan-smallest.json"
FRAMEWORK = "de-bw-integrationsmanagement-2017"
VIEW = ("--purpose", "job-centre", "--recipient", "R", "--day", "2018-04-03")
VIEW_BASED = (*VIEW, "--legal-basis", "§ 1", "--groups", "responsibility,language,education,work")
COMMANDS: dict[str, tuple[str, ...]] = {
    "validate": (),
    "migrate": (),
    "verify": (),
    "diff": ("--from", "0"),
    "view": VIEW_BASED,
}
MIB = 1024 * 1024


@pytest.fixture
def line() -> str:
    """Return a plan in one line."""
    return json.dumps(json.loads(PLAN.read_text(encoding="utf-8")))


def tampered(text: str) -> str:
    """Return a plan that somebody has changed behind its back."""
    return text.replace("Landkreis Gotha", "Landkreis Saale")


def saved(path: Path, content: bytes) -> str:
    """Write a file and return its path."""
    path.write_bytes(content)
    return str(path)


# -- one document ----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_compressed_document_is_read(run: Run, tmp_path: Path, command: str):
    """As if it were not compressed, by every command that reads one."""
    packed = saved(tmp_path / "plan.json.gz", gzip.compress(PLAN.read_bytes()))
    plain = saved(tmp_path / "plan.json", PLAN.read_bytes())
    results = [run(command, path, *COMMANDS[command]) for path in (packed, plain)]
    assert [0, 0] == [result.code for result in results]
    if command != "view":  # its view has salts of its own
        assert results[1].out == results[0].out.replace("plan.json.gz", "plan.json")


def test_compressed_document_is_known_by_its_bytes(run: Run, tmp_path: Path):
    """Not by its name: one that was decompressed on the way is read all the same."""
    path = saved(tmp_path / "plan.json.gz", PLAN.read_bytes())
    packed = saved(tmp_path / "plan.json", gzip.compress(PLAN.read_bytes()))
    assert [0, 0] == [run("verify", path).code, run("verify", packed).code]


def test_compressed_document_comes_from_a_pipe(run: Run):
    """``-`` too may be compressed."""
    assert 0 == run("verify", "-", stdin=gzip.compress(PLAN.read_bytes())).code


def test_compressed_programme_and_recipients_are_read(run: Run, tmp_path: Path):
    """Every file that a command reads, and not documents alone."""
    document = to_json(catalogue.load(FRAMEWORK)).encode()
    programme = saved(tmp_path / "p.json.gz", gzip.compress(document))
    towns = saved(tmp_path / "t.csv.gz", gzip.compress(b"key;persons\nW;352\n"))
    result = run("allocate", programme, towns, "--format", "json")
    assert (0, "280220.00") == (result.code, json.loads(result.out)["awards"][0]["amount"])


def test_compressed_toml_is_toml(run: Run, tmp_path: Path):
    """The end of the name before the compression says what is inside."""
    text = b'version = 1\nformat = "integrationsplan/programme"\nid = 5\n'
    out = run("validate", saved(tmp_path / "p.toml.gz", gzip.compress(text))).out
    assert (True, False) == ("programme, problems:" in out, "JSON" in out)


@pytest.mark.parametrize("command", COMMANDS)
def test_damaged_compression_is_told(run: Run, tmp_path: Path, command: str):
    """A file that breaks off is a problem of the input, and said to be one of compression."""
    path = saved(tmp_path / "plan.json.gz", gzip.compress(PLAN.read_bytes())[:-9])
    result = run(command, path, *COMMANDS[command])
    assert (1, True) == (result.code, "gzip or zstd" in result.out + result.err)


@pytest.mark.parametrize("ending", ["json.gz", "csv.gz"])
def test_bomb_is_too_big(run: Run, tmp_path: Path, ending: str):
    """No more comes out than a document may hold."""
    path = saved(tmp_path / f"b.{ending}", gzip.compress(b" " * 100 * MIB))
    found = json.loads(run("validate", path, "--programme", FRAMEWORK, "--format", "json").out)
    assert ["too_big"] == [problem["code"][-7:] for problem in found["problems"]]


def test_parts_without_content_come_to_an_end(run: Run, monkeypatch: pytest.MonkeyPatch):
    """A pipe of empty parts is cut off, however long it goes on."""
    monkeypatch.setattr(
        "integrationsplan.cli._files.standard_input", lambda: nullcontext(Endless())
    )
    monkeypatch.setattr("integrationsplan.cli._reading.DEFAULT_BOUNDS", Bounds(json_bytes=MIB))
    assert 1 == run("verify", "-").code


class Endless:
    """A pipe of empty parts."""

    def read(self, size: int) -> bytes:
        """Return as many bytes as are asked for."""
        part = gzip.compress(b"")
        return (part * (size // len(part) + 1))[:size]


@pytest.mark.parametrize("words", [("verify",), ("migrate",), ("validate",)])
def test_missing_reader_of_zstd_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
):
    """The message says what to install."""

    def fail() -> None:
        raise ImportError

    monkeypatch.setattr("integrationsplan.serialization._compression._zstd", fail)
    path = saved(tmp_path / "plan.json.zst", b"\x28\xb5\x2f\xfd" + b"\0" * 20)
    result = run(*words, path)
    assert (2, "", True) == (result.code, result.out, "integrationsplan[zstd]" in result.err)


# -- written again ---------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["migrate", "view"])
def test_name_of_a_new_file_says_whether_it_is_compressed(run: Run, tmp_path: Path, command: str):
    """What is written under such a name can be read under it."""
    target = tmp_path / "out.json.gz"
    code = run(command, str(PLAN), *COMMANDS[command], "-o", str(target)).code
    assert (0, 0, True) == (
        code,
        run("validate", str(target)).code,
        gzip.decompress(target.read_bytes()).startswith(b"{"),
    )


def test_name_of_a_new_file_promises_nothing_that_is_not_kept(run: Run, tmp_path: Path):
    """Another compression than those that are known is wrong usage."""
    result = run("migrate", str(PLAN), "-o", str(tmp_path / "out.json.xz"))
    assert (2, "", []) == (result.code, result.out, os.listdir(tmp_path))


def test_missing_writer_of_zstd_leaves_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """The name that was taken is given back."""

    def fail() -> None:
        raise ImportError

    monkeypatch.setattr("integrationsplan.serialization._compression._zstd", fail)
    result = run("migrate", str(PLAN), "-o", str(tmp_path / "out.json.zst"))
    assert (2, True, []) == (
        result.code,
        "integrationsplan[zstd]" in result.err,
        os.listdir(tmp_path),
    )


def test_migrate_in_place_keeps_the_compression(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """A compressed file is one afterwards, whatever it is called."""
    from integrationsplan.cli import _documents  # noqa: PLC0415

    newer = {kind: (name, 2) for kind, (name, _) in _documents.FORMATS.items()}
    monkeypatch.setattr(_documents, "FORMATS", newer)
    path = tmp_path / "plan.json"
    saved(path, gzip.compress(PLAN.read_bytes() + b" \n"))
    code = run("migrate", str(path), "--in-place").code
    content = gzip.decompress(path.read_bytes())
    assert (0, True, False) == (code, content.startswith(b"{"), content.endswith(b" \n"))


# -- documents by line -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["plans.txt", "plans.json", "plans.json.gz"])
@pytest.mark.parametrize("command", COMMANDS)
def test_documents_by_line_are_said_to_be_that(
    run: Run, tmp_path: Path, line: str, command: str, name: str
):
    """Whatever the file is called; the remedy names the option."""
    text = f"{line}\n{line}\n".encode()
    path = saved(tmp_path / name, gzip.compress(text) if name.endswith("gz") else text)
    result = run(command, path, *COMMANDS[command], "--lang", "de")
    told = result.out + result.err
    assert (1, True, True) == (result.code, "je Zeile eines" in told, "--lines" in told)


@pytest.mark.parametrize("command", ["migrate", "diff", "view"])
def test_file_of_lines_is_no_single_document(run: Run, tmp_path: Path, line: str, command: str):
    """Commands of one document say so."""
    path = saved(tmp_path / "plans.jsonl", f"{line}\n{line}\n".encode())
    result = run(command, path, *COMMANDS[command])
    assert (1, "", True) == (result.code, result.out, "one a line" in result.err)


def test_file_of_one_line_is_a_document(run: Run, tmp_path: Path, line: str):
    """One line is one document, for the commands that read one."""
    path = saved(tmp_path / "plans.jsonl", f"{line}\n".encode())
    assert 0 == run("diff", path, "--from", "0").code


def test_documents_by_line_are_a_problem_with_a_code(run: Run, line: str):
    """Programs learn it too, and that many lines are no single document that is too big."""
    for count in (2, 12_000):
        text = f"{line}\n" * count
        found = json.loads(run("validate", "-", "--format", "json", stdin=text).out)
        assert ["documents_by_line"] == [problem["code"] for problem in found["problems"]]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1} x',
        '{"a": 1}\nx',
        '{"a": 1\n}\n{',
        "[1]\n{}",
        "1\n{}",
        '{"a": 1 x}\n{}',
        "{" * 100_000 + "\n{}",
        '{"a": ' + "9" * 5_000 + "}\n ",
    ],
)
def test_other_text_is_not_taken_for_documents_by_line(text: str):
    """Only an object in the first line, and another after it."""
    with pytest.raises(DocumentError) as refused:
        parse_document(text.encode(), "-", ["plan"])
    assert "documents_by_line" not in [problem.code for problem in refused.value.problems]


# -- verify by line --------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["jsonl", "ndjson", "jsonl.gz"])
def test_verify_reads_documents_by_line(run: Run, tmp_path: Path, line: str, ending: str):
    """All of them, compressed or not."""
    text = f"{line}\n\n{line}\n".encode()
    path = tmp_path / f"plans.{ending}"
    result = run("verify", saved(path, gzip.compress(text) if ending.endswith("gz") else text))
    assert (0, f"{path}: plan, documents: 2, all self-consistent\n", "") == result


@pytest.mark.parametrize(("language", "place"), [("en", "line 2 ("), ("de", "Zeile 2 (")])
def test_verify_tells_tampered_lines(
    run: Run, tmp_path: Path, line: str, language: str, place: str
):
    """By number and id of the plan, with exit code 1."""
    text = f"{line}\n{tampered(line)}\n{line}\n"
    path = saved(tmp_path / "plans.jsonl", text.encode())
    result = run("verify", path, "--lang", language)
    assert (1, True, 1) == (
        result.code,
        f"{place}{json.loads(line)['id']})" in result.out,
        result.out.count(place[:5]),
    )


def test_verify_tells_lines_that_cannot_be_read(run: Run, line: str):
    """They do not hold, and the rest goes on."""
    result = run("verify", "-", "--lines", stdin=f"{line}\nnonsense\n{line}\n")
    head, told = result.out.splitlines()
    assert (1, "-: plan, documents: 3, do not hold: 1", True) == (
        result.code,
        head,
        told.startswith("  line 2: "),
    )


def test_verify_by_line_as_data_gives_an_object_a_line(run: Run, tmp_path: Path, line: str):
    """Each verdict as it is read, with the newest digests."""
    path = saved(tmp_path / "plans.jsonl", f"{line}\n{tampered(line)}\n{{}}\n".encode())
    result = run("verify", path, "--format", "json")
    rows = [json.loads(row) for row in result.out.splitlines()]
    assert (1, [(1, "self-consistent"), (2, "broken"), (3, "unreadable")], True) == (
        result.code,
        [(row["line"], row["verdict"]) for row in rows],
        rows[0]["head"] == json.loads(line)["revisions"][-1]["digest"],
    )


def test_verify_by_line_counts_what_it_does_not_list(run: Run, line: str):
    """A flood of tampered plans is cut, and counted."""
    out = run("verify", "-", "--lines", stdin=f"{tampered(line)}\n" * 103).out
    assert (True, True) == ("do not hold: 103" in out, "… and 3 more" in out)


@pytest.mark.parametrize("name", ["trace-every-kind-of-node", "deletion-receipt"])
def test_verify_by_line_takes_what_verify_takes(run: Run, name: str):
    """Traces by line hold; what has nothing to verify is refused."""
    text = json.dumps(json.loads((PLAN.parent / f"{name}.json").read_text(encoding="utf-8")))
    result = run("verify", "-", "--lines", stdin=f"{text}\n{text}\n")
    assert (int("receipt" in name), "documents: 2" in result.out) == (result.code, True)


@pytest.mark.parametrize(
    "words", [("--head", "sha256/1:" + "A" * 43), ("--programme", "x", "--recipients", "y")]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_verify_by_line_takes_no_ground(
    run: Run, tmp_path: Path, line: str, language: str, words: tuple[str, ...]
):
    """What belongs to one document is wrong usage with many."""
    path = saved(tmp_path / "plans.jsonl", line.encode())
    result = run("verify", path, *words, "--lang", language)
    assert (2, "", True) == (result.code, result.out, "--head" in result.err)


def test_verify_by_line_of_nothing_counts_nothing(run: Run):
    """An empty file has no document that does not hold."""
    result = run("verify", "-", "--lines")
    assert (0, True) == (result.code, "documents: 0" in result.out)


# -- usage -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", ["2020-12", "forms"])
def test_layout_has_no_dialect(run: Run, dialect: str):
    """An option that would be passed over is wrong usage."""
    result = run("schema", "plan", "--ui", "de", "--dialect", dialect)
    assert (2, "", True) == (result.code, result.out, "--dialect" in result.err)


def test_wrong_kind_is_told_like_a_missing_one(run: Run):
    """By the name that the help has for it."""
    told = [run("schema", *words).err for words in ((), ("novel",))]
    assert [True, True] == ["KIND" in text for text in told]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ((), "Angabe FILE fehlt"),
        ((str(PLAN), *VIEW[:4]), "Option --day fehlt"),
        ((str(PLAN), *VIEW[2:]), "Option --purpose fehlt"),
    ],
)
def test_missing_option_is_named_as_it_is_typed(run: Run, words: tuple[str, ...], wanted: str):
    """Options with their dashes, arguments as in the help."""
    result = run("view", *words, "--lang", "de")
    assert (2, True) == (result.code, wanted in result.err)


@pytest.mark.parametrize("words", [("--from", "5"), ("--from", "0", "--to", "5")])
def test_unknown_revision_is_told_with_those_that_are_known(run: Run, words: tuple[str, ...]):
    """The empty state is one of them."""
    result = run("diff", str(PLAN), *words, "--lang", "de")
    assert (2, True) == (
        result.code,
        "Revision 5 gibt es nicht; bekannt sind 0 bis 1" in result.err,
    )
