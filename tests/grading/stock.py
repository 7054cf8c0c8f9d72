"""nbgrader's own engine, in a course whose configuration leads its commands to ecotools."""

from nbgrader.apps.api import NbGraderAPI

# For its command line.
PLAIN = ["--Autograde.exporter_class=nbconvert.exporters.NotebookExporter"]
PLAIN_PAGES = ["--GenerateFeedback.exporter_class=nbconvert.exporters.HTMLExporter"]


def stock(course):
    """Return nbgrader's interface to a course that runs hand-ins itself."""
    course.api()  # new gradebooks get their version
    config = course.config()
    for section in ("Autograde", "GenerateFeedback"):
        config[section].pop("exporter_class", None)
    return NbGraderAPI(config=config)
