"""Documents of a programme that does not exist, for the commands of funding; all figures invented.

The grant of the case: 12,000 planned, 80 % of it granted and paid, 9,000 used. The proof shows
11,500, so that 9,200 are owed and 400 go back.
"""

import copy
import json
from pathlib import Path
from typing import Any

PROGRAMME = """
format = "integrationsplan/funding-programme"
version = 1
id = "trial"
title = { de = "Probeprogramm", en = "Trial programme" }
summary = { de = "Ein erfundenes Programm.", en = "An invented programme." }
jurisdiction = "08"
period = { start = 2018-01-01, end = 2020-12-31 }
financing = "cost-share"
reviewed_on = 2026-11-22

[[norms]]
form = "guideline"
title = { de = "Proberichtlinie", en = "trial guideline" }
issued_on = 2017-11-02
citation = "law"
locator = "no. 1"

[[funders]]
id = "land"
title = { de = "Land", en = "state" }
share = "80"
period = { start = 2018-01-01, end = 2018-12-31 }
citation = "law"

[[funders]]
id = "esf"
title = { de = "Sozialfonds", en = "social fund" }
share = "20"
is_most = true
is_own = true
period = { start = 2018-01-01, end = 2018-12-31 }
citation = "law"

[[bodies]]
role = "granting"
title = { de = "Regierungspräsidium", en = "regional council" }
citation = "law"

[[budget]]
id = "whole"
title = { de = "Ganzes", en = "whole" }
amount = "100.00 EUR"
citation = "law"

[[budget]]
id = "first"
title = { de = "Erster Teil", en = "first part" }
amount = "60.00 EUR"
part_of = "whole"
basis = "inferred"
note = { de = "Drei Fünftel.", en = "Three fifths." }
citation = "law"

[[budget]]
id = "second"
title = { de = "Zweiter Teil", en = "second part" }
part_of = "whole"
programme = "other"
citation = "law"

[[budget]]
id = "third"
title = { de = "Dritter Teil", en = "third part" }
amount = "10.00 EUR"
part_of = "second"
period = { start = 2018-01-01, end = 2018-12-31 }
citation = "law"

[[budget]]
id = "fourth"
title = { de = "Vierter Teil", en = "fourth part" }
part_of = "second"
citation = "law"

[[budget]]
id = "fifth"
title = { de = "Fünfter Teil", en = "fifth part" }
part_of = "second"
citation = "law"

[[purposes]]
text = { de = "Beratung", en = "counselling" }
period = { start = 2018-01-01, end = 2018-12-31 }
citation = "law"

[[applicants]]
applicant = "municipality"
condition = { de = "mit Konzept", en = "with a concept" }
citation = "law"

[[applicants]]
applicant = "district"
period = { start = 2018-01-01, end = 2018-12-31 }
citation = "law"

[[costs]]
category = "personnel"
rule = { de = "Gehälter", en = "salaries" }
parameter = "share"
citation = "law"

[[costs]]
category = "investment"
is_eligible = false
citation = "law"

[[duties]]
id = "named"
sort = "named-person"
text = { de = "eine Person nennen", en = "name a person" }
programmes = ["other"]
citation = "law"
locator = "no. 4"

[parameters.share]
unit = "percent"
de = "Fördersatz"
en = "funded share"
[[parameters.share.values]]
start = 2018-01-01
end = 2018-12-31
value = "80"
basis = "stated"
citation = "law"
[[parameters.share.values]]
start = 2019-01-01
known_from = 2018-11-30
value = "50"
basis = "inferred"
citation = "notice"
note = "half"

[parameters.deviation]
unit = "percent"
values = [{ value = "20", basis = "stated", citation = "law" }]

[parameters.least_part]
unit = "fte"
values = [{ start = 2018-01-01, value = "0.25", basis = "stated", citation = "law" }]

[parameters.pay]
unit = "EUR/month"
values = [{ table = { young = "100", old = "200.5" }, basis = "stated", citation = "law" }]

[parameters.bonus]
unit = "thing"
bands_unit = "person"
[[parameters.bonus.values]]
bands = [{ at_least = "0", at_most = "9", value = "1" }, { above = "9", value = "2" }]
basis = "stated"
citation = "law"

[parameters.latest]
unit = "date"
values = [{ date = 2018-03-31, basis = "stated", citation = "law", edition = "first" }]

[parameters.colour]
unit = "code"
values = [{ codes = { a = "red" }, basis = "stated", citation = "law" }]

[[amendments]]
id = "lower"
text = { de = "Der Satz sinkt.", en = "The share falls." }
valid_from = 2019-01-01
known_from = 2018-11-30
parameters = ["share"]
citation = "notice"

[[deadlines]]
id = "application"
sort = "application"
text = { de = "Antrag bis Ende März 2018", en = "application by the end of March 2018" }
on = 2018-03-31
citation = "law"
locator = "no. 7"

[[deadlines]]
id = "proof"
sort = "numeric-proof"
text = { de = "Nachweis nach sechs Monaten", en = "proof after six months" }
after = "period-end"
months = 6
citation = "law"

[[deadlines]]
id = "use"
sort = "use"
text = { de = "Verwendung in sechs Wochen", en = "use within six weeks" }
after = "payment"
weeks = 6
citation = "law"

[[relations]]
sort = "sister"
programme = "other"
title = { de = "Anderes Programm", en = "other programme" }
citation = "law"

[[unknowns]]
name = "interest_margin"
text = { de = "Zinsen sind nicht genannt.", en = "Interest is not said." }
citations = ["law", "notice"]

[citations.law]
title = "The law"
url = "https://example.org/law"

[citations.notice]
title = "The notice"
date = 2018-11-30
"""

GENERAL = """
format = "integrationsplan/general-terms"
version = 1
id = "trial-terms"
title = { de = "Probebestimmungen", en = "Trial terms" }
jurisdiction = "08"
period = {}
reviewed_on = 2026-11-22

[parameters.most_months]
unit = "month"
values = [{ value = "6", basis = "stated", citation = "terms" }]

[citations.terms]
title = "The terms"
"""

RULE = """
format = "integrationsplan/programme"
version = 1
id = "trial-award"
title = { de = "Probezuwendung", en = "Trial award" }
jurisdiction = "08"
valid = { start = 2018-01-01, end = 2020-12-31 }
[levels]
recipient = "all"
post = "recipient"
[figures.fte]
unit = "fte"
level = "post"
[parameters.rate]
unit = "EUR/fte/year"
values = [{ value = "64000", basis = "stated", citation = "law" }]
[rules.grant]
kind = "round"
of = { kind = "total", of = { kind = "product", of = ["fte", "rate"] }, per = "recipient" }
step = "0.01"
method = "half_up"
[[sources]]
id = "land"
amount = "rest"
[result]
award = "grant"
unit = "EUR/year"
[citations.law]
title = "The law"
"""

APPLICATION: dict[str, Any] = {
    "format": "integrationsplan/application",
    "version": 1,
    "id": "a-1",
    "programme": "trial",
    "received_on": "2018-01-31",
    "applicant": {"key": "Weinheim", "applicant": "municipality"},
    "period": {"start": "2018-01-01", "end": "2018-12-31"},
    "posts": [{"id": "p-1", "fte": "0.5", "holder": "h-1"}],
    "costs": [
        {"id": "staff", "category": "personnel", "amount": "10000.00 EUR"},
        {"id": "things", "category": "material", "amount": "2000.00 EUR"},
    ],
}

GRANT: dict[str, Any] = {
    "format": "integrationsplan/grant",
    "version": 1,
    "id": "g-1",
    "programme": "trial",
    "application": "a-1",
    "recipient": {"key": "Weinheim"},
    "events": [
        {
            "kind": "granted",
            "id": "notice",
            "on": "2018-01-31",
            "amount": "9600.00 EUR",
            "period": {"start": "2018-01-01", "end": "2018-12-31"},
            "plan": APPLICATION["costs"],
        },
        {"kind": "paid", "id": "paid", "on": "2018-02-01", "amount": "9600.00 EUR"},
        {"kind": "used", "id": "used", "on": "2018-03-31", "amount": "9000.00 EUR"},
    ],
}

PROOF: dict[str, Any] = {
    "format": "integrationsplan/proof-of-use",
    "version": 1,
    "id": "v-1",
    "grant": "g-1",
    "submitted_on": "2019-03-31",
    "period": {"start": "2018-01-01", "end": "2018-12-31"},
    "costs": [
        {"id": "staff", "category": "personnel", "amount": "11000.00 EUR"},
        {"id": "things", "category": "material", "amount": "500.00 EUR"},
    ],
}


class Files:
    """Writes the documents of the case into a folder, with changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programme = self.text("trial.toml", PROGRAMME)
        self.rule = self.text("rule.toml", RULE)

    def text(self, name: str, text: str) -> str:
        """Write a file and return its path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def write(self, name: str, document: dict[str, Any], **changes: Any) -> str:
        """Write a document with other values of some keys; ``None`` takes a key away."""
        changed = {**copy.deepcopy(document), **changes}
        content = {key: value for key, value in changed.items() if value is not None}
        return self.text(f"{name}.json", json.dumps(content))

    def application(self, **changes: Any) -> str:
        """Write the application."""
        return self.write("application", APPLICATION, **changes)

    def grant(self, **changes: Any) -> str:
        """Write the grant."""
        return self.write("grant", GRANT, **changes)

    def proof(self, **changes: Any) -> str:
        """Write the proof of use."""
        return self.write("proof", PROOF, **changes)
