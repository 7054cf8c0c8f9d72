"""Answers to questions: the time to the first one as survival, who gives it, and what is never answered."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, plain_dates, refuse
from ecotools.metrics.intervals import share_ends
from ecotools.metrics.periods import DAY, until_day
from ecotools.metrics.retention.kaplan import kaplan_meier, median_lifetime
from ecotools.observation import span_of

_HOUR = pd.Timedelta(hours=1)
_COLUMNS = ("asked", "answered")


def answer_times(questions: pd.DataFrame, *, until=None, level: float = 0.95) -> pd.DataFrame:
    """Return the share of questions still without an answer after so many hours, open ones included.

    Parameters
    ----------
    questions : DataFrame
        One row per question: asked and answered (the first answer; NaT when there is none), days with or
        without a time of day.
    until : day or month, optional
        First day not observed. Default: the end of what a ledger observed, else the day after the last
        question or answer.
    level : float, default 0.95
        Confidence level of the interval, a fraction.

    Returns
    -------
    DataFrame
        As `metrics.retention.kaplan_meier`: time in hours, survival the share without an answer by then. For
        `plots.retention_curve` with ``unit="hours"``, ``noun="questions"``, ``stay="still open"`` and a title
        of your own.

    Raises
    ------
    ValueError, TypeError
        A missing column or moment, an answer before its question, times with a zone, an ``until`` before the
        last question or answer.

    Examples
    --------
    >>> asked = pd.to_datetime(["2025-01-01 09:00", "2025-01-01 10:00", "2025-01-02 12:00"])
    >>> questions = pd.DataFrame({"asked": asked, "answered": [asked[1], asked[2], pd.NaT]})
    >>> answer_times(questions)[["time", "at_risk", "lost", "survival"]].round(3)
       time  at_risk  lost  survival
    0   0.0        3     0     1.000
    1   1.0        3     1     0.667
    2  12.0        2     0     0.667
    3  26.0        1     1     0.000
    """
    hours, answered, _ = _read(questions, until)
    table = kaplan_meier(hours, answered, level=level)
    table.attrs["definition"] |= {"unit": "hours", "event": "first answer"}
    return table


def answers(
    questions: pd.DataFrame,
    by: str | None = None,
    *,
    within: float = 24.0,
    until=None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return how many questions get an answer and how soon, for all or group by group.

    Parameters
    ----------
    questions : DataFrame
        As in `answer_times`. A column ``by`` says who answered: "team" for your own people, anybody else is a
        member. Without it nothing is said about who answers.
    by : str, optional
        Column of a group of questions, such as the language or the plan of whoever asked.
    within : float, default 24
        Hours within which an answer is in time.
    until : day or month, optional
        As in `answer_times`.
    level : float, default 0.95
        Confidence level of the interval, a fraction.

    Returns
    -------
    DataFrame
        Index: the groups, sorted, or "all". Columns questions, unanswered (share without an answer so far),
        median_hours (Kaplan-Meier; NaN when fewer than half are answered), in_time (share answered within the
        hours, of the questions that are at least so old), low, high (Wilson's interval of it), old_enough
        (how many these are; read a group of few with its interval), by_members (share of the answers that
        members gave: what they take off the team).

    Raises
    ------
    ValueError, TypeError
        As `answer_times`.

    Examples
    --------
    >>> asked = pd.to_datetime(["2025-01-01 09:00", "2025-01-01 10:00", "2025-01-02 12:00"])
    >>> questions = pd.DataFrame({"asked": asked, "answered": [asked[1], asked[2], pd.NaT],
    ...                           "by": ["member", "team", None]})
    >>> answers(questions, until="2025-01-05")[["unanswered", "median_hours", "in_time"]].round(2)
         unanswered  median_hours  in_time
    all        0.33          26.0     0.33
    """
    within = errors.positive(within, "within")
    hours, answered, age = _read(questions, until)
    group, names = _groups(questions, by)
    member = _by_members(questions, answered)
    rows = []
    for place in range(len(names)):
        mine = group == place
        old = mine & (age >= within)
        soon = int((old & answered & (hours <= within)).sum())
        ends = share_ends(soon, int(old.sum()), level) if old.any() else (np.nan, np.nan)
        told = member[mine & answered]
        rows.append(
            {
                "questions": int(mine.sum()),
                "unanswered": (~answered[mine]).mean() if mine.any() else np.nan,
                "median_hours": float(median_lifetime(kaplan_meier(hours[mine], answered[mine]))),
                "in_time": soon / old.sum() if old.any() else np.nan,
                "low": ends[0],
                "high": ends[1],
                "old_enough": int(old.sum()),
                "by_members": told.mean() if len(told) else np.nan,
            }
        )
    table = pd.DataFrame(rows, index=pd.Index(names, name=by))
    table.attrs["definition"] = {"in_time": f"first answer within {within:g} hours", "level": level}
    return table


def _read(questions: pd.DataFrame, until) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the hours each question was watched, whether it was answered, and its age, in hours."""
    errors.columns(questions, _COLUMNS, "questions")
    for column in _COLUMNS:
        if len(questions):
            plain_dates(questions[column], f"questions.{column}")
    asked, answered = (pd.Series(pd.to_datetime(questions[column])) for column in _COLUMNS)
    refuse(questions, asked.isna().to_numpy(dtype=bool), "questions", "asked is missing")
    refuse(questions, (answered < asked).to_numpy(dtype=bool), "questions", "answered lies before asked")
    after = _until(questions, asked, answered, until)
    known = answered.notna().to_numpy(dtype=bool)
    hours = ((answered.fillna(after) - asked) / _HOUR).to_numpy(float)
    return hours, known, ((after - asked) / _HOUR).to_numpy(float)


def _until(questions: pd.DataFrame, asked: pd.Series, answered: pd.Series, until) -> pd.Timestamp:
    span = span_of(questions)
    last = max((each.max() for each in (asked, answered) if each.notna().any()), default=pd.NaT)
    if until is None and span is None:
        return last if pd.isna(last) else last.normalize() + DAY
    if until is None:
        return span.end if pd.isna(last) else max(span.end, last)
    after = until_day(until, span)
    if after <= last:
        raise ValueError(f"until must be after the last question or answer ({last}), not {after:%Y-%m-%d}")
    return after


def _groups(questions: pd.DataFrame, by: str | None) -> tuple[np.ndarray, list]:
    if by is None:
        return np.zeros(len(questions), np.int64), ["all"]
    errors.columns(questions, [by], "questions")
    refuse(questions, questions[by].isna().to_numpy(dtype=bool), "questions", f"{by} is missing")
    code, names = coded(questions[by])
    return code, list(names)


def _by_members(questions: pd.DataFrame, answered: np.ndarray) -> np.ndarray:
    """Return 1 where a member answered and 0 where the team did; nothing where it is not said."""
    if "by" not in questions.columns:
        return np.full(len(questions), np.nan)
    unknown = questions["by"].isna().to_numpy(dtype=bool) & answered
    refuse(questions, unknown, "questions", "by is missing for an answered question")
    return (questions["by"].astype(object) != "team").to_numpy(dtype=float)
