"""Let nbformat and nbgrader be imported without what only others need, and what takes most of their time.

Import this module before either of them. jsonschema, which nbformat asks whether a notebook is one, imports a
grammar of web addresses where it is installed, for a format that no notebook uses. nbgrader imports the
extensions of its server, and with them all of Jupyter's, at the top of its package.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_EXTENSIONS = ("assignment_list", "course_list", "validate_assignment", "formgrader")
_LOAD = "load_jupyter_server_extension"


class _Extension(ModuleType):
    """Stands for an extension until nbgrader has taken from it all it takes: the function that loads it."""

    def __getattr__(self, name: str) -> Any:
        if name == "__path__" and "nbgrader" not in sys.modules:  # somebody wants the extension itself
            import_module("nbgrader")
            return import_module(self.__name__).__path__
        if name != _LOAD:
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)  # whoever asks next gets the real one
        return lambda app: getattr(import_module(self.__name__), _LOAD)(app)


sys.modules.setdefault("rfc3987_syntax", None)  # jsonschema takes it as not installed
if "nbgrader" not in sys.modules:
    for _name in _EXTENSIONS:
        sys.modules.setdefault(
            f"nbgrader.server_extensions.{_name}", _Extension(f"nbgrader.server_extensions.{_name}")
        )
