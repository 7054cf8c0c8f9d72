import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.learn import variant
from ecotools.learn.variants import personal_blueprint


@settings(max_examples=20)
@given(st.text(min_size=1).filter(str.strip))
def test_case_and_space_around_an_id_do_not_matter(name):
    padded = f"  {name}\t\n"
    assert variant(padded).seed == variant(name).seed == variant(name.casefold()).seed


def test_neighbours_have_other_numbers_and_the_same_questions():
    ada, ben = variant("ada"), variant("ben")
    assert ada.seed != ben.seed
    assert [step.rate for step in ada.blueprint.funnel] != [step.rate for step in ben.blueprint.funnel]
    assert [one.id for one in ada.blueprint.products] == [one.id for one in ben.blueprint.products]
    assert len(ada.ledger.orders) != len(ben.ledger.orders)
    assert ada.rng("02-q1").integers(10**9) != ben.rng("02-q1").integers(10**9)


def test_the_seed_of_an_id_never_changes():
    assert variant("ada").seed == 1746640219


def test_the_same_id_gives_the_same_bytes_in_another_process():
    code = (
        "from ecotools.learn import variant\n"
        "case = variant('ada')\n"
        "print(case.blueprint.to_yaml(), case.ledger.orders.to_csv(), case.rng('x').random(3))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    case = variant("Ada ")
    assert (
        run.stdout.strip()
        == f"{case.blueprint.to_yaml()} {case.ledger.orders.to_csv()} {case.rng('x').random(3)}"
    )


@pytest.mark.parametrize("name", ["", None, "  ", "your-name", "Your-Name"])
def test_a_placeholder_is_everybodys_case_with_a_note(name, capsys):
    assert variant(name).student_id == "your-name"
    said = capsys.readouterr()
    assert 'STUDENT_ID = "' in said.out
    assert said.err == ""


def test_an_id_of_ones_own_says_nothing(capsys):
    variant("ada")
    assert variant(12345).student_id == "12345"
    assert capsys.readouterr().out == ""


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1))
def test_every_personal_blueprint_is_plausible(seed):
    blueprint = personal_blueprint(seed)
    price = {product.id: product.price for product in blueprint.products}
    assert price["membership_lite"] < price["membership"] < price["membership_plus"]
    assert all(product.price > product.cost for product in blueprint.products if product.price)
    for bundle in (product for product in blueprint.products if product.includes):
        assert price["bootcamp"] < bundle.price < sum(price[part] for part in bundle.includes)
    assert all(0 < step.rate < 1 for step in blueprint.funnel)
    assert sum(blueprint.assumptions.subscribe_rate.values()) < 1


def test_a_personal_blueprint_can_be_written_and_read_again():
    blueprint = variant("ada").blueprint
    assert type(blueprint).from_yaml(blueprint.to_yaml()).model_dump() == blueprint.model_dump()


def test_the_ledger_is_simulated_once_and_small():
    case = variant("ada")
    assert case.ledger is case.ledger
    assert 100 < len(case.ledger.orders) < 2000
    assert case.ledger.truth["seed"] == case.seed
    assert (case.ledger.end - case.ledger.start).days == 365


def test_months_and_scale_can_be_chosen():
    small = variant("ada", months=3, scale=0.1)
    assert 70 < (small.ledger.end - small.ledger.start).days < 100
    assert len(small.ledger.touches) < len(variant("ada").ledger.touches) / 10


def test_random_streams_do_not_depend_on_what_was_drawn_before():
    case = variant("ada")
    first = case.rng("a").random()
    case.rng("b").random(1000)
    assert case.rng("a").random() == first
    assert case.rng("b").random() != first
