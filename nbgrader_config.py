"""nbgrader's settings for this course; the commands of `ecotools` and the formgrader both read them."""

import os
import warnings

# nbgrader asks SQLAlchemy for objects of a session it has closed; harmless, and said at every first grading.
warnings.filterwarnings("ignore", message=r"Object of type <Submitted(Assignment|Notebook)> not in session")

c = get_config()  # noqa: F821 - traitlets puts it here

c.CourseDirectory.course_id = "ecosystems"
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
# The probes of the checks lie beside the solutions and must never reach a student.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    "feedback",
    "probes.py",
    "tasks.py",
    ".*",
]

# Checks that are written once, in tasks.py beside the notebook, are written out before all else.
c.GenerateAssignment.preprocessors = [
    "ecotools.grading.authoring.preprocess.ExpandChecks",
    *(
        f"nbgrader.preprocessors.{name}"
        for name in (
            "IncludeHeaderFooter",
            "InstantiateTests",
            "LockCells",
            "ClearSolutions",
            "ClearOutput",
            "CheckCellMetadata",
            "ComputeChecksums",
            "SaveCells",
            "ClearHiddenTests",
            "ClearMarkScheme",
            "ComputeChecksums",
            "CheckCellMetadata",
        )
    ),
]

# The stub runs, and the check then says "not attempted". Its semicolon keeps Jupyter from printing Ellipsis.
c.ClearSolutions.code_stub = {"python": "...;  # your code here"}
c.ClearSolutions.text_stub = "*Write your answer here.*"

# A cell that is skipped has no output, and nbgrader takes no output for full points; a student can add the
# tag that skips a cell. No tag can be this one.
c.Execute.skip_cells_with_tag = "\x00 no cell is skipped"
c.Execute.timeout = 60
# Without encryption of the kernel's local sockets, ipykernel warns at every start.
c.KernelManager.transport_encryption = "auto"
c.AsyncKernelManager.transport_encryption = "auto"

# nbgrader's own autograde runs hand-ins without a sandbox, and its feedback shows the hidden tests. Both, and
# the icons of the formgrader that start them, call `ecotools grade` and `ecotools feedback` instead.
c.Autograde.exporter_class = "ecotools.grading.formgrader.nbgrader_commands.GradeInstead"
c.GenerateFeedback.exporter_class = "ecotools.grading.formgrader.nbgrader_commands.FeedbackInstead"
# Points that wait for a person count nowhere, so they do not count in `nbgrader export` either.
c.ExportApp.plugin_class = "ecotools.grading.export.counted_scores.CountedExport"
# Where an answer changed after it was marked, the formgrader shows what it was marked for.
c.HTMLExporter.preprocessors = ["ecotools.grading.formgrader.earlier_marks.ShowEarlier"]

c.Exchange.root = os.path.join(c.CourseDirectory.root, ".exchange")
c.FileNameCollectorPlugin.named_regexp = (
    r".*_(?P<student_id>\w+)_attempt_(?P<timestamp>[0-9\-]+)_(?P<file_id>\w+)"
)
