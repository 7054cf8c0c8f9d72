"""PRC: rules about prices: how they are set, and what others ask."""

from ecotools.rules.engine.rule import Category

pricing = Category(
    "pricing", 3, "Prices", "Are prices what customers of such products expect, and were they tried?"
)
