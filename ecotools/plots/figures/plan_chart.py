"""A plan as a chart of bars: one line per phase, from its first day to its last, with what it waits for."""

from datetime import date, timedelta

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, listing, period, plural
from ecotools.plots.canvas.layout import PAD, drawn, inches, panel
from ecotools.plots.canvas.text import text_size, widest, wrap

_EPOCH = date(1970, 1, 1)
_BAR = 0.26
_STEPS = (1, 7, 14, 28, 56, 91, 182, 364, 728)


@drawn
def plan_chart(table: pd.DataFrame, *, title: str | None = None, width: float = style.WIDTH) -> Axes:
    """Draw the phases of a plan as bars over time, with arrows from each phase to those that wait for it.

    Parameters
    ----------
    table : DataFrame
        One row per phase with ``phase`` (its name), ``start`` and ``end`` (first and last day, both included:
        dates, or numbers counted from 1), and if there are any ``id``, ``owner``, ``after`` (ids of the
        phases that must end before), ``latest`` (last day on which it may end), ``slack`` (days that it may
        be late) and ``critical`` (True where it decides when the plan ends). Or what `planning.schedule` or
        `planning.level` gives, as it is.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, mixes dates with numbers, or a phase ends before it
        starts.

    Examples
    --------
    >>> phases = pd.DataFrame({"phase": ["Build", "Launch"], "start": [1, 29], "end": [28, 42]})
    >>> plan_chart(phases).get_title(loc="left")
    '2 phases in 42 days, from Build to Launch'
    """
    found = inputs.table(_of_schedule(table), ["phase", "start", "end"], "plan table")
    dated = _dated(found)
    if any(last < first for first, last in zip(found["start"], found["end"], strict=True)):
        raise ValueError("plan table: a phase ends before it starts")
    found = found.sort_values("start", kind="stable").reset_index(drop=True)
    for column in ("id", "owner", "after", "latest", "slack", "critical"):
        found[column] = found.get(column)
    found["critical"] = found["critical"].map(lambda value: not is_missing(value) and bool(value))
    noun = "task" if "task" in found.columns else "phase"
    message = _message(found, noun) if title is None else title
    ax = _draw(found, dated, message, width, noun)
    said = [f"{row['phase']} {_span(row)}{_judged(row)}" for row in found.to_dict("records")]
    kind = f"Plan of {plural(len(found), noun)}"
    shown = ("phase", "start", "end", "latest", "slack", "owner")
    columns = [name for name in shown if found[name].notna().any()]
    columns += ["critical"] * bool(found["critical"].any())
    return describe(ax, f"{message}. {kind}: {listing(said, most=14)}.", found[columns], caption=kind)


def _of_schedule(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of `planning.schedule` with the columns of a chart, any other table as it is."""
    if not isinstance(table, pd.DataFrame) or "task" not in table.columns or "phase" in table.columns:
        return table
    dated = {"start_date", "end_date"} <= set(table.columns)
    first, last, latest = ("start", "end", "latest")
    days = ("start_date", "end_date", "latest_date") if dated else ("start_day", "end_day", "latest_end")
    found = table.assign(id=table["task"], phase=table["name"] if "name" in table.columns else table["task"])
    for column, given in zip((first, last, latest), days, strict=True):
        if given in table.columns:
            found[column] = [day.date() for day in table[given]] if dated else table[given].astype(float)
    if not dated and {first, last} <= set(found.columns):
        found[last] = found[[first, last]].max(axis=1)  # a milestone is shown on the day that it starts
    return found


def _dated(found: pd.DataFrame) -> bool:
    kinds = {isinstance(value, date) for column in ("start", "end") for value in found[column]}
    if len(kinds) > 1:
        raise ValueError("plan table: days must be all dates or all numbers, draw the two in two charts")
    return kinds.pop()


def _message(found: pd.DataFrame, noun: str) -> str:
    first, last = found["start"].min(), found["end"].max()
    days = (last - first).days + 1 if isinstance(first, date) else int(last - first + 1)
    span = f"{plural(len(found), noun)} in {plural(days, 'day')}"
    if len(found) == 1:
        return f"{found.loc[0, 'phase']}: {plural(days, 'day')}"
    if 0 < (many := int(found["critical"].sum())) < len(found):
        return f"{span}, of which {many} {'decides' if many == 1 else 'decide'} when the plan ends"
    final = found.loc[found["end"].map(_number).idxmax(), "phase"]
    return f"{span}, from {found.loc[0, 'phase']} to {final}"


def _number(day) -> float:
    return (day - _EPOCH).days if isinstance(day, date) else float(day)


def _say(day) -> str:
    return period(pd.Timestamp(day)) if isinstance(day, date) else f"{day:g}"


def _span(row: dict) -> str:
    first, last = _say(row["start"]), _say(row["end"])
    if isinstance(row["start"], date):
        return first if first == last else f"{first} to {last}"
    return f"day {first}" if first == last else f"days {first} to {last}"


def _spare(row: dict) -> float:
    """Return how far the chart's days go from the end of a phase to the last day on which it may end."""
    return 0.0 if is_missing(row["latest"]) else max(_number(row["latest"]) - _number(row["end"]), 0.0)


def _slack(row: dict) -> int:
    """Return how many days late a phase may be: as the table says it, without the days off."""
    return int(_spare(row) if is_missing(row["slack"]) else max(row["slack"], 0))


def _judged(row: dict) -> str:
    """Return in words whether a phase is critical, or how many days it may be late."""
    if row["critical"]:
        return ", critical"
    return f", {plural(slack, 'day')} of slack" if (slack := _slack(row)) else ""


def _draw(found: pd.DataFrame, dated: bool, message: str, width: float, noun: str) -> Axes:
    records = found.to_dict("records")
    names = [wrap(row["phase"], width * 0.26, lines=2) for row in records]
    owners = [
        "" if is_missing(r["owner"]) else wrap(r["owner"], width * 0.26, style.SMALL, lines=1)
        for r in records
    ]
    left = PAD + max(widest(names), widest(owners, style.SMALL)) + 0.14
    spans = [_span(row) + f" (+{_slack(row)})" * (_slack(row) > 0) for row in records]
    row = max(text_size(n)[1] + (0.19 if o else 0.02) for n, o in zip(names, owners, strict=True)) + 0.16
    first, last = _number(found["start"].min()), _number(found["end"].max()) + 1
    last = max([last, *(_number(one["end"]) + 1 + _spare(one) for one in records)])
    ax = panel(
        row * len(found),
        title=message,
        subtitle=_key(records, noun),
        width=width,
        left=left,
        right=PAD + 0.1,
        top=0.12,
        bottom=0.5,
    )
    wide, _ = inches(ax)
    scale = (last - first) / wide
    ax.set(xlim=(first, last), ylim=(len(found), 0))
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x")
    ax.set_yticks([])
    _days(ax, dated, first, last, wide)
    for i, (one, span) in enumerate(zip(records, spans, strict=True)):
        start, end = _number(one["start"]), _number(one["end"]) + 1
        half = _BAR / 2 / row
        colour = style.RUST if one["critical"] else style.BLUE
        ax.add_patch(
            Rectangle((start, i + 0.5 - half), end - start, 2 * half, facecolor=colour, lw=0, zorder=3)
        )
        until = end + _spare(one)
        if until > end:
            ax.plot([end, until], [i + 0.5, i + 0.5], color=style.BLUE, lw=1.4, ls=(0, (2, 1.5)), zorder=3)
            ax.plot([until, until], [i + 0.5 - half, i + 0.5 + half], color=style.BLUE, lw=1.4, zorder=3)
        _write_name(ax, names[i], owners[i], first - 0.14 * scale, i, row)
        _write_span(ax, span, start, (end, until), i, scale, (first, last))
    _arrows(ax, records, scale, row)
    return ax


def _key(records: list[dict], noun: str) -> str:
    """Return in words what bars, arrows, lines and numbers are, as far as they are there."""
    said = f"Each bar runs from a {noun}'s first day to its last; arrows lead to what waits for it"
    if any(one["critical"] for one in records):
        said += ". Rust, without (+): it decides when the plan ends"
    if any(_slack(one) for one in records):
        said += ". Dotted: the days that it may be late (+)"
    return said


def _write_name(ax: Axes, name: str, owner: str, x: float, i: int, row: float) -> None:
    high = text_size(name)[1]
    top = i + 0.5 - (high + (0.16 if owner else 0.0)) / 2 / row
    ax.text(x, top, name, ha="right", va="top")
    if owner:
        look = {"fontsize": style.SMALL, "color": style.MUTED}
        ax.text(x, top + (high + 0.03) / row, owner, ha="right", va="top", **look)


def _write_span(ax: Axes, span: str, start: float, ends, i: int, scale: float, edges) -> None:
    """Write when a phase is: in its bar where that is long enough, else behind it and its slack, else
    before it, else over its slack.
    """
    end, until = ends
    room = (text_size(span, style.SMALL, "bold")[0] + 0.16) * scale
    look = {"va": "center", "fontsize": style.SMALL, "fontweight": "bold", "zorder": 5}
    paper = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 1}
    if end - start >= room:
        ax.text((start + end) / 2, i + 0.5, span, ha="center", color=style.PAPER, **look)
    elif until + room <= edges[1]:
        ax.text(until + 0.08 * scale, i + 0.5, span, ha="left", color=style.INK, bbox=paper, **look)
    elif start - room >= edges[0]:
        ax.text(start - 0.08 * scale, i + 0.5, span, ha="right", color=style.INK, bbox=paper, **look)
    else:
        ax.text(end + 0.08 * scale, i + 0.5, span, ha="left", color=style.INK, bbox=paper, **look)


def _days(ax: Axes, dated: bool, first: float, last: float, wide: float) -> None:
    """Write the days under the chart: dates where the plan has dates, numbers where it counts."""
    most = max(2, int(wide / (1.05 if dated else 0.5)))
    step = next((days for days in _STEPS if (last - first) / days <= most), (last - first) / most)
    marks = [
        first + k * step
        for k in range(most + 1)
        if first + k * step < last - 0.8 * (last - first) / wide * dated
    ]
    names = [_say(_EPOCH + timedelta(days=int(mark)) if dated else int(mark)) for mark in marks]
    ax.set_xlabel("" if dated else "Day, counted from 1 at the start of the plan")
    ax.set_xticks(marks, names)
    if dated:
        for label in ax.get_xticklabels():
            label.set_ha("left")


def _arrows(ax: Axes, records: list[dict], scale: float, row: float) -> None:
    """Draw an arrow from the end of each phase down or up to the start of those that wait for it."""
    place = {one["id"]: i for i, one in enumerate(records) if one["id"] is not None}
    for i, one in enumerate(records):
        for id in [] if is_missing(one["after"]) else one["after"]:
            if id in place and place[id] != i:
                j = place[id]
                down = 1 if i > j else -1
                x = max(_number(one["start"]) + 0.06 * scale, _number(records[j]["end"]) + 1 - 0.06 * scale)
                x = min(x, _number(one["end"]) + 1 - 0.03 * scale)
                tail = (min(x, _number(records[j]["end"]) + 1), j + 0.5 + down * _BAR / 2 / row)
                head = (x, i + 0.5 - down * _BAR / 2 / row)
                look = {"arrowstyle": "-|>", "color": style.MUTED, "lw": 1.1, "shrinkA": 0, "shrinkB": 0}
                ax.annotate("", xy=head, xytext=tail, arrowprops=look, zorder=2)
