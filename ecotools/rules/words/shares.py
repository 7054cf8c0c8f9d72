"""Words for rules about shares of people: how many they were, and whether so few can say anything.

A rate with few events behind it says little: one refund among 16 sales is 6%, and in the long run it may be
between 1% and 28%. Where the number of people is known a rule finds something only when the whole interval
lies outside its limit, and says the number.
"""

from ecotools.rules.engine.limits import Band


def beyond_chance(rate: float, people: int | None, limit: Band) -> bool:
    """Return whether a rate is outside a limit, and with it the rates that are as likely for so few people.

    Parameters
    ----------
    rate : float
        The share, a fraction.
    people : int or None
        Of how many it is the share; None when that is not known, and only the rate counts.
    limit : Band
        What is allowed.

    References
    ----------
    Wilson's score interval at 95%; see `ecotools.metrics.validation.share_interval`.

    Examples
    --------
    >>> from ecotools.rules.engine.limits import at_most
    >>> [beyond_chance(1 / 16, people, at_most(0.05)) for people in (16, 1600, None)]
    [False, True, True]
    """
    if rate in limit:
        return False
    if people is None or not 0 <= rate <= 1:
        return True
    from ecotools.metrics.validation import share_interval  # only now: it brings scipy

    if not people:
        return False
    ends = share_interval(round(rate * people), people)
    below = limit.low is not None and ends["high"] < limit.low
    return bool(below or (limit.high is not None and ends["low"] > limit.high))


def counted(rate: float, people: int | None, what: str = "") -> str:
    """Return how many a rate is of how many, in brackets; nothing when that is not known.

    >>> counted(0.0625, 16, "orders"), counted(0.0625, None)
    (' (1 of 16 orders)', '')
    """
    if people is None:
        return ""
    return f" ({round(rate * people):,} of {people:,}{f' {what}' if what else ''})"
