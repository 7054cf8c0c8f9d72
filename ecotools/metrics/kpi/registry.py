"""The KPIs that can be computed, each with what makes two people compute the same number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

import pandas as pd

from ecotools import errors
from ecotools.blueprint.fields import SLUG
from ecotools.blueprint.measures import Direction, Unit, Window
from ecotools.ledger import SCHEMAS


@dataclass(frozen=True)
class Registered:
    """A KPI that can be computed.

    `function` takes a `Book` and returns its values by month; `missing` says why a value is NaN when the
    function does not say so itself.
    """

    id: str
    name: str
    definition: str
    base: str
    unit: str
    direction: str
    source: str
    window: str
    missing: str
    additive: bool
    function: Callable


REGISTRY: dict[str, Registered] = {}
"""Every KPI that `compute` knows, by id."""


def register(
    id: str,
    *,
    name: str,
    base: str,
    unit: str,
    source: str,
    direction: str = "up",
    window: str = "month",
    missing: str = "nothing to compute it from in this month",
    additive: bool = False,
):
    """Register a function as the KPI ``id``; its docstring is the definition.

    The function takes a `Book` (see there what it offers) and returns a Series by month (Period), or a
    DataFrame by month with the columns value and reason (why it is NaN). Months it leaves out are NaN.

    Parameters
    ----------
    id : str
        Lower-case letters and digits joined by _ or -. A KPI of ecotools cannot be replaced; your own can, so
        that a notebook cell can run twice.
    name : str
        What a dashboard calls it.
    base : str
        What it is divided by, or over whom it is counted.
    unit, direction, window : str
        As in a blueprint's KPI.
    source : str
        The table of the ledger it comes from.
    missing : str
        Why a value is NaN, when the function does not say so.
    additive : bool
        Whether segments add up to the whole, as counts and sums do and averages and shares do not.

    Examples
    --------
    >>> @register("free_orders", name="Free orders", base="everyone", unit="count", source="orders")
    ... def free_orders(book):
    ...     "Orders of which nothing was paid."
    ...     return book.count(book.ledger.orders.query("amount == 0")["day"])
    >>> REGISTRY["free_orders"].definition
    'Orders of which nothing was paid.'
    >>> del REGISTRY["free_orders"]
    """
    if not isinstance(id, str) or not SLUG.fullmatch(id):
        raise ValueError(f"id must be lower-case letters and digits joined by _ or -, not {id!r}")
    for said, argument in ((name, "name"), (base, "base")):
        errors.instance(said, str, argument)
    errors.one_of(unit, get_args(Unit), "unit")
    errors.one_of(direction, get_args(Direction), "direction")
    errors.one_of(window, get_args(Window), "window")
    errors.one_of(source, SCHEMAS, "source")

    def keep(function: Callable) -> Callable:
        definition = " ".join((function.__doc__ or "").split("\n\n")[0].split())
        if not definition:
            raise ValueError(f"the function of the KPI {id!r} needs a docstring: it is the definition")
        taken = REGISTRY.get(id)
        if taken and _is_ours(taken.function) and not _is_ours(function):
            raise ValueError(f"the KPI {id!r} is one of ecotools: {taken.definition} Choose another id")
        REGISTRY[id] = Registered(
            id, name, definition, base, unit, direction, source, window, missing, additive, function
        )
        return function

    return keep


def describe() -> pd.DataFrame:
    """Return every KPI that can be computed, one row each: id, name, definition, base, unit, ….

    >>> describe().set_index("id").loc["aov", "definition"]
    'Paid for one-time orders / these orders; free ones are left out.'
    """
    columns = ["id", "name", "definition", "base", "unit", "direction", "source", "window"]
    return pd.DataFrame(
        [[getattr(each, column) for column in columns] for each in REGISTRY.values()], columns=columns
    )


def _is_ours(function: Callable) -> bool:
    return str(function.__module__).startswith("ecotools.metrics.")
