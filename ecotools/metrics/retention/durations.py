"""Durations as Kaplan-Meier and the beta-geometric model take them: how long, whether lost, since when."""

import numpy as np
import pandas as pd


def read(durations, observed, entry) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return durations, whether each ended in a loss, and the age from which on each was watched.

    >>> read([1, 2], [True, False], None)
    (array([1., 2.]), array([ True, False]), array([0., 0.]))
    >>> read([1, 2], ["True", "False"], None)
    Traceback (most recent call last):
    ValueError: observed must be True (lost) or False (censored) in every row, not 'True' in row 0
    """
    duration = amounts(durations, "durations")
    lost = np.ones(len(duration), dtype=bool) if observed is None else truths(observed, "observed")
    since = np.zeros(len(duration)) if entry is None else amounts(entry, "entry")
    for name, other in (("observed", lost), ("entry", since)):
        if other.shape != duration.shape:
            raise ValueError(f"{name} must be as long as durations, {len(duration)}, not {len(other)}")
    return duration, lost, since


def amounts(values, name: str) -> np.ndarray:
    """Return a list of numbers as floats; refuse what is no number, missing, infinite or below zero."""
    series = _series(values, name)
    number = pd.to_numeric(series, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    if series.dtype.kind not in "iuf":
        other = series.map(lambda each: isinstance(each, (bool, np.bool_, str))).to_numpy(dtype=bool)
        number = np.where(other, np.nan, number)
    _refuse(
        series, ~(np.isfinite(number) & (number >= 0)), name, "zero or more in every row, with none missing"
    )
    return number


def truths(values, name: str) -> np.ndarray:
    """Return a list of True and False (or 1 and 0) as booleans; refuse anything else, texts too."""
    series = _series(values, name)
    if series.dtype == bool:
        return series.to_numpy()
    wrong = ~series.map(_is_truth).to_numpy(dtype=bool)
    _refuse(series, wrong, name, "True (lost) or False (censored) in every row")
    return series.to_numpy(dtype=object).astype(bool)


def _is_truth(value) -> bool:
    if isinstance(value, (bool, np.bool_)):
        return True
    return isinstance(value, (int, float, np.number)) and value in (0, 1)


def _series(values, name: str) -> pd.Series:
    if isinstance(values, str) or np.ndim(values) != 1:
        raise TypeError(f"{name} must be a list, an array or a column, not {values!r}")
    return pd.Series(values).reset_index(drop=True)


def _refuse(series: pd.Series, wrong: np.ndarray, name: str, expected: str) -> None:
    if wrong.any():
        row = int(wrong.argmax())
        value = series.tolist()[row]
        raise ValueError(f"{name} must be {expected}, not {value!r} in row {row}")
