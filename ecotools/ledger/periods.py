"""Subscriptions as a list of what each is today, line by line, as periods of constant terms."""

import pandas as pd

from ecotools.ledger import amounts
from ecotools.ledger.mapping import COLUMNS
from ecotools.ledger.options import Options
from ecotools.ledger.people import People
from ecotools.ledger.product_names import key
from ecotools.ledger.sales import unclear_days
from ecotools.ledger.sheet_reader import DAYS
from ecotools.ledger.sheets import Sheet, quoted

_DAYS = [name for name in DAYS if name in COLUMNS["subscriptions"]]


def filter_states(sheet: Sheet) -> None:
    """Set the lines aside that are no subscription, or whose status is not known."""
    rows, line = sheet.rows, sheet.mapping.line
    status = sheet.meaning("status")
    free = (status == "free") | amounts.is_yes(rows["free"])
    sheet.leave_out(free, "free: nothing is paid, " + quoted(rows["status"]))
    sheet.leave_out(status == "never", "never began: the first payment did not succeed")
    sheet.set_aside(status.isin(["", "?"]), "the status is not known: " + quoted(rows["status"]))
    late = status == "past_due"
    sheet.note(late, "counted as running, though its last payment failed: " + rows["status"])
    if "id" in sheet.has:
        sheet.set_aside(rows["id"] == "", f"no {line} id")
    else:
        rows["id"] = rows["email"].where(rows["email"] != "", rows["customer"]).str.lower()


def periods(sheet: Sheet, options: Options, people: People) -> pd.DataFrame:
    """Return the periods of the subscriptions that can be mapped; other lines are set aside in the sheet."""
    rows, line = sheet.rows, sheet.mapping.line
    sheet.refuse_other_currencies()
    day = _days(sheet)
    start = day["start"].fillna(day["created"])
    never = pd.Series(False, index=rows.index)
    if sheet.mapping.columns.get("interval") == sheet.mapping.columns.get("plan"):  # a plan is all there is
        never = (sheet.meaning("status") == "over") & day["start"].isna()
        sheet.leave_out(never, "free: no payment was ever made")
    terms = _terms(sheet, options)
    terms["discount"] = _discounts(sheet, options)
    names = rows["product"].where(rows["product"] != "", rows["plan"])
    names = options.catalogue.with_variant(names, rows["plan"])
    names = names.mask(rows["plan"].map(options.catalogue.knows), rows["plan"])  # one product, two prices
    sheet.product_names = names
    terms["product"], _ = options.catalogue.of(names)
    terms["customer_id"] = people(sheet)
    sheet.set_aside(terms["customer_id"] == "", "no customer id and no email")
    terms["subscription_id"] = _ids(sheet, terms["product"])
    sheet.drop_repeated(
        terms["subscription_id"], day[["created", "period_start"]].max(axis=1), f"the {line} id"
    )
    terms["start"] = start
    sheet.set_aside(terms["start"].isna(), "no day on which it started")
    alive = pd.Series(sheet.alive, index=rows.index)
    last = pd.concat([day[name][alive] for name in ("created", "start", "period_start", "canceled")]).max()
    terms["end"], terms["ended_by"] = _endings(sheet, day, last)
    leaving = amounts.is_yes(rows["at_period_end"]) & terms["end"].isna()
    sheet.note(leaving, "still running, though cancelled for the end of the period: " + rows["period_end"])
    sheet.last_day = pd.Series([last, day["ended"][sheet.alive].max()]).max()
    return sheet.settle(_with_trials(terms, day, sheet.meaning("status")), "subscriptions")


def _terms(sheet: Sheet, options: Options) -> pd.DataFrame:
    """Price, interval and quantity; lines whose terms cannot be read are set aside."""
    rows = sheet.rows
    months = amounts.months(rows["interval"], rows["count"])
    sheet.set_aside(months.isna(), "the interval is not a number of months: " + quoted(rows["interval"]))
    if "price" in sheet.mapping.columns:
        price = sheet.money("price")
        sheet.set_aside(price.isna(), "the amount cannot be read: " + quoted(rows["price"]))
    else:
        price = _stated_prices(sheet, options)
    quantity = amounts.counts(rows["quantity"])
    sheet.set_aside(quantity.isna(), "the quantity is not a whole number: " + quoted(rows["quantity"]))
    return pd.DataFrame(
        {
            "price": price,
            "interval_months": months.fillna(1).astype("int64"),
            "quantity": quantity.fillna(1).astype("int64"),
        }
    )


def _stated_prices(sheet: Sheet, options: Options) -> pd.Series:
    """What each plan costs, where the export has no prices: as stated, or as the blueprint says."""
    plans = sheet.rows["plan"]
    prices = {
        plan: options.prices.get(key(plan), options.catalogue.price_of(plan)) for plan in plans.unique()
    }
    price = plans.map(prices).astype("float64")
    advice = "; state it: prices={{{0}: 5}} (--price {1}=5)"
    said = {plan: advice.format(repr(plan), plan) for plan in plans.unique()}
    sheet.set_aside(
        price.isna(),
        "the export has no prices, and what "
        + quoted(plans)
        + " costs is not stated"
        + plans.map(said).astype("str"),
    )
    return price


def _discounts(sheet: Sheet, options: Options) -> pd.Series:
    """The fraction each coupon takes off; a coupon that is not explained is reported and taken as 0."""
    codes = sheet.rows["coupon"]
    sheet.note(
        (codes != "") & ~codes.isin(list(options.coupons)),
        "imported at the full price: what coupon " + quoted(codes) + " takes off is not exported",
    )
    return codes.map(dict(options.coupons)).astype("float64").fillna(0.0)


def _ids(sheet: Sheet, product: pd.Series) -> pd.Series:
    """Subscription ids; one with several products has a line each, and then the product is added."""
    ids = sheet.rows["id"]
    pairs = pd.DataFrame({"id": ids, "product": product})[sheet.alive].drop_duplicates()
    several = pairs["id"][pairs["id"].duplicated()]
    return ids.where(~ids.isin(several), ids + "/" + product)


def _days(sheet: Sheet) -> pd.DataFrame:
    """All days of the export; lines with one that cannot be read are set aside."""
    read = {}
    for name in _DAYS:
        cells = sheet.rows[name]
        read[name] = sheet.days(name)
        unread = (cells != "") & read[name].isna()
        sheet.set_aside(
            unread, f"the day cannot be read ({name}): " + quoted(cells) + unclear_days(cells, unread)
        )
    return pd.DataFrame(read)


def _endings(sheet: Sheet, day: pd.DataFrame, last: pd.Timestamp) -> tuple[pd.Series, pd.Series]:
    """The first day without the subscription and why, NaT and ``""`` while it runs.

    What is paid for until a day after the ``last`` that the export knows of still runs.
    """
    rows, status = sheet.rows, sheet.meaning("status")
    requested = day["period_end"].where(amounts.is_yes(rows["at_period_end"]), day["canceled"])
    coming = (status == "over") & (day["until"] > last)
    sheet.note(coming, "still running, though cancelled: it is paid until " + rows["until"])
    end = day["ended"].fillna(requested).fillna(day["until"]).where((status == "over") & ~coming)
    end = end.mask(status == "unpaid", day["period_start"]).mask(status == "paused", day["trial_end"])
    finished = status.isin(["over", "unpaid", "paused"]) & ~coming
    sheet.set_aside(
        finished & end.isna(), "it is over (" + rows["status"] + "), but the export has no day for that"
    )
    failed = (status == "unpaid") | rows["reason"].str.lower().isin(["payment_failed", "payment_disputed"])
    why = pd.Series("cancelled", index=rows.index)
    why = why.mask(failed, "payment_failed").mask(status == "paused", "paused")
    return end, why.where(finished, "")


def _with_trials(terms: pd.DataFrame, day: pd.DataFrame, status: pd.Series) -> pd.DataFrame:
    """The periods with each trial as one of its own, at price 0, where it lies within the subscription.

    A trial may be put on a running subscription, as a free month: what was paid before it stays.
    """
    start, end = terms["start"], terms["end"]
    begins = day["trial_start"].where(day["trial_start"] > start, start)
    ends = day["trial_end"].where(day["trial_end"] > begins)
    still = status == "trial"
    tried = (still | ends.notna()) & ~(end <= begins)
    until = ends.mask(still, pd.NaT)
    until = until.mask(end.notna() & ~(until < end), end)
    before = tried & (begins > start)
    after = ~tried | (tried & ends.notna() & ~still & ~(end <= ends))
    parts = [
        _part(terms, before, start, begins, "changed"),
        _part(terms.assign(price=0.0), tried, begins, until, "changed").assign(
            ended_by=lambda part: terms["ended_by"].loc[part.index].mask(after.loc[part.index], "changed")
        ),
        _part(terms, after, ends.where(tried, start), end, None),
    ]
    return pd.concat(parts).sort_index(kind="stable")


def _part(
    terms: pd.DataFrame, which: pd.Series, start: pd.Series, end: pd.Series, why: str | None
) -> pd.DataFrame:
    part = terms[which].copy()
    part["start"], part["end"] = start[which], end[which]
    return part if why is None else part.assign(ended_by=why)
