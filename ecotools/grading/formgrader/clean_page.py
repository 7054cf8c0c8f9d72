"""The page on which a hand-in is marked: what a student wrote is cleaned, so that nothing of it runs there.

nbgrader shows a hand-in as it is. A script in a text or in an output would run in the browser of whoever
marks it, with their rights: it could give itself points.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from ecotools.grading.feedback.clean_html import boxed, picture
from ecotools.grading.formgrader.earlier_marks import as_text

_PICTURES = ("image/png", "image/jpeg")
_KINDS = {"stream", "error", "display_data", "execute_result"}


class Cleaned(Preprocessor):
    """Leaves of outputs and of raw cells what nothing can run from; texts are cleaned when they are HTML."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Return the notebook with its cells cleaned."""
        nb.metadata.pop("widgets", None)
        for cell in nb.cells:
            if cell.cell_type == "raw":
                cell.cell_type, cell.source = "markdown", as_text(cell.source)
            if cell.cell_type == "code":
                cell.execution_count = _number(cell.execution_count)
                cell.outputs = [_clean(output) for output in cell.outputs if output.output_type in _KINDS]
        return nb, resources


def clean_pages(exporter: HTMLExporter) -> None:
    """Let an exporter clean what students wrote."""
    exporter.register_preprocessor(Cleaned(), enabled=True)
    theirs = exporter.environment.filters["markdown2html"]

    @pass_context
    def markdown2html(context: Any, source: str) -> str:
        # A clean page asks no server, so pictures beside the notebook are put into it. nbconvert then closes
        # each element where it begins: texts without pictures go another way.
        exporter.embed_images = "![" in source or "<img" in source
        return boxed(theirs(context, source))

    exporter.register_filter("markdown2html", markdown2html)


def _clean(output: NotebookNode) -> NotebookNode:
    if "data" in output:
        shown = as_html(output.data, output.get("metadata", {}))
        plain = output.data.get("text/plain", "")
        output.data = NotebookNode({"text/html": shown} if shown else {"text/plain": plain})
        output.metadata = NotebookNode()
    if "execution_count" in output:
        output.execution_count = _number(output.execution_count)
    return output


def _number(count: object) -> int | None:
    return count if isinstance(count, int) else None


def as_html(data: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    """Return what an output shows as HTML in which nothing runs; "" where it has plain text only.

    >>> as_html({"text/html": "<b onclick='go()'>7</b>"}, {})
    '<div class="box"><b>7</b></div>'
    """
    if "text/html" in data:
        return boxed(data["text/html"])
    if "text/markdown" in data:
        return markdown_as_html(data["text/markdown"])
    if "image/svg+xml" in data:
        return boxed(picture(data["image/svg+xml"]))
    for kind in _PICTURES:
        if kind in data:
            alt = html.escape(str(metadata.get("alt", "") or data.get("text/plain", "")))
            return boxed(f'<img alt="{alt}" src="data:{kind};base64,{html.escape(data[kind].strip())}">')
    return ""


def markdown_as_html(text: str) -> str:
    """Return a text in Markdown as HTML in which nothing runs.

    >>> markdown_as_html("**Two** parts")
    '<div class="box"><p><strong>Two</strong> parts</p>\\n</div>'
    """
    from nbconvert.filters import markdown2html

    return boxed(markdown2html(text))
