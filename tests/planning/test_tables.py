"""What holds for every table that a plan is made of: other dtypes, spoilt cells, and it stays as it was."""

import numpy as np
import pandas as pd
import pytest

from ecotools import planning
from ecotools.planning.crash import crash
from ecotools.planning.staffing import staff_hours
from tests.planning.networks import random_plan
from tests.planning.test_months import RISKS
from tests.planning.test_people import BANDS, WORK

PLAN = random_plan(3).assign(crash_days=0, cost_per_day=2.0, optimistic=1, likely=2, pessimistic=4)
PLACED = planning.schedule(PLAN)[["task", "role", "start_day", "end_day", "hours"]]
PHASES = pd.DataFrame({"phase": ["a", "b"], "first": [1, 5], "last": [4, 9]})
THERE = {"creator": 40, "coach": 40}

CALLS = {
    "schedule": (planning.schedule, PLAN[["task", "days", "after"]], ()),
    "level": (planning.level, PLAN[["task", "days", "after", "role", "hours"]], (THERE,)),
    "workload": (planning.workload, PLACED.drop(columns="task"), (THERE,)),
    "three_point": (planning.three_point, PLAN[["task", "optimistic", "likely", "pessimistic"]], ()),
    "finish_days": (
        planning.finish_days,
        PLAN[["task", "after", "optimistic", "likely", "pessimistic"]],
        (20,),
    ),
    "task_risk": (planning.task_risk, PLAN[["task", "after", "optimistic", "likely", "pessimistic"]], (20,)),
    "crash": (crash, PLAN[["task", "after", "days", "crash_days", "cost_per_day"]], (99,)),
    "edges": (planning.edges, PHASES, ("phase", "first", "last")),
    "staff_hours": (lambda work: staff_hours([10], work), WORK[["role", "fixed", "per_member"]], ()),
    "founder_week": (
        lambda work: planning.founder_week([10], work, 9),
        WORK[["work", "rank", "fixed", "per_member"]],
        (),
    ),
    "member_hours": (lambda bands: planning.member_hours([10], bands), BANDS, ()),
    "premortem": (planning.premortem, RISKS[["risk", "chance", "loss"]], ()),
    "risk_losses": (planning.risk_losses, RISKS[["risk", "chance", "loss"]], (20,)),
    "alarms": (planning.alarms, RISKS[["risk", "watch", "limit", "alarm"]], ({"a": 1},)),
}
KINDS = {
    "whole numbers of 32 bits": ("i", "int32"),
    "floats of 32 bits": ("if", "float32"),
    "numbers as objects": ("if", object),
    "texts as objects": ("OTU", object),
    "texts as categories": ("OTU", "category"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CALLS)
def test_the_dtype_of_a_column_does_not_matter(name, kind):
    function, table, more = CALLS[name]
    letters, dtype = KINDS[kind]
    chosen = [
        column for column in table if table[column].dtype.kind in letters and column != "after"
    ]  # lists have no category
    held = table.astype(dict.fromkeys(chosen, dtype))
    expected, found = function(table, *more), function(held, *more)
    if isinstance(found, pd.DataFrame):
        pd.testing.assert_frame_equal(
            found, expected, check_dtype=False, check_categorical=False, check_index_type=False
        )
    else:
        assert np.array_equal(np.asarray(found), np.asarray(expected))


@pytest.mark.parametrize(
    "value", [None, "12,50", True, float("inf"), object()], ids=lambda v: type(v).__name__
)
@pytest.mark.parametrize("name", CALLS)
def test_a_spoilt_cell_is_understood_or_refused_with_its_column(name, value):
    function, table, more = CALLS[name]
    for column in table.columns:
        spoilt = table.astype({column: object})
        spoilt.isetitem(list(table).index(column), [value, *spoilt[column].iloc[1:]])
        try:
            function(spoilt, *more)
        except (TypeError, ValueError) as error:
            assert str(column) in str(error), (column, str(error))


@pytest.mark.parametrize("name", CALLS)
def test_a_table_stays_as_it_was(name):
    function, table, more = CALLS[name]
    before = table.copy()
    function(table, *more)
    pd.testing.assert_frame_equal(table, before)


def test_every_public_function_says_what_comes_back_and_shows_an_example():
    for name in planning.__all__:
        text = getattr(planning, name).__doc__
        assert ">>> " in text and "Parameters\n" in text, name
