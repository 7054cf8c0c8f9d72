"""Content as a stock: what was published goes on bringing visitors, and fewer of them each month."""

import math

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count, inside


def content_stock(
    pace: float,
    fade: float,
    months: int = 36,
    *,
    views: float = 100.0,
    evergreen: float = 0.0,
    published: int = 0,
) -> pd.DataFrame:
    """Return how many visitors content brings month by month, when so many pieces are published each month.

    Parameters
    ----------
    pace : float
        Pieces per month.
    fade : float
        Share of its visitors that a piece loses per month, as a fraction.
    months : int, default 36
    views : float, default 100
        Visitors whom a piece brings in its first month.
    evergreen : float, default 0
        Share of these that never fades, as a fraction.
    published : int, default 0
        Pieces that were published in the month before the first.

    Returns
    -------
    DataFrame
        ``month``; ``pieces`` in all; ``visitors``, of whom ``new`` (by pieces of the month) and ``old``.
        ``attrs["limit"]`` is the number of visitors it comes to: pace x views / fade; inf where something
        never fades.

    Raises
    ------
    TypeError, ValueError
        A number out of range.

    Notes
    -----
    A piece of age a (0 in its first month) brings views x (evergreen + (1 - evergreen) (1 - fade)^a), and the
    sum over the ages is a geometric series: at a constant pace visitors stop growing.

    Examples
    --------
    >>> stock = content_stock(pace=4, fade=0.2, months=24)
    >>> stock["visitors"].round(0).tolist()[::8], stock.attrs["limit"]
    ([400.0, 1732.0, 1955.0], 2000.0)
    """
    pace, fade = errors.not_negative(pace, "pace"), errors.fraction(fade, "fade")
    views, kept = errors.not_negative(views, "views"), errors.fraction(evergreen, "evergreen")
    before = count(published, "published")
    age = np.arange(count(months, "months", 1))
    each = views * (kept + (1 - kept) * (1 - fade) ** age.astype(float))
    older = views * (kept + (1 - kept) * (1 - fade) ** (age + 1.0))
    table = pd.DataFrame({"month": age + 1, "pieces": before + pace * (age + 1.0)})
    table["visitors"] = pace * np.cumsum(each) + before * older
    table["new"] = pace * views
    table["old"] = table["visitors"] - table["new"]
    stays = kept > 0 or fade == 0
    table.attrs["limit"] = (math.inf if pace * views else 0.0) if stays else pace * views / fade
    table.attrs["definition"] = {"limit": "pace x views / fade"}
    return table


def months_to_plateau(fade: float, *, share: float = 0.9) -> Measure:
    """Return after how many months at a constant pace content brings a share of all visitors it ever will.

    Parameters
    ----------
    fade : float
        Share of its visitors that a piece loses per month, a fraction.
    share : float, default 0.9
        Between 0 and 1.

    Returns
    -------
    Measure
        Months: ln(1 - share) / ln(1 - fade). NaN with a reason where nothing fades.

    Raises
    ------
    TypeError, ValueError
        A number that is no fraction.

    Examples
    --------
    >>> round(months_to_plateau(0.2), 1), round(months_to_plateau(0.05), 1)
    (10.3, 44.9)
    """
    fade, share = errors.fraction(fade, "fade"), inside(share, "share", 0.9)
    definition = "ln(1 - share) / ln(1 - fade)"
    if fade == 0:
        return missing("nothing fades, so there is no plateau", definition=definition, unit="months")
    months = 1.0 if fade == 1 else math.log1p(-share) / math.log1p(-fade)
    return Measure(months, definition=definition, unit="months")
