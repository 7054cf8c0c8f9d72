"""What became of a value that was given away: put it into the original, and say it in words."""

import sys
from collections import deque

import numpy as np
import pandas as pd

from ecotools.wire.differences import change
from ecotools.wire.value_texts import shortened

__all__ = ["describe_change", "replace_contents"]


def replace_contents(old: object, new: object) -> bool:
    """Make a mutable value hold what another one holds, without changing its identity.

    Parameters
    ----------
    old : object
        List, deque, dict, set, bytearray, array, Series, DataFrame, random generator of numpy, graph, ledger
        or blueprint. Its elements are replaced, not changed in turn.
    new : object
        A value of the same kind (a list for a deque); an array of the same shape and dtype.

    Returns
    -------
    bool
        Whether it could be done; if not, `old` is as it was.

    Examples
    --------
    >>> prices = [3, 1, 2]
    >>> replace_contents(prices, [1, 2, 3]), prices
    (True, [1, 2, 3])
    >>> replace_contents((1, 2), (2, 1))
    False
    """
    try:
        return _replace(old, new)
    except Exception:  # a read-only array, a frozen graph: whatever refuses to be changed
        return False


def describe_change(before: object, after: object) -> str:
    """Return in one short sentence how a value differs from what it was, for the learner who changed it.

    Examples
    --------
    >>> describe_change([3, 1, 2], [1, 2, 3])
    'its order changed: it was [3, 1, 2], now [1, 2, 3]'
    >>> describe_change({"a": 1, "b": 2}, {"b": 2})
    "key 'a' was removed"
    >>> describe_change(pd.DataFrame({"price": [5, 10]}), pd.DataFrame({"price": [5, 12]}))
    "column 'price' changed in row 1: 10 is now 12"
    """
    try:
        return shortened(change(before, after))
    except Exception:  # values that cannot be compared, such as lists that hold themselves
        return "it changed"


def _replace(old: object, new: object) -> bool:
    if old is new:
        return True
    for kinds, others, fill in _WAYS:
        if isinstance(old, kinds) and isinstance(new, others):
            fill(old, new)
            return True
    return any(_replace_late(old, new, module, name) for module, name in _OWN)


def _fill_sequence(old: list | bytearray, new: list | bytearray) -> None:
    old[:] = new


def _fill_deque(old: deque, new: list | deque) -> None:
    old.clear()
    old.extend(new)


def _fill_dict(old: dict, new: dict) -> None:
    old.clear()
    for key, value in new.items():  # the update of a Counter adds
        old[key] = value


def _fill_set(old: set, new: set) -> None:
    old.clear()
    old.update(new)


def _fill_array(old: np.ndarray, new: np.ndarray) -> None:
    if old.shape != new.shape or old.dtype != new.dtype:
        raise ValueError("an array keeps its shape and dtype")
    old[...] = new


def _fill_table(old: pd.Series | pd.DataFrame, new: pd.Series | pd.DataFrame) -> None:
    old._update_inplace(new.copy())  # what the methods of pandas with inplace=True use
    old.attrs = new.attrs
    if isinstance(old, pd.Series):
        old.name = new.name


def _fill_generator(old: np.random.Generator, new: np.random.Generator) -> None:
    old.bit_generator.state = new.bit_generator.state


def _fill_random_state(old: np.random.RandomState, new: np.random.RandomState) -> None:
    old.set_state(new.get_state(legacy=False))


_WAYS = (
    (list, list, _fill_sequence),
    (bytearray, bytearray, _fill_sequence),
    (deque, (list, deque), _fill_deque),
    (dict, dict, _fill_dict),
    (set, set, _fill_set),
    (np.ndarray, np.ndarray, _fill_array),
    (pd.Series, pd.Series, _fill_table),
    (pd.DataFrame, pd.DataFrame, _fill_table),
    (np.random.Generator, np.random.Generator, _fill_generator),
    (np.random.RandomState, np.random.RandomState, _fill_random_state),
)
_OWN = (("ecotools.blueprint", "Blueprint"), ("ecotools.ledger", "Ledger"), ("networkx", "Graph"))
_PYDANTIC = ("__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")


def _replace_late(old: object, new: object, module: str, name: str) -> bool:
    """The same for a class that is only there when its module is loaded: all that such an object holds."""
    kind = getattr(sys.modules.get(module), name, None)
    if kind is None or not isinstance(old, kind) or type(old) is not type(new):
        return False
    vars(old).clear()
    vars(old).update(vars(new))
    for part in _PYDANTIC if hasattr(kind, "__pydantic_fields__") else ():
        object.__setattr__(old, part, getattr(new, part))
    return True
