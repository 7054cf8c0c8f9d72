"""Module 09: the draft floods people, the mended flows do not; a lot tells which flow and which day sells."""

from functools import cache

import numpy as np
import pandas as pd

from ecotools.blueprint import Automation, FlowStep
from ecotools.data import quillwork
from ecotools.metrics import flows
from ecotools.simulate import simulate

TIERS = ["membership_lite", "membership", "membership_plus"]
BUYERS = 9000


class Year:
    """A year of Quillwork: its ledger, the events, and who owns the bootcamp."""

    def __init__(self, seed):
        self.seed, self.ledger = seed, simulate(quillwork(), months=12, seed=seed)
        self.events = flows.trigger_events(self.ledger)
        self.leads = self.events[self.events["event"] == "lead"]
        sold = self.events[self.events["event"] == "purchase"]
        self.sold = sold
        self.boot = sold[sold["product"] == "bootcamp"]
        self.owned = sold[sold["product"].isin(["bootcamp", "starter_bundle"])]

    def has(self, product):
        return flows.Happened(self.ledger.orders, product=product)

    def draft(self):
        """Return what the draft sends."""
        meaning = {"Has not bought the bootcamp": ~self.has("bootcamp")}
        return flows.run(quillwork("mails-draft"), self.events, meaning)

    def mended(self):
        """Return what the mended flows send under the rules."""
        blueprint = quillwork("mails-draft")
        flow = {each.id: each for each in blueprint.automations}
        flow["after_bootcamp"].steps[4].next = ["ask"]
        flow["after_purchase"].steps[1].condition = "Has not bought the templates"
        flow["welcome_emails"].condition = "Has not bought the bootcamp"
        other = {"id": "after_bundle", "product": "starter_bundle"}
        blueprint.automations.append(flow["after_bootcamp"].model_copy(update=other))
        bundle = self.has("starter_bundle")
        meaning = {
            "Has not bought the bootcamp": ~(self.has("bootcamp") | bundle),
            "Has not bought the templates": ~(self.has("template_bundle") | bundle),
        }
        fixed = flows.run(blueprint, self.events, meaning, recheck=True)
        gone, back = (
            self.events[self.events["event"].isin(kinds)] for kinds in (["cancel", "refund"], ["join"])
        )
        rules = {"quiet_days": ["Sun"], "goodbyes": gone, "returns": back, "except_flows": ["win_back"]}
        return flows.send(fixed, cap=(3, 7), **rules)

    def faults(self, outbox):
        """Return the worst seven days, the offers that came too late, and the owners without a login."""
        late = flows.sent_after(outbox, self.owned, "purchase", flows=["bootcamp_offer"])
        login = set(outbox.loc[outbox["step"] == "login", "customer_id"])
        again = flows.duplicates(outbox[outbox["step"] == "draft"])
        return {
            "most": int(flows.busiest(outbox, top=1)["messages"].iloc[0]),
            "late": len(late),
            "without login": len(set(self.owned["customer_id"]) - login),
            "again": len(again),
        }

    def lift(self):
        """Return what three flows are credited with and what they brought, by flow."""
        had = self.sold.loc[self.sold["product"] == "template_bundle", "customer_id"]
        start = {
            "bootcamp offer": (self.leads, 0.2),
            "templates": (self.boot[~self.boot["customer_id"].isin(had)], 0.3),
            "win-back": (self.events[self.events["event"] == "cancel"].drop_duplicates("customer_id"), 0.5),
        }
        entries = pd.concat(
            [
                flows.hold_out(table, share, seed=self.seed).assign(flow=name)
                for name, (table, share) in start.items()
            ]
        )
        base = {"bootcamp offer": len(self.owned) / len(self.leads), "templates": 0.03, "win-back": 0.10}
        adds = {"bootcamp offer": 0.001, "templates": 0.15, "win-back": 0.05}
        bought = flows.simulate_sales(entries, base=base, effect=adds, within=30, seed=self.seed)
        return flows.lift(entries, bought, within=30).set_index("flow")

    def days(self):
        """Return what offers on two days brought, and which share joins in the week after each."""
        joined = self.events[(self.events["event"] == "join") & self.events["product"].isin(TIERS)]
        some = self.boot["customer_id"].sample(BUYERS, replace=True, random_state=self.seed)
        first = [table.groupby("customer_id")["day"].min() for table in (joined, self.boot)]
        wait = (first[0] - first[1]).dt.days.reindex(some)
        wait = wait.where(wait >= 0).to_numpy()
        rng = np.random.default_rng(self.seed + 30)
        people = pd.DataFrame({"customer_id": range(BUYERS), "day": pd.Timestamp("2026-01-05")})
        people["group"] = rng.permutation(np.resize(["day 7", "day 35", "holdout"], BUYERS))
        offered = people["group"].map({"day 7": 7, "day 35": 35}).to_numpy()
        ready = people["group"].map({"day 7": 0.02, "day 35": 0.12, "holdout": 0}).to_numpy()
        takes = (rng.random(BUYERS) < ready) & ~(wait <= offered)
        after = pd.Series(np.where(takes, offered, wait))
        day = people["day"] + pd.to_timedelta(after, unit="D")
        best = flows.best_day(people, people.assign(day=day)[day.notna()], within=60, until="2026-04-01")
        credited = ((after >= offered) & (after < offered + 7)).groupby(people["group"]).mean()
        return best, credited, flows.offer_hazard(self.boot, joined, last=8)["sold"]

    def unsubscribes(self, capped):
        """Return who leaves in the week of the wrong condition, and in the worst of the weeks as meant."""
        step = FlowStep(action="message", message={"subject": "Your pack is ready", "stage": "retention"})
        condition = {"trigger": "schedule", "stage": "retention", "condition": "Is a member"}
        pack = Automation(id="pack", steps=[step], **condition)
        known = self.leads[self.leads["day"] < "2025-09-01"].drop_duplicates("customer_id")
        first = known.assign(event="schedule", day=pd.Timestamp("2025-09-01"))
        member = flows.Subscribed(self.ledger.subscriptions)
        meant = flows.run(pack, first, {"Is a member": member})
        ran = flows.run(pack, first, {"Is a member": ~member}).assign(flow_stage="consideration")
        left = [
            flows.simulate_unsubscribes(pd.concat([capped, each]), seed=self.seed).resample("W", on="day")
            for each in (ran, meant)
        ]
        return {"wrong": len(ran), "meant": len(meant), "weeks": [int(each.size().max()) for each in left]}


def verdict(row):
    """Return what to do with a flow, by the rule of the lesson."""
    if row["low"] > 0:
        return "keep"
    return "switch off" if row["high"] < row["share"] / 2 else "cannot be told yet"


@cache
def numbers(seed):
    """Return what the decision rests on."""
    year = Year(seed)
    capped = year.mended()
    lift = year.lift()
    best, credited, sold = year.days()
    return {
        "draft": year.faults(year.draft()),
        "mended": year.faults(capped),
        "verdicts": {name: verdict(row) for name, row in lift.iterrows()},
        "lift": lift[["credited", "extra"]].to_dict("index"),
        "best day": best.attrs["best"],
        "clear": best.attrs["clear"],
        "credited": credited.to_dict(),
        "joins in three weeks": sold[2] / sold[7],
        "unsubscribes": year.unsubscribes(capped),
    }


CONDITIONS = {
    "somebody gets a dozen messages of the draft in seven days": lambda n: n["draft"]["most"] >= 12,
    "hundreds of its offers come after the sale": lambda n: n["draft"]["late"] > 300,
    "the buyers of the bundle get no login": lambda n: n["draft"]["without login"] > 50,
    "and its loop reminds again and again": lambda n: n["draft"]["again"] > 5000,
    "under the rules nobody gets more than three and two deliveries": lambda n: n["mended"]["most"] <= 5,
    "and nothing of the rest is left": lambda n: (
        n["mended"]["late"] == n["mended"]["without login"] == n["mended"]["again"] == 0
    ),
    "the bootcamp offer is switched off": lambda n: n["verdicts"]["bootcamp offer"] == "switch off",
    "the templates are kept": lambda n: n["verdicts"]["templates"] == "keep",
    "the win-back cannot be told": lambda n: n["verdicts"]["win-back"] == "cannot be told yet",
    "the offer has the most credited sales": lambda n: (
        n["lift"]["bootcamp offer"]["credited"] > 5 * n["lift"]["templates"]["credited"]
    ),
    "and brought less than a fifth of them": lambda n: (
        n["lift"]["bootcamp offer"]["extra"] < n["lift"]["bootcamp offer"]["credited"] / 5
    ),
    "the templates brought most of theirs": lambda n: (
        n["lift"]["templates"]["extra"] > n["lift"]["templates"]["credited"] / 2
    ),
    "day 35 is the better day, clearly": lambda n: n["best day"] == "day 35" and n["clear"],
    "while day 7 is credited with more": lambda n: n["credited"]["day 7"] > n["credited"]["day 35"],
    "and those who join by themselves do so in three weeks": lambda n: n["joins in three weeks"] > 0.85,
    "one wrong condition writes to thousands": lambda n: n["unsubscribes"]["wrong"] > 5000,
    "and the unsubscribes of its week stand out": lambda n: (
        n["unsubscribes"]["weeks"][0] > 4 * n["unsubscribes"]["weeks"][1]
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
