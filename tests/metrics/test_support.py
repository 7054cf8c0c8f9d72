"""Who answers questions, and how soon."""

import numpy as np
import pandas as pd
import pytest

from ecotools.metrics import support


def questions(*rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["asked", "hours", "by"])
    asked = pd.to_datetime(table["asked"])
    waited = table["hours"].map(lambda hours: pd.Timedelta(hours, "h"))
    return table.assign(asked=asked, answered=asked + waited).drop(columns="hours")


SOME = questions(
    ("2025-01-01 08:00", 2, "member"),
    ("2025-01-01 09:00", 30, "team"),
    ("2025-01-01 10:00", np.nan, None),
    ("2025-01-02 08:00", 4, "member"),
    ("2025-01-02 20:00", np.nan, None),
)


def test_open_questions_are_watched_up_to_the_end_and_not_left_out():
    table = support.answer_times(SOME, until="2025-01-03")
    assert table["at_risk"].iloc[0] == 5
    assert table.set_index("time").loc[4.0, "survival"] == pytest.approx(4 / 5 * 3 / 4)
    assert table["lost"].sum() == 3


def test_only_questions_old_enough_can_be_late():
    row = support.answers(SOME, within=24, until="2025-01-04").loc["all"]
    assert row["old_enough"] == 5
    assert row["in_time"] == pytest.approx(2 / 5)
    young = support.answers(SOME.iloc[:4], within=24, until="2025-01-03").loc["all"]
    assert young["old_enough"] == 3
    assert young["in_time"] == pytest.approx(1 / 3)


def test_members_answers_are_what_they_take_off_the_team():
    assert support.answers(SOME)["by_members"].item() == pytest.approx(2 / 3)
    assert np.isnan(support.answers(SOME.drop(columns="by"))["by_members"].item())


def test_groups_are_told_apart_with_how_many_they_are():
    table = support.answers(
        SOME.assign(language=["en", "de", "en", "en", "de"]), "language", until="2025-01-04"
    )
    assert table.index.tolist() == ["de", "en"]
    assert table["questions"].tolist() == [2, 3]
    assert table["unanswered"].round(2).tolist() == [0.5, 0.33]
    assert (table["low"] <= table["in_time"]).all() and (table["in_time"] <= table["high"]).all()


def test_where_fewer_than_half_are_answered_there_is_no_median():
    assert np.isnan(support.answers(SOME.iloc[[0, 2, 4]], until="2025-01-04")["median_hours"].item())


def test_a_planted_median_is_recovered_though_many_questions_are_open():
    rng = np.random.default_rng(3)
    asked = pd.Timestamp("2025-01-01") + pd.to_timedelta(rng.uniform(0, 30 * 24, 2000), "h")
    answered = asked + pd.to_timedelta(rng.exponential(48, 2000), "h")
    table = pd.DataFrame({"asked": asked, "answered": answered.where(answered < "2025-01-31")})
    row = support.answers(table, until="2025-01-31").loc["all"]
    assert row["median_hours"] == pytest.approx(48 * np.log(2), rel=0.08)
    assert (table["answered"] - table["asked"]).median() / pd.Timedelta(hours=1) < 0.95 * 48 * np.log(2)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"answered": pd.Timestamp("2024-12-31")}, "answered lies before asked"),
        ({"asked": pd.NaT}, "asked is missing"),
        ({"asked": "2025-01-01"}, "questions.asked must hold days"),
        ({"by": None}, "by is missing for an answered question"),
    ],
)
def test_what_is_no_list_of_questions_is_refused(change, said):
    with pytest.raises((TypeError, ValueError), match=said):
        support.answers(SOME.assign(**change))


def test_an_end_before_the_last_answer_is_refused():
    with pytest.raises(ValueError, match="until must be after the last question or answer"):
        support.answers(SOME, until="2025-01-02")
