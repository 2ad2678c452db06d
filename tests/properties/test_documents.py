"""Laws of documents: exact inverses for good ones, and our error for all others."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.properties.strategies_plans import plans

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    catalogue,
    from_json,
    from_mapping,
    from_toml,
    to_json,
    to_mapping,
)
from integrationsplan.history import DeletionReceipt
from integrationsplan.plan import AccessExport, PlanView
from integrationsplan.serialization._thorough import read_thoroughly
from integrationsplan.testing import strategies

V1 = Path(__file__).parents[1] / "documents" / "v1"
PASSED_ON = {
    "plan-view-job-centre": PlanView,
    "access-export": AccessExport,
    "deletion-receipt": DeletionReceipt,
}
GOOD_PLANS = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(V1.glob("plan-*.json"))
    if path.stem not in PASSED_ON
]
GOOD_PROGRAMMES = [to_mapping(catalogue.load(name)) for name in catalogue.ids()]
TOML = (
    resources.files("integrationsplan.catalogue")
    .joinpath("de", "th", "de-th-thilik-2016.toml")
    .read_text(encoding="utf-8")
)

MANY = settings(max_examples=100, deadline=None)
MOST = settings(max_examples=300, deadline=None)


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        [
            "2018-03-01",
            "2018-03-01T09:00:00Z",
            "goal",
            "put",
            "sealed",
            "erase",
            "subject",
            "sha256/1:" + "A" * 43,
            "A" * 43,
            "g1",
            "",
            "B1",
            "\ud800",
            "1/2",
            "all",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "kind",
                    "id",
                    "title",
                    "of",
                    "value",
                    "de",
                    "en",
                    "entry",
                    "entry_id",
                    "salt",
                    "a/b~c",
                ]
            )
            | st.text(max_size=3),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


def damaged(good: list[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw one of some good documents with one to three damages."""
    return st.sampled_from(good).flatmap(strategies.damaged)


def damaged_texts(good: list[dict[str, Any]]) -> st.SearchStrategy[str]:
    """Draw the text of a damaged document, in which a key may stand twice."""
    return st.sampled_from(good).flatmap(strategies.damaged_texts)


def check(read: Any, document: type) -> None:
    """Check the law: a value that is written and read back equal, or our error with problems."""
    refusal: DocumentError | None = None
    value: Any = None
    try:
        value = read()
    except DocumentError as error:
        refusal = error
    if refusal is not None:
        assert refusal.problems
        assert all(isinstance(problem.pointer, str) for problem in refusal.problems)
        assert refusal.text("de")
        assert refusal.text("en")
    else:
        text = to_json(value)
        assert value == from_json(text, document)
        content = {
            key: item for key, item in json.loads(text).items() if key not in ("format", "version")
        }
        assert (value, []) == read_thoroughly(content, document, "json")


@MANY
@given(plans())
def test_what_is_written_is_read_back_equal(plan: IntegrationPlan):
    """Writing and reading are inverses, for plans of every shape."""
    assert plan == from_json(to_json(plan), IntegrationPlan)


@MANY
@given(plans())
def test_writing_is_stable(plan: IntegrationPlan):
    """What is read back is written as the same text."""
    text = to_json(plan)
    assert text == to_json(from_json(text.encode(), IntegrationPlan))


@MANY
@given(plans(most=4))
def test_mappings_and_indented_text_are_the_same_document(plan: IntegrationPlan):
    """It does not matter in which form a document is handed over."""
    indented = from_json(to_json(plan, indent=2), IntegrationPlan)
    assert plan == from_mapping(to_mapping(plan), IntegrationPlan) == indented


@MANY
@given(plans(most=4))
def test_escaped_text_is_the_same_document(plan: IntegrationPlan):
    """A writer that escapes everything beyond ASCII makes the same document."""
    assert plan == from_json(json.dumps(to_mapping(plan)), IntegrationPlan)


@MANY
@given(plans(most=4))
def test_nothing_that_is_absent_is_written(plan: IntegrationPlan):
    """No null stands in a document."""

    def has_null(value: Any) -> bool:
        if isinstance(value, dict):
            return any(map(has_null, value.values()))
        return any(map(has_null, value)) if isinstance(value, list) else value is None

    assert not has_null(to_mapping(plan))


@MANY
@given(plans(most=4))
def test_both_readings_make_the_same_plan(plan: IntegrationPlan):
    """The fast and the thorough reading differ in nothing but patience."""
    content = to_mapping(plan)
    del content["format"], content["version"]
    assert (plan, []) == read_thoroughly(content, IntegrationPlan, "json")


@MOST
@given(damaged_texts(GOOD_PLANS))
def test_a_damaged_plan_is_read_or_refused(text: str):
    """Whatever is damaged in a plan, it is read as what it says or refused with problems."""
    check(lambda: from_json(text, IntegrationPlan), IntegrationPlan)


@MANY
@given(st.data())
@pytest.mark.parametrize("stem", PASSED_ON)
def test_what_is_damaged_on_its_way_is_read_or_refused(stem: str, data: st.DataObject):
    """The same holds for views, exports and receipts."""
    good = json.loads((V1 / f"{stem}.json").read_text(encoding="utf-8"))
    text = data.draw(damaged_texts([good]))
    check(lambda: from_json(text, PASSED_ON[stem]), PASSED_ON[stem])


@MANY
@given(damaged_texts(GOOD_PLANS))
def test_a_damaged_plan_that_is_read_can_be_verified(text: str):
    """Whatever digests a plan has, verifying it comes to a verdict that can be said."""
    try:
        plan = from_json(text, IntegrationPlan)
    except DocumentError:
        return
    found = plan.verify(head=plan.head)
    assert found.holds is (found.broken is None)
    assert found.format("de")
    assert found.format("en")


@MOST
@given(damaged_texts(GOOD_PROGRAMMES))
def test_a_damaged_programme_is_read_or_refused(text: str):
    """Whatever is damaged in a programme, it is read as what it says or refused with problems."""
    check(lambda: from_json(text, Programme), Programme)


@MANY
@given(damaged(GOOD_PLANS))
def test_a_damaged_parsed_plan_is_read_or_refused(document: dict[str, Any]):
    """The same holds for what somebody else has parsed."""
    check(lambda: from_mapping(document, IntegrationPlan), IntegrationPlan)


@MANY
@given(st.binary(max_size=200))
@example(b"")
@example(b"{}")
@example(b"\xef\xbb\xbf")
@pytest.mark.parametrize("document", [IntegrationPlan, Programme])
@pytest.mark.parametrize("read", [from_json, from_toml])
def test_random_bytes_are_refused(read: Any, document: type, data: bytes):
    """Bytes of any kind are refused with problems."""
    check(lambda: read(data, document), document)


@MANY
@given(JSON_VALUES)
def test_random_json_is_refused(value: Any):
    """JSON of any kind is refused with problems."""
    check(lambda: from_json(json.dumps(value), IntegrationPlan), IntegrationPlan)


@MANY
@given(st.dictionaries(st.sampled_from(["id", "revisions", "x"]), JSON_VALUES))
def test_random_content_is_refused(content: dict[str, Any]):
    """Content of any kind in the right envelope is refused with problems."""
    head = {"format": "integrationsplan/plan", "version": 1}
    check(lambda: from_json(json.dumps(head | content), IntegrationPlan), IntegrationPlan)


@MANY
@given(st.data())
def test_a_truncated_document_is_refused(data: st.DataObject):
    """A document that was cut is refused, wherever the cut is."""
    whole = (V1 / "plan-whole-life.json").read_bytes().rstrip()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(DocumentError) as caught:
        from_json(whole[:cut], IntegrationPlan)
    assert len(caught.value.problems) == 1


@MANY
@given(st.data())
def test_a_document_with_other_bytes_is_read_or_refused(data: st.DataObject):
    """A document with a few bytes replaced is read as what it says or refused."""
    whole = bytearray((V1 / "plan-every-entry.json").read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    check(lambda: from_json(bytes(whole), IntegrationPlan), IntegrationPlan)


@MANY
@given(st.data())
def test_toml_with_other_text_is_read_or_refused(data: st.DataObject):
    """A programme in TOML with a piece replaced is read as what it says or refused."""
    start = data.draw(st.integers(0, len(TOML)))
    length = data.draw(st.integers(0, 40))
    piece = data.draw(st.text(st.sampled_from("[]{}=.,\"'\n#0123-:TZe_ax"), max_size=8))
    text = TOML[:start] + piece + TOML[start + length :]
    check(lambda: from_toml(text, Programme), Programme)
