"""A line, an exponential and an S: the curves that growth is told with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.growth.separable_fit import Fitted, fit_scaled, standard_errors


@dataclass(frozen=True)
class Model:
    """A model of growth: its formula, its parameters in order, and how it is computed and fitted."""

    formula: str
    parameters: tuple[str, ...]
    value: Callable
    fit: Callable


def _line(time, start, slope):
    return start + slope * time


def _exponential(time, start, rate):
    return start * np.exp(rate * time)


def _logistic(time, limit, rate, middle):
    return limit / (1 + np.exp(-np.clip(rate * (time - middle), -700, 700)))


def _fit_line(time: np.ndarray, seen: np.ndarray) -> Fitted:
    design = np.column_stack([np.ones_like(time), time])
    values = np.linalg.lstsq(design, seen, rcond=None)[0]
    rss = float(np.square(seen - design @ values).sum())
    spare = len(seen) - 2
    inverse = np.linalg.inv(design.T @ design)
    spread = np.sqrt(np.diag(inverse) * rss / spare) if spare > 0 else np.full(2, np.nan)
    return Fitted(values, spread, rss)


def _fit_exponential(time: np.ndarray, seen: np.ndarray) -> Fitted:
    first, span = time.min(), np.ptp(time)
    rates = np.linspace(-40, 40, 401) / span
    found = fit_scaled(lambda t, rate: np.exp(rate * t), time - first, seen, [rates])
    start, rate = found.values * [np.exp(-found.values[1] * first), 1]  # the start is that at time 0
    slopes = np.column_stack([np.exp(rate * time), start * time * np.exp(rate * time)])
    spread = standard_errors(slopes, found.rss) if np.isfinite(found.rss) else found.errors
    return Fitted(np.array([start, rate]), spread, found.rss)


def _fit_logistic(time: np.ndarray, seen: np.ndarray) -> Fitted:
    first, span = time.min(), np.ptp(time)
    grids = [np.geomspace(0.3, 60, 28) / span, first + span * np.linspace(-1.5, 4, 45)]
    return fit_scaled(lambda t, rate, middle: _logistic(t, 1.0, rate, middle), time, seen, grids)


MODELS = {
    "linear": Model("start + slope x month", ("start", "slope"), _line, _fit_line),
    "exponential": Model("start x e^(rate x month)", ("start", "rate"), _exponential, _fit_exponential),
    "logistic": Model(
        "limit / (1 + e^(-rate x (month - middle)))", ("limit", "rate", "middle"), _logistic, _fit_logistic
    ),
}
"""The models by name. An S begins like an exponential and is, about its middle, nearly a line."""


def growth_curve(model: str, months: float | Iterable[float], **parameters: float) -> pd.DataFrame:
    """Return what a model of growth says for each month.

    Parameters
    ----------
    model : {"linear", "exponential", "logistic"}
    months : float or list of float
        Months, of which fractions are allowed.
    **parameters : float
        ``start`` and ``slope``; ``start`` and ``rate``; or ``limit``, ``rate`` and ``middle`` (the month in
        which half of the limit is reached). Rates are per month, as a fraction, continuously compounded.

    Returns
    -------
    DataFrame
        ``month`` and ``value``. ``attrs["definition"]`` has the formula.

    Raises
    ------
    TypeError, ValueError
        An unknown model, a parameter that it lacks or does not have.

    References
    ----------
    P.-F. Verhulst (1838), Notice sur la loi que la population suit dans son accroissement: the logistic.

    Examples
    --------
    >>> growth_curve("logistic", [0, 12, 24], limit=1000, rate=0.3, middle=12).round(1).values.tolist()
    [[0.0, 26.6], [12.0, 500.0], [24.0, 973.4]]
    """
    chosen = MODELS[errors.one_of(model, MODELS, "model")]
    listed = list(months) if isinstance(months, Iterable) and not isinstance(months, str) else [months]
    time = np.array([errors.finite(each, "months") for each in listed], dtype=float)
    values = parameters_of(model, parameters, "parameters")
    with np.errstate(over="ignore"):
        table = pd.DataFrame({"month": time, "value": chosen.value(time, *values)})
    table.attrs["definition"] = {"value": chosen.formula}
    return table


PARAMETERS = tuple(dict.fromkeys(one for model in MODELS.values() for one in model.parameters))
"""The parameters of all models, each once."""


def parameters_of(model: str, given: Mapping, name: str) -> list[float]:
    """Return the parameters of a model in order, or say which one is missing or too many.

    >>> parameters_of("linear", {"start": 1, "slope": 2}, "parameters")
    [1.0, 2.0]
    """
    if not isinstance(given, Mapping):
        raise TypeError(f"{name} must be a dict such as {{'start': 100, 'slope': 5}}, not {given!r}")
    needed = MODELS[model].parameters
    if set(given) != set(needed):
        listed, found = ", ".join(needed), ", ".join(map(str, given)) or "none"
        raise ValueError(f"{name} of a {model} model are {listed}, not {found}")
    return [errors.finite(given[one], f"{name}[{one!r}]") for one in needed]
