import pytest

from ecotools.blueprint import Blueprint, BlueprintError
from ecotools.learn import add_to_blueprint
from ecotools.learn.workbook import writes_wait
from tests.learn.cells import Cells

AUDIENCE = "who: Writers\npain_point: Clients haggle  # my words\n"
JOURNEY = "\n- {id: post, stage: awareness, asset: Post, format: text, channel: social}  # first\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "my-blueprint.yaml"
    monkeypatch.setenv("ECOTOOLS_BLUEPRINT", str(path))
    return path


def test_sections_gather_in_one_file_with_the_learners_own_comments(file):
    assert add_to_blueprint("audience", AUDIENCE).audience.who == "Writers"
    both = add_to_blueprint("journey", JOURNEY)
    assert both.audience.who == "Writers"
    assert both.journey[0].id == "post"
    text = file.read_text()
    assert "# my words" in text
    assert "# first" in text
    assert text.startswith("# My ecosystem.")


def test_a_section_replaces_its_earlier_self_and_nothing_else(file):
    file.write_text(
        "name: Mine   # keep\n\naudience:\n  who: Old\n  pain_point: Old\n\n# the journey\njourney:\n"
        "- {id: a, stage: awareness, asset: A, format: f, channel: c}\n# the end\n"
    )
    add_to_blueprint("audience", AUDIENCE)
    text = file.read_text()
    assert "Old" not in text
    assert text.startswith("name: Mine   # keep\n\naudience:\n  who: Writers\n")
    assert "\n# the journey\njourney:\n- {id: a, stage: awareness, asset: A, format: f, channel: c}\n" in text


def test_the_earlier_file_stays_beside_the_new_one(file):
    add_to_blueprint("audience", AUDIENCE)
    before = file.read_bytes()
    add_to_blueprint("journey", JOURNEY)
    backup = file.with_name("my-blueprint.yaml.bak")
    assert backup.read_bytes() == before
    add_to_blueprint("journey", JOURNEY)
    assert backup.read_bytes() == before
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name, backup.name]


@pytest.mark.parametrize(
    "text", [f"audience:\n  {AUDIENCE.replace(chr(10), chr(10) + '  ')}", f"\n\n    {AUDIENCE[:11]}\n"]
)
def test_a_section_may_be_indented_or_bring_its_name(file, text):
    text = text if "pain" in text else "\n\n    who: Writers\n    pain_point: x\n"
    assert add_to_blueprint("audience", text).audience.who == "Writers"


@pytest.mark.parametrize("above", ["# my own words\n", "\n# my own words\n\n", "\n\n"])
def test_a_comment_or_an_empty_line_above_the_sections_name_is_kept(file, above):
    text = f"{above}audience:  # whom I serve\n  who: Writers\n  pain_point: x\n"
    assert add_to_blueprint("audience", text).audience.who == "Writers"
    written = file.read_text()
    assert "  # whom I serve\n  who: Writers\n" in written
    assert ("  # my own words\n" in written) == ("my own words" in above)
    add_to_blueprint("audience", text)
    assert file.read_text() == written


def test_a_comment_at_the_end_of_a_section_is_replaced_with_it(file):
    add_to_blueprint("audience", f"{AUDIENCE}# the end of it\n")
    add_to_blueprint("journey", JOURNEY)
    before = file.read_text()
    add_to_blueprint("audience", f"{AUDIENCE}# the end of it\n")
    assert file.read_text() == before


@pytest.mark.parametrize("above", ["", "# one\n", "\n# one\n\n# two\n"])
@pytest.mark.parametrize("beside", ["", "  # beside"])
def test_errors_count_the_lines_also_below_comments(file, above, beside):
    text = f"{above}audience:{beside}\n  who: Writers\n  pain: x\n"
    with pytest.raises(BlueprintError, match=f"your audience, line {text.count(chr(10))}, audience.pain"):
        add_to_blueprint("audience", text)


def test_errors_count_the_lines_of_the_learners_text(file):
    with pytest.raises(
        BlueprintError, match=r"your journey, line 3, journey\[a\].stage: .*Did you mean 'awareness'"
    ):
        add_to_blueprint("journey", "\n\n- {id: a, stage: awarenes, asset: A, format: f, channel: c}")
    with pytest.raises(BlueprintError, match="your journey, line 2"):
        add_to_blueprint("journey", "\n- id: [a")
    assert not file.exists()


def test_a_section_that_breaks_another_is_refused_with_that_one_named(file):
    add_to_blueprint("products", "- {id: course, name: Course, kind: core, price: 9}")
    add_to_blueprint("journey", JOURNEY.replace("channel: social", "channel: social, product: course"))
    before = file.read_bytes()
    with pytest.raises(
        BlueprintError, match=r"my-blueprint.yaml with your new products, journey\[post\].product"
    ):
        add_to_blueprint("products", "- {id: other, name: Other, kind: core, price: 9}")
    assert file.read_bytes() == before


def test_a_file_that_was_broken_by_hand_is_named_and_left_alone(file):
    file.write_text("name: [")
    with pytest.raises(BlueprintError, match=r"my-blueprint\.yaml"):
        add_to_blueprint("audience", AUDIENCE)
    assert file.read_text() == "name: ["


@pytest.mark.parametrize(
    ("section", "text", "error", "words"),
    [
        ("jurney", "x", ValueError, "Did you mean 'journey'"),
        ("journey", ..., TypeError, "between triple quotes"),
        ("journey", " \n ", ValueError, "is empty"),
    ],
)
def test_what_is_no_section_is_refused(file, section, text, error, words):
    with pytest.raises(error, match=words):
        add_to_blueprint(section, text)


def test_line_ends_of_the_file_are_kept(file):
    file.write_bytes(b"name: Mine\r\nnote: Hi\r\n")
    add_to_blueprint("audience", AUDIENCE)
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_a_file_in_flow_style_is_written_by_the_blueprint(file):
    file.write_text("{name: Mine, note: Hi}\n")
    assert add_to_blueprint("audience", AUDIENCE).note == "Hi"
    assert "Writers" in file.read_text()


@pytest.mark.parametrize("mode", ["validate", "autograde"])
def test_nothing_is_written_while_grading(file, monkeypatch, mode):
    monkeypatch.setenv("NBGRADER_EXECUTION", mode)
    assert add_to_blueprint("audience", AUDIENCE).audience.who == "Writers"
    assert not file.exists()


def test_grading_reads_no_file_above_the_hand_in(tmp_path, monkeypatch):
    (tmp_path / "course").mkdir()
    (tmp_path / "my-blueprint.yaml").write_text("name: The instructor's")
    hand_in = tmp_path / "autograded" / "ada" / "02"
    hand_in.mkdir(parents=True)
    monkeypatch.chdir(hand_in)
    monkeypatch.delenv("ECOTOOLS_PROGRESS")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert add_to_blueprint("audience", AUDIENCE).name == "My ecosystem"


def test_within_a_check_the_section_is_kept_only_when_all_of_it_passes(file):
    cells = Cells()
    cells.run("from ecotools.learn import add_to_blueprint")
    body = "mine = add_to_blueprint('audience', answer)\nexpect.that(mine.audience.who == {}, 'no')"
    answer = "answer = 'who: Writers\\npain_point: x'"
    cells.check(answer, body.format("'Others'"))
    assert not file.exists()
    cells.check(answer, body.format("'Writers'"))
    assert "who: Writers" in file.read_text()


PRODUCTS = "- {id: a, name: A, kind: core, price: 9}"
TEST = "experiments: [{id: t, subject: a, kind: ab_test}]"
TWO = f"add_to_blueprint('products', {PRODUCTS!r})\nmine = add_to_blueprint('growth', {TEST!r})\n"


def test_the_second_section_of_a_check_sees_the_first_and_both_are_kept(file):
    cells = Cells()
    cells.run("from ecotools.learn import add_to_blueprint")
    cells.check("answer = 1", TWO + "expect.that(mine.products[0].id == 'b', 'no')")
    assert not file.exists()
    cells.check("answer = 1", TWO + "expect.that(mine.products[0].id == 'a', 'no')")
    text = file.read_text()
    assert "id: a, name: A" in text
    assert "subject: a" in text


def test_two_sections_of_a_check_that_is_graded_are_judged_together_and_not_written(file, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    cells = Cells()
    cells.run("from ecotools.learn import add_to_blueprint")
    cells.check("answer = 1", TWO + "expect.that(mine.growth.experiments[0].subject == 'a', 'no')")
    assert cells.error is None
    assert not file.exists()


CLUB = "- {id: club, name: Club, kind: subscription, price: 9, billing: month}\n"
CHURN = "channels: [{name: search, visitors_per_month: 100}]\nchurn: {club: {alpha: 1, beta: 15}}\n"


def test_a_lent_section_joins_a_file_that_has_none_of_its_name(file):
    add_to_blueprint("audience", AUDIENCE)
    both = add_to_blueprint("assumptions", CHURN, lend={"products": CLUB})
    assert both.products[0].id == "club"
    assert "# my words" in file.read_text()
    assert "Club" in file.read_text()


def test_a_lent_section_leaves_the_learners_own_one_alone(file):
    add_to_blueprint("products", CLUB.replace("name: Club", "name: My own club"))
    assert add_to_blueprint("assumptions", CHURN, lend={"products": CLUB}).products[0].name == "My own club"
    file.unlink()
    add_to_blueprint("products", CLUB.replace("id: club", "id: room"))
    with pytest.raises(BlueprintError, match="club"):
        add_to_blueprint("assumptions", CHURN, lend={"products": CLUB})


def test_a_lent_section_that_does_not_exist_is_refused(file):
    with pytest.raises(ValueError, match="lend"):
        add_to_blueprint("audience", AUDIENCE, lend={"product": CLUB})


def test_several_sections_of_one_check_are_all_kept(file):
    with writes_wait() as keep:
        add_to_blueprint("audience", AUDIENCE)
        add_to_blueprint("assumptions", CHURN, lend={"products": CLUB})
        assert not file.exists()
    keep()
    kept = Blueprint.read(file)
    assert kept.audience.who == "Writers"
    assert kept.assumptions.churn["club"].beta == 15
    assert kept.products[0].id == "club"


@pytest.mark.parametrize("style", ["block", "flow"])
def test_a_product_is_renamed_where_the_section_that_names_it_comes_next(file, style):
    products = "[{{id: {0}, name: Course, kind: core, price: 90, problem: Late books}}, {1}]"
    room = "{id: room, name: Room, kind: coaching, price: 300, problem: Late books}"
    ladder = "upgrades: [{{from: {0}, to: room, rate: 0.03}}]"
    old = [f"products: {products.format('old', room)}", f"ladder: {{{ladder.format('old')}}}"]
    text = (
        "\n".join(["name: Mine", "currency: EUR", *old])
        if style == "block"
        else ", ".join(["{name: Mine", *old]) + "}"
    )
    file.write_text(text + "\n")
    with pytest.raises(BlueprintError, match="unknown product 'old'"):
        add_to_blueprint("products", products.format("new", room))
    with writes_wait() as write:
        add_to_blueprint("products", products.format("new", room), later=["ladder"])
        add_to_blueprint("ladder", ladder.format("new"))
        write()
    kept = Blueprint.read(file)
    assert [one.id for one in kept.products] == ["new", "room"]
    assert kept.ladder.upgrades[0].from_product == "new"
