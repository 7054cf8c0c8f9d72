"""Writing a blueprint back: what was not changed keeps every byte, comments and layout included."""

import random
from difflib import unified_diff

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ecotools import data
from ecotools.blueprint import Blueprint, Kpi, Product, yaml_text, yaml_tree
from ecotools.blueprint.community import Community
from ecotools.blueprint.journey import Touchpoint

LAYOUTS = {
    "plain": "name: Q\n",
    "no line end at the end": "name: Q\nnote: x",
    "windows line ends": "name: Q\r\n# why\r\nproducts:\r\n- id: a\r\n  name: A\r\n  kind: core\r\n",
    "byte order mark": "\ufeffname: Q\nnote: x\n",
    "odd spaces": "name:    Q   # c\nproducts:   [ ]\n\n\n",
    "quotes": 'name: \'Q\'\nnote: "say \\"hi\\""\n',
    "flow": "{name: Q, products: [{id: a, name: A, kind: core}]}\n",
    "folded": "name: Q\nnote: >-\n  one\n  two\n\n  three\n"
    "strategy:\n  value_proposition: |\n    a\n     b\n\n# end\n",
    "document start": "%YAML 1.2\n---\nname: Q\n...\n",
    "explicit defaults": "name: Q\ncurrency: USD\nproducts:\n  - {id: a, name: A, kind: core, cost: 0}\n",
    "number styles": "name: Q\nproducts:\n  - {id: a, name: A, kind: core, price: 1_000.50, cost: 1e1}\n",
    "unicode": "name: Schreibstübchen 🪶\nnote: naïve — yes\n",
}


def changed_lines(before, after):
    diff = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in diff if not line.startswith("@@")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_unchanged_blueprint_writes_the_bytes_it_was_read_from(layout, tmp_path):
    file, copy = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_bytes(LAYOUTS[layout].encode())
    Blueprint.read(file).write(copy)
    assert copy.read_bytes() == file.read_bytes()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_note_added_to_any_layout_is_read_back_and_the_rest_stays(layout):
    blueprint = Blueprint.from_yaml(LAYOUTS[layout])
    blueprint.note = "added: by code"
    text = blueprint.to_yaml()
    assert Blueprint.from_yaml(text) == blueprint
    if layout != "flow":
        assert len(changed_lines(LAYOUTS[layout], text)) <= 6
    assert ("\r\n" in text) == (layout == "windows line ends")
    assert text.startswith("\ufeff") == (layout == "byte order mark")


@pytest.mark.parametrize("name", ["quillwork.yaml", "quillwork-first-draft.yaml"])
def test_the_files_of_the_package_round_trip(name):
    original = data.path(name).read_bytes()
    assert Blueprint.read(data.path(name)).to_yaml().encode() == original


def test_a_changed_price_changes_its_own_characters_only():
    blueprint, before = data.quillwork(), data.quillwork().to_yaml()
    blueprint.product("bootcamp").price = 249
    assert changed_lines(before, blueprint.to_yaml()) == ["-    price: 199", "+    price: 249"]


def test_a_comment_on_a_changed_line_stays():
    blueprint, before = data.quillwork(), data.quillwork().to_yaml()
    blueprint.product("starter_bundle").price = 229.5
    assert changed_lines(before, blueprint.to_yaml()) == [
        "-    price: 239          # 277 bought one by one",
        "+    price: 229.5          # 277 bought one by one",
    ]


def test_quotes_stay_as_they_were():
    blueprint = Blueprint.from_yaml("name: 'Q'\nnote: \"x\"\n")
    blueprint.name, blueprint.note = "R's", "y"
    assert blueprint.to_yaml() == "name: 'R''s'\nnote: \"y\"\n"


def test_a_new_item_goes_to_its_place_in_the_layout_of_its_list():
    blueprint, before = data.quillwork(), data.quillwork().to_yaml()
    blueprint.products.insert(3, Product(id="ebook", name="E-Book", kind="add_on", price=19))
    added = ["+  - id: ebook", "+    name: E-Book", "+    kind: add_on", "+    price: 19", "+"]
    assert sorted(changed_lines(before, blueprint.to_yaml())) == sorted(added)


def test_an_item_that_is_gone_takes_its_lines_but_no_comment_that_stood_before_it():
    text = (
        "name: Q\nkpis:\n  # money\n  - {id: mrr, name: MRR}\n  # people\n  - {id: nps, name: NPS}\n# end\n"
    )
    blueprint = Blueprint.from_yaml(text)
    del blueprint.kpis[1]
    assert blueprint.to_yaml() == text.replace("  - {id: nps, name: NPS}\n", "")
    blueprint = Blueprint.from_yaml(text)
    del blueprint.kpis[0]
    assert blueprint.to_yaml() == text.replace("  - {id: mrr, name: MRR}\n", "")


def test_moved_items_keep_their_lines_and_comments():
    text = "name: Q\nkpis:\n- id: mrr   # one\n  name: MRR\n\n# about people\n- id: nps\n  name: 'NPS'\n"
    blueprint = Blueprint.from_yaml(text)
    blueprint.kpis.reverse()
    assert blueprint.to_yaml() == (
        "name: Q\nkpis:\n# about people\n- id: nps\n  name: 'NPS'\n- id: mrr   # one\n  name: MRR\n"
    )


def test_a_touchpoint_moved_to_another_stage_changes_one_line():
    blueprint, before = data.quillwork(), data.quillwork().to_yaml()
    next(point for point in blueprint.journey if point.id == "webinar").stage = "activation"
    assert changed_lines(before, blueprint.to_yaml()) == [
        "-    stage: consideration",
        "+    stage: activation",
    ]


def test_a_field_that_is_emptied_leaves_the_file_and_its_neighbours_stay():
    text = "name: Q  # mine\nnote: old\n# the rest\ncurrency: EUR\n"
    blueprint = Blueprint.from_yaml(text)
    blueprint.note = None
    assert blueprint.to_yaml() == text.replace("note: old\n", "")


def test_a_renamed_id_changes_that_line_only():
    text = "name: Q\nproducts:\n  - id: a  # first\n    name: A\n    kind: core\n    price: 5  # low\n"
    blueprint = Blueprint.from_yaml(text)
    blueprint.products[0].id = "b"
    assert blueprint.to_yaml() == text.replace("id: a", "id: b")


def test_a_list_on_one_line_stays_on_one_line():
    blueprint, before = data.quillwork(), data.quillwork().to_yaml()
    blueprint.product("starter_bundle").includes.append("copy_audit")
    assert changed_lines(before, blueprint.to_yaml()) == [
        "-    includes: [bootcamp, template_bundle, discord_access]",
        "+    includes: [bootcamp, template_bundle, discord_access, copy_audit]",
    ]


def test_a_new_section_is_written_after_the_others_and_read_back():
    blueprint = Blueprint.from_yaml("# mine\nname: Q\n\naudience:\n  who: Writers\n")
    blueprint.journey = [Touchpoint(id="a", stage="awareness", asset="Post: a try", next=[])]
    blueprint.kpis = [Kpi(id="nps", name="NPS", unit="score", target=30)]
    assert blueprint.to_yaml() == (
        "# mine\nname: Q\n\naudience:\n  who: Writers\n"
        '\njourney:\n  - id: a\n    stage: awareness\n    asset: "Post: a try"\n    next: []\n'
        "\nkpis:\n  - id: nps\n    name: NPS\n    unit: score\n    target: 30\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{name: Q, note: x}\n",
        "name: Q\rnote: x\r",
        "name: Q\n? note\n: x\n",
        'name: Q\n"note": x\n',
        "name: Q\nfunnel:\n  -  # first\n    from_stage: awareness\n    to_stage: purchase\n    rate: 0.1\n",
    ],
)
def test_layouts_that_cannot_be_kept_are_still_written_right(text):
    blueprint = Blueprint.from_yaml(text)
    blueprint.note = "two: words"
    for step in blueprint.funnel:
        step.rate = 0.2
    assert Blueprint.from_yaml(blueprint.to_yaml()) == blueprint


def test_text_of_several_lines_is_written_as_such():
    blueprint = Blueprint.from_yaml("name: Q\nnote: x  # why\n")
    blueprint.note = "one\n\n  two: #2\nthree"
    assert blueprint.to_yaml() == "name: Q\nnote: |-  # why\n  one\n\n    two: #2\n  three\n"


def test_writing_replaces_the_file_whole_or_not_at_all(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("name: Q\n")
    blueprint = Blueprint.read(file)
    blueprint.products.append("not a product")
    with pytest.raises(ValueError, match="expected a group of keys"):
        blueprint.write(file)
    assert file.read_text() == "name: Q\n"
    assert len(list(tmp_path.iterdir())) == 1


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "yes",
        "~",
        "1e3",
        "0x1f",
        "a: b",
        "# c",
        "- d",
        "2025-01-01",
        "a\nb",
        "x\n",
        " y",
        "it's",
        '"',
        "1_0",
        "",
        "é—",
    ]
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(texts, values, min_size=1, max_size=4))
def test_any_plain_data_that_is_written_reads_as_itself(wanted):
    assert yaml_tree.parse(yaml_text.document(wanted)).data() == wanted


@given(st.dictionaries(st.from_regex(r"[a-d]{1,5}", fullmatch=True), values, min_size=1, max_size=4))
def test_another_yaml_reader_understands_what_is_written(wanted):
    def words(value):
        """Keys of other readers may be numbers or null; ours are always text."""
        if isinstance(value, dict):
            return [[words(part)] for part in value.values()]
        return [words(part) for part in value] if isinstance(value, list) else value

    assert words(YAML(typ="safe", pure=True).load(yaml_text.document(wanted))) == words(wanted)


@settings(max_examples=15)
@given(st.randoms(use_true_random=False), st.sampled_from(["first-draft", "first-draft", "final"]))
def test_any_series_of_changes_reads_back_and_keeps_the_comments_above_entries(randomly, version):
    blueprint = data.quillwork(version)
    before = blueprint.to_yaml()
    for _ in range(randomly.randint(1, 5)):
        change(blueprint, randomly)
    after = blueprint.to_yaml()
    assert Blueprint.from_yaml(after) == blueprint
    whole_lines = {line.strip() for line in before.splitlines() if line.strip().startswith("#")}
    assert whole_lines <= {line.strip() for line in after.splitlines()}


def change(blueprint, randomly: random.Random):
    kpis, products = blueprint.kpis, blueprint.products
    options = [
        lambda: randomly.shuffle(kpis),
        lambda: randomly.shuffle(blueprint.journey),
        lambda: [setattr(kpi, "counter", None) for kpi in kpis],
        lambda: kpis.clear() if not any(kpi.counter for kpi in kpis) else None,
        lambda: kpis.append(Kpi(id=f"new-{len(kpis)}", name="New: one", target=randomly.random())),
        lambda: kpis.insert(0, Kpi(id=f"first-{len(kpis)}", name="#1", formula="a\nb")),
        lambda: setattr(randomly.choice(products), "price", randomly.randint(0, 500)),
        lambda: setattr(randomly.choice(products), "description", randomly.choice([None, "a # b", "x\ny\n"])),
        lambda: setattr(blueprint, "community", Community(type="basic", moderators=[], rituals=[])),
        lambda: setattr(blueprint, "audience", None),
        lambda: blueprint.assumptions.add_on_rate.clear(),
        lambda: blueprint.assumptions.refund_rate.update(discord_access=0.5),
        lambda: setattr(blueprint.assumptions, "response_rate", 0.25),
        lambda: blueprint.journey[0].next.clear(),
    ]
    randomly.choice(options)()
