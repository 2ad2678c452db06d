"""Formats of other programs: calendars, published awards, catalogues of offers, plans and history.

Plain mappings, for any writer of JSON, and tables that say field by field what is lost. Only
`to_icalendar` needs an extra, ``calendar``; importing the package needs nothing.
"""

from integrationsplan.exchange._fhir import to_fhir
from integrationsplan.exchange._fhir_mapping import FHIR_MAPPING
from integrationsplan.exchange._giving import to_360giving
from integrationsplan.exchange._giving_mapping import GIVING_MAPPING
from integrationsplan.exchange._hsds import to_hsds
from integrationsplan.exchange._hsds_mapping import HSDS_MAPPING
from integrationsplan.exchange._icalendar import to_icalendar
from integrationsplan.exchange._mapping import MappingRow
from integrationsplan.exchange._prov import to_prov
from integrationsplan.exchange._prov_mapping import PROV_MAPPING

__all__ = [
    "FHIR_MAPPING",
    "GIVING_MAPPING",
    "HSDS_MAPPING",
    "PROV_MAPPING",
    "MappingRow",
    "to_360giving",
    "to_fhir",
    "to_hsds",
    "to_icalendar",
    "to_prov",
]
