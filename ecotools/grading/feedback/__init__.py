"""Feedback for a class: nbgrader's pages, fast, without the hidden tests, each outcome in words.

Read in this order: ``jobs`` (which pages there are), ``hidden_tests`` (what a page must not show), ``cells``
(what it says about a cell), ``clean_html`` and ``styles`` (what may stay of what a hand-in shows),
``exporter`` (how it looks), ``lateness`` (what it says of time), ``not_graded_page`` (the page of a hand-in
that could not be graded), ``page`` (one page), and below how a class is done. How the pages go out:
``addresses`` (whose each is for Moodle, Canvas and mail) and ``packages`` (the zips and the folder).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_all_start_methods, get_context

import ecotools.fast_imports  # noqa: F401 - before anything that imports nbformat
from ecotools.grading.assignment import AssignmentError
from ecotools.grading.course import Course
from ecotools.grading.feedback.jobs import FeedbackJob, FeedbackPage, find_jobs

# What the processes import once, before they part.
_SLOW = ["ecotools.fast_imports", "nbgrader.api", "IPython.lib.lexers", "ecotools.grading.feedback.page"]

Step = Callable[[str, int], Callable[[object], None]]


class FeedbackError(AssignmentError):
    """Feedback that cannot be written at all; the text says why."""


def write_feedback(
    course: Course,
    names: Iterable[str],
    students: Iterable[str] | None = None,
    hidden_tests: bool = False,
    jobs: int = 2,
    step: Step | None = None,
) -> list[FeedbackPage]:
    """Write ``feedback/<student>/<assignment>/<name>.html`` for all that is graded; return what came of it.

    A page whose notebook and marks are as before is left as it is. A hand-in that could not be graded gets a
    page that says why.

    Parameters
    ----------
    course, names : the course and its assignments, all that it has when there are none.
    students : whose pages; all that handed in when None.
    hidden_tests : whether the pages show the hidden tests.
    jobs : how many processes make pages.
    step : called with a name and the number of pages; returns what is called after each.

    Raises
    ------
    AssignmentError
        When there is no assignment of one of the names.
    FeedbackError
        When one of ``students`` has handed in none of the assignments.
    """
    step = step or (lambda name, parts: lambda page: None)
    names, chosen = list(names) or course.names(), None if students is None else list(students)
    for name in names:
        course.assignment(name)
    with _pool(jobs) as workers:
        found = [workers.submit(find_jobs, course, name, chosen, hidden_tests) for name in names]
        todo = [job for future in found for job in future.result()]
        _all_known(course, chosen, todo)
        done, pages = step("Feedback written", len(todo)), []
        for future in as_completed([workers.submit(_make, job) for job in todo]):
            pages.append(future.result())
            done(pages[-1])
    return sorted(pages, key=lambda page: (page.assignment, page.student, page.file.name))


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Return processes that have imported what makes a page, once for all where the system can do that."""
    shared = "forkserver" in get_all_start_methods()
    context = get_context("forkserver" if shared else "spawn")
    if shared:
        context.set_forkserver_preload(_SLOW)
    return ProcessPoolExecutor(jobs, context)


def _make(job: FeedbackJob) -> FeedbackPage:
    from ecotools.grading.feedback.page import make

    return make(job)


def _all_known(course: Course, students: list[str] | None, jobs: list[FeedbackJob]) -> None:
    for student in students or []:
        if not any(job.student == student for job in jobs):
            raise FeedbackError(f"{course.submitted}: {student} has handed in none of these assignments")
