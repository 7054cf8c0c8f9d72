"""Tables of your own whose lines become rows as they are: touches, spending, sales of third parties."""

import pandas as pd

from ecotools.ledger.mapping import COLUMNS
from ecotools.ledger.people import People
from ecotools.ledger.sales import made_ids, unclear_days
from ecotools.ledger.schema import schema
from ecotools.ledger.sheets import Sheet, quoted

PLAIN = ("touches", "spend", "market")
"""The tables that are read this way."""


def plain_rows(sheet: Sheet, people: People) -> pd.DataFrame:
    """Return the lines of a sheet as rows of its table; those that cannot be one are set aside."""
    rows, name = sheet.rows, sheet.mapping.table
    day = sheet.days("day")
    unread = "the day cannot be read: " + quoted(rows["day"])
    sheet.set_aside(day.isna(), unread + unclear_days(rows["day"], day.isna()))
    table = pd.DataFrame({"day": day}, index=rows.index)
    for column in schema(name).columns:
        if column.kind == "money":
            table[column.name] = sheet.money(column.name)
            unread = f"the {column.name} cannot be read: " + quoted(rows[column.name])
            sheet.set_aside(table[column.name].isna(), unread)
        elif column.name in COLUMNS[name] and column.name != "day":
            table[column.name] = rows[column.name]
    if "currency" in COLUMNS[name]:
        sheet.refuse_other_currencies()
    if "email" in COLUMNS[name]:
        table["customer_id"] = people(sheet)
        sheet.set_aside(table["customer_id"] == "", "no customer id and no email")
    if "stage" in table:
        means = sheet.meaning("stage")
        table["stage"] = means if sheet.mapping.values.get("stage") else rows["stage"].str.lower()
        sheet.leave_out(means == "?", "no stage of the journey: " + quoted(rows["stage"]))
    if "sale_id" in schema(name).names:
        table["sale_id"] = rows["id"] if "id" in sheet.has else made_ids(sheet)
        sheet.drop_repeated(table["sale_id"], day, f"the {sheet.mapping.line} id")
    sheet.last_day = day[sheet.alive].max()
    return sheet.settle(table, name)
