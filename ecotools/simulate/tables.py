"""From arrays of small integers to the ledger's tables."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ecotools.blueprint import STAGES
from ecotools.ledger.schema import PARTNER_STEPS
from ecotools.simulate.engagement import ACTION_MIX
from ecotools.simulate.journey import asset_names
from ecotools.simulate.scenario import Scenario

_SURVEYS, _QUESTIONS = ["nps", "invitation"], ["score", "invited"]
ENDINGS = ("", "changed", "cancelled", "payment_failed")
Arrays = dict[str, np.ndarray]


def touches_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return the touches as the ledger has them."""
    return _frame(
        customer_id=_ids(rows["who"]),
        day=scenario.calendar.dates(rows["day"]),
        stage=_words(rows["stage"], STAGES),
        channel=_words(rows["channel"], _channels(scenario)),
        asset=_words(rows["asset"], asset_names(scenario)),
    )


def orders_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return the order lines as the ledger has them: quantity 1, no discount, refunds in full."""
    kinds = [product.kind for product in scenario.blueprint.products]
    known = list(dict.fromkeys(kinds))
    kind = np.array([known.index(one) for one in kinds], np.int8)
    number = len(rows["order"])
    return _frame(
        order_id=_ids(rows["order"]),
        customer_id=_ids(rows["who"]),
        day=scenario.calendar.dates(rows["day"]),
        product=_words(rows["product"], scenario.products),
        kind=_words(kind[rows["product"]], known),
        quantity=np.ones(number, np.int64),
        price=rows["price"],
        discount=np.zeros(number),
        amount=rows["price"].copy(),
        refunded=rows["refunded"],
        refund_day=scenario.calendar.dates(rows["refund_day"]),
        channel=_words(rows["channel"], _channels(scenario)),
    )


def subscriptions_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return the subscription periods as the ledger has them: one seat, no discount."""
    number = len(rows["who"])
    return _frame(
        subscription_id=_ids(rows["subscription"]),
        customer_id=_ids(rows["who"]),
        product=_words(rows["plan"], scenario.products),
        start=scenario.calendar.dates(rows["start"]),
        end=scenario.calendar.dates(rows["end"]),
        price=rows["price"],
        interval_months=rows["interval"],
        quantity=np.ones(number, np.int64),
        discount=np.zeros(number),
        ended_by=_words(rows["cause"], ENDINGS),
    )


def activity_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return the activity as the ledger has it."""
    return _frame(
        customer_id=_ids(rows["who"]),
        day=scenario.calendar.dates(rows["day"]),
        action=_words(rows["action"], list(ACTION_MIX)),
        count=rows["count"].astype(np.int64, copy=False),
    )


def surveys_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return the survey answers as the ledger has them."""
    kinds = int(rows["survey"].max(initial=0)) + 1
    return _frame(
        customer_id=_ids(rows["who"]),
        day=scenario.calendar.dates(rows["day"]),
        survey=_words(rows["survey"], _SURVEYS[:kinds]),
        question=_words(rows["survey"], _QUESTIONS[:kinds]),
        answer=rows["answer"],
    )


def spend_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return what channels were paid as the ledger has it."""
    return _frame(
        day=scenario.calendar.dates(rows["day"]),
        channel=_words(rows["channel"], _channels(scenario)),
        amount=rows["amount"],
    )


def partners_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return what partners did as the ledger has it."""
    names = [f"partner_{place}" for place in range(1, int(rows["who"].max(initial=0)) + 2)]
    return _frame(
        partner=_words(rows["who"], names),
        day=scenario.calendar.dates(rows["day"]),
        step=_words(rows["step"], PARTNER_STEPS),
        count=rows["count"],
    )


def assets_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return what customers made as the ledger has it."""
    number = len(rows["who"])
    return _frame(
        asset_id=_ids(np.arange(number)),
        customer_id=_ids(rows["who"]),
        day=scenario.calendar.dates(rows["day"]),
        kind=_words(np.zeros(number, np.int8), [scenario.ecosystem["assets"].kind]),
        removed=scenario.calendar.dates(rows["removed"]),
    )


def exposures_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return who met a feature, or was kept from it, as the ledger has it."""
    number = len(rows["who"])
    return _frame(
        customer_id=_ids(rows["who"]),
        day=scenario.calendar.dates(rows["day"]),
        feature=_words(np.zeros(number, np.int8), [scenario.ecosystem["exposures"].feature]),
        variant=_words(rows["variant"], ["without", "with"]),
    )


def market_table(scenario: Scenario, rows: Arrays) -> pd.DataFrame:
    """Return the sales of third parties as the ledger has them."""
    names = [f"seller_{place}" for place in range(1, scenario.ecosystem["market"].sellers + 1)]
    return _frame(
        sale_id=_ids(np.arange(len(rows["who"]))),
        customer_id=_ids(rows["who"]),
        day=scenario.calendar.dates(rows["day"]),
        seller=_words(rows["seller"], names),
        amount=rows["amount"],
        fee=rows["fee"],
    )


def _channels(scenario: Scenario) -> list[str]:
    return [channel.name for channel in scenario.assumptions.channels]


def _ids(places: np.ndarray) -> np.ndarray:
    """Ids that count from 1."""
    return places.astype(np.int64) + 1


def _words(codes: np.ndarray, words: Sequence[str]) -> pd.Categorical:
    return pd.Categorical.from_codes(codes, categories=pd.Index(words, dtype="str"))


def _frame(**columns) -> pd.DataFrame:
    """A DataFrame over the arrays as they are: gathering them into blocks would copy a large ledger."""
    return pd.DataFrame(columns, copy=False)
