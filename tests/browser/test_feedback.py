"""A page of feedback in Chromium: it asks nobody for anything, and everybody can read it."""

from tests.browser import axe
from tests.grading.conftest import tiny  # noqa: F401 - a fixture
from tests.grading.marked import marked  # noqa: F401 - a fixture
from tests.grading.test_feedback import make_all


def test_feedback_is_readable_for_all_and_needs_no_network(browser, marked):  # noqa: F811
    for student, made in make_all(marked).items():
        if made.error:
            continue
        page, asked, complaints = browser.new_page(), [], []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda said, complaints=complaints: complaints.append(said.text))
        page.goto(made.file.as_uri())
        assert axe.violations(page, ["html"]) == [], student
        assert [address for address in asked if not address.startswith("data:")] == [made.file.as_uri()]
        assert complaints == []
        page.close()
