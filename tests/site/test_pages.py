"""The pages of the site: whole, linked, described, of this site alone, and without a hidden case."""

import re

import pytest

from ecotools.docs.chapters import Chapter
from ecotools.docs.markdown import slug
from ecotools.notebooks import read
from tests.notebooks.course import LESSONS, ROOT, SOLUTIONS, stem
from tests.site.site_pages import pages_of
from tests.start.test_wheel import hidden_cases

pytestmark = pytest.mark.timeout(1200)  # alone, it executes all lessons first
LIVE = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def pages(site):
    return pages_of(site)


def cells_of(site, path):
    return [cell for cell in read(site.lessons / path.name).cells if cell.cell_type == "code"]


def lesson(pages, path):
    return pages[f"course/{path.stem}.html"]


class TestTheWholeSite:
    def test_the_command_builds_it_and_nothing_warns(self, site):
        assert site.code == 0, site.said
        assert sorted(one.name for one in site.folder.parent.iterdir()) == ["site", "work"], (
            "nothing beside it"
        )
        assert "warning" not in site.said.lower() and "encrypt" not in site.said.lower(), site.said

    def test_each_link_within_it_leads_to_a_page_and_to_a_place_on_it(self, site, pages):
        dead = []
        for page in pages.values():
            for name, anchor in page.links():
                there = pages.get(name)
                if there is None and not (site.folder / name).is_file():
                    dead.append(f"{page.name}: there is no {name}")
                elif there and anchor and anchor not in there.anchors:
                    dead.append(f"{page.name}: there is no #{anchor} on {name}")
        assert sorted(set(dead)) == []

    def test_no_page_loads_anything_from_elsewhere(self, site, pages):
        loaded = {(page.name, address) for page in pages.values() for address in page.loads()}
        assert len(loaded) > len(pages), "there is something to look at"
        assert [one for one in loaded if re.match(r"(?!data:)[a-z+]+:|//", one[1])] == []

    def test_no_style_loads_anything_from_elsewhere(self, site):
        sheets = [file.read_text(encoding="utf-8") for file in site.folder.rglob("*.css")]
        asked = {
            address
            for sheet in sheets
            for address in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", sheet)
        }
        assert asked and [one for one in asked if re.match(r"(?!data:)[a-z+]+:|//", one)] == []

    def test_what_a_page_loads_is_there(self, site, pages):
        missing = {
            f"{page.name}: {address}"
            for page in pages.values()
            for address in page.loads()
            if not address.startswith("data:")
            and not (site.folder / page.name).parent.joinpath(address.partition("?")[0]).exists()
        }
        assert missing == set()

    def test_each_picture_has_words_for_who_cannot_see_it(self, pages):
        found = [(page.name, one) for page in pages.values() for one in page.all("img")]
        assert len(found) > 4 * len(LESSONS), "four figures in each lesson"
        logo = "logo__image"  # its words stand beside it
        assert [name for name, one in found if not one.get("alt") and logo not in one.get("class", "")] == []

    def test_each_page_is_three_links_from_the_front_page_at_most(self, pages):
        reached = {"index.html"}
        for _ in range(3):
            reached |= {name for page in reached & set(pages) for name, _ in pages[page].links()}
        assert set(pages) - reached == {"search.html"}, "the search has a form on each page"

    def test_each_page_says_its_language_and_has_one_title(self, pages):
        assert [page.name for page in pages.values() if page.all("html")[0].get("lang") != "en"] == []
        assert [page.name for page in pages.values() if len(page.all("h1")) != 1] == []


@pytest.mark.parametrize("path", LESSONS, ids=stem)
class TestALesson:
    def test_its_panels_are_shown_as_they_look_without_a_kernel(self, site, pages, path):
        bundles = [one["data"] for cell in cells_of(site, path) for one in cell.outputs if "data" in one]
        named = [
            re.search(r'<section aria-label="([^"]+)"', one["text/html"])[1] for one in bundles if LIVE in one
        ]
        labels = [one.get("aria-label") for one in lesson(pages, path).all("section")]
        assert named and [name for name in named if name not in labels] == []
        html = (site.folder / lesson(pages, path).name).read_text(encoding="utf-8")
        assert "jupyter-widgets" not in html and "widget-view" not in html

    def test_its_checks_are_folded_named_and_say_what_came_of_them(self, site, pages, path):
        checks = [
            cell for cell in cells_of(site, path) if cell.metadata.get("jupyter", {}).get("source_hidden")
        ]
        page = lesson(pages, path)
        folded = page.all("details", **{"class": "hide"})
        assert len(folded) == len(checks) >= 3 and not any("open" in one for one in folded)
        assert len(re.findall(r"Check: .+? \(show its code\)", page.text)) == len(checks)
        for cell in checks:
            task = re.search(r"check\(\s*[\"']([^\"']+)", cell.source)[1]
            assert re.search(rf"[○!✗] {task} (not attempted|error in your code|not right yet)", page.text), (
                task
            )

    def test_it_leads_to_its_exercises_and_each_term_once_to_the_glossary(self, pages, path):
        leads = list(lesson(pages, path).links())
        (place,) = [anchor for name, anchor in leads if name == "exercises.html" and anchor]
        assert slug(Chapter(ROOT, path.stem).title).endswith(place)
        terms = [anchor for name, anchor in leads if name == "glossary.html" and anchor]
        assert len(terms) >= 3 and len(terms) == len(set(terms))

    def test_all_that_its_cells_say_is_on_the_page(self, site, pages, path):
        words = squeezed(lesson(pages, path).text)
        for cell in cells_of(site, path):
            for output in cell.outputs:
                if "text" in output:
                    assert squeezed(output.text) in words
        assert squeezed(cells_of(site, path)[0].source) in words


@pytest.mark.parametrize("path", SOLUTIONS, ids=stem)
def test_no_hidden_case_of_an_assignment_is_on_any_page(pages, path):
    hidden = hidden_cases(path.parent)
    everything = squeezed("".join(page.text for page in pages.values()))
    assert hidden and [case for case in hidden if squeezed(case) in everything] == []


def squeezed(text):
    return re.sub(r"\s+", "", text)
