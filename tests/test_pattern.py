"""`ecotools lint` holds the pattern of lessons: each way to leave it is named."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from ecotools.grading.authoring.new_module import skeleton
from ecotools.notebooks import read, write
from ecotools.notebooks.lessons import executed_problems, made_by_itself
from ecotools.notebooks.links import anchors
from ecotools.notebooks.pattern import minutes, problems


@pytest.fixture
def lesson(tmp_path):
    """The path of a lesson that follows the pattern, beside the one that it links to."""
    for name in ("00-start-here", "14-licences"):
        path = tmp_path / "course" / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(skeleton("lesson.ipynb", "14-licences"), encoding="utf-8")
    return path


def changed(path, old, new):
    """Replace a text in the lesson, and return what is found then."""
    notebook = read(path)
    assert sum(cell.source.count(old) for cell in notebook.cells) >= 1, f"{old!r} is not in the lesson"
    for cell in notebook.cells:
        cell.source = cell.source.replace(old, new)
    write(notebook, path)
    return problems(path)


def test_a_lesson_that_follows_the_pattern_has_no_findings(lesson):
    assert problems(lesson) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("## So what should Quillwork do?", "## Decision", "no section '## So what should Quillwork do?'"),
        ("## When it goes wrong", "## Mistakes", "no section '## When it goes wrong'"),
        ("## Recap", "## One more idea\n\nMore.\n\n## Recap", "is not 'Recap'"),
        ("## What next", "## References", "its sections stand in the order"),
        ('predict("14-p1"', 'predict("14-p9"', "predict('14-p9', …) is never compared"),
        ("widgets.journey_board(quillwork)", "quillwork", "no widget"),
        ("    whole = ...", "    whole = 3", "exactly 2 blanks"),
        ("    whole = ...", "    whole = events[...]", "exactly 2 blanks"),
        ("# Check: run this cell", "# Run this cell", "must begin with a line '# Check: …'"),
        ("seed = 1", f"seed = {'1' * 110}", "more than 110 characters in line 1"),
        ("lost = ...", "lost = ...\nlost, rate", "ends with a bare tuple"),
        ("](00-start-here.ipynb)", "](00-start.ipynb)", "leads to a file that is not there"),
        ("](00-start-here.ipynb)", "](00-start-here.ipynb#Nowhere)", "leads to a heading that is not there"),
        ("Time to learn: 35 minutes", "Time to learn: 90 minutes", "it says that it takes 90 minutes"),
    ],
)
def test_what_leaves_the_pattern_is_named(lesson, old, new, found):
    assert found in "\n".join(changed(lesson, old, new))


def test_a_decision_without_a_computed_sentence_and_code_after_the_recap_are_named(lesson):
    notebook = read(lesson)
    place = next(n for n, cell in enumerate(notebook.cells) if cell.source.startswith("## So what"))
    notebook.cells[place + 1].source = "quillwork"
    notebook.cells.append(new_code_cell("seed", id="late"))
    write(notebook, lesson)
    found = "\n".join(problems(lesson))
    assert "says nothing computed" in found and "(late): code after 'Recap'" in found


def test_a_check_that_is_not_collapsed_is_named(lesson):
    notebook = read(lesson)
    for cell in notebook.cells:
        cell.metadata.pop("jupyter", None)
    write(notebook, lesson)
    assert sum("not collapsed" in text for text in problems(lesson)) == 3


def test_nothing_asks_what_was_read_off_the_widget(lesson):
    notebook = read(lesson)
    notebook.cells = [cell for cell in notebook.cells if '"assets"' not in cell.source]
    write(notebook, lesson)
    assert "asks what was read off" in "\n".join(problems(lesson))


def test_time_grows_with_words_cells_and_tries(lesson):
    notebook = read(lesson)
    before = minutes(notebook)
    notebook.cells[0].source += " word" * 200
    assert minutes(notebook) == pytest.approx(before + 1)


def test_a_link_can_jump_to_a_heading_as_jupyterlab_and_as_the_site_name_it():
    assert {"What-you-need", "what-you-need"} <= anchors("# A\n\n## What you *need*")


def test_an_alt_text_made_by_itself_is_told_from_one_that_was_written():
    from matplotlib.figure import Figure

    from ecotools.plots.canvas.descriptions import alt_text, describe

    ax = Figure().add_subplot(title="Sales")
    assert made_by_itself(alt_text(ax))
    assert made_by_itself(alt_text(Figure()))
    assert not made_by_itself(alt_text(describe(ax, "Sales doubled.")))


def test_a_figure_that_nobody_described_is_found_in_an_executed_lesson():
    from matplotlib.figure import Figure

    from ecotools.plots.canvas.render import to_html

    page = to_html(Figure().add_subplot(title="Sales"))
    cell = new_code_cell("plot", outputs=[new_output("display_data", data={"text/html": page})])
    (found,) = executed_problems(new_notebook(cells=[cell]), figures=1, widgets=0)
    assert "made by itself" in found
