"""In a notebook a cell shows one figure, described, whoever drew it and whichever library came first."""

import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

OURS = """
import pandas as pd
from ecotools import plots
steps = pd.DataFrame({"step": ["visit", "sign up"], "n": [1000, 120], "step_rate": [1.0, 0.12]})
"""
PYPLOT = "import matplotlib.pyplot as plt"
CELLS = [
    "plots.funnel(steps)",
    "plots.funnel(steps).figure",
    "plt.plot([1, 2, 3], label='shop'); plt.title('Sales'); plt.show()",
    "plt.plot([1, 2, 3]); plt.title('Sales');",
    "fig, ax = plt.subplots(); ax.bar(['a', 'b'], [3, 4]); ax",
    "fig, ax = plt.subplots(); ax.bar(['a', 'b'], [3, 4]); fig",
    "display(plots.funnel(steps)); plots.register(); None",
    "import importlib; importlib.reload(plots); plots.funnel(steps)",
    "ax = plots.funnel(steps)",
    "import IPython.display; IPython.display.display(plots.funnel(steps), display_id='one'); None",
]


@pytest.fixture(scope="module", params=["ecotools first", "pyplot first"])
def outputs(request, tmp_path_factory):
    start = [OURS, PYPLOT] if request.param == "ecotools first" else [PYPLOT, OURS]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in (*start, *CELLS)])
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.delenv("MPLBACKEND", raising=False)  # a kernel then draws inline, as for a learner
    folder = str(tmp_path_factory.mktemp("notebook"))
    NotebookClient(
        book, kernel_name="python3", timeout=60, resources={"metadata": {"path": folder}}
    ).execute()
    monkeypatch.undo()
    shown = [[out for out in cell["outputs"] if "data" in out] for cell in book.cells[2:]]
    return dict(zip(CELLS, shown, strict=True))


@pytest.mark.parametrize("code", [code for code in CELLS if not code.startswith("ax =")])
def test_a_cell_shows_exactly_one_described_figure(outputs, code):
    (out,) = outputs[code]
    assert set(out["data"]) == {"text/html", "text/plain"}
    page, plain = out["data"]["text/html"], out["data"]["text/plain"]
    assert page.count("<img ") == 1 and page.startswith('<figure role="group"')
    assert "Figure(" not in plain and "<Axes" not in plain and len(plain) > 30
    assert "<summary>Numbers</summary>" in page


def test_a_figure_that_is_only_kept_is_not_shown(outputs):
    assert outputs["ax = plots.funnel(steps)"] == []


def test_a_learner_s_own_figure_is_described_from_its_labels(outputs):
    (out,) = outputs[CELLS[2]]
    assert out["data"]["text/plain"].startswith('Chart "Sales". A line "shop" of 3 points')


def test_pictures_need_no_pyplot_and_leave_no_window_behind():
    code = "import sys, ecotools.plots; assert 'matplotlib.pyplot' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
