"""Put what a learner gets into the wheel, from where `ecotools start` lays it into their folder."""

import runpy
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LearnersFiles(BuildHookInterface):
    """Adds the files that `ecotools/start/material.py` names, and no others."""

    def initialize(self, version, build_data):
        if version == "editable":
            return  # an editable install reads them where they are
        root = Path(self.root)
        files_of = runpy.run_path(str(root / "ecotools" / "start" / "material.py"))["files_of"]
        for name, file in files_of(root).items():
            build_data["force_include"][str(file)] = f"ecotools/start/files/{name}"
