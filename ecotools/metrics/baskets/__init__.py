"""Baskets: which products go together, and what buyers buy next (`next_product`)."""

from ecotools.metrics.baskets.next_purchases import next_product

__all__ = ["next_product"]
__dir__ = __all__.copy
