"""Code lists of concepts: what they are, how they come about, how far they are."""

from integrationsplan.values import Labelled

__all__ = [
    "ConceptGoalStatus",
    "ConceptKind",
    "ConceptLevel",
    "ConceptMeasureStatus",
    "Direction",
    "IndicatorSense",
    "ResolutionKind",
    "ReviewVerdict",
    "StageKind",
]


class ConceptKind(Labelled):
    """What a concept is about."""

    INTEGRATION = "integration-concept", "integration concept", "Integrationskonzept"
    POVERTY_PREVENTION = (
        "poverty-prevention-strategy",
        "poverty-prevention strategy",
        "Armutspräventionsstrategie",
    )


class ConceptLevel(Labelled):
    """For whom a concept speaks."""

    LAND = "land", "state", "Land"
    DISTRICT = "district", "district", "Landkreis"
    CITY = "city", "district-free city", "kreisfreie Stadt"
    MUNICIPALITY = "municipality", "municipality", "Gemeinde"
    ASSOCIATION = "association", "association of municipalities", "Gemeindeverband"


class ResolutionKind(Labelled):
    """What was resolved."""

    ORDERED = "ordered", "ordered", "beauftragt"
    KEY_POINTS = "key-points", "key points adopted", "Eckpunkte beschlossen"
    NOTED = "noted", "taken note of", "zur Kenntnis genommen"
    ADOPTED = "adopted", "adopted", "beschlossen"
    CONTINUED = "continued", "continued", "fortgeschrieben"
    EXTENDED = "extended", "extended", "verlängert"
    ENDED = "ended", "ended", "aufgehoben"


class StageKind(Labelled):
    """A stage on the way of a concept."""

    NEEDS_ANALYSIS = (
        "needs-analysis",
        "analysis of what there is and what is needed",
        "Bestands- und Bedarfsanalyse",
    )
    PARTICIPATION = "participation", "participation", "Beteiligung"
    DRAFT = "draft", "draft", "Entwurf"
    ADOPTION = "adoption", "adoption", "Beschlussfassung"
    IMPLEMENTATION = "implementation", "implementation", "Umsetzung"
    INTERIM_REPORT = "interim-report", "interim report", "Zwischenbericht"
    EVALUATION = "evaluation", "evaluation", "Evaluation"
    CONTINUATION = "continuation", "continuation", "Fortschreibung"


class ConceptGoalStatus(Labelled):
    """Where a goal of a concept stands."""

    OPEN = "open", "open", "offen"
    REACHED = "reached", "reached", "erreicht"
    DROPPED = "dropped", "dropped", "aufgegeben"


class ConceptMeasureStatus(Labelled):
    """Where a measure of a concept stands."""

    PLANNED = "planned", "planned", "geplant"
    RUNNING = "running", "running", "läuft"
    PERMANENT = "permanent", "permanent task", "Daueraufgabe"
    PAUSED = "paused", "paused", "ruht"
    DONE = "done", "done", "abgeschlossen"
    DROPPED = "dropped", "dropped", "aufgegeben"


class ReviewVerdict(Labelled):
    """What became of a measure when it was looked at again."""

    GOES_ON = "goes-on", "goes on", "wird fortgeführt"
    CHANGED = "changed", "goes on changed", "wird verändert fortgeführt"
    DONE = "done", "done", "ist abgeschlossen"
    DROPPED = "dropped", "dropped", "entfällt"
    NEW = "new", "new", "ist neu"


class IndicatorSense(Labelled):
    """What an indicator can tell. One of the context never measures what a concept has effected."""

    CONTEXT = "context", "context", "Kontext"
    OUTPUT = "output", "output", "Leistung"
    EFFECT = "effect", "effect", "Wirkung"


class Direction(Labelled):
    """In which direction an indicator gets better."""

    UP = "up", "up", "steigend"
    DOWN = "down", "down", "sinkend"
