"""What all tests share: reproducible hypothesis runs, and no writing into the learner's progress."""

import gc
import os
import re

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ecotools", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ecotools")

# A test of an assignment's checks: what comes before its answers is slow (tests/notebooks/proofs.py).
PROOF = re.compile(r"notebooks/test_(?:checks|frozen)\.py::.*\[(?:[a-z]+-)?(\d\d)[-_]")

os.environ.setdefault("ECOTOOLS_PROGRESS", "off")
os.environ.setdefault("MPLBACKEND", "Agg")


def pytest_xdist_make_scheduler(config, log):
    """Send the tests of a file to one process, and those that share the proof of an assignment, too."""
    from xdist.scheduler import LoadScopeScheduling

    class ByWhatTheyShare(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            proof = PROOF.search(nodeid)
            return f"the proof of {proof[1]}" if proof else nodeid.partition("::")[0]

    return ByWhatTheyShare(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_finish(session):
    """Leave pytest's own objects, a million that are there to the end, out of later searches for garbage."""
    gc.collect()
    gc.freeze()
