"""One feedback page: from an executed notebook and its marks to a file, unless it is of them already."""

from __future__ import annotations

import hashlib
import time
from functools import cache
from pathlib import Path

import nbconvert
import nbgrader

from ecotools.files import copy, write_text
from ecotools.grading.feedback import not_graded_page
from ecotools.grading.feedback.cells import tell
from ecotools.grading.feedback.exporter import to_html
from ecotools.grading.feedback.hidden_tests import hide_tests
from ecotools.grading.feedback.jobs import FAILED, UNCHANGED, WRITTEN, FeedbackJob, FeedbackPage
from ecotools.grading.gradebook.marks import Marks
from ecotools.grading.pipeline.handin import timestamp
from ecotools.notebooks import NotebookError, read

_KEY = '<meta name="ecotools-made-of" content="{}" />'
_MADE_BY = ("*.py", "templates/**/*.j2")  # what decides how a page looks


def make(job: FeedbackJob) -> FeedbackPage:
    """Write the page of ``job``, unless what it is made of is as before; a failure leaves the old one."""
    start, state, error = time.perf_counter(), FAILED, ""
    try:
        if job.marks is not None:
            state = _make(job, job.marks)
        elif job.why:
            state = _make_not_graded(job)
        else:
            error = (
                f"{job.notebook}: {job.student} has no grades for {job.assignment} yet; run ecotools grade"
            )
    except NotebookError as problem:
        error = str(problem)
    except Exception as problem:  # what students put into outputs is endless, and stops their own page only
        error = f"{job.notebook}: cannot be shown: {type(problem).__name__}: {problem}"
    why = "" if error else job.why
    seconds, waiting = time.perf_counter() - start, job.marks.waiting if job.marks else 0
    return FeedbackPage(job.student, job.assignment, job.out, state, seconds, error, why, waiting)


def _make(job: FeedbackJob, marks: Marks) -> str:
    notebook = read(job.notebook)
    key = _KEY.format(_key(job, job.notebook.read_bytes()))
    unchanged = _has(job.out, key)
    if not unchanged:
        if not job.hidden_tests:
            hide_tests(notebook)
        missing = tell(notebook, marks, job.titles)
        page = {
            "notebook": marks.notebook,
            "score": round(marks.score, 2),
            "max_score": round(marks.points, 2),
            "called": job.called,
            "extra": round(marks.extra, 2),
            "time": job.time,
            "late_penalty": marks.penalty,
            "waiting": marks.waiting,
            "missing": missing,
            "key": key,
        }
        write_text(job.out, to_html(notebook, page, job.notebook.parent), make_folders=True)
    _copy_others(job.notebook.parent, job.out.parent)
    return UNCHANGED if unchanged else WRITTEN


def _make_not_graded(job: FeedbackJob) -> str:
    handed_in = timestamp(job.submitted)
    key = _KEY.format(_key(job, f"{job.why}\n{handed_in}".encode()))
    if _has(job.out, key):
        return UNCHANGED
    write_text(
        job.out,
        not_graded_page.to_html(job.out.stem, job.why, job.submitted, handed_in, key, job.called),
        make_folders=True,
    )
    return WRITTEN


def _key(job: FeedbackJob, source: bytes) -> str:
    """Return a hash of all that a page is made of."""
    inputs = hashlib.sha256(source)
    said = job.marks, job.hidden_tests, job.called, sorted(job.titles.items()), job.time
    inputs.update(repr((said, _makers())).encode())
    return inputs.hexdigest()


@cache
def _makers() -> tuple[str, ...]:
    """Return the versions of what makes a page: the libraries, and the files of this package."""
    here = Path(__file__).parent
    files = sorted(file for pattern in _MADE_BY for file in here.glob(pattern))
    return nbgrader.__version__, nbconvert.__version__, *(file.read_text(encoding="utf-8") for file in files)


def _has(file: Path, key: str) -> bool:
    """Return whether the first lines of a page have ``key``."""
    if not file.exists():
        return False
    with file.open(encoding="utf-8", errors="replace") as page:
        return key in page.read(2000)


def _copy_others(source: Path, folder: Path) -> None:
    """Copy the files beside a notebook, as nbgrader does: the time of the hand-in, and what came with it."""
    for file in source.rglob("*"):
        to = folder / file.relative_to(source)
        if file.suffix == ".ipynb" or file.is_symlink() or not file.is_file():
            continue
        if not to.exists() or to.stat().st_mtime_ns != file.stat().st_mtime_ns:
            copy(file, to)
