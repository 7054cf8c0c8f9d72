"""A source notebook taken apart: its tasks, their cells and their points."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from ecotools.notebooks import read

SOLUTION = ("BEGIN SOLUTION", "END SOLUTION")
HIDDEN = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
_HEADING = re.compile(r"^##\s+(?P<title>.+?)\s*$", re.MULTILINE)
_POINTS = re.compile(r"\((?P<points>\d+(?:\.\d+)?) points?\)")


class AssignmentError(ValueError):
    """An assignment that cannot be used; the text names the file."""


@dataclass(frozen=True)
class AssignmentCell:
    """One cell: place, ``kind`` (text, code, parameters, solution, check, written, locked), name, text.

    The name is nbgrader's, or else the cell's id; empty without either, as notebooks before nbformat 4.5 are.
    """

    place: int
    kind: str
    name: str
    source: str
    points: float = 0.0

    def lines(self, marks: tuple[str, str]) -> list[str]:
        """Return the lines between ``marks``, ``SOLUTION`` or ``HIDDEN``."""
        return [line for line, inside in _marked(self.source, marks) if inside]

    def without(self, marks: tuple[str, str]) -> str:
        """Return the text without the marked lines and their marks."""
        return "\n".join(line for line, inside in _marked(self.source, marks) if inside is False)


@dataclass(frozen=True)
class AssignmentTask:
    """What one heading asks for: ``name`` as in ``check(name)``, the heading, its cells in order."""

    name: str
    title: str
    cells: tuple[AssignmentCell, ...]

    def of_kind(self, *kinds: str) -> list[AssignmentCell]:
        """Return the task's cells of these kinds."""
        return [cell for cell in self.cells if cell.kind in kinds]

    @property
    def points(self) -> float:
        """The points in the metadata of all its graded cells."""
        return sum(cell.points for cell in self.cells)

    @property
    def stated_points(self) -> float | None:
        """The points that the heading promises, None when it says nothing."""
        found = _POINTS.search(self.title)
        return float(found["points"]) if found else None

    @property
    def computed(self) -> bool:
        """Whether a check decides about it, rather than a person."""
        return bool(self.of_kind("check"))


@dataclass(frozen=True)
class Assignment:
    """The source of an assignment: its name, its notebook, all cells, and the tasks among them.

    Where it has several notebooks, ``path`` is the one of its name, or else the first, and ``cells`` and
    ``tasks`` are those of all; ``parts`` holds them one by one.
    """

    name: str
    path: Path
    cells: tuple[AssignmentCell, ...]
    tasks: tuple[AssignmentTask, ...]
    parts: tuple[Assignment, ...] = ()

    @classmethod
    def joined(cls, name: str, files: list[Path], checks: bool = True) -> Assignment:
        """Return the assignment ``name`` that the notebooks in ``files`` make up together; see `read`."""
        main = next((file for file in files if file.stem == name), files[0])
        parts = tuple(cls.read(file, checks) for file in files)
        cells = tuple(cell for part in parts for cell in part.cells)
        return cls(name, main, cells, tuple(task for part in parts for task in part.tasks), parts)

    @classmethod
    def read(cls, path: str | Path, checks: bool = True) -> Assignment:
        """Return the assignment in ``path``: a notebook, or a folder that holds one of the same name.

        Without ``checks`` those of a ``tasks.py`` beside it are left as they stand in the notebook: to write
        them out, the reference solution has to run, which takes seconds.

        Raises
        ------
        AssignmentError
            When the folder does not hold that notebook.
        ecotools.notebooks.NotebookError
            When the file is not a notebook.
        """
        path = Path(path)
        file = path / f"{path.name}.ipynb" if path.is_dir() else path
        if not file.exists():
            raise AssignmentError(f"{path}: expected a notebook named {file.name} there")
        notebook = _expanded(file) if checks else read(file)
        cells = tuple(_cell(place, cell) for place, cell in enumerate(notebook.cells))
        return cls(file.stem, file, cells, tuple(_tasks(cells)))

    @property
    def main(self) -> Assignment:
        """The notebook at ``path`` by itself."""
        return next((part for part in self.parts if part.path == self.path), self)

    def labels(self) -> dict[tuple[str, str], str]:
        """Return what the task of each graded cell is called, by notebook and cell.

        A cell under no heading is a task of its own. Where several notebooks have a task of the same
        name, the notebook's name comes before it.
        """
        parts = self.parts or (self,)
        found = {(part.name, cell.name): cell.name for part in parts for cell in part.cells if cell.name}
        found |= {
            (part.name, cell.name): task.name for part in parts for task in part.tasks for cell in task.cells
        }
        held = Counter(task for _, task in {(part, task) for (part, _), task in found.items()})
        return {key: task if held[task] == 1 else f"{key[0]}/{task}" for key, task in found.items()}

    def titles(self) -> dict[str, str]:
        """Return the heading of each task by what ``labels`` calls it."""
        labels = self.labels()
        return {
            labels[part.name, task.of_kind("check", "written")[0].name]: task.title
            for part in self.parts or (self,)
            for task in part.tasks
        }

    def headings(self, notebook: str) -> dict[str, str]:
        """Return the heading of the task of each graded cell of a notebook, without its points."""
        titles = {task: _POINTS.sub("", title).strip() for task, title in self.titles().items()}
        labels = self.labels().items()
        return {cell: titles[task] for (part, cell), task in labels if part == notebook and task in titles}

    def task(self, name: str) -> AssignmentTask:
        """Return the task ``name``."""
        for task in self.tasks:
            if task.name == name:
                return task
        raise AssignmentError(
            f"{self.path}: no task {name!r}; it has {', '.join(t.name for t in self.tasks)}"
        )

    @property
    def points(self) -> float:
        """The points of all its cells together, under a heading or not."""
        return sum(cell.points for cell in self.cells)


def _expanded(file: Path) -> NotebookNode:
    """Return the notebook in ``file``, with the checks of a ``tasks.py`` beside it written out."""
    tasks = file.parent / "tasks.py"
    if not tasks.exists():
        return read(file)
    from ecotools.grading.authoring.expand import expanded_file

    return expanded_file(file, file.read_bytes(), tasks.read_bytes())


def _cell(place: int, cell: NotebookNode) -> AssignmentCell:
    meta, tags = cell.metadata.get("nbgrader", {}), cell.metadata.get("tags", [])
    graded, solution = meta.get("grade", False), meta.get("solution", False)
    if graded and solution:
        kind = "written"
    elif graded:
        kind = "check"
    elif solution:
        kind = "solution"
    elif cell.cell_type == "code":
        kind = "parameters" if "parameters" in tags else "code"
    else:
        kind = "locked" if meta.get("locked") else "text"
    name = meta.get("grade_id") or cell.get("id", "")
    points = float(meta.get("points", 0) or 0) if graded or meta.get("task", False) else 0.0
    return AssignmentCell(place, kind, name, cell.source, points)


def _tasks(cells: tuple[AssignmentCell, ...]) -> list[AssignmentTask]:
    """Return a task for each heading of the second level that a graded cell follows."""
    sections: list[tuple[str, list[AssignmentCell]]] = []
    for cell in cells:
        heading = _HEADING.search(cell.source) if cell.kind in {"text", "locked"} else None
        if heading:
            sections.append((heading["title"], []))
        if sections:
            sections[-1][1].append(cell)
    tasks = []
    for title, held in sections:
        graded = [cell for cell in held if cell.kind in {"check", "written"}]
        if graded:
            tasks.append(AssignmentTask(re.sub(r"-check\w*$", "", graded[0].name), title, tuple(held)))
    return tasks


def _marked(source: str, marks: tuple[str, str]) -> list[tuple[str, bool | None]]:
    """Return each line with True inside ``marks``, False outside, None for the marks themselves."""
    inside, lines = False, []
    for line in source.split("\n"):
        if marks[0] in line:
            inside = True
            lines.append((line, None))
        elif marks[1] in line:
            inside = False
            lines.append((line, None))
        else:
            lines.append((line, inside))
    return lines


def signatures(source: str) -> dict[str, str]:
    """Return what ``source`` defines at its top level: functions with their arguments, and other names.

    >>> signatures("def f(a, b=1):\\n    return a\\ntotal = ...")
    {'f': '(a, b=1)', 'total': ''}
    """
    found: dict[str, str] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = f"({ast.unparse(node.args)})"
        elif isinstance(node, ast.ClassDef):
            found[node.name] = "class"
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {name.id: "" for t in targets for name in ast.walk(t) if isinstance(name, ast.Name)}
    return found
