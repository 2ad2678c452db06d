"""What the command of monitoring says, in both languages."""

from collections.abc import Mapping

from integrationsplan._language import Wording

MONITORING_WORDS: Mapping[str, Wording] = {
    "monitor": Wording(
        "Count plans for indicators.\n\n"
        "FILE is a document of format plan, many of them by line (.jsonl, .ndjson, of any size), "
        "or - for standard input. Figures stay in the house until they are protected with --least: "
        "they show small counts, and the JSON names the records that lack something.",
        "Pläne für Indikatoren zählen.\n\n"
        "FILE ist ein Dokument im Format plan, viele davon je Zeile (.jsonl, .ndjson, beliebig "
        "groß), oder - für die Standardeingabe. Die Werte bleiben im Haus, bis sie mit --least "
        "geschützt sind: Sie zeigen kleine Anzahlen, und das JSON nennt die Datensätze, denen "
        "etwas fehlt.",
    ),
    "indicator_option": Wording(
        "An indicator, or a family of them; may be repeated. By default bw-im-6.2 and plan.",
        "Ein Indikator oder eine Familie von Indikatoren; mehrfach möglich. Ohne Angabe bw-im-6.2 "
        "und plan.",
    ),
    "by_option": Wording(
        "Group by sex, age-group, body, region or counsellor; may be repeated.",
        "Gliedern nach sex, age-group, body, region oder counsellor; mehrfach möglich.",
    ),
    "as_of_option": Wording(
        "Until which day to look; by default the last.",
        "Bis zu welchem Tag hingesehen wird; ohne Angabe bis zum letzten.",
    ),
    "alive_option": Wording(
        "After so many months without anything a plan is dead.",
        "Nach so vielen Monaten ohne Vorgang ist ein Plan eine Karteileiche.",
    ),
    "term_option": Wording(
        "So many months counselling lasts at most.",
        "So viele Monate dauert die Beratung höchstens.",
    ),
    "posts_option": Wording(
        "A grant whose posts counsel, for the caseload; may be repeated.",
        "Eine Zuwendung, deren Stellen beraten, für die Fallzahl; mehrfach möglich.",
    ),
    "report_id": Wording(
        "The id of the report; by default 'report'.",
        "Die Kennung des Berichts; ohne Angabe „report“.",
    ),
    "report_title": Wording("What the report is called.", "Wie der Bericht heißt."),
    "least_option": Wording(
        "Show no count below this number, and none that would give it away.",
        "Keine Anzahl unter dieser Zahl zeigen und keine, aus der sie folgte.",
    ),
    "round_option": Wording(
        "Round each figure to a multiple of this number.",
        "Jeden Wert auf ein Vielfaches dieser Zahl runden.",
    ),
    "lacking_option": Wording(
        "List the records that lack something, too; not with --least or --round.",
        "Auch die Datensätze nennen, denen etwas fehlt; nicht mit --least oder --round.",
    ),
    "file_twice": Wording(
        "a file is named twice: each plan is counted as often as it is there",
        "eine Datei ist zweimal genannt: Jeder Plan zählt so oft, wie er da ist",
    ),
    "lacking_protected": Wording(
        "--lacking names records, and does not go with --least and --round",
        "--lacking nennt Datensätze und geht nicht zusammen mit --least und --round",
    ),
    "period_head": Wording(
        "{first} to {last}, plans: {plans}", "{first} bis {last}, Pläne: {plans}"
    ),
    "period_head_bare": Wording("{first} to {last}", "{first} bis {last}"),
    "indicator": Wording("indicator", "Indikator"),
    "in_group": Wording("group", "Gruppe"),
    "of": Wording("of", "von"),
    "lacking": Wording("lacking", "ohne Angabe"),
    "undecided": Wording("undecided", "noch offen"),
    "status": Wording("status", "Aussagekraft"),
    "fact": Wording("fact", "Angabe"),
    "number": Wording("records", "Datensätze"),
    "records_named": Wording("among them", "darunter"),
    "lacking_table": Wording(
        "--lacking goes with --format table; the JSON names the records anyway",
        "--lacking gehört zu --format table; das JSON nennt die Datensätze ohnehin",
    ),
    "looked_until": Wording("looked at until {day}", "betrachtet bis {day}"),
    "dead_after": Wording(
        "dead after months without anything: {months}",
        "Karteileiche nach Monaten ohne Vorgang: {months}",
    ),
    "longest_term": Wording("longest term in months: {months}", "Höchstdauer in Monaten: {months}"),
    "some_erased": Wording(
        "plans of which something is erased: {count}", "Pläne, in denen etwas gelöscht ist: {count}"
    ),
    "by_sex": Wording("sex", "Geschlecht"),
    "by_age-group": Wording("age at entry", "Alter bei Eintritt"),
    "by_body": Wording("body", "Körperschaft"),
    "by_region": Wording("region", "Gebiet"),
    "by_counsellor": Wording("counsellor", "Fachkraft"),
    "by_topic": Wording("topic", "Thema"),
    "by_field": Wording("field", "Feld"),
    "by_outcome": Wording("outcome", "Ergebnis"),
    "by_proof": Wording("proof", "Nachweis"),
    "by_figure": Wording("figure", "Größe"),
    "group_total": Wording("total", "Summe"),
    "group_unknown": Wording("unknown", "unbekannt"),
    "group_proven": Wording("proven", "nachgewiesen"),
    "group_without-proof": Wording("without proof", "ohne Nachweis"),
    "group_before-start": Wording("before the start", "vor Beginn"),
    "group_open": Wording("open", "offen"),
    "group_withdrawn": Wording("withdrawn", "zurückgenommen"),
    "group_plans": Wording("open plans", "offene Pläne"),
    "group_fte": Wording("full-time posts", "Vollzeitstellen"),
    "group_plans-per-fte": Wording("plans per full-time post", "Pläne je Vollzeitstelle"),
    "group_median-days": Wording("median in days", "Median in Tagen"),
}
