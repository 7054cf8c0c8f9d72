"""Take the two pictures of README from a JupyterLab of its own; run it by hand when they are out of date.

    .venv/bin/python -m tests.browser.screenshots

It needs a chromium. The pictures are PNGs of at most 256 colours, so that they stay small.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image

from tests.browser.lab import ROOT, Notebook, chromium, lab_server

FOLDER = ROOT / "docs" / "images"
WIDTH, LARGEST = 1200, 250_000  # pixels, bytes


def main() -> None:
    """Write lesson.png and dashboard.png."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(ROOT / "course", home / "course" / "course")
        with (
            chromium(home / "profile", WIDTH, 900) as browser,
            lab_server(home / "course", home) as address,
        ):
            lesson = opened(browser, address, "02-journey-mapping")
            show(lesson, cell_with(lesson, "plots.funnel(journey"))
            save(lesson.page.screenshot(), "lesson")
            lesson.close()
            lesson = opened(browser, address, "10-kpi-dashboards")
            lesson.page.set_viewport_size({"width": WIDTH, "height": 1320})
            cell = cell_with(lesson, "widgets.kpi_dashboard(")
            lesson.output(cell).get_by_label("KPI", exact=True).select_option("Customer churn")
            show(lesson, cell)
            save(lesson.page.screenshot(), "dashboard")


def opened(browser, address: str, name: str) -> Notebook:
    """Return a lesson after it has run, with nothing beside it."""
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
    main()
