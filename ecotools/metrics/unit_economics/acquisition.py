"""The cost of acquiring a customer, how long it takes to earn it back, and what comes back of it."""

import math

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count
from ecotools.metrics.retention.lifetime import shares


def cac(cost, new_customers, *, lag: int = 0) -> Measure:
    """Return the cost of acquiring a customer: sales and marketing cost / customers it brought.

    Parameters
    ----------
    cost : float or Series
        Everything that was spent to win customers, salaries and tools included, in money; or that by month.
        With advertisements alone the number is smaller, and is no CAC.
    new_customers : float or Series
        New customers of the same time; or those by month. Customers who came back are not new.
    lag : int, default 0
        For Series: months between spending and the customers whom it brings. Their first months, which were
        paid for before, are then left out, and so is the money of the last months.

    Returns
    -------
    Measure
        Money per customer. NaN with a reason when nobody came, or no month has both.

    Raises
    ------
    ValueError
        When the months of the two Series differ, or have gaps.

    References
    ----------
    D. Skok, "SaaS Metrics 2.0".

    Examples
    --------
    >>> cac(6000, 15)
    400.0
    >>> months = pd.period_range("2025-01", periods=3, freq="M")
    >>> cac(pd.Series([900, 300, 300], months), pd.Series([5, 10, 5], months), lag=1)
    80.0
    """
    definition = "cost of sales and marketing / new customers, " + (
        f"{lag} months after it" if lag else "of the same time"
    )
    if isinstance(cost, pd.Series) or isinstance(new_customers, pd.Series):
        cost, new_customers = _sums(cost, new_customers, lag)
    elif lag:
        raise ValueError("lag needs cost and new_customers by month, as two Series")
    cost = errors.not_negative(cost, "cost")
    if not errors.not_negative(new_customers, "new_customers"):
        return missing("no new customers", definition=definition, unit="money per customer")
    return Measure(cost / new_customers, definition=definition, unit="money per customer")


def cac_payback(
    cac: float, revenue: float, margin: float, *, churn: float | None = None, survival=None
) -> Measure:
    """Return after how many periods the margin of a customer has paid for winning them.

    CAC / (revenue x margin) takes everybody to stay until then. With ``churn`` or ``survival`` only those who
    are still there pay, so it takes longer, or never happens.

    Parameters
    ----------
    cac : float
        Cost of acquiring a customer, in money.
    revenue : float
        What a customer pays a period (ARPPU); the first payment is made at once.
    margin : float
        Share of revenue left after the cost of serving, a fraction.
    churn : float, optional
        Lost per period, as a fraction; constant.
    survival : sequence, or a table of `kaplan_meier`, optional
        Share still there after 0, 1, 2, ... periods, instead of ``churn``.

    Returns
    -------
    Measure
        Periods, whole payments and the share of the last one that is needed. NaN with a reason when all
        that a customer will pay does not reach the CAC, or ``survival`` ends before it is earned.

    Raises
    ------
    ValueError
        When both ``churn`` and ``survival`` are given, or a number is out of range.

    References
    ----------
    D. Skok, "SaaS Metrics 2.0": recover CAC in 5 to 12 months. Do not divide by the revenue alone.

    Examples
    --------
    >>> cac_payback(1000, 100, 0.8)
    12.5
    >>> round(cac_payback(1000, 100, 0.8, churn=0.05), 1)
    19.1
    >>> cac_payback(1000, 100, 0.8, churn=0.1).reason
    'a customer brings 800 in a lifetime, and the CAC is 1000'
    """
    if churn is not None and survival is not None:
        raise ValueError("give either churn or survival, not both: each says who is still there")
    staying = "those still there" if churn is not None or survival is not None else "everybody"
    said = {"definition": f"periods until the margin of {staying} adds up to the CAC", "unit": "periods"}
    for name, value in (("cac", cac), ("churn", churn)):
        if isinstance(value, Measure) and value.reason:
            return missing(f"{name} is missing: {value.reason}", **said)
    cac, revenue = errors.not_negative(cac, "cac"), errors.not_negative(revenue, "revenue")
    each = revenue * errors.fraction(margin, "margin")
    if each == 0:
        return missing("a customer brings no margin", **said)
    if survival is not None:
        return _by_survival(cac, each, shares(survival), said)
    churn = 0.0 if churn is None else errors.fraction(churn, "churn")
    if not churn or cac <= each:
        return Measure(cac / each, **said)
    if cac * churn >= each:
        return missing(f"a customer brings {each / churn:g} in a lifetime, and the CAC is {cac:g}", **said)
    payments = math.ceil(math.log1p(-cac * churn / each) / math.log1p(-churn)) + 1
    return _by_survival(cac, each, (1 - churn) ** np.arange(payments), said)


def ltv_to_cac(ltv: float, cac: float, *, margin: float = 1.0) -> Measure:
    """Return how much a customer brings for each unit of money spent on winning them: margin LTV / CAC.

    Parameters
    ----------
    ltv : float
        Lifetime value of a new customer, such as `retention.ltv` gives it.
    cac : float
        Cost of acquiring a customer.
    margin : float, default 1
        Share left after the cost of serving, where ``ltv`` is a sum of revenue and not yet of margin.

    Returns
    -------
    Measure
        A ratio; its definition says which lifetime value it is made of. NaN with a reason when either is
        missing, or the CAC is 0.

    References
    ----------
    D. Skok, "SaaS Metrics 2.0": above 3. A rule of thumb for companies with investors; ask which of the five
    lifetime values it means.

    Examples
    --------
    >>> from ecotools.metrics import retention
    >>> value = retention.ltv(80, 0.05, "margin", margin=0.8)
    >>> ltv_to_cac(value, 400), ltv_to_cac(value, 400).definition
    (3.2, 'lifetime value (margin x revenue / churn) / CAC')
    """
    named = getattr(ltv, "definition", "")
    share = errors.fraction(margin, "margin")
    lifetime = f"lifetime value ({named})" if named else "lifetime value"
    said = {"definition": f"{f'{share:g} x ' if share < 1 else ''}{lifetime} / CAC", "unit": "ratio"}
    for name, value in (("ltv", ltv), ("cac", cac)):
        if isinstance(value, Measure) and value.reason:
            return missing(f"{name} is missing: {value.reason}", **said)
    ltv, cac = errors.finite(ltv, "ltv"), errors.not_negative(cac, "cac")
    if cac == 0:
        return missing("winning a customer cost nothing", **said)
    return Measure(share * ltv / cac, **said)


def _sums(cost, new_customers, lag: int) -> tuple[float, float]:
    """Return the cost and the customers of the months that have both, customers ``lag`` months later."""
    for name, series in (("cost", cost), ("new_customers", new_customers)):
        if not isinstance(series, pd.Series) or not isinstance(series.index, pd.PeriodIndex):
            raise TypeError(
                f"{name} must be a Series by month (PeriodIndex), as the other is, not {series!r}"
            )
        gap = series.index.freqstr != "M" or series.index.has_duplicates
        if gap or (
            len(series) and len(series) != series.index.max().ordinal - series.index.min().ordinal + 1
        ):
            raise ValueError(f"{name} must have one row per month, without gaps")
        if not np.isfinite(pd.to_numeric(series).to_numpy(dtype=float)).all() or (series < 0).any():
            raise ValueError(f"{name} must be zero or more in every month, with none missing")
    if set(cost.index) != set(new_customers.index):
        raise ValueError("cost and new_customers must tell about the same months: leave out the others")
    later = new_customers.set_axis(new_customers.index - count(lag, "lag", of="months"))
    both = cost.index.intersection(later.index)
    return float(cost[both].sum()), float(later[both].sum())


def _by_survival(cac: float, each: float, share: np.ndarray, said: dict[str, str]) -> Measure:
    """Return the payments, the last one in part, by which customers who leave as ``share`` says have paid."""
    earned = np.r_[0.0, np.cumsum(each * share)]
    done = int(np.searchsorted(earned, cac, side="left"))
    if done == len(earned):
        reason = f"survival tells about {len(share)} payments, which bring {earned[-1]:g} of the {cac:g}"
        return missing(reason, **said)
    if done == 0:
        return Measure(0.0, **said)
    return Measure(done - 1 + (cac - earned[done - 1]) / (earned[done] - earned[done - 1]), **said)
