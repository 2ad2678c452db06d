#!/usr/bin/env python3
"""Coverage-guided fuzzing of every loader, with atheris: ``python fuzz/fuzz_documents.py LOADER``.

What holds for any bytes: a loader returns a value or raises `DocumentError`; a value that is
written and read again is the same value; all decoders come to the same verdict, with the same
problems at the same places. Anything else is a finding, and its input is left in ``crash-…``.

Further arguments go to libFuzzer: ``-max_total_time=60``, ``-runs=100000``, a folder of inputs.
"""

import contextlib
import io
import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["integrationsplan", "tomllib", "csv"]):
    import grant_lives

    from integrationsplan import (
        DocumentError,
        IntegrationPlan,
        Programme,
        from_json,
        from_toml,
        serialization,
        to_json,
    )
    from integrationsplan.allocation import Trace
    from integrationsplan.funding import (
        Application,
        FundingProgramme,
        GeneralTerms,
        Grant,
        ProofOfUse,
    )
    from integrationsplan.history import DeletionReceipt
    from integrationsplan.plan import AccessExport, PlanView

    # What tells all problems is imported at the first refusal, and is to steer, too.
    with contextlib.suppress(DocumentError):
        from_json('{"format": "integrationsplan/programme", "version": 1}', Programme)

HERE = Path(__file__).resolve().parent
DOCUMENTS = HERE.parent / "tests" / "documents" / "v1"
CLASSES: dict[str, type[Any]] = {
    "plan": IntegrationPlan,
    "plan-view": PlanView,
    "access": AccessExport,
    "deletion-receipt": DeletionReceipt,
    "programme": Programme,
    "trace": Trace,
    "funding-programme": FundingProgramme,
    "general-terms": GeneralTerms,
    "application": Application,
    "grant": Grant,
    "proof-of-use": ProofOfUse,
}
DECODERS = tuple(serialization.decoders()) if hasattr(serialization, "decoders") else ()
STRANGE: tuple[Any, ...] = (
    None, True, 0, -1, 3.5, 10**19, "", "x", " ", "2018-03-01", "20180301", "1e1000000", "NaN",
    "2018-03-01T09:00:00Z", "\ud800", "\u202e", "A\u0308", "A" * 43, "sha256/1:" + "A" * 43,
    "0001-01-01", "9999-12-31", "999999999999999999.99 EUR", "-0.01 EUR", "0.01 EUR", "1.00 USD",
    "1/3", "0.0001", [], {}, [[]], {"kind": "put"}, {"kind": "goal", "id": "g1"},
)  # fmt: skip


class Finding(Exception):  # noqa: N818  # what is found is not always an error of Python
    """Something that must not happen."""


def verdict(read: Callable[[], Any]) -> tuple[Any, list[tuple[str, str]]]:
    """Return the value that was read, or place and code of every problem."""
    try:
        return read(), []
    except DocumentError as error:
        if not error.problems or not error.text("de") or not error.text("en"):
            raise Finding("a refusal that does not say why") from error
        return None, sorted((problem.place("en"), problem.code) for problem in error.problems)


def check_json(wanted: type[Any], data: bytes) -> None:
    """Check what must hold of any bytes that are read as a JSON document."""
    more: list[dict[str, Any]] = [{"decoder": name} for name in DECODERS] or [{}]
    value, problems = verdict(lambda: from_json(data, wanted, **more[0]))
    for other in more[1:]:
        if (value, problems) != verdict(lambda other=other: from_json(data, wanted, **other)):
            raise Finding("the decoders disagree")
    if problems:
        return
    text = to_json(value)
    if from_json(text, wanted) != value:
        raise Finding("what is written is read back as something else")


def check_toml(data: bytes, *kinds: type[Any]) -> None:
    """Check what must hold of any bytes that are read as a document in TOML."""
    for wanted in kinds:
        value, problems = verdict(lambda wanted=wanted: from_toml(data, wanted))
        if not problems and from_json(to_json(value), wanted) != value:
            raise Finding("what is written is read back as something else")


def programme(stem: str) -> Programme:
    """Return a programme whose recipients are read."""
    return from_json((DOCUMENTS / f"{stem}.json").read_bytes(), Programme)


def check_recipients(data: bytes) -> None:
    """Check what must hold of any bytes that are read as recipients."""
    for given in (FLAT, LEVELLED):
        for decimal_comma in (False, True):
            verdict(
                lambda given=given, comma=decimal_comma: serialization.recipients_from_csv(
                    data, given, decimal_comma=comma
                )
            )


def check_code_lists(data: bytes) -> None:
    """Check what must hold of any bytes that are read as a code list or a mapping of codes."""
    verdict(lambda: serialization.code_list_from_csv(data, system="fields"))
    verdict(
        lambda: serialization.code_list_from_csv(
            data,
            system="KldB 2010",
            label_en="label_en",
            parent="parent",
            valid=("from", "to"),
        )
    )
    verdict(lambda: serialization.code_mapping_from_csv(data, source="KldB 2010", target="ISCO-08"))


def check_json_lines(data: bytes) -> None:
    """Check what must hold of any bytes whose lines are read as plans, one by one."""
    if hasattr(serialization, "read_json_lines"):
        for found in serialization.read_json_lines(io.BytesIO(data), IntegrationPlan):
            if not (hasattr(found, "document") or found.error.problems):
                raise Finding("a bad line that does not say why")
    for line in data.splitlines()[:20]:
        check_json(IntegrationPlan, line)


FLAT = programme("programme-integrationsmanagement-2017")
LEVELLED = programme("programme-every-kind-of-node")
LOADERS: dict[str, Callable[[bytes], None]] = {
    **{
        name: lambda data, wanted=wanted: check_json(wanted, data)
        for name, wanted in CLASSES.items()
    },
    "programme-toml": lambda data: check_toml(data, Programme),
    "funding-toml": lambda data: check_toml(data, FundingProgramme, GeneralTerms),
    "grant-life": grant_lives.check_life,
    "recipients-csv": check_recipients,
    "code-list-csv": check_code_lists,
    "json-lines": check_json_lines,
}


# -- damages of documents that stay JSON -----------------------------------------------------------


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container below a value with a key or an index in it."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in list(items):
        yield value, key
        if isinstance(item, dict | list):
            yield from places(item)


def restructured(data: bytes, chance: random.Random) -> bytes | None:
    """Return a JSON document with one damage of its structure, or nothing if it is none."""
    document = None
    with contextlib.suppress(ValueError, RecursionError):
        document = json.loads(data)
    found = list(places(document)) if isinstance(document, dict | list) else []
    if not found:
        return None
    around, key = chance.choice(found)
    other, there = chance.choice(found)
    damage = chance.randrange(7)
    if damage == 0:
        del around[key]
    elif damage == 1:
        around[key] = chance.choice(STRANGE)
    elif damage == 2:
        around[key] = json.loads(json.dumps(other[there]))
    elif damage == 3 and isinstance(around, list):
        around.insert(key, json.loads(json.dumps(around[key])))
    elif damage == 4 and isinstance(around, dict):
        around[chance.choice(("x", "kind", "id", f"{key}s"))] = around.pop(key)
    elif damage == 5 and isinstance(around[key], str) and around[key]:
        text = around[key]
        at = chance.randrange(len(text))
        around[key] = (
            text[:at] + chance.choice(("", "\u0301", "0", "-", " ", "\0")) + text[at + 1 :]
        )
    else:
        around[key], other[there] = STRANGE[0], STRANGE[1]
    written = json.dumps(document, ensure_ascii=chance.random() < 0.5, separators=(",", ":"))
    if chance.random() < 0.1:  # a key that stands twice
        written = written.replace('"kind":', '"kind":"put","kind":', 1)
    return written.encode("utf-8", "surrogatepass")


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """Damage the structure of a document, or its bytes as libFuzzer does."""
    chance = random.Random(seed)  # noqa: S311  # libFuzzer's own seed: a run can be repeated
    if chance.random() < 0.7:
        damaged = restructured(data, chance)
        if damaged is not None and len(damaged) <= max_size:
            return damaged
    mutated: bytes = atheris.Mutate(data, max_size)
    return mutated


def main() -> None:
    """Fuzz the loader that the first argument names."""
    names = ", ".join(LOADERS)
    if len(sys.argv) < 2 or sys.argv[1] not in LOADERS:
        sys.exit(f"usage: fuzz_documents.py LOADER [libFuzzer arguments]; loaders: {names}")
    loader, arguments = sys.argv[1], sys.argv[2:]
    corpus = HERE / "corpus" / loader
    if not any(not argument.startswith("-") for argument in arguments):
        arguments.append(str(corpus))
    json_mutator = {} if loader.endswith(("csv", "toml")) else {"custom_mutator": mutate}
    atheris.Setup([sys.argv[0], *arguments], LOADERS[loader], **json_mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
