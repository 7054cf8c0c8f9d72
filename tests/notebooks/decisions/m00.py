"""Module 00: Quillwork should first look at what it sells beside its bootcamp."""

from ecotools import data
from ecotools.simulate import simulate

LESSON = "00-start-here"


def holds(seed):
    orders = simulate(data.quillwork(), months=12, seed=seed).orders
    net = (orders["amount"] - orders["refunded"]).groupby(orders["product"].astype(str)).sum()
    assert net.idxmax() == "bootcamp"
    assert net.max() / net.sum() > 0.5, "the first product brings less than half: the funnel comes first"
    assert (orders.groupby("order_id").size() == 1).mean() > 0.5, "most orders hold several products"
    assert net.nlargest(2).iloc[1] / net.sum() < 0.25, "a second product carries a quarter"
