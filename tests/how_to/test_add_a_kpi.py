"""What docs/how-to/add-a-kpi.md says to type works as it stands there."""

import ast
import math

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.metrics import kpi
from ecotools.metrics.kpi import sales
from tests.metrics.test_kpi import blueprint, ledger  # noqa: F401, fixtures

from .pages import block_for, blocks, page

PAGE = "add-a-kpi"


@pytest.fixture(autouse=True)
def registered():
    """Take out again what a test registers."""
    before = dict(kpi.REGISTRY)
    yield
    kpi.REGISTRY.clear()
    kpi.REGISTRY.update(before)


def test_the_function_in_the_library_has_the_values_that_the_page_works_out(ledger, blueprint):  # noqa: F811
    exec(block_for(PAGE, "ecotools/metrics/kpi/sales.py"), dict(vars(sales)))
    ((id, values),) = ast.literal_eval(f"{{{block_for(PAGE, 'tests/metrics/test_kpi.py')}}}").items()
    found = kpi.compute(blueprint, ledger, id)
    expected = [math.nan if value is None else value for value in values]
    assert found["value"].tolist() == pytest.approx(expected, nan_ok=True)
    assert found.loc[found["value"].isna(), "reason"].unique().tolist() == ["no paid order in this month"]


def test_the_notebook_cell_runs_and_is_the_same_function():
    cell = next(block.text for block in blocks(PAGE, "python") if "simulate(" in block.text)
    *before, last = ast.parse(cell).body
    namespace = {}
    exec(compile(ast.Module(before, []), PAGE, "exec"), namespace)
    table = eval(compile(ast.Expression(last.value), PAGE, "eval"), namespace)
    assert isinstance(table, pd.DataFrame) and table["value"].between(0, 1).all()
    library = ast.parse(block_for(PAGE, "ecotools/metrics/kpi/sales.py")).body[0]
    assert ast.dump(before[-2].body[-1]) == ast.dump(library.body[-1])


def test_a_blueprint_takes_the_entry():
    (entry,) = [block.text for block in blocks(PAGE, "yaml")]
    assert Blueprint.from_yaml(f"name: Example\n{entry}").kpis[0].id == "attach_rate"


def test_the_messages_are_those_that_the_page_quotes():
    def refused(id="attach_rate", unit="fraction", docstring="Something."):
        def function(book):
            pass

        function.__doc__ = docstring
        with pytest.raises(ValueError) as caught:
            kpi.register(id, name="X", base="orders", unit=unit, source="orders")(function)
        return str(caught.value)

    said = page(PAGE)
    assert f"`{refused(docstring='')}`" in said
    assert refused(unit="share").startswith("unit must be one of 'currency', 'fraction'")
    assert refused(id="aov").startswith("the KPI 'aov' is one of ecotools:")
