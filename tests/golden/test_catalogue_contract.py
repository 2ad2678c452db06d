"""What every document of the catalogue keeps to, whoever wrote it."""

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import Programme, catalogue, from_json, to_json
from integrationsplan.cli import main
from integrationsplan.errors import NotStatedError
from integrationsplan.funding import FundingProgramme, GeneralTerms, RelationKind, Terms
from integrationsplan.serialization import decoders, from_toml
from integrationsplan.values import Period

CATALOGUE = Path(str(resources.files("integrationsplan.catalogue")))
FILES = sorted(CATALOGUE.rglob("*.toml"), key=lambda path: path.name)
RULES, FUNDING, GENERAL = (
    catalogue.ids(),
    catalogue.funding_ids(),
    catalogue.general_terms_ids(),
)
ENDINGS = {".funding.toml": FundingProgramme, ".terms.toml": GeneralTerms, ".toml": Programme}
DAY = dt.date(2020, 1, 1)
MIRRORED = {
    RelationKind.SISTER: RelationKind.SISTER,
    RelationKind.PREDECESSOR: RelationKind.SUCCESSOR,
    RelationKind.SUCCESSOR: RelationKind.PREDECESSOR,
}
NAMED = re.compile(r"/(bodies|funders)/\d+/title|/sources/\d+")
"""Names of bodies and funds, which are the same in both languages at times."""

MONTHS = (
    "Januar|January",
    "Februar|February",
    "März|March",
    "April",
    "Mai|May",
    "Juni|June",
    "Juli|July",
    "August",
    "September",
    "Oktober|October",
    "November",
    "Dezember|December",
)

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
every_programme = pytest.mark.parametrize("name", FUNDING)


def ending(path: Path) -> str:
    """Return what follows the id in the name of a file."""
    return path.name[path.name.index(".") :]


def parsed(path: Path) -> dict[str, Any]:
    """Return a file of the catalogue as plain data."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tables(node: object, pointer: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every table of a document with its pointer, outer ones first."""
    if isinstance(node, dict):
        yield pointer, node
        for key, value in node.items():
            yield from tables(value, f"{pointer}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from tables(value, f"{pointer}/{index}")


def numbers_in(text: str) -> Counter[str]:
    """Return the numbers of a sentence, months among them, however its language writes them."""
    for number, names in enumerate(MONTHS, start=1):
        text = re.sub(rf"\b({names})\b", f" {number} ", text)
    text = re.sub(r"\b(\d{1,2}):00\b", r"\1", text)
    text = re.sub(r"\b(\d{1,2})\.(\d{1,2})\.", r"\1 \2 ", text)
    text = re.sub(r"(?<=\d)[.,](?=\d)", "", text)
    return Counter(number.lstrip("0") for number in re.findall(r"\d+", text))


def loaded(path: Path) -> Programme | FundingProgramme | GeneralTerms:
    """Return what a file of the catalogue holds."""
    return from_toml(path.read_bytes(), ENDINGS[ending(path)])


def bare(general: GeneralTerms) -> FundingProgramme:
    """Return a programme that says nothing itself and names general terms."""
    return FundingProgramme(
        id="bare",
        title=general.title,
        jurisdiction=general.jurisdiction,
        period=Period(None, None),
        reviewed_on=general.reviewed_on,
        general_terms=(general.id,),
    )


@every_file
def test_id_is_the_name_of_the_file(path: Path):
    """A document is found by its id."""
    assert path.name == f"{loaded(path).id}{ending(path)}"


@every_file
def test_jurisdiction_is_that_of_the_folder(path: Path):
    """A document of a Land lies in the folder of that Land."""
    lands = {"bw": "08", "th": "16", "de": "de"}
    assert lands[path.parent.name] == loaded(path).jurisdiction


@every_file
def test_citations_are_those_that_are_used(path: Path):
    """What is cited is listed, and what is listed is cited."""
    document = parsed(path)
    used = {
        each
        for pointer, table in tables(document)
        if not pointer.startswith("/citations")
        for each in (table.get("citation"), *table.get("citations", ()))
        if isinstance(each, str) and pointer
    }
    assert set(document["citations"]) == used


@every_file
def test_addresses_are_of_the_web(path: Path):
    """An address can be opened in a browser."""
    addresses = [each["url"] for each in parsed(path)["citations"].values() if "url" in each]
    assert [] == [each for each in addresses if not re.match(r"https?://[^\s/]+/?", each)]


@every_file
def test_citation_without_address_says_who_published_it(path: Path):
    """What has no address can be looked for all the same."""
    citations = parsed(path)["citations"].items()
    lost = [name for name, each in citations if not {"url", "publisher"} & set(each)]
    assert [] == lost


@every_file
def test_what_was_inferred_says_how(path: Path):
    """A statement that was inferred has a note: its own, its row's, or that of its citation."""
    document = parsed(path)
    noted = tuple(
        f"{pointer}/"
        for pointer, table in tables(document)
        if "note" in table or "note" in document["citations"].get(table.get("citation"), {})
    )
    silent = [
        pointer
        for pointer, table in tables(document)
        if table.get("basis") == "inferred" and not f"{pointer}/".startswith(noted)
    ]
    assert [] == silent


@every_file
def test_nothing_is_assumed(path: Path):
    """What-ifs are a caller's, never the catalogue's."""
    assert [] == [p for p, table in tables(parsed(path)) if table.get("basis") == "assumed"]


@every_file
def test_both_languages_say_it_in_their_own_words(path: Path):
    """A text that is the same twice was not translated, unless it is one word or a name."""
    same = [
        (pointer, table["de"])
        for pointer, table in tables(parsed(path))
        if {"de", "en"} <= set(table)
        and table["de"] == table["en"]
        and " " in table["de"]
        and not NAMED.fullmatch(pointer)
    ]
    assert [] == same


@every_file
def test_both_languages_name_the_same_numbers(path: Path):
    """A number in a sentence cannot change in one language alone."""
    differing = [
        pointer
        for pointer, table in tables(parsed(path))
        if isinstance(table.get("de"), str)
        and isinstance(table.get("en"), str)
        and numbers_in(table["de"]) != numbers_in(table["en"])
    ]
    assert [] == differing


@every_file
def test_no_text_is_in_one_language_alone(path: Path):
    """Whoever reads German reads as much as whoever reads English."""
    lone = [p for p, table in tables(parsed(path)) if len({"de", "en"} & set(table)) == 1]
    assert [] == lone


@pytest.mark.parametrize("decoder", decoders())
@every_file
def test_json_reads_back_equal(path: Path, decoder: Any):
    """Both carriers, and both decoders, say the same."""
    document = loaded(path)
    assert document == from_json(to_json(document), type(document), decoder=decoder)


@every_file
def test_reviewed_after_its_sources(path: Path):
    """No source is younger than the day on which the document was compared with it."""
    document = parsed(path)
    if "reviewed_on" in document:
        dates = [
            each[field]
            for each in document["citations"].values()
            for field in ("date", "retrieved_on")
            if field in each
        ]
        assert [] == [each for each in dates if each > document["reviewed_on"]]


@every_programme
def test_rules_are_in_the_catalogue(name: str):
    """Whoever follows a programme to its rule finds it."""
    assert set() == {use.rule for use in catalogue.funding(name).rules} - set(RULES)


@every_programme
def test_rule_counts_while_it_is_valid(name: str):
    """A rule is not named for days on which it does not hold."""
    for use in catalogue.funding(name).rules:
        valid = catalogue.load(use.rule).valid
        if use.period is not None:
            for day in (use.period.start, use.period.end):
                assert day is None or day in valid, use.rule


@every_programme
def test_general_terms_are_in_the_catalogue(name: str):
    """The terms that a programme names can be loaded, of its own jurisdiction or of the Bund."""
    programme = catalogue.funding(name)
    for each in programme.general_terms:
        assert catalogue.general_terms(each).jurisdiction in (programme.jurisdiction, "de")


@every_programme
def test_relations_lead_back(name: str):
    """A sister has a sister, a successor a predecessor."""
    programme = catalogue.funding(name)
    missing = [
        relation.programme
        for relation in programme.relations
        if relation.sort in MIRRORED and relation.programme in FUNDING
        for back in [(MIRRORED[relation.sort], name)]
        if back
        not in [
            (each.sort, each.programme) for each in catalogue.funding(relation.programme).relations
        ]
    ]
    assert [] == missing


@every_programme
def test_parameters_of_costs_and_amendments_exist(name: str):
    """A cost or a change that names a parameter names one of the document, or an unknown."""
    programme = catalogue.funding(name)
    named = {each for change in programme.amendments for each in change.parameters}
    named |= {cost.parameter for cost in programme.costs if cost.parameter is not None}
    unknown = {each.name for each in programme.unknowns}
    assert set() == named - set(programme.parameters) - unknown


@every_programme
def test_asking_for_the_unknown_says_what_is_missing(name: str):
    """What no source says is an error that says so, with what was read."""
    terms, programme = catalogue.terms(name), catalogue.funding(name)
    for unknown in programme.unknowns:
        if unknown.period is not None or unknown.name not in programme.parameters:
            period = unknown.period or Period(DAY, DAY)
            day = period.start or period.end or DAY
            with pytest.raises(NotStatedError) as caught:
                terms.value(unknown.name, day)
            assert (name, unknown.name) == (caught.value.key, caught.value.name)
            assert unknown.text.de in caught.value.text("de")
            assert len(unknown.citations) == len(caught.value.sources)


@pytest.mark.parametrize("name", GENERAL)
def test_asking_general_terms_for_the_unknown_says_what_is_missing(name: str):
    """What general terms leave open is as loud."""
    general = catalogue.general_terms(name)
    terms = Terms(bare(general), [general])
    for unknown in general.unknowns:
        with pytest.raises(NotStatedError, match=unknown.name):
            terms.value(unknown.name, DAY)


@every_programme
def test_lines_of_the_budget_are_known_or_say_so(name: str):
    """Each line gives an amount or an error that names it."""
    programme = catalogue.funding(name)
    for line in programme.budget:
        try:
            assert programme.amount(line.id).minor >= 0
        except NotStatedError as error:
            assert line.id == error.name  # noqa: PT017  # either way is right


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", sorted({*RULES, *FUNDING, *GENERAL}))
def test_can_be_shown(name: str, language: Any, capsys: pytest.CaptureFixture[str]):
    """The command line shows everything in both languages; a programme before its rule."""
    with pytest.raises(SystemExit) as stop:
        main(["show", name, "--lang", language])
    assert 0 == stop.value.code
    kinds = [
        (FUNDING, catalogue.funding),
        (RULES, catalogue.load),
        (GENERAL, catalogue.general_terms),
    ]
    shown = next(load(name) for names, load in kinds if name in names)
    said = re.sub(r"\s+", " ", capsys.readouterr().out)
    assert shown.title.in_language(language) in said
