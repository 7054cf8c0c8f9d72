"""Words for rules about projections: their lines, and the ends of their ranges."""

from collections.abc import Iterator
from itertools import product as pairs
from math import ceil

from ecotools.blueprint.offer import INTERVAL_MONTHS
from ecotools.rules.engine.parts import Missing, Part, place_of
from ecotools.rules.engine.rule import only
from ecotools.rules.words.vocabulary import off_by, product_of

HIGH = "_high"


def lines(business: Part) -> list[Part]:
    """Return the lines of all projections."""
    found = [line for projection in business.business.projections for line in projection.get("lines", [])]
    return only(found, "projections[].lines")


def ends(line: Part, field: str) -> list[float]:
    """Return the low and the high end of a number of a line; the same twice when it is no range."""
    low = getattr(line, field)
    return [low, getattr(line, field + HIGH) if line.has(field + HIGH) else low]


def quantities(line: Part) -> list[float]:
    """Return the low and the high end of the units: as stated, else the rate's share of the base."""
    if line.has("quantity"):
        return ends(line, "quantity")
    if not (line.has("base") and line.has("rate")):
        raise Missing((*place_of(line), "quantity"))
    return [line.base * rate for rate in ends(line, "rate")]


def off(stated: float, reckoned: float) -> float:
    """Return how far an amount is from what it should be, as a share of it; 0 when it is right to the cent.

    >>> off(446.56, 446.5551), off(100, 90)
    (0.0, 0.1)
    """
    return min(off_by(stated, round(reckoned, 2)), off_by(stated, reckoned))


def same_number(one: float, other: float) -> bool:
    """Return whether two numbers are the same but for the last digits of a float."""
    return off(one, other) < 1e-9


def whole_range(line: Part) -> list[float]:
    """Return the low and the high end of the units; the rate's range counts where the units have none."""
    low, high = quantities(line)
    if not line.has("quantity_high") and line.has("rate_high") and line.rate:
        high = low * line.rate_high / line.rate
    return [low, high]


def mixed(stated: float, many: list[float], each: list[float]) -> tuple[float, float] | None:
    """Return the units and the price of which a high end was made, when not both are high ends.

    >>> mixed(20910, [30, 50], [297, 697]), mixed(34850, [30, 50], [297, 697])
    ((30, 697), None)
    """
    if same_number(stated, many[1] * each[1]):
        return None
    return next((pair for pair in pairs(many, each) if same_number(stated, pair[0] * pair[1])), None)


def listed_prices(line: Part) -> list[float]:
    """Return the prices at which the product of a line is sold, each as it may stand in a projection.

    These are its price, its first price, the prices of its packages and its price for beta customers. Of a
    product that recurs they are what a customer pays in the months of the projection, as far as it says how
    many, else the price by the interval, the month and the year.
    """
    product, months = product_of(line), months_of(line)
    packages = product.coaching.get("packages", []) if product.has("coaching") else []
    usual = [product.price, *(package.price for package in packages)]
    usual += [product.price * (1 - off) for off in _beta_discounts(line.business)]
    first = [product.intro_price] if product.has("intro_price") else []
    if product.billing == "one_time":
        return usual + first
    if not months:
        return [*usual, *first, *(in_months(product, product.price, many)[1] for many in (1, 12))]
    later = in_months(product, product.price, months)[0] - product.price
    return [each for price in usual for each in in_months(product, price, months)] + [
        price + later for price in first
    ]


def months_of(line: Part) -> int:
    """Return how many months of revenue the projection of a line counts; 0 when it does not say.

    A run rate is that of one month or of one year, however long the projection is.
    """
    whole = line.business.projections[place_of(line)[1]]
    if whole.get("unit") in ("mrr", "arr") or not whole.has("month"):
        return 0
    return (whole.get("to_month") or whole.month) - whole.month + 1


def in_months(product: Part, price: float, months: int) -> list[float]:
    """Return what a customer of a recurring product pays in so many months, and what falls to these months.

    Of a yearly price of 120 three months bring 120 when it is paid in them, and are worth 30.
    """
    interval = INTERVAL_MONTHS[product.billing]
    return [price * ceil(months / interval), price / interval * months]


def reached(lines: list[Part], known: set[float]) -> set[float]:
    """Return the numbers of people that follow from one another, from the known ones and the largest base.

    Who buys one product is who may buy the next: the quantity of a line whose base is reached is reached too.
    """
    found = known | {max(line.base for line in lines)}
    for _ in lines:
        for line in lines:
            if _among(line.base, found):
                found |= set(quantities(line)) if _countable(line) else set()
    return found


def unreached(lines: list[Part], known: set[float]) -> Iterator[Part]:
    """Yield the lines whose base is none of the numbers that follow from one another."""
    there = reached(lines, known)
    for line in lines:
        if not _among(line.base, there):
            yield line


def _among(number: float, numbers: set[float]) -> bool:
    return any(same_number(number, other) for other in numbers)


def _countable(line: Part) -> bool:
    return line.has("quantity") or line.has("rate")


def _beta_discounts(business: Part) -> list[float]:
    plan = business.get("plan")
    beta = plan.get("beta") if plan else None
    return [beta.discount] if beta and beta.has("discount") else []
