"""The files that a learner gets: which they are, and where they are in a checkout and in a wheel.

The build hook of the wheel (`hatch_build.py`) runs this file on its own, so it imports nothing of ecotools.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKED = HERE / "files"
"""Where a wheel carries them; a checkout has no such folder."""
PATTERNS = (
    "course/[0-9][0-9]-*.ipynb",
    "exercises/[0-9][0-9]-*/[0-9][0-9]-*.ipynb",
    "config/student/*.json",
    "config/student/labconfig/*.json",
    # The pages that lessons link to, and those that these link to in turn.
    *(
        f"docs/{page}.md"
        for page in ("blueprint", "capstone-rubric", "claims", "forecast", "rules", "sources")
    ),
    "docs/rules/*.md",
    "docs/blueprint.schema.json",
    "docs/images/backtest.png",
)


class StartError(ValueError):
    """A folder that cannot be started or opened; the text says why, and what to do."""


def files_of(root: Path) -> dict[str, Path]:
    """Return the files below ``root`` that a learner gets, by their names there with forward slashes."""
    found = (file for pattern in PATTERNS for file in sorted(root.glob(pattern)))
    return {file.relative_to(root).as_posix(): file for file in found}


def material() -> dict[str, Path]:
    """Return the files that this ecotools lays into a learner's folder, by their names there.

    They come with an installed wheel; in a checkout they are the repository's own.

    Raises
    ------
    StartError
        When there are none, as in a copy of the package alone.

    Examples
    --------
    >>> "course/00-start-here.ipynb" in material()
    True
    """
    root = PACKED if PACKED.is_dir() else HERE.parents[1]
    files = files_of(root)
    if not any(name.startswith("course/") for name in files):
        raise StartError(f"no lessons in {root}: this copy of ecotools came without them; install its wheel")
    return {"README.md": HERE / "readme.md", **files}
