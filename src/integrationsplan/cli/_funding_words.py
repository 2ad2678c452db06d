"""What the commands of funding programmes and grants say, in both languages."""

from collections.abc import Mapping

from integrationsplan._language import Wording

FUNDING_WORDS: Mapping[str, Wording] = {
    "programmes": Wording(
        "List the catalogue: funding programmes, rules and general terms.\n\n"
        "A funding programme is what regulations say over its whole life; a rule computes "
        "something of it. --funder, --applicant and --kind choose among funding programmes, and "
        "leave out rules and general terms, which do not say it.",
        "Den Katalog auflisten: Förderprogramme, Regeln und Nebenbestimmungen.\n\n"
        "Ein Förderprogramm ist, was Vorschriften über seine ganze Laufzeit sagen; eine Regel "
        "berechnet etwas davon. --funder, --applicant und --kind wählen unter den "
        "Förderprogrammen und lassen Regeln und Nebenbestimmungen weg, die das nicht sagen.",
    ),
    "show": Wording(
        "Show a funding programme, a rule or general terms, with their sources.\n\n"
        "PROGRAMME is an id of the catalogue or the path of a document. Of a funding programme and "
        "of general terms: everything that the sources say, the numbers over time, and what is "
        "unknown. Of a rule: its formulas in words and its numbers on a day.",
        "Ein Förderprogramm, eine Regel oder Nebenbestimmungen zeigen, mit Quellen.\n\n"
        "PROGRAMME ist eine Kennung des Katalogs oder der Pfad eines Dokuments. Von einem "
        "Förderprogramm und von Nebenbestimmungen: alles, was die Quellen sagen, die Zahlen im "
        "Zeitverlauf, und was nicht bekannt ist. Von einer Regel: ihre Formeln in Worten und ihre "
        "Zahlen an einem Tag.",
    ),
    "show_on": Wording(
        "Show only what holds on this day (YYYY-MM-DD). By default a rule is shown as on the first "
        "day of the edition named, or today or its day nearest to that, and the others whole.",
        "Nur zeigen, was an diesem Tag gilt (JJJJ-MM-TT). Ohne Angabe steht eine Regel wie am "
        "ersten Tag der genannten Fassung, sonst wie heute oder am nächstliegenden Tag; die "
        "anderen stehen ganz da.",
    ),
    "kind_shown": Wording(
        "Show this kind of document, where several have the id.",
        "Diese Art von Dokument zeigen, wo mehrere die Kennung haben.",
    ),
    "edition_of_rule": Wording(
        "--edition goes with a rule, not with this document ({kind})",
        "--edition gehört zu einer Regel, nicht zu diesem Dokument ({kind})",
    ),
    "of_jurisdiction": Wording(
        "Only the law of this jurisdiction: a Land such as 08, or de for the federation.",
        "Nur das Recht dieses Rechtsraums: ein Land wie 08, oder de für den Bund.",
    ),
    "in_force_on": Wording(
        "Only what is in force on this day (YYYY-MM-DD).",
        "Nur was an diesem Tag gilt (JJJJ-MM-TT).",
    ),
    "of_funder": Wording(
        "Only funding programmes whose funders have this text in their name or id.",
        "Nur Förderprogramme, deren Mittelgeber diesen Text im Namen oder in der Kennung haben.",
    ),
    "of_applicant": Wording(
        "Only funding programmes for which these may apply: {codes}.",
        "Nur Förderprogramme, bei denen diese antragsberechtigt sind: {codes}.",
    ),
    "of_financing": Wording(
        "Only funding programmes that pay in this way: {codes}.",
        "Nur Förderprogramme mit dieser Finanzierungsart: {codes}.",
    ),
    "rules_only": Wording("List the rules alone.", "Nur die Regeln auflisten."),
    "rules_alone": Wording(
        "--rules does not go with --funder, --applicant and --kind: rules do not say it",
        "--rules geht nicht zusammen mit --funder, --applicant und --kind: Regeln sagen das nicht",
    ),
    "not_a_jurisdiction": Wording(
        "write a Land such as 08 (01 to 16), or a country such as de",
        "ein Land wie 08 (01 bis 16) oder einen Staat wie de schreiben",
    ),
    "funding_programmes": Wording("Funding programmes", "Förderprogramme"),
    "general_terms": Wording("General terms", "Nebenbestimmungen"),
    "nothing_fits": Wording(
        "nothing in the catalogue fits", "im Katalog ist nichts, was dazu passt"
    ),
    "financing": Wording("financing", "Finanzierungsart"),
    "law_of": Wording("Law of: {code}", "Rechtsraum: {code}"),
    "runs": Wording("Runs: {period}", "Laufzeit: {period}"),
    "financed_as": Wording("Financing: {kind}", "Finanzierungsart: {kind}"),
    "only_on": Wording("Only what holds on {day}", "Nur was am {day} gilt"),
    "runs_not": Wording(
        "the programme is not in force on this day", "das Programm gilt an diesem Tag nicht"
    ),
    "norms": Wording("Legal basis", "Rechtsgrundlagen"),
    "funders": Wording("Who pays", "Wer zahlt"),
    "bodies": Wording("Bodies", "Stellen"),
    "budget": Wording("Budget", "Haushalt"),
    "aims": Wording("Purposes", "Zwecke"),
    "applicants": Wording("Who may apply", "Antragsberechtigte"),
    "costs": Wording("Costs", "Ausgaben"),
    "duties": Wording("Duties", "Pflichten"),
    "parameters": Wording("Numbers over time", "Zahlen im Zeitverlauf"),
    "amendments": Wording("Amendments", "Änderungen"),
    "deadlines": Wording("Deadlines", "Fristen"),
    "relations": Wording("Other programmes", "Andere Programme"),
    "rules_used": Wording("Rules that compute", "Regeln, die rechnen"),
    "beside": Wording("Applies beside it", "Gilt daneben"),
    "unknowns": Wording("Unknown", "Nicht bekannt"),
    "sources": Wording("Sources", "Quellen"),
    "reviewed": Wording(
        "Last compared with the sources on {day}.", "Zuletzt mit den Quellen verglichen am {day}."
    ),
    "at_most": Wording("at most", "höchstens"),
    "own_money": Wording("own money", "Eigenmittel"),
    "not_eligible": Wording("not funded", "nicht gefördert"),
    "since_day": Wording("from {day}", "ab {day}"),
    "known_since": Wording("known from {day}", "bekannt ab {day}"),
    "issued": Wording("issued on {day}", "erlassen am {day}"),
    "not_stated": Wording("not stated", "nicht genannt"),
    "worked_out": Wording("worked out", "errechnet"),
    "rest_of_those": Wording(
        "left for those that are not stated (worked out)",
        "Rest für die nicht genannten (errechnet)",
    ),
    "spent_by": Wording("spent by {programme}", "verausgabt durch {programme}"),
    "reads": Wording("see number {name}", "siehe Zahl {name}"),
    "not_in_catalogue": Wording("not in the catalogue", "nicht im Katalog"),
    "from_day": Wording("from", "von"),
    "to_day": Wording("to", "bis"),
    "known_from": Wording("known from", "bekannt ab"),
    "note": Wording("note", "Anmerkung"),
    "line": Wording("line", "Posten"),
    "period_head": Wording("period", "Zeitraum"),
    "day": Wording("day", "Tag"),
    "what": Wording("what", "was"),
    "about": Wording("text", "Text"),
    "apply": Wording(
        "Check an application, and compute what the rule of the award grants for it.\n\n"
        "PROGRAMME is a funding programme: an id of the catalogue or the path of a document. FILE "
        "is a document of format application, in JSON or TOML, or - for standard input. Exit code "
        "1 if something speaks against the application: a finding marked with !, or no award can "
        "be computed.",
        "Einen Antrag prüfen und berechnen, was die Regel der Zuwendung dafür ergibt.\n\n"
        "PROGRAMME ist ein Förderprogramm: eine Kennung des Katalogs oder der Pfad eines "
        "Dokuments. FILE ist ein Dokument im Format application, in JSON oder TOML, oder - für die "
        "Standardeingabe. Rückgabewert 1, wenn etwas gegen den Antrag spricht: ein Hinweis mit ! "
        "oder eine Zuwendung, die sich nicht berechnen lässt.",
    ),
    "settle": Wording(
        "Settle a grant by its proof of use: what is owed, what goes back.\n\n"
        "PROGRAMME is a funding programme: an id of the catalogue or the path of a document. The "
        "files are documents of format grant, application and proof-of-use, in JSON or TOML. "
        "Nothing is recorded unless --record is given.",
        "Eine Zuwendung nach dem Verwendungsnachweis abrechnen: was zusteht, was zurückgeht.\n\n"
        "PROGRAMME ist ein Förderprogramm: eine Kennung des Katalogs oder der Pfad eines "
        "Dokuments. Die Dateien sind Dokumente im Format grant, application und proof-of-use, in "
        "JSON oder TOML. Erfasst wird nichts, außer mit --record.",
    ),
    "due": Wording(
        "List the deadlines of a grant from one day to another.\n\n"
        "PROGRAMME is a funding programme: an id of the catalogue or the path of a document.",
        "Die Fristen einer Zuwendung von einem Tag bis zu einem anderen auflisten.\n\n"
        "PROGRAMME ist ein Förderprogramm: eine Kennung des Katalogs oder der Pfad eines "
        "Dokuments.",
    ),
    "law_day": Wording(
        "Day whose law applies (YYYY-MM-DD); by default the first day of the period.",
        "Tag, dessen Recht gilt (JJJJ-MM-TT); ohne Angabe der erste Tag des Zeitraums.",
    ),
    "award_rule": Wording(
        "Compute by this rule: an id of the catalogue or the path of a document; by default the "
        "rule of the award that the programme names for the day.",
        "Nach dieser Regel rechnen: eine Kennung des Katalogs oder der Pfad eines Dokuments; ohne "
        "Angabe die Regel der Zuwendung, die das Programm für den Tag nennt.",
    ),
    "more_terms": Wording(
        "General terms that apply too: an id of the catalogue or the path of a document (may be "
        "given several times).",
        "Nebenbestimmungen, die auch gelten: eine Kennung des Katalogs oder der Pfad eines "
        "Dokuments (mehrfach möglich).",
    ),
    "explain_award": Wording("Explain the award.", "Die Zuwendung erklären."),
    "grant_file": Wording("The grant with its events.", "Die Zuwendung mit ihren Vorgängen."),
    "application_file": Wording("What was applied for.", "Was beantragt war."),
    "proof_file": Wording("The proof of use.", "Der Verwendungsnachweis."),
    "notice_day": Wording(
        "The day of the final notice; by default today.",
        "Der Tag des Schlussbescheids; ohne Angabe heute.",
    ),
    "pay_by": Wording(
        "By when what goes back is to be paid.", "Bis wann zu zahlen ist, was zurückgeht."
    ),
    "record_grant": Wording(
        "Write the grant with the final notice recorded to this new file.",
        "Die Zuwendung mit dem erfassten Schlussbescheid in diese neue Datei schreiben.",
    ),
    "first_day": Wording("The first day.", "Der erste Tag."),
    "last_day": Wording("The last day.", "Der letzte Tag."),
    "from_after_to": Wording(
        "--from lies after --to; exchange the days", "--from liegt nach --to; die Tage tauschen"
    ),
    "no_funding": Wording(
        "no funding programme of the catalogue and no file is named {name!r}{hint}",
        "kein Förderprogramm des Katalogs und keine Datei heißt {name!r}{hint}",
    ),
    "no_terms": Wording(
        "no general terms of the catalogue and no file are named {name!r}{hint}",
        "keine Nebenbestimmungen des Katalogs und keine Datei heißen {name!r}{hint}",
    ),
    "terms_not_there": Wording(
        "the programme names general terms that the catalogue does not have ({name}); give them "
        "with --terms FILE",
        "das Programm nennt Nebenbestimmungen, die der Katalog nicht hat ({name}); sie mit "
        "--terms FILE angeben",
    ),
    "rule_not_there": Wording(
        "the programme names a rule that the catalogue does not have ({name}); give it with "
        "--rule FILE",
        "das Programm nennt eine Regel, die der Katalog nicht hat ({name}); sie mit --rule FILE "
        "angeben",
    ),
    "nothing_named": Wording(
        "nothing in the catalogue and no file is named {name!r}{hint}",
        "nichts im Katalog und keine Datei heißt {name!r}{hint}",
    ),
    "applied": Wording(
        "Application {id} of {applicant}, received on {received}, for {period}",
        "Antrag {id} von {applicant}, eingegangen am {received}, für {period}",
    ),
    "no_findings": Wording(
        "Nothing speaks against the application.", "Nichts spricht gegen den Antrag."
    ),
    "no_rule": Wording(
        "No award computed: the programme names no rule of the award for {day}.",
        "Keine Zuwendung berechnet: Für den {day} nennt das Programm keine Regel der Zuwendung.",
    ),
    "award_is": Wording(
        "Award by the rule {rule}, law of {day}: {amount}",
        "Zuwendung nach der Regel {rule}, Recht vom {day}: {amount}",
    ),
    "in_all": Wording("for the whole period: {amount}", "für den ganzen Zeitraum: {amount}"),
    "award_excluded": Wording(
        "Award by the rule {rule}, law of {day}: none",
        "Zuwendung nach der Regel {rule}, Recht vom {day}: keine",
    ),
    "no_award": Wording(
        "The award cannot be computed by the rule {rule}:",
        "Die Zuwendung lässt sich nach der Regel {rule} nicht berechnen:",
    ),
    "rests": Wording("rests on: {source}", "beruht auf: {source}"),
    "settled": Wording(
        "Settlement of the grant {grant} by the proof of use {proof}",
        "Abrechnung der Zuwendung {grant} nach dem Verwendungsnachweis {proof}",
    ),
    "ledger_before": Wording("Before the settlement", "Vor der Abrechnung"),
    "ledger_after": Wording("After the final notice", "Nach dem Schlussbescheid"),
    "to_record": Wording("To be recorded on {day}", "Zu erfassen am {day}"),
    "is_interim": Wording(
        "An interim proof of use: there is no final notice to record.",
        "Ein Zwischennachweis: Es ist kein Schlussbescheid zu erfassen.",
    ),
    "interim_alone": Wording(
        "--record needs the final proof of use; this is an interim one",
        "--record braucht den abschließenden Verwendungsnachweis; dies ist ein Zwischennachweis",
    ),
    "notice_before_proof": Wording(
        "--notice: the final notice lies before the day on which the proof of use came in; give a "
        "later day",
        "--notice: der Schlussbescheid liegt vor dem Tag, an dem der Verwendungsnachweis einging; "
        "einen späteren Tag angeben",
    ),
    "pay_by_before_notice": Wording(
        "--pay-by lies before the final notice; give a later day",
        "--pay-by liegt vor dem Schlussbescheid; einen späteren Tag angeben",
    ),
    "recording": Wording("{path} with the final notice", "{path} mit dem Schlussbescheid"),
    "no_deadlines": Wording(
        "no deadline from {first} to {last}", "keine Frist vom {first} bis zum {last}"
    ),
    "far_day": Wording(
        "a deadline lies outside the years 1 to 9999; correct the days",
        "eine Frist liegt außerhalb der Jahre 1 bis 9999; die Tage berichtigen",
    ),
}
