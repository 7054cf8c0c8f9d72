"""Which problem first: how often it hurts, how much, and whom one asked."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count
from ecotools.metrics.decisions.ranks import certainty, ranked, texts

_NUMBERS = ["problem", "people", "often", "pain", "score", "rank", "first", "best_rank", "worst_rank"]


def problems(
    survey: pd.DataFrame, by: str | None = None, *, draws: int = 1000, seed: int = 0, level: float = 0.9
) -> pd.DataFrame:
    """Return the problems of a survey from the first to the last by frequency x pain, and how sure that is.

    The score of a problem is the mean of often x pain over everybody who was asked: those who do not name it
    count with 0. The people are drawn again to see how often each problem comes first.

    Parameters
    ----------
    survey : DataFrame
        One row per person and problem named: person, problem, often (times in a period) and pain (on a scale
        of your own), zero or more. A person may name several, each once.
    by : str, optional
        A column that puts each person into one group, such as who answered. Each group is ranked by itself.
    draws : int, default 1000
        How often as many people as there are are drawn from them.
    seed : int
        Seed of the draws.
    level : float, default 0.9
        Share of the draws in which the rank lies between best_rank and worst_rank.

    Returns
    -------
    DataFrame
        problem, people (who name it), often and pain (means among these), score (often x pain per person
        asked), rank, first (share of the draws in which it comes first), best_rank, worst_rank; with ``by``
        the group first. Equal ones share a rank and stand in the order of their names.

    Raises
    ------
    ValueError
        For a person who names a problem twice or is in two groups, a negative or missing number.

    Examples
    --------
    >>> survey = pd.DataFrame({"person": ["Ada", "Ada", "Ben", "Cy"], "often": [4, 1, 2, 2],
    ...     "problem": ["price", "time", "time", "time"], "pain": [5, 2, 3, 4]})
    >>> problems(survey)[["problem", "people", "score", "rank"]].round(2)
      problem  people  score  rank
    0   price       1   6.67     1
    1    time       3   5.33     2
    """
    needed = ["person", "problem", "often", "pain", *([by] if by is not None else [])]
    errors.columns(survey, needed, "survey")
    rows = pd.DataFrame({name: texts(survey, name, "survey") for name in ("person", "problem")})
    for name in ("often", "pain"):
        rows[name] = columns.numbers(survey, name, "survey")
        columns.refuse(survey, rows[name].to_numpy() < 0, "survey", f"{name} is below zero")
    twice = rows.duplicated(["person", "problem"], keep=False).to_numpy()
    columns.refuse(survey, twice, "survey", "a person names the same problem twice")
    how = {"draws": draws, "seed": seed, "level": level}
    if by is None:
        result = _ranked(rows, **how)
    else:
        rows["group"] = texts(survey, by, "survey")
        several = rows.groupby("person")["group"].transform("nunique").to_numpy() > 1
        columns.refuse(survey, several, "survey", f"a person has more than one {by}")
        parts = [_ranked(part, **how).assign(group=name) for name, part in rows.groupby("group")]
        parts = parts or [_ranked(rows, **how).assign(group=[])]
        result = pd.concat(parts, ignore_index=True)[["group", *_NUMBERS]].rename(columns={"group": by})
    result.attrs["definition"] = {"score": "mean of often x pain over all people asked", **how}
    return result


def simulate_problem_survey(
    groups: Mapping[str, tuple[int, Mapping[str, tuple[float, float]]]], seed: int = 0
) -> pd.DataFrame:
    """Return a simulated survey in which groups of people suffer from problems differently.

    Parameters
    ----------
    groups : dict
        For each group, how many people answer, and for each problem how often it occurs to them (mean times
        a month) and how much it hurts (mean, on a scale from 1 to 5).
    seed : int
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row per person and problem that occurred: person, group, problem, often (a count), pain (1 to 5).

    Raises
    ------
    ValueError
        For a number of people that is not whole, or a negative mean.

    Examples
    --------
    >>> groups = {"buyer": (2, {"price": (2, 4)}), "follower": (1, {"price": (5, 2)})}
    >>> simulate_problem_survey(groups, seed=1)
       person     group problem  often  pain
    0       1     buyer   price      2     3
    1       2     buyer   price      1     3
    2       3  follower   price      2     2
    """
    groups = errors.by_name(groups, "groups", "{'buyer': (20, {'price': (2, 4)})}")
    rng, rows, asked = errors.generator(seed), [], 0
    for group, (people, means) in groups.items():
        for person in range(asked + 1, asked + 1 + count(people, f"people of {group!r}")):
            for problem, (often, pain) in means.items():
                times = int(rng.poisson(errors.not_negative(often, f"often of {problem!r}")))
                hurt = int(
                    np.clip(round(rng.normal(errors.not_negative(pain, f"pain of {problem!r}"), 1)), 1, 5)
                )
                if times:
                    rows.append((person, group, problem, times, hurt))
        asked += people
    return pd.DataFrame(rows, columns=["person", "group", "problem", "often", "pain"])


def _ranked(rows: pd.DataFrame, draws: int, seed: int, level: float) -> pd.DataFrame:
    """Return the problems that some people name, ranked."""
    if not len(rows):
        return pd.DataFrame(columns=_NUMBERS)
    rows = rows.assign(score=rows["often"] * rows["pain"])
    points = rows.pivot(index="person", columns="problem", values="score").fillna(0.0)
    named = rows.groupby("problem").agg(
        people=("person", "size"), often=("often", "mean"), pain=("pain", "mean")
    )
    table = named.assign(score=points.mean()).reset_index()
    table = pd.concat([table, certainty(points.to_numpy(), draws, seed, level)], axis=1)
    return ranked(table, "score", "problem")[_NUMBERS]
