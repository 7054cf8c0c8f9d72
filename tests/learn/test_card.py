import html.parser
import re

import pytest

from ecotools.learn.card import as_html, as_text
from ecotools.learn.outcomes import Outcome
from ecotools.outcomes import ON_CARD, SIGNS

LINES = (("Expected", "a <b> & `c`"), ("", "Use `return`, not <print>."))


class Texts(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.texts = [], []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def texts(page: str) -> str:
    reader = Texts()
    reader.feed(page)
    assert not reader.open
    return " ".join(reader.texts)


@pytest.mark.parametrize("kind", SIGNS)
def test_the_card_says_in_words_what_the_text_says(kind):
    outcome = Outcome("02-q1", kind, 4, LINES, printed="hello")
    said = texts(as_html(outcome))
    assert ON_CARD[kind] in said
    assert "a <b> & `c`" in said
    assert ON_CARD[kind] in as_text(outcome)
    assert ("hello" in said) == ("✓" not in SIGNS[kind])


def test_the_card_is_announced_and_marks_code():
    page = as_html(Outcome("02-q1", "wrong", 4, LINES))
    assert "role='status'" in page
    assert re.search(r"<code[^>]*>return</code>", page)
    assert "<print>" not in page


def test_long_prints_are_cut_from_the_front():
    text = as_text(Outcome("02-q1", "wrong", printed="x" * 5000 + "the end"))
    assert len(text) < 800
    assert text.endswith("the end")


def luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_text_outside_jupyterlab_has_contrast_enough():
    page = as_html(Outcome("02-q1", "wrong", 4, LINES))
    ink, paper = (re.search(rf"{key}:var\([\w-]+,(#\w+)\)", page)[1] for key in ("color", "background"))
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
