"""What is said about tables of which something is not shown."""

from integrationsplan._language import Wording

# To be published with a table. None tells small counts from the others that are not shown.

NOT_SHOWN = Wording(
    "Figures not shown: {number}. These are counts {small}, and further ones from which such "
    "counts could be computed.",
    "Nicht ausgewiesene Werte: {number}. Es sind Anzahlen {small} und weitere, aus denen sich "
    "solche errechnen ließen.",
)
ONLY_SMALL = Wording(
    "Figures not shown: {number}. These are counts {small}; sums may allow to compute them.",
    "Nicht ausgewiesene Werte: {number}. Es sind Anzahlen {small}; aus Summen können sie sich "
    "errechnen lassen.",
)
ON_REQUEST = Wording("Figures not shown: {number}.", "Nicht ausgewiesene Werte: {number}.")
ONE = Wording("of 1", "von 1")
FROM_ONE = Wording("from 1 to {most}", "von 1 bis {most}")
FROM_ZERO = Wording("from 0 to {most}", "von 0 bis {most}")
ALL_SHOWN = Wording(
    "Every count is shown: none is small.", "Alle Anzahlen sind ausgewiesen: keine ist klein."
)
PROVEN = Wording(
    "No figure that is not shown follows from those shown. For each small count there are two "
    "tables of whole numbers that fit all that is shown and differ in it by {spread} or more; this "
    "was checked for each.",
    "Kein nicht ausgewiesener Wert folgt aus den ausgewiesenen. Zu jeder kleinen Anzahl gibt es "
    "zwei Tabellen aus ganzen Zahlen, die zu allem Ausgewiesenen passen und sich in ihr um "
    "{spread} oder mehr unterscheiden; das wurde für jede geprüft.",
)
EACH_BY_ITSELF = Wording(
    "Tables are checked each by itself, given how many persons there are in all where that is not "
    "small. What follows from other reports is not looked at.",
    "Geprüft ist jede Tabelle für sich, bei bekannter Gesamtzahl der Personen, wo diese nicht "
    "klein ist. Was aus anderen Berichten folgt, ist nicht geprüft.",
)
UNKNOWABLE = Wording(
    "No figure that is not shown follows from those shown; this was checked for each.",
    "Kein nicht ausgewiesener Wert folgt aus den ausgewiesenen; das wurde für jeden geprüft.",
)
TOGETHER = Wording(
    "Of these groups nothing is shown for themselves, as one of them is of few persons: {groups}.",
    "Von diesen Gruppen wird für sich nichts ausgewiesen, da eine davon wenige Personen hat: "
    "{groups}.",
)
NOT_PROVEN = Wording(
    "Of the figures not shown, so many may follow from those shown: {number}. The table should not "
    "be published.",
    "Von den nicht ausgewiesenen Werten können so viele aus den ausgewiesenen folgen: {number}. "
    "Die Tabelle sollte nicht veröffentlicht werden.",
)
ROUNDED = Wording(
    "Each figure is rounded by itself to a multiple of {base}; sums need not add up.",
    "Jeder Wert ist für sich auf ein Vielfaches von {base} gerundet; Summen müssen nicht aufgehen.",
)
NOT_KNOWN = Wording(
    "Figures not known: {number}. They are neither zero nor kept back.",
    "Unbekannte Werte: {number}. Sie sind weder null noch zurückgehalten.",
)

# For those who make a table.

SMALL = Wording(
    "Counts {small}, not shown: {number}.", "Anzahlen {small}, nicht ausgewiesen: {number}."
)
WITHHELD = Wording("Withheld as asked for: {number}.", "Auf Vorgabe zurückgehalten: {number}.")
COMPLEMENTARY = Wording(
    "Further figures not shown, so that those cannot be computed: {number}.",
    "Weitere Werte, nicht ausgewiesen, damit jene sich nicht errechnen lassen: {number}.",
)


def filled(words: Wording, **values: int | str | Wording) -> Wording:
    """Fill values in, in both languages."""
    english, german = (
        words.in_language(language).format_map(
            {
                name: value.in_language(language) if isinstance(value, Wording) else value
                for name, value in values.items()
            }
        )
        for language in ("en", "de")
    )
    return Wording(english, german)


def small_words(least: int | None, *, protects_zeros: bool) -> Wording:
    """Say which counts are small."""
    most = (least or 1) - 1
    if protects_zeros:
        return filled(FROM_ZERO, most=most)
    return ONE if most == 1 else filled(FROM_ONE, most=most)
