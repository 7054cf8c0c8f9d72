"""Both ends of the exchange in one process: a hand-in and its judge, whose messages cross as JSON text."""

import contextlib
import io
import json
import linecache
import warnings
from itertools import count

from ecotools.grading.judge.answers import Answers
from ecotools.grading.judge.bench import Bench
from ecotools.grading.judge.plan import make_plan

from ..execute.courts import source

_numbers = count()


def crossed(message):
    """Return a message as it comes out at the other end."""
    return json.loads(json.dumps(message))


def run(text, space):
    """Run a cell in a namespace; its lines can be found afterwards."""
    file = f"<cell {next(_numbers)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    exec(compile(text, file, "exec"), space)


class Ends:
    """A hand-in that ran the cells of ``answer``, and the judge of the cells of an assignment."""

    def __init__(self, answer, setup="from ecotools.learn import check"):
        self.handin = {"__name__": "__main__"}
        self.judge = {"__name__": "__main__"}
        self.setup = setup
        self.answers = Answers(
            self.handin, lambda message: crossed(self.bench.stand_ins.serve(crossed(message)))
        )
        self.bench = Bench(self.judge, lambda message: crossed(self.answers.serve(crossed(message))))
        for space in (self.handin, self.judge):
            run(setup, space)
        run(answer, self.handin)
        self._answer = answer

    def remember(self, test, place=1):
        """Let the hand-in keep what the names of a test stand for now; return the test's step, and that."""
        plan = make_plan(source(self.setup, f"answer: {self._answer}", f"test: {test}"))
        step = plan.steps[-1]
        asked = {"do": "remember", "place": place, "names": list(step.names)}
        return step, crossed(self.answers.serve(asked))

    def seat(self, test, place=1, seed=1, kept=None):
        """Put stand-ins into place for a test; return why a name could not be taken over."""
        step, remembered = kept or self.remember(test, place)
        self.answers.serve({"do": "begin", "place": place, "seed": seed})
        said = {"asked": step.asked, "wanted": step.wanted, "remembered": remembered}
        return self.bench.seat(said | {"source": test, "seed": seed})["unread"]

    def test(self, text, **named):
        """Run a test; return what it showed and warned of, and its error or None."""
        self.seat(text, **named)
        shown = io.StringIO()
        with contextlib.redirect_stdout(shown), warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                run(text, self.judge)
                error = None
            except BaseException as raised:
                error = raised
        return shown.getvalue(), [(one.category, str(one.message)) for one in said], error


def passes(answer, test, **named):
    """Run a test of an answer that must pass; return what it showed."""
    shown, _, error = Ends(answer, **named).test(test)
    if error is not None:
        raise error
    return shown


def fails(answer, test, **named):
    """Return the error of a test of an answer."""
    error = Ends(answer, **named).test(test)[2]
    assert error is not None, "the test passed"
    return error
