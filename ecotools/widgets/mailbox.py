"""The mailbox: step through a person's days, and see which messages go out under a cap."""

from collections.abc import Iterator, Sequence
from html import escape

import ipywidgets as W
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns, flows
from ecotools.metrics.counts import whole_days
from ecotools.plots.canvas.formats import plural
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, labelled, number_slider, row

CAPS = (1, 2, 3, 4, 5, 7)
WEEK = 7  # days in a row that the cap looks at
_NEEDED = ("customer_id", "day", "flow", "step", "action")


class Mailbox(Panel):
    """The days of one person at a time, with what happened and what flows send.

    Attributes
    ----------
    person : object
        The customer_id that is looked at.
    day : int
        The day that is looked at; 0 is that of the person's first message.
    cap : int or None
        How many messages may go out in seven days in a row; None for no cap.
    """

    name = "Mailbox"
    how = (
        "Step through the days, or type a day. The cap is the most messages in seven days in a row; "
        "deliveries go out in any case and do not count for it."
    )

    def __init__(self, messages: pd.DataFrame, events: pd.DataFrame | None, people: list, days: int):
        self.messages, self.events, self.people, self.days = messages, events, people, days
        self.chosen = labelled(W.Dropdown, "Person", "16em", options=[(f"{one}", one) for one in people])
        caps = [("no cap", None), *((plural(most, "message"), most) for most in CAPS)]
        self.most = labelled(W.Dropdown, "Cap", "16em", options=caps)
        line, self.slider = number_slider("Day", 0, days - 1, 1, "3em")
        before, after = W.Button(description="Day before"), W.Button(description="Next day")
        before.on_click(lambda _: self.step(-1))
        after.on_click(lambda _: self.step(1))
        self.chosen.observe(self._someone_else, names="value")
        for control in (self.most, self.slider):
            control.observe(self.refresh, names="value")
        self._table = self._days()
        super().__init__([row(self.chosen, self.most), row(line, before, after), "status", "days"])

    @property
    def person(self) -> object:
        """Return the customer_id that is looked at."""
        return self.chosen.value

    @property
    def day(self) -> int:
        """Return the day that is looked at."""
        return round(self.slider.value)

    @property
    def cap(self) -> int | None:
        """Return how many messages may go out in seven days in a row."""
        return self.most.value

    def step(self, days: int) -> None:
        """Go so many days on, or back when below 0; the first and the last day are the ends."""
        self.slider.value = min(max(self.day + days, 0), self.days - 1)

    def show(self, *, person: object = None, day: int | None = None, cap: int | None = None) -> None:
        """Choose from code what the controls choose: a person, a day, a cap (0 for none).

        Raises
        ------
        ValueError
            When there is no such person, day or cap.
        """
        if person is not None:
            if person not in self.people:
                raise ValueError(f"person must be one of {self.people}, not {person!r}")
            self.chosen.value = person
        if cap is not None:
            if cap not in (0, *CAPS):
                raise ValueError(f"cap must be one of {(0, *CAPS)} (0 for none), not {cap!r}")
            self.most.value = cap or None
        if day is not None:
            if not 0 <= day < self.days:
                raise ValueError(f"day must lie between 0 and {self.days - 1}, not {day!r}")
            self.slider.value = day

    def numbers(self) -> pd.DataFrame:
        """Return by day what happened, how many messages go out and are withheld, and out in seven days."""
        table = self._under(self.cap)
        return table[["day", "date", "happened", "out", "withheld", "seven_days"]]

    def content(self, live: bool = True) -> Iterator[tuple[str, str]]:
        """Yield the day in words, then a table: up to the day, or where nothing can be moved of all days."""
        table = self._under(self.cap)
        upto = table[: self.day + 1]
        yield "status", markup.status(self._verdict(upto), _so_far(upto))
        yield "days", self._listed(upto) if live else self._listed(table) + self._caps()

    def _listed(self, table: pd.DataFrame) -> str:
        """Return the days on which anything happened."""
        table = table[(table["happened"] != "") | (table["out"] + table["withheld"] > 0)]
        caption = f"Days of person {self.person} on which anything happened"
        heads = ["day", "what happened", "what goes out", "withheld", "out in 7 days"]
        return markup.table(caption, heads, [_cells(one) for one in table.to_dict("records")], (1, 2))

    def _caps(self) -> str:
        """Return what goes out under each cap: where nothing can be chosen, all choices are shown."""
        rows = []
        for name, cap in self.most.options:
            table = self._under(cap)
            numbers = table["out"].sum(), table["withheld"].sum(), table["seven_days"].max()
            rows.append([name, *map(str, numbers)])
        heads = ["cap", "go out", "withheld", "worst seven days"]
        return markup.table(f"Messages to person {self.person} up to day {self.days - 1}", heads, rows)

    def _someone_else(self, _change: object) -> None:
        self._table = self._days()
        self.refresh()

    def _days(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the days of the person with what happened, and the messages that are due."""
        mine = self.messages[(self.messages["customer_id"] == self.person).to_numpy(bool)]
        first = mine["day"].min()
        days = pd.DataFrame({"day": range(self.days)})
        days["date"] = first + pd.to_timedelta(days["day"], unit="D")
        if self.events is None:
            return days.assign(happened=""), mine
        events = self.events[(self.events["customer_id"] == self.person).to_numpy(bool)]
        words = (events["event"] + " " + events["product"]).str.strip().str.replace("_", " ")
        happened = words.groupby(events["day"]).agg(", ".join).to_dict()
        return days.assign(happened=[happened.get(date, "") for date in days["date"]]), mine

    def _under(self, most: int | None) -> pd.DataFrame:
        """Return the days with what goes out and what is withheld under a cap."""
        days, mine = self._table[0].copy(), self._table[1]
        sent = flows.send(mine, cap=None if most is None else (most, WEEK), withheld=True)
        goes = (sent["withheld"] == "").to_numpy(bool)
        out, held = (sent.loc[which, "day"].value_counts() for which in (goes, ~goes))
        said = (sent["flow"].astype(str) + ": " + sent["step"].astype(str))[goes]
        said = said.groupby(sent["day"]).agg(", ".join).to_dict()
        days["out"], days["withheld"] = (days["date"].map(each).fillna(0).astype(int) for each in (out, held))
        days["seven_days"] = days["out"].rolling(WEEK, min_periods=1).sum().astype(int)
        return days.assign(what=[said.get(date, "") for date in days["date"]])

    def _verdict(self, upto: pd.DataFrame) -> str:
        now = upto.iloc[-1]
        held = f", {now['withheld']} withheld" if now["withheld"] else ""
        goes = f"{plural(int(now['out']), 'message')} {'goes' if now['out'] == 1 else 'go'} out{held}"
        return (
            f"Day {now['day']}, {now['date']:%a %Y-%m-%d}: {goes}; {now['seven_days']} in these seven days."
        )


def _so_far(table: pd.DataFrame) -> str:
    out, held, last = table["out"].sum(), table["withheld"].sum(), table["day"].iloc[-1]
    worst = plural(int(table["seven_days"].max()), "message")
    return (
        f"Up to day {last}: {plural(int(out), 'message')} out, {held} withheld; {worst} in the worst 7 days."
    )


def _cells(one: dict) -> list[str]:
    day = f"{one['day']}, {one['date']:%a} {one['date'].day} {one['date']:%b}"
    words = [escape(one["happened"]), escape(one["what"])]
    return [day, *words, str(one["withheld"]), str(one["seven_days"])]


def mailbox(
    messages: pd.DataFrame,
    events: pd.DataFrame | None = None,
    *,
    people: Sequence | None = None,
    days: int = 21,
) -> Mailbox:
    """Return a panel that steps through the days of a person, with what flows send under a cap.

    Parameters
    ----------
    messages : DataFrame
        Messages as `ecotools.metrics.flows.run` returns them.
    events : DataFrame, optional
        ``customer_id``, ``day``, ``event`` and ``product``, as `flows.trigger_events` returns them: what
        happened to the person is shown beside the messages.
    people : list, optional
        Ids of the people to choose from. Default: the five with the most messages in seven days in a row.
    days : int, default 21
        How many days from a person's first message on.

    Returns
    -------
    Mailbox
        A widget; ``.show()`` and ``.step()`` do from code what its controls do, and ``.numbers()`` gives the
        days. A delivery goes out whatever the cap says, and does not count for it; see `flows.send`.

    Raises
    ------
    TypeError, ValueError
        A missing column or day, no messages, somebody who got none, ``days`` below 1.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": 7, "flow": "hello", "step": ["a", "b", "c"],
    ...     "action": "message", "day": pd.to_datetime(["2025-03-01", "2025-03-02", "2025-03-09"])})
    >>> box = mailbox(messages, days=14)
    >>> box.show(cap=1)
    >>> table = box.numbers()
    >>> table.loc[table["out"] + table["withheld"] > 0, ["day", "out", "withheld", "seven_days"]]
       day  out  withheld  seven_days
    0    0    1         0           1
    1    1    0         1           1
    8    8    1         0           1
    """
    errors.columns(messages, _NEEDED, "messages")
    if not len(messages):
        raise ValueError("messages has no rows: nobody has a day to look at")
    if people is None:
        people = flows.busiest(messages, top=5)["customer_id"].tolist()
    known = set(messages["customer_id"])
    if lost := [one for one in people if one not in known]:
        raise ValueError(f"people has {lost[0]!r}, who got no message")
    if events is not None:
        errors.columns(events, ["customer_id", "day", "event", "product"], "events")
        events = _of(events, people, "events")
    return Mailbox(_of(messages, people, "messages"), events, list(people), whole_days(days, "days"))


def _of(table: pd.DataFrame, people: Sequence, name: str) -> pd.DataFrame:
    """Return the rows of some people, with days that can be compared."""
    mine = table[table["customer_id"].isin(people).to_numpy(bool)]
    return mine.assign(day=columns.days(mine["day"], f"{name}.day").astype("datetime64[s]"))
