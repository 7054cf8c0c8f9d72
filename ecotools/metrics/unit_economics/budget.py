"""Where the next dollar goes, and how a budget is best split between channels."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.unit_economics.saturation import FORMS, marginal, reached


def next_dollar(
    curves: pd.DataFrame, spend: dict[str, float], *, form: str = "hyperbolic", worth: float | None = None
) -> pd.DataFrame:
    """Return what one more customer costs on each channel today: the next dollar goes to the cheapest.

    Parameters
    ----------
    curves : DataFrame
        ``channel``, ``most`` and ``half``, as `fit_curves` gives it. Channels without a curve are left out.
    spend : dict or Series
        Channel -> money spent now, in the time that the curves are of (a month). One that is not in it: 0.
    form : {"hyperbolic", "exponential"}
        The form of the curves; see `FORMS`.
    worth : float, optional
        What a new customer brings: a channel on which one more costs more than that has had too much.

    Returns
    -------
    pandas.DataFrame
        One row per channel, the cheapest next customer first: ``channel``, ``spend``, ``brought``,
        ``average_cac``, ``marginal_cac``, ``next`` (True for where the next dollar goes) and, with ``worth``,
        ``pays``. With ``worth`` no row is ``next`` when nowhere it pays. ``attrs["left_out"]`` lists channels
        without a curve.

    Raises
    ------
    TypeError, ValueError
        A missing column, a channel that is there twice or unknown, an amount below 0.

    Examples
    --------
    >>> curves = pd.DataFrame({"channel": ["search", "social"], "most": [40, 90], "half": [1000, 1000]})
    >>> found = next_dollar(curves, {"search": 500, "social": 2000})
    >>> found[["channel", "average_cac", "marginal_cac", "next"]].round(2)
      channel  average_cac  marginal_cac   next
    0  search        37.50         56.25   True
    1  social        33.33        100.00  False
    """
    names, most, half, left_out = _curves(curves, form)
    money = _amounts(spend, "spend", [*names, *left_out])
    now = np.array([money.get(str(name), 0.0) for name in names])
    table = _spent(names, now, most, half, form)
    table = table.sort_values(["marginal_cac", "channel"], kind="stable", ignore_index=True)
    cheapest = table.index == 0
    if worth is not None:
        table["pays"] = table["marginal_cac"] < errors.not_negative(worth, "worth")
        cheapest = cheapest & table["pays"].to_numpy()
    table.insert(5, "next", cheapest & np.isfinite(table["marginal_cac"].to_numpy()))
    table.attrs = {
        "left_out": left_out,
        "definition": {"form": form, "marginal_cac": "1 / slope of the curve"},
    }
    return table


def best_split(
    curves: pd.DataFrame, budget: float, *, form: str = "hyperbolic", worth: float | None = None
) -> pd.DataFrame:
    """Return how much each channel gets when a budget is to bring the most customers.

    Money moves from where one more customer costs more to where it costs less, until it costs the same on all
    channels that get any.

    Parameters
    ----------
    curves : DataFrame
        ``channel``, ``most`` and ``half``, as `fit_curves` gives it. Channels without a curve are left out.
    budget : float
        Money, in the time that the curves are of.
    form : {"hyperbolic", "exponential"}
        The form of the curves; see `FORMS`.
    worth : float, optional
        What a new customer brings: money that would win customers at a higher price is not spent.

    Returns
    -------
    pandas.DataFrame
        One row per channel, by name: ``channel``, ``spend``, ``brought``, ``average_cac``, ``marginal_cac``.
        ``attrs``: ``unspent`` (money), ``left_out`` (channels without a curve).

    Raises
    ------
    TypeError, ValueError
        A missing column, a channel that is there twice, an amount below 0, no channel with a curve.

    Notes
    -----
    At a cost m of one more customer the hyperbolic curve takes sqrt(m x most x half) - half, if that is above
    0 (from its slope); m is found so that all channels together take the budget.

    Examples
    --------
    >>> curves = pd.DataFrame({"channel": ["search", "social"], "most": [40, 90], "half": [1000, 1000]})
    >>> best_split(curves, 2000)[["channel", "spend", "marginal_cac"]].round(2)
      channel   spend  marginal_cac
    0  search   600.0          64.0
    1  social  1400.0          64.0
    """
    names, most, half, left_out = _curves(curves, form)
    budget = errors.not_negative(budget, "budget")
    able = most > 0
    if not able.any():
        raise ValueError("curves has no channel on which spend brings anybody")
    # One more customer costs this much on each channel before anything is spent.
    first = np.where(able, marginal(0.0, np.where(able, most, 1.0), half, form), np.inf)

    def taken(cost: float) -> np.ndarray:
        over = np.where(able, np.maximum(cost / first, 1.0), 1.0)
        return half * (np.sqrt(over) - 1) if form == "hyperbolic" else half * np.log2(over)

    spend = taken(_cost_of(budget, taken, first.min()))
    spend = spend * (budget / spend.sum() if spend.sum() else 0.0)
    if worth is not None and spend.sum():
        spend = np.minimum(spend, taken(errors.not_negative(worth, "worth")))
    table = _spent(names, spend, most, half, form)
    table.attrs = {
        "unspent": max(budget - float(spend.sum()), 0.0),
        "left_out": left_out,
        "definition": {"form": form},
    }
    return table


def _cost_of(budget: float, taken, lowest: float) -> float:
    """Return the cost of one more customer at which all channels together take the budget."""
    from scipy.optimize import brentq

    high = 2 * lowest
    while taken(high).sum() < budget:
        high *= 2
    return float(brentq(lambda cost: taken(cost).sum() - budget, lowest, high, xtol=1e-12, rtol=1e-14))


def _curves(curves: pd.DataFrame, form: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, list]:
    """Return the channels with a curve in order, with most and half, and the channels without."""
    errors.one_of(form, FORMS, "form")
    errors.columns(curves, ["channel", "most", "half"], "curves")
    if not len(curves):
        raise ValueError("curves has no rows: give one row per channel")
    fitted = curves.attrs.get("definition", {}).get("form", form)
    if fitted != form:
        raise ValueError(f"curves were fitted with form={fitted!r}, so they cannot be read as {form!r}")
    code, names = columns.coded(columns.ids(curves, "channel", "curves"))
    columns.refuse(curves, pd.Series(code).duplicated().to_numpy(), "curves", "channel is there already")
    most, half = (columns.numbers(curves, name, "curves", missing=True) for name in ("most", "half"))
    columns.refuse(curves, most < 0, "curves", "most is below 0")
    columns.refuse(curves, half <= 0, "curves", "half is not above 0")
    known = ~np.isnan(most) & ~np.isnan(half)
    order = [place for place in np.argsort(code, kind="stable") if known[place]]
    left_out = sorted(names[code[~known]].tolist(), key=str)
    return names[code[order]], most[order], half[order], left_out


def _amounts(spend, name: str, known: list) -> dict[str, float]:
    """Return the money of each channel; refuse a channel that has no curve."""
    if isinstance(spend, pd.Series):
        spend = spend.to_dict()
    if not isinstance(spend, dict):
        raise TypeError(f"{name} must be a dict such as {{'search': 500}}, not {spend!r}")
    for channel in spend:
        errors.one_of(str(channel), [str(one) for one in known], f"a channel in {name}")
    return {str(one): errors.not_negative(amount, f"{name}[{one!r}]") for one, amount in spend.items()}


def _spent(names, spend: np.ndarray, most: np.ndarray, half: np.ndarray, form: str) -> pd.DataFrame:
    brought = most * reached(spend, half, form)
    with np.errstate(divide="ignore", invalid="ignore"):
        average = np.where(spend > 0, spend / brought, np.nan)
    return pd.DataFrame(
        {
            "channel": names,
            "spend": spend,
            "brought": brought,
            "average_cac": average,
            "marginal_cac": marginal(spend, most, half, form),
        }
    )
