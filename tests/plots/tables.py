"""Small tables made by hand for every picture: as usual, with long names, one row, many rows, blanks."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from ecotools import planning, plots
from ecotools.metrics import pricing, unit_economics

LONG = "Posts a first piece of writing for feedback within seven days of joining"
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
STAGES = ["awareness", "consideration", "purchase", "activation", "retention", "referral"]
NAN = float("nan")


def steps(names=STAGES, n=(12480, 4210, 512, 401, 288, 61)) -> pd.DataFrame:
    table = pd.DataFrame({"step": list(names), "n": list(n)})
    table["step_rate"] = table["n"] / table["n"].shift(fill_value=table["n"].iloc[0])
    table["cumulative_rate"] = table["n"] / table["n"].iloc[0]
    return table.assign(lost=-table["n"].diff().fillna(0), median_days=2.0, mean_days=3.5)


def road(questions=("How does it work?", "Is this an ecosystem, or a catalogue?", "", LONG, "What now?")):
    titles = ["Start here", "Ecosystems", WORD, LONG, "Subscriptions, churn and LTV"]
    return pd.DataFrame(
        {"module": [f"{n:02}" for n in range(len(titles))], "title": titles, "question": questions}
    )


def many_steps() -> pd.DataFrame:
    return steps([f"step {i}" for i in range(30)], [1000 - 30 * i for i in range(30)])


def steps_by(
    groups=("search", "a newsletter swap with other writers", "ads", WORD, "podcast"),
) -> pd.DataFrame:
    parts = [
        steps(n=[v // (i + 1) for v in (12480, 4210, 512 + 300 * i, 401, 288, 61)])
        for i in range(len(groups))
    ]
    return pd.concat(
        [part.assign(channel=g) for part, g in zip(parts, groups, strict=True)], ignore_index=True
    )


def curves(scale: float = 1.0) -> pd.DataFrame:
    price = np.arange(5, 80, 5.0)

    def rising(middle, width):
        return 1 / (1 + np.exp(-(price - middle) / width))

    table = pd.DataFrame({"price": price * scale, "too_cheap": 1 - rising(14, 4), "cheap": 1 - rising(26, 5)})
    table["not_cheap"] = 1 - table["cheap"]
    table["expensive"], table["too_expensive"] = rising(36, 6), rising(52, 7)
    return table.assign(not_expensive=1 - table["expensive"])


def points(scale: float = 1.0, convention: str = "classic") -> pd.DataFrame:
    prices = {"PMC": 19.1, "PME": 43.4, "IDP": 30.5, "OPP": 27.8}
    if convention == "four_curve":
        prices |= {"PMC": 22.8, "PME": 36.7}
    table = pd.DataFrame(
        {"name": list(prices), "price": [p * scale for p in prices.values()]}, index=list(prices)
    )
    table.attrs["definition"] = {"convention": convention}
    return table


def asked(cost: float = 6.0, scale: float = 1.0) -> pd.DataFrame:
    price = np.array([9, 19, 29, 39, 49, 79, 99, 149]) * scale
    table = pd.DataFrame({"price": price, "demand": [0.97, 0.9, 0.74, 0.55, 0.46, 0.2, 0.11, 0.02]})
    return table.assign(
        revenue_index=table["price"] * table["demand"], profit_index=(table["price"] - cost) * table["demand"]
    )


def features() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Solo": [True, True, False, "1 a month", 0],
            "Studio": [True, True, True, "4 a month", 1],
            "Agency": [True, True, True, "unlimited", 5],
        },
        index=["All lessons", "Template library", "Weekly feedback", "Live sessions", "Seats"],
    )


def long_features() -> pd.DataFrame:
    tiers = ["Starter for those who try", "Professional", WORD, "Four", "Five", "Six"]
    return pd.DataFrame(
        [[True, "as many as you like", NAN] * 2] * 4, columns=tiers, index=[LONG, "B", WORD, "C"]
    )


def products() -> pd.DataFrame:
    rows = [
        ("Headline Checklist", "lead_magnet", 0, "one_time"),
        ("Copywriting Bootcamp", "core", 199, "one_time"),
        ("Private Discord", "add_on", 29, "one_time"),
        ("Membership", "subscription", 29, "month"),
        ("The Writers' Room", "community", 60, "quarter"),
        ("Coaching", "coaching", 997, "one_time"),
    ]
    return pd.DataFrame(rows, columns=["name", "kind", "price", "billing"])


def movements(months: int = 12, scale: float = 1.0) -> pd.DataFrame:
    k = np.arange(months)
    table = pd.DataFrame(index=pd.period_range("2025-01", periods=months, freq="M", name="month"))
    table["new"], table["reactivation"] = 400 + 37 * (k * 5 % 7), 10.0 * (k % 3)
    table["expansion"], table["contraction"] = 60.0 + 11 * (k % 4), 20.0 + 9 * (k % 5)
    table["churn"] = 180 + 61.0 * (k % 6)
    table *= scale
    net = table["new"] + table["reactivation"] + table["expansion"] - table["contraction"] - table["churn"]
    end = 1000 * scale + net.cumsum()
    return table.assign(start=end - net, end=end)


def cohorts(months: int = 12, counts: bool = False) -> pd.DataFrame:
    share = np.array([[0.93**age * (1 - 0.01 * (row % 4)) for age in range(months)] for row in range(months)])
    share[:, 0] = 1.0
    table = np.round(share * 1200) if counts else share
    table = np.where(np.add.outer(np.arange(months), np.arange(months)) < months, table, NAN)
    index = pd.period_range("2024-02", periods=months, freq="M", name="cohort")
    return pd.DataFrame(table, index=index, columns=pd.RangeIndex(months, name="age"))


def survival(churn: float = 0.05, months: int = 18) -> pd.DataFrame:
    time = np.arange(months + 1.0)
    stay = (1 - churn) ** time
    half = 0.01 * np.sqrt(time)
    return pd.DataFrame(
        {
            "time": time,
            "at_risk": 100,
            "survival": stay,
            "low": stay - half,
            "high": np.minimum(stay + half, 1),
        }
    )


def client(hours: float = 14, cac: float = 400) -> pd.DataFrame:
    return unit_economics.client_waterfall(
        2997, cac=cac, fee_share=0.03, refund_rate=0.05, hours=hours, hour_cost=60
    )


def lifts() -> pd.DataFrame:
    rows = [
        ("First week", 0.31, -0.12, 0.94),
        ("Four weeks", 0.11, 0.02, 0.2),
        ("Old price", -0.2, -0.3, -0.1),
    ]
    return pd.DataFrame(rows, columns=["what", "lift", "low", "high"])


def taken(worths=((10, 90), (80, 40), (40, 80), (90, 10), (30, 20)), names=("course", "kit"), **offer):
    people = pd.DataFrame(list(worths), columns=list(names))
    return pricing.bundle_choices(people, **offer)


def market(correlation: float = -0.5, n: int = 800) -> pd.DataFrame:
    return pricing.simulate_wtp(n, {"course": 150, "kit": 60}, {"course": 50, "kit": 25}, correlation, seed=2)


KPIS = [
    ("mrr", "MRR", "currency", "up", 12400.0, 8000.0, 14000.0),
    ("churn", "Customer churn", "fraction", "down", 0.04, 0.03, 0.06),
    ("activation", "Activation", "fraction", "up", 0.65, 0.5, 0.7),
    ("nps", "Net promoter score", "score", "up", 35.0, 20.0, 50.0),
    ("visitors", "Visitors", "count", "up", 9000.0, 7000.0, 9900.0),
    ("payback", "Payback", "months", "down", 6.0, 4.0, 9.0),
    ("ltv", "Lifetime value", "currency", "up", NAN, 400.0, 800.0),
]


def kpis(listed=KPIS, months: int = 12) -> pd.DataFrame:
    rows = []
    for key, name, unit, direction, target, first, last in listed:
        values = np.linspace(first, last, months)
        for i, month in enumerate(pd.period_range("2025-01", periods=months, freq="M")):
            reached = values[i] >= target if direction == "up" else values[i] <= target
            rows.append(
                {
                    "kpi": key, "name": name, "month": month, "value": values[i], "target": target,
                    "direction": direction, "unit": unit,
                    "on_target": pd.NA if np.isnan(target) else bool(reached),
                    "change": values[i] - values[i - 1] if i else NAN, "reason": "",
                }
            )  # fmt: skip
    return pd.DataFrame(rows)


def long_kpis() -> pd.DataFrame:
    table = kpis()
    table["name"] += " of everyone who ever bought anything from us in any month"
    silent = table["kpi"] == "nps"
    table.loc[silent, ["value", "change"]] = NAN
    table.loc[silent, "reason"] = (
        "no survey answers in the month, so that there is nothing to compute it from"
    )
    table.loc[silent, "on_target"] = pd.NA
    table.loc[[3, 5], "value"] = NAN
    return table


def many_kpis(many: int = 30) -> pd.DataFrame:
    return kpis([(f"k{i}", f"KPI number {i}", "count", "up", 10.0, 5.0, 20.0) for i in range(many)], months=3)


def journey() -> pd.DataFrame:
    rows = [
        (
            "articles",
            "awareness",
            "Before-and-after rewrites",
            "article",
            "search",
            "visitors",
            4500,
            ["checklist"],
        ),
        ("checklist", "consideration", "Headline Checklist", "PDF", "website", "lead rate", 0.25, ["emails"]),
        ("emails", "consideration", "Five emails", "email series", "email", "click rate", 0.12, ["page"]),
        ("page", "purchase", "Bootcamp page", "sales page", "website", "conversion", 0.05, []),
        ("critique", "retention", "Monthly critique", "video", "email", None, None, ["page"]),
    ]
    return pd.DataFrame(rows, columns=["id", "stage", "asset", "format", "channel", "kpi", "target", "next"])


def long_journey() -> pd.DataFrame:
    stages = [*["awareness"] * 4, *["purchase"] * 2, *["retention"] * 4]
    table = pd.DataFrame({"stage": stages, "asset": [LONG, WORD] * 5, "format": [LONG] * 10})
    table["channel"], table["kpi"] = [LONG, "search", None, WORD, "email"] * 2, [LONG, None] * 5
    return table.assign(target=[0.25, 3, 70000.0, 8, NAN] * 2)


def flow_steps(number: int = 0, name: str = "After the workshop") -> pd.DataFrame:
    """Steps of a flow with a branch, a loop and a step that nothing leads to; or of a straight one."""
    rows = [
        ("login", 0, "", "deliver", False, "", ["hello"]),
        ("hello", 0, "", "welcome", True, "Start with ten minutes", ["asked", "nag"]),
        ("asked", 3, "A question was sent", "tag", False, "", []),
        ("nag", 3, "", "remind", True, "Still there?", ["nag_again"]),
        ("nag_again", 7, "Still silent", "remind", True, "Hello?", ["nag", "done"]),
        ("gift", 9, "", "message", True, "A gift", ["done"]),
        ("done", 14, "", "end", False, "", []),
    ]
    if number:
        rows = [
            (
                f"mail_{i}",
                i,
                name if i % 2 else "",
                "message",
                True,
                name,
                [f"mail_{i + 1}"][: number - 1 - i],
            )
            for i in range(number)
        ]
    table = pd.DataFrame(rows, columns=["step", "day", "condition", "action", "sends", "subject", "next"])
    return table.assign(flow=name, trigger="purchase", flow_condition="Has not bought the kit")


def weeks(most: int = 6, fit: int = 3) -> pd.DataFrame:
    number = np.arange(1, most + 1)
    return pd.DataFrame({"messages": number, "weeks": 1200 // number**2, "over": number > fit})


def given(power: float = 2.5) -> pd.DataFrame:
    people = np.linspace(0, 1, 41)
    return pd.DataFrame({"people": people, "share": people**power})


STUDY = {"title": "More stay once the club is open", "began": "the club opened"}


def studied(scale: float = 1.0, months: int = 8) -> pd.DataFrame:
    when = np.arange(months) - months // 2
    table = pd.DataFrame(
        {"when": when, "effect": scale * np.where(when < 0, 0.004 * when, 0.05 + 0.003 * when)}
    )
    table["low"], table["high"] = table["effect"] - 0.03 * scale, table["effect"] + 0.03 * scale
    return table.mask(table["when"].eq(-1).to_numpy()[:, None] & [[False, False, True, True]])


def list_weeks(weeks: int = 40, people: float = 7.5) -> pd.DataFrame:
    grown = np.arange(1, weeks + 1) / weeks
    table = pd.DataFrame({"week": np.arange(1, weeks + 1), "utilisation": np.minimum(0.3 + grown, 1.0)})
    table["waiting"] = people * grown**2
    return table.assign(low=table["waiting"] * 0.4, high=table["waiting"] * 1.7, waited=0.5)


def waits(growth: float = 1.0) -> pd.DataFrame:
    day = np.arange(1, 31)
    median = (12 + 6 * np.sin(day)) * growth**day
    return pd.DataFrame({"day": day, "median": median, "unlucky": 2.5 * median})


def grown(months: int = 12, until: int = 24, scale: float = 1.0) -> dict[str, pd.DataFrame]:
    """Return what was seen and what a line, an exponential and an S say of the months after it."""
    month = np.arange(1, until + 1.0)
    said = pd.DataFrame(
        {"month": month, "linear": 40 + 21 * month, "exponential": 62 * np.exp(0.135 * month)}
    )
    said["logistic"] = 520 / (1 + np.exp(-0.31 * (month - 9.5)))
    seen = pd.DataFrame({"month": month[:months], "value": (said["linear"] + (month % 3 - 1) * 9)[:months]})
    models = ["linear", "exponential", "logistic"]
    said[models], seen["value"] = said[models] * scale, seen["value"] * scale
    return {"forecast": said, "data": seen}


TYPICAL = {
    "flow_chart": lambda: plots.flow_chart(flow_steps()),
    "messages_per_week": lambda: plots.messages_per_week(weeks()),
    "journey_map": lambda: plots.journey_map(journey()),
    "funnel": lambda: plots.funnel(steps()),
    "funnel by channel": lambda: plots.funnel(steps_by()),
    "price_sensitivity": lambda: plots.price_sensitivity(curves(), points()),
    "demand": lambda: plots.demand(asked()),
    "value_matrix": lambda: plots.value_matrix(
        features(), highlight="Studio", prices={"Solo": 29, "Studio": 79}
    ),
    "pricing_ladder": lambda: plots.pricing_ladder(products()),
    "mrr_waterfall": lambda: plots.mrr_waterfall(movements(), month="2025-03"),
    "mrr_movements": lambda: plots.mrr_movements(movements()),
    "cohort_heatmap": lambda: plots.cohort_heatmap(cohorts()),
    "retention_curve": lambda: plots.retention_curve({"monthly": survival(0.08), "yearly": survival(0.02)}),
    "kpi_multiples": lambda: plots.kpi_multiples(kpis()),
    "scorecard": lambda: plots.scorecard(kpis()),
    "lines": lambda: plots.lines(
        asked(), "price", ["revenue_index", "profit_index"], title="Fifty earns most"
    ),
    "bars": lambda: plots.bars(steps(), "step", "n", title="Most only look", unit="count"),
}

MIXED = {"prices": {"course": 85, "kit": 85}, "bundle_price": 110}
TYPICAL |= {
    "intervals": lambda: plots.intervals(lifts(), "what", "lift", title="Four weeks tell what one cannot"),
    "bundle_map": lambda: plots.bundle_map(taken(**MIXED), **MIXED),
}

TYPICAL |= {
    "lorenz_curve": lambda: plots.lorenz_curve(given()),
    "event_study": lambda: plots.event_study(studied(), **STUDY),
    "queue": lambda: plots.queue(waits(), title="Two moderators are enough", expected=24.4),
    "waterfall": lambda: plots.waterfall(client()),
}

TYPICAL |= {
    "course_road": lambda: plots.course_road(road()[:2], title="Two modules, each with one question"),
    "waiting_list": lambda: plots.waiting_list(list_weeks(), title="In spring the list fills"),
    "growth_curves": lambda: plots.growth_curves(
        **grown(), title="Twelve months fit three curves that part in year two", ylabel="Customers a month"
    ),
}


def assumed(many: int = 5, scale: float = 1.0, name: str = "Visitors by channel {}") -> pd.DataFrame:
    place = np.arange(many)
    table = pd.DataFrame({"about": [name.format(i) for i in place], "unit": "count"})
    table["low"], table["high"] = 400.0 + place, 600.0 + place
    table["at_low"], table["at_high"] = scale * (8000 + 350 * place), scale * (12500 - 400 * place)
    table.loc[many // 2, ["at_low", "at_high"]] = table.loc[many // 2, ["at_high", "at_low"]].tolist()
    table.attrs["centre"] = 10_000 * scale
    return table


def planned(names=("Write the course", "Film it", "A page", "Open"), **changes) -> pd.DataFrame:
    tasks = pd.DataFrame({"task": list("abcd"), "name": list(names), "days": [20, 10, 6, 1]})
    return planning.schedule(tasks.assign(after=["", "a", "", "b, c"]), **changes)


TYPICAL |= {
    "tornado": lambda: plots.tornado(assumed(), name="Revenue"),
    "plan_chart of a schedule": lambda: plots.plan_chart(planned()),
}

UNUSUAL = {
    "tornado with long names": lambda: plots.tornado(
        assumed(3, 97.3, LONG + " {}"), name="MRR", currency="CHF", width=5.4
    ),
    "tornado of a long word": lambda: plots.tornado(assumed(2, name=WORD), name="Subscribers", unit="count"),
    "tornado of 30": lambda: plots.tornado(assumed(30, 0.001), name="Revenue", most=12),
    "tornado of one": lambda: plots.tornado(assumed(1), name="Revenue", width=4.8),
    "tornado of nothing": lambda: plots.tornado(assumed(3, 0.0), name="Revenue"),
    "tornado of a share": lambda: plots.tornado(
        assumed(3, 0.00002).assign(unit="fraction", low=0.02, high=0.03), name="Margin", unit="fraction"
    ),
    "plan by date": lambda: plots.plan_chart(
        planned(start="2026-01-12", days_off=["Saturday", "Sunday"]), width=6
    ),
    "plan of long names": lambda: plots.plan_chart(planned([LONG, WORD, LONG, "d"]), width=5.4),
    "plan with a deadline": lambda: plots.plan_chart(planned(deadline=60)),
    "plan that is late": lambda: plots.plan_chart(planned(deadline=20)),
    "growth with a long title": lambda: plots.growth_curves(**grown(), title=LONG, ylabel=LONG, width=5),
    "growth of money": lambda: plots.growth_curves(
        **grown(scale=1e5), title="It only grows", unit="currency", currency="EUR"
    ),
    "growth without a month beyond": lambda: plots.growth_curves(**grown(24), title="All was seen"),
    "growth of one month": lambda: plots.growth_curves(**grown(1, 1), title="One month says nothing"),
    "road with long names": lambda: plots.course_road(road(), title=LONG, subtitle=LONG, width=5),
    "road on a phone": lambda: plots.course_road(road(), title="Five modules, five questions", width=3.4),
    "waiting list with a long title": lambda: plots.waiting_list(list_weeks(), title=LONG, places=6, width=5),
    "waiting list of a week": lambda: plots.waiting_list(list_weeks(1), title="One week is known"),
    "waiting list of five years": lambda: plots.waiting_list(list_weeks(260, 900), title="It only grows"),
    "waiting list of nobody": lambda: plots.waiting_list(list_weeks(30, 0), title="Nobody has to wait"),
    "flow with long names": lambda: plots.flow_chart(flow_steps(4, LONG), width=5.4),
    "flow of a long word": lambda: plots.flow_chart(flow_steps(3, WORD), title="A flow of words"),
    "flow of 24 steps": lambda: plots.flow_chart(flow_steps(24)),
    "flow of one step": lambda: plots.flow_chart(flow_steps(1)),
    "40 messages a week": lambda: plots.messages_per_week(weeks(40), width=5),
    "weeks of one message": lambda: plots.messages_per_week(weeks(1)),
    "weeks of too many only": lambda: plots.messages_per_week(weeks(8)[5:]),


    "five Lorenz curves": lambda: plots.lorenz_curve(
        {name: given(1 + place / 3) for place, name in enumerate(["forum", "chat", "group", LONG, WORD])}
    ),
    "Lorenz curve of nobody's": lambda: plots.lorenz_curve(given().iloc[[0, -1]], width=4.6),
    "event study in money": lambda: plots.event_study(
        studied(1000), **STUDY | {"unit": "currency"}, currency="CHF", subtitle=LONG, width=4.6
    ),
    "event study with blanks": lambda: plots.event_study(
        studied().assign(effect=[NAN, *studied()["effect"][1:]]), **STUDY
    ),
    "event study of 30": lambda: plots.event_study(studied(months=30), **STUDY),
    "event study of one": lambda: plots.event_study(studied()[-1:], **STUDY | {"began": LONG}),
    "queue that grows": lambda: plots.queue(waits(1.12), title="There is no end to it", expected=np.inf),
    "queue of a day": lambda: plots.queue(waits()[:1], title="One day is known", width=4.6, expected=900),
    "queue of nothing": lambda: plots.queue(waits(0), title="Nobody waits at all"),
    "intervals with long names": lambda: plots.intervals(
        lifts().assign(what=[LONG, WORD, "c"]), "what", "lift", title="Names are long", width=5
    ),
    "intervals in money": lambda: plots.intervals(
        (lifts().set_index("what") * 12345).reset_index(),
        *("what", "lift"),
        title="Money a month is what counts",
        unit="currency",
        currency="CHF",
        subtitle="Gained a month, in CHF, with the 95% interval",
    ),
    "intervals with blanks": lambda: plots.intervals(
        lifts().assign(lift=[0.31, NAN, -0.2], low=[NAN, NAN, -0.3]), "what", "lift", title="Not all is known"
    ),
    "interval of one": lambda: plots.intervals(
        lifts()[:1], "what", "lift", title="One estimate only", reference=0.1, width=4.6
    ),
    "30 intervals": lambda: plots.intervals(
        pd.concat([lifts()] * 10), "what", "lift", title="Many estimates in a row"
    ),
    "bundle of a market": lambda: plots.bundle_map(
        pricing.bundle_choices(market(), {"course": 160, "kit": 75}, 190), {"course": 160, "kit": 75}, 190
    ),
    "bundle only": lambda: plots.bundle_map(taken(bundle_price=100), bundle_price=100, width=5),
    "products apart": lambda: plots.bundle_map(
        taken(prices={"course": 40, "kit": 40}), {"course": 40, "kit": 40}, currency="CHF"
    ),
    "one product and the bundle": lambda: plots.bundle_map(
        taken(prices={"kit": 60}, bundle_price=100), {"kit": 60}, 100
    ),
    "bundle of long names": lambda: plots.bundle_map(
        taken(names=(LONG, WORD), prices={LONG: 85.5, WORD: 85}, bundle_price=110),
        *({LONG: 85.5, WORD: 85}, 110),
        width=5,
    ),
    "bundle that nobody takes": lambda: plots.bundle_map(taken(bundle_price=999), bundle_price=999),
    "bundle of one person": lambda: plots.bundle_map(taken([(0, 0)], bundle_price=5), bundle_price=5),
    "journey with long names": lambda: plots.journey_map(long_journey()),
    "journey without a touchpoint": lambda: plots.journey_map(journey()[:0]),
    "journey with one": lambda: plots.journey_map(journey()[:1], width=5),
    "funnel with long names": lambda: plots.funnel(steps([LONG, WORD, LONG + "!", "a", "b", WORD + "s"])),
    "narrow funnel with long names": lambda: plots.funnel(steps([LONG, WORD, "a", "b", "c", "d"]), width=4.5),
    "funnel of one step": lambda: plots.funnel(steps()[:1]),
    "funnel of 30 steps": lambda: plots.funnel(many_steps()),
    "funnel with a blank": lambda: plots.funnel(steps(n=(900, NAN, 300, 200, NAN, 50))),
    "funnel of nobody": lambda: plots.funnel(steps(n=(0, 0, 0, 0, 0, 0))),
    "funnel of one group": lambda: plots.funnel(steps_by(("search",)), by="channel"),
    "four curves": lambda: plots.price_sensitivity(curves(), points(convention="four_curve"), width=5),
    "large prices": lambda: plots.price_sensitivity(curves(97.3), points(97.3), currency="CHF"),
    "curves without points": lambda: plots.price_sensitivity(curves(), points().assign(price=NAN)),
    "two prices": lambda: plots.price_sensitivity(curves().iloc[[0, -1]], points()),
    "demand without cost": lambda: plots.demand(asked(0), width=4.6),
    "demand at a loss": lambda: plots.demand(asked(5000, 100), objective="revenue", currency="CHF"),
    "demand at one price": lambda: plots.demand(asked()[:1]),
    "matrix with long names": lambda: plots.value_matrix(long_features(), highlight="Six"),
    "matrix in money": lambda: plots.value_matrix(features().map(lambda v: 49.0)),
    "matrix of one": lambda: plots.value_matrix(pd.DataFrame({"feature": ["Lessons"], "Solo": [NAN]})),
    "ladder with long names": lambda: plots.pricing_ladder(products().assign(name=[LONG, WORD] * 3), width=5),
    "ladder of one": lambda: plots.pricing_ladder(products()[:1]),
    "ladder of 30": lambda: plots.pricing_ladder(pd.concat([products()] * 5), currency="CHF"),
    "waterfall of a year": lambda: plots.mrr_waterfall(movements()),
    "narrow waterfall": lambda: plots.mrr_waterfall(movements(3, 1234.5), width=4.6, currency="CHF"),
    "waterfall of a loss": lambda: plots.waterfall(client(14, cac=2400), currency="CHF", width=5),
    "waterfall with long names": lambda: plots.waterfall(
        client().assign(step=[LONG, "fees", WORD, "hours of everybody", "ads", LONG])
    ),
    "waterfall of a price": lambda: plots.waterfall(client()[:1].loc[[0, 0]], width=4.6),
    "waterfall of nothing": lambda: plots.mrr_waterfall(movements(1) * 0),
    "30 months of movements": lambda: plots.mrr_movements(movements(30, 100)),
    "one month of movements": lambda: plots.mrr_movements(movements(1), width=5),
    "movements of nothing": lambda: plots.mrr_movements(movements(3) * 0),
    "cohorts in numbers": lambda: plots.cohort_heatmap(cohorts(counts=True), noun="members"),
    "one cohort": lambda: plots.cohort_heatmap(cohorts(1)),
    "30 cohorts": lambda: plots.cohort_heatmap(cohorts(30)[::6]),
    "cohorts of 50 months": lambda: plots.cohort_heatmap(cohorts(50)[:2]),
    "one survival curve": lambda: plots.retention_curve(survival()),
    "five curves with long names": lambda: plots.retention_curve(
        {f"{LONG} {i}": survival(0.05 + 0.001 * i) for i in range(5)}
    ),
    "survival of one day": lambda: plots.retention_curve(survival(months=0)),
    "KPIs with long names": lambda: plots.kpi_multiples(long_kpis(), currency="CHF"),
    "one KPI": lambda: plots.kpi_multiples(kpis(KPIS[:1])),
    "one KPI in one month": lambda: plots.kpi_multiples(kpis(KPIS[:1], months=1)),
    "two KPIs, narrow": lambda: plots.kpi_multiples(kpis(KPIS[:2]), width=4.6),
    "11 KPIs": lambda: plots.kpi_multiples(many_kpis(11)),
    "scorecard with long names": lambda: plots.scorecard(long_kpis(), month="2025-06", currency="CHF"),
    "lines over months": lambda: plots.lines(
        kpis(KPIS[:1]), "month", "value", title="It grew all year long", unit="currency", width=4.6
    ),
    "lines of blanks and losses": lambda: plots.lines(
        asked(5000, 100).assign(demand=[NAN, 0.5] * 4),
        "price",
        ["profit_index", "demand"],
        title="It is a loss",
    ),
    "line of one point": lambda: plots.lines(steps()[:1], "step", "n", title="One step is known"),
    "bars with long names": lambda: plots.bars(
        steps([LONG, WORD, *"abcd"], (0, NAN, 3, 4, 5, 6)), "step", "n", title="Few say it", width=5
    ),
    "scorecard of 30": lambda: plots.scorecard(many_kpis(), width=5),
}  # fmt: skip


@cache
def picture(name: str):
    """Return the picture of that name; tests share it and leave it as it is."""
    return (TYPICAL | UNUSUAL)[name]()
