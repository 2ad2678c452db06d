"""``verify``, ``diff`` and ``view``: what is done with plans that come and go as files."""

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import Author, IntegrationPlan, evolve, from_json, to_json
from integrationsplan.cli._reading import KINDS
from integrationsplan.history import RevisionKind
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    Body,
    Consent,
    HealthNote,
    LanguageProficiency,
    PlanGroup,
    PlanView,
    access_export,
    release,
)

Run = Callable[..., Any]
DOCUMENTS = Path(__file__).parents[2] / "documents" / "v1"
TRACE = DOCUMENTS / "trace-every-kind-of-node.json"
RECEIPT = DOCUMENTS / "deletion-receipt.json"
FRAMEWORK = "de-bw-integrationsmanagement-2017"
CODE = "from integrationsplan.cli import main; main()"
RECIPIENT = "Jobcenter Rhein-Neckar-Kreis"
DAY = dt.date(2018, 4, 3)
VIEW = ("--purpose", "job-centre", "--recipient", RECIPIENT, "--day", "2018-04-03")
CANARY = "needs care at night"


def on(day: dt.date) -> dict[str, Any]:
    """Return who records something, and when."""
    return {
        "author": Author(role="integration_manager", id="im-7"),
        "recorded_at": dt.datetime.combine(day, dt.time(9), dt.UTC),
        "effective_on": day,
    }


def opened() -> IntegrationPlan:
    """Return a plan with a consent and something about health."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Stadt Weinheim"),
        jurisdiction="08",
        put=[
            LanguageProficiency(id="e1", language="de", overall=CEFR.A1),
            HealthNote(id="e2", note=CANARY),
            Consent(
                id="e3",
                purpose="job-centre",
                groups=(PlanGroup.LANGUAGE,),
                recipients=(RECIPIENT,),
                given_on=dt.date(2018, 3, 1),
            ),
        ],
        **on(dt.date(2018, 3, 1)),
    )


@pytest.fixture
def plan() -> IntegrationPlan:
    """Return a plan of two revisions."""
    entry = LanguageProficiency(id="e1", language="de", overall=CEFR.A2)
    return opened().revise(put=[entry], kind=RevisionKind.NOTE, **on(dt.date(2018, 3, 20)))


@pytest.fixture
def file(plan: IntegrationPlan, tmp_path: Path) -> str:
    """Return the path of the plan."""
    return save(plan, tmp_path / "plan.json")


def save(document: Any, path: Path) -> str:
    """Write a document and return its path."""
    path.write_text(to_json(document), encoding="utf-8")
    return str(path)


# -- verify ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["de", "en"])
def test_verify_says_the_verdict_and_the_newest_digest(
    run: Run, plan: IntegrationPlan, file: str, language: str
):
    """Without a head the chain is consistent in itself, and no more is said."""
    result = run("verify", file, "--lang", language)
    said = plan.verify().format(language)
    assert (0, "", f"{file}: {said}", True) == (
        result.code,
        result.err,
        result.out.splitlines()[0],
        plan.head in result.out,
    )


def test_verify_anchors_to_a_head(run: Run, plan: IntegrationPlan, file: str):
    """The digest that was noted reaches so far."""
    found = json.loads(run("verify", file, "--head", opened_head(plan), "--format", "json").out)
    assert {
        "file": file,
        "kind": "plan",
        "id": "plan-1",
        "revisions": 2,
        "holds": True,
        "verdict": "anchored",
        "head": plan.head,
        "anchored_to": 1,
        "text": {"de": "Verankert bis Revision 1.", "en": "Anchored to revision 1."},
    } == found


def opened_head(plan: IntegrationPlan) -> str:
    """Return the head that the plan had at first."""
    return plan.revisions[0].digest


def test_verify_names_the_first_broken_link(run: Run, plan: IntegrationPlan, tmp_path: Path):
    """Somebody has changed the text: exit code 1."""
    path = tmp_path / "edited.json"
    path.write_text(to_json(plan).replace('"A1"', '"C1"'), encoding="utf-8")
    result = run("verify", str(path), "--format", "json")
    found = json.loads(result.out)
    assert (1, "", "broken", {"revision": 1, "code": "wrong_digest"}) == (
        result.code,
        result.err,
        found["verdict"],
        found["broken"],
    )


def test_verify_sees_a_tail_that_was_cut_off(run: Run, plan: IntegrationPlan, tmp_path: Path):
    """Only with the head."""
    path = save(evolve(plan, revisions=plan.revisions[:1]), tmp_path / "cut.json")
    codes = [run("verify", path).code, run("verify", path, "--head", plan.head).code]
    assert [0, 1] == codes


def test_verify_names_content_that_is_gone(run: Run, plan: IntegrationPlan, tmp_path: Path):
    """A sealed entry that nobody has erased is named by its id."""
    view = release(plan, PURPOSES["job-centre"], recipient=RECIPIENT, day=DAY).view
    path = save(view.document, tmp_path / "torn.json")
    result = run("verify", path)
    assert (1, True) == (result.code, "  entry: " in result.out)


def test_verify_takes_views(run: Run, plan: IntegrationPlan, tmp_path: Path):
    """A view verifies against the head of its plan."""
    view = release(plan, PURPOSES["job-centre"], recipient=RECIPIENT, day=DAY).view
    result = run("verify", save(view, tmp_path / "view.json"), "--head", plan.head)
    assert (0, True) == (result.code, "Anchored to revision 2." in result.out)


def test_verify_takes_exports(run: Run, plan: IntegrationPlan, tmp_path: Path):
    """What a person is handed out holds the whole plan."""
    path = save(access_export(plan, day=DAY), tmp_path / "access.json")
    found = json.loads(run("verify", path, "--head", plan.head, "--format", "json").out)
    assert ("access", "anchored") == (found["kind"], found["verdict"])


def test_verify_works_a_trace_out_again(run: Run):
    """A trace that agrees has no problems."""
    found = json.loads(run("verify", str(TRACE), "--format", "json").out)
    assert (True, "trace", []) == (found["holds"], found["kind"], found["problems"])


@pytest.mark.parametrize(
    ("language", "words"), [("de", "was nicht stimmt: "), ("en", "what does not agree: ")]
)
def test_verify_tells_what_does_not_agree_in_a_trace(
    run: Run, tmp_path: Path, language: str, words: str
):
    """Every place, with exit code 1."""
    data = json.loads(TRACE.read_text(encoding="utf-8"))
    data["steps"][-1]["result"] = "123456"
    path = tmp_path / "trace.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    result = run("verify", str(path), "--lang", language)
    assert (1, True, True) == (result.code, words in result.out, "/steps/" in result.out)


def test_verify_reads_standard_input(run: Run, plan: IntegrationPlan):
    """``-`` is a pipe."""
    assert 0 == run("verify", "-", stdin=to_json(plan)).code


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "{file}", "--head", "abc"),
        ("verify", "{file}", "--head", ""),
        ("verify", str(TRACE), "--head", "sha256/1:" + "A" * 43),
        ("verify", "{file}", "--programme", FRAMEWORK),
        ("verify", "{file}", "--recipients", "x.csv"),
        ("verify", "{file}", "--programme", FRAMEWORK, "--recipients", "x.csv"),
        ("verify", "{file}", "--set", "pot=1"),
        ("verify",),
        ("verify", "{file}", "{file}"),
        ("diff", "{file}"),
        ("diff", "{file}", "{file}", "--from", "1"),
        ("diff", "{file}", "--from", "x"),
        ("diff", "{file}", "--from", "-1"),
        ("diff", "{file}", "--from", "9" * 5000),
        ("diff", "{file}", "--from", "1", "--to", "7"),
        ("view", "{file}"),
        ("view", "{file}", "--purpose", "gossip"),
        ("view", "{file}", *VIEW[:4]),
        ("view", "{file}", *VIEW[:5], "yesterday"),
        ("view", "{file}", *VIEW, "--groups", "language"),
        ("view", "{file}", *VIEW, "--special"),
        ("view", "{file}", *VIEW, "--legal-basis", "§ 1"),
        ("view", "{file}", *VIEW, "--legal-basis", "", "--groups", "language"),
        ("view", "{file}", *VIEW, "--legal-basis", "§ 1", "--groups", "language,gossip"),
        ("view", "{file}", *VIEW, "-o", "{file}"),
        ("view", "nothing.json", *VIEW),
    ],
    ids=lambda words: " ".join(words)[-50:],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_wrong_usage_is_told(run: Run, file: str, language: str, words: tuple[str, ...]):
    """Exit code 2, nothing on stdout, the message in one language."""
    result = run(*(word.replace("{file}", file) for word in words), "--lang", language)
    told = result.err.partition("\n")[0]
    other = r"\b(the|is|write|give|needs|file|missing|found)\b" if language == "de" else "Fehler"
    told = told.replace(file, "")
    assert (2, "", []) == (result.code, result.out, re.findall(other, told))


@pytest.mark.parametrize("command", ["verify", "diff", "view"])
def test_document_of_another_kind_is_refused(run: Run, command: str):
    """A receipt is no plan: a problem of the input."""
    more = {"verify": (), "diff": (str(RECEIPT),), "view": VIEW}[command]
    result = run(command, str(RECEIPT), *more)
    assert (1, "", True) == (result.code, result.out, "/format" in result.err)


# -- allocations -----------------------------------------------------------------------------------

only_with_allocations = pytest.mark.skipif(
    "allocation" not in KINDS, reason="allocations are no kind of document yet"
)


@pytest.fixture
def allocation(run: Run, towns: str, tmp_path: Path) -> Path:
    """Return the path of an allocation as the command line writes it."""
    words = ("allocate", FRAMEWORK, towns, "--on", "2018-01-15", "--format", "json")
    path = tmp_path / "allocation.json"
    path.write_text(run(*words, "--explain", "W").out, encoding="utf-8")
    return path


@only_with_allocations
def test_verify_works_out_the_explanations_of_an_allocation(run: Run, allocation: Path):
    """What ``allocate`` writes is taken as it is."""
    found = json.loads(run("verify", str(allocation), "--format", "json").out)
    assert (True, "self-consistent", 2, 1) == (
        found["holds"],
        found["verdict"],
        found["awards"],
        found["explanations"],
    )


@only_with_allocations
def test_verify_works_out_the_whole_of_an_allocation(run: Run, allocation: Path, towns: str):
    """With programme and recipients, to the cent."""
    words = ("--programme", FRAMEWORK, "--recipients", towns)
    result = run("verify", str(allocation), *words, "--lang", "de")
    assert (0, True) == (result.code, "auf den Cent nachgerechnet (Zuwendungen: 2)" in result.out)


@only_with_allocations
def test_verify_sees_an_allocation_of_other_recipients(run: Run, allocation: Path, tmp_path: Path):
    """Somebody had other figures."""
    other = tmp_path / "other.csv"
    other.write_text("key;persons\nW;353\nH;30\n", encoding="utf-8")
    words = ("--programme", FRAMEWORK, "--recipients", str(other), "--format", "json")
    result = run("verify", str(allocation), *words)
    found = json.loads(result.out)
    assert (1, "broken", True) == (
        result.code,
        found["verdict"],
        "/total" in {problem["pointer"] for problem in found["problems"]},
    )


# -- diff ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("de", "Plan plan-1, Revision 1 bis 2:"), ("en", "Plan plan-1, revision 1 to 2:")],
)
def test_diff_says_what_a_revision_changed(run: Run, file: str, language: str, wanted: str):
    """Two states of one file, in sentences."""
    out = run("diff", file, "--from", "1", "--lang", language).out
    assert (wanted, True) == (out.splitlines()[0], " → " in out)


def test_diff_from_nothing(run: Run, file: str):
    """The state before the first revision is empty."""
    out = run("diff", file, "--from", "0", "--to", "1").out
    assert 5 == out.count("\n+ ")


def test_diff_as_data_is_the_difference_document(run: Run, file: str):
    """The document that `differences_to_mapping` writes."""
    found = json.loads(run("diff", file, "--from", "1", "--format", "json").out)
    assert ("integrationsplan/difference", [("changed", "e1")]) == (
        found["format"],
        [(row["kind"], row["entry_id"]) for row in found["differences"]],
    )


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        ("same", "the same history."),
        ("older", "the second is an earlier state of the first (revisions: -1)."),
        ("newer", "the second goes on from the first (revisions: +1)."),
        ("parted", "the histories part at revision 1; they can be merged."),
    ],
)
def test_diff_says_how_two_histories_stand(
    run: Run, plan: IntegrationPlan, file: str, tmp_path: Path, other: str, wanted: str
):
    """Two files of one plan: goes on, falls short, parts."""
    others = {
        "same": plan,
        "older": evolve(plan, revisions=plan.revisions[:1]),
        "newer": plan.revise(put=[], kind=RevisionKind.NOTE, **on(dt.date(2018, 5, 1))),
        "parted": opened(),
    }
    path = save(others[other], tmp_path / "other.json")
    assert f"Plan plan-1: {wanted}" == run("diff", file, path).out.splitlines()[0]


def test_diff_without_difference_says_so(run: Run, file: str):
    """Nothing differs: exit code 0 as well."""
    result = run("diff", file, file)
    assert (0, True) == (result.code, result.out.endswith("nothing differs.\n"))


def test_diff_refuses_two_plans(run: Run, file: str):
    """Two plans are no two states of one."""
    result = run("diff", file, str(DOCUMENTS / "plan-smallest.json"))
    assert (2, "") == (result.code, result.out)


def test_diff_compares_a_view_with_its_plan(
    run: Run, plan: IntegrationPlan, file: str, tmp_path: Path
):
    """What the view lacks is withdrawn in it."""
    view = release(plan, PURPOSES["job-centre"], recipient=RECIPIENT, day=DAY).view
    assert 0 == run("diff", file, save(view, tmp_path / "view.json")).code


# -- view ------------------------------------------------------------------------------------------


def test_view_is_written_and_told(run: Run, plan: IntegrationPlan, file: str, tmp_path: Path):
    """The document to its file, what stays behind to stderr, nothing to stdout."""
    target = tmp_path / "view.json"
    result = run("view", file, *VIEW, "-o", str(target))
    view = from_json(target.read_bytes(), PlanView)
    shown = [entry.id for entry in view.document.current]
    assert (0, "", ["e1"], plan.head, True) == (
        result.code,
        result.out,
        shown,
        view.document.head,
        "e2 (health): not for this purpose – health" in result.err,
    )


def test_view_goes_to_standard_output_alone(run: Run, file: str):
    """The document can be piped on: the list for its maker is not in it."""
    result = run("view", file, *VIEW)
    assert (0, True, False, False) == (
        result.code,
        isinstance(from_json(result.out, PlanView), PlanView),
        CANARY in result.out,
        CANARY in result.err,
    )


def test_view_reports_in_german(run: Run, file: str):
    """The report is in the language of the run."""
    err = run("view", file, *VIEW, "--lang", "de").err
    assert [True] * 4 == [
        text in err
        for text in (
            f"Sicht (Vermittlung in Arbeit) für {RECIPIENT}, 03.04.2018",
            "gezeigte Einträge: 1;",
            "nicht für diesen Zweck – Gesundheit",
            "Hashwert für den Empfänger",
        )
    ]


def test_view_reports_as_data(run: Run, plan: IntegrationPlan, file: str, tmp_path: Path):
    """Programs read the report on stderr."""
    target = str(tmp_path / "view.json")
    report = json.loads(run("view", file, *VIEW, "-o", target, "--format", "json").err)
    assert ("job-centre", ["language"], ["e3"], ["e1"], plan.head, target) == (
        report["purpose"],
        report["groups"],
        report["consents"],
        report["shown"],
        report["head"],
        report["written"],
    )
    assert {
        "entry_id": "e2",
        "kind": "health-note",
        "because": "not-disclosed",
        "groups": ["health"],
    } in report["withheld"]


def test_view_rests_on_a_legal_basis(run: Run, file: str):
    """A basis shows more than the consent does."""
    basis = ("--legal-basis", "§ 69 SGB X", "--groups", "identity, responsibility")
    view = from_json(run("view", file, *VIEW, *basis).out, PlanView)
    assert (["subject", "responsibility", "e1"], "§ 69 SGB X") == (
        [entry.id for entry in view.document.current],
        view.bases[0],
    )


@pytest.mark.parametrize(
    "words",
    [
        (*VIEW[:3], "Somebody else", *VIEW[4:]),
        (*VIEW[:5], "2018-02-01"),
        ("--purpose", "volunteer", *VIEW[2:]),
    ],
)
def test_view_is_refused_as_release_refuses(
    run: Run, file: str, tmp_path: Path, words: tuple[str, ...]
):
    """Nothing to rest on: exit code 1, and no file."""
    target = tmp_path / "view.json"
    result = run("view", file, *words, "-o", str(target))
    assert (1, "", True, False) == (
        result.code,
        result.out,
        "/groups" in result.err,
        target.exists(),
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_purposes_are_listed(run: Run, language: str):
    """Code, label and groups of each."""
    result = run("view", "--purposes", "--lang", language)
    labels = [purpose.label.in_language(language) for purpose in PURPOSES.values()]
    assert (0, []) == (result.code, [label for label in labels if label not in result.out])


def test_purposes_are_listed_as_data(run: Run):
    """The same for programs."""
    rows = json.loads(run("view", "--purposes", "--format", "json").out)
    assert list(PURPOSES) == [row["code"] for row in rows]


# -- as a process ----------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_view_is_piped_into_verify(plan: IntegrationPlan, file: str):
    """Two processes: one makes the view, the other one checks it against the head."""
    shell = (
        f'"$0" -c \'{CODE}\' view "$@" 2>/dev/null | "$0" -c \'{CODE}\' verify - --head {plan.head}'
    )
    done = subprocess.run(
        ["/bin/sh", "-c", shell, sys.executable, file, *VIEW],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (0, b"", True) == (
        done.returncode,
        done.stderr,
        done.stdout.startswith(b"-: Anchored to revision 2."),
    )


@pytest.mark.parametrize(
    "words", [("verify", "{file}"), ("diff", "{file}", "--from", "0"), ("view", "{file}", *VIEW)]
)
def test_commands_work_in_the_c_locale(file: str, words: tuple[str, ...]):
    """A terminal of ASCII alone gets an answer and no error."""
    ascii_only = {
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    done = subprocess.run(
        [sys.executable, "-c", CODE, *(w.replace("{file}", file) for w in words), "--lang", "de"],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | ascii_only,
    )
    assert (0, False, True) == (
        done.returncode,
        b"Traceback" in done.stderr,
        bool(done.stdout),
    )
