"""What a community is worth to one member by its size: whether somebody is there who fits."""

import math
from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics.counts import count, inside


def finding_somebody(size: int | Iterable[int], fits: float) -> pd.DataFrame:
    """Return how likely a member finds somebody who fits, among so many members.

    Parameters
    ----------
    size : int or list of int
        Members, the one who looks included.
    fits : float
        Share of the others who fit: same trade, same hours, free this week. A fraction.

    Returns
    -------
    DataFrame
        One row per size: ``size``, ``found`` (chance of at least one who fits) and ``next`` (by how much one
        more member raises it).

    Raises
    ------
    TypeError, ValueError
        A size that is no whole number of 1 or more, a share that is no fraction.

    Notes
    -----
    1 - (1 - fits)^(size - 1): it rises fast, and then hardly at all. Possible pairs grow with the square of
    the size, but nobody needs them all.

    Examples
    --------
    >>> finding_somebody([5, 20, 80], fits=0.05).round(3)
       size  found   next
    0     5  0.185  0.041
    1    20  0.623  0.019
    2    80  0.983  0.001
    """
    listed = list(size) if isinstance(size, Iterable) and not isinstance(size, str) else [size]
    members = np.array([count(each, "size", 1) for each in listed])
    none = (1 - errors.fraction(fits, "fits")) ** (members - 1.0)
    return pd.DataFrame({"size": members, "found": 1 - none, "next": none * fits})


def critical_mass(fits: float, wanted: float = 0.8) -> Measure:
    """Return how many members it takes until a member finds somebody who fits with a wanted chance.

    Parameters
    ----------
    fits : float
        Share of the others who fit, a fraction above 0.
    wanted : float, default 0.8
        The chance, between 0 and 1.

    Returns
    -------
    Measure
        Members, a whole number.

    Raises
    ------
    TypeError, ValueError
        A number out of range.

    Examples
    --------
    >>> critical_mass(0.05), critical_mass(0.01)
    (33.0, 162.0)
    """
    fits, wanted = errors.fraction(fits, "fits"), inside(wanted, "wanted", 0.8)
    if fits == 0:
        raise ValueError("fits must be above 0: nobody would ever be found")
    others = 1 if fits == 1 else max(1, math.ceil(math.log1p(-wanted) / math.log1p(-fits) - 1e-9))
    definition = f"smallest size with 1 - (1 - fits)^(size - 1) of at least {wanted:g}"
    return Measure(others + 1, definition=definition, unit="members")
