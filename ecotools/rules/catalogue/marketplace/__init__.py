"""MKT: rules about a marketplace on which third parties sell."""

from ecotools.rules.engine.rule import Category

marketplace = Category(
    "marketplace", 18, "The marketplace", "Is it worth selling there, and safe to buy there?"
)
