"""How many messages people get in a week, and how often that is too many."""

import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, listing, percent, plural
from ecotools.plots.canvas.layout import PAD, bar_length, drawn, panel
from ecotools.plots.canvas.text import text_size, widest

_MOST_BARS = 14


@drawn
def messages_per_week(table: pd.DataFrame, *, title: str | None = None, width: float = style.WIDTH) -> Axes:
    """Draw in how many weeks people get one message, two, three …, with the weeks of too many set off.

    Parameters
    ----------
    table : DataFrame
        What `metrics.flows.messages_per_week` returns: ``messages``, ``weeks`` and ``over``.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Axes
        One bar per number of messages; numbers above the 14th are drawn as one bar.

    Raises
    ------
    ValueError
        When the table has no rows or lacks a column.

    Examples
    --------
    >>> weeks = pd.DataFrame({"messages": [1, 2, 3], "weeks": [90, 8, 2], "over": [False, False, True]})
    >>> messages_per_week(weeks).get_title(loc="left")
    'In 2 of 100 weeks a person gets more than 2 messages'
    """
    name = "table of messages per week"
    found = inputs.table(table, ["messages", "weeks", "over"], name, make="metrics.flows.messages_per_week")
    inputs.numeric(found, ["messages", "weeks"], name)
    inputs.some_numbers(found["weeks"], name, "weeks")
    found = found.sort_values("messages", kind="stable", ignore_index=True)
    message = _message(found) if title is None else title
    bars = _bars(found)
    all_ = found["weeks"].sum()
    said = [f"{count(n)} ({percent(n / all_)})" if all_ else count(n) for n in bars["weeks"]]
    ax = _draw(bars, said, message, width)
    spoken = [f"{label}: {text}" for label, text in zip(bars["label"], said, strict=True)]
    kind = "Weeks of one person by number of messages"
    columns = [each for each in ("messages", "weeks", "share", "people", "over") if each in found.columns]
    return describe(ax, f"{message}. {kind}: {listing(spoken, most=14)}.", found[columns], caption=kind)


def _message(found: pd.DataFrame) -> str:
    over, all_ = found.loc[found["over"].astype(bool), "weeks"].sum(), found["weeks"].sum()
    fit = found.loc[~found["over"].astype(bool), "messages"].max()
    if not over:
        return f"Nobody gets more than {plural(int(found['messages'].max()), 'message')} in a week"
    most = int(found["messages"].min() - 1 if pd.isna(fit) else fit)
    return f"In {count(over)} of {count(all_)} weeks a person gets more than {plural(most, 'message')}"


def _bars(found: pd.DataFrame) -> pd.DataFrame:
    """Return one row per bar with its label; the highest numbers are put together."""
    shown = found.assign(label=[plural(int(each), "message") for each in found["messages"]])
    if len(shown) <= _MOST_BARS:
        return shown
    head, tail = shown[: _MOST_BARS - 1], shown[_MOST_BARS - 1 :]
    rest = tail[:1].assign(label=f"{int(tail['messages'].iloc[0])} or more", weeks=tail["weeks"].sum())
    return pd.concat([head, rest.assign(over=bool(tail["over"].any()))], ignore_index=True)


def _draw(bars: pd.DataFrame, said: list[str], message: str, width: float) -> Axes:
    left = PAD + widest(bars["label"], style.BODY) + 0.12
    room, longest = width - left - PAD, bars["weeks"].max() or 1.0
    shares = [0.0 if pd.isna(each) else each / longest for each in bars["weeks"]]
    full = bar_length(shares, [text_size(text, style.BODY, "bold")[0] + 0.12 for text in said], room)
    sub = "Weeks of one person, Monday to Sunday, in which they get any message"
    over = bars["over"].astype(bool)
    sub += "; hatched: too many" if over.any() else ""
    ax = panel(0.34 * len(bars), title=message, subtitle=sub, width=width, left=left)
    for place, (weeks, many) in enumerate(zip(bars["weeks"].fillna(0), over, strict=True)):
        look = {"color": style.RUST_WASH, "edgecolor": style.RUST, "hatch": style.LOSS_HATCH} if many else {}
        ax.barh(place, weeks, height=0.62, **({"color": style.BLUE} | look))
    ax.set(xlim=(0, longest * room / full), ylim=(len(bars) - 0.5, -0.5))
    ax.set_yticks(range(len(bars)), bars["label"], color=style.INK, fontsize=style.BODY)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    for place, (weeks, text) in enumerate(zip(bars["weeks"].fillna(0), said, strict=True)):
        ax.annotate(text, (weeks, place), (5, 0), textcoords="offset points", va="center", fontweight="bold")
    return ax
