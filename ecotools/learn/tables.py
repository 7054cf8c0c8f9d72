"""Tables as people write numbers: HTML that a screen reader follows, and plain text in the same words."""

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ecotools.english import plural
from ecotools.errors import one_of

from .card import shown
from .compare.plain_values import as_plain, is_missing, is_number
from .compare.series import is_plain_count
from .numbers import written

_NONE = "–"
_BOX = "overflow-x:auto;max-width:100%"
_TABLE = "border-collapse:collapse;margin:.3em 0;font-size:inherit;color:inherit"
_CELL = "text-align:{align};padding:.2em .8em;white-space:normal;color:inherit;background:none;border:0"
_LINE = "border-bottom:1px solid var(--jp-border-color1,#9ca3af)"


@dataclass(frozen=True)
class WrittenTable:
    """A table of texts: its heads, its rows, how many columns name a row, and which hold numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    labels: int
    numeric: tuple[bool, ...]
    caption: str = ""
    more: str = ""

    def text(self) -> str:
        """Return the table as aligned plain text."""
        lines = [row for row in (self.heads, *self.rows) if any(row)]
        widths = [max((len(row[k]) for row in lines), default=0) for k in range(len(self.heads))]
        shown_lines = [
            "  ".join(
                cell.rjust(width) if number else cell.ljust(width)
                for cell, width, number in zip(row, widths, self.numeric, strict=True)
            ).rstrip()
            for row in lines
        ]
        return "\n".join(filter(None, [self.caption, *shown_lines, self.more]))

    def html(self) -> str:
        """Return the table as HTML with a scope for each head."""
        # A head without words would be read out as an empty one.
        head = "".join(
            self._cell(k, name, "th scope='col'" if name else "td") for k, name in enumerate(self.heads)
        )
        head = f"<thead><tr style='{_LINE}'>{head}</tr></thead>" if any(self.heads) else ""
        body = "".join(
            "<tr style='background:none'>"
            + "".join(
                self._cell(k, text, "th scope='row'" if k < self.labels else "td")
                for k, text in enumerate(row)
            )
            + "</tr>"
            for row in self.rows
        )
        caption = f"<caption style='text-align:left;color:inherit'>{html.escape(self.caption)}</caption>"
        table = (
            f"<table style='{_TABLE}'>{caption if self.caption else ''}{head}<tbody>{body}</tbody></table>"
        )
        more = f"<p style='margin:.2em 0'>{html.escape(self.more)}</p>" if self.more else ""
        return f"<div class='mathjax_ignore' style='{_BOX}'>{table}{more}</div>"

    def _cell(self, place: int, text: str, tag: str) -> str:
        style = _CELL.format(align="right" if self.numeric[place] else "left")
        weight = ";font-weight:600" if tag.endswith("'col'") else ";font-weight:400"
        return f"<{tag} style='{style}{weight}'>{html.escape(text)}</{tag.split()[0]}>"


def write_table(
    table: pd.DataFrame | pd.Series | Mapping[str, object],
    *,
    money: Iterable[str] = (),
    percent: Iterable[str] = (),
    count: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
    caption: str = "",
    rows: int = 20,
    currency: str = "$",
) -> WrittenTable:
    """Return a table with its numbers as people write them; takes what `show` takes.

    >>> print(write_table({"buyers": 120, "rate": 0.015}, percent=["rate"]).text())
    buyers   120
    rate    1.5%
    """
    names = dict(names or {})
    by_label = not isinstance(table, pd.DataFrame)
    labels = list(pd.Series(table, dtype=object).index) if by_label else list(table.columns)
    ways = _ways(labels, {"money": money, "percent": percent, "count": count})
    if by_label:
        return _pairs(pd.Series(table, dtype=object), ways, names, caption, rows, currency)
    body, number_of_labels = _with_index(table.head(rows))
    columns = [
        _column(body.iloc[:, place], ways.get(name, ""), str(name), currency)
        for place, name in enumerate(body.columns)
    ]
    return WrittenTable(
        tuple(str(names.get(name, name)) for name in body.columns),
        tuple(zip(*(texts for texts, _ in columns), strict=True)),
        number_of_labels,
        tuple(number for _, number in columns),
        caption,
        _more(len(table), rows),
    )


def show(table: pd.DataFrame | pd.Series | Mapping[str, object], **how: object) -> None:
    """Show a table as people write numbers: HTML in a notebook, aligned text anywhere else.

    Parameters
    ----------
    table : DataFrame, Series or dict
        A Series or a dict becomes a small table of labels and values, instead of a bare tuple.
    money, percent, count : list of str
        The columns (of a Series or dict: the labels) whose numbers are money, fractions to be read as
        percent, or counts; True for all. Other numbers have three significant digits.
    names : dict, optional
        Other heads for columns, or labels of a dict: ``{"step_rate": "Step rate"}``.
    caption : str
        A line above the table.
    rows : int
        The most rows to write; how many more there are is said below.
    currency : str
        The sign before money.

    Raises
    ------
    ValueError
        When a format names a column that there is not.

    Examples
    --------
    >>> prices = pd.DataFrame({"tier": ["Lite", "Plus"], "price": [12.0, 59.0], "share": [0.25, 0.125]})
    >>> show(prices, money=["price"], percent=["share"])
    tier  price  share
    Lite    $12    25%
    Plus    $59  12.5%
    >>> show({"before": 0.041, "after": 0.083}, percent=True)
    before  4.1%
    after   8.3%
    """
    told = write_table(table, **how)
    shown(told.text(), told.html())


def _ways(labels: list, asked: Mapping[str, Iterable[str] | bool]) -> dict:
    """Return the format of each label that has one."""
    ways = {}
    for way, chosen in asked.items():
        chosen = labels if chosen is True else [chosen] if isinstance(chosen, str) else chosen or ()
        for name in chosen:
            if name not in labels:
                one_of(name, map(str, labels), f"{way}=")
            ways[name] = way
    return ways


def _with_index(table: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the table with an index that means something as its first columns, and how many name a row."""
    if not is_plain_count(table.index):
        flat = table.copy()
        for level in reversed(range(table.index.nlevels)):
            name = table.index.names[level]
            values = list(table.index.get_level_values(level))
            flat.insert(0, "" if name is None else name, values, allow_duplicates=True)
        return flat, table.index.nlevels
    first = table.iloc[:, 0] if table.shape[1] else pd.Series(dtype=float)
    names_rows = len(first) > 0 and not pd.api.types.is_numeric_dtype(first.dtype) and first.is_unique
    return table, int(names_rows)


def _column(column: pd.Series, way: str, name: str, currency: str) -> tuple[list[str], bool]:
    """Return the cells of a column as text, and whether they are numbers."""
    plain = [as_plain(one) for one in column]
    numbers = [one for one in plain if is_number(one) and not is_missing(one)]
    number = bool(way) or (bool(numbers) and all(is_number(one) or is_missing(one) for one in plain))
    cell = _plain_number if number and not way and _is_a_name(name, numbers) else written
    return [_cell(one, way, currency, cell) for one in column], number


def _cell(value: object, way: str, currency: str, write: Callable = written) -> str:
    if is_missing(as_plain(value)):
        return _NONE
    return write(value, way, currency)


def _plain_number(value: object, way: str, currency: str) -> str:
    return f"{value:.0f}"


def _is_a_name(name: str, numbers: list) -> bool:
    """Return whether whole numbers are names, as ids and years are: without a comma."""
    words = name.casefold().replace("_", " ").split()
    return bool({"id", "year", "cohort"} & set(words)) and all(float(one).is_integer() for one in numbers)


def _pairs(series, ways, names, caption, rows, currency) -> WrittenTable:
    body = series.head(rows)
    texts = [
        (str(names.get(label, written(label))), _cell(value, ways.get(label, ""), currency))
        for label, value in body.items()
    ]
    number = all(is_number(as_plain(value)) for value in body)
    heads = (series.index.name or "", series.name or "") if series.name is not None else ("", "")
    return WrittenTable(
        tuple(map(str, heads)), tuple(texts), 1, (False, number), caption, _more(len(series), rows)
    )


def _more(total: int, rows: int) -> str:
    left = total - rows
    return f"and {plural(left, 'more row')}" if left > 0 else ""
