"""For tests of systems that build on this library: small objects, and what to hold against a store.

Builders return the same object every time. `erasure_leaks` looks for what an erasure should have
removed. Random objects of every kind are in ``integrationsplan.testing.strategies``, which needs
the extra ``testing``; nothing here does.
"""

from integrationsplan.testing._builders import (
    Facts,
    a_life,
    a_plan,
    a_programme,
    an_allocation,
    facts,
    fixed_salts,
    some_recipients,
)
from integrationsplan.testing._leaks import Leak, erasure_leaks

__all__ = [
    "Facts",
    "Leak",
    "a_life",
    "a_plan",
    "a_programme",
    "an_allocation",
    "erasure_leaks",
    "facts",
    "fixed_salts",
    "some_recipients",
]
