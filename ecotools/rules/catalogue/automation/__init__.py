"""AUT: rules about what happens by itself, and the systems that it needs."""

from ecotools.rules.engine.rule import Category

automation = Category(
    "automation",
    8,
    "Automation",
    "Does what must happen every time happen by itself, and does it help?",
)
