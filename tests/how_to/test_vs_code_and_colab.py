"""Outside of JupyterLab a widget has a view without scripts, and a learner's files can be put elsewhere."""

import os

import pytest

from ecotools import widgets
from ecotools.data import quillwork
from ecotools.learn.places import blueprint_file, progress_file

from .pages import blocks, page

PAGE = "vs-code-and-colab"


@pytest.fixture(scope="module")
def board():
    return widgets.journey_board(quillwork())


def test_a_widget_comes_with_a_view_that_needs_neither_kernel_nor_script(board):
    bundle = board._repr_mimebundle_()
    assert "this is the view as the cell left it" in bundle["text/html"]
    assert "<script" not in bundle["text/html"] and "<svg" not in bundle["text/html"]
    assert bundle["text/plain"].startswith(board.name)


def test_a_widget_is_made_of_what_ipywidgets_brings_itself(board):
    modules, waiting = set(), [board]
    while waiting:
        one = waiting.pop()
        modules.add(one._view_module)
        waiting += getattr(one, "children", ())
    assert modules == {"@jupyter-widgets/controls"}


def test_the_lines_for_colab_say_where_a_learners_files_are(monkeypatch):
    monkeypatch.setattr(os, "environ", dict(os.environ))
    (lines,) = [block.text for block in blocks(PAGE, "python")]
    exec(lines, {})
    assert str(progress_file()) == "/content/drive/MyDrive/progress.json"
    assert str(blueprint_file()) == "/content/drive/MyDrive/my-blueprint.yaml"


def test_the_page_says_that_neither_program_was_tried():
    assert "Neither VS Code nor Colab was tried here." in page(PAGE)
