"""Take the pictures in docs/images that show the product: ``make screenshots``, when they are out of date.

It needs a Chromium. The pictures are PNGs of at most 256 colours, so that they stay small. `ecotools docs`
draws the others there.
"""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext

from tests.benchmarks import backtests
from tests.browser.lab import ROOT, Notebook, chromium, lab_server
from tests.site.site_pages import served

FOLDER = ROOT / "docs" / "images"
SITE = ROOT / "site"
WIDTH, LARGEST = 1200, 250_000  # pixels, bytes


def main(names: list[str]) -> None:
    """Write the pictures with these names, all when there are none."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in names or PICTURES:
            save(PICTURES[name](Path(home)), name)


def lesson(home: Path) -> bytes:
    """Return a picture of a lesson in JupyterLab, with a figure."""
    with opened(home, "02-journey-mapping") as notebook:
        show(notebook, cell_with(notebook, "plots.funnel(journey"))
        return notebook.page.screenshot()


def dashboard(home: Path) -> bytes:
    """Return a picture of the KPI dashboard."""
    with opened(home, "10-kpi-dashboards") as notebook:
        notebook.page.set_viewport_size({"width": WIDTH, "height": 1320})
        cell = cell_with(notebook, "widgets.kpi_dashboard(")
        notebook.output(cell).get_by_label("KPI", exact=True).select_option("Customer churn")
        show(notebook, cell)
        return notebook.page.screenshot()


def site(home: Path) -> bytes:
    """Return a picture of the front page of the site in site/."""
    if not (SITE / "index.html").exists():
        raise SystemExit("there is no site yet: run `make site` first")
    with chromium(home / "site", 1280, 900) as browser, served(SITE) as address:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.locator(".tiles").wait_for()
        return page.screenshot()


def backtest(home: Path) -> bytes:
    """Return the picture of what a forecast said and what came."""
    return backtests.picture()


PICTURES: dict[str, Callable[[Path], bytes]] = {
    one.__name__: one for one in (lesson, dashboard, site, backtest)
}


@contextmanager
def opened(home: Path, name: str) -> Iterator[Notebook]:
    """Yield a lesson in JupyterLab after it has run, with nothing beside it."""
    place = home / name
    shutil.copytree(ROOT / "course", place / "course" / "course")
    with chromium(place / "profile", WIDTH, 900) as browser, lab_server(place / "course", place) as address:
        yield _run(browser, address, name)


def _run(browser: BrowserContext, address: str, name: str) -> Notebook:
    notebook = Notebook(browser.new_page(), address, f"course/{name}.ipynb")
    notebook.command("application:toggle-left-area")
    notebook.run_all()
    return notebook


def cell_with(notebook: Notebook, source: str) -> str:
    """Return the id of the first cell whose source has these words."""
    return next(cell["id"] for cell in notebook.cells() if source in cell["source"])


def show(notebook: Notebook, cell_id: str) -> None:
    """Bring a cell to the top of the page; what comes into sight changes its height, so more than once."""
    for _ in range(4):
        notebook.output(cell_id).evaluate(
            "area => area.closest('.jp-Cell').scrollIntoView({ block: 'start' })"
        )
        notebook.page.wait_for_timeout(500)


def save(png: bytes, name: str) -> None:
    """Write a picture with few colours and say how large it is."""
    file = FOLDER / f"{name}.png"
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
    size = file.stat().st_size
    print(f"{file.relative_to(ROOT)}: {size / 1000:.0f} kB")
    if size > LARGEST:
        raise SystemExit(f"{file.name} is larger than {LARGEST / 1000:.0f} kB")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m tests.browser.screenshots", description=main.__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PICTURES))
    main(asked.parse_args().names)
