"""How much may cross at once, and the error that says what did not."""

from dataclasses import dataclass

from ecotools.wire.unknown_values import a, class_name


class WireError(ValueError):
    """A value that cannot cross: too large, too deep, endless, or not in the checked format."""


@dataclass(frozen=True)
class ValueLimits:
    """What one value may hold at most.

    Parameters
    ----------
    depth : int, default 60
        Containers inside each other.
    nodes : int, default 2,000,000
        Values, counted one by one; a numeric array or column is one.
    bytes : int, default 64 MiB
        What texts (in UTF-8) and buffers (in base64) take on the wire, before JSON escapes them.
    items : int, default 1,000,000
        Elements that are drawn from an iterator before it counts as endless.
    """

    depth: int = 60
    nodes: int = 2_000_000
    bytes: int = 64 * 2**20
    items: int = 1_000_000


LIMITS = ValueLimits()


class Budget:
    """What is left of the limits while one value is written or read."""

    def __init__(self, limits: ValueLimits) -> None:
        self.limits = limits
        self.nodes = limits.nodes
        self.bytes = limits.bytes

    def count(self, nodes: int) -> None:
        """Take values from the budget."""
        self.nodes -= nodes
        if self.nodes < 0:
            raise WireError(f"it holds more than {self.limits.nodes:,} values")

    def spend(self, size: int) -> None:
        """Take characters from the budget; called before the memory is taken."""
        self.bytes -= size
        if self.bytes < 0:
            raise WireError(f"it takes more than {_size(self.limits.bytes)}")

    def descend(self, depth: int, kind: type) -> None:
        """Refuse what lies too deep."""
        if depth > self.limits.depth:
            raise WireError(f"{a(class_name(kind))} nested more than {self.limits.depth} deep")


def _size(size: int) -> str:
    return f"{size / 2**20:g} MiB" if size >= 2**20 else f"{size:,} bytes"
