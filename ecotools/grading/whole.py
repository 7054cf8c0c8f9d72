"""Write a file whole or not at all, whenever the machine stops."""

from __future__ import annotations

from pathlib import Path


def write_text(file: Path, text: str) -> None:
    """Write ``text`` beside ``file`` and put it in its place; folders are made, line ends kept."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
