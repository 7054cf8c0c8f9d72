"""The months that were seen, and what several models of growth make of the months to come."""

import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, listing, quantity
from ecotools.plots.canvas.labels import Free, name_curves
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, panel, ticks
from ecotools.plots.canvas.text import widest

_FORECAST, _DATA = "growth forecast", "table of months"


@drawn
def growth_curves(
    forecast: pd.DataFrame,
    data: pd.DataFrame,
    *,
    title: str,
    ylabel: str = "",
    unit: str = "count",
    currency: str = "USD",
    width: float = style.WIDTH,
) -> Axes:
    """Draw months as dots, and through and beyond them the curve of each model, named where it runs.

    Parameters
    ----------
    forecast : DataFrame
        ``month`` (numbers) and one column per model, as `metrics.growth.growth_forecast` gives it.
    data : DataFrame
        ``month`` (numbers) and ``value``: what was seen. A dotted line marks the last of these months.
    title : str
        The message, as a sentence.
    ylabel : str
        What the vertical axis shows.
    unit : str
        What the values count: currency, fraction, count, score, days, months or ratio.
    currency : str
        ISO code, when the unit is currency.
    width : float
        Inches.

    Returns
    -------
    Axes
        The vertical axis starts at zero unless a value lies below.

    Raises
    ------
    ValueError
        When a table has no rows or lacks a column, or there are more than five models.

    Examples
    --------
    >>> seen = pd.DataFrame({"month": [1, 2, 3], "value": [10.0, 14, 18]})
    >>> said = pd.DataFrame({"month": [1, 6, 12], "linear": [10.0, 30, 54], "exponential": [10.0, 45, 260]})
    >>> growth_curves(said, seen, title="Three months fit both", ylabel="Customers").get_xlabel()
    'Month'
    """
    found = inputs.table(forecast, ["month"], _FORECAST, make="metrics.growth.growth_forecast")
    models = [str(one) for one in found.columns if one != "month"]
    if not 1 <= len(models) <= len(style.SERIES):
        raise ValueError(
            f"{_FORECAST} needs one to {len(style.SERIES)} models, not {len(models)}: choose some"
        )
    inputs.numeric(found, ["month", *models], _FORECAST)
    inputs.some_numbers(found[models], _FORECAST, " or ".join(models))
    seen = inputs.table(data, ["month", "value"], _DATA)
    inputs.numeric(seen, ["month", "value"], _DATA)
    inputs.some_numbers(seen["value"], _DATA, "value")
    found = found.dropna(subset=["month"]).sort_values("month").reset_index(drop=True)
    seen = seen.dropna(subset=["month", "value"]).sort_values("month").reset_index(drop=True)
    ax = _draw(found, seen, models, title, ylabel, unit, currency, width)
    last = found.iloc[-1]
    said = [
        f"{model} {quantity(last[model], unit, currency)}" for model in models if not pd.isna(last[model])
    ]
    end, until = count(last["month"]), count(seen["month"].max())
    alt = f"{title}. Dots up to month {until}; in month {end} the models say: {listing(said)}."
    table = found.merge(seen[["month", "value"]].rename(columns={"value": "seen"}), on="month", how="outer")
    return describe(ax, alt, table[["month", "seen", *models]], caption=title)


def _draw(found, seen, models: list[str], title: str, ylabel: str, unit: str, currency: str, width: float):
    numbers = pd.concat([found[models].stack(), seen["value"]])
    steps = ticks(
        min(0.0, numbers.min()), numbers.max() or 1.0, 6, whole=unit != "fraction" and all_whole(numbers)
    )
    said = [quantity(step, unit, currency) for step in steps]
    left, right = PAD + widest(said, style.SMALL) + 0.1, PAD + 0.25
    ax = panel(2.6, title=title, subtitle=ylabel, width=width, left=left, right=right, top=0.2, bottom=0.56)
    months = pd.concat([found["month"], seen["month"]])
    first, last = float(months.min()), float(months.max())
    air = (last - first) * 0.02 or 0.5
    ax.set(xlim=(first - air, last + air), ylim=(steps[0], steps[-1]), xlabel="Month")
    ax.set_yticks(steps, said)
    marks = [mark for mark in ticks(first, last, 12, whole=all_whole(months)) if first <= mark <= last]
    ax.set_xticks(marks or [first], [f"{mark:g}" for mark in marks or [first]])
    ax.grid(axis="y")
    until = float(seen["month"].max())
    if until < last:
        ax.axvline(until, color=style.QUIET, lw=1, ls=":", zorder=1)
    free, points = Free(ax), {}
    for name, colour, dashes in zip(models, style.SERIES, style.DASHES, strict=False):
        alone = {"marker": "s", "ms": 5} if len(found) == 1 else {}
        ax.plot(found["month"], found[name], color=colour, ls=dashes, zorder=3, clip_on=False, **alone)
        points[name] = free.curve(found["month"], found[name])
    ax.plot(seen["month"], seen["value"], "o", color=style.INK, ms=4, zorder=4, clip_on=False)
    for month, value in zip(seen["month"], seen["value"], strict=True):
        free.box(month, value, 0.06, 0.06)
    name_curves(free, points, dict(zip(models, style.SERIES, strict=False)))
    return ax
