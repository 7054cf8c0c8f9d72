"""The KPI table: every KPI of a blueprint, month by month, against its target."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint, Kpi
from ecotools.ledger import Ledger
from ecotools.metrics.kpi.book import Book, months_of, partial_months
from ecotools.metrics.kpi.registry import REGISTRY, Registered
from ecotools.metrics.kpi.segments import BLIND, split

COLUMNS = ["kpi", "name", "month", "value", "target", "direction", "unit", "on_target", "change", "reason"]

# A KPI of these tables is not 0 but unknown when the table was never filled.
RECORDED = ("touches", "activity", "surveys", "spend", "partners", "assets", "exposures", "market")


def compute(
    blueprint: Blueprint,
    ledger: Ledger,
    kpis: str | Kpi | Iterable[str | Kpi] | None = None,
    by: str | None = None,
) -> pd.DataFrame:
    """Return KPIs month by month, each against its target.

    Parameters
    ----------
    blueprint : Blueprint
        Its ``kpis`` give names, targets and directions; its funnel and assumptions give windows.
    ledger : Ledger
        What happened.
    kpis : str, Kpi or list of these, optional
        KPIs to compute, or their ids, also of such as the blueprint does not list (an id alone has no
        target). Default: those of the blueprint, in its order.
    by : {"channel", "product"}, optional
        Compute each KPI for every segment. A channel has the customers who came by it, with all they do. A
        product has its order lines and subscriptions; KPIs of other tables are NaN there.

    Returns
    -------
    DataFrame
        One row a KPI and month (and segment): kpi (id), name, the segment in a column named like ``by``,
        month (Period), value, target (NaN without), direction ("up" or "down" is better), unit, on_target
        (True, False or NA), change (to the month before, in the KPI's unit), reason (why the value is NaN,
        else ""). A target is a whole month's: in a month of which the ledger covers only a part, on_target is
        NA. In a segment sums and counts have no target, since the blueprint's is that of the whole.
        ``attrs["definition"]`` has each KPI's definition, ``attrs["partial_months"]`` the months only partly
        covered.

    Raises
    ------
    ValueError
        When blueprint and ledger have different currencies, or the blueprint gives a KPI another unit than it
        has.
    TypeError
        When one of them is something else.

    Notes
    -----
    An id that the registry does not know gives NaN with a reason that names the nearest id. What cannot be
    computed is NaN; a count of nothing is 0.

    Examples
    --------
    >>> from ecotools.blueprint import Blueprint, Kpi
    >>> from ecotools.ledger import Ledger
    >>> from ecotools.metrics import kpi
    >>> sold = pd.DataFrame({"order_id": [1, 2], "customer_id": [1, 2], "product": "course", "kind": "core",
    ...     "day": pd.to_datetime(["2025-01-10", "2025-02-10"]), "quantity": 1, "price": 100.0,
    ...     "discount": [0.0, 20.0], "amount": [100.0, 80.0], "refunded": 0.0, "refund_day": pd.NaT,
    ...     "channel": "search"})
    >>> blueprint = Blueprint(name="One course", kpis=[Kpi(id="aov", name="AOV", unit="currency", target=90)])
    >>> table = kpi.compute(blueprint, Ledger(orders=sold, start="2025-01-01", end="2025-04-01"))
    >>> table[["month", "value", "on_target", "change", "reason"]]
         month  value  on_target  change                       reason
    0  2025-01  100.0       True     NaN
    1  2025-02   80.0      False   -20.0
    2  2025-03    NaN       <NA>     NaN  no paid order in this month
    """
    _right_kinds(blueprint, ledger)
    wanted = _wanted(blueprint, kpis)
    _same_currency(blueprint, ledger)
    parts = {None: ledger} if by is None else split(ledger, blueprint, by)
    unrecorded = _unrecorded(ledger)
    tables = []
    for segment, part in parts.items():
        book, blind = Book(part, blueprint), {**unrecorded, **BLIND.get(by, {})}
        for asked in wanted:
            tables.append(_one(asked, book, blind).assign(**({by: segment} if by else {})))
    table = _joined(tables, COLUMNS if by is None else [*COLUMNS[:2], by, *COLUMNS[2:]])
    if by is not None:
        # The target of a count or a sum is the whole's: no part of the business has to reach it.
        table.loc[table["kpi"].isin([one.id for one in REGISTRY.values() if one.additive]), "target"] = np.nan
    partial = partial_months(ledger)
    table["on_target"] = _on_target(table).mask(table["month"].isin(partial), pd.NA)
    known = [asked.id for asked in wanted if asked.id in REGISTRY]
    table.attrs["definition"] = {id: REGISTRY[id].definition for id in known}
    table.attrs |= {"currency": ledger.currency, "partial_months": [str(month) for month in partial]}
    if not len(months_of(ledger)):
        table.attrs["reason"] = "the ledger covers no days"
    return table


def _right_kinds(blueprint, ledger) -> None:
    if not isinstance(blueprint, Blueprint):
        raise TypeError(
            f"blueprint must be a Blueprint, such as Blueprint.read('my.yaml') gives, not {blueprint!r}"
        )
    if not isinstance(ledger, Ledger):
        raise TypeError(f"ledger must be a Ledger, such as read_ledger('ledger') gives, not {ledger!r}")


def _wanted(blueprint: Blueprint, kpis) -> list[Kpi]:
    """Return the KPIs asked for: as the blueprint describes them, else as the registry does."""
    described = {kpi.id: kpi for kpi in blueprint.kpis}
    if kpis is None:
        wanted = list(described.values())
    else:
        asked = [kpis] if isinstance(kpis, (str, Kpi)) else list(kpis)
        described |= {one.id: one for one in asked if isinstance(one, Kpi)}
        ids = dict.fromkeys(one.id if isinstance(one, Kpi) else one for one in asked)
        wanted = [described.get(id) or _undescribed(id) for id in ids]
    for kpi in wanted:
        _same_unit(kpi)
    return wanted


def _undescribed(id: str) -> Kpi:
    name = REGISTRY[id].name if id in REGISTRY else str(id)
    return Kpi.model_construct(id=id, name=name, target=None, _fields_set={"id", "name"})


def _same_unit(kpi: Kpi) -> None:
    """Refuse a unit other than the KPI's own: its target would be in that unit too."""
    known = REGISTRY.get(kpi.id)
    if known and "unit" in kpi.model_fields_set and kpi.unit != known.unit:
        raise ValueError(
            f"the blueprint gives the KPI {kpi.id!r} the unit {kpi.unit!r}, but it is a {known.unit}: "
            f"change the unit, and the target {kpi.target} if it is not a {known.unit}"
        )


def _same_currency(blueprint: Blueprint, ledger: Ledger) -> None:
    if blueprint.currency.upper() != ledger.currency.upper():
        raise ValueError(
            f"the blueprint's money is {blueprint.currency}, the ledger's is {ledger.currency}: "
            "targets and values cannot be compared. Set the currency of one of them right"
        )


def _unrecorded(ledger: Ledger) -> dict[str, str]:
    """Return the tables without a row in a ledger that has others: there, 0 would be a guess."""
    filled = [name for name, table in ledger.tables.items() if len(table)]
    empty = [name for name in RECORDED if name not in filled]
    return {name: f"the ledger has no {name}" for name in empty} if filled else {}


def _one(asked: Kpi, book: Book, blind: dict[str, str]) -> pd.DataFrame:
    """Return one KPI by month."""
    known = REGISTRY.get(asked.id)
    values = _values(asked.id, known, book, blind)
    given = asked.model_fields_set
    unit = known.unit if known else asked.unit
    direction = asked.direction if "direction" in given or not known else known.direction
    return pd.DataFrame(
        {
            "kpi": asked.id,
            "name": asked.name,
            "month": book.months,
            "value": values["value"].to_numpy(dtype=float),
            "target": np.nan if asked.target is None else float(asked.target),
            "direction": direction,
            "unit": unit,
            "change": values["value"].astype(float).diff().to_numpy(),
            "reason": values["reason"].to_numpy(dtype=object),
        }
    )


def _values(id: str, known: Registered | None, book: Book, blind: dict[str, str]) -> pd.DataFrame:
    """Return value and reason by month; a value has no reason, and a NaN always has one."""
    if known is None:
        close = errors.nearest(id, REGISTRY)
        hint = f" Did you mean {close!r}?" if close else ""
        return _nothing(book, f"unknown KPI {id!r}.{hint}")
    if known.source in blind:
        return _nothing(book, blind[known.source])
    found = known.function(book)
    table = found if isinstance(found, pd.DataFrame) else pd.Series(found, dtype=float).to_frame("value")
    errors.columns(table, ["value"], f"what the function of the KPI {id!r} returns")
    table = table.reindex(book.months)
    value = table["value"].astype(float).replace([np.inf, -np.inf], np.nan)
    said = table["reason"].fillna("").astype(str) if "reason" in table else pd.Series("", index=book.months)
    reason = said.where(said != "", known.missing).where(value.isna(), "")
    return pd.DataFrame({"value": value, "reason": reason}, index=book.months)


def _nothing(book: Book, reason: str) -> pd.DataFrame:
    return pd.DataFrame({"value": np.nan, "reason": reason}, index=book.months)


def _on_target(table: pd.DataFrame) -> pd.Series:
    """Return whether each value is at least (up) or at most (down) its target, to nine digits."""
    value, target = table["value"], table["target"]
    slack = 1e-9 * target.abs().clip(lower=1)
    meets = np.where(table["direction"] == "up", value >= target - slack, value <= target + slack)
    judged = value.notna() & target.notna()
    return pd.Series(meets, index=table.index).astype("boolean").mask(~judged, pd.NA)


def _joined(tables: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    tables = [table for table in tables if len(table)]
    if tables:
        return pd.concat(tables, ignore_index=True).assign(on_target=pd.NA)[columns]
    kinds = {"month": "period[M]", "on_target": "boolean"}
    kinds |= dict.fromkeys(("value", "target", "change"), "float64")
    return pd.DataFrame({column: pd.Series(dtype=kinds.get(column, "str")) for column in columns})
