"""What a lesson decides holds in its data, for whoever is simulated: one module per lesson in ``decisions/``.

``decisions/mNN.py`` has ``numbers(seed)``, which computes again what the decision rests on, with the library
and without the notebook, and ``CONDITIONS``: a sentence for each condition, with a function of these numbers.
"""

import runpy
from pathlib import Path

import pytest

from .course import LESSONS

SEEDS = (4, 7, 2027)
DECISIONS = {
    file.stem[1:]: runpy.run_path(str(file)) for file in Path(__file__).parent.glob("decisions/m*.py")
}


@pytest.mark.parametrize("module", sorted(DECISIONS))
@pytest.mark.parametrize("seed", SEEDS)
def test_a_decision_holds_for_each_seed(module, seed):
    told = DECISIONS[module]["numbers"](seed)
    failing = [said for said, holds in DECISIONS[module]["CONDITIONS"].items() if not holds(told)]
    assert failing == [], told


@pytest.mark.parametrize("module", sorted(DECISIONS))
def test_a_decision_is_that_of_a_lesson(module):
    assert module in {path.name[:2] for path in LESSONS}
