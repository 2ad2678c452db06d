"""A code list of the user's own, and mappings between two lists.

Nothing large is bundled: titles of official lists are often not free, and a list that is shipped is
soon out of date. Look-ups go by an index and take no longer for 30,000 entries than for three.
"""

import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, TypeAlias

from annotated_types import Len

from integrationsplan._language import Language, Wording
from integrationsplan._model import PLAIN, FrozenMap, model
from integrationsplan._model._specs import describe_value
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.problems import (
    TOO_SMALL,
    WRONG_TYPE,
    Problem,
    ProblemKind,
    at_pointer,
    escape_token,
)
from integrationsplan.values._code_systems import known_system
from integrationsplan.values._period import Period
from integrationsplan.values._texts import Bilingual, Code, CodedValue, ShortText

__all__ = ["CodeEntry", "CodeLabel", "CodeList", "CodeMapping"]

LONGEST_LABEL = 200
"""Characters of a label that a `CodedValue` has room for."""

CLOSEST = 200
"""Codes that an error looks for close ones among."""

CODE = Wording("code", "Code")
SEARCH = Wording("search", "Suche")
LANGUAGES: tuple[Language, ...] = ("de", "en")

DUPLICATE_CODE = ProblemKind(
    "duplicate_code",
    found=Wording("the code of {other} again", "noch einmal der Code von {other}"),
    allowed=Wording("each code once", "jeder Code einmal"),
    remedy=Wording("Remove or correct one of the two.", "Einen davon entfernen oder berichtigen."),
)
UNKNOWN_PARENT = ProblemKind(
    "unknown_parent_code",
    found=Wording(
        "a parent that is not in the list", "ein übergeordneter Code, der nicht in der Liste steht"
    ),
    allowed=Wording("a code of the list", "ein Code der Liste"),
    remedy=Wording("Add the parent, or leave it out.", "Den Code ergänzen oder ihn weglassen."),
)
PARENT_CYCLE = ProblemKind(
    "parent_cycle",
    found=Wording(
        "a code that is its own parent, directly or through others",
        "ein Code, der sich selbst übergeordnet ist, unmittelbar oder über andere",
    ),
    allowed=Wording("parents that lead to the top", "übergeordnete Codes, die nach oben führen"),
    remedy=Wording("Correct the parent.", "Den übergeordneten Code berichtigen."),
)
DUPLICATE_TARGET = ProblemKind(
    "duplicate_target",
    found=Wording(
        "the target of {other} again for the same code",
        "noch einmal das Ziel von {other} für denselben Code",
    ),
    allowed=Wording("each pair once", "jedes Paar einmal"),
    remedy=Wording("Remove one of the two.", "Eines der beiden entfernen."),
)

CodeLabel: TypeAlias = Annotated[str, Len(1, 2000), PLAIN]
"""What a code is called, in the one language that the list has: 1 to 2,000 characters."""


@model
class CodeEntry:
    """A code of a list.

    Attributes:
        code: The code, as text: codes may begin with zero.
        label: What it is called, in one language or in both.
        parent: The code above it in the same list.
        valid: When it may be used; without it, always.
    """

    code: Code
    label: CodeLabel | Bilingual
    parent: Code | None = None
    valid: Period | None = None

    def in_language(self, language: Language) -> str:
        """Return the label in ``language``, or in the one language that it has."""
        return self.label.in_language(language) if isinstance(self.label, Bilingual) else self.label

    def is_valid_on(self, day: dt.date) -> bool:
        """Tell whether the code may be used on a day."""
        return self.valid is None or day in self.valid


@model(repr=False)
class CodeList:
    """A list of codes with their labels, which the user brings along.

    Attributes:
        system: The system, for example ``"KldB 2010"`` or the ``listURI`` of an XÖV code list. If
            it is known here, every code must have its form.
        version: The edition, for example the ``listVersionID`` of an XÖV code list.
        entries: The codes in their order; none stands twice, and every parent is among them.

    Example:
        >>> fields = CodeList.of("fields", {"1": "Work", "1.1": "Training", "2": "Housing"})
        >>> fields.label("1.1"), "3" in fields, len(fields)
        ('Training', False, 3)
        >>> [entry.code for entry in fields.search("ING")]
        ['1.1', '2']
    """

    system: ShortText
    version: Code | None = None
    entries: tuple[CodeEntry, ...]

    def _violations(self) -> Iterator[Problem]:
        known = known_system(self.system)
        first: dict[str, int] = {}
        for index, entry in enumerate(self.entries):
            other = first.setdefault(entry.code, index)
            if other != index:
                yield DUPLICATE_CODE.at(f"/entries/{index}/code", other=f"/entries/{other}")
            problem = known.problem(entry.code) if known else None
            if problem:
                yield at_pointer(problem, f"/entries/{index}/code")
            if entry.parent is not None and entry.parent not in self._index:
                yield UNKNOWN_PARENT.at(f"/entries/{index}/parent")
        for code in codes_in_cycles({e.code: e.parent for e in self.entries if e.parent}):
            yield PARENT_CYCLE.at(f"/entries/{first[code]}/parent")

    @classmethod
    def of(
        cls,
        system: str,
        labels: Mapping[str, str | Bilingual],
        *,
        version: str | None = None,
        parents: Mapping[str, str] | None = None,
    ) -> "CodeList":
        """Make a list from a mapping of codes to labels.

        Args:
            system: The system.
            labels: What each code is called.
            version: The edition.
            parents: The code above, where there is one.

        Raises:
            InvalidValueError: If an entry is wrong; tells every problem of every entry.
        """
        parents = parents or {}
        entries: list[CodeEntry] = []
        problems: list[Problem] = []
        for index, (code, label) in enumerate(labels.items()):
            try:
                entries.append(CodeEntry(code=code, label=label, parent=parents.get(code)))
            except InvalidValueError as error:
                problems += [at_pointer(p, f"/entries/{index}") for p in error.problems]
        for code in parents:
            if code not in labels:
                problems.append(UNKNOWN_PARENT.at(f"/parents/{escape_token(code)}"))
        if problems:
            raise InvalidValueError("CodeList", problems)
        return cls(system=system, version=version, entries=tuple(entries))

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[CodeEntry]:
        return iter(self.entries)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self._index

    def __getitem__(self, code: str) -> CodeEntry:
        found = self._index.get(code)
        if found is None:
            raise UnknownNameError(CODE, code, near(code, self._index))
        return found

    def label(self, code: str, language: Language = "en") -> str:
        """Return what a code is called.

        Args:
            code: A code of the list.
            language: The language, where the list has both.

        Raises:
            UnknownNameError: If the list has no such code; names close ones.
        """
        return self[code].in_language(language)

    def coded(self, code: str, language: Language = "en") -> CodedValue:
        """Return a code with list, version and label, as records keep it.

        A label of more than 200 characters is cut there and ends with ``…``.

        Args:
            code: A code of the list.
            language: The language of the label, where the list has both.

        Raises:
            UnknownNameError: If the list has no such code; names close ones.
        """
        label = " ".join(self.label(code, language).split())
        if len(label) > LONGEST_LABEL:
            label = f"{label[: LONGEST_LABEL - 1]}…"
        return CodedValue(system=self.system, code=code, version=self.version, label=label)

    def children(self, code: str | None = None) -> tuple[CodeEntry, ...]:
        """Return the codes directly below a code, or those at the top, in the order of the list.

        Raises:
            UnknownNameError: If the list has no such code; names close ones.
        """
        if code is not None:
            code = self[code].code
        return self._children.get(code, ())

    def search(self, text: str, *, limit: int = 20) -> tuple[CodeEntry, ...]:
        """Return the entries whose code or label holds a text, in the order of the list.

        Capitals make no difference. A blank text is in no entry.

        Args:
            text: What to look for.
            limit: How many entries at most.

        Raises:
            InvalidValueError: If the limit is below 1, or one of the two is of another type.
        """
        for name, value, wanted, words in (
            ("text", text, str, Wording("text", "Text")),
            ("limit", limit, int, Wording("whole number", "ganze Zahl")),
        ):
            if type(value) is not wanted:
                problem = WRONG_TYPE.at(f"/{name}", found=describe_value(value), allowed=words)
                raise InvalidValueError(SEARCH, [problem])
        if limit < 1:
            bound = Wording("at least 1", "mindestens 1")
            raise InvalidValueError(SEARCH, [TOO_SMALL.at("/limit", bound=bound)])
        sought = text.strip().casefold()
        if not sought:
            return ()
        pairs = zip(self.entries, self._searched, strict=True)
        matching = (entry for entry, searched in pairs if sought in searched)
        return tuple(itertools.islice(matching, limit))

    @functools.cached_property
    def _index(self) -> dict[str, CodeEntry]:
        return {entry.code: entry for entry in self.entries}

    @functools.cached_property
    def _children(self) -> dict[str | None, tuple[CodeEntry, ...]]:
        found: dict[str | None, list[CodeEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.parent, []).append(entry)
        return {parent: tuple(entries) for parent, entries in found.items()}

    @functools.cached_property
    def _searched(self) -> tuple[str, ...]:
        # A line feed keeps a text from being found across two labels.
        return tuple(
            "\n".join(
                (entry.code, *(entry.in_language(language) for language in LANGUAGES))
            ).casefold()
            for entry in self.entries
        )

    def __repr__(self) -> str:
        return f"<CodeList: {self.system}, {len(self.entries)} codes>"


@model(repr=False)
class CodeMapping:
    """Which codes of another list a code corresponds to: often one, sometimes several.

    Attributes:
        source: The system of the codes that are looked up.
        source_version: Its edition.
        target: The system of the codes that are found.
        target_version: Its edition.
        entries: The codes found for each code.

    Example:
        >>> to_isco = CodeMapping(
        ...     source="KldB 2010",
        ...     target="ISCO-08",
        ...     entries=FrozenMap({"01234": ("0110", "0210")}),
        ... )
        >>> sorted(to_isco.targets("01234"))
        ['0110', '0210']
    """

    source: ShortText
    source_version: Code | None = None
    target: ShortText
    target_version: Code | None = None
    entries: FrozenMap[Code, Annotated[tuple[Code, ...], Len(1, 100_000)]]

    def _violations(self) -> Iterator[Problem]:
        source, target = known_system(self.source), known_system(self.target)
        for place, (code, targets) in enumerate(self.entries.items(), start=1):
            problem = source.problem(code) if source else None
            if problem:
                yield at_pointer(problem, f"/entries/#{place}")
            pointer = f"/entries/{escape_token(code)}"
            first: dict[str, int] = {}
            for index, other in enumerate(targets):
                earlier = first.setdefault(other, index)
                if earlier != index:
                    yield DUPLICATE_TARGET.at(f"{pointer}/{index}", other=f"{pointer}/{earlier}")
                problem = target.problem(other) if target else None
                if problem:
                    yield at_pointer(problem, f"{pointer}/{index}")

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self.entries

    def targets(self, code: str) -> frozenset[str]:
        """Return the codes that a code corresponds to: at least one.

        Raises:
            UnknownNameError: If the mapping has no such code; names close ones.
        """
        if code not in self:
            raise UnknownNameError(CODE, code, near(code, self.entries))
        return frozenset(self.entries[code])

    def coded(self, code: str) -> tuple[CodedValue, ...]:
        """Return the same as coded values without labels, sorted by code.

        Raises:
            UnknownNameError: If the mapping has no such code; names close ones.
        """
        return tuple(
            CodedValue(system=self.target, code=target, version=self.target_version)
            for target in sorted(self.targets(code))
        )

    def reversed(self) -> "CodeMapping":
        """Return the mapping the other way round; the codes found are sorted."""
        found: dict[str, list[str]] = {}
        for code, targets in self.entries.items():
            for target in targets:
                found.setdefault(target, []).append(code)
        return CodeMapping(
            source=self.target,
            source_version=self.target_version,
            target=self.source,
            target_version=self.source_version,
            entries=FrozenMap({code: tuple(sorted(found[code])) for code in sorted(found)}),
        )

    def __repr__(self) -> str:
        return f"<CodeMapping: {self.source} to {self.target}, {len(self.entries)} codes>"


def near(code: object, known: Iterable[str]) -> Iterable[str]:
    """Return the known codes that share the longest beginning with a code.

    An error looks for close names among the first of all names only, which in a long list are
    rarely the close ones.
    """
    listed = list(known)
    if len(listed) <= CLOSEST or not isinstance(code, str):
        return listed
    for length in range(min(len(code), 64), 0, -1):
        found = [other for other in listed if other.startswith(code[:length])]
        if found:
            return found[:CLOSEST]
    return listed


def codes_in_cycles(parents: Mapping[str, str]) -> Iterator[str]:
    """Yield the codes that come back to themselves from parent to parent."""
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        code: str | None = start
        while code is not None and code not in done and code not in path:
            path[code] = None
            code = parents.get(code)
        if code is not None and code in path:
            members = list(path)
            yield from members[members.index(code) :]
        done.update(path)
