"""What a hand-in may see: bubblewrap builds a small file system around the process that runs it."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import ecotools

WORK = "/handin"  # where the hand-in's files lie, in the sandbox
# What programs and libraries need of the system; nothing of anybody's data.
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
_SETTINGS = (
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/ssl/certs",
    "/etc/timezone",
)
_CONFIGURATION = ("nbgrader_config.py", "jupyter_config.py", "conftest.py")  # are run, never imported
NOBODY = 65534
_MATPLOTLIB = "/tmp/matplotlib"  # where it keeps what it found out about fonts


def missing() -> str:
    """Return why a sandbox cannot be had on this machine, "" when it can."""
    if sys.platform != "linux":
        return f"it needs Linux, and this is {sys.platform}"
    if shutil.which("bwrap") is None:
        return "the command bwrap is not there: install the system package bubblewrap"
    try:
        tried = subprocess.run(command(["-I", "-c", _PROBE]), capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"bwrap could not be run: {error}"
    if tried.returncode == 0:
        return ""
    said = (tried.stderr.strip() or f"bwrap ended with {tried.returncode}").splitlines()[-1]
    return f"this system does not allow it: {said}"


# A fork of the sandboxed process must be able to enter namespaces of its own.
_PROBE = f"""
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.unshare({0x10000000 | 0x00020000 | 0x20000000 | 0x40000000}):
    raise SystemExit("namespaces inside of bubblewrap are refused")
"""


def command(arguments: list[str]) -> list[str]:
    """Return the command that runs this Python with ``arguments`` inside of a sandbox.

    Root is bound by no limit, so what is started as root first becomes nobody: in a first file system that
    root builds, since nobody may not be allowed to look into the folders that this Python is in.
    """
    inner = [*_bwrap(), sys.executable, "-P", *arguments]
    if os.getuid() != 0:
        return inner
    rights = ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    places = ["--bind", "/proc", "/proc", "--dev-bind", "/dev", "/dev", "--tmpfs", "/tmp"]
    nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--"]
    needed = _bound([*needed_paths(), *_font_lists()])
    return ["bwrap", "--die-with-parent", *rights, *places, *needed, *_system(), *nobody, *inner]


def needed_paths() -> list[str]:
    """Return the folders and files that this Python runs from, none inside of another one.

    Of a folder that is searched for modules and is no part of an installation, only the packages and modules
    in it: it may be the folder of a course, which holds the solutions too.
    """
    found = {Path(sys.prefix), Path(sys.base_prefix), Path(os.path.realpath(sys.executable)).parent.parent}
    found |= {Path(folder) for folder in (*site.getsitepackages(), site.getusersitepackages())}
    found.add(_on_disk(Path(ecotools.__file__).parent))
    added = [Path(entry) for entry in sys.path if entry and Path(entry) != Path.cwd()]
    for entry in dict.fromkeys([*map(Path, _python_path()), *added]):
        if not any(entry.is_relative_to(folder) for folder in found):
            found |= set(_importable(entry))
    found = {path for path in found | {path.resolve() for path in found} if path.exists()}
    outer = [path for path in sorted(found) if not any(other in found for other in path.parents)]
    return [str(path) for path in outer if not str(path).startswith(_SYSTEM)]


def _on_disk(path: Path) -> Path:
    """Return ``path``, or the archive that it is in."""
    return next(place for place in (path, *path.parents) if place.exists())


def _importable(entry: Path) -> Iterator[Path]:
    """Yield what can be imported from an entry of Python's search path: all of an archive or installation."""
    if entry.is_file() or entry.name in {"site-packages", "dist-packages"}:
        yield entry
    elif entry.is_dir():
        for path in entry.iterdir():
            module = path.suffix in {".py", ".so"} and path.name not in _CONFIGURATION
            if module or (path / "__init__.py").is_file():
                yield path


def _python_path() -> list[str]:
    """Return what is searched for modules before the installation, in order: this package comes first."""
    home = Path(ecotools.__file__).parent.parent
    given = [os.path.abspath(entry) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
    installed = any(home.is_relative_to(folder) for folder in (sys.prefix, *site.getsitepackages()))
    return list(dict.fromkeys([*([] if installed else [str(home)]), *given]))


def _system() -> list[str]:
    parts = []
    for path in (*_SYSTEM, *_SETTINGS):
        link = os.path.islink(path)
        parts += ["--symlink", os.readlink(path), path] if link else ["--ro-bind-try", path, path]
    return parts


def _font_lists() -> list[str]:
    """Return the lists of fonts that matplotlib made here before: making one takes it a second."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "matplotlib"
    folder = Path(os.environ.get("MPLCONFIGDIR") or cache)
    return [str(file) for file in sorted(folder.glob("fontlist-*.json"))]


def _bound(paths: list[str]) -> list[str]:
    # Folders above them that bubblewrap would make by itself could be entered by root only.
    above = {str(parent) for path in (*paths, *_SETTINGS) for parent in Path(path).parents} - {"/", "/tmp"}
    folders = [part for path in sorted(above) for part in ("--dir", path)]
    return [*folders, *(part for path in paths for part in ("--ro-bind", path, path))]


def _bwrap() -> list[str]:
    parts = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    parts += [
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--tmpfs",
        "/tmp",
        "--dir",
        WORK,
        *_bound(needed_paths()),
        *_system(),
    ]
    for file in _font_lists():
        parts += ["--ro-bind", file, f"{_MATPLOTLIB}/{os.path.basename(file)}"]
    for name, value in environment().items():
        parts += ["--setenv", name, value]
    # What one hand-in could write there, the next one could read.
    return [*parts, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/"]


def environment() -> dict[str, str]:
    """Return the environment variables of a process that runs a hand-in."""
    found = {
        "PATH": os.pathsep.join([os.path.dirname(sys.executable), "/usr/local/bin", "/usr/bin", "/bin"]),
        "HOME": WORK,
        "LANG": "C.UTF-8",
        "NBGRADER_EXECUTION": "autograde",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": _MATPLOTLIB,
        "IPYTHONDIR": "/tmp/ipython",
        "JUPYTER_PLATFORM_DIRS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join(_python_path()),
        # Arrow's own allocator sets a gigabyte aside, which the limit of memory may not allow.
        "ARROW_DEFAULT_MEMORY_POOL": "system",
    }
    # One thread when it forks; and a hand-in that computes on all processors would slow its neighbours.
    return found | dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
