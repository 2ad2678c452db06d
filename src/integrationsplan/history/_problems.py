"""Kinds of problems of revised documents."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

NO_OPENING = ProblemKind(
    "no_opening",
    found=Wording(
        "a history that does not begin with an opening", "ein Verlauf ohne Eröffnung am Anfang"
    ),
    allowed=Wording(
        "an opening as first revision, and only there",
        "eine Eröffnung als erste Revision, und nur dort",
    ),
    remedy=Wording("Begin with an opening.", "Mit einer Eröffnung beginnen."),
)
WRONG_NUMBER = ProblemKind(
    "wrong_revision_number",
    found=Wording("revision number {found}", "Revisionsnummer {found}"),
    allowed=Wording("number {allowed}", "Nummer {allowed}"),
    remedy=Wording("Number the revisions 1, 2, 3 without gaps.", "Lückenlos 1, 2, 3 zählen."),
)
RECORDED_EARLIER = ProblemKind(
    "recorded_earlier",
    found=Wording(
        "a moment of recording before that of the revision before",
        "ein Erfassungszeitpunkt vor dem der vorigen Revision",
    ),
    allowed=Wording("the same moment or a later one", "derselbe Zeitpunkt oder ein späterer"),
    remedy=Wording("Correct the moment or the order.", "Zeitpunkt oder Reihenfolge berichtigen."),
)
EFFECTIVE_EARLIER = ProblemKind(
    "effective_before_opening",
    found=Wording("a day of effect before the opening", "ein Wirkungstag vor der Eröffnung"),
    allowed=Wording("{opening} or later", "{opening} oder später"),
    remedy=Wording("Correct the day.", "Den Tag berichtigen."),
)
AFTER_CLOSURE = ProblemKind(
    "after_closure",
    found=Wording("a {kind} after the closure", "{kind} nach dem Abschluss"),
    allowed=Wording("a correction", "eine Korrektur"),
    remedy=Wording(
        "Open a new document, or record a correction.", "Neu eröffnen oder eine Korrektur erfassen."
    ),
)
NO_SUCH_ENTRY = ProblemKind(
    "no_such_entry",
    found=Wording("an entry that is not there", "ein Eintrag, der nicht da ist"),
    allowed=Wording("the id of a present entry", "die Kennung eines vorhandenen Eintrags"),
    remedy=Wording("Correct the id.", "Die Kennung berichtigen."),
)
KIND_CHANGED = ProblemKind(
    "entry_kind_changed",
    found=Wording(
        "an entry of kind {found} under the id of a {allowed}",
        "ein Eintrag der Art {found} unter der Kennung der Art {allowed}",
    ),
    allowed=Wording("the same kind", "dieselbe Art"),
    remedy=Wording("Give the new entry an id of its own.", "Eine eigene Kennung vergeben."),
)
CHANGED_TWICE = ProblemKind(
    "entry_changed_twice",
    found=Wording("an entry that the revision changes already", "ein schon geänderter Eintrag"),
    allowed=Wording("one change an entry and revision", "eine Änderung je Eintrag und Revision"),
    remedy=Wording("Merge the changes.", "Die Änderungen zusammenführen."),
)
NO_SUCH_REVISION = ProblemKind(
    "no_such_revision",
    found=Wording("revision {found}", "Revision {found}"),
    allowed=Wording("an earlier revision: {allowed}", "eine frühere Revision: {allowed}"),
    remedy=Wording("Name a revision that was there.", "Eine vorhandene Revision nennen."),
)

HISTORY_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
