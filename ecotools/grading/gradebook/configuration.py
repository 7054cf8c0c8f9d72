"""nbgrader's configuration of a course, found where nbgrader would find it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ecotools.grading.assignment import AssignmentError

if TYPE_CHECKING:
    from traitlets.config import Config

FILES = ("nbgrader_config.py", "nbgrader_config.json")
# Sections of older versions of nbgrader, which nbgrader itself translates.
_OUTDATED = ("NbGraderConfig", "BasicConfig", "BaseNbGraderApp", "BaseApp", "NbGrader", "TransferApp")
_OUTDATED += ("BaseNbConvertApp",)


class ConfigurationError(AssignmentError):
    """A file of nbgrader's configuration that cannot be used; the text names it and says why."""


def load(folder: Path | None) -> Config:
    """Return the configuration that nbgrader would have if it was started in ``folder``.

    That is Jupyter's, then nbgrader's of the system, of this Python and of the user, then the one in
    ``folder``, each over the one before. Where there is no file it is empty: nbgrader's defaults hold.

    Raises
    ------
    ConfigurationError
        When a file cannot be read or run. nbgrader would only log that, and grade with other settings.
    """
    from jupyter_core.paths import jupyter_config_path
    from traitlets.config import Config

    config = Config()
    general = [Path(path) for path in reversed(jupyter_config_path())]
    places = [(name, place) for name in ("jupyter_config", "nbgrader_config") for place in general]
    for name, place in [*places, *([("nbgrader_config", folder)] if folder else [])]:
        for ending in ("py", "json"):
            file = place / f"{name}.{ending}"
            if file.is_file():
                config.merge(_read(file, folder or place))
    return _translated(config) if any(name in config for name in _OUTDATED) else config


@contextmanager
def started_in(folder: Path) -> Iterator[None]:
    """Run a block as nbgrader would in ``folder``: files there can be opened, and imported."""
    sys.path.insert(0, str(folder))
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        sys.path.remove(str(folder))


def _read(file: Path, folder: Path) -> Config:
    from traitlets.config import JSONFileConfigLoader, PyFileConfigLoader

    loader = PyFileConfigLoader if file.suffix == ".py" else JSONFileConfigLoader
    try:
        with started_in(folder):
            return loader(str(file)).load_config()
    except (Exception, SystemExit) as error:
        why = f"{type(error).__name__}: {error}"
        raise ConfigurationError(f"{file}: nbgrader's configuration cannot be read: {why}") from error


def _translated(config: Config) -> Config:
    """Return a configuration with the names that settings have today."""
    from nbgrader.apps import NbGrader

    from ecotools.grading.gradebook.capture_logs import kept_log

    with kept_log():
        return NbGrader(config=config).config
