"""What grading writes into an executed notebook, for whoever reads it later."""

from __future__ import annotations

from typing import Any

KEY = "ecotools"  # where an executed notebook and its cells keep what was found
NO_SANDBOX = "none: "  # how what a notebook says of its sandbox begins when there was none


def note(cell: Any) -> dict[str, Any]:
    """Return what grading wrote into a cell of an executed notebook, {} when nothing.

    Returns
    -------
    dict
        ``outcome`` (a name of `ecotools.outcomes`), ``message`` (what the learner reads), ``hidden`` (whether
        a test failed in the part that students do not have; None where nobody knows), ``seconds`` (processor
        time of the cell), ``evidence`` (list of sentences: why a person should look at it).
    """
    return dict(cell.get("metadata", {}).get(KEY, {}))
