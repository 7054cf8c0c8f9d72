"""The glossary explains the terms of the lessons, and lessons link to each term once."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.docs.chapters import chapters
from ecotools.docs.glossary import Term, link_terms, pages, terms
from ecotools.docs.markdown import slug

ROOT = Path(__file__).parents[2]
CHURN = Term("churn", "…", also=("churn rate",))
FUNNEL = Term("funnel", "…")


def linked(text, *known, seen=None):
    return link_terms(text, known or (CHURN, FUNNEL), set() if seen is None else seen, "g.md")


class TestTheTable:
    def test_each_term_is_a_word_of_the_lesson_that_explains_it(self):
        texts = {
            one.number: "\n".join(cell.source for cell in one.lesson.cells).casefold()
            for one in chapters(ROOT)
        }
        for term in terms():
            if term.lesson and term.link:
                assert any(word.casefold() in texts[term.lesson] for word in term.words), term.term

    def test_no_word_means_two_things_and_no_two_headings_have_one_address(self):
        words = [word.casefold() for term in terms() if term.link for word in term.words]
        anchors = [slug(term.term) for term in terms()]
        assert len(words) == len(set(words)) and len(anchors) == len(set(anchors))

    def test_each_function_that_it_names_is_public(self):
        for name in (name for term in terms() for name in term.see):
            module, _, last = name.rpartition(".")
            assert last in import_module(f"ecotools.{module}").__all__, name

    def test_a_meaning_is_a_sentence_or_two(self):
        for term in terms():
            assert term.means.endswith(".") and 20 < len(term.means) < 260, term.term

    def test_a_reader_has_met_what_earlier_lessons_explain(self):
        assert (
            {"funnel", "ledger"} < {term.term for term in terms("02")} < {term.term for term in terms("06")}
        )
        assert "churn" not in {term.term for term in terms("05")}


class TestTheLinks:
    def test_the_first_use_is_linked_and_no_other(self):
        seen = set()
        assert linked("Churn is churn.", seen=seen) == "[Churn](g.md#churn) is churn."
        assert linked("Churn, and a funnel.", seen=seen) == "Churn, and a [funnel](g.md#funnel)."
        assert seen == {"churn", "funnel"}

    def test_what_comes_after_a_heading_or_a_block_of_code_is_linked(self):
        text = "# Churn\n\n```python\nchurn\n```\n\nA churn and a `churn`.\n\n## Funnel\n\nA funnel."
        assert linked(text) == text.replace("A churn", "A [churn](g.md#churn)").replace(
            "A funnel", "A [funnel](g.md#funnel)"
        )

    def test_the_longest_word_wins(self):
        assert linked("the churn rate") == "the [churn rate](g.md#churn)"

    @pytest.mark.parametrize(
        "text",
        [
            "`churn` is code",
            "```python\nchurn = funnel\n```",
            "# Churn and a funnel",
            "[the funnel](x.md)",
            "![a funnel](funnel.png)",
            "<details class='churn'>",
            "$churn_t$",
            "## References\n\n- How to Project Customer Churn",
            "https://example.org/churn",
            "churning, non-churn and funnelled",
            "",
        ],
    )
    def test_code_headings_links_tags_formulas_and_other_words_stay(self, text):
        assert linked(text) == text

    def test_words_of_every_day_are_not_linked(self):
        assert linked("A rule.", Term("rule", "…", link=False)) == "A rule."

    def test_a_term_in_emphasis_is_linked_inside_it(self):
        assert linked("*Churn* is") == "*[Churn](g.md#churn)* is"

    @settings(max_examples=30)
    @given(
        st.lists(
            st.sampled_from(["churn", " ", "`", "*", "# ", "\n", "funnel", "[", "](", ")", "$", "<b>"]),
            max_size=15,
        )
    )
    def test_nothing_but_links_is_added(self, pieces):
        text = "".join(pieces)
        assert re.sub(r"\[(churn|funnel)\]\(g\.md#\1\)", r"\1", linked(text)) == re.sub(
            r"\[(churn|funnel)\]\(g\.md#\1\)", r"\1", text
        )

    def test_each_lesson_links_to_what_it_explains(self):
        for one in chapters(ROOT):
            seen, known = set(), terms(one.number)
            for cell in one.lesson.cells:
                if cell.cell_type == "markdown":
                    link_terms(cell.source, known, seen)
            assert seen, one.name


def test_the_page_has_each_term_with_a_link_to_its_lesson():
    (text,) = pages(ROOT).values()
    assert re.findall(r"^### (.+)$", text, re.MULTILINE) == [term.term for term in terms()]
    assert text.count("Explained in [") == sum(bool(term.lesson) for term in terms())
