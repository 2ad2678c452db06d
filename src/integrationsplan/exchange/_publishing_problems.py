"""Kinds of problems of what is published: awards and offers."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

NO_JSON_NUMBER = ProblemKind(
    "no_json_number",
    found=Wording(
        "an amount that a JSON number cannot hold", "ein Betrag, den eine JSON-Zahl nicht fasst"
    ),
    allowed=Wording(
        "an amount in whole minor units of at most about 15 digits",
        "ein Betrag in ganzen Kleinsteinheiten mit höchstens etwa 15 Stellen",
    ),
    remedy=Wording(
        "Publish it in a format that has decimal numbers, such as CSV.",
        "In einem Format mit Dezimalzahlen veröffentlichen, etwa als CSV.",
    ),
)
NO_AMOUNT_OF_MONEY = ProblemKind(
    "no_amount_of_money",
    found=Wording("awards in {unit}", "Zuwendungen in {unit}"),
    allowed=Wording(
        "awards in EUR or CHF, or in these a year with the number of years",
        "Zuwendungen in EUR oder CHF, oder in diesen je Jahr mit der Zahl der Jahre",
    ),
    remedy=Wording(
        "Say in years for how many years is granted.",
        "In years angeben, für wie viele Jahre bewilligt wird.",
    ),
)
YEARS_WITHOUT_RATE = ProblemKind(
    "years_without_rate",
    found=Wording(
        "a number of years for awards in {unit}", "eine Zahl von Jahren bei Zuwendungen in {unit}"
    ),
    allowed=Wording("no years: the awards are whole sums", "keine Jahre: es sind ganze Summen"),
    remedy=Wording("Leave years out.", "years weglassen."),
)
NOT_LISTED = ProblemKind(
    "not_listed",
    found=Wording("an id or key that is not given", "eine Kennung, die nicht gegeben ist"),
    allowed=Wording("one of the {among} given", "eine der gegebenen: {among}"),
    remedy=Wording("Give what is missing, or correct it.", "Fehlendes angeben oder berichtigen."),
)
LISTED_TWICE = ProblemKind(
    "listed_twice",
    found=Wording("the id of {other} again", "noch einmal die Kennung von {other}"),
    allowed=Wording("each id once", "jede Kennung einmal"),
    remedy=Wording("Remove one of them.", "Eines davon entfernen."),
)
NOT_COUNTED_AT = ProblemKind(
    "not_counted_at",
    found=Wording(
        "free places without a moment, or a moment alone",
        "freie Plätze ohne Zeitpunkt, oder ein Zeitpunkt allein",
    ),
    allowed=Wording("both or neither", "beides oder keines"),
    remedy=Wording("Say when they were counted.", "Angeben, wann gezählt wurde."),
)

PUBLISHING_KINDS = (
    NO_JSON_NUMBER,
    NO_AMOUNT_OF_MONEY,
    YEARS_WITHOUT_RATE,
    NOT_LISTED,
    LISTED_TWICE,
    NOT_COUNTED_AT,
)
