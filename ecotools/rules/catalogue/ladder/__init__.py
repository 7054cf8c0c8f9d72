"""LAD: rules about the ladder, from one core product to what its buyers are offered on top."""

from ecotools.rules.engine.rule import Category

ladder = Category("ladder", 2, "The ladder", "Does each offer lead to a larger one that is worth it?")
