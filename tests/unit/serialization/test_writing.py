"""What is written: order of keys, nothing that is absent, exact inverses."""

import datetime as dt
import json

import pytest

from integrationsplan import AGS, IntegrationPlan, Period, from_json, to_json, to_mapping
from integrationsplan.history import Author
from integrationsplan.plan import Agreement, Body, Competence, Goal, GoalField, Measure, Party
from integrationsplan.serialization import FORMATS

AUTHOR = Author(role="integration_manager", id="im-7")


def opened(*entries: object, **fields: object) -> IntegrationPlan:
    """Open a plan."""
    defaults = {
        "id": "plan-1",
        "subject": "p-83f1",
        "body": Body(name="Weinheim"),
        "jurisdiction": "08",
        "author": AUTHOR,
        "recorded_at": dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        "effective_on": dt.date(2018, 3, 1),
        "put": entries,
        "salts": bytes,  # so many zero bytes
    }
    return IntegrationPlan.open(**(defaults | fields))


def written(entry: object) -> dict:
    """Return how an entry is written."""
    return to_mapping(opened(entry))["revisions"][0]["changes"][2]["entry"]


def test_the_text_is_exact():
    """A plan is written as this text, for ever."""
    salt = "A" * 43
    expected = (
        '{"format":"integrationsplan/plan","version":1,"id":"plan-1",'
        '"revisions":[{"number":1,"recorded_at":"2018-03-01T09:00:00+00:00",'
        '"effective_on":"2018-03-01","author":{"role":"integration_manager","id":"im-7"},'
        f'"author_seal":{{"salt":"{salt}"}},"kind":"opening","changes":['
        '{"kind":"put","entry":{"kind":"subject","id":"subject","reference":"p-83f1"},'
        f'"salt":"{salt}"}},'
        '{"kind":"put","entry":{"kind":"responsibility","id":"responsibility",'
        '"body":{"name":"Bösingen","region":"08226096"},"jurisdiction":"08"},'
        f'"salt":"{salt}"}},'
        '{"kind":"put","entry":{"kind":"goal","id":"g1","field":"work","title":"Arbeit"},'
        f'"salt":"{salt}"}}],'
        '"digest":"sha256/1:G-ldy0Lqq0_bkPjr7s4ukY7WBCso1HwVRY0Ch48sKFg"}]}'
    )
    goal = Goal(id="g1", field=GoalField.WORK, title="Arbeit")
    plan = opened(goal, body=Body(name="Bösingen", region=AGS("08226096")))
    assert expected == to_json(plan)


def test_keys_stand_in_order_of_declaration():
    """The order of the keys is that of the class, whatever the order of the arguments."""
    entry = Measure(result="r", period=Period(end=dt.date(2018, 1, 1)), title="t", id="m")
    assert list(written(entry)) == ["kind", "id", "title", "period", "result"]


def test_a_document_names_itself_first():
    """Format and version come before everything else."""
    assert list(to_mapping(opened())) == [
        "format",
        "version",
        "id",
        "revisions",
    ]


def test_what_is_absent_is_not_written():
    """Neither null nor defaults stand in a document."""
    assert written(Competence(id="c", title="Kochen")) == {
        "kind": "competence",
        "id": "c",
        "title": "Kochen",
    }


def test_dates_and_codes_are_texts():
    """Dates are written as ISO dates, enumerations by their codes, tuples as lists."""
    agreement = Agreement(
        id="a", revision=1, agreed_on=dt.date(2018, 3, 2), by=(Party.PERSON, Party.GUARDIAN)
    )
    plan = opened().revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 2, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 3, 2),
        put=[agreement],
    )
    expected = {
        "kind": "agreement",
        "id": "a",
        "revision": 1,
        "agreed_on": "2018-03-02",
        "by": ["person", "guardian"],
    }
    assert expected == to_mapping(plan)["revisions"][1]["changes"][0]["entry"]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC), "2018-03-01T09:00:00+00:00"),
        (
            dt.datetime(2018, 3, 1, 9, 0, 0, 1, dt.timezone(dt.timedelta(hours=-9, minutes=-30))),
            "2018-03-01T09:00:00.000001-09:30",
        ),
        (
            dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=23, minutes=59))),
            "0001-01-01T00:00:00+23:59",
        ),
    ],
)
def test_moments_keep_their_offset(moment: dt.datetime, expected: str):
    """A moment is written with its offset, and is read back equal with the same offset."""
    plan = opened(recorded_at=moment, effective_on=dt.date(1, 1, 1))
    text = to_json(plan)
    back = from_json(text, IntegrationPlan).latest.recorded_at
    assert (True, moment, moment.utcoffset()) == (expected in text, back, back.utcoffset())


def test_indented_text_is_the_same_document():
    """Text for people reads back equal."""
    plan = opened(Competence(id="c", title="Kochen"))
    assert plan == from_json(to_json(plan, indent=2), IntegrationPlan)


def test_an_indented_text_has_lines():
    """With an indent every key has a line of its own."""
    assert to_json(opened(), indent=2)[:39] == '{\n  "format": "integrationsplan/plan",\n'


def test_lines_survive():
    """Tab and line feed are kept where a text may have lines."""
    plan = opened(Competence(id="c", title="a", description="b\tc\nd"))
    assert plan == from_json(to_json(plan), IntegrationPlan)


def test_a_mapping_is_plain_json():
    """The mapping holds nothing that a JSON writer does not know."""
    mapping = to_mapping(opened(Measure(id="m", title="t", goals=("a", "b"))))
    assert mapping == json.loads(json.dumps(mapping))


def test_mappings_are_not_shared():
    """Who changes a mapping does not change the next one."""
    plan = opened()
    to_mapping(plan)["revisions"].clear()
    assert len(to_mapping(plan)["revisions"]) == 1


def test_formats_are_published():
    """Every kind of document has its name and version."""
    assert dict(FORMATS.values()) == {
        "integrationsplan/plan": 1,
        "integrationsplan/plan-view": 1,
        "integrationsplan/access": 1,
        "integrationsplan/deletion-receipt": 1,
        "integrationsplan/concept": 1,
        "integrationsplan/network": 1,
        "integrationsplan/indicator-report": 1,
        "integrationsplan/programme": 1,
        "integrationsplan/trace": 1,
        "integrationsplan/allocation": 1,
        "integrationsplan/recipients": 1,
        "integrationsplan/funding-programme": 1,
        "integrationsplan/general-terms": 1,
        "integrationsplan/application": 1,
        "integrationsplan/grant": 1,
        "integrationsplan/proof-of-use": 1,
    }


class Berlin(dt.tzinfo):
    """Berlin on 28 October 2018, when the hour from 2:00 came twice."""

    def utcoffset(self, moment: dt.datetime | None) -> dt.timedelta:
        """Return two hours for the first time round, one for the second."""
        return dt.timedelta(hours=1 if moment is not None and moment.fold else 2)

    def dst(self, moment: dt.datetime | None) -> dt.timedelta:
        """Return what summer time adds."""
        return self.utcoffset(moment) - dt.timedelta(hours=1)

    def tzname(self, _: dt.datetime | None) -> str:
        """Return the name of the zone."""
        return "Berlin"


@pytest.mark.parametrize("fold", [0, 1])
def test_a_moment_in_the_hour_that_comes_twice_is_read_back_equal(fold: int):
    """A plan recorded in that hour, with a named zone, equals what is read back."""
    moment = dt.datetime(2018, 10, 28, 2, 30, fold=fold, tzinfo=Berlin())
    plan = opened(recorded_at=moment)
    assert plan == from_json(to_json(plan), IntegrationPlan)


def test_what_was_written_is_read_after_the_end_of_summer_time():
    """A history that is accepted in memory is accepted as a document."""
    zone = Berlin()
    plan = opened(recorded_at=dt.datetime(2018, 10, 28, 2, 50, tzinfo=zone)).revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 10, 28, 2, 10, fold=1, tzinfo=zone),
        effective_on=dt.date(2018, 3, 1),
    )
    assert len(from_json(to_json(plan), IntegrationPlan).revisions) == 2
