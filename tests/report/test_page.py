"""The report says what the blueprint says, names what is missing, and lets nothing hostile through."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.report import lacking, render, write
from ecotools.report.inputs import gather
from ecotools.report.page import css_text, to_html
from ecotools.rules import rules
from tests.report.pages import (
    DAY,
    HOSTILE,
    PAGES,
    QUICK,
    TEN_LINES,
    Read,
    ledger,
    page,
    read,
    software,
    trade,
)

ROOT = Path(__file__).parents[2]

FRONT = "In short"
END = "Appendix"
OFFER, JOURNEY, MAP = "Offer and prices", "Customer journey", "Ecosystem map"
WHOLE = [
    FRONT, OFFER, JOURNEY, MAP, "Partners and integrations", "What happened so far", "Forecast",
    "Cash and financing", "Plan", "Assumptions and their sources", END,
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_has_one_title_and_skips_no_level_of_headings(self, name):
        levels = [level for level, _ in read(name).headings]
        assert levels.count(1) == 1 and levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        assert all(said.strip() for _, said in read(name).headings)

    def test_lists_each_part_in_its_contents_and_leads_there(self, name):
        links = [
            attrs["href"][1:] for tag, attrs in read(name).elements if tag == "a" and "download" not in attrs
        ]
        parts = [attrs["id"] for tag, attrs in read(name).elements if tag == "section"]
        assert links == parts and len(set(parts)) == len(parts)

    def test_gives_each_name_to_one_element_only(self, name):
        ids = [attrs["id"] for _, attrs in read(name).elements if "id" in attrs]
        assert len(ids) == len(set(ids))

    def test_says_of_every_picture_what_it_shows_and_carries_its_numbers(self, name):
        pictures = [attrs for tag, attrs in read(name).elements if tag == "svg"]
        assert all(attrs["role"] == "img" and len(attrs["aria-label"].split()) > 8 for attrs in pictures)
        captions = re.findall(r"<figcaption.*?</figcaption>", page(name), re.DOTALL)
        assert len(captions) == len(pictures) and all("data:text/csv" in caption for caption in captions)
        assert not [attrs for tag, attrs in read(name).elements if tag == "img"]

    def test_needs_no_script_and_no_network(self, name):
        tags = {tag for tag, _ in read(name).elements}
        assert not tags & {"script", "link", "iframe", "object", "embed", "base", "form"}
        addresses = [
            value
            for _, attrs in read(name).elements
            for key, value in attrs.items()
            if key in ("src", "href", "xlink:href", "action", "data") and value
        ]
        assert all(address.startswith(("#", "data:text/csv;")) for address in addresses)
        assert "@import" not in page(name) and not re.search(r"url\((?!#)", page(name))

    def test_gives_every_table_a_caption_and_heads(self, name):
        tags = [tag for tag, _ in read(name).elements]
        assert tags.count("table") == tags.count("caption")
        assert all(attrs.get("scope") in ("col", "row") for tag, attrs in read(name).elements if tag == "th")

    def test_begins_with_page_one_and_ends_with_where_it_comes_from(self, name):
        titles = read(name).titles()
        assert titles[0] == FRONT and titles[-1] == END
        assert "nobody else has checked it" in read(name).words

    def test_is_in_plain_words_without_places_in_a_file_or_rules_that_could_not_look(self, name):
        words = read(name).words
        assert "could not look" not in words and "not checked yet" not in words.lower()
        assert not re.search(r"\b[a-z_]+\[[^]]*\]\.|, line \d+", words)
        assert not [rule.id for rule in rules() if rule.id in words]


def test_with_data_for_all_of_them_it_has_all_parts():
    found = {title for name in PAGES for title in read(name).titles()}
    assert found == set(WHOLE)
    assert read("the example of every section").titles() == WHOLE


def test_ten_lines_give_a_short_report_that_says_what_it_would_take():
    found = read("ten lines")
    assert found.titles() == [FRONT, OFFER, JOURNEY, END]
    rows = {row[0]: row[2] for row in found.table("Parts that this report cannot have yet")[1:]}
    assert set(rows) == {MAP, "What happened so far", "Forecast", "Cash and financing", "Plan"}
    assert "a ledger" in rows["What happened so far"] and all(rows.values())
    assert len(page("ten lines")) < 60_000


def test_the_lines_that_the_docs_offer_make_a_blueprint_with_all_parts_but_what_happened():
    text = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    yaml = next(part for part in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "financing:" in part)
    found = Read(render(Blueprint.from_yaml(yaml), date=DAY, **QUICK)).titles()
    assert set(WHOLE) - set(found) == {"Partners and integrations"}
    assert set(lacking(Blueprint.from_yaml(yaml))) == {"What happened so far"}


def test_nothing_but_a_name_is_enough():
    found = read("nothing but a name")
    assert found.titles() == [FRONT, END]
    assert len(found.table("Parts that this report cannot have yet")) == 1 + len(lacking(Blueprint(name="Q")))


def test_the_same_blueprint_and_day_give_the_same_bytes():
    assert render(software(), trade(), date=DAY, **QUICK) == page("a software company")


def test_another_day_changes_the_day_only():
    other = render(Blueprint.from_yaml(TEN_LINES), date="2026-11-30", **QUICK)
    assert "30 Nov 2026" in other
    assert other.replace("30 Nov 2026", "1 Mar 2025").replace("2026-11-30", DAY) == page("ten lines")


class TestHostileText:
    def test_is_shown_and_not_obeyed(self):
        found = read("hostile")
        assert "<script>alert(1)</script> & </title></style>" in found.titles(1)[0]
        assert not [attrs for _, attrs in found.elements if any(key.startswith("on") for key in attrs)]
        assert "<owner>" in found.text and '" onload="alert(6)' in found.text

    def test_keeps_no_half_characters_and_no_control_characters(self):
        page("hostile").encode("utf-8")
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", page("hostile"))

    def test_in_long_words_has_places_to_break(self):
        cell = re.search(r"W(?:w|<wbr>)+", page("hostile").partition("<caption>Products")[2])[0]
        assert (
            max(len(piece) for piece in cell.split("<wbr>")) <= 16
            and cell.replace("<wbr>", "").count("w") == 120
        )

    @settings(max_examples=12, deadline=None)
    @given(st.text(min_size=1, max_size=40))
    def test_of_any_kind_in_a_name_changes_nothing_else(self, text):
        blueprint = Blueprint.from_yaml(TEN_LINES)
        blueprint.audience.pain_point = text if text.strip() else "x"
        made, usual = Read(render(blueprint, date=DAY)), read("ten lines")
        assert [tag for tag, _ in made.elements if tag != "wbr"] == [
            tag for tag, _ in usual.elements if tag != "wbr"
        ]


def material():
    how = {"day": date.fromisoformat(DAY), "seed": 0, "profile": None, **QUICK}
    return gather(Blueprint.from_yaml(TEN_LINES), None, **how)


class TestPrint:
    sheet = page("ten lines").partition("@media print")[2]

    def test_sheets_have_numbers_and_the_name_of_the_business(self):
        assert "counter(page)" in page("ten lines") and 'content: "The Sunday Letter' in page("ten lines")

    def test_the_sheet_is_the_printers_unless_a_pdf_is_written(self):
        assert not re.search(r"[^-]size:", page("ten lines"))
        assert "size: letter" in to_html(material(), "letter")

    def test_figures_and_rows_are_not_cut_and_headings_stay_with_what_follows(self):
        rule = re.search(r"([^}]*)\{ break-inside: avoid \}", self.sheet)[1]
        assert "figure" in rule and "tr" in rule
        rule = re.search(r"([^}]*)\{ break-after: avoid \}", self.sheet)[1]
        assert "h2" in rule and "h3" in rule and "caption" in rule

    def test_page_one_of_a_long_report_is_a_sheet_of_its_own(self):
        assert '<body class="long">' in page("quillwork") and "<body>" in page("nothing but a name")

    def test_long_tables_are_cut_on_paper_and_say_so_and_their_csv_is_whole(self):
        found = read("thirty of everything")
        assert "the first 12 of 30 rows; all are in products.csv" in found.words
        assert len(found.data("products.csv")) == 30

    def test_a_name_cannot_leave_the_running_title(self):
        assert '"</style>' not in css_text('"</style>') and css_text('"') == "\\22 "

    def test_it_is_light_only(self):
        assert "prefers-color-scheme" not in page("quillwork") and "color-scheme: light" in page("quillwork")


class TestWriting:
    def test_makes_the_folder_and_replaces_what_was_there(self, tmp_path):
        blueprint, file = Blueprint.from_yaml(TEN_LINES), tmp_path / "out" / "report.html"
        for _ in range(2):
            assert write(blueprint, file, date=DAY, **QUICK) == file
        assert file.read_text(encoding="utf-8") == page("ten lines")
        assert [one.name for one in file.parent.iterdir()] == ["report.html"]

    def test_writes_hostile_text_too(self, tmp_path):
        file = write(Blueprint.from_yaml(HOSTILE), tmp_path / "r.html", date=DAY, **QUICK)
        assert file.read_text(encoding="utf-8") == page("hostile")


class TestArguments:
    def test_a_path_in_place_of_a_blueprint_is_refused_with_what_to_do(self):
        with pytest.raises(
            TypeError, match=r"must be a Blueprint, not str; Blueprint\.read\(path\) reads one"
        ):
            render("my-blueprint.yaml")

    def test_a_folder_in_place_of_a_ledger_is_refused_with_what_to_do(self):
        with pytest.raises(TypeError, match=r"must be a Ledger, not str; read a folder with read_ledger"):
            render(quillwork(), "ledger")

    def test_a_day_that_is_none_is_refused(self):
        with pytest.raises(ValueError, match="date must be a day such as 2025-03-01, not '1 March'"):
            render(quillwork(), date="1 March")

    @pytest.mark.parametrize(
        ("how", "said"),
        [({"months": 0}, "months must be a whole number, 1 or more"), ({"months": 601}, "600 or fewer"),
         ({"runs": 9}, "10 or more"), ({"runs": 10_001}, "10,000 or fewer"), ({"seed": -1}, "seed must be")],
    )  # fmt: skip
    def test_forecasts_that_cannot_be_are_refused_even_where_there_is_none(self, how, said):
        with pytest.raises(ValueError, match=said):
            render(Blueprint(name="Q"), **how)

    def test_an_unknown_profile_is_refused_with_the_nearest(self):
        with pytest.raises(ValueError, match="Did you mean 'saas'"):
            render(quillwork(), profile="sass")

    def test_a_ledger_of_other_money_is_refused(self):
        blueprint = quillwork()
        blueprint.currency = "EUR"
        with pytest.raises(ValueError, match="the blueprint's money is EUR, the ledger's is USD"):
            render(blueprint, ledger(), **QUICK)
