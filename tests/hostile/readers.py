"""Who reads the rows of the table, and what a refusal says."""

import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from tests.hostile.documents import (
    ACCESS,
    ERASED,
    LIFE,
    NODES,
    PLAN,
    PROGRAMME,
    RECEIPT,
    SMALL,
    TRACE,
    VIEW,
    good_text,
)

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    from_json,
    from_toml,
    serialization,
)
from integrationsplan.allocation import Trace
from integrationsplan.history import DeletionReceipt
from integrationsplan.plan import AccessExport, PlanView

CLASSES: dict[str, type] = {
    PLAN: IntegrationPlan,
    SMALL: IntegrationPlan,
    LIFE: IntegrationPlan,
    ERASED: IntegrationPlan,
    VIEW: PlanView,
    ACCESS: AccessExport,
    RECEIPT: DeletionReceipt,
    PROGRAMME: Programme,
    NODES: Programme,
    TRACE: Trace,
}
"""What the good JSON documents are."""

DECODERS: Sequence[str | None] = (
    tuple(serialization.decoders()) if hasattr(serialization, "decoders") else (None,)
)
"""The decoders that are installed; the one that there is, if they cannot be chosen."""

SECONDS = 3.0
"""Processor time that a document may take."""
QUIET = 0.012
"""Seconds that `slowness` takes for its sum where nothing else goes on."""
SECONDS_TRACED = 20.0
"""The same while coverage or a debugger watches every line."""
BYTES = 200 * 1000 * 1000
"""Memory that a document may take beyond its own bytes."""


def ways_of(reader: str) -> Sequence[str | None]:
    """Return the decoders that a reader can use."""
    return DECODERS if reader in CLASSES else (None,)


@cache
def programme(stem: str) -> Programme:
    """Return a programme whose recipients are read."""
    return from_json(good_text(stem), Programme)


def read(reader: str, data: bytes, decoder: str | None = None) -> object:
    """Read a document."""
    if reader in CLASSES:
        more: dict[str, Any] = {} if decoder is None else {"decoder": decoder}
        return from_json(data, CLASSES[reader], **more)
    readers: dict[str, Callable[[bytes], object]] = {
        "toml": partial(from_toml, document=Programme),
        "recipients": lambda data: serialization.recipients_from_csv(
            data, programme("programme-integrationsmanagement-2017")
        ),
        "recipients of every sort": lambda data: serialization.recipients_from_csv(
            data, programme(NODES)
        ),
        "code list": partial(serialization.code_list_from_csv, system="fields"),
        "code mapping": partial(
            serialization.code_mapping_from_csv, source="KldB 2010", target="ISCO-08"
        ),
    }
    return readers[reader](data)


def refusal(reader: str, data: bytes, decoder: str | None = None) -> DocumentError | None:
    """Return the error of a refused document; anything but that error goes on its way."""
    try:
        read(reader, data, decoder)
    except DocumentError as error:
        return error
    return None


def said(error: DocumentError | None) -> tuple[tuple[str, str], ...] | str:
    """Return place and code of every problem, sorted."""
    if error is None:
        return "accepted"
    found = [
        (p.pointer if p.line is None and p.column is None else p.place("en"), p.code)
        for p in error.problems
    ]
    return tuple(sorted(found))


def seconds(call: Callable[[], object]) -> float:
    """Return the processor time of a call, the better of two if the first one was slow."""
    taken = []
    while not taken or (len(taken) < 2 and taken[0] > allowed_seconds()):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return min(taken)


def allowed_seconds() -> float:
    """Return how long a document may take here.

    On a machine that does nothing else each takes less than a second; the tests run in parallel,
    and are there to see what takes minutes.
    """
    return (SECONDS if sys.gettrace() is None else SECONDS_TRACED) * slowness()


def slowness() -> float:
    """Return how many times slower than such a machine this one is just now, at least 1."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        sum(number * number for number in range(200_000))
        taken.append(time.process_time() - start)
    return max(1.0, min(taken) / QUIET)


def peak(call: Callable[[], object]) -> int:
    """Return the memory that a call takes at its worst."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
