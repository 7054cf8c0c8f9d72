"""What Keelnote's systems export: Stripe, Paddle before it, Lemon Squeezy for packs, and its own tables."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

from .software import FIRST, LAST, PACKS, PARTNERS, SHARE, TRIAL, Account, Keelnote, Spell, months_on


def write_exports(business: Keelnote, folder: Path) -> list[Path]:
    """Write all exports, rows out of order, and return their paths."""
    shuffle = random.Random(11)
    tables = {
        "subscriptions.csv": _subscriptions(business),
        "invoices.csv": _invoices(business),
        "refunds.csv": _refunds(business),
        "paddle-transactions.csv": _paddle(business),
        "lemon-orders.csv": _packs(business),
        "events.csv": _events(business),
        "payouts.csv": _payouts(business),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        shuffle.shuffle(rows)
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, [*rows[0]])
            writer.writeheader()
            writer.writerows(rows)
    with (folder / "subscriptions.csv").open("a", encoding="utf-8") as file:
        file.write("sub_broken,cus_99999,half a li\n")
    return [folder / name for name in tables]


def _stripe(business: Keelnote):
    """Each subscription of Stripe: its account, spell and id."""
    for account in business.accounts:
        mine = [one for one in account.spells if one.shop == "stripe"]
        for place, spell in enumerate(mine):
            yield account, spell, f"sub_{account.id[4:]}{'abcdefgh'[place]}"


def _subscriptions(business: Keelnote) -> list[dict]:
    rows = [_subscription(*one) for one in _stripe(business)]
    for account in business.accounts:
        if account.tried and not account.spells:
            over = account.tried + TRIAL
            spell = Spell(over, "Deckhand", False, 1, "stripe", over, "cancelled", account.tried)
            row = _subscription(account, spell, f"sub_{account.id[4:]}t")
            if over > LAST:
                row |= {"Status": "trialing", "Canceled At (UTC)": "", "Ended At (UTC)": ""}
            rows.append(row)
    return rows


def _subscription(account: Account, spell: Spell, id: str) -> dict:
    begun = spell.trial or spell.start
    paid = spell.payments()
    current = paid[-1] if paid else begun
    status = "canceled" if spell.end else "past_due" if spell.late else "active"
    trial = (begun, spell.start) if spell.trial else (None, None)
    reason = {"payment_failed": "payment_failed", "cancelled": "cancellation_requested"}.get(spell.why, "")
    return {
        "id": id,
        "Customer ID": account.id,
        "Customer Email": account.email,
        "Product": spell.plan,
        "Plan": "Yearly" if spell.yearly else "Monthly",
        "Quantity": spell.seats,
        "Currency": account.currency.lower(),
        "Interval": "year" if spell.yearly else "month",
        "Amount": f"{spell.price:.2f}",
        "Status": status,
        "Created (UTC)": f"{begun} 08:15",
        "Start (UTC)": f"{begun} 08:15",
        "Current Period Start (UTC)": f"{current} 08:15",
        "Current Period End (UTC)": f"{months_on(current, 12 if spell.yearly else 1)} 08:15",
        "Trial Start (UTC)": _at(trial[0]),
        "Trial End (UTC)": _at(trial[1]),
        "Canceled At (UTC)": _at(spell.end),
        "Cancel At Period End": "false",
        "Ended At (UTC)": _at(spell.end),
        "Cancellation Reason": reason,
    }


def _at(day: date | None) -> str:
    return f"{day} 08:15" if day else ""


def _invoices(business: Keelnote) -> list[dict]:
    rows = []
    for account, spell, id in _stripe(business):
        for number, day in enumerate(spell.payments()):
            amount = spell.price * spell.seats
            until = months_on(day, 12 if spell.yearly else 1)
            rows.append(
                {
                    "id": f"in_{id[4:]}{number}",
                    "Amount Due": f"{amount:.2f}",
                    "Amount Paid": f"{amount:.2f}",
                    "Charge": f"ch_{id[4:]}{number}",
                    "Customer": account.id,
                    "Customer Email": account.email,
                    "Currency": account.currency.lower(),
                    "Date (UTC)": f"{day} 08:15",
                    "Description": spell.plan,
                    "Paid": "true",
                    "Status": "paid",
                    "Subscription": id,
                    "Minimum Line Item Period Start (UTC)": f"{day} 08:15",
                    "Maximum Line Item Period End (UTC)": f"{until} 08:15",
                }
            )
    return rows


def _refunds(business: Keelnote) -> list[dict]:
    charge = {(row["Customer Email"], row["Date (UTC)"][:10]): row["Charge"] for row in _invoices(business)}
    return [
        {
            "id": f"re_{account.id[4:]}",
            "Charge ID": charge[account.email, str(account.refunded[0])],
            "Amount": f"{account.refunded[2]:.2f}",
            "Currency": "gbp",
            "Created (UTC)": f"{account.refunded[1]} 10:00",
            "Status": "succeeded",
            "Reason": "requested_by_customer",
        }
        for account in business.known
        if account.refunded
    ]


def _paddle(business: Keelnote) -> list[dict]:
    rows = []
    for account in business.accounts:
        mine = [one for one in account.spells if one.shop == "paddle"]
        for place, spell in enumerate(mine):
            for number, day in enumerate(spell.payments()):
                amount = spell.price * spell.seats
                rows.append(
                    {
                        "transaction_id": f"txn_{account.id[4:]}{place}{number:02d}",
                        "customer_email": account.email,
                        "billed_at": f"{day}T09:30:00Z",
                        "product_name": spell.plan,
                        "price_name": "Yearly" if spell.yearly else "Monthly",
                        "quantity": spell.seats,
                        "total": f"{amount * 1.2:.2f}",
                        "tax": f"{amount * 0.2:.2f}",
                        "currency_code": "GBP",
                        "status": "completed",
                        "origin": "subscription_recurring" if number else "web",
                        "subscription_id": f"pad_{account.id[4:]}{place}",
                        "billing_period_starts_at": f"{day}T09:30:00Z",
                        "billing_period_ends_at": f"{months_on(day, 12 if spell.yearly else 1)}T09:30:00Z",
                    }
                )
    return rows


def _packs(business: Keelnote) -> list[dict]:
    rows = []
    for account in business.known:
        for day, name, back in account.packs:
            price = PACKS[name]
            rows.append(
                {
                    "Order number": f"{account.id[4:]}{len(rows):03d}",
                    "Customer email": account.email.upper() if len(rows) % 5 == 0 else account.email,
                    "Created at": f"{day:%d/%m/%Y}",
                    "Product name": name,
                    "Variant name": "Default",
                    "Total": f"{price * 1.2:.2f}",
                    "Tax": f"{price * 0.2:.2f}",
                    "Currency": "GBP",
                    "Status": "refunded" if back else "paid",
                    "Refunded": "yes" if back else "no",
                    "Refunded amount": f"{price * 1.2:.2f}" if back else "0.00",
                    "Refunded at": f"{back:%d/%m/%Y}" if back else "",
                }
            )
    return rows


def _events(business: Keelnote) -> list[dict]:
    """The log of the software itself: who signed up, from where, logged a first job, and paid."""
    rows = []
    for account in business.accounts:
        happened = [(account.signed_up, "signed_up")]
        if account.activated and account.signed_up + timedelta(days=2) <= LAST:
            happened.append((account.signed_up + timedelta(days=2), "first_job_logged"))
        if account.spells:
            happened.append((account.spells[0].start, "first_payment"))
        rows += [
            {"When": f"{day}", "User": account.email, "What": what, "Came from": account.source}
            for day, what in happened
        ]
    return rows


def payouts(business: Keelnote) -> list[tuple[date, str, float, float]]:
    """Return what each partner was paid on the first of a month: day, partner, referred sales, payout."""
    found = []
    for number in range(1, 18):
        day = months_on(FIRST, number)
        before = months_on(day, -1)
        for partner in PARTNERS:
            sold = sum(
                spell.price * spell.seats
                for account in business.known
                if account.source == partner and account.spells
                for spell in account.spells
                for paid in spell.payments()
                if before <= paid < day and paid < months_on(account.spells[0].start, 12)
            )
            if sold:
                found.append((day, partner, float(sold), round(sold * SHARE, 2)))
    return found


def _payouts(business: Keelnote) -> list[dict]:
    return [
        {"Paid on": f"{day:%d.%m.%Y}", "Partner": partner, "Sales": f"{sold:.2f}", "Payout": f"{paid:.2f}"}
        for day, partner, sold, paid in payouts(business)
    ]
