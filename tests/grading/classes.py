"""A made-up class of 60, as the tables that a report is made of: nothing is graded for it."""

import numpy as np
import pandas as pd

from ecotools.grading.gradebook.results import (
    FLAGGED,
    HIDDEN,
    REMARK_COLUMNS,
    REPAIRED,
    SANDBOX,
    VISIBLE,
    GradeRow,
    Results,
    TaskRow,
)
from ecotools.grading.notes import NO_SANDBOX
from ecotools.grading.report import ClassReport
from ecotools.grading.report.people import ClassPeople
from ecotools.grading.report.record import COLUMNS, NEW, POINTS, ReportChanges
from ecotools.grading.roster.people import RosterPerson
from ecotools.outcomes import NOT_ATTEMPTED, RIGHT, TO_MARK, UNCHECKED, WRONG

NAN = float("nan")
# Each task's points, and how hard it is for a student in the middle (0: half of them get it right).
TASKS = {
    "02-journey-mapping": {
        "q1": (3, -2),
        "q2": (5, -1),
        "q3": (4, 0),
        "q4": (5, 2),
        "q5": (4, -0.5),
        "q6": (3, None),
    },
    "04-pricing-tiers": {"q1": (4, -1.5), "q2": (4, 0.5), "q3": (6, -0.5), "q4": (5, 0)},
}
TITLES = {
    ("02-journey-mapping", "02-q1"): "Task 1 · The gaps (3 points)",
    ("02-journey-mapping", "02-q2"): "Task 2 · Who came in order (5 points)",
    (
        "02-journey-mapping",
        "02-q4",
    ): "Task 4 · Converted within a window that has not closed for all (5 points)",
}
OBJECTIVES = {
    "Compute it from data": ["02-q1", "02-q2", "02-q3", "02-q4", "04-q1", "04-q2"],
    "Put it into a business of your own": ["04-q3"],
    "Check a claim": ["02-q5", "04-q4"],
    "Explain it in words": ["02-q6"],
}
SLIPS = (
    "Refunds have not been taken off.",
    "A rate is a fraction, not a percent.",
    "Visitors who came once are missing.",
)


def class_of_60(sandbox=f"{NO_SANDBOX}each hand-in in a kernel of its own"):
    """Return the `Results` of 60 students in two assignments, with everything that a report can show."""
    draw = np.random.default_rng(7)
    able = draw.normal(size=60)
    grades, rows, remarks = [], [], []
    for name, tasks in TASKS.items():
        for number, skill in enumerate(able):
            student = f"student-{number + 1:02d}"
            if number == 59:
                why = f"submitted/{student}/{name}/{name}.ipynb: not a notebook: line 812 is not valid JSON"
                grades.append(GradeRow(student, name, NAN, 24, seconds=0.01, note=why))
                continue
            mine = [
                _task(draw, student, name, f"{name[:2]}-{task}", *of, skill) for task, of in tasks.items()
            ]
            if number == 8:
                mine[1] = mine[1]._replace(
                    evidence="A result was sent for a test that ends without an expression.",
                )
            if number == 3:
                mine[2] = mine[2]._replace(
                    outcome=UNCHECKED,
                    score=0,
                    message="The check met a value it cannot compare: a <generator>.",
                )
            rows += mine
            remarks += [[student, name, row.task, FLAGGED, row.evidence] for row in mine if row.evidence]
            if number % 20 == 4:
                remarks.append(
                    [
                        student,
                        name,
                        "",
                        REPAIRED,
                        "The cell 02-q3-check was there 2 times: the copy is plain text now.",
                    ]
                )
            remarks.append([student, name, "", SANDBOX, sandbox])
            grades.append(_grade(draw, student, name, mine))
    remarks.append(
        ["student-09", "02-journey-mapping", "", FLAGGED, "A thread was left running after cell 14."]
    )
    return Results(
        pd.DataFrame(grades).sort_values(["assignment", "student"], ignore_index=True),
        pd.DataFrame(rows).sort_values(["assignment", "student", "task"], ignore_index=True),
        pd.DataFrame(remarks, columns=REMARK_COLUMNS),
    )


def report_of_60(sandbox=f"{NO_SANDBOX}each hand-in in a kernel of its own"):
    """Return the `ClassReport` of these 60: with a roster, objectives, and what changed since the last."""
    found = class_of_60(sandbox)
    students = sorted(set(found.grades["student"]))
    roster = {one: RosterPerson(one, f"Family{one[-2:]}, Given") for one in students[::2]}
    changed = [("02-journey-mapping", one, "", NEW, "", "7 of 24") for one in students[:20]]
    changed += [("04-pricing-tiers", one, "04-q1", POINTS, "0 of 4", "4 of 4") for one in students[20:40]]
    return ClassReport(
        found,
        TITLES,
        ClassPeople(roster),
        objectives=OBJECTIVES,
        changes=ReportChanges("2026-03-01 09:00 UTC", pd.DataFrame(changed, columns=COLUMNS)),
    )


def _task(draw, student, name, task, points, hard, skill):
    row = TaskRow(student, name, task, 0.0, points, WRONG, "", round(float(draw.gamma(2, 0.05)), 4), "")
    if skill < -0.9 and draw.random() < 0.6:
        said = "" if hard is None else "`answer` has no body yet"
        return row._replace(outcome=NOT_ATTEMPTED, message=said, by_hand=hard is None)
    if hard is None:
        return row._replace(outcome=TO_MARK, score=NAN, by_hand=True)
    if task == "04-q4":  # a task with a fault: chance decides
        hard, skill = 0, 0
    if draw.random() < 1 / (1 + np.exp(2 * (hard - skill))):
        return row._replace(outcome=RIGHT, score=float(points))
    slip, number = SLIPS[int(draw.choice(3, p=[0.6, 0.3, 0.1]))], int(draw.integers(100, 999))
    said = (
        f"✗ {task} not right yet · 0 of {points} points\n  Checked: revenue(orders)\n  Expected: {number}\n"
    )
    part = HIDDEN if slip == SLIPS[1] else VISIBLE
    return row._replace(message=f"{said}  Found: {number + 7}\n  {slip}", failed_in=part)


def _grade(draw, student, name, rows):
    waiting = [row for row in rows if np.isnan(row.score)]
    return GradeRow(
        student,
        name,
        score=sum(row.score for row in rows if not np.isnan(row.score)),
        points=sum(row.points for row in rows),
        to_mark=len(waiting),
        not_attempted=sum(row.outcome == NOT_ATTEMPTED for row in rows),
        flagged=sum(bool(row.evidence) for row in rows),
        seconds=round(float(draw.gamma(4, 0.2)), 3),
    )
