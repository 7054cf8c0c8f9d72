"""A file that is not a blueprint: every problem named with its line, its field and what would be right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint, BlueprintError

PRODUCTS = """\
name: Q
products:
  - {id: core, name: Core, kind: core, price: 100}
  - {id: plan, name: Plan, kind: subscription, price: 10, billing: month}
  - {id: kit, name: Kit, kind: add_on, price: 20}
  - {id: pair, name: Pair, kind: bundle, price: 110, includes: [core, kit]}
"""


def problems(text):
    with pytest.raises(BlueprintError) as caught:
        Blueprint.from_yaml(text, source="my-blueprint.yaml")
    return caught.value.problems


def only(text):
    found = problems(text)
    assert len(found) == 1, found
    return found[0].line, found[0].field, found[0].message


def test_all_problems_of_a_file_come_together_in_the_order_of_its_lines():
    text = (
        "name: Q\nprodcuts: []\nname: R\n"
        "products:\n  - id: a\n    name: A\n    kind: corre\n    price: -5\n  - id: a\n    kidn: core\n"
        "journey:\n  - {id: x, stage: purchase, asset: X, product: aa}\n"
    )
    with pytest.raises(BlueprintError) as caught:
        Blueprint.from_yaml(text, source="my-blueprint.yaml")
    assert str(caught.value).splitlines()[0] == "my-blueprint.yaml has 8 problems:"
    found = [(problem.line, problem.field) for problem in caught.value.problems]
    assert found == [
        (2, "prodcuts"),
        (3, ""),
        (7, "products[a].kind"),
        (8, "products[a].price"),
        (9, "products[a].name"),
        (9, "products[a].id"),
        (10, "products[a].kidn"),
        (12, "journey[x].product"),
    ]


def test_one_problem_is_told_in_one_line():
    with pytest.raises(BlueprintError) as caught:
        Blueprint.from_yaml("name: Q\nprodcuts: []\n", source="my-blueprint.yaml")
    expected = "my-blueprint.yaml, line 2, prodcuts: unknown key 'prodcuts'. Did you mean 'products'?"
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("text", "line", "field", "message"),
    [
        ("currency: EUR\n", 1, "name", "is missing. Name of the business."),
        ("name: 12\n", 1, "name", 'expected text, found 12. Write it in quotes: "12".'),
        ("name:\n", 1, "name", "expected text, found nothing"),
        ("name: Q\nproducts:\n", 2, "products", "expected a list: lines that start with '- '; found nothing"),
        ("name: Q\nproducts: {id: a}\n", 2, "products", "expected a list"),
        ("name: Q\nproducts:\n  - id:a\n", 3, "products[0]", "Write 'id: a', with a space after the colon."),
        ("name: Q\naudience: [a]\n", 2, "audience", "expected a group of keys: who, pain_point, problems"),
        ("name: Q\nassumptions: {churn: 3}\n", 2, "assumptions.churn", "expected keys with values"),
        ("name: Q\nmap: 5\n", 2, "map", "expected a group of keys: nodes, none, edges, loops; found 5"),
        ("name: Q\nprodukte: 5\n", 2, "produkte", "Did you mean 'products'?"),
        ("name: Q\nzzz: 5\n", 2, "zzz", "unknown key 'zzz'. Known: name, currency"),
        (
            "name: Q\nkpis:\n  - {id: mrr, name: MRR, direction: upwards}\n",
            3,
            "kpis[mrr].direction",
            "expected one of up, down, found 'upwards' (text)",
        ),
    ],
)
def test_a_wrong_field_is_named_with_its_line_and_what_would_be_right(text, line, field, message):
    at, where, said = only(text)
    assert (at, where) == (line, field)
    assert message in said


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        (
            "journey:\n  - {id: a, stage: purchase, asset: A, product: kiit}",
            "journey[a].product",
            "mean 'kit'",
        ),
        ("journey:\n  - {id: a, stage: purchase, asset: A, next: [b]}", "journey[a].next[0]", "Known: a."),
        ("journey:\n  - {id: a, stage: purchase, asset: A, next: [a]}", "journey[a].next[0]", "itself"),
        ("kpis:\n  - {id: mrr, name: M, counter: churn}", "kpis[mrr].counter", "unknown KPI 'churn'"),
        ("kpis:\n  - {id: mrr, name: M, counter: mrr}", "kpis[mrr].counter", "its own counter-metric"),
        ("funnel:\n  - {from: purchase, to: awareness, rate: 0.1}", "funnel[0].to", "does not come after"),
        ("funnel:\n  - {from: purchase, to: purchase, rate: 0.1}", "funnel[0].to", "does not come after"),
        (
            "assumptions: {churn: {paln: {alpha: 1, beta: 2}}}",
            "assumptions.churn.paln",
            "Did you mean 'plan'?",
        ),
        ("assumptions: {churn: {core: {alpha: 1, beta: 2}}}", "assumptions.churn.core", "is sold once"),
        ("assumptions: {churn: {plan: {alpha: 0, beta: 2}}}", "assumptions.churn.plan.alpha", "above zero"),
        ("assumptions: {churn: {plan: {alpha: 1}}}", "assumptions.churn.plan.beta", "is missing"),
        ("assumptions: {subscribe_rate: {kit: 0.1}}", "assumptions.subscribe_rate.kit", "is sold once"),
        ("assumptions: {add_on_rate: {plan: 0.1}}", "assumptions.add_on_rate.plan", "is no add-on"),
        ("assumptions: {add_on_rate: {kit: 30}}", "assumptions.add_on_rate.kit", "0.3, not 30"),
        ("assumptions: {bundle_rate: {kit: 0.1}}", "assumptions.bundle_rate.kit", "is not a bundle"),
        ("assumptions: {refund_rate: {core: 5%}}", "assumptions.refund_rate.core", "write 0.05"),
        (
            "assumptions: {plan_change: {plan: {to: plan, monthly_rate: 0.1}}}",
            "assumptions.plan_change.plan.to",
            "cannot change to itself",
        ),
        (
            "assumptions: {plan_change: {plan: {to: core, monthly_rate: 0.1}}}",
            "assumptions.plan_change.plan.to",
            "is sold once",
        ),
        (
            "assumptions: {plan_change: {plan: {to: plna, monthly_rate: 0.1}}}",
            "assumptions.plan_change.plan.to",
            "Did you mean 'plan'?",
        ),
    ],
)
def test_references_that_do_not_hold_are_named(more, field, message):
    _, where, said = only(PRODUCTS + more + "\n")
    assert where == field
    assert message in said


@pytest.mark.parametrize(
    ("line", "field", "message"),
    [
        (
            "  - {id: core, name: C, kind: add_on}",
            "products[core].id",
            "duplicate id 'core': number 1 of products",
        ),
        (
            "  - {id: two, name: T, kind: bundle, includes: [pair]}",
            "products[two].includes[0]",
            "a bundle itself",
        ),
        ("  - {id: two, name: T, kind: bundle, includes: [two]}", "products[two].includes[0]", "itself"),
        (
            "  - {id: two, name: T, kind: bundle, includes: [croe]}",
            "products[two].includes[0]",
            "mean 'core'",
        ),
        ("  - {id: sub, name: S, kind: subscription}", "products[sub].billing", "by month, quarter or year"),
    ],
)
def test_products_that_do_not_fit_together_are_named(line, field, message):
    at, where, said = only(PRODUCTS + line + "\n")
    assert (at, where) == (7, field)
    assert message in said


def test_two_channels_of_one_name_and_two_equal_funnel_steps_are_refused():
    channels = "assumptions:\n  channels:\n" + "    - {name: a, visitors_per_month: 5}\n" * 2
    assert only(PRODUCTS + channels)[1:] == (
        "assumptions.channels[a].name",
        "duplicate name 'a': number 1 of channels has it already",
    )
    steps = "funnel:\n" + "  - {from: awareness, to: purchase, rate: 0.1}\n" * 2
    assert "is there already" in only(PRODUCTS + steps)[2]


def test_shares_of_bundles_above_one_are_refused():
    more = "  - {id: all, name: All, kind: bundle, includes: [core]}\n"
    assert "sum to 1.2" in only(PRODUCTS + more + "assumptions: {bundle_rate: {pair: 0.6, all: 0.6}}\n")[2]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "is empty; a blueprint has at least one line: name: My business"),
        ("# only a comment\n", 1, "is empty"),
        ("---\n...\n", 1, "is empty"),
        ("- a\n", 1, "found a list"),
        ("hello", 1, "found plain text"),
        ("name: Q\nproducts:\n\t- id: a\n", 3, "a tab at the start of the line; YAML wants spaces there"),
        ("name: Q\nnote: a: b\n", 2, "a colon where none is expected; put text with a colon in quotes"),
        ("name: Q\nproducts\nnote: b\n", 2, "a key without a colon. Found: 'products'"),
        ('name: "Q\nproducts: []\n', 1, "a quote or bracket is opened here and never closed"),
        ("name: Q\nproducts: [a, b\nnote: c\n", 2, "a bracket is opened here"),
        ("name: Q\nproducts:\n  - id: a\n   name: b\n", 4, "the indentation does not fit"),
        ("name: Q\nnote: @home\n", 2, "put the text in quotes. Found: 'note: @home'"),
        ("name: Q\nnote: a\x01b\n", 2, "a character that cannot be printed; delete it"),
        ("name: Q\n? [a, b]\n: c\n", 2, "a key is text"),
        ("name: Q\nname: R\n", 2, "the key 'name' is there twice; line 1 has it already"),
        ("name: Q\n---\nname: R\n", 2, "a second document starts here"),
        (
            "name: !!python/object/apply:os.system [ls]\n",
            1,
            "a tag (tag:yaml.org,2002:python/object/apply:os.system)",
        ),
        ("name: !mine x\n", 1, "a tag (!mine); leave it out"),
        ("name: *a\n", 1, "an alias (*a); write the value out instead"),
        ("name: &a Q\n", 1, "an anchor (&a); leave it out"),
        ("name: " + "[" * 200 + "]" * 200, 1, "nested more than 30 deep"),
        ("name: " + "x" * 300_001, None, "a blueprint has at most 300,000"),
    ],
)
def test_text_that_is_not_a_blueprint_is_refused_with_its_line(text, line, message):
    at, _, said = only(text)
    assert at == line
    assert message in said


def test_an_alias_bomb_is_refused_without_being_followed():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {problem.message.split(" (")[0] for problem in problems(bomb)} == {"an alias", "an anchor"}


def test_a_file_that_is_not_there_is_answered_with_the_nearest(tmp_path):
    (tmp_path / "my-blueprint.yaml").write_text("name: Q\n")
    with pytest.raises(
        FileNotFoundError, match=r"no file 'my-bluprint.yaml' in .* Did you mean 'my-blueprint.yaml'"
    ):
        Blueprint.read(tmp_path / "my-bluprint.yaml")
    with pytest.raises(FileNotFoundError, match="there is no file"):
        Blueprint.read(tmp_path / "nowhere" / "x.yaml")


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path):
    file = tmp_path / "latin.yaml"
    file.write_bytes("name: Q\nnote: Café\n".encode("latin-1"))
    with pytest.raises(BlueprintError, match=r"latin.yaml, line 2: not UTF-8 text; save it again"):
        Blueprint.read(file)


def test_the_name_of_the_file_is_in_the_error_but_not_its_folder(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("nmae: Q\n")
    with pytest.raises(BlueprintError) as caught:
        Blueprint.read(file)
    assert str(caught.value) == "mine.yaml, line 1, nmae: unknown key 'nmae'. Did you mean 'name'?"
    assert str(tmp_path) not in str(caught.value)


SMALL = """\
name: "Q"  # mine
audience: {who: Writers, problems: [a, 'b']}
products:
  - id: core
    name: Core
    kind: core
    price: 19.5
journey:
  - {id: x, stage: awareness,
     asset: Post}
plan:
  title: |
    one
"""


def test_the_file_to_be_damaged_is_a_good_one():
    assert Blueprint.from_yaml(SMALL).plan.title == "one\n"


@settings(max_examples=250)
@given(st.integers(0, len(SMALL)), st.integers(0, 3), st.text("\n\t :-#\"'[]{}|>&*!%@`?,a1é\x00", max_size=3))
def test_a_damaged_file_is_read_or_refused_but_never_breaks_the_reader(place, lost, more):
    text = SMALL[:place] + more + SMALL[place + lost :]
    try:
        blueprint = Blueprint.from_yaml(text)
    except BlueprintError as error:
        assert error.problems
        assert all(
            problem.line is None or 1 <= problem.line <= text.count("\n") + 2 for problem in error.problems
        )
    else:
        assert blueprint.to_yaml() == text
        blueprint.note = "new"
        assert Blueprint.from_yaml(blueprint.to_yaml()) == blueprint


@pytest.mark.parametrize(
    ("more", "field", "advice"),
    [
        ("strategy: {value_proposition: No guru, no magic}", "strategy.value_proposition",
         'put text with a comma in quotes, value_proposition: "No guru, no magic".'),
        ("products: [{id: a, name: A, kind: core, price: 1,000}]", "products[a].price", "write price: 1000."),
        ("products: [{id: a, name: A, kind: core, price: 1,000,000.50}]", "products[a].price",
         "write price: 1000000.50."),
        ("audience: {who: Makers, sellers, and bakers}", "audience.who",
         'put text with a comma in quotes, who: "Makers, sellers, and bakers".'),
        ("measured: [{metric: mrr, values: {2025-01: 1,000}}]", "measured[0].values.2025-01",
         "write 2025-01: 1000."),
    ],
)  # fmt: skip
def test_a_value_that_a_comma_cut_in_two_is_told_once_with_what_to_write(more, field, advice):
    _, at, message = only(f"name: Q\n{more}\n")
    assert at == field and message.endswith(f"The comma ended the value: {advice}")


def test_two_prices_with_commas_are_no_key_that_is_there_twice():
    found = problems("name: Q\nproducts: [{id: a, name: A, kind: core, price: 1,000, cost: 2,000}]\n")
    assert [(one.field, one.message.rpartition(": write ")[2]) for one in found] == [
        ("products[a].price", "price: 1000."),
        ("products[a].cost", "cost: 2000."),
    ]


def test_a_key_that_is_there_twice_is_one_with_values():
    assert [one.message for one in problems("name: Q\naudience: {who: a, who: b}\n")] == [
        "the key 'who' is there twice; line 2 has it already"
    ]
