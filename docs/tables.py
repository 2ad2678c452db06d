"""Tables of the documentation, made from the package itself, as Markdown."""

from __future__ import annotations

import datetime as dt
import enum
import importlib
import inspect
import pkgutil
import re
import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import annotated_types
import attrs

import integrationsplan
from integrationsplan import catalogue, errors, exchange, history, plan, values
from integrationsplan._model import FrozenMap, Pattern, RefersTo, field_specs
from integrationsplan.allocation import Node
from integrationsplan.concept._concept_finding_kinds import CONCEPT_FINDINGS
from integrationsplan.funding import TERMS
from integrationsplan.funding._finding_kinds import FUNDING_FINDINGS
from integrationsplan.monitoring import definitions, facts_needed
from integrationsplan.problems import ProblemKind
from integrationsplan.values import Labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from integrationsplan.allocation import Programme
    from integrationsplan.funding import FundingProgramme, GeneralTerms
    from integrationsplan.parameters import ParameterValue

_IMPORTABLE = (
    "allocation",
    "concept",
    "history",
    "monitoring",
    "parameters",
    "plan",
    "serialization",
    "values",
    "findings",
    "funding",
)


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a table; cells may hold Markdown."""
    lines = [list(head)]
    lines += [["---"] * len(lines[0])]
    lines += [[str(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


# -- cells -----------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """Take what Markdown would read as a mark for what it is."""
    return re.sub(r"([\\`*_\[\]<>$#{}])", r"\\\1", text).replace("\n", " ")


def both(words: Any) -> str:  # a Bilingual or a Label
    """Write a title in English with the German proper title behind it."""
    english, german = plain(words.en), plain(words.de)
    return english if english == german else f"{english} ({german})"


def grouped(text: str) -> str:
    """Set off the thousands of a number as printed: 58,000,000.50."""
    return re.sub(r"^-?\d{4,}", lambda found: f"{int(found[0]):,}", text)


def link(citation: values.Citation, locator: str | None = None) -> str:
    """Write where something comes from, as a link if it can be read on the web."""
    parts = (citation.title, locator or citation.locator, citation.publisher)
    words = plain(", ".join(filter(None, parts)))
    return f"[{words}](<{citation.url}>)" if citation.url else words


def value_text(row: ParameterValue, unit: str) -> str:
    """Write the value of a row as printed, with every row of a table and every band."""
    tail = "" if unit == "1" else " %" if unit == "percent" else f" {unit}"
    if row.date is not None:
        return row.date.isoformat()
    if row.codes is not None:
        return ", ".join(f"{code}: {value}" for code, value in row.codes.items())
    if row.table is not None:
        return ", ".join(f"{plain(code)}: {grouped(text)}" for code, text in row.table.items())
    if row.value is not None:
        return f"{grouped(row.value)}{tail}"
    return ", ".join(
        " ".join(
            f"{words} {grouped(end)}"
            for words, end in (
                ("from", band.at_least),
                ("above", band.above),
                ("below", band.below),
                ("up to", band.at_most),
            )
            if end is not None
        )
        + f": {grouped(band.value)}{tail}"
        for band in row.bands or ()
    )


def span(start: dt.date | None, end: dt.date | None) -> str:
    """Write a time by its first and last day."""
    return f"{start.isoformat() if start else '…'} to {end.isoformat() if end else '…'}"


# -- fields ----------------------------------------------------------------------------------------


def find_class(name: str) -> Any:  # a class of the package
    """Return a public class by its name, with its module in front where two have the name."""
    modules = _IMPORTABLE
    if "." in name:
        module_name, _, name = name.partition(".")
        modules = (module_name,)
    for module_name in modules:
        module = importlib.import_module(f"integrationsplan.{module_name}")
        if name in module.__all__:
            return getattr(module, name)
    raise LookupError(name)


def meanings(owner: type) -> dict[str, str]:
    """Return what the docstring says of each field."""
    found: dict[str, str] = {}
    for cls in reversed(owner.__mro__):
        found |= own_meanings(cls)
    return found


def own_meanings(cls: type) -> dict[str, str]:
    """Return what the docstring of a class itself says of fields, those of its bases left out."""
    text = inspect.cleandoc(cls.__doc__ or "").partition("Attributes:\n")[2]
    return {
        match[1]: re.sub(r"\s+", " ", match[2]).replace("``", "`")
        for match in re.finditer(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", text, re.MULTILINE)
    }


_ALIASES = {
    "ShortText": "text, 1 to 200 characters",
    "LongText": "text, 1 to 20,000 characters",
    "Identifier": "id",
    "Name": "name",
    "Code": "text, 1 to 64 characters",
    "LanguageCode": "ISO 639 code",
    "CountryCode": "ISO 3166-1 code",
    "Jurisdiction": "country or Land",
    "WebAddress": "web address",
    "NumberText": "number as text",
    "DecimalText": "decimal number as text",
    "PersonName": "name of a person (DIN 91379, type A), 1 to 200 characters",
    "ScriptCode": "ISO 15924 code",
    "LeiKaKey": "LeiKa key, 14 digits",
    "Digest": "digest",
    "Salt": "salt: 32 bytes in base64url",
}
_PLAIN = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    dt.date: "date",
    dt.datetime: "moment",
}


def form(annotation: Any) -> str:  # any type
    """Say what a field takes."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        for part in arguments:
            if isinstance(part, RefersTo):
                return "id of an entry: " + " or ".join(f"`{kind}`" for kind in part.kinds)
        arguments = tuple(part for part in arguments if not isinstance(part, values.Label))
        for name, words in _ALIASES.items():
            home = values if name in values.__all__ else history
            if arguments == get_args(getattr(home, name)):
                return words
        return form(arguments[0]) + _bounds_of(arguments[1:])
    if origin is tuple:
        return f"list of: {form(arguments[0])}"
    if origin is FrozenMap:
        return f"table: {form(arguments[1])} by {form(arguments[0])}"
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in arguments)
    if origin in (Union, types.UnionType):
        if Node in arguments:
            return "operand"
        options = [option for option in arguments if option is not type(None)]
        return " or ".join(form(option) for option in options)
    return _PLAIN.get(annotation) or _class_form(origin or annotation)


def _class_form(cls: Any) -> str:  # a class or a type variable
    if inspect.isclass(cls) and issubclass(cls, enum.Enum) and not issubclass(cls, Labelled):
        return ", ".join(f"`{member.value}`" for member in cls)
    if isinstance(cls, TypeVar):
        return "an entry"
    module = cls.__module__.partition("._")[0]
    if module == "integrationsplan.funding":  # has a name that others have, too: Purpose
        return f"{{py:obj}}`~{module}.{cls.__name__}`"
    return f"{{py:obj}}`{cls.__name__}`"


def _bounds_of(constraints: Iterable[object]) -> str:
    said = []
    for constraint in constraints:
        if isinstance(constraint, annotated_types.Len):
            said.append(f"{constraint.min_length} to {constraint.max_length:,}")
        elif isinstance(constraint, annotated_types.Ge):
            said.append(f"at least {constraint.ge}")
        elif isinstance(constraint, annotated_types.Le):
            said.append(f"at most {constraint.le}")
        elif isinstance(constraint, Pattern):
            said.append(constraint.en)
    return f" ({', '.join(said)})" if said else ""


def _default(owner: type, name: str) -> str:
    default = getattr(attrs.fields(owner), name).default
    if default is attrs.NOTHING:
        return "required"
    if default is None or default == () or default == FrozenMap():
        return "–"
    if isinstance(default, enum.Enum):
        default = default.value
    if isinstance(default, bool):
        default = str(default).lower()
    return f"`{default:,}`" if type(default) is int else f"`{default}`"


def fields(name: str) -> str:
    """Tabulate the fields of a class: form, default, meaning, and labels where it has them."""
    owner = find_class(name)
    said = meanings(owner)
    specs = list(field_specs(owner))
    labelled = any(spec.label is not None for spec in specs)
    rows = []
    for spec in specs:
        row = [f"`{spec.name}`", form(spec.annotation), _default(owner, spec.name)]
        row.append(said.get(spec.name, ""))
        if labelled:
            row += [spec.label.en, spec.label.de] if spec.label else ["", ""]
        rows.append(row)
    head = ["Field", "Form", "If absent", "Meaning"]
    return table([*head, "English", "German"] if labelled else head, rows)


# -- code lists ------------------------------------------------------------------------------------


def codes(name: str) -> str:
    """Tabulate a code list with its labels and the names of its members in Python."""
    rows = [(f"`{m.value}`", m.label.en, m.label.de, f"`{m}`") for m in find_class(name)]
    return table(["Code", "English", "German", "In Python"], rows)


def recognition_steps() -> str:
    """Tabulate which step of a recognition procedure may follow which."""
    rows = []
    for before, after in plan.RECOGNITION_STEPS.items():
        steps = [f"`{step.value}`" for step in plan.RecognitionStage if step in after]
        rows.append((f"`{before.value}`", ", ".join(steps) or "–"))
    return table(["From", "To"], rows)


def course_hours() -> str:
    """Tabulate the hours of courses by date, with their sources."""
    rows = []
    for kind, timeline in plan.COURSE_HOURS.items():
        dated = sorted(timeline.rows, key=lambda row: row.start or dt.date.min)
        for row, later in zip(dated, [*dated[1:], None], strict=True):
            superseded = later.start - dt.timedelta(days=1) if later and later.start else None
            most = "up to " if row.is_maximum else ""
            rows.append(
                (
                    f"`{kind.value}`",
                    span(row.start, row.end or superseded),
                    f"{most}{row.language_units}",
                    row.orientation_units or "–",
                    row.repeat_units or "–",
                    row.basis.value,
                    link(row.citation),
                )
            )
    head = ["Course", "In force", "Language", "Orientation", "Repeat once", "Basis", "Source"]
    return table(head, rows)


def purposes() -> str:
    """Tabulate the shipped purposes with the data groups that they need."""
    rows = []
    for code, purpose in plan.PURPOSES.items():
        missing = [group for group in plan.PlanGroup if group.value not in purpose.groups]
        groups = ", ".join(f"`{group}`" for group in purpose.groups) if missing else "all"
        options = [name.replace("_", " ") for name in _SHOWN if getattr(purpose, name)]
        basis = "yes" if purpose.needs_basis else "no"
        words = (f"`{code}`", purpose.label.en, purpose.label.de)
        rows.append((*words, groups, ", ".join(options) or "–", basis))
    head = ["Code", "English", "German", "Data groups", "Also shown", "Needs a basis"]
    return table(head, rows)


_SHOWN = ("with_history", "with_authors", "with_restricted")


def goal_templates() -> str:
    """Tabulate the templates of goals with what they suggest."""
    rows = [
        (
            f"`{template.code}`",
            template.title.en,
            template.title.de,
            "; ".join(suggestion.en for suggestion in template.suggestions),
            f"`{template.target.kind}`" if template.target else "–",
        )
        for template in plan.GOAL_TEMPLATES
    ]
    return table(["Code", "Goal", "In German", "Suggested measures", "Target"], rows)


def transitions() -> str:
    """Tabulate which step of a goal's life may follow which."""
    rows = []
    for before, after in plan.TRANSITIONS.items():
        steps = [
            f"`{step.value}`"
            + (" (with a reason)" if (before, step) in plan.REASON_REQUIRED else "")
            for step in plan.Lifecycle
            if step in after
        ]
        rows.append((f"`{before.value}`", ", ".join(steps) or "–"))
    return table(["From", "To"], rows)


def code_lists(*modules: types.ModuleType) -> tuple[str, ...]:
    """Return the names of all public code lists with labels, by default those of plans."""
    found = []
    for module in modules or (history, plan):
        for name in module.__all__:
            thing = getattr(module, name)
            # A list without members is a base: each vocabulary has its own.
            if inspect.isclass(thing) and issubclass(thing, Labelled) and len(thing):
                found.append(name)
    return tuple(found)


# -- problems and errors ---------------------------------------------------------------------------


def problem_kinds() -> dict[str, list[ProblemKind]]:
    """Return every kind of problem by the part of the package that declares it."""
    found: dict[str, list[ProblemKind]] = {}
    seen: set[int] = set()
    # "problems" first: others import its kinds.
    prefix = "integrationsplan."
    names = [info.name for info in pkgutil.walk_packages(integrationsplan.__path__, prefix)]
    for module_name in sorted(names, key=lambda name: (name != f"{prefix}problems", name)):
        if module_name.startswith(f"{prefix}cli"):
            continue
        module = importlib.import_module(module_name)
        source = inspect.getsource(module)
        part = module_name.removeprefix(prefix).partition(".")[0]
        for name, thing in vars(module).items():
            declared = re.search(rf"^{name} = ProblemKind\(", source, re.MULTILINE)
            if isinstance(thing, ProblemKind) and declared and id(thing) not in seen:
                seen.add(id(thing))
                found.setdefault(part, []).append(thing)
    return found


def problem_table(part: str) -> str:
    """Tabulate the kinds of problems that a part of the package declares."""
    rows = {
        kind.code: (
            f"`{kind.code}`",
            sentence(kind.found.en),
            sentence(kind.allowed.en),
            kind.remedy.en,
            sentence(kind.found.de),
        )
        for kind in problem_kinds()[part]
    }
    return table(
        ["Code", "Found", "Allowed", "Remedy", "Found, in German"],
        [rows[code] for code in sorted(rows)],
    )


def sentence(template: str) -> str:
    """Show the places of parameters in a sentence."""
    return re.sub(r"\{(\w+)\}", r"*\1*", template)


def finding_table(package: str = "funding") -> str:
    """Tabulate what the checks of a package find, with the sentences in both languages."""
    rows = []
    for kind in {"concept": CONCEPT_FINDINGS, "funding": FUNDING_FINDINGS}[package]:
        ways = "; ".join(f"`{way.code}`" for way in kind.ways)
        words = (sentence(kind.text.en), sentence(kind.text.de))
        rows.append((f"`{kind.code}`", kind.severity.value, *words, ways))
    return table(["Code", "Weight", "Sentence", "In German", "Ways"], rows)


def term_table() -> str:
    """Tabulate the figures of regulations that the library asks for by name."""
    rows = [(f"`{n}`", kind.unit, kind.title.en, kind.title.de) for n, kind in TERMS.items()]
    return table(["Name", "Unit", "English", "German"], rows)


def indicators(family: str) -> str:
    """Tabulate the indicators of a family: what each counts, what it needs, where it is written."""
    rows = []
    for each in definitions(family):
        needs = ", ".join(f"`{fact}`" for fact in each.needs)
        basis = each.basis.value
        words = (both(each.label), plain(each.definition.en), plain(each.population.en))
        rows.append(
            (
                f"`{each.id}`",
                *words,
                each.counted.in_language("en"),
                needs,
                basis,
                link(each.citation),
            )
        )
    head = ["Code", "What", "Definition", "Among", "State of", "Needs", "Basis", "Source"]
    return table(head, rows)


def facts() -> str:
    """Tabulate what records have to say to be counted."""
    return table(
        ["Fact", "What a record has to say", "In German"],
        [(f"`{name}`", plain(said.en), plain(said.de)) for name, said in facts_needed().items()],
    )


def error_table() -> str:
    """Tabulate the exception classes."""
    rows = []
    for name in errors.__all__:
        cls = getattr(errors, name)
        parents = [base.__name__ for base in cls.__mro__[1:] if base.__module__ == "builtins"]
        first = inspect.cleandoc(cls.__doc__).partition("\n")[0]
        rows.append((f"{{py:obj}}`{name}`", f"`{cls.code}`", f"`{parents[0]}`", first))
    return table(["Class", "Code", "Also a", "When"], rows)


# -- catalogue -------------------------------------------------------------------------------------


def citations() -> str:
    """Tabulate every source that a document of the catalogue cites."""
    rows = []
    documents: list[Programme | FundingProgramme | GeneralTerms] = [
        *(catalogue.funding(name) for name in catalogue.funding_ids()),
        *(catalogue.general_terms(name) for name in catalogue.general_terms_ids()),
        *(catalogue.load(name) for name in catalogue.ids()),
    ]
    for document in documents:
        for name, citation in document.citations.items():
            date = citation.date.isoformat() if citation.date else ""
            rows.append((f"`{document.id}`", f"`{name}`", link(citation), date))
    return table(["Document", "Id", "Source", "Date"], rows)


def concept_citations() -> str:
    """Tabulate every source that an entry of a shipped concept or network cites."""
    rows: dict[tuple[str, str], None] = {}
    documents = [
        *((name, catalogue.concept(name)) for name in catalogue.concept_ids()),
        *((name, catalogue.network(name)) for name in catalogue.network_ids()),
    ]
    for name, document in documents:
        for entry in document.current:
            source = getattr(entry, "source", None)
            if source is not None:
                rows[f"`{name}`", link(source)] = None
    return table(["Concept or network", "Source"], sorted(rows))


def front() -> str:
    """Tabulate the names of the front door with their homes."""
    rows = []
    for name in integrationsplan.__all__:
        thing = getattr(integrationsplan, name)
        if inspect.ismodule(thing):
            rows.append((f"{{py:mod}}`~{thing.__name__}`", f"{{py:mod}}`{thing.__name__}`"))
            continue
        home = thing.__module__.split("._")[0]
        path = f"{{py:mod}}`{home}`" if home != "integrationsplan" else "here"
        rows.append((f"{{py:obj}}`{name}`", path))
    return table(["Name", "Home"], rows)


def losses(name: str) -> str:
    """Tabulate what becomes of each field in a format of others, by the name of its mapping."""
    rows = [
        (
            f"`{row.source}`",
            f"`{row.target}`" if row.target else "**lost**",
            row.note.en,
            row.note.de,
        )
        for row in getattr(exchange, name)
    ]
    return table(["Here", "There", "How, or why not", "In German"], rows)


def fhir_losses() -> str:
    """Tabulate what becomes of each field in FHIR, both releases side by side."""
    rows = [
        (
            f"`{new.source}`",
            *(f"`{row.target}`" if row.target else "**lost**" for row in (new, old)),
            new.note.en,
            new.note.de,
        )
        for new, old in zip(exchange.FHIR_MAPPING["R5"], exchange.FHIR_MAPPING["R4B"], strict=True)
    ]
    return table(["Here", "R5", "R4B", "How, or why not", "In German"], rows)


MAKERS: dict[str, Callable[..., str]] = {
    "citations": citations,
    "codes": codes,
    "concept-citations": concept_citations,
    "course-hours": course_hours,
    "errors": error_table,
    "facts": facts,
    "fhir-losses": fhir_losses,
    "fields": fields,
    "findings": finding_table,
    "front": front,
    "goal-templates": goal_templates,
    "indicators": indicators,
    "losses": losses,
    "problems": problem_table,
    "purposes": purposes,
    "recognition-steps": recognition_steps,
    "terms": term_table,
    "transitions": transitions,
}
