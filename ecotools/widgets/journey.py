"""The journey board: pick a stage, add or move an asset, and watch the gaps."""

from collections import Counter
from collections.abc import Callable, Iterator

import ipywidgets as W
import pandas as pd

from ecotools.blueprint import STAGES, Blueprint
from ecotools.errors import nearest, one_of
from ecotools.plots.canvas.formats import listing, plural
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, labelled, row


class JourneyBoard(Panel):
    """A board of a business's assets on the six stages of the journey.

    Attributes
    ----------
    journey : DataFrame
        The board as it stands, one row per asset: ``asset``, ``stage``.
    gaps : list of str
        The stages without an asset, in order.
    changes : int
        How many times an asset was added, moved or taken off since the start.
    """

    name = "Journey board"
    how = "Choose a stage and name an asset: a new one is added to the stage, one on the board moves there."

    def __init__(self, blueprint: Blueprint):
        self.start = _named(blueprint)
        self.assets, self.changes, self.message = dict(self.start), 0, ""
        self.stage = labelled(W.Dropdown, "Stage", options=STAGES)
        self.asset = labelled(W.Combobox, "Asset", "28em", placeholder="a new one, or one on the board")
        # Only whole names are sent: a click would overtake letters that are still on their way.
        self.asset.continuous_update = False
        self.place = W.Button(description="Put it there")
        self.drop = W.Button(description="Take it off")
        self.again = W.Button(description="Start again")
        self.place.on_click(lambda _: self._do(self.put, self.asset.value, self.stage.value))
        self.drop.on_click(lambda _: self._do(self.remove, self.asset.value))
        self.again.on_click(lambda _: self.reset())
        controls = row(self.stage, self.asset, row(self.place, self.drop, self.again))
        super().__init__([controls, "status", "board"])

    @property
    def journey(self) -> pd.DataFrame:
        """Return the board as a table with the columns ``asset`` and ``stage``, in journey order."""
        rows = [(asset, stage) for stage in STAGES for asset in self.on(stage)]
        return pd.DataFrame(rows, columns=["asset", "stage"], dtype="object")

    @property
    def gaps(self) -> list[str]:
        """Return the stages that have no asset, in journey order."""
        return [stage for stage in STAGES if not self.on(stage)]

    def on(self, stage: str) -> list[str]:
        """Return the assets on a stage; the error of an unknown one offers the nearest."""
        one_of(stage, STAGES, "stage")
        return [asset for asset, where in self.assets.items() if where == stage]

    def put(self, asset: str, stage: str) -> None:
        """Add an asset to a stage, or move it there when it is on the board already.

        Parameters
        ----------
        asset : str
            Its name; capitals and outer spaces do not tell two assets apart.
        stage : str
            One of the six stages.

        Raises
        ------
        ValueError
            When the asset has no name, the stage is not one of the six, or the asset is there already.
        """
        one_of(stage, STAGES, "stage")
        name = " ".join(asset.split())
        if not name:
            raise ValueError("an asset needs a name: type one, or pick one that is on the board")
        known = self._known(name)
        if known and self.assets[known] == stage:
            raise ValueError(f"{known!r} is on {stage} already")
        self.assets[known or name] = stage
        self._changed(f"{known or name} {'moved' if known else 'added'} to {stage}.")

    def remove(self, asset: str) -> None:
        """Take an asset off the board.

        Raises
        ------
        ValueError
            When there is no such asset; the error offers the nearest one.
        """
        name = " ".join(asset.split())
        known = self._known(name)
        if not known:
            close = nearest(name, self.assets)
            hint = f"; the nearest is {close!r}" if close else ""
            what = f"there is no asset called {name!r} on the board" if name else "no asset was named"
            raise ValueError(f"{what}{hint}")
        stage = self.assets.pop(known)
        self._changed(f"{known} taken off {stage}.")

    def reset(self) -> None:
        """Bring the board back to the state it started in."""
        self.assets, self.changes, self.message = dict(self.start), 0, "The board is as it was at the start."
        self.refresh()

    def numbers(self) -> pd.DataFrame:
        """Return the number of assets on each stage."""
        return pd.DataFrame({"stage": STAGES, "assets": [len(self.on(stage)) for stage in STAGES]})

    def refresh(self, _change: object = None) -> None:
        """Draw the board again and offer its assets for moving."""
        self.asset.options = tuple(self.assets)
        super().refresh()

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield the gaps in words, and the board as a list of stages, each with the list of its assets."""
        verdict = f"Gaps: {listing(self.gaps)}." if self.gaps else "No gaps: every stage has an asset."
        made = f"{plural(self.changes, 'change')} so far." if self.changes else ""
        yield "status", markup.status(verdict, f"{self.message} {made}".strip())
        yield "board", markup.cards(map(self._stage, STAGES), "Stages of the journey", "10em", even=True)

    def _stage(self, stage: str) -> str:
        here = self.on(stage)
        head = markup.line(stage.capitalize(), 14, bold=True)
        if not here:
            return markup.card(
                head, markup.badge("gap", markup.BAD), markup.line("nothing here yet"), dashed=True
            )
        return markup.card(head, markup.line(plural(len(here), "asset"), 12), markup.bullets(here))

    def _known(self, name: str) -> str | None:
        """Return the asset of this name as the board spells it."""
        return next((asset for asset in self.assets if asset.casefold() == name.casefold()), None)

    def _changed(self, message: str) -> None:
        self.changes, self.message = self.changes + 1, message
        self.refresh()

    def _do(self, action: Callable, *words: str) -> None:
        """Carry out what a control asks for, and say on the board why when it cannot be done."""
        try:
            action(*words)
            self.asset.value = ""
        except ValueError as problem:
            self.message = f"Nothing changed: {problem}."
            self.refresh()


def _named(blueprint: Blueprint) -> dict[str, str]:
    """Return the stage of each asset; one that occurs more than once is told apart by its stage."""
    often = Counter(point.asset.casefold() for point in blueprint.journey)
    found: dict[str, str] = {}
    for point in blueprint.journey:
        name = point.asset if often[point.asset.casefold()] == 1 else f"{point.asset} ({point.stage})"
        number = 1
        while (unique := f"{name} {number}" if number > 1 else name) in found:
            number += 1
        found[unique] = point.stage
    return found


def journey_board(blueprint: Blueprint) -> JourneyBoard:
    """Return a board on which assets can be added to stages, moved and taken off.

    Parameters
    ----------
    blueprint : Blueprint
        Its ``journey`` is the board's first state. The blueprint itself is not changed.

    Returns
    -------
    JourneyBoard
        A widget; ``.gaps`` and ``.journey`` give its present state, and ``.put()``, ``.remove()`` and
        ``.reset()`` do from code what its buttons do.

    Raises
    ------
    TypeError
        When it is given something else than a Blueprint.

    Examples
    --------
    >>> board = journey_board(Blueprint.from_yaml("name: Quillwork"))
    >>> board.put("Headline checklist", "awareness")
    >>> board.gaps
    ['consideration', 'purchase', 'activation', 'retention', 'referral']
    """
    if not isinstance(blueprint, Blueprint):
        raise TypeError(
            f"blueprint must be a Blueprint, such as data.quillwork() gives, not {type(blueprint).__name__}"
        )
    return JourneyBoard(blueprint)
