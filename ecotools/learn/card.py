"""An outcome as plain text, and as a small HTML card that a screen reader reads in the same words."""

import html
import re

from ecotools.outcomes import (
    AGREES,
    ERROR,
    FORM_RIGHT,
    NOT_ATTEMPTED,
    ON_CARD,
    RIGHT,
    SIGNS,
    UNCHECKED,
    WRONG,
)

from .outcomes import Outcome, being_graded

# The coloured edge only repeats what the words say. Both themes of JupyterLab define the variables; the
# fallbacks serve exported pages.
_EDGE = {
    RIGHT: "#1a7f37",
    WRONG: "#c2410c",
    NOT_ATTEMPTED: "#6b7280",
    ERROR: "#b91c1c",
    UNCHECKED: "#7c3aed",
    FORM_RIGHT: "#1d4ed8",
    AGREES: "#1a7f37",
}
_BOX = (
    "border-left:5px solid {edge};padding:.35em .9em;margin:.2em 0;max-width:60em;"
    "color:var(--jp-content-font-color0,#111827);background:var(--jp-layout-color2,#f3f4f6);"
    "font-family:var(--jp-content-font-family,system-ui,sans-serif);line-height:1.5"
)
# JupyterLab floats terms and gives them a fifth of the width.
_TERM = "font-weight:600;grid-column:1;white-space:nowrap;float:none;width:auto"
_TEXT = "margin:0;grid-column:2;width:auto;float:none;white-space:pre-wrap;overflow-wrap:anywhere"
# A table as text keeps its lines; where it is too wide it can be scrolled, also by keyboard.
_TABLE = "margin:0;grid-column:2;width:auto;float:none;white-space:pre;overflow-x:auto"
_CODE = "font-family:var(--jp-code-font-family,monospace);background:none;color:inherit;padding:0"
_CODE += ";white-space:inherit"
_AS_CODE = {
    "Checked",
    "Expected",
    "Found",
    "Error",
    "Your line",
    "In the call",
    "Given",
    "Should hold",
    "Printed",
}


def points_words(points: float) -> str:
    """Return the points with their noun.

    >>> points_words(1), points_words(2.5)
    ('1 point', '2.5 points')
    """
    return f"{points:g} point" + ("" if points == 1 else "s")


def headline(outcome: Outcome) -> str:
    """Return the one line that says what came of the check.

    >>> headline(Outcome("02-q3", "right", 4, examples=3)), headline(Outcome("02-t1", "wrong"))
    ('✓ 02-q3 right on these 3 examples · 4 points so far', '✗ 02-t1 not right yet')
    >>> headline(Outcome("02-q6", "the form is right", 3))
    '✓ 02-q6 the form is right · no points yet of 3'
    """
    line = f"{SIGNS[outcome.kind]} {outcome.task} {ON_CARD[outcome.kind]}"
    if outcome.right and outcome.examples:
        line += " on this example" if outcome.examples == 1 else f" on these {outcome.examples} examples"
    if outcome.points is None:
        return line
    points = points_words(outcome.points)
    if outcome.kind == FORM_RIGHT:
        return f"{line} · no points yet of {outcome.points:g}"
    return f"{line} · {points}{_so_far()}" if outcome.right else f"{line} · 0 of {points}"


def _so_far() -> str:
    """Return that points may change when the hand-in is graded; nothing while it is."""
    return "" if being_graded() else " so far"


def as_text(outcome: Outcome) -> str:
    """Return the outcome as plain text of a few lines.

    >>> print(as_text(Outcome("02-t1", "wrong", lines=(("Expected", "0.05"), ("", "Look again.")))))
    ✗ 02-t1 not right yet
      Expected: 0.05
      Look again.
    """
    lines = [headline(outcome)]
    for label, text in _all_lines(outcome):
        words = f"{label}: {text}" if label else text
        lines += [f"  {line}" for line in words.splitlines()]
    return "\n".join(lines)


def as_html(outcome: Outcome) -> str:
    """Return the outcome as an HTML card: role="status", words before colours, both themes."""
    head = html.escape(headline(outcome))
    box = _BOX.format(edge=_EDGE[outcome.kind])
    # JupyterLab takes text between two dollar signs for a formula, unless the class forbids it.
    start = f"<div role='status' class='mathjax_ignore' style='{box}'>"
    return f"{start}<strong>{head}</strong>{_body(_all_lines(outcome))}</div>"


def _body(lines: list[tuple[str, str]]) -> str:
    if not any(label for label, _ in lines):
        return "".join(f"<div style='white-space:pre-wrap'>{_prose(text)}</div>" for _, text in lines)
    rows = "".join(_row(label, text) for label, text in lines)
    # The second column may shrink: in a narrow window, long values wrap and are not cut.
    grid = "display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 1em;margin:.2em 0"
    return f"<dl style='{grid}'>{rows}</dl>"


def _prose(text: str) -> str:
    """Return a sentence as HTML, with text between backticks as code."""
    return re.sub(r"`([^`\n]+)`", rf"<code style='{_CODE}'>\1</code>", html.escape(text))


def _row(label: str, text: str) -> str:
    words = f"<code style='{_CODE}'>{html.escape(text)}</code>" if label in _AS_CODE else _prose(text)
    start = f"dd style='{_TABLE}' tabindex='0'" if label == "Given" else f"dd style='{_TEXT}'"
    return f"<dt style='{_TERM}'>{html.escape(label or 'Note')}</dt><{start}>{words}</dd>"


def _all_lines(outcome: Outcome) -> list[tuple[str, str]]:
    lines = list(outcome.lines)
    if outcome.printed.strip() and outcome.refused:
        lines.append(("Printed", _last(outcome.printed.rstrip())))
    return lines + [("", note) for note in outcome.notes]


def _last(printed: str, most: int = 600) -> str:
    return printed if len(printed) <= most else "…" + printed[-most:]


def in_ipython() -> bool:
    """Return whether rich output can be shown.

    >>> in_ipython()
    False
    """
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    return get_ipython() is not None


def show_outcome(outcome: Outcome) -> None:
    """Show the card in a notebook, the text anywhere else."""
    shown(as_text(outcome), as_html(outcome))


def shown(text: str, page: str) -> None:
    """Show the HTML in a notebook, with the text for readers of plain text; print the text anywhere else."""
    if in_ipython():
        from IPython.display import display

        display({"text/html": page, "text/plain": text}, raw=True)
    else:
        print(text)
