"""What the fits of this package share: summaries read, parameters taken from a fit, intervals around them."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, ids, numbers, refuse

_BOUND = 12.0


def read_summary(summary, *, spend: bool = False) -> pd.DataFrame:
    """Return a table of `rfm` with the columns that a model needs, checked and sorted by customer."""
    timing = [] if spend else ["recency", "age"]
    needed = ["customer_id", "frequency", *timing, *(["spend"] if spend else [])]
    table = errors.columns(summary, needed, "summary")
    found = {name: numbers(table, name, "summary", missing=name == "spend") for name in needed[1:]}
    x = found["frequency"]
    refuse(table, (x < 0) | (x != np.floor(x)), "summary", "frequency is no whole number, 0 or more,")
    if spend:
        found["spend"] = np.where(x > 0, found["spend"], np.nan)
        bad = (x > 0) & ~(found["spend"] >= 0)
        refuse(table, bad, "summary", "spend is missing or below zero for a customer who bought again")
    else:
        late, age = found["recency"], found["age"]
        refuse(table, ~((late >= 0) & (late <= age)), "summary", "recency does not lie between 0 and age")
        refuse(table, (x == 0) & (late > 0), "summary", "recency is above 0 at a frequency of 0")
    code, distinct = coded(ids(table, "customer_id", "summary"))
    twice = pd.Series(code).duplicated().to_numpy()
    refuse(table, twice, "summary", "customer_id is there twice")
    found = pd.DataFrame(found, index=code).sort_index()
    return found.set_axis(pd.Index(distinct, name="customer_id"))


def parameters(fit, names: Sequence[str]) -> tuple[np.ndarray, str]:
    """Return the parameters of a fit in the order of ``names``, and why they are missing, or "".

    ``fit`` is a table of a fit, or a dict or Series of parameters by name, such as published ones.
    """
    reason = ""
    if isinstance(fit, pd.DataFrame):
        errors.columns(fit, ["estimate"], "fit")
        reason = fit.attrs.get("reason", "")
        values = dict(zip(fit.index, numbers(fit, "estimate", "fit", missing=True), strict=True))
    elif isinstance(fit, (Mapping, pd.Series)):
        values = dict(fit)
    else:
        raise TypeError(f"fit must be a table of a fit, or a dict of {', '.join(names)}, not {fit!r}")
    lacking = [name for name in names if name not in values]
    if lacking:
        raise ValueError(f"fit needs {', '.join(names)}; it lacks {', '.join(lacking)}")
    if isinstance(fit, pd.DataFrame) and np.isnan([values[name] for name in names]).any():
        return np.full(len(names), np.nan), reason or "the fit has no estimate"
    return np.array([errors.positive(values[name], f"fit, {name},") for name in names]), ""


def maximise(
    likelihood: Callable[[np.ndarray], tuple[float, np.ndarray]], names: Sequence[str], size: float
) -> tuple[np.ndarray, np.ndarray, float, str]:
    """Return the logs of the best parameters, their standard errors, the log likelihood, and what is amiss.

    ``likelihood`` takes the logs of the parameters and gives the log likelihood and its slope in them;
    ``size`` is the number of customers.
    """
    from scipy.optimize import minimize

    def cost(logs):
        value, slope = likelihood(logs)
        return -value / size, -slope / size

    options = {"ftol": 1e-15, "gtol": 1e-9, "maxiter": 5000, "maxfun": 50_000}
    bounds = [(-_BOUND, _BOUND)] * len(names)
    best = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    value = -best.fun * size
    at_bound = [name for name, log in zip(names, best.x, strict=True) if abs(log) > _BOUND - 0.5]
    error = _errors(likelihood, best.x)
    if at_bound or np.isnan(error).any():
        named = " and ".join(at_bound) if at_bound else "the parameters"
        return best.x, error, value, f"the data cannot tell {named}: the customers differ too little in them"
    return best.x, error, value, ""


def _errors(likelihood, logs: np.ndarray, step: float = 1e-4) -> np.ndarray:
    """Return the standard errors from the curvature at the top; NaN where it is no top."""
    curve = np.array(
        [
            (likelihood(logs + move)[1] - likelihood(logs - move)[1]) / (2 * step)
            for move in np.eye(len(logs)) * step
        ]
    )
    information = -(curve + curve.T) / 2
    if not np.isfinite(information).all() or np.linalg.eigvalsh(information).min() <= 0:
        return np.full(len(logs), np.nan)
    return np.sqrt(np.diag(np.linalg.inv(information)))


def fit_table(names: Sequence[str], logs, error, level: float) -> pd.DataFrame:
    """Return estimates with Wald's intervals on the log scale."""
    from scipy.stats import norm

    if not 0 < errors.fraction(level, "level") < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level}")
    reach = norm.ppf((1 + level) / 2) * np.asarray(error)
    ends = {"estimate": np.exp(logs), "low": np.exp(logs - reach), "high": np.exp(logs + reach)}
    return pd.DataFrame(ends, index=list(names))
