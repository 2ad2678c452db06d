"""What an import costs: interpreters started in turns, less the one that imports nothing."""

from report import Section, Target
from timing import Effort, processes_in_turns

BARE = "python, nothing imported"
OURS = "import integrationsplan"
CATTRS = "import cattrs.preconf.orjson"


def run(effort: Effort) -> list[Section]:
    """Measure."""
    sources = [
        (BARE, "pass", "whole time; taken off the others"),
        (OURS, "import integrationsplan", "attrs, cattrs, dateutil; catalogue not read"),
        (
            "from integrationsplan import *",
            "from integrationsplan import *",
            "every everyday name, so that laziness hides nothing",
        ),
        (CATTRS, "import cattrs.preconf.orjson", ""),
        ("import pydantic", "from pydantic import BaseModel", "BaseModel: pydantic is lazy"),
        ("import msgspec", "import msgspec", ""),
    ]
    return [
        Section(
            title=f"Import, median of {effort.starts} interpreters each",
            measured=processes_in_turns(sources, effort),
            against=(CATTRS, "import pydantic"),
            targets=(Target(ours=OURS, against=CATTRS, most=1.25),),
        )
    ]
