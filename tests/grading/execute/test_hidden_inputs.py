"""What a hidden case gives to an answer comes out nowhere but in the words of the test that failed on it."""

import json

from ecotools.grading.execute.job import HandInLimits

from .courts import said, tried, verdicts

LONG = HandInLimits(cpu=20, wall=60, total=300)

SECRET = "sesame-4711"
SETUP = "from ecotools.learn import check"


def _check(task, name):
    return f"""test: with check("{task}", "{name}", points=1) as expect:
    expect.value({name}("open"), "OPEN")
    ### BEGIN HIDDEN TESTS
    expect.value({name}("{SECRET}"), "{SECRET.upper()}")
    ### END HIDDEN TESTS
    """


ANSWER = "answer: def {}(word):\n    return word.upper()"
CHECKED = (
    SETUP,
    ANSWER.format("loud"),
    _check("01-q1", "loud"),
    ANSWER.format("louder"),
    _check("01-q2", "louder"),
)
TELLS = """
import os, subprocess, threading, time, warnings
from IPython.display import display
seen, kernel = [], get_ipython().kernel
parent, shown = kernel.get_parent("shell"), display("an earlier output", display_id=True)
def tell(word):
    seen.append(word)
    open("seen.txt", "a").write(word)
    for text in seen:
        print(text)
        warnings.warn(text)
        display(text)
        shown.update(text)
        os.write(1, text.encode())
        subprocess.run(["echo", text])
        for kind, content in (
            ("stream", {"name": "stdout", "text": text}),
            ("execute_result", {"data": {"text/plain": text}, "metadata": {}, "execution_count": 1}),
            ("error", {"ename": text, "evalue": text, "traceback": [text]}),
        ):
            kernel.session.send(kernel.iopub_socket, kind, content, parent=parent)
            kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent("shell"))
    return word.upper()
def repeat():
    for number in range(50):
        time.sleep(0.02)
        print(seen)
threading.Thread(target=repeat, daemon=True).start()
"""
SHOWS = "import os\nprint(seen, os.path.exists('seen.txt') and open('seen.txt').read())\n"


def _told(execution):
    """Return all that an executed notebook shows, but what tests say of what went wrong, and its sources."""
    notebook = json.loads(json.dumps(execution.notebook))
    for cell in notebook["cells"]:
        test = bool(cell["metadata"].get("nbgrader"))
        del cell["source"]
        cell["outputs"] = [one for one in cell["outputs"] if not (test and one["output_type"] == "error")]
    return json.dumps(notebook)


def test_an_answer_that_tells_all_it_is_given_by_every_means_tells_nothing_of_hidden_cases(way):
    execution = tried(way, CHECKED, [f"{TELLS}\nloud = tell", [f"{SHOWS}louder = tell", SHOWS]], limits=LONG)
    assert verdicts(execution) == ["ok", "ok"]
    assert SECRET not in _told(execution)


def test_nor_does_one_that_ends_its_process_and_tells_in_the_fresh_one(way):
    dies = "import os\ndef loud(word):\n    print(word)\n    open('seen.txt', 'w').write(word)\n"
    dies += "    if word != 'open':\n        os._exit(0)\n    return word.upper()"
    shows = "import os\nprint(os.path.exists('seen.txt') and open('seen.txt').read())\nlouder = loud"
    execution = tried(way, CHECKED, [f"{shows.replace('louder = loud', '')}\n{dies}", shows], limits=LONG)
    assert verdicts(execution) == ["died", "died"]
    assert SECRET not in _told(execution)


def test_nor_does_a_later_test_that_calls_what_remembers(way):
    late = "seen = []\ndef loud(word):\n    seen.append(word)\n    return word.upper()"
    tells = (
        "import warnings\ndef louder(word):\n    print(seen)\n    warnings.warn(str(seen))\n    return 'no'"
    )
    execution = tried(way, CHECKED, [late, tells], limits=LONG)
    assert verdicts(execution) == ["ok", "error"]
    assert not any(SECRET in text for text in said(execution))


def test_in_tests_with_plain_asserts_what_is_printed_and_warned_in_hidden_cases_is_not_shown(way):
    test = f"test: assert loud('open') == 'OPEN'\n### BEGIN HIDDEN TESTS\nassert loud({SECRET!r}) == 'SESAME'"
    cells = (ANSWER.format("loud"), test, ANSWER.format("louder"), "test: assert louder('open') == 'OPEN'")
    tells = "import warnings\ndef loud(word):\n    seen.append(word)\n    print(seen)\n"
    tells += "    warnings.warn(str(seen))\n    return word.upper()[:6]"
    execution = tried(way, cells, [f"seen = []\n{tells}", "louder = loud"], limits=LONG)
    assert verdicts(execution) == ["ok", "ok"]
    assert "['open']" in _told(execution) and SECRET not in _told(execution)
