"""Models of growth held against each other on the same months."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count
from ecotools.metrics.growth.curves import MODELS, PARAMETERS, growth_curve
from ecotools.metrics.growth.separable_fit import Fitted

CRITERIA = {
    "aicc": "AICc: n ln(rss / n) + 2k + 2k(k+1) / (n-k-1), k counting the parameters and the scatter",
    "holdout": "root mean square error of the last months, which the fit did not see",
}
"""By what models are ranked."""

LEAST = 6
"""Months that it takes to judge three models by AICc."""

_ERRORS = tuple(f"{one}_error" for one in PARAMETERS)
_COLUMNS = ["model", "rss", "aicc", "weight", "holdout_error", "note", *PARAMETERS, *_ERRORS]


def fit_growth(
    data: pd.DataFrame,
    *,
    models: Iterable[str] = tuple(MODELS),
    criterion: str = "aicc",
    holdout: int = 0,
) -> pd.DataFrame:
    """Return models of growth fitted to the same months by least squares, the best first.

    Parameters
    ----------
    data : DataFrame
        One row per month: ``month`` (numbers, or months as Period) and ``value``.
    models : list of str, default all
        Of "linear", "exponential" and "logistic".
    criterion : {"aicc", "holdout"}
        By what they are ranked: see `CRITERIA`.
    holdout : int, default 0
        Last months that are kept from the fit and predicted; needed for the second criterion.

    Returns
    -------
    DataFrame
        One row per model: ``model``; ``rss`` (sum of squares left); ``aicc``; ``weight`` (Akaike's: how much
        of the evidence it has among these models); ``holdout_error`` (NaN without holdout); ``note``, what
        cannot be told from these months; its parameters ``start``, ``slope``, ``rate``, ``limit`` and
        ``middle`` as in `growth_curve` (NaN where the model has none), and ``start_error`` … their standard
        errors by linear theory. With months as Period, month 0 is the first of the data.

    Raises
    ------
    TypeError, ValueError
        A missing column, a month that stands twice, fewer than 6 months to fit, an unknown model or
        criterion.

    References
    ----------
    K. P. Burnham and D. R. Anderson, Model Selection and Multimodel Inference (2nd ed., 2002), section 2.4.

    Examples
    --------
    >>> seen = pd.DataFrame({"month": range(1, 13),
    ...     "value": [104, 113, 119, 131, 140, 152, 161, 177, 186, 203, 215, 234]})
    >>> found = fit_growth(seen)
    >>> found["model"].tolist(), found["weight"].round(2).tolist()
    (['exponential', 'logistic', 'linear'], [0.89, 0.11, 0.0])
    """
    chosen = _chosen(models)
    errors.one_of(criterion, CRITERIA, "criterion")
    kept = count(holdout, "holdout")
    if criterion == "holdout" and not kept:
        raise ValueError("holdout must be 1 or more for the criterion 'holdout': give the months to predict")
    time, seen = _read(data)
    early = len(time) - kept
    if early < LEAST:
        less = f" less {kept} held out" if kept else ""
        raise ValueError(f"data needs {LEAST} or more months to fit, and has {len(time)}{less}")
    table = pd.DataFrame([_row(each, time, seen, early) for each in chosen], columns=_COLUMNS)
    table["weight"] = _weights(table["aicc"].to_numpy(dtype=float))
    by = "aicc" if criterion == "aicc" else "holdout_error"
    table = table.sort_values([by, "model"], ignore_index=True)
    table.attrs["definition"] = {"criterion": CRITERIA[criterion], "holdout": kept}
    table.attrs["formulas"] = {each: MODELS[each].formula for each in chosen}
    return table


def growth_forecast(fits: pd.DataFrame, months: float | Iterable[float]) -> pd.DataFrame:
    """Return what each fitted model says of other months, side by side.

    Parameters
    ----------
    fits : DataFrame
        As `fit_growth` gives it: ``model``, and a column for each parameter that the models have.
    months : float or list of float
        Months as in the data of the fit, or numbers from 0 where those were Periods.

    Returns
    -------
    DataFrame
        ``month``, and one column per model, by name.

    Raises
    ------
    TypeError, ValueError
        A missing column, an unknown model or one that stands twice, a parameter that is missing.

    Examples
    --------
    >>> fits = pd.DataFrame({"model": ["linear", "exponential"], "start": [100.0, 100.0],
    ...     "slope": [10.0, None], "rate": [None, 0.08]})
    >>> growth_forecast(fits, [0, 12, 24]).round(0).values.tolist()
    [[0.0, 100.0, 100.0], [12.0, 261.0, 220.0], [24.0, 682.0, 340.0]]
    """
    errors.columns(fits, ["model"], "fits")
    chosen = [errors.one_of(one, MODELS, "each of fits['model']") for one in fits["model"]]
    twice = pd.Series(chosen, dtype=object).duplicated().to_numpy(dtype=bool)
    columns.refuse(fits, twice, "fits", "model stands twice")
    needed = [one for one in PARAMETERS if any(one in MODELS[model].parameters for model in chosen)]
    errors.columns(fits, needed, "fits")
    held = {one: columns.numbers(fits, one, "fits", missing=True) for one in needed}
    said = {}
    for place, model in enumerate(chosen):
        mine = np.arange(len(fits)) == place
        for one in MODELS[model].parameters:
            columns.refuse(fits, mine & np.isnan(held[one]), "fits", f"{one} of the {model} model is missing")
        given = {one: float(held[one][place]) for one in MODELS[model].parameters}
        said[model] = growth_curve(model, months, **given)
    listed = list(months) if isinstance(months, Iterable) and not isinstance(months, str) else [months]
    table = pd.DataFrame({"month": np.array([errors.finite(each, "months") for each in listed], dtype=float)})
    return table.assign(**{model: said[model]["value"] for model in sorted(said)})


def _chosen(models: Iterable[str]) -> list[str]:
    listed = [models] if isinstance(models, str) else list(models)
    if not listed:
        raise ValueError("models must name one or more of " + ", ".join(MODELS))
    return list(dict.fromkeys(errors.one_of(each, MODELS, "models") for each in listed))


def _read(data: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the months and the values by month."""
    errors.columns(data, ["month", "value"], "data")
    seen = columns.numbers(data, "value", "data")
    if isinstance(data["month"].dtype, pd.PeriodDtype):
        columns.refuse(data, data["month"].isna().to_numpy(dtype=bool), "data", "month is missing")
        ordinal = data["month"].dt.asfreq("M").astype("int64").to_numpy(dtype=float)
        time = ordinal - (ordinal.min() if len(ordinal) else 0)
    else:
        time = columns.numbers(data, "month", "data")
    twice = pd.Series(time).duplicated(keep=False).to_numpy(dtype=bool)
    columns.refuse(data, twice, "data", "month has several rows")
    order = np.argsort(time)
    return time[order], seen[order]


def _row(model: str, time: np.ndarray, seen: np.ndarray, early: int) -> tuple:
    known = MODELS[model]
    found = known.fit(time[:early], seen[:early])
    values, spread = (dict(zip(known.parameters, each, strict=True)) for each in (found.values, found.errors))
    missed = np.nan
    if early < len(time):
        missed = float(np.sqrt(np.mean((known.value(time[early:], *found.values) - seen[early:]) ** 2)))
    judged = (found.rss, _aicc(found, seen[:early]), np.nan, missed, _note(model, found, time[:early]))
    fitted = (float(one.get(name, np.nan)) for one in (values, spread) for name in PARAMETERS)
    return model, *judged, *fitted


def _aicc(found: Fitted, seen: np.ndarray) -> float:
    many, size = len(seen), len(found.values) + 1
    if not np.isfinite(found.rss):
        return np.nan
    # Squares below the rounding of the values say nothing more.
    least = max(many * (np.finfo(float).eps * np.abs(seen).max()) ** 2, np.finfo(float).tiny)
    return many * np.log(max(found.rss, least) / many) + 2 * size + 2 * size * (size + 1) / (many - size - 1)


def _weights(aicc: np.ndarray) -> np.ndarray:
    if np.isnan(aicc).all():
        return np.full(len(aicc), np.nan)
    relative = np.exp(-(aicc - np.nanmin(aicc)) / 2)
    return relative / np.nansum(relative)


def _note(model: str, found: Fitted, time: np.ndarray) -> str:
    if not np.isfinite(found.rss):
        return "no curve of this form with a value above 0 fits"
    if model != "logistic":
        return ""
    limit, spread = found.values[0], found.errors[0]
    if not spread < limit / 2:
        return "the limit cannot be told from these months"
    return "the limit lies beyond what was seen" if found.values[2] > time.max() else ""
