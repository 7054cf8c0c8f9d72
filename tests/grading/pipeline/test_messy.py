"""Hand-ins as students leave them keep their points through the whole pipeline, in both runners."""

import copy
import shutil

import pytest
from nbformat import from_dict
from nbformat.v4 import new_code_cell

from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.execute.ways import FORKED
from ecotools.grading.grade import grade_assignment
from ecotools.grading.judge.plan import PARAMETERS, SETUP, SOLUTION, SourceCodeCell
from ecotools.grading.notes import note
from ecotools.grading.pipeline.setup_cells import put_back_setup
from ecotools.grading.pipeline.snapshot import SourceNotebook
from ecotools.grading.settings import Settings
from ecotools.notebooks import read, write

from ..execute.conftest import sandboxed, way  # noqa: F401
from ..tiny import NAME, VARIANT, make_course
from ..tiny import PARAMETERS as STUDENT
from ..tiny import SETUP as IMPORTS

GIVEN = {IMPORTS, VARIANT}


def deleted(cells):
    """Leave out the cells that import and that draw the data."""
    return [cell for cell in cells if cell.source not in GIVEN]


def messy(cells):
    """Empty those cells, bind the names of the course to something else, and leave on top and in between."""
    for cell in cells:
        cell.source = "" if cell.source in GIVEN else cell.source
    middle = next(n for n, cell in enumerate(cells) if cell.source.startswith("lost ="))
    own = "check = pd = expect = visitors = None\nimport sys; sys.exit()"
    return [
        new_code_cell("exit()"),
        *cells[:middle],
        new_code_cell("quit()"),
        *cells[middle:],
        new_code_cell(own),
    ]


def broken(cells):
    """Leave a bracket open in one answer."""
    for cell in cells:
        cell.source = cell.source.replace("def share(part, whole):", "def share(part, whole:")
    return cells


@pytest.fixture(scope="module")
def graded(tiny, way, tmp_path_factory):  # noqa: F811
    course = make_course(tmp_path_factory.mktemp("messy"))
    shutil.copytree(tiny.exercises, course.exercises)
    for change in (deleted, messy, broken):
        file = hand_in(course, NAME, change.__name__, "right") / f"{NAME}.ipynb"
        notebook = read(file)
        notebook.cells = change(notebook.cells)
        write(notebook, file)
    settings = Settings(sandbox="auto" if way == FORKED else "off", jobs=1)
    assert [one.error for one in grade_assignment(course, NAME, settings=settings)] == ["", "", ""]
    return course


def notes(course, student):
    cells = read(course.autograded / student / NAME / f"{NAME}.ipynb").cells
    return [note(cell) for cell in cells if cell.metadata.get("nbgrader", {}).get("points") in {2, 3}]


@pytest.mark.parametrize("student", ["deleted", "messy"])
def test_a_right_answer_stays_right(graded, student):
    assert [note["outcome"] for note in notes(graded, student)] == ["right", "right"]


def test_an_answer_that_is_no_python_is_an_error_and_costs_its_own_points_only(graded):
    first, second = notes(graded, "broken")
    assert (
        first["outcome"] == "error" and "SyntaxError in your cell: '(' was never closed" in first["message"]
    )
    assert second["outcome"] == "right"


KNOWN = (
    SourceCodeCell(SETUP, "imports", "import pandas as pd"),
    SourceCodeCell(PARAMETERS, "who", STUDENT),
    SourceCodeCell(SOLUTION, "q1", "f = 1"),
    SourceCodeCell(SETUP, "data", "rows = pd.DataFrame()"),
    SourceCodeCell(SETUP, "shown", "rows"),
)
SOURCE = SourceNotebook("nb", None, (), (), KNOWN)


def handed_in(**changed):
    """Return the cells of a hand-in with other texts (None: deleted), and their ids."""
    texts = {cell.name: cell.source for cell in KNOWN} | changed
    kept = {name: text for name, text in texts.items() if text is not None}
    cells = [from_dict({"cell_type": "code", "source": text, "metadata": {}}) for text in kept.values()]
    return cells, list(kept)


def put_back(**changed):
    """Return the texts after set-up cells were put back, and what is noted."""
    (cells, ids), said = handed_in(**changed), []
    put_back_setup(copy.deepcopy(cells), ids, SOURCE, said)
    put_back_setup(cells, ids, SOURCE, [])
    return [cell.source for cell in cells], said


WHOLE = [cell.source for cell in KNOWN]


def test_a_whole_hand_in_stays_as_it_is():
    assert put_back() == (WHOLE, [])


@pytest.mark.parametrize("gone", [None, "", " \n"])
@pytest.mark.parametrize("name", ["imports", "who", "data"])
def test_a_set_up_cell_that_is_gone_comes_back_where_it_stood_and_is_named(name, gone):
    assert put_back(**{name: gone}) == (WHOLE, [f"the set-up cell {name} was gone, and was put back"])


def test_all_of_them_may_be_gone():
    texts, said = put_back(imports=None, who=None, data="")
    assert texts == WHOLE and len(said) == 3


def test_one_that_was_changed_stays_as_it_was_handed_in():
    changed = {"imports": "import pandas as pd, math", "data": "rows = 3"}
    texts, said = put_back(**changed)
    assert (texts[0], texts[3], said) == (changed["imports"], "rows = 3", [])


def test_one_whose_names_are_bound_too_late_comes_back():
    own = "rows = pd = None"
    texts, said = put_back(imports="", data=None, shown=f"rows\n{own}")
    assert texts == [*WHOLE[:-1], f"rows\n{own}"] and len(said) == 2


def test_one_that_was_moved_into_another_cell_does_not_come_back():
    assert put_back(imports=None, q1="import pandas as pd\nf = 1", data="rows = 3")[1] == []


def test_one_that_only_shows_something_does_not_come_back():
    assert put_back(shown=None) == (WHOLE[:-1], [])
