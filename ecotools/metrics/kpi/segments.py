"""Cutting a ledger into segments, so that a KPI can be compared between channels or products."""

import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger
from ecotools.metrics.origins import UNKNOWN, channel_of

BY = ("channel", "product")

# What a segment cannot know, by table: the tables that have no product.
BLIND = {
    "channel": {"partners": "what partners do is not recorded by channel"},
    "product": {
        "touches": "touches are not recorded by product",
        "activity": "activity is not recorded by product",
        "surveys": "answers are not recorded by product",
        "spend": "spend is not recorded by product",
        "partners": "what partners do is not recorded by product",
        "assets": "what customers make is not recorded by product",
        "exposures": "who met a feature is not recorded by product",
        "market": "sales of third parties are not recorded by product",
    },
}


def split(ledger: Ledger, blueprint: Blueprint, by: str) -> dict[str, Ledger]:
    """Return the ledger of each segment.

    ``channel``: a customer belongs, with everything they do, to the channel of their first touch, or else of
    their first order. So segments add up to the whole. ``product``: the order lines and subscriptions of each
    product; who moves from one plan to another leaves the one and is new to the other.
    """
    errors.one_of(by, BY, "by")
    if ledger.history is not None:
        # Who came by which channel is told by the first touch, which may lie before the window.
        parts = split(ledger.history, blueprint, by)
        return {segment: part.between(ledger.start, ledger.end) for segment, part in parts.items()}
    return _by_channel(ledger, blueprint) if by == "channel" else _by_product(ledger, blueprint)


def _by_channel(ledger: Ledger, blueprint: Blueprint) -> dict[str, Ledger]:
    home = channel_of(ledger.touches, ledger.orders)
    tables = {name: table for name, table in ledger.tables.items() if name not in BLIND["channel"]}
    of = {
        name: table["channel"].astype(str) if name == "spend" else _of(table["customer_id"], home)
        for name, table in tables.items()
    }
    assumed = [channel.name for channel in blueprint.assumptions.channels] if blueprint.assumptions else []
    seen = {channel for channels in of.values() for channel in channels.unique()}
    return {
        channel: _ledger(ledger, {name: table[of[name] == channel] for name, table in tables.items()})
        for channel in _in_order(seen, assumed)
    }


def _of(customers: pd.Series, home: pd.Series) -> pd.Series:
    channel = customers.map(home).astype(object)
    return channel.where(channel.notna(), UNKNOWN)


def _by_product(ledger: Ledger, blueprint: Blueprint) -> dict[str, Ledger]:
    tables = {"orders": ledger.orders, "subscriptions": ledger.subscriptions}
    seen = {str(product) for table in tables.values() for product in table["product"].unique()}
    return {
        product: _ledger(
            ledger, {name: table[table["product"].astype(str) == product] for name, table in tables.items()}
        )
        for product in _in_order(seen, [product.id for product in blueprint.products])
    }


def _in_order(seen: set[str], known: list[str]) -> list[str]:
    """Return what was seen, in the blueprint's order, then the rest by name, unknown last."""
    rest = sorted(seen - set(known) - {UNKNOWN}) + ([UNKNOWN] if UNKNOWN in seen else [])
    return [name for name in known if name in seen] + rest


def _ledger(whole: Ledger, tables: dict[str, pd.DataFrame]) -> Ledger:
    return Ledger(**tables, currency=whole.currency, start=whole.start, end=whole.end)
