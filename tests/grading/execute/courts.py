"""A source notebook in a few cells, hand-ins for it, and what the judge makes of them."""

from nbformat import from_dict

from ecotools.grading.execute.job import Job
from ecotools.grading.judge.plan import PARAMETERS, SETUP, SOLUTION, TEST, SourceCodeCell, make_plan

from .cells import SHORT, WAYS, notebook, text_of


def source(*cells):
    """Return the code cells of an assignment from texts: ``param: …``, ``answer: …``, ``test: …``, others."""
    kinds = {"param:": PARAMETERS, "answer:": SOLUTION, "test:": TEST}
    made = []
    for number, text in enumerate(cells):
        mark = next((one for one in kinds if text.startswith(one)), "")
        made.append(SourceCodeCell(kinds.get(mark, SETUP), f"q{number}", text.removeprefix(mark).lstrip()))
    return tuple(made)


def tried(way, cells, answers, *, limits=SHORT, files=None, seed="", in_place=()):
    """Execute a hand-in of an assignment: its solution cells hold ``answers``, in order.

    Text before the first answer cell and others stay as they are in the assignment. An answer that is a list
    stands for several cells.
    """
    given, code = iter(answers), source(*cells)
    made = []
    for cell in code:
        if cell.kind == SOLUTION:
            texts = next(given, cell.source)
            made += [(text, {}) for text in ([texts] if isinstance(texts, str) else texts)]
        elif cell.kind == TEST:
            meta = {"grade": True, "solution": False, "grade_id": cell.name, "points": 1}
            made.append((cell.source, {"nbgrader": meta}))
        else:
            made.append((cell.source, {}))
    held = from_dict(notebook(*(text for text, _ in made)))
    for cell, (_, metadata) in zip(held.cells, made, strict=True):
        cell.metadata = from_dict(metadata)
    files = files or {}
    return WAYS[way](Job(held, make_plan(code, in_place), files, files, limits, seed=seed))


def verdicts(execution):
    """Return the status of each test, in order."""
    cells = execution.notebook.cells
    return [
        run.status for place, run in sorted(execution.cells.items()) if cells[place].metadata.get("nbgrader")
    ]


def said(execution):
    """Return what the tests show, in order."""
    return [text_of(cell) for cell in execution.notebook.cells if cell.metadata.get("nbgrader")]
