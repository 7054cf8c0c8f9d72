"""What is on offer: which tier has which feature."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ecotools.errors import one_of
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, listing, money, plural, ratio
from ecotools.plots.canvas.layout import PAD, drawn
from ecotools.plots.canvas.tables import GUTTER, TableCell, draw_table
from ecotools.plots.canvas.text import text_size, widest

_YES, _NO = "✓ yes", "– no"


@drawn
def value_matrix(
    table: pd.DataFrame,
    *,
    highlight: str | None = None,
    prices: dict[str, float] | None = None,
    currency: str = "USD",
    values: str | None = None,
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw which tier has which feature, as a table that can be read across the room.

    Parameters
    ----------
    table : DataFrame
        One row per feature, its name in the index or in a column ``feature``; one column per tier. A cell is
        True or False, a text, or a number; 0 or a missing one reads "no".
    highlight : str, optional
        The tier to set off, with a tint and the word "recommended".
    prices : dict, optional
        Price of each tier, to write under its name.
    currency : str
        ISO code of the prices.
    values : {"money", "plain"}, optional
        What a number in a cell is: what the feature is worth in ``currency``, or just a number (seats).
        Without it a table of numbers only, as `metrics.pricing.value_matrix` returns it, is money.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches; it grows when many tiers need more.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has no rows or no tier, or ``highlight`` is no tier.

    Examples
    --------
    >>> tiers = pd.DataFrame({"Solo": [True, False], "Studio": [True, True]}, index=["Lessons", "Feedback"])
    >>> value_matrix(tiers).get_title(loc="left")
    'Studio has 2 of 2 features, Solo has 1'
    """
    if isinstance(table, pd.DataFrame) and not len(table.columns.drop("feature", errors="ignore")):
        raise ValueError("value matrix has no tier: it needs one column for each.")
    found = inputs.table(table, [], "value matrix", make="metrics.pricing.value_matrix", argument="table")
    if "feature" in found:
        found = found.set_index("feature")
    features = [str(name) for name in found.index]
    numbers_only = all(
        pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind) for kind in found.dtypes
    )
    worth = one_of(values or ("money" if numbers_only else "plain"), ["money", "plain"], "values") == "money"
    tiers = [str(tier) for tier in found.columns]
    if highlight is not None:
        one_of(highlight, tiers, "highlight")
    has = found.map(_has).sum()
    has.index = tiers
    message = _matrix_message(has, len(features)) if title is None else title
    texts = found.map(lambda value: _value_text(value, currency if worth else ""))
    widths = _matrix_widths(features, texts, tiers, width)
    rows = [_tier_heads(tiers, highlight, prices or {}, currency)]
    for feature, row in zip(features, texts.itertuples(index=False, name=None), strict=True):
        cells = [_value_cell(text, tier == highlight) for tier, text in zip(tiers, row, strict=True)]
        rows.append([TableCell(feature), *cells])
    subtitle = f"What each feature is worth to a customer, in {currency}" if worth else ""
    ax = draw_table(rows, widths, title=message, subtitle=subtitle)
    said = "; ".join(f"{tier}: {_features_of(texts.iloc[:, i], features)}" for i, tier in enumerate(tiers))
    shown = found.copy()
    shown.index = pd.Index(features, name="feature")
    kind = f"Value matrix of {plural(len(features), 'feature')} and {plural(len(tiers), 'tier')}"
    return describe(ax, f"{message}. {kind}. {said}.", shown, caption=kind)


def _has(value: object) -> bool:
    """Say whether a cell of the matrix offers anything."""
    if is_missing(value):
        return False
    if isinstance(value, str):
        return value.strip().lower() not in ("", "-", "–", "no", "none", "0")
    return bool(value)


def _matrix_message(has: pd.Series, features: int) -> str:
    most = has.max()
    best = [tier for tier in has.index if has[tier] == most]
    have = "has" if len(best) == 1 else "have"
    said = f"{listing(best, most=2)} {have} {most} of {plural(features, 'feature')}"
    rest = [f"{tier} has {has[tier]}" for tier in has.index if has[tier] != most]
    return f"{said}, {listing(rest)}" if 0 < len(rest) <= 2 else said


def _features_of(texts: pd.Series, features: list[str]) -> str:
    offered = [f if t == _YES else f"{f} ({t})" for f, t in zip(features, texts, strict=True) if t != _NO]
    return listing(offered, most=12) if offered else "none"


def _value_text(value: object, currency: str) -> str:
    if not _has(value):
        return _NO
    if isinstance(value, (bool, np.bool_)):
        return _YES
    if isinstance(value, str):
        return value
    return money(value, currency) if currency else ratio(value)


def _value_cell(text: str, tinted: bool) -> TableCell:
    has = text != _NO
    return TableCell(
        text,
        ink=style.GOOD if has else style.MUTED,
        weight="bold" if has else "normal",
        align="center",
        fill=style.BLUE_WASH if tinted else "",
    )


def _tier_heads(tiers: list[str], highlight: str | None, prices: dict, currency: str) -> list[TableCell]:
    heads = [TableCell("Feature", ink=style.MUTED, size=style.SMALL)]
    for tier in tiers:
        lines = [money(prices[tier], currency)] if tier in prices else []
        lines += ["recommended"] if tier == highlight else []
        fill = style.BLUE_WASH if tier == highlight else ""
        heads.append(TableCell(tier, weight="bold", align="center", small=", ".join(lines), fill=fill))
    return heads


def _matrix_widths(features: list[str], texts: pd.DataFrame, tiers: list[str], width: float) -> list[float]:
    """Return the width of each column: as much as the text wants, at least what a word needs."""
    room = width - 2 * PAD
    first = min(max(widest(features), text_size("Feature", style.SMALL)[0]) + 2 * GUTTER, room * 0.42)
    words = [word for text in [*tiers, *texts.to_numpy().ravel()] for word in text.split()]
    least = min(widest(words, style.BODY, "bold"), 1.25) + 2 * GUTTER + 0.02
    each = max((room - first) / len(tiers), least)
    return [first, *[each] * len(tiers)]
