"""The documents of a grant from their files: each for itself, and whether they belong together."""

from collections.abc import Iterator
from typing import TypeVar

from integrationsplan._language import Language, Wording
from integrationsplan.cli._reading import read_document
from integrationsplan.cli._speaking import shown
from integrationsplan.errors import DocumentError
from integrationsplan.funding import Application, FundingProgramme, Grant, Granted, ProofOfUse
from integrationsplan.funding._problems import PROOF_OF_ANOTHER
from integrationsplan.problems import Problem, ProblemKind

D = TypeVar("D")

OF_ANOTHER_PROGRAMME = ProblemKind(
    "of_another_programme",
    found=Wording("a document of another programme", "ein Dokument zu einem anderen Programm"),
    allowed=Wording("a document of {programme}", "ein Dokument zu {programme}"),
    remedy=Wording(
        "Name the programme that the document names, or give another document.",
        "Das Programm angeben, das im Dokument steht, oder ein anderes Dokument.",
    ),
)
OF_ANOTHER_GRANT = ProblemKind(
    "application_of_another_grant",
    found=Wording("the application of another grant", "der Antrag zu einer anderen Zuwendung"),
    allowed=Wording("the application that the grant names", "der Antrag, den die Zuwendung nennt"),
    remedy=Wording("Give the application that belongs to it.", "Den zugehörigen Antrag angeben."),
)
NO_NOTICE = ProblemKind(
    "no_notice",
    found=Wording("a grant without its notice", "eine Zuwendung ohne Bewilligung"),
    allowed=Wording("an event of the kind 'granted'", "ein Vorgang der Art „granted“"),
    remedy=Wording("Record the notice first.", "Zuerst die Bewilligung erfassen."),
)


def read_application(
    path: str, programme: FundingProgramme, language: Language, *, grant: Grant | None = None
) -> Application:
    """Read the application for a programme, and for a grant where there is one already.

    Raises:
        DocumentError: If it is refused, or belongs elsewhere.
        Failure: If the file cannot be read.
    """
    found: Application = read_document(path, ("application",), language)
    problems = list(_of_programme(found.programme, programme))
    if grant is not None and grant.application is not None and grant.application != found.id:
        problems.append(OF_ANOTHER_GRANT.at("/id"))
    return _sound(found, path, problems)


def read_grant(path: str, programme: FundingProgramme, language: Language) -> Grant:
    """Read a grant of a programme, with its notice.

    Raises:
        DocumentError: If it is refused, or belongs elsewhere.
        Failure: If the file cannot be read.
    """
    found: Grant = read_document(path, ("grant",), language)
    problems = list(_of_programme(found.programme, programme))
    if not any(isinstance(event, Granted) for event in found.events):
        problems.append(NO_NOTICE.at("/events"))
    return _sound(found, path, problems)


def read_proof(path: str, grant: Grant, language: Language) -> ProofOfUse:
    """Read the proof of use of a grant.

    Raises:
        DocumentError: If it is refused, or belongs elsewhere.
        Failure: If the file cannot be read.
    """
    found: ProofOfUse = read_document(path, ("proof-of-use",), language)
    problems = [PROOF_OF_ANOTHER.at("/grant")] if found.grant != grant.id else []
    return _sound(found, path, problems)


def _of_programme(named: str, programme: FundingProgramme) -> Iterator[Problem]:
    if named != programme.id:
        yield OF_ANOTHER_PROGRAMME.at("/programme", programme=programme.id)


def _sound(found: D, path: str, problems: list[Problem]) -> D:
    """Return a document, or refuse it with everything that is wrong.

    Raises:
        DocumentError: If something is.
    """
    if problems:
        raise DocumentError(shown(path), problems)
    return found
