"""Code lists of funding: kinds of financing, costs, applicants, duties, deadlines."""

from integrationsplan.values import Labelled

__all__ = [
    "AmendmentReason",
    "ApplicantKind",
    "BodyRole",
    "CostCategory",
    "DayCount",
    "DeadlineAnchor",
    "DeadlineKind",
    "DutyKind",
    "EarmarkSense",
    "FundingKind",
    "LegalForm",
    "RelationKind",
    "RuleStep",
]


class FundingKind(Labelled):
    """How a grant relates to the cost.

    Source: VV to § 44 LHO, no. 2: Anteil-, Fehlbedarfs-, Festbetrags- and Vollfinanzierung.
    """

    FIXED_SUM = "fixed-sum", "fixed sum", "Festbetragsfinanzierung"
    COST_SHARE = "cost-share", "share of the cost", "Anteilfinanzierung"
    DEFICIT = "deficit", "deficit", "Fehlbedarfsfinanzierung"
    FULL = "full", "full funding", "Vollfinanzierung"


class CostCategory(Labelled):
    """What a cost is for."""

    PERSONNEL = "personnel", "personnel", "Personalausgaben"
    MATERIAL = "material", "material cost", "Sachausgaben"
    TRAINING = "training", "training", "Fortbildung"
    TRAVEL = "travel", "travel", "Reisekosten"
    OVERHEAD = "overhead", "overhead", "Gemeinkosten"
    INVESTMENT = "investment", "investment", "Investitionen"
    OTHER = "other", "other", "Sonstiges"


class ApplicantKind(Labelled):
    """Who may apply."""

    STATE = "state", "state", "Land"
    DISTRICT = "district", "district", "Landkreis"
    DISTRICT_FREE_CITY = (
        "district-free-city",
        "district-free city",
        "kreisfreie Stadt oder Stadtkreis",
    )
    MUNICIPALITY = "municipality", "municipality", "Gemeinde"
    MUNICIPAL_ASSOCIATION = (
        "municipal-association",
        "association of municipalities",
        "kommunaler Zusammenschluss",
    )
    CARRIER = "carrier", "carrier", "Träger"
    FOUNDATION = "foundation", "foundation", "Stiftung"


class BodyRole(Labelled):
    """What a public body does in a programme."""

    RESPONSIBLE = "responsible", "responsible ministry", "zuständiges Ministerium"
    GRANTING = "granting", "granting body", "Bewilligungsstelle"
    ADVISING = "advising", "advising body", "beratende Stelle"
    PARTNER = "partner", "partner of the agreement", "Partner der Vereinbarung"


class LegalForm(Labelled):
    """What a legal basis is."""

    ACT = "act", "act", "Gesetz"
    ORDINANCE = "ordinance", "ordinance", "Rechtsverordnung"
    REGULATION = "regulation", "administrative regulation", "Verwaltungsvorschrift"
    GUIDELINE = "guideline", "funding guideline", "Förderrichtlinie"
    AGREEMENT = "agreement", "agreement", "Vereinbarung"
    EU_REGULATION = "eu-regulation", "EU regulation", "EU-Verordnung"
    OTHER = "other", "other", "Sonstiges"


class DutyKind(Labelled):
    """What a recipient has to do."""

    COOPERATION = "cooperation", "cooperation", "Zusammenarbeit"
    AGREEMENT = "agreement", "agreement with carriers", "Vereinbarung mit Trägern"
    NAMED_PERSON = "named-person", "named person", "namentlich benannte Person"
    QUALIFICATION = "qualification", "qualification", "Qualifikation"
    WRITTEN_PLAN = "written-plan", "written plan", "schriftlicher Integrationsplan"
    CONCEPT = "concept", "concept", "Konzept"
    REPORTING = "reporting", "reporting", "Berichte"
    INDICATORS = "indicators", "indicators", "Kennzahlen"
    OTHER = "other", "other", "Sonstiges"


class RelationKind(Labelled):
    """How one programme relates to another."""

    PART_OF = "part-of", "part of", "Teil von"
    SISTER = "sister", "sister programme", "Schwesterprogramm"
    PREDECESSOR = "predecessor", "predecessor", "Vorgänger"
    SUCCESSOR = "successor", "successor", "Nachfolger"


class RuleStep(Labelled):
    """What a rule computes."""

    FRAMEWORK = "framework", "planning framework", "Planungsrahmen"
    AWARD = "award", "grant", "Zuwendung"
    TRANCHE = "tranche", "tranche", "Rate"
    REIMBURSEMENT = "reimbursement", "reimbursement", "Kostenerstattung"
    DISTRIBUTION = "distribution", "distribution", "Verteilung"


class DeadlineKind(Labelled):
    """What has to be done by a day."""

    APPLICATION = "application", "application", "Antrag"
    CLAIM = "claim", "claim", "Mittelabruf oder Abrechnung"
    USE = "use", "use of the money", "Verwendung der Mittel"
    INDICATORS = "indicators", "indicators", "Kennzahlen"
    INTERIM_PROOF = "interim-proof", "interim proof of use", "Zwischenverwendungsnachweis"
    NUMERIC_PROOF = "numeric-proof", "numeric proof of use", "zahlenmäßiger Nachweis"
    NARRATIVE_REPORT = "narrative-report", "narrative report", "Sachbericht"
    COUNT = "count", "count", "Zählung"
    CORRECTION = "correction", "correction", "Berichtigung"
    PAYMENT = "payment", "payment", "Zahlung"
    FUNDING_END = "funding-end", "end of funding", "Ende der Förderung"
    RETENTION = "retention", "keeping of records", "Aufbewahrung der Belege"


class DeadlineAnchor(Labelled):
    """From what a deadline is counted."""

    PERIOD_START = "period-start", "start of the grant", "Beginn der Bewilligung"
    PERIOD_END = "period-end", "end of the grant", "Ende der Bewilligung"
    LONGEST_POST_END = (
        "longest-post-end",
        "end of the longest-funded post",
        "Ende der am längsten geförderten Stelle",
    )
    PAYMENT = "payment", "payment", "Auszahlung"
    QUARTER_END = "quarter-end", "end of a quarter", "Ende eines Quartals"
    DEMAND = "demand", "demand", "Rückforderung"


class AmendmentReason(Labelled):
    """Why a grant was changed."""

    EXTENSION = "extension", "extension", "Verlängerung"
    REFILLING = "refilling", "post filled again", "Nachbesetzung"
    LATER_COUNT = "later-count", "later count", "spätere Zählung"
    REDUCTION = "reduction", "reduction", "Minderung"
    TRANSFER = "transfer", "transfer between lines", "Umschichtung"
    CORRECTION = "correction", "correction", "Berichtigung"


class EarmarkSense(Labelled):
    """Whether an earmark is a floor or a ceiling."""

    AT_LEAST = "at-least", "at least", "mindestens"
    AT_MOST = "at-most", "at most", "höchstens"


class DayCount(Labelled):
    """How days are counted for interest. Regulations that say "for a year" leave it open."""

    ACTUAL_365 = "actual-365", "days of the calendar, 365 a year", "Kalendertage, 365 im Jahr"
    THIRTY_360 = "thirty-360", "30 days a month, 360 a year", "30 Tage im Monat, 360 im Jahr"
