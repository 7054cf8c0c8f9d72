"""The confident numbers of the guides, audited: what they say, what comes out when one recomputes it, why.

The five documents that the course is built on quote 137 figures that this table keeps, each with an
expression that recomputes it from the document's own numbers, and a verdict. Lessons quote such a figure
through this module, so that it stands in one place.

>>> from ecotools import claims
>>> claims.recompute("B04")
Claim B04 (information-product guide, section 2): inconsistent
  Quoted:     Standalone $297-697: "Monthly revenue at 100 customers" $8,910-20,910
  Recomputed: (30.0, 30.0, 29700, 69700)
  By:         (8910/297, 20910/697, 100*297, 100*697)
  Note:       Both bounds imply 30 sales; 100 customers would be $29,700-69,700.
"""

from .table import claims, quote, recompute

__all__ = ["claims", "quote", "recompute"]
__dir__ = __all__.copy
