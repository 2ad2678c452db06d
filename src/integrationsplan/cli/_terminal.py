"""What is put on a terminal: lines, tables and cells, never read as markup."""

import sys

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from integrationsplan._language import Language
from integrationsplan.cli._words import WORDS

WIDTH_OF_A_FILE = 160


def new_table(language: Language, *columns: str) -> Table:
    """Return a table whose columns are called in the language."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(WORDS[column].in_language(language), overflow="fold")
    return table


def new_console() -> Console:
    """Return the console on standard output."""
    # Read anew each time: tests and embedders exchange sys.stdout. A file is wider than a screen.
    width = None if sys.stdout.isatty() else WIDTH_OF_A_FILE
    return Console(file=sys.stdout, width=width, highlight=False)


def cell(text: str) -> Text:
    """Return a text for a table."""
    # Text objects, because rich reads square brackets in plain strings as styles.
    return Text(text)


def put(console: Console, text: str, *, style: str = "") -> None:
    """Print a line of any length."""
    console.print(Text(text, style=style), soft_wrap=True)
