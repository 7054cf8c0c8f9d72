"""Where no kernel runs: an exported page without a network, and a notebook that JupyterLab does not trust."""

import json

import nbformat
import pytest
from nbconvert import HTMLExporter
from traitlets.config import Config

from tests.browser import axe
from tests.browser.conftest import only
from tests.browser.lab import ROOT, Notebook
from tests.widgets.page import Page, read

PANELS = {
    "00-start-here": "Journey board",
    "02-journey-mapping": "Journey board",
    "04-pricing-tiers": "Pricing explorer",
    "10-kpi-dashboards": "KPI dashboard",
}
IMAGES = "all => all.filter(one => one.naturalWidth > 200).map(one => one.alt)"


@pytest.fixture(scope="session")
def saved(lesson, course):
    """The notebook as it lies on the disk after it has run."""
    return nbformat.read(course / "course" / f"{lesson.name}.ipynb", as_version=4)


@pytest.fixture(scope="session")
def exported(lesson, saved, browser, tmp_path_factory):
    """The lesson as an HTML page made with a student's settings, opened from the disk without a network."""
    settings = json.loads((ROOT / "config" / "student" / "jupyter_config.json").read_text(encoding="utf-8"))
    html, _ = HTMLExporter(config=Config(settings)).from_notebook_node(saved)
    file = tmp_path_factory.mktemp("site") / f"{lesson.name}.html"
    file.write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.route(lambda address: not address.startswith("file:"), lambda route: route.abort())
    page.goto(file.as_uri(), wait_until="load")
    yield page
    page.close()


def static_view(saved, name: str) -> Page:
    """Return the static view of the panel called `name`, as the notebook has stored it."""
    outputs = [output for cell in saved.cells for output in cell.get("outputs", []) if "data" in output]
    pages = [output["data"].get("text/html", "") for output in outputs]
    return read(next(page for page in pages if f'aria-label="{name}"' in page))


def test_the_exported_page_shows_described_figures(lesson, exported):
    alts = exported.locator(f"{axe.OUTPUTS} img").evaluate_all(IMAGES)
    assert len(alts) >= 4
    assert all(len(alt) > 40 and "No description" not in alt for alt in alts)


def test_the_exported_page_shows_the_static_view_of_the_widget(lesson, exported, saved):
    panel = exported.get_by_role("region", name=PANELS[lesson.name])
    assert panel.is_visible()
    shown = " ".join(panel.inner_text().split())
    stored = static_view(saved, PANELS[lesson.name]).words
    assert [words for words in stored if " ".join(words.split()) not in shown] == []


def test_axe_finds_nothing_in_the_outputs_of_the_exported_page(lesson, exported):
    assert axe.violations(exported, [axe.OUTPUTS]) == []


@only("10-kpi-dashboards")
def test_a_notebook_that_is_not_trusted_shows_the_static_view_with_its_figure(
    lesson, saved, course, browser, student_lab
):
    # Any change makes the signature of the saved notebook worthless.
    strange = nbformat.from_dict({**saved, "metadata": {**saved.metadata, "from": "somebody else"}})
    nbformat.write(strange, course / "course" / "strange.ipynb")
    notebook = Notebook(browser.new_page(), student_lab, "course/strange.ipynb")
    try:
        notebook.settle()
        # Its labels are gone with all that Lab does not know to be harmless; its words and styles are not.
        panel = notebook.page.locator(f"{axe.OUTPUTS} section", has_text="KPI dashboard.")
        panel.scroll_into_view_if_needed()
        panel.get_by_text("off target in Dec 2025").wait_for()
        assert panel.locator("img").get_attribute("alt").startswith("Visitors: ")
        assert panel.locator("tbody tr").count() == 12
        assert notebook.page.locator(".jp-mod-trusted").count() == 0
        assert panel.locator("mjx-container").count() == 0
        assert axe.violations(notebook.page, [axe.OUTPUTS]) == []
    finally:
        notebook.close()
