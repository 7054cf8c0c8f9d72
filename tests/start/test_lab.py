"""JupyterLab really opens in a folder that was started, on module 00, without what only teachers need."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request

import pytest

from ecotools.start import bring, material
from tests.browser.lab import ROOT, TOKEN, environment, free_port, wait_for


@pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is interrupted")
def test_jupyterlab_opens_in_the_folder_and_ends_with_ctrl_c(tmp_path):
    folder, home = tmp_path / "Mein Kurs für Jörg", tmp_path / "home"
    home.mkdir()
    bring(folder, material())
    port, log = free_port(), home / "server.log"
    command = [sys.executable, "-m", "ecotools", "lab", str(folder), "--no-browser", "--port", str(port)]
    env = {**environment(home, "instructor"), "JUPYTER_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)}
    # Whoever runs the tests in the background may have interrupts ignored, and children inherit that.
    heard = {"start_new_session": True, "preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    address = f"http://127.0.0.1:{port}"
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, **heard
        )
    try:
        wait_for(f"{address}/api?token={TOKEN}", server, log)
        with urllib.request.urlopen(f"{address}/lab/tree/course/00-start-here.ipynb?token={TOKEN}") as page:
            shown = page.read().decode()
        with urllib.request.urlopen(f"{address}/?token={TOKEN}") as first:
            assert first.url.startswith(f"{address}/lab/tree/course/00-start-here.ipynb")
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait(60) == 0, log.read_text()
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
    found = re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', shown, re.DOTALL)
    disabled = json.dumps(json.loads(found[1])["disabledExtensions"])
    assert "nbgrader:formgrader" in disabled and "nbgrader:create-assignment" in disabled
