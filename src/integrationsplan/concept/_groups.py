"""The data groups of the municipal side."""

from integrationsplan.history import DataGroup

__all__ = ["ConceptGroup"]


class ConceptGroup(DataGroup):
    """Which entries of the municipal side belong together when it is asked who may see them."""

    ACTOR = "actor", "actors", "Akteure"
    CONCEPT = "concept", "concept", "Konzept"
    INDICATOR = "indicator", "indicators", "Indikatoren"
    NETWORK = "network", "network", "Netzwerk"
    OFFER = "offer", "offers", "Angebote"
