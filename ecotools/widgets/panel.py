"""What all interactive pieces share: controls above a view, and the same view where no kernel runs."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

import ipywidgets as W
import pandas as pd

from ecotools.widgets import markup


class Panel(W.VBox):
    """Controls and a view that follows them.

    In JupyterLab the panel is live. A page that was exported, printed or built for the site shows
    `static_html()` instead: the same numbers and figures, as of the moment the cell ran.

    A subclass builds its controls, calls ``super().__init__(rows)`` with them and the names of the parts of
    its view, and defines ``content(live)``, which yields each part's name and HTML, and ``numbers()``, which
    returns the table behind it.

    Parameters
    ----------
    rows : sequence of Widget or str
        From top to bottom: a control, or the name of a part of the view.
    """

    #: What the panel is called, on the page and by a screen reader.
    name = ""
    #: How it is used, in a sentence.
    how = ""

    def __init__(self, rows: Sequence[W.Widget | str]):
        self.parts = {row: W.HTML() for row in rows if isinstance(row, str)}
        title = W.HTML(markup.root(f"<strong>{escape(self.name)}.</strong> {escape(self.how)}"))
        super().__init__([title, *(self.parts[row] if isinstance(row, str) else row for row in rows)])
        self.refresh()

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield name and HTML of each part of the view, the quick ones first.

        Not ``live``, the HTML does without SVG and scripts, which a notebook that is not trusted cannot show.
        """
        raise NotImplementedError

    def numbers(self) -> pd.DataFrame:
        """Return the table of the numbers that the view shows in its present state."""
        raise NotImplementedError

    def refresh(self, _change: object = None) -> None:
        """Draw the view again, each part as soon as it is ready; controls call this when they change."""
        for part, html in self.content():
            self.parts[part].value = markup.root(html)

    def static_html(self) -> str:
        """Return the view as HTML that needs neither a kernel nor a script."""
        said = "In JupyterLab, running this cell brings controls; this is the view as the cell left it."
        made = dict(self.content(live=False))
        body = "".join(made[part] for part in self.parts)
        head = f"<p><strong>{escape(self.name)}.</strong> {said}</p>"
        return markup.root(f'<section aria-label="{escape(self.name)}">{head}{body}</section>')

    def _repr_mimebundle_(self, **kwargs) -> dict:
        bundle = super()._repr_mimebundle_(**kwargs)
        plain = f"{self.name}\n{self.numbers().to_string(index=False)}"
        return {**bundle, "text/html": self.static_html(), "text/plain": plain}


def row(*controls: W.Widget) -> W.Box:
    """Return controls side by side, in more than one line where the page is narrow.

    >>> len(row(W.Button(), W.Button()).children)
    2
    """
    layout = W.Layout(display="flex", flex_flow="row wrap", align_items="center", grid_gap="0 12px")
    return W.Box(controls, layout=layout)


def labelled(kind: type[W.Widget], description: str, width: str = "auto", **settings) -> W.Widget:
    """Return a control with its whole description before it, however long that is.

    >>> labelled(W.Dropdown, "Month", options=["January"]).description
    'Month'
    """
    return kind(
        description=description, style={"description_width": "auto"}, layout={"width": width}, **settings
    )


def _neat(value: float) -> float:
    return round(value, 6)


def name_width(names: Iterable[str]) -> str:
    """Return a width, as CSS, that holds the longest of ``names`` beside its box.

    >>> name_width(["Lite", "Membership Plus"])
    '10.3em'
    """
    return f"{max(map(len, names)) * 0.62 + 1:.1f}em"


def number_slider(
    name: str, value: float, high: float, step: float, label_width: str, low: float = 0.0
) -> tuple[W.Box, W.FloatSlider]:
    """Return a number box named ``name`` with a slider beside it, and the slider, which holds the value.

    Both go from ``low`` to ``high``. The box is there because ipywidgets gives a slider's handle no name
    that a screen reader could say; both can be moved with the arrow keys.

    >>> line, slider = number_slider("Lite", 12, 60, 1, "4em")
    >>> line.children[0].value = 20
    >>> slider.value
    20.0
    """
    slider = W.FloatSlider(value=value, min=low, max=high, step=step, readout=False)
    box = W.BoundedFloatText(value=value, min=low, max=high, step=step, description=name)
    box.style.description_width, box.layout.width = label_width, f"calc({label_width} + 7em)"
    slider.layout.width, slider.layout.min_width = "24em", "10em"
    # A slider in the browser answers 12 with 11.999999999999998, which the box must not show.
    W.link((slider, "value"), (box, "value"), transform=(_neat, _neat))
    return row(box, slider), slider
