"""The churn mix: two kinds of members, and what they look like together."""

from collections.abc import Iterator

import ipywidgets as W
import pandas as pd

from ecotools import plots
from ecotools.errors import fraction, positive
from ecotools.metrics import retention
from ecotools.plots.canvas.formats import money, percent
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

MONTHS = 24
_NAMES = {
    "restless": "share of restless members",
    "high": "churn of the restless, a month",
    "low": "churn of the loyal, a month",
}
_STEP = {"restless": 0.05, "high": 0.01, "low": 0.01}
_TOLD = (1, 3, 6, 12, 24)


class ChurnMix(Panel):
    """Sliders for two kinds of members, and the survival, churn and lifetime value of all together.

    Attributes
    ----------
    mix : dict of str to float
        ``restless`` (share of the restless), ``high`` and ``low`` (the churn of each kind), fractions.
    """

    name = "Churn mix"
    how = "Move a slider, or type a fraction: 0.2 is twenty in a hundred. The arrow keys move it by one step."

    def __init__(self, price: float, restless: float, high: float, low: float, currency: str):
        self.price, self.currency = positive(price, "price"), currency
        self.start = {"restless": restless, "high": high, "low": low}
        self.sliders, lines, wide = {}, [], name_width(_NAMES.values())
        for key, value in self.start.items():
            line, self.sliders[key] = number_slider(_NAMES[key], fraction(value, key), 1, _STEP[key], wide)
            lines.append(line)
        for slider in self.sliders.values():
            slider.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.reset())
        super().__init__([*lines, row(again), "status", "totals", "curve", "months"])

    @property
    def mix(self) -> dict[str, float]:
        """Return the mix as the sliders stand."""
        return {key: round(slider.value, 6) for key, slider in self.sliders.items()}

    def set(self, **mix: float) -> None:
        """Move sliders from code, by their names in `mix`.

        Raises
        ------
        ValueError, TypeError
            For a value that is no fraction, or a name that is none of the sliders.
        """
        for key, value in mix.items():
            if key not in self.sliders:
                raise TypeError(f"there is no slider {key!r}; there are {', '.join(self.sliders)}")
            self.sliders[key].value = fraction(value, key)

    def reset(self) -> None:
        """Bring all sliders back to where they started."""
        self.set(**self.start)

    def _kinds(self) -> tuple[list[float], list[float]]:
        mix = self.mix
        return [mix["high"], mix["low"]], [mix["restless"], 1 - mix["restless"]]

    def numbers(self) -> pd.DataFrame:
        """Return by month the survival, the churn of those still there, and survival at the first churn."""
        table = retention.churn_mix(*self._kinds(), periods=MONTHS)
        table["at the first churn"] = (1 - table["churn"].iloc[0]) ** table["time"]
        return table

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield the two lifetime values in words and as cards, the curve, and a table of some months."""
        table = self.numbers()
        true = retention.mix_ltv(self.price, *self._kinds())
        first = table["churn"].iloc[0]
        simple = retention.ltv(self.price, first)
        yield "status", markup.status(self._verdict(true, simple))
        yield "totals", markup.cards(self._cards(table, true, simple), "What the mix looks like", "13em")
        picture = self._picture(table)
        if not live:
            # The table below has the numbers, open and not behind a heading.
            picture = plots.describe(picture, plots.alt_text(picture), pd.DataFrame())
        yield "curve", plots.to_svg_html(picture) if live else plots.to_html(picture)
        yield "months", _months(table)

    def _verdict(self, true: float, simple: float) -> str:
        if true != true or simple != simple:
            return "Somebody never leaves, so no lifetime value has a limit."
        brings, says = money(true, self.currency), money(simple, self.currency)
        return f"A new member brings {brings} on average; price over the first month's churn says {says}."

    def _cards(self, table: pd.DataFrame, true: float, simple: float) -> list[str]:
        year = table.set_index("time").loc[12]
        lines = [
            ("Churn in the first month", percent(table["churn"].iloc[0])),
            ("Churn after a year", percent(year["churn"])),
            ("Still there after a year", percent(year["survival"])),
            ("Value, kind by kind", money(true, self.currency)),
            ("Value, price / first churn", money(simple, self.currency)),
        ]
        return [markup.card(markup.line(name), markup.line(value, 21, bold=True)) for name, value in lines]

    def _picture(self, table: pd.DataFrame):
        shown = table.rename(columns={"survival": "this mix", "at the first churn": "all at the first churn"})
        return plots.lines(
            shown,
            "time",
            ["this mix", "all at the first churn"],
            unit="fraction",
            xlabel="months since they joined",
            ylabel="Still there",
            title=_message(table),
        )


def _message(table: pd.DataFrame) -> str:
    last = table.iloc[12]
    return (
        f"After a year {percent(last['survival'])} are still there; "
        f"the first month's churn would leave {percent(last['at the first churn'])}"
    )


def _months(table: pd.DataFrame) -> str:
    chosen = table.set_index("time").loc[list(_TOLD)]
    rows = [
        [f"{time}", percent(one["survival"]), percent(one["churn"]), percent(one["at the first churn"])]
        for time, one in chosen.iterrows()
    ]
    heads = ["months", "still there", "churn of those", "all at the first churn"]
    return markup.table("How the mix shrinks", heads, rows)


def churn_mix(
    price: float = 29.0,
    restless: float = 0.5,
    high: float = 0.2,
    low: float = 0.02,
    currency: str = "USD",
) -> ChurnMix:
    """Return sliders for two kinds of members, and what their churn looks like together.

    Parameters
    ----------
    price : float
        What a member pays in a month, in money.
    restless : float
        Share of the restless among new members, a fraction.
    high, low : float
        Monthly churn of the restless and of the loyal, fractions.
    currency : str
        ISO code of the amounts.

    Returns
    -------
    ChurnMix
        A widget; ``.mix`` and ``.numbers()`` give its present state, ``.set(restless=0.3)`` moves a slider.

    Raises
    ------
    ValueError
        For a price of 0 or less, or a share or churn that is no fraction.

    Examples
    --------
    >>> mix = churn_mix()
    >>> mix.set(restless=0.3)
    >>> mix.numbers()["survival"].round(3).tolist()[:3]
    [1.0, 0.926, 0.864]
    """
    return ChurnMix(price, restless, high, low, currency)
