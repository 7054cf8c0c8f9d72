"""Whatever a hand-in shows: the page of feedback stays, asks nobody, and its scores are seen as they are."""

import pytest

from tests.grading.hostile import DRAWING, HARMLESS, HOSTILE, page_of

# The scores, and whether a reader sees each: what is painted where it stands, and how.
_SCORES = """() => [...document.querySelectorAll('h1.h4, #toc li, .nbgrader_cell .panel-heading, .outcome')]
    .map((one) => {
        one.scrollIntoView({ block: 'center' });
        const place = one.getBoundingClientRect(), style = getComputedStyle(one);
        const top = document.elementFromPoint(place.x + 12, place.y + place.height / 2);
        return [one.textContent.trim(), one.contains(top), Math.round(place.x), Math.round(place.width),
            Math.round(place.height), style.display, style.position, style.visibility, style.opacity,
            style.color, style.backgroundColor, style.fontSize];
    })"""
_CLICKS = """() => document.querySelectorAll('.box a[href], .box button, .box summary, .box img')
    .forEach((one) => one.click())"""


@pytest.fixture(scope="module")
def page(browser):
    """One page for all of these tests; the network is not there, and what it is asked for is kept."""
    page = browser.new_page()
    page.asked, page.said, page.reached = [], [], []  # what the policy forbids is asked for, but never sent
    browser.route("http*://**", lambda route: (page.reached.append(route.request.url), route.abort()))
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))
    yield page
    browser.unroute("http*://**")
    page.close()


def opened(page, folder, html):
    """Open a page; return its address."""
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    for kept in (page.asked, page.said, page.reached):
        kept.clear()
    page.goto(file.as_uri())
    return file.as_uri()


@pytest.fixture(scope="module")
def with_nothing_hostile(page, tmp_path_factory):
    folder = tmp_path_factory.mktemp("harmless")
    opened(page, folder, page_of(folder, output=HARMLESS, text=HARMLESS, drawing=DRAWING))
    return page.evaluate(_SCORES)


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_hostile_changes_nothing_outside_of_its_box(page, tmp_path, with_nothing_hostile, kind):
    evil = HOSTILE[kind]
    drawing = evil if evil.startswith("<svg") else DRAWING
    html = page_of(tmp_path, output=evil, text=evil, drawing=drawing)
    address = opened(page, tmp_path, html)
    page.wait_for_timeout(50)  # for a refresh after no time at all
    assert page.evaluate(_SCORES) == with_nothing_hostile
    page.evaluate(_CLICKS)
    page.wait_for_timeout(50)
    assert page.evaluate(_SCORES) == with_nothing_hostile
    assert page.url.partition("#")[0] == address
    assert [asked for asked in page.asked if not asked.startswith((address, "data:image/"))] == []
    assert page.said == []


def test_a_link_opens_a_tab_of_its_own_and_only_when_it_is_clicked(page, tmp_path):
    address = opened(page, tmp_path, page_of(tmp_path, text=HOSTILE["a link over the page"]))
    with page.expect_popup() as tab:
        page.click(".box a")
    assert tab.value.evaluate("window.opener === null") and page.url == address
    tab.value.close()


def test_the_policy_of_the_page_holds_without_the_cleaning(page, tmp_path):
    """Were something left in: no script runs, no request is made, no form is sent."""
    kinds = ("a script", "an event of a picture", "a frame", "a sheet that loads", "a form", "a film")
    evil = "".join(HOSTILE[kind] for kind in kinds)
    html = page_of(tmp_path, output=HARMLESS).replace(HARMLESS, evil)
    address = opened(page, tmp_path, html)
    page.evaluate("document.querySelector('#go').click()")
    page.wait_for_timeout(50)
    assert page.url == address and page.reached == []
