"""Make documents of funding of version 1 again.

Run ``python tests/documents/make_funding.py``. The documents beside this file must load for ever:
what this file writes is what stands there, character for character (a test compares both). All
bodies, persons and amounts are invented.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from integrationsplan import AGS, Citation, Money, Period, from_toml, to_json
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    ApplicantKind,
    Application,
    Carrier,
    Claimed,
    CostCategory,
    CostLine,
    Deadline,
    DeadlineAnchor,
    DeadlineKind,
    Demanded,
    EarmarkSense,
    FundingProgramme,
    GeneralTerms,
    Grant,
    GrantEarmark,
    Granted,
    Instalment,
    InterestCharged,
    InterestPaid,
    LegalForm,
    NarrativeReport,
    Norm,
    Paid,
    Participant,
    PassedBack,
    PassedOn,
    PayInterrupted,
    Post,
    PostFilled,
    PostVacated,
    ProofOfUse,
    Repaid,
    ReportSection,
    ReportSubmitted,
    Returned,
    Settled,
    Unknown,
    Used,
    Waived,
)
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import Basis, Bilingual, FrozenMap

FOLDER = Path(__file__).parent / "v1"

PERIOD = Period(dt.date(2018, 1, 1), dt.date(2019, 12, 31))
RECIPIENT = Participant(
    key="08999001",
    name="Musterstadt",
    applicant=ApplicantKind.MUNICIPALITY,
    region=AGS("08999001"),
    framework=Money.of("71647"),
    figures=FrozenMap({"persons": "45"}),
)
FIRST = Post(
    id="post-1",
    fte="0.75",
    qualification="vocational",
    holder="person-a",
    employer="carrier-north",
    start=dt.date(2018, 2, 1),
    end=dt.date(2019, 12, 31),
)
SECOND = Post(
    id="post-2", fte="0.25", qualification="university", holder="person-b", part_of="post-1"
)
PLAN = (
    CostLine(
        id="pay",
        category=CostCategory.PERSONNEL,
        post="post-1",
        amount=Money.of("76500"),
    ),
    CostLine(id="travel", category=CostCategory.TRAVEL, amount=Money.of("1250.5")),
)


def application() -> Application:
    """Return an application of a consortium with a carrier."""
    return Application(
        id="application-1",
        programme="de-xx-example",
        received_on=dt.date(2018, 1, 4),
        applicant=RECIPIENT,
        members=(
            Participant(key="08999002", name="Nebenort", framework=Money.of("54133.44")),
            Participant(key="07999003"),
        ),
        carriers=(
            Carrier(id="carrier-north", name="Träger Nord e. V.", agreed_on=dt.date(2017, 12, 20)),
            Carrier(id="carrier-south", name="Träger Süd gGmbH"),
        ),
        posts=(FIRST, SECOND),
        costs=PLAN,
        own_money=Money.of("1000"),
        income=Money.of("250.5"),
        period=PERIOD,
        started_on=dt.date(2018, 1, 2),
        cooperates_with=("de-xx-sister",),
    )


def grant() -> Grant:
    """Return a grant with an event of every kind."""

    def on(month: int, day: int, year: int = 2018) -> dict[str, Any]:
        return {"on": dt.date(year, month, day), "id": f"e-{year}-{month:02}-{day:02}"}

    return Grant(
        id="grant-1", programme="de-xx-example", application="application-1", recipient=RECIPIENT
    ).record(
        Granted(
            **on(1, 15),
            amount=Money.of("100000"),
            period=PERIOD,
            reference="15-2-Muster/1",
            instalments=(Instalment(id="1", amount=Money.of("60000"), due=dt.date(2018, 2, 1)),),
            plan=PLAN,
            earmarks=(
                GrantEarmark(
                    id="pay",
                    title="Personalausgaben",
                    amount=Money.of("70000"),
                    sense=EarmarkSense.AT_LEAST,
                    lines=("pay",),
                ),
            ),
        ),
        Claimed(**on(1, 20), amount=Money.of("60000"), covers=Period(None, dt.date(2018, 12, 31))),
        Paid(**on(2, 1), amount=Money.of("60000"), instalment="1", note="vorläufige Zählung"),
        PostFilled(**on(2, 2), post=FIRST),
        PassedOn(**on(2, 3), to="carrier-north", amount=Money.of("50000")),
        Used(**on(3, 31), by="carrier-north", line="pay", amount=Money.of("12750")),
        PayInterrupted(**on(4, 1), post="post-1", until=dt.date(2018, 5, 31)),
        Used(**on(4, 15), line="travel", amount=Money.of("250.5")),
        PassedBack(**on(5, 2), by="carrier-north", amount=Money.of("7250")),
        Returned(**on(5, 3), amount=Money.of("5000")),
        PostVacated(**on(6, 30), post="post-1"),
        Amended(
            **on(7, 15),
            amount=Money.of("110000"),
            period=Period(dt.date(2018, 1, 1), dt.date(2020, 12, 31)),
            reason=AmendmentReason.EXTENSION,
            plan=PLAN,
        ),
        ReportSubmitted(
            **on(1, 31, 2019),
            sort=DeadlineKind.INDICATORS,
            report="r-1",
            covers=Period.of_year(2018),
        ),
        Settled(**on(3, 31, 2021), owed=Money.of("43000"), proof="proof-1"),
        Demanded(**on(4, 1, 2021), amount=Money.of("12000"), pay_by=dt.date(2021, 5, 1)),
        Waived(**on(4, 20, 2021), amount=Money.of("500")),
        Repaid(**on(4, 30, 2021), amount=Money.of("11500")),
        InterestCharged(
            **on(5, 2, 2021),
            amount=Money.of("41.17"),
            covers=Period(dt.date(2021, 4, 1), dt.date(2021, 4, 30)),
            pay_by=dt.date(2021, 6, 1),
        ),
        InterestPaid(**on(5, 20, 2021), amount=Money.of("41.17")),
    )


def proof() -> ProofOfUse:
    """Return a proof of use with posts, costs and a report of two carriers."""
    return ProofOfUse(
        id="proof-1",
        grant="grant-1",
        submitted_on=dt.date(2021, 3, 30),
        period=Period(dt.date(2018, 1, 1), dt.date(2020, 12, 31)),
        posts=grant().posts(),
        costs=PLAN,
        income=Money.of("0"),
        own_money=Money.of("1000"),
        report=NarrativeReport(
            id="report-1",
            grant="grant-1",
            period=PERIOD,
            indicators=FrozenMap({"counselling_talks": 312, "agreed_plans": 28}),
            sections=(
                ReportSection(title="Beratung", text="Beratung vor Ort.", carrier="carrier-north"),
                ReportSection(title="Lage", text="Eine Zeile.\nNoch eine."),
            ),
        ),
    )


def general_terms() -> GeneralTerms:
    """Return general terms with a deadline, a number and something that nobody says."""
    return GeneralTerms(
        id="de-xx-terms",
        title=Bilingual(de="Nebenbestimmungen", en="General terms"),
        jurisdiction="08",
        period=Period(dt.date(2010, 1, 1)),
        reviewed_on=dt.date(2026, 11, 22),
        norms=(
            Norm(
                form=LegalForm.REGULATION,
                title=Bilingual(de="Muster-VV", en="Example regulation"),
                issued_on=dt.date(2009, 12, 1),
                citation="law",
            ),
        ),
        parameters=FrozenMap(
            {
                "deviation": Parameter(
                    unit="percent",
                    values=(ParameterValue(value="20", basis=Basis.STATED, citation="law"),),
                )
            }
        ),
        deadlines=(
            Deadline(
                id="use",
                sort=DeadlineKind.USE,
                text=Bilingual(de="zwei Monate nach Auszahlung", en="two months after payment"),
                after=DeadlineAnchor.PAYMENT,
                months=2,
                citation="law",
                locator="Nr. 1.4",
            ),
        ),
        unknowns=(
            Unknown(
                name="retention",
                text=Bilingual(de="Die Aufbewahrung fehlt.", en="Keeping of records is missing."),
                citations=("law",),
            ),
        ),
        citations=FrozenMap({"law": Citation(title="Muster-VV")}),
    )


def programme() -> FundingProgramme:
    """Return a programme that uses every class of its parts."""
    return from_toml((FOLDER.parent / "funding-programme.toml").read_bytes(), FundingProgramme)


DOCUMENTS: dict[str, Callable[[], str]] = {
    "application-consortium": lambda: to_json(application(), indent=2),
    "funding-programme-everything": lambda: to_json(programme(), indent=2),
    "general-terms": lambda: to_json(general_terms(), indent=2),
    "grant-every-event": lambda: to_json(grant(), indent=2),
    "proof-of-use": lambda: to_json(proof(), indent=2),
}
"""What makes each document, by the name of its file."""


if __name__ == "__main__":
    for name, make in DOCUMENTS.items():
        (FOLDER / f"{name}.json").write_text(make() + "\n", encoding="utf-8")
