"""A spam filter and its errors: what a threshold lets through, what it takes from members, what it costs."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers
from ecotools.metrics.effects.arguments import flags


def spam_filter(
    scored: pd.DataFrame,
    thresholds: Iterable[float] = (0.5,),
    *,
    score: str = "score",
    spam: str = "spam",
    base_rate: float | None = None,
    posts_a_day: float = 100.0,
) -> pd.DataFrame:
    """Return what a filter does that holds back posts with a score from a threshold on.

    Parameters
    ----------
    scored : DataFrame
        One row per post that somebody has looked at: its score, and whether it was spam.
    thresholds : list of float, default (0.5,)
        Scores from which on a post is held back.
    score, spam : str
        Names of the columns; ``spam`` holds True and False, or 1 and 0.
    base_rate : float, optional
        Share of spam among all posts, a fraction, where the posts looked at are no fair sample: half of them
        are often spam, of all posts 2%. Default: that of the table.
    posts_a_day : float, default 100
        For the counts a day.

    Returns
    -------
    DataFrame
        One row per threshold, as given: threshold, recall (share of the spam held back), false_alarms (share
        of the good posts held back), precision (share of the held back that is spam), held_a_day (posts that
        wait for a moderator), missed_a_day (spam that gets through). NaN where there is nothing to take a
        share of.

    Raises
    ------
    ValueError, TypeError
        A missing column or score, an answer that is neither True nor False, a base rate that is no fraction.

    Examples
    --------
    >>> scored = pd.DataFrame({"score": [0.9, 0.8, 0.4, 0.7, 0.2, 0.1], "spam": [1, 1, 1, 0, 0, 0]})
    >>> spam_filter(scored, [0.6], base_rate=0.02)[["recall", "false_alarms", "precision"]].round(3)
       recall  false_alarms  precision
    0   0.667         0.333      0.039
    """
    errors.columns(scored, [score, spam], "scored")
    value, bad = numbers(scored, score, "scored"), flags(scored, spam, "scored")
    rate = (
        (bad.mean() if len(bad) else np.nan) if base_rate is None else errors.fraction(base_rate, "base_rate")
    )
    posts = errors.not_negative(posts_a_day, "posts_a_day")
    rows = []
    for threshold in thresholds:
        held = value >= errors.finite(threshold, "thresholds")
        recall = held[bad].mean() if bad.any() else np.nan
        alarms = held[~bad].mean() if (~bad).any() else np.nan
        caught, wrong = (
            0.0 if not part else part * share for part, share in ((rate, recall), (1 - rate, alarms))
        )
        precision = caught / (caught + wrong) if caught + wrong else np.nan
        rows.append((threshold, recall, alarms, precision, posts * (caught + wrong), posts * (rate - caught)))
    columns = ["threshold", "recall", "false_alarms", "precision", "held_a_day", "missed_a_day"]
    table = pd.DataFrame(rows, columns=columns)
    table.attrs["definition"] = {"base_rate": float(rate), "held back": "score >= threshold"}
    return table
