"""Module 01: Quillwork is an ecosystem that hangs on one product; the templates are the best second way."""

import pandas as pd

from ecotools import data
from ecotools.metrics import ecosystem, kpi
from ecotools.simulate import simulate

DAYS = {"first day": "2023-02-06", "a year later": "2024-02-06", "today": "2026-01-05"}
NO_CANDIDATES = ["headline_checklist", "bootcamp", "starter_bundle"]
WORLDS = ["partners bring success", "size brings both", "success brings partners"]
LETTERS = 10


def revenue_of(shop, seed):
    """Return what each product brings in the first twelve months."""
    monthly = kpi.compute(shop, simulate(shop, months=12, seed=seed), "revenue", by="product")
    return monthly.groupby("product")["value"].sum()


def left_with(target, nodes, flows, revenue):
    """Return how many starve without the bootcamp, and the share of revenue left, with one arrow more."""
    extra = pd.DataFrame({"from": ["headline_checklist"], "to": [target]})
    starving = ecosystem.starved(nodes, pd.concat([flows, extra]), "bootcamp")
    kept = revenue.drop(["bootcamp", *starving], errors="ignore").sum()
    return len(starving), kept / revenue.sum()


def letters(nodes, flows, seed):
    """Return what ten letters about the bootcamp and ten about the Logo Pack bring, at once and later."""
    months = {"membership": 6, "membership_lite": 6, "writers_room": 2}
    sold = nodes[["id", "price"]].assign(price=nodes["price"] * nodes["id"].map(months).fillna(1))
    sold.loc[len(sold)] = ["logo_pack", data.quillwork("first-draft").product("logo_pack").price]
    sold["rate"] = sold["id"].map({"bootcamp": 0.003, "logo_pack": 0.009}).fillna(0)
    readers = LETTERS * data.quillwork().audience.subscribers
    known = flows.dropna(subset=["rate"])
    sent = ecosystem.simulate_showings(sold, known, {"bootcamp": readers, "logo_pack": readers}, seed=seed)
    return sent.set_index("id")[["at_once", "later"]]


def survivors(seed):
    """Return how much better those with many partners did: of all that started, and of those still there."""
    started = ecosystem.simulate_survivors(4000, seed=seed)
    many = started["partners"] > started["partners"].median()
    seen = started[started["survived"]]
    return [
        part.groupby(many.loc[part.index])["performance"].mean().diff().iloc[-1] for part in (started, seen)
    ]


def numbers(seed):
    """Return what the decision and the turns before it rest on."""
    shops = {name: ecosystem.on_day(data.quillwork(), day) for name, day in DAYS.items()}
    parts = {name: (ecosystem.nodes(shop), ecosystem.flows(shop)) for name, shop in shops.items()}
    money = {name: revenue_of(shop, seed) for name, shop in shops.items()}
    nodes, flows = parts["today"]
    starving = ecosystem.starved(nodes, flows, "bootcamp")
    candidates = [id for id in nodes["id"] if id not in NO_CANDIDATES]
    tried = {id: left_with(id, nodes, flows, money["today"]) for id in candidates}
    worlds = {
        name: ecosystem.simulate_partners(name, 1000, added=13, seed=seed)
        .groupby("added")["successful"]
        .mean()
        for name in WORLDS
    }
    return {
        "feeding": {name: ecosystem.share_feeding(*part) for name, part in parts.items()},
        "shelf": ecosystem.share_feeding(
            ecosystem.nodes(data.catalogue()), ecosystem.flows(data.catalogue())
        ),
        "largest": {name: ecosystem.largest_share(each) for name, each in money.items()},
        "hangs": money["today"].reindex(["bootcamp", *starving]).sum() / money["today"].sum(),
        "starving": len(starving),
        "tried": tried,
        "best": max(tried, key=lambda id: tried[id][1]),
        "gains": {name: rates[True] - rates[False] for name, rates in worlds.items()},
        "letters": letters(nodes, flows, seed),
        "survivors": survivors(seed),
    }


CONDITIONS = {
    "most products feed another, and ever more do": lambda n: (
        n["feeding"]["first day"] < n["feeding"]["a year later"] < n["feeding"]["today"]
        and n["feeding"]["today"] > 0.5
    ),
    "in the catalogue none does": lambda n: n["shelf"] == 0,
    "the bootcamp's share of revenue falls": lambda n: (
        n["largest"]["today"] < n["largest"]["a year later"] < n["largest"]["first day"]
    ),
    "but all of it hangs on the bootcamp": lambda n: n["hangs"] > 0.99 and n["starving"] == 8,
    "and its own share is much smaller": lambda n: n["largest"]["today"] < 0.75,
    "an arrow to the templates leaves the most": lambda n: n["best"] == "template_bundle",
    "and no other arrow starves fewer": lambda n: (
        n["tried"]["template_bundle"][0] == min(starving for starving, _ in n["tried"].values())
    ),
    "most would still be lost": lambda n: 0.05 < n["tried"]["template_bundle"][1] < 0.5,
    "thirteen partners help much in one world": lambda n: (
        [name for name, gain in n["gains"].items() if gain > 0.1] == ["partners bring success"]
    ),
    "partners look helpful among those still there only": lambda n: (
        abs(n["survivors"][0]) < 0.2 and n["survivors"][1] > 0.4
    ),
    "at once, the Logo Pack brings more": lambda n: (
        n["letters"].loc["logo_pack", "at_once"] > n["letters"].loc["bootcamp", "at_once"]
    ),
    "counted to the end, the bootcamp does": lambda n: (
        n["letters"].loc["bootcamp"].sum() > n["letters"].loc["logo_pack"].sum()
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
