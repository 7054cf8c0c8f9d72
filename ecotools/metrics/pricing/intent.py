"""What people say they would buy: the purchase intent extension of the price sensitivity meter."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.pricing.survey import QUESTIONS, usable

# Sawtooth Software's calibration of a five-point intent: said, and what comes of it.
CALIBRATION = {5: 0.7, 4: 0.5, 3: 0.3, 2: 0.1, 1: 0.0}


def newton_miller_smith(
    answers: pd.DataFrame, calibration: Mapping[float, float] | None = None
) -> pd.DataFrame:
    """Return the share who would try the product, and what that earns, at each price of a survey.

    Two questions are added to the four: how likely people are to buy at their own cheap price and at their
    own expensive price. Each person's chance is 0 at and beyond their too cheap and too expensive prices,
    the calibrated chance at the other two, and a straight line over the price in between.

    Parameters
    ----------
    answers : pandas.DataFrame
        The columns of `van_westendorp_curves`, and ``intent_cheap`` and ``intent_expensive`` (1 to 5, 5 =
        surely).
    calibration : dict, optional
        The chance (fraction) behind each answer. Default: 5: 0.7, 4: 0.5, 3: 0.3, 2: 0.1, 1: 0.

    Returns
    -------
    pandas.DataFrame
        ``price`` (each price named, rising), ``trial`` (fraction), ``revenue_index`` = price x trial.
        ``attrs``: ``best_trial_price``, ``best_revenue_price`` (the lowest such price; NaN when nobody is
        left), ``n_used``, ``n_dropped``, ``n_incomplete``, ``n_intransitive``, ``definition``.

    Raises
    ------
    ValueError
        As for `van_westendorp_curves`; an intent without a calibrated chance, a chance that is no fraction.

    Examples
    --------
    >>> answers = pd.DataFrame({"too_cheap": [10], "cheap": [20], "expensive": [40], "too_expensive": [50],
    ...     "intent_cheap": [5], "intent_expensive": [3]})
    >>> newton_miller_smith(answers)["revenue_index"].tolist()
    [0.0, 14.0, 12.0, 0.0]

    References
    ----------
    Newton, Miller and Smith (1993), A market acceptance extension to traditional price sensitivity
    measurement, AMA Advanced Research Techniques Forum; calibration: Sawtooth Software (2016).
    """
    calibration = {
        said: errors.fraction(chance, f"calibration[{said}]")
        for said, chance in (calibration or CALIBRATION).items()
    }
    used, dropped = usable(answers, extra=("intent_cheap", "intent_expensive"))
    said = pd.unique(used[["intent_cheap", "intent_expensive"]].to_numpy().ravel())
    unknown = [answer for answer in said if answer not in calibration]
    if unknown:
        raise ValueError(
            f"an intent of {unknown[0]:g} has no chance in calibration, which has {list(calibration)}"
        )
    prices = np.unique(used[list(QUESTIONS)].to_numpy())
    total = np.zeros(len(prices))
    for person in used.itertuples():
        chance = [0.0, calibration[person.intent_cheap], calibration[person.intent_expensive], 0.0]
        total += np.interp(prices, [getattr(person, name) for name in QUESTIONS], chance)
    table = pd.DataFrame({"price": prices, "trial": total / max(len(used), 1)})
    table["revenue_index"] = table["price"] * table["trial"]
    table.attrs.update(dropped)
    for name, column in (("best_trial_price", "trial"), ("best_revenue_price", "revenue_index")):
        table.attrs[name] = float(table["price"][table[column].idxmax()]) if len(table) else np.nan
    table.attrs["definition"] = {"between": "straight line over the price", "calibration": calibration}
    return table
