"""Reading columns of money: numbers, zero or more, finite; blanks stay blank."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from numbers import Real

import numpy as np
import pandas as pd

from ecotools import errors


def money(values: Iterable[float], name: str) -> np.ndarray:
    """Return the values as floats, NaN where blank; refuse text, negative and infinite amounts.

    >>> money([10, None, 12.5], "prices")
    array([10. ,  nan, 12.5])
    >>> money([10, -2], "prices")
    Traceback (most recent call last):
    ValueError: prices must be zero or more, not -2 (the first of 1 below zero)
    """
    series = values if isinstance(values, pd.Series) else pd.Series(_listed(values, name))
    # Only a column that is not of numbers throughout has to be looked at value by value.
    if series.dtype.kind not in "iuf":
        _refuse_other(series, name)
        series = series.astype(object).where(series.notna(), np.nan)
    numbers = series.to_numpy(dtype=float, na_value=np.nan)
    for wrong, what in ((np.isinf(numbers), "infinite"), (numbers < 0, "below zero")):
        if wrong.any():
            raise ValueError(
                f"{name} must be {'finite' if what == 'infinite' else 'zero or more'}, not"
                f" {numbers[wrong][0]:g} (the first of {wrong.sum()} {what})"
            )
    return numbers


def _refuse_other(series: pd.Series, name: str) -> None:
    other = [value for value in series[series.notna()] if not _is_number(value)]
    if other:
        hint = "; read text with pd.to_numeric first" if isinstance(other[0], str) else ""
        raise TypeError(f"{name} must be numbers, not {other[0]!r} (the first of {len(other)}{hint})")


def _is_number(value: object) -> bool:
    return isinstance(value, (Real, Decimal)) and not isinstance(value, (bool, np.bool_))


def _listed(values: Iterable[float], name: str) -> list:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a list of numbers, not {values!r}")
    return list(values)


def by_name(values, names: list[str], argument: str, default: float | None = None) -> np.ndarray:
    """Return one amount a name from a number for all, a list in the same order, or a dict or Series by name.

    >>> by_name({"basic": 9, "pro": 29}, ["pro", "basic"], "prices")
    array([29.,  9.])
    """
    if isinstance(values, (pd.Series, Mapping)):
        values = dict(values.items())
        for name in values:
            errors.one_of(name, names, f"each name in {argument}")
        lacking = [name for name in names if name not in values]
        if lacking and default is None:
            raise ValueError(f"{argument} has nothing for {', '.join(map(repr, lacking))}")
        values = [values.get(name, default) for name in names]
    elif np.ndim(values) == 0 and not isinstance(values, str):
        values = [values] * len(names)
    amounts = money(values, argument)
    if len(amounts) != len(names):
        raise ValueError(
            f"{argument} has {len(amounts)} amounts for {len(names)} names ({', '.join(map(str, names))}):"
            f" give one each"
        )
    if np.isnan(amounts).any():
        raise ValueError(f"{argument} has no amount for {names[int(np.flatnonzero(np.isnan(amounts))[0])]!r}")
    return amounts


def people(table: pd.DataFrame, argument: str, column: str) -> tuple[np.ndarray, list]:
    """Return what things are worth to people, one row per person and one column per thing, and their names.

    >>> people(pd.DataFrame({"kit": [10, None]}), "worths", "product")[0].tolist()
    [[10.0], [nan]]
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(
            f"{argument} must be a DataFrame with one row per person and one column per {column},"
            f" not {type(table).__name__}"
        )
    if not len(table.columns):
        raise ValueError(f"{argument} has no columns: give one a {column}")
    if not table.columns.is_unique:
        raise ValueError(f"{argument} has two columns of the same name: give each {column} its own")
    names = list(table.columns)
    return np.column_stack([money(table[name], f"{argument}[{name!r}]") for name in names]), names
