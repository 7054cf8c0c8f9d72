"""Who is at risk, by score as well as by omission, and the rule that says so."""

import json

import pandas as pd
import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.gradebook.results import CLASS_COLUMNS, TASK_COLUMNS, GradeRow, TaskRow
from ecotools.grading.report.risk import LEFT_OUT, NOTHING, SCORE, RiskRule, RuleError, at_risk
from ecotools.grading.roster import absentees
from ecotools.outcomes import RIGHT, TO_MARK

from .tiny import NAME, make_course

NAN = float("nan")
NOBODY = pd.DataFrame(columns=absentees.COLUMNS)


def at_risk_of(scores, rule=None, left_out=None, missing=NOBODY):
    """Return student and reason of who is at risk; ``scores`` of 10 points by student, NaN waits."""
    tasks, grades = [], []
    for student, score in scores.items():
        outcome = TO_MARK if score != score else RIGHT
        tasks.append(TaskRow(student, NAME, "q1", score, 10.0, outcome, "", NAN, ""))
        grades.append(GradeRow(student, NAME, score, 10.0, not_attempted=(left_out or {}).get(student, 0)))
    tables = pd.DataFrame(grades, columns=CLASS_COLUMNS), pd.DataFrame(tasks, columns=TASK_COLUMNS)
    return at_risk(*tables, missing, rule or RiskRule())


def test_less_than_half_of_the_points_is_a_risk_and_half_is_none():
    found = at_risk_of({"ada": 4.9, "bola": 5.0, "chen": 9.0})
    assert found[["student", "why", "says"]].to_numpy().tolist() == [
        ["ada", SCORE, "4.9 of 10 points (49%)"],
    ]


def test_a_share_is_no_less_than_itself_whatever_the_last_digit():
    assert at_risk_of({"ada": 0.1 + 0.2 + 2.7}, RiskRule(below=0.3)).empty
    assert at_risk_of({"ada": 3 * 0.1 * 10 - 1e-13}, RiskRule(below=0.3)).empty


def test_what_waits_for_a_person_is_no_low_score():
    assert at_risk_of({"ada": NAN}).empty


def test_left_out_tasks_and_nothing_handed_in_are_reasons_too_and_the_most_reasons_come_first():
    missing = pd.DataFrame([["02-x", "bola", "bola"], ["02-x", "dana", "dana"]], columns=absentees.COLUMNS)
    found = at_risk_of({"ada": 9.0, "bola": 0.0}, left_out={"ada": 2, "bola": 3}, missing=missing)
    assert found[["student", "assignment", "why"]].to_numpy().tolist() == [
        ["bola", NAME, SCORE],
        ["bola", NAME, LEFT_OUT],
        ["bola", "02-x", NOTHING],
        ["dana", "02-x", NOTHING],
    ]
    assert at_risk_of({"ada": 9.0}, RiskRule(not_attempted=1), {"ada": 1})["says"].tolist() == [
        "1 task not attempted"
    ]


@pytest.mark.parametrize(
    "asked, told",
    [
        ({"below": 50}, "at_risk_below is 50; expected a share of the points from 0 to 1"),
        ({"below": "half"}, "at_risk_below is 'half'"),
        ({"not_attempted": 0}, "at_risk_not_attempted is 0; expected a whole number from 1"),
        ({"not_attempted": 1.5}, "at_risk_not_attempted is 1.5"),
    ],
)
def test_a_rule_that_means_nothing_is_refused(asked, told):
    with pytest.raises(RuleError, match=told):
        RiskRule(**asked)


@pytest.fixture
def course(tmp_path):
    course = make_course(tmp_path / "course")
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("\nc.ClassReport.at_risk_below = 0.25\n")
    return course


def test_the_course_says_the_rule_and_what_is_asked_for_comes_first(course):
    assert RiskRule.of(course) == RiskRule(0.25, 3)
    assert RiskRule.of(course, below=0.4, not_attempted=2) == RiskRule(0.4, 2)
    assert RiskRule.of(course, below=0).below == 0


def test_the_command_takes_a_rule_and_says_it(course, tmp_path):
    words = ["class-report", "--json", "--course", str(course.root), "--out", str(tmp_path / "report")]
    said = json.loads(CliRunner().invoke(main, words).output)["at_risk_means"]
    assert said.startswith("less than 25% of the points of an assignment, 3 or more of its tasks")
    asked = CliRunner().invoke(main, [*words, "--at-risk-below", "40", "--at-risk-without", "1"]).output
    assert json.loads(asked)["at_risk_means"].startswith(
        "less than 40% of the points of an assignment, 1 or more"
    )
    assert CliRunner().invoke(main, [*words, "--at-risk-below", "140"]).exit_code == 2


def test_a_rule_of_the_course_that_means_nothing_is_named(course):
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace("0.25", "25"))
    result = CliRunner().invoke(main, ["class-report", "--course", str(course.root)])
    assert result.exit_code == 1 and "at_risk_below is 25; expected a share" in result.output
