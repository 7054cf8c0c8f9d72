"""What the estimates of an effect read: who joined, what came of it, and what was known before."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, numbers, refuse
from ecotools.metrics.counts import inside

WHOSE = {"members": "those who joined", "everybody": "everybody"}
"""Whose effect an estimate is about."""
COLUMNS = ("method", "whose", "effect", "low", "high", "people", "left_out", "assumes")


def flags(table: pd.DataFrame, column: str, name: str) -> np.ndarray:
    """Return a column of True and False, or of 1 and 0, as booleans.

    >>> flags(pd.DataFrame({"joined": [1, 0, True]}), "joined", "people")
    array([ True, False,  True])
    >>> flags(pd.DataFrame({"joined": ["yes"]}), "joined", "people")
    Traceback (most recent call last):
    ValueError: people: joined is neither True nor False (1 or 0) in row 0
    """
    values = table[column].astype(object)
    plain = values.map(
        lambda each: isinstance(each, (bool, int, float, np.bool_, np.number)) and each in (0, 1)
    )
    refuse(table, ~plain.to_numpy(dtype=bool), name, f"{column} is neither True nor False (1 or 0)")
    return values.to_numpy(dtype=object).astype(bool)


def read(people: pd.DataFrame, outcome: str, joined: str, others: Iterable[str] = ()):
    """Return the outcomes as floats and who joined, after looking whether all columns are there."""
    errors.columns(people, [outcome, joined, *others], "people")
    return outcomes(people, outcome, "people"), flags(people, joined, "people")


def outcomes(table: pd.DataFrame, column: str, name: str) -> np.ndarray:
    """Return a column of outcomes as floats: numbers, or True and False."""
    if table[column].dtype == bool:
        return table[column].to_numpy(dtype=float)
    truths = table[column].map(lambda each: isinstance(each, (bool, np.bool_)))
    if len(table) and truths.to_numpy(dtype=bool).all():
        return flags(table, column, name).astype(float)
    return numbers(table, column, name)


def listed(given, name: str = "given") -> list[str]:
    """Return the names of one column or several as a list; at least one.

    >>> listed("channel")
    ['channel']
    """
    found = [given] if isinstance(given, str) else list(given) if isinstance(given, Iterable) else []
    if not found:
        raise ValueError(
            f"{name} must name what was known of people before they joined, such as ['busy_days'], "
            f"not {given!r}"
        )
    return found


def design(people: pd.DataFrame, given: list[str]) -> np.ndarray:
    """Return what was known as numbers, one column each: a word as one column per other word but the first.

    >>> design(pd.DataFrame({"busy": [0, 2], "channel": ["ads", "blog"]}), ["busy", "channel"]).tolist()
    [[0.0, 0.0], [2.0, 1.0]]
    """
    columns = []
    for column in given:
        refuse(people, people[column].isna().to_numpy(dtype=bool), "people", f"{column} is missing")
        if _numeric(people[column]):
            columns.append(numbers(people, column, "people"))
        else:
            code, distinct = coded(people[column])
            columns += [(code == place).astype(float) for place in range(1, len(distinct))]
    return np.column_stack(columns) if columns else np.zeros((len(people), 0))


def _numeric(values: pd.Series) -> bool:
    if getattr(values.dtype, "kind", "O") in "iuf":
        return True
    kinds = values.astype(object).map(lambda each: isinstance(each, (int, float, np.number)))
    return bool(kinds.to_numpy(dtype=bool).all())


def one_side(joined: np.ndarray) -> str:
    """Return why there is nothing to compare."""
    return "there are no people" if not len(joined) else f"{'everybody' if joined.all() else 'nobody'} joined"


def alike(given: list[str]) -> str:
    """Return what those assume who compare people that were alike before."""
    return f"among people alike in {', '.join(given)} it is chance who joins"


def cells(people: pd.DataFrame, given: list[str]) -> np.ndarray:
    """Return for each row the place of its combination of what was known."""
    values = design(people, given)
    return np.unique(values, axis=0, return_inverse=True)[1].reshape(len(people))


def result(
    method: str,
    whose: str,
    assumes: str,
    level: float,
    *,
    found=None,
    people: int = 0,
    left_out: int = 0,
    reason: str = "",
) -> pd.DataFrame:
    """Return one estimate as a table of one row; ``found`` is the effect and its ends, or its error.

    >>> result("naive", "members", "…", 0.95, reason="nobody joined")["effect"].isna().tolist()
    [True]
    """
    level = inside(level, "level", 0.95)
    effect, low, high = (
        (np.nan,) * 3 if found is None else found if len(found) == 3 else around(*found, level)
    )
    if found is not None and np.isnan(low):
        reason = "too few people on a side to tell how sure the effect is"
    row = (method, whose, effect, low, high, people, left_out, assumes)
    table = pd.DataFrame([row], columns=list(COLUMNS))
    table.attrs["definition"] = {"effect": f"outcome with joining less outcome without, of {whose}"}
    table.attrs["definition"] |= {"level": level, "assumes": assumes}
    table.attrs["reason"] = reason
    return table


def around(effect: float, error: float, level: float) -> tuple[float, float, float]:
    """Return an estimate with the ends of its normal interval.

    >>> [round(float(each), 2) for each in around(1, 0.5, 0.95)]
    [1.0, 0.02, 1.98]
    """
    from scipy.stats import norm

    wide = norm.ppf((1 + level) / 2) * error
    return float(effect), float(effect - wide), float(effect + wide)
