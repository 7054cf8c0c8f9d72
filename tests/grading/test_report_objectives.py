"""Objectives over the assignments of a course, as a trend; and those of this course."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from ecotools.grading.report import ClassReport, to_html
from ecotools.grading.report.objectives import (
    FILE,
    ObjectivesError,
    by_objective,
    change,
    read_objectives,
    unknown,
)
from ecotools.learn import modules
from ecotools.notebooks import read
from ecotools.outcomes import TO_MARK

from .classes import report_of_60
from .test_report_items import answers

ROOT = Path(__file__).parents[2]
NAN = float("nan")


def two_assignments():
    first = answers({"q1": [4.0, 0.0], "q2": [4.0, 4.0], "q3": [NAN, NAN]}, {"q3": {0: TO_MARK, 1: TO_MARK}})
    return pd.concat([first, answers({"q1": [4.0, 4.0], "q4": [2.0, 0.0]}).assign(assignment="03-y")])


def test_the_share_of_the_points_of_its_tasks_is_told_for_each_assignment():
    table = by_objective(two_assignments(), {"compute": ["q1", "02-x/q2"], "explain": ["q3"], "none": ["q9"]})
    assert table.drop(columns="hand_ins").to_numpy().tolist()[0::2] == [
        ["02-x", "compute", 2, 0.75],
        ["03-y", "compute", 1, 1.0],
    ]
    assert np.isnan(table.loc[table["objective"] == "explain", "mean_share"]).all()


def test_a_change_is_that_of_the_later_half_and_says_when_there_is_none():
    assert change([0.2, 0.4, 0.9, 0.6, 0.8]) == pytest.approx(0.4)
    assert change([0.2, NAN, 0.4]) == pytest.approx(0.2)
    assert change([0.2, NAN]).reason == change([]).reason == "fewer than 2 assignments have a score"


def test_the_page_shows_assignments_below_each_other_and_the_change():
    page = to_html(report_of_60())
    assert 'data-label="Check a claim"' in page and "percentage points" in page
    assert "objectives.yaml" in to_html(ClassReport(report_of_60().found)), "where none are declared"


def test_tasks_that_no_assignment_has_are_named():
    found = unknown({"a": ["q1", "02-x/q1", "q7"], "b": ["03-y/q1"]}, [("02-x", "q1")])
    assert found == ["03-y/q1", "q7"]
    some = ClassReport(report_of_60().found, unknown_tasks=("q7", "q8"))
    assert "names tasks that no assignment has: q7, q8." in to_html(some)
    many = ClassReport(report_of_60().found, unknown_tasks=tuple(f"q{n}" for n in range(98)))
    assert "q4, q5 and 92 more." in to_html(many), "of a course that keeps two of its assignments"


@pytest.mark.parametrize("text", ["- q1", "compute: q1", "compute: [1]", "compute: ["])
def test_a_file_that_cannot_be_read_is_named_with_what_was_expected(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(
        ObjectivesError, match=r"objectives\.yaml: expected objectives, each with a list of tasks"
    ):
        read_objectives(tmp_path)


def test_each_task_of_this_course_is_in_one_objective_and_each_assignment_has_all_of_them():
    objectives = read_objectives(ROOT)
    tasks = {}
    for file in (ROOT / "solutions").glob("[0-9]*/*.ipynb"):
        cells = [cell.metadata.get("nbgrader", {}) for cell in read(file).cells]
        tasks[file.stem] = {meta["grade_id"].removesuffix("-check") for meta in cells if meta.get("grade")}
    named = [task for of_one in objectives.values() for task in of_one]
    there = set().union(*tasks.values())
    lost = sorted(set(modules()["module"]) - {name[:2] for name in tasks})
    assert not lost, f"no assignment for the module {', '.join(lost)}"
    assert not (lacking := sorted(there - set(named))), f"objectives.yaml lacks {', '.join(lacking)}"
    assert not (gone := sorted(set(named) - there)), f"objectives.yaml names {', '.join(gone)}: no such task"
    assert sorted(named) == sorted(there), "objectives.yaml names a task twice"
    for name, its_own in tasks.items():
        absent = [objective for objective, of_one in objectives.items() if not its_own & set(of_one)]
        assert not absent, f"objectives.yaml: {name} has no task under {', '.join(absent)}"
