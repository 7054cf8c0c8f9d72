"""Call a function in a Python process of its own that can fork, and get what it returns or why it failed.

Such a process is itself a fork of one that has imported the library: see `ecotools.fork_server`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ecotools.fork_server import CAN_FORK, LIBRARY, fork_server, replace_environment

# A process that forks must have one thread; these libraries start more as soon as they are imported.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_SETTINGS = _ONE_THREAD | {"MPLBACKEND": "Agg", "ECOTOOLS_PROGRESS": "off"}
_LOADED = ("ecotools.grading.authoring.prover", "ecotools.grading.authoring.lesson_proof", *LIBRARY)


class CallFailed(RuntimeError):
    """A call that did not come to its end; the text is that of its error, or how its process died."""


def call(function: Callable[..., Any], *arguments: Any, folder: Path) -> Any:
    """Return what ``function`` returns for ``arguments``, called in a process of its own in ``folder``.

    Parameters
    ----------
    function : a function at the top of a module; what it prints is not shown.
    arguments : plain data and paths.
    folder : the folder in which it runs.

    Raises
    ------
    CallFailed
        When it raises, or its process dies.
    OSError
        On a system that cannot fork.

    Examples
    --------
    >>> call(divmod, 7, 2, folder=Path.cwd())
    (3, 1)
    >>> call(divmod, 7, 0, folder=Path.cwd())
    Traceback (most recent call last):
    ecotools.grading.authoring.own_process.CallFailed: ZeroDivisionError: integer division or modulo by zero
    """
    if not CAN_FORK:
        raise OSError("answers are tried in forked processes, which this system does not have")
    server = fork_server(_LOADED, **_SETTINGS)
    received, sent = server.Pipe(duplex=False)
    settings = dict(os.environ) | _SETTINGS
    process = server.Process(target=_answer, args=(sent, str(folder), settings, function, arguments))
    process.start()
    sent.close()
    try:
        came_to_its_end, result = received.recv()
    except EOFError:
        process.join()
        raise CallFailed(f"its process ended with {process.exitcode}") from None
    finally:
        received.close()
        if process.is_alive():
            process.join(timeout=10)
            process.kill()
    if not came_to_its_end:
        raise CallFailed(result)
    return result


def _answer(
    sent: Connection, folder: str, settings: dict, function: Callable[..., Any], arguments: tuple
) -> None:
    """Call the function in this process, and send what it returns, or the text of its error."""
    replace_environment(settings)
    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    try:
        answer = (True, function(*arguments))
    except (RuntimeError, ValueError) as error:
        answer = (False, str(error))
    except BaseException as error:
        answer = (False, f"{type(error).__name__}: {error}")
    sent.send(answer)
