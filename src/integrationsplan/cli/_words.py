"""What the command line says, in both languages."""

from collections.abc import Mapping, Sequence

from integrationsplan._language import Language, Wording
from integrationsplan.cli._document_words import DOCUMENT_WORDS
from integrationsplan.cli._funding_words import FUNDING_WORDS
from integrationsplan.cli._monitoring_words import MONITORING_WORDS
from integrationsplan.errors import UnknownNameError

WORDS: Mapping[str, Wording] = {
    **DOCUMENT_WORDS,
    **FUNDING_WORDS,
    **MONITORING_WORDS,
    "group": Wording(
        "Integration plans and the funding programmes of integration management.",
        "Integrationspläne und die Förderprogramme des Integrationsmanagements.",
    ),
    "allocate": Wording(
        "Compute who gets how much, and why.\n\n"
        "PROGRAMME is an id of the catalogue or the path of a programme document (TOML or JSON). "
        "RECIPIENTS is a CSV file, or - for standard input, with a header row: key, perhaps name, "
        "kind and parent; every further column is a figure under its name. Comma, semicolon or "
        "tab; with or without byte order mark.",
        "Berechnen, wer wie viel erhält, und warum.\n\n"
        "PROGRAMME ist eine Kennung des Katalogs oder der Pfad eines Programmdokuments (TOML oder "
        "JSON). RECIPIENTS ist eine CSV-Datei, oder - für die Standardeingabe, mit Kopfzeile: "
        "key, dazu name, kind und parent, wenn vorhanden; jede weitere Spalte ist ein Wert unter "
        "seinem Namen. Komma, Semikolon oder Tabulator; mit oder ohne Byte-Reihenfolge-Marke.",
    ),
    "compare": Wording(
        "Compare rules for the same recipients: who gets more, who gets less.\n\n"
        "RECIPIENTS is a CSV file as for allocate. RULE is a programme, as an id of the catalogue "
        "or the path of a programme document, perhaps with an edition after @; @EDITION alone is "
        "one of the first programme. The first rule is what the others are compared with.",
        "Regeln für dieselben Empfänger vergleichen: wer mehr erhält, wer weniger.\n\n"
        "RECIPIENTS ist eine CSV-Datei wie bei allocate. RULE ist ein Programm, als Kennung des "
        "Katalogs oder Pfad eines Programmdokuments, auf Wunsch mit einer Fassung nach @; "
        "@EDITION allein meint eine des ersten Programms. Mit der ersten Regel werden die anderen "
        "verglichen.",
    ),
    "difference": Wording("difference", "Unterschied"),
    "change": Wording(
        "{label}: {total} in all; more: {winners}, less: {losers}, the same: {unchanged}",
        "{label}: insgesamt {total}; mehr: {winners}, weniger: {losers}, gleich: {unchanged}",
    ),
    "on": Wording(
        "Day whose law applies (YYYY-MM-DD). By default the first day of the edition named, or "
        "today; where the programme is not in force then, its day nearest to that.",
        "Tag, dessen Recht gilt (JJJJ-MM-TT). Ohne Angabe der erste Tag der genannten Fassung oder "
        "heute; gilt das Programm dann nicht, sein nächstliegender Tag.",
    ),
    "edition": Wording(
        "Use this named edition of the numbers.", "Diese benannte Fassung der Zahlen verwenden."
    ),
    "set": Wording(
        "Give a figure of the level above all recipients, such as a pot: pot=500000000.",
        "Einen Wert der Ebene über allen Empfängern angeben, etwa einen Topf: pot=500000000.",
    ),
    "records": Wording(
        "Give the records of an upper level from a CSV file: district=districts.csv.",
        "Die Datensätze einer oberen Ebene aus einer CSV-Datei angeben: district=kreise.csv.",
    ),
    "period": Wording(
        "The period paid for, as first and last day: 2018-01-01/2018-12-31.",
        "Der bezahlte Zeitraum, als erster und letzter Tag: 2018-01-01/2018-12-31.",
    ),
    "not_records": Wording(
        "{value!r} is not LEVEL=FILE, or gives a level twice",
        "{value!r} ist nicht EBENE=DATEI oder nennt eine Ebene zweimal",
    ),
    "format": Wording("How to write the result.", "Wie das Ergebnis ausgegeben wird."),
    "explain": Wording(
        "Explain the award of this recipient (may be given several times).",
        "Die Zuwendung dieses Empfängers erklären (mehrfach möglich).",
    ),
    "lang": Wording("Language: de or en.", "Sprache: de oder en."),
    "decimal_comma": Wording(
        "Numbers in CSV are written as in German: 1.234,56.",
        "Zahlen in CSV stehen in deutscher Schreibweise: 1.234,56.",
    ),
    "help": Wording("Show this message and exit.", "Diese Hilfe zeigen."),
    "version": Wording("Show the version and exit.", "Die Version zeigen."),
    "not_a_day": Wording(
        "{value!r} is no date; write YYYY-MM-DD", "{value!r} ist kein Datum; JJJJ-MM-TT schreiben"
    ),
    "not_a_setting": Wording(
        "{value!r} is no setting; write FIGURE=VALUE", "{value!r}: FIGURE=WERT schreiben"
    ),
    "unknown_setting": Wording(
        "--set {name!r}: the programme has no such figure above all recipients; it has: {known}",
        "--set {name!r}: keinen solchen Wert hat das Programm über allen Empfängern, nur: {known}",
    ),
    "repeated_setting": Wording("--set {name}: given twice", "--set {name}: zweimal angegeben"),
    "edition_word": Wording("edition", "Fassung"),
    "bad_option": Wording(
        "option {name}: its value is missing, or it takes none",
        "Option {name}: ihr Wert fehlt, oder sie hat keinen",
    ),
    "extra_words": Wording(
        "the command has more words than it takes", "der Befehl hat mehr Wörter, als er kennt"
    ),
    "no_output": Wording(
        "the output cannot be written", "die Ausgabe kann nicht geschrieben werden"
    ),
    "bad_setting": Wording("--set {name}: {reason}", "--set {name}: {reason}"),
    "needed_setting": Wording(
        "the programme needs --set {name}=VALUE ({label}, in {unit})",
        "das Programm braucht --set {name}=WERT ({label}, in {unit})",
    ),
    "explain_csv": Wording(
        "--explain goes with --format table or json", "--explain geht mit --format table oder json"
    ),
    "no_file": Wording("cannot read {path!r}: {reason}", "{path!r} ist nicht lesbar: {reason}"),
    "not_found": Wording("no such file", "keine solche Datei"),
    "is_folder": Wording("it is a folder", "das ist ein Ordner"),
    "forbidden": Wording("no permission", "keine Berechtigung"),
    "unreadable": Wording("the system refused", "das System hat es verweigert"),
    "no_programme": Wording(
        "no programme of the catalogue and no file is named {name!r}{hint}",
        "kein Programm des Katalogs und keine Datei heißt {name!r}{hint}",
    ),
    "no_name": Wording(
        "there is no {kind} named {name!r}{hint}", "{name!r} gibt es nicht ({kind}){hint}"
    ),
    "did_you_mean": Wording("; did you mean {names}?", "; gemeint: {names}?"),
    "known_are": Wording("; known are {names}", "; bekannt sind {names}"),
    "internal": Wording(
        "an error of the program itself ({kind}); please report it with the command",
        "ein Fehler des Programms selbst ({kind}); bitte mit dem Befehl melden",
    ),
    "error": Wording("Error", "Fehler"),
    "usage": Wording("Usage: ", "Aufruf: "),
    "try_help": Wording("Try '{command} --help'.", "Hilfe: '{command} --help'."),
    "options": Wording("[OPTIONS]", "[OPTIONEN]"),
    "command": Wording("COMMAND [ARGS]...", "BEFEHL [ANGABEN]..."),
    "required": Wording("required", "nötig"),
    "head_options": Wording("Options", "Optionen"),
    "head_commands": Wording("Commands", "Befehle"),
    "missing_argument": Wording("argument {name} is missing", "Angabe {name} fehlt"),
    "missing_option": Wording("option {name} is missing", "Option {name} fehlt"),
    "no_option": Wording("there is no option {name}", "die Option {name} gibt es nicht"),
    "no_command": Wording(
        "there is no command {name!r}{hint}", "den Befehl {name!r} gibt es nicht{hint}"
    ),
    "bad_parameter": Wording("{name}: {reason}", "{name}: {reason}"),
    "bad_choice": Wording("{name}: choose one of {choices}", "{name}: eines von {choices} wählen"),
    "id": Wording("programme", "Programm"),
    "title": Wording("title", "Titel"),
    "validity": Wording("valid", "gültig"),
    "jurisdiction": Wording("jurisdiction", "Geltungsbereich"),
    "figure": Wording("figure", "Wert"),
    "unit": Wording("unit", "Einheit"),
    "level": Wording("level", "Ebene"),
    "parameter": Wording("parameter", "Parameter"),
    "value": Wording("value", "Wert"),
    "since": Wording("since", "seit"),
    "basis": Wording("basis", "Grundlage"),
    "source": Wording("source", "Quelle"),
    "rules": Wording("Rules", "Regeln"),
    "conditions": Wording("Conditions", "Bedingungen"),
    "payers": Wording("Paid by", "Gezahlt von"),
    "tranches": Wording("Paid in", "Gezahlt in"),
    "output": Wording("output", "Ausgabe"),
    "record": Wording("record", "Datensatz"),
    "amount": Wording("amount", "Betrag"),
    "recipient": Wording("recipient", "Empfänger"),
    "award": Wording("award", "Zuwendung"),
    "findings": Wording("findings", "Hinweise"),
    "total": Wording("total", "Summe"),
    "pot": Wording("pot", "Topf"),
    "residue": Wording("left in the pot", "Rest im Topf"),
    "more_findings": Wording(
        "and {count} more, see --format json", "und {count} weitere, siehe --format json"
    ),
    "rows": Wording("{count} rows", "{count} Zeilen"),
    "not_in_force": Wording("not in force on this day", "an diesem Tag nicht in Kraft"),
    "day_edition": Wording("day {day}, edition {edition}", "Tag {day}, Fassung {edition}"),
    "day_only": Wording("day {day}", "Tag {day}"),
}


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language asked for by ``--lang``, or by the environment, or English."""
    for index, word in enumerate(arguments):
        if word == "--lang" and index + 1 < len(arguments):
            return "de" if arguments[index + 1] == "de" else "en"
        if word.startswith("--lang="):
            return "de" if word == "--lang=de" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "de" if environment[name].startswith("de") else "en"
    return "en"


def hint_for(error: UnknownNameError, language: Language) -> str:
    """Name the names that were perhaps meant."""
    names = error.close or error.known[:10]
    if not names:
        return ""
    words = WORDS["did_you_mean" if error.close else "known_are"].in_language(language)
    return words.format(names=", ".join(names))
