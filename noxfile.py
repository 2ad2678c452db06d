"""The gate: the same sessions for people and for CI, in the order that fails fastest.

``nox`` runs the whole gate, ``nox -s tests`` one session, and ``nox -s tests -- -k money`` hands
arguments on to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYPROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PACKAGE = PYPROJECT["project"]["name"]

nox.needs_version = ">=2025.10.14"
nox.options.default_venv_backend = "virtualenv"
nox.options.download_python = "never"  # interpreters are found, never fetched
nox.options.error_on_missing_interpreters = False  # CI may have fewer; nox names each one it skips
nox.options.reuse_venv = "yes"
nox.options.sessions = [
    "lint",
    "typing",
    "tests",
    "docs",
    "examples",
    "wheel",
    "lowest",
    "demo",
    "catalogues",
    "frontend",
]


def find_python(version: str) -> str | None:
    """Return a CPython of this version that starts, from PATH or from pyenv, or None.

    pyenv puts a ``python3.12`` on PATH for every version it has, which starts only while that
    version is selected; hence the attempt.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    candidates = [shutil.which(f"python{version}")]
    candidates += sorted(map(str, pyenv.glob(f"versions/{version}.*/bin/python{version}")))
    probe = "import sys; print(sys.implementation.name, *sys.version_info[:2], sep='.')"
    for candidate in filter(None, candidates):
        started = subprocess.run(
            [candidate, "-c", probe], capture_output=True, check=False, text=True
        )
        if started.stdout.strip() == f"cpython.{version}":
            return candidate
    return None


CURRENT = ".".join(map(str, sys.version_info[:2]))
PYTHONS = sorted({"3.11", "3.12", "3.13"} | ({CURRENT} if sys.version_info >= (3, 11) else set()))
FOUND = {version: path for version in PYTHONS if (path := find_python(version))}
if not FOUND:
    sys.exit(f"None of CPython {', '.join(PYTHONS)} was found on PATH or under pyenv; install one.")
# nox looks on PATH only, so the folders of the interpreters found come first there.
os.environ["PATH"] = os.pathsep.join(
    [*(str(Path(path).parent) for path in FOUND.values()), os.environ.get("PATH", "")]
)
OLDEST = min(FOUND, key=lambda version: int(version.partition(".")[2]))
NEWEST = max(FOUND, key=lambda version: int(version.partition(".")[2]))


EXTRAS = "[calendar,cli,columnar,display,fast,testing,zstd]"
"""Everything that users may choose to install beside the core."""

IN_PARALLEL = ("-n", "auto")
"""Arguments of pytest for the whole suite: one process a core."""

ONE_BY_ONE = ("tests/unit", "tests/golden")
"""The tests without the laws, which take longest and ask nothing of an installation."""

WITH_FILES = ("catalogue", "cli", "concept", "display", "monitoring", "serialization")
"""The rooms whose tests read files that the package brings along, or start it."""

SHIPPED = {".css", ".csv", ".html", ".json", ".mo", ".po", ".pot", ".py", ".toml", ".typed"}
"""Endings of the files of the package."""


def scratch(session: nox.Session) -> Path:
    """Return an empty folder of the session's own."""
    folder = Path(session.create_tmp()).resolve()
    shutil.rmtree(folder)
    folder.mkdir()
    return folder


def install(session: nox.Session, *what: str, groups: tuple[str, ...] = ()) -> None:
    """Install requirements together with dependency groups of pyproject.toml."""
    session.install(*what, *nox.project.dependency_groups(PYPROJECT, *groups))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, import contracts and licence information."""
    install(session, "-e.", groups=("lint",))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports", "--no-logo")
    session.run("reuse", "lint", "--lines")


@nox.session
def typing(session: nox.Session) -> None:
    """Check types with mypy and pyright, on the oldest Python that the library supports."""
    install(session, f"-e.{EXTRAS}", groups=("typing",))
    session.run("mypy")
    session.run("pyright", "--pythonpath", str(Path(session.bin) / "python"))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests: all of them on the newest CPython found, with branch coverage on the oldest.

    What takes long and says the same on every Python is asked of the newest alone: documents of
    megabytes, and laws of documents. Hostile documents are asked of all but the oldest, where
    measuring them takes long. Arguments go to pytest.
    """
    install(session, f"-e.{EXTRAS}", groups=("tests",))
    which: tuple[str, ...] = ()
    if not session.posargs and session.python != NEWEST:
        which = ("-m", "not slow", *ONE_BY_ONE, "tests/architecture")
        which += ("tests/properties",) if session.python == OLDEST else ("tests/hostile",)
    words = (*IN_PARALLEL, *which, *session.posargs)
    if session.python != OLDEST:
        session.run("pytest", *words)
        return
    env = {"COVERAGE_FILE": str(scratch(session) / "coverage")}
    session.run("coverage", "run", "-m", "pytest", *words, env=env)
    session.run("coverage", "combine", "--quiet", env=env)
    if not session.posargs:  # part of the tests cannot reach the bound
        session.run("coverage", "report", env=env)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the pages with warnings as errors, and run every example in pages and docstrings."""
    install(session, f"-e.{EXTRAS}", groups=("docs", "tests-core"))
    target = scratch(session) / "html"
    session.run("sphinx-build", "-W", "--keep-going", "-n", "-q", "-E", "docs", str(target))
    session.log("The pages are in %s", target)
    session.run("pytest", "docs")
    readmes = ("README.md", "README.de.md")
    codes = (0, 5)  # 5 is pytest's "nothing collected": a README may hold commands only
    session.run("python", "-m", "pytest", "-p", "docs.conftest", *readmes, success_codes=codes)
    session.run("pytest", "--doctest-modules", "src")


@nox.session
def examples(session: nox.Session) -> None:
    """Run every example as a script, with warnings as errors."""
    install(session, ".[calendar,cli,display]")
    scripts = sorted((ROOT / "examples").glob("*.py"))
    session.chdir(scratch(session))  # what an example writes does not belong in the tree
    for script in scripts:
        session.run("python", "-W", "error", str(script))


@nox.session(reuse_venv=False)
def wheel(session: nox.Session) -> None:
    """Build the wheel once, by way of the sdist, look into it, and test it without the sources.

    It holds the modules that the other sessions test; asked again is what reads its files.
    """
    place = scratch(session)
    shutil.copytree(ROOT / "tests", place / "run" / "tests")

    install(session, groups=("wheel",))
    session.run("python", "-m", "build", "--outdir", str(place / "dist"), str(ROOT))
    (built,) = (place / "dist").glob("*.whl")
    check_wheel(session, built)

    session.chdir(place / "run")
    session.install(str(built))
    installed = f"import {PACKAGE} as p; assert 'site-packages' in p.__file__, p.__file__"
    session.run("python", "-W", "error", "-c", installed)  # without the extras
    install(session, f"{built}{EXTRAS}", groups=("tests",))
    config = str(ROOT / "pyproject.toml")
    which = ("-m", "not slow", "tests/golden", *(f"tests/unit/{room}" for room in WITH_FILES))
    session.run("pytest", *IN_PARALLEL, "-c", config, "--rootdir", ".", *which)


def check_wheel(session: nox.Session, built: Path) -> None:
    """Refuse a wheel that lacks a file of the package or carries anything else."""
    with zipfile.ZipFile(built) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    source = ROOT / "src"
    expected = {
        path.relative_to(source).as_posix()
        for path in (source / PACKAGE).rglob("*")
        if path.is_file() and path.suffix in SHIPPED
    }
    if names != expected or f"{PACKAGE}/py.typed" not in names:
        lacking, surplus = sorted(expected - names), sorted(names - expected)
        session.error(f"{built.name} lacks {lacking} and has too much: {surplus}")
    session.log("%s holds the %d files of the package and nothing else", built.name, len(names))


def lowest_versions() -> list[str]:
    """Return the declared lower bound of every dependency, those of extras too, as exact pins."""
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    # A condition on the version of Python stays as it is.
    declared = [line.replace("; python_version < '3.14'", "") for line in lines]
    if bad := [line for line in declared if line.count(">=") != 1 or "," in line or ";" in line]:
        sys.exit(f"Dependencies must read 'name>=version' and nothing more: {bad}")
    return [line.replace(">=", "==") for line in declared]


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest versions that pyproject.toml declares."""
    install(session, f"-e.{EXTRAS}", *lowest_versions(), groups=("tests-core",))
    session.run("pytest", *IN_PARALLEL, *(session.posargs or ("-m", "not slow", *ONE_BY_ONE)))


@nox.session
def demo(session: nox.Session) -> None:
    """Show the main jobs on published figures."""
    install(session, "-q", ".[cli]")
    session.run("python", "examples/demo.py", *session.posargs)


@nox.session
def catalogues(session: nox.Session) -> None:
    """Check that the translations are complete and in step.

    ``-- update`` merges what is new into them, ``-- compile`` writes what is read at run time.
    """
    install(session, "-e.[display]", groups=("display",))
    session.run("python", "tools/catalogues.py", *(session.posargs or ["check"]))


@nox.session
def frontend(session: nox.Session) -> None:
    """Check the TypeScript types, the example and, with Ajv, the schemas; skipped without npm."""
    if shutil.which("npm") is None:
        session.skip("npm is not installed")
    place = scratch(session)
    for folder in ("frontend", "schemas"):
        ignored = shutil.ignore_patterns("node_modules")
        shutil.copytree(ROOT / folder, place / folder, ignore=ignored)
    shutil.copytree(ROOT / "tests" / "documents", place / "tests" / "documents")
    session.chdir(place / "frontend")
    quietly = ("--no-audit", "--no-fund", "--no-package-lock", "--loglevel", "error")
    session.run("npm", "install", *quietly, external=True)
    session.run("npm", "run", "check", external=True)


@nox.session
def browser(session: nox.Session) -> None:
    """Ask axe in headless Chromium about every document; needs both and npm; not in the gate."""
    install(session, f"-e.{EXTRAS}", groups=("tests",))
    place = scratch(session)
    session.run("npm", "install", "--prefix", str(place), "axe-core@4", external=True)
    env = {"AXE_CORE": str(place / "node_modules" / "axe-core" / "axe.min.js")}
    session.run("pytest", "tests/unit/display/test_browser.py", *session.posargs, env=env)


@nox.session(python=OLDEST)
def mutants(session: nox.Session) -> None:
    """Change the exact core in every small way, and see who notices; not part of the gate."""
    install(session, "-e.[cli]", groups=("tests-core", "oracles", "mutants"))
    session.run("mutmut", "run", *session.posargs, success_codes=(0, 1))
    session.run("mutmut", "results")


@nox.session(python=OLDEST)
def fuzz(session: nox.Session) -> None:
    """Let atheris look for documents that break a loader; not part of the gate.

    Arguments name loaders, by default all; a number among them gives the seconds for each.
    """
    install(session, "-e.[fast]", groups=("fuzz",))
    corpus = ROOT / "fuzz" / "corpus"
    seconds = next((word for word in session.posargs if word.isdecimal()), "60")
    loaders = [word for word in session.posargs if not word.isdecimal()]
    for loader in loaders or sorted(folder.name for folder in corpus.iterdir()):
        found = Path(session.create_tmp()) / "found" / loader
        found.mkdir(parents=True, exist_ok=True)
        limits = (f"-max_total_time={seconds}", "-max_len=6000", "-timeout=10")
        folders = (str(found), str(corpus / loader))
        session.run("python", "fuzz/fuzz_documents.py", loader, *limits, *folders)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare speed with peers, side by side; not part of the gate."""
    install(session, ".[cli]", groups=("bench",))
    session.run("python", "benchmarks/run.py", *session.posargs)
