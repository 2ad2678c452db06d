"""Without its extra, the package says what it lacks."""

import importlib
import sys

import pytest


def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch):
    """Where jinja2 is missing, the error says how to install it."""
    for name in [name for name in sys.modules if name.startswith("integrationsplan.display")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ImportError, match=r"pip install 'integrationsplan\[display\]'"):
        importlib.import_module("integrationsplan.display")
