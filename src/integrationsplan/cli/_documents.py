"""The commands of documents: bring them to the newest version, print their schemas."""

import functools
import json
from typing import Any, Literal

import click

from integrationsplan._language import Language
from integrationsplan.cli._files import (
    as_json,
    compression_at,
    read_file,
    replace,
    write,
    write_new,
)
from integrationsplan.cli._reading import KINDS, kind_of, parse_document
from integrationsplan.cli._speaking import (
    Failure,
    FileName,
    command_class,
    format_option,
    lang_option,
    need,
    shown,
    speaker,
)
from integrationsplan.errors import DocumentError
from integrationsplan.serialization import DEFAULT_BOUNDS, FORMATS, to_json

DIALECTS: tuple[Literal["2020-12"], Literal["forms"]] = ("2020-12", "forms")


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the commands of documents in one language."""
    say = speaker(language)
    lang, form = lang_option(say), format_option(say)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("migrate", help=say("migrate"))
    @click.argument("file", type=FileName())
    @click.option("-o", "--output", "target", metavar="FILE", help=say("migrate_output"))
    @click.option("--in-place", is_flag=True, help=say("in_place"))
    @form
    @lang
    def migrate(file: str, *, target: str | None, in_place: bool, output: str) -> None:
        if in_place and (target is not None or file == "-"):
            raise Failure(say("in_place_alone"))
        data = read_file(file, DEFAULT_BOUNDS.json_bytes, language)
        try:
            document = parse_document(data, file, list(KINDS))
        except DocumentError as error:
            raise DocumentError(shown(file), error.problems) from None
        name, newest = FORMATS[type(document)]
        # The loader has read it: it is JSON within bounds, with a version that is known.
        version = int(json.loads(data)["version"])
        steps = [(step, step + 1) for step in range(version, newest)]
        content: str | bytes = to_json(document) + "\n" if steps else data
        if not in_place:
            write_new("-" if target is None else target, content, language)
        elif steps:
            replace(file, content, language, compression_at(file, language))
        report: dict[str, Any] = {
            "file": file,
            "format": name,
            "from": version,
            "to": newest,
            "steps": [list(step) for step in steps],
        }
        if output == "json":
            said = as_json(report)
        elif steps:
            way = " → ".join(str(step) for step in range(version, newest + 1))
            said = say("migrated", path=shown(file), kind=kind_of(document), way=way) + "\n"
        else:
            said = say("not_migrated", path=shown(file), kind=kind_of(document), version=newest)
            said += "\n"
        # The document itself may stand on standard output.
        click.echo(said.encode("utf-8", "backslashreplace"), err=True, nl=False)

    @command("schema", help=say("schema"))
    @click.argument("kind", type=click.Choice(list(KINDS)), required=False)
    @click.option("--dialect", type=click.Choice(DIALECTS), help=say("dialect"))
    @click.option("--ui", type=click.Choice(["de", "en"]), help=say("ui"))
    @click.option("--list", "listed", is_flag=True, help=say("schema_list"))
    @form
    @lang
    @click.pass_context
    def schema(
        context: click.Context,
        *,
        kind: str | None,
        dialect: Literal["2020-12", "forms"] | None,
        ui: Language | None,
        listed: bool,
        output: str,
    ) -> None:
        if listed:
            rows = [
                {"kind": kind, "format": FORMATS[document][0], "version": FORMATS[document][1]}
                for kind, document in KINDS.items()
            ]
            if output == "json":
                write(as_json(rows))
            else:
                click.echo("\n".join(f"{r['kind']} ({r['format']} {r['version']})" for r in rows))
            return
        if ui is not None and dialect is not None:
            raise Failure(say("ui_alone"))
        need(context, kind=kind)
        if kind is None:
            return  # need() has refused it
        write(as_json(_schema(KINDS[kind], dialect or DIALECTS[0], ui, language)))

    return migrate, schema


def _schema(
    document: type, dialect: Literal["2020-12", "forms"], ui: Language | None, language: Language
) -> dict[str, Any]:
    # Who asks for no schema does not wait for what makes them.
    from integrationsplan.serialization._schema import json_schema  # noqa: PLC0415
    from integrationsplan.serialization._schema_ui import ui_schema  # noqa: PLC0415

    if ui is not None:
        return ui_schema(document, ui)
    return json_schema(document, dialect=dialect, language=language)
