"""What the three shops of the school of beekeeping export: Stripe, PayPal, and a German ticket office.

    python -m tests.businesses.infoproduct_exports FOLDER

Stripe was exported twice, and the two exports overlap. There are a column that nobody knows, a line that
broke off, payments in francs and dollars, withdrawals, failed payments, and a file that is not Unicode.
"""

from __future__ import annotations

import csv
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from dateutil.relativedelta import relativedelta

from tests.businesses.infoproduct import AFTER, BERLIN, TICKETS, YEARLY, Plan, Sale, Truth, truth

HALFWAY = date(2026, 5, 1)
"""The day of the first exports. The second ones, of the day AFTER, begin at AGAIN_FROM."""
AGAIN_FROM = date(2026, 1, 1)

PAYMENTS = (
    "id", "Created date (UTC)", "Amount", "Amount Refunded", "Currency", "Captured", "Converted Amount",
    "Converted Amount Refunded", "Converted Currency", "Decline Reason", "Description", "Fee",
    "Refunded date (UTC)",
    "Statement Descriptor", "Status", "Seller Message", "Taxes On Fee", "Card ID", "Customer ID",
    "Customer Description", "Customer Email", "Invoice ID", "Transfer", "UTM Source", "UTM Medium",
    "Checkout Line Item Summary",
)  # fmt: skip
SUBSCRIPTIONS = (
    "id", "Customer ID", "Customer Description", "Customer Email", "Plan", "Product", "Quantity", "Currency",
    "Interval", "Interval Count", "Amount", "Status", "Created (UTC)", "Start Date (UTC)",
    "Current Period Start (UTC)", "Current Period End (UTC)", "Trial Start (UTC)", "Trial End (UTC)",
    "Application Fee Percent", "Coupon", "Tax Percent", "Canceled At (UTC)", "Cancel At Period End",
    "Ended At (UTC)", "Cancellation Reason",
)  # fmt: skip
ACTIVITY = (
    "Date", "Time", "TimeZone", "Name", "Type", "Status", "Currency", "Gross", "Fee", "Net",
    "From Email Address", "To Email Address", "Transaction ID", "Shipping Address", "Item Title", "Item ID",
    "Quantity",
    "Reference Txn ID", "Invoice Number", "Balance", "Country Code",
)  # fmt: skip
BOOKINGS = (
    "Buchung",
    "Gebucht am",
    "Name",
    "E-Mail",
    "Ticket",
    "Anzahl",
    "Betrag",
    "Status",
    "Erstattet",
    "Erstattet am",
    "Bemerkung",
)
MAPPING = """\
source: Ticketbüro
table: orders
columns:
  id: Buchung
  day: Gebucht am
  email: E-Mail
  product: Ticket
  quantity: Anzahl
  amount: Betrag
  status: Status
  refunded: Erstattet
  refund_day: Erstattet am
values:
  status:
    paid: bezahlt
    refunded: storniert
    unpaid: offen
currency: EUR
dates: DMY
decimal: ","
"""


def write_exports(made: Truth, folder: Path) -> list[Path]:
    """Write all files that the shops export, and return them in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    payments = _payments(made)
    early = [row for row in payments if row["Created date (UTC)"] < str(HALFWAY)]
    late = [row for row in payments if row["Created date (UTC)"] >= str(AGAIN_FROM)]
    _csv(folder / "unified_payments.csv", PAYMENTS, early)
    _csv(folder / "unified_payments (1).csv", (*PAYMENTS, "Radar Session"), late)
    _csv(folder / "subscriptions.csv", SUBSCRIPTIONS, _subscriptions(made, HALFWAY))
    _csv(folder / "subscriptions (1).csv", SUBSCRIPTIONS, _subscriptions(made, AFTER))
    _paypal(made, folder / "Download.CSV")
    _bookings(made, folder / "Buchungen Imkertag.csv")
    (folder / "ticketbuero.yaml").write_text(MAPPING, encoding="utf-8")
    return sorted(folder.glob("*.[cC][sS][vV]"))


def _csv(file: Path, heads: tuple[str, ...], rows: list[dict], **how) -> None:
    with file.open("w", encoding=how.pop("encoding", "utf-8"), newline="") as out:
        writer = csv.DictWriter(out, heads, restval="", **how)
        writer.writeheader()
        writer.writerows(rows)


def _utc(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M") if at else ""


def _buyer(made: Truth, who: int) -> dict[str, str]:
    name, address = made.people[who]
    return {"Customer ID": f"cus_{who:05d}", "Customer Description": name, "Customer Email": address}


def _payments(made: Truth) -> list[dict]:
    """The lines of Stripe's payments: sales, payments of subscriptions, and some that failed before."""
    rows = [_charge(made, sale) for sale in made.sales if sale.shop == "stripe"]
    for plan in made.plans:
        for turn, at in enumerate(plan.paid_at()):
            rows.append(_renewal(made, plan, turn, at))
            if turn % 11 == 5:
                failed = {
                    "id": f"ch_f{plan.id[-5:]}{turn}",
                    "Status": "Failed",
                    "Decline Reason": "insufficient_funds",
                }
                rows.append(rows[-1] | failed | {"Captured": "false"})
    return sorted(rows, key=lambda row: (row["Created date (UTC)"], row["id"]))


def _charge(made: Truth, sale: Sale) -> dict:
    return _buyer(made, sale.who) | {
        "id": f"ch_3S{sale.id}",
        "Created date (UTC)": _utc(sale.at),
        "Amount": f"{sale.amount:.2f}",
        "Amount Refunded": f"{sale.back:.2f}",
        "Currency": sale.currency.lower(),
        "Captured": "true",
        "Converted Amount": f"{sale.euros:.2f}",
        "Converted Amount Refunded": f"{sale.back:.2f}",
        "Converted Currency": "eur",
        "Fee": f"{sale.amount * 0.015 + 0.25:.2f}",
        "Refunded date (UTC)": f"{sale.back_on} 09:15" if sale.back_on else "",
        "Statement Descriptor": "BIENENJAHR",
        "Status": "Refunded" if sale.back == sale.amount else "Paid",
        "Seller Message": "Payment complete.",
        "UTM Source": made.channels[sale.who],
        "Checkout Line Item Summary": ", ".join(f"{name} (1)" for name in sale.items),
    }


def _renewal(made: Truth, plan: Plan, turn: int, at: datetime) -> dict:
    back = plan.price if plan.back else 0.0
    return _buyer(made, plan.who) | {
        "id": f"ch_3T{plan.id[-5:]}{turn:02d}",
        "Created date (UTC)": _utc(at),
        "Amount": f"{plan.price:.2f}",
        "Amount Refunded": f"{back:.2f}",
        "Currency": "eur",
        "Captured": "true",
        "Converted Amount": f"{plan.price:.2f}",
        "Converted Amount Refunded": f"{back:.2f}",
        "Converted Currency": "eur",
        "Description": "Subscription update" if turn else "Subscription creation",
        "Fee": f"{plan.price * 0.015 + 0.25:.2f}",
        "Refunded date (UTC)": _utc(plan.ended) if plan.back else "",
        "Statement Descriptor": "BIENENJAHR",
        "Status": "Refunded" if plan.back else "Paid",
        "Invoice ID": f"in_{plan.id[-5:]}{turn:02d}",
    }


def _subscriptions(made: Truth, day: date) -> list[dict]:
    """The lines of Stripe's subscriptions as they stood when a day began."""
    now = datetime(day.year, day.month, day.day, tzinfo=BERLIN)
    rows = []
    for plan in made.plans:
        if plan.at >= now:
            continue
        over = plan.ended is not None and plan.ended < now
        asked = plan.leaving is not None and plan.leaving < now
        begun = [at for at in plan.paid_at() if at < now]
        until = plan.at + relativedelta(months=plan.months * len(begun))
        paid_to_the_end = asked and plan.leaving != plan.ended
        rows.append(
            _buyer(made, plan.who)
            | {
                "id": plan.id,
                "Plan": plan.product,
                "Product": "prod_SkImkerrunde",
                "Quantity": "1",
                "Currency": "eur",
                "Interval": "year" if plan.product == YEARLY else "month",
                "Interval Count": "1",
                "Amount": f"{plan.price:.2f}",
                "Status": "canceled" if over else "past_due" if plan.overdue and day == AFTER else "active",
                "Created (UTC)": _utc(plan.at),
                "Start Date (UTC)": _utc(plan.at),
                "Current Period Start (UTC)": _utc(begun[-1]),
                "Current Period End (UTC)": _utc(until),
                "Canceled At (UTC)": _utc(plan.leaving) if asked else "",
                "Cancel At Period End": "true" if paid_to_the_end else "false",
                "Ended At (UTC)": _utc(plan.ended) if over else "",
                "Cancellation Reason": "cancellation_requested" if asked else "",
            }
        )
    return rows


def _paypal(made: Truth, file: Path) -> None:
    """PayPal's activity, in dates that begin with the day; one line broke off when it was saved."""
    rows = []
    for sale in (one for one in made.sales if one.shop == "paypal"):
        rows.append(_movement(made, sale, sale.at, "Express Checkout Payment", sale.amount, f"7PP{sale.id}"))
        if sale.currency != "EUR":
            rows.append(
                _movement(made, sale, sale.at, "General Currency Conversion", -sale.amount, f"7CC{sale.id}")
            )
        if sale.back_on:
            at = datetime(sale.back_on.year, sale.back_on.month, sale.back_on.day, 11, tzinfo=BERLIN)
            back = _movement(made, sale, at, "Payment Refund", -sale.back, f"7RF{sale.id}")
            rows.append(back | {"Reference Txn ID": f"7PP{sale.id}"})
    month = date(2025, 6, 2)
    while month < AFTER:
        at = datetime(month.year, month.month, month.day, 8, tzinfo=BERLIN)
        rows.append(_money(at, "General Withdrawal", -400.0, f"7WD{month:%Y%m}") | {"Currency": "EUR"})
        month += relativedelta(months=1)
    rows.sort(key=lambda row: (row["Date"][6:], row["Date"][3:5], row["Date"][:2], row["Time"]))
    _csv(file, ACTIVITY, rows, encoding="utf-8-sig")
    lines = file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    lines.insert(40, lines[40][:24] + "\n")
    file.write_text("".join(lines), encoding="utf-8-sig")


def _money(at: datetime, kind: str, amount: float, id: str) -> dict:
    gross = f"{amount:,.2f}"
    return {
        "Date": at.strftime("%d/%m/%Y"), "Time": at.strftime("%H:%M:%S"), "TimeZone": "Europe/Berlin",
        "Type": kind,
        "Status": "Completed", "Gross": gross, "Fee": "0.00", "Net": gross, "Transaction ID": id,
    }  # fmt: skip


def _movement(made: Truth, sale: Sale, at: datetime, kind: str, amount: float, id: str) -> dict:
    name, address = made.people[sale.who]
    return _money(at, kind, amount, id) | {
        "Name": name,
        "Currency": sale.currency,
        "From Email Address": address.upper() if int(sale.id) % 3 == 0 else address,
        "To Email Address": "hallo@bienenjahr.example",
        "Item Title": sale.items[0],
        "Quantity": "1",
    }


def _bookings(made: Truth, file: Path) -> None:
    """The tickets, as an old German program writes them: semicolons, decimal commas, and no Unicode."""
    rows = []
    for sale in (one for one in made.sales if one.shop == "tickets"):
        name, address = made.people[sale.who]
        count = round(sale.amount / TICKETS[sale.items[0]])
        rows.append(
            {
                "Buchung": f"IT-{sale.id}",
                "Gebucht am": f"{sale.at:%d.%m.%Y}",
                "Name": name.translate(str.maketrans("ıŁńł", "iLnl")),
                "E-Mail": address,
                "Ticket": sale.items[0],
                "Anzahl": count,
                "Betrag": f"{sale.amount:.2f}".replace(".", ","),
                "Status": "storniert" if sale.back else "bezahlt",
                "Erstattet": f"{sale.back:.2f}".replace(".", ",") if sale.back else "",
                "Erstattet am": f"{sale.back_on:%d.%m.%Y}" if sale.back_on else "",
                "Bemerkung": "vegetarisch; ohne Honig" if int(sale.id) % 7 == 0 else "",
            }
        )
    rows.append(rows[-1] | {"Buchung": "IT-9999", "Status": "offen", "Erstattet": "", "Erstattet am": ""})
    _csv(file, BOOKINGS, rows, encoding="cp1252", delimiter=";")


if __name__ == "__main__":
    print(*write_exports(truth(), Path(sys.argv[1])), sep="\n")
