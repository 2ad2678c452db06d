"""Every exception of the package.

Each error has one root, `IntegrationsplanError`, and a builtin parent that callers already catch.
Errors carry their facts as attributes, and survive pickling.
"""

import datetime as dt
from collections.abc import Iterable

from integrationsplan._language import Language, Wording, format_date
from integrationsplan.problems import Problem

__all__ = [
    "AllocationError",
    "CurrencyMismatchError",
    "DateOutOfRangeError",
    "DocumentError",
    "IntegrationsplanError",
    "InvalidValueError",
    "NotInForceError",
    "NotStatedError",
    "PrecisionLossError",
    "ProblemsError",
    "UnknownNameError",
]


PROBLEMS_SAID = 1_001
"""Problems that a message tells; an error itself holds them all."""


class IntegrationsplanError(Exception):
    """The root of every error that the package raises on purpose."""

    code = "error"


class ProblemsError(IntegrationsplanError, ValueError):
    """Something was refused; `problems` holds every reason, not only the first.

    Attributes:
        attempt: What was attempted: the name of a class or a format, or words in both languages.
        problems: All that is wrong, in the order of the input.
    """

    code = "problems"

    def __init__(self, attempt: str | Wording, problems: Iterable[Problem]) -> None:
        self.attempt = attempt
        self.problems = tuple(problems)
        super().__init__(self.attempt, self.problems)

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language = "en") -> str:
        """Say every problem, one a line."""
        count = len(self.problems)
        words = ("Problem", "Probleme") if language == "de" else ("problem", "problems")
        attempt = self.attempt
        said = attempt.in_language(language) if isinstance(attempt, Wording) else attempt
        head = f"{said}: {count} {words[count != 1]}"
        lines = [f"  {problem.text(language)}" for problem in self.problems[:PROBLEMS_SAID]]
        if count > PROBLEMS_SAID:
            more = count - PROBLEMS_SAID
            lines.append(f"  … und {more} weitere" if language == "de" else f"  … and {more} more")
        return "\n".join([head, *lines])

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.problems)} problems>"


class InvalidValueError(ProblemsError):
    """An object was to be made from values that its type does not allow."""

    code = "invalid_value"


class DocumentError(ProblemsError):
    """A document (JSON, TOML, CSV) or a table was refused when read."""

    code = "invalid_document"


class AllocationError(ProblemsError):
    """A rule could not be evaluated for the recipients given."""

    code = "allocation_failed"


class CurrencyMismatchError(IntegrationsplanError, ValueError):
    """Two amounts in different currencies were to be added or compared."""

    code = "currency_mismatch"

    def __init__(self, left: str, right: str) -> None:
        self.left = left
        self.right = right
        super().__init__(left, right)

    def __str__(self) -> str:
        return (
            f"amounts in {self.left!r} and {self.right!r} cannot be combined; "
            "convert one of them first"
        )


class PrecisionLossError(IntegrationsplanError, ValueError):
    """An exact value does not fit into whole units, and no rounding was named."""

    code = "precision_loss"

    def __init__(self, what: str, step: str) -> None:
        self.what = what
        self.step = step
        super().__init__(what, step)

    def __str__(self) -> str:
        return (
            f"{self.what} is no multiple of {self.step}; name a rounding "
            "(for example rounding=Rounding.HALF_UP) or give an exact value"
        )


class DateOutOfRangeError(IntegrationsplanError, ValueError):
    """A calculation left the years 1 to 9999."""

    code = "date_out_of_range"

    def __init__(self, start: dt.date, step: str) -> None:
        self.start = start
        self.step = step
        super().__init__(start, step)

    def __str__(self) -> str:
        return (
            f"{self.start.isoformat()} and {self.step} lead outside the years 1 to 9999; "
            "use a smaller step"
        )


class NotInForceError(IntegrationsplanError, LookupError):
    """A dated value was asked for on a day on which none is in force.

    Attributes:
        key: Name of the parameter or programme.
        day: The day asked for.
        before: Last day before `day` on which a value was in force, if any.
        after: First day after `day` on which a value is in force, if any.
    """

    code = "not_in_force"

    def __init__(
        self, key: str, day: dt.date, before: dt.date | None, after: dt.date | None
    ) -> None:
        self.key = key
        self.day = day
        self.before = before
        self.after = after
        super().__init__(key, day, before, after)

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language = "en") -> str:
        """Say it in ``language``."""
        day = format_date(self.day, language)
        before = format_date(self.before, language) if self.before is not None else None
        after = format_date(self.after, language) if self.after is not None else None
        if language == "de":
            nearest = [f"es galt zuletzt am {before}"] if before else []
            nearest += [f"es gilt ab {after}"] if after else []
            tail = " und ".join(nearest) or "es gilt an keinem Tag"
            return f"{self.key!r} gilt nicht am {day}; {tail}. Einen solchen Tag wählen."
        nearest = [f"it was last on {before}"] if before else []
        nearest += [f"it is from {after}"] if after else []
        tail = " and ".join(nearest) or "it is on no day"
        return f"{self.key!r} is not in force on {day}; {tail}. Choose such a day."


class NotStatedError(IntegrationsplanError, LookupError):
    """A figure of the law was asked for that the sources of its document do not say.

    Attributes:
        key: Id of the programme.
        name: Name of the figure.
        what: What is missing, in both languages.
        sources: What was read for it.
    """

    code = "not_stated"

    def __init__(self, key: str, name: str, what: Wording, sources: Iterable[str]) -> None:
        self.key = key
        self.name = name
        self.what = what
        self.sources = tuple(sources)
        super().__init__(key, name, what, self.sources)

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language = "en") -> str:
        """Say it in ``language``."""
        what = self.what.in_language(language)
        read = "; ".join(self.sources)
        if language == "de":
            tail = f" Gelesen wurden: {read}." if read else ""
            return (
                f"{self.name!r} von {self.key!r} ist nicht bekannt: {what}{tail} "
                "Den Wert selbst angeben oder eine Quelle ergänzen."
            )
        tail = f" Read were: {read}." if read else ""
        return (
            f"{self.name!r} of {self.key!r} is not known: {what}{tail} "
            "Give the value yourself, or add a source."
        )


class UnknownNameError(IntegrationsplanError, LookupError):
    """A name (a programme, an edition, a recipient, a revision) is not known here.

    Attributes:
        kind: What kind of thing was looked up, for example ``"programme"``.
        name: The name asked for.
        known: The names that exist, sorted.
    """

    code = "unknown_name"

    def __init__(self, kind: str | Wording, name: object, known: Iterable[str]) -> None:
        self.kind = kind
        # What is no text is named by its type: it may be anything, of any size.
        self.name = name if isinstance(name, str) else type(name).__name__
        self.known = tuple(sorted(known))
        super().__init__(kind, self.name, self.known)

    def __repr__(self) -> str:
        return f"<UnknownNameError: {self.name[:100]!r}, {len(self.known)} known>"

    @property
    def close(self) -> tuple[str, ...]:
        """The known names that resemble the one asked for, best first."""
        # Only an error pays for the import; difflib is slow on long lists, hence the cut.
        from difflib import get_close_matches  # noqa: PLC0415

        name, known = self.name[:64], self.known[:1_000]
        holding = [other for other in known if len(name) > 2 and name.lower() in other.lower()]
        return tuple(dict.fromkeys([*holding, *get_close_matches(name, known, n=3)]))[:3]

    def __str__(self) -> str:
        close = self.close
        if close:
            hint = "did you mean " + " or ".join(repr(name) for name in close) + "?"
        elif self.known:
            hint = "known are " + ", ".join(repr(name) for name in self.known[:10])
            hint += f" and {len(self.known) - 10} more" if len(self.known) > 10 else ""
        else:
            hint = "none is known"
        kind = self.kind.en if isinstance(self.kind, Wording) else self.kind
        return f"no {kind} is named {self.name[:100]!r}; {hint}"
