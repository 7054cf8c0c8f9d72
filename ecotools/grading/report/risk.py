"""Who is at risk: by score, by tasks left out, by handing in nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.course import Course
from ecotools.grading.report.scores import scored

SCORE, LEFT_OUT, NOTHING = "score", "not attempted", "nothing handed in"
SECTION = "ClassReport"  # of nbgrader_config.py
COLUMNS = ["student", "assignment", "why", "says"]


class RuleError(AssignmentError):
    """A rule that cannot be used; the text says what was expected."""


@dataclass(frozen=True)
class RiskRule:
    """When a student is at risk.

    Parameters
    ----------
    below : a share of the points of an assignment, 0..1; whoever has less is at risk. Counted are the points
        that are scored so far, before late penalties. With 0 nobody is at risk by score.
    not_attempted : so many tasks of an assignment left out, or more, put a student at risk.
    """

    below: float = 0.5
    not_attempted: int = 3

    def __post_init__(self) -> None:
        if not (isinstance(self.below, int | float) and 0 <= self.below <= 1):
            raise RuleError(f"at_risk_below is {self.below!r}; expected a share of the points from 0 to 1")
        if not (isinstance(self.not_attempted, int) and self.not_attempted >= 1):
            raise RuleError(
                f"at_risk_not_attempted is {self.not_attempted!r}; expected a whole number from 1"
            )

    @classmethod
    def of(cls, course: Course, below: float | None = None, not_attempted: int | None = None) -> RiskRule:
        """Return what is asked for, else what the course's configuration says, else the usual rule.

        It says so as ``c.ClassReport.at_risk_below = 0.5`` and ``c.ClassReport.at_risk_not_attempted = 3``.
        """
        said = course.config().get(SECTION, {})
        asked = {"below": below, "not_attempted": not_attempted}
        known = {key: said[f"at_risk_{key}"] for key in asked if f"at_risk_{key}" in said}
        return cls(**known | {key: value for key, value in asked.items() if value is not None})

    @property
    def in_words(self) -> str:
        """The rule as half a sentence.

        >>> print(RiskRule(0.4).in_words.replace(", ", "\\n"))
        less than 40% of the points of an assignment
        3 or more of its tasks not attempted
        or nothing handed in
        """
        tasks = (
            "1 or more of its tasks"
            if self.not_attempted == 1
            else f"{self.not_attempted} or more of its tasks"
        )
        said = f"less than {self.below * 100:g}% of the points of an assignment, {tasks} not attempted"
        return f"{said}, or {NOTHING}"


def at_risk(grades: pd.DataFrame, tasks: pd.DataFrame, missing: pd.DataFrame, rule: RiskRule) -> pd.DataFrame:
    """Return why students are at risk: a row for each reason, those with most reasons first.

    Parameters
    ----------
    grades, tasks : the class, see ``results.Results``.
    missing : who has handed in nothing, see ``absent.absent``.
    rule : when somebody is at risk.

    Returns
    -------
    DataFrame
        Columns student, assignment, why ("score", "not attempted" or "nothing handed in"), says (the same
        with its numbers).
    """
    sums = scored(tasks)
    low = sums[sums["share"] < rule.below]
    rows = [
        [student, assignment, SCORE, f"{row.score:g} of {row.points:g} points ({row.share:.0%})"]
        for (assignment, student), row in low.iterrows()
    ]
    left_out = grades[grades["not_attempted"] >= rule.not_attempted]
    rows += [
        [row.student, row.assignment, LEFT_OUT, f"{_tasks(row.not_attempted)} not attempted"]
        for row in left_out.itertuples()
    ]
    rows += [[row.student, row.assignment, NOTHING, NOTHING] for row in missing.itertuples()]
    found = pd.DataFrame(rows, columns=COLUMNS)
    found["reasons"] = found.groupby("student")["why"].transform("size")
    order = ["reasons", "student", "assignment", "why"]
    found = found.sort_values(order, ascending=[False, True, True, False], ignore_index=True)
    return found[COLUMNS]


def _tasks(count: int) -> str:
    return f"{count} task" if count == 1 else f"{count} tasks"
