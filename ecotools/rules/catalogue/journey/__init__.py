"""JRN: rules about the customer journey, from the first touch to the referral."""

from ecotools.rules.engine.rule import Category

journey = Category(
    "journey", 1, "The journey", "Does a stranger find a way, without gaps, to become an advocate?"
)
