"""JupyterLab on a learner's folder, with a student's settings."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ecotools.extras import need

from .file_names import place_of
from .material import StartError

FIRST = "course/00-start-here.ipynb"


@dataclass(frozen=True)
class Lab:
    """How JupyterLab is run: in which folder, with which words, and what is added to the environment."""

    folder: Path
    words: list[str]
    environment: dict[str, str]

    def run(self) -> int:
        """Run it until it ends and return its exit code; it asks by itself what Ctrl-C shall mean."""
        with subprocess.Popen(self.words, cwd=self.folder, env={**os.environ, **self.environment}) as process:
            while True:
                try:
                    return process.wait()
                except KeyboardInterrupt:
                    continue


def lab(folder: Path, browser: bool = True, port: int | None = None) -> Lab:
    """Return how to run JupyterLab in ``folder`` on module 00.

    Parameters
    ----------
    folder : Path
        A folder that was started.
    browser : bool
        Open a browser, too.
    port : int, optional
        Another port than JupyterLab's own choice.

    Raises
    ------
    StartError
        When the folder lacks its configuration.
    MissingExtraError
        When JupyterLab is not installed.
    """
    need("learn", "jupyterlab")
    settings = place_of(folder, "config/student").resolve()
    if not settings.is_dir():
        raise StartError(
            f"{folder} has lost its configuration, config/student: ecotools start brings it back"
        )
    first = place_of(folder, FIRST)
    page = f"/lab/tree/{first.relative_to(folder).as_posix()}" if first.is_file() else "/lab"
    words = [sys.executable, "-m", "jupyterlab", "--ServerApp.root_dir=.", f"--LabApp.default_url={page}"]
    words += [] if browser else ["--no-browser"]
    words += [f"--ServerApp.port={port}"] if port else []
    # JupyterLab refuses to run as root, which is what one is in most containers, until it is told to.
    words += ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    return Lab(folder, words, _environment(settings))


def _environment(settings: Path) -> dict[str, str]:
    """Return the student's settings before those of the machine, and the commands of this Python first."""
    first = {"JUPYTER_CONFIG_PATH": settings, "PATH": Path(sys.executable).parent}
    before = {name: os.environ.get(name, "") for name in first}
    return {name: os.pathsep.join(filter(None, (str(path), before[name]))) for name, path in first.items()}
