"""A forecast beside what came: dots within the band, and said in words."""

import pandas as pd

from ecotools import plots

TABLE = pd.DataFrame(
    {
        "month": [1, 2, 3],
        "low": [8, 9, 10],
        "median": [10, 11, 12],
        "high": [12, 13, 14],
        "actual": [9, 20, 11],
    }
)


def test_what_came_is_drawn_and_counted_in_the_description():
    ax = plots.forecast_band(TABLE, name="MRR")
    assert any(line.get_linestyle() == "None" and len(line.get_xdata()) == 3 for line in ax.get_lines())
    assert "what came, in 2 of 3 months within the band" in plots.alt_text(ax)
    assert list(plots.numbers(ax).columns) == ["month", "low", "median", "high", "actual"]


def test_the_axis_reaches_what_came():
    assert plots.forecast_band(TABLE, name="MRR").get_ylim()[1] >= 20


def test_a_forecast_alone_says_nothing_of_what_came():
    assert "what came" not in plots.alt_text(plots.forecast_band(TABLE.drop(columns="actual"), name="MRR"))
