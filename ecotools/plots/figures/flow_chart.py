"""A flow as a chart on one page: from its trigger down, each step with day, condition, action and message."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Polygon

from ecotools.errors import one_of
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.flow_rows import (
    INSET,
    LANE,
    Row,
    columns_of,
    lanes_of,
    leads_of,
    rows_of,
    sized,
    words,
)
from ecotools.plots.canvas.formats import listing, plural
from ecotools.plots.canvas.layout import PAD, drawn, panel
from ecotools.plots.canvas.text import text_size

MOST = 24
"""Steps of a flow that can still be read on one page."""

_NEEDED = ("flow", "trigger", "step", "day", "condition", "action", "sends", "subject", "next")
_ASKS = (style.UMBER, "#F5F0DE")


@drawn
def flow_chart(
    table: pd.DataFrame, flow: str | None = None, *, title: str | None = None, width: float = style.WIDTH
) -> Axes:
    """Draw one flow from its trigger down: day, condition, action and message of each step, and what follows.

    Parameters
    ----------
    table : DataFrame
        One row per step, as `metrics.flows.steps` returns them.
    flow : str, optional
        Id of the flow to draw. Not needed when the table has one only.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Axes
        Boxes from top to bottom in the order of the steps. A step below leads on by a straight arrow, any
        other by a line on the right; dashed ones lead back.

    Raises
    ------
    ValueError
        When the table has no rows or more than `MOST`, lacks a column, has several flows and none was
        chosen, or a step leads to one that is not there.

    Examples
    --------
    >>> from ecotools import data
    >>> from ecotools.metrics import flows
    >>> ax = flow_chart(flows.steps(data.quillwork()), "card_failed")
    >>> ax.get_title(loc="left")
    'card_failed sends 2 messages within 6 days of payment_failed'
    """
    found = _one_flow(inputs.table(table, _NEEDED, "table of steps", make="metrics.flows.steps"), flow)
    message = _message(found) if title is None else title
    leads = leads_of(found)
    rows = rows_of(found, leads)
    lanes = lanes_of(rows, leads)
    left, box, right = columns_of(rows, lanes, width)
    rows = sized(rows, box[0] - left - 0.24, box[1] - box[0])
    ax = panel(rows[-1].bottom + 0.34, title=message, width=width, left=PAD, right=PAD, top=0.12, bottom=0.08)
    ax.set(xlim=(0, right), ylim=(rows[-1].bottom + 0.34, 0))
    ax.set_axis_off()
    _draw_leads(ax, rows, leads, lanes, box)
    for row in rows:
        _draw_row(ax, row, left, box)
    _draw_key(ax, rows, leads)
    kind = f"Flow of {plural(len(found), 'step')}"
    shown = found[["step", "day", "condition", "action", "subject"]].copy()
    shown["next"] = [", ".join(next_) for next_ in found["next"]]
    return describe(ax, f"{message}. {kind}: {listing(_spoken(found), most=14)}.", shown, caption=kind)


def _one_flow(found: pd.DataFrame, flow: str | None) -> pd.DataFrame:
    ids = list(dict.fromkeys(found["flow"]))
    if flow is None and len(ids) > 1:
        raise ValueError(f"table of steps has {len(ids)} flows: choose one, such as flow={ids[0]!r}")
    found = found[found["flow"] == (ids[0] if flow is None else one_of(flow, ids, "flow"))]
    if len(found) > MOST:
        raise ValueError(f"a flow of {len(found)} steps cannot be read on one page: draw at most {MOST}")
    for to in [to for listed in found["next"] for to in listed]:
        one_of(to, list(found["step"]), "next of a step")
    return found.reset_index(drop=True)


def _message(found: pd.DataFrame) -> str:
    sent = found[found["sends"].astype(bool)]
    flow, trigger = found["flow"].iloc[0], found["trigger"].iloc[0] or "its trigger"
    place = {name: at for at, name in enumerate(found["step"])}
    pairs = [(name, to) for name, leads in zip(found["step"], found["next"], strict=True) for to in leads]
    if back := [pair for pair in pairs if place[pair[1]] <= place[pair[0]]]:
        return f"{flow} has {plural(len(sent), 'message')}, and leads back from {back[0][0]} to {back[0][1]}"
    last = f"within {_days(sent['day'].max())} of" if len(sent) and sent["day"].max() else "on the day of"
    return f"{flow} sends {plural(len(sent), 'message')} {last} {trigger}"


def _days(number: float) -> str:
    return f"{number:g} day{'' if number == 1 else 's'}"


def _spoken(found: pd.DataFrame) -> list[str]:
    said = []
    for row in found.to_dict("records"):
        asks = f", if {words(row['condition'])}" if words(row["condition"]) else ""
        what = f": {row['subject']}" if words(row["subject"]) else ""
        said.append(f"day {row['day']:g} {row['step']} ({row['action']}{what}{asks})")
    return said


def _draw_row(ax: Axes, row: Row, left: float, box: tuple[float, float]) -> None:
    x0, x1 = box
    if row.kind in ("trigger", "end"):
        _draw_end(ax, row, box)
        return
    ink, ground = (style.BLUE, style.BLUE_WASH) if row.kind == "sends" else (style.MUTED, style.WASH)
    shape = "round,pad=0,rounding_size=0.05"
    size = (x1 - x0, row.height)
    look = {
        "facecolor": ground,
        "edgecolor": ink,
        "lw": 1.2,
        "ls": (0, (3, 2)) if row.lost else "-",
        "zorder": 3,
    }
    ax.add_patch(FancyBboxPatch((x0, row.top), *size, boxstyle=shape, **look))
    high = text_size(row.head, style.SMALL, "bold")[1]
    under = text_size(row.text, style.SMALL)[1] + 0.03 if row.text and not row.beside else 0.0
    top = row.middle - (high + under) / 2
    look = {"fontsize": style.SMALL, "va": "top", "zorder": 4}
    ax.text(x0 + INSET, top, row.head, fontweight="bold", color=ink, **look)
    if row.text:
        ax.text(x0 + INSET + row.beside, top + (0.0 if row.beside else high + 0.03), row.text, **look)
    ax.text(0, row.middle, row.day, fontsize=style.SMALL, va="center", color=style.MUTED)
    if row.asks:
        _draw_question(ax, row.asks, (left, x0 - 0.24), row.top, row.height)


def _draw_end(ax: Axes, row: Row, box: tuple[float, float]) -> None:
    """Draw the trigger, with the condition of the whole flow under it, or the end."""
    ink, ground = (style.PINE, style.PINE_WASH) if row.kind == "trigger" else (style.MUTED, style.PAPER)
    wide, high = text_size(row.head, style.SMALL, "bold")
    middle, tall = (box[0] + box[1]) / 2, high + 0.12
    look = {"facecolor": ground, "edgecolor": ink, "lw": 1.2, "zorder": 3}
    shape = f"round,pad=0,rounding_size={tall / 2}"
    ax.add_patch(FancyBboxPatch((middle - wide / 2 - 0.2, row.top), wide + 0.4, tall, boxstyle=shape, **look))
    look = {"fontsize": style.SMALL, "fontweight": "bold", "color": ink, "zorder": 4}
    ax.text(middle, row.top + tall / 2, row.head, ha="center", va="center", **look)
    if row.day:
        ax.text(0, row.top + tall / 2, row.day, fontsize=style.SMALL, va="center", color=style.MUTED)
    if row.asks:
        asked = min(text_size(row.asks, style.SMALL)[0] + 0.5, box[1] - box[0])
        _draw_question(
            ax,
            row.asks,
            (middle - asked / 2, middle + asked / 2),
            row.top + tall + 0.05,
            row.height - tall - 0.05,
        )


def _draw_question(ax: Axes, text: str, ends: tuple[float, float], top: float, high: float) -> None:
    """Draw a condition as a hexagon."""
    (x0, x1), cut = ends, 0.12
    corners = [(x0, top + high / 2), (x0 + cut, top), (x1 - cut, top), (x1, top + high / 2)]
    corners += [(x1 - cut, top + high), (x0 + cut, top + high)]
    ink, ground = _ASKS
    ax.add_patch(Polygon(corners, closed=True, facecolor=ground, edgecolor=ink, lw=1.2, zorder=3))
    look = {"fontsize": style.SMALL, "ha": "center", "va": "center", "color": ink, "zorder": 4}
    ax.text((x0 + x1) / 2, top + high / 2, text, **look)


def _draw_leads(ax: Axes, rows, leads, lanes, box: tuple[float, float]) -> None:
    for one, other in leads:
        if (one, other) in lanes:
            _draw_round(ax, rows, one, other, box[1] + LANE * (lanes[one, other] + 1), box)
        else:
            middle = (box[0] + box[1]) / 2
            _arrow(ax, [(middle, rows[one].bottom), (middle, rows[other].top)], style.MUTED)
    for row in rows[1:]:
        if row.asks:  # the condition decides whether the step is done: its answer leads into the box
            _arrow(ax, [(box[0] - 0.24, row.middle), (box[0], row.middle)], _ASKS[0])


def _draw_round(ax: Axes, rows, one: int, other: int, x: float, box: tuple[float, float]) -> None:
    """Draw a line along a lane on the right, into the side of the box that it leads to."""
    ink, dashes = (style.RUST, (0, (4, 2))) if other <= one else (style.MUTED, "-")
    start, end = rows[one].middle + 0.07, rows[other].middle - 0.07
    target = box[1]
    if rows[other].kind == "end":
        target = (box[0] + box[1]) / 2 + text_size(rows[other].head, style.SMALL, "bold")[0] / 2 + 0.2
        end = rows[other].middle
    _arrow(ax, [(box[1], start), (x, start), (x, end), (target, end)], ink, dashes)


def _arrow(ax: Axes, points: list[tuple[float, float]], ink: str, dashes="-") -> None:
    ax.plot(*zip(*points, strict=True), color=ink, lw=1.3, ls=dashes, zorder=2, solid_capstyle="butt")
    look = {"arrowstyle": "-|>", "color": ink, "lw": 0.1, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 10}
    (x0, y0), (x1, y1) = points[-2:]
    long = max(abs(x1 - x0), abs(y1 - y0)) or 1.0
    tail = (x1 - (x1 - x0) * 0.01 / long, y1 - (y1 - y0) * 0.01 / long)
    ax.annotate("", xy=(x1, y1), xytext=tail, arrowprops=look, zorder=2.5)


def _draw_key(ax: Axes, rows: list[Row], leads: list[tuple[int, int]]) -> None:
    """Say below the chart what its shapes mean, as far as they are on it."""
    marks = []
    if any(row.kind == "sends" for row in rows):
        marks.append(("sends a message", style.BLUE))
    if any(row.kind == "silent" for row in rows):
        marks.append(("nobody is told", style.MUTED))
    if any(row.asks for row in rows):
        marks.append(("condition: only if it holds", _ASKS[0]))
    if any(other <= one for one, other in leads):
        marks.append(("leads back", style.RUST))
    x, y = 0.0, rows[-1].bottom + 0.24
    for name, ink in marks:
        dashes = (0, (4, 2)) if ink == style.RUST else "-"
        ax.plot([x, x + 0.22], [y, y], color=ink, lw=4 if dashes == "-" else 1.3, ls=dashes)
        ax.text(x + 0.28, y, name, fontsize=style.TINY, va="center", color=ink)
        x += 0.28 + text_size(name, style.TINY)[0] + 0.2
