"""The way through a flow: what follows what, where it ends, and which circles nobody can leave."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import FlowStep
from ecotools.blueprint.automation import Message
from ecotools.blueprint.flows import (
    END,
    START,
    circle_of,
    loops_without_exit,
    reaches_people,
    step_graph,
    step_names,
)

ids = "abcde"


@st.composite
def any_flow(draw) -> list[FlowStep]:
    many = draw(st.integers(1, 5))
    targets = st.one_of(st.none(), st.lists(st.sampled_from(ids[:many]), max_size=3, unique=True))
    return [FlowStep(id=ids[at], action="message", next=draw(targets)) for at in range(many)]


def leaves(graph, at: int, seen: frozenset[int] = frozenset()) -> bool:
    """Tell by trying every way whether one can get from a place to the end."""
    return at == END or any(leaves(graph, to, seen | {at}) for to in graph.successors(at) if to not in seen)


@settings(max_examples=60, deadline=None)
@given(any_flow())
def test_a_circle_without_exit_is_one_from_which_no_way_leads_to_the_end(steps):
    graph = step_graph(steps)
    stuck = {at for circle in loops_without_exit(graph) for at in circle}
    assert all(not leaves(graph, at) for at in stuck)
    assert leaves(graph, START) or stuck


@settings(max_examples=60, deadline=None)
@given(any_flow())
def test_steps_of_one_circle_name_the_same_circle(steps):
    graph = step_graph(steps)
    for at in range(len(steps)):
        circle = circle_of(graph, at)
        assert all(circle_of(graph, other) == circle for other in circle)
        assert not circle or at in circle


def test_steps_follow_the_order_in_which_next_names_them():
    steps = [
        FlowStep(id="a", action="wait", next=["c", "b"]),
        *(FlowStep(id=id, action="tag") for id in "bc"),
    ]
    assert list(step_graph(steps).successors(0)) == [2, 1]
    assert list(step_graph([]).edges) == [(START, END)]


def test_a_step_is_called_by_its_id_else_by_its_place():
    assert step_names([FlowStep(id="hi", action="welcome"), FlowStep(action="tag")]) == ["hi", "step 2 (tag)"]


def test_a_delivery_reaches_people_when_it_has_a_message():
    assert not reaches_people(FlowStep(action="deliver"))
    assert reaches_people(FlowStep(action="deliver", message=Message(subject="Your login")))
    assert reaches_people(FlowStep(action="tag", message=Message(subject="Welcome")))
