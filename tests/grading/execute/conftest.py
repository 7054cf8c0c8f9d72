"""Both ways to execute a hand-in; the sandboxed one where this machine allows it."""

import pytest

from ecotools.grading.execute import forks

from ..needed import need_sandbox


@pytest.fixture(scope="session")
def sandboxed():
    """Skip what needs the sandbox where it cannot be had."""
    need_sandbox()
    yield "forked"
    forks.stop()


@pytest.fixture(scope="session", params=["forked", "kernel"])
def way(request):
    if request.param == "forked":
        request.getfixturevalue("sandboxed")
    return request.param
