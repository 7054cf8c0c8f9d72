"""A task whose texts Python cannot read is refused: reference and answer would fail alike, and so agree."""

import pytest

from ecotools.grading.authoring.tasks import TaskError, task


@pytest.mark.parametrize("broken", ["share(1,", 'share("1)', "x = 1", "share(1 2)"])
@pytest.mark.parametrize("place", ["examples", "expected", "hidden", "form"])
def test_a_text_that_is_no_expression_is_refused_and_named(broken, place):
    given = {
        "examples": {
            broken if place == "examples" else "share(1, 4)": broken if place == "expected" else "0.25"
        },
        "hidden": [broken if place == "hidden" else "share(0, 7)"],
        "form": {"share": broken if place == "form" else "0.5"},
    }
    with pytest.raises(TaskError, match=r"09-q1: .* is not a Python expression"):
        task("09-q1", points=1, names="share", **given)


def test_a_text_over_several_lines_is_an_expression():
    hidden = ["share(\n    1,\n    4,\n)"]
    assert task("09-q1", points=1, names="share", examples={"share(1, 4)": "0.25"}, hidden=hidden).points == 1
