import math
import pickle

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
