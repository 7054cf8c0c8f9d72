"""What a forecast rests on: each number with how far it may be off, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ecotools.simulate.draws import stream

LEVEL = 0.8
"""Share of the draws that an interval holds: from the 10th to the 90th of a hundred."""
TAIL = (1 - LEVEL) / 2

BLUEPRINT, DEFAULT, LEDGER = "the blueprint", "the documented default", "the ledger"


@dataclass(frozen=True)
class Parameter:
    """One number that a forecast rests on.

    Attributes
    ----------
    id : str
        What it is, and of what: ``visitors.search``, ``churn.club``.
    about : str
        The same in words.
    unit : str
        ``count``, ``fraction``, ``growth`` (a month) or ``ratio``.
    value : float
        The best guess.
    draws : ndarray
        One value per run, as far off as the number may be.
    source : str
        Where it comes from.
    """

    id: str
    about: str
    unit: str
    value: float
    draws: np.ndarray
    source: str

    @property
    def low(self) -> float:
        """The value that a tenth of the draws lie below."""
        return float(np.quantile(self.draws, TAIL))

    @property
    def high(self) -> float:
        """The value that a tenth of the draws lie above."""
        return float(np.quantile(self.draws, 1 - TAIL))

    @property
    def kind(self) -> str:
        """The part of the id before the dot: what it is, without of what."""
        return self.id.partition(".")[0]

    def at(self, value: float) -> Parameter:
        """Return the parameter as known: every run takes ``value``."""
        return replace(self, value=float(value), draws=np.full(len(self.draws), float(value)))


class Parameters(dict):
    """The parameters of a forecast by id, and how many runs their draws are for."""

    def __init__(self, parameters, runs: int):
        super().__init__((one.id, one) for one in parameters)
        self.runs = runs

    def draws(self, id: str, otherwise: float = 0.0) -> np.ndarray:
        """Return the draws of a parameter, or ``otherwise`` in every run when there is no such parameter."""
        return self[id].draws if id in self else np.full(self.runs, otherwise)

    def fixed(self, changes: dict[str, float] | None = None) -> Parameters:
        """Return the best guesses, one run; ``changes`` are other values by id."""
        changes = changes or {}
        one_run = [replace(one, draws=one.draws[:1]) for one in self.values()]
        return Parameters([one.at(changes.get(one.id, one.value)) for one in one_run], 1)

    def table(self) -> pd.DataFrame:
        """Return one row per parameter: id, about, unit, value, low, high, source."""
        columns = ["id", "about", "unit", "value", "low", "high", "source"]
        return pd.DataFrame(
            [[getattr(one, name) for name in columns] for one in self.values()], columns=columns
        )


class Maker:
    """Make parameters for so many runs; each draws from a random stream of its own, found by its id.

    Parameters
    ----------
    runs, seed : int
        How many draws, and of which seed.
    doubt : float
        How far a number without data may be off, as a share of it: its standard deviation.
    """

    def __init__(self, runs: int, seed: int, doubt: float):
        self.runs, self.seed, self.doubt = runs, seed, doubt

    def rng(self, id: str) -> np.random.Generator:
        """Return the random stream of one parameter."""
        return stream(self.seed, "forecast", id)

    def assumed_share(self, id: str, about: str, share: float, source: str = BLUEPRINT) -> Parameter:
        """Return a share that nobody has counted: a beta distribution with its doubt; 0 and 1 are certain."""
        spread = self.doubt * min(share, 1 - share)
        if spread == 0:
            return self.known(id, about, "fraction", share, source)
        weight = share * (1 - share) / spread**2 - 1
        draws = self.rng(id).beta(share * weight, (1 - share) * weight, self.runs)
        return Parameter(id, about, "fraction", share, draws, source)

    def counted_share(self, id: str, about: str, part: int, whole: int, words: str) -> Parameter:
        """Return a share that was counted: ``part`` of ``whole``, with Jeffreys' prior."""
        draws = self.rng(id).beta(part + 0.5, whole - part + 0.5, self.runs)
        source = f"{LEDGER}: {part:,} of {whole:,} {words}"
        return Parameter(id, about, "fraction", part / whole, draws, source)

    def assumed_size(self, id: str, about: str, unit: str, size: float, source: str = BLUEPRINT) -> Parameter:
        """Return a positive number that nobody has counted: log-normal with its doubt, around ``size``."""
        sigma = np.sqrt(np.log1p(self.doubt**2))
        draws = size * self.rng(id).lognormal(-(sigma**2) / 2, sigma, self.runs)
        return Parameter(id, about, unit, size, draws, source)

    def known(self, id: str, about: str, unit: str, value: float, source: str = BLUEPRINT) -> Parameter:
        """Return a number that is taken as it is."""
        return Parameter(id, about, unit, value, np.full(self.runs, float(value)), source)
