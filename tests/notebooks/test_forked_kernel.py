"""A kernel that is a fork of a process with the library loaded does what a kernel of its own does."""

import os

import pytest

from ecotools.notebooks import execute, new, read, write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")


def ran(workers, folder, *cells):
    write(new(["# A notebook", *(("code", cell) for cell in cells)]), folder / "n.ipynb")
    run = execute(folder / "n.ipynb", folder / "out.ipynb", workers=workers)
    texts = [
        "".join(output.get("text", "") for output in cell.get("outputs", []))
        for cell in read(run.out).cells[1:]
    ]
    return run, texts


def test_the_library_is_there_before_it_is_imported(workers, tmp_path):
    _, (said,) = ran(workers, tmp_path, "import sys\nprint('pandas' in sys.modules)")
    assert said == "True\n"


def test_one_notebook_sees_nothing_of_another(workers, tmp_path):
    for _ in range(2):
        code = "import builtins, ecotools\nprint(hasattr(builtins, 'left'))\nbuiltins.left = 1"
        assert ran(workers, tmp_path, code)[1] == ["False\n"]


def test_a_figure_is_shown_in_the_notebook(workers, tmp_path):
    run, _ = ran(workers, tmp_path, "import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
    outputs = read(run.out).cells[1].outputs
    assert any("image/png" in output.get("data", {}) for output in outputs)


def test_a_figure_of_the_library_comes_with_its_words(workers, tmp_path):
    draw = "import pandas as pd\nfrom ecotools import plots\n"
    draw += "plots.bars(pd.DataFrame({'who': ['Ada'], 'n': [3]}), 'who', 'n', title='Ada has three')"
    run, _ = ran(workers, tmp_path, draw)
    (shown,) = read(run.out).cells[1].outputs
    assert 'alt="Ada has three' in shown.data["text/html"] and "image/png" not in shown.data


def test_a_kernel_that_dies_is_named_and_the_next_notebook_runs(workers, tmp_path):
    run, _ = ran(workers, tmp_path, "import os\nos._exit(3)")
    assert not run.ok and "n.ipynb" in run.error
    assert ran(workers, tmp_path, "print('well')")[1] == ["well\n"]


def test_a_cell_that_takes_too_long_ends_with_the_notebook(workers, tmp_path):
    write(new(["# A notebook", ("code", "while True: pass")]), tmp_path / "n.ipynb")
    run = execute(tmp_path / "n.ipynb", tmp_path / "out.ipynb", timeout=1, workers=workers)
    assert not run.ok and "Timeout" in run.error
