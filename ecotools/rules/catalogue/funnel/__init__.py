"""FUN: rules about the funnel, the share of people who go on from stage to stage."""

from ecotools.rules.engine.rule import Category

funnel = Category("funnel", 7, "The funnel", "Do enough people go on from step to step, counted in one way?")
