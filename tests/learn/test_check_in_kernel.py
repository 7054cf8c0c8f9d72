"""What a learner and nbgrader see of a check: one run of a real kernel, and one of nbgrader's Validate."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade
from traitlets.config import PyFileConfigLoader

SETTINGS = PyFileConfigLoader("nbgrader_config.py", path=str(Path(__file__).parents[2])).load_config()
STUB = SETTINGS.ClearSolutions.code_stub["python"]
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
SETUP = """
import sys, warnings
from ecotools.learn import check, progress
def rate(counts):
    print("noise", file=sys.stderr)
    warnings.warn("noise")
    return counts[1] / counts[0]
percent = 5
def broken(counts):
    return counts[1] / 0
untouched = ...
"""

CHECKS = {
    "right": 'with check("02-q1", "rate", points=3) as expect:\n    expect.number(rate([1000, 50]), 0.05)',
    "wrong": 'with check("02-q2", "percent", points=2) as expect:\n    expect.number(percent, 0.05)',
    "untouched": 'with check("02-q3", "untouched", points=2) as expect:\n    expect.number(untouched, 1)',
    "error": 'with check("02-q4", "broken", points=2) as expect:\n    expect.number(broken([1, 2]), 0.05)',
}
TRY = 'with check("02-t1", "percent") as expect:\n    expect.number(percent, 0.05)'


def notebook():
    cells = [new_code_cell(SETUP + STUB)]
    for name, source in CHECKS.items():
        points = int(source.partition("points=")[2][0])
        meta = {"grade": True, "solution": False, "task": False, "locked": True, "schema_version": 3}
        meta |= {"grade_id": name, "points": points, "cell_type": "code"}
        cells.append(new_code_cell(source, metadata={"nbgrader": meta, "tags": ["raises-exception"]}))
    cells += [new_code_cell(TRY), new_code_cell("progress()")]
    return new_notebook(cells=cells, metadata=KERNEL)


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebook")
    done = notebook()
    NotebookClient(done, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    return done


def outputs(done, name):
    return done.cells[1 + list(CHECKS).index(name)].outputs


@pytest.mark.parametrize(("name", "score"), [("right", 3), ("wrong", 0), ("untouched", 0), ("error", 0)])
def test_the_check_gives_nbgrader_its_points(executed, name, score):
    cell = executed.cells[1 + list(CHECKS).index(name)]
    assert determine_grade(cell) == (score, 3 if name == "right" else 2)


def test_an_untouched_stub_shows_nothing_below_its_cell(executed):
    assert executed.cells[0].source.endswith(STUB)
    assert executed.cells[0].outputs == []


def test_nothing_is_written_to_stderr(executed):
    streams = [one for cell in executed.cells for one in cell.outputs if one.output_type == "stream"]
    assert streams == []


@pytest.mark.parametrize(
    ("name", "exception", "words"),
    [
        ("wrong", "CheckFailed", "a rate is a fraction"),
        ("untouched", "NotAttempted", "three dots"),
        ("error", "StudentError", "Your line: return counts[1] / 0"),
    ],
)
def test_a_failed_check_shows_a_card_and_one_line(executed, name, exception, words):
    card, error = outputs(executed, name)
    assert words in card.data["text/plain"]
    assert "role='status'" in card.data["text/html"]
    assert error.ename == exception
    assert words in error.evalue
    assert error.traceback == ["0 of 2 points so far. What to do is written above."]


def test_a_right_answer_and_a_try_show_a_card_only(executed):
    (card,) = outputs(executed, "right")
    assert card.output_type == "display_data"
    assert (
        card.data["text/plain"]
        == "✓ 02-q1 right on this example · 3 points so far\n  Other data are tried when it is graded."
    )
    (card,) = executed.cells[-2].outputs
    assert "✗ 02-t1 not right yet" in card.data["text/plain"]


def test_the_panel_is_shown(executed):
    (panel,) = executed.cells[-1].outputs
    assert "aria-label='Your progress'" in panel.data["text/html"]
    assert "Your progress: 0 of 0 points" in panel.data["text/plain"]


UNREAD = {
    "an answer": "def price(n:\n    return n",
    "its stub, run before": "def tax(n):\n    ...",
    "the answer in place of the stub": "def tax(n):\n    return n *",
    "indented": "fee = 1\n  fee = 2",
    "written twice": "def twice(n:\n    return n",
    "the second time": "def twice(n):\n    ...",
}
UNREAD_CHECKS = {
    "price": ("StudentError", ["SyntaxError: '(' was never closed", "line 1 of your cell", "def price(n:"]),
    "tax": ("StudentError", ["SyntaxError: invalid syntax", "line 2 of your cell", "return n *"]),
    "fee": ("StudentError", ["IndentationError: unexpected indent", "line 2 of your cell", "fee = 2"]),
    "twice": ("NotAttempted", ["`twice` has no body yet"]),
    "never": ("NotAttempted", ["`never` is not defined yet"]),
}


@pytest.fixture(scope="module")
def unread(tmp_path_factory):
    cells = ["from ecotools.learn import check", *UNREAD.values()]
    cells += [f"with check('q', '{name}', points=1) as expect:\n    pass" for name in UNREAD_CHECKS]
    made = new_notebook(cells=[new_code_cell(text) for text in cells], metadata=KERNEL)
    folder = str(tmp_path_factory.mktemp("unread"))
    NotebookClient(made, allow_errors=True, resources={"metadata": {"path": folder}}).execute()
    return made.cells[1 + len(UNREAD) :]


@pytest.mark.parametrize("name", UNREAD_CHECKS)
def test_an_answer_that_python_could_not_read_is_an_error_with_its_line(unread, name):
    kind, words = UNREAD_CHECKS[name]
    error = unread[list(UNREAD_CHECKS).index(name)].outputs[-1]
    assert error.ename == kind
    for one in words:
        assert one in error.evalue


def test_validate_shows_the_whole_message_and_no_code_of_the_check(tmp_path):
    from nbgrader.validator import Validator

    path = tmp_path / "notebook.ipynb"
    nbformat.write(notebook(), path)
    failed = {one["source"]: one["raw_error"] for one in Validator().validate(str(path))["failed"]}
    assert set(failed) == set(CHECKS.values()) - {CHECKS["right"]}
    assert failed[CHECKS["wrong"]].splitlines()[:4] == [
        "✗ 02-q2 not right yet · 0 of 2 points",
        "  Checked: percent",
        "  Expected: 0.05 (compared to 6 significant digits)",
        "  Found: 5",
    ]
    assert "Traceback" not in "".join(failed.values())
    assert not (tmp_path / "progress.json").exists()
