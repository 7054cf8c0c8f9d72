"""The lines of a flow chart: what is in each box, where it is, and the lanes of what leads elsewhere."""

from dataclasses import dataclass, replace

import pandas as pd

from . import style
from .formats import is_missing
from .layout import PAD
from .text import text_size, widest, wrap

LANE, INSET = 0.17, 0.08
"""Width of a lane, and air between a box and its text, in inches."""

_AIR, _TALLEST = 0.1, 8.6


@dataclass
class Row:
    """One line of the chart: what is in its box, its condition, and its place in inches.

    ``beside`` is how far right of the head the text begins; 0 puts it below.
    """

    head: str
    text: str = ""
    asks: str = ""
    day: str = ""
    kind: str = "silent"
    lost: bool = False
    beside: float = 0.0
    top: float = 0.0
    height: float = 0.0

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        return self.top + self.height


def words(value: object) -> str:
    """Return a cell as text; a missing one is empty.

    >>> words(float("nan")), words("Still quiet")
    ('', 'Still quiet')
    """
    return "" if is_missing(value) else str(value)


def rows_of(found: pd.DataFrame, leads: list[tuple[int, int]]) -> list[Row]:
    """Return the lines of the chart: the trigger, the steps and the end."""
    asks = words(found["flow_condition"].iloc[0]) if "flow_condition" in found.columns else ""
    rows = [Row(found["trigger"].iloc[0] or "trigger not said", asks=asks, kind="trigger")]
    reached = {other for _, other in leads}
    for at, one in enumerate(found.to_dict("records"), start=1):
        kind = "end" if _ends(one) else "sends" if one["sends"] else "silent"
        named = one["step"] if one["step"].endswith(")") else f"{one['step']} ({one['action']})"
        lost = "" if at in reached else ", which nothing leads to"
        rows.append(
            Row(
                "end" if kind == "end" else named + lost,
                words(one["subject"]),
                words(one["condition"]),
                f"day {one['day']:g}",
                kind,
                lost=bool(lost),
            )
        )
    return rows if len(rows) not in reached else [*rows, Row("end", kind="end")]


def leads_of(found: pd.DataFrame) -> list[tuple[int, int]]:
    """Return which line leads to which, by their places."""
    place = {name: at for at, name in enumerate(found["step"], start=1)}
    leads = [(0, 1)]
    for at, one in enumerate(found.to_dict("records"), start=1):
        if not _ends(one):
            leads += [(at, place[to]) for to in one["next"]] or [(at, len(found) + 1)]
    return leads


def _ends(one: dict) -> bool:
    """Tell whether a step is nothing but the end, and so is drawn as one."""
    return one["action"] == "end" and not words(one["condition"])


def lanes_of(rows: list[Row], leads: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Return the lane on the right of each line that does not lead to the next one: short ones inside."""
    lanes: dict[tuple[int, int], int] = {}
    for lead in sorted((one for one in leads if one[1] != one[0] + 1), key=lambda one: abs(one[1] - one[0])):
        low, high = sorted(lead)
        taken = {lane for other, lane in lanes.items() if min(other) <= high and max(other) >= low}
        lanes[lead] = next(lane for lane in range(len(leads)) if lane not in taken)
    return lanes


def columns_of(rows: list[Row], lanes: dict, width: float) -> tuple[float, tuple[float, float], float]:
    """Return where conditions begin, where boxes begin and end, and the right edge, in inches."""
    right = width - 2 * PAD
    left = widest([row.day for row in rows], style.SMALL) + 0.14
    asks = min(2.4, right * 0.34) if any(row.asks for row in rows[1:]) else 0.0
    beside = (max(lanes.values()) + 1) * LANE + 0.12 if lanes else 0.05
    return left, (left + asks, right - beside), right


def sized(rows: list[Row], asks: float, wide: float) -> list[Row]:
    """Return the lines with their texts wrapped and in their places; many of them are set close together."""
    found = [_wrapped(row, asks, wide, compact=False) for row in rows]
    if sum(row.height + _AIR for row in found) > _TALLEST:
        found = [_wrapped(row, asks, wide, compact=True) for row in rows]
    air = min(2.6 * _AIR, max(_AIR, (_TALLEST - sum(row.height for row in found)) / len(found)))
    top = 0.03
    for row in found:
        row.top, top = top, top + row.height + air
    return found


def _wrapped(row: Row, asks: float, wide: float, *, compact: bool) -> Row:
    """Return a line with its texts wrapped: the message below the step or, in a compact chart, behind it."""
    room = wide - 2 * INSET
    asks = wide if row.kind == "trigger" else asks
    head = wrap(row.head, room - 0.1, style.SMALL, "bold", lines=1 if compact else 2)
    beside = text_size(head, style.SMALL, "bold")[0] + INSET if compact else 0.0
    text = wrap(row.text, room - beside, style.SMALL, lines=1 if compact else 2) if row.text else ""
    text = "" if beside and room - beside < 0.6 else text
    asked = wrap(row.asks, asks - 0.3, style.SMALL, lines=1 if compact else 3) if row.asks else ""
    found = replace(row, head=head, text=text, asks=asked, beside=beside)
    return replace(found, height=_tall(found))


def _tall(row: Row) -> float:
    """Return the height that the texts of a line need, in inches."""
    texts = text_size(row.head, style.SMALL, "bold")[1]
    texts += text_size(row.text, style.SMALL)[1] + 0.03 if row.text and not row.beside else 0.0
    if not row.asks:
        return texts + 0.12
    asked = text_size(row.asks, style.SMALL)[1]
    return texts + asked + 0.33 if row.kind == "trigger" else max(texts + 0.12, asked + 0.14)
