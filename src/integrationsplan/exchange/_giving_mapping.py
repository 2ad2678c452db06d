"""What becomes of each field of an allocation in the 360Giving Data Standard."""

from integrationsplan._language import Wording
from integrationsplan.exchange._mapping import MappingRow

__all__ = ["GIVING_MAPPING"]


def _row(source: str, target: str | None, en: str, de: str) -> MappingRow:
    return MappingRow(source=source, target=target, note=Wording(en, de))


_SAME = ("as it is", "unverändert")
_REASONS = (
    "the standard has results, not how they came about; `explained` puts it in words into the "
    "description",
    "der Standard hat Ergebnisse, nicht wie sie zustande kamen; `explained` setzt es in Worten in "
    "die Beschreibung",
)
_RULES = (
    "the rule is no part of what is published: publish the programme document beside it",
    "die Regel gehört nicht zum Veröffentlichten: das Programmdokument daneben veröffentlichen",
)
_FIGURES = (
    "figures of recipients are not published",
    "Merkmale der Empfänger werden nicht veröffentlicht",
)
_IN_PROGRAMME = (
    "the programme document has it; the code names it",
    "das Programmdokument hat es; der Code nennt es",
)

GIVING_MAPPING: tuple[MappingRow, ...] = (
    _row(
        "Allocation.programme",
        "grantProgramme",
        "see the fields of Programme",
        "siehe die Felder von Programme",
    ),
    _row("Allocation.recipients", "recipientOrganization", "see Recipient", "siehe Recipient"),
    _row(
        "Allocation.day",
        None,
        "the day whose law applied is not the day of the award, which is asked for",
        "der Tag, dessen Recht galt, ist nicht der Tag der Bewilligung; nach dem wird gefragt",
    ),
    _row(
        "Allocation.period",
        "plannedDates.startDate, plannedDates.endDate; id",
        "unless another period is given; the days stand in the id, too",
        "wenn kein anderer Zeitraum gegeben ist; die Tage stehen auch in der Kennung",
    ),
    _row("Allocation.asked_edition", None, *_RULES),
    _row("Allocation.as_known", None, *_RULES),
    _row(
        "Allocation.unit",
        "currency",
        "EUR or CHF; of amounts a year the currency, the number of years being asked for",
        "EUR oder CHF; bei Beträgen je Jahr die Währung, wobei nach der Zahl der Jahre gefragt "
        "wird",
    ),
    _row("Allocation.awards", "grants", "see the fields of Award", "siehe die Felder von Award"),
    _row(
        "Allocation.total",
        None,
        "the sum of the grants",
        "die Summe der Zuwendungen",
    ),
    _row("Allocation.pot", None, *_REASONS),
    _row("Allocation.residue", None, *_REASONS),
    _row("Allocation.editions", None, *_RULES),
    _row("Allocation.findings", None, *_REASONS),
    _row(
        "Award.recipient",
        "recipientOrganization",
        "see Recipient",
        "siehe Recipient",
    ),
    _row(
        "Award.amount",
        "amountAwarded",
        "times the years, where it is an amount a year; a JSON number if it is exact as one, "
        "otherwise a problem; no grant if it is zero",
        "mal der Zahl der Jahre bei Beträgen je Jahr; eine JSON-Zahl, wenn sie als solche genau "
        "ist, sonst ein Problem; keine Zuwendung bei null",
    ),
    _row(
        "Award.is_excluded",
        None,
        "who is excluded has no grant",
        "wer ausgeschlossen ist, hat keine Zuwendung",
    ),
    _row(
        "Award.is_zeroed",
        None,
        "an award of zero is no grant",
        "ein Betrag von null ist keine Zuwendung",
    ),
    _row("Award.findings", "description", *_REASONS),
    _row("Award.finding_codes", None, *_REASONS),
    _row("Award.outputs", None, *_REASONS),
    _row("Award.parts", None, *_REASONS),
    _row(
        "Award.sources",
        None,
        "the standard has no shares of several funders in one grant",
        "der Standard kennt keine Anteile mehrerer Geber an einer Zuwendung",
    ),
    _row(
        "Award.tranches",
        None,
        "the standard wants the dates of payments, which an award does not have",
        "der Standard verlangt die Tage der Zahlungen, die eine Zuwendung nicht hat",
    ),
    _row("Award.earmarks", None, *_REASONS),
    _row("Award.steps", "description", *_REASONS),
    _row("Award.parameters", "description", *_REASONS),
    _row(
        "Recipient.key",
        "id, recipientOrganization.id, beneficiaryLocation.geoCode",
        "part of both ids, as a UUID if it is no plain id; the place if keys are said to be AGS",
        "Teil beider Kennungen, als UUID, wenn er keine einfache Kennung ist; der Ort, wenn die "
        "Schlüssel AGS sein sollen",
    ),
    _row(
        "Recipient.name",
        "recipientOrganization.name, title, beneficiaryLocation.name",
        "the key if there is none",
        "der Schlüssel, wenn er fehlt",
    ),
    _row("Recipient.kind", None, *_FIGURES),
    _row("Recipient.parent", None, *_FIGURES),
    _row("Recipient.figures", None, *_FIGURES),
    _row("Recipient.records", None, *_FIGURES),
    _row("Programme.id", "grantProgramme.code, id", *_SAME),
    _row(
        "Programme.title",
        "grantProgramme.title, title",
        "in the language asked for; before the name of the recipient in the title",
        "in der verlangten Sprache; im Titel vor dem Namen des Empfängers",
    ),
    _row(
        "Programme.summary",
        "grantProgramme.description, description",
        "in the language asked for; the title in the description if there is none",
        "in der verlangten Sprache; in der Beschreibung der Titel, wenn sie fehlt",
    ),
    _row("Programme.jurisdiction", None, *_IN_PROGRAMME),
    _row("Programme.valid", None, *_IN_PROGRAMME),
    _row("Programme.levels", None, *_RULES),
    _row("Programme.figures", None, *_RULES),
    _row("Programme.parameters", None, *_RULES),
    _row("Programme.rules", None, *_RULES),
    _row("Programme.conditions", None, *_RULES),
    _row("Programme.result", None, *_RULES),
    _row("Programme.sources", None, *_IN_PROGRAMME),
    _row("Programme.tranches", None, *_IN_PROGRAMME),
    _row("Programme.earmarks", None, *_IN_PROGRAMME),
    _row("Programme.citations", None, *_IN_PROGRAMME),
    _row(
        "Organisation.id",
        "fundingOrganization.id, recipientOrganization.id",
        "should be the one in registers of organisations",
        "sollte die in Verzeichnissen von Organisationen sein",
    ),
    _row("Organisation.name", "fundingOrganization.name, recipientOrganization.name", *_SAME),
    _row(
        "Organisation.form",
        None,
        "the list of the standard is of British forms",
        "die Liste des Standards nennt britische Formen",
    ),
    _row(
        "Organisation.legal_form",
        None,
        "the list of the standard is of British forms",
        "die Liste des Standards nennt britische Formen",
    ),
    _row(
        "Organisation.description",
        "fundingOrganization.description, recipientOrganization.description",
        *_SAME,
    ),
    _row(
        "Organisation.contact",
        "fundingOrganization.url, .telephone, .email; likewise recipientOrganization",
        *_SAME,
    ),
    _row(
        "Organisation.region",
        "fundingOrganization.location, recipientOrganization.location, beneficiaryLocation",
        "the key with the type AGS; of a recipient it is the beneficiary location, too",
        "der Schlüssel mit dem Typ AGS; beim Empfänger auch der Ort der Verwendung",
    ),
    _row(
        "Organisation.note",
        None,
        "360Giving has no place for it",
        "360Giving hat dafür keinen Platz",
    ),
    _row(
        "Organisation.source",
        None,
        "360Giving has no place for it",
        "360Giving hat dafür keinen Platz",
    ),
)
"""Each field of allocations, recipients, programmes and organisations once, with its place."""
