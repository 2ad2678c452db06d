"""Writes a page for every document of the catalogue, from the document itself.

The pages come to be when Sphinx begins to build: they lie in ``docs/reference/catalogue/`` and are
kept out of the repository. So no page can say anything that its document does not. `pages_of` makes
the texts, `setup` has them written.
"""

from __future__ import annotations

import calendar
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))
import tables
from tables import both, link, plain, span, table, value_text

from integrationsplan import catalogue
from integrationsplan.allocation import describe_rule
from integrationsplan.errors import NotStatedError
from integrationsplan.funding import BudgetLine, Deadline, FundingProgramme, GeneralTerms
from integrationsplan.values import Basis, Bilingual, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

    from integrationsplan.allocation import Programme
    from integrationsplan.parameters import Parameter

Regulated = FundingProgramme | GeneralTerms

FOLDER = Path("reference") / "catalogue"
PROGRAMMES, TERMS, RULES = "programmes", "general-terms", "rules"


def pages_of() -> dict[Path, str]:
    """Return the text of every page by its place below `FOLDER`."""
    found = {}
    for name in catalogue.funding_ids():
        found[Path(PROGRAMMES) / f"{name}.md"] = programme_page(catalogue.funding(name))
    for name in catalogue.general_terms_ids():
        found[Path(TERMS) / f"{name}.md"] = terms_page(catalogue.general_terms(name))
    for name in catalogue.ids():
        found[Path(RULES) / f"{name}.md"] = rule_page(name)
    return found


def write_pages(source: Path) -> None:
    """Write the pages below the source of a build, and take away those that are no longer made.

    What would not change is left alone, so that Sphinx reads it only once.
    """
    folder = source / FOLDER
    texts = {folder / place: text for place, text in pages_of().items()}
    for old in set(folder.rglob("*.md")) - texts.keys():
        old.unlink()
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


# -- pages -----------------------------------------------------------------------------------------


def programme_page(programme: FundingProgramme) -> str:
    """Write the page of a funding programme."""
    if programme.financing is None:
        financing = "no source says it"
    else:
        financing = both(programme.financing.label)
    links = [f"[`{name}`](../{TERMS}/{name}.md)" for name in programme.general_terms]
    return _page(
        _head(programme, ("Kind of funding", financing), ("General terms", ", ".join(links))),
        _section("Purpose", _list_of(programme, programme.purposes)),
        _norms(programme),
        _section(
            "Who pays",
            _table_of(
                programme,
                programme.funders,
                {
                    "Funder": lambda f: both(f.title) + (", own money" if f.is_own else ""),
                    "Share": lambda f: (
                        ("up to " if f.is_most else "") + f"{f.share} %" if f.share else "not said"
                    ),
                    "When": _when,
                },
            ),
        ),
        _section("The money", _budget(programme)),
        _section(
            "Who decides and advises",
            _table_of(
                programme,
                programme.bodies,
                {
                    "Role": lambda b: b.role.label.en,
                    "Body": lambda b: both(b.title),
                    "When": _when,
                },
            ),
        ),
        _section(
            "Who may apply",
            _table_of(
                programme,
                programme.applicants,
                {
                    "Applicant": lambda a: both(a.applicant.label),
                    "When": _when,
                    "Condition": lambda a: said(a.condition),
                },
            ),
        ),
        _section(
            "What is funded",
            _table_of(
                programme,
                programme.costs,
                {
                    "Cost": lambda c: both(c.category.label),
                    "Funded": lambda c: "yes" if c.is_eligible else "**no**",
                    "What counts": lambda c: said(c.rule),
                    "Figure": lambda c: f"`{c.parameter}`" if c.parameter else "",
                    "When": _when,
                },
            ),
        ),
        _section("Rules in words", _rules(programme)),
        _section("Figures over time", _parameters(programme)),
        _section("Deadlines", _deadlines(programme)),
        _section(
            "Duties",
            _table_of(
                programme,
                programme.duties,
                {
                    "Id": lambda d: f"`{d.id}`",
                    "Kind": lambda d: d.sort.label.en,
                    "Duty": lambda d: said(d.text),
                    "With": lambda d: ", ".join(_to_programme(name) for name in d.programmes),
                    "When": _when,
                },
            ),
        ),
        _section(
            "What was changed",
            _table_of(
                programme,
                programme.amendments,
                {
                    "Id": lambda a: f"`{a.id}`",
                    "Change": lambda a: said(a.text),
                    "Valid from": lambda a: a.valid_from or "not said",
                    "Known from": lambda a: a.known_from or "not said",
                    "Figures": lambda a: ", ".join(f"`{name}`" for name in a.parameters),
                },
            ),
        ),
        _section(
            "Other programmes",
            _table_of(
                programme,
                programme.relations,
                {
                    "How": lambda r: r.sort.label.en,
                    "Programme": lambda r: f"{both(r.title)}: {_to_programme(r.programme)}",
                },
            ),
        ),
        _unknowns(programme),
        _sources(programme),
    )


def terms_page(terms: GeneralTerms) -> str:
    """Write the page of general terms."""
    users = [
        _to_programme(name)
        for name in catalogue.funding_ids()
        if terms.id in catalogue.funding(name).general_terms
    ]
    return _page(
        _head(terms, ("Used by", ", ".join(users))),
        _norms(terms),
        _section("Figures over time", _parameters(terms)),
        _section("Deadlines", _deadlines(terms)),
        _unknowns(terms),
        _sources(terms),
    )


def rule_page(rule_id: str) -> str:
    """Write the page of a rule, with the figures that were published beside it."""
    rule = catalogue.load(rule_id)
    users = [
        _to_programme(name)
        for name in catalogue.funding_ids()
        if rule_id in [use.rule for use in catalogue.funding(name).rules]
    ]
    rows = [
        ("Id", f"`{rule.id}`"),
        ("Programme", ", ".join(users) or "none of the catalogue"),
        ("Jurisdiction", f"`{rule.jurisdiction}`"),
        ("Valid", span(rule.valid.start, rule.valid.end)),
        ("Gives", rule.result.unit),
        ("Needs all recipients", "yes" if rule.needs_all_recipients else "no"),
    ]
    if rule.sources:
        names = [f"{plain(source.en or source.id)} (`{source.id}`)" for source in rule.sources]
        rows.append(("Paid by", ", ".join(names)))
    if rule.tranches:
        names = [f"{plain(each.en or each.id)} (`{each.id}`)" for each in rule.tranches]
        rows.append(("Paid in", ", ".join(names)))
    return _page(
        f"# {plain(rule.title.en)}",
        f"*Deutsch:* {plain(rule.title.de)}",
        plain(rule.summary.en) if rule.summary else "",
        table(["What", "Says the document"], rows),
        _section("Figures that recipients bring", _figures(rule)),
        _section(
            "Rules in words",
            table(
                ["Rule", "English", "German"],
                [
                    (f"`{n}`", *(plain(describe_rule(rule, n, lang)) for lang in ("en", "de")))
                    for n in rule.rules
                ],
            ),
        ),
        _section("Conditions", _conditions(rule)),
        _section("Figures over time", _parameters(rule)),
        _section("Published figures", _published(rule_id)),
        _sources(rule),
    )


def _figures(rule: Programme) -> str:
    rows = [
        {
            "Figure": f"`{name}`",
            "English": plain(rule.label(name, "en")),
            "German": plain(rule.label(name, "de")),
            "Unit": figure.unit,
            "Level": figure.level,
            "Counted on": figure.key_date or "",
            "If absent": figure.default or "",
        }
        for name, figure in rule.figures.items()
    ]
    return _without_empty(rows)


def _conditions(rule: Programme) -> str:
    rows = [
        {
            "Code": f"`{each.code}`",
            "Where it does not hold": EFFECTS[each.effect],
            "Sentence": tables.sentence(each.en),
            "Ways": "; ".join(plain(way.en) for way in each.ways),
        }
        for each in rule.conditions
    ]
    return _without_empty(rows)


def _published(rule_id: str) -> str:
    rows = [
        (
            plain(row.recipient),
            row.persons,
            row.persons_basis.value,
            f"{row.amount:,}",
            f"[{plain(row.source)}](<{row.url}>)" if row.url else plain(row.source),
        )
        for row in catalogue.published(rule_id)
    ]
    if not rows:
        return ""
    head = "They ship with the rule, and the tests reproduce each to the euro."
    columns = ["Recipient", "Persons", "Persons are", "EUR a year", "Source"]
    return f"{head}\n\n{table(columns, rows)}"


# -- parts of pages --------------------------------------------------------------------------------


def _head(document: Regulated, *more: tuple[str, str]) -> str:
    rows = [
        ("Id", f"`{document.id}`"),
        ("Jurisdiction", f"`{document.jurisdiction}`"),
        ("Period", span(document.period.start, document.period.end)),
        *((name, value) for name, value in more if value),
        ("Last compared with its sources", document.reviewed_on),
    ]
    parts = [f"# {plain(document.title.en)}", f"*Deutsch:* {plain(document.title.de)}"]
    if document.summary:
        parts.append(plain(document.summary.en))
    return "\n\n".join([*parts, table(["What", "Says the document"], rows)])


def _norms(document: Regulated) -> str:
    columns = {
        "What": lambda n: n.form.label.en,
        "Title": lambda n: both(n.title),
        "Issued on": lambda n: n.issued_on or "",
        "In force": _when,
    }
    return _section("Legal basis", _table_of(document, document.norms, columns))


def _unknowns(document: Regulated) -> str:
    rows = [
        {
            "Name": f"`{unknown.name}`",
            "What is not known": said(unknown.text),
            "When": _when(unknown),
            "What was read": "; ".join(link(document.citations[n]) for n in unknown.citations),
        }
        for unknown in document.unknowns
    ]
    if not rows:
        return ""
    head = "Asking for one of these is a {py:obj}`~integrationsplan.errors.NotStatedError`."
    return _section("What no source says", f"{head}\n\n{_without_empty(rows)}")


def _sources(document: Regulated | Programme) -> str:
    lines = []
    for name, citation in document.citations.items():
        date = f", {citation.date.isoformat()}" if citation.date else ""
        read = f", read on {citation.retrieved_on.isoformat()}" if citation.retrieved_on else ""
        note = f" {plain(citation.note)}" if citation.note else ""
        lines.append(f"- `{name}`: {link(citation)}{date}{read}.{note}")
    return _section("Sources", "\n".join(lines))


def _rules(programme: FundingProgramme) -> str:
    parts = []
    for use in programme.rules:
        title = f", {plain(use.title.en)}" if use.title else ""
        when = f" ({span(use.period.start, use.period.end)})" if use.period else ""
        head = f"**{use.step.label.en}**{title}{when}"
        if use.rule not in catalogue.ids():
            parts.append(f"{head}: `{use.rule}`, which is not in the catalogue.")
            continue
        rule = catalogue.load(use.rule)
        words = [f"- {plain(describe_rule(rule, name, 'en'))}" for name in rule.rules]
        words += [
            f"- condition `{each.code}`: where it does not hold, {EFFECTS[each.effect]}: "
            f"{tables.sentence(each.en)}"
            for each in rule.conditions
        ]
        if rule.tranches:
            words.append(
                f"- paid in parts: {', '.join(plain(t.en or t.id) for t in rule.tranches)}"
            )
        parts.append(f"{head}: [`{use.rule}`](../{RULES}/{use.rule}.md)\n\n" + "\n".join(words))
    return "\n\n".join(parts)


EFFECTS = {
    "exclude": "the record is left out",
    "zero": "nothing is granted",
    "notice": "it is said",
}
"""What becomes of a record for which a condition does not hold."""


def _budget(programme: FundingProgramme) -> str:
    parts: dict[str | None, list[BudgetLine]] = {}
    for line in programme.budget:
        parts.setdefault(line.part_of, []).append(line)

    def amount(line: BudgetLine) -> Money | None:
        try:
            return programme.amount(line.id)
        except NotStatedError:
            return None

    def written(whole: str | None, depth: int) -> Iterator[str]:
        for line in parts.get(whole, []):
            found = amount(line)
            told = "amount not said" if found is None else f"**{found.format('en')}**"
            if line.amount is None and found is not None:
                told += " (follows from the other lines)"
            when = f", {span(line.period.start, line.period.end)}" if line.period else ""
            other = f", spent by {_to_programme(line.programme)}" if line.programme else ""
            basis = _basis_and_source(programme, line)
            yield f"{'  ' * depth}- {told}: {both(line.title)} (`{line.id}`){when}{other}. {basis}"
            known = [each for part in parts.get(line.id, []) if (each := amount(part)) is not None]
            if known and len(known) == len(parts[line.id]):
                added = " + ".join(each.format("en") for each in known)
                total = Money.total(known).format("en")
                yield ""
                yield f"{'  ' * depth}  Its parts: {added} = {total}"
                yield ""
            yield from written(line.id, depth + 1)

    return "\n".join(written(None, 0))


def _parameters(document: Regulated | Programme) -> str:
    return "\n".join(
        parameter_part(document.citations, name, parameter)
        for name, parameter in document.parameters.items()
    )


def parameter_part(citations: Any, name: str, parameter: Parameter) -> str:
    """Describe a parameter: what it is, and its rows over time."""
    rows = []
    for row in parameter.values:
        rows.append(
            {
                "From": row.start or "",
                "To": row.end or "",
                "Known from": row.known_from or "",
                "Edition": row.edition or "",
                "Value": value_text(row, parameter.unit),
                "Basis": row.basis.value,
                "Source": link(citations[row.citation]),
                "Note": plain(row.note) if row.note else "",
            }
        )
    german = f" ({plain(parameter.de)})" if parameter.de else ""
    title = plain(parameter.en) if parameter.en else f"`{name}`"
    sums = f" Each table sums to {parameter.sums_to}." if parameter.sums_to else ""
    words = "a plain number" if parameter.unit == "1" else f"in {parameter.unit}"
    unit = f"`{name}`, {words}.{sums}"
    return f"**{title}**{german}: {unit}\n\n{_without_empty(rows)}"


def _deadlines(document: Regulated) -> str:
    columns = {
        "Id": lambda d: f"`{d.id}`",
        "For": lambda d: d.sort.label.en,
        "By when": day_text,
        "In words": lambda d: said(d.text),
        "When it holds": _when,
    }
    return _table_of(document, document.deadlines, columns)


def day_text(deadline: Deadline) -> str:
    """Write the day of a deadline, or how it is counted."""
    if deadline.on is not None:
        return deadline.on.isoformat()
    if deadline.month is not None:
        day = f"{deadline.day} {calendar.month_name[deadline.month]}"
        if deadline.year == 0:
            return f"{day} of each year"
        side = "after" if deadline.year > 0 else "before"
        return f"{day}, {_counted(abs(deadline.year), 'year')} {side} the funded one"
    steps = [
        _counted(count, word)
        for word, count in (
            ("year", deadline.years),
            ("month", deadline.months),
            ("week", deadline.weeks),
            ("day", deadline.days),
        )
        if count
    ]
    after = deadline.after.label.en if deadline.after else ""
    return f"{' and '.join(steps)} after: {after}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count != 1 else ''}"


# -- cells -----------------------------------------------------------------------------------------


def said(words: Bilingual | None) -> str:
    """Write a sentence in English."""
    return plain(words.en) if words else ""


def _basis_and_source(document: Regulated, part: Any) -> str:  # any part with a source
    note = f" {said(part.note)}" if part.note else ""
    basis = "Inferred from" if part.basis is Basis.INFERRED else "Stated by"
    return f"{basis} {link(document.citations[part.citation], part.locator)}.{note}"


def _when(part: Any) -> str:  # any part with a period
    return "" if part.period is None else span(part.period.start, part.period.end)


def _to_programme(name: str) -> str:
    if name in catalogue.funding_ids():
        return f"[`{name}`](../{PROGRAMMES}/{name}.md)"
    return f"`{name}`"


def _table_of(document: Regulated, parts: Iterable[Any], columns: dict[str, Any]) -> str:
    """Tabulate parts of a document, each with its basis, its source and what to mind."""
    rows = [
        {
            **{head: str(cell(part)) for head, cell in columns.items()},
            "Basis": part.basis.value,
            "Source": link(document.citations[part.citation], part.locator),
            "Note": said(part.note),
        }
        for part in parts
    ]
    return _without_empty(rows)


def _without_empty(rows: list[dict[str, Any]]) -> str:
    """Write a table without the columns that no row fills."""
    if not rows:
        return ""
    heads = [head for head in rows[0] if any(str(row[head]) for row in rows)]
    return table(heads, [[row[head] for head in heads] for row in rows])


def _list_of(document: Regulated, parts: Iterable[Any]) -> str:
    lines = []
    for part in parts:
        when = f" ({_when(part)})" if part.period else ""
        lines.append(f"- {said(part.text)}{when} {_basis_and_source(document, part)}")
    return "\n".join(lines)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n{text}" if text else ""


def _page(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


# -- lists of what there is ------------------------------------------------------------------------


def catalogue_list(kind: str) -> str:
    """Tabulate the documents of one kind, with links to their pages."""
    if kind == RULES:
        rules = [catalogue.load(name) for name in catalogue.ids()]
        rows = [
            (
                f"[`{rule.id}`](catalogue/{RULES}/{rule.id}.md)",
                plain(rule.title.en),
                span(rule.valid.start, rule.valid.end),
                rule.result.unit,
            )
            for rule in rules
        ]
        return table(["Rule", "Title", "Valid", "Gives"], rows)
    find = catalogue.funding if kind == PROGRAMMES else catalogue.general_terms
    names = catalogue.funding_ids() if kind == PROGRAMMES else catalogue.general_terms_ids()
    documents: list[Regulated] = [find(name) for name in names]
    rows = [
        (
            f"[`{document.id}`](catalogue/{kind}/{document.id}.md)",
            both(document.title),
            span(document.period.start, document.period.end),
            document.reviewed_on,
        )
        for document in documents
    ]
    return table(["Document", "Title", "Period", "Compared with its sources"], rows)


def _write(app: Sphinx) -> None:
    write_pages(Path(app.srcdir))


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before Sphinx looks which pages there are."""
    tables.MAKERS["catalogue-list"] = catalogue_list
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
