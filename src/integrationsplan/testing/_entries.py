"""Strategies of the entries of plans, alone and in the place that they have in a history."""

import datetime as dt
from typing import Any, get_args

from hypothesis import strategies as st

from integrationsplan.history import Entry
from integrationsplan.plan import (
    TRANSITIONS,
    Agreement,
    Consent,
    Disclosure,
    Goal,
    PlanEntry,
    RecognitionProcedure,
    RecognitionStep,
    Responsibility,
    Subject,
)
from integrationsplan.testing._forge import Forge, references_to
from integrationsplan.testing._laws import fit
from integrationsplan.values import CountryCode, Jurisdiction, LanguageCode

__all__ = ["IDS", "IN_PLANS", "KINDS", "entries", "entries_of"]

IDS = tuple(f"e{number}" for number in range(8))
"""The ids that entries of drawn plans have, apart from the two of every opening."""

KINDS: tuple[type[Entry], ...] = tuple(
    cls for cls in get_args(PlanEntry) if cls not in {Subject, Responsibility}
)
"""The kinds of entries that may stand under any id."""

DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
_OWN_IDS = {Subject: "subject", Responsibility: "responsibility"}

IN_PLANS = Forge(
    {
        dt.date: DATES,
        LanguageCode: st.sampled_from(["de", "ar", "ti", "prs", "kmr", "uk"]),
        CountryCode: st.sampled_from(["SY", "ER", "AF", "UA", "XA"]),
        Jurisdiction: st.sampled_from(["08", "16", "de"]),
        references_to(): st.sampled_from([*IDS[:3], "e99"]),
        (Consent, "purpose"): st.sampled_from(["job-centre", "volunteer"]),
        (Disclosure, "purpose"): st.just("job-centre"),
        (RecognitionProcedure, "steps"): st.lists(
            Forge({dt.date: DATES}).of(RecognitionStep), max_size=6
        ).map(tuple),
    }
)
"""What is drawn for plans: the form of everything as declared, with ids that refer to something."""


@st.composite
def entries_of(
    draw: st.DrawFn, cls: type[Entry], entry_id: str = "e0", number: int = 2, before: Any = None
) -> Any:
    """Draw an entry, or a new version of one, that a revision of this number may put.

    Args:
        draw: How to draw; not to be given.
        cls: Its kind.
        entry_id: Its id; the two kinds of every opening have their own.
        number: Number of the revision that puts it.
        before: The version that it follows.
    """
    fields = draw(IN_PLANS.fields(cls))
    fields["id"] = _OWN_IDS.get(cls, entry_id)
    if cls is Agreement:
        fields["revision"] = draw(st.integers(1, max(1, number - 1)))
    if isinstance(before, Goal):
        steps = sorted(TRANSITIONS[before.lifecycle], key=lambda step: step.value)
        fields["lifecycle"] = draw(st.sampled_from([before.lifecycle, *steps]))
    return cls(**fit(cls, fields))


def entries() -> st.SearchStrategy[Any]:
    """Draw an entry of any kind that a plan may hold."""
    kinds = st.sampled_from(get_args(PlanEntry))
    return kinds.flatmap(entries_of)
