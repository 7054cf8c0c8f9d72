"""The personal case of each learner: Quillwork with prices, rates and traffic of their own."""

from __future__ import annotations

import hashlib
import math
import unicodedata
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ecotools.blueprint import Blueprint
    from ecotools.ledger import Ledger

PLACEHOLDERS = {"", "none", "your-name", "your name", "student-id"}
# Part of every seed: a change of the perturbation below is a new edition, with other numbers for everybody.
EDITION = "quillwork-1"


@dataclass(frozen=True)
class Variant:
    """A personal Quillwork: its blueprint, and the ledger simulated from it when it is first asked for.

    Parameters
    ----------
    student_id : str
        Normalised: without white space around it, in lower case.
    seed : int
        Below 2**32; the same id has the same seed everywhere.
    blueprint : Blueprint
        Quillwork with perturbed numbers (see `variant`).
    months : int
        Months in the ledger.
    scale : float
        Share of the blueprint's traffic that the ledger holds.
    """

    student_id: str
    seed: int
    blueprint: Blueprint = field(repr=False)
    months: int = 12
    scale: float = 0.5

    @cached_property
    def ledger(self) -> Ledger:
        """The synthetic ledger of the first ``months`` months, with its true parameters in ``truth``."""
        from ecotools.simulate import simulate

        return simulate(self.blueprint, months=self.months, seed=self.seed, scale=self.scale)

    def rng(self, name: str) -> np.random.Generator:
        """Return a random generator for one purpose; another name gives other numbers, whatever came before.

        >>> case = variant("ada")
        >>> case.rng("02-q1").integers(100) == case.rng("02-q1").integers(100)
        np.True_
        """
        return np.random.Generator(np.random.PCG64(_number(f"{self.student_id}|{name}")))


def variant(student_id: str | None, *, months: int = 12, scale: float = 0.5) -> Variant:
    """Return the personal case of a learner: the same id gives the same numbers on every machine.

    Prices move by up to a quarter and end in 9 again (the membership tiers by the same factor, the bundle
    with its parts), funnel rates by 15%, visitors by a quarter, other rates by a fifth. So neighbours
    differ in the numbers, never in the questions.

    Parameters
    ----------
    student_id : str
        Any text; capital letters and white space around it do not matter. Empty, None or "your-name" is
        everybody's case, and a note says so.
    months : int
        Months of the ledger.
    scale : float
        Share of the traffic in the ledger; 0.5 is some 70,000 touches and 800 orders a year.

    Examples
    --------
    >>> variant(" Ada ") == variant("ada"), variant("ada").seed == variant("ben").seed
    (True, False)
    >>> len(variant("ada").ledger.orders) > 0
    True
    """
    name = unicodedata.normalize("NFC", "" if student_id is None else str(student_id)).strip().casefold()
    if name in PLACEHOLDERS:
        name = "your-name"
        print(
            "This is everybody's Quillwork. For one of your own, put your student id at the top:"
            '\n    STUDENT_ID = "ada-lovelace"'
        )
    seed = _number(name) % 2**32
    return Variant(name, seed, personal_blueprint(seed), months, scale)


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{EDITION}|{text}".encode()).digest()[:8], "big")


def personal_blueprint(seed: int) -> Blueprint:
    """Return Quillwork with prices, rates and traffic perturbed by ``seed``.

    >>> personal_blueprint(1).product("bootcamp").price % 10
    9.0
    """
    blueprint = _quillwork().model_copy(deep=True)
    rng = np.random.Generator(np.random.PCG64(seed))
    _move_prices(blueprint, rng)
    _move_rates(blueprint, rng)
    return blueprint


@cache
def _quillwork() -> Blueprint:
    from ecotools.data import quillwork

    return quillwork()


def _near(rng: np.random.Generator, value: float, spread: float, digits: int) -> float:
    """Return ``value`` times a factor between 1/(1 + spread) and 1 + spread, rounded."""
    factor = math.exp(rng.uniform(-1, 1) * math.log1p(spread))
    return round(value * factor, digits)


def _charming(price: float) -> float:
    """Return the price as shops would: whole below 20, ending in 9 above.

    >>> _charming(11.7), _charming(203), _charming(24)
    (12.0, 199.0, 19.0)
    """
    return float(round(price)) if price < 20 else max(10.0 * round((price + 1) / 10) - 1, 19.0)


def _move_prices(blueprint: Blueprint, rng: np.random.Generator) -> None:
    tiers = math.exp(rng.uniform(-1, 1) * math.log(1.25))
    before = {product.id: product.price for product in blueprint.products}
    for product in blueprint.products:
        if product.price == 0 or product.includes:
            continue
        factor = tiers if product.kind == "subscription" else math.exp(rng.uniform(-1, 1) * math.log(1.25))
        product.price = _charming(product.price * factor)
        if product.value:
            product.value = float(round(product.value * product.price / before[product.id]))
    for product in blueprint.products:
        if product.includes:
            now = sum(blueprint.product(part).price for part in product.includes)
            then = sum(before[part] for part in product.includes)
            product.price = min(_charming(product.price * now / then), _charming(now - 10))


def _move_rates(blueprint: Blueprint, rng: np.random.Generator) -> None:
    for step in blueprint.funnel:
        step.rate = min(_near(rng, step.rate, 0.15, 3), 0.95)
    guesses = blueprint.assumptions
    for channel in guesses.channels:
        channel.visitors_per_month = max(_near(rng, channel.visitors_per_month, 0.25, -1), 10.0)
        channel.quality = _near(rng, channel.quality, 0.1, 2)
    for name in ("add_on_rate", "bundle_rate", "subscribe_rate", "refund_rate"):
        rates = getattr(guesses, name)
        setattr(guesses, name, {key: _near(rng, rate, 0.2, 3) for key, rate in rates.items()})
    for churn in guesses.churn.values():
        churn.beta = _near(rng, churn.beta, 0.2, 1)
    shift = round(rng.uniform(-0.06, 0.06), 2)
    nps = guesses.nps
    guesses.nps = type(nps)(
        promoters=round(nps.promoters + shift, 2),
        passives=nps.passives,
        detractors=round(1 - round(nps.promoters + shift, 2) - nps.passives, 2),
    )
