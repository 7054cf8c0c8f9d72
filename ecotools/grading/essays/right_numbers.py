"""What is right for one learner's variant: the reference solution run with their STUDENT_ID.

It runs as hand-ins do, in the sandbox where there is one, and nothing of the hand-in runs with it. What came
of it is kept with what grading remembers, once for each learner, until the source or the library changes.
"""

from __future__ import annotations

import html
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from ecotools.grading import notes
from ecotools.grading.assignment import Assignment, AssignmentCell, AssignmentTask, signatures
from ecotools.grading.authoring.trial import RUNS, code_cells
from ecotools.grading.essays.readings import RIGHT, reading
from ecotools.grading.execute.job import Job
from ecotools.grading.execute.ways import EXECUTE
from ecotools.grading.formgrader.clean_page import as_html, markdown_as_html
from ecotools.grading.judge.names import names_of
from ecotools.grading.judge.plan import STUDENT, JudgePlan, make_plan
from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.fingerprint import digest, environment
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.pipeline.snapshot import imported
from ecotools.grading.pipeline.tasks import course_files
from ecotools.grading.roster.student_ids import stated_id
from ecotools.grading.settings import Settings

if TYPE_CHECKING:
    from ecotools.grading.course import Course

KEPT = "right-numbers"
_READING = f"from {reading.__module__} import {reading.__name__}"


def right_numbers(course: Course, name: str, notebook: str, student: str) -> dict[str, Any]:
    """Return what the reference solution gives for the STUDENT_ID in a graded hand-in.

    Parameters
    ----------
    course, name, notebook : the assignment, and one of its notebooks.
    student : whose hand-in.

    Returns
    -------
    dict
        ``student_id`` ("" where the notebook has none); ``numbers``, a dict for each reading: ``task`` (the
        heading), ``name``, ``asked`` (HTML), ``right`` (text), ``model`` (the same for the STUDENT_ID of the
        source, which the model answer is of); ``shown``, a dict for each cell that shows something: ``task``,
        ``cell``, ``html``; ``own``, the tasks with cells that show what the learner put there, and not what
        the source has: they are left out; ``stopped``, in words, where the reference fails for this id.
    """
    part = next(one for one in course.assignment(name, checks=False).parts if one.name == notebook)
    files = course_files(course.source(name), list(course.directory.ignore))
    kept = folder_of(course.root) / KEPT / name
    graded = _graded(course, name, notebook, student)
    whose = _judged_id(graded) or stated_id(course, student, name)
    model = _known(part, files, "", kept / f"{notebook}.json")
    known = _known(part, files, whose, kept / student / f"{notebook}.json")
    beside = {one["name"]: one["right"] for one in model["numbers"]}
    numbers = [one | {"model": beside.get(one["name"], "")} for one in known["numbers"]]
    theirs = _rewritten(part, graded) | _about_answers(part)
    theirs -= set(known["with_readings"])
    shown = [one for one in known["shown"] if one["cell"] not in theirs]
    own = [task.title for task in part.tasks if any(cell.name in theirs for cell in task.of_kind("code"))]
    has_id = any(cell.kind == "parameters" for cell in part.cells)
    return {
        "student_id": whose if has_id else "",
        "numbers": numbers,
        "shown": shown,
        "own": own,
        "stopped": known["stopped"],
    }


def _graded(course: Course, name: str, notebook: str, student: str) -> dict[str, Any]:
    """Return a graded notebook as data; {} where there is none."""
    try:
        return json.loads((course.graded(student, name) / f"{notebook}.ipynb").read_bytes())
    except (OSError, ValueError):
        return {}


def _rewritten(part: Assignment, graded: Mapping[str, Any]) -> set[str]:
    """Return the code cells of the source whose text is nowhere in a graded notebook; none without one."""
    texts = {"".join(cell["source"]).strip() for cell in graded.get("cells", ())}
    code = [cell for cell in part.cells if cell.kind == "code" and texts]
    return {cell.name for cell in code if cell.source.strip() not in texts}


def _about_answers(part: Assignment) -> set[str]:
    """Return the code cells that read a value which an answer binds: another may be right, as a plan is."""
    values: set[str] = set()
    found = set()
    for cell in part.cells:
        if cell.kind == "solution":
            values |= {name for name, arguments in signatures(cell.source).items() if not arguments}
        elif cell.kind == "code":
            names = names_of(cell.source)
            if values & (names.reads | names.deferred):
                found.add(cell.name)
                values |= names.binds
    return found


def _known(part: Assignment, files: Mapping[str, bytes], student: str, kept: Path) -> dict[str, Any]:
    """Return what came of the reference for a STUDENT_ID ("" for that of the source); kept in a file."""
    held = {path: data.decode("latin-1") for path, data in files.items()}
    made_from = digest([asdict(cell) for cell in part.cells], held, student, environment())
    known = remembered(kept)
    if known.get("made_from") != made_from:
        known = {"made_from": made_from, **_computed(part, files, student)}
        remember(kept, known)
    return {key: value for key, value in known.items() if key != "made_from"}


def _judged_id(graded: Mapping[str, Any]) -> str:
    """Return the STUDENT_ID that the judge went by; "" where nothing was noted."""
    return graded.get("metadata", {}).get(notes.KEY, {}).get("student", "")


def _computed(part: Assignment, files: Mapping[str, bytes], student: str) -> dict[str, Any]:
    cells = list(_cells(part, student))
    source = new_notebook(cells=[new_code_cell(text) for _, text in cells])
    modules = imported("\n".join(text for _, text in cells))
    job = Job(source, JudgePlan(), files, preload=modules, seed=f"{part.name}|{student}")
    executed = EXECUTE[Settings().way()](job).notebook
    outputs = {cell.place: ran.outputs for (cell, _), ran in zip(cells, executed.cells, strict=True) if cell}
    numbers, shown = [], []
    for task in part.tasks:
        numbers += _numbers(task, outputs)
        for cell in task.of_kind("code"):
            if html := "".join(map(_html, outputs.get(cell.place, ()))):
                shown.append({"task": task.title, "cell": cell.name, "html": html})
    stopped = next((text for found in outputs.values() for text in _errors(found)), "")
    return {
        "numbers": numbers,
        "shown": shown,
        "with_readings": [one["cell"] for one in numbers],
        "stopped": stopped,
    }


def _cells(part: Assignment, student: str) -> Iterator[tuple[AssignmentCell | None, str]]:
    """Yield the code to run: that of the source with this STUDENT_ID, without its tests."""
    needed = make_plan(code_cells(part.cells)).in_place  # tests that later cells read from
    for cell in part.cells:
        if cell.kind not in RUNS or (cell.kind == "check" and cell.name not in needed):
            continue
        own = f"\n{STUDENT} = {student!r}" if cell.kind == "parameters" and student else ""
        yield cell, cell.source + own
        if reading.__name__ in names_of(cell.source).binds:
            yield None, _READING


def _numbers(task: AssignmentTask, outputs: Mapping[int, list[NotebookNode]]) -> Iterator[dict[str, str]]:
    asked = ""
    for cell in task.cells[1:]:
        if cell.kind in {"text", "locked"}:
            asked = cell.source
        for output in outputs.get(cell.place, ()):
            if name := output.get("metadata", {}).get(RIGHT):
                said = {"task": task.title, "cell": cell.name, "name": name, "asked": markdown_as_html(asked)}
                yield said | {"right": output.data["text/plain"]}


def _html(output: NotebookNode) -> str:
    """Return an output of the reference as HTML; "" for what a reading says, and for errors."""
    if output.output_type == "stream":
        return _as_written(output.text) if output.name == "stdout" else ""
    data, metadata = output.get("data", {}), output.get("metadata", {})
    if RIGHT in metadata:
        return ""
    return as_html(data, metadata) or (_as_written(data["text/plain"]) if "text/plain" in data else "")


def _as_written(text: str) -> str:
    return f"<pre>{html.escape(text)}</pre>"


def _errors(outputs: list[NotebookNode]) -> Iterator[str]:
    for output in outputs:
        if output.output_type == "error":
            yield f"{output.ename}: {output.evalue}"


def main(folder: str, name: str, notebook: str, student: str) -> None:
    """Print `right_numbers` of the course in ``folder`` as JSON."""
    from ecotools.grading.course import Course

    print(json.dumps(right_numbers(Course.find(Path(folder)), name, notebook, student)))


if __name__ == "__main__":
    main(*sys.argv[1:])
