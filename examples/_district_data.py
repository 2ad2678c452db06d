"""What a district has beside its plans: offers, their use and a concept, made by code.

Everything is INVENTED: the district and its towns, persons, offers, figures. It is the same in
every run and on every Python: chance comes from names, and only from ``random.random``, whose
numbers Python keeps. What `district.py` tells is counted from this, and from nothing else.
"""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from typing import TypeVar

from integrationsplan import AGS, Author, Period, evolve
from integrationsplan.concept import (
    ConceptGoal,
    ConceptIndicator,
    ConceptLevel,
    ConceptMeasure,
    ConceptMeasureStatus,
    Direction,
    FieldOfAction,
    GuidingGoal,
    IndicatorSense,
    IndicatorValue,
    IntegrationConcept,
    IntegrationNetwork,
    Offer,
    OfferAccess,
    OfferField,
    OfferPermanence,
    OfferUse,
    Organisation,
    OrganisationForm,
    Place,
    Resolution,
    ResolutionKind,
    TargetGroup,
)

T = TypeVar("T")

DISTRICT = Organisation(
    id="district",
    name="Landkreis Musterland",
    form=OrganisationForm.ADMINISTRATION,
    region=AGS("08999"),
)
TOWNS = {
    "08999001": "Musterstadt",
    "08999002": "Beispielau",
    "08999003": "Probstal",
    "08999004": "Testingen",
    "08999005": "Musterbach",
}
"""No district and no town has these keys."""

FIRST_DAY, LAST_DAY = dt.date(2018, 1, 1), dt.date(2019, 12, 31)
TOLD_UNTIL = dt.date(2020, 7, 31)
"""Until when the files are kept on: what comes after leaving takes half a year to show."""


def day(text: str) -> dt.date:
    """Read a day."""
    return dt.date.fromisoformat(text)


def after(start: dt.date, days: int) -> dt.date:
    """Return the day so many days later."""
    return start + dt.timedelta(days)


def noon(on: dt.date) -> dt.datetime:
    """Return noon of a day, UTC."""
    return dt.datetime.combine(on, dt.time(12), dt.UTC)


class Dice:
    """Chance that is the same in every run, by a name. The salts come from it, too."""

    def __init__(self, name: str) -> None:
        """Begin with a name."""
        self._random = random.Random(name)  # noqa: S311  # made-up data, no secret
        self._name, self._salts = name, 0

    def chance(self, percent: int) -> bool:
        """Tell whether something happens that happens so often."""
        return self._random.random() * 100 < percent

    def number(self, least: int, most: int) -> int:
        """Return a number between two, both of them possible."""
        return least + int(self._random.random() * (most - least + 1))

    def pick(self, *weighted: tuple[T, int]) -> T:
        """Return one of some things, each as often as its weight says."""
        left = self._random.random() * sum(weight for _, weight in weighted)
        for thing, weight in weighted:
            left -= weight
            if left < 0:
                return thing
        return weighted[-1][0]

    def salt(self, size: int) -> bytes:
        """Return the next salt. Never for real plans: there nobody may know them beforehand."""
        self._salts += 1
        return hashlib.shake_256(f"{self._name} {self._salts}".encode()).digest(size)


# -- offers ----------------------------------------------------------------------------------------

PROVIDERS = (
    Organisation(
        id="vhs", name="Volkshochschule Musterland", form=OrganisationForm.COURSE_PROVIDER
    ),
    Organisation(
        id="carrier", name="Sozialverband Musterland", form=OrganisationForm.WELFARE_ASSOCIATION
    ),
    Organisation(
        id="jobcentre", name="Jobcenter Musterland", form=OrganisationForm.REGULAR_SERVICE
    ),
    Organisation(id="chamber", name="Kammer Musterland", form=OrganisationForm.CHAMBER),
    Organisation(id="circle", name="Freundeskreis Asyl", form=OrganisationForm.VOLUNTEERS),
    Organisation(id="sports", name="Sportverein Probstal", form=OrganisationForm.CLUB),
    Organisation(
        id="women", name="Frauen helfen Frauen", form=OrganisationForm.MIGRANT_ORGANISATION
    ),
)

# Title, field, provider, towns by their last digit ("" for the whole district, "?" for not said),
# languages ("" for not said), permanent or not, places.
OFFERS: tuple[tuple[str, str, str, str, str, bool, int | None], ...] = (
    ("Integrationskurs vormittags", "language", "vhs", "", "de", True, 120),
    ("Alphabetisierungskurs", "language", "vhs", "1", "de", True, 40),
    ("Frauenkurs mit Kinderbetreuung", "language", "vhs", "12", "de ar", False, 20),
    ("Sprachcafé Musterstadt", "language", "circle", "1", "de ar fa", True, None),
    ("Sprachcafé Beispielau", "language", "circle", "2", "de ar", True, None),
    ("Sprachtreff Probstal", "language", "circle", "3", "", True, 15),
    ("Lernpatenschaften", "language", "circle", "4", "de", False, 25),
    ("Berufssprachkurs B2", "language", "vhs", "1", "de", False, 25),
    ("Bewerbungswerkstatt", "work", "jobcentre", "", "de ar", True, 60),
    ("Kompetenzcheck", "work", "jobcentre", "1", "de ar fa", False, 40),
    ("Einstiegsqualifizierung", "work", "chamber", "", "de", True, 20),
    ("Praktikumsbörse", "work", "chamber", "12", "de", False, 50),
    ("Mobile Jobberatung", "work", "carrier", "345", "ar", False, 30),
    ("Frauen in Arbeit", "work", "women", "1", "ar ckb ti", False, 16),
    ("Anerkennungsberatung", "recognition", "carrier", "", "de en", True, 80),
    ("Sprechtag Anerkennung", "recognition", "chamber", "1", "", False, 12),
    ("Wohnraumbörse", "housing", "carrier", "1", "de ar", True, None),
    ("Mieterführerschein", "housing", "carrier", "12", "de ar fa", False, 36),
    ("Wohnungslotsen", "housing", "circle", "3", "", False, 20),
    ("Umzugshilfe", "housing", "circle", "?", "de", True, None),
    ("Hausaufgabenhilfe Musterstadt", "education", "circle", "1", "de", True, 30),
    ("Hausaufgabenhilfe Testingen", "education", "circle", "4", "de", True, 15),
    ("Elternlotsen", "education", "women", "", "ar tr", False, 40),
    ("Schulstart-Beratung", "education", "carrier", "25", "de ar", False, 25),
    ("Psychosoziale Beratung", "health", "carrier", "1", "de ar fa", True, 45),
    ("Gesundheitslotsen", "health", "women", "", "ar fa ti ckb", False, 60),
    ("Frauengesundheit", "health", "women", "2", "ar", False, 15),
    ("Ehrenamtsbörse", "volunteering", "circle", "", "", True, None),
    ("Fußball ohne Grenzen", "volunteering", "sports", "3", "", True, 40),
    ("Fahrradwerkstatt", "volunteering", "circle", "1", "de ar en", True, 12),
    ("Familiencafé", "family", "carrier", "1", "ar fa tr", True, 30),
    ("Mutter-Kind-Gruppe", "family", "women", "4", "ar", False, 12),
    ("Elternkurs", "family", "vhs", "2", "de", False, 14),
    ("Behördenbegleitung", "authorities", "circle", "", "ar fa", True, 60),
    ("Formularhilfe", "authorities", "carrier", "15", "de", True, None),
    ("Schuldnerberatung", "counselling", "carrier", "", "de", True, 90),
    ("Rückkehrberatung", "counselling", "carrier", "1", "en", False, 30),
    ("Begegnungsabend", "encounter", "circle", "2", "", True, None),
    ("Kochabend", "encounter", "women", "1", "de ar ti", False, 20),
    ("Interkulturelles Fest", "encounter", "district", "", "", False, None),
)


def offer_of(field: str, town: str) -> str:
    """Return an offer of a field that a counsellor of a town sends people to."""
    found = [
        (number, towns)
        for number, (_, of, _, towns, _, _, _) in enumerate(OFFERS, start=1)
        if of == field
    ]
    near = [number for number, towns in found if towns == "" or town[-1] in towns]
    return f"o-{(near or [number for number, _ in found])[0]:02}"


def make_offer(number: int) -> Offer:
    """Make an offer of the list."""
    title, field, provider, towns, languages, permanent, places = OFFERS[number - 1]
    keys = ["08999"] if not towns else [f"0899900{digit}" for digit in towns if digit != "?"]
    return Offer(
        id=f"o-{number:02}",
        field=OfferField(field),
        title=title,
        provider=provider,
        target_groups=(TargetGroup.WOMEN if provider == "women" else TargetGroup.NEWCOMERS,),
        languages=tuple(languages.split()),
        regions=tuple(map(AGS, keys)),
        places=tuple(Place(city=TOWNS[key], region=AGS(key)) for key in keys if key in TOWNS),
        period=Period(day("2018-01-01"), None if permanent else day("2019-12-31")),
        permanence=OfferPermanence.REGULAR if permanent else OfferPermanence.TEMPORARY,
        capacity=places,
        access=OfferAccess.REGISTRATION if places else OfferAccess.OPEN,
    )


def use(number: int) -> Iterator[OfferUse]:
    """Yield how an offer was used, half-year by half-year; of some nobody kept count."""
    dice = Dice(f"offer {number}")
    places = OFFERS[number - 1][6]
    if dice.chance(12):
        return
    for year, half in ((2018, 1), (2018, 2), (2019, 1), (2019, 2)):
        if dice.chance(5):
            continue
        first = dt.date(year, 1 if half == 1 else 7, 1)
        last = dt.date(year, 6, 30) if half == 1 else dt.date(year, 12, 31)
        came = dice.number((places or 20) * 4 // 10, (places or 20) * 11 // 10)
        yield OfferUse(
            id=f"u-{number:02}-{year}-{half}",
            offer=f"o-{number:02}",
            period=Period(first, last),
            sessions=dice.number(6, 24),
            participants=came,
            places=places,
            waiting=dice.number(0, 9) if places else None,
        )


def network() -> IntegrationNetwork:
    """Return the network with its 40 offers and how they were used."""
    numbers = range(1, len(OFFERS) + 1)
    salts = Dice("network").salt
    author = Author(role="coordination", id="staff-001")
    founded = IntegrationNetwork.open(
        id="network-1",
        title="Netzwerk Integration Musterland",
        body=DISTRICT,
        author=author,
        recorded_at=noon(day("2018-01-08")),
        effective_on=FIRST_DAY,
        regions=(AGS("08999"),),
        put=[*PROVIDERS, *map(make_offer, numbers)],
        salts=salts,
    )
    return founded.revise(
        author=author,
        recorded_at=noon(day("2020-01-20")),
        effective_on=LAST_DAY,
        put=[each for number in numbers for each in use(number)],
        salts=salts,
    )


# -- concept ---------------------------------------------------------------------------------------

FIELDS = (
    ("f-1", "Sprache und Bildung", (OfferField.LANGUAGE, OfferField.EDUCATION)),
    ("f-2", "Arbeit und Anerkennung", (OfferField.WORK, OfferField.RECOGNITION)),
    ("f-3", "Wohnen", (OfferField.HOUSING,)),
    ("f-4", "Zusammenleben", (OfferField.VOLUNTEERING, OfferField.ENCOUNTER)),
)
GOALS = (
    ("g-1", "f-1", "Alle erreichen zügig eine erste Sprachstufe"),
    ("g-2", "f-1", "Eltern kennen die Schulen"),
    ("g-3", "f-2", "Mehr Menschen finden Arbeit oder Ausbildung"),
    ("g-4", "f-2", "Abschlüsse werden anerkannt"),
    ("g-5", "f-3", "Niemand bleibt auf Dauer in der Anschlussunterbringung"),
    ("g-6", "f-4", "Vereine öffnen sich"),
)

S = ConceptMeasureStatus
MEASURES: tuple[tuple[str, str, str, str | None, tuple[str, ...], tuple[S, ...]], ...] = (
    ("m-01", "g-1", "Kursplätze ausbauen", "vhs", ("o-01", "o-02"), (S.RUNNING, S.DONE)),
    ("m-02", "g-1", "Sprachcafés in allen Orten", "circle", ("o-04", "o-05"), (S.RUNNING,)),
    ("m-03", "g-1", "Kinderbetreuung zu den Kursen", "vhs", ("o-03",), (S.PLANNED, S.RUNNING)),
    ("m-04", "g-2", "Elternlotsen gewinnen", "women", ("o-23",), (S.RUNNING, S.PERMANENT)),
    ("m-05", "g-3", "Praktikumsbörse", "chamber", ("o-12",), (S.RUNNING, S.DONE)),
    ("m-06", "g-3", "Mobile Jobberatung", "carrier", ("o-13",), (S.RUNNING, S.PAUSED)),
    ("m-07", "g-4", "Anerkennungsberatung vor Ort", "carrier", ("o-15",), (S.RUNNING, S.PERMANENT)),
    ("m-08", "g-4", "Sprechtage der Kammer", "chamber", ("o-16",), (S.PLANNED, S.RUNNING)),
    ("m-09", "g-5", "Wohnraumbörse", "carrier", ("o-17",), (S.RUNNING,)),
    ("m-10", "g-5", "Mieterführerschein", "carrier", ("o-18",), (S.PLANNED, S.DONE)),
    ("m-11", "g-5", "Belegungsrechte kaufen", None, (), (S.PLANNED,)),
    ("m-12", "g-6", "Vereine beraten", "sports", ("o-29",), (S.PLANNED, S.DROPPED)),
)
"""Id, goal, title, who sees to it, offers, and the status at first and in the second year."""

INDICATORS = (
    ConceptIndicator(
        id="i-1",
        title="Kursplätze",
        sense=IndicatorSense.OUTPUT,
        unit="Plätze",
        better=Direction.UP,
        goals=("g-1",),
        baseline=IndicatorValue(on=day("2017-12-31"), value="140"),
        values=(
            IndicatorValue(on=day("2018-12-31"), value="190"),
            IndicatorValue(on=day("2019-12-31"), value="225"),
        ),
        targets=(
            IndicatorValue(on=day("2018-12-31"), value="180"),
            IndicatorValue(on=day("2020-12-31"), value="260"),
        ),
    ),
    ConceptIndicator(
        id="i-2",
        title="Arbeitslose Geflüchtete",
        sense=IndicatorSense.CONTEXT,
        unit="Personen",
        better=Direction.DOWN,
        fields=("f-2",),
        baseline=IndicatorValue(on=day("2017-12-31"), value="310"),
        values=(IndicatorValue(on=day("2019-12-31"), value="265"),),
        targets=(IndicatorValue(on=day("2020-12-31"), value="220"),),
    ),
    ConceptIndicator(
        id="i-3",
        title="Menschen in Anschlussunterbringung",
        sense=IndicatorSense.CONTEXT,
        unit="Personen",
        better=Direction.DOWN,
        fields=("f-3",),
        baseline=IndicatorValue(on=day("2017-12-31"), value="820"),
        values=(
            IndicatorValue(on=day("2018-12-31"), value="790"),
            IndicatorValue(on=day("2019-12-31"), value="640"),
        ),
        targets=(IndicatorValue(on=day("2019-12-31"), value="650"),),
    ),
    ConceptIndicator(
        id="i-4",
        title="Vereine mit neuen Mitgliedern",
        sense=IndicatorSense.EFFECT,
        unit="Vereine",
        goals=("g-6",),
        targets=(IndicatorValue(on=day("2020-12-31"), value="12"),),
    ),
    ConceptIndicator(
        id="i-5",
        code="BW62_PLANS",
        title="Vereinbarte Pläne je Halbjahr",
        sense=IndicatorSense.OUTPUT,
        unit="Pläne",
        better=Direction.UP,
        baseline=IndicatorValue(on=day("2017-12-31"), value="0"),
        targets=(
            IndicatorValue(on=day("2018-12-31"), value="80"),
            IndicatorValue(on=day("2019-12-31"), value="90"),
        ),
        data_source="counted from the plans",
    ),
)


def measure(
    row: tuple[str, str, str, str | None, tuple[str, ...], tuple[S, ...]],
) -> ConceptMeasure:
    """Make a measure as it stands at first."""
    key, goal, title, responsible, offers, statuses = row
    return ConceptMeasure(
        id=key,
        title=title,
        goals=(goal,),
        responsible=responsible,
        offers=offers,
        period=Period(day("2018-06-25"), day("2020-12-31")),
        status=statuses[0],
    )


def concept() -> IntegrationConcept:
    """Return the concept: adopted in 2018, its measures looked at again at the end of 2019."""
    author, salts = Author(role="coordination", id="staff-001"), Dice("concept").salt
    drafted = IntegrationConcept.open(
        id="concept-1",
        title="Integrationskonzept Landkreis Musterland",
        level=ConceptLevel.DISTRICT,
        body=DISTRICT,
        author=author,
        recorded_at=noon(day("2018-06-26")),
        effective_on=day("2018-06-25"),
        put=[
            *PROVIDERS,
            *(FieldOfAction(id=key, title=title, topics=of) for key, title, of in FIELDS),
            GuidingGoal(id="l-1", title="Ankommen und dazugehören"),
            *(
                ConceptGoal(id=key, title=title, fields=(field,), guiding_goals=("l-1",))
                for key, field, title in GOALS
            ),
            *map(measure, MEASURES),
            *INDICATORS,
            Resolution(
                id="r-1",
                sort=ResolutionKind.ADOPTED,
                by="Kreistag",
                on=day("2018-06-25"),
                valid=Period(day("2018-06-25"), day("2020-12-31")),
            ),
        ],
        salts=salts,
    )
    return drafted.revise(
        author=author,
        recorded_at=noon(day("2019-12-02")),
        effective_on=day("2019-12-01"),
        put=[evolve(measure(row), status=row[-1][-1]) for row in MEASURES if len(row[-1]) > 1],
        salts=salts,
    )
