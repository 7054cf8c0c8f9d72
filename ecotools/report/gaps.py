"""The parts that a report cannot have yet: what each would show, and what would bring it."""

from dataclasses import dataclass

from ecotools.blueprint import Blueprint
from ecotools.errors import instance
from ecotools.forecast import lacking as forecast_lacks
from ecotools.ledger import Ledger


@dataclass(frozen=True)
class Absent:
    """A part that the report cannot have: what it would show, and what brings it, in words."""

    title: str
    shows: str
    brings: str


PARTS = {
    "offer": ("Offer and prices", "what is sold and for how much", "the products with their prices"),
    "journey": (
        "Customer journey",
        "where customers are met, from the first contact to the recommendation",
        "the touchpoints with their stages",
    ),
    "ecosystem": (
        "Ecosystem map",
        "what there is, what flows between, and which loops feed themselves",
        "the nodes of the map and what flows between them",
    ),
    "actual": (
        "What happened so far",
        "revenue, MRR, customers, margin and retention month by month",
        "a ledger: the exports of the shop and the payment service, imported",
    ),
    "forecast": (
        "Forecast",
        "revenue, MRR and subscribers in the months to come, with intervals and scenarios",
        "sales so far, or visitors, the shares who go on, and prices",
    ),
    "cash": (
        "Cash and financing",
        "cash by month, the money asked for and how it is paid back",
        "cash, fixed costs, and what is asked for on which terms",
    ),
    "plan": ("Plan", "the phases, who does what and when", "the phases with their days and owners"),
}
"""Part -> its title, what it shows, and what would bring it."""


def absent(part: str, brings: str = "") -> Absent:
    """Return what to say about a part without data.

    >>> absent("plan").title
    'Plan'
    """
    title, shows, usual = PARTS[part]
    return Absent(title, shows, brings or usual)


def right_kinds(blueprint: Blueprint, ledger: Ledger | None) -> None:
    """Raise unless these are a blueprint and a ledger or none; the message says where one comes from."""
    instance(blueprint, Blueprint, "blueprint", "Blueprint.read(path) reads one")
    if ledger is not None:
        instance(ledger, Ledger, "ledger", "read a folder with read_ledger(folder)")


def lacking(blueprint: Blueprint, ledger: Ledger | None = None) -> dict[str, list[str]]:
    """Return the parts that the report of a business would not have, and the fields that bring them.

    Parameters
    ----------
    blueprint : Blueprint
        The business.
    ledger : Ledger, optional
        What happened.

    Examples
    --------
    >>> lacking(Blueprint(name="Q"))["Plan"]
    ['plan.phases']
    """
    right_kinds(blueprint, ledger)
    drawn, plan = blueprint.map, blueprint.plan
    sold = ledger is not None and ledger.has_sales
    needs = {
        "offer": [] if blueprint.products else ["products"],
        "journey": [] if blueprint.journey or blueprint.funnel else ["journey"],
        "ecosystem": [] if drawn and drawn.nodes else ["map.nodes"],
        "actual": [] if sold else ["--ledger"],
        "forecast": forecast_lacks(blueprint, ledger if sold else None),
        "cash": [] if blueprint.financing else ["financing"],
        "plan": [] if plan and plan.phases else ["plan.phases"],
    }
    return {PARTS[part][0]: fields for part, fields in needs.items() if fields}
