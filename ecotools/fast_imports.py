"""Let nbformat and nbgrader be imported without what only others need, and what takes most of their time.

Import this module before either of them. jsonschema, which nbformat asks whether a notebook is one, imports
grammars of web addresses and durations where they are installed, for formats that no notebook uses. nbgrader
imports the extensions of its server, and with them all of Jupyter's, at the top of its package, and
setuptools for the archives of its collector.
"""

import sys
from collections.abc import Callable
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


class _Unpackers(ModuleType):
    """Stands for setuptools.archive_util, of which nbgrader takes functions that unpack what is collected."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("unpack_"):
            return self._later(name)
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._real(), name)

    def _later(self, name: str) -> Callable:
        return lambda *args, **kwargs: getattr(self._real(), name)(*args, **kwargs)

    def _real(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


for _name in ("rfc3987_syntax", "rfc3986_validator", "isoduration"):
    sys.modules.setdefault(_name, None)  # jsonschema takes it as not installed
if "nbgrader" not in sys.modules:
    if "setuptools" not in sys.modules:
        sys.modules.setdefault("setuptools.archive_util", _Unpackers("setuptools.archive_util"))
    for _name in _EXTENSIONS:
        sys.modules.setdefault(
            f"nbgrader.server_extensions.{_name}", _Extension(f"nbgrader.server_extensions.{_name}")
        )
