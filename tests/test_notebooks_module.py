"""The canonical form of notebooks, what makes them unfit, and how they are executed."""

import json
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.notebooks import (
    NotebookError,
    clean,
    dumps,
    execute_all,
    format_file,
    hygiene,
    lessons,
    new,
    read,
    write,
)
from ecotools.notebooks.execution import execute, pool
from ecotools.notebooks.network_guard import GUARD, GUARD_FOLDER, NAMESPACE, cut_network

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
CELLS = st.lists(
    st.tuples(st.sampled_from(["code", "markdown"]), st.lists(TEXTS, max_size=3).map("\n".join)), max_size=6
)


class TestCanonicalForm:
    @given(CELLS)
    def test_of_the_canonical_form_is_itself(self, cells):
        once = clean(new(cells))
        assert dumps(clean(once)) == dumps(once)

    @given(CELLS)
    def test_survives_being_written_and_read(self, tmp_path_factory, cells):
        file = tmp_path_factory.mktemp("nb") / "a.ipynb"
        write(new(cells), file)
        assert read(file) == new(cells)
        assert not format_file(file, check=True)

    def test_drops_outputs_counts_and_what_editors_leave(self):
        notebook = new([("code", "1 + 1")])
        notebook.cells[0].update(
            outputs=[{"output_type": "stream", "name": "stdout", "text": "2"}], execution_count=3
        )
        notebook.cells[0].metadata = {"collapsed": True, "tags": [], "papermill": {}}
        notebook.metadata = {"widgets": {}, "kernelspec": {"name": "my-env"}}
        cell = clean(notebook).cells[0]
        assert (cell.outputs, cell.execution_count, cell.metadata) == ([], None, {})
        assert clean(notebook).metadata.kernelspec.name == "python3"
        assert "widgets" not in clean(notebook).metadata

    def test_keeps_ids_that_are_there_and_makes_the_same_ones_for_those_that_are_not(self):
        notebook = new(["# A", ("code", "x"), ("code", "x")])
        notebook.cells[0].id = "mine"
        del notebook.cells[1]["id"]
        notebook.cells[2].id = "mine"
        first, second = clean(notebook), clean(notebook)
        assert first.cells[0].id == "mine"
        assert len({cell.id for cell in first.cells}) == 3
        assert [cell.id for cell in first.cells] == [cell.id for cell in second.cells]

    def test_names_a_graded_cell_without_an_id_after_its_grade_id(self):
        notebook = new([("code", "x", {"nbgrader": {"grade_id": "02-q1"}})])
        del notebook.cells[0]["id"]
        assert clean(notebook).cells[0].id == "02-q1"

    def test_keeps_spaces_that_mean_something(self):
        source = "line one  \nline two"
        assert clean(new([("markdown", source)])).cells[0].source == source

    def test_is_written_with_sorted_keys_one_space_and_letters_as_they_are(self):
        text = dumps(new(["# Ökosystem"]))
        assert "Ökosystem" in text and text.endswith("}\n")
        assert text.split("\n")[1] == ' "cells": ['
        assert list(json.loads(text)) == sorted(json.loads(text))

    def test_formatting_changes_the_file_once_and_checking_never(self, tmp_path):
        file = tmp_path / "a.ipynb"
        file.write_text(json.dumps(new(["# A"]), indent=4))
        assert format_file(file, check=True) and format_file(file, check=True)
        assert format_file(file) and not format_file(file)


class TestReading:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ('{"cells": [\n{"a": 1,}\n]}', "line 2 is not valid JSON"),
            ("[1, 2]", "no list of cells"),
            ('{"cells": [], "nbformat": 3}', "notebook format 3, expected 4"),
            ('{"cells": [{"source": 3}], "nbformat": 4}', "cell 0 has no known type"),
        ],
    )
    def test_a_file_that_is_no_notebook_is_refused_with_its_name_and_the_reason(
        self, tmp_path, content, message
    ):
        file = tmp_path / "broken.ipynb"
        file.write_text(content)
        with pytest.raises(NotebookError, match=r"broken\.ipynb") as error:
            read(file)
        assert message in str(error.value)

    def test_a_missing_or_binary_file_is_refused(self, tmp_path):
        with pytest.raises(NotebookError, match="no such notebook"):
            read(tmp_path / "none.ipynb")
        (tmp_path / "bytes.ipynb").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(NotebookError, match="not a text file"):
            read(tmp_path / "bytes.ipynb")


class TestHygiene:
    def findings(self, tmp_path, cells):
        return "\n".join(hygiene.problems(write(new(cells), tmp_path / "a.ipynb")))

    def test_a_clean_notebook_has_no_findings(self, tmp_path):
        cells = [
            "# One\n\n```\n# no heading\n```",
            "## Two\n\n![a fall](x.png) and [the list](y.md)",
            ("code", "1"),
        ]
        assert self.findings(tmp_path, cells) == ""

    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            (["## Two"], "0 headings of the first level"),
            (["# One", "# Two"], "2 headings of the first level"),
            ([("code", "1"), "# One"], "does not begin with the title"),
            (["# One", "### Three"], "skips from level 1 to 3"),
            (["# One", "![](x.png)"], "image without alt"),
            (["# One", '<img src="x.png">'], "image without alt"),
            (["# One", "[here](x.md)"], "do not say where it leads"),
            (["# One", "From $29 to $59."], "write the others like '49 dollars'"),
            (["# One", "From $29\n\nto $59."], "2 dollar signs"),
            (["# One", r"From \$29 to &#36;59."], "2 dollar signs"),
            (["# One", "$x$ costs $29."], "3 dollar signs"),
            (["# One", "TODO: write"], "TODO in its text"),
            (["# One", ("code", "1", {"tags": ["skip-execution"]})], "keeps it from running"),
            (["# One", ("code", "")], "it is empty"),
            (["# One", "x" * 310_000], "expected at most 300,000"),
        ],
    )
    def test_names_what_is_wrong(self, tmp_path, cells, message):
        assert message in self.findings(tmp_path, cells)

    @pytest.mark.parametrize(
        "text",
        [
            "One amount of $29, and another of 59 dollars.",
            "In code: `$29` and ``$59`` are no amounts.",
            "In a block:\n\n```python\nprice = '$29'\nanother = '$59'\n```",
            r"Profit is $(p - c) \times q$, and at its best $p = \frac{e}{1 + e} c$.",
            "$$\n1 - (1 - x)^{12}\n$$",
        ],
    )
    def test_one_amount_code_and_formulas_may_have_their_dollar_signs(self, tmp_path, text):
        assert self.findings(tmp_path, ["# One", text]) == ""

    def test_the_finding_names_the_file_and_the_cell(self, tmp_path):
        found = self.findings(tmp_path, ["# One", "From $29 to $59."])
        assert re.search(r"a\.ipynb: cell 1 \(cell-\w+\): 2 dollar signs", found)

    def test_repeated_ids_and_outputs_are_found(self, tmp_path):
        notebook = new(["# One", ("code", "1"), ("code", "2")])
        notebook.cells[2].id = notebook.cells[1].id
        notebook.cells[1].execution_count = 3
        found = "\n".join(hygiene.problems(write(notebook, tmp_path / "a.ipynb")))
        assert "2 cells have the id" in found and "not in canonical form" in found


def lesson(**changed):
    """Return the cells of a lesson that has all it should, with some texts ``changed``."""
    parts = {
        "title": "# Lesson\n\nHow many stay?\n\nTime to learn: 40 minutes",
        "able": "## What you will be able to do\n\n- count **who stays**.\n- draw it\n- say why",
        "need": "## What you need\n\n| Concept | Needed | Where |\n|-|-|-|\n| pandas | necessary | docs |",
        "parameters": ("code", "seed = 1", {"tags": ["parameters"]}),
        "body": ("code", "x = 1"),
        "try1": ("code", 'with check("a", "x") as expect:\n    expect.number(x, 1)'),
        "try2": ("code", 'with check("b", "x") as expect:\n    expect.number(x, 1)'),
        "try3": ("code", 'with check("c", "x") as expect:\n    expect.number(x, 1)'),
        "recap": "## Recap\n\nYou can now:\n\n- count who stays\n- draw it\n- say why",
        "next": "## What next\n\nThe assignment.",
        "references": "## References\n\n- Seed 000, section 2; Reichheld (2003), HBR.",
    }
    return list((parts | changed).values())


class TestLessons:
    def findings(self, tmp_path, **changed):
        return "\n".join(lessons.problems(write(new(lesson(**changed)), tmp_path / "a.ipynb")))

    def test_a_lesson_that_has_all_has_no_findings(self, tmp_path):
        assert self.findings(tmp_path) == ""

    @pytest.mark.parametrize(
        ("changed", "message"),
        [
            ({"able": "## Aims"}, "no heading '## What you will be able to do'"),
            (
                {"able": "## What you will be able to do\n\n- count who stays"},
                "1 objectives, expected 3 to 5",
            ),
            ({"title": "# Lesson"}, "Time to learn: NN minutes"),
            ({"need": "## What you need\n\nPandas."}, "has no table"),
            ({"parameters": ("code", "seed = 1")}, "0 cells tagged 'parameters'"),
            ({"parameters": ("code", "s = 1", {"tags": ["parameters"]})}, "sets no seed"),
            ({"body": ("code", "\n".join("abcdefg"))}, "1 of 5 code cells are longer than 6 lines"),
            ({"try1": ("code", "1")}, "2 tries"),
            ({"references": "## References"}, "names no source"),
        ],
    )
    def test_names_what_it_lacks(self, tmp_path, changed, message):
        assert message in self.findings(tmp_path, **changed)

    def test_parts_in_another_order_are_found(self, tmp_path):
        recap = lesson()[8]
        assert "stand in the order" in self.findings(tmp_path, need=recap, recap=lesson()[2])


class TestOutputs:
    def executed(self, *outputs):
        notebook = new([("code", "x")])
        notebook.cells[0].outputs = list(new([]).cells) + [json_node(output) for output in outputs]
        return notebook

    def test_an_image_alone_has_no_alt_text(self):
        found = lessons.executed_problems(self.executed({"data": {"image/png": "…"}}), figures=1, widgets=0)
        assert found == [found[0]] and "a figure without alt text" in found[0]

    def test_an_image_in_html_must_have_one_too(self):
        bad, good = '<img src="x">', '<img src="x" alt="MRR rises">'
        assert (
            "without alt" in lessons.executed_problems(self.executed({"data": {"text/html": bad}}), 1, 0)[0]
        )
        assert lessons.executed_problems(self.executed({"data": {"text/html": good}}), 1, 0) == []

    def test_too_few_figures_or_widgets_and_warnings_are_found(self):
        stream = {"output_type": "stream", "name": "stderr", "text": "FutureWarning: x"}
        found = "\n".join(lessons.executed_problems(self.executed(stream)))
        assert "FutureWarning" in found and "0 figures" in found and "0 widgets" in found


def json_node(output):
    import nbformat

    return nbformat.from_dict({"output_type": "display_data", "metadata": {}} | output)


@pytest.fixture(scope="module")
def workers():
    with pool(1) as running:
        yield running


class TestRunning:
    def test_parameters_replace_the_defaults(self, tmp_path, workers):
        file = write(
            new(["# A", ("code", "seed = 1", {"tags": ["parameters"]}), ("code", "seed * 2")]),
            tmp_path / "a.ipynb",
        )
        run = execute(file, tmp_path / "out.ipynb", {"seed": 21}, workers=workers)
        assert run.ok and run.network in {NAMESPACE, GUARD}
        assert read(run.out).cells[-1].outputs[0].data["text/plain"] == "42"

    def test_a_parameter_that_the_notebook_does_not_have_is_refused(self, tmp_path, workers):
        file = write(new([("code", "seed = 1", {"tags": ["parameters"]})]), tmp_path / "a.ipynb")
        assert "does not set sede" in execute(file, tmp_path / "o.ipynb", {"sede": 2}, workers=workers).error

    def test_an_error_names_the_cell_and_an_expected_one_is_none(self, tmp_path, workers):
        expected = {"tags": ["raises-exception"]}
        graded = expected | {"nbgrader": {"grade": True, "grade_id": "01-q1-check"}}
        story = write(new([("code", "1 / 0", expected), ("code", "2")]), tmp_path / "story.ipynb")
        failing = write(new([("code", "1 / 0", graded), ("code", "2")]), tmp_path / "failing.ipynb")
        assert execute(story, tmp_path / "s.ipynb", workers=workers).ok
        error = execute(failing, tmp_path / "f.ipynb", workers=workers).error
        assert error == "failing.ipynb, cell 0 (01-q1-check): ZeroDivisionError: division by zero"

    def test_the_source_of_an_assignment_finds_its_tasks_and_runs_in_a_folder_of_its_own(
        self, tmp_path, workers
    ):
        home = tmp_path / "solutions" / "02-a"
        look = "from pathlib import Path; Path('new').touch(); sorted(one.name for one in Path().iterdir())"
        source = write(new(["# A", ("code", look)]), home / "02-a.ipynb")
        (home / "tasks.py").write_text("TASKS = []")
        run = execute(source, tmp_path / "out.ipynb", workers=workers)
        shown = read(run.out).cells[1].outputs[0].data["text/plain"]
        assert shown == "['02-a.ipynb', 'new', 'tasks.py']" and not (home / "new").exists()

    def test_a_kernel_that_dies_stops_no_other_and_names_its_cell(self, tmp_path):
        dies = write(new(["# A", ("code", "import os; os._exit(1)")]), tmp_path / "dies.ipynb")
        fine = write(new(["# B", ("code", "import os; os.getcwd()")]), tmp_path / "fine.ipynb")
        done = []
        runs = execute_all(
            [dies, fine, tmp_path / "none.ipynb"], tmp_path / "out", jobs=1, on_done=done.append
        )
        assert [run.ok for run in runs] == [False, True, False] and len(done) == 3
        assert "dies.ipynb, cell 1" in runs[0].error and "no such notebook" in runs[2].error
        assert str(tmp_path) not in read(runs[1].out).cells[1].outputs[0].data["text/plain"], (
            "a folder of its own"
        )

    def test_where_no_namespace_can_be_had_a_guard_refuses_connections(self):
        code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
        env = os.environ | {"PYTHONPATH": str(GUARD_FOLDER)}
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
        assert "the network is cut off" in done.stderr

    def test_the_guard_lets_a_kernel_and_its_client_talk(self):
        code = (
            "import socket; s = socket.create_server(('127.0.0.1', 0)); "
            "socket.create_connection(s.getsockname()); print('connected')"
        )
        env = os.environ | {"PYTHONPATH": str(GUARD_FOLDER)}
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
        assert done.stdout == "connected\n", done.stderr

    def test_the_guard_is_put_first_on_the_path_where_there_are_no_namespaces(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setenv("PYTHONPATH", "before")
        assert cut_network() == GUARD
        assert os.environ["PYTHONPATH"].split(os.pathsep) == [str(GUARD_FOLDER), "before"]
