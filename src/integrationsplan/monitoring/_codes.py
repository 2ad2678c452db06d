"""Code lists of indicators."""

from integrationsplan.values import Labelled

__all__ = ["CodeOrigin", "CountedAt", "MonitoringSense"]


class MonitoringSense(Labelled):
    """What an indicator can tell. None of those shipped measures an effect: no source shows one."""

    CONTEXT = "context", "context", "Kontext"
    OUTPUT = "output", "output", "Leistung"
    RESULT = "result", "result", "Ergebnis"


class CountedAt(Labelled):
    """When the state of what is counted is taken."""

    ENTRY = "entry", "at entry", "bei Eintritt"
    LEAVING = "leaving", "upon leaving", "bei Austritt"
    SIX_MONTHS = "six-months", "six months after leaving", "sechs Monate nach Austritt"
    PERIOD = "period", "in the period", "im Zeitraum"
    DAY = "day", "on the day", "am Stichtag"
    ENTITY = "entity", "for each entity", "je Einrichtung"


class CodeOrigin(Labelled):
    """Where the code of an indicator comes from."""

    SEEN = "seen", "seen with its name", "mit dem Namen gesehen"
    ORDER = "order", "follows from the order of the list", "folgt aus der Reihenfolge der Liste"
    OWN = "own", "ours", "eigener"
