"""What an offer gives: value against price, tier by tier."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ecotools.metrics.pricing.amounts import by_name, money


def value_matrix(features: pd.DataFrame) -> pd.DataFrame:
    """Return what each feature is worth to a customer of each tier: the table `plots.value_matrix` draws.

    Parameters
    ----------
    features : pandas.DataFrame
        One row per feature, one column per tier; names in the index or in a column ``feature``. Either
        each cell is what the feature is worth in that tier, in money (0 or blank: not in it), or each cell
        is True or False and a column ``value`` says what the feature is worth.

    Returns
    -------
    pandas.DataFrame
        Index ``feature``, one column of money a tier, in the order given; 0 where the tier has it not.

    Raises
    ------
    ValueError, TypeError
        No tiers, a feature named twice, a negative value, True or False without a column ``value``.

    Examples
    --------
    >>> features = pd.DataFrame({"feature": ["lessons", "templates"], "value": [60, 40],
    ...     "basic": [True, False], "pro": [True, True]})
    >>> value_matrix(features)
               basic   pro
    feature
    lessons     60.0  60.0
    templates    0.0  40.0
    """
    if not isinstance(features, pd.DataFrame):
        kind = type(features).__name__
        raise TypeError(f"features must be a DataFrame with one column per tier, not {kind}")
    if "feature" in features.columns:
        features = features.set_index("feature")
    if features.index.has_duplicates:
        twice = features.index[features.index.duplicated()][0]
        raise ValueError(f"features names {twice!r} twice: give each feature one row")
    tiers = [column for column in features.columns if column != "value"]
    if not tiers:
        raise ValueError("features has no tiers: give one column each")
    if "value" in features.columns:
        worth = np.nan_to_num(money(features["value"], "features['value']"))
        cells = {tier: np.where(_has(features[tier], tier), worth, 0.0) for tier in tiers}
    else:
        cells = {tier: np.nan_to_num(_worth(features[tier], tier)) for tier in tiers}
    return pd.DataFrame(cells, index=features.index, columns=tiers).rename_axis("feature")


def _has(cells: pd.Series, tier: str) -> np.ndarray:
    wrong = [cell for cell in cells.dropna() if cell not in (True, False)]
    if wrong:
        raise ValueError(
            f"features[{tier!r}] must be True or False, not {wrong[0]!r}: the column 'value' already says"
            f" what each feature is worth. Leave that column out to give a worth by tier"
        )
    return cells.fillna(False).astype(bool).to_numpy()


def _worth(cells: pd.Series, tier: str) -> np.ndarray:
    if cells.map(lambda cell: isinstance(cell, (bool, np.bool_))).any():
        raise TypeError(
            f"features[{tier!r}] says True or False: add a column 'value' with what each feature is worth"
        )
    return money(cells, f"features[{tier!r}]")


def tier_value(features: pd.DataFrame, prices: Mapping[str, float] | Sequence[float]) -> pd.DataFrame:
    """Return each tier's value beside its price, and what each step up adds of both.

    Parameters
    ----------
    features : pandas.DataFrame
        As for `value_matrix`, or what it returns; tiers from the lowest to the highest.
    prices : dict of str to float, or list in the order of the tiers
        The price of each tier.

    Returns
    -------
    pandas.DataFrame
        One row per tier: ``tier``, ``features`` (how many it has), ``value`` (their sum), ``price``,
        ``surplus`` = value - price, ``value_per_price`` = value / price (NaN for a free tier), and against
        the tier before ``added_features`` (which it has and the other has not), ``added_value`` and
        ``added_price`` (for the first tier: its own).

    Raises
    ------
    ValueError, TypeError
        As for `value_matrix`; a tier without a price, or a price without a tier.

    Examples
    --------
    >>> features = pd.DataFrame({"basic": [60, 0, 0], "pro": [60, 40, 80]},
    ...     index=["lessons", "templates", "audit"])
    >>> tiers = tier_value(features, {"basic": 49, "pro": 129})
    >>> tiers[["tier", "value", "price", "surplus", "added_value"]]
        tier  value  price  surplus  added_value
    0  basic   60.0   49.0     11.0         60.0
    1    pro  180.0  129.0     51.0        120.0
    """
    matrix = value_matrix(features)
    tiers, values = list(matrix.columns), matrix.to_numpy()
    price = by_name(prices, tiers, "prices")
    there = values > 0
    before = np.column_stack([np.zeros(len(matrix), dtype=bool), there[:, :-1]])
    value = values.sum(axis=0)
    return pd.DataFrame(
        {
            "tier": tiers,
            "features": there.sum(axis=0),
            "value": value,
            "price": price,
            "surplus": value - price,
            "value_per_price": np.divide(value, price, out=np.full(len(tiers), np.nan), where=price > 0),
            "added_features": (there & ~before).sum(axis=0),
            "added_value": np.diff(value, prepend=0.0),
            "added_price": np.diff(price, prepend=0.0),
        }
    )
