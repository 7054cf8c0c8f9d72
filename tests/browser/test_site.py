"""The reading site in Chromium: on a server and from the disk, light and dark, on a phone and by keyboard."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.site.site_pages import built_site, served

pytestmark = pytest.mark.timeout(1200)  # alone, it executes all lessons first
KINDS = {
    "front": "index.html",
    "exercises": "exercises.html",
    "lesson": "course/02-journey-mapping.html",
    "dashboard": "course/10-kpi-dashboards.html",
    "rules": "rules/journey.html",
    "reference": "reference/metrics.retention.html",
    "prose": "teaching.html",
    "search": "search.html",
}
PHONE, SCREEN = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
_RESULTS = "#search-results li a"


@dataclass
class Reader:
    """A page of the browser on the site, and what it asked for and complained of."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type == "error" else None
        )

    def open(self, name, theme="light", size=SCREEN):
        """Open a page of the site and return it."""
        self.page.set_viewport_size(size)
        self.page.emulate_media(color_scheme=theme)
        self.page.goto(f"{self.home}/{name}")
        self.page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")
        return self.page


@pytest.fixture(scope="module")
def site(request):
    return built_site(request)


@pytest.fixture(scope="module")
def home(site):
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="module")
def reader(browser, home):
    page = browser.new_page()
    yield Reader(page, home)
    page.close()


@pytest.mark.parametrize("name", KINDS.values(), ids=KINDS)
def test_axe_finds_nothing(reader, name):
    assert violations(reader.open(name), ["html"]) == []


@pytest.mark.parametrize("name", KINDS.values(), ids=KINDS)
def test_in_the_dark_all_can_be_read_too(reader, name):
    page = reader.open(name, "dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert violations(page, ["html"], ["color-contrast"]) == []


@pytest.mark.parametrize("name", KINDS.values(), ids=KINDS)
def test_on_a_phone_nothing_reaches_beyond_the_window(reader, name):
    page = reader.open(name, size=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_front_page_shows_what_this_is_on_one_screen(reader):
    page = reader.open("index.html")
    tiles = page.locator(".tiles .sd-card")
    assert tiles.locator(".sd-card-title").all_inner_texts() == [
        "A lesson",
        "A check",
        "A review of your business",
        "The dashboard",
    ]
    boxes = [one.bounding_box() for one in tiles.all()]
    assert max(box["y"] + box["height"] for box in boxes) <= SCREEN["height"]
    assert page.get_by_text("ecotools start").first.bounding_box()["y"] < min(box["y"] for box in boxes)
    assert "JRN02" in tiles.nth(2).inner_text() and "NameError" in tiles.nth(1).inner_text()


def test_search_finds_a_lesson_and_a_rule(reader):
    page = reader.open("search.html?q=churn")
    page.locator(_RESULTS).first.wait_for()
    assert any("Subscriptions" in found for found in page.locator(_RESULTS).all_inner_texts())


def test_search_works_from_the_disk_too(browser, site):
    page = browser.new_page()
    page.goto(f"{(site.folder / 'search.html').as_uri()}?q=activation")
    page.locator(_RESULTS).first.wait_for()
    assert any("Journey mapping" in found for found in page.locator(_RESULTS).all_inner_texts())
    page.close()


def test_by_keyboard_one_skips_to_the_text_and_sees_where_one_is(reader):
    page = reader.open("course/02-journey-mapping.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main-content"
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => { const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
                return outlineStyle !== 'none' || boxShadow !== 'none' }"""
            )
        )
    assert all(seen)


def test_a_check_opens_by_keyboard(reader):
    page = reader.open("course/02-journey-mapping.html")
    summary = page.locator("summary", has_text="Check: the missing number")
    code = page.get_by_text('with check("02-t1"').first
    assert not code.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert code.is_visible()


def test_the_dark_theme_is_chosen_by_a_button_and_kept_on_the_next_page(reader):
    page = reader.open("index.html")
    page.locator("button.theme-switch-button:visible").click()
    page.locator("button.theme-change-button[data-mode=dark]:visible").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    reader.open("lessons.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.evaluate("localStorage.clear()")


def test_nothing_is_asked_of_another_host_and_no_page_complains(browser, home):
    reader = Reader(browser.new_page(), home)
    for name in KINDS.values():
        reader.open(name)
    reader.page.close()
    assert len(reader.asked) > len(KINDS)
    assert [one for one in reader.asked if not one.startswith((home, "data:"))] == []
    assert reader.complaints == []
