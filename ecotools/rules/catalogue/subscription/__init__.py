"""SUB: rules about subscribers: what they get, how many stay, and how they are counted."""

from ecotools.rules.engine.rule import Category

subscription = Category(
    "subscription",
    5,
    "Subscriptions",
    "Do subscribers get something new, do they stay, and are they counted right?",
)
