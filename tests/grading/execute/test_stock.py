"""Executed notebooks are what stock nbclient makes of them, but for what differs from run to run."""

import re

import nbformat
import pytest
from nbclient import NotebookClient

from ecotools.grading.execute.job import HandInLimits, Job

from .cells import WAYS, notebook

AWKWARD = (
    "print('a'); print('b')\n1 + 1",
    "_, _1, In[1]",
    "1 / 0",
    "def inner(x):\n    return x['missing']\ndef outer(x):\n    return inner(x)\nouter({})",
    "def broken(:",
    "raise ValueError('first') from KeyError('second')",
    "import sys; sys.exit('bye')",
    "assert 1 == 2, 'not so'",
    "from IPython.display import HTML, clear_output, display, update_display\ndisplay(HTML('<b>x</b>'), 5)",
    "display('old', display_id='one'); display('other', display_id='two')",
    "update_display('new', display_id='one')\n'result'",
    "print('gone'); clear_output(); print('here')",
    "print('stays'); clear_output(wait=True)",
    "for n in range(5):\n    clear_output(wait=True); print(n)",
    "import pandas as pd\npd.DataFrame({'a': [1, 2], 'b': ['x', None]})",
    "pd.DataFrame({'a': [1]})['b']",
    "import matplotlib.pyplot as plt\nfig, ax = plt.subplots(); ax.plot([1, 2]); ax.set_title('t');",
    "plt.plot([3, 4]); plt.show(); plt.plot([5, 6])",
    "fig",
    "import asyncio\nawait asyncio.sleep(0.01)\n[x async for x in __import__('aiter_missing')]",
    "async def f():\n    return 7\nawait f()",
    "%%capture kept\nprint('captured')",
    "kept.stdout",
    "!echo shell; echo error >&2",
    "%%bash\necho from bash",
    "x = !echo listed\nx",
    "%who_ls int",
    "input('name? ')",
    "import getpass; getpass.getpass()",
    "import ipywidgets as w\nout = w.Output()\nwith out:\n    print('inside'); display(3)\nout",
    "with out:\n    1 / 0",
    "slider = w.IntSlider(value=3); slider.value = 5; slider",
    "import logging; logging.warning('logged')",
    "class Loud:\n    def __repr__(self): raise RuntimeError('no repr')\nLoud()",
    "None",
    "'quiet';",
    "?len",
    "import json; print(json.dumps({'ä': '😀'}, ensure_ascii=False))",
    "import os; os.environ['NBGRADER_EXECUTION'] if 'NBGRADER_EXECUTION' in os.environ else 'autograde'",
    "__name__, __doc__",
    "get_ipython().execution_count",
)


def normal(text):
    """Return ``text`` without what differs from run to run: addresses, temporary files, widget ids."""
    text = re.sub(r"0x[0-9a-f]{6,}", "ADDRESS", text)
    text = re.sub(r"(/\S*)?/ipykernel_\d+/\d+\.py", "CELL", text)
    return re.sub(r"\b[0-9a-f]{32}\b", "ID", text)


def outputs_of(cell):
    """Return a cell's outputs, each stream in one piece, for comparing."""
    streams, rest = {}, []
    for output in cell.outputs:
        if output.output_type == "stream":
            streams[output.name] = streams.get(output.name, "") + normal(output.text)
        elif output.output_type == "error":
            rest.append((output.ename, normal(output.evalue), normal("\n".join(output.traceback))))
        else:
            count = output.get("execution_count")
            rest.append(
                (output.output_type, normal(str(sorted(output.data.items()))), output.metadata, count)
            )
    return streams, rest


@pytest.fixture(scope="module")
def stock():
    made = nbformat.from_dict(notebook(*AWKWARD))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MPLBACKEND")  # set for the tests, not for notebooks
        # On a busy machine nbclient waits this long in vain for what the kernel says of itself at the end.
        NotebookClient(made, allow_errors=True, timeout=20).execute()
    return made


@pytest.fixture(scope="module")
def ours(way):
    return WAYS[way](Job(notebook(*AWKWARD), limits=HandInLimits(cpu=60, wall=120))).notebook


@pytest.mark.parametrize("place", range(len(AWKWARD)), ids=lambda place: AWKWARD[place].splitlines()[0][:40])
def test_a_cell_shows_what_stock_nbclient_shows(stock, ours, place):
    assert outputs_of(ours.cells[place]) == outputs_of(stock.cells[place])
    assert ours.cells[place].execution_count == stock.cells[place].execution_count


def test_widgets_have_the_state_that_stock_nbclient_keeps(stock, ours):
    def models(made):
        state = made.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
        return sorted((one["model_name"], normal(str(one["state"].get("outputs")))) for one in state.values())

    assert models(ours) == models(stock)
