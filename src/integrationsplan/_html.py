"""Tables for notebooks: plain, escaped HTML without style sheets, scripts or network."""

from collections.abc import Iterable, Sequence
from html import escape

__all__ = ["table"]


def table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = -1
) -> str:
    """Return an HTML table; every text is escaped.

    Args:
        caption: What the table shows.
        head: Names of the columns.
        rows: The cells.
        numbers: Index of a column to set flush right; -1 for none.
    """
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="text-align:{"right" if index == numbers else "left"}">{escape(cell)}</td>'
            for index, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"
    )
