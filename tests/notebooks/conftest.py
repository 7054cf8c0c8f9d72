"""One process runs the notebooks of all tests of a worker: papermill is imported once."""

import pytest

from ecotools.notebooks.execution import pool


@pytest.fixture(scope="session")
def workers():
    with pool(jobs=1, offline=True) as running:
        yield running
