"""Kinds of problems of programme documents, of recipients and of their evaluation."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

ALLOCATION = Wording("allocation", "Verteilung")
"""What was attempted when a rule could not be evaluated."""

UNKNOWN_NAME = ProblemKind(
    "unknown_name",
    found=Wording(
        "the name {name}, which is not declared", "der Name {name}, der nicht vereinbart ist"
    ),
    allowed=Wording("a declared name{close}", "ein vereinbarter Name{close}"),
    remedy=Wording(
        "Declare it or correct the spelling.", "Vereinbaren oder die Schreibung berichtigen."
    ),
)
NAME_TAKEN = ProblemKind(
    "name_taken",
    found=Wording("the name {name} a second time", "der Name {name} ein zweites Mal"),
    allowed=Wording(
        "one meaning a name; reserved are {reserved}",
        "eine Bedeutung je Name; vorbehalten sind {reserved}",
    ),
    remedy=Wording("Rename one of them.", "Eines umbenennen."),
)
NEVER_USED = ProblemKind(
    "never_used",
    found=Wording("the name {name}, which nothing uses", "der Name {name}, den nichts benutzt"),
    allowed=Wording("names that are used", "benutzte Namen"),
    remedy=Wording("Use it or remove it.", "Benutzen oder entfernen."),
)
CYCLE = ProblemKind(
    "cycle",
    found=Wording("rules that need each other: {names}", "Regeln, die einander brauchen: {names}"),
    allowed=Wording("rules without a circle", "Regeln ohne Kreis"),
    remedy=Wording("Break the circle.", "Den Kreis auflösen."),
)
TOO_DEEP = ProblemKind(
    "too_deep",
    found=Wording("nodes more than {most} levels deep", "Knoten tiefer als {most} Ebenen"),
    allowed=Wording("at most {most} levels", "höchstens {most} Ebenen"),
    remedy=Wording("Give inner nodes names of their own.", "Inneren Knoten eigene Namen geben."),
)
NUMBERS_TOO_LONG = ProblemKind(
    "numbers_too_long",
    found=Wording(
        "numbers that can grow beyond {most} digits", "Zahlen, die über {most} Stellen wachsen"
    ),
    allowed=Wording("at most {most} digits", "höchstens {most} Stellen"),
    remedy=Wording("Round in between.", "Zwischendurch runden."),
)
UNKNOWN_LEVEL = ProblemKind(
    "unknown_level",
    found=Wording(
        "the level {name}, which is not declared", "die Ebene {name}, die nicht vereinbart ist"
    ),
    allowed=Wording("one of {levels}", "eine von {levels}"),
    remedy=Wording("Declare the level or correct it.", "Die Ebene vereinbaren oder berichtigen."),
)
TOO_MANY_LEVELS = ProblemKind(
    "too_many_levels",
    found=Wording(
        "several levels above the recipients: {levels}",
        "mehrere Ebenen über den Empfängern: {levels}",
    ),
    allowed=Wording("one, which their parent names", "eine, die ihr parent nennt"),
    remedy=Wording("Leave one level.", "Eine Ebene stehen lassen."),
)
UNLIKE_UNITS = ProblemKind(
    "unlike_units",
    found=Wording("operands in {units}", "Operanden in {units}"),
    allowed=Wording("operands of one unit", "Operanden einer Einheit"),
    remedy=Wording(
        "Multiply or divide until the units agree.",
        "Malnehmen oder teilen, bis die Einheiten übereinstimmen.",
    ),
)
SORTS = {
    "quantity": Wording("number with a unit", "Zahl mit Einheit"),
    "date": Wording("date", "Datum"),
    "code": Wording("code", "Code"),
    "truth": Wording("yes or no", "Ja oder Nein"),
}
"""What expressions can be."""

WRONG_SORT = ProblemKind(
    "wrong_sort",
    found=Wording("an operand of the sort: {found}", "ein Operand der Art: {found}"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording("Put an operand of that sort here.", "Einen Operanden dieser Art einsetzen."),
)
WRONG_UNIT = ProblemKind(
    "wrong_unit",
    found=Wording("a result in {found}", "ein Ergebnis in {found}"),
    allowed=Wording("the declared unit {allowed}", "die angegebene Einheit {allowed}"),
    remedy=Wording("Correct the formula or the unit.", "Die Formel oder die Einheit berichtigen."),
)
DIFFERENT_BRANCHES = ProblemKind(
    "different_branches",
    found=Wording(
        "records of {levels}, of which none lies below the other",
        "Datensätze von {levels}, von denen keine unter der anderen liegt",
    ),
    allowed=Wording("levels on one line", "Ebenen auf einer Linie"),
    remedy=Wording("Total one of them first.", "Eine davon zuerst aufsummieren."),
)
NOT_UPWARDS = ProblemKind(
    "not_upwards",
    found=Wording("{per}, which does not lie above {level}", "{per}, das nicht über {level} liegt"),
    allowed=Wording("a level above", "eine Ebene darüber"),
    remedy=Wording("Name a level above.", "Eine Ebene darüber nennen."),
)
NOT_ROUNDED = ProblemKind(
    "not_rounded",
    found=Wording("an amount that is not rounded", "ein Betrag, der nicht gerundet ist"),
    allowed=Wording("multiples of {step} {unit}", "Vielfache von {step} {unit}"),
    remedy=Wording("Put round or split around it.", "Mit round oder split umschließen."),
)
WRONG_LEVEL = ProblemKind(
    "wrong_level",
    found=Wording("a value of level {found}", "ein Wert der Ebene {found}"),
    allowed=Wording("level {allowed}", "Ebene {allowed}"),
    remedy=Wording(
        "Use total, count or a figure of that level.",
        "total, count oder einen Wert dieser Ebene verwenden.",
    ),
)
LOOKS_ACROSS = ProblemKind(
    "looks_across",
    found=Wording(
        "an excluding condition that reads other records",
        "eine ausschließende Bedingung, die andere Datensätze liest",
    ),
    allowed=Wording(
        "what the record itself, those above and those below it hold",
        "was der Datensatz selbst, die darüber und die darunter enthalten",
    ),
    remedy=Wording("Use effect zero or notice.", "Die Wirkung zero oder notice verwenden."),
)
LITERAL_OF_THE_LAW = ProblemKind(
    "literal_of_the_law",
    found=Wording(
        "a number other than 0 and 1 in a rule", "eine andere Zahl als 0 und 1 in einer Regel"
    ),
    allowed=Wording("0 or 1", "0 oder 1"),
    remedy=Wording("Make it a parameter with its citation.", "Als Parameter mit Quelle angeben."),
)
STEP_NOT_POSITIVE = ProblemKind(
    "step_not_positive",
    found=Wording("a step that is not above zero", "ein Schritt, der nicht über null liegt"),
    allowed=Wording("a step above zero", "ein Schritt über null"),
    remedy=Wording(
        "Give a step such as '0.01' or '1'.", "Einen Schritt wie '0.01' oder '1' angeben."
    ),
)
NEEDS_LOOK_UP = ProblemKind(
    "needs_look_up",
    found=Wording(
        "the parameter {name}, a table, as a bare name",
        "der Parameter {name}, eine Tabelle, als bloßer Name",
    ),
    allowed=Wording("look_up with by", "look_up mit by"),
    remedy=Wording("Say by what its row is found.", "Angeben, wonach die Zeile gefunden wird."),
)
NO_TABLE = ProblemKind(
    "no_table",
    found=Wording(
        "by, for a parameter without table or bands",
        "by, bei einem Parameter ohne table oder bands",
    ),
    allowed=Wording("a parameter with table or bands", "ein Parameter mit table oder bands"),
    remedy=Wording("Leave out by.", "by weglassen."),
)
BY_OR_AMONG = ProblemKind(
    "by_or_among",
    found=Wording("both or neither of by and among", "by und among, oder keines von beiden"),
    allowed=Wording("one of them", "eines davon"),
    remedy=Wording("Keep one.", "Eines angeben."),
)
NO_PARAMETER = ProblemKind(
    "no_parameter",
    found=Wording("{name}, which is no parameter", "{name}, das kein Parameter ist"),
    allowed=Wording("the name of a parameter", "der Name eines Parameters"),
    remedy=Wording("Name a parameter.", "Einen Parameter nennen."),
)
MIXED_FORMS = ProblemKind(
    "mixed_forms",
    found=Wording("rows of different forms", "Zeilen verschiedener Form"),
    allowed=Wording("value, table or bands throughout", "durchweg value, table oder bands"),
    remedy=Wording("Give all rows one form.", "Allen Zeilen eine Form geben."),
)
UNKNOWN_EDITION = ProblemKind(
    "unknown_edition",
    found=Wording("an edition that the parameter does not have", "eine Fassung, die es nicht gibt"),
    allowed=Wording("{editions}", "{editions}"),
    remedy=Wording("Name an edition of the parameter.", "Eine Fassung des Parameters nennen."),
)
UNKNOWN_CITATION = ProblemKind(
    "unknown_citation",
    found=Wording(
        "the citation {name}, which is not listed", "die Quelle {name}, die nicht genannt ist"
    ),
    allowed=Wording("an id of citations", "eine Kennung aus citations"),
    remedy=Wording("Add it to citations.", "In citations ergänzen."),
)
AFTER_REST = ProblemKind(
    "after_rest",
    found=Wording("a part after rest", "ein Teil nach rest"),
    allowed=Wording("at most one rest, at the end", "höchstens ein rest, am Ende"),
    remedy=Wording("Move rest to the end.", "rest ans Ende stellen."),
)
REPEATED = ProblemKind(
    "repeated",
    found=Wording("{name} a second time", "{name} ein zweites Mal"),
    allowed=Wording("each once", "jedes einmal"),
    remedy=Wording("Rename or remove one.", "Eines umbenennen oder entfernen."),
)
BAD_PLACEHOLDER = ProblemKind(
    "bad_placeholder",
    found=Wording("a brace that names nothing", "eine Klammer, die nichts nennt"),
    allowed=Wording(
        "names of figures, parameters and rules in braces, such as {{persons}}",
        "Namen von Werten, Parametern und Regeln in Klammern, etwa {{persons}}",
    ),
    remedy=Wording("Correct the name or remove the brace.", "Namen berichtigen oder entfernen."),
)
OVERRIDDEN_TABLE = ProblemKind(
    "overridden_table",
    found=Wording("a parameter that is a table", "ein Parameter, der eine Tabelle ist"),
    allowed=Wording("a parameter of one number", "ein Parameter mit einer Zahl"),
    remedy=Wording(
        "Make a programme with another table.", "Ein Programm mit anderer Tabelle anlegen."
    ),
)
# -- recipients and evaluation ---------------------------------------------------------------------
NO_KEY = ProblemKind(
    "no_key",
    found=Wording("a recipient without key", "ein Empfänger ohne Schlüssel"),
    allowed=Wording(
        "a key that names the recipient, such as its AGS",
        "ein Schlüssel, der den Empfänger nennt, etwa sein AGS",
    ),
    remedy=Wording("Fill in key.", "key ausfüllen."),
)
MISSING_FIGURE = ProblemKind(
    "missing_figure",
    found=Wording("no value for {figure}", "kein Wert für {figure}"),
    allowed=Wording(
        "a value; zero is not missing", "ein Wert; null ist nicht dasselbe wie fehlend"
    ),
    remedy=Wording("Give the figure.", "Den Wert angeben."),
)
UNKNOWN_FIGURE = ProblemKind(
    "unknown_figure",
    found=Wording(
        "the figure {figure}, which the programme does not use",
        "der Wert {figure}, den das Programm nicht verwendet",
    ),
    allowed=Wording("{figures}", "{figures}"),
    remedy=Wording("Remove it or correct its name.", "Entfernen oder den Namen berichtigen."),
)
BAD_FIGURE = ProblemKind(
    "bad_figure",
    found=Wording("a value of another form", "ein Wert in anderer Form"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording("Correct the value.", "Den Wert berichtigen."),
)
NEGATIVE_FIGURE = ProblemKind(
    "negative_figure",
    found=Wording("a number below zero", "eine Zahl unter null"),
    allowed=Wording("zero or more", "null oder mehr"),
    remedy=Wording("Correct the value.", "Den Wert berichtigen."),
)
NOT_WHOLE = ProblemKind(
    "not_whole",
    found=Wording(
        "a number that is no multiple of {step} {unit}",
        "eine Zahl, die kein Vielfaches von {step} {unit} ist",
    ),
    allowed=Wording("multiples of {step}", "Vielfache von {step}"),
    remedy=Wording(
        "Correct the value; check the decimal sign.",
        "Den Wert berichtigen; das Dezimalzeichen prüfen.",
    ),
)
FLOAT_FIGURE = ProblemKind(
    "float_figure",
    found=Wording("a floating-point number", "eine Gleitkommazahl"),
    allowed=Wording("int, Fraction or text such as '12.5'", "int, Fraction oder Text wie '12.5'"),
    remedy=Wording("Give the number as text.", "Die Zahl als Text angeben."),
)
NO_RECIPIENTS = ProblemKind(
    "no_recipients",
    found=Wording("no recipient", "kein Empfänger"),
    allowed=Wording("at least one", "mindestens einer"),
    remedy=Wording("Add a recipient.", "Einen Empfänger ergänzen."),
)
DUPLICATE_KEY = ProblemKind(
    "duplicate_recipient",
    found=Wording("the key of {other} again", "noch einmal der Schlüssel von {other}"),
    allowed=Wording("each key once", "jeder Schlüssel einmal"),
    remedy=Wording(
        "Merge the recipients or correct the key.",
        "Die Empfänger zusammenführen oder den Schlüssel berichtigen.",
    ),
)
MISSING_PARENT = ProblemKind(
    "missing_parent",
    found=Wording("no parent", "keine Zugehörigkeit"),
    allowed=Wording(
        "the key of the {level} that the recipient belongs to",
        "der Schlüssel der Ebene {level}, zu der der Empfänger gehört",
    ),
    remedy=Wording("Fill in parent.", "parent ausfüllen."),
)
LEVEL_UNSUPPORTED = ProblemKind(
    "level_not_given",
    found=Wording("no records of level {level}", "keine Datensätze der Ebene {level}"),
    allowed=Wording(
        "records below their recipient, or parents above it",
        "Datensätze unter ihrem Empfänger oder Zugehörigkeit darüber",
    ),
    remedy=Wording("Give the records.", "Die Datensätze angeben."),
)
UNKNOWN_RECORDS = ProblemKind(
    "unknown_records",
    found=Wording(
        "records of level {level}, which the programme does not have here",
        "Datensätze der Ebene {level}, die das Programm hier nicht hat",
    ),
    allowed=Wording("{levels}", "{levels}"),
    remedy=Wording("Remove them or correct the level.", "Entfernen oder die Ebene berichtigen."),
)
NO_ROW = ProblemKind(
    "no_row",
    found=Wording(
        "{record}, for which {parameter} has no row", "{record}, wofür {parameter} keine Zeile hat"
    ),
    allowed=Wording("{rows}", "{rows}"),
    remedy=Wording(
        "Correct the key, or exclude such records by a condition.",
        "Den Schlüssel berichtigen oder solche Datensätze durch eine Bedingung ausschließen.",
    ),
)
ZERO_DIVISOR = ProblemKind(
    "zero_divisor",
    found=Wording("a division by zero at {record}", "eine Teilung durch null bei {record}"),
    allowed=Wording("a divisor other than zero", "ein Teiler ungleich null"),
    remedy=Wording(
        "Correct the figure, or exclude such records by a condition.",
        "Den Wert berichtigen oder solche Datensätze durch eine Bedingung ausschließen.",
    ),
)
ABOVE_WHOLE = ProblemKind(
    "parts_above_whole",
    found=Wording(
        "parts of {parts} in a whole of {whole}", "Teile von {parts} in einem Ganzen von {whole}"
    ),
    allowed=Wording(
        "parts that add up to at most the whole",
        "Teile, die zusammen das Ganze nicht überschreiten",
    ),
    remedy=Wording(
        "Check the figures: a recipient may stand there twice.",
        "Die Werte prüfen: vielleicht steht ein Empfänger doppelt da.",
    ),
)
BAD_WEIGHTS = ProblemKind(
    "no_weight",
    found=Wording("no weight above zero at {record}", "kein Gewicht über null bei {record}"),
    allowed=Wording("at least one weight above zero", "mindestens ein Gewicht über null"),
    remedy=Wording("Check the figures of the key.", "Die Werte des Schlüssels prüfen."),
)
NEGATIVE_WEIGHT = ProblemKind(
    "negative_weight",
    found=Wording("a weight below zero", "ein Gewicht unter null"),
    allowed=Wording("weights of zero or more", "Gewichte von null oder mehr"),
    remedy=Wording("Correct the figure.", "Den Wert berichtigen."),
)
KEYS_DIFFER = ProblemKind(
    "keys_differ",
    found=Wording("{keys} keys for {weights} weights", "{keys} Schlüssel für {weights} Gewichte"),
    allowed=Wording("as many", "gleich viele"),
    remedy=Wording("Give each weight its key.", "Jedem Gewicht seinen Schlüssel geben."),
)
POT_NOT_DIVISIBLE = ProblemKind(
    "pot_not_whole",
    found=Wording(
        "a pot that is no multiple of {step}, or is below zero",
        "ein Topf, der kein Vielfaches von {step} oder unter null ist",
    ),
    allowed=Wording("multiples of {step}", "Vielfache von {step}"),
    remedy=Wording("Round the pot first.", "Den Topf zuvor runden."),
)
PARTS_DIFFER = ProblemKind(
    "parts_differ",
    found=Wording("parts of {parts} for {record}", "Teile von {parts} für {record}"),
    allowed=Wording(
        "parts that add up to {whole}, none below zero",
        "Teile mit der Summe {whole}, keiner unter null",
    ),
    remedy=Wording(
        "Make the last part rest, or correct the amounts.",
        "Den letzten Teil zu rest machen oder die Beträge berichtigen.",
    ),
)
NO_MEMBERS = ProblemKind(
    "no_members",
    found=Wording("no members", "keine Mitglieder"),
    allowed=Wording("one or more", "eines oder mehr"),
    remedy=Wording("Give the members.", "Die Mitglieder angeben."),
)
HALF_POSITION = ProblemKind(
    "half_position",
    found=Wording("half a position", "eine halbe Position"),
    allowed=Wording(
        "latitude and longitude, or neither", "Breite und Länge, oder keines von beiden"
    ),
    remedy=Wording(
        "Add what is missing, or leave out the position.",
        "Das Fehlende ergänzen oder die Position weglassen.",
    ),
)
UNIT_DIFFERS = ProblemKind(
    "unit_differs",
    found=Wording("an amount in {found}", "ein Betrag in {found}"),
    allowed=Wording("amounts in {wanted}", "Beträge in {wanted}"),
    remedy=Wording(
        "Give all amounts and the minimum in one unit.",
        "Alle Beträge und das Minimum in einer Einheit angeben.",
    ),
)
AMOUNTS_TOO_FINE = ProblemKind(
    "amounts_too_fine",
    found=Wording(
        "amounts whose common denominator has more than 100 digits",
        "Beträge, deren gemeinsamer Nenner mehr als 100 Stellen hat",
    ),
    allowed=Wording("amounts in a common step", "Beträge in einer gemeinsamen Stufe"),
    remedy=Wording("Round the amounts first.", "Die Beträge zuvor runden."),
)

RULE_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
