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
        "Datensätze der Ebenen {levels}, von denen keine unter der anderen liegt",
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
OWN_WITHOUT_FINANCED = ProblemKind(
    "own_without_financed",
    found=Wording("own money as a part of the award", "eigenes Geld als Teil der Zuwendung"),
    allowed=Wording(
        "own money where financed names the whole cost",
        "eigenes Geld, wo financed die gesamten Kosten nennt",
    ),
    remedy=Wording(
        "Say in result.financed what is paid in all.",
        "In result.financed angeben, was insgesamt bezahlt wird.",
    ),
)
ROW_OF_NO_TABLE = ProblemKind(
    "row_of_no_table",
    found=Wording(
        "row beside by, or for a parameter without table",
        "row neben by, oder bei einem Parameter ohne Tabelle",
    ),
    allowed=Wording("row alone, for a table", "row allein, bei einer Tabelle"),
    remedy=Wording("Keep by or row.", "by oder row behalten."),
)
NO_SUCH_ROW = ProblemKind(
    "no_such_row",
    found=Wording(
        "a row that the table at {place} does not have",
        "eine Zeile, die die Tabelle unter {place} nicht hat",
    ),
    allowed=Wording("a row of every table of the parameter", "eine Zeile jeder Tabelle"),
    remedy=Wording("Correct the code or add the row.", "Den Code berichtigen oder ergänzen."),
)
BY_OR_AMONG = ProblemKind(
    "by_or_among",
    found=Wording(
        "both or neither of by and among", "sowohl by als auch among, oder keines von beiden"
    ),
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
DIVISION_BY_ZERO = ProblemKind(
    "division_by_zero",
    found=Wording("a divisor that is zero", "ein Teiler, der null ist"),
    allowed=Wording("a divisor other than zero", "ein Teiler ungleich null"),
    remedy=Wording("Correct the number or the rule.", "Die Zahl oder die Regel berichtigen."),
)
NO_BOUND = ProblemKind(
    "no_bound",
    found=Wording("neither at_least nor at_most", "weder at_least noch at_most"),
    allowed=Wording("one or both", "eines oder beide"),
    remedy=Wording("Say what the bound is.", "Die Grenze angeben."),
)
PART_OF_DAYS = ProblemKind(
    "part_of_days",
    found=Wording(
        "part with days, or none with another unit", "part bei Tagen, oder keines bei anderem"
    ),
    allowed=Wording(
        "calendar, calendar_started, started or full for months, quarters and years; "
        "nothing for days",
        "calendar, calendar_started, started oder full für Monate, Quartale und Jahre; "
        "nichts für Tage",
    ),
    remedy=Wording(
        "Say what a broken month counts, or leave part out.",
        "Angeben, was ein angebrochener Monat zählt, oder part weglassen.",
    ),
)
NO_SUCH_DAY = ProblemKind(
    "no_such_day",
    found=Wording("a day that no year has", "ein Tag, den kein Jahr hat"),
    allowed=Wording("a day of the calendar such as '03-31'", "ein Kalendertag wie '03-31'"),
    remedy=Wording("Correct the day.", "Den Tag berichtigen."),
)
SUMS_PER_ELSEWHERE = ProblemKind(
    "sums_per_elsewhere",
    found=Wording(
        "a table that sums per {per}, read by something else than the keys below it",
        "eine Tabelle mit Summen je {per}, nach anderem gelesen als den Schlüsseln darunter",
    ),
    allowed=Wording("by = the level below, without at", "by = die Ebene darunter, ohne at"),
    remedy=Wording(
        "Read it by the level whose keys it holds, or leave out sums_per.",
        "Nach der Ebene lesen, deren Schlüssel sie enthält, oder sums_per weglassen.",
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
UNKNOWN_PARENT = ProblemKind(
    "unknown_parent",
    found=Wording(
        "a parent that is not among the records of level {level}",
        "eine Zugehörigkeit, die unter den Datensätzen der Ebene {level} fehlt",
    ),
    allowed=Wording("{keys}", "{keys}"),
    remedy=Wording(
        "Correct parent, or give the record.", "parent berichtigen oder den Datensatz angeben."
    ),
)
MISSING_PERIOD = ProblemKind(
    "missing_period",
    found=Wording("no period", "kein Zeitraum"),
    allowed=Wording(
        "a period with start and end, which the rules ask for",
        "ein Zeitraum mit Beginn und Ende, nach dem die Regeln fragen",
    ),
    remedy=Wording("Give the period that is paid for.", "Den bezahlten Zeitraum angeben."),
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
        "{record}, for whose {by} {parameter} has no row",
        "{record}, für dessen {by} {parameter} keine Zeile hat",
    ),
    allowed=Wording("{rows}", "{rows}"),
    remedy=Wording(
        "Correct the figure, or exclude such records by a condition.",
        "Den Wert berichtigen oder solche Datensätze durch eine Bedingung ausschließen.",
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
    found=Wording("a weight below zero at {record}", "ein Gewicht unter null bei {record}"),
    allowed=Wording("weights of zero or more", "Gewichte von null oder mehr"),
    remedy=Wording("Correct the figure.", "Den Wert berichtigen."),
)
NEGATIVE_AMOUNT = ProblemKind(
    "negative_amount",
    found=Wording("an amount below zero at {record}", "ein Betrag unter null bei {record}"),
    allowed=Wording("zero or more", "null oder mehr"),
    remedy=Wording(
        "Correct the figure, or take the greatest of it and zero.",
        "Den Wert berichtigen oder mit greatest nicht unter null gehen lassen.",
    ),
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
NOT_IN_FORCE = ProblemKind(
    "not_in_force",
    found=Wording("{parameter}, which has no value on {day}", "{parameter} ohne Wert am {day}"),
    allowed=Wording("a day on which it is in force", "ein Tag, an dem es gilt"),
    remedy=Wording(
        "Choose another day, or add a row for it.",
        "Einen anderen Tag wählen oder eine Zeile ergänzen.",
    ),
)
SUM_PER_DIFFERS = ProblemKind(
    "sum_per_differs",
    found=Wording(
        "rows of {parameter} that sum to {found} at {record}",
        "Zeilen von {parameter} mit der Summe {found} bei {record}",
    ),
    allowed=Wording("the declared sum {allowed}", "die angegebene Summe {allowed}"),
    remedy=Wording(
        "Compare the rows with the source, and the recipients with the rows.",
        "Die Zeilen mit der Quelle vergleichen und die Empfänger mit den Zeilen.",
    ),
)
FLOOR_ABOVE_CAP = ProblemKind(
    "floor_above_cap",
    found=Wording(
        "a floor above the cap at {record}", "ein Mindest- über dem Höchstwert bei {record}"
    ),
    allowed=Wording("a floor up to the cap", "ein Mindestwert bis zum Höchstwert"),
    remedy=Wording("Correct one of them.", "Einen von beiden berichtigen."),
)
FLOORS_ABOVE_SUM = ProblemKind(
    "floors_above_sum",
    found=Wording(
        "floors of {bounds} in a sum of {whole} at {record}",
        "Mindestwerte von {bounds} in einer Summe von {whole} bei {record}",
    ),
    allowed=Wording("floors up to the sum", "Mindestwerte bis zur Summe"),
    remedy=Wording(
        "Lower the floor, or exclude records before.",
        "Den Mindestwert senken oder zuvor Datensätze ausschließen.",
    ),
)
CAPS_BELOW_SUM = ProblemKind(
    "caps_below_sum",
    found=Wording(
        "caps that hold {bounds} of a sum of {whole} at {record}",
        "Höchstwerte, die {bounds} von einer Summe von {whole} fassen, bei {record}",
    ),
    allowed=Wording("caps that hold the sum", "Höchstwerte, die die Summe fassen"),
    remedy=Wording(
        "Raise the cap, or use least where the rest is to stay unspent.",
        "Den Höchstwert anheben, oder least, wenn der Rest übrig bleiben soll.",
    ),
)
DATE_OUT_OF_RANGE = ProblemKind(
    "date_out_of_range",
    found=Wording(
        "a date outside the years 1 to 9999 at {record}",
        "ein Datum außerhalb der Jahre 1 bis 9999 bei {record}",
    ),
    allowed=Wording("dates of the years 1 to 9999", "Daten der Jahre 1 bis 9999"),
    remedy=Wording("Correct the date.", "Das Datum berichtigen."),
)
ENDS_BEFORE_START = ProblemKind(
    "ends_before_start",
    found=Wording(
        "a period from {start} to {end} at {record}",
        "ein Zeitraum von {start} bis {end} bei {record}",
    ),
    allowed=Wording(
        "an end not before the start, or the day before it for an empty period",
        "ein Ende nicht vor dem Beginn, oder der Tag davor für einen leeren Zeitraum",
    ),
    remedy=Wording(
        "Correct the dates, or choose otherwise where there is no such period.",
        "Die Daten berichtigen, oder mit choose vorsehen, was ohne solchen Zeitraum gilt.",
    ),
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
NO_CHANGE = ProblemKind(
    "no_change",
    found=Wording("a change of zero", "eine Änderung um null"),
    allowed=Wording("a change other than zero", "eine Änderung ungleich null"),
    remedy=Wording("Say by how much.", "Angeben, um wie viel."),
)
COMPARED_UNITS = ProblemKind(
    "compared_units",
    found=Wording("awards in {units}", "Zuwendungen in {units}"),
    allowed=Wording("awards of one unit", "Zuwendungen einer Einheit"),
    remedy=Wording(
        "Compare rules whose awards have one unit.",
        "Regeln vergleichen, deren Zuwendungen eine Einheit haben.",
    ),
)
NOT_EVALUATED = ProblemKind(
    "not_evaluated",
    found=Wording(
        "a programme without recipients or day", "ein Programm ohne Empfänger oder Stichtag"
    ),
    allowed=Wording(
        "allocations, or programmes with recipients and day",
        "Verteilungen, oder Programme mit Empfängern und Stichtag",
    ),
    remedy=Wording("Give recipients and day.", "Empfänger und Stichtag angeben."),
)
NOT_ASKED_FOR = ProblemKind(
    "not_asked_for",
    found=Wording(
        "{name}, where nothing is left to evaluate", "{name}, wo nichts mehr auszuwerten ist"
    ),
    allowed=Wording("nothing beside allocations", "nichts neben Verteilungen"),
    remedy=Wording("Leave it out, or compare programmes.", "Weglassen oder Programme vergleichen."),
)
TOO_FEW_COMPARED = ProblemKind(
    "too_few_compared",
    found=Wording("fewer than two rules", "weniger als zwei Regeln"),
    allowed=Wording("two or more", "zwei oder mehr"),
    remedy=Wording("Say what is to be compared.", "Angeben, was verglichen wird."),
)
LABELS_DIFFER = ProblemKind(
    "labels_differ",
    found=Wording(
        "{labels} labels for {rules} rules, one twice, or one that is a column of its own",
        "{labels} Bezeichnungen für {rules} Regeln, eine doppelt, oder eine eigene Spalte",
    ),
    allowed=Wording(
        "one for each, all different, none of key, name, difference and unit",
        "eine für jede, alle verschieden, keine von key, name, difference und unit",
    ),
    remedy=Wording("Give each rule its label.", "Jeder Regel ihre Bezeichnung geben."),
)
OWN_SUCCESSOR = ProblemKind(
    "own_successor",
    found=Wording("a successor of itself", "ein Nachfolger seiner selbst"),
    allowed=Wording("two different keys", "zwei verschiedene Schlüssel"),
    remedy=Wording("Correct one of them.", "Einen von beiden berichtigen."),
)
BAD_PART = ProblemKind(
    "bad_part",
    found=Wording("a share outside 0 to 1", "ein Anteil außerhalb von 0 bis 1"),
    allowed=Wording("above 0, at most 1", "über 0, höchstens 1"),
    remedy=Wording("Correct the share.", "Den Anteil berichtigen."),
)
PARTS_OF_PREDECESSOR = ProblemKind(
    "parts_of_predecessor",
    found=Wording("shares that sum to {found}", "Anteile mit der Summe {found}"),
    allowed=Wording("shares that sum to 1", "Anteile mit der Summe 1"),
    remedy=Wording(
        "Say where the whole predecessor goes.", "Angeben, wohin der ganze Vorgänger geht."
    ),
)
PREDECESSORS_DIFFER = ProblemKind(
    "predecessors_differ",
    found=Wording(
        "predecessors that differ in {name}", "Vorgänger, die sich in {name} unterscheiden"
    ),
    allowed=Wording(
        "the same, or a successor among the recipients",
        "dasselbe, oder ein Nachfolger unter den Empfängern",
    ),
    remedy=Wording(
        "Give the successor as a recipient of its own.",
        "Den Nachfolger als eigenen Empfänger angeben.",
    ),
)
NO_CARRY_RULE = ProblemKind(
    "no_carry_rule",
    found=Wording("no rule for the figure {name}", "keine Regel für den Wert {name}"),
    allowed=Wording("sum, successor or same", "sum, successor oder same"),
    remedy=Wording("Declare what becomes of it.", "Angeben, was aus ihm wird."),
)
NOT_CARRIED = ProblemKind(
    "not_carried",
    found=Wording(
        "values of {name} that the rule {rule} does not fit",
        "Werte von {name}, zu denen die Regel {rule} nicht passt",
    ),
    allowed=Wording(
        "numbers for all with sum, one value for all with same",
        "Zahlen für alle bei sum, ein Wert für alle bei same",
    ),
    remedy=Wording(
        "Complete the values or choose another rule.",
        "Die Werte ergänzen oder eine andere Regel wählen.",
    ),
)
RECORDS_DIVIDED = ProblemKind(
    "records_divided",
    found=Wording(
        "records of a predecessor that goes over in parts",
        "Datensätze eines Vorgängers, der in Teilen übergeht",
    ),
    allowed=Wording("records that go over as a whole", "Datensätze, die als Ganze übergehen"),
    remedy=Wording(
        "Give the records to the successors themselves.",
        "Die Datensätze bei den Nachfolgern selbst angeben.",
    ),
)
TRACE_RESULT = ProblemKind(
    "trace_result",
    found=Wording(
        "a result of {rule} that does not follow", "ein Ergebnis von {rule}, das nicht folgt"
    ),
    allowed=Wording(
        "what the formula gives with its inputs", "was die Formel mit ihren Werten ergibt"
    ),
    remedy=Wording(
        "Ask the sender for the trace again.", "Den Nachweis beim Absender neu anfordern."
    ),
)
TRACE_LINK = ProblemKind(
    "trace_link",
    found=Wording(
        "a value of {name} that another step contradicts",
        "ein Wert von {name}, dem ein anderer Schritt widerspricht",
    ),
    allowed=Wording("the same value everywhere", "überall derselbe Wert"),
    remedy=Wording(
        "Ask the sender for the trace again.", "Den Nachweis beim Absender neu anfordern."
    ),
)
TRACE_INCOMPLETE = ProblemKind(
    "trace_incomplete",
    found=Wording(
        "a step of {rule} that cannot be worked out",
        "ein Schritt von {rule}, der sich nicht nachrechnen lässt",
    ),
    allowed=Wording(
        "a formula with all inputs and witnesses", "eine Formel mit allen Werten und Nachweisen"
    ),
    remedy=Wording("Ask the sender for the whole trace.", "Den vollständigen Nachweis anfordern."),
)
TRACE_SUM = ProblemKind(
    "trace_sum",
    found=Wording(
        "parts (block {block}) that do not add up", "Teile (Block {block}), die nicht aufgehen"
    ),
    allowed=Wording("parts that add up to the whole", "Teile mit der Summe des Ganzen"),
    remedy=Wording(
        "Ask the sender for the trace again.", "Den Nachweis beim Absender neu anfordern."
    ),
)

# -- statements ------------------------------------------------------------------------------------

STATED_SUM = ProblemKind(
    "stated_sum",
    found=Wording("{what} that does not add up", "{what}: die Rechnung geht nicht auf"),
    allowed=Wording("what the parts add up to exactly", "genau die Summe der Teile"),
    remedy=Wording(
        "Ask the sender for the document again.", "Das Dokument beim Absender neu anfordern."
    ),
)
STATED_DESPITE = ProblemKind(
    "stated_despite",
    found=Wording(
        "an amount in spite of a condition that leaves none",
        "ein Betrag trotz einer Bedingung, die keinen lässt",
    ),
    allowed=Wording("0 where a condition leaves none", "0, wo eine Bedingung nichts lässt"),
    remedy=Wording("Correct the amount or the mark.", "Betrag oder Kennzeichen berichtigen."),
)
EXPLAINS_ANOTHER = ProblemKind(
    "explains_another",
    found=Wording(
        "an explanation that belongs to something else", "ein Nachweis, der zu anderem gehört"
    ),
    allowed=Wording(
        "the trace of the award beside which it stands",
        "der Nachweis der Zuwendung, bei der er steht",
    ),
    remedy=Wording(
        "Put in the trace of this award, or none.",
        "Den Nachweis dieser Zuwendung einsetzen oder keinen.",
    ),
)
EXPLAINS_ASSUMED = ProblemKind(
    "explains_assumed",
    found=Wording(
        "an explanation with an assumed number", "ein Nachweis mit einer angenommenen Zahl"
    ),
    allowed=Wording(
        "numbers that are stated or inferred", "Zahlen, die genannt oder erschlossen sind"
    ),
    remedy=Wording(
        "Leave the explanation of a what-if out; the statement names what was assumed.",
        "Den Nachweis weglassen; die Aufstellung nennt, was angenommen wurde.",
    ),
)
NOT_REPRODUCED = ProblemKind(
    "not_reproduced",
    found=Wording("{what} that the rule does not give", "{what}: die Regel ergibt anderes"),
    allowed=Wording("{computed}", "{computed}"),
    remedy=Wording(
        "Compare rule, figures and day with those of the sender.",
        "Regel, Angaben und Tag mit denen des Absenders vergleichen.",
    ),
)
OTHER_PROGRAMME = ProblemKind(
    "other_programme",
    found=Wording("the result of another programme", "das Ergebnis eines anderen Programms"),
    allowed=Wording("a result of {programme}", "ein Ergebnis von {programme}"),
    remedy=Wording("Compare with the right programme.", "Mit dem richtigen Programm vergleichen."),
)
NO_AWARD = ProblemKind(
    "no_award",
    found=Wording("no award of {name}", "keine Zuwendung von {name}"),
    allowed=Wording("an award for each recipient", "eine Zuwendung für jeden Empfänger"),
    remedy=Wording(
        "Compare with the recipients of the sender.",
        "Mit den Empfängern des Absenders vergleichen.",
    ),
)
NOT_GIVEN = ProblemKind(
    "recipient_not_given",
    found=Wording(
        "an award of somebody who is not among the recipients",
        "eine Zuwendung an jemanden, der nicht unter den Empfängern ist",
    ),
    allowed=Wording("awards of the recipients given", "Zuwendungen der angegebenen Empfänger"),
    remedy=Wording(
        "Compare with the recipients of the sender.",
        "Mit den Empfängern des Absenders vergleichen.",
    ),
)

RULE_KINDS = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
