"""Calls over a wire, one at a time: handles that exist, so many calls deep, and nonsense is refused."""

import pytest

from ecotools.grading.judge import exchange
from ecotools.grading.judge.exchange import Exchange, ExchangeError


class End(Exchange):
    """An end that serves ``{"do": "ask"}`` by asking back, and others by returning what they say."""

    def serve(self, message):
        if message["do"] == "ask":
            return {"do": "returned", "got": self.ask({"do": "say"})}
        return {"do": "returned", "said": message["do"]}


def test_an_answer_comes_back():
    assert End(lambda message: {"do": "returned", "of": message}).ask({"do": "x"}) == {
        "do": "returned",
        "of": {"do": "x"},
    }


def test_what_the_other_end_asks_meanwhile_is_served():
    heard = []

    def swap(message):
        heard.append(message)
        return {"do": "say"} if len(heard) == 1 else {"do": "returned"}

    assert End(swap).ask({"do": "x"}) == {"do": "returned"}
    assert heard == [{"do": "x"}, {"do": "returned", "said": "say"}]


def test_calls_within_calls_end_at_a_depth():
    end = End(lambda message: {"do": "ask"})
    with pytest.raises(RecursionError, match=f"more than {exchange.DEEPEST} deep"):
        end.ask({"do": "x"})
    end._swap = lambda message: {"do": "returned"}
    assert end.ask({"do": "x"}), "the depth is counted down again"


@pytest.mark.parametrize("nonsense", [None, 3, "call", ["do"]])
def test_what_is_no_message_is_refused(nonsense):
    with pytest.raises(ExchangeError, match="no message"):
        End(lambda message: nonsense).ask({"do": "x"})


def test_a_function_has_one_handle():
    end = End(None)
    assert [end.export(abs), end.export(len), end.export(abs)] == [0, 1, 0]
    assert end.exported(1) is len


@pytest.mark.parametrize("handle", [-1, 1, True, 0.0, "0", None, [0], 10**30])
def test_a_handle_that_was_not_given_is_refused(handle):
    end = End(None)
    end.export(abs)
    with pytest.raises(ExchangeError, match="there is no function"):
        end.exported(handle)


def test_no_more_functions_are_handed_over_than_the_limit(monkeypatch):
    monkeypatch.setattr(exchange, "MOST_FUNCTIONS", 2)
    end = End(None)
    end.export(abs), end.export(len)
    with pytest.raises(ExchangeError, match="more than 2 functions"):
        end.export(sum)
