"""The report says what the blueprint says, names what is missing, and lets nothing hostile through."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.report import render, write
from tests.report.pages import DAY, HOSTILE, PAGES, QUICK, TEN_LINES, Read, ledger, page, read

WHOLE = [
    "Summary",
    "Offer and prices",
    "Customer journey",
    "Ecosystem map",
    "Forecast",
    "KPIs",
    "Review",
    "Plan",
]
ENDS = ["Sources and assumptions"]


@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_has_one_title_and_skips_no_level_of_headings(self, name):
        levels = [level for level, _ in read(name).headings]
        assert levels.count(1) == 1 and levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        assert all(said.strip() for _, said in read(name).headings)

    def test_lists_each_part_in_its_contents_and_leads_there(self, name):
        links = [attrs["href"][1:] for tag, attrs in read(name).elements if tag == "a"]
        parts = [attrs["id"] for tag, attrs in read(name).elements if tag == "section"]
        assert links == parts and len(set(parts)) == len(parts)

    def test_gives_each_name_to_one_element_only(self, name):
        ids = [attrs["id"] for _, attrs in read(name).elements if "id" in attrs]
        assert len(ids) == len(set(ids))

    def test_says_of_every_picture_what_it_shows_and_where_its_numbers_are(self, name):
        pictures = [attrs for tag, attrs in read(name).elements if tag == "svg"]
        assert all(attrs["role"] == "img" and len(attrs["aria-label"].split()) > 8 for attrs in pictures)
        assert read(name).text.count("Its numbers: the table") == len(pictures)
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
        assert all(address.startswith("#") for address in addresses)
        assert "@import" not in page(name) and not re.search(r"url\((?!#)", page(name))

    def test_gives_every_table_a_caption_and_heads(self, name):
        tags = [tag for tag, _ in read(name).elements]
        assert tags.count("table") == tags.count("caption")
        assert all(attrs.get("scope") in ("col", "row") for tag, attrs in read(name).elements if tag == "th")

    def test_says_what_is_promised_and_what_is_not(self, name):
        assert read(name).titles()[-1:] == ENDS
        assert "nobody else has checked it" in " ".join(read(name).text.split())


def test_with_data_for_all_of_them_it_has_all_parts():
    for name in ("quillwork", "the example of every section"):
        assert read(name).titles() == ["Contents", *WHOLE, *ENDS]


def test_ten_lines_give_a_short_report_that_says_what_to_add():
    found = read("ten lines")
    wanted = ["Summary", "Offer and prices", "Customer journey", "Review", "Not in this report yet"]
    assert found.titles() == ["Contents", *wanted, *ENDS]
    missing = page("ten lines").partition('id="missing"')[2]
    for title, field in (
        ("Ecosystem map", "map.nodes"), ("Forecast", "assumptions.<wbr>channels"), ("KPIs", "kpis"),
        ("Plan", "plan.phases"),
    ):  # fmt: skip
        assert f"<h3>{title}</h3>" in missing and f"{field}</code>" in missing
    assert len(page("ten lines")) < 60_000


def test_what_it_says_to_add_can_be_added():
    """The lines it offers, added to a name, make a blueprint with all parts."""
    from ecotools.report.missing import EXAMPLES

    text = "name: Q\n" + "\n".join(EXAMPLES.values())
    whole = Read(render(Blueprint.from_yaml(text), date=DAY, **QUICK))
    assert whole.titles() == ["Contents", *WHOLE, *ENDS]


def test_nothing_but_a_name_is_enough():
    found = Read(render(Blueprint(name="Q"), date=DAY))
    assert "Not in this report yet" in found.titles() and "Review" in found.titles()


def test_the_same_blueprint_and_day_give_the_same_bytes():
    assert render(quillwork(), ledger(), date=DAY, **QUICK) == page("quillwork with a ledger")


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


class TestPrint:
    sheet = page("ten lines").partition("@media print")[2]

    def test_sheets_are_a4_with_numbers(self):
        assert "@page { size: A4" in page("ten lines") and "counter(page)" in page("ten lines")

    def test_figures_and_rows_are_not_cut_and_headings_stay_with_what_follows(self):
        rule = re.search(r"([^}]*)\{ break-inside: avoid \}", self.sheet)[1]
        assert "figure" in rule and "tr" in rule
        rule = re.search(r"([^}]*)\{ break-after: avoid \}", self.sheet)[1]
        assert "h2" in rule and "h3" in rule and "caption" in rule

    def test_long_reports_begin_each_part_on_a_sheet_of_its_own_and_short_ones_do_not(self):
        assert '<body class="long">' in page("quillwork") and "<body>" in page("ten lines")

    def test_wide_pictures_get_a_sheet_of_their_own_kind(self):
        assert '<div class="sideways">' in page("quillwork") and "page: sideways" in self.sheet

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
