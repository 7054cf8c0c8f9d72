"""How strongly demand answers a price: point and arc elasticity."""

from ecotools import errors
from ecotools.measure import Measure, missing


def elasticity(p0: float, q0: float, p1: float, q1: float, method: str = "arc") -> Measure:
    """Return the price elasticity of demand between two observations.

    It is the change of the quantity in per cent for a change of the price by one per cent.

    -2 says: the price 1% up, sales 2% down. Below -1 (elastic) a price rise loses revenue, above -1 it gains.

    Parameters
    ----------
    p0, q0 : float
        Price (above 0) and quantity before.
    p1, q1 : float
        Price and quantity after.
    method : {"arc", "point"}
        ``arc``: changes as shares of the midpoints, the same in both directions. ``point``: as shares of the
        first observation, so that going back gives another number.

    Returns
    -------
    Measure
        The elasticity, usually below 0; NaN with a reason when the price did not change or nothing was sold.

    Raises
    ------
    ValueError
        A price of 0 or less, a negative quantity.

    Examples
    --------
    >>> round(elasticity(60, 3000, 70, 2800), 2)
    -0.45
    >>> round(elasticity(60, 3000, 70, 2800, method="point"), 2)
    -0.4

    References
    ----------
    Principles of Economics (OpenStax), section 5.1, has the first example as 0.45, without the sign.
    """
    errors.one_of(method, ("arc", "point"), "method")
    p0, p1 = errors.positive(p0, "p0"), errors.positive(p1, "p1")
    q0, q1 = errors.not_negative(q0, "q0"), errors.not_negative(q1, "q1")
    base_p, base_q = ((p0 + p1) / 2, (q0 + q1) / 2) if method == "arc" else (p0, q0)
    definition = f"{method} elasticity: (change of q / {_base(method)} q) / (change of p / {_base(method)} p)"
    if p0 == p1:
        return missing("the price did not change", definition=definition)
    if base_q == 0:
        return missing("nothing was sold" + (" before" if method == "point" else ""), definition=definition)
    return Measure((q1 - q0) / base_q / ((p1 - p0) / base_p), definition=definition, unit="ratio")


def _base(method: str) -> str:
    return "midpoint" if method == "arc" else "first"
