"""A guess is stored before looking and taken up later; a reading is held against the learner's function."""

import json
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.learn import compare_prediction, history, predict, predictions, progress, reading, store
from ecotools.learn.predictions import prediction_words


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(predictions, "_here", {})
    monkeypatch.setattr(history, "_wrong", {})


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "progress.json"
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(path))
    return path


@pytest.fixture
def said(capsys):
    return lambda: capsys.readouterr().out.strip()


def test_run_all_without_a_guess_says_so_and_what_it_is(said):
    predict("04-p1", ...)
    assert said() == "No guess yet: put yours in place of the three dots before you look."
    compare_prediction("04-p1", 29, "money")
    assert said() == "No guess yet. It is $29."


@pytest.mark.parametrize(
    ("guess", "actual", "how", "words"),
    [
        (25, 29, "money", "You guessed $25, and it is $29: your guess was $4 too low."),
        (0.1, 0.083, "percent", "it is 8.3%: your guess was 1.7 percentage points too high."),
        (29, np.float64(29.0), "money", "it is $29: you were right."),
        (0.0831, 0.083, "percent", "you were right."),
        ("Search", "search", "", "you were right."),
        ("social", "search", "", "it is search: not what you guessed."),
        (True, False, "", "You guessed yes, and it is no: not what you guessed."),
        (12, "search", "", "You guessed 12, and it is search: not what you guessed."),
        (3, math.nan, "", "nothing to compare your guess with"),
        (3, ..., "", "Fill in the three dots above first"),
    ],
)
def test_a_guess_is_compared_with_what_came(said, guess, actual, how, words):
    predict("04-p1", guess, how)
    assert said().startswith("Your guess is noted: ")
    compare_prediction("04-p1", actual, how)
    assert words in said()


def test_a_guess_is_kept_in_progress_and_survives_a_new_session(file, said, monkeypatch):
    predict("04-p1", 25, "money")
    assert store.read(file)["predictions"]["04-p1"]["guess"] == 25
    monkeypatch.setattr(predictions, "_here", {})
    predict("04-p1", ...)
    assert "Your guess so far: 25." in said()
    assert "You guessed $25" in prediction_words("04-p1", 29, "money")


def test_a_history_from_before_there_were_guesses_is_read(file):
    file.write_text('{"version": 1, "tasks": {}, "days": [], "badges": {}}')
    assert predictions.stored("04-p1") is None
    predict("04-p1", 25)
    assert predictions.stored("04-p1") == 25


def test_a_file_that_cannot_be_read_or_written_stops_nothing(file, said, monkeypatch):
    file.write_text("{")
    compare_prediction("04-p1", 29)
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(file.parent / "no" / "progress.json"))
    predict("04-p1", 25)
    assert "could not be saved" in said()
    assert "You guessed 25" in prediction_words("04-p1", 29)


@pytest.mark.parametrize("guess", [[1, 2], object(), math.nan, math.inf, {"a": 1}])
def test_what_is_no_guess_is_not_kept_and_raises_nothing(said, guess):
    predict("04-p1", guess)
    assert "not kept" in said()
    assert "No guess yet" in prediction_words("04-p1", 5)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_too_high_and_too_low_are_never_mixed_up(guess, actual):
    predictions._here["x"] = guess
    words = prediction_words("x", actual)
    assert ("too high" not in words or guess > actual) and ("too low" not in words or guess < actual)


def test_a_reading_within_the_tolerance_agrees_and_states_it(said):
    reading("02-r1", 0.31, of=lambda: 0.3104, right="One in three goes on.")
    assert said().splitlines() == [
        "✓ 02-r1 agrees with your function",
        "  Within 1% of what your function gives.",
        "  One in three goes on.",
    ]
    reading("02-r1", 0.32, of=lambda: 0.3104, tol=0.02)
    assert "Within 0.02 of what" in said()
    reading("02-r1", "SOCIAL", of=lambda: "social")
    assert "Exactly what your function gives." in said()


def test_a_count_is_read_exactly(said):
    reading("02-r1", 1000, of=lambda: 1001)
    assert "one fewer" in said()


def test_a_wrong_reading_names_the_slip_first_and_what_the_function_gives_second(said):
    reading("02-r1", 31.04, of=lambda: 0.3104)
    first = said()
    assert "a rate is a fraction" in first
    assert "0.3104" not in first
    reading("02-r1", 31.04, of=lambda: 0.3104)
    assert "Your function gives: 0.3104" in said()


def broken():
    raise KeyError("stage")


@pytest.mark.parametrize(
    ("value", "of", "words"),
    [
        (..., lambda: 1, "in place of the three dots"),
        (1, lambda: None, "your function gives nothing (None): write it first"),
        (1, lambda: math.nan, "write it first"),
        (1, broken, "does not work on your own data yet: KeyError"),
    ],
)
def test_a_reading_without_an_answer_or_a_function_is_not_attempted(said, value, of, words):
    reading("02-r1", value, of=of)
    shown = said()
    assert "not attempted" in shown
    assert words in shown


def test_what_is_read_off_is_shown_first_and_by_itself_once_the_function_works(said):
    reading("02-r1", ..., of=lambda: 20, look=lambda: pd.Series({20: 0.5, 30: 0.25}))
    shown = said().splitlines()
    assert shown[:2] == ["20   0.5", "30  0.25"]
    assert "02-r1 not attempted" in shown[2]
    reading("02-r1", ..., of=lambda: 20, look=lambda: 20)
    assert said().startswith("Your function gives 20.")


@pytest.mark.parametrize("look", [broken, lambda: None, lambda: pd.Series(dtype=float)])
def test_a_function_that_does_not_work_yet_shows_nothing_to_read_off(said, look):
    reading("02-r1", ..., of=look, look=look)
    assert said().startswith("○ 02-r1 not attempted")


def test_a_reading_is_kept_without_points_or_badge(file, tmp_path, monkeypatch):
    source = "reading('02-r1', 5, of=lambda: 5)"
    notebook = {"cells": [{"cell_type": "code", "source": source, "metadata": {}}]}
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "02-journey.ipynb").write_text(json.dumps(notebook))
    monkeypatch.chdir(tmp_path)
    reading("02-r1", 5, of=5)
    panel = progress()
    assert panel.table.loc[0, ["task", "kind", "status"]].tolist() == [
        "02-r1",
        "reading",
        "agrees with your function",
    ]
    assert panel.badges == {}
    assert panel.points == panel.points_all == panel.modules.loc[0, "tries_all"] == 0
