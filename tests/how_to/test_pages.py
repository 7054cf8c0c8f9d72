"""Every how-to is in the list of them, and every link on a page in docs leads somewhere."""

import re
from itertools import pairwise

import pytest

from ecotools.docs.markdown import slug

from .pages import FOLDER, ROOT

WRITTEN = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted(FOLDER.glob("*.md")),
]
LINK = re.compile(r"\]\(([^)\s]+)\)")
MADE_BY_THE_SITE = ("lessons.md", "reference/")
"""Pages that are not in git; a test of the built site follows the links to them."""
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)


def test_every_how_to_is_in_the_list():
    listed = set(LINK.findall((FOLDER / "index.md").read_text(encoding="utf-8")))
    assert listed == {file.name for file in FOLDER.glob("*.md")} - {"index.md"}


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_on_a_page_lead_somewhere(page):
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    dead = []
    for link in LINK.findall(text):
        path, _, heading = link.partition("#")
        target = page.parent / path if path else page
        if path.startswith(("http:", "https:", *MADE_BY_THE_SITE)):
            continue
        if not target.exists():
            dead.append(link)
        elif heading and target.suffix == ".md":
            headings = {slug(one) for one in HEADING.findall(target.read_text(encoding="utf-8"))}
            dead += [link] if heading not in headings else []
    assert dead == []


@pytest.mark.parametrize("page", sorted(FOLDER.glob("*.md")), ids=lambda page: page.name)
def test_a_how_to_has_one_title_and_skips_no_level(page):
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
