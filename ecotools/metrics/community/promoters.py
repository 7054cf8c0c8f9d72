"""The net promoter score, with the interval that its few answers leave open."""

from statistics import NormalDist

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers
from ecotools.metrics.community.days import dated

METHODS = {
    "adjusted_wald": "3 answers added: 3/4 promoters, 3/2 passives, 3/4 detractors",
    "wald": "trinomial variance of the answers as they are",
}


def nps_answers(surveys) -> pd.Series:
    """Return the scores (0 to 10) given to the question of the NPS survey, sorted and indexed by day.

    Parameters
    ----------
    surveys : Ledger or DataFrame
        Surveys in the ledger's columns; answers to other surveys are left out.

    Examples
    --------
    >>> surveys = pd.DataFrame({"customer_id": [1, 1], "day": pd.to_datetime(["2025-01-31"] * 2),
    ...     "survey": ["nps", "psm"], "question": ["score", "cheap"], "answer": [9.0, 49.0]})
    >>> nps_answers(surveys).tolist()
    [9.0]
    """
    table = surveys if isinstance(surveys, pd.DataFrame) else getattr(surveys, "surveys", surveys)
    errors.columns(table, ["day", "survey", "question", "answer"], "surveys")
    dated(table, "day", "surveys")
    asked = table[(table["survey"] == "nps") & (table["question"] == "score")]
    asked = asked.assign(answer=numbers(asked, "answer", "surveys", missing=True))
    return asked.sort_values(["day", "answer"], kind="stable").set_index("day")["answer"]


def nps(scores, level: float = 0.95, method: str = "adjusted_wald") -> pd.Series:
    """Return the net promoter score of answers from 0 to 10, with its confidence interval.

    Promoters answer 9 or 10, detractors 0 to 6, passives 7 or 8. The score is 100 (promoters - detractors)
    / answers, from -100 to 100.

    Parameters
    ----------
    scores : Series, list or array
        One whole number from 0 to 10 an answer. Missing ones (NaN) are not answers and are left out.
    level : float
        Confidence level, a fraction.
    method : {"adjusted_wald", "wald"}
        ``adjusted_wald`` adds three made-up answers before it takes the interval, which keeps its promise
        in small samples too; its middle is a little nearer to 0 than the score. ``wald`` does not, and
        gives no width at all when everybody answered alike.

    Returns
    -------
    Series
        nps, low, high (each from -100 to 100) and n, the number of answers. NaN without answers, with
        ``attrs["reason"]``. ``attrs["definition"]`` names the method and level.

    Raises
    ------
    ValueError
        For an answer that is not a whole number from 0 to 10; True and False are none.

    References
    ----------
    Rocks (2016), "Interval estimation for the Net Promoter Score", The American Statistician 70(4);
    Lewis & Sauro (2021), measuringu.com/nps-confidence-intervals.

    Examples
    --------
    >>> nps([10, 9, 9, 8, 7, 6, 3, 10]).round(1).to_dict()
    {'nps': 25.0, 'low': -29.4, 'high': 65.8, 'n': 8.0}
    """
    errors.one_of(method, METHODS, "method")
    level = errors.fraction(level, "level")
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, such as 0.95, not {level}")
    answers = _answers(scores)
    number = len(answers)
    promoters, detractors = int((answers >= 9).sum()), int((answers <= 6).sum())
    result = pd.Series({"nps": np.nan, "low": np.nan, "high": np.nan, "n": float(number)}, name="nps")
    result.attrs["definition"] = {
        "nps": "100 (promoters - detractors) / answers",
        "method": f"{method}: {METHODS[method]}",
        "level": level,
    }
    if not number:
        result.attrs["reason"] = "there are no answers"
        return result
    result["nps"] = 100 * (promoters - detractors) / number
    result["low"], result["high"] = _interval(promoters, detractors, number, level, method)
    return result


def _answers(scores) -> np.ndarray:
    if isinstance(scores, str) or not np.iterable(scores):
        raise TypeError(f"scores must be a list or a column of numbers, not {scores!r}")
    answers = pd.Series(scores, dtype=object).reset_index(drop=True)
    truth = answers.map(lambda answer: isinstance(answer, (bool, np.bool_))).astype(bool)
    numbers = pd.to_numeric(answers.mask(truth), errors="coerce").astype(float)
    wrong = (numbers.isna() & answers.notna()) | ((numbers < 0) | (numbers > 10) | (numbers % 1 > 0))
    if wrong.any():
        place = int(wrong.to_numpy().argmax())
        raise ValueError(
            f"scores must be whole numbers from 0 to 10; number {place + 1} is {answers[place]!r}"
            + (f" (and {int(wrong.sum()) - 1} more are wrong)" if wrong.sum() > 1 else "")
        )
    return numbers.dropna().to_numpy()


def _interval(promoters: float, detractors: float, number: float, level: float, method: str):
    if method == "adjusted_wald":
        promoters, detractors, number = promoters + 0.75, detractors + 0.75, number + 3
    p, d = promoters / number, detractors / number
    wide = NormalDist().inv_cdf((1 + level) / 2) * np.sqrt(max(p + d - (p - d) ** 2, 0) / number)
    return max(100 * (p - d - wide), -100.0), min(100 * (p - d + wide), 100.0)
