"""The formgrader's pages and scripts, with names in place of "None, None", and with our commands.

They are nbgrader's own, with a few words replaced when they are sent. A version of nbgrader in which such
words are others is shown as it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader
from jupyter_server.utils import url_path_join
from nbgrader.server_extensions.formgrader import base, formgrader, handlers
from tornado import web

from ecotools.grading.formgrader.marking import HANDLERS, Exporter
from ecotools.grading.formgrader.scores import FormgraderAPI

# Who has no name in the gradebook is called by the name of their folder.
_NAME = 'var name = last_name + ", " + first_name;'
_NAMED = """var known = [this.model.get("last_name"), this.model.get("first_name")].filter(Boolean);
        var name = known.join(", ") || this.model.get("{id}");"""
SCRIPTS = {
    "manage_submissions.js": {_NAME: _NAMED.replace("{id}", "student")},
    "manage_students.js": {
        _NAME: _NAMED.replace("{id}", "id"),
        'if (email === null) email = "None";': 'if (email === null) email = "";',
    },
}
TEMPLATES = {
    "manage_submissions.tpl": {
        'nbgrader autograde "{{ assignment_id }}"': 'ecotools grade "{{ assignment_id }}"',
        "<b>Note:</b>": "<b>Note:</b> the icons call <code>ecotools grade</code> and"
        " <code>ecotools feedback</code>; Autograde runs a hand-in again, and marks given by hand stay.",
    },
    "gradebook_notebook_submissions.tpl": {
        "Show All Names</button>": 'Show All Names</button>\n<a class="btn btn-primary btn-sm"'
        ' href="{{ base_url }}/formgrader/queue/{{ assignment_id }}">Mark written answers by task</a>',
    },
}


class Script(web.StaticFileHandler):
    """Sends a script of the formgrader, with some words replaced."""

    def get_content_size(self) -> int:
        """Return the size of what is sent."""
        return len(self._text())

    def set_extra_headers(self, path: str) -> None:
        """Let no browser keep nbgrader's own version."""
        self.set_header("Cache-Control", "no-cache")

    @classmethod
    def get_content(cls, abspath: str, start: int | None = None, end: int | None = None) -> bytes:
        """Return what is sent."""
        return replaced(abspath, SCRIPTS)[start:end]

    @classmethod
    def _get_content_version(cls, abspath: str) -> str:
        return cls.get_content(abspath).hex()

    def _text(self) -> bytes:
        return self.get_content(self.absolute_path or "")


class Pages(BaseLoader):
    """Loads nbgrader's templates, with some words replaced."""

    def __init__(self, theirs: BaseLoader) -> None:
        self._theirs = theirs

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:
        """Return the text of a template, where it lies, and whether it is up to date."""
        text, place, fresh = self._theirs.get_source(environment, template)
        for old, new in TEMPLATES.get(template, {}).items():
            text = text.replace(old, new)
        return text, place, fresh


def replaced(place: str, words: dict[str, dict[str, str]]) -> bytes:
    """Return the file at ``place`` with its words replaced."""
    text = Path(place).read_text(encoding="utf-8")
    for old, new in words.get(Path(place).name, {}).items():
        text = text.replace(old, new)
    return text.encode()


def load(app: Any) -> None:
    """Load nbgrader's formgrader into a Jupyter server, as above."""
    names = "|".join(name.replace(".", r"\.") for name in SCRIPTS)
    place = url_path_join(app.web_app.settings["base_url"], rf"/formgrader/static/js/({names})")
    folder = Path(handlers.static_path, "js")
    ours = [(url_path_join(app.web_app.settings["base_url"], path), handler) for path, handler in HANDLERS]
    # The first that fits is taken.
    app.web_app.add_handlers(".*$", [(place, Script, {"path": str(folder)}), *ours])
    base.BaseHandler.api = property(_api)
    formgrader.load_jupyter_server_extension(app)
    settings = app.web_app.settings
    settings["nbgrader_exporter"] = Exporter(settings["nbgrader_exporter"])
    pages = settings["nbgrader_jinja2_env"]
    own = PackageLoader("ecotools.grading.formgrader", "static")
    pages.loader = ChoiceLoader([own, Pages(pages.loader)])


def _api(handler: base.BaseHandler) -> FormgraderAPI:
    """Return what a page asks; as in nbgrader, but for the class."""
    level = handler.log.level
    handler.coursedir.parent.load_config_file()
    api = FormgraderAPI(handler.coursedir, handler.authenticator, parent=handler.coursedir.parent)
    api.log_level = level
    return api
