"""Funding: programmes with their sources, and the life of a grant to the last settled cent."""

from typing import TYPE_CHECKING

from integrationsplan._lazy import lazily

if TYPE_CHECKING:
    from integrationsplan.funding._codes import (
        ApplicantKind,
        BodyRole,
        CostCategory,
        DeadlineAnchor,
        DeadlineKind,
        DutyKind,
        FundingKind,
        LegalForm,
        RelationKind,
        RuleStep,
    )
    from integrationsplan.funding._deadlines import Deadline
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
    from integrationsplan.funding._programme import FundingProgramme, GeneralTerms
    from integrationsplan.funding._terms import TERMS, Term, TermKind, Terms

__all__ = [
    "TERMS",
    "Amendment",
    "ApplicantKind",
    "BodyRole",
    "BudgetLine",
    "CostCategory",
    "Deadline",
    "DeadlineAnchor",
    "DeadlineKind",
    "Duty",
    "DutyKind",
    "EligibleApplicant",
    "EligibleCost",
    "Funder",
    "FundingKind",
    "FundingProgramme",
    "GeneralTerms",
    "LegalForm",
    "Norm",
    "Purpose",
    "Relation",
    "RelationKind",
    "ResponsibleBody",
    "RuleStep",
    "RuleUse",
    "Term",
    "TermKind",
    "Terms",
    "Unknown",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "integrationsplan.funding._codes": (
                "ApplicantKind",
                "BodyRole",
                "CostCategory",
                "DeadlineAnchor",
                "DeadlineKind",
                "DutyKind",
                "FundingKind",
                "LegalForm",
                "RelationKind",
                "RuleStep",
            ),
            "integrationsplan.funding._deadlines": ("Deadline",),
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
            "integrationsplan.funding._programme": ("FundingProgramme", "GeneralTerms"),
            "integrationsplan.funding._terms": ("TERMS", "Term", "TermKind", "Terms"),
        },
    )
