"""Buyers of a product that does much at once: more features, fewer first results, more questions."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count


def simulate_launch(
    buyers: int,
    features: int,
    *,
    activation: float = 0.75,
    lost_per_feature: float = 0.06,
    questions: float = 0.2,
    questions_per_feature: float = 0.12,
    seed: int = 0,
) -> pd.DataFrame:
    """Return simulated buyers of a product with so many features at launch.

    It is an assumption, not a finding: each feature beyond the first takes the same share of buyers away from
    their first result, and brings the same number of questions. Put your own numbers in.

    Parameters
    ----------
    buyers : int
        How many buy.
    features : int
        Features at launch, 1 or more.
    activation : float, default 0.75
        True share who reach a first result with a single feature.
    lost_per_feature : float, default 0.06
        Share of those who would have reached it that each further feature takes away.
    questions : float, default 0.2
        Questions to support per buyer with a single feature.
    questions_per_feature : float, default 0.12
        More questions per buyer for each further feature.
    seed : int
        Seed of the draws. Launches with the same seed have the same buyers, so that they can be compared.

    Returns
    -------
    DataFrame
        One row per buyer: buyer (1, 2, ...), activated (True or False), questions (a count).

    Raises
    ------
    ValueError
        For shares that are no fractions, a negative number of questions, fewer than one feature.

    Examples
    --------
    >>> few, many = simulate_launch(200, 3, seed=1), simulate_launch(200, 12, seed=1)
    >>> float(few["activated"].mean()), float(many["activated"].mean())
    (0.66, 0.365)
    """
    more = count(features, "features", at_least=1) - 1
    kept = 1 - errors.fraction(lost_per_feature, "lost_per_feature")
    reached = errors.fraction(activation, "activation") * kept**more
    asked = errors.not_negative(questions, "questions")
    asked += more * errors.not_negative(questions_per_feature, "questions_per_feature")
    rng = np.random.default_rng(seed)
    luck = rng.random(count(buyers, "buyers"))
    return pd.DataFrame(
        {
            "buyer": np.arange(1, len(luck) + 1),
            "activated": luck < reached,
            "questions": rng.poisson(asked, len(luck)),
        }
    )
