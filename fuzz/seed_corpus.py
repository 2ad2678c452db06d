"""Write the first inputs of each loader: good documents without blanks, and what tests refuse.

``python fuzz/seed_corpus.py FOLDER``. What fuzzing finds is added to them by libFuzzer, and what is
kept under ``corpus/`` was chosen from both.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from grant_lives import GOOD

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    catalogue,
    from_json,
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

HERE = Path(__file__).resolve().parent
V1 = HERE.parent / "tests" / "documents" / "v1"
SEEDS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "plan": (
        IntegrationPlan,
        ("plan-smallest", "plan-other-spellings", "plan-erased", "plan-whole-life",
         "plan-every-entry"),
    ),
    "plan-view": (PlanView, ("plan-view-job-centre",)),
    "access": (AccessExport, ("access-export",)),
    "deletion-receipt": (DeletionReceipt, ("deletion-receipt",)),
    "programme": (
        Programme,
        ("programme-integrationsmanagement-2017", "programme-every-kind-of-node"),
    ),
    "trace": (Trace, ("trace-every-kind-of-node",)),
    "funding-programme": (FundingProgramme, ("funding-programme-everything",)),
    "general-terms": (GeneralTerms, ("general-terms",)),
    "application": (Application, ("application-consortium",)),
    "grant": (Grant, ("grant-every-event",)),
    "proof-of-use": (ProofOfUse, ("proof-of-use",)),
}  # fmt: skip
TEXTS = {
    "recipients-csv": (
        "key;persons\nWeinheim;352\n",
        "\ufeffkey,name,kind,parent,persons\r\na,A,k1,n,1\r\n",
        "key;amount;since;member;persons;fte;sort\na;1,50;2018-01-31;true;1;0,5;a\n",
        'key\tpersons\n"a\tb"\t1\n',
    ),
    "code-list-csv": (
        "code;label\n1;a\n11;b\n",
        "code;label;label_en;parent;from;to\n4;a;b;;2018-01-31;\n43;c;d;4;;2019-12-31\n",
        "source;target\n01234;0110\n01234;0210\n",
    ),
}
CATALOGUE = {
    "funding-programme": (
        FundingProgramme,
        catalogue.funding,
        ("de-th-thinka", "de-th-integrationsschluessel-2017"),
    ),
    "general-terms": (
        GeneralTerms,
        catalogue.general_terms,
        ("de-th-anbest-p", "de-basiszinssatz"),
    ),
}
TOML = (
    ("th", "de-th-anbest-gk.terms.toml"),
    ("th", "de-th-integrationsschluessel-2017.funding.toml"),
)
REPORTS = [
    {"carrier": "carrier-north", "submitted_on": "2020-02-01",
     "period": {"start": "2018-01-01", "end": "2019-12-31"}, "posts": ["post-1"],
     "indicators": {"counselling_talks": 312}, "sections": [{"title": "a", "text": "b"}]},
    {"carrier": "carrier-south", "submitted_on": "2020-02-01", "period": {"start": "2018-01-01"},
     "posts": ["post-1", "post-2"], "indicators": {"counselling_talks": 7, "agreed_plans": 1}},
]  # fmt: skip
LIVES: tuple[dict[str, Any], ...] = (
    {"application": GOOD["application"], "reports": REPORTS},
    {"grant": GOOD["grant"], "proof": GOOD["proof"]},
    {"programme": GOOD["programme"], "terms": GOOD["terms"]},
    {"programme": "de-bw-integrationsmanagement", "application": GOOD["application"],
     "proof": GOOD["proof"]},
    {"programme": "de-th-sozialberatung", "grant": GOOD["grant"]},
)  # fmt: skip

MOST_BYTES = 4_000
"""How large an input should be: small ones are damaged where it matters, and read fast."""


def written(document: Any) -> bytes:
    """Write a document without blanks."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def lists(value: Any) -> Iterator[list[Any]]:
    """Yield every list below a value, the outer ones first."""
    if isinstance(value, list):
        yield value
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict | list):
            yield from lists(item)


def shortened(document: Any, wanted: type[Any]) -> bytes:
    """Leave items of lists out, the last first, while the document is still read and too large."""
    for items in list(lists(document)):
        for index in reversed(range(len(items))):
            if len(written(document)) <= MOST_BYTES:
                return written(document)
            item = items.pop(index)
            try:
                from_json(written(document), wanted)
            except DocumentError:
                items.insert(index, item)
    return written(document)


def main() -> None:
    """Write them."""
    folder = Path(sys.argv[1])
    inputs = {name: [text.encode() for text in texts] for name, texts in TEXTS.items()}
    for name, (wanted, stems) in SEEDS.items():
        documents = [json.loads((V1 / f"{stem}.json").read_bytes()) for stem in stems]
        inputs[name] = [shortened(document, wanted) for document in documents]
    for name, (wanted, load, ids) in CATALOGUE.items():
        shipped = [json.loads(to_json(load(each))) for each in ids]
        inputs[name] += [shortened(document, wanted) for document in shipped]
    inputs["grant-life"] = [written(life) for life in LIVES]
    inputs["json-lines"] = [b"\n".join(inputs["plan"][:2]) + b"\n{}\n"]
    files = resources.files("integrationsplan.catalogue").joinpath("de")
    koenigstein = files.joinpath("de-koenigsteiner-schluessel.toml").read_text("utf-8")
    table = re.compile(r'^"(?!Bremen|Bayern).*\n', re.MULTILINE)  # two rows of each table will do
    inputs["programme-toml"] = [table.sub("", koenigstein).encode()]
    comments = re.compile("^ *#.*\n", re.MULTILINE)
    inputs["funding-toml"] = [
        comments.sub("", files.joinpath(*path).read_text("utf-8")).encode() for path in TOML
    ]
    for name, found in inputs.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(found):
            (folder / name / f"seed-{number}").write_bytes(data)


if __name__ == "__main__":
    main()
