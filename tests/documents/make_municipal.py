"""Make documents of concepts and networks of version 1 again.

Run ``python tests/documents/make_municipal.py``. The documents beside this file must load for ever:
what this file writes is what stands there, character for character (a test compares both). All
bodies, places and figures are invented, and the salts are known to everybody.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from integrationsplan import AGS, Author, Citation, Money, Period, to_json
from integrationsplan.concept import (
    Alignment,
    ConceptGoal,
    ConceptGoalStatus,
    ConceptIndicator,
    ConceptKind,
    ConceptLevel,
    ConceptMeasure,
    ConceptMeasureStatus,
    Contact,
    Decision,
    DecisionStatus,
    Direction,
    FieldOfAction,
    GuidingGoal,
    IndicatorSense,
    IndicatorValue,
    IntegrationConcept,
    IntegrationNetwork,
    MeasureFunding,
    MeasureReview,
    Meeting,
    Membership,
    NetworkGroup,
    NetworkGroupKind,
    NetworkRole,
    Offer,
    OfferAccess,
    OfferCost,
    OfferField,
    OfferPermanence,
    OfferStatus,
    OfferUse,
    Organisation,
    OrganisationForm,
    Place,
    PlaceKind,
    Principle,
    Resolution,
    ResolutionKind,
    ReviewVerdict,
    Schedule,
    Stage,
    StageKind,
    TargetGroup,
    Weekday,
)
from integrationsplan.testing import fixed_salts
from integrationsplan.values import Basis

FOLDER = Path(__file__).parent / "v1"

AUTHOR = Author(role="integration_manager", id="im-7")
DISTRICT = Organisation(
    id="district",
    name="Landkreis Musterland",
    form=OrganisationForm.ADMINISTRATION,
    legal_form="Gebietskörperschaft",
    description="Sitzt im Landratsamt.",
    contact=Contact(
        website="https://www.example.org", phone="+49 3693 0", email="info@example.org"
    ),
    region=AGS("16066"),
)
VHS = Organisation(id="vhs", name="Volkshochschule", form=OrganisationForm.COURSE_PROVIDER)
SOURCE = Citation(title="Amtsblatt", locator="Nr. 5", publisher="Landkreis Musterland")


def facts(number: int, day: dt.date) -> dict[str, Any]:
    """Return who revises and when, with salts of the number."""
    moment = dt.datetime.combine(day, dt.time(9, 30), dt.timezone(dt.timedelta(hours=2)))
    return {
        "author": AUTHOR,
        "recorded_at": moment,
        "effective_on": day,
        "salts": fixed_salts(number),
    }


def concept() -> IntegrationConcept:
    """Return a concept with every kind of entry, adopted, continued, and closed."""
    opened = IntegrationConcept.open(
        id="concept-everything",
        title="Integrationskonzept für den Landkreis Musterland",
        sort=ConceptKind.POVERTY_PREVENTION,
        level=ConceptLevel.DISTRICT,
        body=DISTRICT,
        reason="Auftrag des Kreistags",
        legal_basis="Beschluss 12/2016",
        put=[
            VHS,
            Principle(id="l-1", number="L 1", title="Miteinander", text="Alle gehören dazu."),
            FieldOfAction(
                id="f-1",
                number="1",
                title="Sprache",
                topics=(OfferField.LANGUAGE, OfferField.EDUCATION),
                target_groups=(TargetGroup.REFUGEES,),
            ),
            GuidingGoal(id="lz-1", number="1.1", title="Verständigung", fields=("f-1",)),
            ConceptGoal(
                id="z-1",
                number="1.1.1",
                title="Kurs binnen drei Monaten",
                guiding_goals=("lz-1",),
                fields=("f-1",),
                due_on=dt.date(2020, 12, 31),
                target_groups=(TargetGroup.NEWCOMERS,),
            ),
            ConceptGoal(
                id="z-2",
                title="Kurse auch am Abend",
                part_of="z-1",
                status=ConceptGoalStatus.REACHED,
            ),
            ConceptMeasure(
                id="m-1",
                number="M 1",
                title="Erstorientierungskurse",
                goals=("z-1", "z-2"),
                fields=("f-1",),
                responsible="vhs",
                partners=("district",),
                target_groups=(TargetGroup.REFUGEES,),
                period=Period(dt.date(2019, 1, 1), dt.date(2020, 12, 31)),
                due_on=dt.date(2020, 12, 31),
                cost=Money.of("12000.50"),
                funding=(
                    MeasureFunding(programme="de-th-thilik", grant="g-1", amount=Money.of("9600")),
                    MeasureFunding(payer="Landkreis", amount=Money.of("2400.50")),
                ),
                offers=("o-1",),
                status=ConceptMeasureStatus.RUNNING,
                note="Zahlen erfunden",
                source=SOURCE,
            ),
            ConceptIndicator(
                id="i-1",
                title="Plätze in Kursen",
                code="B2",
                sense=IndicatorSense.OUTPUT,
                definition="Plätze am Jahresende.",
                unit="Plätze",
                better=Direction.UP,
                goals=("z-1",),
                measures=("m-1",),
                fields=("f-1",),
                baseline=IndicatorValue(on=dt.date(2018, 12, 31), value="40"),
                targets=(IndicatorValue(on=dt.date(2020, 12, 31), value="120", note="Ziel"),),
                values=(
                    IndicatorValue(on=dt.date(2019, 12, 31), value="199/3", basis=Basis.INFERRED),
                ),
                data_source="Volkshochschule",
            ),
            Stage(
                id="s-1",
                sort=StageKind.NEEDS_ANALYSIS,
                title="Bestandsaufnahme",
                period=Period(dt.date(2016, 10, 1), dt.date(2017, 3, 31)),
                due_on=dt.date(2017, 3, 31),
                done_on=dt.date(2017, 4, 30),
                responsible="district",
                participants=("vhs",),
                result="Es fehlen Kurse am Abend.",
            ),
            Alignment(
                id="a-1",
                higher="concept-land",
                title="Landesintegrationskonzept",
                goal="z-1",
                higher_goals=("z-land-1",),
            ),
        ],
        **facts(1, dt.date(2019, 5, 2)),
    )
    adopted = opened.revise(
        put=[
            Resolution(
                id="r-1",
                sort=ResolutionKind.ADOPTED,
                by="Kreistag",
                on=dt.date(2019, 5, 13),
                votes_for=31,
                votes_against=0,
                abstentions=2,
                is_unanimous=True,
                valid=Period(dt.date(2019, 5, 13), dt.date(2020, 12, 31)),
                revision=1,
                reference="KT 5/2019",
            )
        ],
        **facts(2, dt.date(2019, 5, 13)),
    )
    reviewed = adopted.revise(
        put=[
            MeasureReview(
                id="mr-1",
                measure="m-1",
                reviewed_on=dt.date(2020, 11, 2),
                verdict=ReviewVerdict.CHANGED,
            )
        ],
        withdraw=["z-2"],
        reason="Überprüfung",
        **facts(3, dt.date(2020, 11, 2)),
    )
    return reviewed.close(reason="Neues Konzept", **facts(4, dt.date(2023, 1, 2)))


def network() -> IntegrationNetwork:
    """Return a network with every kind of entry."""
    return IntegrationNetwork.open(
        id="network-everything",
        title="Netzwerk Integration",
        body=DISTRICT,
        founded_on=dt.date(2014, 12, 5),
        regions=[AGS("16066")],
        put=[
            VHS,
            Offer(
                id="o-1",
                field=OfferField.LANGUAGE,
                title="Sprachcafé",
                description="Reden bei Kaffee",
                provider="vhs",
                partners=("district",),
                target_groups=(TargetGroup.EVERYONE,),
                eligibility="Alle",
                minimum_age=16,
                maximum_age=99,
                languages=("de", "ar"),
                interpreting="Arabisch",
                regions=(AGS("16066"),),
                places=(
                    Place(
                        name="Rathaus",
                        kind=PlaceKind.PHYSICAL,
                        street="Markt 1",
                        postal_code="98617",
                        city="Meiningen",
                        region=AGS("16066042"),
                        website="https://www.example.org/markt",
                    ),
                ),
                schedules=(
                    Schedule(
                        weekdays=(Weekday.MONDAY,),
                        begins_at="16:00",
                        ends_at="18:00",
                        every_weeks=2,
                        period=Period(dt.date(2019, 1, 7), None),
                        note="nicht in den Ferien",
                    ),
                ),
                period=Period(dt.date(2019, 1, 7), None),
                permanence=OfferPermanence.REGULAR,
                capacity=20,
                costs=(
                    OfferCost(
                        amount=Money.of("2.00"),
                        unit="Termin",
                        concerns="Erwachsene",
                        period=Period.of_year(2019),
                    ),
                ),
                access=OfferAccess.OPEN,
                access_note="Einfach kommen",
                contact=Contact(phone="+49 3693 1"),
                status=OfferStatus.RUNNING,
            ),
            OfferUse(
                id="u-1",
                offer="o-1",
                period=Period.of_year(2019),
                sessions=24,
                participants=60,
                newcomers=12,
                attendances=410,
                places=480,
                waiting=0,
            ),
            NetworkGroup(
                id="g-1",
                title="Arbeitskreis Sprache",
                sort=NetworkGroupKind.WORKING_GROUP,
                topics=(OfferField.LANGUAGE,),
                period=Period(dt.date(2015, 2, 27), None),
            ),
            Membership(
                id="ms-1",
                organisation="vhs",
                member_of="g-1",
                role=NetworkRole.LEAD,
                period=Period(dt.date(2015, 2, 27), None),
            ),
            Meeting(
                id="me-1",
                held_on=dt.date(2019, 6, 4),
                of="g-1",
                title="Sitzung im Juni",
                attended_by=("vhs", "district"),
                minutes="Es fehlen Plätze.",
            ),
            Decision(
                id="d-1",
                meeting="me-1",
                text="Ein zweites Sprachcafé öffnet.",
                responsible=("vhs",),
                due_on=dt.date(2019, 9, 30),
                status=DecisionStatus.DONE,
                measure="m-1",
                source=SOURCE,
            ),
        ],
        **facts(5, dt.date(2019, 7, 1)),
    )


DOCUMENTS: dict[str, Callable[[], str]] = {
    "concept-every-entry": lambda: to_json(concept(), indent=2),
    "network-every-entry": lambda: to_json(network(), indent=2),
}
"""What makes each document, by the name of its file."""


if __name__ == "__main__":
    for name, make in DOCUMENTS.items():
        (FOLDER / f"{name}.json").write_text(make() + "\n", encoding="utf-8")
