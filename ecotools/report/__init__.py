"""The report of a blueprint: one HTML page to hand to a partner or a bank, which needs nothing but itself.

In the order of reading: ``loops`` (what is computed for it alone), ``material`` (all that goes in),
``offering``, ``numbers``, ``judged`` and ``framing`` (its parts), ``page`` (all of it as HTML).

>>> from datetime import date
>>> from ecotools.blueprint import Blueprint
>>> page = render(Blueprint(name="Loaf Lab"), date=date(2025, 3, 1))
>>> "<h1>Loaf Lab</h1>" in page, "1 Mar 2025" in page
(True, True)
"""

from __future__ import annotations

import datetime
from pathlib import Path

from ecotools.blueprint import Blueprint
from ecotools.files import write_text
from ecotools.ledger import Ledger
from ecotools.report.loops import Circle, circles
from ecotools.report.material import gather
from ecotools.report.page import to_html

__all__ = ["Circle", "circles", "render", "write"]


def render(
    blueprint: Blueprint,
    ledger: Ledger | None = None,
    *,
    date: datetime.date | str | None = None,
    months: int = 12,
    runs: int = 400,
    seed: int = 0,
    profile: str | None = None,
) -> str:
    """Return the report of a blueprint as one page of HTML.

    Parameters
    ----------
    blueprint : Blueprint
        The business. Parts that it does not say enough for are named in one place, with what to add.
    ledger : Ledger, optional
        What happened; with it, the blueprint's KPIs are shown month by month against their targets.
    date : date or str, optional
        The day on the title page, today else; with a date the same report has the same bytes every day.
    months, runs, seed : int
        Of the forecast: months (1 to 600), how often they are simulated (10 to 10,000), and the seed.
    profile : str, optional
        Whose thresholds the review takes; the blueprint's own else.

    Returns
    -------
    str
        HTML with its pictures in it as SVG, in UTF-8; it works without a network and without scripts.

    Raises
    ------
    TypeError, ValueError
        When an argument does not fit, or blueprint and ledger have different currencies.

    Examples
    --------
    >>> page = render(Blueprint(name="Q & A"), date="2025-03-01")
    >>> page.count("<h1>"), "Q &amp; A" in page
    (1, True)
    """
    if not isinstance(blueprint, Blueprint):
        raise TypeError(
            f"blueprint must be a Blueprint, not {type(blueprint).__name__}; Blueprint.read(path) reads one"
        )
    if ledger is not None and not isinstance(ledger, Ledger):
        raise TypeError(
            f"ledger must be a Ledger, not {type(ledger).__name__}; read a folder with read_ledger(folder)"
        )
    day = _day(date)
    material = gather(blueprint, ledger, day=day, months=months, runs=runs, seed=seed, profile=profile)
    return to_html(material)


def write(blueprint: Blueprint, path: str | Path, ledger: Ledger | None = None, **how) -> Path:
    """Write the report of a blueprint to a file, whole or not at all, and return its path.

    Parameters
    ----------
    blueprint, ledger, how
        As for `render`.
    path : str or Path
        The HTML file; its folder is made if it is not there.

    Raises
    ------
    OSError
        When the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> write(Blueprint(name="Q"), Path(tempfile.mkdtemp()) / "out" / "report.html").name
    'report.html'
    """
    page, path = render(blueprint, ledger, **how), Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_text(path, page)


def _day(said: datetime.date | str | None) -> datetime.date:
    if said is None:
        return datetime.date.today()
    if isinstance(said, datetime.date):
        return said
    try:
        return datetime.date.fromisoformat(said)
    except (TypeError, ValueError):
        raise ValueError(f"date must be a day such as 2025-03-01, not {said!r}") from None
