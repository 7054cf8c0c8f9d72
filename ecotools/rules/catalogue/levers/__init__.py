"""LVR: rules about the levers, which are what a business can do to grow."""

from ecotools.rules.engine.rule import Category

levers = Category(
    "levers", 14, "The levers", "Does the work go first where it moves most, and on several things at once?"
)
