"""The files that docs/how-to/add-a-module.md lists are made, and the two lists take what it adds."""

import csv
import json
import shutil

import yaml
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.authoring.new_module import make_module
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.report.objectives import read_objectives
from ecotools.learn import modules
from ecotools.notebooks import read

from .pages import ROOT, block_for, blocks, page

PAGE, NAME = "add-a-module", "14-licences"


def made_in(folder):
    """Return the module of the page, made in an empty course, as its files and the course."""
    (folder / "tests" / "notebooks" / "decisions").mkdir(parents=True)
    shutil.copy(ROOT / CONFIG, folder)
    course = Course(folder)
    return make_module(course, NAME), course


def test_the_command_makes_the_files_that_the_page_lists(tmp_path):
    files, _ = made_in(tmp_path)
    (listed,) = [block.text for block in blocks(PAGE, "text")]
    assert sorted(file.relative_to(tmp_path).as_posix() for file in files) == sorted(listed.split())


def test_each_task_of_the_new_module_goes_under_one_objective(tmp_path):
    _, course = made_in(tmp_path)
    added = yaml.safe_load(block_for(PAGE, "objectives.yaml"))
    cells = read(course.solutions / NAME / f"{NAME}.ipynb").cells
    graded = [cell.metadata.get("nbgrader", {}) for cell in cells]
    tasks = {one["grade_id"].removesuffix("-check") for one in graded if one.get("grade")}
    assert set(added) == set(read_objectives(ROOT))
    assert sorted(task for of_one in added.values() for task in of_one) == sorted(tasks)


def test_the_row_on_the_road_is_the_next_one():
    (row,) = csv.reader([block_for(PAGE, "ecotools/data/modules.csv").strip()])
    table = modules()
    assert len(row) == len(table.columns) and int(row[0]) == len(table)


def test_lint_names_each_text_that_is_to_write(tmp_path):
    made_in(tmp_path)
    result = CliRunner().invoke(main, ["lint", str(tmp_path / "course"), "--json"])
    found = json.loads(result.output)
    assert result.exit_code == 1 and any("TODO in its text" in str(one) for one in found["findings"])
    assert "TODO in its text" in page(PAGE)
