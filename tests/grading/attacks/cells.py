"""Attacks on the notebook: what stands in the file that is handed in."""

from copy import deepcopy

from .attack import NO_EFFECT, PUT_RIGHT, REFUSED, Hostile, attack

REBUILT = "text, kind, flags, points and tags of a graded cell come from the gradebook"


@attack(
    "Tags the tests `skip-execution`", "**full marks**", PUT_RIGHT, how=f"{REBUILT}; only what ran counts"
)
def skip_tag(hostile: Hostile) -> None:
    for test in hostile.tests:
        test.metadata["tags"] = ["skip-execution"]


@attack(
    "Says `solution: false` of code that a person marks", "**full marks, no review**", PUT_RIGHT, how=REBUILT
)
def solution_flag(hostile: Hostile) -> None:
    hostile.cell("01-q3").metadata.nbgrader["solution"] = False


@attack("Rewrites the tests and makes them worth 200 points", "fixed", PUT_RIGHT, how=REBUILT)
def edited_tests(hostile: Hostile) -> None:
    for test in hostile.tests:
        test.source = "assert True"
        test.metadata.nbgrader["points"] = 200


@attack("Swaps `grade` and `solution` of a locked test", "the hand-in is not graded", PUT_RIGHT, how=REBUILT)
def swapped_flags(hostile: Hostile) -> None:
    for test in hostile.tests:
        test.metadata.nbgrader |= {"grade": False, "solution": True}


@attack("Makes the tests text cells", "fixed", PUT_RIGHT, how=REBUILT)
def retyped_tests(hostile: Hostile) -> None:
    for test in hostile.tests:
        test["cell_type"] = "markdown"


@attack(
    "Copies a test cell",
    "**grading of the class stops**",
    PUT_RIGHT,
    how="copies lose their name; one counts",
)
def copied_test(hostile: Hostile) -> None:
    hostile.notebook.cells.append(deepcopy(hostile.tests[0]))


@attack("Deletes the tests", "no score; a person has to give one", PUT_RIGHT, how="they are put back")
def deleted_tests(hostile: Hostile) -> None:
    for test in hostile.tests:
        hostile.notebook.cells.remove(test)


@attack("Renames the tests", "not tried", PUT_RIGHT, how="they are put back")
def renamed_tests(hostile: Hostile) -> None:
    for test in hostile.tests:
        test.metadata.nbgrader["grade_id"] += "-mine"


@attack("Moves a test before the answers", "not tried", PUT_RIGHT, how="it goes back")
def moved_test(hostile: Hostile) -> None:
    test = hostile.tests[0]
    hostile.notebook.cells.remove(test)
    hostile.notebook.cells.insert(0, test)


@attack(
    "Hands in outputs that show full points", "they are cleared", NO_EFFECT, how="only what ran here is read"
)
def stored_outputs(hostile: Hostile) -> None:
    shown = {
        "output_type": "execute_result",
        "data": {"text/plain": "3"},
        "metadata": {},
        "execution_count": 1,
    }
    for test in hostile.tests:
        test["outputs"], test["execution_count"] = [shown], 1


@attack(
    "Breaks the metadata of every cell", "**grading of the class stops**", PUT_RIGHT, how="all is put back"
)
def broken_metadata(hostile: Hostile) -> None:
    for cell in hostile.notebook.cells:
        cell["metadata"] = [{"nbgrader": {}}]


@attack(
    "Writes half a character (a lone surrogate) into an answer",
    "not tried",
    PUT_RIGHT,
    how="it is replaced by a question mark",
)
def half_character(hostile: Hostile) -> None:
    hostile.cell("01-q1").source += "\nx = '\ud800'"


@attack("Hands in 100,000 cells", "not tried", REFUSED, how="5,000 cells are read at most")
def ever_so_many_cells(hostile: Hostile) -> None:
    hostile.notebook.cells += [{"cell_type": "code", "source": "1", "metadata": {}}] * 100_000


@attack("Hands in text nested 100,000 deep", "not tried", REFUSED, how="it is no notebook")
def nested_text(hostile: Hostile) -> None:
    hostile.raw = "[" * 100_000
