"""What a hand-in shows and does comes out the same under both implementations."""

import pytest

from ecotools.grading.execute.job import HandInLimits

from .cells import execute, text_of

FIGURE = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
WIDGETS = """
import ipywidgets
out = ipywidgets.Output()
with out:
    print('captured')
ipywidgets.IntSlider(7)
"""
UPDATE = "from IPython.display import update_display\nupdate_display('new', display_id='d')"
HIDDEN = "import sys\nsys.stderr.write('to stderr\\n')\nprint('to stdout')"
CASES = {
    "a value": ("1 + 1", "ok", "2"),
    "streams in their order": ("print('a')\nprint('b', flush=True)\nprint('c')", "ok", "a\nb\nc"),
    "both streams": (HIDDEN, "ok", "to stdout"),
    "an error": ("1 / 0", "error", "ZeroDivisionError: division by zero"),
    "an error in the syntax": ("def broken(:", "error", "SyntaxError"),
    "a figure": (FIGURE, "ok", "<Figure size"),
    "inline figures": ("%matplotlib inline\n" + FIGURE, "ok", "<Figure size"),
    "widgets": (WIDGETS, "ok", "IntSlider(value=7)"),
    "a display": ("handle = display('old', display_id='d')", "ok", "new"),
    "its update": (
        "from IPython.display import update_display\nupdate_display('new', display_id='d')",
        "ok",
        "",
    ),
    "await": ("import asyncio\nawait asyncio.sleep(0.01)\nprint('woke up')", "ok", "woke up"),
    "time": ("%%time\nprint('timed')", "ok", "timed"),
    "a command": ("!echo from a shell", "ok", "from a shell"),
    "input": ("input('name? ')", "error", "StdinNotImplementedError"),
    "a program": ("import subprocess; subprocess.run(['echo', 'a program']).returncode", "ok", "0"),
    "a warning": ("import warnings; warnings.warn('careful')", "ok", "careful"),
    "a name": ("__name__", "ok", "__main__"),
    "leaving": ("import sys; sys.exit(1)", "error", "SystemExit"),
    "out of memory": ("b = bytearray(4 * 2**30)", "out of memory", "MemoryError"),
    "a file": ("open('data/a.csv').read()", "ok", "1,2"),
    "a module beside it": ("import helpers; helpers.WORD", "ok", "handed in"),
    "a shadow": ("import colorsys, pandas; pandas.__name__, hasattr(pandas, 'DataFrame')", "ok", "True"),
    "a file of its own": ("open('new.txt', 'w').write('x')", "ok", "1"),
    "secrets of the grader": ("import os; 'ECOTOOLS_SECRET' in os.environ", "ok", "False"),
    "the order": ("import os; print(open('new.txt').read())", "ok", "x"),
}
FILES = {
    "data/a.csv": b"1,2",
    "helpers.py": b"WORD = 'handed in'",
    "pandas.py": b"raise ImportError('shadowed')",
    "empty.txt": b"",
    "big.bin": bytes(6 * 2**20),
}


@pytest.fixture(scope="module")
def awkward(way):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOTOOLS_SECRET", "1")
        sources = [source for source, *_ in CASES.values()]
        limits = HandInLimits(cpu=30, wall=60)
        yield execute(way, *sources, files=FILES, limits=limits)


@pytest.mark.parametrize("name", CASES)
def test_each_case_comes_out_as_a_notebook_would_show_it(awkward, name):
    place = list(CASES).index(name)
    _, status, words = CASES[name]
    cell = awkward.notebook.cells[place]
    run = awkward.cells[place]
    assert run.status == status, run.evalue
    assert words in text_of(cell)


def test_cells_are_numbered_as_they_ran(awkward):
    counts = [cell.execution_count for cell in awkward.notebook.cells]
    assert counts == list(range(1, len(CASES) + 1))


def test_an_error_comes_with_its_traceback(awkward):
    cell = awkward.notebook.cells[list(CASES).index("an error")]
    (error,) = [output for output in cell.outputs if output.output_type == "error"]
    assert "1" in error.traceback[2] and "ZeroDivisionError" in error.traceback[-1]


def test_a_figure_is_a_picture(awkward):
    cell = awkward.notebook.cells[list(CASES).index("a figure")]
    assert [output.data["image/png"][:5] for output in cell.outputs] == ["iVBOR"]


def test_an_output_widget_holds_what_was_printed_in_it(awkward):
    cell = awkward.notebook.cells[list(CASES).index("widgets")]
    assert "captured" not in str(cell.outputs)
    states = awkward.notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"].values()
    (captured,) = [one["state"]["outputs"] for one in states if one["model_name"] == "OutputModel"]
    assert [output["text"] for output in captured] == ["captured\n"]


def test_what_a_program_prints_is_kept(sandboxed):
    execution = execute("forked", "import subprocess; subprocess.run(['echo', 'a program']);")
    assert text_of(execution.notebook.cells[0]) == "a program\n"


def test_random_numbers_differ_between_hand_ins(way):
    source = (
        "import random, secrets, numpy as np\nprint(random.random(), np.random.random(), secrets.token_hex())"
    )
    first, second = (text_of(execute(way, source).notebook.cells[0]).split() for _ in range(2))
    assert not set(first) & set(second)


def test_two_hand_ins_do_not_see_each_others_files(way):
    execute(way, "open('left.txt', 'w').write('x'); open('/tmp/ecotools-left.txt', 'w').write('x')")
    look = execute(way, "import os; os.listdir('.')")
    assert text_of(look.notebook.cells[0]) == "[]"
