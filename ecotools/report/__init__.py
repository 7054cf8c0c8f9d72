"""The report of a business: one page first, then all that a bank, a partner or an investor looks for.

In the order of reading: ``track_record`` and ``cash_flow`` (what is computed), ``inputs`` (all that goes in),
``front`` and ``risks`` (page one), ``offer``, ``history``, ``kpis``, ``outlook``, ``cash``, ``plan`` and
``appendix`` (its parts), ``parts`` (their order), ``page``, ``markdown`` and ``pdf`` (how it is written),
``csv_attachments`` and ``pdf_attachments`` (its data).

>>> from datetime import date
>>> from ecotools.blueprint import Blueprint
>>> page = render(Blueprint(name="Loaf Lab"), date=date(2025, 3, 1))
>>> "<h1>Loaf Lab</h1>" in page, "1 Mar 2025" in page
(True, True)
"""

import datetime
from pathlib import Path

from ecotools.blueprint import Blueprint
from ecotools.errors import file_path, one_of
from ecotools.files import put, write_text
from ecotools.ledger import Ledger
from ecotools.report.csv_attachments import contents
from ecotools.report.gaps import lacking, right_kinds
from ecotools.report.inputs import Material, gather
from ecotools.report.markdown import to_markdown
from ecotools.report.page import to_html
from ecotools.report.parts import parts
from ecotools.report.pdf import PAPERS, NoChromiumError, to_pdf
from ecotools.report.pdf_attachments import with_files

__all__ = ["NoChromiumError", "lacking", "render", "write"]
__dir__ = __all__.copy

FORMATS = ("html", "pdf", "md")
"""What a report can be written as."""


def render(
    blueprint: Blueprint,
    ledger: Ledger | None = None,
    *,
    date: datetime.date | str | None = None,
    months: int = 24,
    runs: int = 400,
    seed: int = 0,
    profile: str | None = None,
    format: str = "html",
) -> str:
    """Return the report of a business as one page of HTML, or as Markdown.

    Parameters
    ----------
    blueprint : Blueprint
        The business. Parts that it does not say enough for are named in the appendix, with what they take.
    ledger : Ledger, optional
        What happened; with it the report has actual numbers, and the forecast begins with today's customers.
    date : date or str, optional
        The day on the first page (default: today); with a date the same report has the same bytes every day.
    months, runs, seed : int
        Of the forecast: months (1 to 600), how often they are simulated (10 to 10,000), and the seed.
    profile : str, optional
        Whose thresholds the review takes (default: the blueprint's own).
    format : {"html", "md"}
        What comes back.

    Returns
    -------
    str
        HTML with its pictures in it as SVG and its numbers as CSV, in UTF-8; it works without a network and
        without scripts. Or Markdown, with the pictures in words and the CSV at its end.

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
    one_of(format, ("html", "md"), "format")
    material = _material(blueprint, ledger, date=date, months=months, runs=runs, seed=seed, profile=profile)
    return to_markdown(material) if format == "md" else to_html(material)


def write(
    blueprint: Blueprint,
    path: str | Path,
    ledger: Ledger | None = None,
    *,
    format: str | None = None,
    paper: str = "A4",
    date: datetime.date | str | None = None,
    months: int = 24,
    runs: int = 400,
    seed: int = 0,
    profile: str | None = None,
) -> Path:
    """Write the report of a business to a file, whole or not at all, and return its path.

    Its numbers are in it as CSV: behind links in HTML, attached to a PDF, at the end of Markdown.

    Parameters
    ----------
    blueprint, ledger, date, months, runs, seed, profile
        As for `render`.
    path : str or Path
        The file; its folder is made if it is not there.
    format : {"html", "pdf", "md"}, optional
        What to write (default: what the file's ending says, and HTML where it says nothing).
    paper : {"A4", "letter"}
        The sheet of a PDF.

    Raises
    ------
    NoChromiumError
        When a PDF is asked for and there is no Chromium to print it.
    OSError
        When the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> write(Blueprint(name="Q"), Path(tempfile.mkdtemp()) / "out" / "report.html").name
    'report.html'
    """
    path = file_path(path, "path")
    ending = path.suffix.lower().removeprefix(".")
    format = one_of(format or (ending if ending in FORMATS else "html"), FORMATS, "format")
    paper = one_of(paper, PAPERS, "paper")
    material = _material(blueprint, ledger, date=date, months=months, runs=runs, seed=seed, profile=profile)
    path.parent.mkdir(parents=True, exist_ok=True)
    if format == "pdf":
        sections = parts(material)
        printed = with_files(to_pdf(to_html(material, paper, sections)), contents(sections))
        return put(path, lambda beside: beside.write_bytes(printed))
    return write_text(path, to_markdown(material) if format == "md" else to_html(material))


def _material(blueprint: Blueprint, ledger: Ledger | None, *, date, **how) -> Material:
    right_kinds(blueprint, ledger)
    return gather(blueprint, ledger, day=_day(date), **how)


def _day(said: datetime.date | str | None) -> datetime.date:
    if said is None:
        return datetime.date.today()
    if isinstance(said, datetime.date):
        return said
    try:
        return datetime.date.fromisoformat(said)
    except (TypeError, ValueError):
        raise ValueError(f"date must be a day such as 2025-03-01, not {said!r}") from None
