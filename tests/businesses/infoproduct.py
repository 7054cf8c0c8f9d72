"""A school of beekeeping that does not exist, and what happened in its first eighteen months.

`truth` draws who bought and subscribed, with a seed; the numbers of a month follow from it by plain
counting, without the library. `infoproduct_exports` writes what its three shops would export of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from dateutil.relativedelta import relativedelta

FIRST, AFTER = date(2025, 5, 1), date(2026, 11, 1)
BERLIN = ZoneInfo("Europe/Berlin")
PRICES = {
    "Grundkurs Bienenjahr": 149.0,
    "Schwarmheft": 24.0,
    "Königinnen züchten": 59.0,
    "Startpaket": 199.0,
    "Standgespräch": 260.0,
}
PLANS = {"price_1RmQ4monat": (19.0, 1), "price_1RmQ5jahr": (190.0, 12)}
MONTHLY, YEARLY = PLANS
TICKETS = {"Frühbucher": 55.0, "Normalpreis": 69.0}
COSTS = {
    "Grundkurs Bienenjahr": 9.0,
    "Schwarmheft": 2.0,
    "Königinnen züchten": 4.0,
    "Startpaket": 15.0,
    "Standgespräch": 60.0,
    "Imkertag": 21.0,
    MONTHLY: 3.0,
    YEARLY: 36.0,
}
"""What one sale, or one interval, costs: as infoproduct.yaml says."""
GIVEN = ["Jürgen", "Käthe", "Björn", "Änne", "Miriam", "Olaf", "Sören", "Zoë", "Peter", "Ute", "Günther"]
FAMILY = ["Müller", "Schröder", "Groß", "Weiß", "Köhler", "Yıldız", "Schmidt", "Krüger", "Łapiński"]
ASCII = str.maketrans(
    {"ü": "ue", "ö": "oe", "ä": "ae", "ß": "ss", "Ä": "ae", "ë": "e", "é": "e", "ı": "i", "ł": "l", "ń": "n"}
)


@dataclass
class Sale:
    """One payment for one or more things; ``back`` of it was given back on the day ``back_on``.

    ``rate`` is what a unit of its currency became in euros, None where the shop does not say.
    """

    id: str
    at: datetime
    who: int
    items: tuple[str, ...]
    amount: float
    shop: str
    back: float = 0.0
    back_on: date | None = None
    currency: str = "EUR"
    rate: float | None = 1.0

    @property
    def euros(self) -> float:
        return round(self.amount * self.rate, 2)

    def cost(self) -> float:
        """What the things in it cost."""
        if self.shop == "tickets":
            return COSTS["Imkertag"] * round(self.amount / TICKETS[self.items[0]])
        return sum(COSTS[name] for name in self.items)


@dataclass
class Plan:
    """One subscription from its first moment to when it ended; ``leaving`` is when that was asked for."""

    id: str
    at: datetime
    who: int
    product: str
    ended: datetime | None = None
    leaving: datetime | None = None
    back: bool = False
    overdue: bool = False

    @property
    def price(self) -> float:
        return PLANS[self.product][0]

    @property
    def months(self) -> int:
        return PLANS[self.product][1]

    def paid_at(self) -> list[datetime]:
        """When each of its payments came."""
        until = min(self.ended or _noon(AFTER), _noon(AFTER))
        times = (self.at + relativedelta(months=self.months * turn) for turn in range(99))
        return [one for one in times if one < until]

    def ran(self) -> float:
        """Which share of its first interval a plan ran that ended within it."""
        first = self.at.date()
        return (self.ended.date() - first) / (first + relativedelta(months=self.months) - first)

    def mrr_on(self, day: date) -> float:
        """What it adds to the MRR at the end of a day."""
        runs = self.at.date() <= day and (self.ended is None or day < self.ended.date())
        return self.price / self.months if runs else 0.0


@dataclass
class Truth:
    """All that happened: people by their number, sales and subscriptions."""

    people: list[tuple[str, str]]
    channels: list[str]
    sales: list[Sale]
    plans: list[Plan]

    def in_euros(self) -> list[Sale]:
        """The sales whose amount in euros is known."""
        return [one for one in self.sales if one.rate is not None]

    def mrr(self, day: date) -> float:
        """MRR at the end of a day."""
        return sum(one.mrr_on(day) for one in self.plans)

    def mrr_by_person(self, day: date) -> dict[int, float]:
        """What each subscriber pays at the end of a day, by the month."""
        found: dict[int, float] = {}
        for one in self.plans:
            if one.mrr_on(day):
                found[one.who] = found.get(one.who, 0.0) + one.mrr_on(day)
        return found

    @staticmethod
    def end_of(month: date) -> date:
        """The last day of a month."""
        return _ends(month)[1]

    def churn(self, month: date) -> float:
        """Share of those subscribed when the month began who were not when it ended."""
        before, after = (set(self.mrr_by_person(day)) for day in _ends(month))
        return len(before - after) / len(before)

    def nrr(self, month: date) -> float:
        """MRR today of those who subscribed a year before, over what they paid then."""
        now = _ends(month)[1]
        then = self.mrr_by_person(_ends(month - relativedelta(months=12))[1])
        today = self.mrr_by_person(now)
        return sum(today.get(who, 0.0) for who in then) / sum(then.values())

    def sold(self, month: date) -> float:
        """Paid for single sales in a month, before refunds."""
        return sum(one.euros for one in self.in_euros() if _same(one.at, month))

    def earned(self, month: date) -> float:
        """Earned from subscriptions in a month: each day's part of its MRR."""
        days = _days(month)
        return sum(self.mrr(day) for day in days) / len(days)

    def refunds(self, month: date) -> float:
        """Given back in a month: of sales all, of plans that ended early what they had run until then."""
        sales = sum(one.back for one in self.in_euros() if one.back_on and _same(one.back_on, month))
        ended = (one for one in self.plans if one.back and _same(one.ended, month))
        return sales + sum(one.price * one.ran() for one in ended)

    def costs(self, month: date) -> float:
        """What the sales of a month cost: each thing sold, and each day of each subscription."""
        things = sum(one.cost() for one in self.in_euros() if _same(one.at, month))
        days = _days(month)
        running = sum(
            COSTS[one.product] / one.months for day in days for one in self.plans if one.mrr_on(day)
        )
        return things + running / len(days)

    def paid_between(self, first: date, after: date) -> set[int]:
        """Everybody who paid for anything from a day up to another."""
        buyers = {one.who for one in self.in_euros() if first <= one.at.date() < after}
        return buyers | {one.who for one in self.plans for at in one.paid_at() if first <= at.date() < after}


def months() -> list[date]:
    """The first day of each month."""
    return [FIRST + relativedelta(months=n) for n in range(18)]


def _same(day: date | datetime, month: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def _days(month: date) -> list[date]:
    return [month + timedelta(days=n) for n in range((_ends(month)[1] - month).days + 1)]


def _ends(month: date) -> tuple[date, date]:
    """The day before a month, and its last day."""
    return month - timedelta(days=1), month + relativedelta(months=1) - timedelta(days=1)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 0, 0, tzinfo=BERLIN)


def truth(seed: int = 12) -> Truth:
    """Return what happened, the same for the same seed."""
    return _Draw(np.random.default_rng(seed)).everything()


class _Draw:
    """Draws month after month who comes, what they buy, and who leaves."""

    def __init__(self, rng: np.random.Generator):
        self.rng = rng
        self.made = Truth([], [], [], [])

    def everything(self) -> Truth:
        for turn, month in enumerate(months()):
            for _ in range(self.rng.poisson(13 + 0.5 * turn)):
                self._newcomer(month)
            if turn >= 4:
                self._coaching(month)
        for plan in list(self.made.plans):
            self._life(plan)
        self._event()
        self._abroad()
        self.made.sales.sort(key=lambda one: one.at)
        return self.made

    def _person(self) -> int:
        given, family = str(self.rng.choice(GIVEN)), str(self.rng.choice(FAMILY))
        number = len(self.made.people)
        address = f"{given}.{family}{number}".lower().translate(ASCII) + "@example.org"
        self.made.people.append((f"{given} {family}", address))
        self.made.channels.append(
            str(self.rng.choice(["youtube", "newsletter", "imkervereine", ""], p=[0.4, 0.3, 0.15, 0.15]))
        )
        return number

    def _moment(self, month: date) -> datetime:
        """A moment of a month, at any hour: some lie in the month before by the clock of Greenwich."""
        days = (_ends(month)[1] - month).days + 1
        day = month + timedelta(days=int(self.rng.integers(days)))
        hour, minute = int(self.rng.integers(24)), int(self.rng.integers(60))
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)

    def _newcomer(self, month: date) -> None:
        who, at = self._person(), self._moment(month)
        way = self.rng.choice(
            ["course", "course+", "bundle", "booklet", "member"], p=[0.4, 0.12, 0.13, 0.15, 0.2]
        )
        items = {
            "course": ("Grundkurs Bienenjahr",),
            "course+": ("Grundkurs Bienenjahr", "Schwarmheft"),
            "bundle": ("Startpaket",),
            "booklet": ("Schwarmheft",),
        }.get(str(way))
        if items:
            shop = "paypal" if self.rng.random() < 0.25 and len(items) == 1 else "stripe"
            self._sell(at, who, items, shop)
        if way == "member" or self.rng.random() < 0.3:
            joined = at + timedelta(days=0 if way == "member" else int(self.rng.integers(1, 40)))
            product = YEARLY if self.rng.random() < 0.3 else MONTHLY
            self._subscribe(joined, who, product)
        if items and self.rng.random() < 0.12:
            self._sell(
                at + timedelta(days=int(self.rng.integers(20, 90))), who, ("Königinnen züchten",), shop
            )

    def _sell(self, at: datetime, who: int, items: tuple[str, ...], shop: str) -> None:
        if at.date() >= AFTER:
            return
        amount = sum(PRICES[name] for name in items)
        sale = Sale(f"{len(self.made.sales):04d}", at, who, items, amount, shop)
        chance = self.rng.random()
        back_on = at.date() + timedelta(days=int(self.rng.integers(2, 14)))
        if chance < 0.05 and back_on < AFTER:
            sale.back, sale.back_on = (amount if chance < 0.04 else round(amount / 2, 2)), back_on
        self.made.sales.append(sale)

    def _subscribe(self, at: datetime, who: int, product: str) -> Plan | None:
        if at.date() >= AFTER:
            return None
        plan = Plan(f"sub_1Q{len(self.made.plans):05d}", at, who, product)
        self.made.plans.append(plan)
        return plan

    def _life(self, plan: Plan) -> None:
        """Renew a plan until it is left, changed or paid back."""
        turn = 1
        while (due := plan.at + relativedelta(months=plan.months * turn)).date() < AFTER:
            turn += 1
            chance = self.rng.random()
            asked = due - timedelta(days=int(self.rng.integers(1, 20 * plan.months)))
            if chance < (0.06 if plan.product == MONTHLY else 0.28):
                plan.ended, plan.leaving = due, max(asked, plan.at + timedelta(hours=2))
                return
            if plan.product == MONTHLY and chance > 0.975:
                plan.ended = plan.leaving = due
                self._life(self._subscribe(due, plan.who, YEARLY))
                return
        if plan.product == YEARLY:
            self._unhappy(plan)
        elif self.rng.random() < 0.04:
            plan.overdue = True

    def _unhappy(self, plan: Plan) -> None:
        """Some yearly plans are paid back within days, and some of those that run are cancelled already."""
        chance, soon = self.rng.random(), plan.at + timedelta(days=int(self.rng.integers(3, 14)))
        if chance < 0.08 and soon.date() < AFTER and len(plan.paid_at()) == 1:
            plan.ended = plan.leaving = soon
            plan.back = True
        elif chance < 0.2:
            plan.leaving = plan.at + timedelta(days=int(self.rng.integers(20, 60)))
            if plan.leaving.date() >= AFTER:
                plan.leaving = None

    def _coaching(self, month: date) -> None:
        """At most two clients a month: six hours, three for each."""
        for _ in range(min(int(self.rng.poisson(1.4)), 2)):
            who = int(self.rng.integers(len(self.made.people)))
            self._sell(self._moment(month), who, ("Standgespräch",), "stripe")

    def _event(self) -> None:
        """The Imkertag in February, sold from November on, half of the tickets to customers."""
        for _ in range(84):
            day = date(2025, 11, 3) + timedelta(days=int(self.rng.integers(104)))
            kind = "Frühbucher" if day < date(2026, 1, 1) else "Normalpreis"
            known = self.rng.random() < 0.5
            who = int(self.rng.integers(150)) if known else self._person()
            count = 2 if self.rng.random() < 0.15 else 1
            at = _noon(day) + timedelta(hours=10)
            sale = Sale(f"{len(self.made.sales):04d}", at, who, (kind,), TICKETS[kind] * count, "tickets")
            if self.rng.random() < 0.05:
                sale.back, sale.back_on = sale.amount, day + timedelta(days=3)
            self.made.sales.append(sale)

    def _abroad(self) -> None:
        """A course paid in Swiss francs, and a workshop in dollars."""
        for shop, currency, rate, amount, item in (
            ("stripe", "CHF", 1.06, 145.0, "Grundkurs Bienenjahr"),
            ("paypal", "USD", None, 65.0, "Königinnen züchten"),
        ):
            at = self._moment(date(2026, 3, 1))
            sale = Sale(f"{len(self.made.sales):04d}", at, self._person(), (item,), amount, shop)
            sale.currency, sale.rate = currency, rate
            self.made.sales.append(sale)
