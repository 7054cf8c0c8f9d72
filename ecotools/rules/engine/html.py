"""A review as HTML: tables that open and close anywhere, with a box to filter by where scripts may run."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ecotools.rules.engine.rule import SEVERITIES
from ecotools.rules.engine.run import OK

if TYPE_CHECKING:
    from ecotools.rules.engine.result import ReviewResult, Told
    from ecotools.rules.engine.rule import Rule

# Both themes of JupyterLab define the variables; the fallbacks serve pages outside of it.
_BOX = (
    "color:var(--jp-content-font-color0,#111827);font-family:var(--jp-content-font-family,system-ui,sans-serif);"
    "line-height:1.5;max-width:75em"
)
_EDGE = {"error": "#b91c1c", "warning": "#b45309", "info": "#1d4ed8"}
_GROUP = "margin:.4em 0;border-left:5px solid {edge};padding-left:.7em"
_TABLE = "border-collapse:collapse;margin:.3em 0;text-align:left"
_CELL = (
    "text-align:left;vertical-align:top;padding:.3em .9em .3em 0;white-space:normal;min-width:4em;"
    "border-top:1px solid var(--jp-border-color2,#d1d5db)"
)
_HEADS = {"error": "Errors", "warning": "Warnings", "info": "Infos"}

# Without scripts, as in a notebook that is not trusted, the groups still open and close.
_SCRIPT = """<script>
(function () {
  var here = document.currentScript && document.currentScript.closest("section");
  if (!here) return;
  var label = document.createElement("label"), box = document.createElement("input");
  var said = document.createElement("span");
  label.textContent = "Show only rows with ";
  box.type = "search"; box.placeholder = "JRN, pricing, core …"; box.style.font = "inherit";
  said.setAttribute("role", "status"); said.style.marginLeft = ".7em";
  label.appendChild(box);
  here.insertBefore(label, here.querySelector("details")); label.after(said);
  box.addEventListener("input", function () {
    var word = box.value.trim().toLowerCase(), left = 0, rows = here.querySelectorAll("tbody tr");
    rows.forEach(function (row) {
      row.hidden = (row.dataset.words + " " + row.textContent).toLowerCase().indexOf(word) < 0;
      left += row.hidden ? 0 : 1;
    });
    said.textContent = word ? left + " of " + rows.length + " rows" : "";
  });
})();
</script>"""


def to_html(found: ReviewResult) -> str:
    """Return a review as a piece of HTML: groups by severity, then what was not checked and what is ok."""
    parts = [f"<p style='margin:.2em 0'><strong>{html.escape(found.summary())}</strong>{_profile(found)}</p>"]
    for severity in SEVERITIES:
        if told := [one for one in found.findings if one.severity == severity]:
            parts.append(_group(f"{_HEADS[severity]} ({len(told)})", _findings(told, found), _EDGE[severity]))
    if found.not_checked:
        words = f"Not checked ({len(found.not_checked)})"
        parts.append(_group(words, _advice(found) + _unchecked(found), "#6b7280", open=False))
    if found.not_applying:
        words = f"Does not apply ({len(found.not_applying)})"
        parts.append(_group(words, _not_applying(found), "#6b7280", open=False))
    if found.waived:
        parts.append(_group(f"Waived ({len(found.waived)})", _waived(found), "#6b7280", open=False))
    if found.needless:
        words = f"Waivers that are not needed any more ({len(found.needless)})"
        parts.append(_group(words, _needless(found), "#6b7280", open=False))
    if right := [one.rule for one in found.outcomes if one.word == OK]:
        parts.append(_group(f"Ok ({len(right)})", _right(right), "#1a7f37", open=False))
    # JupyterLab takes what stands between two dollar signs for a formula, unless the class forbids it.
    start = (
        f"<section class='mathjax_ignore' aria-label='Review of {html.escape(found.name)}' style='{_BOX}'>"
    )
    return f"{start}{''.join(parts)}{_SCRIPT}</section>"


def to_page(found: ReviewResult) -> str:
    """Return a review as a whole HTML page that needs nothing but itself."""
    title = html.escape(f"Review of {found.name}")
    return (
        f"<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>{title}</title>"
        "<meta name='viewport' content='width=device-width,initial-scale=1'>"
        "<style>body{margin:2em;font-family:system-ui,sans-serif}"
        "@media print{label{display:none}}</style></head>"
        f"<body><main><h1>{title}</h1>{to_html(found)}</main></body></html>\n"
    )


def _profile(found: ReviewResult) -> str:
    return f" Profile: {html.escape(found.profile)}." if found.profile else ""


def _group(title: str, content: str, edge: str, *, open: bool = True) -> str:
    state = " open" if open else ""
    return (
        f"<details{state} style='{_GROUP.format(edge=edge)}'><summary><strong>{title}</strong></summary>"
        f"{content}</details>"
    )


def _findings(told: Iterable[Told], found: ReviewResult) -> str:
    about = {one.rule.id: one.rule for one in found.outcomes}
    rows = []
    for one in told:
        rule = about.get(one.rule)
        line = f", line {one.line}" if one.line else ""
        cells = [
            _code(one.where or "the blueprint") + line,
            html.escape(one.found),
            html.escape(one.threshold) + (f"<br><em>{html.escape(one.basis)}</em>" if one.basis else ""),
            _prose(one.do),
        ]
        rows.append(_row(one.rule, one.title, _words(rule), cells, _why(rule)))
    return _table(["Rule", "Where", "Found", "Threshold", "What to do"], rows)


def _why(rule: Rule | None) -> str:
    if rule is None:
        return ""
    why, source = html.escape(rule.reason), html.escape("; ".join(map(str, rule.source)))
    return f"<details><summary>Why</summary>{why} <small>Source: {source}.</small></details>"


def _advice(found: ReviewResult) -> str:
    most = found.advice[:5]
    items = "".join(f"<li>{_code(one.field)}: {html.escape(one.words())}</li>" for one in most)
    return f"<p style='margin:.3em 0'>Describe next, so that more can be checked:</p><ul>{items}</ul>"


def _unchecked(found: ReviewResult) -> str:
    rows = [
        _row(one.rule.id, one.rule.title, _words(one.rule), [_code(", ".join(one.missing))])
        for one in found.not_checked
    ]
    return _table(["Rule", "Missing"], rows)


def _not_applying(found: ReviewResult) -> str:
    rows = [
        _row(one.rule.id, one.rule.title, _words(one.rule), [html.escape("; ".join(one.none))])
        for one in found.not_applying
    ]
    return _table(["Rule", "Why"], rows)


def _waived(found: ReviewResult) -> str:
    rows = [
        _row(
            one.rule.id,
            one.rule.title,
            _words(one.rule),
            [html.escape("; ".join(each.found for each in told)), html.escape(one.waiver)],
        )
        for one, told in found.waived
    ]
    return _table(["Rule", "Found", "Why it is waived"], rows)


def _needless(found: ReviewResult) -> str:
    rows = [
        _row(
            one.rule.id,
            one.rule.title,
            _words(one.rule),
            [html.escape(one.waiver), "It finds nothing: the waiver can go."],
        )
        for one in found.needless
    ]
    return _table(["Rule", "Why it was waived", "Now"], rows)


def _right(rules: Iterable[Rule]) -> str:
    rows = [_row(rule.id, rule.title, _words(rule), [html.escape(rule.reason)]) for rule in rules]
    return _table(["Rule", "Why it matters"], rows)


def _words(rule: Rule | None) -> str:
    return f"{rule.category} {rule.tier} {rule.severity}" if rule else ""


def _code(text: str) -> str:
    return f"<code style='background:none;color:inherit;padding:0'>{html.escape(text)}</code>"


def _prose(text: str) -> str:
    """Return a sentence as HTML, with what stands between backticks as code."""
    return "".join(
        _code(part) if place % 2 else html.escape(part) for place, part in enumerate(text.split("`"))
    )


def _table(heads: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f"<th scope='col' style='{_CELL}'>{name}</th>" for name in heads)
    body = "".join(rows)
    return f"<table style='{_TABLE}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(id: str, title: str, words: str, cells: Iterable[str], more: str = "") -> str:
    first = f"<strong>{html.escape(id)}</strong> {html.escape(title)}{more}"
    rest = "".join(f"<td style='{_CELL}'>{cell}</td>" for cell in cells)
    start = f"<tr data-words='{html.escape(words)}'><th scope='row' style='{_CELL};font-weight:normal'>"
    return f"{start}{first}</th>{rest}</tr>"
