"""The journey board: adding, moving and taking off assets, and the gaps that follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import STAGES, Blueprint
from ecotools.data import quillwork
from ecotools.widgets import journey_board
from tests.widgets.page import live, static, style

EMPTY = Blueprint.from_yaml("name: Nothing yet")


def press(button) -> None:
    button.click()


def test_the_board_starts_as_the_blueprint_has_it(board):
    draft = quillwork("first-draft")
    assert board.gaps == draft.gaps() == ["activation", "referral"]
    assert len(board.journey) == len(draft.journey)
    assert board.journey["stage"].tolist() == [point.stage for point in draft.touchpoints()]


def test_an_asset_put_on_an_empty_stage_closes_the_gap(board):
    board.put("First exercise, reviewed", "activation")
    assert board.gaps == ["referral"]
    assert "Gaps: referral." in live(board).text
    assert "First exercise, reviewed added to activation." in live(board).text


def test_no_gap_is_said_as_such(board):
    board.put("First exercise, reviewed", "activation")
    board.put("Bring a friend", "referral")
    assert board.gaps == []
    assert "No gaps: every stage has an asset." in live(board).text
    assert "2 changes so far." in live(board).text


def test_an_asset_on_the_board_moves_instead_of_being_doubled(board):
    before = len(board.journey)
    board.put("Bootcamp page", "referral")
    assert len(board.journey) == before
    assert board.gaps == ["purchase", "activation"]
    assert "Bootcamp page moved to referral." in live(board).text


def test_capitals_and_spaces_do_not_make_another_asset(board):
    board.put("  bootcamp   PAGE ", "referral")
    assert board.on("referral") == ["Bootcamp page"]


def test_taking_the_only_asset_of_a_stage_off_leaves_a_gap(board):
    board.remove("Bootcamp page")
    assert "purchase" in board.gaps
    assert "Bootcamp page taken off purchase." in live(board).text


def test_starting_again_brings_back_what_was_there(board):
    first = board.journey
    board.put("A friend's link", "referral")
    board.remove("Bootcamp page")
    press(board.again)
    assert board.journey.equals(first)
    assert board.changes == 0


def test_the_blueprint_is_not_changed():
    draft = quillwork("first-draft")
    journey_board(draft).put("First exercise", "activation")
    assert draft.gaps() == ["activation", "referral"]


def test_the_buttons_do_what_the_methods_do(board):
    board.stage.value, board.asset.value = "activation", "First exercise, reviewed"
    press(board.place)
    assert board.on("activation") == ["First exercise, reviewed"]
    assert board.asset.value == ""
    board.asset.value = "First exercise, reviewed"
    press(board.drop)
    assert board.on("activation") == []


def test_assets_on_the_board_are_offered_for_moving(board):
    board.put("Bring a friend", "referral")
    assert "Bring a friend" in board.asset.options
    board.remove("Bring a friend")
    assert "Bring a friend" not in board.asset.options


@pytest.mark.parametrize("button", ["place", "drop"])
def test_a_button_without_a_name_says_that_one_is_needed(board, button):
    before = board.journey
    press(getattr(board, button))
    assert "Nothing changed: " in live(board).text
    assert "named" in live(board).text or "needs a name" in live(board).text
    assert board.journey.equals(before)


def test_what_was_typed_stays_for_correction_when_it_cannot_be_done(board):
    board.asset.value = "Bootcamp pge"
    press(board.drop)
    assert board.asset.value == "Bootcamp pge"
    assert "the nearest is 'Bootcamp page'" in live(board).text


def test_an_unknown_stage_is_refused_with_the_nearest(board):
    with pytest.raises(ValueError, match=r"stage must be one of .* Did you mean 'activation'"):
        board.put("First exercise", "activaton")


def test_an_asset_already_there_is_no_change(board):
    with pytest.raises(ValueError, match="'Bootcamp page' is on purchase already"):
        board.put("Bootcamp page", "purchase")
    assert board.changes == 0


def test_an_asset_that_occurs_twice_stands_on_both_stages():
    twice = Blueprint.from_yaml(
        "name: Two\njourney:\n"
        "  - {id: a, stage: awareness, asset: Newsletter}\n"
        "  - {id: b, stage: retention, asset: newsletter}\n"
        "  - {id: c, stage: retention, asset: Newsletter}\n"
    )
    board = journey_board(twice)
    assert board.on("awareness") == ["Newsletter (awareness)"]
    assert board.on("retention") == ["newsletter (retention)", "Newsletter (retention)"]
    assert board.numbers()["assets"].sum() == 3


def test_a_blueprint_without_a_journey_is_a_board_of_gaps():
    board = journey_board(EMPTY)
    assert board.gaps == list(STAGES)
    assert board.journey.empty
    with pytest.raises(ValueError, match="no asset was named"):
        board.remove("")


def test_what_is_no_blueprint_is_refused():
    with pytest.raises(
        TypeError, match=r"blueprint must be a Blueprint, such as data.quillwork\(\) gives, not str"
    ):
        journey_board("quillwork")


def test_the_static_view_has_the_numbers_of_the_board(board):
    board.put("First exercise, reviewed", "activation")
    page = static(board)
    for stage, assets in board.numbers().itertuples(index=False):
        assert stage.capitalize() in page.text
        said = page.words[page.words.index(stage.capitalize()) + 1]
        assert said == ("gap" if not assets else "1 asset" if assets == 1 else f"{assets} assets")
    assert all(asset in page.text for asset in board.journey["asset"])


def test_a_gap_is_said_in_words_and_not_by_its_edge_alone(board):
    page = live(board)
    dashed = [one for one in page.all("li") if "dashed" in style(one).get("border", "")]
    assert len(dashed) == len(board.gaps) == page.words.count("gap")


@given(
    st.lists(
        st.tuples(st.sampled_from(["put", "remove"]), st.sampled_from("abc"), st.sampled_from(STAGES)),
        max_size=12,
    )
)
def test_gaps_are_exactly_the_stages_without_an_asset(steps):
    board, expected = journey_board(EMPTY), {}
    for action, asset, stage in steps:
        board.asset.value, board.stage.value = asset, stage
        press(board.place if action == "put" else board.drop)
        expected |= {asset: stage} if action == "put" else {}
        if action == "remove":
            expected.pop(asset, None)
    assert board.gaps == [stage for stage in STAGES if stage not in expected.values()]
    assert dict(board.journey.itertuples(index=False)) == expected
