"""The catalogue: documents that ship with the package, found by their id."""

import pytest

from integrationsplan import Programme, catalogue, from_json, to_json
from integrationsplan.catalogue import Published, ids, load, published
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.values import Basis

IDS = (
    "de-bw-integrationsmanagement-2017",
    "de-bw-integrationsmanagement-2017-first-tranche",
    "de-koenigsteiner-schluessel",
    "de-th-thilik-2016",
)


def test_ids_of_the_catalogue():
    """The programmes of the first landing, sorted."""
    assert set(IDS) <= set(ids())


def test_ids_are_sorted():
    """The order is the same on every machine."""
    assert sorted(ids()) == list(ids())


@pytest.mark.parametrize("programme", IDS)
def test_document_has_the_id_of_its_file(programme: str):
    """A document is found by the id that it has inside."""
    assert programme == load(programme).id


@pytest.mark.parametrize("programme", IDS)
def test_document_survives_json(programme: str):
    """TOML and JSON hold the same programme."""
    assert load(programme) == from_json(to_json(load(programme)), Programme)


@pytest.mark.parametrize("programme", IDS)
def test_every_number_has_a_source_that_can_be_read(programme: str):
    """Each row of each parameter names a citation with an address."""
    document = load(programme)
    citations = {
        row.citation for parameter in document.parameters.values() for row in parameter.values
    }
    assert [] == [name for name in citations if document.citations[name].url is None]


@pytest.mark.parametrize("programme", IDS)
def test_every_name_is_said_in_both_languages(programme: str):
    """Explanations of shipped programmes never fall back to bare names."""
    document = load(programme)
    names = [*document.figures, *document.parameters, *document.rules]
    assert [] == [
        name
        for name in names
        for language in ("de", "en")
        if document.label(name, language) == name and "_" in name
    ]


@pytest.mark.parametrize("programme", IDS)
def test_every_inferred_number_says_how(programme: str):
    """What no source states is explained."""
    rows = [row for item in load(programme).parameters.values() for row in item.values]
    assert [] == [row for row in rows if row.basis is Basis.INFERRED and not row.note]


def test_programme_is_read_once():
    """The documents never change while a process runs."""
    assert load(IDS[0]) is load(IDS[0])


@pytest.mark.parametrize("function", [load, published])
def test_unknown_programme_is_told_with_what_resembles_it(function: object):
    """A slip is mended by reading the message."""
    assert callable(function)
    with pytest.raises(UnknownNameError, match="did you mean 'de-th-thilik-2016'"):
        function("de-th-thilik-2017")


@pytest.mark.parametrize(
    "name", ["", "..", "../catalogue", "de/th/de-th-thilik-2016", "de-th-thilik-2016.toml", "\0"]
)
def test_what_is_no_id_finds_nothing(name: str):
    """An id is no path."""
    with pytest.raises(UnknownNameError):
        load(name)


@pytest.mark.parametrize("programme", IDS[1:])
def test_most_programmes_have_no_published_figures(programme: str):
    """No figures are an empty list and no error."""
    assert () == published(programme)


def test_published_row_holds_its_source():
    """Every figure can be traced."""
    row = published(IDS[0])[0]
    assert (
        Published(
            recipient="Weinheim",
            persons=352,
            persons_basis=Basis.STATED,
            amount=280220,
            source="Rhein-Neckar-Zeitung",
            url=row.url,
        )
        == row
    )


def test_published_row_without_address():
    """A source that is not on the web has no address."""
    row = next(row for row in published(IDS[0]) if row.recipient == "Landkreis Schwäbisch Hall")
    assert (953704, None) == (row.amount, row.url)


def test_programme_says_itself_in_short():
    """Id, number of rules, validity."""
    assert "<Programme de-th-thilik-2016: 4 rules, valid 2016-05-01 to 2017-12-31>" == repr(
        load("de-th-thilik-2016")
    )


def test_label_falls_back_to_the_name():
    """What has no label is called by its name."""
    assert "nothing_of_that_name" == catalogue.load(IDS[0]).label("nothing_of_that_name", "de")


def test_document_cannot_be_changed_in_place():
    """A loaded programme is shared; nobody can spoil it for others."""
    with pytest.raises(AttributeError):
        load(IDS[0]).id = "other"


def test_changed_copy_is_checked():
    """A what-if that breaks the document is refused."""
    with pytest.raises(InvalidValueError):
        load("de-koenigsteiner-schluessel").override({"key": "1"})
