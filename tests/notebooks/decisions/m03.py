"""Module 03: buyers and followers differ, small pilots err, features cost first results."""

import pandas as pd

from ecotools.metrics import decisions, validation
from ecotools.metrics.community import nps

PROBLEMS = ["clients argue about every word", "quotes are too low", "the page stays blank", "no time to post"]
GROUPS = {
    "buyer": (14, [(4, 4), (2, 4), (2, 2), (1, 2)]),
    "subscriber": (18, [(2.5, 3.5), (1.5, 3.5), (3, 2.5), (2, 2)]),
    "follower": (28, [(0.7, 3), (0.5, 3), (6, 3.2), (4, 2)]),
}
POINTS = {"worth": [5, 2, 4], "pain": [5, 3, 5], "scales": [3, 5, 2], "quick": [2, 5, 4]}
CANDIDATES = pd.DataFrame({"option": ["Bootcamp", "Template kit", "Weekly critique"], **POINTS})
WEIGHTS = {"worth": 3, "pain": 4, "scales": 3, "quick": 2}


def first(table):
    """Return the problem that comes first."""
    return table.loc[table["rank"] == 1, "problem"].iloc[0]


def votes():
    """Return the votes of quiet voters and of three loud ones."""
    quiet = [(person, "examples") for person in range(18)] + [(person, "search") for person in range(14, 28)]
    quiet += [(person, "captions") for person in range(24, 40)] + [(person, "app") for person in range(2)]
    loud = [(name, "app") for name in ("Ada", "Ben", "Cy") for _ in range(7)]
    return pd.DataFrame(quiet + loud, columns=["voter", "request"])


def numbers(seed):
    """Return what the lesson's decision rests on."""
    groups = {who: (count, dict(zip(PROBLEMS, means, strict=True))) for who, (count, means) in GROUPS.items()}
    survey = decisions.simulate_problem_survey(groups, seed=seed)
    by_group = decisions.problems(survey, by="group", seed=seed)
    sensitivity = decisions.weight_sensitivity(CANDIDATES, WEIGHTS, seed=seed)
    orders = validation.simulate_offer(price=199, discount=0.3, seed=seed)
    launches = {size: validation.simulate_launch(200, size, seed=seed) for size in (3, 12)}
    return {
        "all": first(decisions.problems(survey, seed=seed)),
        **{who: first(by_group[by_group["group"] == who]) for who in GROUPS},
        "sure": by_group.loc[(by_group["group"] == "buyer") & (by_group["rank"] == 1), "first"].iloc[0],
        "wins": sensitivity.set_index("option")["wins"],
        "errors": {
            (worse, size): validation.pilot_errors(40, worse, size)["picks_worse"].item()
            for worse, size in [(20, 15), (0, 15), (20, 49), (20, 50), (30, 100)]
        },
        "effect": validation.offer_effect(orders, "2025-01-31", "2025-02-14")["extra_revenue"],
        "reasons": orders["reason"].value_counts(),
        "scores": [
            nps(validation.simulate_testers(2000, nps=40, eager=eager, seed=seed)["score"])["nps"]
            for eager in (0, 0.7)
        ],
        "loud": decisions.tally(votes())["request"].iloc[0],
        "by voters": decisions.ranking_certainty(votes(), "voters", seed=seed),
        "activated": {size: people["activated"].mean() for size, people in launches.items()},
        "asked": {size: people["questions"].sum() for size, people in launches.items()},
    }


CONDITIONS = {
    "everybody and followers put one problem first": lambda n: n["all"] == n["follower"] == PROBLEMS[2],
    "buyers put another first": lambda n: n["buyer"] == PROBLEMS[0],
    "and that is sure in nine of ten draws": lambda n: n["sure"] >= 0.9,
    "the bootcamp wins with most weights": lambda n: n["wins"].idxmax() == "Bootcamp",
    "but not with all": lambda n: 0.5 < n["wins"]["Bootcamp"] < 0.95,
    "fifteen testers pick the worse of two decent products about once in four": lambda n: (
        0.2 < n["errors"][20, 15] < 0.3
    ),
    "and a clearly bad one rarely": lambda n: n["errors"][0, 15] < 0.1,
    "it takes 50 testers to be wrong once in ten": lambda n: n["errors"][20, 50] <= 0.1 < n["errors"][20, 49],
    "between +40 and +30 a hundred testers err often": lambda n: n["errors"][30, 100] > 0.15,
    "the discount looks good in its own weeks": lambda n: n["effect"].iloc[1] > 0,
    "and not with the month after it": lambda n: n["effect"].iloc[3] < 0,
    "more orders were brought forward than won": lambda n: (
        n["reasons"]["brought forward"] > n["reasons"]["won"]
    ),
    "fans raise the score by tens of points": lambda n: n["scores"][1] - n["scores"][0] > 20,
    "three loud voters decide the count of votes": lambda n: n["loud"] == "app",
    "and by voters their request is last": lambda n: n["by voters"]["request"].iloc[-1] == "app",
    "the first place by voters is not sure": lambda n: n["by voters"]["first"].iloc[0] < 0.8,
    "features cost first results": lambda n: n["activated"][3] - n["activated"][12] > 0.15,
    "and bring questions": lambda n: n["asked"][12] > 2 * n["asked"][3],
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
