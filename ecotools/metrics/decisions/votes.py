"""Votes on requests: by vote, by voter or by rank, loud voters, and how sure the order is."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.decisions.ranks import certainty, ranked, texts

COUNTS = {
    "votes": "every vote counts",
    "voters": "every voter counts once for a request",
    "shared": "every voter has one vote, shared among the votes cast",
}
UNRANKED = {
    "zero": "what a voter left out gets no points",
    "average": "what a voter left out shares the points that are left",
}


def tally(votes: pd.DataFrame, count: str = "votes") -> pd.DataFrame:
    """Return requests from the most wanted to the least, by one of three ways to count.

    Parameters
    ----------
    votes : DataFrame
        One row per vote: voter, request. A voter may vote several times for one request.
    count : {"votes", "voters", "shared"}
        Whether every vote counts, every voter once per request, or every voter the same in all.

    Returns
    -------
    DataFrame
        request, score, votes, voters, loudest (share of the request's votes that its loudest voter cast, a
        fraction) and rank. Equal ones share a rank and stand in the order of their names.

    Raises
    ------
    ValueError
        For a missing voter or request, or another way to count.

    Examples
    --------
    >>> votes = pd.DataFrame({"voter": ["Ada", "Ada", "Ada", "Ben", "Cy"],
    ...     "request": ["app", "app", "app", "search", "search"]})
    >>> tally(votes)
      request  score  votes  voters  loudest  rank
    0     app    3.0      3       1      1.0     1
    1  search    2.0      2       2      0.5     2
    >>> tally(votes, count="voters")["request"].tolist()
    ['search', 'app']
    """
    errors.one_of(count, COUNTS, "count")
    cast, names = _cast(votes)
    per_request = cast.sum(axis=0)
    table = pd.DataFrame(
        {
            "request": names,
            "score": _points(cast, count).sum(axis=0),
            "votes": per_request.astype(int),
            "voters": (cast > 0).sum(axis=0),
            "loudest": cast.max(axis=0) / per_request if len(cast) else per_request,
        }
    )
    result = ranked(table, "score", "request")
    result.attrs["definition"] = f"{count}: {COUNTS[count]}"
    return result


def borda(ballots: pd.DataFrame, unranked: str = "zero") -> pd.DataFrame:
    """Return options by their Borda count: with m options, a first place brings m - 1 points, the last 0.

    Parameters
    ----------
    ballots : DataFrame
        One row per voter and option: voter, option, rank (1 is the best). Options that share a rank on a
        ballot share its points.
    unranked : {"zero", "average"}
        What options get that a voter left out.

    Returns
    -------
    DataFrame
        option, points, rank. Equal ones share a rank and stand in the order of their names.

    Raises
    ------
    ValueError
        For an option that stands twice on a ballot, or a missing rank.

    References
    ----------
    Borda (1781), Mémoire sur les élections au scrutin.

    Examples
    --------
    >>> ballots = pd.DataFrame({"voter": ["Ada"] * 3 + ["Ben"] * 3, "option": ["app", "kit", "tour"] * 2,
    ...     "rank": [1, 2, 3, 3, 1, 2]})
    >>> borda(ballots)
      option  points  rank
    0    kit     3.0     1
    1    app     2.0     2
    2   tour     1.0     3
    """
    points, names = _borda_points(ballots, unranked)
    table = pd.DataFrame({"option": names, "points": points.sum(axis=0)})
    result = ranked(table, "points", "option")
    result.attrs["definition"] = f"Borda count; {UNRANKED[unranked]}"
    return result


def ranking_certainty(
    votes: pd.DataFrame, count: str = "votes", *, draws: int = 1000, seed: int = 0, level: float = 0.9
) -> pd.DataFrame:
    """Return how sure the order of the requests is: voters are drawn again and counted, many times.

    Parameters
    ----------
    votes : DataFrame
        As for `tally`; with ``count="borda"``, ballots as for `borda`.
    count : {"votes", "voters", "shared", "borda"}
        How it is counted.
    draws : int, default 1000
        How often as many voters as there are are drawn from them.
    seed : int
        Seed of the draws.
    level : float, default 0.9
        Share of the draws in which the rank lies between best_rank and worst_rank.

    Returns
    -------
    DataFrame
        request (option of a ballot), score, rank, first (share of the draws in which it comes first),
        best_rank and worst_rank, from the most wanted to the least.

    Raises
    ------
    ValueError
        As for `tally` and `borda`.

    References
    ----------
    Efron (1979), Bootstrap methods, Annals of Statistics 7: the unit drawn is the voter, not the vote.

    Examples
    --------
    >>> votes = pd.DataFrame({"voter": ["Ada"] * 6 + ["Ben", "Cy", "Dot", "Eve"],
    ...     "request": ["app"] * 6 + ["search"] * 4})
    >>> ranking_certainty(votes, seed=1)[["request", "score", "rank", "first"]].round(1)
      request  score  rank  first
    0     app    6.0     1    0.7
    1  search    4.0     2    0.3
    """
    errors.one_of(count, [*COUNTS, "borda"], "count")
    if count == "borda":
        points, names = _borda_points(votes, "zero", "votes")
    else:
        cast, names = _cast(votes)
        points = _points(cast, count)
    name = "option" if count == "borda" else "request"
    table = pd.DataFrame({name: names, "score": points.sum(axis=0)})
    if len(names):
        table = pd.concat([table, certainty(points, draws, seed, level)], axis=1)
    else:
        table = table.assign(first=[], best_rank=[], worst_rank=[])
    result = ranked(table, "score", name)[[name, "score", "rank", "first", "best_rank", "worst_rank"]]
    result.attrs["definition"] = {"count": count, "draws": draws, "level": level, "drawn": "voters"}
    return result


def _cast(votes: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return how often each voter (row) voted for each request (column), and the requests by name."""
    errors.columns(votes, ["voter", "request"], "votes")
    who, _ = columns.coded(pd.Series(texts(votes, "voter", "votes")))
    what, names = columns.coded(pd.Series(texts(votes, "request", "votes")))
    cast = np.zeros((who.max() + 1 if len(who) else 0, len(names)))
    np.add.at(cast, (who, what), 1)
    return cast, names.astype(object)


def _points(cast: np.ndarray, count: str) -> np.ndarray:
    if count == "voters":
        return (cast > 0).astype(float)
    return cast / cast.sum(axis=1, keepdims=True) if count == "shared" else cast


def _borda_points(ballots: pd.DataFrame, unranked: str, name: str = "ballots"):
    """Return the points of each voter (row) for each option (column), and the options by name."""
    errors.one_of(unranked, UNRANKED, "unranked")
    errors.columns(ballots, ["voter", "option", "rank"], name)
    who, _ = columns.coded(pd.Series(texts(ballots, "voter", name)))
    what, names = columns.coded(pd.Series(texts(ballots, "option", name)))
    rank = columns.numbers(ballots, "rank", name)
    twice = pd.DataFrame({"who": who, "what": what}).duplicated(keep=False).to_numpy()
    columns.refuse(ballots, twice, name, "an option stands twice on the ballot of a voter")
    held = pd.DataFrame(np.nan, index=range(who.max() + 1 if len(who) else 0), columns=range(len(names)))
    held = held.to_numpy(copy=True)
    held[who, what] = rank
    places = pd.DataFrame(held).rank(axis=1).to_numpy()
    left = np.isnan(places)
    # Of m options, r are ranked: what is left out would stand between the places r + 1 and m.
    behind = (left.sum(axis=1, keepdims=True) - 1) / 2 if unranked == "average" else 0.0
    return np.where(left, behind, len(names) - places), names.astype(object)
