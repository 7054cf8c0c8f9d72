"""nbgrader's feedback template, made fast and self-contained.

It is loaded once, no cell is coloured twice, and nothing comes from the network. Formulas stay as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import nbgrader
from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from pygments.formatters import HtmlFormatter

from ecotools.grading.feedback.clean_html import NEEDS_SCRIPTS, boxed, picture

TEMPLATES = Path(__file__).parent / "templates"
_FORMGRADER = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
_BOOTSTRAP = _FORMGRADER / "static" / "node_modules" / "bootstrap" / "dist" / "css"
_REMEMBERED = 4096  # cells: in a class most are the same in every hand-in

_CONTENT = ("code", "markdown", "raw", "unknown", "input", "output", "input_prompt", "output_prompt")

# Scripts and widgets need a server: what has them shows its text instead.
_SHOWN = [
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "text/latex",
    "image/png",
    "image/jpeg",
    "text/plain",
]
# The page runs no script, shows no other page and asks no server for anything, not even for an address.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-src 'none'; "
_POLICY += "base-uri 'none'; form-action 'none'"
_HEAD = f"""<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="{_POLICY}" />
<meta http-equiv="x-dns-prefetch-control" content="off" />
<meta name="referrer" content="no-referrer" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
"""
_STYLE = """<style>
div.nbgrader_cell .panel-heading { height: auto; overflow: hidden }
div.nbgrader_cell .panel-heading a { color: inherit; text-decoration: underline }
#toc a { color: #23527c; text-decoration: underline }
.rendered_html a { text-decoration: underline }
.outcome { margin: 0; border-radius: 0; border-width: 1px 0 0 }
.outcome .message { white-space: pre-wrap; overflow-wrap: anywhere; margin-top: .4em }
.output pre, .input_area pre { white-space: pre-wrap; overflow-wrap: anywhere }
.input_area pre { background: #fff }
/* The box is where what it holds is placed, and nothing is painted outside of it. */
.box { contain: content; overflow-x: auto; flex: 1; min-width: 0 }
.box img { max-width: 100%; height: auto }
.box .output_subarea { max-width: 100%; overflow-x: visible }
.rendered_html td, .rendered_html th { padding: .15em .6em }
summary { display: list-item }
h1.h4 { margin-top: 10px }
li.late-penalty { color: #a32a22 }
</style>
</head>"""
_TICK = re.compile(r'<input class="task-list-item-checkbox"[^<>]*>')
_HEAD_START = re.compile(r"<html[^>]*>\s*<head[^>]*>\s*")
_AFAR = re.compile(r"<script\b.*?</script>|@font-face\s*\{.*?\}|<!--[^>]*[Mm]ath[Jj]ax[^>]*-->", re.DOTALL)


def offline(head: str, key: str = "") -> str:
    """Return the head of nbgrader's page without scripts and fonts, with a language, a policy and ``key``.

    >>> '<script' in offline('<html><head>' + '<script src="https://cdn"></script>' + '</head>')
    False
    """
    head = _HEAD_START.sub(lambda _: _HEAD + key, _AFAR.sub("", head), count=1)
    return head.replace("</head>", _STYLE)


def to_html(notebook: NotebookNode, page: Mapping[str, Any], folder: Path) -> str:
    """Return the page of a notebook.

    Parameters
    ----------
    notebook : after ``cells.tell`` and, if they are to be hidden, ``hidden.hide_tests``.
    page : what the head of the page shows, by the names of the template.
    folder : where the notebook lies, for the pictures that its texts show.
    """
    made, environment = _exporter().template, _exporter().environment
    resources = {
        "nbgrader": page,
        "metadata": {"name": page["notebook"], "path": str(folder)},
        "inlining": {"css": [_colours()]},
        "include_css": lambda name: f"<style>{environment.loader.get_source(environment, name)[0]}</style>",
        "global_content_filter": {f"include_{part}": True for part in _CONTENT},
        "output_mimetype": "text/html",
    }
    return made.render(nb=notebook, resources=resources)


@cache
def _exporter() -> HTMLExporter:
    """Return nbconvert's exporter with our template over nbgrader's, and filters that remember."""
    made = HTMLExporter(
        template_name="ecotools",
        extra_template_basedirs=[str(TEMPLATES), str(_FORMGRADER / "templates")],
        extra_template_paths=[str(_FORMGRADER / "templates"), str(_BOOTSTRAP)],
    )

    @pass_context
    def markdown(context, source: str) -> str:
        """Return a text as HTML in its box; one with pictures needs the files beside the notebook."""
        if "![" not in source and "<img" not in source:
            return _markdown(source)
        attached = context.get("cell", {}).get("attachments", {})
        return boxed(_rendered(source, attached, context["resources"]["metadata"]["path"]))

    made.register_filter("markdown2html", markdown)
    made.register_filter("highlight_code", lambda source, metadata=None: _highlighted(source))
    made.register_filter("filter_data_type", lambda data: [kind for kind in _SHOWN if kind in data][:1])
    made.register_filter("boxed", boxed)
    made.register_filter("picture", picture)
    made.register_filter("rendered", _rendered)
    made.register_filter("offline", offline)
    made.environment.globals["needs_scripts"] = NEEDS_SCRIPTS
    return made


class _Attached(dict):
    """Pictures of a text cell by name: one that is missing is an empty one, of which the words are shown."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> dict[str, str]:
        return {"": ""}


@cache
def _colours() -> str:
    """Return the colours of code: pygments' own, which are readable, since Lab's need a Lab around them."""
    return HtmlFormatter(style="default").get_style_defs(".highlight")


@lru_cache(_REMEMBERED)
def _highlighted(source: str) -> str:
    return Highlight2HTML(pygments_lexer="ipython3")(source)


@lru_cache(_REMEMBERED)
def _markdown(source: str) -> str:
    return boxed(_rendered(source))


def _rendered(source: str, attached: Mapping[str, Any] | None = None, folder: str = "") -> str:
    """Return a text as HTML, with the pictures that it shows from among ``attached`` and from ``folder``."""
    renderer = IPythonRenderer(
        escape=False,
        attachments=_Attached(attached or {}),
        embed_images=bool(folder),
        path=folder,
        exclude_anchor_links=True,
    )
    made = MarkdownWithMath(renderer=renderer).render(source)
    return _TICK.sub(lambda box: "☑ " if " checked" in box[0] else "☐ ", made)
