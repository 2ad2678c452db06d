"""Kinds of problems of programme documents, of recipients and of their evaluation."""

from integrationsplan._language import Wording as W
from integrationsplan.problems import ProblemKind

UNKNOWN_NAME = ProblemKind(
    "unknown_name",
    found=W("the name {name}, which is not declared", "der Name {name}, der nicht vereinbart ist"),
    allowed=W("a declared name{close}", "ein vereinbarter Name{close}"),
    remedy=W("Declare it or correct the spelling.", "Vereinbaren oder die Schreibung berichtigen."),
)
NAME_TAKEN = ProblemKind(
    "name_taken",
    found=W("the name {name} a second time", "der Name {name} ein zweites Mal"),
    allowed=W(
        "one meaning a name; reserved are {reserved}",
        "eine Bedeutung je Name; vorbehalten sind {reserved}",
    ),
    remedy=W("Rename one of them.", "Eines umbenennen."),
)
NEVER_USED = ProblemKind(
    "never_used",
    found=W("the name {name}, which nothing uses", "der Name {name}, den nichts benutzt"),
    allowed=W("names that are used", "benutzte Namen"),
    remedy=W("Use it or remove it.", "Benutzen oder entfernen."),
)
CYCLE = ProblemKind(
    "cycle",
    found=W("rules that need each other: {names}", "Regeln, die einander brauchen: {names}"),
    allowed=W("rules without a circle", "Regeln ohne Kreis"),
    remedy=W("Break the circle.", "Den Kreis auflösen."),
)
TOO_DEEP = ProblemKind(
    "too_deep",
    found=W("nodes more than {most} levels deep", "Knoten tiefer als {most} Ebenen"),
    allowed=W("at most {most} levels", "höchstens {most} Ebenen"),
    remedy=W("Give inner nodes names of their own.", "Inneren Knoten eigene Namen geben."),
)
UNKNOWN_LEVEL = ProblemKind(
    "unknown_level",
    found=W(
        "the level {name}, which is not declared", "die Ebene {name}, die nicht vereinbart ist"
    ),
    allowed=W("one of {levels}", "eine von {levels}"),
    remedy=W("Declare the level or correct it.", "Die Ebene vereinbaren oder berichtigen."),
)
UNKNOWN_UNIT = ProblemKind(
    "unknown_unit",
    found=W("a unit that is not known", "eine unbekannte Einheit"),
    allowed=W("products and quotients of {units}", "Produkte und Quotienten von {units}"),
    remedy=W("Use known units.", "Bekannte Einheiten verwenden."),
)
UNLIKE_UNITS = ProblemKind(
    "unlike_units",
    found=W("operands in {units}", "Operanden in {units}"),
    allowed=W("operands of one unit", "Operanden einer Einheit"),
    remedy=W(
        "Multiply or divide until the units agree.",
        "Malnehmen oder teilen, bis die Einheiten übereinstimmen.",
    ),
)
SORTS = {
    "quantity": W("number with a unit", "Zahl mit Einheit"),
    "date": W("date", "Datum"),
    "code": W("code", "Code"),
    "truth": W("yes or no", "Ja oder Nein"),
}
"""What expressions can be."""

WRONG_SORT = ProblemKind(
    "wrong_sort",
    found=W("an operand of the sort: {found}", "ein Operand der Art: {found}"),
    allowed=W("{allowed}", "{allowed}"),
    remedy=W("Put an operand of that sort here.", "Einen Operanden dieser Art einsetzen."),
)
WRONG_UNIT = ProblemKind(
    "wrong_unit",
    found=W("a result in {found}", "ein Ergebnis in {found}"),
    allowed=W("the declared unit {allowed}", "die angegebene Einheit {allowed}"),
    remedy=W("Correct the formula or the unit.", "Die Formel oder die Einheit berichtigen."),
)
DIFFERENT_BRANCHES = ProblemKind(
    "different_branches",
    found=W(
        "records of {levels}, of which none lies below the other",
        "Datensätze von {levels}, von denen keine unter der anderen liegt",
    ),
    allowed=W("levels on one line", "Ebenen auf einer Linie"),
    remedy=W("Total one of them first.", "Eine davon zuerst aufsummieren."),
)
NOT_UPWARDS = ProblemKind(
    "not_upwards",
    found=W("{per}, which does not lie above {level}", "{per}, das nicht über {level} liegt"),
    allowed=W("a level above", "eine Ebene darüber"),
    remedy=W("Name a level above.", "Eine Ebene darüber nennen."),
)
NOT_ROUNDED = ProblemKind(
    "not_rounded",
    found=W("an amount that is not rounded", "ein Betrag, der nicht gerundet ist"),
    allowed=W("multiples of {step} {unit}", "Vielfache von {step} {unit}"),
    remedy=W("Put round or split around it.", "Mit round oder split umschließen."),
)
WRONG_LEVEL = ProblemKind(
    "wrong_level",
    found=W("a value of level {found}", "ein Wert der Ebene {found}"),
    allowed=W("level {allowed}", "Ebene {allowed}"),
    remedy=W(
        "Use total, count or a figure of that level.",
        "total, count oder einen Wert dieser Ebene verwenden.",
    ),
)
LOOKS_ACROSS = ProblemKind(
    "looks_across",
    found=W(
        "an excluding condition that reads other records",
        "eine ausschließende Bedingung, die andere Datensätze liest",
    ),
    allowed=W(
        "what the record itself, those above and those below it hold",
        "was der Datensatz selbst, die darüber und die darunter enthalten",
    ),
    remedy=W("Use effect zero or notice.", "Die Wirkung zero oder notice verwenden."),
)
LITERAL_OF_THE_LAW = ProblemKind(
    "literal_of_the_law",
    found=W("a number other than 0 and 1 in a rule", "eine andere Zahl als 0 und 1 in einer Regel"),
    allowed=W("0 or 1", "0 oder 1"),
    remedy=W("Make it a parameter with its citation.", "Als Parameter mit Quelle angeben."),
)
STEP_NOT_POSITIVE = ProblemKind(
    "step_not_positive",
    found=W("a step that is not above zero", "ein Schritt, der nicht über null liegt"),
    allowed=W("a step above zero", "ein Schritt über null"),
    remedy=W("Give a step such as '0.01' or '1'.", "Einen Schritt wie '0.01' oder '1' angeben."),
)
NEEDS_LOOK_UP = ProblemKind(
    "needs_look_up",
    found=W(
        "the parameter {name}, a table, as a bare name",
        "der Parameter {name}, eine Tabelle, als bloßer Name",
    ),
    allowed=W("look_up with by", "look_up mit by"),
    remedy=W("Say by what its row is found.", "Angeben, wonach die Zeile gefunden wird."),
)
NO_TABLE = ProblemKind(
    "no_table",
    found=W(
        "by, for a parameter without table or bands",
        "by, bei einem Parameter ohne table oder bands",
    ),
    allowed=W("a parameter with table or bands", "ein Parameter mit table oder bands"),
    remedy=W("Leave out by.", "by weglassen."),
)
BY_OR_AMONG = ProblemKind(
    "by_or_among",
    found=W("both or neither of by and among", "by und among, oder keines von beiden"),
    allowed=W("one of them", "eines davon"),
    remedy=W("Keep one.", "Eines angeben."),
)
NO_PARAMETER = ProblemKind(
    "no_parameter",
    found=W("{name}, which is no parameter", "{name}, das kein Parameter ist"),
    allowed=W("the name of a parameter", "der Name eines Parameters"),
    remedy=W("Name a parameter.", "Einen Parameter nennen."),
)
MIXED_FORMS = ProblemKind(
    "mixed_forms",
    found=W("rows of different forms", "Zeilen verschiedener Form"),
    allowed=W("value, table or bands throughout", "durchweg value, table oder bands"),
    remedy=W("Give all rows one form.", "Allen Zeilen eine Form geben."),
)
UNKNOWN_EDITION = ProblemKind(
    "unknown_edition",
    found=W("an edition that the parameter does not have", "eine Fassung, die es nicht gibt"),
    allowed=W("{editions}", "{editions}"),
    remedy=W("Name an edition of the parameter.", "Eine Fassung des Parameters nennen."),
)
UNKNOWN_CITATION = ProblemKind(
    "unknown_citation",
    found=W("the citation {name}, which is not listed", "die Quelle {name}, die nicht genannt ist"),
    allowed=W("an id of citations", "eine Kennung aus citations"),
    remedy=W("Add it to citations.", "In citations ergänzen."),
)
ASSUMED = ProblemKind(
    "assumed_in_document",
    found=W("the basis assumed", "die Grundlage assumed"),
    allowed=W("stated or inferred", "stated oder inferred"),
    remedy=W(
        "Give a source; what-ifs are the caller's overrides.",
        "Eine Quelle angeben; Annahmen sind Sache des Aufrufers.",
    ),
)
AFTER_REST = ProblemKind(
    "after_rest",
    found=W("a part after rest", "ein Teil nach rest"),
    allowed=W("at most one rest, at the end", "höchstens ein rest, am Ende"),
    remedy=W("Move rest to the end.", "rest ans Ende stellen."),
)
REPEATED = ProblemKind(
    "repeated",
    found=W("{name} a second time", "{name} ein zweites Mal"),
    allowed=W("each once", "jedes einmal"),
    remedy=W("Rename or remove one.", "Eines umbenennen oder entfernen."),
)
# -- recipients and evaluation ---------------------------------------------------------------------
MISSING_FIGURE = ProblemKind(
    "missing_figure",
    found=W("no value for {figure}", "kein Wert für {figure}"),
    allowed=W("a value; zero is not missing", "ein Wert; null ist nicht dasselbe wie fehlend"),
    remedy=W("Give the figure.", "Den Wert angeben."),
)
UNKNOWN_FIGURE = ProblemKind(
    "unknown_figure",
    found=W(
        "the figure {figure}, which the programme does not use",
        "der Wert {figure}, den das Programm nicht verwendet",
    ),
    allowed=W("{figures}", "{figures}"),
    remedy=W("Remove it or correct its name.", "Entfernen oder den Namen berichtigen."),
)
BAD_FIGURE = ProblemKind(
    "bad_figure",
    found=W("a value of another form", "ein Wert in anderer Form"),
    allowed=W("{allowed}", "{allowed}"),
    remedy=W("Correct the value.", "Den Wert berichtigen."),
)
NEGATIVE_FIGURE = ProblemKind(
    "negative_figure",
    found=W("a number below zero", "eine Zahl unter null"),
    allowed=W("zero or more", "null oder mehr"),
    remedy=W("Correct the value.", "Den Wert berichtigen."),
)
NOT_WHOLE = ProblemKind(
    "not_whole",
    found=W(
        "a number that is no multiple of {step} {unit}",
        "eine Zahl, die kein Vielfaches von {step} {unit} ist",
    ),
    allowed=W("multiples of {step}", "Vielfache von {step}"),
    remedy=W(
        "Correct the value; check the decimal sign.",
        "Den Wert berichtigen; das Dezimalzeichen prüfen.",
    ),
)
FLOAT_FIGURE = ProblemKind(
    "float_figure",
    found=W("a floating-point number", "eine Gleitkommazahl"),
    allowed=W("int, Fraction or text such as '12.5'", "int, Fraction oder Text wie '12.5'"),
    remedy=W("Give the number as text.", "Die Zahl als Text angeben."),
)
NO_RECIPIENTS = ProblemKind(
    "no_recipients",
    found=W("no recipient", "kein Empfänger"),
    allowed=W("at least one", "mindestens einer"),
    remedy=W("Add a recipient.", "Einen Empfänger ergänzen."),
)
DUPLICATE_KEY = ProblemKind(
    "duplicate_recipient",
    found=W("the key of row {other} again", "noch einmal der Schlüssel von Zeile {other}"),
    allowed=W("each key once", "jeder Schlüssel einmal"),
    remedy=W(
        "Merge the rows or correct the key.",
        "Die Zeilen zusammenführen oder den Schlüssel berichtigen.",
    ),
)
MISSING_PARENT = ProblemKind(
    "missing_parent",
    found=W("no parent", "keine Zugehörigkeit"),
    allowed=W(
        "the key of the {level} that the recipient belongs to",
        "der Schlüssel der Ebene {level}, zu der der Empfänger gehört",
    ),
    remedy=W("Fill in parent.", "parent ausfüllen."),
)
LEVEL_UNSUPPORTED = ProblemKind(
    "level_not_given",
    found=W("no records of level {level}", "keine Datensätze der Ebene {level}"),
    allowed=W(
        "records below their recipient, or parents above it",
        "Datensätze unter ihrem Empfänger oder Zugehörigkeit darüber",
    ),
    remedy=W("Give the records.", "Die Datensätze angeben."),
)
UNKNOWN_RECORDS = ProblemKind(
    "unknown_records",
    found=W(
        "records of level {level}, which the programme does not have here",
        "Datensätze der Ebene {level}, die das Programm hier nicht hat",
    ),
    allowed=W("{levels}", "{levels}"),
    remedy=W("Remove them or correct the level.", "Entfernen oder die Ebene berichtigen."),
)
NO_ROW = ProblemKind(
    "no_row",
    found=W(
        "{record}, for which {parameter} has no row", "{record}, wofür {parameter} keine Zeile hat"
    ),
    allowed=W("{rows}", "{rows}"),
    remedy=W(
        "Correct the key, or exclude such records by a condition.",
        "Den Schlüssel berichtigen oder solche Datensätze durch eine Bedingung ausschließen.",
    ),
)
ZERO_DIVISOR = ProblemKind(
    "zero_divisor",
    found=W("a division by zero at {record}", "eine Teilung durch null bei {record}"),
    allowed=W("a divisor other than zero", "ein Teiler ungleich null"),
    remedy=W(
        "Correct the figure, or exclude such records by a condition.",
        "Den Wert berichtigen oder solche Datensätze durch eine Bedingung ausschließen.",
    ),
)
ABOVE_WHOLE = ProblemKind(
    "parts_above_whole",
    found=W(
        "parts of {parts} in a whole of {whole}", "Teile von {parts} in einem Ganzen von {whole}"
    ),
    allowed=W(
        "parts that add up to at most the whole",
        "Teile, die zusammen das Ganze nicht überschreiten",
    ),
    remedy=W(
        "Check the figures: a recipient may stand there twice.",
        "Die Werte prüfen: vielleicht steht ein Empfänger doppelt da.",
    ),
)
BAD_WEIGHTS = ProblemKind(
    "no_weight",
    found=W("weights that are all zero", "Gewichte, die alle null sind"),
    allowed=W("at least one weight above zero", "mindestens ein Gewicht über null"),
    remedy=W("Check the figures of the key.", "Die Werte des Schlüssels prüfen."),
)
NEGATIVE_WEIGHT = ProblemKind(
    "negative_weight",
    found=W("a weight below zero", "ein Gewicht unter null"),
    allowed=W("weights of zero or more", "Gewichte von null oder mehr"),
    remedy=W("Correct the figure.", "Den Wert berichtigen."),
)
POT_NOT_DIVISIBLE = ProblemKind(
    "pot_not_whole",
    found=W(
        "a pot that is no multiple of {step}, or is below zero",
        "ein Topf, der kein Vielfaches von {step} oder unter null ist",
    ),
    allowed=W("multiples of {step}", "Vielfache von {step}"),
    remedy=W("Round the pot first.", "Den Topf zuvor runden."),
)
PARTS_DIFFER = ProblemKind(
    "parts_differ",
    found=W("parts of {parts} for {record}", "Teile von {parts} für {record}"),
    allowed=W(
        "parts that add up to {whole}, none below zero",
        "Teile mit der Summe {whole}, keiner unter null",
    ),
    remedy=W(
        "Make the last part rest, or correct the amounts.",
        "Den letzten Teil zu rest machen oder die Beträge berichtigen.",
    ),
)

RULE_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
