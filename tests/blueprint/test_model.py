"""Blueprints: what they hold, and what they refuse when made in Python."""

import copy
import pickle
from datetime import date

import numpy as np
import pytest
from pydantic import ValidationError

from ecotools.blueprint import STAGES, Blueprint, BlueprintError, Churn, FunnelStep, Kpi, Phase, Product
from ecotools.blueprint.assumptions import Activity, Assumptions, Channel, Nps
from ecotools.blueprint.journey import Touchpoint
from ecotools.blueprint.launch import Plan
from ecotools.data import quillwork


@pytest.fixture
def small():
    return Blueprint(
        name="Small",
        products=[
            Product(id="core", name="Core", kind="core", price=100),
            Product(id="plan", name="Plan", kind="subscription", price=30, billing="quarter"),
            Product(id="bundle", name="Bundle", kind="bundle", price=120, includes=["core"]),
        ],
        journey=[
            Touchpoint(id="buy", stage="purchase", asset="Page", product="core"),
            Touchpoint(id="see", stage="awareness", asset="Post", next=["buy"]),
        ],
    )


def test_a_name_is_all_that_a_blueprint_needs():
    blueprint = Blueprint(name="Mine")
    assert blueprint.currency == "USD"
    assert blueprint.products == []
    assert blueprint.gaps() == list(STAGES)


def test_products_are_found_by_id_and_a_typo_is_answered_with_the_nearest(small):
    assert small.product("plan").interval_months == 3
    with pytest.raises(ValueError, match=r"product must be one of .* Did you mean 'plan'\?"):
        small.product("plann")


@pytest.mark.parametrize(("billing", "months"), [("one_time", 0), ("month", 1), ("quarter", 3), ("year", 12)])
def test_a_billing_interval_has_its_months(billing, months):
    assert Product(id="a", name="A", kind="community", billing=billing).interval_months == months


def test_touchpoints_come_in_the_order_of_the_stages(small):
    assert [point.id for point in small.touchpoints()] == ["see", "buy"]
    assert [point.id for point in small.touchpoints("purchase")] == ["buy"]
    assert small.gaps() == ["consideration", "activation", "retention", "referral"]
    with pytest.raises(ValueError, match="Did you mean 'purchase'"):
        small.touchpoints("purchasing")


def test_a_section_is_given_as_a_table_even_when_it_is_empty(small):
    assert small.table("products")["id"].tolist() == ["core", "plan", "bundle"]
    assert list(small.table("kpis").columns)[:3] == ["id", "name", "formula"]
    with pytest.raises(ValueError, match="Did you mean 'journey'"):
        small.table("jorney")


def test_a_funnel_step_takes_the_words_of_yaml_and_of_python():
    words = FunnelStep.model_validate({"from": "awareness", "to": "purchase", "rate": 0.1})
    assert words == FunnelStep(from_stage="awareness", to_stage="purchase", rate=0.1)
    assert words.window_days == 30


def test_every_assumption_has_a_default():
    assumptions = Assumptions()
    assert [channel.visitors_per_month for channel in assumptions.channels] == [1000]
    assert assumptions.churn_of("anything").mean == 1 / 16
    assert assumptions.activity == Activity()
    assert assumptions.nps.promoters + assumptions.nps.passives + assumptions.nps.detractors == 1


def test_churn_given_for_a_product_is_the_one_used():
    assert Assumptions(churn={"plan": Churn(alpha=1, beta=3)}).churn_of("plan").mean == 0.25


def test_defaults_are_not_shared_between_blueprints():
    one, other = Blueprint(name="One"), Blueprint(name="Other")
    one.products.append(Product(id="a", name="A", kind="core"))
    Assumptions().channels.append(Channel(name="b", visitors_per_month=1))
    assert other.products == []
    assert len(Assumptions().channels) == 1


def test_numbers_of_numpy_are_numbers():
    product = Product(id="a", name="A", kind="core", price=np.float64(9.5), cost=np.int64(2))
    assert (type(product.price), product.cost) == (float, 2.0)
    assert (
        FunnelStep(from_stage="awareness", to_stage="purchase", rate=1, window_days=np.int64(7)).window_days
        == 7
    )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Product(id="a", name="A", kind="core", price=-1), "zero or more, found -1"),
        (lambda: Product(id="a", name="A", kind="core", price="49"), "Write 49, without quotes"),
        (lambda: Product(id="a", name="A", kind="core", price=True), "found true"),
        (lambda: Product(id="a", name="A", kind="core", price=float("nan")), "an amount of money"),
        (lambda: Product(id="a", name="A", kind="core", price=float("inf")), "an amount of money"),
        (lambda: Product(id="My Course", name="A", kind="core"), "Write 'my_course'"),
        (lambda: Product(id=7, name="A", kind="core"), 'Write it in quotes: "7"'),
        (lambda: Product(id="a", name=" ", kind="core"), "It is empty"),
        (lambda: Product(id="a", name="A", kind="core", colour="red"), "colour"),
        (lambda: Churn(alpha=0, beta=3), "above zero, found 0"),
        (lambda: Churn(alpha=1, beta=-2), "above zero, found -2"),
        (lambda: Channel(name="a", visitors_per_month=0), "above zero, found 0"),
        (lambda: Channel(name="a", visitors_per_month=1, monthly_growth=-1), "above -1"),
        (lambda: Channel(name="a", visitors_per_month=1, monthly_growth=5), "did you mean 0.05"),
        (lambda: Nps(promoters=0.5, passives=0.5, detractors=0.5), "sum to 1, found 1.5"),
        (lambda: Assumptions(payment_failure_rate=3), "Rates are fractions: 0.03, not 3"),
        (lambda: Assumptions(refund_window_days=1.5), "whole number of days"),
        (lambda: Kpi(id="mrr", name="MRR", target="12,400"), "Write 12400, without quotes"),
        (lambda: FunnelStep(from_stage="awareness", to_stage="purchase", rate="5%"), "write 0.05"),
        (lambda: Blueprint(name="A", community="small"), "community"),
    ],
)
def test_a_wrong_value_is_refused_with_what_would_be_right(make, message):
    with pytest.raises(ValidationError) as caught:
        make()
    assert message in str(caught.value)


def test_references_are_checked_in_python_as_in_files():
    with pytest.raises(ValidationError, match=r"journey\[buy\].product: unknown product 'coer'"):
        Blueprint(name="A", journey=[Touchpoint(id="buy", stage="purchase", asset="Page", product="coer")])


def test_an_assignment_that_would_break_a_blueprint_is_refused_and_undone(small):
    with pytest.raises(ValidationError, match="unknown product 'core'"):
        small.products = []
    with pytest.raises(ValidationError, match="zero or more"):
        small.products[0].price = -1
    assert [product.price for product in small.products] == [100, 30, 120]


@pytest.mark.parametrize("use", [Blueprint.checked, Blueprint.to_yaml])
def test_what_was_broken_in_place_is_noticed_when_checking_and_writing(small, use):
    assert small.checked() == small and small.checked() is not small
    del small.products[0]
    with pytest.raises(BlueprintError, match=r"journey\[buy\].product: unknown product 'core'"):
        use(small)


def test_a_blueprint_made_in_python_is_written_and_read_again(small):
    text = small.to_yaml()
    assert text.startswith(
        "name: Small\n\nproducts:\n  - id: core\n    name: Core\n    kind: core\n    price: 100\n"
    )
    assert Blueprint.from_yaml(text) == small
    assert Blueprint.from_yaml(text).to_yaml() == text


def test_copies_write_what_the_original_does():
    blueprint = quillwork()
    assert copy.deepcopy(blueprint).to_yaml() == blueprint.to_yaml()
    assert pickle.loads(pickle.dumps(blueprint)).to_yaml() == blueprint.to_yaml()


def test_what_was_said_is_told_from_a_default_and_survives_writing_and_checking(small):
    said = Product(id="gift", name="Gift", kind="lead_magnet", price=0)
    small.products.append(said)
    assert said.said("price") and not said.said("billing") and not said.said("problem")
    again = Blueprint.from_yaml(small.to_yaml())
    for blueprint in (small.checked(), again, copy.deepcopy(again), pickle.loads(pickle.dumps(again))):
        assert blueprint.product("gift").said("price")
        assert not blueprint.product("gift").said("cost")
        assert not blueprint.said("kpis")
    small.kpis.append(Kpi(id="nps", name="NPS"))
    assert small.said("kpis") and small.checked().said("kpis")


def test_numbers_of_numpy_and_days_are_written_as_yaml_has_them(small):
    small.plan = Plan(title_days=np.int64(90), phases=[Phase(id="a", start=date(2025, 3, 1))])
    assert small.to_yaml().endswith(
        'plan:\n  title_days: 90\n  phases:\n    - id: a\n      start: "2025-03-01"\n'
    )
    assert Blueprint.from_yaml(small.to_yaml()).plan.phases[0].start == date(2025, 3, 1)


def test_the_models_export_a_json_schema_with_the_meaning_of_every_field():
    schema = Blueprint.model_json_schema()
    assert set(schema["properties"]) >= {"name", "products", "journey", "funnel", "kpis", "assumptions"}
    parts = [schema, *schema["$defs"].values()]
    assert all(
        "description" in field
        for part in parts
        for field in part["properties"].values()
        if "$ref" not in field
    )
