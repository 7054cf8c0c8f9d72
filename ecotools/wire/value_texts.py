"""Values as text: in full to tell them apart, in short to show them to a learner."""

import json
import reprlib
from collections import Counter
from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools.english import plural
from ecotools.wire.limits import LIMITS
from ecotools.wire.unknown_values import a, class_name
from ecotools.wire.writer import ValueWriter

LONGEST = 300
WIDEST = 60


class _Short(reprlib.Repr):
    """A repr that cuts what is long, and shows what is of numpy or pandas as a learner would write it."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = 8
        self.maxstring, self.maxother, self.maxlevel = 40, WIDEST, 3

    def repr1(self, value: object, level: int) -> str:
        if isinstance(value, pd.DataFrame | pd.Series | pd.Index):
            return f"{a(class_name(type(value)))} of {plural(len(value), 'row')}"
        if isinstance(value, np.ndarray | np.number | np.bool_):
            value = value[:9].tolist() if value.ndim else value.item()
        return super().repr1(value, level)


def form(value: object) -> str:
    """Return a text that is the same for equal values of the same kinds and forms only; it consumes nothing.

    >>> form([1, float("nan")]) == form([1, float("nan")]), form(1) == form(True)
    (True, False)
    """
    return json.dumps(ValueWriter(None, LIMITS, canonical=True).node(value, 1), separators=(",", ":"))


def forms(values: Iterable) -> list[str]:
    """Return the form of each value."""
    return [form(value) for value in values]


def shown(value: object) -> str:
    """Return a value in at most 60 characters, as a learner would write it.

    >>> shown(np.float64(1.5)), shown(list(range(100))), shown(pd.DataFrame({"a": [1, 2]}))
    ('1.5', '[0, 1, 2, 3, 4, 5, 6, 7, ...]', 'a DataFrame of 2 rows')
    """
    return shortened(_Short().repr(value), WIDEST)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line that is not longer than allowed."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def moved(before: list[str], after: list[str]) -> bool:
    """Return whether the same things stand in another order."""
    return len(before) == len(after) and before != after and Counter(before) == Counter(after)


def became(before: object, after: object) -> str:
    """Return that a value is now another one, with the classes when the text is the same.

    >>> became(10, 12), became(2, np.int64(2))
    ('10 is now 12', '2 (int) is now 2 (int64)')
    """
    was, now = shown(before), shown(after)
    if was == now and type(before) is not type(after):
        return f"{was} ({class_name(type(before))}) is now {now} ({class_name(type(after))})"
    return f"{was} is now {now}"


def listed(found: list[str]) -> str:
    """Return the first three changes, and how many more there are."""
    rest = len(found) - 3
    return ("; ".join(found[:3]) or "it changed") + (
        f"; and {plural(rest, 'more change')}" if rest > 0 else ""
    )
