"""The share of a sale that is best for a platform, by how strongly sales answer to what sellers keep."""

from ecotools import errors
from ecotools.measure import Measure


def best_share(supply: float, *, fees: float = 0.0) -> Measure:
    """Return the share of a sale that leaves a platform the most, when sales answer to what sellers keep.

    Parameters
    ----------
    supply : float
        Elasticity: one percent more for sellers brings so many percent more sales, in all.
    fees : float, default 0
        What a sale costs the platform, as a share of it.

    Returns
    -------
    Measure
        A fraction, (1 + supply x fees) / (1 + supply).

    Raises
    ------
    TypeError, ValueError
        An elasticity below 0, fees that are no fraction.

    Notes
    -----
    Sales are in proportion to (1 - s)^supply, so the platform's margin is to (s - fees) (1 - s)^supply; its
    slope is 0 where 1 - s = supply (s - fees).

    Examples
    --------
    >>> [round(best_share(supply), 2) for supply in (1, 7 / 3, 4)]
    [0.5, 0.3, 0.2]
    """
    supply, fees = errors.not_negative(supply, "supply"), errors.fraction(fees, "fees")
    definition = "(1 + supply x fees) / (1 + supply)"
    return Measure((1 + supply * fees) / (1 + supply), definition=definition, unit="fraction")


def supply_behind(share: float, *, fees: float = 0.0) -> Measure:
    """Return how strongly sales would have to answer to sellers' part for a share to be the best one.

    Parameters
    ----------
    share : float
        What the platform keeps of a sale, a fraction above its fees.
    fees : float, default 0
        What a sale costs the platform, as a share of it.

    Returns
    -------
    Measure
        The elasticity, (1 - share) / (share - fees).

    Raises
    ------
    TypeError, ValueError
        A share that is no fraction, or not above the fees.

    Examples
    --------
    >>> [round(supply_behind(share), 2) for share in (0.3, 0.2, 0.15)]
    [2.33, 4.0, 5.67]
    """
    share, fees = errors.fraction(share, "share"), errors.fraction(fees, "fees")
    if share <= fees:
        raise ValueError(f"share must be above fees ({fees:g}), not {share:g}: each sale would lose money")
    return Measure((1 - share) / (share - fees), definition="(1 - share) / (share - fees)", unit="elasticity")
