"""Arguments and blueprints that cannot be simulated get an error that says what to do."""

import math

import pytest

from ecotools.blueprint import Blueprint, BlueprintError, Churn
from ecotools.simulate import BrokenOnboarding, FailedPaymentRun, PriceChange, simulate


@pytest.mark.parametrize("months", [0, -3])
def test_months_below_one_are_refused(company, months):
    with pytest.raises(ValueError, match=f"months must be a whole number, 1 or more, not {months}"):
        simulate(company, months)


@pytest.mark.parametrize("months", ["12", None, True])
def test_months_that_are_no_number_are_refused(company, months):
    with pytest.raises(TypeError, match="months must be a number, not"):
        simulate(company, months)


def test_more_than_fifty_years_are_refused(company):
    with pytest.raises(ValueError, match="months must be 600 or fewer, not 601"):
        simulate(company, 601)


@pytest.mark.parametrize(
    ("seed", "error"), [(1.5, ValueError), ("a", TypeError), (None, TypeError), (-1, ValueError)]
)
def test_a_seed_that_is_no_whole_number_is_refused(company, seed, error):
    with pytest.raises(error, match=r"seed must be a (whole )?number"):
        simulate(company, 2, seed)


@pytest.mark.parametrize("scale", [0, -1, math.nan, math.inf])
def test_a_scale_of_zero_or_less_is_refused(company, scale):
    with pytest.raises(ValueError, match="scale must be"):
        simulate(company, 2, scale=scale)


def test_more_visitors_than_fit_are_refused_before_they_are_drawn(company):
    with pytest.raises(ValueError, match="make scale, months or the channels' growth smaller"):
        simulate(company, 2, scale=1e9)


@pytest.mark.parametrize("start", ["soon", "2025-01-01 12:00", "2025-01-01T00:00Z", None, "1800-01-01"])
def test_a_start_that_is_no_day_is_refused(company, start):
    with pytest.raises(ValueError, match="start must be a day such as '2025-01-01'"):
        simulate(company, 2, start=start)


def test_a_path_or_dict_is_no_blueprint(company):
    with pytest.raises(TypeError, match=r"must be a Blueprint, not str; .* Blueprint.read"):
        simulate("my-blueprint.yaml")


@pytest.mark.parametrize(
    ("section", "value", "found"),
    [
        ("assumptions", None, "assumptions of the blueprint, which is missing"),
        ("funnel", [], "funnel of the blueprint, which is empty"),
    ],
)
def test_a_missing_section_is_named_with_an_example_of_two_lines(company, section, value, found):
    setattr(company, section, value)
    with pytest.raises(ValueError, match=found) as error:
        simulate(company, 2)
    message, *example = str(error.value).splitlines()
    assert message.endswith("For example:")
    assert len(example) == 2 and example[0] == f"{section}:"


def test_products_without_a_core_product_are_refused(company):
    company.products[0].kind = "coaching"
    with pytest.raises(ValueError, match=r"(?s)products .* has no product of kind core.*kind: core"):
        simulate(company, 2)
    with pytest.raises(ValueError, match="section products of the blueprint, which is empty"):
        simulate(Blueprint(name="Nothing yet"), 2)


def test_the_examples_in_the_errors_make_a_blueprint_that_can_be_simulated():
    text, blueprint = "name: New\n", Blueprint(name="New")
    for _ in range(3):
        with pytest.raises(ValueError) as error:
            simulate(blueprint, 2)
        text += "\n".join(str(error.value).splitlines()[1:]) + "\n"
        blueprint = Blueprint.from_yaml(text)
    assert len(simulate(blueprint, 2).check().orders)


def test_no_channels_are_refused(company):
    company.assumptions.channels = []
    with pytest.raises(ValueError, match=r"(?s)assumptions .* names no channel\. .*visitors_per_month"):
        simulate(company, 2)


def test_a_funnel_with_a_hole_is_refused(company):
    company.funnel = [company.funnel[0], company.funnel[2]]
    with pytest.raises(ValueError, match="after awareness > consideration comes purchase > activation"):
        simulate(company, 2)


def test_a_funnel_that_leads_to_no_purchase_is_refused(company):
    company.funnel = company.funnel[:1]
    with pytest.raises(ValueError, match="must lead to the stage purchase"):
        simulate(company, 2)


def test_plans_that_more_than_everyone_takes_are_refused(company):
    company.assumptions.subscribe_rate = {"basic": 0.7, "plus": 0.6}
    with pytest.raises(
        ValueError, match=r"plans basic, plus, so their rates must\s+sum to at most 1, not 1.3"
    ):
        simulate(company, 2)


def test_a_blueprint_that_was_broken_in_place_is_refused(company):
    company.assumptions.add_on_rate["kti"] = 0.2
    with pytest.raises(BlueprintError, match="'kti'"):
        simulate(company, 2)


def test_a_rate_in_percent_written_in_place_is_refused(company):
    company.assumptions.refund_rate["course"] = 5
    with pytest.raises(BlueprintError, match="fraction"):
        simulate(company, 2)


def test_an_incident_with_an_unknown_product_offers_the_nearest(company):
    with pytest.raises(ValueError, match=r"no product 'cuorse'\. Did you mean 'course'\?"):
        simulate(company, 4, incidents=[PriceChange(2, "cuorse", 99)])
    with pytest.raises(ValueError, match=r"no product 'xyz'\. There are course, kit"):
        simulate(company, 4, incidents=[PriceChange(2, "xyz", 99)])


def test_a_new_price_of_something_that_is_not_sold_is_refused(company):
    with pytest.raises(ValueError, match="'coaching' is not sold in the simulation"):
        simulate(company, 4, incidents=[PriceChange(2, "coaching", 99)])


def test_two_prices_from_one_month_on_are_refused(company):
    with pytest.raises(ValueError, match="'course' gets two prices in month 2"):
        simulate(company, 4, incidents=[PriceChange(2, "course", 99), PriceChange(2, "course", 89)])


def test_an_elasticity_needs_a_price_to_start_from(company):
    incidents = [PriceChange(2, "kit", 0), PriceChange(3, "kit", 10)]
    with pytest.raises(ValueError, match="'kit' is free before month 3"):
        simulate(company, 4, incidents=incidents)
    simulate(company, 4, incidents=[incidents[0], PriceChange(3, "kit", 10, elasticity=0)])


def test_an_incident_after_the_end_is_refused(company):
    with pytest.raises(ValueError, match="BrokenOnboarding: month 5 lies after the 4 months"):
        simulate(company, 4, incidents=[BrokenOnboarding(5)])


def test_an_incident_that_nothing_can_be_seen_of_is_refused(company):
    company.funnel = company.funnel[:2]
    with pytest.raises(ValueError, match="no step to activation that could break"):
        simulate(company, 4, incidents=[BrokenOnboarding(2)])
    company.assumptions.subscribe_rate = {}
    with pytest.raises(ValueError, match="nobody subscribes"):
        simulate(company, 4, incidents=[FailedPaymentRun(2, 0.5)])


@pytest.mark.parametrize("incidents", [5, "broken", {"kind": "broken_onboarding"}, [{"month": 2}], [None]])
def test_other_things_are_no_incidents(company, incidents):
    with pytest.raises(TypeError, match="incidents must"):
        simulate(company, 4, incidents=incidents)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: BrokenOnboarding(0), "month must be a whole number, 1 or more, not 0"),
        (lambda: BrokenOnboarding(1, months=0), "months must be a whole number"),
        (lambda: BrokenOnboarding(1, activation_factor=40), "did you mean 0.4"),
        (lambda: PriceChange(1, "course", -5), "price must be zero or more"),
        (lambda: PriceChange(1, "course", 5, elasticity=1.5), "so write -1.5"),
        (lambda: FailedPaymentRun(1, 30), "did you mean 0.3"),
        (lambda: FailedPaymentRun(1, 0.3, returning=2), "returning must be a fraction"),
    ],
)
def test_incidents_check_their_values(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize("shape", [0, -1])
def test_a_churn_without_shape_is_refused_by_the_blueprint(shape):
    with pytest.raises(ValueError, match="above zero"):
        Churn(alpha=shape, beta=1)
