"""Keep what a check's body prints, and its warnings, from reaching the cell's output.

nbgrader gives 0 points for a cell that writes to stderr, right or not.
"""

import io
import sys
import warnings

MOST = 200_000


class TooMuchOutput(BaseException):
    """The learner's code printed without end. Not an Exception: ``except Exception`` must not keep it."""


class Sink(io.StringIO):
    """Text that is collected up to a limit."""

    def write(self, text: str) -> int:
        if self.tell() > MOST:
            raise TooMuchOutput(
                f"more than {MOST:,} characters were printed: is there a loop that never ends?"
            )
        return super().write(text)


def printed_so_far() -> str:
    """Return what was printed since the check under way began; nothing outside of a check."""
    return sys.stdout.getvalue() if isinstance(sys.stdout, Sink) else ""


class Capture:
    """Collects stdout and stderr and silences warnings between `start` and `stop`."""

    def __init__(self):
        self._streams = self._warnings = None
        self._sink = Sink()

    def start(self) -> None:
        """Begin to collect."""
        self._streams = sys.stdout, sys.stderr
        self._sink = Sink()
        sys.stdout = sys.stderr = self._sink
        self._warnings = warnings.catch_warnings()
        self._warnings.__enter__()
        warnings.simplefilter("ignore")

    def stop(self) -> str:
        """Return what was printed since `start`, and let output through again."""
        if self._streams is None:
            return ""
        self._warnings.__exit__(None, None, None)
        sys.stdout, sys.stderr = self._streams
        self._streams = None
        return self._sink.getvalue()
