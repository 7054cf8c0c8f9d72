"""The pricing explorer: a slider for each tier's price, and who would buy what at these prices."""

import math
from collections.abc import Iterator, Mapping
from html import escape

import ipywidgets as W
import pandas as pd

from ecotools.errors import columns, not_negative, one_of, positive
from ecotools.metrics import pricing
from ecotools.plots.canvas import style
from ecotools.plots.canvas.formats import count, is_missing, money, percent
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, name_width, number_slider, row

_NOBODY = "buy nothing"
_WIDE = 756  # pixels of the bar, the table and the cards
_BAR = "display:flex;height:28px;margin:8px 0;font-size:12px;line-height:28px"
_PIECE = "overflow:hidden;white-space:nowrap;text-align:center"
_SWATCH = "display:inline-block;width:11px;height:11px;border-radius:2px;margin-right:7px;"
_SWATCH += f"border:1px solid {markup.EDGE}"


class PricingExplorer(Panel):
    """Sliders for the price of each tier, and the share, revenue and profit that follow.

    Attributes
    ----------
    prices : dict of str to float
        The prices as the sliders stand.
    """

    name = "Pricing explorer"
    how = "Move a price with the slider, or type it; the arrow keys move it by one step."

    def __init__(self, wtp: pd.DataFrame, prices: Mapping[str, float], cost, step: float, currency: str):
        _check(wtp, prices)
        positive(step, "step")
        self.wtp, self.cost, self.currency = wtp[list(prices)], cost, currency
        self.start = {tier: not_negative(price, f"the price of {tier!r}") for tier, price in prices.items()}
        self.first = pricing.tiers_demand(self.wtp, self.start, cost=cost)
        top = max([*self.start.values(), *self.wtp.max().dropna(), step])
        self.most = math.ceil(round(top / step, 6)) * step
        wide = name_width(map(str, prices))
        self.sliders, lines = {}, []
        for tier, price in self.start.items():
            line, self.sliders[tier] = number_slider(str(tier), price, self.most, step, wide)
            lines.append(line)
        for slider in self.sliders.values():
            slider.observe(self.refresh, "value")
        again = W.Button(description="Start again")
        again.on_click(lambda _: self.reset())
        super().__init__([*lines, row(again), "status", "totals", "tiers"])

    @property
    def prices(self) -> dict[str, float]:
        """Return the price of each tier, as the sliders stand."""
        return {tier: round(slider.value, 6) for tier, slider in self.sliders.items()}

    def set_price(self, tier: str, price: float) -> None:
        """Move one slider from code.

        Raises
        ------
        ValueError
            For a tier that is none of the sliders, and for a price below 0 or beyond the slider's end.
        """
        one_of(tier, self.sliders, "tier")
        if not_negative(price, "price") > self.most:
            raise ValueError(f"price must be at most {self.most:g}, where the slider ends, not {price}")
        self.sliders[tier].value = price

    def reset(self) -> None:
        """Bring all prices back to where they started."""
        for tier, price in self.start.items():
            self.sliders[tier].value = price

    def numbers(self) -> pd.DataFrame:
        """Return one row per tier with price, buyers, share, revenue and profit (`pricing.tiers_demand`)."""
        return pricing.tiers_demand(self.wtp, self.prices, cost=self.cost)

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield the totals in words and as cards, and the tiers as a bar and a table, against the start."""
        table = self.numbers()
        yield "status", markup.status(self._verdict(table), self._counted(table))
        yield "totals", _narrow(markup.cards(self._totals(table), "Totals against the start", "15em"))
        yield "tiers", _narrow(_bar(table) + self._tiers(table))

    def _verdict(self, table: pd.DataFrame) -> str:
        if not table.attrs["n_used"]:
            return f"There is no number: {table.attrs['reason']}."
        earned = [f"{name} {self._against(table, name)}" for name in ("revenue", "profit")]
        return f"{earned[0].capitalize()}, {earned[1]}."

    def _counted(self, table: pd.DataFrame) -> str:
        asked, dropped = table.attrs["n_used"], table.attrs["n_dropped"]
        left = f"; {count(dropped)} left a blank and are not counted" if dropped else ""
        return f"Of {count(asked)} people asked{left}." if asked or dropped else ""

    def _against(self, table: pd.DataFrame, column: str) -> str:
        """Return a total and how it stands against the first one, in words."""
        now, before = table[column].sum(), self.first[column].sum()
        change = round(now - before, 2)
        if not change:
            return f"{money(now, self.currency)} (as at the start)"
        return f"{money(now, self.currency)} ({money(change, self.currency, signed=True)} against the start)"

    def _totals(self, table: pd.DataFrame) -> list[str]:
        amounts = [
            (name.capitalize(), money(table[name].sum(), self.currency), self._step(table, name))
            for name in ("revenue", "profit")
        ]
        nobody = table.attrs["not_buying"]
        step = _points(nobody, self.first.attrs["not_buying"])
        lines = [*amounts, ("People who buy nothing", percent(nobody), step)]
        return [
            markup.card(markup.line(name), markup.line(value, 21, bold=True), markup.line(change))
            for name, value, change in lines
        ]

    def _step(self, table: pd.DataFrame, column: str) -> str:
        change = round(table[column].sum() - self.first[column].sum(), 2)
        return (
            f"{money(change, self.currency, signed=True)} against the start" if change else "as at the start"
        )

    def _tiers(self, table: pd.DataFrame) -> str:
        heads = ["tier", "price", "buyers", "against the start", "share of people", "revenue", "profit"]
        colours = [style.SERIES[place % len(style.SERIES)] for place in range(len(table))]
        rows = [
            self._cells(*parts)
            for parts in zip(table.itertuples(), self.first["buyers"], colours, strict=True)
        ]
        return markup.table("Who buys what at these prices", heads, rows, width="100%")

    def _cells(self, tier, before: float, colour: str) -> list[str]:
        swatch = f'<span aria-hidden="true" style="{_SWATCH};background:{colour}"></span>'
        change = round(tier.buyers - before, 6)
        return [
            swatch + escape(str(tier.tier)),
            money(tier.price, self.currency),
            count(tier.buyers),
            count(change, signed=True) if change else "no change",
            percent(tier.share),
            money(tier.revenue, self.currency),
            money(tier.profit, self.currency),
        ]


def _check(wtp: pd.DataFrame, prices: Mapping[str, float]) -> None:
    if not isinstance(prices, Mapping):
        raise TypeError(
            f"prices must name each tier with its price, like {{'basic': 12}}, not {type(prices).__name__}"
        )
    if not prices:
        raise ValueError("prices names no tier: give at least one, like {'basic': 12}")
    columns(wtp, prices, "wtp")


def _points(now: float, before: float) -> str:
    """Return the change of a share in points, in words."""
    if is_missing(now) or round(now - before, 6) == 0:
        return "as at the start"
    return f"{percent(now - before, signed=True).rstrip('%')} points against the start"


def _narrow(html: str) -> str:
    return f'<div style="max-width:{_WIDE}px">{html}</div>'


def _bar(table: pd.DataFrame) -> str:
    """Return the shares as one bar; the table after it says the same, so it is hidden from screen readers."""
    if not table.attrs["n_used"]:
        return ""
    pieces = [
        _piece(
            f"{tier.tier} {percent(tier.share)}",
            tier.share,
            f"background:{style.SERIES[place % 5]};color:#ffffff",
        )
        for place, tier in enumerate(table.itertuples())
    ]
    nobody = table.attrs["not_buying"]
    pieces.append(_piece(f"{_NOBODY} {percent(nobody)}", nobody, f"box-shadow:inset 0 0 0 1px {markup.EDGE}"))
    return f'<div aria-hidden="true" style="{_BAR}">{"".join(pieces)}</div>'


def _piece(text: str, share: float, colours: str) -> str:
    """Return one piece of the bar, with its text where that fits."""
    fits = share * _WIDE > len(text) * 7.2 + 8
    return f'<div style="{_PIECE};width:{100 * share:.2f}%;{colours}">{escape(text) if fits else ""}</div>'


def pricing_explorer(
    wtp: pd.DataFrame,
    prices: Mapping[str, float],
    cost: float | Mapping[str, float] = 0.0,
    step: float = 1.0,
    currency: str = "USD",
) -> PricingExplorer:
    """Return sliders for the price of each tier, and who buys what at these prices.

    Everybody takes the tier that leaves them the largest surplus (what it is worth to them less its price),
    and nothing when no tier leaves any; see `ecotools.metrics.pricing.tiers_demand`.

    Parameters
    ----------
    wtp : DataFrame
        One row per person, one column per tier: the most that person would pay for it, in money.
    prices : dict of str to float
        The price of each tier at the start, in money. Its order is the order of the sliders.
    cost : float or dict of str to float
        The cost of serving one buyer, for all tiers or by tier, in money.
    step : float
        How far one press of an arrow key moves a price, in money.
    currency : str
        ISO code of the amounts.

    Returns
    -------
    PricingExplorer
        A widget; ``.prices`` and ``.numbers()`` give its present state, ``.set_price()`` moves a slider.

    Raises
    ------
    ValueError, TypeError
        Without a tier, for a tier that ``wtp`` has no column of, a negative amount, a step of 0 or less.

    Examples
    --------
    >>> wtp = pd.DataFrame({"basic": [10, 15, 20], "plus": [12, 30, 45]})
    >>> explorer = pricing_explorer(wtp, {"basic": 10, "plus": 29})
    >>> explorer.set_price("plus", 20)
    >>> explorer.prices
    {'basic': 10.0, 'plus': 20.0}
    """
    return PricingExplorer(wtp, prices, cost, step, currency)
