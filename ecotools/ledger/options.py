"""What can be stated about an import, checked once for all importers."""

from collections.abc import Mapping as Mappable
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

import pandas as pd

from ecotools import days
from ecotools.errors import fraction, not_negative, one_of, positive
from ecotools.ledger.days import ORDERS, stated_zone
from ecotools.ledger.product_names import Catalogue, catalogue, key

CUSTOMERS = ("id", "email")


@dataclass(frozen=True)
class Options:
    """What was stated; made by `stated`."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    currency: str | None = None
    home_currency: str | None = None
    dates: str | None = None
    encoding: str | None = None
    zone: tzinfo = UTC
    coupons: Mappable[str, float] = field(default_factory=dict)
    prices: Mappable[str, float] = field(default_factory=dict)
    rates: Mappable[str, float] = field(default_factory=dict)
    converted: bool = False
    minor_units: bool = False
    renewals: bool = False
    customers: str = "id"
    covers: tuple[pd.Timestamp | None, pd.Timestamp | None] = (None, None)


def stated(
    products=None,
    *,
    currency: str | None = None,
    dates: str | None = None,
    timezone: str | None = None,
    coupons: Mappable[str, float] | None = None,
    prices: Mappable[str, float] | None = None,
    rates: Mappable[str, float] | None = None,
    customers: str = "id",
    first=None,
    last=None,
    **others,
) -> Options:
    """Return the options of an import, or an error that names the argument that is wrong.

    Parameters
    ----------
    products : Blueprint, mapping or None
        What the shop's product names mean (see `ecotools.ledger.product_names.catalogue`).
    currency, dates, timezone, coupons, prices, rates, customers, first, last, **others
        See `ecotools.ledger.import_files`.

    Examples
    --------
    >>> stated(currency="eur").currency
    'EUR'
    """
    if currency is not None and not (isinstance(currency, str) and len(currency.strip()) == 3):
        raise ValueError(f"currency must be a three-letter code such as 'USD', not {currency!r}")
    if dates is not None:
        one_of(dates, ORDERS, "dates")
    one_of(customers, CUSTOMERS, "customers")
    shares = {code: fraction(share, f"coupons[{code!r}]") for code, share in (coupons or {}).items()}
    costs = {key(plan): not_negative(price, f"prices[{plan!r}]") for plan, price in (prices or {}).items()}
    return Options(
        catalogue=catalogue(products),
        currency=currency.strip().upper() if currency else None,
        home_currency=getattr(products, "currency", None),
        dates=dates,
        zone=stated_zone(timezone),
        coupons=shares,
        prices=costs,
        rates={
            code.strip().upper(): positive(rate, f"rates[{code!r}]") for code, rate in (rates or {}).items()
        },
        customers=customers,
        covers=(
            None if first is None else days.first_day(first, "first"),
            None if last is None else days.last_day(last, "last"),
        ),
        **others,
    )
