"""What the front page shows: pieces of lessons that have run, and the review of a small blueprint."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from nbformat import NotebookNode

EXAMPLE = Path(__file__).with_name("bakery.yaml")
KPIS = ("Revenue", "MRR", "Customer churn", "Activation")


def pieces(executed: Mapping[str, NotebookNode]) -> dict[str, str]:
    """Return the pieces as HTML by name, from the executed lessons by theirs (``02-journey-mapping``)."""
    return {
        "lesson": shown(executed["02-journey-mapping"], "channels-figure"),
        "check": shown(executed["00-start-here"], "try2-check"),
        "review": f"<pre class='terminal' tabindex='0'>{_escaped(review())}</pre>",
        "dashboard": dashboard(shown(executed["10-kpi-dashboards"], "dashboard")),
    }


def shown(notebook: NotebookNode, cell_id: str) -> str:
    """Return the HTML that a cell of an executed notebook shows."""
    cell = next(cell for cell in notebook.cells if cell.id == cell_id)
    return cell.outputs[0].data["text/html"]


def review() -> str:
    """Return what the terminal says of one rule when the example is reviewed, without the count of all."""
    from click.testing import CliRunner

    from ecotools.cli import main

    said = CliRunner().invoke(main, ["review", str(EXAMPLE), "--select", "JRN02"])
    return said.output.replace(str(EXAMPLE), EXAMPLE.name).strip().partition("\n\n")[0]


def dashboard(board: str) -> str:
    """Return a few cards of the KPI dashboard, out of its view without a kernel.

    >>> dashboard("<ul role='list'><li><div>MRR</div><div>$9</div></li><li><div>NPS</div></li></ul>")
    "<ul role='list'><li><div>MRR</div><div>$9</div></li></ul>"
    """
    head, cards = re.match(r".*?(<ul .*?>)(.*?)</ul>", board, re.DOTALL).groups()
    every = re.findall(r"<li.*?</li>", cards, re.DOTALL)
    named = {re.search(r">([^<]+)<", card)[1]: card for card in every}
    return head + "".join(named[name] for name in KPIS if name in named) + "</ul>"


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)
