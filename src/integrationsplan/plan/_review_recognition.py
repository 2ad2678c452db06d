"""What a review finds about the recognition of qualifications."""

from collections.abc import Iterator

from integrationsplan._language import Wording
from integrationsplan.findings import Finding, Named
from integrationsplan.plan import _review_kinds as kinds
from integrationsplan.plan._deadlines import (
    compensation_end,
    decision_deadline,
    is_withdrawn,
    remedy_end,
)
from integrationsplan.plan._qualification_codes import RecognitionOutcome, RecognitionStage
from integrationsplan.plan._qualifications import LanguageProficiency
from integrationsplan.plan._recognition import RecognitionProcedure
from integrationsplan.plan._review_case import Case
from integrationsplan.plan._targets import GERMAN, known_level

__all__ = ["recognition_findings"]

_NOTHING = Named("", Wording("nothing", "nichts"))


def recognition_findings(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of procedures of recognition."""
    for procedure in case.state.of(RecognitionProcedure):
        yield from _decision(procedure, case)
        yield from _file(procedure, case)
        yield from _remedy(procedure, case)
        if (
            procedure.outcome is RecognitionOutcome.COMPENSATION_REQUIRED
            and procedure.compensation is None
            and procedure.measure is None
        ):
            yield kinds.COMPENSATION_MISSING.at(procedure.id)
        end = compensation_end(procedure)
        if end is not None and case.has_passed(end):
            yield kinds.COMPENSATION_OVERDUE.at(procedure.id, end=end)
        yield from _language(procedure, case)


def _decision(procedure: RecognitionProcedure, case: Case) -> Iterator[Finding]:
    due = decision_deadline(procedure)
    if due is None:
        return
    if case.has_passed(due):
        yield kinds.RECOGNITION_OVERDUE.at(procedure.id, due=due)
    elif case.nears(due, case.rules.recognition_notice_days):
        yield kinds.RECOGNITION_DUE.at(procedure.id, due=due)


def _file(procedure: RecognitionProcedure, case: Case) -> Iterator[Finding]:
    """Yield a finding if the papers have been incomplete for long since the application."""
    filed, allowed = procedure.reached_on(RecognitionStage.FILED), case.rules.documents_within_days
    if (
        filed is not None
        and allowed is not None
        and procedure.stage is RecognitionStage.FILED
        and (case.day - filed).days > allowed
    ):
        yield kinds.RECOGNITION_FILE_INCOMPLETE.at(procedure.id, filed=filed)


def _remedy(procedure: RecognitionProcedure, case: Case) -> Iterator[Finding]:
    until = remedy_end(procedure)
    if until is None:
        return
    if case.has_passed(until):
        # Whoever does what the decision asks for has accepted it.
        if procedure.compensation is None and procedure.measure is None:
            yield kinds.RECOGNITION_REMEDY_ENDED.at(procedure.id, until=until)
    elif case.nears(until, case.rules.recognition_notice_days):
        yield kinds.RECOGNITION_REMEDY_ENDING.at(procedure.id, until=until)


def _language(procedure: RecognitionProcedure, case: Case) -> Iterator[Finding]:
    """Yield a finding while the German that the recognition asks for is not recorded."""
    required = procedure.required_language
    is_over = (
        procedure.outcome is RecognitionOutcome.FULL
        or procedure.stage is RecognitionStage.FINAL
        or is_withdrawn(procedure)
    )
    if required is None or is_over:
        return
    known = case.state.of(LanguageProficiency)
    if any(entry.is_first and entry.language == GERMAN for entry in known):
        return
    current = known_level(case.state, GERMAN, day=case.day)
    if current is None or current < required:
        yield kinds.RECOGNITION_LANGUAGE.at(
            procedure.id, required=required, current=current if current else _NOTHING
        )
