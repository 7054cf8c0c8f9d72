"""The launch explorer: assumptions that move, and a fan and a tornado that follow, also without a kernel."""

import pytest

from ecotools.forecast import draws
from ecotools.plots.canvas.formats import money, percent
from ecotools.widgets import launch_explorer
from tests.forecast.businesses import CLUB, COURSE, blueprint
from tests.widgets.page import live, static


def test_it_starts_with_what_the_blueprint_assumes(launch):
    assert launch.factors == {"visitors": 1, "rate": 1, "subscribe": 1, "churn": 1} and launch.doubt == 0.2
    runs = draws(blueprint(CLUB), 6, 60)["revenue"].cumsum(axis=1)
    assert launch.numbers()["median"].tolist() == runs.median().tolist()


def test_there_are_sliders_only_for_what_there_is():
    assert set(launch_explorer(blueprint(COURSE), target=1, months=2, runs=20).factors) == {
        "visitors",
        "rate",
    }


def test_fewer_visitors_bring_less_and_the_chance_is_said(launch):
    last = draws(blueprint(CLUB), 6, 60, changes={"visitors": 0.5})["revenue"].sum(axis=1)
    launch.sliders["visitors"].value = 0.5
    text = live(launch).text
    assert f"{percent((last >= 12_000).mean())} of the runs reach $12,000 or more." in text
    assert f"{money(round(last.quantile(0.1)))} or more in nine of ten runs" in text


def test_without_doubt_no_number_decides(launch):
    launch.sliders["doubt"].value = 0
    assert "No number is in doubt" in live(launch).text


def test_it_comes_back_to_its_start(launch):
    before = launch.numbers()
    launch.sliders["churn"].value = 2
    launch.reset()
    assert launch.numbers().equals(before)


def test_the_static_view_has_the_same_numbers_and_both_pictures(launch):
    page = static(launch)
    assert [row[2] for row in page.tables[0][1:]] == [
        money(round(value)) for value in launch.numbers()["median"]
    ]
    assert len(page.all("img")) == 2


def test_what_cannot_be_explored_is_refused():
    with pytest.raises(ValueError, match="target must be above zero"):
        launch_explorer(blueprint(CLUB), target=0, months=2, runs=20)
    with pytest.raises(ValueError, match="measure must be one of"):
        launch_explorer(blueprint(CLUB), target=1, measure="mrr", months=2, runs=20)
    with pytest.raises(ValueError, match="measure must be 'revenue': neither refunds nor costs"):
        launch_explorer(blueprint(COURSE), target=1, measure="margin", months=2, runs=20)
