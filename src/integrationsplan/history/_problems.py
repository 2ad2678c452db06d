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
    allowed=Wording(
        "a correction, a note, marks or an erasure",
        "eine Korrektur, ein Vermerk, Kennzeichnungen oder eine Löschung",
    ),
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

WRONG_SALT = ProblemKind(
    "wrong_salt",
    found=Wording("something else than 32 bytes", "etwas anderes als 32 Bytes"),
    allowed=Wording("32 random bytes", "32 zufällige Bytes"),
    remedy=Wording(
        "Give a source such as secrets.token_bytes.",
        "Eine Quelle wie secrets.token_bytes angeben.",
    ),
)
SEAL = ProblemKind(
    "wrong_seal",
    found=Wording("a seal that does not fit", "ein Siegel, das nicht passt"),
    allowed=Wording(
        "a salt where the text is here, a commitment where it is not",
        "ein Salz, wo der Text steht, sonst eine Festlegung",
    ),
    remedy=Wording("Restore the text or the seal.", "Text oder Siegel wiederherstellen."),
)
NO_CORRECTION = ProblemKind(
    "no_correction",
    found=Wording("a {kind} that corrects a revision", "{kind}, die eine Revision berichtigt"),
    allowed=Wording("a correction", "eine Korrektur"),
    remedy=Wording(
        "Record a correction, or name no revision.",
        "Eine Korrektur erfassen oder keine Revision nennen.",
    ),
)
ERASURE_ALONE = ProblemKind(
    "erasure_alone",
    found=Wording(
        "an erasure among other changes, or another change among erasures",
        "eine Löschung zwischen anderen Änderungen oder umgekehrt",
    ),
    allowed=Wording(
        "erasures in revisions of kind erasure, and nothing else there",
        "Löschungen in Revisionen der Art Löschung, und dort nichts anderes",
    ),
    remedy=Wording(
        "Use erase(), and record other changes apart.",
        "erase() verwenden und anderes getrennt erfassen.",
    ),
)
ERASED_ENTRY = ProblemKind(
    "erased_entry",
    found=Wording("an entry that was erased", "ein gelöschter Eintrag"),
    allowed=Wording("any other id", "jede andere Kennung"),
    remedy=Wording(
        "What was erased does not come back; put a new entry under a new id.",
        "Gelöschtes kommt nicht zurück; Neues unter neuer Kennung erfassen.",
    ),
)
ERASED_BUT_PRESENT = ProblemKind(
    "erased_but_present",
    found=Wording(
        "content that a later revision has erased",
        "ein Inhalt, den eine spätere Revision gelöscht hat",
    ),
    allowed=Wording("its commitment alone", "nur seine Festlegung"),
    remedy=Wording("Take the document as it was erased.", "Das gelöschte Dokument verwenden."),
)

OTHER_DOCUMENT = ProblemKind(
    "other_document",
    found=Wording(
        "a document that shares no revision with this one",
        "ein Dokument, das mit diesem keine Revision gemeinsam hat",
    ),
    allowed=Wording("another continuation of it", "eine andere Fortschreibung davon"),
    remedy=Wording(
        "Use absorb() for the entries of another document.",
        "Für Einträge eines anderen Dokuments absorb() verwenden.",
    ),
)
MERGE_WITHOUT_HEAD = ProblemKind(
    "merge_without_head",
    found=Wording(
        "a merge that names no other history, or another kind that does",
        "eine Zusammenführung ohne anderen Verlauf, oder ein solcher bei anderer Art",
    ),
    allowed=Wording(
        "the head of the merged history, in merges alone",
        "der letzte Hashwert des anderen Verlaufs, nur bei Zusammenführungen",
    ),
    remedy=Wording("Give merges and the kind together.", "merges und die Art zusammen angeben."),
)
RETENTION_RUNNING = ProblemKind(
    "retention_running",
    found=Wording(
        "an entry that is to be kept until {due}", "ein bis {due} aufzubewahrender Eintrag"
    ),
    allowed=Wording("entries whose time to be kept is over", "Einträge nach Ablauf ihrer Frist"),
    remedy=Wording("Wait, or erase it with a legal basis.", "Warten oder mit Grundlage löschen."),
)
STILL_RESTRICTED = ProblemKind(
    "still_restricted",
    found=Wording(
        "an entry restricted in processing", "ein in der Verarbeitung eingeschränkter Eintrag"
    ),
    allowed=Wording("entries without restriction", "Einträge ohne Einschränkung"),
    remedy=Wording(
        "Lift the mark when the reason for it is gone.",
        "Die Kennzeichnung aufheben, wenn ihr Grund entfallen ist.",
    ),
)
NO_RETENTION_RULE = ProblemKind(
    "no_retention_rule",
    found=Wording("an entry that no retention rule speaks of", "ein Eintrag ohne Löschregel"),
    allowed=Wording("a rule for each data group", "eine Regel je Datengruppe"),
    remedy=Wording("Add a rule, or erase the entry.", "Regel ergänzen oder Eintrag löschen."),
)

OPEN_CONFLICT = ProblemKind(
    "open_conflict",
    found=Wording("an entry that both sides changed", "ein beiderseits geänderter Eintrag"),
    allowed=Wording("a merge without conflicts", "eine Zusammenführung ohne Konflikte"),
    remedy=Wording("Decide with resolve().", "Mit resolve() entscheiden."),
)
ERASE_FIRST = ProblemKind(
    "erase_first",
    found=Wording(
        "an entry that the other side has erased", "ein auf der anderen Seite gelöschter Eintrag"
    ),
    allowed=Wording("its erasure here, too", "die Löschung auch hier"),
    remedy=Wording("Erase it, then merge again.", "Löschen und dann neu zusammenführen."),
)

RECEIPT_OF_SOMEBODY = ProblemKind(
    "receipt_of_somebody",
    found=Wording(
        "an id that stands in the document itself", "eine Kennung, die im Dokument selbst steht"
    ),
    allowed=Wording("an id of its own", "eine eigene Kennung"),
    remedy=Wording("Draw a random id.", "Eine zufällige Kennung ziehen."),
)
SAME_DOCUMENT = ProblemKind(
    "same_document",
    found=Wording("another state of this document", "ein anderer Stand dieses Dokuments"),
    allowed=Wording("another document", "ein anderes Dokument"),
    remedy=Wording(
        "Use merge() for two states of one document.",
        "Für zwei Stände eines Dokuments merge() verwenden.",
    ),
)

NO_REASON = ProblemKind(
    "no_reason",
    found=Wording("revision {found}, which gave no reason", "Revision {found} ohne Grund"),
    allowed=Wording("revisions that gave one", "Revisionen mit Grund"),
    remedy=Wording("Leave the revision out.", "Die Revision weglassen."),
)

UNKNOWN_GROUP = ProblemKind(
    "unknown_data_group",
    found=Wording("a data group that is not known", "eine unbekannte Datengruppe"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording("Use a code of the list.", "Einen Code der Liste verwenden."),
)
NOTHING_TO_ERASE = ProblemKind(
    "nothing_to_erase",
    found=Wording("an erasure of nothing", "eine Löschung von nichts"),
    allowed=Wording("ids of entries, or numbers of reasons", "Kennungen oder Nummern von Gründen"),
    remedy=Wording(
        "Look for what is to go with ids().", "Was gelöscht werden soll, mit ids() suchen."
    ),
)

STALE = ProblemKind(
    "stale_merge",
    found=Wording("a document that has changed since", "ein seither geändertes Dokument"),
    allowed=Wording(
        "the document that the merge was worked out for",
        "das Dokument, für das die Zusammenführung ermittelt wurde",
    ),
    remedy=Wording("Work it out again.", "Neu ermitteln."),
)
ABSORBED_ALREADY = ProblemKind(
    "absorbed_already",
    found=Wording("a document that was absorbed before", "ein schon aufgenommenes Dokument"),
    allowed=Wording("a document for the first time", "ein Dokument beim ersten Mal"),
    remedy=Wording("Put what is new by hand.", "Neues von Hand erfassen."),
)
NO_LEGAL_BASIS = ProblemKind(
    "no_legal_basis",
    found=Wording("an erasure without a legal basis", "eine Löschung ohne Rechtsgrundlage"),
    allowed=Wording("the basis in words", "die Grundlage in Worten"),
    remedy=Wording("Name the legal basis.", "Die Rechtsgrundlage nennen."),
)
BROKEN_CHAIN = ProblemKind(
    "broken_chain",
    found=Wording("a document whose proof does not hold", "ein Dokument mit gebrochenem Nachweis"),
    allowed=Wording("the whole document, unchanged", "das ganze, unveränderte Dokument"),
    remedy=Wording("Look at verify().", "verify() befragen."),
)

FIXED_ID = ProblemKind(
    "fixed_id",
    found=Wording("another id", "eine andere Kennung"),
    allowed=Wording(
        "the id '{allowed}': there is only one such entry",
        "die Kennung '{allowed}': es gibt nur einen solchen Eintrag",
    ),
    remedy=Wording("Use this id.", "Diese Kennung verwenden."),
)
HEADLESS = ProblemKind(
    "document_without_head",
    found=Wording(
        "an opening without what every such document begins with",
        "eine Eröffnung ohne das, womit jedes solche Dokument beginnt",
    ),
    allowed=Wording("an entry with the id '{allowed}'", "ein Eintrag mit der Kennung '{allowed}'"),
    remedy=Wording("Open documents with open().", "Dokumente mit open() eröffnen."),
)
HEAD_WITHDRAWN = ProblemKind(
    "head_withdrawn",
    found=Wording(
        "the withdrawal of an entry that every such document has",
        "der Rückzug eines Eintrags, den jedes solche Dokument hat",
    ),
    allowed=Wording("a new version, or an erasure", "eine neue Fassung oder eine Löschung"),
    remedy=Wording(
        "Put a new version of it, or use erase() to forget it.",
        "Eine neue Fassung einfügen, oder erase() verwenden, um ihn zu vergessen.",
    ),
)

HISTORY_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
