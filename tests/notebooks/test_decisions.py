"""What a lesson decides holds in its data, for whoever is simulated: one module per lesson in ``decisions/``.

``decisions/mNN.py`` has ``holds(seed)``, which computes again what the decision of lesson NN rests on, with
the library and without the notebook, and asserts it.
"""

import runpy
from pathlib import Path

import pytest

from ecotools.notebooks import read
from ecotools.notebooks.pattern import DECISION

from .course import ASSIGNMENTS, LESSONS

FILES = sorted(Path(__file__).parent.glob("decisions/m[0-9][0-9].py"))
SEEDS = (1, 2, 4, 7, 2027)


def test_each_module_of_the_pattern_has_its_decision_held():
    lacking = {name[:2] for name in ASSIGNMENTS} - {file.stem[1:] for file in FILES}
    files = ", ".join(f"tests/notebooks/decisions/m{number}.py" for number in sorted(lacking))
    assert not lacking, f"write {files}: a function holds(seed), as its neighbours have it"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_decision_is_the_last_thing_that_its_lesson_says(file):
    (lesson,) = [path for path in LESSONS if path.name[:2] == file.stem[1:]]
    assert any(DECISION in cell.source for cell in read(lesson).cells)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_decision_holds_for_each_seed(file, seed):
    runpy.run_path(str(file))["holds"](seed)
