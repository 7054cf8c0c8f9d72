"""REF: rules about what customers are promised."""

from ecotools.rules.engine.rule import Category

policy = Category("policy", 20, "Policies", "Does a customer know what happens when it does not work out?")
