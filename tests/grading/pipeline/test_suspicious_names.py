"""Code that reaches for the inside of Python or of the grader is named; an answer never is."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from ecotools.grading.authoring import probes
from ecotools.grading.pipeline.suspicious_names import suspicious_names

from ..tiny import ROOT

SOLUTIONS = sorted((ROOT / "solutions").glob("*/*.ipynb"))


def cells(*sources):
    return new_notebook(cells=[new_code_cell(source) for source in sources])


@pytest.mark.parametrize(
    "source, found",
    [
        ("import ecotools.grading.grade", "ecotools.grading"),
        ("from ecotools.learn.checks import judge", "ecotools.learn.checks"),
        ("k = get_ipython().kernel", ".kernel"),
        ("sys._getframe(1).f_back", "_getframe, f_back"),
        ("import os\nos._exit(0)", "os._exit"),
        ("answer = In[-1]", "In["),
    ],
)
def test_what_is_unusual_is_named_with_its_cell(source, found):
    assert suspicious_names(cells("x = 1", source), {}) == [f"cell 2 uses {found}, which answers rarely need"]


def test_files_of_python_are_looked_through_and_others_are_not():
    assert suspicious_names(cells(), {"a.py": b"import ctypes", "b.csv": b"import ctypes"}) == [
        "a.py uses ctypes, which answers rarely need"
    ]


def test_tests_and_texts_are_not_looked_through():
    notebook = new_notebook(cells=[new_markdown_cell("os._exit"), new_code_cell("import ctypes")])
    notebook.cells[1].metadata["nbgrader"] = {"locked": True}
    assert suspicious_names(notebook, {}) == []


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_no_solution_and_no_probe_of_the_course_is_suspected(path):
    assert suspicious_names(nbformat.read(path, 4), {}) == []
    for probe in probes.load(path.parent).probes:
        assert suspicious_names(cells(*probe.code.values()), {}) == []
