"""Each lesson in JupyterLab: it runs, shows described figures, and its widget follows the keyboard.

And where no kernel runs: as an exported page without a network, and in a JupyterLab that does not trust it.
"""

import json
import re

import nbformat
import pytest
from nbconvert import HTMLExporter
from traitlets.config import Config

from tests.browser import axe
from tests.browser.conftest import only
from tests.browser.lab import ROOT, Notebook
from tests.widgets.page import Page, read

WIDGETS = {
    "00-start-here": "journey_board",
    "01-ecosystems": "removal_board",
    "02-journey-mapping": "journey_board",
    "03-validation": "pilot_explorer",
    "04-pricing-tiers": "pricing_explorer",
    "05-bundles-experiments": "experiment_planner",
    "06-subscriptions": "churn_mix",
    "07-community": "joining_explorer",
    "08-premium-layer": "capacity_board",
    "09-automation": "mailbox",
    "10-kpi-dashboards": "kpi_dashboard",
    "11-compounding": "loop_explorer",
    "12-launch-scale": "launch_explorer",
    "13-capstone": "launch_explorer",
}
PANELS = {
    "00-start-here": "Journey board",
    "01-ecosystems": "Removal board",
    "02-journey-mapping": "Journey board",
    "03-validation": "Pilot explorer",
    "04-pricing-tiers": "Pricing explorer",
    "05-bundles-experiments": "Experiment planner",
    "06-subscriptions": "Churn mix",
    "07-community": "Selection and effect",
    "08-premium-layer": "Capacity board",
    "09-automation": "Mailbox",
    "10-kpi-dashboards": "KPI dashboard",
    "11-compounding": "Loop explorer",
    "12-launch-scale": "Launch explorer",
    "13-capstone": "Launch explorer",
}
IMAGES = "all => all.filter(one => one.naturalWidth > 200).map(one => one.alt)"
READ = [axe.OUTPUTS, ".jp-RenderedMarkdown"]


def widget(lesson: Notebook):
    """Return a locator of the output that holds the lesson's widget."""
    made = f"widgets.{WIDGETS[lesson.name]}("
    output = lesson.output(next(cell["id"] for cell in lesson.cells() if made in cell["source"]))
    output.scroll_into_view_if_needed()
    return output


def test_a_lesson_runs_without_an_error_a_warning_or_a_complaint_of_the_page(lesson):
    outputs = [(cell["id"], output) for cell in lesson.cells() for output in cell["outputs"]]
    assert [name for name, output in outputs if output["output_type"] == "error"] == []
    assert [(name, output["text"]) for name, output in outputs if output.get("name") == "stderr"] == []
    assert lesson.complaints == []


def test_its_figures_are_shown_and_described(lesson):
    alts = lesson.page.locator(f"{axe.OUTPUTS} img").evaluate_all(IMAGES)
    assert len(alts) >= 4
    assert all(len(alt) > 40 and "No description" not in alt for alt in alts)


def test_its_widget_is_live(lesson):
    assert widget(lesson).locator(".jupyter-widgets").count() > 5


def test_no_name_of_a_control_is_cut(lesson):
    names = widget(lesson).locator(".widget-label")
    cut = "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"
    assert names.evaluate_all(cut) == []


def test_amounts_in_dollars_do_not_become_formulas(lesson):
    formulas = lesson.page.locator(".jp-Notebook mjx-container")
    assert formulas.evaluate_all("all => all.map(one => one.parentElement.textContent)") == []


def test_axe_finds_nothing_in_text_and_outputs(lesson):
    assert axe.violations(lesson.page, READ) == []


def test_text_is_as_readable_in_the_dark_theme(lesson):
    lesson.theme("Dark")
    try:
        assert axe.violations(lesson.page, READ, rules=["color-contrast"]) == []
    finally:
        lesson.theme("Light")


@only("01-ecosystems")
def test_a_product_that_is_taken_away_says_what_starves(lesson):
    board = widget(lesson)
    board.get_by_label("Take away", exact=True).select_option(label="Copywriting Bootcamp")
    board.get_by_text("Without Copywriting Bootcamp, 8 of the other 9 starve").wait_for()
    assert board.get_by_text("starves", exact=True).count() == 8
    board.get_by_role("button", name="Start again").press("Enter")
    board.get_by_text("Nothing is taken away: 10 nodes.").wait_for()


@only("02-journey-mapping")
def test_an_asset_added_by_keyboard_closes_a_gap_on_the_board(lesson):
    board, keys = widget(lesson), lesson.page.keyboard
    assert board.get_by_text("Gaps: activation and referral.").is_visible()
    board.get_by_label("Stage", exact=True).focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowDown", "Enter", "Tab"):
        keys.press(key)
    keys.type("First exercise, reviewed")
    keys.press("Tab")
    lesson.settle()
    keys.press("Space")
    board.get_by_text("Gaps: referral.").wait_for()
    assert board.get_by_text("First exercise, reviewed added to activation.").is_visible()
    assert board.locator("li li", has_text="First exercise, reviewed").is_visible()


@only("02-journey-mapping")
def test_the_board_says_what_is_missing_instead_of_doing_nothing(lesson):
    board = widget(lesson)
    board.get_by_label("Asset", exact=True).fill("")
    board.get_by_role("button", name="Take it off").press("Enter")
    board.get_by_text("Nothing changed: no asset was named.").wait_for()


@only("08-premium-layer")
def test_more_clients_by_arrow_keys_need_more_hours_than_there_are(lesson):
    board = widget(lesson)
    clients = board.get_by_label("Clients at the same time", exact=True)
    assert board.get_by_text("2 clients need 5.6 hours a month of the 12 there are: 46%.").is_visible()
    for needed in ("3 clients need 8.3 hours", "4 clients need 11.1 hours", "5 clients need 13.9 hours"):
        board.locator(".noUi-handle").first.press("ArrowRight")
        board.get_by_text(needed).wait_for()
    assert clients.input_value() == "5"
    assert board.get_by_text("1.9 more than the 12 there are.").is_visible()
    board.get_by_role("button", name="Start again").press("Enter")
    board.get_by_text("2 clients need 5.6 hours").wait_for()


@only("09-automation")
def test_days_are_stepped_through_by_keyboard_and_a_cap_withholds(lesson):
    box, day = widget(lesson), widget(lesson).get_by_label("Day", exact=True)
    assert box.get_by_text("Day 0,").is_visible()
    box.get_by_role("button", name="Next day").press("Enter")
    box.get_by_text("Day 1,").wait_for()
    box.locator(".noUi-handle").first.press("ArrowRight")
    box.get_by_text("Day 2,").wait_for()
    assert day.input_value() == "2"
    box.get_by_label("Cap", exact=True).select_option(label="1 message")
    box.get_by_text("withheld;").first.wait_for()


@only("06-subscriptions")
def test_more_restless_members_by_an_arrow_key_make_a_member_worth_less(lesson):
    mix = widget(lesson)
    share = mix.get_by_label("share of restless members", exact=True)
    assert mix.get_by_text("A new member brings $798").is_visible()
    mix.locator(".noUi-handle").first.press("ArrowRight")
    mix.get_by_text("A new member brings $732").wait_for()
    assert share.input_value() == "0.55"


@only("07-community")
def test_more_loyal_members_by_an_arrow_key_are_a_gap_without_an_effect(lesson):
    explorer = widget(lesson)
    prevented = explorer.get_by_label("departures that joining prevents", exact=True)
    prevented.fill("0")
    prevented.press("Enter")
    explorer.get_by_text("Of the members 55% stay, of the others 55%.").wait_for()
    explorer.locator(".noUi-handle").first.press("ArrowRight")
    explorer.get_by_text("Of the members 57% stay, of the others 53%.").wait_for()


@only("11-compounding")
def test_a_gain_raised_by_an_arrow_key_lifts_the_line_and_a_longer_delay_lowers_it(lesson):
    explorer = widget(lesson)
    delay = explorer.get_by_label("months until they come", exact=True)
    explorer.get_by_text("143 customers come instead of 100: 1.43 times as many.").wait_for()
    explorer.locator(".noUi-handle").first.press("ArrowRight")
    explorer.get_by_text("154 customers come instead of 100: 1.54 times as many.").wait_for()
    delay.fill("12")
    delay.press("Enter")
    explorer.get_by_text("147 customers come instead of 100: 1.47 times as many.").wait_for()
    explorer.get_by_role("button", name="Start again").press("Enter")
    explorer.get_by_text("143 customers come instead of 100: 1.43 times as many.").wait_for()


@only("12-launch-scale")
def test_fewer_visitors_by_an_arrow_key_reach_the_target_less_often(lesson):
    explorer = widget(lesson)
    visitors = explorer.get_by_label("visitors, times", exact=True)
    assert explorer.get_by_text("86% of the runs reach $100,000 or more.").is_visible()
    explorer.locator(".noUi-handle").first.press("ArrowLeft")
    explorer.get_by_text("83% of the runs reach $100,000 or more.").wait_for()
    assert visitors.input_value() == "0.95"
    explorer.get_by_role("button", name="Start again").press("Enter")
    explorer.get_by_text("86% of the runs reach $100,000 or more.").wait_for()


@only("04-pricing-tiers")
def test_an_arrow_key_on_a_slider_changes_the_numbers(lesson):
    explorer = widget(lesson)
    price, table = explorer.get_by_label("Lite", exact=True), explorer.locator("table")
    before = table.inner_text()
    explorer.locator(".noUi-handle").first.press("ArrowRight")
    explorer.get_by_text("against the start)").first.wait_for()
    assert price.input_value() == "13"
    assert "$13" in table.inner_text() != before


@only("04-pricing-tiers")
def test_a_price_can_be_typed_and_taken_back(lesson):
    explorer = widget(lesson)
    price = explorer.get_by_label("Plus", exact=True)
    price.fill("75")
    price.press("Enter")
    explorer.get_by_role("cell", name="$75", exact=True).wait_for()
    explorer.get_by_role("button", name="Start again").press("Space")
    explorer.get_by_role("cell", name="$59", exact=True).wait_for()
    assert price.input_value() == "59"


@only("05-bundles-experiments")
def test_a_rise_can_be_typed_and_the_days_follow(lesson):
    planner = widget(lesson)
    rise = planner.get_by_label("Rise worth finding, % of it", exact=True)
    rise.fill("10")
    rise.press("Enter")
    planner.get_by_text("To find a rise from 5.6% to 6.2%: 214 days.").wait_for()
    planner.get_by_role("button", name="Start again").press("Space")
    planner.get_by_text("To find a rise from 5.6% to 6.7%: 56 days.").wait_for()
    assert rise.input_value() == "20"


@only("10-kpi-dashboards")
def test_choosing_a_kpi_by_keyboard_changes_the_chart(lesson):
    dashboard, keys = widget(lesson), lesson.page.keyboard
    dashboard.get_by_label("KPI", exact=True).focus()
    for key in ("Space", "ArrowDown", "Enter"):
        keys.press(key)
    dashboard.get_by_role("img", name=re.compile("^Lead conversion")).wait_for()
    dashboard.get_by_label("KPI", exact=True).select_option("Customer churn")
    dashboard.get_by_role("img", name=re.compile("^Customer churn")).wait_for()
    assert dashboard.locator("li[aria-current='true']").inner_text().startswith("Customer churn")


@only("10-kpi-dashboards")
def test_the_table_behind_the_chart_stays_open_while_segments_are_compared(lesson):
    dashboard = widget(lesson)
    dashboard.get_by_role("button", name="Show the table").press("Enter")
    dashboard.locator("caption", has_text="everyone, month by month").wait_for()
    before = dashboard.locator("ul").first.inner_text()
    dashboard.get_by_label("Segment", exact=True).select_option("social")
    dashboard.locator("caption", has_text="social, month by month").wait_for()
    assert dashboard.locator("ul").first.inner_text() != before
    assert dashboard.locator("tbody tr").count() == 12


@only("10-kpi-dashboards")
def test_an_earlier_month_shows_its_own_cards(lesson):
    dashboard = widget(lesson)
    dashboard.get_by_label("Month", exact=True).select_option("Jun 2025")
    dashboard.get_by_role("list", name="KPIs of Jun 2025").wait_for()
    assert "in Jun 2025" in dashboard.get_by_role("status").inner_text()


@only("10-kpi-dashboards")
def test_a_student_finds_validate_and_nothing_for_instructors(lesson):
    active = """() => window.jupyterapp.listPlugins()
        .filter((name) => name.includes('nbgrader') && window.jupyterapp.isPluginActivated(name))"""
    assert lesson.page.evaluate(active) == ["@jupyter/nbgrader:validate-assignment"]
    assert lesson.page.locator(".lm-MenuBar-item", has_text="Nbgrader").count() == 0
    assert lesson.page.get_by_text("Jupyter news").count() == 0


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
