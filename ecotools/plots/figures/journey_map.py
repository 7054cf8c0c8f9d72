"""The journey map: stages across, channels as lanes, a card for each asset, and the gaps left open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path

from ecotools.errors import one_of, several
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, is_missing, listing, plural, ratio
from ecotools.plots.canvas.layout import PAD, drawn, inches, panel
from ecotools.plots.canvas.text import text_size, widest, wrap

STAGES = ("awareness", "consideration", "purchase", "activation", "retention", "referral")
_FIELDS = ("id", "stage", "asset", "format", "channel", "kpi", "target", "product", "next")
_HEAD, _INSET, _BETWEEN, _AIR, _BELOW, _MARGIN = 0.5, 0.06, 0.2, 0.07, 0.11, 0.03
_NO_CHANNEL = "no channel"


@dataclass(frozen=True)
class TouchpointCard:
    """A touchpoint on the map: its lines as (text, size, weight, colour), and where it stands in inches."""

    name: str
    stage: int
    lane: str
    lines: tuple[tuple[str, float, str, str], ...]
    leads_to: tuple[str, ...]
    top: float = 0.0
    left: float = 0.0

    @property
    def height(self) -> float:
        return (
            sum(text_size(text, size, weight)[1] + 0.035 for text, size, weight, _ in self.lines)
            + 2 * _INSET
            - 0.02
        )


@drawn
def journey_map(
    journey,
    *,
    stages: Sequence[str] = STAGES,
    arrows: bool = True,
    title: str | None = None,
    width: float = 9.6,
) -> Axes:
    """Draw the touchpoints of a journey: a column a stage, a lane a channel, a card an asset, gaps hatched.

    Parameters
    ----------
    journey : DataFrame, Blueprint or list of Touchpoint
        One row per touchpoint with ``stage`` and ``asset``, and if there are any ``id``, ``format``,
        ``channel``, ``kpi``, ``target`` and ``next`` (ids it leads to). No rows at all gives a map of gaps.
    stages : sequence of str
        The columns, in order.
    arrows : bool
        Draw where each touchpoint leads to.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches; it grows when a stage would get too narrow to read.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table lacks a column, or a stage is none of ``stages``.

    Examples
    --------
    >>> journey = pd.DataFrame({"stage": ["awareness", "purchase"], "asset": ["Articles", "Sales page"],
    ...     "channel": ["search", "website"], "kpi": ["visitors", None]})
    >>> journey_map(journey).get_title(loc="left")
    '4 of 6 stages have no touchpoint: consideration, activation, retention and referral'
    """
    found = _touchpoints(journey)
    for name in found["stage"]:
        one_of(name, stages, "stage")
    gaps = [name for name in stages if name not in set(found["stage"])]
    message = _message(found, stages, gaps) if title is None else title
    lanes = list(dict.fromkeys(found["channel"])) or [""]
    names = [wrap(lane, 0.85, style.SMALL, "bold") for lane in lanes]
    lane_width = min(widest(names, style.SMALL, "bold"), 0.9) + 0.1
    width = max(width, 2 * PAD + lane_width + len(stages) * 1.2)
    column = (width - 2 * PAD - lane_width) / len(stages)
    cards = [_card(row, list(stages), column) for row in found.to_dict("records")]
    cards, tops, total = _stack(cards, lanes, len(stages), lane_width, column)
    ax = panel(
        total, title=message, subtitle="Stages from left to right, channels from top to bottom", width=width
    )
    ax.set(xlim=(0, inches(ax)[0]), ylim=(total, 0))
    ax.set_axis_off()
    _draw_lanes(ax, lanes, tops, lane_width, lane_width + len(stages) * column - _MARGIN)
    _draw_stages(ax, stages, cards, lane_width, column, total)
    if arrows:
        _draw_arrows(ax, cards, column)
    for card in cards:
        _draw_card(ax, card, column)
    alt = f"{message}. Journey map of {plural(len(found), 'touchpoint')}. {_spoken(found, stages)}"
    shown = found.drop(columns=[c for c in found if found[c].isna().all() and c not in ("stage", "asset")])
    return describe(ax, alt, shown, caption=f"Journey: {plural(len(found), 'touchpoint')} by stage")


def _touchpoints(journey) -> pd.DataFrame:
    """Return the touchpoints as a table with all fields, whatever they came as; blanks are None."""
    journey = getattr(journey, "journey", journey) if not isinstance(journey, pd.DataFrame) else journey
    if not isinstance(journey, pd.DataFrame):
        journey = several(journey, "journey")
        rows = [{field: getattr(point, field, None) for field in _FIELDS} for point in journey]
        journey = pd.DataFrame(rows, columns=list(_FIELDS))
    found = inputs.columns(journey, ["stage", "asset"], "journey table").copy()
    for field in _FIELDS:
        if field not in found:
            found[field] = None
    found = found.astype(object).where(found.notna(), None)
    found["channel"] = [channel or _NO_CHANNEL for channel in found["channel"]]
    found["id"] = [name or f"row {i}" for i, name in enumerate(found["id"])]
    return found[list(_FIELDS)].reset_index(drop=True)


def _message(found: pd.DataFrame, stages: Sequence[str], gaps: list[str]) -> str:
    if gaps:
        if len(gaps) == len(stages):
            return f"No stage has a touchpoint yet: all {len(stages)} are gaps"
        have = "has" if len(gaps) == 1 else "have"
        return f"{len(gaps)} of {len(stages)} stages {have} no touchpoint: {listing(gaps)}"
    blind = int(sum(not kpi for kpi in found["kpi"]))
    said = f"{plural(len(found), 'touchpoint')} cover all {len(stages)} stages"
    return f"{said}, but {blind} of them {'has' if blind == 1 else 'have'} no KPI" if blind else said


def _spoken(found: pd.DataFrame, stages: Sequence[str]) -> str:
    said = []
    for stage in stages:
        here = found[found["stage"] == stage]
        names = [f"{row['asset']} ({row['channel']})" for row in here.to_dict("records")]
        said.append(f"{stage}: {listing(names, most=4) if names else 'gap, nothing here'}")
    return "; ".join(said) + "."


def _card(row: dict, stages: list[str], column: float) -> TouchpointCard:
    room = column - _BETWEEN - 2 * _INSET
    lines = [(wrap(row["asset"], room, style.SMALL, "bold", lines=4), style.SMALL, "bold", style.INK)]
    if row["format"]:
        lines.append((wrap(row["format"], room, style.TINY, lines=2), style.TINY, "normal", style.MUTED))
    if row["kpi"]:
        goal = "" if is_missing(row["target"]) else f", target {_number(row['target'])}"
        lines.append(
            (wrap(f"{row['kpi']}{goal}", room, style.TINY, lines=3), style.TINY, "normal", style.BLUE)
        )
    else:
        lines.append(("no KPI yet", style.TINY, "bold", style.BAD))
    following = row["next"]
    following = [following] if isinstance(following, str) else [] if is_missing(following) else following
    return TouchpointCard(
        row["id"], stages.index(row["stage"]), row["channel"], tuple(lines), tuple(map(str, following))
    )


def _number(target) -> str:
    if not isinstance(target, (int, float)):
        return str(target)
    return ratio(target) if abs(target) < 10 else count(target)


def _stack(cards, lanes, stages: int, lane_width: float, column: float):
    """Return the cards with their places, the top of each lane, and the height of the whole map."""
    placed, tops, top = [], [], _HEAD + 0.02
    for lane in lanes:
        tops.append(top)
        deepest = top + 0.4
        for stage in range(stages):
            y = top + _AIR
            for card in (c for c in cards if c.lane == lane and c.stage == stage):
                placed.append(replace(card, top=y, left=lane_width + stage * column + _BETWEEN / 2))
                y += card.height + _BELOW
            deepest = max(deepest, y - _BELOW + _AIR)
        top = deepest
    return placed, [*tops, top], top + 0.02


def _draw_lanes(ax: Axes, lanes: list[str], tops: list[float], lane_width: float, right: float) -> None:
    for lane, top, bottom in zip(lanes, tops, tops[1:], strict=False):
        if top > tops[0]:
            ax.plot([0, right], [top, top], color=style.RULE, lw=0.8, zorder=1)
        name = wrap(lane, lane_width - 0.06, style.SMALL, "bold", lines=4)
        look = {"fontsize": style.SMALL, "fontweight": "bold", "color": style.MUTED}
        ax.text(0, (top + bottom) / 2, name, ha="left", va="center", **look)


def _draw_stages(
    ax: Axes, stages, cards: list[TouchpointCard], lane_width: float, column: float, total: float
) -> None:
    names = [str(stage).capitalize() for stage in stages]
    size = style.BODY if widest(names, style.BODY, "bold") < column - 0.1 else style.SMALL
    for i, name in enumerate(names):
        left, here = lane_width + i * column + _MARGIN, sum(card.stage == i for card in cards)
        width, middle = column - 2 * _MARGIN, lane_width + (i + 0.5) * column
        fill = style.BLUE_WASH if here else style.RUST_WASH
        ax.add_patch(Rectangle((left, 0), width, _HEAD - 0.04, facecolor=fill, lw=0))
        name = wrap(name, width - 0.04, size, "bold", lines=1)
        ax.text(middle, 0.15, name, ha="center", va="center", fontsize=size, fontweight="bold")
        said = plural(here, "asset") if here else "✗ gap"
        look = {"color": style.MUTED} if here else {"color": style.BAD, "fontweight": "bold"}
        ax.text(middle, 0.335, said, ha="center", va="center", fontsize=style.SMALL, **look)
        if not here:
            _draw_gap(ax, left, width, total)


def _draw_gap(ax: Axes, left: float, width: float, total: float) -> None:
    look = {"facecolor": style.PAPER, "edgecolor": style.GAP_LINE, "hatch": style.GAP_HATCH, "lw": 0}
    ax.add_patch(Rectangle((left, _HEAD), width, total - _HEAD, zorder=1.5, **look))
    note = wrap("nothing here yet", width - 0.24, style.SMALL, "bold")
    paper = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 3}
    look = {"fontsize": style.SMALL, "fontweight": "bold", "color": style.BAD, "zorder": 4}
    ax.text(left + width / 2, (_HEAD + total) / 2, note, ha="center", va="center", bbox=paper, **look)


def _draw_card(ax: Axes, card: TouchpointCard, column: float) -> None:
    width = column - _BETWEEN
    round_box = "round,pad=0,rounding_size=0.05"
    look = {"facecolor": style.PAPER, "edgecolor": style.QUIET, "lw": 0.9, "zorder": 3}
    ax.add_patch(FancyBboxPatch((card.left, card.top), width, card.height, boxstyle=round_box, **look))
    y = card.top + _INSET
    for text, size, weight, ink in card.lines:
        ax.text(
            card.left + _INSET,
            y,
            text,
            ha="left",
            va="top",
            fontsize=size,
            fontweight=weight,
            color=ink,
            zorder=4,
        )
        y += text_size(text, size, weight)[1] + 0.035


def _draw_arrows(ax: Axes, cards: list[TouchpointCard], column: float) -> None:
    """Draw a curve from each card to those it leads to; it runs below the cards."""
    where = {card.name: card for card in cards}
    for card in cards:
        for name in card.leads_to:
            if name in where and name != card.name:
                _arrow(ax, card, where[name], column - _BETWEEN)


def _arrow(ax: Axes, one: TouchpointCard, other: TouchpointCard, width: float) -> None:
    if one.stage == other.stage:
        down = other.top > one.top
        start = (one.left + width / 2, one.top + (one.height if down else 0))
        end = (other.left + width / 2, other.top + (0 if down else other.height))
        points, tilt = [start, start, end, end], (0.0, -0.06 if down else 0.06)
    else:
        on = other.stage > one.stage
        start = (one.left + (width if on else 0), one.top + one.height / 2)
        end = (other.left + (0 if on else width), other.top + other.height / 2)
        bend = 0.5 * abs(end[0] - start[0]) * (1 if on else -1)
        points = [start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end]
        tilt = (-0.06 if on else 0.06, 0.0)
    look = {"edgecolor": style.QUIET, "lw": 1.0, "zorder": 2}
    ax.add_patch(PathPatch(Path(points, [Path.MOVETO, *[Path.CURVE4] * 3]), facecolor="none", **look))
    side = (0.03, 0.0) if tilt[0] == 0 else (0.0, 0.03)
    back = [(end[0] + tilt[0] + s * side[0], end[1] + tilt[1] + s * side[1]) for s in (1, -1)]
    ax.add_patch(PathPatch(Path([back[0], end, back[1]]), facecolor=style.QUIET, **look))
