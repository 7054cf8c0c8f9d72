"""The cohort triangle: of those who came in each month, how many are there at each age."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, is_missing, money, percent, period, plural
from ecotools.plots.canvas.layout import PAD, drawn, panel
from ecotools.plots.canvas.text import widest

_MADE = "metrics.retention.cohort_table"
_ROW, _LEAST = 0.27, 0.30


@drawn
def cohort_heatmap(
    cohort: pd.DataFrame,
    *,
    unit: str = "months",
    currency: str = "USD",
    noun: str = "customers",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw a cohort table with its numbers; a cell that nobody can know yet is blank and hatched.

    Parameters
    ----------
    cohort : DataFrame
        One row per cohort, one column per age (0, 1, 2 …), as `metrics.retention.cohort_table` returns it:
        fractions of the cohort, or counts. Immature cells are NaN.
    unit : str
        What the ages are counted in.
    currency : str
        ISO code, for a table of revenue.
    noun : str
        Who is counted, in the plural.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches; it grows when many ages need more.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has no rows, no columns, or no number.

    Examples
    --------
    >>> months = pd.period_range("2025-01", periods=2, freq="M", name="cohort")
    >>> cohort_heatmap(pd.DataFrame([[1.0, 0.8], [1.0, float("nan")]], index=months)).get_title(loc="left")
    'After 1 month 80% of customers are still there'
    """
    found = inputs.table(cohort, [], "cohort table", make=_MADE)
    if found.shape[1] == 0:
        raise ValueError("cohort table has no ages: it needs one column for each.")
    inputs.numeric(found, list(found.columns), "cohort table")
    inputs.some_numbers(found, "cohort table", "any cell")
    what = _What(*_kind(cohort, found), noun, currency)
    message = _message(found, what, unit) if title is None else title
    ax = _draw(found, what, message, unit, width)
    alt = f"{message}. Cohort table of {plural(len(found), 'cohort')}, ages 0 to {found.columns[-1]} {unit}."
    alt += f" {_examples(found, what)}"
    return describe(
        ax, alt, cohort, caption=f"{what.name} by age in {unit}; n/a where the cohort is too young"
    )


@dataclass(frozen=True)
class _What:
    """What the cells hold: shares or amounts, of customers or of their MRR."""

    shares: bool
    revenue: bool
    noun: str
    currency: str

    @property
    def name(self) -> str:
        if self.revenue:
            return "MRR as a share of the cohort's first" if self.shares else f"MRR in {self.currency}"
        return f"Share of each cohort's {self.noun}" if self.shares else f"Number of {self.noun}"

    def say(self, value: float) -> str:
        if self.shares:
            return percent(value)
        return money(value, self.currency) if self.revenue else count(value)


def _kind(cohort: pd.DataFrame, found: pd.DataFrame) -> tuple[bool, bool]:
    """Say whether the cells are shares, and whether of revenue: the table says it, or its largest number."""
    definition = cohort.attrs.get("definition", {})
    definition = definition if isinstance(definition, dict) else {}
    shares = definition.get("values", "rate" if found.max(axis=None) <= 1.5 else "count") == "rate"
    return shares, definition.get("of") == "revenue"


def _message(found: pd.DataFrame, what: _What, unit: str) -> str:
    """Say how much is left at the largest age that at least half of the cohorts have reached."""
    reached = found.notna().sum()
    age = reached[reached >= max(1, math.ceil(reached.iloc[0] / 2))].index[-1]
    values = found[age].dropna()
    when = f"After {_aged(age, unit)}"
    if not what.shares:
        came = what.say(found.iloc[:, 0][values.index].sum())
        rest = f"{came} of MRR is left" if what.revenue else f"{came} {what.noun} are still there"
        return f"{when} {what.say(values.sum())} of {rest}"
    low, high = percent(values.min()), percent(values.max())
    if what.revenue:
        span = low if low == high else f"{low} to {high}"
        return f"{when} a cohort's MRR is {span} of its first"
    if low == high:
        return f"{when} {low} of {what.noun} are still there"
    return f"{when} {low} to {high} of a cohort's {what.noun} are still there"


def _aged(age: object, unit: str) -> str:
    return f"{age} {unit[:-1] if unit.endswith('s') and str(age) == '1' else unit}"


def _examples(found: pd.DataFrame, what: _What) -> str:
    said = []
    for name in dict.fromkeys([found.index[0], found.index[-1]]):
        values = found.loc[name].dropna()
        if len(values):
            last = f" to {what.say(values.iloc[-1])} at age {values.index[-1]}" if len(values) > 1 else ""
            said.append(f"{period(name)}: {what.say(values.iloc[0])}{last}.")
    young = int(found.isna().sum().sum())
    return " ".join(said) + (f" {plural(young, 'cell')} immature or unknown." if young else "")


def _draw(found: pd.DataFrame, what: _What, message: str, unit: str, width: float) -> Axes:
    rows, ages = found.shape
    labels = [period(name) for name in found.index]
    left = PAD + widest(labels, style.SMALL) + 0.1
    texts = [[("" if is_missing(v) else _text(v, what)) for v in row] for row in found.to_numpy()]
    size = style.SMALL if ages <= 14 else style.TINY
    needed = max(_LEAST, widest([t for row in texts for t in row], size) + 0.07)
    written = ages <= 40
    width = max(width, left + PAD + ages * needed) if written else width
    cell = min((width - left - PAD) / ages, 0.9)
    unit_of_cells = f"{what.name}, in %" if what.shares else what.name
    ax = panel(
        rows * _ROW,
        title=message,
        subtitle=f"{unit_of_cells}, by age in {unit}"
        + ("; hatched: too young to know" if found.isna().any(axis=None) else ""),
        width=width,
        left=left,
        right=width - left - ages * cell,
        top=0.28,
        bottom=PAD if written else 0.5,
    )
    ax.set(xlim=(0, ages), ylim=(rows, 0))
    ax.set_axis_off()
    top = max(1.0, float(found.max(axis=None))) if what.shares else float(found.max(axis=None)) or 1.0
    every = max(1, math.ceil((widest([str(a) for a in found.columns], style.SMALL) + 0.06) / cell))
    for j, age in enumerate(found.columns):
        if j % every == 0:
            ax.text(j + 0.5, -0.08 / _ROW, str(age), **_small("center", "bottom"))
    for i, label in enumerate(labels):
        ax.text(-0.1 / cell, i + 0.5, label, **_small("right", "center"))
        _draw_row(ax, i, found.iloc[i].to_numpy(), texts[i] if written else None, top, size)
    if not written:
        _scale(ax, top, what)
    return ax


def _text(value: float, what: _What) -> str:
    return percent(value).rstrip("%") if what.shares else count(round(value))


def _small(ha: str, va: str) -> dict:
    return {"ha": ha, "va": va, "fontsize": style.SMALL, "color": style.MUTED}


def _draw_row(ax: Axes, i: int, values: np.ndarray, texts: list[str] | None, top: float, size: float) -> None:
    for start, end in _blank_runs(values):
        look = {"facecolor": style.PAPER, "edgecolor": style.BLANK_LINE, "hatch": style.GAP_HATCH, "lw": 0}
        ax.add_patch(Rectangle((start, i), end - start, 1, **look))
    for j, value in enumerate(values):
        if is_missing(value):
            continue
        fill = style.shade(value / top)
        ax.add_patch(Rectangle((j, i), 1, 1, facecolor=fill, edgecolor=style.PAPER, lw=1.0))
        if texts:
            ax.text(
                j + 0.5, i + 0.5, texts[j], ha="center", va="center", fontsize=size, color=style.ink_on(fill)
            )


def _blank_runs(values: np.ndarray) -> list[tuple[int, int]]:
    """Return first and last-plus-one column of each run of missing cells."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], np.isnan(values), [False]]).astype(int)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _scale(ax: Axes, top: float, what: _What) -> None:
    """Draw the colour scale under a table too large for numbers in its cells."""
    rows, ages = ax.get_ylim()[0], ax.get_xlim()[1]
    y, step = rows + 0.12 / _ROW, ages * 0.4 / 50
    for k in range(50):
        ax.add_patch(
            Rectangle((k * step, y), step, 0.12 / _ROW, facecolor=style.shade(k / 49), lw=0, clip_on=False)
        )
    for at, value in ((0, 0.0), (50 * step, top)):
        ax.text(at, y + 0.16 / _ROW, what.say(value), **_small("center" if at else "left", "top"))
