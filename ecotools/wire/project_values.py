"""The two things of this project that tasks pass around: a blueprint as its YAML, a ledger as its tables."""

import pandas as pd

from ecotools.wire.limits import WireError
from ecotools.wire.reader import ValueReader, reads
from ecotools.wire.writer import ValueWriter, writes_late

LONGEST_BLUEPRINT = 300_000


@writes_late("ecotools.blueprint", "Blueprint")
def write_blueprint(writer: ValueWriter, value, depth: int) -> dict:
    text = value.to_yaml()
    writer.spend(len(text))
    return {"kind": "blueprint", "yaml": text}


@reads("blueprint", "yaml")
def read_blueprint(reader: ValueReader, data: dict, depth: int):
    from ecotools.blueprint import Blueprint

    return Blueprint.from_yaml(reader.text(data["yaml"], LONGEST_BLUEPRINT))


@writes_late("ecotools.ledger", "Ledger")
def write_ledger(writer: ValueWriter, value, depth: int) -> dict:
    return {
        "kind": "ledger",
        "tables": [writer.node(table, depth) for table in _held(value)],
        "currency": writer.node(value.currency, depth),
        "span": writer.items([value.start, value.end], depth),
        "truth": writer.node(value.truth, depth),
        "history": writer.node(value.history, depth),
    }


def _held(ledger) -> list[pd.DataFrame]:
    """Return the tables in order, up to the last one that is there."""
    from ecotools.ledger import SCHEMAS

    names = list(SCHEMAS)
    return [getattr(ledger, name) for name in names[: 1 + max(map(names.index, ledger.tables))]]


@reads("ledger", "tables", "currency", "span", "truth", "history")
def read_ledger(reader: ValueReader, data: dict, depth: int):
    from ecotools.ledger import SCHEMAS, Ledger

    tables = [
        reader.instance(table, depth, pd.DataFrame) for table in reader.listed(data["tables"], len(SCHEMAS))
    ]
    if len(tables) < sum(not table.optional for table in SCHEMAS.values()):
        raise WireError(f"a ledger has more than {len(tables)} tables")
    start, end = reader.items(data["span"], depth)
    if not isinstance(start, pd.Timestamp | type(pd.NaT)) or not isinstance(end, pd.Timestamp | type(pd.NaT)):
        raise WireError("the span of a ledger is two days")
    truth = None if data["truth"] is None else reader.instance(data["truth"], depth, dict)
    history = None if data["history"] is None else reader.instance(data["history"], depth, Ledger)
    facts = {"currency": reader.text(data["currency"], 3), "truth": truth, "history": history}
    return Ledger(**dict(zip(SCHEMAS, tables, strict=False)), start=start, end=end, **facts)
