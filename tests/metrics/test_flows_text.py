"""What the text of a flow tells before anybody is mailed: its steps, its graph, its problems."""

import networkx as nx
import pytest

from ecotools import data
from ecotools.blueprint import Blueprint
from ecotools.metrics import flows
from tests.metrics.flow_tables import flow


def found(*automations) -> list[tuple]:
    table = flows.problems(list(automations))
    return list(zip(table["step"], table["problem"], strict=True))


def test_quillwork_has_no_problem_and_its_draft_has_three():
    assert flows.problems(data.quillwork()).empty
    table = flows.problems(data.quillwork("automation-draft"))
    assert table["problem"].tolist() == ["wrong stage", "loop without exit", "unreachable step"]
    assert set(table["flow"]) == {"after_bootcamp"}
    assert set(table.attrs["definition"]) == set(flows.problems.__globals__["PROBLEMS"])


def test_a_blueprint_without_flows_has_no_problems_and_no_steps():
    empty = Blueprint(name="Q")
    assert flows.problems(empty).empty and flows.steps(empty).empty and not flows.graph(empty).nodes


def test_a_flow_without_steps_is_a_dead_end():
    assert found(flow()) == [("", "dead end")]


def test_a_wait_that_nothing_follows_is_a_dead_end():
    assert found(flow(("a", 0), {"id": "b", "action": "wait"})) == [("b", "dead end")]
    assert found(flow({"id": "b", "action": "wait"}, ("a", 1))) == []


def test_a_branch_needs_a_way_for_those_who_meet_none_of_its_conditions():
    branch = {"id": "ask", "next": ["yes", "no"]}
    yes = {"id": "yes", "condition": "Said yes", "next": []}
    said_no = {"id": "no", "condition": "Said no", "next": []}
    assert found(flow(branch, yes, said_no)) == [("ask", "dead end")]
    assert found(flow(branch, yes, {"id": "no", "next": []})) == []


def test_a_branch_behind_one_without_a_condition_is_never_taken():
    """Of several next steps the first whose condition holds is taken; without a condition it always does."""
    branch = {"id": "ask", "next": ["always", "never"]}
    steps = branch, {"id": "always", "next": []}, {"id": "never", "next": []}
    assert found(flow(*steps)) == [("never", "unreachable step")]
    table = flows.problems(flow(*steps))
    assert table["what"][0] == "never is never done: another way out of ask is always taken first"


def test_a_loop_is_no_problem_when_a_condition_or_a_step_leads_out():
    around = {"id": "again", "next": ["again"]}
    assert found(flow(around)) == [("again", "loop without exit")]
    assert found(flow(around | {"condition": "Still quiet"})) == []
    out = {"id": "again", "next": ["done", "again"]}
    assert found(flow(out, {"id": "done", "action": "end", "condition": "Has answered"})) == []


def test_only_messages_can_be_at_the_wrong_stage():
    said = {"message": {"stage": "purchase"}}
    assert found(flow({"id": "a"} | said, stage="activation")) == [("a", "wrong stage")]
    assert found(flow({"id": "a"} | said)) == []
    assert found(flow({"id": "a", "message": {"stage": "activation"}}, stage="activation")) == []


def test_two_flows_for_one_event_are_told_unless_something_keeps_them_apart():
    one, two = flow(("a", 0)), flow(("a", 0), id="two")
    assert found(one, two) == [("", "two flows for one event")]
    assert flows.problems([one, two])["flow"].tolist() == ["two"]
    assert found(one, flow(("a", 0), id="two", product="kit")) == [("", "two flows for one event")]
    kit, course = (flow(("a", 0), id=id, product=id) for id in ("kit", "course"))
    assert found(kit, course) == []
    assert found(one, flow({"id": "a", "action": "tag"}, id="two")) == []
    new, old = (flow(("a", 0), id=id, condition=f"Is {id}") for id in ("new", "old"))
    assert found(new, old) == []
    assert found(flow(("a", 0), trigger="manual"), flow(("a", 0), id="two", trigger="manual")) == []


def test_every_step_stands_in_the_table_with_what_follows():
    table = flows.steps(data.quillwork())
    assert len(table) == sum(len(each.steps) for each in data.quillwork().automations)
    card = table[table["flow"] == "card_failed"].set_index("step")
    assert card.loc["second_note", ["day", "condition", "sends"]].tolist() == [6, "Still unpaid", True]
    assert card.loc["first_note", "next"] == ["second_note"] and card.loc["second_note", "next"] == []
    welcome = table[table["flow"] == "welcome_emails"]
    assert set(welcome["flow_condition"]) == {"Has not bought the bootcamp"}


def test_the_graph_runs_from_the_trigger_to_the_end_through_conditions_delays_and_actions():
    drawn = flows.graph(data.quillwork())
    assert {kind for _, kind in drawn.nodes(data="kind")} == {
        "trigger",
        "condition",
        "delay",
        "action",
        "end",
    }
    for node, kind in drawn.nodes(data="kind"):
        answers = sorted(answer for *_, answer in drawn.out_edges(node, data="answer"))
        if kind == "condition":
            assert answers == ["no", "yes"]
        assert drawn.out_degree(node) > 0 or kind == "end"
        assert drawn.in_degree(node) > 0 or kind == "trigger"
    for each in data.quillwork().automations:
        assert nx.has_path(drawn, (each.id, "", "trigger"), (each.id, "", "end"))


def test_who_does_not_meet_a_condition_in_a_loop_goes_to_the_end():
    drawn = flows.graph(flow({"id": "again", "condition": "Still quiet", "next": ["again"]}))
    assert drawn.edges[("hello", "again", "condition"), ("hello", "", "end")]["answer"] == "no"
    assert drawn.has_edge(("hello", "again", "action"), ("hello", "again", "condition"))


@pytest.mark.parametrize("wrong", ["hello", 5, {"id": "hello"}, [1], None])
def test_what_is_no_flow_is_refused_by_name(wrong):
    for function in (flows.problems, flows.steps, flows.graph):
        with pytest.raises(
            TypeError, match="automations must be a Blueprint, an Automation or a list of them"
        ):
            function(wrong)


def test_two_flows_of_one_id_are_refused():
    with pytest.raises(ValueError, match="automations has 'hello' twice"):
        flows.problems([flow(("a", 0)), flow(("b", 0))])
