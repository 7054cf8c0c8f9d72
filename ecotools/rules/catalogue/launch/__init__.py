"""LCH: rules about the launch: a small first group, a plan whose days add up, and when it pays."""

from ecotools.rules.engine.rule import Category

launch = Category("launch", 10, "The launch", "Does the plan learn from a few before it sells to many?")
