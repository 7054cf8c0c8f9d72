import json
import math
import pickle

import pandas as pd
import pytest

from ecotools.measure import Measure, missing


def test_a_measure_is_a_float_that_remembers_its_definition():
    churn = Measure(0.05, definition="lost / at start", unit="fraction")
    assert churn == 0.05 and churn + 1 == 1.05
    assert churn.definition == "lost / at start"


def test_a_missing_number_says_why():
    number = missing("no orders in the window")
    assert math.isnan(number)
    assert str(number) == "NaN (no orders in the window)"


def test_a_nan_without_a_reason_is_refused():
    with pytest.raises(ValueError, match="needs a reason"):
        Measure(float("nan"))


def test_a_number_with_a_reason_for_being_missing_is_refused():
    with pytest.raises(ValueError, match="cannot have a reason"):
        Measure(3.0, reason="nothing there")


def test_a_measure_survives_pickling():
    churn = pickle.loads(pickle.dumps(Measure(0.05, definition="d", unit="fraction")))
    assert (churn, churn.definition, churn.unit) == (0.05, "d", "fraction")


def shown(*cells):
    """Return what a notebook shows under its last cell, as text."""
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    for cell in cells[:-1]:
        shell.run_cell(cell, silent=True).raise_error()
    return shell.display_formatter.format(shell.ev(cells[-1]))[0]["text/plain"]


def test_a_notebook_shows_why_a_number_is_missing_alone_and_inside_of_others():
    made = "from ecotools.measure import Measure, missing; gone = missing('no orders in the window')"
    assert shown(made, "gone") == "NaN (no orders in the window)"
    assert shown(made, "[1.5, gone], {'aov': gone}") == (
        "([1.5, NaN (no orders in the window)], {'aov': NaN (no orders in the window)})"
    )


def test_a_notebook_shows_a_number_as_it_shows_every_float():
    made = "from ecotools.measure import Measure; rate = Measure(1 / 3, unit='fraction')"
    assert shown(made, "rate") == repr(1 / 3)
    assert shown(made, "get_ipython().run_line_magic('precision', '2')", "rate") == "0.33"


def test_it_goes_into_json_and_tables_as_a_float():
    gone = missing("no orders in the window")
    assert json.dumps([gone, Measure(0.5)]) == "[NaN, 0.5]"
    assert pd.Series([gone, Measure(0.5)]).dtype == "float64"
