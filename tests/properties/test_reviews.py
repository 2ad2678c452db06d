"""Laws of reviews and calendars, for plans of every shape."""

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.properties.strategies_plans import plans

from integrationsplan.exchange import to_icalendar
from integrationsplan.findings import Severity
from integrationsplan.history import RevisionKind
from integrationsplan.plan import IntegrationPlan, ReviewRules, due, is_alive, review
from integrationsplan.plan._review_kinds import FINDING_KINDS

MANY = settings(max_examples=60, deadline=None)
CODES = {kind.code: kind for kind in FINDING_KINDS}
EVER = (dt.date.min, dt.date.max)

notices = st.none() | st.integers(0, 36_525)
rules = st.builds(
    ReviewRules,
    revise_within_months=st.integers(1, 1200),
    agreement_required=st.booleans(),
    purposes_in_use=st.lists(st.sampled_from(["job-centre", "funder"]), max_size=3).map(tuple),
    counselling_months=st.none() | st.integers(1, 1200),
    counselling_notice_days=notices,
    recognition_notice_days=notices,
    consent_notice_days=notices,
    residence_notice_days=notices,
    housing_notice_days=notices,
    documents_within_days=notices,
    check_characters=st.booleans(),
)
days = st.dates() | st.dates(dt.date(2016, 1, 1), dt.date(2026, 12, 31))


@MANY
@given(plans(), days, rules)
def test_every_plan_can_be_reviewed(plan: IntegrationPlan, day: dt.date, asked: ReviewRules):
    """On any day and by any rules, findings are of known kinds and about entries of that day."""
    state = plan.at(day)
    found = review(plan, day, asked)
    for finding in found:
        kind = CODES[finding.code]
        assert kind.severity is finding.severity
        assert finding.subject is None or finding.subject in state
        assert all("{" not in finding.format(language) for language in ("de", "en"))
    subjects = [finding.subject for finding in found]
    place = {entry.id: number for number, entry in enumerate(state)}
    assert sorted(subjects, key=lambda s: -1 if s is None else place[s]) == subjects


@MANY
@given(plans(), days, rules)
def test_a_plan_that_is_not_there_is_not_reviewed(
    plan: IntegrationPlan, day: dt.date, asked: ReviewRules
):
    """Before the opening and from the closure on nothing is found, and the plan is not alive."""
    known = [revision.kind for revision in plan.revisions if revision.effective_on <= day]
    if not known or RevisionKind.CLOSURE in known:
        assert ((), False) == (review(plan, day, asked), is_alive(plan, day, asked))


@MANY
@given(plans(), days, rules)
def test_a_dormant_plan_is_due_for_revision(
    plan: IntegrationPlan, day: dt.date, asked: ReviewRules
):
    """Whatever is not alive was not continued in time either."""
    codes = [finding.code for finding in review(plan, day, asked)]
    if "plan_dormant" in codes:
        assert "revision_due" in codes


@MANY
@given(plans(), days, rules)
def test_rules_that_ask_for_less_find_no_more(
    plan: IntegrationPlan, day: dt.date, asked: ReviewRules
):
    """Without notices and checks a review has no notices of deadlines, and the same warnings."""
    silent = ReviewRules(
        revise_within_months=asked.revise_within_months,
        agreement_required=asked.agreement_required,
        purposes_in_use=asked.purposes_in_use,
        counselling_months=asked.counselling_months,
        documents_within_days=asked.documents_within_days,
    )
    warnings, fewer = (
        [f for f in review(plan, day, some) if f.severity is Severity.WARNING]
        for some in (asked, silent)
    )
    assert warnings == fewer


@MANY
@given(plans(), days, rules)
def test_a_calendar_can_be_cut_anywhere(plan: IntegrationPlan, day: dt.date, asked: ReviewRules):
    """The days up to one and those after it are all days, in their order, each once."""
    whole = due(plan, *EVER, asked)
    before = due(plan, dt.date.min, day, asked)
    after = due(plan, day + dt.timedelta(1), dt.date.max, asked) if day < dt.date.max else ()
    assert whole == (*before, *after)
    assert len({(item.kind, item.entry_id) for item in whole}) == len(whole)
    assert [item.day for item in whole] == sorted(item.day for item in whole)


@pytest.mark.parametrize("detailed", [False, True])
@MANY
@given(plans(), rules)
def test_a_calendar_comes_back_from_its_file(
    detailed: bool, plan: IntegrationPlan, asked: ReviewRules
):
    """Each day of any plan is an event of that day in the file."""
    icalendar = pytest.importorskip("icalendar")
    dues = due(plan, *EVER, asked)
    assume(dues)
    made_at = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    file = to_icalendar(dues, made_at=made_at, detailed=detailed)
    events = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert [item.day for item in dues] == [event["dtstart"].dt for event in events]
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
