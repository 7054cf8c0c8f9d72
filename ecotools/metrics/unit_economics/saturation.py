"""Each further dollar brings fewer customers: the curve of a channel, and how it is found from months."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.english import plural
from ecotools.metrics import columns
from ecotools.metrics.counts import inside

FORMS = {
    "hyperbolic": "most x spend / (half + spend)",
    "exponential": "most x (1 - 2 ** (-spend / half))",
}
"""Forms of saturation; in both, ``half`` is the spend that brings half of the most there can be."""

_WIDEST = 1000.0  # half at so many times the largest spend: as good as a straight line


def spend_curve(
    spend: float | Iterable[float], most: float, half: float, *, base: float = 0.0, form: str = "hyperbolic"
) -> pd.DataFrame:
    """Return how many customers spend brings, and what they cost: on average, and the next one.

    The average CAC divides all money by all customers whom it brought. The marginal CAC is what one more
    costs, and it is always above the average: a channel can look cheap while its next dollar is wasted.

    Parameters
    ----------
    spend : float or list of float
        Money, in the time that ``most`` is of: a month.
    most : float
        Customers whom no amount of money exceeds.
    half : float
        Spend that brings half of them, above 0.
    base : float, default 0
        Customers who come without spend.
    form : {"hyperbolic", "exponential"}
        See `FORMS`.

    Returns
    -------
    pandas.DataFrame
        One row per spend, as given: ``spend``, ``customers`` (with the base), ``brought`` (without),
        ``average_cac`` (NaN at spend 0) and ``marginal_cac`` (inf where money brings nobody).

    Raises
    ------
    TypeError, ValueError
        A number that is out of range, an unknown form.

    Examples
    --------
    >>> spend_curve([0, 500, 1000, 3000], most=40, half=1000)
        spend  customers    brought  average_cac  marginal_cac
    0     0.0   0.000000   0.000000          NaN         25.00
    1   500.0  13.333333  13.333333         37.5         56.25
    2  1000.0  20.000000  20.000000         50.0        100.00
    3  3000.0  30.000000  30.000000        100.0        400.00

    References
    ----------
    Y. Jin et al. (2017), "Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects", Google:
    the first form, a Hill function with slope 1.
    """
    listed = [spend] if np.ndim(spend) == 0 else list(spend)
    money = np.array([errors.not_negative(each, "spend") for each in listed], dtype=float)
    most, half = errors.not_negative(most, "most"), errors.positive(half, "half")
    base = errors.not_negative(base, "base")
    errors.one_of(form, FORMS, "form")
    brought = most * reached(money, half, form)
    with np.errstate(divide="ignore", invalid="ignore"):
        table = pd.DataFrame(
            {
                "spend": money,
                "customers": base + brought,
                "brought": brought,
                "average_cac": np.where(money > 0, money / brought, np.nan),
                "marginal_cac": marginal(money, most, half, form),
            }
        )
    table.attrs["definition"] = {"brought": FORMS[form], "marginal_cac": "1 / slope of the curve"}
    return table


def reached(spend, half, form: str):
    """Return which share of the most that a channel can bring some spend brings."""
    return spend / (half + spend) if form == "hyperbolic" else -np.expm1(-np.log(2) * spend / half)


def marginal(spend, most, half, form: str):
    """Return the cost of one more customer: 1 / the slope of the curve."""
    with np.errstate(divide="ignore", over="ignore"):
        if form == "hyperbolic":
            return (half + spend) ** 2 / (np.asarray(most, dtype=float) * half)
        return half / (np.asarray(most, dtype=float) * np.log(2)) * np.exp2(spend / half)


def fit_curves(
    months: pd.DataFrame, *, form: str = "hyperbolic", base: float | None = None, level: float = 0.95
) -> pd.DataFrame:
    """Return the curve of each channel by maximum likelihood, from its spend and customers month by month.

    The spend must have changed from month to month, best by a plan: who spends more in months that sell well
    anyway sees an effect of money that is none.

    Parameters
    ----------
    months : DataFrame
        ``channel``, ``spend`` (0 or more) and ``customers`` (counted), as `channel_months` gives it.
    form : {"hyperbolic", "exponential"}
        See `FORMS`.
    base : float, optional
        Customers a month who come without spend, where that is known (0: every customer was brought). Left
        out, it is found from the months, of which some should have little or no spend.
    level : float, default 0.95
        Confidence level of the interval of ``half``, a fraction.

    Returns
    -------
    pandas.DataFrame
        One row per channel, by name: ``channel``, ``months``, ``most`` (customers a month), ``half`` (money a
        month) with ``low`` and ``high`` (inf where no saturation can be told), ``base``. ``attrs``:
        ``definition``, ``reason`` (which channel has no curve, or one that is not certain, and why).

    Raises
    ------
    TypeError, ValueError
        A missing column, a cell that is no number, an unknown form.

    Notes
    -----
    Customers are Poisson numbers with mean base + most x share(spend, half). For a given half the best base
    and most are where the slope of the likelihood is 0; half itself is found by a search, and its interval is
    where the profile likelihood has fallen by chi2(level) / 2.

    Examples
    --------
    >>> months = pd.DataFrame({"channel": "search", "spend": [0, 200, 500, 1000, 2000],
    ...     "customers": [5, 15, 25, 35, 45]})
    >>> fit_curves(months)[["most", "half", "base"]].round(1)
       most    half  base
    0  60.0  1000.0   5.0

    References
    ----------
    S. A. Murphy and A. W. van der Vaart (2000), "On Profile Likelihood", JASA 95, 449-465.
    """
    errors.one_of(form, FORMS, "form")
    level = inside(level, "level", 0.95)
    known = None if base is None else errors.not_negative(base, "base")
    errors.columns(months, ["channel", "spend", "customers"], "months")
    code, names = columns.coded(columns.ids(months, "channel", "months"))
    spend, customers = (columns.numbers(months, one, "months") for one in ("spend", "customers"))
    for name, values in (("spend", spend), ("customers", customers)):
        columns.refuse(months, values < 0, "months", f"{name} is below 0")
    rows, reasons = [], []
    for place, name in enumerate(names):
        order = np.lexsort((customers[code == place], spend[code == place]))
        money, came = spend[code == place][order], customers[code == place][order]
        curve, why = _fit(money, came, form, known, level)
        rows.append([name, len(money), *curve])
        reasons += [f"{name}: {why}"] if why else []
    found = pd.DataFrame(rows, columns=["channel", "months", "most", "half", "low", "high", "base"])
    found.attrs["definition"] = {"customers": f"base + {FORMS[form]}", "form": form, "level": level}
    found.attrs["reason"] = "; ".join(reasons)
    return found


def _fit(spend: np.ndarray, customers: np.ndarray, form: str, base: float | None, level: float):
    """Return most, half, its ends and base of one channel, and why they are missing or not certain."""
    needed = 3 if base is None else 2
    amounts = len(np.unique(spend))
    if amounts < needed:
        why = f"{plural(amounts, 'different amount')} of spend tell no curve, it needs {needed}"
        return [np.nan] * 5, why
    from scipy.optimize import minimize_scalar
    from scipy.stats import chi2

    def profile(log_half: float) -> float:
        return -_best(reached(spend, np.exp(log_half), form), customers, base)[0]

    bounds = np.log(spend.max() * np.array([1 / _WIDEST, _WIDEST]))
    grid = np.linspace(*bounds, 41)
    losses = np.array([profile(one) for one in grid])
    best = int(losses.argmin())
    around = grid[max(best - 1, 0)], grid[min(best + 1, 40)]
    top = minimize_scalar(profile, bounds=around, method="bounded", options={"xatol": 1e-8})
    middle = float(top.x) if top.fun <= losses[best] else float(grid[best])
    _, most, found = _best(reached(spend, np.exp(middle), form), customers, base)
    if most <= 1e-6 * max(customers.max(), 1):
        return [0.0, *[np.nan] * 3, found], "more spend did not bring more customers"
    limit = min(float(top.fun), float(losses[best])) + chi2.ppf(level, 1) / 2
    low, high = (_end(profile, middle, end, limit) for end in bounds)
    why = "" if np.isfinite(high) else "no saturation can be told at this spend"
    return [most, float(np.exp(middle)), low, high, found], why


def _end(profile, middle: float, end: float, limit: float) -> float:
    """Return where the profile likelihood falls to the limit on one side: 0 or inf where it never does."""
    from scipy.optimize import brentq

    if profile(end) <= limit:
        return 0.0 if end < middle else np.inf
    return float(np.exp(brentq(lambda at: profile(at) - limit, middle, end, xtol=1e-6)))


def _best(share: np.ndarray, customers: np.ndarray, base: float | None) -> tuple[float, float, float]:
    """Return the highest log likelihood of a Poisson mean base + most x share, and that most and base.

    Where the base is free, the means of the best line add up to the customers counted, so that ``most`` alone
    is looked for; the slope of the likelihood along it falls throughout.
    """
    from scipy.optimize import brentq

    tiny = 1e-12 * max(customers.max(), 1.0)
    free = base is None
    along = share - share.mean() if free else share
    start = customers.mean() if free else base

    def mean(most: float) -> np.ndarray:
        return np.maximum(start + most * along, tiny)

    def slope(most: float) -> float:
        return float((along * (customers / mean(most) - 1)).sum())

    highest = customers.mean() / share.mean() if free else customers.sum() / share.sum()
    if slope(0.0) <= 0:
        most = 0.0
    elif slope(highest) >= 0:
        most = highest
    else:
        most = float(brentq(slope, 0.0, highest, xtol=1e-12 * highest, rtol=1e-14))
    expected = mean(most)
    likely = float((customers * np.log(expected) - expected).sum())
    return likely, most, max(customers.mean() - most * share.mean(), 0.0) if free else base
