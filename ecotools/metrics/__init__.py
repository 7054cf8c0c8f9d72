"""Measures of an ecosystem: tables of a ledger in, small result tables or numbers out.

The parts are loaded on first use, so that the import of one does not wait for the others:

>>> import ecotools.metrics
>>> ecotools.metrics.revenue.mrr.__name__
'mrr'
>>> "retention" in dir(ecotools.metrics)
True
"""

from importlib import import_module
from pkgutil import iter_modules

__all__ = sorted(part.name for part in iter_modules(__path__) if part.ispkg)
__dir__ = __all__.copy


def __getattr__(name: str):
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
