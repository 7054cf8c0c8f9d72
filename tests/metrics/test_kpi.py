"""KPIs: each by hand on a small ledger, in agreement with the measures, and NaN where there is none."""

import math

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint, FunnelStep, Kpi, Product
from ecotools.blueprint.assumptions import Assumptions, Channel
from ecotools.data import quillwork
from ecotools.ledger import Ledger, empty_ledger
from ecotools.metrics import community, funnel, kpi, retention, revenue
from ecotools.metrics.revenue import rates
from ecotools.metrics.revenue.terms import read_terms
from ecotools.simulate import FeatureTest, PartnerProgramme, Trading, UserAssets, simulate

MONTHS = [pd.Period(month, "M") for month in ("2025-01", "2025-02", "2025-03", "2025-04")]


MONEY = "quantity price discount amount refunded"


def rows(columns, *values):
    table = pd.DataFrame(values, columns=columns.split())
    days = {
        name: pd.to_datetime(table[name])
        for name in ("day", "start", "end", "refund_day", "removed")
        if name in table
    }
    return table.assign(**days)


def ledger_of(**tables):
    return Ledger(**tables, start="2025-01-01", end="2025-05-01").check()


@pytest.fixture
def ledger():
    """Three people over four months: 1 by search, who buys and subscribes; 2 by social; 3 only looks."""
    return ledger_of(
        touches=rows(
            "customer_id day stage channel asset",
            (1, "2025-01-02", "awareness", "search", "post"),
            (1, "2025-01-05", "consideration", "search", "list"),
            (1, "2025-01-10", "purchase", "search", "page"),
            (1, "2025-01-20", "activation", "search", "video"),
            (2, "2025-01-03", "awareness", "social", "reel"),
            (2, "2025-02-02", "consideration", "social", "list"),
            (2, "2025-02-20", "purchase", "social", "page"),
            (3, "2025-04-02", "awareness", "social", "reel"),
        ),
        orders=rows(
            f"order_id customer_id day product kind {MONEY} refund_day channel",
            (1, 1, "2025-01-10", "course", "core", 1, 100.0, 0.0, 100.0, 0.0, None, "search"),
            (1, 1, "2025-01-10", "kit", "add_on", 1, 50.0, 10.0, 40.0, 40.0, "2025-01-30", "search"),
            (2, 2, "2025-02-20", "course", "core", 1, 100.0, 0.0, 100.0, 0.0, None, "social"),
            (3, 3, "2025-03-31", "gift", "lead_magnet", 1, 0.0, 0.0, 0.0, 0.0, None, "social"),
        ),
        subscriptions=rows(
            "subscription_id customer_id product start end price interval_months quantity discount ended_by",
            (1, 1, "plan", "2025-01-02", "2025-01-16", 0.0, 1, 1, 0.0, "changed"),  # a trial that paid
            (3, 3, "plan", "2025-02-10", "2025-02-24", 0.0, 1, 1, 0.0, "cancelled"),  # one that did not
            (1, 1, "plan", "2025-01-16", "2025-03-01", 31.0, 1, 1, 0.0, "changed"),
            (1, 1, "plus", "2025-03-01", None, 62.0, 1, 1, 0.0, ""),
            (2, 2, "plan", "2025-02-20", "2025-04-10", 31.0, 1, 1, 0.0, "cancelled"),
        ),
        activity=rows(
            "customer_id day action count",
            (1, "2025-02-01", "visit", 6),
            (1, "2025-02-02", "post", 2),
            (2, "2025-02-02", "visit", 24),
        ),
        surveys=rows(
            "customer_id day survey question answer",
            (1, "2025-02-10", "nps", "score", 10.0),
            (2, "2025-03-20", "nps", "score", 3.0),
        ),
        partners=rows(
            "partner day step count",
            ("mill", "2025-01-05", "signed_up", 1),
            ("mill", "2025-02-03", "first_call", 1),
            ("mill", "2025-02-20", "call", 9),
            ("oven", "2025-02-10", "signed_up", 1),
            ("oven", "2025-03-01", "sandbox", 1),
            ("mill", "2025-03-15", "left", 1),
        ),
        assets=rows(
            "asset_id customer_id day kind removed",
            (1, 1, "2025-01-30", "template", None),
            (2, 2, "2025-03-01", "template", "2025-03-09"),
            (3, 2, "2025-03-02", "story", "2025-04-02"),
        ),
        exposures=rows(
            "customer_id day feature variant",
            (1, "2025-01-05", "hints", "with"),  # bought five days later
            (2, "2025-01-03", "hints", "without"),  # bought, but after more than 20 days
            (3, "2025-02-02", "hints", "with"),
        ),
        market=rows(
            "sale_id customer_id day seller amount fee",
            (1, 1, "2025-02-01", "mill", 40.0, 12.0),
            (2, 2, "2025-02-28", "oven", 60.0, 9.0),
            (3, 2, "2025-04-01", "oven", 0.0, 0.0),
        ),
    )


@pytest.fixture(scope="module")
def quillwork_year():
    return simulate(quillwork(), months=14, seed=4)


@pytest.fixture
def blueprint():
    steps = [
        ("awareness", "consideration", 30),
        ("consideration", "purchase", 20),
        ("purchase", "activation", 14),
    ]
    return Blueprint(
        name="Small",
        funnel=[FunnelStep(from_stage=a, to_stage=b, rate=0.5, window_days=days) for a, b, days in steps],
    )


# By hand; None is NaN. April 30 is the last day.
EXPECTED = {
    "visitors": [2, 0, 0, 1],
    "leads": [1, 1, 0, 0],
    "lead_conversion": [1.0, None, None, None],  # both of January; the one of April is too young
    "conversion": [1.0, 1.0, None, None],
    "activation_rate": [1.0, 0.0, None, None],
    "new_customers": [1, 1, 0, 0],
    "customers": [1, 2, 2, 2],
    "orders": [1, 1, 0, 0],
    "order_revenue": [140, 100, 0, 0],
    "recurring_revenue": [16, 31 + 31 * 9 / 28, 62 + 31, 62 + 31 * 9 / 30],
    "revenue": [156, 131 + 31 * 9 / 28, 93, 62 + 31 * 9 / 30],
    "aov": [140, 100, None, None],
    "refund_rate": [40 / 140, 0.0, None, None],
    "mrr": [31, 62, 93, 62],
    "new_mrr": [31, 31, 0, 0],
    "expansion_mrr": [0, 0, 31, 0],
    "contraction_mrr": [0, 0, 0, 0],
    "churned_mrr": [0, 0, 0, 31],
    "reactivation_mrr": [0, 0, 0, 0],
    "subscribers": [1, 2, 2, 1],
    "arppu": [31, 31, 46.5, 62],
    "arpu": [156, (131 + 31 * 9 / 28) / 2, 93 / 2, (62 + 31 * 9 / 30) / 2],
    "mrr_per_customer": [31, 31, 46.5, 31],
    "churn_rate": [None, 0, 0, 0.5],
    "gross_mrr_churn": [None, 0, 0, 31 / 93],
    "net_mrr_churn": [None, 0, -0.5, 31 / 93],
    "quick_ratio": [None, None, None, 0],
    "trial_to_paid": [1.0, 0.0, None, None],
    "nrr": [None] * 4,
    "grr": [None] * 4,
    # All but order 1, which was before the subscription, by 5.5 months of subscribers; 1 was lost of 5.
    "ltv": [None, None, None, (16 + 31 + 31 * 9 / 28 + 100 + 93 + 62 + 31 * 9 / 30) / 5.5 / (1 / 5)],
    "subscription_ltv": [None, None, None, 124],
    "active_members": [0, 2, 0, 0],
    "stickiness": [None, 3 / 28 / 2, None, None],
    "engagement": [None, (100 * (0.5 + 1) / 5 + 100 * 1 / 5) / 2, None, None],
    "nps": [None, 100, -100, None],
    "integration_adoption": [0, 1 / 2, 0, 0],  # in March both are there, from April on oven alone
    "ugc_growth": [1, 0, 2, 0],
    "ugc_assets": [1, 1, 2, 1],
    "feature_lift": [1.0, None, None, None],
    "gmv": [0, 100, 0, 0],
    "take_rate": [None, 0.21, None, None],
}


def test_every_registered_kpi_has_an_example_worked_by_hand():
    lacking = sorted(set(kpi.REGISTRY) - set(EXPECTED))
    assert not lacking, f"without an example: {', '.join(lacking)}. Add the value of each month to EXPECTED"
    unknown = sorted(set(EXPECTED) - set(kpi.REGISTRY))
    assert not unknown, f"no KPI is registered as {', '.join(unknown)}; take it out of EXPECTED"


@pytest.mark.parametrize("id", EXPECTED)
def test_a_kpi_has_the_value_worked_by_hand(id, ledger, blueprint):
    table = kpi.compute(blueprint, ledger, id)
    assert table["month"].tolist() == MONTHS
    expected = [math.nan if value is None else value for value in EXPECTED[id]]
    assert table["value"].tolist() == pytest.approx(expected, nan_ok=True)
    assert (table["reason"] != "").tolist() == table["value"].isna().tolist()


def test_reasons_say_what_is_missing(ledger, blueprint):
    def reasons(id):
        return kpi.compute(blueprint, ledger, id)["reason"].tolist()

    assert reasons("lead_conversion")[1] == "nobody started in this month"
    young = "too young: 0 of 1 observed for 30 days; all will be on 2025-05-31"
    assert reasons("lead_conversion")[3] == young
    assert reasons("refund_rate")[2:] == ["no paid order in this month"] * 2
    assert reasons("churn_rate")[0] == "nobody pays for a subscription at the start of the month"
    assert reasons("nps")[0] == "no answers in this month"
    assert reasons("nrr")[0].startswith(
        "2024-01 lies before the ledger, whose first day is 2025-01-01: nobody knows"
    )
    assert "with a churn of 0 nobody ever leaves" in reasons("ltv")[1]
    assert reasons("quick_ratio")[0] == "no MRR was lost in this month"


def test_a_month_can_be_read_when_half_of_its_people_are_old_enough(ledger, blueprint):
    """The reason names the day from which on the whole month can be read; one day before, it cannot."""

    def february(end):
        cut = Ledger(**ledger.between("2025-01-01", end).tables, start="2025-01-01", end=end)
        return kpi.compute(blueprint, cut, "conversion").iloc[1]

    assert february("2025-02-22")["reason"].startswith("too young: 0 of 1 observed for 20 days; all will be")
    assert february("2025-02-23")["value"] == 1


def test_targets_are_judged_by_direction_and_change_is_to_the_month_before(ledger):
    blueprint = Blueprint(
        name="Small",
        kpis=[
            Kpi(id="mrr", name="MRR!", unit="currency", target=62),
            Kpi(id="churn_rate", name="Churn", unit="fraction", direction="down", target=0.1),
            Kpi(id="orders", name="Orders"),
        ],
    )
    table = kpi.compute(blueprint, ledger).set_index(["kpi", "month"])
    assert table.loc["mrr", "on_target"].tolist() == [False, True, True, True]
    assert table.loc["churn_rate", "on_target"].tolist() == [pd.NA, True, True, False]
    assert table.loc["orders", "on_target"].isna().all()
    assert table.loc["mrr", "change"].tolist() == pytest.approx([math.nan, 31, 31, -31], nan_ok=True)
    assert table.loc["mrr", "name"].unique().tolist() == ["MRR!"]
    assert table.loc["churn_rate", "direction"].unique().tolist() == ["down"]


def test_the_table_has_the_agreed_columns_and_kinds(ledger, blueprint):
    table = kpi.compute(blueprint, ledger, ["mrr", "nps"])
    assert list(table.columns) == [
        "kpi", "name", "month", "value", "target", "direction", "unit", "on_target", "change", "reason",
    ]  # fmt: skip
    assert table["month"].dtype == "period[M]"
    assert table["on_target"].dtype == "boolean"
    assert table[["value", "target", "change"]].dtypes.astype(str).unique().tolist() == ["float64"]
    assert table.attrs["definition"]["nps"].startswith("100 x (promoters - detractors)")


def test_a_kpi_can_be_asked_for_by_id_or_as_it_is_defined(ledger, blueprint):
    mine = Kpi(id="mrr", name="Mine", unit="currency", target=50)
    table = kpi.compute(blueprint, ledger, [mine, "nps", mine])
    assert table["name"].unique().tolist() == ["Mine", "Net promoter score"]
    assert kpi.compute(blueprint, ledger, mine)["on_target"].tolist() == [False, True, True, True]


def test_what_the_blueprint_leaves_open_is_taken_from_the_registry(ledger):
    blueprint = Blueprint(name="Small", kpis=[Kpi(id="churn_rate", name="Churn", target=0.1)])
    table = kpi.compute(blueprint, ledger)
    assert table[["unit", "direction"]].drop_duplicates().values.tolist() == [["fraction", "down"]]


def test_a_unit_that_is_not_the_kpis_own_is_refused(ledger):
    blueprint = Blueprint(name="Small", kpis=[Kpi(id="mrr", name="MRR", unit="count", target=1)])
    with pytest.raises(ValueError, match="gives the KPI 'mrr' the unit 'count', but it is a currency"):
        kpi.compute(blueprint, ledger)


def test_a_ledger_of_another_currency_is_refused(ledger):
    with pytest.raises(ValueError, match=r"the blueprint's money is EUR, the ledger's is USD"):
        kpi.compute(Blueprint(name="Small", currency="EUR"), ledger, "mrr")


def test_an_unknown_kpi_is_nan_with_the_nearest_id(ledger):
    blueprint = Blueprint(name="Small", kpis=[Kpi(id="mmr", name="My MRR", unit="currency", target=5)])
    table = kpi.compute(blueprint, ledger)
    assert table["value"].isna().all()
    assert set(table["reason"]) == {"unknown KPI 'mmr'. Did you mean 'mrr'?"}
    assert table["unit"].unique().tolist() == ["currency"]
    assert kpi.compute(blueprint, ledger, "zzzzzz")["reason"].iloc[0] == "unknown KPI 'zzzzzz'."


def test_an_empty_ledger_has_no_months_and_says_so(blueprint):
    table = kpi.compute(blueprint, empty_ledger(), list(kpi.REGISTRY))
    assert table.empty
    assert table.attrs["reason"] == "the ledger covers no days"
    assert table["on_target"].dtype == "boolean"


def test_months_without_events_count_zero_and_average_nothing(blueprint):
    table = kpi.compute(blueprint, empty_ledger(start="2025-01-01", end="2025-03-01"), list(kpi.REGISTRY))
    zero = sorted(table.loc[table["value"].notna(), "kpi"].unique())
    assert zero == sorted(each.id for each in kpi.REGISTRY.values() if each.additive)
    assert (table["value"].dropna() == 0).all()
    assert (table.loc[table["value"].isna(), "reason"] != "").all()


def test_a_table_that_was_never_filled_is_not_counted_as_zero(ledger, blueprint):
    only_orders = ledger_of(orders=ledger.orders)
    table = kpi.compute(blueprint, only_orders, ["visitors", "active_members", "nps", "mrr"]).set_index("kpi")
    assert set(table.loc["visitors", "reason"]) == {"the ledger has no touches"}
    assert set(table.loc["active_members", "reason"]) == {"the ledger has no activity"}
    assert set(table.loc["nps", "reason"]) == {"the ledger has no surveys"}
    assert set(table.loc["mrr", "value"]) == {0}


def test_one_customer_is_enough(ledger, blueprint):
    mine = {name: table for name, table in ledger.tables.items() if "customer_id" in table}
    one = Ledger(**{name: table[table["customer_id"] == 1] for name, table in mine.items()})
    table = kpi.compute(blueprint, one, list(kpi.REGISTRY))
    assert (table["value"].isna() == (table["reason"] != "")).all()
    assert table.set_index("kpi").loc["customers", "value"].tolist() == [1, 1, 1]


def test_a_month_only_partly_covered_is_not_judged(ledger):
    blueprint = Blueprint(name="Small", kpis=[Kpi(id="mrr", name="MRR", unit="currency", target=1)])
    part = Ledger(**ledger.tables, start="2025-01-02", end="2025-04-11")
    table = kpi.compute(blueprint, part)
    assert table["on_target"].isna().tolist() == [True, False, False, True]
    assert table.attrs["partial_months"] == ["2025-01", "2025-04"]


def test_payments_of_subscriptions_among_the_orders_are_not_counted_twice(ledger, blueprint):
    payment = ledger.orders.iloc[[0]].assign(
        order_id=9, product="plan", kind="subscription", amount=31.0, price=31.0
    )
    both = ledger_of(**{**ledger.tables, "orders": pd.concat([ledger.orders, payment], ignore_index=True)})
    ids = ["revenue", "orders", "aov"]
    pd.testing.assert_frame_equal(kpi.compute(blueprint, both, ids), kpi.compute(blueprint, ledger, ids))


def test_customers_from_before_the_ledger_are_customers(ledger, blueprint):
    later = Ledger(subscriptions=ledger.subscriptions, start="2025-02-01", end="2025-05-01")
    table = kpi.compute(blueprint, later, ["customers", "new_customers"]).set_index("kpi")
    assert table.loc["customers", "value"].tolist() == [2, 2, 2]
    assert table.loc["new_customers", "value"].tolist() == [1, 0, 0]


class TestSegments:
    @pytest.fixture
    def described(self):
        names = ["social", "search", "never"]
        return Blueprint(
            name="Small",
            products=[
                Product(id="course", name="Course", kind="core", price=100),
                Product(id="plan", name="Plan", kind="subscription", price=31, billing="month"),
            ],
            kpis=[
                Kpi(id="mrr", name="MRR", unit="currency", target=50),
                Kpi(id="arppu", name="ARPPU", unit="currency", target=40),
                Kpi(id="visitors", name="Visitors", target=1),
            ],
            assumptions=Assumptions(channels=[Channel(name=name, visitors_per_month=1) for name in names]),
        )

    def test_channels_come_in_the_blueprints_order_and_add_up(self, ledger, described):
        table = kpi.compute(described, ledger, by="channel")
        assert table.columns.tolist()[:4] == ["kpi", "name", "channel", "month"]
        assert table["channel"].unique().tolist() == ["social", "search"]
        mrr = table[table["kpi"] == "mrr"].pivot(index="month", columns="channel", values="value")
        assert mrr["search"].tolist() == [31, 31, 62, 62]
        assert mrr["social"].tolist() == [0, 31, 31, 0]

    def test_sums_have_no_target_in_a_segment_and_averages_do(self, ledger, described):
        table = kpi.compute(described, ledger, by="channel").set_index("kpi")
        assert table.loc["mrr", "target"].isna().all()
        assert table.loc["mrr", "on_target"].isna().all()
        assert (table.loc["arppu", "target"] == 40).all()

    def test_products_have_their_sales_and_no_visitors(self, ledger, described):
        table = kpi.compute(described, ledger, ["mrr", "visitors", "order_revenue"], by="product")
        assert table["product"].unique().tolist() == ["course", "plan", "gift", "kit", "plus"]
        by_product = table.set_index(["kpi", "product"]).sort_index(kind="stable")
        assert by_product.loc[("mrr", "plan"), "value"].tolist() == [31, 62, 31, 0]
        assert by_product.loc[("mrr", "plus"), "value"].tolist() == [0, 0, 62, 62]
        assert by_product.loc[("order_revenue", "course"), "value"].tolist() == [100, 100, 0, 0]
        assert set(by_product.loc["visitors", "reason"]) == {"touches are not recorded by product"}

    def test_spend_is_cut_by_its_channel_and_not_by_product(self, ledger, described):
        @kpi.register("ads", name="Ads", base="everyone", unit="currency", source="spend")
        def ads(book):
            """What was spent."""
            return book.total(book.ledger.spend["amount"], book.ledger.spend["day"])

        try:
            assert set(kpi.compute(described, ledger, "ads")["reason"]) == {"the ledger has no spend"}
            ledger.spend = rows(
                "day channel amount", ("2025-02-03", "search", 40.0), ("2025-03-03", "podcast", 9.0)
            )
            table = kpi.compute(described, ledger, "ads", by="channel").set_index("channel")
            assert table.loc["search", "value"].tolist()[:3] == [0, 40, 0]
            assert table.loc["podcast", "value"].sum() == 9
            table = kpi.compute(described, ledger, "ads", by="product")
            assert set(table["reason"]) == {"spend is not recorded by product"}
        finally:
            del kpi.REGISTRY["ads"]

    def test_change_is_within_the_segment(self, ledger, described):
        table = kpi.compute(described, ledger, "mrr", by="channel").set_index("channel")
        assert math.isnan(table.loc["search", "change"].iloc[0])
        assert table.loc["search", "change"].tolist()[1:] == [0, 31, 0]

    def test_who_has_no_channel_is_unknown(self, ledger, described):
        orders = ledger.orders.assign(channel="")
        table = kpi.compute(described, ledger_of(orders=orders), "order_revenue", by="channel")
        assert table["channel"].unique().tolist() == ["unknown"]
        assert table["value"].tolist() == [140, 100, 0, 0]

    def test_another_way_to_cut_is_refused(self, ledger, described):
        with pytest.raises(ValueError, match="Did you mean 'channel'"):
            kpi.compute(described, ledger, by="chanel")

    def test_an_empty_ledger_has_no_segments(self, described):
        table = kpi.compute(described, empty_ledger(), by="channel")
        assert table.empty
        assert "channel" in table


class TestRegister:
    @pytest.fixture(autouse=True)
    def tidy(self):
        before = dict(kpi.REGISTRY)
        yield
        kpi.REGISTRY.clear()
        kpi.REGISTRY.update(before)

    def test_a_kpi_of_ones_own_is_computed_like_the_others(self, ledger, blueprint):
        @kpi.register("kits", name="Kits", base="everyone", unit="count", source="orders")
        def kits(book):
            """Kits sold in the month."""
            return book.count(book.ledger.orders.query("product == 'kit'")["day"])

        table = kpi.compute(blueprint, ledger, "kits")
        assert table["value"].tolist() == [1, 0, 0, 0]
        assert table.attrs["definition"] == {"kits": "Kits sold in the month."}
        assert kpi.describe().set_index("id").loc["kits", "name"] == "Kits"

    def test_months_left_out_are_nan_with_the_reason_given(self, ledger, blueprint):
        @kpi.register("half", name="Half", base="-", unit="ratio", source="orders", missing="not asked")
        def half(book):
            """A half in January."""
            return pd.Series({MONTHS[0]: 0.5})

        assert kpi.compute(blueprint, ledger, "half")["reason"].tolist() == ["", *["not asked"] * 3]

    def test_it_can_be_registered_again_but_not_in_place_of_ours(self):
        for _ in range(2):

            @kpi.register("mine", name="Mine", base="-", unit="ratio", source="orders")
            def mine(book):
                """Mine."""

        with pytest.raises(ValueError, match="'mrr' is one of ecotools: Monthly price"):
            kpi.register("mrr", name="Mine", base="-", unit="ratio", source="orders")(mine)

    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            ({"id": "My KPI"}, "id must be lower-case letters"),
            ({"unit": "dollars"}, "unit must be one of"),
            ({"direction": "upp"}, "Did you mean 'up'"),
            ({"source": "order"}, "Did you mean 'orders'"),
            ({"window": "months"}, "Did you mean 'month'"),
        ],
    )
    def test_bad_settings_are_refused(self, settings, message):
        given = {"id": "mine", "name": "Mine", "base": "-", "unit": "ratio", "source": "orders"} | settings
        with pytest.raises(ValueError, match=message):
            kpi.register(given.pop("id"), **given)

    def test_a_function_without_a_definition_is_refused(self):
        with pytest.raises(ValueError, match="needs a docstring: it is the definition"):
            kpi.register("mine", name="Mine", base="-", unit="ratio", source="orders")(lambda book: None)


def test_targets_and_weights_of_engagement_come_from_the_blueprint(ledger):
    settings = {"engagement": {"targets": {"visit": 12, "post": 2}, "weights": {"visit": 1, "post": 3}}}
    blueprint = Blueprint(name="Small", community=settings)
    score = kpi.compute(blueprint, ledger, "engagement")["value"].iloc[1]
    assert score == pytest.approx(((0.5 * 25 + 75) + 25) / 2)


def test_every_kpi_says_what_it_is():
    described = kpi.describe()
    assert described["id"].is_unique
    assert (described.map(len) > 0).all(axis=None)
    assert described["definition"].str.endswith(".").all()


@pytest.fixture(scope="module")
def case():
    blueprint = quillwork()
    beyond = [PartnerProgramme(3), UserAssets(0.2), FeatureTest("hints", 0.2), Trading(9, 0.3, 20)]
    return blueprint, simulate(blueprint, months=8, seed=3, scale=0.5, ecosystem=beyond)


@pytest.fixture(scope="module")
def table(case):
    return kpi.compute(*case, kpis=list(kpi.REGISTRY))


class TestOnQuillwork:
    def test_every_kpi_can_be_computed_in_some_month(self, table):
        values = table.groupby("kpi")["value"].apply(lambda value: value.notna().any())
        assert sorted(values[~values].index) == ["grr", "nrr", "trial_to_paid"]  # Quillwork has no trial

    def test_a_value_has_no_reason_and_a_nan_always_has_one(self, table):
        assert ((table["reason"] == "") == table["value"].notna()).all()

    def test_it_agrees_with_the_measures(self, case, table):
        _, ledger = case
        month = pd.Period("2025-05", "M")
        value = table[table["month"] == month].set_index("kpi")["value"]
        moved = revenue.movements(ledger).loc[month]
        assert value[["mrr", "new_mrr", "churned_mrr"]].tolist() == moved[["end", "new", "churn"]].tolist()
        assert value["mrr"] == revenue.mrr(ledger, "2025-05")
        assert value["arppu"] == pytest.approx(revenue.mrr_by_customer(ledger, "2025-05").mean())
        assert value["churn_rate"] == retention.churn_rate(ledger, "2025-05")
        assert value["stickiness"] == pytest.approx(community.stickiness(ledger, at="2025-05-31"))
        in_may = ledger.orders[ledger.orders["day"].dt.to_period("M") == month]
        assert value["aov"] == pytest.approx(revenue.aov(in_may))
        answers = community.nps_answers(ledger)
        assert value["nps"] == community.nps(answers[answers.index.to_period("M") == month])["nps"]

    def test_conversions_agree_with_the_funnel_and_with_activation(self, case, table):
        _, ledger = case
        month = pd.Period("2025-05", "M")
        value = table[table["month"] == month].set_index("kpi")["value"]
        touches = ledger.touches
        monthly = funnel.funnel_by_month(
            touches, ["awareness", "consideration"], window=30, until=ledger.end
        ).set_index(["month", "step"])
        assert value["lead_conversion"] == pytest.approx(monthly.loc[(month, "consideration"), "step_rate"])
        bought = touches[(touches["stage"] == "purchase") & (touches["day"].dt.to_period("M") == month)]
        done = touches[touches["stage"] == "activation"]
        rate = community.activation_rate(bought, done, within=14, until=ledger.end)
        assert value["activation_rate"] == pytest.approx(rate)

    def test_channels_add_up_to_the_whole(self, case, table):
        parts = kpi.compute(
            *case, kpis=[each.id for each in kpi.REGISTRY.values() if each.additive], by="channel"
        )
        sums = parts.groupby(["kpi", "month"])["value"].sum(min_count=1)
        whole = table.set_index(["kpi", "month"])["value"].reindex(sums.index)
        pd.testing.assert_series_equal(sums, whole, atol=0.02)

    def test_the_true_rates_are_found_again_in_every_channel(self, case):
        blueprint, ledger = case
        rates = kpi.compute(blueprint, ledger, ["lead_conversion", "visitors"], by="channel")
        pairs = rates.pivot(index=["channel", "month"], columns="kpi", values="value").dropna()
        for channel, true in ledger.truth["funnel_by_channel"]["awareness>consideration"].items():
            found = pairs.loc[channel]
            share = (found["lead_conversion"] * found["visitors"]).sum() / found["visitors"].sum()
            error = math.sqrt(true * (1 - true) / found["visitors"].sum())
            assert abs(share - true) < 4 * error


@pytest.mark.parametrize(
    ("arguments", "message"), [((None, None), "blueprint must be a Blueprint"), ((1, 2), "Blueprint")]
)
def test_something_else_than_a_blueprint_or_a_ledger_is_refused_by_name(arguments, message, blueprint):
    with pytest.raises(TypeError, match=message):
        kpi.compute(*arguments)
    with pytest.raises(
        TypeError, match=r"ledger must be a Ledger, such as read_ledger\('ledger'\) gives, not None"
    ):
        kpi.compute(blueprint, None)


@pytest.mark.parametrize("id", ["nrr", "grr"])
def test_retention_reads_the_subscriptions_once_and_not_once_a_month(id, quillwork_year, monkeypatch):
    read = []
    monkeypatch.setattr(rates, "read_terms", lambda *given: read.append(given) or read_terms(*given))
    table = kpi.compute(quillwork(), quillwork_year, id)
    assert len(read) == 1
    expected = [getattr(revenue, id)(quillwork_year, month) for month in table["month"]]
    assert table["value"].tolist() == pytest.approx(expected, nan_ok=True)
    assert table["reason"].tolist() == [measure.reason for measure in expected]


def test_an_upsell_moves_revenue_per_customer_and_lifetime_value(ledger, blueprint):
    more = rows(
        f"order_id customer_id day product kind {MONEY} refund_day channel",
        (9, 1, "2025-04-20", "kit", "add_on", 1, 50.0, 0.0, 50.0, 0.0, None, "search"),
    )
    sold = ledger_of(**{**ledger.tables, "orders": pd.concat([ledger.orders, more], ignore_index=True)})
    for id, moves in {"arpu": True, "ltv": True, "arppu": False, "subscription_ltv": False}.items():
        before, after = (kpi.compute(blueprint, each, id)["value"].iloc[-1] for each in (ledger, sold))
        assert (after > before) == moves, id


def test_one_bad_month_moves_the_lifetime_value_less_than_that_of_the_subscription(quillwork_year):
    table = kpi.compute(quillwork(), quillwork_year, ["ltv", "subscription_ltv"])
    value = table.pivot(index="month", columns="kpi", values="value").iloc[4:]
    leaps = value.pct_change().abs().max()
    assert leaps["ltv"] < leaps["subscription_ltv"] / 2


def test_the_order_of_rows_moves_no_kpi(quillwork_year):
    mixed = Ledger(
        **{name: table.sample(frac=1, random_state=3) for name, table in quillwork_year.tables.items()},
        start=quillwork_year.start,
        end=quillwork_year.end,
    )
    for by in (None, "channel"):
        one, other = (kpi.compute(quillwork(), each, by=by) for each in (quillwork_year, mixed))
        pd.testing.assert_frame_equal(one, other)


def test_a_trial_is_used_before_it_is_paid(ledger):
    steps = [("awareness", "consideration", 30), ("consideration", "activation", 30)]
    tried = Blueprint(
        name="Small",
        funnel=[FunnelStep(from_stage=a, to_stage=b, rate=0.5, window_days=days) for a, b, days in steps],
    )
    told = kpi.compute(tried, ledger, "activation_rate")["value"].tolist()
    first = ledger.touches.query("stage == 'consideration'").drop_duplicates("customer_id")
    used = ledger.touches.query("stage == 'activation'").groupby("customer_id")["day"].min()
    waited = used.reindex(first["customer_id"]).to_numpy() - first["day"].to_numpy()
    january = first["day"].dt.month.to_numpy() == 1
    assert told[0] == (waited[january] <= pd.Timedelta(days=30)).mean()
