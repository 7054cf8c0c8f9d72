"""Subscribers of a simulated company, for examples: what joining does is known there."""

import pandas as pd

from ecotools.metrics.effects.people import subscribers


def example(seed: int = 1, months: int = 6, **joining) -> pd.DataFrame:
    """Return subscribers of a simulated company in which the loyal join more often, and joining keeps some.

    Parameters
    ----------
    seed : int
        Seed of the simulation.
    months : int
        Months after which it is seen who stayed.
    **joining
        Fields of ``assumptions.joining`` that are to be other than share 0.4, selection 0.9, effect 0.3,
        invited_share 0.5 and persuaded 0.4.

    Returns
    -------
    DataFrame
        As `subscribers`; ``attrs["truth"]`` is ``ledger.truth["joining"]``.

    Examples
    --------
    >>> people = example()
    >>> sorted(people["joined"].unique().tolist()), people.attrs["truth"]["effect"]
    ([False, True], 0.3)
    """
    from ecotools.blueprint import Blueprint
    from ecotools.simulate import simulate

    assumed = {
        "share": 0.4,
        "selection": 0.9,
        "effect": 0.3,
        "invited_share": 0.5,
        "persuaded": 0.4,
    } | joining
    blueprint = Blueprint.model_validate(
        {
            "name": "A club",
            "products": [
                {"id": "course", "name": "Course", "kind": "core", "price": 99},
                {"id": "club", "name": "Club", "kind": "subscription", "price": 29, "billing": "month"},
            ],
            "funnel": [{"from": "awareness", "to": "purchase", "rate": 0.2, "window_days": 7}],
            "assumptions": {
                "channels": [{"name": "search", "visitors_per_month": 1500}],
                "subscribe_rate": {"club": 0.8},
                "churn": {"club": {"alpha": 0.6, "beta": 3}},
                "joining": assumed,
            },
        }
    )
    ledger = simulate(blueprint, months + 8, seed)
    people = subscribers(ledger, months)
    people.attrs["truth"] = ledger.truth["joining"]
    return people
