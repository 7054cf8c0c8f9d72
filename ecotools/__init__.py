"""Tools to describe, simulate, measure and teach digital product ecosystems.

The parts are loaded on first use, so that ``import ecotools`` stays light:

>>> import ecotools
>>> ecotools.blueprint.Blueprint.__name__
'Blueprint'
"""

from importlib import import_module

__version__ = "0.1.0"

_PARTS = (
    "blueprint",
    "claims",
    "data",
    "forecast",
    "grading",
    "learn",
    "ledger",
    "metrics",
    "planning",
    "plots",
    "report",
    "rules",
    "simulate",
    "widgets",
)

__all__ = ["__version__", *_PARTS]
__dir__ = __all__.copy  # so that dir() shows what is public, here and in each part


def __getattr__(name: str):
    if name in _PARTS:
        return import_module(f"ecotools.{name}")
    raise AttributeError(f"module 'ecotools' has no attribute {name!r}; it has {', '.join(_PARTS)}")
