"""The Bass model fitted to sales, and what early sales can tell of the market."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count
from ecotools.metrics.growth.bass import adopted, adopting
from ecotools.metrics.growth.separable_fit import Fitted, fit_scaled

FORMS = {
    "interval": "m (F(t) - F(t-1)): what is sold in the period that ends at t",
    "moment": "m f(t): the pace of selling at t",
}
"""What the sales of a period are set equal to."""

_P, _Q = np.geomspace(1e-5, 0.5, 40), np.linspace(0.0, 2.0, 41)


def fit_bass(data: pd.DataFrame, *, of: str = "interval") -> pd.Series:
    """Return the Bass model that fits sales best by least squares.

    Parameters
    ----------
    data : DataFrame
        One row per period without gaps: ``period`` (1 is the first one of selling) and ``sales`` in it.
    of : {"interval", "moment"}
        See `FORMS`. They differ most while sales change fast.

    Returns
    -------
    Series
        ``p``, ``q``, ``m`` and their standard errors ``p_error``, ``q_error``, ``m_error`` (linear theory);
        ``scatter`` (residual standard error), ``peak`` (period of the most sales; NaN when q is not above p)
        and ``sold`` (share of the market by the last period). ``attrs["reason"]`` says what cannot be told.

    Raises
    ------
    TypeError, ValueError
        A missing column, fewer than 4 periods, a gap, negative sales, nothing sold.

    References
    ----------
    V. Srinivasan and C. H. Mason (1986), Nonlinear Least Squares Estimation of New Product Diffusion Models,
    Marketing Science 5, 169-178.

    Examples
    --------
    >>> recorders = pd.DataFrame({"period": range(1, 11),
    ...     "sales": [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]})
    >>> found = fit_bass(recorders, of="moment")
    >>> round(float(found["m"])), found[["p", "q"]].round(4).tolist()
    (67981, [0.0066, 0.6381])
    """
    errors.one_of(of, FORMS, "of")
    period, sales = _read(data)
    return _told(_fit(period, sales, of), period, of)


def bass_as_seen(
    data: pd.DataFrame, periods: Iterable[int] | None = None, *, of: str = "interval"
) -> pd.DataFrame:
    """Return what the Bass model said of the market after each period, from the sales until then.

    Parameters
    ----------
    data : DataFrame
        As for `fit_bass`.
    periods : list of int, optional
        After how many periods, 4 or more. Default: each from the fourth on.
    of : {"interval", "moment"}
        See `FORMS`.

    Returns
    -------
    DataFrame
        ``periods``, ``p``, ``q``, ``m``, ``m_error``, ``peak`` as in `fit_bass`, and ``note``: before the
        peak the market's size can hardly be told.

    Raises
    ------
    TypeError, ValueError
        As `fit_bass`, and for periods that the data do not have.

    References
    ----------
    C. Van den Bulte and G. L. Lilien (1997), Bias and Systematic Change in the Parameter Estimates of
    Macro-Level Diffusion Models, Marketing Science 16, 338-353: the market found is close to what was sold.

    Examples
    --------
    >>> recorders = pd.DataFrame({"period": range(1, 11),
    ...     "sales": [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]})
    >>> bass_as_seen(recorders, [5, 7, 10])["m"].round(-3).tolist()[1:]
    [52000.0, 68000.0]
    """
    errors.one_of(of, FORMS, "of")
    period, sales = _read(data)
    wanted = range(4, len(period) + 1) if periods is None else [count(each, "periods", 4) for each in periods]
    rows = []
    for many in wanted:
        if many > len(period):
            raise ValueError(f"periods must be at most {len(period)}, as many as data has, not {many}")
        found = _told(_fit(period[:many], sales[:many], of), period[:many], of)
        rows.append([many, *found[["p", "q", "m", "m_error", "peak"]], found.attrs["reason"]])
    table = pd.DataFrame(rows, columns=["periods", "p", "q", "m", "m_error", "peak", "note"])
    table.attrs["definition"] = {"sales": FORMS[of]}
    return table


def _read(data: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    errors.columns(data, ["period", "sales"], "data")
    period, sales = (columns.numbers(data, one, "data") for one in ("period", "sales"))
    columns.refuse(data, sales < 0, "data", "sales is below 0")
    order = np.argsort(period, kind="stable")
    period, sales = period[order], sales[order]
    if len(period) < 4:
        raise ValueError(f"data needs 4 or more periods, and has {len(period)}")
    if not np.array_equal(period, np.arange(1, len(period) + 1)):
        raise ValueError("data['period'] must count 1, 2, 3, … without gaps, from the first one of selling")
    if not sales.any():
        raise ValueError("data['sales'] is 0 in all periods: nothing was sold")
    return period, sales


def _fit(period: np.ndarray, sales: np.ndarray, of: str) -> Fitted:
    def shape(time, p, q):
        return adopted(time, p, q) - adopted(time - 1, p, q) if of == "interval" else adopting(time, p, q)

    return fit_scaled(shape, period, sales, [_P, _Q])


def _told(found: Fitted, period: np.ndarray, of: str) -> pd.Series:
    m, p, q = found.values
    m_error, p_error, q_error = found.errors
    spare = len(period) - 3
    peak = np.log(q / p) / (p + q) if q > p else np.nan
    series = pd.Series(
        {"p": p, "q": q, "m": m, "p_error": p_error, "q_error": q_error, "m_error": m_error}
        | {"scatter": np.sqrt(found.rss / spare), "peak": peak, "sold": adopted(period[-1], p, q)}
    )
    reason = ""
    if not m_error < m / 2:
        reason = "the size of the market cannot be told from these periods"
    elif peak > period[-1]:
        reason = "the peak lies beyond what was seen: the size of the market may well change"
    series.attrs |= {"reason": reason, "definition": {"sales": FORMS[of]}}
    return series
