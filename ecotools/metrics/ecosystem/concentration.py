"""How much of the revenue hangs on one product: Herfindahl-Hirschman index and largest share."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing

SCALES = {
    "fraction": (
        1.0,
        "fraction",
        "sum of the squared shares: 1 / n for n equal products, 1 when one has all",
    ),
    "points": (10_000.0, "points", "sum of the squared shares in percent, up to 10,000 points"),
    "normalised": (
        1.0,
        "fraction",
        "(sum of the squared shares - 1 / n) / (1 - 1 / n): 0 for n equal products",
    ),
}
"""Name of a scale -> its factor, its unit, its definition."""


def hhi(revenue: pd.Series | Mapping[str, float], *, scale: str = "fraction") -> Measure:
    """Return the Herfindahl-Hirschman index of revenue: how concentrated it is on few products.

    Parameters
    ----------
    revenue : Series or dict
        Revenue by product, in one currency, zero or more each.
    scale : {"fraction", "points", "normalised"}
        ``"fraction"``: the sum of the squared shares, between 1 / n and 1. ``"points"``: the same of shares
        in percent, up to 10,000, as competition authorities write it. ``"normalised"``: from 0 (n equal
        products) to 1, so that businesses with other numbers of products can be compared.

    Returns
    -------
    Measure
        NaN with a reason without revenue, and for the normalised index of a single product.

    Raises
    ------
    TypeError, ValueError
        When an amount is no finite number or below zero, or the scale is unknown.

    References
    ----------
    O. C. Herfindahl, Concentration in the steel industry, Columbia University (1950). U.S. Department of
    Justice and Federal Trade Commission, Merger Guidelines (2023), guideline 1: the index in points.

    Examples
    --------
    >>> round(hhi({"course": 60, "audit": 30, "kit": 10}), 3)
    0.46
    >>> hhi({"course": 60, "audit": 30, "kit": 10}, scale="points").unit
    'points'
    """
    factor, unit, definition = SCALES[errors.one_of(scale, SCALES, "scale")]
    shares, reason = _shares(revenue)
    if not reason and scale == "normalised" and len(shares) == 1:
        reason = "one product has no other to be compared with"
    if reason:
        return missing(reason, definition=definition, unit=unit)
    index = float((shares**2).sum())
    if scale == "normalised":
        index = max(0.0, (index - 1 / len(shares)) / (1 - 1 / len(shares)))
    return Measure(factor * index, definition=definition, unit=unit)


def largest_share(revenue: pd.Series | Mapping[str, float]) -> Measure:
    """Return the share of revenue that the largest product has, as a fraction.

    Parameters
    ----------
    revenue : Series or dict
        Revenue by product, in one currency, zero or more each.

    Returns
    -------
    Measure
        NaN with a reason without revenue.

    Raises
    ------
    TypeError, ValueError
        When an amount is no finite number or below zero.

    Examples
    --------
    >>> largest_share({"course": 60, "audit": 30, "kit": 10})
    0.6
    """
    definition = "revenue of the product with the most / revenue of all"
    shares, reason = _shares(revenue)
    if reason:
        return missing(reason, definition=definition, unit="fraction")
    return Measure(float(shares.max()), definition=definition, unit="fraction")


def _shares(revenue: pd.Series | Mapping[str, float]) -> tuple[np.ndarray, str]:
    """Return each share of the total, and why there are none."""
    if not isinstance(revenue, (pd.Series, Mapping)):
        found = type(revenue).__name__
        raise TypeError(f"revenue must be a Series or dict of amounts by product, not {found}")
    amounts = np.array([errors.not_negative(each, f"revenue of {name!r}") for name, each in revenue.items()])
    if not len(amounts):
        return amounts, "there are no products"
    if not amounts.sum():
        return amounts, "no product has revenue"
    # Shares of the largest first, so that tiny amounts do not vanish in a division.
    scaled = amounts / amounts.max()
    return scaled / scaled.sum(), ""
