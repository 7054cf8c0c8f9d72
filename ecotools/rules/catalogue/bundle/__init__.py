"""BND: rules about bundles, whose price and contents have to agree with what is sold alone."""

from ecotools.rules.engine.rule import Category

bundle = Category("bundle", 4, "Bundles", "Is a bundle worth more than its parts, and honest about it?")
