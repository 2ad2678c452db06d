"""What becomes of every field of a plan in FHIR, as data; the pages show it as tables."""

from collections.abc import Mapping
from types import MappingProxyType

from integrationsplan.exchange._fhir_rows_care import ACTIVITIES, CONSENTS, GOALS
from integrationsplan.exchange._fhir_rows_plan import PERSON, PLAN
from integrationsplan.exchange._mapping import MappingRow
from integrationsplan.exchange._plan_rows import lost
from integrationsplan.history import (
    Erase,
    EraseReason,
    Seal,
    Sealed,
    Withdraw,
    Withheld,
)
from integrationsplan.plan import (
    Agreement,
    CivicsTest,
    CompensationMeasure,
    Competence,
    Consultation,
    Disclosure,
    FamilySituation,
    HealthNote,
    HousingSituation,
    LanguageCertificate,
    LanguageProficiency,
    LegalCitation,
    PersonalDetails,
    Qualification,
    RecognitionProcedure,
    RecognitionStep,
    ResidenceStatus,
    SchoolSituation,
    ScriptKnowledge,
    WorkSituation,
)

__all__ = ["FHIR_MAPPING"]

_OBSERVED = (
    "It would be an Observation, which is not written.",
    "Es wäre eine Observation, die nicht geschrieben wird.",
)
_PART = (
    "Lost with the entry that it belongs to.",
    "Geht mit dem Eintrag verloren, zu dem es gehört.",
)
_CHANGE = (
    "Only the kind of the revision says that it was done; ids of what is gone are not written.",
    "Nur die Art der Revision sagt, dass es geschah; Kennungen von Entferntem fehlen.",
)

_LOST: tuple[MappingRow, ...] = (
    *lost(
        PersonalDetails,
        "The person is known by the pseudonym alone; no Patient is written.",
        "Die Person ist nur durch das Pseudonym bekannt; kein Patient wird geschrieben.",
    ),
    *lost(
        ResidenceStatus,
        "FHIR has no place for residence law.",
        "FHIR hat keinen Platz für das Aufenthaltsrecht.",
    ),
    *(
        row
        for cls in (Qualification, Competence, LanguageProficiency)
        for row in lost(cls, *_OBSERVED)
    ),
    *lost(
        RecognitionProcedure,
        "FHIR has no place for a procedure of an authority.",
        "FHIR hat keinen Platz für ein Verwaltungsverfahren.",
    ),
    *(
        row
        for cls in (SchoolSituation, HousingSituation, WorkSituation, HealthNote, FamilySituation)
        for row in lost(cls, *_OBSERVED)
    ),
    *lost(
        Consultation,
        "It would be an Encounter, which is not written.",
        "Sie wäre ein Encounter, der nicht geschrieben wird.",
    ),
    *lost(
        Agreement,
        "The Provenance of its revision says that there was one, not what it says.",
        "Die Provenance ihrer Revision sagt, dass es eine gab, nicht was sie besagt.",
    ),
    *lost(
        Disclosure,
        "It would be an AuditEvent, which is not written.",
        "Sie wäre ein AuditEvent, das nicht geschrieben wird.",
    ),
    *(
        row
        for cls in (
            LegalCitation,
            LanguageCertificate,
            ScriptKnowledge,
            RecognitionStep,
            CompensationMeasure,
            CivicsTest,
        )
        for row in lost(cls, *_PART)
    ),
    *(row for cls in (Sealed, Withdraw, Erase, EraseReason) for row in lost(cls, *_CHANGE)),
    *lost(
        Seal,
        "Proof needs the document of the library.",
        "Der Nachweis braucht das Dokument der Bibliothek.",
    ),
    *lost(
        Withheld,
        "What is withheld leaves no trace here.",
        "Zurückgehaltenes hinterlässt hier keine Spur.",
    ),
)


def _table(release: str) -> tuple[MappingRow, ...]:
    written = (
        MappingRow(
            source=row.source,
            target=row.place.r5 if release == "R5" else row.place.r4b,
            note=row.note,
        )
        for row in (*PLAN, *PERSON, *GOALS, *ACTIVITIES, *CONSENTS)
    )
    return (*written, *_LOST)


FHIR_MAPPING: Mapping[str, tuple[MappingRow, ...]] = MappingProxyType(
    {release: _table(release) for release in ("R4B", "R5")}
)
"""What becomes of every field in FHIR, by release: where it stands, or that it is lost, and why."""
