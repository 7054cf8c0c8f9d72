"""The words for automations: what sets them off, what they do, the way through their steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint.flows import END, START
from ecotools.rules.engine.parts import Business, Missing
from ecotools.rules.words import flows as words

from ..examples import blueprint


def business(example):
    return Business(blueprint(example))


def flow(steps):
    return business(f"automations: [{{id: a, trigger: lead, steps: [{steps}]}}]").automations[0]


def test_a_step_leads_to_its_next_else_to_the_following_one():
    steps = (
        "{action: wait, next: [b, c]}, {id: b, action: tag}, {id: c, action: tag, next: []}, {action: end}"
    )
    graph = words.flow_graph(flow(steps))
    assert sorted(graph.edges) == [(START, 0), (0, 1), (0, 2), (1, 2), (2, END), (3, END)]


def test_the_action_end_ends_also_with_steps_behind_it():
    assert list(words.flow_graph(flow("{action: end}, {action: tag}")).successors(0)) == [END]


@given(st.lists(st.sampled_from(["welcome", "message", "wait", "tag", "deliver", "survey"]), min_size=1))
def test_emails_of_a_straight_flow_are_the_steps_that_send(actions):
    many = sum(action in ("welcome", "message", "survey") for action in actions)
    assert words.emails(flow(", ".join(f"{{action: {one}}}" for one in actions))) == many


def test_a_delivery_with_a_message_is_an_email():
    assert words.emails(flow("{action: deliver, message: {subject: Yours}}, {action: deliver}")) == 1


class TestSome:
    def test_that_nothing_is_automated_is_an_answer(self):
        assert words.does(business("automations: []"), "survey", "purchase") is False

    def test_silence_is_none(self):
        with pytest.raises(Missing):
            words.does(business(""), "survey", "purchase")

    @pytest.mark.parametrize("unsaid", ["{id: b}", "{id: b, trigger: purchase}"])
    def test_a_flow_that_says_nothing_could_do_it(self, unsaid):
        with pytest.raises(Missing):
            words.does(business(f"automations: [{unsaid}]"), "survey", "purchase")

    def test_it_does_not_matter_when_another_does_it(self):
        known = "{id: a, trigger: purchase, steps: [{action: survey}]}"
        assert words.does(business(f"automations: [{{id: b}}, {known}]"), "survey", "purchase")

    def test_another_trigger_does_not_count(self):
        lead = "automations: [{id: a, trigger: lead, steps: [{action: survey}]}]"
        assert not words.does(business(lead), "survey", "purchase")
