"""Members on several platforms: how many people they are when nobody counts twice."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids, refuse


def platform_reach(
    members: pd.DataFrame, *, platform: str = "platform", user: str = "customer_id"
) -> pd.DataFrame:
    """Return how many people each platform has, how many are there alone, and how many they are together.

    Parameters
    ----------
    members : DataFrame
        One row per membership, or per action: columns ``platform`` and ``user``. A person has the same id on
        all platforms; several rows of a person on a platform count once.
    platform, user : str
        Names of the columns.

    Returns
    -------
    DataFrame
        Index platform, sorted, and at the end ``together``: people, only_here (on no other platform), share
        (of all people). Of ``together``, people counts everybody once, and only_here those who are on one
        platform only. ``attrs["counted"]`` is the sum over the platforms, which counts people more than once;
        ``attrs["times"]`` is how often a person is counted in it on average (NaN when there is nobody).

    Raises
    ------
    ValueError, TypeError
        A missing column, platform or id.

    Examples
    --------
    >>> members = pd.DataFrame({"platform": ["forum", "forum", "chat", "chat"], "customer_id": [1, 2, 2, 3]})
    >>> found = platform_reach(members)
    >>> found[["people", "only_here"]]
              people  only_here
    platform
    chat           2          1
    forum          2          1
    together       3          2
    >>> found.attrs["counted"]
    4
    """
    errors.columns(members, [platform, user], "members")
    refuse(members, members[platform].isna().to_numpy(dtype=bool), "members", f"{platform} is missing")
    who = pd.factorize(ids(members, user, "members"))[0]
    where = members[platform].astype(str).to_numpy(dtype=object)
    pairs = pd.DataFrame({"who": who, "where": where}).drop_duplicates()
    alone = pairs["who"].map(pairs["who"].value_counts()) == 1
    counts = pairs.assign(alone=alone).groupby("where")["alone"].agg(["size", "sum"])
    together = pairs["who"].nunique()
    index = pd.Index([*counts.index, "together"], name=platform)
    table = pd.DataFrame(index=index)
    table["people"] = np.append(counts["size"].to_numpy(), together).astype(np.int64)
    table["only_here"] = np.append(counts["sum"].to_numpy(), alone.sum()).astype(np.int64)
    table["share"] = table["people"] / together if together else np.nan
    table.attrs = {"counted": len(pairs), "times": len(pairs) / together if together else np.nan}
    return table
