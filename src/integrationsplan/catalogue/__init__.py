"""Programmes that ship with the package, as TOML documents with their sources.

A document is named by its id and never changes its meaning: a new rule is a new document or a new
row. Published figures ship beside the programmes that reproduce them. Concepts and networks are
JSON documents with their whole history.

Example:
    >>> from integrationsplan import catalogue
    >>> catalogue.ids()[0]
    'de-bw-fluechtlingsbeauftragte'
    >>> len(catalogue.published("de-bw-integrationsmanagement-2017"))
    22
"""

from integrationsplan.catalogue._concepts import concept, concept_ids, network, network_ids
from integrationsplan.catalogue._loader import (
    Published,
    funding,
    funding_ids,
    general_terms,
    general_terms_ids,
    ids,
    load,
    published,
    terms,
)

__all__ = [
    "Published",
    "concept",
    "concept_ids",
    "funding",
    "funding_ids",
    "general_terms",
    "general_terms_ids",
    "ids",
    "load",
    "network",
    "network_ids",
    "published",
    "terms",
]
