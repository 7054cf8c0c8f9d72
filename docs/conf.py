"""How Sphinx writes the site. `make site` lays out what it reads: see docs/site/."""

from importlib import metadata
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.highlighting import lexers

project = "Digital Product Ecosystems"
author = "The Digital Product Ecosystems Workbook authors"
copyright = f"2026 {author}, MIT licence"
release = metadata.version("ecotools")
language = "en"

extensions = ["myst_nb", "sphinx_design", "sphinx_copybutton", "ecotools.docs.reference"]
html_static_path = ["_static"]

# The lessons have run before; here nothing is executed, and no page asks for the script of a widget.
nb_execution_mode = "off"
nb_ipywidgets_js = {}

lexers["csv"] = TextLexer()  # GitHub colours tables of commas; Pygments does not know them

# GitHub's anchors for headings, which the pages link to. A dollar sign is a dollar.
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
html_theme = "pydata_sphinx_theme"
html_title = "Digital Product Ecosystems: a Workbook"
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_favicon = "_static/icon.svg"
html_copy_source = False
html_use_index = False
html_search_scorer = str(Path(__file__).with_name("_static") / "scorer.js")
add_module_names = False  # a page is about one module
html_sidebars = {"index": [], "exercises": []}
html_context = {"default_mode": "auto"}
html_show_sphinx = False
html_theme_options = {
    "logo": {
        "text": "Digital Product Ecosystems",
        "image_light": "_static/icon.svg",
        "image_dark": "_static/icon.svg",
    },
    "header_links_before_dropdown": 8,
    "collapse_navigation": True,
    "search_bar_text": "Search lessons, rules, reference …",
    # The tables of claims need the room.
    "secondary_sidebar_items": {"**": ["page-toc"], "claims": []},
    "footer_start": ["copyright"],
    "footer_end": [],
}
# In code that is copied, neither prompts nor outputs.
copybutton_selector = "div.highlight pre"
