"""What a picture says to someone who does not see it: a description in words, and its numbers as a table.

Every picture of `ecotools.plots` is given both when it is drawn. A figure that a learner drew with
matplotlib gets a description made from its own titles, axis labels and data, so that no figure is without
one.
"""

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure, FigureBase

from .formats import listing, plural, ratio

_ALT, _NUMBERS, _CAPTION = "_ecotools_alt", "_ecotools_numbers", "_ecotools_caption"


def describe(picture: Axes | Figure, alt: str, numbers: pd.DataFrame | None = None, caption: str = ""):
    """Attach a description, and the numbers, to a picture; return the picture.

    Parameters
    ----------
    picture : Axes or Figure
        Any matplotlib picture. For Axes that are alone in their figure the figure is described with them.
    alt : str
        What the picture shows, in one or a few sentences with its numbers.
    numbers : DataFrame, optional
        The numbers drawn. Without it those already attached stay.
    caption : str
        What the table of numbers is, for its caption.

    Raises
    ------
    ValueError
        When ``alt`` is empty.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> alt_text(describe(ax, "Sales doubled from 10 to 20 in March."))
    'Sales doubled from 10 to 20 in March.'
    """
    _known(picture)
    alt = " ".join(str(alt).split())
    if not alt:
        raise ValueError("alt must say what the picture shows, not be empty")
    if numbers is not None and not isinstance(numbers, pd.DataFrame):
        raise TypeError(f"numbers must be a pandas DataFrame, not {type(numbers).__name__}")
    for target in _targets(picture):
        setattr(target, _ALT, alt)
        if numbers is not None:
            setattr(target, _NUMBERS, numbers.copy())
        if caption:
            setattr(target, _CAPTION, caption)
    return picture


def alt_text(picture: Axes | Figure) -> str:
    """Return the description of a picture: the one attached, or one made from its titles, labels and data.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> _ = ax.plot([1, 2, 3], [5, 7, 6]); _ = ax.set(title="Sales", xlabel="month", ylabel="orders")
    >>> alt_text(ax)
    'Chart "Sales". x axis: month. y axis: orders. A line of 3 points, y from 5 to 7, ending at 6.'
    """
    _known(picture)
    said = _attached(picture, _ALT)
    return said if said else _automatic(picture)


def numbers(picture: Axes | Figure) -> pd.DataFrame:
    """Return a copy of the numbers of a picture: those attached, or the data of its lines, bars and points.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> _ = ax.bar(["a", "b"], [3, 4])
    >>> numbers(ax)["y"].tolist()
    [3.0, 4.0]
    """
    _known(picture)
    table = _attached(picture, _NUMBERS)
    return table.copy() if table is not None else _data(picture)


def caption(picture: Axes | Figure) -> str:
    """Return what to write over the table of numbers.

    >>> from matplotlib.figure import Figure
    >>> caption(Figure().add_subplot(title="Sales"))
    'Numbers of the figure: Sales'
    """
    said = _attached(picture, _CAPTION)
    if said:
        return said
    title = _title(picture)
    return f"Numbers of the figure: {title}" if title else "Numbers of the figure"


def _known(picture: object) -> None:
    if not isinstance(picture, (Axes, Figure)):
        raise TypeError(
            f"picture must be a matplotlib Axes or Figure, not {type(picture).__name__}; "
            "the functions of ecotools.plots return one"
        )


def whole(picture: Axes | Figure) -> Figure:
    """Return the Figure that a picture belongs to.

    >>> from matplotlib.figure import Figure
    >>> figure = Figure()
    >>> whole(figure.add_subplot()) is figure
    True
    """
    if not isinstance(picture, Artist):
        raise TypeError(f"picture must be a matplotlib Axes or Figure, not {type(picture).__name__}")
    figure = picture
    while not isinstance(figure, Figure):
        figure = figure.figure
    return figure


def _targets(picture: Axes | Figure) -> list:
    if isinstance(picture, Axes):
        figure = whole(picture)
        return [picture, figure] if figure.axes == [picture] else [picture]
    return [picture]


def _attached(picture: Axes | Figure, what: str):
    """Return what is attached to the picture; Axes ask their figure next, a figure its only Axes."""
    others = [whole(picture)] if isinstance(picture, Axes) else picture.axes[:1] * (len(picture.axes) == 1)
    for place in (picture, *others):
        found = getattr(place, what, None)
        if found is not None:
            return found
    return None


def _panels(picture: Axes | FigureBase) -> list[Axes]:
    return [picture] if isinstance(picture, Axes) else list(picture.axes)


def _axes_title(ax: Axes) -> str:
    titles = [ax.get_title(loc=side) for side in ("left", "center", "right")]
    return " ".join(" ".join(title.split()) for title in titles if title)


def _title(picture: Axes | Figure) -> str:
    figure = whole(picture)
    titles = [" ".join(figure.get_suptitle().split())] + [_axes_title(ax) for ax in _panels(picture)]
    return "; ".join(dict.fromkeys(title for title in titles if title))


def _automatic(picture: Axes | Figure) -> str:
    panels = _panels(picture)
    if not panels:
        return "Empty figure."
    figure_title = " ".join(whole(picture).get_suptitle().split())
    said = [f'Figure "{figure_title}".'] if figure_title and len(panels) > 1 else []
    said += [_say_panel(ax, figure_title if len(panels) == 1 else "") for ax in panels[:6]]
    if len(panels) > 6:
        said.append(f"And {len(panels) - 6} more panels.")
    return " ".join(said)


def _say_panel(ax: Axes, figure_title: str) -> str:
    title = _axes_title(ax) or figure_title
    said = [f'Chart "{title}".' if title else "Chart without a title."]
    said += [
        f"{side} axis: {label}." for side, label in (("x", ax.get_xlabel()), ("y", ax.get_ylabel())) if label
    ]
    series = list(_series(ax))
    said += [_say_series(*one) for one in series[:6]]
    if len(series) > 6:
        said.append(f"And {len(series) - 6} more.")
    return " ".join(said)


def _say_series(kind: str, name: str, x: np.ndarray, y: np.ndarray, names: list[str]) -> str:
    unit = {"line": "point", "bars": "bar", "points": "point"}[kind]
    label = {"line": "A line", "bars": "Bars", "points": "Points"}[kind] + (f' "{name}"' if name else "")
    numbers_here = y[np.isfinite(y)]
    size = plural(len(y), unit) if kind == "line" else str(len(y))
    if not len(numbers_here):
        return f"{label}: {size}, no number."
    low, high = numbers_here.min(), numbers_here.max()
    if kind == "bars" and len(y) <= 8 and names:
        return f"{label}: " + listing(f"{n} {ratio(v)}" for n, v in zip(names, y, strict=True)) + "."
    spread = f"y from {ratio(low)} to {ratio(high)}"
    if kind == "line":
        return f"{label} of {size}, {spread}, ending at {ratio(numbers_here[-1])}."
    return f"{label}: {size}, {spread}."


def _series(ax: Axes):
    """Yield kind, name, x, y and category names of everything drawn in ``ax`` that has numbers."""
    for line in ax.get_lines():
        x, y = (np.asarray(v) for v in line.get_data())
        if len(y) > 1 and line.get_transform().contains_branch(ax.transData) and _numeric(y):
            yield "line", _name(line.get_label()), x, y.astype(float), []
    for bars in ax.containers:
        if hasattr(bars, "patches") and bars.patches:
            yield _bars(ax, bars)
    for dots in ax.collections:
        offsets = np.asarray(dots.get_offsets()) if hasattr(dots, "get_offsets") else np.empty((0, 2))
        if dots.get_offset_transform().contains_branch(ax.transData) and len(offsets) > 1:
            yield "points", _name(dots.get_label()), offsets[:, 0], offsets[:, 1].astype(float), []


def _bars(ax: Axes, bars):
    flat = getattr(bars, "orientation", "vertical") == "horizontal"
    y = np.array([bar.get_width() if flat else bar.get_height() for bar in bars.patches], float)
    x = np.array(
        [bar.get_y() + bar.get_height() / 2 if flat else bar.get_x() + bar.get_width() / 2 for bar in bars]
    )
    axis = ax.yaxis if flat else ax.xaxis
    named = dict(
        zip(np.round(axis.get_ticklocs(), 6), (t.get_text() for t in axis.get_ticklabels()), strict=False)
    )
    names = [named.get(round(float(at), 6), "") for at in x]
    return "bars", _name(bars.get_label()), x, y, names if all(names) else []


def _numeric(values: np.ndarray) -> bool:
    return values.dtype.kind in "iuf"


def _name(label: object) -> str:
    text = str(label or "")
    return "" if text.startswith("_") else text


def _data(picture: Axes | Figure) -> pd.DataFrame:
    parts = []
    panels = _panels(picture)
    for number, ax in enumerate(panels, 1):
        for kind, name, x, y, names in _series(ax):
            part = pd.DataFrame({"series": name or kind, "x": names or list(x), "y": y})
            if len(panels) > 1:
                part.insert(0, "panel", _axes_title(ax) or str(number))
            parts.append(part)
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
