"""The import contracts hold on the tree, and a planted breach of each kind is refused."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("importlinter") is None, reason="import-linter is not installed"
    ),
    pytest.mark.skipif(
        not (ROOT / "pyproject.toml").is_file() or not (ROOT / "src").is_dir(),
        reason="the tests run apart from the sources",
    ),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the sources and the contracts, to plant breaches in."""
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def check_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the sources under this folder, whatever is installed."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--no-logo"],
        cwd=folder,
        env=os.environ | {"COLUMNS": "200", "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


def plant(folder: Path, subpackage: str, line: str) -> None:
    """Append a line to the front file of a subpackage."""
    front = folder / "src" / "integrationsplan" / subpackage / "__init__.py"
    with front.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def test_contracts_hold_on_the_tree():
    """The sources keep every contract."""
    result = check_contracts(ROOT)
    assert (result.returncode, "0 broken" in result.stdout) == (0, True), result.stdout


@pytest.mark.parametrize(
    ("subpackage", "line", "contract", "breach"),
    [
        (
            "values",
            "from integrationsplan import plan",
            "A module imports only modules of the lines below it",
            "integrationsplan.values -> integrationsplan.plan",
        ),
        (
            "plan",
            "from integrationsplan import allocation",
            "A module imports only modules of the lines below it",
            "integrationsplan.plan -> integrationsplan.allocation",
        ),
        (
            "values",
            "import cattrs",
            "Only serialization imports cattrs",
            "integrationsplan.values -> cattrs",
        ),
        (
            "plan",
            "from dateutil import relativedelta",
            "Only values imports dateutil",
            "integrationsplan.plan -> dateutil",
        ),
        (
            "catalogue",
            "import rich.table",
            "Only cli imports click and rich",
            "integrationsplan.catalogue -> rich",
        ),
        (
            "serialization",
            "import pyarrow.compute",
            "Only columnar imports pyarrow",
            "integrationsplan.serialization -> pyarrow",
        ),
        (
            "plan",
            "import icalendar",
            "Only exchange imports icalendar",
            "integrationsplan.plan -> icalendar",
        ),
        (
            "plan",
            "import jinja2",
            "Only display imports jinja2",
            "integrationsplan.plan -> jinja2",
        ),
        (
            "plan",
            "import socket",
            "The domain knows no network, database, log, chance or clock",
            "integrationsplan.plan -> socket",
        ),
        (
            "values",
            "from time import time",
            "The domain knows no network, database, log, chance or clock",
            "integrationsplan.values -> time",
        ),
    ],
)
def test_planted_breach_is_refused(
    copy: Path, subpackage: str, line: str, contract: str, breach: str
):
    """A forbidden import in a copy breaks exactly the contract that is about it."""
    plant(copy, subpackage, line)
    result = check_contracts(copy)
    assert result.returncode == 1, result.stdout
    assert f"{contract} BROKEN" in result.stdout
    assert "1 broken" in result.stdout
    assert breach in result.stdout


def test_module_without_a_place_is_refused(copy: Path):
    """A new module that no layer names breaks the contract on layers."""
    stray = copy / "src" / "integrationsplan" / "stray.py"
    stray.write_text('"""A module that no layer names."""\n', encoding="utf-8")
    result = check_contracts(copy)
    assert result.returncode == 1, result.stdout
    assert "integrationsplan.stray" in result.stdout
