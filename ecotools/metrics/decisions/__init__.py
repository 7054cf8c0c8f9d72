"""Choosing among options: weighted matrices, votes, effort, problems and faults, and how sure the choice is.

>>> import pandas as pd
>>> from ecotools.metrics import decisions
>>> options = pd.DataFrame({"option": ["course", "kit"], "pain": [5, 3], "cost": [2, 4]})
>>> decisions.weighted_matrix(options, {"pain": 3, "cost": 1})["option"].tolist()
['course', 'kit']
"""

from ecotools.metrics.decisions.effort import impact_effort, rice
from ecotools.metrics.decisions.faults import found_by, undetected
from ecotools.metrics.decisions.matrix import weight_sensitivity, weight_to_change, weighted_matrix
from ecotools.metrics.decisions.problem import problems, simulate_problem_survey
from ecotools.metrics.decisions.votes import borda, ranking_certainty, tally

__all__ = [
    "borda",
    "found_by",
    "impact_effort",
    "problems",
    "ranking_certainty",
    "rice",
    "simulate_problem_survey",
    "tally",
    "undetected",
    "weight_sensitivity",
    "weight_to_change",
    "weighted_matrix",
]
__dir__ = __all__.copy
