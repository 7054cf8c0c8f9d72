"""What all tests share: reproducible hypothesis runs, and no writing into the learner's progress."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ecotools", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ecotools")

os.environ.setdefault("ECOTOOLS_PROGRESS", "off")
os.environ.setdefault("MPLBACKEND", "Agg")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Keep the tests of a file in one process, but for those that say with which others they share one."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


def pytest_collection_finish(session):
    """Leave pytest's own objects, a million that are there to the end, out of later searches for garbage."""
    gc.collect()
    gc.freeze()
