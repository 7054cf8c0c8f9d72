"""An hour that a group shares: which one most people can make, and who is left out."""

from itertools import combinations
from math import comb

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids
from ecotools.metrics.counts import count
from ecotools.metrics.effects.arguments import flags

_MOST = 200_000


def shared_slots(able: pd.DataFrame, number: int = 1, *, person: str = "person") -> pd.DataFrame:
    """Return the hours of a week at which a group should meet, so that most people can make one of them.

    Parameters
    ----------
    able : DataFrame
        One row per person: their name or id, and a column per hour ("Mon 18:00") with True where they can.
    number : int, default 1
        How many hours the group has; everybody comes to one of them.
    person : str, default "person"
        Name of the column of names.

    Returns
    -------
    DataFrame
        One row per person, sorted by name: person, slot (the first of the chosen hours that they can make,
        in the order of the columns; None for who is left out), could (how many of all hours they can make).
        ``attrs`` has slots (the hours chosen), reached (share of the people; NaN without any) and left_out
        (names). Of equally good choices, it is the one at which most can make several, then the first.

    Raises
    ------
    ValueError, TypeError
        People who are there twice, cells that are neither True nor False, fewer hours than asked for, more
        than 200,000 choices.

    Examples
    --------
    >>> able = pd.DataFrame({"person": ["Ada", "Ben", "Cy"], "Mon 18": [1, 1, 0], "Wed 12": [1, 0, 0],
    ...                      "Fri 9": [0, 0, 1]})
    >>> one, two = shared_slots(able), shared_slots(able, 2)
    >>> one.attrs["slots"], one.attrs["left_out"], two.attrs["left_out"]
    (['Mon 18'], ['Cy'], [])
    """
    errors.columns(able, [person], "able")
    who, slots = ids(able, person, "able"), [column for column in able.columns if column != person]
    if who.duplicated().any():
        raise ValueError(f"able has {who[who.duplicated()].iloc[0]!r} twice in {person}: one row per person")
    number = count(number, "number", at_least=1)
    if number > len(slots):
        raise ValueError(f"number must be at most the {len(slots)} hours in able, not {number}")
    if comb(len(slots), number) > _MOST:
        raise ValueError(f"number: {number} of {len(slots)} hours are more than {_MOST:,} choices")
    can = np.column_stack([flags(able, slot, "able") for slot in slots]).reshape(len(able), len(slots))
    chosen = list(max(combinations(range(len(slots)), number), key=lambda some: _reach(can, some)))
    order = np.argsort(who.astype(str).to_numpy(), kind="stable")
    can = can[order]
    comes = can[:, chosen].any(axis=1)
    first = can[:, chosen].argmax(axis=1)
    names = [slots[chosen[place]] if there else None for place, there in zip(first, comes, strict=True)]
    table = pd.DataFrame({"person": who.to_numpy()[order]})
    table["slot"], table["could"] = pd.Series(names, dtype=object), can.sum(axis=1)
    table.attrs["slots"] = [slots[place] for place in chosen]
    table.attrs["reached"] = float(comes.mean()) if len(comes) else np.nan
    table.attrs["left_out"] = table["person"][~comes].tolist()
    return table


def _reach(can: np.ndarray, some: tuple[int, ...]) -> tuple[int, int, list[int]]:
    """Return what makes a choice of hours better: people, hours that they can make, being first."""
    chosen = can[:, list(some)]
    return int(chosen.any(axis=1).sum()), int(chosen.sum()), [-place for place in some]
