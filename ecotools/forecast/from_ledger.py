"""A business and its parameters as a ledger shows them; the blueprint where the ledger says too little."""

from dataclasses import replace

import numpy as np
import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.forecast import churn, from_blueprint, trend
from ecotools.forecast.business import ForecastBusiness, Good, Running, SubscriptionPlan, VisitorSource
from ecotools.forecast.ledger_counts import Seen
from ecotools.forecast.parameters import LEDGER, Maker, Parameter
from ecotools.forecast.sales import COUNTED_BUYERS

FEWEST = 20
"""Cases behind a share before the ledger's is taken instead of the blueprint's."""
FEWEST_LOST = 10
"""Subscriptions that ended before the ledger tells how churn falls with age; with fewer, its mean alone."""
YEAR, FEW_MONTHS = 12, 6
"""An event that sold in few months of the last twelve sells in the same months again."""
MOSTLY = 0.8
"""A product is led to by something else when at least this share of its sales come that way."""


class LedgerReader:
    """Reads a business from a ledger, part by part, and collects the parameters that it finds."""

    def __init__(self, blueprint: Blueprint, seen: Seen, maker: Maker):
        self.blueprint, self.seen, self.maker = blueprint, seen, maker
        self.said = from_blueprint.assumed(blueprint)
        self.known = {one.id: one for one in from_blueprint.parameters_of(blueprint, maker)}
        self.names = {one.id: one.name for one in blueprint.products}
        self.costs = {one.id: float(one.cost) for one in blueprint.products}
        self.found: list[Parameter] = []
        self.seasons: dict[str, np.ndarray] = {}

    def read(self) -> tuple[ForecastBusiness, list[Parameter]]:
        """Return the business and its parameters."""
        seen, plain = self.seen, from_blueprint.business_of(self.blueprint)
        goods, plans = self._goods(plain), self._plans(plain)
        channels = self._channels()
        bundles, add_ons, cores = self._bundles(goods), self._add_ons(goods), self._cores(goods)
        joined = self._joined([id for id in plans if id not in cores])
        moves = [one for one in plain.moves if self._move(one, {**goods, **plans})]
        led = {*bundles, *add_ons, *joined, *cores, *(move.to for move in moves)}
        direct = [id for id in [*goods, *plans] if id not in led and self._sells_alone(id)]
        for id in goods:
            self._refunds(id)
        changes = {id: to for id in plans if (to := self._changes(id)) in plans}
        for id, plan in plans.items():
            self._churn(id, plan.interval)
        business = replace(
            plain,
            goods=goods,
            plans=plans,
            channels=channels,
            cores=cores,
            bundles=bundles,
            add_ons=add_ons,
            joined=joined,
            direct=direct,
            seasons=self.seasons,
            moves=moves,
            changes=changes,
            offers={},
            past=seen.past,
            visitors=self._visitors(channels),
            acquired=self._acquired(goods, plans),
            buyers=seen.by_month(seen.main.drop_duplicates("order_id")["day"]),
            running=self._running(plans),
            people=self._people(),
        )
        return business, self.found

    def _name(self, id: str) -> str:
        return self.names.get(id, id)

    def _share(self, id: str, about: str, part: int, whole: int, words: str) -> None:
        """Add a counted share; the blueprint's where fewer than `FEWEST` cases are behind it."""
        if whole >= FEWEST or (id not in self.known and whole):
            self.found.append(self.maker.counted_share(id, about, part, whole, words))
        elif id in self.known:
            self.found.append(self.known[id])

    def _goods(self, plain: ForecastBusiness) -> dict[str, Good]:
        """Return what is paid once, at the prices paid of late: of the blueprint, and whatever else sells."""
        found, orders = dict(plain.goods), self.seen.orders
        for id, lines in orders.groupby("product"):
            latest = lines.sort_values("day").tail(100)
            amounts, cost = latest["amount"], self._cost(id, latest)
            before = found.get(id, Good(id, 0.0))
            found[id] = replace(
                before, price=float(amounts.mean()), spread=float(amounts.std(ddof=0)), cost=cost
            )
        return found

    def _plans(self, plain: ForecastBusiness) -> dict[str, SubscriptionPlan]:
        """Return what is paid again and again, at the price that those who joined of late have come to.

        A plan that the ledger only knows from orders is none: each sale is one payment.
        """
        rows = self.seen.subscriptions.sort_values("start", kind="stable")
        paid_once = set(self.seen.orders["product"]) - set(rows["product"])
        found = {id: plan for id, plan in plain.plans.items() if id not in paid_once}
        for id, mine in rows.groupby("product"):
            latest = mine.drop_duplicates("subscription_id", keep="last").tail(100)
            interval = int(latest["interval_months"].mode().iloc[0])
            before, price = (
                found.get(id, SubscriptionPlan(id, 0.0, interval)),
                float(latest["monthly"].mean()) * interval,
            )
            found[id] = replace(before, price=price, interval=interval, cost=self._cost(id, latest))
        return found

    def _cost(self, id: str, rows: pd.DataFrame) -> float:
        """Return what one sale, or one billing interval, of a product costs with the units that were sold."""
        return self.costs.get(id, 0.0) * float(rows["quantity"].mean())

    def _channels(self) -> dict[str, VisitorSource]:
        """Return the channels of visitors, or none when buyers come without having been seen before."""
        touches, buyers, said = self.seen.first_touches, self.seen.buyers, self.said
        came = touches["day"].reindex(buyers.index)
        enough = len(buyers) >= FEWEST and (came <= buyers).mean() >= MOSTLY
        if not enough or not from_blueprint.funnel_of(self.blueprint):
            self._buyers()
            return {}
        growth = {one.name: one.monthly_growth for one in said.channels}
        days = sum(step.window_days for step in from_blueprint.funnel_of(self.blueprint))
        found = {}
        for name, people in touches.groupby("channel"):
            counts = self.seen.by_month(people["day"])
            about = f"Visitors by {str(name).replace('_', ' ') or 'no known channel'}"
            self.found += trend.of_counts(
                f"visitors.{name}", about, counts, growth.get(name, 0.0), self.maker
            )
            part, whole = self.seen.in_time(people["day"], buyers, days)
            self.found.append(
                self.maker.counted_share(
                    f"rate.{name}", f"Buyers among v{about[1:]}", part, max(whole, 1), "visitors"
                )
            )
            found[str(name)] = VisitorSource((f"rate.{name}",))
        return found

    def _buyers(self) -> None:
        """Add the buyers a month as a number of its own."""
        days = self.seen.main.drop_duplicates("order_id")["day"]
        if len(days):
            counts = self.seen.by_month(days)
            self.found += trend.of_counts(COUNTED_BUYERS, "Buyers of a core product", counts, 0.0, self.maker)

    def _visitors(self, channels: dict) -> dict[str, np.ndarray]:
        touches = self.seen.first_touches
        return {name: self.seen.by_month(touches["day"][touches["channel"] == name]) for name in channels}

    def _cores(self, goods: dict) -> dict[str, float]:
        """Return the share of the buyers of core products who come for each."""
        lines = self.seen.main[self.seen.main["product"].map(self.seen.kind) == "core"]
        shares = lines["product"].value_counts(normalize=True)
        if len(shares):
            return {str(id): float(share) for id, share in shares.items()}
        cores = [one.id for one in self.blueprint.products if one.kind == "core" and one.id in goods]
        return dict.fromkeys(cores, 1 / max(len(cores), 1))

    def _bundles(self, goods: dict) -> list[str]:
        orders = self.seen.main.drop_duplicates("order_id")
        found = [id for id in goods if self.seen.kind.get(id) == "bundle"]
        for id in found:
            about = f"Buyers who take {self._name(id)}"
            self._share(f"bundle.{id}", about, int((orders["product"] == id).sum()), len(orders), "orders")
        return found

    def _add_ons(self, goods: dict) -> list[str]:
        """Return the products that are mostly sold in the order of a core product."""
        orders, main = self.seen.orders, self.seen.main
        cores = set(main.loc[main["product"].map(self.seen.kind) == "core", "order_id"])
        found = []
        for id in goods:
            if self.seen.kind.get(id) in ("core", "bundle"):
                continue
            lines = orders[orders["product"] == id]
            beside = lines["order_id"].isin(cores)
            led = beside.mean() >= MOSTLY if len(lines) else id in self.said.add_on_rate
            if led:
                about = f"Buyers who add {self._name(id)}"
                self._share(f"add_on.{id}", about, int(beside.sum()), len(cores), "orders of a core product")
                found.append(id)
        return found

    def _joined(self, plans: list[str]) -> list[str]:
        """Return the plans that are mostly joined by buyers within the window after their purchase.

        Who buys a core product that is paid again and again has joined it by that, so it is none of them.
        """
        joins, buyers, found = self.seen.joins, self.seen.buyers, []
        window = self.said.subscribe_window_days
        for id in plans:
            mine = joins[joins["product"] == id]
            start = mine.groupby("customer_id")["start"].min()
            bought = buyers.reindex(start.index)
            latest = np.timedelta64(window + self._trial(id), "D")
            after = (start >= bought) & (start - bought <= latest)
            recent = start >= self.seen.since
            led = after[recent].mean() >= MOSTLY if recent.any() else id in self.said.subscribe_rate
            if led:
                part, whole = self.seen.in_time(buyers, start, window + self._trial(id))
                self._share(f"subscribe.{id}", f"Buyers who join {self._name(id)}", part, whole, "buyers")
                found.append(id)
        return found

    def _trial(self, plan: str) -> int:
        """Return the days that may lie between joining a plan and paying for it."""
        found = [one.trial_days for one in self.blueprint.products if one.id == plan]
        return (found or [0])[0] or 0

    def _move(self, move, products: dict) -> bool:
        """Add the rate of an upgrade; False when one of its products is not sold."""
        if move.start not in products or move.to not in products:
            return False
        own, then = self.seen.started(move.start), self.seen.started(move.to)
        part, whole = self.seen.in_time(own, then, move.window)
        about = f"Owners of {self._name(move.start)} who go on to {self._name(move.to)}"
        self._share(move.id, about, part, whole, "owners")
        return True

    def _sells_alone(self, id: str) -> bool:
        """Add the sales of a product that nothing leads to; False where there are none."""
        orders, joins = self.seen.orders, self.seen.joins
        days = [orders.loc[orders["product"] == id, "day"], joins.loc[joins["product"] == id, "start"]]
        counts = sum(self.seen.by_month(one) for one in days)
        about = f"Sales of {self._name(id)}"
        if counts.sum() and self._once_a_year(id, counts):
            self.seasons[id] = counts / counts.mean()
            self.found.append(trend.of_season(f"sales.{id}", f"{about}, mean of a month", counts, self.maker))
        elif counts.sum():
            self.found += trend.of_counts(f"sales.{id}", about, counts, 0.0, self.maker)
        return bool(counts.sum())

    def _once_a_year(self, id: str, counts: np.ndarray) -> bool:
        """Return whether a product is an event that sold in a part of the last year only."""
        events = {one.id for one in self.blueprint.products if "event" in (one.kind, one.delivery)}
        return id in events and len(counts) == YEAR and np.count_nonzero(counts) <= FEW_MONTHS

    def _refunds(self, id: str) -> None:
        window = np.timedelta64(self.said.refund_window_days, "D")
        lines = self.seen.orders[self.seen.orders["product"] == id]
        ripe = lines[lines["day"] + window < self.seen.end]
        paid = ripe["amount"].sum()
        part = round(len(ripe) * ripe["refunded"].sum() / paid) if paid else 0
        self._share(f"refund.{id}", f"Refunds of {self._name(id)}", part, len(ripe), "sales")

    def _changes(self, plan: str) -> str | None:
        """Add the share of a plan's subscribers who change to another one in a month; return that one."""
        to, moved, months = self.seen.changes(plan)
        to = to or (self.said.plan_change[plan].to if plan in self.said.plan_change else None)
        if to is not None:
            about = f"{self._name(plan)} to {self._name(to)}"
            self._share(f"change.{plan}", about, moved, int(months), "months of a subscriber")
        return to

    def _churn(self, plan: str, interval: int) -> None:
        """Add the churn of a plan from its tenures; failed payments are part of it."""
        tenures, name = self.seen.tenures, self._name(plan)
        mine = tenures[tenures["product"] == plan]
        periods, entry = mine["duration"] // interval, mine["entry"] // interval
        ended = mine["observed"] & (periods > 0)
        known = from_blueprint.churn_of(self.said, plan, name, self.maker)
        renewals = int((periods - entry)[~mine["observed"] | ended].sum())
        if renewals < FEWEST:
            self.found += known
            return
        if ended.sum() >= FEWEST_LOST:
            watched = (~mine["observed"] | ended) & ((periods > entry) | (entry == 0))
            counted = churn.Tenures(
                *(one[watched].to_numpy(int) for one in (periods, mine["observed"], entry))
            )
            words = f"{LEDGER}: {int(ended.sum()):,} of {len(mine):,} subscriptions ended"
            self.found += churn.drawn(plan, name, counted, known[1].value, words, self.maker)
            return
        # Too little to tell how churn falls with age: its mean is a share, and how it falls is assumed.
        about, _ = churn.names_of(name)
        self._share(f"churn.{plan}", about, int(ended.sum()), renewals, "renewals")
        self.found.append(known[1])

    def _running(self, plans: dict) -> list[Running]:
        """Return today's subscribers by plan and months since they joined."""
        return [
            Running(str(id), np.bincount(mine["age"]).astype(float), float(mine["monthly"].mean()))
            for id, mine in self.seen.running.groupby("product")
        ]

    def _people(self) -> np.ndarray:
        """Return the customers per subscription by its age: a line through what each subscription counts."""
        rows = self.seen.running
        if len(rows) < FEWEST:
            return from_blueprint.people(self.blueprint)
        counts = 1 / rows.groupby("customer_id")["customer_id"].transform("size").to_numpy(float)
        age = rows["age"].to_numpy(float)
        slope = np.polyfit(age, counts, 1)[0] if np.ptp(age) else 0.0
        return np.clip(counts.mean() + slope * (np.arange(60) - age.mean()), counts.min(), 1.0)

    def _acquired(self, goods: dict, plans: dict) -> dict[str, np.ndarray]:
        orders, joins = self.seen.orders, self.seen.joins
        found = {id: self.seen.by_month(orders.loc[orders["product"] == id, "day"]) for id in goods}
        return found | {id: self.seen.by_month(joins.loc[joins["product"] == id, "start"]) for id in plans}
