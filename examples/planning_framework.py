"""Reproduce the 22 published planning frameworks of January 2018, side by side.

Baden-Württemberg gave every municipality its share of 58 million euros a year. The published rows,
their sources and the rule ship with the package.
"""

# ruff: noqa: S101  # an example checks what it prints

import datetime as dt

from integrationsplan import Recipients, allocate, catalogue

PROGRAMME = "de-bw-integrationsmanagement-2017"


def main() -> None:
    """Print published and computed amounts, and insist that they are equal."""
    programme = catalogue.load(PROGRAMME)
    published = catalogue.published(PROGRAMME)
    recipients = Recipients.of({"key": row.recipient, "persons": row.persons} for row in published)
    allocation = allocate(programme, recipients, day=dt.date(2018, 1, 15))

    print(f"{'recipient':<28}{'persons':>8}{'published':>12}{'computed':>12}{'difference':>12}")
    differences = []
    for row in published:
        computed = allocation[row.recipient].amount.value
        differences.append(computed - row.amount)
        print(
            f"{row.recipient:<28}{row.persons:>8,}{row.amount:>12,}"
            f"{int(computed):>12,}{int(differences[-1]):>12}"
        )
    joining = [a.recipient.key for a in allocation if a.findings]
    print(f"{len(published)} rows, differences: {sum(map(abs, differences))}")
    print(f"below 51,000 and to join others: {', '.join(joining)}")

    assert len(published) == 22
    assert not any(differences)
    assert allocation["Landkreis Schwäbisch Hall"].amount.to_text() == "953704.00"
    assert len(joining) == 5


if __name__ == "__main__":
    main()
