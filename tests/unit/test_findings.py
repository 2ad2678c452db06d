"""Findings: what a person should know, as data, in both languages."""

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding, Severity, Way
from integrationsplan.values import Bilingual, FrozenMap

TEXT = Bilingual(de="Zu klein.", en="Too small.")
WAYS = (
    Way(code="join", de="Zusammenschließen", en="Join others"),
    Way(code="wait", de="Warten", en="Wait"),
)


def finding(**fields: object) -> Finding:
    """Make a finding."""
    return Finding(**{"code": "must_join", "severity": Severity.WARNING, "text": TEXT, **fields})


@pytest.mark.parametrize(
    ("german", "english", "fields"),
    [
        ("Zu klein.", "Too small.", {}),
        ("08111: Zu klein.", "08111: Too small.", {"subject": "08111"}),
        ("Zu klein. [Warten]", "Too small. [Wait]", {"ways": WAYS[1:]}),
        (
            "a: Zu klein. [Zusammenschließen / Warten]",
            "a: Too small. [Join others / Wait]",
            {"subject": "a", "ways": WAYS},
        ),
    ],
)
def test_a_finding_is_one_line(german: str, english: str, fields: dict[str, object]):
    """Subject, sentence and ways stand in one line of the language."""
    found = finding(**fields)
    assert (german, english) == (found.format("de"), found.format())


def test_a_finding_is_about_the_whole_by_default():
    """Without a subject a finding is about the whole."""
    assert (None, FrozenMap(), ()) == (finding().subject, finding().values, finding().ways)


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("/code", {"code": "Must join"}),
        ("/code", {"code": ""}),
        ("/code", {"code": "1a"}),
        ("/severity", {"severity": "warning"}),
        ("/subject", {"subject": ""}),
        ("/subject", {"subject": 8111}),
        ("/text", {"text": "Zu klein."}),
        ("/values", {"values": {"a": "1"}}),
        ("/values/a", {"values": FrozenMap({"a": 1})}),
        ("/ways", {"ways": list(WAYS)}),
        ("/ways/0", {"ways": ("join",)}),
    ],
)
def test_wrong_parts_are_told_at_their_place(place: str, fields: dict[str, object]):
    """A finding is checked like every value."""
    with pytest.raises(InvalidValueError) as caught:
        finding(**fields)
    assert [place] == [problem.pointer for problem in caught.value.problems]


def test_a_way_says_either_language():
    """Each language has its sentence."""
    assert ("Warten", "Wait") == (WAYS[1].in_language("de"), WAYS[1].in_language("en"))


def test_values_of_severity_are_stable():
    """Documents name the severities by these words."""
    assert {"notice", "warning"} == {severity.value for severity in Severity}
