"""Every public measure with calls of it, found by introspection: the calls are those of its docstring.

So a new measure is covered by the tests of all measures as soon as it has the example that it must have.
"""

import doctest
import importlib
import inspect
import pkgutil
from dataclasses import dataclass, replace
from functools import cache
from unittest.mock import patch

import networkx as nx
import numpy as np
import pandas as pd

from ecotools import metrics
from ecotools.metrics import kpi

MOMENTS = ("at", "month", "start", "end", "until")
"""The names under which measures take days and months."""


@dataclass(frozen=True)
class Call:
    """A measure and the arguments of one call."""

    name: str
    function: object
    arguments: dict

    @property
    def parameters(self) -> list[str]:
        return list(inspect.signature(self.function).parameters)

    @property
    def moments(self) -> list[str]:
        return [name for name in MOMENTS if name in self.parameters]

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        return {name: each for name, each in self.arguments.items() if isinstance(each, pd.DataFrame)}

    def but(self, **arguments) -> "Call":
        return replace(self, arguments=self.arguments | arguments)

    def at(self, name: str, value) -> "Call":
        """Return the call for another moment, with a plain day for the other end of a window."""
        others = {other: None for other in self.moments if other in self.arguments}
        if name in ("start", "end") and {"start", "end"} <= set(self.moments):
            others |= {"start": "2025-01-01", "end": "2025-06-01"}
        return self.but(**others | {name: value})

    def __call__(self):
        given = {name: _copy(value) for name, value in self.arguments.items()}
        return self.function(**given)

    def __str__(self) -> str:
        return self.name


def measures() -> dict[str, object]:
    """Return the public functions of every part of `ecotools.metrics` by name."""
    found = {}
    for part in pkgutil.iter_modules(metrics.__path__):
        module = importlib.import_module(f"ecotools.metrics.{part.name}")
        for name in getattr(module, "__all__", ()):
            if inspect.isfunction(getattr(module, name)):
                found[f"{part.name}.{name}"] = getattr(module, name)
    return found


@cache  # two files of tests ask for them, and it takes as long as all the examples
def calls() -> tuple[Call, ...]:
    """Return the calls in the examples of all measures."""
    registered = dict(kpi.REGISTRY)
    found = [call for name, function in measures().items() for call in _of_example(name, function)]
    kpi.REGISTRY.clear()
    kpi.REGISTRY.update(registered)
    return tuple(found)


def same(one, other) -> bool:
    """Tell whether two results agree, to rounding error, definitions and reasons included."""
    if isinstance(one, (pd.DataFrame, pd.Series)):
        if one.attrs.get("reason") != other.attrs.get("reason"):
            return False
        check = pd.testing.assert_frame_equal if one.ndim == 2 else pd.testing.assert_series_equal
        kinds = {
            "check_dtype": False,
            "check_index_type": False,
            "check_exact": False,
            "rtol": 1e-9,
            "check_names": False,
        }
        try:
            check(
                _plain(one), _plain(other), **kinds, **({"check_column_type": False} if one.ndim == 2 else {})
            )
        except AssertionError:
            return False
        return True
    if isinstance(one, float):
        alike = (getattr(each, "reason", "") for each in (one, other))
        return bool(np.isclose(one, other, equal_nan=True)) and len(set(alike)) == 1
    if isinstance(one, nx.Graph):
        return nx.utils.graphs_equal(one, other)
    if isinstance(one, np.ndarray):
        return np.allclose(one, other, equal_nan=True)
    return one == other


def _plain(result):
    """Return a result without the dtypes that tests change: ids, categories and days as objects."""
    result = result.copy()
    if result.ndim == 2:
        result.columns = result.columns.astype(object)
        for place, dtype in enumerate(result.dtypes):
            if dtype.kind == "M":
                result.isetitem(place, result.iloc[:, place].astype("datetime64[ns]"))
            elif dtype.kind == "O":
                result.isetitem(place, result.iloc[:, place].astype(object))
    if result.index.dtype.kind == "O" and not isinstance(result.index, pd.PeriodIndex):
        result.index = result.index.astype(object)
    return result


def _copy(value):
    return value.copy() if isinstance(value, (pd.DataFrame, pd.Series, np.ndarray)) else value


def _of_example(name: str, function) -> list[Call]:
    """Return the calls that the docstring of a measure makes of it."""
    found = []

    def record(*args, **kwargs):
        bound = inspect.signature(function).bind(*args, **kwargs)
        given = {each: _copy(value) for each, value in bound.arguments.items()}
        found.append(Call(name, function, given))
        return function(*args, **kwargs)

    module = inspect.getmodule(function)
    package = importlib.import_module(f"ecotools.metrics.{name.partition('.')[0]}")
    tests = doctest.DocTestFinder(recurse=False).find(function, module=module, globs=dict(vars(module)))
    with patch.object(package, function.__name__, record):
        for test in tests:
            test.globs[function.__name__] = record
            doctest.DocTestRunner(verbose=False).run(test, out=lambda text: None, clear_globs=False)
    return found
