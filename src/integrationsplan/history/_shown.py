"""How revised documents are shown: in one line, and as a table in a notebook."""

from typing import Any

from integrationsplan import _html
from integrationsplan._model import Label
from integrationsplan.history._revisions import Revision
from integrationsplan.history._state import State

__all__ = ["as_line", "as_table"]


def as_line(name: str, id: str, revisions: int, state: State[Any]) -> str:
    """Say what a document is and how much it holds."""
    entries = len(state)
    return (
        f"<{name} {id}: "
        f"{revisions} {'revision' if revisions == 1 else 'revisions'}, "
        f"{entries} {'entry' if entries == 1 else 'entries'}>"
    )


def as_table(label: Label, id: str, latest: Revision[Any], state: State[Any]) -> str:
    """Show what counts as a table, under a caption that says as of when."""
    rows = [(entry.label.en, entry.id, entry.summary("en")) for entry in state.entries]
    caption = (
        f"{label.en[:1].upper()}{label.en[1:]} {id}, revision {latest.number} "
        f"({latest.kind.in_language('en')}), effective {latest.effective_on.isoformat()}"
    )
    return _html.table(caption, ("entry", "id", "content"), rows)
