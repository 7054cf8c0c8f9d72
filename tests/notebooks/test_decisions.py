"""What a lesson decides holds in the data of several seeds: ``decisions/mNN.py`` says what is held.

Each has ``LESSON``, the lesson's name, and ``holds(seed)``, which recomputes the decision and asserts it.
"""

import runpy
from pathlib import Path

import pytest

from ecotools.notebooks import read
from ecotools.notebooks.pattern import DECISION

from .course import CONVERTED, COURSE

FILES = sorted(Path(__file__).parent.glob("decisions/m[0-9][0-9].py"))
SEEDS = (1, 2, 2027)


def test_each_module_of_the_pattern_has_its_decision_held():
    assert {runpy.run_path(str(file))["LESSON"][:2] for file in FILES} >= {name[:2] for name in CONVERTED}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_decision_of_a_lesson_holds_whatever_the_seed(file, seed):
    held = runpy.run_path(str(file))
    lesson = read(COURSE.root / "course" / f"{held['LESSON']}.ipynb")
    assert any(DECISION in cell.source for cell in lesson.cells)
    held["holds"](seed)
