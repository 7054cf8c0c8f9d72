"""All that the report of a class says, as tables; ``page`` shows it, and scripts read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from ecotools.files import write_together
from ecotools.grading.course import Course
from ecotools.grading.grade import GradedHandIn
from ecotools.grading.gradebook import results
from ecotools.grading.gradebook.results import Results
from ecotools.grading.pipeline import in_place_tests
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.report import record, summary
from ecotools.grading.report.failed_parts import by_part
from ecotools.grading.report.items import by_task
from ecotools.grading.report.links import Links
from ecotools.grading.report.messages import grouped
from ecotools.grading.report.objectives import by_objective, read_objectives, unknown
from ecotools.grading.report.page import PAGE, to_html
from ecotools.grading.report.people import ClassPeople
from ecotools.grading.report.record import ReportChanges
from ecotools.grading.report.risk import RiskRule, at_risk
from ecotools.grading.report.scores import by_assignment
from ecotools.spreadsheet import harmless

LONGEST = {"tasks", "remarks"}  # tables that scripts read from their files


@dataclass(frozen=True)
class ClassReport:
    """What is said of a class.

    Parameters
    ----------
    found : the class, see ``results.collect``.
    titles : the heading of each task, by assignment and task; a task without one is called by its name.
    people : the class as its roster knows it; nobody is missing where it is left out.
    rule : when somebody is at risk.
    objectives : what the course wants people to be able to do, each with its tasks.
    unknown_tasks : tasks that objectives name and no assignment has.
    in_place : the tests that ran in the process of the hand-ins, in words; "" when all were judged.
    unpassed : assignment and name of the tasks whose test the reference solution does not pass.
    changes : what changed since the last report.
    course : where the hand-ins are that names link to; no links without it.
    record : what is kept of this report for the next one.
    """

    found: Results
    titles: Mapping[tuple[str, str], str] = field(default_factory=dict)
    people: ClassPeople = field(default_factory=ClassPeople)
    rule: RiskRule = field(default_factory=RiskRule)
    objectives: Mapping[str, list[str]] = field(default_factory=dict)
    unknown_tasks: tuple[str, ...] = ()
    in_place: str = ""
    unpassed: frozenset[tuple[str, str]] = frozenset()
    changes: ReportChanges = field(default_factory=ReportChanges)
    course: Course | None = None
    record: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        course: Course,
        names: Iterable[str],
        handins: Iterable[GradedHandIn] = (),
        rule: RiskRule | None = None,
    ) -> ClassReport:
        """Return the report of the assignments ``names``; nothing is graded for it, and nothing written.

        Parameters
        ----------
        course, names : the course and the assignments to report on.
        handins : what came of the last grading, for what could not be graded.
        rule : when somebody is at risk; what the course says when None.
        """
        names, rule = list(names), rule or RiskRule.of(course)
        found = results.collect(course, names, handins)
        sources = {name: course.assignment(name) for name in names}
        labels = {name: source.labels() for name, source in sources.items()}
        tasks = {(name, task) for name in names for task in labels[name].values()}
        objectives = read_objectives(course.root)
        whole_course = set(names) == set(course.names())
        changes, noted = record.changes(course, names, found)
        return cls(
            found,
            {
                (name, task): said
                for name, source in sources.items()
                for task, said in source.titles().items()
            },
            ClassPeople.of(course, names),
            rule,
            objectives,
            tuple(unknown(objectives, tasks)) if whole_course else (),
            *_of_reference(course, labels),
            changes,
            course,
            noted,
        )

    @cached_property
    def messages(self) -> pd.DataFrame:
        """The wrong answers most given, see ``messages.grouped``."""
        return grouped(self.found.tasks)

    @cached_property
    def by_task(self) -> pd.DataFrame:
        """How the class did on each task, see ``items.by_task``."""
        return by_task(self.found.tasks, self.messages, self.unpassed)

    @cached_property
    def failed(self) -> pd.DataFrame:
        """Who failed in which part of a test, see ``failed.by_part``."""
        return by_part(self.found.tasks)

    @cached_property
    def assignments(self) -> pd.DataFrame:
        """Mean, spread and reliability, see ``scores.by_assignment``."""
        return by_assignment(self.found.tasks)

    @cached_property
    def at_risk(self) -> pd.DataFrame:
        """Who is at risk and why, see ``risk.at_risk``."""
        return at_risk(self.found.grades, self.found.tasks, self.people.missing, self.rule)

    @cached_property
    def by_objective(self) -> pd.DataFrame:
        """How the class did on each objective, see ``objectives.by_objective``."""
        return by_objective(self.found.tasks, self.objectives)

    @property
    def grades(self) -> pd.DataFrame:
        """The table of the class, see ``results.of_class``."""
        return self.found.grades

    @property
    def needs_a_person(self) -> list[str]:
        """What only a person can deal with, in sentences."""
        return summary.needs_a_person(self.grades, self.at_risk, self.rule)

    @property
    def says(self) -> list[str]:
        """What needs a person, and what changed, in sentences for a terminal."""
        return [*self.needs_a_person, *filter(None, [self.changes.in_words])]

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables of the report by their names."""
        return {
            "grades": self.grades,
            "tasks": self.found.tasks,
            "assignments": self.assignments,
            "by_task": self.by_task,
            "failed": self.failed,
            "messages": self.messages,
            "at_risk": self.at_risk,
            "changes": self.changes.table,
            "objectives": self.by_objective,
            "remarks": self.found.remarks,
            "missing": self.people.missing,
            "alike": self.people.alike,
        }

    def data(self) -> dict[str, Any]:
        """Return the tables but for the two longest, the rule and the time of the last report, as JSON."""
        tables = {name: table for name, table in self.tables().items() if name not in LONGEST}
        rows = {name: json.loads(table.to_json(orient="records")) for name, table in tables.items()}
        return {"at_risk_means": self.rule.in_words, "since": self.changes.since, **rows}

    def write(self, folder: Path) -> Path:
        """Write the page and its tables into ``folder``, all or none; return the page.

        The record of the report is kept after that, so that what goes wrong loses no change.
        """
        texts = {f"{name}.csv": _as_csv(table) for name, table in self.tables().items()}
        write_together(folder, texts | {PAGE: to_html(self, Links(self.course, folder))})
        if self.course is not None:
            record.keep(self.course.root, self.record)
        return folder / PAGE


def _as_csv(table: pd.DataFrame) -> str:
    return table.map(_cell).to_csv(index=False)


def _cell(value: Any) -> Any:
    """Return a cell as a spreadsheet has it: several students as one text, and nothing that it would run."""
    return harmless(", ".join(value) if isinstance(value, tuple) else value)


def _of_reference(
    course: Course, labels: Mapping[str, Mapping[tuple[str, str], str]]
) -> tuple[str, frozenset[tuple[str, str]]]:
    """Return which tests could not be judged, in words, and the tasks whose test the reference fails."""
    folder = folder_of(course.root)
    here = {name: tests for name, tests in in_place_tests.known_tests(folder).items() if name in labels}
    unpassed = {
        (name, labels[name].get((notebook, test), test))
        for name, notebooks in in_place_tests.unpassed(folder).items()
        for notebook, tests in notebooks.items()
        if name in labels
        for test in tests
    }
    return in_place_tests.in_words(here), frozenset(unpassed)
