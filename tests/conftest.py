"""What all tests share: reproducible hypothesis runs, and no writing into the learner's progress."""

import gc
import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ecotools", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ecotools")

os.environ.setdefault("ECOTOOLS_PROGRESS", "off")
os.environ.setdefault("MPLBACKEND", "Agg")


def pytest_collection_finish(session):
    """Leave pytest's own objects, a million that are there to the end, out of later searches for garbage."""
    gc.collect()
    gc.freeze()
