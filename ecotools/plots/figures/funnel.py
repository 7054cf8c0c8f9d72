"""The funnel: how many reach each step, and where most are lost."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ecotools.errors import one_of
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, is_missing, percent, plural, short
from ecotools.plots.canvas.layout import PAD, bar_length, drawn, inches, panel, place, sheet
from ecotools.plots.canvas.text import text_size, widest, wrap

_KNOWN = {"step", "n", "step_rate", "cumulative_rate", "lost", "median_days", "mean_days"}
_BAR, _GAP = 0.30, 0.30
_MADE = "metrics.funnel.funnel"


@drawn
def funnel(
    table: pd.DataFrame,
    *,
    leak: str | pd.Series | None = None,
    by: str | None = None,
    noun: str = "visitors",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes | Figure:
    """Draw how many reach each step and the share that goes on between steps, and point at the leak.

    Parameters
    ----------
    table : DataFrame
        One row per step in order, with columns ``step``, ``n`` and ``step_rate`` (a fraction of the step
        before), as `metrics.funnel.funnel` returns it.
    leak : str or Series, optional
        The step to point at: its name, or what `metrics.funnel.leak` returns. Without it the step with the
        lowest step rate.
    by : str, optional
        Column that holds groups, drawn as one panel each; found by itself when the table has one.
    noun : str
        What is counted, in the plural.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Axes
        Or a Figure with one panel per group, when there are groups.

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or has no number.

    Examples
    --------
    >>> steps = pd.DataFrame({"step": ["visit", "sign up"], "n": [1000, 120], "step_rate": [1.0, 0.12]})
    >>> funnel(steps).get_title(loc="left").replace(chr(10), " ")
    'Of 1,000 visitors at visit, 12% reach sign up'
    """
    found = inputs.table(table, ["step", "n"], "funnel table", make=_MADE)
    inputs.numeric(found, ["n"], "funnel table")
    inputs.some_numbers(found["n"], "funnel table", "n")
    by = by or _group_column(found)
    if by:
        inputs.columns(found, [by], "funnel table")
        return _grouped(found, by, noun, title, width)
    found = _with_rates(found)
    return _single(found, table, _leak(found, leak), noun, title, width)


def _group_column(found: pd.DataFrame) -> str | None:
    """Return the one extra column that tells rows of the same step apart, if there is one."""
    if not found["step"].duplicated().any():
        return None
    extra = [c for c in found.columns if c not in _KNOWN and not found.duplicated(["step", c]).any()]
    return extra[0] if extra else None


def _with_rates(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with a ``step_rate`` to print: the table's own, or the share of the row above."""
    if "step_rate" not in found:
        found["step_rate"] = found["n"] / found["n"].shift().where(lambda n: n > 0)
    return found.reset_index(drop=True)


def _leak(found: pd.DataFrame, leak: str | pd.Series | None) -> tuple[int, str] | None:
    """Return the row of the leak and what to say of it, or None when nothing leaks."""
    if leak is None:
        rates = found["step_rate"].iloc[1:].dropna()
        return (int(rates.idxmin()), "the lowest rate") if len(rates) > 1 and rates.min() < 1 else None
    step = leak.get("step") if isinstance(leak, pd.Series) else leak
    if step is None:
        return None
    one_of(step, found["step"], "leak")
    fewer = leak.get("lost_against_expected") if isinstance(leak, pd.Series) else None
    said = "the leak" if is_missing(fewer) else f"{count(round(fewer))} fewer than expected"
    return int(found.index[found["step"] == step][0]), said


def _message(found: pd.DataFrame, leak: tuple[int, str] | None, noun: str) -> str:
    first, last = found.iloc[0], found.iloc[-1]
    if is_missing(first["n"]) or is_missing(last["n"]):
        return f"{count(found['n'].max())} {noun} at the best step; some steps have no number"
    if len(found) == 1:
        return f"{count(first['n'])} {noun} at {short(first['step'])}"
    if first["n"] == 0:
        return f"Nobody reached {short(first['step'])}, the first step"
    start, end = short(first["step"]), short(last["step"])
    said = f"Of {count(first['n'])} {noun} at {start}, {percent(last['n'] / first['n'])} reach {end}"
    if leak is None or len(found) == 2:
        return said
    step, rate = short(found.loc[leak[0], "step"]), found.loc[leak[0], "step_rate"]
    if leak[1] == "the lowest rate":
        return f"{said}; the step to {step} keeps fewest, {percent(rate)}"
    return f"{said}; the leak is the step to {step}"


def _says(found: pd.DataFrame) -> str:
    def one(i: int) -> str:
        row = found.loc[i]
        rate = (
            ""
            if i == 0 or is_missing(row["step_rate"])
            else f" ({percent(row['step_rate'])} of the step before)"
        )
        return f"{row['step']} {count(row['n'])}{rate}"

    rows = list(found.index)
    if len(rows) > 12:
        rows = rows[:5] + rows[-3:]
        return (
            "; ".join(map(one, rows[:5])) + f"; … {len(found) - 8} steps …; " + "; ".join(map(one, rows[5:]))
        )
    return "; ".join(map(one, rows))


def _single(found, table, leak, noun: str, title: str | None, width: float) -> Axes:
    labels = [wrap(step, width * 0.3, style.BODY, lines=2) for step in found["step"]]
    left = PAD + widest(labels) + 0.12
    shares = (found["n"] / (found["n"].max() or 1.0)).fillna(0.0)
    ends = [text_size(count(n), style.BODY, "bold")[0] + 0.1 for n in found["n"]]
    right = width - left - bar_length(shares, ends, width - left - PAD)
    message = _message(found, leak, noun) if title is None else title
    ax = panel(
        len(found) * (_BAR + _GAP) - _GAP + 0.02,
        title=message,
        subtitle=f"Number of {noun} at each step; between the steps, the share that goes on",
        width=width,
        left=left,
        right=right,
    )
    _bars(ax, found, labels, leak)
    kind = f"Funnel of {plural(len(found), 'step')}"
    return describe(ax, f"{message}. {kind}: {_says(found)}.", table, caption=f"{kind}, in {noun}")


def _bars(ax: Axes, found: pd.DataFrame, labels: list[str], leak: tuple[int, str] | None) -> None:
    """Draw one horizontal bar a step, from zero, and between the bars the share that goes on."""
    wide, high = inches(ax)
    most = found["n"].max() or 1.0
    ax.set(xlim=(0, most), ylim=(high, 0))
    ax.set_axis_off()
    for i, row in found.iterrows():
        top = i * (_BAR + _GAP)
        middle = top + _BAR / 2
        ax.text(-0.12 / wide * most, middle, labels[i], ha="right", va="center", linespacing=1.05)
        n = 0.0 if is_missing(row["n"]) else row["n"]
        ax.add_patch(Rectangle((0, top), n, _BAR, facecolor=style.BLUE, lw=0))
        ax.text(
            n + 0.08 / wide * most,
            middle,
            count(row["n"]),
            ha="left",
            va="center",
            fontweight="bold",
        )
        if i:
            _between(ax, found, i, top - _GAP / 2, leak[1] if leak and leak[0] == i else "", wide / most)
    ax.plot([0, 0], [0, high], color=style.MUTED, lw=0.8)


def _between(ax: Axes, found: pd.DataFrame, i: int, y: float, leak: str, scale: float) -> None:
    """Say between two bars which share goes on, and how many are lost; the leak in words and colour."""
    rate, lost = found.loc[i, "step_rate"], -found["n"].diff()[i]
    said = "↓ " + (f"{percent(rate)} go on" if not is_missing(rate) else "share unknown")
    ink, weight = style.MUTED, "normal"
    if not is_missing(lost) and lost > 0:
        said += f", {count(lost)} lost"
    if leak:
        said, ink, weight = f"{said}: {leak}", style.BAD, "bold"
    room = ax.get_figure(root=True).get_figwidth() - PAD - ax.get_position().x0 * ax.figure.get_figwidth()
    said = wrap(said, room, style.SMALL, weight, lines=1)
    ax.text(0.06 / scale, y, said, ha="left", va="center", fontsize=style.SMALL, color=ink, fontweight=weight)


def _grouped(found: pd.DataFrame, by: str, noun: str, title: str | None, width: float) -> Figure:
    """Draw one panel per group: the share of the group's first step that reaches each step."""
    groups = list(dict.fromkeys(found[by]))
    parts = {group: _with_rates(found[found[by] == group]) for group in groups}
    steps = list(dict.fromkeys(found["step"]))
    shares = {group: _shares(part, steps) for group, part in parts.items()}
    message = _group_message(shares, steps, by) if title is None else title
    labels = [wrap(step, width * 0.24, style.SMALL, lines=2) for step in steps]
    label_width = widest(labels, style.SMALL) + 0.1
    value_width = widest(["99.99%"], style.SMALL) + 0.06
    across = max(1, min(len(groups), int((width - 2 * PAD - label_width) // 1.45)))
    down = -(-len(groups) // across)
    across = -(-len(groups) // down)
    cell = (width - 2 * PAD - label_width) / across
    names = [wrap(f"{g}\n{_size(parts[g], noun)}", cell - 0.12, style.SMALL, "bold", lines=4) for g in groups]
    head = max(text_size(name, style.SMALL, "bold")[1] for name in names) + 0.1
    row = 0.27
    high = row * len(steps)
    subtitle = f"Share of each group's {noun} at {steps[0]} that reaches each step"
    figure, total = sheet(width, down * (head + high + 0.2) + 0.1, title=message, subtitle=subtitle)
    start = total - down * (head + high + 0.2) - PAD + 0.14
    for k, group in enumerate(groups):
        r, c = divmod(k, across)
        left, top = PAD + label_width + c * cell, start + r * (head + high + 0.2) + head
        ax = place(figure, left, top, cell - value_width - 0.12, high)
        _share_bars(ax, shares[group], labels if c == 0 else None, names[k])
    said = "; ".join(f"{group}: {_size(parts[group], noun)}, {_end(shares[group])}" for group in groups[:12])
    kind = f"Funnels of {plural(len(groups), 'group')} by {by}"
    return describe(figure, f"{message}. {kind}: {said}.", found, caption=f"{kind}, in {noun}")


def _size(part: pd.DataFrame, noun: str) -> str:
    return f"{count(part['n'].iloc[0])} {noun}"


def _end(shares: pd.Series) -> str:
    return f"{percent(shares.iloc[-1])} reach {shares.index[-1]}"


def _shares(part: pd.DataFrame, steps: list) -> pd.Series:
    reached = part.set_index("step")["n"].reindex(steps)
    first = reached.iloc[0]
    return reached / first if first and not is_missing(first) else reached * float("nan")


def _group_message(shares: dict, steps: list, by: str) -> str:
    ends = pd.Series({group: share.iloc[-1] for group, share in shares.items()}).dropna()
    if ends.empty:
        return f"No {by} has {steps[0]} and {steps[-1]}"
    best, least, end = ends.idxmax(), ends.idxmin(), short(steps[-1])
    if percent(ends[best]) == percent(ends[least]):
        return (
            f"{percent(ends[best])} of every {by} reach {end}"
            if len(ends) > 1
            else f"{percent(ends[best])} of {short(best)} reach {end}"
        )
    return f"{percent(ends[best])} of {short(best)} reach {end}, but {percent(ends[least])} of {short(least)}"


def _share_bars(ax: Axes, shares: pd.Series, labels: list[str] | None, name: str) -> None:
    wide, high = inches(ax)
    ax.set(xlim=(0, 1), ylim=(len(shares), 0))
    ax.set_axis_off()
    ax.text(
        0, -0.1 * len(shares) / high, name, ha="left", va="bottom", fontsize=style.SMALL, fontweight="bold"
    )
    for i, share in enumerate(shares):
        if labels:
            ax.text(
                -0.1 / wide, i + 0.5, labels[i], ha="right", va="center", fontsize=style.SMALL, linespacing=1
            )
        known = 0.0 if is_missing(share) else share
        ax.add_patch(Rectangle((0, i + 0.14), known, 0.72, facecolor=style.BLUE, lw=0))
        ax.text(known + 0.06 / wide, i + 0.5, percent(share), ha="left", va="center", fontsize=style.SMALL)
    ax.plot([0, 0], [0, len(shares)], color=style.MUTED, lw=0.8)
