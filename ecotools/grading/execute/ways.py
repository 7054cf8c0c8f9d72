"""The ways to execute a hand-in, by name."""

from __future__ import annotations

from ecotools.grading.execute import forked, kernel

FORKED, KERNEL = "forked", "kernel"
EXECUTE = {FORKED: forked.execute, KERNEL: kernel.execute}
