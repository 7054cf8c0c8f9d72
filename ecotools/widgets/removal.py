"""The removal board: take one node of an ecosystem away, and see which others starve."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

import ipywidgets as W
import pandas as pd

from ecotools.errors import one_of
from ecotools.metrics import ecosystem
from ecotools.plots.canvas.formats import listing, money, plural
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, labelled, row

NOTHING = "nothing"


class RemovalBoard(Panel):
    """A board of the nodes of an ecosystem, from which one can be taken away.

    Attributes
    ----------
    without : str or None
        Id of the node that is taken away now.
    starved : list of str
        Ids of the nodes that starve without it, in alphabetical order.
    """

    name = "Removal board"
    how = "Choose what to take away. A card says whether its node is still reached, starves, or is gone."

    def __init__(
        self,
        nodes: pd.DataFrame,
        flows: pd.DataFrame,
        entry: Iterable[str] | str | None,
        revenue: Mapping[str, float] | None,
        currency: str,
    ):
        self.removals = ecosystem.removals(nodes, flows, entry=entry).set_index("id")
        self.names = {id: id for id in nodes["id"]}
        if "name" in nodes:
            self.names |= {id: str(name) for id, name in zip(nodes["id"], nodes["name"], strict=True)}
        self.feeds = {
            id: [self.names[to] for to in ecosystem.graph(nodes, flows).successors(id)] for id in self.names
        }
        self.revenue = None if revenue is None else {id: float(revenue.get(id, 0)) for id in self.names}
        self.currency = currency
        options = [(NOTHING, None), *((name, id) for id, name in self.names.items())]
        self.choice = labelled(W.Dropdown, "Take away", "24em", options=options)
        self.again = W.Button(description="Start again")
        self.choice.observe(self.refresh, names="value")
        self.again.on_click(lambda _: self.take(None))
        super().__init__([row(self.choice, self.again), "status", "board"])

    @property
    def without(self) -> str | None:
        """Return the id of the node that is taken away, None when all are there."""
        return self.choice.value

    @property
    def starved(self) -> list[str]:
        """Return the ids of the nodes that starve now, in alphabetical order."""
        return [] if self.without is None else list(self.removals.loc[self.without, "which"])

    def take(self, id: str | None) -> None:
        """Take a node away, after the last one is back; with None all are there.

        Raises
        ------
        ValueError
            When there is no such node; the error offers the nearest.
        """
        if id is not None:
            one_of(id, self.names, "id")
        self.choice.value = id

    def numbers(self) -> pd.DataFrame:
        """Return for each node whether it is taken away, starves or is reached, with its revenue if known."""
        states = [self._state(id) for id in self.names]
        table = pd.DataFrame({"name": list(self.names.values()), "state": states})
        return table if self.revenue is None else table.assign(revenue=list(self.revenue.values()))

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield what starves in words, then a card for each node."""
        yield "status", markup.status(self._verdict(), self._cost())
        board = markup.cards(map(self._card, self.names), "Nodes of the ecosystem", "13em")
        yield "board", board if live else board + self._table()

    def _verdict(self) -> str:
        if self.without is None:
            return f"Nothing is taken away: {plural(len(self.names), 'node')}."
        name, lost = self.names[self.without], [self.names[id] for id in self.starved]
        if not lost:
            return f"Without {name}, nothing else starves."
        verb = "starves" if len(lost) == 1 else "starve"
        return f"Without {name}, {len(lost)} of the other {len(self.names) - 1} {verb}: {listing(lost)}."

    def _cost(self) -> str:
        if self.revenue is None or self.without is None:
            return ""
        whole = sum(self.revenue.values())
        lost = self.revenue[self.without] + sum(self.revenue[id] for id in self.starved)
        return f"They and it bring {money(lost, self.currency)} of {money(whole, self.currency)}."

    def _table(self) -> str:
        """Return what starves without each node: where nothing can be chosen, all choices are shown."""
        rows = [
            (
                escape(self.names[id]),
                str(row["starves"]),
                escape(listing(self.names[one] for one in row["which"])),
            )
            for id, row in self.removals.iterrows()
        ]
        heads = ("taken away", "starve", "which")
        return markup.table("What starves without each node", heads, rows, text_columns=(2,))

    def _state(self, id: str) -> str:
        return "taken away" if id == self.without else "starves" if id in self.starved else "reached"

    def _card(self, id: str) -> str:
        state = self._state(id)
        colours = {"taken away": markup.PLAIN, "starves": markup.BAD, "reached": markup.GOOD}
        lines = [markup.line(self.names[id], 14, bold=True), markup.badge(state, colours[state])]
        if self.revenue is not None:
            lines.append(markup.line(money(self.revenue[id], self.currency)))
        leads = f"leads to {listing(self.feeds[id])}" if self.feeds[id] else "leads to nothing"
        return markup.card(*lines, markup.line(leads, 12), dashed=state != "reached")


def removal_board(
    nodes: pd.DataFrame,
    flows: pd.DataFrame,
    *,
    entry: Iterable[str] | str | None = None,
    revenue: Mapping[str, float] | pd.Series | None = None,
    currency: str = "USD",
) -> RemovalBoard:
    """Return a board on which one node at a time can be taken away, to see which others starve.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id`` and if there is one ``name``.
    flows : DataFrame
        One row per flow, with ``from`` and ``to``.
    entry : str or list of str, optional
        Ids of the nodes where people come in. Default: those that nothing feeds.
    revenue : Series or dict, optional
        Revenue by id; the board then says how much of it is lost. A node that is not in it brings nothing.
    currency : str
        ISO code of the revenue.

    Returns
    -------
    RemovalBoard
        A widget; ``.take()`` does from code what its list does, ``.starved`` gives what starves.

    Raises
    ------
    TypeError, ValueError
        As `ecotools.metrics.ecosystem.removals`.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["checklist", "course", "audit"]})
    >>> ways = pd.DataFrame({"from": ["checklist", "course"], "to": ["course", "audit"]})
    >>> board = removal_board(shop, ways)
    >>> board.take("course")
    >>> board.starved
    ['audit']
    """
    return RemovalBoard(nodes, flows, entry, revenue, currency)
