"""What the guides say of types of communities and of platforms, as tables for a decision between them."""

from importlib.resources import files

import pandas as pd

from ecotools import errors

_SOURCE = "the guides' own statements, which nobody has checked"
_MINUTES = "minutes of the team for one time: the course's own estimate, preparation included"


def community_types() -> pd.DataFrame:
    """Return the types of communities that the guides know: four by access, and four by purpose.

    The two lists are different questions: how much is done with members, and what they come for. The type in
    a blueprint's ``community`` is one by access.

    Returns
    -------
    DataFrame
        One row per type: option, list ("access" or "purpose"), price_low and price_high (dollars a month),
        active_low and active_high (share of members), churn_low and churn_high (a month, fractions), suits,
        gives, source. The guides have no figures by purpose: NaN. ``attrs["source"]`` says whose facts they
        are.

    Examples
    --------
    >>> types = community_types()
    >>> types.groupby("list")["option"].apply(list).to_dict()["purpose"]
    ['learning', 'support', 'networking', 'co-creation']
    >>> types.set_index("option").loc["hybrid", ["churn_low", "churn_high"]].tolist()
    [0.01, 0.03]
    """
    return _read("community-types.csv")


def community_platforms() -> pd.DataFrame:
    """Return what the guides say of platforms for communities, one fact per row.

    Returns
    -------
    DataFrame
        option (the platform), criterion (what the fact speaks for), fact, source. ``attrs["source"]`` says
        whose facts they are.

    Examples
    --------
    >>> facts = community_platforms()
    >>> facts.query("option == 'Circle' and criterion == 'money'")["fact"].item()
    'paid tiers built in'
    """
    return _read("community-platforms.csv")


def community_activities() -> pd.DataFrame:
    """Return the fifteen kinds of activity that a guide wants, with the minutes that one of them may take.

    Returns
    -------
    DataFrame
        option, cadence ("daily", "weekly", "monthly": five each), minutes (of the team, for one time of it:
        the course's estimate, since the guide names none), source. ``attrs["minutes"]`` says so.

    Examples
    --------
    >>> community_activities()["cadence"].value_counts().to_dict()
    {'daily': 5, 'weekly': 5, 'monthly': 5}
    """
    table = _read("community-activities.csv")
    table.attrs["minutes"] = _MINUTES
    return table


def platform_scores(facts: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return how many facts speak for each platform by each criterion: scores for a weighted matrix.

    That a source names nothing is no proof that a platform lacks it: look before you decide, and change the
    scores.

    Parameters
    ----------
    facts : DataFrame, optional
        Facts with the columns option and criterion. Default: `community_platforms`.

    Returns
    -------
    DataFrame
        One row per platform, sorted: option and one column of counts per criterion, as
        `metrics.decisions.weighted_matrix` takes them.

    Raises
    ------
    ValueError, TypeError
        A table without these columns.

    Examples
    --------
    >>> platform_scores().set_index("option").loc["Discord", ["conversation", "reach"]].to_dict()
    {'conversation': 2, 'reach': 0}
    """
    facts = (
        community_platforms() if facts is None else errors.columns(facts, ["option", "criterion"], "facts")
    )
    table = facts.groupby(["option", "criterion"]).size().unstack(fill_value=0)
    return table.sort_index().rename_axis(columns=None).reset_index()


def _read(name: str) -> pd.DataFrame:
    with (files("ecotools.data") / name).open(encoding="utf-8") as text:
        table = pd.read_csv(text)
    table.attrs["source"] = _SOURCE
    return table
