"""Finds and reads the concepts and networks that ship with the package."""

import functools

from integrationsplan._language import Wording
from integrationsplan.catalogue._loader import _files, _found
from integrationsplan.concept import IntegrationConcept, IntegrationNetwork
from integrationsplan.serialization import from_json

__all__ = ["concept", "concept_ids", "network", "network_ids"]

_CONCEPT, _NETWORK = ".concept.json", ".network.json"


def concept_ids() -> tuple[str, ...]:
    """Return the ids of all concepts in the catalogue, sorted.

    Example:
        >>> concept_ids()
        ('schmalkalden-meiningen', 'thueringen')
    """
    return tuple(sorted(_files(_CONCEPT)))


def network_ids() -> tuple[str, ...]:
    """Return the ids of all networks in the catalogue, sorted."""
    return tuple(sorted(_files(_NETWORK)))


@functools.cache
def concept(concept_id: str) -> IntegrationConcept:
    """Return a concept of the catalogue, as far as public sources tell of it.

    Raises:
        UnknownNameError: If there is none of that id; names those that resemble it.

    Example:
        >>> concept("schmalkalden-meiningen").profile.title
        'Integrationskonzept des Landkreises Schmalkalden-Meiningen'
    """
    data = _found(_CONCEPT, concept_id, Wording("concept", "Konzept"))
    return from_json(data, IntegrationConcept)


@functools.cache
def network(network_id: str) -> IntegrationNetwork:
    """Return the document of a network of the catalogue, as far as public sources tell of it.

    Raises:
        UnknownNameError: If there is none of that id; names those that resemble it.

    Example:
        >>> network("schmalkalden-meiningen").profile.founded_on
        datetime.date(2014, 12, 5)
    """
    data = _found(_NETWORK, network_id, Wording("network", "Netzwerk"))
    return from_json(data, IntegrationNetwork)
