"""ECO: rules about the partners of an ecosystem in which several businesses serve the same people."""

from ecotools.rules.engine.rule import Category

partners = Category("partners", 21, "The partners", "Who else takes part, and does everyone know their part?")
