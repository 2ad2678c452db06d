"""Write a programme as a document, and let it compute and explain.

The programme is invented: 100,000 euros for language cafés, split by persons, at most 40,000 each.
"""

# ruff: noqa: S101  # an example checks what it prints

import datetime as dt

from integrationsplan import Programme, Recipients, allocate, from_toml
from integrationsplan.allocation import describe_rule

DOCUMENT = """
format = "integrationsplan/programme"
version = 1
id = "language-cafes"
title = { de = "Sprachcafés", en = "Language cafés" }
jurisdiction = "08"
valid = { start = 2024-01-01, end = 2024-12-31 }

[levels]
recipient = "all"

[figures.persons]
unit = "person"
de = "Personen"
en = "persons"

[parameters.pot]
unit = "EUR"
de = "Topf"
en = "pot"
values = [{ start = 2024-01-01, value = "100000", basis = "stated", citation = "council" }]

[parameters.cap]
unit = "EUR"
de = "Höchstbetrag"
en = "cap"
values = [{ start = 2024-01-01, value = "40000", basis = "stated", citation = "council" }]

[parameters.fewest]
unit = "person"
de = "Mindestzahl"
en = "smallest number"
values = [{ start = 2024-01-01, value = "10", basis = "stated", citation = "council" }]

[rules.part]
kind = "split"
pot = "pot"
by = "persons"
step = "0.01"
method = "largest_remainder"
label = { de = "Anteil", en = "part" }

[rules.grant]
kind = "least"
of = ["part", "cap"]
gives = "EUR"
label = { de = "Zuschuss", en = "grant" }

[[conditions]]
code = "too_few_persons"
when = { kind = "compare", left = "persons", op = "at_least", right = "fewest" }
effect = "exclude"
de = "{persons} sind weniger als {fewest}."
en = "{persons} are fewer than {fewest}."

[result]
award = "grant"
unit = "EUR"
pot = "pot"

[citations.council]
title = "Invented decision of a council"
date = 2023-12-01
"""


def main() -> None:
    """Load the document, allocate, explain."""
    programme = from_toml(DOCUMENT, Programme)
    for name in programme.rules:
        print("rule:", describe_rule(programme, name, "en"))

    towns = Recipients.of(
        [
            {"key": "Adorf", "persons": 150},
            {"key": "Beheim", "persons": 90},
            {"key": "Cestadt", "persons": 60},
            {"key": "Dehausen", "persons": 9},
        ]
    )
    allocation = allocate(programme, towns, day=dt.date(2024, 5, 1))
    print()
    print(allocation["Adorf"].explain("de"))
    print(allocation["Dehausen"].findings[0].format("en"))
    print("left in the pot:", allocation.residue)

    amounts = {award.recipient.key: award.amount.to_text() for award in allocation}
    assert amounts == {
        "Adorf": "40000.00",
        "Beheim": "30000.00",
        "Cestadt": "20000.00",
        "Dehausen": "0.00",
    }
    assert programme.needs_all_recipients
    assert allocation["Dehausen"].is_excluded
    assert str(allocation.residue) == "10000.00 EUR"


if __name__ == "__main__":
    main()
