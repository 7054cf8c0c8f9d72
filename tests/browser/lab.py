"""A JupyterLab in a headless Chromium, driven through the application object that Lab hands to the page."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOKEN = "tests"
SLOW = 120_000  # milliseconds after which something that should happen has not happened

# The application, its open notebook, and the panel that Lab shows of it.
_NOTEBOOK = "window.jupyterapp.shell.currentWidget"
_CELLS = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell"
_IDLE = f"{_NOTEBOOK}?.sessionContext?.session?.kernel?.status === 'idle'"


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def chromium(profile: Path, width: int = 1400, height: int = 1000, scale: float = 1):
    """Open a headless Chromium with a profile of its own; yield its browser context."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=CHROMIUM,
            headless=True,
            args=FLAGS,
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
        )
        yield context
        context.close()


@contextmanager
def lab_server(root: Path, home: Path, role: str = "student"):
    """Serve JupyterLab on `root` with the course's configuration for `role`; yield its address."""
    port = free_port()
    log = home / "server.log"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    command += ["--LabApp.expose_app_in_browser=True", f"--ServerApp.root_dir={root}"]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=root, env=environment(home, role), stdout=out, stderr=subprocess.STDOUT
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/api?token={TOKEN}", server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def environment(home: Path, role: str) -> dict[str, str]:
    """Return an environment with the course's settings for `role` and all of Jupyter's folders in `home`."""
    kept = {key: value for key, value in os.environ.items() if key not in ("ECOTOOLS_PROGRESS", "MPLBACKEND")}
    jupyter = {f"JUPYTER_{part}_DIR": str(home / part.lower()) for part in ("CONFIG", "DATA", "RUNTIME")}
    lab = {f"JUPYTERLAB_{part}_DIR": str(home / part.lower()) for part in ("SETTINGS", "WORKSPACES")}
    others = {"IPYTHONDIR": str(home / "ipython"), "MPLCONFIGDIR": str(home / "matplotlib")}
    return kept | jupyter | lab | others | {"JUPYTER_CONFIG_PATH": str(ROOT / "config" / role)}


def wait_for(address: str, server: subprocess.Popen, log: Path, seconds: float = 60) -> None:
    """Return when `address` answers; raise with the server's log when it does not."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start; its log says:\n{log.read_text(encoding='utf-8')[-3000:]}")


class Notebook:
    """One notebook open in JupyterLab, in one page of the browser.

    Attributes
    ----------
    page : playwright Page
    name : str
        Of the file, without its ending.
    complaints : list of str
        What the page wrote to the console as an error, and exceptions that nothing caught.
    """

    def __init__(self, page, address: str, path: str):
        self.page, self.name, self.complaints = page, Path(path).stem, []
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        workspace = path.removesuffix(".ipynb").replace("/", "-")
        page.goto(f"{address}/lab/workspaces/{workspace}/tree/{path}?token={TOKEN}&reset")
        page.wait_for_function("window.jupyterapp !== undefined", timeout=SLOW)
        page.evaluate("async () => { await window.jupyterapp.restored }")
        page.wait_for_function(_IDLE, timeout=SLOW)

    def command(self, name: str, **arguments) -> None:
        """Run a command of the application and wait until it is done."""
        run = "async ([name, args]) => { await window.jupyterapp.commands.execute(name, args) }"
        self.page.evaluate(run, [name, arguments])

    def run_all(self) -> None:
        """Run all cells and wait until what they show has been drawn."""
        self.command("notebook:run-all-cells")
        self.settle()

    def settle(self) -> None:
        """Wait until the kernel is idle and the page has stood still for a moment."""
        self.page.wait_for_function(_IDLE, timeout=SLOW)
        self.page.evaluate(
            """() => new Promise((done) => {
                const still = () => setTimeout(end, 250);
                let timer = still();
                const watch = new MutationObserver(() => { clearTimeout(timer); timer = still() });
                const main = document.querySelector('#jp-main-dock-panel') ?? document.body;
                watch.observe(main, { subtree: true, childList: true });
                const limit = setTimeout(end, 5000);
                function end() { watch.disconnect(); clearTimeout(limit); done() }
            })"""
        )

    def cells(self) -> list[dict]:
        """Return all cells as the model has them: id, type, source and outputs."""
        return json.loads(
            self.page.evaluate(
                f"""() => JSON.stringify({_NOTEBOOK}.content.widgets.map((cell) => ({{
                    id: cell.model.id, type: cell.model.type, source: cell.model.sharedModel.getSource(),
                    outputs: cell.model.type === 'code' ? cell.model.outputs.toJSON() : [] }})))"""
            )
        )

    def index(self, cell_id: str) -> int:
        """Return the position of the cell with this id."""
        ids = f"() => {_NOTEBOOK}.content.widgets.map((cell) => cell.model.id)"
        return self.page.evaluate(ids).index(cell_id)

    def write(self, cell_id: str, source: str) -> None:
        """Replace the source of a cell, as typing would."""
        self.page.evaluate(
            f"([i, source]) => {_NOTEBOOK}.content.widgets[i].model.sharedModel.setSource(source)",
            [self.index(cell_id), source],
        )

    def run(self, cell_id: str) -> str:
        """Run one cell and return what a reader sees below it."""
        self.page.evaluate(f"(i) => {{ {_NOTEBOOK}.content.activeCellIndex = i }}", self.index(cell_id))
        self.command("notebook:run-cell")
        self.settle()
        return self.shown(cell_id)

    def shown(self, cell_id: str) -> str:
        """Return the words below a cell, also of one that is scrolled out of sight."""
        return self.output(cell_id).text_content()

    def output(self, cell_id: str):
        """Return a locator of the output area of a cell."""
        return self.page.locator(_CELLS).nth(self.index(cell_id)).locator(".jp-OutputArea").first

    def validate(self) -> str:
        """Press nbgrader's button, which saves and runs everything again; return what its dialog says."""
        self.page.get_by_role("button", name="Validate").first.click()
        said = self.page.locator(".jp-Dialog-body")
        said.wait_for(timeout=SLOW)
        words = said.inner_text()
        self.page.locator(".jp-Dialog-footer button").first.click()
        self.page.locator(".jp-Dialog").wait_for(state="detached")
        return words

    def theme(self, name: str) -> None:
        """Change to JupyterLab's theme ``"Light"`` or ``"Dark"``."""
        self.command("apputils:change-theme", theme=f"JupyterLab {name}")
        is_light = "true" if name == "Light" else "false"
        self.page.wait_for_selector(f"body[data-jp-theme-light='{is_light}']", state="attached")
        self.settle()

    def close(self) -> None:
        """Stop the kernel and close the page."""
        self.page.evaluate(
            f"async () => {{ await {_NOTEBOOK}?.sessionContext?.shutdown() }}",
        )
        self.page.close()
