"""The data that come with the package: Quillwork, a catalogue beside it, the stories, the cases, the claims.

The claims are read with `ecotools.claims`. One data set is real: `cdnow`. What the guides say of communities
and platforms is a table of statements, not of measurements.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.data.communities import community_activities, community_types, platform_scores
from ecotools.data.published_data import cdnow
from ecotools.errors import one_of

__all__ = [
    "cases",
    "catalogue",
    "cdnow",
    "community_activities",
    "community_types",
    "path",
    "platform_scores",
    "quillwork",
    "stories",
    "story",
    "versions",
]
__dir__ = __all__.copy

_FOLDER = Path(str(files(__name__)))


def path(name: str) -> Path:
    """Return the path of a file that comes with the package.

    Parameters
    ----------
    name : str
        Its name, such as ``"quillwork.yaml"``.

    Raises
    ------
    ValueError
        When there is no such file; the message lists the files and offers the nearest one.

    Examples
    --------
    >>> path("quillwork.yaml").name
    'quillwork.yaml'
    """
    known = sorted(entry.name for entry in _FOLDER.iterdir() if entry.is_file() and entry.suffix != ".py")
    return _FOLDER / one_of(name, known, "name")


def versions() -> list[str]:
    """Return the versions of Quillwork's blueprint: the final one, and early drafts with faults to find.

    "first-draft" is the whole business as modules 00 and 02 meet it; each other draft has the sections that
    its module is about: pricing 04, bundle 05, membership 06, community 07, coaching 08, automation 09 and
    mails 09, dashboard 10, growth 11, launch 12.

    Examples
    --------
    >>> versions()[:3]
    ['final', 'first-draft', 'automation-draft']
    """
    drafts = sorted(file.stem.removeprefix("quillwork-") for file in _FOLDER.glob("quillwork-*.yaml"))
    return sorted(["final", *drafts], key=lambda one: (one != "final", one != "first-draft"))


def quillwork(version: str = "final") -> Blueprint:
    """Return the blueprint of Quillwork, the fictional company of the course; its numbers are synthetic.

    Every call returns a blueprint of its own, so changing one does not change the next.

    Parameters
    ----------
    version : str
        One of `versions`. ``"final"``: the whole ecosystem, in which a review finds nothing. The others are
        early drafts with faults that the lessons start from.

    Raises
    ------
    ValueError
        When there is no such version; the nearest is offered.

    Examples
    --------
    >>> quillwork().product("bootcamp").price
    199.0
    >>> quillwork("first-draft").gaps()
    ['activation', 'referral']
    """
    draft = "" if one_of(version, versions(), "version") == "final" else f"-{version}"
    return _own(path(f"quillwork{draft}.yaml"))


def stories() -> list[str]:
    """Return the names of the stories: cases, plans and projections of the guides, written as blueprints.

    Their figures are the guides', contradictions included; the top of each file says where they stand.

    Examples
    --------
    >>> "ninety-day-plan" in stories()
    True
    """
    return sorted(file.stem for file in (_FOLDER / "stories").glob("*.yaml"))


def story(name: str) -> Blueprint:
    """Return a story of the guides as a blueprint, for a review to find what contradicts itself.

    Every call reads it again.

    Parameters
    ----------
    name : str
        One of `stories`.

    Raises
    ------
    ValueError
        When there is no such story; the nearest is offered.

    Examples
    --------
    >>> plan = story("ninety-day-plan").plan
    >>> plan.title_days, plan.phases[-1].end_day
    (90, 140)
    """
    return _own(_FOLDER / "stories" / f"{one_of(name, stories(), 'story')}.yaml")


def catalogue() -> Blueprint:
    """Return the blueprint of Corner Shelf, a fictional shop of eleven products that lead nowhere.

    It is the opposite of Quillwork, to be set beside it. What each product brought in a month is under
    ``measured``. Every call reads it again.

    Examples
    --------
    >>> shop = catalogue()
    >>> len(shop.products), any(product.next for product in shop.products)
    (11, False)
    """
    return _own(path("corner-shelf.yaml"))


def cases(company: str | None = None, fact: str | None = None) -> pd.DataFrame:
    """Return the five companies of the digital-ecosystem article as one tidy table, one row per fact.

    Parameters
    ----------
    company : {"Amazon", "Apple", "Google", "Microsoft", "Uber"}, optional
        Only this company.
    fact : {"figure", "revenue", "flow", "factor"}, optional
        Only facts of this kind. ``"figure"``: the numbers that the article quotes. ``"revenue"``: revenue by
        part of the company, as filed. ``"flow"``: what leads from one of these parts to another.
        ``"factor"``: the five success factors, scored by what the article says of them.

    Returns
    -------
    DataFrame
        ``company``; ``fact``; ``item``, what it is about, and ``to``, where a flow leads; ``value``, a
        number, NaN where there is none; ``unit`` of the value, and of a flow what flows (user, data,
        revenue); ``as_written``, the words of the article; ``year`` (whole number or NA); ``source``;
        ``certainty``, the surest first: filed (in an annual report), article (a figure as the article has
        it; the note says where it names a source), judged (our reading; another reader may judge otherwise)
        or not said; ``note``. Text is empty where there is nothing to say.

        One figure has no value: 197.400 can be read with a decimal point or with a point for thousands, and
        the words it was written in are kept.

    Raises
    ------
    ValueError
        When there is no such company or kind of fact; the nearest is offered.

    Examples
    --------
    >>> amazon = cases("Amazon", "figure").iloc[0]
    >>> amazon["as_written"], bool(pd.isna(amazon["value"]))
    ('197.400 million dollars', True)
    >>> float(cases("Apple", "revenue")["value"].sum())
    274515000000.0
    """
    texts = ["company", "fact", "item", "to", "unit", "as_written", "source", "certainty", "note"]
    kinds = {name: str for name in texts} | {"value": float, "year": "Int64"}
    blank = {"value": "", "year": ""}
    table = pd.read_csv(path("cases.csv"), dtype=kinds, keep_default_na=False, na_values=blank)
    for name, wanted in (("company", company), ("fact", fact)):
        if wanted is not None:
            table = table[table[name] == one_of(wanted, dict.fromkeys(table[name]), name)]
    return table.reset_index(drop=True)


def _own(file: Path) -> Blueprint:
    """Return a copy of the blueprint in a file of the package, which a process reads once."""
    return _read(file).model_copy(deep=True)


_read = cache(Blueprint.read)
