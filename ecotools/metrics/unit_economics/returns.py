"""What the customers of each channel bring back: payback and LTV to CAC, with the interval of the CAC."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.unit_economics.acquisition import cac_payback, ltv_to_cac


def channel_returns(
    costs: pd.DataFrame,
    *,
    revenue: float | dict[str, float],
    margin: float | dict[str, float],
    ltv: float | dict[str, float],
    churn: float | dict[str, float] | None = None,
) -> pd.DataFrame:
    """Return how soon a customer of each channel has paid for being won, and how many times over in the end.

    Parameters
    ----------
    costs : DataFrame
        ``channel``, ``cac``, ``low`` and ``high``, as `channel_cac` gives it.
    revenue : float or dict
        What a customer pays a period: one number, or channel -> number. So for the next three.
    margin : float or dict
        Share of revenue left after the cost of serving, a fraction.
    ltv : float or dict
        Lifetime value of a new customer, as margin; see `retention.ltv`.
    churn : float or dict, optional
        Lost per period, a fraction: payback then counts only those who are still there.

    Returns
    -------
    pandas.DataFrame
        One row per channel, by name: ``channel``, ``cac``, ``payback`` (periods, see `cac_payback`), ``ltv``,
        ``ltv_to_cac`` with ``ratio_low`` and ``ratio_high`` (from the interval of the CAC; 0 where it has no
        upper end). ``attrs["reason"]`` says what is missing, and why.

    Raises
    ------
    TypeError, ValueError
        A missing column, a channel without its number, a number that is out of range.

    Examples
    --------
    >>> costs = pd.DataFrame({"channel": ["search", "social"], "cac": [90.0, 240.0], "low": [60.0, 150.0],
    ...     "high": [150.0, 480.0]})
    >>> channel_returns(costs, revenue=30, margin=0.8, ltv={"search": 360, "social": 240})
      channel    cac  payback    ltv  ltv_to_cac  ratio_low  ratio_high
    0  search   90.0     3.75  360.0         4.0        2.4         6.0
    1  social  240.0    10.00  240.0         1.0        0.5         1.6
    """
    names, numbers = _costs(costs)
    rows, reasons = [], []
    for name, cac, low, high in zip(names, *numbers, strict=True):
        value = _of(ltv, name, "ltv")
        if np.isnan(cac):
            reasons.append(f"{name} has no CAC")
            rows.append([name, cac, np.nan, value, *[np.nan] * 3])
            continue
        lost = None if churn is None else _of(churn, name, "churn")
        payback = cac_payback(cac, _of(revenue, name, "revenue"), _of(margin, name, "margin"), churn=lost)
        ratio = ltv_to_cac(value, cac)
        reasons += [f"{name}: {one.reason}" for one in (payback, ratio) if one.reason]
        ends = [0.0 if np.isinf(high) else _ratio(value, high), _ratio(value, low)]
        rows.append([name, cac, float(payback), value, float(ratio), *ends])
    titles = ["channel", "cac", "payback", "ltv", "ltv_to_cac", "ratio_low", "ratio_high"]
    table = pd.DataFrame(rows, columns=titles)
    table.attrs["reason"] = "; ".join(reasons)
    return table


def _costs(costs: pd.DataFrame) -> tuple[np.ndarray, list[np.ndarray]]:
    """Return the channels in order, and their CAC with its ends (which may be missing or without end)."""
    errors.columns(costs, ["channel", "cac", "low", "high"], "costs")
    code, names = columns.coded(columns.ids(costs, "channel", "costs"))
    columns.refuse(costs, pd.Series(code).duplicated().to_numpy(), "costs", "channel is there already")
    endless = costs["high"].map(lambda value: isinstance(value, float) and np.isposinf(value))
    finite = costs.assign(high=costs["high"].mask(endless.astype(bool)))
    numbers = [columns.numbers(finite, name, "costs", missing=True) for name in ("cac", "low", "high")]
    for name, values in zip(("cac", "low", "high"), numbers, strict=True):
        columns.refuse(costs, values < 0, "costs", f"{name} is below 0")
    numbers[2] = np.where(endless.to_numpy(bool), np.inf, numbers[2])
    order = np.argsort(code, kind="stable")
    return names[code[order]], [values[order] for values in numbers]


def _ratio(value: float, cac: float) -> float:
    return value / cac if cac > 0 else np.nan


def _of(given, channel, name: str) -> float:
    """Return the number of a channel, where one is given for each or one for all."""
    if not isinstance(given, dict):
        return errors.finite(given, name)
    if channel not in given:
        raise ValueError(
            f"{name} has no number for the channel {channel!r}; it has {', '.join(map(str, given))}"
        )
    return errors.finite(given[channel], f"{name}[{channel!r}]")
