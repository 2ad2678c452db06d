"""Laws of streams: what was written is read, from anywhere, whatever happens to other lines."""

import gzip
import io
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.properties.strategies_plans import entries_of, plans

from integrationsplan import IntegrationPlan, to_json
from integrationsplan.plan import Goal
from integrationsplan.serialization import Bounds
from integrationsplan.serialization._compression import compression_of
from integrationsplan.serialization._goals_csv import goals_from_csv, goals_to_csv
from integrationsplan.serialization._lines import neutralise, restore
from integrationsplan.serialization._streams import (
    GoodLine,
    read_json_lines,
    write_json_lines,
)

SOME = settings(max_examples=40, deadline=None)
FEW_PLANS = st.lists(plans(), min_size=1, max_size=3)
ENDS = st.sampled_from([b"\n", b"\r\n", b"\n\n", b" \n"])
LINES = st.lists(
    st.sampled_from([b"", b" \t", b"{}", b"[" * 40, b"\xff", b"\xef\xbb\xbf{}", b"null", b"x" * 99])
    | st.binary(max_size=12)
    .map(lambda data: data.replace(b"\n", b""))
    .filter(lambda data: compression_of(data) is None),
    max_size=12,
)
GOALS = st.dictionaries(
    st.sampled_from(["plan-1", "p", "0"]),
    st.lists(entries_of(Goal), min_size=1, max_size=4, unique_by=lambda goal: goal.id).map(tuple),
)


class Pieces(io.RawIOBase):
    """A file that hands out pieces of the sizes that were drawn."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = io.BytesIO(data)
        self._size = size

    def read(self, _: int = -1) -> bytes:
        """Hand out the next bytes."""
        return self._data.read(self._size)


def said(lines: Any) -> list[tuple[int, Any, Any]]:
    """Return what each line holds, in a form that can be compared."""
    return [
        (line.number, line.after, line.document if isinstance(line, GoodLine) else line.problems)
        for line in lines
    ]


@SOME
@given(FEW_PLANS, st.sampled_from([bytes, gzip.compress]))
def test_what_was_written_is_read(written: list[IntegrationPlan], made: Any):
    """Reading inverts writing, packed or not."""
    file = io.BytesIO()
    assert len(written) == write_json_lines(written, file)
    lines = read_json_lines(io.BytesIO(made(file.getvalue())), IntegrationPlan)
    assert written == [line.document for line in lines if isinstance(line, GoodLine)]


@SOME
@given(LINES, ENDS, st.integers(1, 40), st.sampled_from([bytes, gzip.compress]))
def test_reading_goes_on_from_any_position(lines: list[bytes], end: bytes, size: int, made: Any):
    """The rest is the same as if the reading had not been interrupted."""
    data, bounds = end.join(lines), Bounds(json_bytes=30)

    def reading(**start: Any) -> list[tuple[int, Any, Any]]:
        source = Pieces(made(data), size)
        return said(read_json_lines(source, IntegrationPlan, bounds=bounds, **start))

    whole = reading()
    for done, (_, after, _) in enumerate(whole, start=1):
        assert whole[done:] == reading(start=after)
        sought = read_json_lines(io.BytesIO(data), IntegrationPlan, bounds=bounds, start=after)
        assert whole[done:] == said(sought)


@SOME
@given(LINES, ENDS, st.integers(1, 40))
def test_the_size_of_pieces_changes_nothing(lines: list[bytes], end: bytes, size: int):
    """How a file comes in does not matter; every line that is not blank is told once."""
    data, bounds = end.join(lines), Bounds(json_bytes=30)
    found = said(read_json_lines(Pieces(data, size), IntegrationPlan, bounds=bounds))
    assert found == said(read_json_lines(io.BytesIO(data), IntegrationPlan, bounds=bounds))
    physical = data.split(b"\n")
    wanted = [n for n, line in enumerate(physical, start=1) if line.strip(b" \t\r")]
    assert wanted == [number for number, _, _ in found]


@SOME
@given(plans(), st.integers(0, 4), st.data())
def test_damage_of_a_line_leaves_the_others(plan: IntegrationPlan, place: int, data: st.DataObject):
    """Whatever happens within one line, the four others are read."""
    line = bytearray(to_json(plan).encode("utf-8"))
    for at in data.draw(st.lists(st.integers(0, len(line) - 1), min_size=1, max_size=5)):
        line[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != 10))
    assume(compression_of(bytes(line)) is None)
    lines = [to_json(plan).encode("utf-8")] * 5
    lines[place] = bytes(line)
    found = said(read_json_lines(io.BytesIO(b"\n".join(lines)), IntegrationPlan))
    others = [content for number, _, content in found if number != place + 1]
    assert [plan] * 4 == others


@SOME
@given(GOALS, st.sampled_from([",", ";"]))
def test_goals_come_back_from_csv(goals: dict[str, tuple[Goal, ...]], delimiter: Any):
    """Import inverts export, and export import."""
    text = goals_to_csv(goals, delimiter=delimiter)
    found = goals_from_csv(text.encode("utf-8")).goals
    assert goals == found
    assert text == goals_to_csv(found, delimiter=delimiter)


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("=+-@＝＋－＠'\",;\t\r\n  a1")) | st.text(max_size=20))
def test_neutralised_texts_can_be_restored(text: str):
    """Nothing of a text is lost, whatever apostrophes it has itself."""
    neutral = neutralise(text)
    assert text == restore(neutral)
    for separator in ",;\t\r\n":
        neutral = neutral.replace(separator, "\0")
    for cell in neutral.split("\0"):
        assert not cell.strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
