"""Kinds of problems of revised documents."""

from integrationsplan._language import Wording as W
from integrationsplan.problems import ProblemKind

NO_OPENING = ProblemKind(
    "no_opening",
    found=W(
        "a history that does not begin with an opening", "ein Verlauf ohne Eröffnung am Anfang"
    ),
    allowed=W(
        "an opening as first revision, and only there",
        "eine Eröffnung als erste Revision, und nur dort",
    ),
    remedy=W("Begin with an opening.", "Mit einer Eröffnung beginnen."),
)
WRONG_NUMBER = ProblemKind(
    "wrong_revision_number",
    found=W("revision number {found}", "Revisionsnummer {found}"),
    allowed=W("number {allowed}", "Nummer {allowed}"),
    remedy=W("Number the revisions 1, 2, 3 without gaps.", "Lückenlos 1, 2, 3 zählen."),
)
RECORDED_EARLIER = ProblemKind(
    "recorded_earlier",
    found=W(
        "a moment of recording before that of the revision before",
        "ein Erfassungszeitpunkt vor dem der vorigen Revision",
    ),
    allowed=W("the same moment or a later one", "derselbe Zeitpunkt oder ein späterer"),
    remedy=W("Correct the moment or the order.", "Zeitpunkt oder Reihenfolge berichtigen."),
)
EFFECTIVE_EARLIER = ProblemKind(
    "effective_before_opening",
    found=W("a day of effect before the opening", "ein Wirkungstag vor der Eröffnung"),
    allowed=W("{opening} or later", "{opening} oder später"),
    remedy=W("Correct the day.", "Den Tag berichtigen."),
)
AFTER_CLOSURE = ProblemKind(
    "after_closure",
    found=W("a {kind} after the closure", "{kind} nach dem Abschluss"),
    allowed=W("a correction", "eine Korrektur"),
    remedy=W(
        "Open a new document, or record a correction.", "Neu eröffnen oder eine Korrektur erfassen."
    ),
)
NO_SUCH_ENTRY = ProblemKind(
    "no_such_entry",
    found=W("an entry that is not there", "ein Eintrag, der nicht da ist"),
    allowed=W("the id of a present entry", "die Kennung eines vorhandenen Eintrags"),
    remedy=W("Correct the id.", "Die Kennung berichtigen."),
)
KIND_CHANGED = ProblemKind(
    "entry_kind_changed",
    found=W(
        "an entry of kind {found} under the id of a {allowed}",
        "ein Eintrag der Art {found} unter der Kennung der Art {allowed}",
    ),
    allowed=W("the same kind", "dieselbe Art"),
    remedy=W("Give the new entry an id of its own.", "Eine eigene Kennung vergeben."),
)
CHANGED_TWICE = ProblemKind(
    "entry_changed_twice",
    found=W("an entry that the revision changes already", "ein schon geänderter Eintrag"),
    allowed=W("one change an entry and revision", "eine Änderung je Eintrag und Revision"),
    remedy=W("Merge the changes.", "Die Änderungen zusammenführen."),
)
NO_SUCH_REVISION = ProblemKind(
    "no_such_revision",
    found=W("revision {found}", "Revision {found}"),
    allowed=W("an earlier revision: {allowed}", "eine frühere Revision: {allowed}"),
    remedy=W("Name a revision that was there.", "Eine vorhandene Revision nennen."),
)

HISTORY_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
