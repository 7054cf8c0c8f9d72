"""Tables of messages as numbers: who got what, at which minute, from which flow."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.flows.event_arrays import Dated, Lookup, dated, people_of, placed
from ecotools.metrics.flows.walks import MINUTES


class Messages:
    """A table of messages, checked: people, days, minutes and the words of some columns, in rows as given."""

    def __init__(self, messages: pd.DataFrame, needed: Iterable[str] = ()):
        read: Dated = dated(messages, "messages", tuple(needed))
        self.table, self.day = messages, read.day
        self.people, (self.who,) = people_of(read.who)
        self.hour = _hour(messages)
        self.minute = self.day * MINUTES + np.round(self.hour * 60).astype(np.int64)
        self._read = read

    def words(self, column: str) -> np.ndarray:
        """Return a column of words, such as the flow of each message."""
        return self._read.texts(column, "messages")

    def code(self, *names: str) -> np.ndarray:
        """Return one number per combination of words, in their order."""
        code = np.zeros(len(self.day), dtype=np.int64)
        for name in names:
            part, distinct = columns.coded(pd.Series(self.words(name), dtype=object))
            code = code * max(len(distinct), 1) + part
        return code

    def lookup(self, table: pd.DataFrame, name: str) -> Lookup:
        """Return on which days a table has rows of the people who got messages."""
        read = dated(table, name)
        return Lookup(placed(read.who, self.people), read.day)

    def sorted(self) -> np.ndarray:
        """Return the places of the rows by person and time; ties by what the rows say, not by their order."""
        ties = [self.code(name) for name in ("subject", "step", "flow") if name in self.table.columns]
        return np.lexsort((*ties, self.minute, self.who))


def _hour(messages: pd.DataFrame) -> np.ndarray:
    if "hour" not in messages.columns:
        return np.zeros(len(messages))
    hour = columns.numbers(messages, "hour", "messages")
    columns.refuse(messages, (hour < 0) | (hour >= 24), "messages", "hour is not between 0 and 24")
    return hour


def flows_named(names: Iterable[str], known: np.ndarray, name: str) -> np.ndarray:
    """Return which rows are of the flows with these names; an unknown one is refused with the nearest.

    >>> flows_named(["hello"], np.array(["hello", "bye"], object), "except_flows")
    array([ True, False])
    """
    names = [names] if isinstance(names, str) else list(names)
    for each in names if len(known) else ():
        errors.one_of(each, sorted(set(known)), name)
    return np.isin(known, names)
