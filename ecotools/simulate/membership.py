"""What of the community shows in a ledger: a busy or a quiet first week, joining, and who was invited."""

import numpy as np

from ecotools.simulate.community_effect import FIRST_WEEK, Candidates
from ecotools.simulate.incidents import GhostTown
from ecotools.simulate.scenario import Scenario

TOGETHER = ("post", "comment", "event")
"""What members do and others do not."""
INVITED = 1
"""Place of the survey `invitation` beside that of the score."""
Arrays = dict[str, np.ndarray]


def with_members(scenario: Scenario, rows: Arrays, able: Candidates | None, mix: list[str]) -> Arrays:
    """Return the activity with the first weeks of those who could join, and members who begin with a post.

    Who has not joined only visits where they would have posted, commented or come. ``mix`` names the actions.
    """
    if able is None:
        return rows
    never = np.int64(scenario.calendar.days)
    most = int(max(able.who.max(initial=0), rows["who"].max(initial=0))) + 1
    joined, first = np.full(most, never), np.full(most, never)
    np.minimum.at(joined, able.who[able.joins], able.joined[able.joins])
    np.minimum.at(first, able.who, able.day)
    together = np.isin(rows["action"], [mix.index(one) for one in TOGETHER])
    alone = (rows["day"] <= joined[rows["who"]]) | _silent(scenario)[rows["day"]]
    action = np.where(together & alone, mix.index("visit"), rows["action"])
    since = rows["day"] - first[rows["who"]]
    later = (since < 0) | (since >= FIRST_WEEK)
    member = np.flatnonzero(joined < never)
    who, occasion = np.nonzero(able.busy)
    parts = {
        "who": [member, able.who[who], rows["who"][later]],
        "day": [joined[member], able.day[who] + 1 + occasion, rows["day"][later]],
        "action": [
            np.full(len(member), mix.index("post")),
            np.where(occasion % 2, mix.index("lesson"), mix.index("visit")),
            action[later],
        ],
        "count": [np.ones(len(member) + len(who), np.int64), rows["count"][later]],
    }
    return _by_day({name: np.concatenate(part) for name, part in parts.items()}, never)


def _silent(scenario: Scenario) -> np.ndarray:
    """Return of each day whether the community is a ghost town."""
    days = np.zeros(scenario.calendar.days, bool)
    for incident in scenario.of_kind(GhostTown):
        first, last = scenario.span(incident)
        days[first:last] = True
    return days


def _by_day(rows: Arrays, end: int) -> Arrays:
    """Return the rows before the end by day; of two of a person on one day, the one that came first."""
    _, kept = np.unique(rows["who"] * (end + 1) + np.minimum(rows["day"], end), return_index=True)
    kept = np.sort(kept)
    kept = kept[rows["day"][kept] < end]
    kept = kept[np.argsort(rows["day"][kept], kind="stable")]
    return {name: values[kept] for name, values in rows.items()} | {
        "action": rows["action"][kept].astype(np.int8)
    }


def with_invitations(scenario: Scenario, answers: Arrays, able: Candidates | None) -> Arrays:
    """Return the survey answers with the lots of those who could join: 1 for an invitation, 0 for none."""
    survey = np.zeros(len(answers["who"]), np.int8)
    if able is None or not scenario.assumptions.joining.invited_share:
        return answers | {"survey": survey}
    seen = able.asked < scenario.calendar.days
    rows = {
        "who": np.concatenate([answers["who"], able.who[seen]]),
        "day": np.concatenate([answers["day"], able.asked[seen]]),
        "answer": np.concatenate([answers["answer"], able.invited[seen].astype(float)]),
        "survey": np.concatenate([survey, np.full(seen.sum(), INVITED, np.int8)]),
    }
    order = np.argsort(rows["day"], kind="stable")
    return {name: values[order] for name, values in rows.items()}


def told(scenario: Scenario, able: Candidates | None) -> dict:
    """Return what was assumed of joining, and what it did to those who subscribed after it began.

    ``stay`` has the share who have not cancelled by the renewal of each month, for the members, as they are
    and had they not joined; for everybody, if all joined and if nobody did; and for those whom only an
    invitation persuades.
    """
    if able is None:
        return {}
    new = ~able.early
    groups = {"members": new & able.joins, "everybody": new, "persuadable": new & able.persuadable}
    months = list(range(1, scenario.months + 1))
    stay = {"months": months}
    for name, group in groups.items():
        stay[name] = _staying(able.stay_if[group], months)
        stay[f"{name}_without"] = _staying(able.stay[group], months)
    return scenario.assumptions.joining.model_dump() | {
        "could_join": len(able),
        "joined": int(able.joins.sum()),
        "stay": stay,
    }


def _staying(stay: np.ndarray, months: list[int]) -> list[float | None]:
    return [float((stay > month).mean()) if len(stay) else None for month in months]
