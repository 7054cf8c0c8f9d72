"""What systems cost at which size: fees by month, by sale and by share, and where the cheapest changes."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns

FEES = ("monthly", "per_sale", "share")


def stack_cost(plans: pd.DataFrame, volume: Iterable[float], *, price: float) -> pd.DataFrame:
    """Return what each plan of a system costs a month at several numbers of sales.

    Parameters
    ----------
    plans : DataFrame
        One row per plan: ``plan`` (its name), ``monthly`` (fee a month), ``per_sale`` (fee of one sale) and
        ``share`` (of the price of a sale, a fraction). With ``most``, the most sales a month that the plan
        allows; NaN for no limit.
    volume : list of float
        Sales a month, 0 or more.
    price : float
        What a sale brings on average, above 0; in the money of the fees.

    Returns
    -------
    pandas.DataFrame
        Index ``sales``; one column per plan with its cost a month (NaN beyond what it allows), then
        ``cheapest`` (its name, the first by name of equal ones; "" when no plan allows so many) and
        ``of_sales`` (its cost as a fraction of what the sales bring; NaN for no sales). ``attrs``:
        ``definition``, ``reason``.

    Raises
    ------
    TypeError, ValueError
        A missing column or number, a fee below 0, a share that is no fraction, a plan that is there twice,
        no plan.

    Examples
    --------
    >>> plans = pd.DataFrame({"plan": ["By sale", "By month"], "monthly": [0, 99], "per_sale": [0.5, 0.3],
    ...     "share": [0.1, 0.03]})
    >>> stack_cost(plans, [5, 20], price=50)
           By month  By sale cheapest  of_sales
    sales
    5         108.0     27.5  By sale      0.11
    20        135.0    110.0  By sale      0.11
    """
    name, fixed, rate, most = _plans(plans, errors.positive(price, "price"))
    sales = np.array([errors.not_negative(each, "volume") for each in _listed(volume)])
    cost = fixed + sales[:, None] * rate
    cost[sales[:, None] > most] = np.nan
    known = ~np.isnan(cost).all(axis=1)
    best = np.argmin(np.where(np.isnan(cost), np.inf, cost), axis=1)
    table = pd.DataFrame(
        cost, columns=pd.Index(name, dtype=object), index=pd.Index(_whole(sales), name="sales")
    )
    table["cheapest"] = np.where(known, name[best], "").astype(object)
    lowest = np.where(known, cost[np.arange(len(sales)), best], np.nan)
    table["of_sales"] = lowest / np.where(sales > 0, sales * price, np.nan)
    table.attrs["definition"] = {
        "cost": "monthly + sales x (per_sale + share x price)",
        "price": float(price),
    }
    lost = [f"{one:g}" for one in sales[~known]]
    table.attrs["reason"] = f"no plan allows {', '.join(lost)} sales a month" if lost else ""
    return table


def crossing_points(
    plans: pd.DataFrame, *, price: float, leaving: float = 0.0, months: int = 12
) -> pd.DataFrame:
    """Return from how many sales a month on another plan is the cheapest, and from how many a move pays.

    Parameters
    ----------
    plans : DataFrame
        As in `stack_cost`.
    price : float
        What a sale brings on average, above 0.
    leaving : float, default 0.0
        What it costs to move from one plan to another, once: hours of work, lost data, lost members.
    months : int, default 12
        Months within which the move has to pay for itself.

    Returns
    -------
    pandas.DataFrame
        One row per change of the cheapest plan as sales grow: ``sales`` (a month, from which on the next is
        cheaper), ``from``, ``to``, ``cost`` (a month, of both at this point) and ``move_at`` (sales from
        which the difference pays for ``leaving`` within ``months``; NaN when a limit of the plan comes
        before, since then the move is forced). No rows when one plan is the cheapest throughout.
        ``attrs["cheapest_at_0"]`` names the first.

    Raises
    ------
    TypeError, ValueError
        As `stack_cost`; ``leaving`` below 0, ``months`` not above 0.

    Notes
    -----
    Costs are straight lines in the number of sales, so two plans cross once, where
    ``(monthly_2 - monthly_1) / (rate_1 - rate_2)`` with ``rate = per_sale + share x price``: the break-even
    point of fixed against variable costs.

    Examples
    --------
    >>> plans = pd.DataFrame({"plan": ["By sale", "By month"], "monthly": [0, 99], "per_sale": [0.5, 0.3],
    ...     "share": [0.1, 0.03]})
    >>> crossing_points(plans, price=50, leaving=444, months=12)
           sales     from        to   cost  move_at
    0  26.756757  By sale  By month  147.16...
    """
    name, fixed, rate, most = _plans(plans, errors.positive(price, "price"))
    leaving, months = errors.not_negative(leaving, "leaving"), errors.positive(months, "months")
    now, at = _cheapest(0.0, fixed, rate, most), 0.0
    first, rows = name[now], []
    while (found := _next(now, at, fixed, rate, most)) is not None:
        at, then, forced = found
        slower = rate[now] - rate[then]
        move = np.nan if forced else at + leaving / months / slower
        rows.append([at, name[now], name[then], fixed[then] + at * rate[then], move])
        now = then
    table = pd.DataFrame(rows, columns=["sales", "from", "to", "cost", "move_at"])
    table.attrs["cheapest_at_0"] = str(first)
    table.attrs["definition"] = {
        "cost": "monthly + sales x (per_sale + share x price)",
        "price": float(price),
    }
    return table


def _cheapest(at: float, fixed, rate, most) -> int:
    """Return the plan that is cheapest from some sales on: of equal ones the one that grows least."""
    cost = np.where(most >= at, fixed + at * rate, np.inf)
    return int(np.lexsort((rate, np.round(cost, 9)))[0])


def _next(now: int, at: float, fixed, rate, most) -> tuple[float, int, bool] | None:
    """Return where the cheapest plan changes next, to which plan, and whether a limit forces it."""
    slower = (rate < rate[now]) & (np.arange(len(rate)) != now)
    with np.errstate(divide="ignore", invalid="ignore"):
        cross = np.where(slower, (fixed - fixed[now]) / (rate[now] - rate), np.inf)
    cross = np.where((cross >= at) & (cross < most) & (cross < most[now]), cross, np.inf)
    if np.isfinite(cross).any():
        point = cross.min()
        same = np.isclose(cross, point)
        return float(point), int(np.lexsort((rate, ~same))[0]), False
    above = most > most[now]
    if not np.isfinite(most[now]) or not above.any():
        return None
    return float(most[now]), _cheapest(most[now], fixed, rate, np.where(above, most, -1)), True


def _plans(plans: pd.DataFrame, price: float) -> tuple[np.ndarray, ...]:
    """Return name, monthly fee, cost of one sale and limit of each plan, sorted by name."""
    errors.columns(plans, ["plan", *FEES], "plans")
    names = columns.ids(plans, "plan", "plans").astype(object)
    if not len(plans):
        raise ValueError("plans has no rows: give one row per plan")
    columns.refuse(plans, names.duplicated().to_numpy(dtype=bool), "plans", "plan is there already")
    monthly, per_sale, share = (columns.numbers(plans, fee, "plans") for fee in FEES)
    for fee, values in zip(FEES, (monthly, per_sale, share), strict=True):
        columns.refuse(plans, values < 0, "plans", f"{fee} is below 0")
    columns.refuse(plans, share > 1, "plans", "share is above 1 (a fraction: 0.05, not 5)")
    most = np.full(len(plans), np.inf)
    if "most" in plans.columns:
        said = columns.numbers(plans, "most", "plans", missing=True)
        columns.refuse(plans, said < 0, "plans", "most is below 0")
        most = np.where(np.isnan(said), np.inf, said)
    order = np.argsort(columns.coded(names)[0], kind="stable")
    return tuple(part[order] for part in (names.to_numpy(), monthly, per_sale + share * price, most))


def _listed(volume) -> list:
    if isinstance(volume, (str, bytes, dict)) or not isinstance(volume, Iterable):
        return [volume]
    return list(volume)


def _whole(sales: np.ndarray) -> np.ndarray:
    return sales.astype(np.int64) if (sales == np.round(sales)).all() else sales
