"""Grade a class: from the folders that were handed in to the gradebook, many at a time, each isolated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.collect.copies import stubs
from ecotools.grading.course import Course
from ecotools.grading.execute.ways import FORKED
from ecotools.grading.gradebook.registration import register
from ecotools.grading.pipeline import folders, gradebook_writer, handin, manual_marks, sanitise, schedule
from ecotools.grading.pipeline.interrupt import heard_interrupts
from ecotools.grading.pipeline.journal import Journal, JournalLine, LockedError, folder_of, only_one
from ecotools.grading.pipeline.tasks import GradingTasks
from ecotools.grading.pipeline.worker import Done, GradingTask
from ecotools.grading.settings import GradingError, Settings

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


@dataclass(frozen=True)
class GradedHandIn:
    """What came of one hand-in: ``error`` is empty when it was graded, and names file and cell otherwise.

    ``unchanged`` says that an earlier grade still holds, and ``elsewhere`` how the environment differs in
    which it was made. ``flagged`` and ``repairs`` are sentences on what a person should look at, and on what
    was repaired. Of a hand-in that was graded again, ``before`` and ``after`` are its points (None where
    there are none), ``why`` says what changed, and ``by_hand`` names the marks that were given for another
    answer.
    """

    student: str
    assignment: str
    seconds: float = 0.0
    error: str = ""
    unchanged: bool = False
    flagged: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    before: float | None = None
    after: float | None = None
    why: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    elsewhere: str = ""

    @property
    def graded(self) -> bool:
        """Whether it was scored."""
        return not self.error


def grade_assignment(
    course: Course,
    name: str,
    students: Iterable[str] | None = None,
    on_done: Callable[[GradedHandIn], None] = lambda handin: None,
    settings: Settings | None = None,
    pool: schedule.Pool | None = None,
) -> list[GradedHandIn]:
    """Grade the hand-ins for the assignment ``name`` into the gradebook; return what came of each.

    Hand-ins are skipped where nothing changed that can change their result. A run that was killed resumes.
    What is taken off for handing in late is worked out for all.

    Parameters
    ----------
    course, name : the course and the assignment's name.
    students : whose hand-ins; all that were handed in when None.
    on_done : called with each ``GradedHandIn`` as it is done.
    settings : how to grade; by default in a sandbox where there can be one, as many at a time as processors.
    pool : where to grade, for several assignments one after the other; by default one made for this one.

    Returns
    -------
    list of GradedHandIn
        In the order of the students' names.

    Raises
    ------
    GradingError
        When the assignment cannot be put into the gradebook, a sandbox is required and cannot be had, there
        is no such cluster, or another run is grading the course.
    """
    settings = settings or Settings()
    chosen, way = _chosen(course, name, students), settings.way()
    if not chosen:
        return []
    done: list[GradedHandIn] = []
    kept = folder_of(course.root)
    made = schedule.pool(settings.jobs, settings.scheduler, way == FORKED)
    ours = made if pool is None else nullcontext(pool)
    with _readable(), ours as workers, only_one(kept), _gradebook(course, name) as gradebook:
        writer = gradebook_writer.GradebookWriter(gradebook, course.config(), course.root)
        journal = Journal(kept)
        _take_up(course, journal, writer)
        tasks = GradingTasks(course, name, gradebook, settings, way, workers.run)
        with heard_interrupts():
            for result in _results(tasks, chosen, journal, writer, workers):
                done.append(result)
                on_done(result)
        writer.late.settle(name)
    return sorted(done, key=lambda one: one.student)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (LockedError, schedule.SchedulerError) as error:
        raise GradingError(str(error)) from error


def _take_up(course: Course, journal: Journal, writer: gradebook_writer.GradebookWriter) -> None:
    """Save what an earlier run graded and did not come to save; what cannot be saved is graded again."""
    for line in journal.unsaved():
        if writer.knows(line):
            _settle(course, journal, writer, line)
    folders.clear(journal)


def _chosen(course: Course, name: str, students: Iterable[str] | None) -> list[str]:
    there = course.students(name)
    chosen = there if students is None else list(students)
    for student in chosen:
        if student not in there:
            raise GradingError(f"{course.submitted}: {student} has not handed in {name}")
    return chosen


@contextmanager
def _gradebook(course: Course, name: str) -> Iterator[Gradebook]:
    """Yield the gradebook with the assignment registered in it."""
    register(course, name)
    gradebook = course.gradebook()
    with closing(gradebook):
        gradebook_writer.quicken(gradebook)
        try:
            yield gradebook
        finally:
            gradebook_writer.settle(gradebook)


def _results(
    tasks: GradingTasks,
    chosen: list[str],
    journal: Journal,
    writer: gradebook_writer.GradebookWriter,
    pool: schedule.Pool,
) -> Iterator[GradedHandIn]:
    """Yield what came of each hand-in, saved by the time it is yielded."""
    saved, settings = writer.saved(tasks.name), tasks.settings
    passed_over: list[GradedHandIn] = []

    def to_do() -> Iterator[GradingTask]:
        for student in chosen:
            try:
                task = tasks.task(student, keep=student in saved and not settings.force)
            except (ValueError, OSError) as error:
                passed_over.append(GradedHandIn(student, tasks.name, error=_placed(tasks, student, error)))
                continue
            if set(task.kept) == set(task.handin.notebooks):
                passed_over.append(
                    GradedHandIn(student, tasks.name, unchanged=True, elsewhere=task.elsewhere)
                )
                continue
            yield task

    waiting = to_do()
    first = next(waiting, None)
    if first is not None:
        pool.prepare(tasks.source)
        for task, done in schedule.map_tasks(chain([first], waiting), pool):
            yield _saved(tasks, journal, writer, task, done, again=task.handin.student in saved)
            while passed_over:
                yield passed_over.pop(0)
    yield from passed_over


def _placed(tasks: GradingTasks, student: str, error: Exception) -> str:
    """Return the text of an error, with the folder of the hand-in before it when it names no file."""
    folder = str(tasks.course.handed_in(student, tasks.name))
    return str(error) if folder in str(error) else f"{folder}: {error}"


def _saved(
    tasks: GradingTasks,
    journal: Journal,
    writer: gradebook_writer.GradebookWriter,
    task: GradingTask,
    done: Done,
    again: bool,
) -> GradedHandIn:
    """Save what came of a hand-in: the journal first, then the gradebook, then the folder."""
    student, repairs = task.handin.student, tuple(done.repairs)
    if done.error:
        return GradedHandIn(student, tasks.name, done.seconds, done.error, repairs=repairs)
    before = writer.total(tasks.name, student) if again else None
    waits = _weighed(tasks, journal, writer, task, done) if again else {}
    try:
        staged = folders.stage(journal, task, done, tasks.shared)
    except OSError as error:
        why = f"{task.where}: its files could not be written: {error}"
        return GradedHandIn(student, tasks.name, done.seconds, why, repairs=repairs)
    line = JournalLine(
        student=student,
        assignment=tasks.name,
        kept=list(task.kept),
        timestamp=task.handin.time,
        staged=staged,
        scores={name: scored.scores for name, scored in done.scored.items()},
        comments={name: scored.comments for name, scored in done.scored.items()},
        answers=done.answers,
        waits={name: sorted(found) for name, found in waits.items()},
    )
    journal.add(line)
    _settle(tasks.course, journal, writer, line)
    return GradedHandIn(
        student,
        tasks.name,
        done.seconds,
        flagged=tuple(done.evidence),
        repairs=repairs,
        before=before,
        after=writer.total(tasks.name, student) if again else None,
        why=_why(tasks, task) if again else (),
        by_hand=tuple(
            manual_marks.in_words(cell, earlier)
            for found in waits.values()
            for cell, earlier in found.items()
        ),
    )


def _why(tasks: GradingTasks, task: GradingTask) -> tuple[str, ...]:
    """Return in words why a hand-in was graded again."""
    asked = ("you asked for it",) if tasks.settings.force else ()
    return (*task.why, *asked) or ("nothing says what its grade was made from",)


def _weighed(
    tasks: GradingTasks,
    journal: Journal,
    writer: gradebook_writer.GradebookWriter,
    task: GradingTask,
    done: Done,
) -> dict[str, dict[str, dict]]:
    """Return what a person gave for answers that are no more, by notebook and cell.

    It is noted in the new notebooks, beside the answers that took their place.
    """
    student, found = task.handin.student, {}
    given: dict[str, list[manual_marks.Given]] = {}
    for one in writer.given(tasks.name, student):
        if one.notebook not in task.kept:
            given.setdefault(one.notebook, []).append(one)
    for name, of_notebook in given.items():
        answers, noted = manual_marks.read(tasks.graded_file(student, name))
        known = journal.answers(student, tasks.name, name) if answers is None else {}
        waits = manual_marks.weigh(of_notebook, answers, noted, known, done.answers.get(name, {}))
        if waits:
            found[name] = waits
            if name in done.notebooks:
                done.notebooks[name] = manual_marks.with_earlier(done.notebooks[name], waits)
    return found


def _settle(
    course: Course, journal: Journal, writer: gradebook_writer.GradebookWriter, line: JournalLine
) -> None:
    writer.save(line)
    folders.put_in_place(journal, line.staged, course.graded(line.student, line.assignment))


def unreadable(course: Course, name: str, student: str) -> str:
    """Return why a hand-in cannot be graded; "" when it can."""
    folder, expected = course.handed_in(student, name), tuple(file.stem for file in course.notebooks(name))
    try:
        ignore, stub = list(course.directory.ignore), stubs(course, name)
        given = handin.read_handin(folder, student, expected, ignore, stub, course.home_zone())
        for notebook, data in given.notebooks.items():
            sanitise.read_cells(data, str(folder / f"{notebook}.ipynb"))
    except handin.HandInError as error:
        return str(error)
    except OSError as error:
        return f"{folder}: {error}"
    return ""


def assignments(course: Course, names: Iterable[str]) -> list[str]:
    """Return ``names``, or all assignments when there are none; the error lists what there is."""
    names = list(names)
    for name in names:
        course.assignment(name)
    found = names or course.names()
    if not found:
        raise AssignmentError(f"{course.solutions}: no assignments")
    return found
