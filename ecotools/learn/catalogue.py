"""What the course consists of, read from its notebooks: modules, tasks, their titles and points."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .places import course_folder

_CHECKED = re.compile(r"\bcheck\(\s*[\"'](?P<task>[\w-]+)[\"']")
_READ = re.compile(r"\breading\(\s*[\"'](?P<task>[\w-]+)[\"']")
_HEADING = re.compile(r"^(?P<level>#{1,4})\s+(?P<title>.+?)\s*#*$", re.MULTILINE)
_TRIMMINGS = re.compile(r"\s*\([\d.]+ points?\)$")


@dataclass(frozen=True)
class Task:
    """One thing to do.

    ``kind`` is "task" (graded by its check), "written" (graded by a person), "try", or "reading" (of the
    learner's own data, against their own function).
    """

    id: str
    title: str
    kind: str
    points: float | None = None


@dataclass(frozen=True)
class Module:
    """One module of the course, with its tasks in the order of its lesson and assignment."""

    number: str
    title: str
    tasks: tuple[Task, ...]

    def ids(self, kind: str) -> list[str]:
        """Return the ids of the tasks of one kind."""
        return [task.id for task in self.tasks if task.kind == kind]


def course(folder: Path | None = None) -> tuple[Module, ...]:
    """Return the modules that the notebooks in ``course/`` and ``exercises/`` make up, in order.

    A notebook that cannot be read is left out. Where there are no notebooks, there are no modules.

    Parameters
    ----------
    folder : Path, optional
        The course folder; found upwards from the working folder if left out.
    """
    folder = folder or course_folder()
    files = [*sorted(folder.glob("course/*.ipynb")), *sorted(folder.glob("exercises/*/*.ipynb"))]
    titles: dict[str, str] = {}
    tasks: dict[str, dict[str, Task]] = {}
    for file in files:
        number = file.name.partition("-")[0]
        if not number.isdigit():
            continue
        title, found = _notebook(file, file.stat().st_mtime_ns)
        titles.setdefault(number, title or file.stem.partition("-")[2].replace("-", " "))
        tasks.setdefault(number, {}).update({task.id: task for task in found})
    return tuple(Module(number, titles[number], tuple(tasks[number].values())) for number in sorted(titles))


@lru_cache(maxsize=256)
def _notebook(file: Path, changed: int) -> tuple[str, tuple[Task, ...]]:
    """Return the title and the tasks of a notebook; ``changed`` makes the cache notice a new version."""
    try:
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError):
        return "", ()
    title, heading, tasks = "", "", []
    for cell in cells:
        source = "".join(cell.get("source", ""))
        if cell.get("cell_type") == "markdown":
            for found in _HEADING.finditer(source):
                if found["level"] == "#":
                    title = title or found["title"].partition(":")[0]
                else:
                    heading = _TRIMMINGS.sub("", found["title"])
        tasks += _tasks(cell, source, heading)
    return title, tuple(tasks)


def _tasks(cell: dict, source: str, heading: str) -> list[Task]:
    graded = cell.get("metadata", {}).get("nbgrader", {})
    if graded.get("grade"):
        points = float(graded.get("points", 0))
        if graded.get("solution"):
            return [Task(graded["grade_id"], heading, "written", points)]
        found = _CHECKED.search(source)
        name = found["task"] if found else graded["grade_id"].removesuffix("-check")
        return [Task(name, heading, "task", points)]
    if cell.get("cell_type") != "code":
        return []
    tries = [Task(found["task"], heading, "try") for found in _CHECKED.finditer(source)]
    return tries + [Task(found["task"], heading, "reading") for found in _READ.finditer(source)]
