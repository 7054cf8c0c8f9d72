"""The appendix has every finding in plain words, and in its CSV with its place for the author."""

import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.report import lacking, render
from ecotools.rules import review
from tests.report.pages import DAY, Read, example, read


class TestFindings:
    @pytest.mark.parametrize("name", ["quillwork", "the example of every section"])
    def test_are_all_in_the_csv_with_place_and_what_to_do(self, name):
        found = review(quillwork() if name == "quillwork" else example()).findings
        if not found:
            assert "none is broken" in read(name).words and "findings.csv" not in read(name).files
            return
        data = read(name).data("findings.csv")
        assert sorted(data["rule"]) == sorted(one.rule for one in found)
        assert set(data["do"]) == {one.do for one in found}

    def test_are_one_row_per_rule_on_the_page_the_gravest_first(self):
        rows = read("the example of every section").table("Findings, the gravest first")[1:]
        assert len(rows) == len({one.rule for one in review(example()).findings})
        weights = [row[-1] for row in rows]
        assert weights == sorted(weights, key=["grave", "worth a change", "a remark"].index)

    def test_call_things_by_their_names(self):
        rows = read("the example of every section").table("Findings, the gravest first")
        text = " ".join(cell for row in rows for cell in row)
        assert "window_seat" not in text and "Window Seat" in text and "`" not in text

    def test_call_a_thing_with_an_id_of_one_word_by_its_name_too(self):
        text = "name: Q\nproducts:\n- {id: grundkurs, name: The first year, kind: core, price: 9}\n"
        found = Read(render(Blueprint.from_yaml(text), date=DAY, months=2, runs=10))
        told = " ".join(cell for row in found.table("Findings") for cell in row)
        assert "The first year costs" in told and "grundkurs" not in told

    def test_of_a_business_that_says_nothing_are_none(self):
        assert "It states too little yet for any of them." in read("nothing but a name").words

    def test_take_the_profile_that_was_asked_for(self):
        text = Read(render(quillwork(), date=DAY, profile="saas", months=2, runs=10)).words
        assert "as they hold for the profile saas" in text

    def test_set_aside_by_the_business_are_told_with_the_reason_and_are_no_findings(self):
        said = "name: Q\nproducts: [{id: a, name: A, kind: core, price: 9}]\n"
        waived = Blueprint.from_yaml(said + "waivers: {LAD05: One course is all we want to sell.}\n")
        page = Read(render(waived, date=DAY, months=2, runs=10))
        (row,) = page.table("Set aside by the business")[1:]
        assert row[-1] == "One course is all we want to sell." and row[1] == "no recurring offers"
        assert "LAD05" not in set(page.data("findings.csv")["rule"])


def test_what_is_missing_has_the_fields_that_bring_it_for_the_author():
    found = lacking(Blueprint(name="Q"))
    assert found["Plan"] == ["plan.phases"] and found["What happened so far"] == ["--ledger"]
    assert "Plan" not in lacking(example())
