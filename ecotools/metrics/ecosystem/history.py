"""A business as it was on a day: the products that were there, and what led from one to another."""

from typing import Any

import pandas as pd

from ecotools import days
from ecotools.blueprint import Blueprint
from ecotools.metrics.ecosystem.tables import is_blueprint

_KEPT = ("name", "currency", "audience", "funnel")
_OF_OTHERS = ("next", "includes", "included_months")
_GONE = object()


def on_day(blueprint: Blueprint, day: object) -> Blueprint:
    """Return a business as it was on a day: with the products that were launched by then.

    Kept are name, currency, audience and funnel, those products, and what ladder and assumptions say of them:
    enough to draw and to simulate it. Other sections tell of the whole business and are left out.

    Parameters
    ----------
    blueprint : Blueprint
        Its products need a ``launch_date``.
    day : str or other moment
        The day, such as ``"2024-02-06"``; a month means its last day.

    Returns
    -------
    Blueprint
        A new one. A bundle of which a part is not there yet is left out as well.

    Raises
    ------
    TypeError, ValueError
        When it is no blueprint, a product has no launch date, or ``day`` is none.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> [product.id for product in on_day(quillwork(), "2023-02-06").products]
    ['headline_checklist', 'bootcamp']
    """
    is_blueprint(blueprint)
    last = days.last_day(day, "day")
    undated = [product.id for product in blueprint.products if product.launch_date is None]
    if undated:
        raise ValueError(f"the product {undated[0]!r} has no launch_date: say since when it is sold")
    there = {one.id for one in blueprint.products if pd.Timestamp(one.launch_date) <= last}
    there -= {one.id for one in blueprint.products if not set(one.includes or []) <= there}
    gone = {one.id for one in blueprint.products} - there
    whole = blueprint.model_dump(by_alias=True, exclude_none=True)
    kept = {name: whole[name] for name in _KEPT if name in whole}
    kept["products"] = [_product(one, gone) for one in whole["products"] if one["id"] in there]
    kept |= {name: _without(whole[name], gone) for name in ("ladder", "assumptions") if name in whole}
    return Blueprint.model_validate(kept)


def _product(product: dict, gone: set[str]) -> dict:
    """Return a product that refers to none that is gone, and to no section that is left out."""
    said = {name: value for name, value in product.items() if name != "kpis"}
    return said | {name: _without(said[name], gone) for name in _OF_OTHERS if name in said}


def _without(said: Any, gone: set[str]) -> Any:
    """Return a section without what tells of products that are gone."""
    if isinstance(said, str) and said in gone:
        return _GONE
    if isinstance(said, list):
        return [kept for each in said if (kept := _without(each, gone)) is not _GONE]
    if not isinstance(said, dict):
        return said
    kept = {name: _without(value, gone) for name, value in said.items() if name not in gone}
    # An item that names one that is gone, such as an upgrade to it, goes as a whole; a group only loses it.
    if any(kept[name] is _GONE and isinstance(said[name], str) for name in kept):
        return _GONE
    return {name: value for name, value in kept.items() if value is not _GONE}
