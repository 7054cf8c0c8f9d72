"""Execute notebooks with papermill: in parallel, with the network cut off, each in a folder of its own."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ecotools.notebooks import network_guard as network
from ecotools.notebooks.canonical import NotebookError, read, write

EXPECTED_ERROR = "raises-exception"
TASKS = "tasks.py"
_network = network.OPEN  # of this process; a worker sets it when it starts


@dataclass(frozen=True)
class Run:
    """What came of executing one notebook: ``error`` is empty when all went well."""

    path: Path
    out: Path
    seconds: float
    network: str
    error: str = ""

    @property
    def ok(self) -> bool:
        """Whether the notebook ran to its end without an error."""
        return not self.error


def start_worker(cut_off: bool) -> None:
    """Prepare a worker process: cut off the network before a library can start threads, and stay quiet."""
    global _network
    _network = network.cut_network() if cut_off else network.OPEN
    os.environ.setdefault("ECOTOOLS_PROGRESS", "off")
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    from ecotools.notebooks.forked_kernel import use_forks  # with all of Jupyter's client

    use_forks()


def pool(jobs: int = 1, offline: bool = True) -> ProcessPoolExecutor:
    """Return an executor of ``jobs`` processes that run notebooks, cut off the network if ``offline``."""
    return ProcessPoolExecutor(jobs, get_context("spawn"), start_worker, (offline,))


def execute(
    path: str | Path,
    out: str | Path,
    parameters: Mapping[str, Any] | None = None,
    timeout: float = 300,
    offline: bool = True,
    workers: ProcessPoolExecutor | None = None,
) -> Run:
    """Execute the notebook ``path`` with papermill, write what came out to ``out`` and say how it went.

    Parameters
    ----------
    path, out : the notebook and where the executed one goes.
    parameters : values for the cell tagged ``parameters``.
    timeout : seconds that one cell may take.
    offline : cut the network off; ``Run.network`` says how that was done.
    workers : a ``pool`` to use again; without it one process is started for this notebook.

    Returns
    -------
    Run
        With ``error`` naming file, cell and exception when the notebook failed; errors of ungraded
        cells tagged ``raises-exception`` are part of the story and no failure.
    """
    if workers is not None:
        return workers.submit(run_here, path, out, parameters, timeout).result()
    with pool(1, offline) as one:
        return one.submit(run_here, path, out, parameters, timeout).result()


def execute_all(
    paths: Iterable[str | Path],
    folder: str | Path,
    parameters: Mapping[str, Any] | None = None,
    timeout: float = 300,
    jobs: int = 2,
    offline: bool = True,
    on_done: Callable[[Run], None] = lambda run: None,
) -> list[Run]:
    """Execute the notebooks ``paths``, ``jobs`` at a time, into ``folder`` under their own names.

    ``on_done`` is called with each ``Run`` as it ends; the list comes back in the order of ``paths``.
    """
    paths = [Path(path) for path in paths]
    with pool(jobs, offline) as workers:
        started: dict[Future, Path] = {
            workers.submit(run_here, path, Path(folder) / path.name, parameters, timeout): path
            for path in paths
        }
        runs = {}
        for future in as_completed(started):
            runs[started[future]] = future.result()
            on_done(future.result())
    return [runs[path] for path in paths]


def run_here(path: str | Path, out: str | Path, parameters: Mapping[str, Any] | None, timeout: float) -> Run:
    """Execute a notebook in this process's network; see ``execute``."""
    path, out = Path(path).resolve(), Path(out).resolve()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="ecotools-run-") as course:
        error = _papermill(path, out, dict(parameters or {}), timeout, _home(Path(course), path))
    return Run(path, out, time.perf_counter() - start, _network, error)


def _home(course: Path, path: Path) -> Path:
    """Return the folder in which a notebook runs: what it saves for its learner must not reach the real one.

    The source of an assignment has what its checks are written from beside it, and reads both.
    """
    tasks = path.with_name(TASKS)
    home = course / "solutions" / path.parent.name if tasks.exists() else course / "course"
    home.mkdir(parents=True)
    if tasks.exists():
        shutil.copy(tasks, home)
        shutil.copy(path, home)
    return home


def _papermill(path: Path, out: Path, parameters: dict, timeout: float, home: Path) -> str:
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    # Without encryption of the kernel's local sockets, ipykernel warns at every start.
    config = Config({"KernelManager": {"transport_encryption": "auto"}})
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        if not read(path).metadata.get("kernelspec", {}).get("name"):
            return f"{path.name}: it does not say which kernel runs it; run `ecotools format {path}` first"
        unknown = set(parameters) - _parameter_names(path)
        if unknown:
            return f"{path.name}: its parameters cell does not set {', '.join(sorted(unknown))}"
        papermill.execute_notebook(
            path,
            out,
            parameters,
            cwd=home,
            progress_bar=False,
            execution_timeout=int(timeout),
            config=config,
            # A kernel that is interrupted while it ends says so, about once in five times.
            extra_arguments=["--IPKernelApp.log_level=50"],
        )
    except PapermillExecutionError:
        return _failure(out, path)
    except NotebookError as error:
        return str(error)
    except Exception as error:  # a dead kernel, a timeout: the others must still run
        what = str(error).strip() or "no more is known"
        return f"{path.name}{_last_cell(out)}: {type(error).__name__}: {what}"
    return ""


def _parameter_names(path: Path) -> set[str]:
    import ast

    cells = [cell for cell in read(path).cells if "parameters" in cell.metadata.get("tags", [])]
    trees = [ast.parse(cell.source) for cell in cells]
    return {
        node.id
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(getattr(node, "ctx", None), ast.Store)
    }


def _last_cell(out: Path) -> str:
    """Return the cell that ran when the kernel was lost, as ", cell 3 (id)"; nothing when unknown."""
    cells = read(out).cells if out.exists() else []
    begun = [n for n, cell in enumerate(cells) if cell.metadata.get("papermill", {}).get("end_time")]
    return f", cell {begun[-1]} ({_cell_name(cells[begun[-1]])})" if begun else ""


def _cell_name(cell: Any) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", "")


def _failure(out: Path, path: Path) -> str:
    """Return the first unexpected error in the executed notebook; repair the file when there is none.

    papermill marks a notebook as failed for any error, also where a lesson breaks something on purpose.
    """
    from papermill.execute import remove_error_markers

    executed = remove_error_markers(read(out))
    for number, cell in enumerate(executed.cells):
        tags, graded = cell.metadata.get("tags", []), cell.metadata.get("nbgrader", {}).get("grade", False)
        for output in cell.get("outputs", []):
            if output.output_type == "error" and (graded or EXPECTED_ERROR not in tags):
                return f"{path.name}, cell {number} ({_cell_name(cell)}): {output.ename}: {output.evalue}"
    write(executed, out)
    return ""
