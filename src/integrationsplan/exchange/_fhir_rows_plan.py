"""What becomes of a plan, its revisions, the person and the responsible body in FHIR."""

from integrationsplan.exchange._plan_rows import Place, row

__all__ = ["PERSON", "PLAN"]

PLAN = (
    row(
        "IntegrationPlan.id",
        "CarePlan.identifier.value",
        "As an identifier; the id of the resource is made from it.",
        "Als Identifier; die Id der Ressource wird daraus gebildet.",
    ),
    row(
        "IntegrationPlan.revisions",
        "Provenance",
        "One Provenance each. Resources show what counts; earlier versions are lost.",
        "Je eine Provenance. Ressourcen zeigen, was gilt; frühere Fassungen gehen verloren.",
    ),
    row(
        "PlanView.document",
        "Bundle.entry",
        "Written like a plan.",
        "Wird wie ein Plan geschrieben.",
    ),
    row(
        "PlanView.purpose",
        "Bundle.meta.tag",
        "Code and label, as a tag of the bundle.",
        "Code und Bezeichnung, als Tag des Bundles.",
    ),
    *(
        row(
            f"PlanView.{name}",
            None,
            "A collection has no head for it; send it in the covering letter.",
            "Eine Sammlung hat dafür keinen Kopf; ins Begleitschreiben setzen.",
        )
        for name in ("recipient", "made_on", "bases", "withheld")
    ),
    row("Purpose.code", "Bundle.meta.tag.code", "Word for word.", "Wörtlich."),
    row(
        "Purpose.label",
        "Bundle.meta.tag.display",
        "In the language that is asked for.",
        "In der verlangten Sprache.",
    ),
    *(
        row(
            f"Purpose.{name}",
            None,
            "It says how the view was made; the result is written.",
            "Es sagt, wie die Sicht entstand; geschrieben wird das Ergebnis.",
        )
        for name in ("groups", "with_history", "with_authors", "with_restricted", "needs_basis")
    ),
    row(
        "Revision.number",
        "Provenance.target.display",
        "In words; the order of the resources is that of the numbers.",
        "In Worten; die Ressourcen stehen in der Reihenfolge der Nummern.",
    ),
    row(
        "Revision.recorded_at",
        "Provenance.recorded",
        "The same moment; in UTC where its offset is beyond 14 hours.",
        "Derselbe Zeitpunkt; in UTC, wo der Abstand über 14 Stunden beträgt.",
    ),
    row(
        "Revision.effective_on",
        "Provenance.occurredDateTime",
        "The day; the first is the start of the CarePlan, that of the closure its end.",
        "Der Tag; der erste ist der Beginn des CarePlan, der des Abschlusses sein Ende.",
    ),
    row("Revision.author", "Provenance.agent", "One agent.", "Ein Agent."),
    row(
        "Revision.author_seal",
        None,
        "Proof needs the document of the library.",
        "Der Nachweis braucht das Dokument der Bibliothek.",
    ),
    row(
        "Revision.kind",
        "Provenance.activity",
        "With our code; a closure makes the CarePlan completed.",
        "Mit unserem Code; ein Abschluss macht den CarePlan „completed“.",
    ),
    row(
        "Revision.reason",
        Place("Provenance.reason.text", None),
        "R5 has no element for a reason in words.",
        "R5 hat kein Element für einen Grund in Worten.",
    ),
    row(
        "Revision.reason_seal",
        None,
        "Proof needs the document of the library.",
        "Der Nachweis braucht das Dokument der Bibliothek.",
    ),
    row(
        "Revision.legal_basis",
        Place(None, "Provenance.authorization.concept.text"),
        "R4B takes an address of a policy only.",
        "R4B nimmt nur die Adresse einer Richtlinie.",
    ),
    row(
        "Revision.corrects",
        "Provenance.entity.what.identifier",
        "By the digest of the revision, in the role of a revision.",
        "Durch den Hashwert der Revision, in der Rolle „revision“.",
    ),
    row(
        "Revision.merges",
        "Provenance.entity.what.identifier",
        "By its digest, in the role of a source.",
        "Durch ihren Hashwert, in der Rolle „source“.",
    ),
    row(
        "Revision.changes",
        "Provenance.target.reference",
        "References to the resources of the entries that were put and are still shown.",
        "Verweise auf die Ressourcen der Einträge, die geschrieben wurden und noch gezeigt werden.",
    ),
    row(
        "Revision.digest",
        "Provenance.target.identifier",
        "As an identifier of the plan as it was then; it cannot be worked out from the bundle.",
        "Als Identifier des damaligen Plans; aus dem Bundle lässt er sich nicht nachrechnen.",
    ),
    row("Author.role", "Provenance.agent.role", "Word for word.", "Wörtlich."),
    row(
        "Author.id",
        "Provenance.agent.who.identifier",
        "The pseudonym, without a resource.",
        "Das Pseudonym, ohne Ressource.",
    ),
    row(
        "Put.entry",
        "Provenance.target.reference",
        "The resource shows what counts, not what this revision wrote.",
        "Die Ressource zeigt, was gilt, nicht was diese Revision schrieb.",
    ),
    row(
        "Put.salt",
        None,
        "A salt has no business outside the document.",
        "Ein Salz hat außerhalb des Dokuments nichts zu suchen.",
    ),
    row(
        "Mark.entry_id",
        None,
        "The resource itself bears the mark.",
        "Die Ressource selbst trägt die Kennzeichnung.",
    ),
    row(
        "Mark.marking",
        Place("Goal.meta.tag", "Goal.meta.tag"),
        "Contested: a tag of the resource, of the CarePlan for notes; R4B says it of activities as "
        "progress. Restricted: the entry is left out.",
        "Bestritten: ein Tag der Ressource, bei Vermerken des CarePlan; R4B sagt es bei "
        "Aktivitäten als Fortschritt. Eingeschränkt: Der Eintrag fehlt.",
    ),
    row(
        "Mark.lifted",
        None,
        "Only marks that stand are written.",
        "Nur bestehende Kennzeichnungen werden geschrieben.",
    ),
)

PERSON = (
    row(
        "Subject.id",
        None,
        "It is always the same.",
        "Sie ist immer dieselbe.",
    ),
    row(
        "Subject.reference",
        "CarePlan.subject.identifier.value",
        "The pseudonym alone; no Patient is written. Withheld, it is marked as masked.",
        "Nur das Pseudonym; kein Patient wird geschrieben. Zurückgehalten gilt es als „masked“.",
    ),
    row(
        "Responsibility.id",
        None,
        "It is always the same.",
        "Sie ist immer dieselbe.",
    ),
    row(
        "Responsibility.body",
        Place("CarePlan.author", "CarePlan.custodian"),
        "By name and key; no Organization is written.",
        "Mit Name und Schlüssel; keine Organization wird geschrieben.",
    ),
    row(
        "Responsibility.jurisdiction",
        None,
        "A CarePlan names no law.",
        "Ein CarePlan nennt kein Recht.",
    ),
    row(
        "Body.name",
        Place("CarePlan.author.display", "CarePlan.custodian.display"),
        "Word for word.",
        "Wörtlich.",
    ),
    row(
        "Body.region",
        Place("CarePlan.author.identifier.value", "CarePlan.custodian.identifier.value"),
        "The key of the region.",
        "Der Schlüssel der Region.",
    ),
)
