"""SAS: what is asked of software, in the profile saas."""

from ecotools.rules.engine.rule import Category

software = Category(
    "software", 22, "Software", "Is it known who tries it, who comes to use it, and how many seats are paid?"
)
