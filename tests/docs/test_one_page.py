"""The page *ecotools on one page* lists what the lessons use, each name where it is met first."""

import re
from pathlib import Path

import nbformat.v4

from ecotools.docs.chapters import chapters
from ecotools.docs.one_page import HANDFUL, names_used, pages
from ecotools.notebooks.code_cells import code_cells

ROOT = Path(__file__).parents[2]


def used(*sources):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return names_used(code_cells(nbformat.v4.new_notebook(cells=cells)))


class TestNamesUsed:
    def test_a_name_is_where_it_lies_in_the_library(self):
        cells = used(
            "from ecotools.metrics import funnel as f\nfrom ecotools.learn import say", "say(f.leak(x))"
        )
        assert cells == [[], ["learn.say", "metrics.funnel.leak"]]

    def test_a_part_that_is_not_loaded_yet_is_found(self):
        assert used("from ecotools import planning", "planning.gates()") == [[], ["planning.gates"]]

    def test_names_of_others_and_methods_are_none_of_the_library(self):
        assert used(
            "import pandas as pd\nfrom ecotools import data\npd.DataFrame()", "quillwork.table('x')"
        ) == [[], []]

    def test_a_cell_that_is_no_python_uses_nothing(self):
        assert used("%matplotlib inline") == [[]]


def test_each_module_has_a_handful_of_names_and_none_is_told_twice():
    text = pages(ROOT)["one-page.md"]
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[2:]
    assert len(parts) == len(chapters(ROOT))
    assert all(part.count("\n| `") <= HANDFUL for part in parts)
    told = re.findall(r"`([\w.]+)`(?= \||,|\.)", re.sub(r"\| [^|`]+.*\|$", "|", text, flags=re.MULTILINE))
    assert len(told) == len(set(told))


def test_every_line_says_something():
    rows = re.findall(r"^\| `[\w.]+` \| (.*) \|$", pages(ROOT)["one-page.md"], re.MULTILINE)
    assert rows and all(row.endswith(".") for row in rows)
