"""Keelnote, made up: maintenance software for small boatyards, its exports from four systems, and the truth.

The truth is kept apart from the exports: the list of what each account paid, and for how long. Numbers that
the library should find are counted from it in plain Python.
"""

from __future__ import annotations

import calendar
import math
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
FIRST, LAST = date(2025, 5, 1), date(2026, 10, 31)
MOVED = date(2025, 11, 1)
"""From this day on new subscriptions are sold through Stripe, and those of Paddle move when they are due."""
TRIAL = timedelta(days=14)
PRICES = {"Deckhand": (12, 120), "Skipper": (19, 190), "Harbour": (29, 290)}
"""Plan -> price of a seat by the month and by the year."""
PACKS = {"Survey template pack": 49, "Logbook import": 150}
SOURCES = {"search": 0.35, "newsletter": 0.15, "chandlery_app": 0.3, "marina_guild": 0.2}
"""Where accounts come from -> share; the last two are partners, who get a fifth of the first year."""
PARTNERS = ("chandlery_app", "marina_guild")
SHARE = 0.2


@dataclass
class Spell:
    """A stretch in which an account pays the same: from ``start`` up to, but without, ``end``."""

    start: date
    plan: str
    yearly: bool
    seats: int
    shop: str
    end: date | None = None
    why: str = ""
    trial: date | None = None
    late: bool = False
    """Whether its last payment failed and Stripe still tries."""

    @property
    def price(self) -> int:
        return PRICES[self.plan][self.yearly]

    @property
    def product(self) -> str:
        return self.plan.lower() + ("_yearly" if self.yearly else "")

    @property
    def monthly(self) -> float:
        return self.price * self.seats / (12 if self.yearly else 1)

    def runs(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def payments(self) -> list[date]:
        """Return the days on which it was paid."""
        every, days = 12 if self.yearly else 1, []
        while self.runs(due := months_on(self.start, every * len(days))) and due <= LAST:
            days.append(due)
        return days


@dataclass
class Account:
    """One boatyard: where it came from, when it signed up, and what it paid for."""

    email: str
    id: str
    source: str
    signed_up: date
    currency: str = "GBP"
    activated: bool = False
    tried: date | None = None
    """First day of its trial; None when it bought at once."""
    spells: list[Spell] = field(default_factory=list)
    packs: list[tuple[date, str, date | None]] = field(default_factory=list)
    """Day, what, and the day on which it was paid back."""
    refunded: tuple[date, date, float] | None = None
    """A payment of a subscription that was given back: when it was paid, when given back, how much."""


def months_on(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_ends() -> list[date]:
    """Return the last day of each of the eighteen months."""
    return [months_on(FIRST, number + 1) - timedelta(days=1) for number in range(18)]


class Keelnote:
    """The business from `FIRST` to `LAST`; the same seed gives the same accounts."""

    def __init__(self, seed: int = 7):
        self.draw = random.Random(seed)
        self.accounts: list[Account] = []
        for number in range(18):
            for _ in range(14 + number):
                self._sign_up(months_on(FIRST, number))
        self.known = [one for one in self.accounts if one.currency == "GBP"]
        for account in self.known[::25]:  # a payment of a subscription is given back
            paid = [(s, day) for s in account.spells if s.shop == "stripe" for day in s.payments()]
            if paid and paid[-1][1] < LAST - timedelta(days=3):
                spell, day = paid[-1]
                account.refunded = (day, day + timedelta(days=3), float(spell.price * spell.seats))

    def _sign_up(self, month: date) -> None:
        draw, number = self.draw, len(self.accounts) + 1
        day = month + timedelta(days=draw.randrange(28))
        source = draw.choices([*SOURCES], [*SOURCES.values()])[0]
        account = Account(f"yard{number}@boats.example", f"cus_{number:05d}", source, day)
        account.currency = "EUR" if day >= MOVED and draw.random() < 0.08 else "GBP"
        account.activated = draw.random() < 0.6
        self.accounts.append(account)
        if day >= MOVED:
            account.tried = day
            begins = day + TRIAL
            pays = draw.random() < (0.6 if account.activated else 0.2)
            if not pays or begins > LAST:
                return
        else:
            begins = day + timedelta(days=draw.randrange(8))
            if draw.random() > (0.55 if account.activated else 0.15):
                return
        self._live(account, begins)
        if draw.random() < 0.3:
            bought = begins + timedelta(days=draw.randrange(40))
            back = bought + timedelta(days=6) if draw.random() < 0.15 else None
            if bought <= LAST - timedelta(days=6):
                account.packs.append((bought, draw.choice([*PACKS]), back))

    def _live(self, account: Account, day: date) -> None:
        """Let an account renew, switch, pause or leave, due date by due date, up to `LAST`."""
        draw = self.draw
        plan = draw.choices([*PRICES], (5, 4, 2))[0]
        spell = Spell(day, plan, draw.random() < 0.25, draw.randint(1, 8), "stripe")
        spell.shop, spell.trial = ("paddle", None) if day < MOVED else ("stripe", account.tried)
        account.spells.append(spell)
        due, first, period = day, day, 0
        while True:
            period += 12 if spell.yearly else 1
            due = months_on(first, period)
            if due > LAST:
                spell.late = spell.shop == "stripe" and draw.random() < 0.03
                return
            chance, moves = draw.random(), spell.shop == "paddle" and due >= MOVED
            if chance < (0.25 if spell.yearly else 0.045):
                spell.end, spell.why = due, "cancelled"
                if spell.shop == "stripe" and chance < 0.012:
                    spell.why = "payment_failed"
                if 0.03 < chance < 0.045 and months_on(due, 2) <= LAST:  # a pause of two months
                    again = Spell(months_on(due, 2), spell.plan, spell.yearly, spell.seats, "stripe")
                    again.shop = "paddle" if again.start < MOVED else "stripe"
                    spell = again
                    first, period = again.start, 0
                    account.spells.append(again)
                    continue
                return
            switch = not spell.yearly and chance > 0.96
            if moves or switch:
                spell.end, spell.why = due, "cancelled"
                plan = draw.choice([one for one in PRICES if one != spell.plan]) if switch else spell.plan
                shop = "stripe" if due >= MOVED else "paddle"
                spell = Spell(due, plan, spell.yearly, spell.seats, shop)
                first, period = due, 0
                account.spells.append(spell)


# What a person with a pencil would count.


def mrr(accounts: list[Account], day: date) -> float:
    """Return what all that run on a day pay a month."""
    return sum(spell.monthly for one in accounts for spell in one.spells if spell.runs(day))


def subscribers(accounts: list[Account], day: date) -> set[str]:
    """Return who pays for a subscription on a day."""
    return {one.email for one in accounts if any(spell.runs(day) for spell in one.spells)}


def churn(accounts: list[Account], before: date, day: date) -> float:
    """Return the share of the subscribers of one month's end who are not there at the next one's."""
    was = subscribers(accounts, before)
    return len(was - subscribers(accounts, day)) / len(was) if was else math.nan


def net_retention(accounts: list[Account], day: date) -> float:
    """Return what those who paid a year before pay now, as a share of what they paid then."""
    before = months_on(day + timedelta(days=1), -12) - timedelta(days=1)
    then = [one for one in accounts if mrr([one], before)]
    return mrr(then, day) / mrr(then, before)


def days_of(month_end: date) -> list[date]:
    """Return the days of a month."""
    return [month_end.replace(day=number + 1) for number in range(month_end.day)]


def earned(accounts: list[Account], month_end: date) -> float:
    """Return the subscription revenue of a month, each day its share of what runs on it."""
    return sum(mrr(accounts, day) for day in days_of(month_end)) / month_end.day


def one_time(accounts: list[Account], month_end: date) -> float:
    """Return what was paid for packs in a month."""
    days = {*days_of(month_end)}
    return sum(PACKS[name] for one in accounts for day, name, _ in one.packs if day in days)


def given_back(accounts: list[Account], month_end: date) -> float:
    """Return what was given back in a month, of packs and of subscriptions."""
    days = {*days_of(month_end)}
    packs = sum(PACKS[name] for one in accounts for _, name, back in one.packs if back in days)
    return packs + sum(one.refunded[2] for one in accounts if one.refunded and one.refunded[1] in days)


def cash_in(accounts: list[Account], month_end: date) -> float:
    """Return what subscribers paid in a month: a year at once, where they pay by the year."""
    days = {*days_of(month_end)}
    spells = [spell for one in accounts for spell in one.spells]
    return sum(spell.price * spell.seats for spell in spells for day in spell.payments() if day in days)


def trials_over(accounts: list[Account], month_end: date) -> tuple[int, int]:
    """Return how many trials ended in a month, and how many of them were paid on that day."""
    days = {*days_of(month_end)}
    over = [one for one in accounts if one.tried and one.tried + TRIAL in days]
    return len(over), sum(bool(one.spells) for one in over)


def first_paid(account: Account) -> date | None:
    """Return the day on which an account first paid for anything."""
    days = [spell.start for spell in account.spells] + [day for day, _, _ in account.packs]
    return min(days) if days else None
