"""Courses that were never made for ecotools: as nbgrader's own documentation makes them, and odd ones."""

import json

import nbformat

from ecotools.notebooks import new

from .tiny import graded

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
SQUARE = [
    "Fill in what is missing.",
    ("code", f"def square(x):\n    {BEGIN}\n    return x * x\n    {END}", graded("square", "solution")),
    ("code", "assert square(3) == 9", graded("test_square", "check", 2)),
    ("code", "square(12)"),
]
CUBE = [
    ("code", f"{BEGIN}\ncube = 27\n{END}", graded("cube", "solution")),
    ("code", "assert cube == 27", graded("test_cube", "check", 1)),
    ("markdown", "Because.", graded("why", "written", 3)),
]


def write_old(cells, file):
    """Write a notebook as they were before cells had ids."""
    notebook = new(cells)
    notebook.nbformat_minor = 4
    for cell in notebook.cells:
        cell.pop("id", None)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(notebook), encoding="utf-8")


def hand_in(release, place, answers):
    """Write the notebooks of a release to ``place``, with the text of some cells replaced; return it."""
    place.mkdir(parents=True)
    for file in release.iterdir():
        if file.suffix != ".ipynb":
            (place / file.name).write_bytes(file.read_bytes())
            continue
        notebook = nbformat.read(file, as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = answers.get(name, cell.source)
        with (place / file.name).open("w", encoding="utf-8") as out:
            json.dump(notebook, out)
    return place
