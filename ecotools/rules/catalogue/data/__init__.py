"""DAT: rules about the data that the ecosystem collects and passes on."""

from ecotools.rules.engine.rule import Category

data = Category("data", 17, "Data", "Can every event be used, and may every transfer happen?")
