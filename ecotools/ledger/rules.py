"""Rules that look across the columns or rows of a table.

A rule has a mask that is True where a row breaks it. Masks are computed on whole columns, never row by row,
and rely on every column they show having passed its own check.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

HALF_A_CENT = 0.005


@dataclass(frozen=True)
class ColumnRule:
    """What must hold, in words: the column it is reported under, the mask of bad rows, what to show."""

    column: str
    expected: str
    bad: Callable[[pd.DataFrame], np.ndarray]
    show: tuple[str, ...]


def _line_total(orders: pd.DataFrame) -> np.ndarray:
    return orders["quantity"].to_numpy(float) * orders["price"].to_numpy(float)


def _money(table: pd.DataFrame, column: str) -> np.ndarray:
    return table[column].to_numpy(float)


def _slack(amounts: np.ndarray) -> np.ndarray:
    """Half a cent, or what float rounding does to very large amounts."""
    return np.maximum(HALF_A_CENT, np.abs(amounts) * 1e-9)


def _discount_too_large(orders: pd.DataFrame) -> np.ndarray:
    total = _line_total(orders)
    return _money(orders, "discount") > total + _slack(total)


def _amount_off(orders: pd.DataFrame) -> np.ndarray:
    total = _line_total(orders)
    return np.abs(total - _money(orders, "discount") - _money(orders, "amount")) > _slack(total)


def _refund_too_large(orders: pd.DataFrame) -> np.ndarray:
    amount = _money(orders, "amount")
    return _money(orders, "refunded") > amount + _slack(amount)


def _refund_before_order(orders: pd.DataFrame) -> np.ndarray:
    return (orders["refund_day"] < orders["day"]).to_numpy(bool)


def _refund_day_without_refund(orders: pd.DataFrame) -> np.ndarray:
    return orders["refund_day"].notna().to_numpy() & (_money(orders, "refunded") == 0)


def _owner_differs(owned: str) -> Callable[[pd.DataFrame], np.ndarray]:
    """Mask of rows whose customer is not the one of the first row with the same ``owned`` id."""

    def bad(table: pd.DataFrame) -> np.ndarray:
        groups = pd.factorize(table[owned])[0]
        customers = pd.factorize(table["customer_id"])[0]
        first = np.unique(groups, return_index=True)[1]
        return customers != customers[first[groups]] if len(groups) else np.zeros(0, bool)

    return bad


def _ends_before_start(subscriptions: pd.DataFrame) -> np.ndarray:
    return (subscriptions["end"] < subscriptions["start"]).to_numpy(bool)


def _ending_disagrees(subscriptions: pd.DataFrame) -> np.ndarray:
    return (subscriptions["ended_by"].astype("str") == "").to_numpy(bool) != subscriptions["end"].isna()


def _periods(subscriptions: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Ids, starts and ends in order of id and start, and each sorted row's place in the table."""
    ids = pd.factorize(subscriptions["subscription_id"])[0]
    start = subscriptions["start"].to_numpy("datetime64[D]").astype(np.int64)
    forever = np.iinfo(np.int64).max
    end = subscriptions["end"].to_numpy("datetime64[D]").astype(np.int64)
    end = np.where(subscriptions["end"].isna(), forever, end)
    order = np.lexsort((end, start, ids))
    return ids[order], start[order], end[order], order


def _overlaps(subscriptions: pd.DataFrame) -> np.ndarray:
    ids, start, end, order = _periods(subscriptions)
    mask = np.zeros(len(order), bool)
    mask[order[1:]] = (ids[1:] == ids[:-1]) & (start[1:] < end[:-1])
    return mask


def _change_not_continued(subscriptions: pd.DataFrame) -> np.ndarray:
    ids, start, end, order = _periods(subscriptions)
    continued = np.zeros(len(order), bool)
    continued[order[:-1]] = (ids[1:] == ids[:-1]) & (start[1:] == end[:-1])
    return (subscriptions["ended_by"].astype("str") == "changed").to_numpy(bool) & ~continued


def _not_an_nps_score(surveys: pd.DataFrame) -> np.ndarray:
    answer = surveys["answer"].to_numpy(float)
    asked = (surveys["survey"].astype("str") == "nps") & (surveys["question"].astype("str") == "score")
    return asked.to_numpy(bool) & ((answer < 0) | (answer > 10) | (answer != np.round(answer)))


def _negative_price_answer(surveys: pd.DataFrame) -> np.ndarray:
    prices = surveys["survey"].astype("str").isin(["psm", "gabor_granger"])
    return prices.to_numpy(bool) & (surveys["answer"].to_numpy(float) < 0)


def _removed_early(assets: pd.DataFrame) -> np.ndarray:
    return (assets["removed"] < assets["day"]).to_numpy(bool)


def _fee_too_large(market: pd.DataFrame) -> np.ndarray:
    amount = _money(market, "amount")
    return _money(market, "fee") > amount + _slack(amount)


def _repeated(*key: str) -> Callable[[pd.DataFrame], np.ndarray]:
    """Mask of rows whose ``key`` an earlier row has already."""

    def bad(table: pd.DataFrame) -> np.ndarray:
        return table.duplicated(list(key)).to_numpy(bool)

    return bad


ORDERS = (
    ColumnRule(
        "order_id",
        "unique together with the product: no two lines of an order sell the same",
        _repeated("order_id", "product"),
        ("order_id", "product"),
    ),
    ColumnRule(
        "discount",
        "at most quantity * price, because it is the money off the line",
        _discount_too_large,
        ("discount", "quantity", "price"),
    ),
    ColumnRule(
        "amount",
        "quantity * price - discount, to half a cent",
        _amount_off,
        ("amount", "quantity", "price", "discount"),
    ),
    ColumnRule("refunded", "at most the amount that was paid", _refund_too_large, ("refunded", "amount")),
    ColumnRule("refund_day", "the day of the order or later", _refund_before_order, ("refund_day", "day")),
    ColumnRule(
        "refund_day", "NaT when nothing was refunded", _refund_day_without_refund, ("refund_day", "refunded")
    ),
    ColumnRule(
        "customer_id",
        "the same customer on every line of an order",
        _owner_differs("order_id"),
        ("order_id", "customer_id"),
    ),
)

SUBSCRIPTIONS = (
    ColumnRule("end", "the start or later", _ends_before_start, ("end", "start")),
    ColumnRule(
        "ended_by",
        "'' exactly while the period runs (end is NaT), otherwise the reason it ended",
        _ending_disagrees,
        ("ended_by", "end"),
    ),
    ColumnRule(
        "start",
        "on or after the end of the subscription's earlier period: periods must not overlap",
        _overlaps,
        ("subscription_id", "start", "end"),
    ),
    ColumnRule(
        "ended_by",
        "'changed' only when the next row of the subscription starts on the day this one ends",
        _change_not_continued,
        ("subscription_id", "start", "end", "ended_by"),
    ),
    ColumnRule(
        "customer_id",
        "the same customer in every period of a subscription",
        _owner_differs("subscription_id"),
        ("subscription_id", "customer_id"),
    ),
)

ASSETS = (
    ColumnRule("asset_id", "there once: one row per thing", _repeated("asset_id"), ("asset_id",)),
    ColumnRule("removed", "the day it was published or later", _removed_early, ("removed", "day")),
)

EXPOSURES = (
    ColumnRule(
        "customer_id",
        "there once per feature: who met it first, with it or without",
        _repeated("customer_id", "feature"),
        ("customer_id", "feature"),
    ),
)

MARKET = (
    ColumnRule("sale_id", "there once: one row per sale", _repeated("sale_id"), ("sale_id",)),
    ColumnRule("fee", "at most the amount that was paid", _fee_too_large, ("fee", "amount")),
)

REFUNDS = (
    ColumnRule("payment_id", "there once: one row per payment", _repeated("payment_id"), ("payment_id",)),
)

SURVEYS = (
    ColumnRule(
        "answer",
        "a whole number from 0 to 10 for an NPS score",
        _not_an_nps_score,
        ("survey", "question", "answer"),
    ),
    ColumnRule("answer", "a price of zero or more", _negative_price_answer, ("survey", "answer")),
)
