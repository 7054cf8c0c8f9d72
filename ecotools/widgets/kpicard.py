"""What a KPI says of itself in a month: its value, its change, and how far it is from its target."""

from html import escape

from ecotools.plots.canvas import kpi_values
from ecotools.plots.canvas.formats import is_missing, percent, quantity
from ecotools.widgets import markup

_GOOD, _BAD, _OPEN = "✓", "✗", "–"


def verdict(row: dict, currency: str = "USD") -> tuple[str, str]:
    """Return the mark of a KPI (✓ meets its target, ✗ misses it, – neither) and the distance in words.

    Parameters
    ----------
    row : dict
        A row of `metrics.kpi.compute`.
    currency : str
        ISO code of amounts.

    Examples
    --------
    >>> churn = {"value": 0.052, "target": 0.04, "direction": "down", "unit": "fraction", "on_target": False}
    >>> verdict(churn)
    ('✗', '1.2 points above 4%')
    """
    if is_missing(row["value"]):
        return _OPEN, "no number"
    if is_missing(row["target"]):
        return _OPEN, "no target"
    goal = quantity(row["target"], row["unit"], currency)
    if is_missing(row["on_target"]):
        return _OPEN, f"part of a month, not held against {goal}"
    gap = row["value"] - row["target"]
    mark = _GOOD if row["on_target"] else _BAD
    if not gap:
        return mark, f"exactly {goal}"
    away = distance(abs(gap), row["unit"], currency)
    away = away if any(digit in away for digit in "123456789") else "just"
    side = "above" if gap > 0 else "short of" if row["direction"] == "up" else "below"
    return mark, f"{away} {side} {goal}"


def distance(gap: float, unit: str, currency: str = "USD") -> str:
    """Return how far two values of a KPI are apart; shares in points.

    >>> distance(0.012, "fraction"), distance(250, "currency")
    ('1.2 points', '$250')
    """
    if unit != "fraction":
        return quantity(gap, unit, currency)
    points = percent(gap).rstrip("%")
    return f"{points} point{'' if points == '1' else 's'}"


def change(row: dict, currency: str = "USD") -> str:
    """Return the change since the month before in words, with whether it is for the better.

    >>> change({"value": 0.05, "change": 0.008, "direction": "down", "unit": "fraction"})
    '▲ +0.8 points, worse'
    """
    step, better = kpi_values.change(row, currency)
    return f"{step}, {better}" if better else step or "no month before"


def card(row: dict, currency: str = "USD", chosen: bool = False) -> str:
    """Return a KPI as a card for `look.cards`.

    >>> churn = {"name": "Churn", "value": 0.05, "target": 0.04, "direction": "down", "unit": "fraction",
    ...     "on_target": False, "change": 0.008, "reason": ""}
    >>> "1 point above 4%" in card(churn)
    True
    """
    name = markup.line(str(row["name"]), bold=chosen)
    if is_missing(row["value"]):
        return markup.card(
            name,
            markup.line("no number", 16, bold=True),
            markup.line(str(row["reason"]).capitalize(), 12),
            chosen=chosen,
            framed=False,
        )
    return markup.card(
        name,
        markup.line(quantity(row["value"], row["unit"], currency), 21, bold=True),
        f'<div style="font-size:12px;line-height:1.6">{judged(row, currency, "<br>")}</div>',
        markup.line(change(row, currency), 12),
        chosen=chosen,
        framed=False,
    )


def judged(row: dict, currency: str = "USD", between: str = " ") -> str:
    """Return the verdict as HTML: a badge when a target was met or missed, and the distance in words.

    >>> judged({"value": 3.0, "target": float("nan"), "direction": "up", "unit": "count", "on_target": None})
    'no target'
    """
    mark, said = verdict(row, currency)
    if mark == _OPEN:
        return escape(said)
    word, colour = ("on target", markup.GOOD) if mark == _GOOD else ("off target", markup.BAD)
    return f"{markup.badge(f'{mark} {word}', colour)}{between}{escape(said)}"
