"""The command line as a process: pipes, locales, streams that are not there."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FRAMEWORK = "de-bw-integrationsmanagement-2017"
CODE = "from integrationsplan.cli import main; main()"
COMMAND = [sys.executable, "-c", CODE]
UMLAUTS = "key;name;persons\nS;Bad Säckingen – Süd ☃;352\n"


def run(
    *words: str, stdin: str = "", shell: str | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command, perhaps in front of a pipe."""
    env = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LANG")}
    return subprocess.run(
        ["sh", "-c", shell, sys.executable, *words] if shell else [*COMMAND, *words],
        input=stdin.encode("utf-8"),
        capture_output=True,
        env=env | environment,
        check=False,
        timeout=60,
    )


ASCII = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("output", ["table", "json", "csv"])
def test_every_format_works_in_the_c_locale(output: str):
    """A terminal of ASCII alone gets an answer and no error."""
    words = ("allocate", FRAMEWORK, "-", "--format", output, "--lang", "de")
    done = run(*words, stdin=UMLAUTS, **ASCII)
    assert (0, b"", True) == (done.returncode, done.stderr, bool(done.stdout))


@pytest.mark.parametrize(
    "words", [("programmes",), ("show", FRAMEWORK), ("--help",), ("allocate", "--help")]
)
def test_every_command_works_in_the_c_locale(words: tuple[str, ...]):
    """Titles with umlauts are shown somehow."""
    done = run(*words, "--lang", "de", **ASCII)
    assert (0, b"") == (done.returncode, done.stderr)


def test_messages_work_in_the_c_locale():
    """Problems too."""
    done = run("allocate", FRAMEWORK, "-", "--lang", "de", stdin="key;persons\nä;x\n", **ASCII)
    assert (1, b"", False) == (done.returncode, done.stdout, b"Traceback" in done.stderr)


def test_json_is_utf8_whatever_the_locale():
    """A machine reads the same bytes everywhere."""
    done = run("allocate", FRAMEWORK, "-", "--format", "json", stdin=UMLAUTS, **ASCII)
    assert "Bad Säckingen – Süd ☃" == json.loads(done.stdout.decode("utf-8"))["awards"][0]["name"]


PIPE = f'"$0" -c \'{CODE}\' "$@" | head -1'


@pytest.mark.skipif(shutil.which("head") is None, reason="needs a shell with head")
@pytest.mark.parametrize(
    "words",
    [
        ("programmes",),
        ("show", FRAMEWORK),
        ("allocate", FRAMEWORK, "-", "--format", "json"),
        ("allocate", FRAMEWORK, "-", "--format", "csv"),
        ("allocate", FRAMEWORK, "-"),
        ("--help",),
    ],
)
def test_reader_that_goes_away_leaves_no_traceback(words: tuple[str, ...]):
    """``| head -1`` is a usual way to look at output."""
    rows = "".join(f"k{number};1\n" for number in range(5_000))
    done = run(*words, stdin=f"key;persons\n{rows}", shell=PIPE)
    assert (b"", 1) == (done.stderr, done.stdout.count(b"\n"))


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_closed_standard_input_is_told():
    """A stream that is not there is wrong usage and no error of ours."""
    shell = f'"$0" -c \'{CODE}\' "$@" <&-'
    done = run("allocate", FRAMEWORK, "-", shell=shell)
    assert (2, b"", False) == (done.returncode, done.stdout, b"please report" in done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("output", ["table", "json", "csv"])
def test_full_disk_is_told(output: str):
    """A disk without space is no error of the program."""
    shell = f'"$0" -c \'{CODE}\' "$@" > /dev/full'
    done = run("allocate", FRAMEWORK, "-", "--format", output, stdin=UMLAUTS, shell=shell)
    assert (True, False, False) == (
        done.returncode != 0,
        b"Traceback" in done.stderr,
        b"please report" in done.stderr,
    )


def test_output_does_not_depend_on_the_hash_seed():
    """The same bytes under every seed."""
    words = ("allocate", FRAMEWORK, "-", "--format", "json", "--explain", "S")
    outputs = {
        run(*words, stdin=UMLAUTS, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "4242")
    }
    assert 1 == len(outputs)


def test_command_is_installed():
    """The script of the package answers."""
    script = Path(sys.executable).parent / "integrationsplan"
    if not script.exists():
        pytest.skip("the package is not installed with its script")
    done = subprocess.run([str(script), "--version"], capture_output=True, check=False, timeout=60)
    assert (0, True) == (done.returncode, b"0.1.0" in done.stdout)
