"""Answers of module 04 that get another verdict now, on purpose, and why."""

CHANGED = {
    ("04-q5", "the cheapest of equal surpluses"): (
        "right now: of equal surpluses the cheaper tier is taken, as `pricing.tiers_demand` does, and `prices` lists"
        " the cheapest first"
    ),
}
