"""Retention curves: the share who stay beyond each age, with the interval as a band."""

import re
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ecotools.errors import several
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, is_missing, listing, percent, plural
from ecotools.plots.canvas.labels import spread
from ecotools.plots.canvas.layout import PAD, drawn, inches, panel, ticks
from ecotools.plots.canvas.text import text_size, widest, wrap

_MADE = "metrics.retention.kaplan_meier"
_MOST = len(style.SERIES)


@drawn
def retention_curve(
    km,
    *,
    labels: Iterable[str] | None = None,
    unit: str = "months",
    noun: str = "customers",
    stay: str = "who stay",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw one or several survival curves with their intervals, each named at its end.

    Parameters
    ----------
    km : DataFrame, list or dict of DataFrame
        Tables with columns ``time`` and ``survival`` (fraction), and if there are any ``low`` and ``high``,
        as `metrics.retention.kaplan_meier` returns them. Up to five; a dict names them.
    labels : iterable of str, optional
        Names of the curves of a list.
    unit : str
        What ``time`` is counted in.
    noun : str
        Who is counted, in the plural.
    stay : str
        What a share is about, behind the noun: "who stay", or "still open" for questions.
    title : str, optional
        Instead of the sentence made from the tables.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When a table has no rows, lacks a column or holds a share outside 0..1, or there are more than five.

    Examples
    --------
    >>> km = pd.DataFrame({"time": [0, 3, 6], "survival": [1.0, 0.7, 0.4]})
    >>> retention_curve(km).get_title(loc="left")
    'Half of customers have left by 6 months; 40% stay beyond that'
    """
    curves = {name: _checked(table, name) for name, table in _named(km, labels).items()}
    message = _message(curves, unit, noun) if title is None else title
    ax = _draw(curves, message, unit, f"{noun} {stay}", width)
    said = "; ".join(f"{name or 'the curve'}: {_spoken(table, unit)}" for name, table in curves.items())
    kind = "Retention curve" if len(curves) == 1 else f"{len(curves)} retention curves"
    numbers = pd.concat([table.assign(curve=name) for name, table in curves.items()], ignore_index=True)
    numbers = (
        numbers[["curve", *numbers.columns.drop("curve")]]
        if len(curves) > 1
        else numbers.drop(columns="curve")
    )
    alt = f"{message}. {kind} of {noun} over {unit}; {said}."
    return describe(ax, alt, numbers, caption=f"Share of {noun} {stay} beyond each age in {unit}")


def _named(km, labels) -> dict[str, pd.DataFrame]:
    if isinstance(km, pd.DataFrame):
        km = [km]
    if not isinstance(km, Mapping):
        km = several(km, "km")
        names = (
            list(labels)
            if labels is not None
            else [""]
            if len(km) == 1
            else [f"curve {i + 1}" for i in range(len(km))]
        )
        if len(names) != len(km):
            raise ValueError(
                f"labels must name every curve: {plural(len(names), 'label')} for {plural(len(km), 'curve')}"
            )
        km = dict(zip(map(str, names), km, strict=True))
    if not km:
        raise ValueError("retention curve has no table: there is nothing to draw.")
    if len(km) > _MOST:
        raise ValueError(
            f"retention curve can tell {_MOST} curves apart, not {len(km)}: choose which to compare"
        )
    return {str(name): table for name, table in km.items()}


def _checked(table: pd.DataFrame, name: str) -> pd.DataFrame:
    what = f"retention table {name!r}" if name else "retention table"
    found = inputs.table(table, ["time", "survival"], what, make=_MADE)
    inputs.numeric(found, ["time"], what)
    inputs.fractions(found, [c for c in ("survival", "low", "high") if c in found], what)
    inputs.some_numbers(found["survival"], what, "survival")
    return found.dropna(subset=["time", "survival"]).sort_values("time").reset_index(drop=True)


def _at(table: pd.DataFrame, time: float) -> float:
    """Return the share who stay beyond ``time``: the curve is a step that holds until the next row."""
    before = table["survival"][table["time"] <= time]
    return float(before.iloc[-1]) if len(before) else 1.0


def _message(curves: dict[str, pd.DataFrame], unit: str, noun: str) -> str:
    if len(curves) == 1:
        (table,) = curves.values()
        half = table[table["survival"] <= 0.5]
        end = table.iloc[-1]
        if len(half):
            when = half["time"].iloc[0]
            rest = percent(half["survival"].iloc[0])
            return f"Half of {noun} have left by {count(when)} {unit}; {rest} stay beyond that"
        return f"{percent(end['survival'])} of {noun} stay beyond {count(end['time'])} {unit}"
    common = min(table["time"].iloc[-1] for table in curves.values())
    kept = sorted(((name, _at(table, common)) for name, table in curves.items()), key=lambda item: -item[1])
    said = [f"{percent(share)} of {name}" for name, share in kept]
    said = said if len(said) <= 3 else [said[0], said[-1]]
    return f"Beyond {count(common)} {unit} stay {listing(said)}"


def _spoken(table: pd.DataFrame, unit: str) -> str:
    last = table["time"].iloc[-1]
    picks = (
        [last]
        if last <= 0
        else sorted({float(np.round(last * part)) or last for part in (0.25, 0.5, 0.75)} | {last})
    )
    said = [f"{percent(_at(table, time))} beyond {count(time)}" for time in picks]
    end = table.iloc[-1]
    if "low" in table and not is_missing(end["low"]) and not is_missing(end["high"]):
        said[-1] += f" (interval {percent(end['low'])} to {percent(end['high'])})"
    return f"{listing(said)} {unit}"


def _draw(curves: dict[str, pd.DataFrame], message: str, unit: str, what: str, width: float) -> Axes:
    longest = max(table["time"].iloc[-1] for table in curves.values()) or 1.0
    marks = [mark for mark in ticks(0, longest, 9, whole=True) if mark <= longest * 1.0001]
    named = len(curves) > 1
    ends = {}
    for name, table in curves.items():
        share = percent(table["survival"].iloc[-1])
        ends[name] = wrap(f"{name} {share}" if named else share, width * 0.24, style.SMALL, "bold", lines=3)
    bands = any("low" in table and table["low"].notna().any() for table in curves.values())
    ax = panel(
        2.9,
        title=message,
        subtitle=f"Share of {what} beyond each age"
        + (f"; the band is the {_level(curves)}interval" if bands else ""),
        width=width,
        left=PAD + widest(["100%"], style.SMALL) + 0.1,
        right=PAD + widest(list(ends.values()), style.SMALL, "bold") + 0.2,
        bottom=0.56,
    )
    ax.set(xlim=(0, longest), ylim=(0, 1), xlabel=f"Age in {unit}")
    ax.set_xticks(marks, [count(mark) for mark in marks])
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    ax.grid(axis="y")
    for table, colour, dashes in zip(curves.values(), style.SERIES, style.DASHES, strict=False):
        _band(ax, table, colour)
        ax.plot(
            table["time"],
            table["survival"],
            drawstyle="steps-post",
            color=colour,
            ls=dashes,
            zorder=3,
            clip_on=False,
        )
    _name_ends(ax, curves, ends)
    return ax


def _level(curves: dict[str, pd.DataFrame]) -> str:
    """Return "95% " when the tables say that this is the level of their interval."""
    said = {str(table.attrs.get("definition", {}).get("interval", "")) for table in curves.values()}
    level = re.search(r"0?\.\d+", said.pop()) if len(said) == 1 else None
    return f"{percent(float(level.group()))} " if level else ""


def _band(ax: Axes, table: pd.DataFrame, colour: str) -> None:
    if "low" in table and "high" in table and table["low"].notna().any():
        low, high = (table[c].fillna(table["survival"]) for c in ("low", "high"))
        ax.fill_between(table["time"], low, high, step="post", color=colour, alpha=0.14, lw=0, zorder=2)


def _name_ends(ax: Axes, curves: dict[str, pd.DataFrame], ends: dict[str, str]) -> None:
    """Write each curve's name and last value at its end, spread apart, with a thread to the curve."""
    wide, high = inches(ax)
    right = ax.get_xlim()[1]
    wanted = [table["survival"].iloc[-1] * high for table in curves.values()]
    sizes = [text_size(ends[name], style.SMALL, "bold")[1] + 0.04 for name in curves]
    for (name, table), colour, y in zip(
        curves.items(), style.SERIES, spread(wanted, sizes, 0, high), strict=False
    ):
        end = table.iloc[-1]
        x = right + 0.16 / wide * right
        threads = [end["time"], right + 0.02 / wide * right, x - 0.03 / wide * right]
        ax.plot(
            threads, [end["survival"], end["survival"], y / high], color=colour, lw=0.8, ls=":", clip_on=False
        )
        ax.text(
            x,
            y / high,
            ends[name],
            ha="left",
            va="center",
            fontsize=style.SMALL,
            fontweight="bold",
            color=colour,
        )
