"""Checks of a price ladder: does each rung have its place, its price and its value?

The limits are the course sources' rules of thumb, not evidence: each can be replaced by an argument.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.ledger.schema import KINDS
from ecotools.metrics.pricing.amounts import money

MONTHS = {"one_time": 0, "month": 1, "quarter": 3, "year": 12}
# Usual prices by kind, of a single sale or of a month: a seed's comparison table.
BANDS = {"core": (50.0, 500.0), "add_on": (10.0, 150.0), "subscription": (9.0, 99.0)}
# Coaching asks 3 to 10 times the core course; half a per cent lets charm prices such as 9,997 pass.
COACHING = (3.0, 10.0)
CHARM = 0.005
COLUMNS = ["check", "ok", "found", "expected", "advice"]


def check_ladder(
    products,
    *,
    bands: Mapping[str, tuple[float, float]] = BANDS,
    coaching: tuple[float, float] = COACHING,
    ticket_step: float = 1.5,
    widest_step: float = 10.0,
) -> pd.DataFrame:
    """Return what is right and wrong with a ladder of products, one row per check.

    Parameters
    ----------
    products : pandas.DataFrame or Blueprint
        One row per product: ``name`` (or ``id``), ``kind``, ``price``; where known ``billing`` (one_time,
        month, quarter, year), ``value`` (what it is worth to customers when bought alone), ``includes``
        (list of the ids in a bundle). A blueprint gives its products.
    bands : dict of kind to (low, high)
        Usual prices, of a sale or of a month.
    coaching : (low, high)
        How many times the core price coaching may cost.
    ticket_step : float
        How many times the next cheaper add-on a mid or high ticket must at least cost to be one.
    widest_step : float
        The longest step between two prices, as a multiple of the lower one.

    Returns
    -------
    pandas.DataFrame
        ``check``, ``ok`` (True, False, or NA where the ladder has nothing to check), ``found``,
        ``expected`` and ``advice`` ("" when ok). The checks: ``one_core``; ``one_two_three`` (the checkout
        offers one low, one mid and one high ticket: three add-ons, or two and coaching);
        ``price_band_core``, ``…_add_on``, ``…_subscription``; ``price_steps`` (single sales: no two at the
        same price, no step too long); ``coaching_multiple``; ``value_covers_price``; ``value_rises`` (what
        costs more is worth more); ``bundle_saves`` (a bundle costs less than its parts).

    Raises
    ------
    ValueError, TypeError
        A missing column, an unknown kind or billing (with a near match), a negative or missing price, a
        bundle of unknown parts.

    Examples
    --------
    >>> products = pd.DataFrame({"name": ["Bootcamp", "Templates", "Discord", "Audit", "Coaching"],
    ...     "kind": ["core", "add_on", "add_on", "add_on", "coaching"], "price": [199, 49, 29, 149, 499]})
    >>> findings = check_ladder(products).set_index("check")
    >>> bool(findings.loc["one_two_three", "ok"]), findings.loc["one_two_three", "found"]
    (True, 'Discord 29, Templates 49, Audit 149')
    >>> findings.loc["coaching_multiple", "found"]
    'Coaching costs 2.51 times Bootcamp'
    """
    ladder = _read(products)
    rows = [_one_core(ladder), _one_two_three(ladder, ticket_step)]
    rows += [_price_band(ladder, kind, *band) for kind, band in bands.items()]
    rows += [
        _price_steps(ladder, widest_step),
        _coaching(ladder, *coaching),
        _value_covers_price(ladder),
        _value_rises(ladder),
        _bundle_saves(ladder),
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"ok": "boolean"})


def _read(products) -> pd.DataFrame:
    """Return the products with all columns the checks use, whatever the table given had."""
    if hasattr(products, "table"):
        products = products.table("products")
    errors.columns(products, ["kind", "price"], "products")
    if not {"name", "id"} & set(products.columns):
        errors.columns(products, ["name"], "products")
    ladder = pd.DataFrame({"name": products.get("name", products.get("id")).astype(str)}).reset_index(
        drop=True
    )
    ladder["id"] = products.get("id", products.get("name")).astype(str).to_numpy()
    ladder["kind"] = [errors.one_of(kind, KINDS, "each kind of products") for kind in products["kind"]]
    ladder["price"] = money(products["price"], "products['price']")
    if ladder["price"].isna().any():
        unpriced = ladder.loc[ladder["price"].isna(), "name"].iloc[0]
        raise ValueError(f"products has no price for {unpriced!r}: 0 says that it is free")
    billing = products.get("billing", pd.Series("one_time", index=products.index)).fillna("one_time")
    ladder["months"] = [MONTHS[errors.one_of(each, MONTHS, "each billing of products")] for each in billing]
    value = products.get("value")
    ladder["value"] = np.nan if value is None else money(value, "products['value']")
    includes = products.get("includes", pd.Series([[]] * len(products), dtype=object))
    ladder["includes"] = pd.Series(
        [list(parts) if np.ndim(parts) else [] for parts in includes], dtype=object
    )
    ladder["monthly"] = ladder["price"] / ladder["months"].clip(lower=1)
    return ladder


def _row(check: str, ok: bool | None, found: str, expected: str, advice: str) -> dict:
    ok = pd.NA if ok is None else bool(ok)
    return dict(zip(COLUMNS, (check, ok, found, expected, "" if ok is not False else advice), strict=True))


def _list(rows: pd.DataFrame, column: str = "price") -> str:
    return ", ".join(f"{row['name']} {row[column]:,g}" for _, row in rows.iterrows()) or "none"


def _one_core(ladder: pd.DataFrame) -> dict:
    core = ladder[ladder["kind"] == "core"]
    advice = (
        "Name the one product that the others complete" if core.empty else "Make the others add-ons or tiers"
    )
    return _row("one_core", len(core) == 1, _list(core), "one core product", advice)


def _one_two_three(ladder: pd.DataFrame, step: float) -> dict:
    offers = ladder[ladder["kind"] == "add_on"]
    if len(offers) == 2:
        offers = pd.concat([offers, ladder[ladder["kind"] == "coaching"].nsmallest(1, "price")])
    offers = offers.sort_values("price", kind="stable")
    price = offers["price"].to_numpy()
    apart = bool((price[1:] >= step * price[:-1]).all() and (price[1:] > price[:-1]).all())
    advice = f"Move the prices apart: each ticket at least {step:g} times the one below"
    if len(offers) > 3:
        advice = "Show three at checkout and keep the rest for later: many choices stop the purchase"
    elif len(offers) < 3:
        advice = f"Add {3 - len(offers)} more, so that there is a low, a mid and a high ticket"
    expected = "one low, one mid, one high ticket at checkout"
    return _row("one_two_three", len(offers) == 3 and apart, _list(offers), expected, advice)


def _price_band(ladder: pd.DataFrame, kind: str, low: float, high: float) -> dict:
    rows = ladder[(ladder["kind"] == kind) & (ladder["price"] > 0)]
    outside = rows[(rows["monthly"] < low) | (rows["monthly"] > high)]
    per = " a month" if kind == "subscription" else ""
    advice = f"Say why {_list(outside, 'monthly')} is right outside the usual {low:g} to {high:g}, or move it"
    ok = None if rows.empty else outside.empty
    return _row(f"price_band_{kind}", ok, _list(rows, "monthly"), f"{low:g} to {high:g}{per}", advice)


def _price_steps(ladder: pd.DataFrame, widest: float) -> dict:
    once = (
        (ladder["months"] == 0) & ladder["kind"].isin(["core", "add_on", "coaching"]) & (ladder["price"] > 0)
    )
    rungs = ladder[once].sort_values("price", kind="stable")
    price, names = rungs["price"].to_numpy(), rungs["name"].tolist()
    wrong = [
        f"{names[i]} and {names[i + 1]} cost the same"
        if price[i] == price[i + 1]
        else f"from {names[i]} to {names[i + 1]} it is {price[i + 1] / price[i]:.3g} times"
        for i in range(len(price) - 1)
        if price[i] == price[i + 1] or price[i + 1] > widest * price[i] * (1 + CHARM)
    ]
    ok = None if len(rungs) < 2 else not wrong
    advice = f"Change a price or add a rung between: {'; '.join(wrong)}"
    return _row("price_steps", ok, _list(rungs), f"rising, no step above {widest:g} times", advice)


def _coaching(ladder: pd.DataFrame, low: float, high: float) -> dict:
    expected = f"{low:g} to {high:g} times the core price"
    core, coaching = ladder[ladder["kind"] == "core"], ladder[ladder["kind"] == "coaching"]
    if len(core) != 1 or coaching.empty or core["price"].iloc[0] == 0:
        found = "no coaching" if coaching.empty else "no single core price to compare with"
        return _row("coaching_multiple", None, found, expected, "")
    times = coaching["price"] / core["price"].iloc[0]
    outside = (times < low * (1 - CHARM)) | (times > high * (1 + CHARM))
    said = [
        f"{name} costs {x:.3g} times {core['name'].iloc[0]}"
        for name, x in zip(coaching["name"], times, strict=True)
    ]
    fair = core["price"].iloc[0] * np.array([low, high])
    advice = f"Price it between {fair[0]:,g} and {fair[1]:,g}, or offer less or more for it"
    return _row("coaching_multiple", not outside.any(), ", ".join(said), expected, advice)


def _value_covers_price(ladder: pd.DataFrame) -> dict:
    known = ladder.dropna(subset=["value"])
    overpriced = known[known["price"] > known["value"]]
    found = ", ".join(
        f"{row['name']} asks {row['price']:,g} for {row['value']:,g}" for _, row in overpriced.iterrows()
    )
    ok = None if known.empty else overpriced.empty
    found = found or ("no product has a value" if known.empty else "each is worth its price")
    return _row(
        "value_covers_price", ok, found, "value of each at least its price", "Add value or lower the price"
    )


def _value_rises(ladder: pd.DataFrame) -> dict:
    known = ladder[ladder["value"].notna() & (ladder["price"] > 0)]
    wrong, pairs = [], 0
    # A month is compared with a month, a single sale with a single sale.
    for _, group in known.groupby(known["months"] > 0):
        group = group.assign(worth=group["value"] / group["months"].clip(lower=1)).sort_values("monthly")
        for (_, below), (_, above) in zip(group.iloc[:-1].iterrows(), group.iloc[1:].iterrows(), strict=True):
            pairs += 1
            if above["monthly"] > below["monthly"] and above["worth"] <= below["worth"]:
                wrong.append(f"{above['name']} costs more than {below['name']} and is worth no more")
    found = "; ".join(wrong) or ("fewer than two values" if not pairs else "value rises with price")
    advice = "Give the more expensive tier something the cheaper one has not, or reprice"
    return _row("value_rises", not wrong if pairs else None, found, "what costs more is worth more", advice)


def _bundle_saves(ladder: pd.DataFrame) -> dict:
    bundles = ladder[(ladder["kind"] == "bundle") & ladder["includes"].map(len).gt(0)]
    price = dict(zip(ladder["id"], ladder["price"], strict=True))
    said, ok = [], True
    for _, each in bundles.iterrows():
        for part in each["includes"]:
            errors.one_of(part, list(price), f"each part of {each['name']!r}")
        saving = sum(price[part] for part in each["includes"]) - each["price"]
        ok &= saving > 0
        said.append(f"{each['name']} {'saves' if saving > 0 else 'does not save:'} {saving:,g}")
    found = ", ".join(said) or "no bundle with parts"
    advice = "Price the bundle below the sum of its parts, or sell them one by one"
    return _row("bundle_saves", ok if said else None, found, "costs less than its parts", advice)
