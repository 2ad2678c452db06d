"""Code lists of the person and the residence status.

Two lists of the status are kept apart: titles (§ 4 AufenthG) and what is no title. The ground is no
code but a citation, because sections move.
"""

from integrationsplan.values import Labelled

__all__ = ["Gender", "ProtectionKind", "ResidenceTitle", "StatusWithoutTitle"]


class Gender(Labelled):
    """Gender, as the person states it."""

    FEMALE = "female", "female", "weiblich"
    MALE = "male", "male", "männlich"
    DIVERSE = "diverse", "non-binary", "divers"
    UNSTATED = "unstated", "not stated", "ohne Angabe"


class ResidenceTitle(Labelled):
    """The residence titles of the Residence Act."""

    VISA = "visa", "visa", "Visum"
    RESIDENCE_PERMIT = "residence-permit", "residence permit", "Aufenthaltserlaubnis"
    BLUE_CARD = "blue-card", "EU Blue Card", "Blaue Karte EU"
    ICT_CARD = "ict-card", "ICT Card", "ICT-Karte"
    MOBILE_ICT_CARD = "mobile-ict-card", "Mobile ICT Card", "Mobiler-ICT-Karte"
    SETTLEMENT_PERMIT = "settlement-permit", "settlement permit", "Niederlassungserlaubnis"
    EU_LONG_TERM = (
        "eu-long-term-residence",
        "EU long-term residence permit",
        "Erlaubnis zum Daueraufenthalt-EU",
    )


class StatusWithoutTitle(Labelled):
    """What a person may have who has no residence title."""

    PERMISSION_TO_STAY = (
        "permission-to-stay",
        "permission to stay during the asylum procedure",
        "Aufenthaltsgestattung",
    )
    TOLERATION = "toleration", "temporary suspension of deportation", "Duldung"
    FICTION_CERTIFICATE = (
        "fiction-certificate",
        "certificate of fictional effect",
        "Fiktionsbescheinigung",
    )
    PROOF_OF_ARRIVAL = "proof-of-arrival", "proof of arrival", "Ankunftsnachweis"


class ProtectionKind(Labelled):
    """Which protection was granted."""

    ASYLUM = "asylum", "asylum (Art. 16a GG)", "Asylberechtigung (Art. 16a GG)"
    REFUGEE = "refugee", "refugee status", "Flüchtlingseigenschaft"
    SUBSIDIARY = "subsidiary", "subsidiary protection", "subsidiärer Schutz"
    DEPORTATION_BAN = (
        "deportation-ban",
        "national ban on deportation (§ 60 V, VII AufenthG)",
        "Abschiebungsverbot (§ 60 Abs. 5, 7 AufenthG)",
    )
    TEMPORARY = (
        "temporary",
        "temporary protection (§ 24 AufenthG)",
        "vorübergehender Schutz (§ 24 AufenthG)",
    )
