"""Without pyarrow the package says which extra is missing."""

import subprocess
import sys
from pathlib import Path


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run a program in an interpreter of its own."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)


def test_missing_pyarrow_is_told_with_the_extra():
    """The error is an ImportError and names what to install."""
    done = run("import sys; sys.modules['pyarrow'] = None; import integrationsplan.columnar")
    assert (
        "ImportError: integrationsplan.columnar needs pyarrow: "
        "pip install 'integrationsplan[columnar]'"
    ) == done.stderr.splitlines()[-1]


def test_missing_pyarrow_leaves_the_rest_alone():
    """The package itself never asks for pyarrow."""
    code = "import sys; sys.modules['pyarrow'] = None; import integrationsplan; print('read')"
    assert "read\n" == run(code).stdout


def test_broken_pyarrow_is_not_called_missing(tmp_path: Path):
    """What pyarrow itself cannot import is told as it is."""
    (tmp_path / "pyarrow.py").write_text("import what_pyarrow_needs\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import integrationsplan.columnar"
    assert (
        "ModuleNotFoundError: No module named 'what_pyarrow_needs'"
        == (run(code).stderr.splitlines()[-1])
    )
