"""How much time a process has used, read from outside of it, where it cannot lie."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path

import psutil

from ecotools.grading.execute.job import TIMEOUT, HandInLimits

_GRACE = 2.0  # seconds that an interrupted cell gets before its process is ended
_BUSY = 0.25  # share of the time spent waiting for a processor above which the machine was busy


class CpuClock:
    """The times of a process, cell by cell; ``number`` is its process id as this process sees it."""

    def __init__(self, number: int) -> None:
        self._schedule = Path("/proc", str(number), "schedstat")
        self._last = 0.0
        self._process: psutil.Process | None = None
        with contextlib.suppress(psutil.Error, ValueError):  # it has ended already
            self._process = psutil.Process(number)
        self.begin()

    @classmethod
    def behind(cls, handle: int) -> CpuClock:
        """Return the clock of the process behind a handle (a pidfd)."""
        entries = Path(f"/proc/self/fdinfo/{handle}").read_text(encoding="utf-8")
        return cls(int(re.search(r"^Pid:\s+(-?\d+)", entries, re.M)[1]))

    def begin(self) -> None:
        """A cell begins."""
        self._start, self._cpu, self._waited = time.monotonic(), self._cpu_now(), self._waited_now()
        self._until = 0.0  # when an interrupted cell must have ended
        self._paused = 0.0  # since when time does not count

    def pause(self) -> None:
        """From now on another process has the word: the time does not count."""
        self._paused = self._paused or time.monotonic()

    def resume(self) -> None:
        """The process has the word again."""
        if self._paused:
            self._start += time.monotonic() - self._paused
            self._paused = 0.0

    @property
    def interrupted(self) -> bool:
        """Whether the cell was interrupted."""
        return self._until > 0

    def interrupt(self) -> None:
        """The cell is interrupted now: a little more time is left to it."""
        self._until = time.monotonic() + _GRACE

    def patience(self, limits: HandInLimits) -> float:
        """Return for how many seconds nothing can have run out, at least a twentieth."""
        now = time.monotonic()
        used = now - self._start
        left = self._until - now if self.interrupted else limits.wall - used
        return max(
            0.05, left if self.interrupted else min(left, limits.cpu - used if used < limits.cpu else 0.25)
        )

    def over(self, limits: HandInLimits) -> str:
        """Return TIMEOUT when the cell has used up its time (again, after it was interrupted), else ""."""
        now = time.monotonic()
        if self.interrupted:
            return TIMEOUT if now > self._until else ""
        used = now - self._start
        if used > limits.wall:
            return TIMEOUT
        # Nothing uses more processor time than all processors have: mostly nothing needs to be read.
        near = used * (os.cpu_count() or 1) > limits.cpu
        return TIMEOUT if near and self._cpu_now() - self._cpu > limits.cpu else ""

    def spent(self) -> tuple[float, float, bool]:
        """Return processor time and time since the cell began, and whether it waited long for a processor."""
        wall = time.monotonic() - self._start
        waited = self._waited_now() - self._waited
        return max(0.0, self._cpu_now() - self._cpu), wall, wall > 0 and waited / wall > _BUSY

    def _cpu_now(self) -> float:
        """Return the processor time of the process and of children it waited for; the last known if gone."""
        with contextlib.suppress(psutil.Error):
            if self._process is not None:
                self._last = sum(self._process.cpu_times()[:4])
        return self._last

    def _waited_now(self) -> float:
        """Return for how many seconds the process could have run, but had to wait for a processor."""
        try:
            return int(self._schedule.read_text().split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            return 0.0
