"""One process runs the notebooks of all tests of a worker: papermill is imported once."""

import pytest

from ecotools.notebooks.running import pool


@pytest.fixture(scope="session")
def workers():
    with pool(jobs=1, offline=True) as running:
        yield running
