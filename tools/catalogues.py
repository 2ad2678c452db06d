"""Keep the catalogues of `integrationsplan.display` in step: extract, merge, compile, check.

``python tools/catalogues.py update`` writes the template of all messages and merges it into every
catalogue, ``compile`` writes what is read at run time, and ``check`` refuses what is not in step or
not complete. A new language begins with a copy of the template under
``locale/<code>/LC_MESSAGES/integrationsplan.po`` and three lines more in its header:
``X-Language-Name``, ``X-Direction`` (ltr or rtl), ``X-Reviewed`` (yes or no).
"""

from __future__ import annotations

import io
import re
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from integrationsplan.display._messages import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCALE = Path(__file__).parents[1] / "src" / "integrationsplan" / "display" / "locale"
TEMPLATE = LOCALE / "integrationsplan.pot"
MODEL_SPEAKS = {"de"}
"""Languages in which labels come from the model, so that the catalogue needs none."""


OWN_HEADERS = ("X-Language-Name", "X-Direction", "X-Reviewed")


class Headed(Catalog):
    """A catalogue whose header holds what we need and nothing that changes by itself."""

    def __init__(self, own: dict[str, str], locale: str | None = None) -> None:
        super().__init__(locale=locale, charset="utf-8", fuzzy=False)
        self.own = own

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header."""
        return [
            ("Project-Id-Version", "integrationsplan"),
            *([("Language", str(self.locale))] if self.locale else []),
            *self.own.items(),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def template() -> Catalog:
    """Return a catalogue of all messages without translations."""
    catalogue = Headed({})
    catalogue.header_comment = "# Messages of integrationsplan.display."
    for message in messages():
        catalogue.add(message.text, context=message.context, locations=[(message.place, None)])
    return catalogue


def is_label(context: str | None, place: str) -> bool:
    """Tell whether a message is a label of the model."""
    return context in (place, "purpose")


def read(path: Path) -> Headed:
    """Read a catalogue, with our own lines of its header."""
    text = path.read_text(encoding="utf-8")
    own = {name: re.search(rf'^"{name}: (.*)\\n"$', text, re.MULTILINE) for name in OWN_HEADERS}
    read = read_po(io.StringIO(text), locale=path.parts[-3])
    catalogue = Headed({name: found[1] for name, found in own.items() if found}, path.parts[-3])
    catalogue.header_comment = read.header_comment
    for message in read:
        if message.id:
            catalogue[message.id] = message
    return catalogue


def catalogues() -> list[Path]:
    """Return the files of all catalogues."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/integrationsplan.po"))


def wanted(path: Path) -> dict[tuple[str | None, str], str]:
    """Return the messages that a catalogue has to translate, with where each stands."""
    speaks = path.parts[-3] in MODEL_SPEAKS
    return {
        (message.context, message.text): message.place
        for message in messages()
        if not (speaks and is_label(message.context, message.place))
    }


def merged(path: Path) -> Headed:
    """Return a catalogue with all messages that it has to translate, and no others."""
    old = read(path)
    new = Headed(old.own, path.parts[-3])
    new.header_comment = old.header_comment
    for (context, text), place in wanted(path).items():
        found = old.get(text, context)
        said = found.string if found and not found.fuzzy else ""
        new.add(text, said, context=context, locations=[(place, None)])
    return new


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, include_lineno=False)
    return buffer.getvalue()


def compiled(path: Path) -> bytes:
    """Return a catalogue as it is read at run time."""
    buffer = io.BytesIO()
    write_mo(buffer, read(path))
    return buffer.getvalue()


def placeholders(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def problems() -> Iterator[str]:
    """Yield everything that is wrong with the catalogues."""
    if not TEMPLATE.exists() or TEMPLATE.read_bytes() != written(template()):
        yield f"{TEMPLATE.name} is not what the package says; run update"
    for path in catalogues():
        name = path.parts[-3]
        catalogue = read(path)
        found = {(message.context, message.id): message for message in catalogue if message.id}
        for key in sorted(map(str, wanted(path).keys() ^ found.keys())):
            yield f"{name}: {key} is lacking or not used any more; run update"
        for (_, text), message in found.items():
            if message.fuzzy:
                yield f"{name}: {text!r} is fuzzy"
            if not message.string:
                yield f"{name}: {text!r} is not translated"
            elif placeholders(text) != placeholders(str(message.string)):
                yield f"{name}: {text!r} has other names in braces"
        if path.read_bytes() != written(merged(path)):
            yield f"{name}: the file is not in its form; run update"
        binary = path.with_suffix(".mo")
        if not binary.exists() or binary.read_bytes() != compiled(path):
            yield f"{name}: the compiled catalogue is not that of its source; run compile"


def main(command: str) -> int:
    """Run a command; return the exit code."""
    if command == "update":
        TEMPLATE.write_bytes(written(template()))
        for path in catalogues():
            path.write_bytes(written(merged(path)))
    elif command == "compile":
        for path in catalogues():
            path.with_suffix(".mo").write_bytes(compiled(path))
    elif command == "check":
        found = list(problems())
        print("\n".join(found) or f"{len(catalogues())} catalogues are complete and in step")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
