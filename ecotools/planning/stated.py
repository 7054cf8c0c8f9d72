"""The lines that the projections of a blueprint state, as one table."""

import pandas as pd

from ecotools.blueprint import Blueprint


def stated_lines(blueprint: Blueprint) -> pd.DataFrame:
    """Return the lines of a blueprint's projections, low and high ends side by side.

    Parameters
    ----------
    blueprint : Blueprint
        One with ``projections``.

    Returns
    -------
    DataFrame
        One row per line: projection, month, to_month (NaN when not said), unit, product, quantity,
        quantity_high, unit_price, unit_price_high, amount and amount_high. Where one end is said it stands
        for both; an amount that is not said is quantity times price; what is neither is NaN.

    Raises
    ------
    ValueError
        When no projection has lines.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: Q
    ... products: [{id: course, name: Course, kind: core, price: 997}]
    ... projections:
    ...   - id: start
    ...     month: 1
    ...     to_month: 3
    ...     lines: [{product: course, quantity: 20, quantity_high: 50, unit_price: 997}]
    ... ''')
    >>> stated_lines(blueprint)[["projection", "amount", "amount_high"]].values.tolist()
    [['start', 19940.0, 49850.0]]
    """
    if not isinstance(blueprint, Blueprint):
        raise TypeError(f"blueprint must be a Blueprint, not {type(blueprint).__name__}")
    rows = []
    for one in blueprint.projections or []:
        for line in one.lines or []:
            ends = {}
            for name in ("quantity", "unit_price", "amount"):
                low, high = getattr(line, name), getattr(line, f"{name}_high")
                ends |= {name: low, f"{name}_high": low if high is None else high}
            last = one.month if one.to_month is None else one.to_month
            said = {"projection": one.id, "month": one.month, "to_month": last, "unit": one.unit or ""}
            rows.append(said | {"product": line.product} | ends)
    if not rows:
        raise ValueError("blueprint has no projections[] with lines: say what they are made of")
    table = pd.DataFrame(rows)
    for name in table.columns.difference(["projection", "unit", "product"]):
        table[name] = table[name].astype(float)
    for end in ("", "_high"):
        made = table[f"quantity{end}"] * table[f"unit_price{end}"]
        table[f"amount{end}"] = table[f"amount{end}"].fillna(made)
    return table
