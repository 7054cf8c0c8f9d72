"""Tables of people and days as whole numbers, which can be counted, sorted and looked up fast."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns

FAR = 10**6
"""More days than any table has, so that a person's number and a day make one sortable number."""


@dataclass(frozen=True)
class Dated:
    """Who and when, row by row: ids as objects, days as whole numbers since 1970."""

    table: pd.DataFrame
    who: np.ndarray
    day: np.ndarray

    def texts(self, column: str, name: str) -> np.ndarray:
        """Return a column of words as objects; refuse missing ones and what is no text."""
        values = self.table[column].astype(object).to_numpy()
        wrong = np.array([not isinstance(value, str) for value in values], dtype=bool)
        if wrong.any():
            first = values[wrong][0]
            raise TypeError(
                f"{name}.{column} must hold texts, not {first!r} in {columns.rows(self.table, wrong)}: "
                "'' stands for none"
            )
        return values


def dated(table: pd.DataFrame, name: str, needed: tuple[str, ...] = (), day: str = "day") -> Dated:
    """Return the people and days of a table; refuse missing columns, ids and days by name.

    >>> dated(pd.DataFrame({"customer_id": [7], "day": pd.to_datetime(["1970-01-03"])}), "events").day
    array([2])
    """
    errors.columns(table, ["customer_id", day, *needed], name)
    who = columns.ids(table, "customer_id", name).astype(object).to_numpy()
    return Dated(table, who, columns.days(table[day], f"{name}.{day}").astype(np.int64))


def people_of(*who: np.ndarray) -> tuple[pd.Index, list[np.ndarray]]:
    """Return the distinct ids of several columns, sorted, and the place of each id among them.

    >>> people_of(np.array(["b", "a"], object), np.array(["b"], object))[1]
    [array([1, 0]), array([1])]
    """
    code, distinct = columns.coded(pd.Series(np.concatenate(who), dtype=object))
    return pd.Index(distinct, dtype=object), np.split(code, np.cumsum([len(each) for each in who])[:-1])


def placed(who: np.ndarray, people: pd.Index) -> np.ndarray:
    """Return the place of each id among people; -1 for somebody else.

    >>> placed(np.array([5, 7], object), pd.Index([7], dtype=object))
    array([-1,  0])
    """
    return people.get_indexer(pd.Index(who, dtype=object))


class Lookup:
    """For people and days, what a table says up to that day.

    >>> seen = Lookup(np.array([0, 0, 1]), np.array([3, 9, 5]))
    >>> seen.times(np.array([0, 0, 1]), np.array([4, 9, 4]))
    array([1, 2, 0])
    """

    def __init__(self, who: np.ndarray, day: np.ndarray):
        known = who >= 0
        self._key = np.sort(who[known] * FAR + day[known])

    def times(self, who: np.ndarray, day: np.ndarray, since: np.ndarray | None = None) -> np.ndarray:
        """Return how many rows a person has up to a day, that day included, from ``since`` on."""
        upto = np.searchsorted(self._key, who * FAR + day, side="right")
        first = who * FAR - FAR // 2 if since is None else who * FAR + since
        return upto - np.searchsorted(self._key, first, side="left")

    def last(self, who: np.ndarray, day: np.ndarray) -> np.ndarray:
        """Return the last day up to a day on which a person has a row; -FAR where there is none."""
        if not len(self._key):
            return np.full(len(who), -FAR)
        place = np.searchsorted(self._key, who * FAR + day, side="right") - 1
        found = self._key[np.maximum(place, 0)] - who * FAR
        return np.where((place >= 0) & (np.abs(found) < FAR // 2), found, -FAR)

    def next(self, who: np.ndarray, day: np.ndarray) -> np.ndarray:
        """Return the first day from a day on on which a person has a row; FAR where there is none."""
        if not len(self._key):
            return np.full(len(who), FAR)
        place = np.searchsorted(self._key, who * FAR + day, side="left")
        found = self._key[np.minimum(place, len(self._key) - 1)] - who * FAR
        return np.where((place < len(self._key)) & (np.abs(found) < FAR // 2), found, FAR)


def as_days(day: np.ndarray) -> np.ndarray:
    """Return whole numbers of days since 1970 as days.

    >>> as_days(np.array([2])).astype(str).tolist()
    ['1970-01-03T00:00:00']
    """
    return day.astype("datetime64[D]").astype("datetime64[s]")
