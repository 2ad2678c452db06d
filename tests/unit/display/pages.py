"""Small plans, and their pages as a reader sees them."""

import datetime as dt
import html
import re

from integrationsplan import Author, IntegrationPlan
from integrationsplan.display import render_plan
from integrationsplan.plan import Body, PlanEntry

AUTHOR = Author(role="integration_manager", id="im-7")
OPENED = dt.date(2018, 3, 1)


def moment(day: dt.date) -> dt.datetime:
    """Return nine o'clock of a day."""
    return dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC)


def small(*put: PlanEntry) -> IntegrationPlan:
    """Return a plan that holds these entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Stadt Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=moment(OPENED),
        effective_on=OPENED,
        put=put,
    )


CLOSED = dt.date(2018, 9, 1)


def closed(plan: IntegrationPlan) -> IntegrationPlan:
    """Return a plan closed half a year later."""
    return plan.close(
        author=AUTHOR,
        recorded_at=moment(CLOSED),
        effective_on=CLOSED,
        reason="Wegzug nach Ulm\nam 1. September",
    )


def said(page: str) -> str:
    """Return what a reader sees of a page, with single spaces."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def shown(*put: PlanEntry, day: dt.date = OPENED, language: str = "en") -> str:
    """Return what a reader sees of a plan that holds these entries."""
    return said(render_plan(small(*put), day=day, language=language))
