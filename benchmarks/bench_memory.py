"""What loaded plans hold, beside what the peers' objects of the same documents hold."""

import json
from collections.abc import Callable
from typing import Any

import peer_fhir
import peer_msgspec
import peer_pydantic
from report import Section, Target
from sample_lines import variants
from timing import Effort, held

from integrationsplan import IntegrationPlan, from_json

PLANS = 200

FAST = "integrationsplan, fast"
PLAIN = "integrationsplan, plain"
PYDANTIC = "pydantic strict"
MSGSPEC = "msgspec Struct"
FHIR = "fhir.resources CarePlan"


def run(effort: Effort) -> list[Section]:
    """Weigh plans that share no text; what is weighed needs no turns."""
    del effort
    documents = [*variants(PLANS)]
    care_plans = [peer_fhir.document(from_json(d, IntegrationPlan)) for d in documents]
    size = sum(map(len, documents))
    return [
        Section(
            title=f"Memory of {PLANS} loaded plans, {size:,} bytes of JSON",
            measured=[
                held(FAST, _all(documents, _fast), "as loaded, state not worked out"),
                held(PLAIN, _all(documents, _plain), "as loaded, state not worked out"),
                held(
                    "integrationsplan, state worked out",
                    _all(documents, _with_state),
                    "after the first look at `current`",
                ),
                held(PYDANTIC, _all(documents, peer_pydantic.load)),
                held(MSGSPEC, _all(documents, peer_msgspec.load)),
                held(
                    FHIR,
                    _all(care_plans, peer_fhir.load),
                    f"like content, {sum(map(len, care_plans)):,} bytes of JSON",
                ),
                held("json alone", _all(documents, json.loads), "dictionaries"),
            ],
            against=(PYDANTIC, MSGSPEC, FHIR),
            targets=(
                Target(ours=FAST, against=MSGSPEC, most=1.15),
                Target(ours=PLAIN, against=MSGSPEC, most=1.15),
                Target(ours=FAST, against=FHIR, most=0.05),
            ),
            unit="B",
        )
    ]


def _all(documents: list[bytes], load: Callable[[bytes], Any]) -> Callable[[], object]:
    return lambda: [load(document) for document in documents]


def _fast(data: bytes) -> IntegrationPlan:
    return from_json(data, IntegrationPlan, decoder="msgspec")


def _plain(data: bytes) -> IntegrationPlan:
    return from_json(data, IntegrationPlan, decoder="json")


def _with_state(data: bytes) -> IntegrationPlan:
    plan = from_json(data, IntegrationPlan)
    _ = plan.current
    return plan
