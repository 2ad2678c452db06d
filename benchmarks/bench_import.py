"""What an import and a first plan cost: interpreters started in turns, less an idle one."""

import tempfile
from pathlib import Path

import peer_codes
from report import Section, Target
from sample_plan import build_plan
from timing import Effort, processes_in_turns

from integrationsplan import history, plan, to_json

BARE = "python, nothing imported"
OURS = "import integrationsplan"
CATTRS = "import cattrs.preconf.orjson"

FAST = "integrationsplan, fast"
PLAIN = "integrationsplan, plain"
PYDANTIC = "pydantic strict"
MSGSPEC = "msgspec Struct"


def run(effort: Effort) -> list[Section]:
    """Measure."""
    return [_imports(effort), _first_plan(effort)]


def _imports(effort: Effort) -> Section:
    sources = [
        (BARE, "pass", "whole time; taken off the others"),
        (OURS, "import integrationsplan", "every name is found when it is first used"),
        (
            "from integrationsplan import *",
            "from integrationsplan import *",
            "every everyday name, so that laziness hides nothing",
        ),
        (CATTRS, "import cattrs.preconf.orjson", ""),
        ("import pydantic", "from pydantic import BaseModel", "BaseModel: pydantic is lazy"),
        ("import msgspec", "import msgspec", ""),
    ]
    return Section(
        title=f"Import, median of {effort.starts} interpreters each",
        measured=processes_in_turns(sources, effort),
        against=(CATTRS, "import pydantic"),
        targets=(Target(ours=OURS, against=CATTRS, most=1.25),),
    )


def _first_plan(effort: Effort) -> Section:
    peer_codes.compare_codes(history, plan)
    ours = (
        "from integrationsplan import IntegrationPlan, from_json\n"
        "with open({file!r}, 'rb') as file:\n"
        "    from_json(file.read(), IntegrationPlan, decoder={decoder!r})"
    )
    theirs = (
        "import sys\n"
        "sys.path.append({folder!r})\n"
        "import {peer}\n"
        "assert 'integrationsplan' not in sys.modules\n"
        "with open({file!r}, 'rb') as file:\n"
        "    {peer}.load(file.read())"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.json"
        path.write_text(to_json(build_plan()), encoding="utf-8")
        given = {"file": str(path), "folder": str(Path(__file__).parent)}
        sources = [
            (BARE, "pass", "whole time; taken off the others"),
            (FAST, ours.format(decoder="msgspec", **given), "with msgspec"),
            (PLAIN, ours.format(decoder="json", **given), "without msgspec"),
            (PYDANTIC, theirs.format(peer="peer_pydantic", **given), "its models made"),
            (MSGSPEC, theirs.format(peer="peer_msgspec", **given), "its Structs made"),
        ]
        return Section(
            title=f"Cold start to the first plan, median of {effort.starts} interpreters each",
            measured=processes_in_turns(sources, effort),
            against=(PYDANTIC, MSGSPEC),
            targets=(
                Target(ours=FAST, against=PYDANTIC, most=0.75),
                Target(ours=PLAIN, against=PYDANTIC, most=0.75),
            ),
            notes=("The peers' models mirror the classes that the sample has, and no more.",),
        )
