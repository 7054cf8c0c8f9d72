"""PRJ: rules about projections: sums, prices, ranges and people."""

from ecotools.rules.engine.rule import Category

projection = Category(
    "projection", 12, "Projections", "Do the numbers of the plan follow from prices, people and rates?"
)
