"""The complete example: it holds, it fills up what a blueprint lacks, and it is not handed in as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import data, forecast, planning
from ecotools.blueprint import Blueprint, BlueprintError
from ecotools.blueprint.complete import complete, complete_example, copied, unfinished
from ecotools.blueprint.fields import lean
from ecotools.blueprint.yaml_text import document
from ecotools.rules import review

# What the modules 00 to 12 put into a learner's file.
OF_MODULES = [
    *["name", "audience", "map", "journey", "products", "plan", "growth", "assumptions", "policies"],
    *["calendar", "community", "ladder", "team", "automations", "stack", "kpis", "projections"],
]
SECTIONS = lean(Blueprint.from_yaml(complete_example()))
SHORT = """\
# mine
name: Balcony Harvest
products:   # what I sell
- {id: balcony, name: Balcony Course, kind: core, price: 89, problem: Plants die before they bear}
- {id: circle, name: Growers' Circle, kind: subscription, price: 27, billing: quarter, problem: Questions}
assumptions:
  churn: {circle: {alpha: 1, beta: 11}}   # by hand
"""


def lines_hold(new, old):
    lines = iter(new.splitlines())
    return all(line in lines for line in old.splitlines())


def test_the_example_has_no_errors_can_be_forecast_and_agrees_with_itself():
    example = Blueprint.from_yaml(complete_example())
    assert review(example).errors == []
    assert forecast.lacking(example) == []
    checks = planning.consistency(example)
    assert checks["holds"].all()
    assert set(checks["check"]) == {"forecast", "launch", "days", "order"}


def test_the_example_has_all_that_the_modules_ask_for():
    assert not set(OF_MODULES) - set(SECTIONS)


def test_an_empty_file_gets_the_whole_example():
    found = complete(" \n")
    assert found.text == complete_example() and found.left == {}
    assert set(found.added) == set(SECTIONS)


def test_a_learner_who_did_every_module_gets_what_no_module_asks_for():
    theirs = {name: part for name, part in SECTIONS.items() if name in OF_MODULES}
    theirs["assumptions"] = {"churn": theirs["assumptions"]["churn"]}
    text = document(theirs)
    found = complete(text)
    assert found.left == {} and lines_hold(found.text, text)
    parts = {"assumptions.channels", "assumptions.subscribe_rate"}
    assert set(found.added) == {"strategy", "funnel", "dashboard", "levers"} | parts
    assert forecast.lacking(Blueprint.from_yaml(found.text)) == []


def test_what_is_there_keeps_every_line_and_its_comments():
    found = complete(SHORT)
    assert lines_hold(found.text, SHORT)
    said = Blueprint.from_yaml(found.text)
    assert [one.id for one in said.products] == ["balcony", "circle"]
    assert said.assumptions.churn["circle"].beta == 11


def test_its_products_take_the_place_of_the_examples():
    said = Blueprint.from_yaml(complete(SHORT).text)
    assert said.community.tiers == ["circle"]
    assert said.assumptions.subscribe_rate == {"circle": 0.3}
    assert [(one.from_product, one.to_product) for one in said.ladder.upgrades] == [("balcony", "circle")]
    sales, mrr = said.projections
    assert (sales.lines[0].unit_price, sales.amount) == (89, 60 * 89)
    assert (mrr.lines[0].unit_price, mrr.amount) == (9, 42 * 9)  # 27 a quarter are 9 a month
    assert forecast.lacking(said) == []
    assert planning.consistency(said)["holds"].all()


def test_what_is_about_a_product_that_is_not_there_is_left_out_with_its_reason():
    found = complete(SHORT)
    assert "growth" not in found.added and "first_piece" in found.left["growth"]
    assert "Not added: growth." in found.words("mine.yaml")


def test_a_second_time_adds_nothing_but_what_did_not_fit():
    whole = complete("name: Mine\n")
    again = complete(whole.text)
    assert again.added == () and again.text == whole.text
    assert "nothing is missing" in again.words("mine.yaml")


def test_dates_of_the_example_come_with_the_day_to_which_they_are_counted():
    assert "as_of" in complete("name: Mine\n").added
    own = "name: Mine\ncalendar: {reviews: [{cadence: monthly, what: The numbers}]}\n"
    assert "as_of" not in complete(own).added


@pytest.mark.parametrize(
    "start", ["name: Mine", "name: Mine\r\nnote: hi\r\n", "\ufeffname: Mine\n", "---\nname: M\n...\n"]
)
def test_line_ends_marks_and_a_missing_last_line_end_are_kept(start):
    found = complete(start)
    assert len(found.added) > 15
    assert lines_hold(found.text, start)
    if "\r\n" in start:
        assert found.text.replace("\r\n", "").count("\n") == 0


def test_a_file_on_one_line_is_refused_and_not_rewritten():
    with pytest.raises(BlueprintError, match="nothing can be added without changing a line"):
        complete("{name: Mine}\n", "mine.yaml")


def test_a_file_that_is_no_blueprint_is_told_with_its_problems():
    with pytest.raises(BlueprintError, match="prodcuts"):
        complete("name: Mine\nprodcuts: []\n")


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(set(SECTIONS) - {"name"}))))
def test_any_part_of_the_example_can_be_filled_up_again(kept):
    part = {name: SECTIONS[name] for name in SECTIONS if name == "name" or name in kept}
    try:
        text = Blueprint.from_yaml(document(part)).to_yaml()
    except BlueprintError:  # it speaks of products that are not kept
        return
    found = complete(text)
    assert lines_hold(found.text, text)
    whole = Blueprint.from_yaml(found.text)
    assert set(lean(whole)) >= set(SECTIONS) - {"currency", "profile", "note", "as_of"}
    # Without `as_of` the age of a release depends on the day on which the test runs.
    assert review(whole, ignore="SUB01").errors == []


def test_the_example_unchanged_is_found_out_word_for_word():
    example = Blueprint.from_yaml(complete_example())
    fields = [field for field, _ in copied(example)]
    assert len(fields) > 25
    assert {"name", "audience.who", "plan.title", "products[eight_weeks].problem"} <= set(fields)


def test_other_spaces_capitals_and_a_full_stop_are_the_same_words():
    example = Blueprint.from_yaml("name: X\nplan: {title: 'Seventy  days to the practice room.'}\n")
    assert copied(example) == [("plan.title", "Seventy  days to the practice room.")]


def test_another_business_has_nothing_of_it_and_quillwork_only_when_asked():
    case = data.quillwork()
    assert copied(case) == []
    assert ("name", "Quillwork") in copied(case, [case])


def test_texts_that_wait_for_their_words_are_named_with_their_field_wherever_they_stand():
    said = """
name: Spoon Shed
audience: {who: To do, problems: [..., They carve alone]}
products:
  - {id: spoon, name: "TODO: a name", kind: core, price: 80, refund: {policy: tbd, days: 30}}
  - {id: list, name: To-do list for carvers, kind: add_on, price: 5}
"""
    fields = [field for field, _ in unfinished(Blueprint.from_yaml(said))]
    assert fields[:2] == ["audience.who", "audience.problems[0]"]
    assert fields[2:] == ["products[spoon].name", "products[spoon].refund.policy"]
    assert unfinished(Blueprint.from_yaml(complete_example())) == [] == unfinished(data.quillwork())
