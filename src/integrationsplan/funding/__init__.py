"""Funding: programmes with their sources, and the life of a grant to the last settled cent."""

from typing import TYPE_CHECKING

from integrationsplan._lazy import lazily

if TYPE_CHECKING:
    from integrationsplan.funding._application import (
        Application,
        Carrier,
        CostLine,
        Participant,
        Post,
    )
    from integrationsplan.funding._budget_use import (
        BudgetUse,
        budget_use,
    )
    from integrationsplan.funding._calendar import (
        GrantDue,
        grant_due,
    )
    from integrationsplan.funding._checks import (
        check_application,
        check_round,
    )
    from integrationsplan.funding._claims import (
        ClaimDue,
        ClaimPart,
        ClaimSettlement,
        settle_claim,
    )
    from integrationsplan.funding._codes import (
        AmendmentReason,
        ApplicantKind,
        BodyRole,
        CostCategory,
        DayCount,
        DeadlineAnchor,
        DeadlineKind,
        DutyKind,
        EarmarkSense,
        FundingKind,
        LegalForm,
        RelationKind,
        RuleStep,
    )
    from integrationsplan.funding._computing import (
        amount_of,
        award_for,
    )
    from integrationsplan.funding._deadlines import (
        Deadline,
    )
    from integrationsplan.funding._events import (
        Amended,
        Claimed,
        Demanded,
        GrantEarmark,
        Granted,
        GrantEvent,
        Instalment,
        InterestCharged,
        InterestPaid,
        Paid,
        PassedBack,
        PassedOn,
        PayInterrupted,
        PostFilled,
        PostVacated,
        Repaid,
        ReportSubmitted,
        Returned,
        Settled,
        Used,
        Waived,
    )
    from integrationsplan.funding._extension import (
        check_extension,
    )
    from integrationsplan.funding._grant import (
        Grant,
    )
    from integrationsplan.funding._instalments import (
        Advance,
        Instalments,
        advance_on,
        first_instalments,
    )
    from integrationsplan.funding._interest import (
        Interest,
        InterestStep,
        LateUse,
        LateUseInterest,
        interest_on,
        interest_on_late_use,
    )
    from integrationsplan.funding._ledger import (
        Ledger,
    )
    from integrationsplan.funding._parts import (
        Amendment,
        BudgetLine,
        Duty,
        EligibleApplicant,
        EligibleCost,
        Funder,
        Norm,
        Purpose,
        Relation,
        ResponsibleBody,
        RuleUse,
        Unknown,
    )
    from integrationsplan.funding._personnel import (
        PersonnelCost,
        personnel_cost,
    )
    from integrationsplan.funding._programme import (
        FundingProgramme,
        GeneralTerms,
        Regulated,
    )
    from integrationsplan.funding._proof import (
        CarrierReport,
        NarrativeReport,
        ProofOfUse,
        ReportSection,
    )
    from integrationsplan.funding._recognition import (
        Recognition,
        recognise,
    )
    from integrationsplan.funding._reports import (
        merge_reports,
        review_reports,
    )
    from integrationsplan.funding._settlement import (
        Settlement,
        settle,
    )
    from integrationsplan.funding._shares import (
        MemberShare,
        MemberShares,
        shares_of,
    )
    from integrationsplan.funding._terms import (
        TERMS,
        Term,
        TermKind,
        Terms,
    )
    from integrationsplan.funding._usage import (
        DrawnUse,
        drawn_uses,
        review_use,
    )

__all__ = [
    "TERMS",
    "Advance",
    "Amended",
    "Amendment",
    "AmendmentReason",
    "ApplicantKind",
    "Application",
    "BodyRole",
    "BudgetLine",
    "BudgetUse",
    "Carrier",
    "CarrierReport",
    "ClaimDue",
    "ClaimPart",
    "ClaimSettlement",
    "Claimed",
    "CostCategory",
    "CostLine",
    "DayCount",
    "Deadline",
    "DeadlineAnchor",
    "DeadlineKind",
    "Demanded",
    "DrawnUse",
    "Duty",
    "DutyKind",
    "EarmarkSense",
    "EligibleApplicant",
    "EligibleCost",
    "Funder",
    "FundingKind",
    "FundingProgramme",
    "GeneralTerms",
    "Grant",
    "GrantDue",
    "GrantEarmark",
    "GrantEvent",
    "Granted",
    "Instalment",
    "Instalments",
    "Interest",
    "InterestCharged",
    "InterestPaid",
    "InterestStep",
    "LateUse",
    "LateUseInterest",
    "Ledger",
    "LegalForm",
    "MemberShare",
    "MemberShares",
    "NarrativeReport",
    "Norm",
    "Paid",
    "Participant",
    "PassedBack",
    "PassedOn",
    "PayInterrupted",
    "PersonnelCost",
    "Post",
    "PostFilled",
    "PostVacated",
    "ProofOfUse",
    "Purpose",
    "Recognition",
    "Regulated",
    "Relation",
    "RelationKind",
    "Repaid",
    "ReportSection",
    "ReportSubmitted",
    "ResponsibleBody",
    "Returned",
    "RuleStep",
    "RuleUse",
    "Settled",
    "Settlement",
    "Term",
    "TermKind",
    "Terms",
    "Unknown",
    "Used",
    "Waived",
    "advance_on",
    "amount_of",
    "award_for",
    "budget_use",
    "check_application",
    "check_extension",
    "check_round",
    "drawn_uses",
    "first_instalments",
    "grant_due",
    "interest_on",
    "interest_on_late_use",
    "merge_reports",
    "personnel_cost",
    "recognise",
    "review_reports",
    "review_use",
    "settle",
    "settle_claim",
    "shares_of",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "integrationsplan.funding._application": (
                "Application",
                "Carrier",
                "CostLine",
                "Participant",
                "Post",
            ),
            "integrationsplan.funding._budget_use": ("BudgetUse", "budget_use"),
            "integrationsplan.funding._calendar": (
                "GrantDue",
                "grant_due",
            ),
            "integrationsplan.funding._checks": (
                "check_application",
                "check_round",
            ),
            "integrationsplan.funding._claims": (
                "ClaimDue",
                "ClaimPart",
                "ClaimSettlement",
                "settle_claim",
            ),
            "integrationsplan.funding._codes": (
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
            ),
            "integrationsplan.funding._computing": (
                "amount_of",
                "award_for",
            ),
            "integrationsplan.funding._deadlines": ("Deadline",),
            "integrationsplan.funding._events": (
                "Amended",
                "Claimed",
                "Demanded",
                "GrantEarmark",
                "GrantEvent",
                "Granted",
                "Instalment",
                "InterestCharged",
                "InterestPaid",
                "Paid",
                "PassedBack",
                "PassedOn",
                "PayInterrupted",
                "PostFilled",
                "PostVacated",
                "Repaid",
                "ReportSubmitted",
                "Returned",
                "Settled",
                "Used",
                "Waived",
            ),
            "integrationsplan.funding._extension": ("check_extension",),
            "integrationsplan.funding._grant": ("Grant",),
            "integrationsplan.funding._instalments": (
                "Advance",
                "Instalments",
                "advance_on",
                "first_instalments",
            ),
            "integrationsplan.funding._interest": (
                "Interest",
                "InterestStep",
                "LateUse",
                "LateUseInterest",
                "interest_on",
                "interest_on_late_use",
            ),
            "integrationsplan.funding._ledger": ("Ledger",),
            "integrationsplan.funding._parts": (
                "Amendment",
                "BudgetLine",
                "Duty",
                "EligibleApplicant",
                "EligibleCost",
                "Funder",
                "Norm",
                "Purpose",
                "Relation",
                "ResponsibleBody",
                "RuleUse",
                "Unknown",
            ),
            "integrationsplan.funding._personnel": (
                "PersonnelCost",
                "personnel_cost",
            ),
            "integrationsplan.funding._programme": (
                "FundingProgramme",
                "GeneralTerms",
                "Regulated",
            ),
            "integrationsplan.funding._proof": (
                "CarrierReport",
                "NarrativeReport",
                "ProofOfUse",
                "ReportSection",
            ),
            "integrationsplan.funding._recognition": (
                "Recognition",
                "recognise",
            ),
            "integrationsplan.funding._reports": ("merge_reports", "review_reports"),
            "integrationsplan.funding._settlement": (
                "Settlement",
                "settle",
            ),
            "integrationsplan.funding._shares": ("MemberShare", "MemberShares", "shares_of"),
            "integrationsplan.funding._terms": (
                "TERMS",
                "Term",
                "TermKind",
                "Terms",
            ),
            "integrationsplan.funding._usage": (
                "DrawnUse",
                "drawn_uses",
                "review_use",
            ),
        },
    )
