"""The scorecard: every KPI of one month in a line, with its change, its target and whether it is reached."""

import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import kpi_values, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, period, plural
from ecotools.plots.canvas.layout import PAD, drawn
from ecotools.plots.canvas.tables import GUTTER, TableCell, draw_table
from ecotools.plots.canvas.text import widest

_HEADS = ("KPI", "Value", "Change", "Target", "Status")
_NAME_LEAST = 1.5


@drawn
def scorecard(
    table: pd.DataFrame,
    *,
    month: object = None,
    currency: str = "USD",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw the KPIs of one month as a table: value, change on the month before, target, status in words.

    Parameters
    ----------
    table : DataFrame
        One row a KPI and month, with ``name``, ``month``, ``value``, and if there are any ``kpi``,
        ``target``, ``direction`` (up, down), ``unit``, ``on_target``, ``change`` (in the KPI's unit) and
        ``reason``, as `metrics.kpi.compute` returns them.
    month : str or Period, optional
        Which month; the last one unless named.
    currency : str
        ISO code of the amounts.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches; it grows when the columns need more.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column or the month, or has several segments.

    Examples
    --------
    >>> table = pd.DataFrame({"name": ["MRR", "Churn"], "month": pd.Period("2025-03", "M"),
    ...     "value": [1100.0, 0.06], "target": [1000.0, 0.05], "unit": ["currency", "fraction"],
    ...     "direction": ["up", "down"]})
    >>> scorecard(table).get_title(loc="left").replace(chr(160), " ").replace(chr(10), " ")
    'Churn is off target in Mar 2025: 6% instead of at most 5%; 1 KPI is on target'
    """
    rows = kpi_values.at_month(kpi_values.read(table), month)
    records = rows.to_dict("records")
    message = kpi_values.message(rows, currency) if title is None else title
    cells = [[_head(name, i) for i, name in enumerate(_HEADS)], *(_line(row, currency) for row in records)]
    widths = _widths(cells, width)
    ax = draw_table(cells, widths, title=message, subtitle="Change against the month before")
    said = "; ".join(kpi_values.spoken(row, currency) for row in records[:14])
    said += f"; and {len(records) - 14} more" if len(records) > 14 else ""
    kind = f"Scorecard of {plural(len(rows), 'KPI')}, {period(rows['month'].iloc[0])}"
    shown = rows[["name", "value", "change", "target", "status", "reason"]]
    return describe(ax, f"{message}. {kind}: {said}.", shown, caption=kind)


def _head(name: str, column: int) -> TableCell:
    align = "left" if column in (0, 4) else "right"
    return TableCell(name, ink=style.MUTED, size=style.SMALL, align=align)


def _line(row: dict, currency: str) -> list[TableCell]:
    mark, ink = kpi_values.LOOK[row["status"]]
    step, better = kpi_values.change(row, currency)
    reason = row["reason"] if is_missing(row["value"]) else ""
    judged = row["status"] != kpi_values.NO_TARGET
    return [
        TableCell(str(row["name"]), small=reason),
        TableCell(kpi_values.value(row, currency), weight="bold", align="right"),
        TableCell(step, align="right", small=better),
        TableCell(
            "" if is_missing(row["target"]) else kpi_values.aim(row, currency), align="right", ink=style.MUTED
        ),
        TableCell(
            f"{mark} {row['status']}" if judged else _unjudged(row),
            ink=ink,
            weight="bold" if judged else "normal",
        ),
    ]


def _unjudged(row: dict) -> str:
    if is_missing(row["value"]):
        return "– no number"
    return "– no target" if is_missing(row["target"]) else "– not judged"


def _widths(cells: list[list[TableCell]], width: float) -> list[float]:
    """Return column widths: each as wide as its widest cell, the names take the rest."""
    others = [
        max(widest([row[i].text], row[i].size, row[i].weight) for row in cells) for i in range(1, len(_HEADS))
    ]
    others = [wide + 2 * GUTTER + 0.02 for wide in others]
    return [max(width - 2 * PAD - sum(others), _NAME_LEAST), *others]
