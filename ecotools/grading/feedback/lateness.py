"""What a page says of time: when the hand-in was due, when it came, and what being late cost."""

from __future__ import annotations

from datetime import UTC, datetime

from ecotools.grading.collect.instants import zone_called
from ecotools.grading.gradebook.deadlines import NONE, Due, Penalty
from ecotools.grading.gradebook.marks import Marks

_UNITS = (("day", 86400), ("hour", 3600), ("minute", 60))


def sentences(marks: Marks, zone: str) -> list[str]:
    """Return what a student reads of the time of their hand-in; nothing where no time is known.

    Parameters
    ----------
    marks : what they have; the penalty in it is what is taken off.
    zone : that of the course, in which times are written.
    """
    said = []
    if marks.due is not None:
        said.append(f"It was due {in_zone(marks.due.everybody, zone)}.")
        if marks.due.student != marks.due.everybody:
            said.append(f"You had another date: {in_zone(marks.due.student, zone)}.")
    if marks.timestamp is not None:
        said.append(f"You handed it in {in_zone(marks.timestamp, zone)}{_how_late(marks)}.")
    elif marks.undated:
        said.append("It is not known when you handed it in, so it counts as in time.")
    return said + _cost(marks)


def _how_late(marks: Marks) -> str:
    """Return whether that was in time, as the end of a sentence."""
    if marks.due is None:
        return ""
    if marks.late > 0:
        return f", {length(marks.late)} late"
    if marks.timestamp is not None and marks.timestamp > marks.due.student:
        return f", within the {marks.due.grace:g} minutes of grace"
    return ", in time"


def _cost(marks: Marks) -> list[str]:
    """Return what is taken off, by which rule, and what is left; or that it costs nothing."""
    rule = _rule(marks.due)
    if marks.penalty:
        by = f" ({rule})" if rule else ""
        left = f"{_points(marks.raw)} less {_points(marks.penalty)} are {_points(marks.score)}"
        count = "which count so far" if marks.waiting else "which count"
        return [f"Taken off for that: {_points(marks.penalty)}{by}. {left}, {count}."]
    if marks.late <= 0:
        return []
    return ["That costs nothing." if marks.raw or not rule else "There are no points to take anything off."]


def _rule(due: Due | None) -> str:
    """Return the rule in words; "" where nothing is taken off, or nbgrader's plugin decides."""
    return "" if due is None or due.penalty in ("", NONE) else Penalty.read(due.penalty).words


def _points(number: float) -> str:
    """Return a number of points in words.

    >>> _points(1.0), _points(2.333)
    ('1 point', '2.33 points')
    """
    shown = f"{round(number, 2):g}"
    return f"{shown} point{'' if shown == '1' else 's'}"


def length(seconds: float) -> str:
    """Return a length of time in words, by minutes that have begun.

    >>> length(86400 + 2 * 3600), length(61), length(0.2)
    ('1 day 2 hours', '2 minutes', '1 minute')
    """
    left, parts = -(-seconds // 60) * 60, []
    for name, size in _UNITS:
        count, left = divmod(int(left), size)
        parts += [f"{count} {name}{'' if count == 1 else 's'}"] if count else []
    return " ".join(parts)


def in_zone(time: datetime, zone: str) -> str:
    """Return a time in UTC as the course writes it, with the zone; in UTC where there is no such zone.

    >>> in_zone(datetime(2026, 3, 1, 17, 0), "Europe/Berlin")
    '2026-03-01 18:00 (Europe/Berlin)'
    """
    place = zone_called(zone)
    local = time.replace(tzinfo=UTC).astimezone(place or UTC)
    return f"{local:%Y-%m-%d %H:%M} ({zone if place else 'UTC'})"
