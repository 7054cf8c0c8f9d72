"""A small company, and two larger ledgers of Quillwork."""

import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.simulate import simulate
from tests.simulate.companies import YAML


@pytest.fixture
def company() -> Blueprint:
    return Blueprint.from_yaml(YAML)


@pytest.fixture(scope="session")
def quillwork_ledger():
    """Two years of a Quillwork with five times the visitors."""
    return simulate(quillwork(), 24, seed=20, scale=5)


@pytest.fixture(scope="session")
def faithful_ledger():
    """The same without failing payments and changes of plan: nothing but churn ends a subscription."""
    blueprint = quillwork()
    blueprint.assumptions.payment_failure_rate = 0
    blueprint.assumptions.plan_change = {}
    return simulate(blueprint, 24, seed=21, scale=5)
