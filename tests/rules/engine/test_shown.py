"""A review is shown in a notebook, as a page, in a terminal, and to programs, with the same words."""

import io
import json
import re
from html.parser import HTMLParser

import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.rules import review, rule, rules
from ecotools.rules.engine.console import show_review
from ecotools.rules.engine.html import to_html, to_page
from ecotools.rules.engine.sarif import to_json, to_sarif

from ..examples import blueprint

# What JupyterLab lets through in a notebook that is not trusted, of what we use; script and style it drops.
LET_THROUGH = {
    "section", "p", "strong", "em", "small", "code", "br", "details", "summary", "table", "thead", "tbody",
    "tr", "th", "td", "ul", "li",
}  # fmt: skip


class Tags(HTMLParser):
    """Collects the tags of a page, and fails on one that is not closed."""

    def __init__(self, text):
        super().__init__()
        self.seen, self.open = set(), []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in ("br", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def found():
    return review(quillwork("first-draft"))


class TestHtml:
    def test_it_is_whole_and_uses_what_a_notebook_shows(self, found):
        assert Tags(to_html(found)).seen - LET_THROUGH == {"script"}
        assert found._repr_html_() == to_html(found)

    def test_without_scripts_groups_open_and_close(self, found):
        text = re.sub(r"<script>.*?</script>", "", to_html(found), flags=re.DOTALL)
        heads = re.findall(r"<summary><strong>(\w[\w ]*) \(\d+\)</strong>", text)
        assert heads == ["Errors", "Warnings", "Infos", "Not checked", "Does not apply", "Ok"]
        assert text.count("<details open") == 3

    def test_each_finding_is_there_with_its_line_and_its_reason(self, found):
        text = to_html(found)
        for told in found.findings:
            assert told.rule in text and f"line {told.line}" in text
        assert rule("JRN01").reason in text

    def test_rows_can_be_filtered_by_category_and_tier(self, found):
        assert "data-words='journey core error'" in to_html(found)

    def test_what_a_blueprint_says_is_never_markup(self):
        said = blueprint("""
            audience: {who: W, pain_point: P}
            products: [{id: kit, name: Kit, kind: core, problem: "<script>alert(1)</script>"}]
            """)
        said.name = "<b>Q</b>"
        text = to_page(review(said))
        assert "<b>Q" not in text and "<script>alert" not in text

    def test_a_page_is_one_document(self, found):
        page = to_page(found)
        assert page.startswith("<!doctype html>") and "<html lang='en'>" in page
        assert page.count("<h1>") == 1 and "http" not in page.replace("http-equiv", "")
        Tags(page.partition("\n")[2])

    def test_a_review_without_findings_says_so(self):
        assert "no findings" in to_html(review(Blueprint(name="Q")))


class TestTerminal:
    def shown(self, found, **how):
        to = io.StringIO()
        show_review(found, "my.yaml", to=to, **how)
        return to.getvalue()

    def test_a_finding_has_file_line_severity_rule_place_and_advice(self, found):
        lines = self.shown(found).splitlines()
        assert (
            lines[0].startswith("my.yaml:") and "  error  JRN01  journey: no asset for activation" in lines[0]
        )
        assert "Threshold: awareness, consideration" in lines[1]
        assert lines[2] == "    → Add a touchpoint at each of these stages."

    def test_findings_of_one_rule_share_their_advice(self, found):
        text = self.shown(found)
        assert text.count("JRN09") == 4 and text.count(rule("JRN09").do) == 1

    def test_it_ends_with_what_to_describe_next(self):
        text = self.shown(review(Blueprint(name="Q"), select="journey"))
        assert "Q: no findings; 0 rules ok, 11 not checked" in text
        assert re.search(
            r"describe next.*\n  journey +\d+ rules, \d of them core \(JRN01", text, re.IGNORECASE
        )
        assert "not checked  JRN" not in text

    def test_it_lists_what_was_not_checked_on_demand(self):
        text = self.shown(review(Blueprint(name="Q"), select="journey"), every=True)
        assert "not checked  JRN11" in text and "missing: audience" in text

    def test_square_brackets_are_text(self, found):
        assert "products[logo_pack].problem" in self.shown(found)


class TestPrograms:
    def test_json_has_the_rows_of_the_table(self, found):
        data = json.loads(json.dumps(to_json(found)))
        assert len(data["rules"]) == len(found.table)
        assert data["counts"]["error"] == len(found.errors)
        assert isinstance(data["rules"][0]["line"], int)

    def test_sarif_has_what_its_schema_requires(self, found):
        log = json.loads(json.dumps(to_sarif(found, "my plan.yaml")))
        assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
        (run,) = log["runs"]
        driver = run["tool"]["driver"]
        assert driver["name"] and [one["id"] for one in driver["rules"]] == [one.id for one in rules()]
        assert len(run["results"]) == len(found.findings)
        for result in run["results"]:
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
            place = result["locations"][0]["physicalLocation"]
            assert place["artifactLocation"]["uri"] == "my%20plan.yaml" and place["region"]["startLine"] >= 1

    def test_sarif_lists_the_thresholds_of_a_blueprint_when_they_are_wrong(self):
        said = blueprint("thresholds: {JRN03: {value: 1, reason: Why not.}}")
        run = to_sarif(review(said), "a.yaml")["runs"][0]
        assert [one["ruleId"] for one in run["results"]] == ["thresholds"]
        assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "thresholds"

    def test_a_whole_path_is_a_whole_address(self, found, tmp_path):
        uri = to_sarif(found, tmp_path / "a.yaml")["runs"][0]["results"][0]["locations"][0][
            "physicalLocation"
        ]
        assert uri["artifactLocation"]["uri"].startswith("file:///")
