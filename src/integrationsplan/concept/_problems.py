"""Kinds of problems of offers."""

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

CONCEPT_KINDS = (ENDS_BEFORE_BEGIN, NO_FIRST_WEEK, NO_DAY)
