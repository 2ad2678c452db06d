"""Kinds of problems of members and consortia."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

NO_MEMBERS = ProblemKind(
    "no_members",
    found=Wording("no members", "keine Mitglieder"),
    allowed=Wording("one or more", "eines oder mehr"),
    remedy=Wording("Give the members.", "Die Mitglieder angeben."),
)
HALF_POSITION = ProblemKind(
    "half_position",
    found=Wording("half a position", "eine halbe Position"),
    allowed=Wording(
        "latitude and longitude, or neither", "Breite und Länge, oder keines von beiden"
    ),
    remedy=Wording(
        "Add what is missing, or leave out the position.",
        "Das Fehlende ergänzen oder die Position weglassen.",
    ),
)
UNIT_DIFFERS = ProblemKind(
    "unit_differs",
    found=Wording("an amount in {found}", "ein Betrag in {found}"),
    allowed=Wording("amounts in {wanted}", "Beträge in {wanted}"),
    remedy=Wording(
        "Give all amounts and the minimum in one unit.",
        "Alle Beträge und das Minimum in einer Einheit angeben.",
    ),
)
AMOUNTS_TOO_FINE = ProblemKind(
    "amounts_too_fine",
    found=Wording(
        "amounts whose common denominator has more than 100 digits",
        "Beträge, deren gemeinsamer Nenner mehr als 100 Stellen hat",
    ),
    allowed=Wording("amounts in a common step", "Beträge in einer gemeinsamen Stufe"),
    remedy=Wording("Round the amounts first.", "Die Beträge zuvor runden."),
)

CONSORTIUM_KINDS = (
    NO_MEMBERS,
    HALF_POSITION,
    UNIT_DIFFERS,
    AMOUNTS_TOO_FINE,
)
