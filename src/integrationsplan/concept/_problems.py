"""Kinds of problems of concepts, networks and offers."""

from integrationsplan._language import Wording
from integrationsplan.problems import ProblemKind

ENDS_BEFORE_BEGIN = ProblemKind(
    "ends_before_begin",
    found=Wording(
        "a time of end that is not later", "eine Uhrzeit des Endes, die nicht später ist"
    ),
    allowed=Wording("a later time than the begin", "eine spätere Uhrzeit als der Beginn"),
    remedy=Wording(
        "Correct the times; what goes past midnight is two schedules.",
        "Die Uhrzeiten berichtigen; was über Mitternacht geht, sind zwei Zeiten.",
    ),
)
NO_FIRST_WEEK = ProblemKind(
    "no_first_week",
    found=Wording("an offer of every few weeks", "ein Angebot alle paar Wochen"),
    allowed=Wording(
        "with a period that has a start, which says in which week",
        "mit einem Zeitraum mit Beginn, der sagt, in welcher Woche",
    ),
    remedy=Wording("Give the start of the period.", "Den Beginn des Zeitraums angeben."),
)
NO_DAY = ProblemKind(
    "no_weekday",
    found=Wording(
        "times or a rhythm without weekday", "Uhrzeiten oder ein Rhythmus ohne Wochentag"
    ),
    allowed=Wording("at least one weekday", "mindestens ein Wochentag"),
    remedy=Wording(
        "Name the weekdays, or write the times into the note.",
        "Die Wochentage nennen oder die Zeiten in den Hinweis schreiben.",
    ),
)
GOAL_PART_OF_ITSELF = ProblemKind(
    "goal_part_of_itself",
    found=Wording("a goal that is a part of itself", "ein Ziel, das Teil von sich selbst ist"),
    allowed=Wording("the id of another goal", "die Kennung eines anderen Ziels"),
    remedy=Wording("Remove its own id.", "Die eigene Kennung entfernen."),
)
NO_COST = ProblemKind(
    "no_cost",
    found=Wording("an amount below zero", "ein Betrag unter null"),
    allowed=Wording("0 or more", "0 oder mehr"),
    remedy=Wording("Give what it costs.", "Angeben, was es kostet."),
)
VOTES_AGAINST = ProblemKind(
    "votes_against",
    found=Wording(
        "a unanimous resolution with votes against it",
        "ein einstimmiger Beschluss mit Gegenstimmen",
    ),
    allowed=Wording("no vote against it", "keine Gegenstimme"),
    remedy=Wording("Correct the votes.", "Die Stimmen berichtigen."),
)
ADOPTS_NOTHING = ProblemKind(
    "adopts_nothing",
    found=Wording(
        "a validity without a resolution that gives one",
        "eine Geltung ohne Beschluss, der sie gibt",
    ),
    allowed=Wording(
        "a validity where a concept is adopted, continued or extended",
        "eine Geltung, wo ein Konzept beschlossen, fortgeschrieben oder verlängert wird",
    ),
    remedy=Wording("Correct the kind, or leave the validity out.", "Die Art berichtigen."),
)
DAY_TWICE = ProblemKind(
    "day_twice",
    found=Wording("two values of one day", "zwei Werte eines Tages"),
    allowed=Wording("one value a day", "ein Wert je Tag"),
    remedy=Wording("Keep the value that holds.", "Den geltenden Wert behalten."),
)
DONE_BEFORE_BEGIN = ProblemKind(
    "done_before_begin",
    found=Wording("a day before the stage began", "ein Tag vor dem Beginn der Etappe"),
    allowed=Wording("{day} or later", "{day} oder später"),
    remedy=Wording("Correct the days.", "Die Tage berichtigen."),
)
NOTHING_COUNTED = ProblemKind(
    "nothing_counted",
    found=Wording("a use without any figure", "eine Nutzung ohne eine Zahl"),
    allowed=Wording("at least one figure", "mindestens eine Zahl"),
    remedy=Wording(
        "Give what was counted; nobody is 0, not known is no entry.",
        "Angeben, was gezählt wurde; niemand ist 0, unbekannt ist kein Eintrag.",
    ),
)
MORE_THAN_ALL = ProblemKind(
    "more_than_all",
    found=Wording("more than all of them", "mehr als insgesamt"),
    allowed=Wording("at most {allowed}", "höchstens {allowed}"),
    remedy=Wording("Correct the figures.", "Die Zahlen berichtigen."),
)
OPEN_USE = ProblemKind(
    "open_use",
    found=Wording("figures of a time with an open end", "Zahlen eines Zeitraums mit offenem Ende"),
    allowed=Wording("a time with both ends", "ein Zeitraum mit Beginn und Ende"),
    remedy=Wording("Give both ends.", "Beginn und Ende angeben."),
)

CONCEPT_KINDS = (
    ENDS_BEFORE_BEGIN,
    NO_FIRST_WEEK,
    NO_DAY,
    GOAL_PART_OF_ITSELF,
    NO_COST,
    VOTES_AGAINST,
    ADOPTS_NOTHING,
    DAY_TWICE,
    DONE_BEFORE_BEGIN,
    NOTHING_COUNTED,
    MORE_THAN_ALL,
    OPEN_USE,
)
