"""What becomes of every field of a plan in PROV, as data; the pages show it as a table."""

from typing import get_args

from integrationsplan._language import Wording
from integrationsplan.exchange._mapping import MappingRow
from integrationsplan.exchange._plan_rows import lost
from integrationsplan.history import Purpose, Seal, Withheld
from integrationsplan.plan import (
    Body,
    CivicsTest,
    CompensationMeasure,
    EmploymentTarget,
    HousingTarget,
    IndicatorTarget,
    LanguageCertificate,
    LanguageTarget,
    LegalCitation,
    PlanEntry,
    PlanView,
    RecognitionStep,
    RecognitionTarget,
    Referral,
    Responsible,
    SchoolPlaceTarget,
    ScriptKnowledge,
)

__all__ = ["PROV_MAPPING"]

_PARTS = (
    Body,
    LegalCitation,
    LanguageTarget,
    RecognitionTarget,
    EmploymentTarget,
    HousingTarget,
    SchoolPlaceTarget,
    IndicatorTarget,
    Responsible,
    Referral,
    LanguageCertificate,
    ScriptKnowledge,
    RecognitionStep,
    CompensationMeasure,
    CivicsTest,
)


def _row(source: str, target: str | None, en: str, de: str) -> MappingRow:
    return MappingRow(source=source, target=target, note=Wording(en, de))


_HISTORY = (
    _row(
        "IntegrationPlan.id",
        "entity/ip:id",
        "Of the entity of the plan, which every revision specialises.",
        "An der Entität des Plans, die jede Revision spezialisiert.",
    ),
    _row(
        "IntegrationPlan.revisions",
        "activity",
        "Each an activity, and an entity: the plan as it is afterwards.",
        "Je eine Aktivität und eine Entität: der Plan, wie er danach ist.",
    ),
    _row(
        "Revision.number",
        "entity/ip:number",
        "And part of the names.",
        "Und Teil der Namen.",
    ),
    _row(
        "Revision.recorded_at",
        "activity/prov:startTime",
        "Start and end, and the time of what it generates and invalidates; in UTC where the offset "
        "is beyond 14 hours.",
        "Beginn und Ende, und die Zeit dessen, was entsteht und erlischt; in UTC, wo der Abstand "
        "über 14 Stunden beträgt.",
    ),
    _row(
        "Revision.effective_on",
        "activity/ip:effectiveOn",
        "With a word of our own: PROV knows when something was done, not from when it counts.",
        "Mit einem eigenen Wort: PROV weiß, wann etwas geschah, nicht ab wann es gilt.",
    ),
    _row(
        "Revision.author",
        "wasAssociatedWith",
        "An agent, to whom everything that the revision made is attributed.",
        "Ein Agent, dem alles zugeschrieben wird, was die Revision schuf.",
    ),
    _row(
        "Revision.author_seal",
        None,
        "Proof needs the document of the library.",
        "Der Nachweis braucht das Dokument der Bibliothek.",
    ),
    _row(
        "Revision.kind",
        "activity/prov:type",
        "With our code.",
        "Mit unserem Code.",
    ),
    _row("Revision.reason", "activity/ip:reason", "Word for word.", "Wörtlich."),
    _row(
        "Revision.reason_seal",
        None,
        "Proof needs the document of the library.",
        "Der Nachweis braucht das Dokument der Bibliothek.",
    ),
    _row("Revision.legal_basis", "activity/ip:legalBasis", "Word for word.", "Wörtlich."),
    _row(
        "Revision.corrects",
        "wasInfluencedBy",
        "The revision is influenced by the one that it corrects.",
        "Die Revision ist beeinflusst von der, die sie berichtigt.",
    ),
    _row(
        "Revision.merges",
        "wasDerivedFrom",
        "From an entity that has the digest.",
        "Von einer Entität, die den Hashwert hat.",
    ),
    _row(
        "Revision.changes",
        "wasGeneratedBy",
        "Versions of entries come into being and are invalidated.",
        "Fassungen von Einträgen entstehen und erlöschen.",
    ),
    _row(
        "Revision.digest",
        "entity/ip:digest",
        "Of the plan as it is after the revision; it cannot be worked out from this.",
        "Am Plan, wie er nach der Revision ist; nachrechnen lässt er sich hieraus nicht.",
    ),
    _row("Author.role", "wasAssociatedWith/prov:role", "Word for word.", "Wörtlich."),
    _row(
        "Author.id",
        "agent/ip:id",
        "Where it is withheld, every revision has an agent of its own.",
        "Wo sie zurückgehalten ist, hat jede Revision einen eigenen Agenten.",
    ),
    _row(
        "Put.entry",
        "entity",
        "A version, which specialises the entry.",
        "Eine Fassung, die den Eintrag spezialisiert.",
    ),
    _row(
        "Put.salt",
        None,
        "A salt has no business outside the document.",
        "Ein Salz hat außerhalb des Dokuments nichts zu suchen.",
    ),
    _row("Sealed.entry_id", "entity/ip:id", "As of one that is shown.", "Wie bei Gezeigtem."),
    _row("Sealed.commitment", "entity/ip:commitment", "Of the version.", "An der Fassung."),
    _row(
        "Withdraw.entry_id",
        "wasInvalidatedBy",
        "The newest version is invalidated; what comes back later derives from nothing.",
        "Die neueste Fassung erlischt; was später wiederkommt, ist von nichts abgeleitet.",
    ),
    _row(
        "Erase.entry_id",
        "wasInvalidatedBy",
        "All versions are invalidated, and the entry itself.",
        "Alle Fassungen erlöschen, und der Eintrag selbst.",
    ),
    _row(
        "EraseReason.revision",
        "activity/ip:erasesReasonOf",
        "The numbers of the revisions.",
        "Die Nummern der Revisionen.",
    ),
    _row(
        "Mark.entry_id",
        "wasInfluencedBy",
        "The entry is influenced by the revision.",
        "Der Eintrag ist von der Revision beeinflusst.",
    ),
    _row(
        "Mark.marking",
        "wasInfluencedBy/prov:type",
        "With our code.",
        "Mit unserem Code.",
    ),
    _row("Mark.lifted", "wasInfluencedBy/ip:lifted", "Yes or no.", "Ja oder nein."),
)


def _of_entry(row: MappingRow) -> MappingRow:
    """Return the row of a field of an entry; its id is all that stays beside its kind."""
    if not row.source.endswith(".id"):
        return row
    en, de = "Of the entry, with its kind where it is shown.", "Am Eintrag, mit der Art."
    return _row(row.source, "entity/ip:id", en, de)


PROV_MAPPING: tuple[MappingRow, ...] = (
    *_HISTORY,
    *lost(
        Seal,
        "Proof needs the document of the library.",
        "Der Nachweis braucht das Dokument der Bibliothek.",
    ),
    *(
        _row(
            row.source,
            "document" if row.source == "PlanView.document" else None,
            "Its history is written." if row.source == "PlanView.document" else "No history.",
            "Sein Verlauf wird geschrieben."
            if row.source == "PlanView.document"
            else "Kein Verlauf.",
        )
        for row in lost(PlanView, "", "")
    ),
    *(
        row
        for cls in (Purpose, Withheld)
        for row in lost(cls, "It belongs to the view, not to history.", "Gehört zur Sicht.")
    ),
    *(
        _of_entry(row)
        for cls in (*get_args(PlanEntry), *_PARTS)
        for row in lost(
            cls,
            "PROV says what happened to an entry, not what it says.",
            "PROV sagt, was mit einem Eintrag geschah, nicht was er besagt.",
        )
    ),
)
"""What becomes of every field in PROV: where it stands, or that it is lost, and why."""
