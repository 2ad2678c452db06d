# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""The node that chooses: the first case that holds, and what is said where none does."""

from collections.abc import Callable

import pytest

from integrationsplan import Allocation, Programme
from integrationsplan.errors import AllocationError

Evaluate = Callable[..., Allocation]

TIERS = """
[figures.persons]
unit = "person"
[figures.big]
unit = "truth"
[figures.huge]
unit = "truth"
[rules.paid]
kind = "choose"
cases = [
  { when = "huge", then = { kind = "product", of = ["persons", { kind = "number", value = "0" }] } },
  { when = "big", then = "persons" },
]
otherwise = { kind = "number", value = "1", unit = "person" }
because = { code = "small", de = "Zu klein mit {persons}.", en = "Too small with {persons}." }
[result]
award = "paid"
unit = "person"
"""


def row(key: str = "a", *, big: bool = False, huge: bool = False) -> dict[str, object]:
    """Return a town of seven persons."""
    return {"key": key, "persons": 7, "big": big, "huge": huge}


@pytest.mark.parametrize(
    ("wanted", "big", "huge"),
    [("1", False, False), ("7", True, False), ("0", False, True), ("0", True, True)],
)
def test_first_case_that_holds_is_taken(
    evaluate: Evaluate, wanted: str, big: bool, huge: bool
):  # figures
    """The order of the cases decides where several hold."""
    assert wanted == evaluate(TIERS, [row(big=big, huge=huge)])["a"].amount.to_text()


def test_because_is_a_finding_where_no_case_holds(evaluate: Evaluate):
    """Who falls back on what is left is told why, with the values."""
    finding = evaluate(TIERS, [row()])["a"].findings[0]
    assert ("small", "Too small with 7 persons.", {"persons": "7"}) == (
        finding.code,
        finding.text.en,
        dict(finding.values),
    )


def test_because_is_said_in_german(evaluate: Evaluate):
    """The sentence is that of the document."""
    assert "Zu klein mit 7 Personen." == evaluate(TIERS, [row()])["a"].findings[0].text.de


def test_because_is_silent_where_a_case_holds(evaluate: Evaluate):
    """Each recipient has its own findings."""
    allocation = evaluate(TIERS, [row("a", big=True), row("b")])
    assert {"a": [], "b": ["small"]} == {
        award.recipient.key: [finding.code for finding in award.findings] for award in allocation
    }


def test_because_of_what_is_not_taken_is_silent(evaluate: Evaluate):
    """A choice inside another is told of only where the outer one takes it."""
    outer = """
[rules.outer]
kind = "choose"
cases = [{ when = "big", then = "persons" }]
otherwise = "paid"
[result]
award = "outer"
"""
    document = TIERS.replace('[result]\naward = "paid"\n', outer).replace(
        '{ when = "big", then = "persons" },', ""
    )
    allocation = evaluate(document, [row("a", big=True), row("b")])
    assert {"a": [], "b": ["small"]} == {
        award.recipient.key: [finding.code for finding in award.findings] for award in allocation
    }


def test_because_that_enters_a_total_is_told_of_each_concerned(evaluate: Evaluate):
    """Whoever fell back is told; the others are not, although their share depends on it."""
    document = TIERS.replace(
        '[result]\naward = "paid"',
        '[rules.share]\nkind = "split"\npot = { kind = "total", of = "paid", per = "all" }\nby = "paid"\n'
        'step = "1"\nmethod = "adams"\n[result]\naward = "share"',
    )
    allocation = evaluate(document, [row("a", big=True), row("b")])
    assert {"a": [], "b": ["small"]} == {
        award.recipient.key: [finding.code for finding in award.findings] for award in allocation
    }


POSTS = """
[figures.hours]
unit = "1"
level = "post"
[figures.trained]
unit = "truth"
level = "post"
[rules.each]
kind = "choose"
cases = [{ when = "trained", then = "hours" }]
otherwise = { kind = "number", value = "0" }
because = { code = "untrained", de = "Nicht ausgebildet.", en = "Not trained." }
[rules.paid]
kind = "round"
of = { kind = "total", of = "each", per = "recipient" }
step = "1"
method = "down"
[result]
award = "paid"
unit = "1"
"""


def test_because_of_a_record_below_is_told_to_its_recipient(evaluate: Evaluate):
    """The subject is the post; its town finds it."""
    rows = [
        {
            "key": "a",
            "records": {"post": [{"hours": 3, "trained": True}, {"hours": 5, "trained": False}]},
        },
        {"key": "b", "records": {"post": [{"hours": 2, "trained": True}]}},
    ]
    allocation = evaluate(POSTS, rows, levels='recipient = "all"\npost = "recipient"')
    assert ([("untrained", "a/2")], [], ["3", "2"]) == (
        [(f.code, f.subject) for f in allocation["a"].findings],
        list(allocation["b"].findings),
        [award.amount.to_text() for award in allocation],
    )


DIVIDED = """
[figures.part]
unit = "person"
[figures.whole]
unit = "person"
[figures.member]
unit = "truth"
[rules.ratio]
kind = "round"
of = { kind = "quotient", of = "part", by = "whole" }
step = "0.01"
method = "half_up"
[rules.paid]
kind = "choose"
cases = [{ when = "member", then = "ratio" }]
otherwise = { kind = "number", value = "0" }
because = { code = "refused", de = "Kein Mitglied: {part}.", en = "No member: {part}." }
[result]
award = "paid"
unit = "1"
"""


def test_branch_that_is_not_taken_needs_no_value(evaluate: Evaluate):
    """A division by zero is no fault where nobody asks for its result."""
    rows = [
        {"key": "a", "part": 1, "whole": 4, "member": True},
        {"key": "b", "part": 1, "whole": 0, "member": False},
    ]
    assert ["0.25", "0"] == [award.amount.to_text() for award in evaluate(DIVIDED, rows)]


def test_branch_that_is_taken_needs_its_value(evaluate: Evaluate):
    """The same division is a fault where it is taken."""
    rows = [{"key": "a", "part": 1, "whole": 0, "member": True}]
    with pytest.raises(AllocationError) as error:
        evaluate(DIVIDED, rows)
    assert [("zero_divisor", "/rules/ratio/of")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]


def test_rule_without_value_is_no_step(evaluate: Evaluate):
    """What has no value is not explained as zero."""
    rows = [{"key": "b", "part": 1, "whole": 0, "member": False}]
    assert ["paid"] == [step.rule for step in evaluate(DIVIDED, rows)["b"].steps]


@pytest.mark.parametrize(("member", "wanted"), [(True, []), (False, ["refused"])])
def test_sentence_may_lack_the_values_of_those_it_is_not_about(
    evaluate: Evaluate,
    member: bool,  # a figure
    wanted: list[str],
):
    """What a sentence mentions is computed for whom it is said, and for nobody else."""
    document = DIVIDED.replace("{part}", "{ratio}").replace(
        'then = "ratio"', 'then = { kind = "number", value = "1" }'
    )
    rows = [
        {"key": "a", "part": 1, "whole": int(not member), "member": member},
        {"key": "b", "part": 1, "whole": 1, "member": False},
    ]
    assert wanted == [finding.code for finding in evaluate(document, rows)["a"].findings]


def test_sentence_needs_the_values_of_whom_it_is_about(evaluate: Evaluate):
    """A sentence with a hole is an error, not a sentence."""
    document = DIVIDED.replace("{part}", "{ratio}")
    with pytest.raises(AllocationError):
        evaluate(document, [{"key": "a", "part": 1, "whole": 0, "member": False}])


def test_chain_of_500_choices(evaluate: Evaluate):
    """Long chains of named rules are no deep recursion, and no report repeats itself."""
    chain = "".join(
        f'[rules.r{n}]\nkind = "choose"\ncases = [{{ when = "big", then = "r{n - 1}" }}]\n'
        f'otherwise = "r{n - 1}"\n'
        f'because = {{ code = "c{n}", de = "Nein {n}.", en = "No {n}." }}\n'
        for n in range(1, 500)
    )
    document = f"""
[figures.persons]
unit = "person"
[figures.big]
unit = "truth"
[rules.r0]
kind = "sum"
of = ["persons"]
{chain}
[result]
award = "r499"
unit = "person"
"""
    allocation = evaluate(
        document,
        [{"key": "a", "persons": 3, "big": False}, {"key": "b", "persons": 4, "big": True}],
    )
    assert (["3", "4"], 499, 0) == (
        [award.amount.to_text() for award in allocation],
        len(allocation["a"].findings),
        len(allocation["b"].findings),
    )


DATES = """
[figures.early]
unit = "date"
[figures.late]
unit = "date"
[figures.first]
unit = "truth"
[rules.chosen]
kind = "choose"
cases = [{ when = "first", then = "early" }]
otherwise = "late"
[rules.days]
kind = "duration"
start = "chosen"
end = "late"
unit = "day"
[result]
award = "days"
unit = "day"
"""


@pytest.mark.parametrize(("wanted", "first"), [("31", "true"), ("1", "false")])
def test_dates_may_be_chosen(evaluate: Evaluate, wanted: str, first: str):
    """A choice is of any sort, as long as all its branches are of the same."""
    rows = [{"key": "a", "early": "2018-01-01", "late": "2018-01-31", "first": first}]
    assert wanted == evaluate(DATES, rows)["a"].amount.to_text()


@pytest.mark.parametrize(
    ("language", "holds", "wanted"),
    [
        ("de", True, "weil member (ja)"),
        ("en", True, "because member (yes)"),
        ("de", False, "weil kein Fall zutrifft"),
        ("en", False, "because no case holds"),
    ],
)
def test_choice_is_explained(
    evaluate: Evaluate, language: str, holds: bool, wanted: str
):  # a figure
    """The sentence says which case was taken and why."""
    rows = [{"key": "a", "part": 1, "whole": 4, "member": holds}]
    assert wanted in evaluate(DIVIDED, rows)["a"].explain(language)


def test_choice_is_described_without_values(make_programme: Callable[..., Programme]):
    """A rule in words names all cases."""
    from integrationsplan.allocation import describe_rule  # noqa: PLC0415  # one test alone

    assert "paid = ratio, falls member; andernfalls (0)" == describe_rule(
        make_programme(DIVIDED), "paid", "de"
    )
