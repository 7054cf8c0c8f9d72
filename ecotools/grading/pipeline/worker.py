"""What a worker does with one hand-in: sanitise, execute, score. It sees no gradebook and writes nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from nbformat.v4.rwbase import strip_transient

from ecotools.grading import notes
from ecotools.grading.execute.job import HandInLimits, Job
from ecotools.grading.execute.ways import EXECUTE
from ecotools.grading.pipeline.answers import hashes
from ecotools.grading.pipeline.handin import HandInError, SubmittedFiles
from ecotools.grading.pipeline.sanitise import sanitise
from ecotools.grading.pipeline.score import Scored, score
from ecotools.grading.pipeline.snapshot import SourceNotebook
from ecotools.grading.pipeline.suspicious_names import suspicious_names

# The one file of a hand-in that tests read: `ecotools.learn.places` has its name, and would import pandas.
BLUEPRINT = "my-blueprint.yaml"


@dataclass(frozen=True)
class GradingTask:
    """One hand-in to grade, with all that is needed for it, so that it can travel to another machine.

    ``source`` is of the notebooks that are to be graded, ``digests`` says from what each one is made, and
    ``kept`` holds the graded notebooks that still hold from an earlier time. ``made_from`` is what is noted
    of that in each notebook, ``why`` says what changed since it was graded last, and ``elsewhere`` how the
    environment differs in which the kept ones were graded.
    """

    handin: SubmittedFiles
    source: tuple[SourceNotebook, ...]
    files: dict[str, bytes]
    limits: HandInLimits
    way: str
    where: str
    digests: dict[str, str]
    kept: dict[str, bytes] = field(default_factory=dict)
    made_from: dict[str, dict[str, Any]] = field(default_factory=dict)
    why: tuple[str, ...] = ()
    elsewhere: str = ""


@dataclass
class Done:
    """What came of one hand-in: executed notebooks as text, scores, or why it could not be graded.

    ``answers`` are hashes of the answers in each notebook, see `answers`.
    """

    student: str
    notebooks: dict[str, str] = field(default_factory=dict)
    scored: dict[str, Scored] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    repairs: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    seconds: float = 0.0
    slowed: bool = False
    error: str = ""


def work(task: GradingTask) -> Done:
    """Grade one hand-in; an error of the hand-in is part of the result."""
    done = Done(task.handin.student, repairs=list(task.handin.left_out))
    try:
        for source in task.source:
            if source.name in task.handin.notebooks:
                _grade(task, source, done)
    except HandInError as error:
        done.error = str(error)
    return done


def _grade(task: GradingTask, source: SourceNotebook, done: Done) -> None:
    where = f"{task.where}/{source.name}.ipynb"
    notebook, repairs = sanitise(task.handin.notebooks[source.name], source, where)
    # What belongs to the course wins over what was handed in, as with nbgrader.
    files = task.handin.files | task.files
    theirs = {name: data for name, data in task.handin.files.items() if name == BLUEPRINT}
    job = Job(
        notebook,
        source.plan,
        files,
        theirs | task.files,
        task.limits,
        source.imports,
        seed=f"{source.name}|{task.handin.student}",
    )
    execution = EXECUTE[task.way](job)
    done.scored[source.name] = score(execution)
    done.repairs += repairs
    done.seconds += execution.seconds
    done.slowed = done.slowed or execution.slowed
    evidence = [
        f"{cell.metadata.nbgrader.grade_id}: {text}"
        for place, cell in enumerate(execution.notebook.cells)
        if place in execution.cells
        for text in execution.cells[place].evidence
    ]
    evidence += suspicious_names(notebook, task.handin.files)
    done.evidence += evidence
    done.answers[source.name] = hashes(execution.notebook)
    said = task.made_from.get(source.name, {})
    execution.notebook.metadata[notes.KEY] = {
        "hash": task.digests[source.name],
        "sandbox": execution.sandbox,
        "repairs": [*task.handin.left_out, *repairs],
        "evidence": evidence,
        "seconds": round(execution.seconds, 3),
        **({"student": execution.student} if execution.student else {}),
        **({"made_from": said["parts"], "environment": said["environment"]} if said else {}),
    }
    done.notebooks[source.name] = as_text(execution.notebook)


def as_text(notebook: Any) -> str:
    """Return a notebook as the text of its file, in characters that can be written."""
    text = json.dumps(strip_transient(notebook), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return text.encode("utf-8", "replace").decode()
