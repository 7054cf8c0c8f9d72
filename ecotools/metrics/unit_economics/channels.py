"""What a customer costs by channel: with all costs, by rival ways to give credit, and with an interval."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.ledger import Ledger
from ecotools.metrics.counts import inside, whole_days
from ecotools.metrics.intervals import count_difference_ends, count_ends
from ecotools.metrics.unit_economics.credit import CREDITS, new_customers

SHARED = ("spend", "customers", "evenly")
"""How costs that belong to no channel are shared out."""

DATED = ("bought", "came")
"""In which month a customer counts: that of the first purchase, or of the first touch."""

_HOLDOUT = "customers beyond those who came where nothing was spent, by first touch"


def channel_cac(
    ledger: Ledger,
    credit: str = "first_touch",
    *,
    salaries: float | dict[str, float] = 0.0,
    tools: float | dict[str, float] = 0.0,
    shared: str = "spend",
    holdout: Ledger | None = None,
    size: float = 1.0,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return what a new customer costs by channel: advertisements, salaries and tools / new customers.

    Credit by touch counts people who would have come anyway, so it makes a channel look cheaper than it is.
    A holdout tells how many: what it costs to win one who would not have come.

    Parameters
    ----------
    ledger : Ledger
        Its spend, orders, subscriptions and touches are read.
    credit : {"first_touch", "last_touch", "order", "holdout"}
        Whom a channel brought; see `new_customers`. ``"holdout"`` counts only those beyond ``holdout``.
    salaries, tools : float or dict, default 0
        Cost of the people (also your own hours) and of the tools that win customers, in money for the whole
        ledger: one number for all channels, or channel -> amount.
    shared : {"spend", "customers", "evenly"}
        How a number for all channels is shared out: in proportion to what was spent on them, to the customers
        they are credited with, or alike among those with spend.
    holdout : Ledger, optional
        Where nothing was spent on the channel: another region, or the time before. Its customers are scaled
        to the days of ``ledger``.
    size : float, default 1
        How many times the market of ``ledger`` is as large as that of ``holdout``.
    level : float, default 0.95
        Confidence level of the interval, a fraction.

    Returns
    -------
    pandas.DataFrame
        One row per channel, by name: ``channel``, ``ads``, ``salaries``, ``tools``, ``cost`` (their sum),
        ``customers`` (credited; against a holdout the extra ones, which need not be whole), ``cac`` with
        ``low`` and ``high`` (inf where as good as nobody may have come of it). ``attrs``: ``definition``,
        ``reason`` (which CAC is missing, and why).

    Raises
    ------
    TypeError, ValueError
        Something else than a ledger, an unknown word or channel, ``holdout`` without its ``credit`` or the
        other way round, costs that cannot be shared out.

    Notes
    -----
    Customers are taken as a Poisson number, so the interval of the CAC is cost / the exact interval of their
    mean. With 10 customers the CAC may be half of what it seems, or twice as much.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> from ecotools.simulate import Spending, simulate
    >>> blueprint = quillwork()
    >>> name = blueprint.assumptions.channels[0].name
    >>> ledger = simulate(blueprint, 6, 1, spend={name: Spending(400, most=900, half=800)})
    >>> found = channel_cac(ledger, salaries=900, tools=300).set_index("channel").loc[name]
    >>> found[["ads", "salaries", "tools", "cost"]].tolist()
    [2400.0, 900.0, 300.0, 3600.0]
    >>> bool(found["low"] < found["cac"] < found["high"])
    True

    References
    ----------
    D. Skok, "SaaS Metrics 2.0": all costs of sales and marketing belong in. F. Garwood (1936), Biometrika 28,
    437-442: the interval. G. Zou and A. Donner (2008), Statistics in Medicine 27, 1693-1702: of a difference.
    """
    errors.one_of(credit, [*CREDITS, "holdout"], "credit")
    errors.one_of(shared, SHARED, "shared")
    level = inside(level, "level", 0.95)
    if (credit == "holdout") != (holdout is not None):
        raise ValueError("credit='holdout' and holdout= go together: a ledger in which nothing was spent")
    came = _by_channel(ledger, "first_touch" if credit == "holdout" else credit)
    ads = ledger.spend.groupby(ledger.spend["channel"].astype(str))["amount"].sum()
    names = sorted({*ads.index[ads > 0], *came.index, *_named(salaries, "salaries"), *_named(tools, "tools")})
    table = pd.DataFrame({"channel": pd.Series(names, dtype=object)})
    table["ads"] = ads.reindex(names).fillna(0.0).round(2).to_numpy(dtype=float)
    customers = came.reindex(names).fillna(0).to_numpy(dtype=float)
    for name, given in (("salaries", salaries), ("tools", tools)):
        table[name] = _shared_out(given, name, table, customers, shared)
    table["cost"] = table["ads"] + table["salaries"] + table["tools"]
    if credit == "holdout":
        counted = _against(holdout, names, customers, _times(ledger, holdout, size), level)
    else:
        counted = [(n, *count_ends(int(n), level)) for n in customers]
    table["customers"] = [n for n, _, _ in counted]
    nobody = "brought nobody beyond the holdout" if credit == "holdout" else "brought no new customer"
    table, reasons = _costs(table, counted, nobody)
    table.attrs["definition"] = {
        "cac": "ads, salaries and tools / new customers",
        "credit": CREDITS.get(credit, _HOLDOUT),
        "shared": shared,
        "level": level,
    }
    table.attrs["reason"] = "; ".join(reasons)
    return table


def channel_months(
    ledger: Ledger, credit: str = "first_touch", *, dated: str = "bought", within: int = 60
) -> pd.DataFrame:
    """Return what was spent on each channel in each month, and the new customers it is credited with.

    Parameters
    ----------
    ledger : Ledger
        Its spend, orders, subscriptions and touches are read.
    credit : {"first_touch", "last_touch", "order"}
        See `new_customers`.
    dated : {"bought", "came"}
        In which month a customer counts. ``"bought"`` is what a report shows, but who came by an
        advertisement in March may buy in April. ``"came"`` puts customers beside the money that brought them.
    within : int, default 60
        Of ``"came"``: days after the first touch in which somebody must have bought. Months of whose last day
        so many days were not observed are left out.

    Returns
    -------
    pandas.DataFrame
        One row per channel that was ever paid and calendar month: ``channel``, ``month`` (Period), ``spend``
        (money) and ``customers``; 0 in months without. A month that was observed in part has a part of both.
        `fit_curves` reads it.

    Raises
    ------
    TypeError, ValueError
        As `new_customers`; an unknown ``dated``.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> from ecotools.simulate import Spending, simulate
    >>> blueprint = quillwork()
    >>> name = blueprint.assumptions.channels[0].name
    >>> ledger = simulate(blueprint, 3, 1, spend={name: Spending([0, 100, 200], most=900, half=800)})
    >>> channel_months(ledger)["spend"].tolist()
    [0.0, 100.0, 200.0]
    """
    errors.one_of(dated, DATED, "dated")
    within = whole_days(within, "within", at_least=0)
    new = new_customers(ledger, credit)
    names = sorted(ledger.spend["channel"].astype(str).unique())
    if not names:
        return pd.DataFrame({"channel": [], "month": [], "spend": [], "customers": []})
    months = pd.period_range(ledger.start, ledger.end - pd.Timedelta(days=1), freq="M")
    if dated == "came":
        new = new[(new["day"] - new["came"]).dt.days <= within]
        months = months[(months + 1).start_time + pd.Timedelta(days=within) <= ledger.end]
    every = pd.MultiIndex.from_product([names, months], names=["channel", "month"])
    paid = ledger.spend.assign(channel=ledger.spend["channel"].astype(str))
    spend = paid.groupby(["channel", paid["day"].dt.to_period("M").rename("month")])["amount"].sum()
    table = spend.round(2).reindex(every, fill_value=0.0).rename("spend").to_frame()
    when = new["day" if dated == "bought" else "came"].dt.to_period("M").rename("month")
    table["customers"] = new.groupby(["channel", when]).size().reindex(every, fill_value=0)
    table = table.reset_index()
    bought = f"who bought within {within} days of the first touch, in the month of which they count"
    table.attrs["definition"] = {
        "credit": CREDITS[credit],
        "customers": bought if dated == "came" else "in the month of the first purchase",
    }
    return table


def _by_channel(ledger: Ledger, credit: str) -> pd.Series:
    return new_customers(ledger, credit)["channel"].astype(object).value_counts()


def _named(given, name: str) -> list[str]:
    """Return the channels that a cost is given for."""
    if not isinstance(given, dict):
        errors.not_negative(given, name)
        return []
    return [str(channel) for channel in given]


def _shared_out(given, name: str, table: pd.DataFrame, customers: np.ndarray, shared: str) -> np.ndarray:
    """Return the part of a cost that falls to each channel."""
    if isinstance(given, dict):
        parts = {str(one): errors.not_negative(cost, f"{name}[{one!r}]") for one, cost in given.items()}
        return table["channel"].map(parts).fillna(0.0).to_numpy(dtype=float)
    if not given:
        return np.zeros(len(table))
    ads = table["ads"].to_numpy()
    weight = {"spend": ads, "customers": customers, "evenly": (ads > 0).astype(float)}[shared]
    if not weight.sum():
        what = "customers" if shared == "customers" else "spend"
        raise ValueError(
            f"{name} cannot be shared out by {shared!r}, because the ledger has no {what}: "
            f"give {name} by channel, as a dict"
        )
    return given * weight / weight.sum()


def _times(ledger: Ledger, holdout: Ledger, size: float) -> float:
    """Return how many customers of the ledger one customer of the holdout stands for."""
    if not isinstance(holdout, Ledger):
        raise TypeError(f"holdout must be a Ledger, not {type(holdout).__name__}")
    days = (holdout.end - holdout.start).days if pd.notna(holdout.start) else 0
    if days <= 0:
        raise ValueError("holdout has no days: nobody knows who comes without spend")
    return errors.positive(size, "size") * (ledger.end - ledger.start).days / days


def _against(holdout: Ledger, names, customers, times: float, level: float) -> list[tuple]:
    """Return the extra customers of each channel with their interval; NaN where the holdout was paid too."""
    without = _by_channel(holdout, "first_touch").reindex(names).fillna(0).to_numpy(dtype=int)
    spent = holdout.spend[holdout.spend["amount"] > 0]["channel"].astype(str)
    found = []
    for name, n, other in zip(names, customers.astype(int), without, strict=True):
        ends = count_difference_ends(n, other, times, level)
        found.append((np.nan,) * 3 if name in set(spent) else (n - times * other, *ends))
    return found


def _costs(table: pd.DataFrame, counted: list[tuple], nobody: str) -> tuple[pd.DataFrame, list[str]]:
    """Return the table with cost / customers and its ends, and why some are missing."""
    rows, reasons = [], []
    for name, cost, (n, fewest, most) in zip(table["channel"], table["cost"], counted, strict=True):
        if n > 0:
            rows.append((cost / n, cost / most, cost / fewest if fewest > 0 else np.inf if cost else 0.0))
            continue
        paid_too = np.isnan(n)
        why = "was paid for in the holdout too" if paid_too else nobody
        reasons.append(f"{name} {why}")
        rows.append(
            (np.nan, np.nan if paid_too or most <= 0 else cost / most, np.nan if paid_too else np.inf)
        )
    costs = pd.DataFrame(rows, columns=["cac", "low", "high"], index=table.index, dtype=float)
    return pd.concat([table, costs], axis=1), reasons
