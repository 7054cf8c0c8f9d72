"""The same report as Markdown and as PDF, and its numbers as CSV inside the page."""

import re
import shutil
import sys
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.report import NoChromiumError, pdf, render, write
from ecotools.report.blocks import ReportTable
from ecotools.report.csv_attachments import csv_of
from ecotools.report.markdown import plain
from ecotools.report.pdf_attachments import with_files
from tests.report.pages import DAY, HOSTILE, QUICK, TEN_LINES, read, software, trade
from tests.report.papers import attached


@cache
def in_markdown():
    """Return the report of a software company as Markdown."""
    return render(software(), trade(), date=DAY, format="md", **QUICK)


class TestMarkdown:
    @property
    def text(self):
        return in_markdown()

    def test_has_the_parts_of_the_page_in_its_order(self):
        titles = [line.removeprefix("## ") for line in self.text.splitlines() if line.startswith("## ")]
        assert titles == [*read("a software company").titles(), "Data"]

    def test_ends_with_the_numbers_that_the_page_carries(self):
        data = self.text.split("\n## Data\n")[1]
        blocks = re.findall(r"(?ms)^### (\S+)\n\n(`{3,})csv\n(.*?)^\2$", data)
        found = {name.replace("\\", ""): text for name, _, text in blocks}
        assert found == read("a software company").files

    def test_of_a_business_without_a_table_has_no_data(self):
        assert "## Data" not in render(Blueprint(name="Q"), date=DAY, format="md")

    def test_has_every_row_of_every_table(self):
        rows = [line for line in self.text.splitlines() if line.startswith("| Jan 2025 |")]
        assert len(rows) >= 2, "the first month stands in the months and in the movements"
        heads = [line for line in self.text.splitlines() if set(line) <= set("|-: ") and "---" in line]
        assert len(heads) == len(read("a software company").tables) + 1, "the cards are a table here"

    def test_tables_have_as_many_cells_in_each_row_as_heads(self):
        blocks = [block.splitlines() for block in self.text.split("\n\n") if block.startswith("|")]
        for lines in blocks:
            assert len({line.replace("\\|", "").count("|") for line in lines}) == 1

    def test_says_in_words_what_a_picture_shows(self):
        assert "MRR movements, Jul 2025 to Jun 2026" in self.text.replace("\\", "")

    def test_lets_no_html_and_no_mark_through(self):
        text = render(Blueprint.from_yaml(HOSTILE), date=DAY, format="md", **QUICK)
        said, _, data = text.partition("\n## Data\n")
        assert "<script" not in said.replace("\\<", "") and "\x00" not in text
        assert "<script" not in re.sub(r"(?ms)^(`{3,})csv\n.*?^\1$", "", data), "all of it is within fences"
        text.encode("utf-8")

    @settings(max_examples=30, deadline=None)
    @given(st.text(max_size=40))
    def test_a_text_stays_in_its_line_and_its_cell(self, text):
        found = plain(text)
        assert "\n" not in found and "|" not in found.replace("\\|", "").replace("\\\\", "")


class TestCsv:
    def test_cells_that_a_spreadsheet_would_run_are_harmless(self):
        assert csv_of(ReportTable("a", ("x",), [("=cmd()",)])).splitlines()[1] == "'=cmd()"
        assert csv_of(ReportTable("a", ("x",), [], data=pd.DataFrame({"x": ["@a"]}))).splitlines()[1] == "'@a"

    def test_a_missing_number_is_an_empty_cell(self):
        assert (
            csv_of(ReportTable("a", ("x", "y"), [], data=pd.DataFrame({"x": [1, None], "y": 2})))
            == "x,y\n1.0,2\n,2\n"
        )

    def test_names_are_told_apart(self):
        assert len(read("a software company").files) > 15


EMPTY_PDF = b"""%PDF-1.4
1 0 obj
<</Type /Catalog
/Pages 2 0 R>>
endobj
2 0 obj
<</Type /Pages /Kids [] /Count 0>>
endobj
xref
0 3
0000000000 65535 f
0000000009 00000 n
0000000058 00000 n
trailer
<</Size 3
/Root 1 0 R>>
startxref
108
%%EOF
"""


FILES = {"b.csv": "x\n1\n", "a.csv": "y\nä\n"}


class TestFilesInAPdf:
    made = with_files(EMPTY_PDF, FILES)

    def test_come_out_as_they_went_in(self):
        assert attached(self.made) == FILES

    def test_are_named_in_the_order_of_the_alphabet_as_readers_search_them(self):
        names = re.search(rb"/EmbeddedFiles <</Names \[(.*?)\]", self.made)[1]
        assert re.findall(rb"\((.*?)\)", names) == [b"a.csv", b"b.csv"]

    def test_change_nothing_of_what_was_there(self):
        assert self.made.startswith(EMPTY_PDF)

    def test_are_found_by_a_table_that_says_where_each_object_begins(self):
        table = int(self.made.rsplit(b"startxref\n", 1)[1].split()[0])
        places = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n \n", self.made[table:])
        assert [int(number) for number, _ in places] == [1, 3, 4, 5, 6]
        for number, place in places:
            assert self.made[int(place) :].startswith(number + b" 0 obj")
        assert b"/Prev 108" in self.made[table:] and b"/Size 7" in self.made[table:]

    @pytest.mark.parametrize("pdf", [b"%PDF-1.7\n", EMPTY_PDF.replace(b"/Catalog", b"/Catalog /Names 9 0 R")])
    def test_are_refused_by_a_pdf_that_is_built_in_another_way(self, pdf):
        with pytest.raises(ValueError, match="the PDF has no"):
            with_files(pdf, FILES)


def test_a_last_sheet_that_is_nearly_empty_is_saved_by_printing_smaller():
    def pages(*drawn):
        parts = [
            b"<</Type /Page /Contents %d 0 R>>\nendobj\n%d 0 obj\n<</Length %d>>\n" % (at, at, size)
            for at, size in enumerate(drawn, 10)
        ]
        return b"".join(parts)

    assert pdf.drawing(pages(900, 50)) == [900, 50]
    for tried in (
        {1: pages(900, 800, 50), 0.97: pages(950, 900)},
        {1: pages(900, 800, 50), 0.97: pages(900, 850, 20), 0.94: pages(950, 900)},
    ):
        assert pdf.fitted(tried.get) == list(tried.values())[-1]
    for kept in (pages(900, 800, 700), pages(900), pages(900, 50)):
        assert pdf.fitted(lambda size, kept=kept: kept) == kept


class TestPdf:
    def test_is_asked_for_by_format_or_by_the_ending_of_the_file(self, tmp_path, monkeypatch):
        monkeypatch.setattr("ecotools.report.to_pdf", lambda page: page.encode() + EMPTY_PDF)
        for path, how in (
            (tmp_path / "r.pdf", {}),
            (tmp_path / "r.out", {"format": "pdf", "paper": "letter"}),
        ):
            written = write(Blueprint.from_yaml(TEN_LINES), path, date=DAY, **how).read_text(
                "utf-8", "replace"
            )
            assert f"size: {how.get('paper', 'A4')}" in written

    def test_without_a_chromium_it_says_what_to_do_and_writes_nothing(self, tmp_path, monkeypatch):
        monkeypatch.setattr(pdf, "BROWSERS", ())
        monkeypatch.delenv("CHROMIUM", raising=False)
        with pytest.raises(NoChromiumError, match="install one, or write the report as HTML"):
            write(Blueprint(name="Q"), tmp_path / "r.pdf", date=DAY)
        assert not (tmp_path / "r.pdf").exists()

    def test_a_browser_that_prints_nothing_is_named_with_what_it_said(self, monkeypatch):
        monkeypatch.setenv("CHROMIUM", sys.executable)
        with pytest.raises(NoChromiumError, match="did not print the report: "):
            pdf.to_pdf("<p>")

    def test_markdown_goes_by_its_ending_too(self, tmp_path):
        assert write(Blueprint(name="Q"), tmp_path / "r.md", date=DAY).read_text().startswith("# Q\n")

    @pytest.mark.parametrize("how", [{"format": "docx"}, {"paper": "A5"}])
    def test_other_formats_and_papers_are_refused(self, tmp_path, how):
        with pytest.raises(ValueError, match="must be one of"):
            write(Blueprint(name="Q"), tmp_path / "r", **how)


def test_a_chromium_named_in_the_environment_is_taken(monkeypatch):
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert pdf.chromium() == shutil.which(sys.executable)
