"""MET: rules about the numbers that a business watches, and what they prove."""

from ecotools.rules.engine.rule import Category

metrics = Category("metrics", 9, "The metrics", "Do the numbers it watches show what grows, and why?")
