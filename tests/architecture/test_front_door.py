"""The front door: public names, a lean import, and what a wrong call at it is told."""

import datetime as dt
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest

import integrationsplan
from integrationsplan import (
    Author,
    IntegrationPlan,
    InvalidValueError,
    Money,
    UnknownNameError,
    allocate,
    catalogue,
    from_json,
)
from integrationsplan.plan import Body

PACKAGES = [
    "integrationsplan",
    *(
        f"integrationsplan.{info.name}"
        for info in pkgutil.iter_modules(integrationsplan.__path__)
        if not info.name.startswith("_")
    ),
]
DAY = dt.date(2018, 1, 15)


@pytest.mark.parametrize("name", PACKAGES)
def test_public_names_are_listed_once_and_there(name: str):
    """Every public package lists its names, each once; each exists."""
    try:
        package = importlib.import_module(name)
    except ImportError as error:
        if error.name not in ("icalendar", "jinja2", "pyarrow"):
            raise
        pytest.skip(f"{error.name} is not installed")
    names = package.__all__
    assert (sorted(set(names)), []) == (
        sorted(names),
        [name for name in names if not hasattr(package, name)],
    )


def test_importing_the_package_loads_no_extra():
    """Neither the command line's libraries nor any heavy one comes with the import."""
    code = "import integrationsplan, json, sys; print(json.dumps(sorted(sys.modules)))"
    # Whoever measures coverage measures this process, too, with modules of its own.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(  # our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, env=env
    )
    loaded = set(json.loads(done.stdout))
    assert set() == loaded & {
        "click",
        "icalendar",
        "jinja2",
        "rich",
        "msgspec",
        "numpy",
        "pyarrow",
        "sqlite3",
        "socket",
    }


def test_a_class_that_is_no_document_is_told():
    """Reading JSON as something that is no document names the documents."""
    with pytest.raises(UnknownNameError) as caught:
        from_json("{}", Money)
    assert (
        "AccessExport",
        "Application",
        "DeletionReceipt",
        "FundingProgramme",
        "GeneralTerms",
        "Grant",
        "IndicatorReport",
        "IntegrationConcept",
        "IntegrationNetwork",
        "IntegrationPlan",
        "PlanView",
        "Programme",
        "ProofOfUse",
        "RecipientList",
        "Statement",
        "Trace",
    ) == tuple(sorted(caught.value.known))


@pytest.mark.parametrize("moment", [DAY, "2018-01-15T09:00:00+00:00", 5])
def test_a_state_is_known_at_a_moment_alone(moment: object):
    """A date or a text is no moment, and is told so by our error."""
    plan = IntegrationPlan.open(
        id="p",
        subject="s",
        body=Body(name="b"),
        jurisdiction="08",
        author=Author(role="r", id="a"),
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 3, 1),
    )
    with pytest.raises(InvalidValueError):
        plan.as_known(moment)


@pytest.mark.parametrize("persons", [352, "352", Decimal(352), Decimal("352.0"), Fraction(352)])
def test_figures_are_any_exact_number(persons: object):
    """A figure may be an int, a text, a Decimal or a Fraction; the award is the same."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    award = allocate(programme, [{"key": "Weinheim", "persons": persons}], day=DAY)["Weinheim"]
    assert "280220.00" == award.amount.to_text()


@pytest.mark.parametrize("amount", ["65217.43", Decimal("65217.43"), Fraction(6521743, 100)])
def test_money_is_made_of_any_exact_number(amount: object):
    """Money may be made of a text, a Decimal or a Fraction."""
    assert Money(6_521_743) == Money.of(amount)


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity"), Decimal("1e1000000")])
def test_money_is_made_of_no_endless_number(amount: Decimal):
    """A Decimal that is no number, or would fill the memory, is refused at once."""
    with pytest.raises(InvalidValueError):
        Money.of(amount)
