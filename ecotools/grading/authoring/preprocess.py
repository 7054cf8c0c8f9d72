"""What nbgrader's generator does first: checks that are written once are written out."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from ecotools.grading.authoring.expand import expand


class ExpandChecks(NbGraderPreprocessor):
    """Writes the checks of ``tasks.py`` into the cells that call ``graded("…")``."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Return the notebook with its checks written out."""
        return expand(nb, Path(resources["metadata"]["path"])), resources
