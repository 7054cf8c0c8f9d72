"""Who answers questions, how soon, and what it takes off the team.

>>> import pandas as pd
>>> from ecotools.metrics import support
>>> asked = pd.to_datetime(["2025-01-01 09:00", "2025-01-01 10:00"])
>>> questions = pd.DataFrame({"asked": asked, "answered": [asked[1], pd.NaT], "by": ["member", None]})
>>> support.answers(questions)["unanswered"].item()
0.5
"""

from ecotools.metrics.support.answers import answer_times, answers

__all__ = ["answer_times", "answers"]
__dir__ = __all__.copy
