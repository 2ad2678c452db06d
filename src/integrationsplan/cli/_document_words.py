"""What the commands of documents and plans say, in both languages."""

from collections.abc import Mapping

from integrationsplan._language import Wording

DOCUMENT_WORDS: Mapping[str, Wording] = {
    "verify": Wording(
        "Verify a plan, a view of one, a trace, or an allocation.\n\n"
        "FILE is a document of format plan, plan-view, access, trace or allocation, many of them "
        "by line (.jsonl, .ndjson, of any size), or - for standard input. Every digest of a "
        "history and every formula of a trace is worked out again; an allocation as a whole with "
        "--programme and --recipients. Exit code 1 if something does not hold.",
        "Einen Plan, eine Sicht darauf, einen Nachweis oder eine Verteilung prüfen.\n\n"
        "FILE ist ein Dokument im Format plan, plan-view, access, trace oder allocation, viele "
        "davon je Zeile (.jsonl, .ndjson, beliebig groß), oder - für die Standardeingabe. Jeder "
        "Hashwert eines Verlaufs und jede Formel eines Nachweises wird nachgerechnet; eine "
        "Verteilung im Ganzen mit --programme und --recipients. Rückgabewert 1, wenn etwas nicht "
        "stimmt.",
    ),
    "head": Wording(
        "The digest of the newest revision as it was noted elsewhere; without it a tail that was "
        "cut off cannot be seen.",
        "Der Hashwert der neuesten Revision, wie er anderswo notiert wurde; ohne ihn fällt ein "
        "abgeschnittenes Ende nicht auf.",
    ),
    "head_of_other": Wording(
        "--head goes with the history of a plan, not with this document ({kind})",
        "--head gehört zum Verlauf eines Plans, nicht zu diesem Dokument ({kind})",
    ),
    "stated_programme": Wording(
        "Work the allocation out again by this programme; goes with --recipients.",
        "Die Verteilung nach diesem Programm nachrechnen; zusammen mit --recipients.",
    ),
    "stated_recipients": Wording(
        "The CSV file of all recipients that were given.",
        "Die CSV-Datei mit allen Empfängern, die angegeben waren.",
    ),
    "half_a_ground": Wording(
        "to work an allocation out again, give both --programme and --recipients",
        "zum Nachrechnen einer Verteilung --programme und --recipients beide angeben",
    ),
    "ground_of_other": Wording(
        "--programme and --recipients go with an allocation, not with this document ({kind})",
        "--programme und --recipients gehören zu einer Verteilung, nicht zu diesem Dokument "
        "({kind})",
    ),
    "lines_alone": Wording(
        "--head, --programme and --recipients go with one document, not with documents by line",
        "--head, --programme und --recipients gehören zu einem Dokument, nicht zu Dokumenten je "
        "Zeile",
    ),
    "all_hold": Wording("all self-consistent", "alle in sich stimmig"),
    "some_fail": Wording("do not hold: {count}", "stimmen nicht: {count}"),
    "in_line": Wording("line {number}", "Zeile {number}"),
    "entry": Wording("entry", "Eintrag"),
    "newest_head": Wording("newest digest", "neuester Hashwert"),
    "trace_holds": Wording(
        "everything in it was worked out again and agrees.",
        "alles darin wurde nachgerechnet und stimmt.",
    ),
    "statement_holds": Wording(
        "the sums agree; explanations worked out again: {count}. The whole is worked out again "
        "with --programme and --recipients.",
        "die Summen stimmen; nachgerechnete Nachweise: {count}. Im Ganzen nachgerechnet wird mit "
        "--programme und --recipients.",
    ),
    "statement_reproduced": Wording(
        "worked out again to the cent (awards: {count}).",
        "auf den Cent nachgerechnet (Zuwendungen: {count}).",
    ),
    "not_reproduced": Wording("what does not agree: {count}", "was nicht stimmt: {count}"),
    "diff": Wording(
        "Say what differs between two states of a plan.\n\n"
        "BEFORE and AFTER are two documents of one plan; or BEFORE alone, with the numbers of two "
        "of its revisions.",
        "Sagen, was sich zwischen zwei Ständen eines Plans unterscheidet.\n\n"
        "BEFORE und AFTER sind zwei Dokumente eines Plans; oder BEFORE allein, mit den Nummern "
        "zweier Revisionen.",
    ),
    "from": Wording(
        "The state after this revision; 0 is the empty state.",
        "Der Stand nach dieser Revision; 0 ist der leere Stand.",
    ),
    "to": Wording(
        "And the state after that one; by default the newest.",
        "Und der Stand nach jener; ohne Angabe der neueste.",
    ),
    "diff_what": Wording(
        "give a second file, or the revision to start from: --from N",
        "eine zweite Datei angeben oder die Revision, von der aus verglichen wird: --from N",
    ),
    "no_revision": Wording(
        "there is no revision {number}; known are 0 to {last}",
        "Revision {number} gibt es nicht; bekannt sind 0 bis {last}",
    ),
    "diff_both": Wording(
        "--from and --to go with one file", "--from und --to gehören zu einer einzelnen Datei"
    ),
    "other_plan": Wording(
        "the files hold two plans with different ids, not two states of one",
        "die Dateien enthalten zwei Pläne mit verschiedenen Kennungen, nicht zwei Stände von einem",
    ),
    "between_revisions": Wording(
        "Plan {id}, revision {older} to {newer}:", "Plan {id}, Revision {older} bis {newer}:"
    ),
    "between_files": Wording("Plan {id}:", "Plan {id}:"),
    "same_history": Wording("the same history.", "derselbe Verlauf."),
    "goes_on": Wording(
        "the second goes on from the first (revisions: +{count}).",
        "der zweite Stand setzt den ersten fort (Revisionen: +{count}).",
    ),
    "falls_short": Wording(
        "the second is an earlier state of the first (revisions: -{count}).",
        "der zweite ist ein früherer Stand des ersten (Revisionen: -{count}).",
    ),
    "parts": Wording(
        "the histories part at revision {number}; they can be merged.",
        "die Verläufe trennen sich bei Revision {number}; sie lassen sich zusammenführen.",
    ),
    "no_difference": Wording("nothing differs.", "kein Unterschied."),
    "view": Wording(
        "Make the view of a plan for one purpose, to be passed on.\n\n"
        "FILE is a plan, or - for standard input. Each group of data needs the legal basis named "
        "here or a consent in the plan; what is not covered is withheld. What is withheld and why "
        "is told on standard error, for whoever makes the view.",
        "Die Sicht auf einen Plan für einen Zweck herstellen, zum Weitergeben.\n\n"
        "FILE ist ein Plan, oder - für die Standardeingabe. Jede Datengruppe braucht die hier "
        "genannte Rechtsgrundlage oder eine Einwilligung im Plan; was nicht gedeckt ist, wird "
        "zurückgehalten. Was zurückgehalten wird und warum, steht auf der Fehlerausgabe, für den, "
        "der die Sicht herstellt.",
    ),
    "purpose": Wording("What it is for; see --purposes.", "Wofür sie ist; siehe --purposes."),
    "purposes": Wording("List the shipped purposes.", "Die mitgelieferten Zwecke auflisten."),
    "view_recipient": Wording("Who gets it.", "Wer sie erhält."),
    "view_day": Wording("The day on which it is made.", "Der Tag, an dem sie hergestellt wird."),
    "legal_basis": Wording(
        "The legal basis in words; goes with --groups.",
        "Die Rechtsgrundlage in Worten; zusammen mit --groups.",
    ),
    "groups": Wording(
        "The data groups that the legal basis covers, joined by commas.",
        "Die Datengruppen, die die Rechtsgrundlage deckt, durch Kommas getrennt.",
    ),
    "special": Wording(
        "The legal basis covers special categories of personal data (Article 9 GDPR).",
        "Die Rechtsgrundlage deckt besondere Kategorien personenbezogener Daten (Art. 9 DSGVO).",
    ),
    "view_output": Wording(
        "Write the view to this new file; by default to standard output.",
        "Die Sicht in diese neue Datei schreiben; sonst auf die Standardausgabe.",
    ),
    "groups_without_basis": Wording(
        "--groups and --special go with --legal-basis",
        "--groups und --special gehören zu --legal-basis",
    ),
    "basis_without_groups": Wording(
        "--legal-basis needs --groups: which data groups it covers",
        "--legal-basis braucht --groups: welche Datengruppen sie deckt",
    ),
    "not_a_number": Wording(
        "write a whole number from {least}", "eine ganze Zahl ab {least} schreiben"
    ),
    "not_names": Wording(
        "write one or more of these, joined by commas: {known}",
        "eines oder mehrere davon schreiben, durch Kommas getrennt: {known}",
    ),
    "view_head": Wording(
        "View ({purpose}) for {recipient}, {day}", "Sicht ({purpose}) für {recipient}, {day}"
    ),
    "view_shown": Wording(
        "entries shown: {shown}; withheld in whole or in part: {held}",
        "gezeigte Einträge: {shown}; ganz oder teilweise zurückgehalten: {held}",
    ),
    "rests_on": Wording("rests on: {basis}", "beruht auf: {basis}"),
    "withheld_here": Wording(
        "Withheld, in full; this list stays here:",
        "Zurückgehalten, vollständig; diese Liste bleibt hier:",
    ),
    "head_of_view": Wording(
        "Digest for the recipient, to be sent another way",
        "Hashwert für den Empfänger, auf anderem Weg zu senden",
    ),
    "written": Wording("Written: {path}", "Geschrieben: {path}"),
    "not_written": Wording(
        "cannot write {path!r}: {reason}", "{path!r} ist nicht schreibbar: {reason}"
    ),
    "exists": Wording("there is such a file already", "es gibt schon eine solche Datei"),
    "no_folder": Wording("there is no such folder", "es gibt keinen solchen Ordner"),
    "validate": Wording(
        "Check documents, and tell everything that is wrong with them.\n\n"
        "FILE is a document in JSON or TOML, of any kind; documents by line (.jsonl, .ndjson, also "
        ".gz or .zst), of any size; a CSV file of recipients, with --programme; or - for standard "
        "input. What a document is, it says itself. Exit code 1 if anything is wrong.",
        "Dokumente prüfen und alles nennen, was an ihnen falsch ist.\n\n"
        "FILE ist ein Dokument in JSON oder TOML, gleich welcher Art; Dokumente je Zeile (.jsonl, "
        ".ndjson, auch .gz oder .zst), beliebig groß; eine CSV-Datei mit Empfängern, zusammen mit "
        "--programme; oder - für die Standardeingabe. Was ein Dokument ist, sagt es selbst. "
        "Rückgabewert 1, wenn etwas falsch ist.",
    ),
    "kind_option": Wording("Expect this kind of document.", "Diese Art von Dokument erwarten."),
    "of_programme": Wording(
        "The programme whose figures the columns of a CSV file are.",
        "Das Programm, dessen Werte die Spalten einer CSV-Datei sind.",
    ),
    "lines_option": Wording(
        "There is one document a line, whatever the file is called.",
        "Je Zeile ein Dokument, wie auch immer die Datei heißt.",
    ),
    "decoder": Wording(
        "Read JSON with this decoder; by default the faster one that is installed. The verdict is "
        "the same.",
        "JSON damit einlesen; ohne Angabe mit dem schnelleren, der installiert ist. Das Ergebnis "
        "ist dasselbe.",
    ),
    "max_problems": Wording(
        "List so many problems of a file, and count the rest; by default {most}.",
        "So viele Probleme einer Datei auflisten, die übrigen zählen; ohne Angabe {most}.",
    ),
    "table_without_programme": Wording(
        "{path}: a CSV file of recipients needs --programme",
        "{path}: eine CSV-Datei mit Empfängern braucht --programme",
    ),
    "documents": Wording("documents: {count}", "Dokumente: {count}"),
    "is_valid": Wording("no problems", "keine Probleme"),
    "has_problems": Wording("problems: {count}", "Probleme: {count}"),
    "more_problems": Wording("and {count} more", "und {count} weitere"),
    "no_zstd": Wording(
        "{path}: for zstd files, install integrationsplan[zstd]",
        "{path}: für zstd-Dateien integrationsplan[zstd] installieren",
    ),
    "migrate": Wording(
        "Bring a document of an older version to the newest.\n\n"
        "FILE is a document in JSON, or - for standard input. The steps are told on standard "
        "error. No file is replaced unless --in-place is given.",
        "Ein Dokument einer älteren Version auf die neueste bringen.\n\n"
        "FILE ist ein Dokument in JSON, oder - für die Standardeingabe. Die Schritte stehen auf "
        "der Fehlerausgabe. Keine Datei wird ersetzt, außer mit --in-place.",
    ),
    "migrate_output": Wording(
        "Write to this new file; by default to standard output.",
        "In diese neue Datei schreiben; sonst auf die Standardausgabe.",
    ),
    "in_place": Wording(
        "Put the new version into the place of the file, whole or not at all.",
        "Die neue Version an die Stelle der Datei setzen, ganz oder gar nicht.",
    ),
    "in_place_alone": Wording(
        "--in-place goes with a file, and not with --output",
        "--in-place gehört zu einer Datei, und nicht zu --output",
    ),
    "migrated": Wording("{path}: {kind}, version {way}", "{path}: {kind}, Version {way}"),
    "not_migrated": Wording(
        "{path}: {kind}, version {version} is the newest; nothing to do",
        "{path}: {kind}, Version {version} ist die neueste; nichts zu tun",
    ),
    "schema": Wording(
        "Print the JSON Schema of a kind of document.\n\n"
        "Titles and descriptions are in the language of --lang, and in the other beside it.",
        "Das JSON Schema einer Art von Dokument ausgeben.\n\n"
        "Titel und Beschreibungen stehen in der Sprache von --lang, und daneben in der anderen.",
    ),
    "dialect": Wording(
        "JSON Schema 2020-12, or draft-07 as form builders want it; by default 2020-12.",
        "JSON Schema 2020-12 oder draft-07, wie Formulargeneratoren es brauchen; ohne Angabe "
        "2020-12.",
    ),
    "ui": Wording(
        "Print the UI schema for JSON Forms in this language instead.",
        "Stattdessen das UI-Schema für JSON Forms in dieser Sprache ausgeben.",
    ),
    "ui_alone": Wording(
        "--ui prints a layout and no schema: it does not go with --dialect",
        "--ui gibt ein Layout aus und kein Schema: es geht nicht zusammen mit --dialect",
    ),
    "schema_list": Wording("List the kinds of documents.", "Die Arten von Dokumenten auflisten."),
}
