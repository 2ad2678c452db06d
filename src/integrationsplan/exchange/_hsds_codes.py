"""The tables and codes of HSDS, and what ours become in it.

Source: openreferral/specification, branch 3.2, the schemas of the resources.
"""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from integrationsplan._language import Wording
from integrationsplan.concept import Offer, OfferStatus, Organisation

__all__ = ["ATTRIBUTES", "HSDS_STATUS", "HSDS_TABLES", "LAENDER", "Taxonomy"]

HSDS_TABLES = (
    "organization",
    "service",
    "location",
    "service_at_location",
    "address",
    "phone",
    "schedule",
    "language",
    "cost_option",
    "service_area",
    "service_capacity",
    "unit",
    "taxonomy",
    "taxonomy_term",
    "attribute",
)
"""The tables that are written, by the names of their resources."""

HSDS_STATUS: Mapping[OfferStatus, str] = MappingProxyType(
    {
        OfferStatus.PLANNED: "inactive",
        OfferStatus.RUNNING: "active",
        OfferStatus.PAUSED: "temporarily closed",
        OfferStatus.ENDED: "defunct",
    }
)

LAENDER: Mapping[str, str] = MappingProxyType(
    {
        "01": "Schleswig-Holstein",
        "02": "Hamburg",
        "03": "Niedersachsen",
        "04": "Bremen",
        "05": "Nordrhein-Westfalen",
        "06": "Hessen",
        "07": "Rheinland-Pfalz",
        "08": "Baden-Württemberg",
        "09": "Bayern",
        "10": "Saarland",
        "11": "Berlin",
        "12": "Brandenburg",
        "13": "Mecklenburg-Vorpommern",
        "14": "Sachsen",
        "15": "Sachsen-Anhalt",
        "16": "Thüringen",
    }
)
"""The Länder by the first two digits of the AGS. Source: Statistisches Bundesamt, GV-ISys."""


@attrs.frozen
class Taxonomy:
    """A code list of ours as a taxonomy of HSDS."""

    code: str
    title: Wording


ATTRIBUTES: Mapping[type, Mapping[str, Taxonomy]] = MappingProxyType(
    {
        Offer: MappingProxyType(
            {
                "field": Taxonomy("integrationsplan-field", Wording("field", "Handlungsfeld")),
                "target_groups": Taxonomy(
                    "integrationsplan-target-group", Wording("target group", "Zielgruppe")
                ),
                "permanence": Taxonomy(
                    "integrationsplan-permanence", Wording("permanence", "Dauer")
                ),
                "access": Taxonomy("integrationsplan-access", Wording("access", "Zugang")),
            }
        ),
        Organisation: MappingProxyType(
            {"form": Taxonomy("integrationsplan-form", Wording("form", "Art der Organisation"))}
        ),
    }
)
"""The fields with codes that HSDS itself has no place for, by class."""
