"""The loops of a map: those that are named, whether they close, and those that close besides."""

from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint, EcosystemMap
from ecotools.report import render
from ecotools.report.loops import circles
from tests.report.pages import DAY, Read


def drawn(edges: str, *loops: str) -> EcosystemMap:
    """A map with edges like ``"ab bc"`` and loops like ``"abc"``."""
    ids = sorted({*edges.replace(" ", ""), *"".join(loops)})
    return EcosystemMap(
        nodes=[{"id": id, "kind": "feature"} for id in ids],
        edges=[{"from": one[0], "to": one[1]} for one in edges.split()],
        loops=[{"id": f"loop-{place}", "nodes": list(nodes)} for place, nodes in enumerate(loops)],
    )


def test_a_loop_whose_edges_are_there_closes():
    (one,) = circles(drawn("ab bc ca", "abc"))
    assert one.letter == "A" and one.meant and one.closes


def test_a_loop_that_lacks_an_edge_says_which():
    (one,) = circles(drawn("ab bc", "abc"))
    assert not one.closes and one.open_at == (("c", "a"),)


def test_a_loop_that_nobody_named_is_found_too_the_shortest_first():
    found = circles(drawn("ab ba bc ca", "ab"))
    assert [("".join(one.nodes), one.meant) for one in found] == [("ab", True), ("abc", False)]


def test_a_named_loop_is_not_found_again_wherever_it_begins():
    assert len(circles(drawn("ab bc ca", "cab"))) == 1


def test_a_flow_from_a_node_to_itself_is_no_loop():
    assert circles(drawn("aa ab")) == []


@given(st.sets(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg"))))
def test_each_loop_that_is_found_runs_along_edges_and_once_through_each_node(pairs):
    edges = {pair for pair in pairs}
    found = circles(drawn(" ".join(a + b for a, b in sorted(edges)))) if edges else []
    for one in found:
        steps = zip(one.nodes, [*one.nodes[1:], one.nodes[0]], strict=True)
        assert set(steps) <= edges and len(set(one.nodes)) == len(one.nodes)
    assert len({frozenset(zip(o.nodes, [*o.nodes[1:], o.nodes[0]], strict=True)) for o in found}) == len(
        found
    )


def test_a_map_where_everything_leads_everywhere_is_done_soon():
    letters = "abcdefghijklmnop"
    assert len(circles(drawn(" ".join(a + b for a in letters for b in letters if a != b)))) == 26


def test_the_page_says_where_a_loop_does_not_close():
    blueprint = Blueprint(name="Q", map=drawn("ab bc", "abc"))
    text = " ".join(Read(render(blueprint, date=DAY)).text.split())
    assert "It does not close: no flow leads from c to a." in text and "0 loops of the map close." in text


def test_a_map_of_many_loops_says_how_many_and_marks_the_first():
    pairs = [f"h{other} {other}h" for other in "abcdefgi"]
    text = Read(render(Blueprint(name="Q", map=drawn(" ".join(pairs))), date=DAY)).text
    assert "8 loops that feed themselves, the first 6 of them marked" in " ".join(text.split())
    assert "8 loops of the map close." in text


def test_of_more_loops_than_letters_it_says_at_least():
    every = " ".join(one + other for one in "abcdef" for other in "abcdef" if one != other)
    text = Read(render(Blueprint(name="Q", map=drawn(every)), date=DAY)).text
    assert "At least 26 loops of the map close." in text


def test_a_map_too_large_for_a_picture_is_told_in_tables():
    nodes = [{"id": f"n{place}", "kind": "feature"} for place in range(60)]
    found = Read(render(Blueprint(name="Q", map={"nodes": nodes}), date=DAY))
    assert "A picture of 60 nodes could not be read" in found.text
    assert len(found.table("What is on the map")) == 61
