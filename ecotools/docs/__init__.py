"""The pages in ``docs/`` that are made from what they tell of: ``ecotools docs`` makes all of them.

Each module makes a page, or those of a folder, from the code, the notebooks or the tables of a clone.
"""

from ecotools.docs.glossary import link_terms
from ecotools.docs.made import outdated, pages, write

__all__ = ["link_terms", "outdated", "pages", "write"]
