"""Two pictures of the product: the way of data, and the way of a hand-in."""

from __future__ import annotations

from pathlib import Path

from ecotools.docs.drawing import Arrow, Station, drawing
from ecotools.rules import rules


def pages(root: Path) -> dict[str, str]:
    """Return the two pictures as files."""
    return {"images/way-of-data.svg": way_of_data(), "images/way-of-a-hand-in.svg": way_of_a_hand_in()}


def way_of_data() -> str:
    """Return what a business says and does, and what the library makes of it."""
    return drawing(
        "The way of data",
        "A blueprint describes a business, and a review looks at it with rules. The simulator makes a ledger"
        " of it; the importers make a ledger of a shop's exports. Measures make numbers of the ledger; plots"
        " and widgets show them. The forecast starts from blueprint and ledger. The report takes all of it.",
        [
            Station(0, 0.5, "my-blueprint.yaml", "what the business is", main=True),
            Station(0, 2, "exports of shops", "Stripe, Gumroad, CSV …"),
            Station(1, 0, "rules", f"{len(rules())} questions"),
            Station(1, 1.2, "simulate", "with a seed"),
            Station(1, 2, "import", "an account of each line"),
            Station(2, 1.6, "ledger", "what happened", main=True),
            Station(2, 0, "review", "findings, what to do"),
            Station(3, 1, "forecast", "a range, not a number"),
            Station(3, 2, "metrics", "with their definitions"),
            Station(4, 0.8, "report", "for a partner, for a bank", main=True),
            Station(4, 2, "plots, widgets", "pictures and boards"),
        ],
        [
            Arrow("my-blueprint.yaml", "rules"),
            Arrow("my-blueprint.yaml", "simulate"),
            Arrow("my-blueprint.yaml", "forecast"),
            Arrow("exports of shops", "import"),
            Arrow("simulate", "ledger"),
            Arrow("import", "ledger"),
            Arrow("ledger", "metrics"),
            Arrow("ledger", "forecast"),
            Arrow("metrics", "plots, widgets"),
            Arrow("metrics", "report"),
            Arrow("forecast", "report"),
            Arrow("rules", "review"),
            Arrow("review", "report"),
        ],
    )


def way_of_a_hand_in() -> str:
    """Return what happens to an assignment, from its source to a grade."""
    return drawing(
        "The way of a hand-in",
        "The source of an assignment holds solution, tasks and hidden tests. It is proven, and released"
        " without them. Students work in the released notebook, where checks answer at once. What is handed"
        " in is collected into submitted/, and runs in a sandbox without network. Another process judges what"
        " came out, hidden tests included, and writes the gradebook. A person marks the written answers. From"
        " the gradebook come feedback, the report of the class, and the export.",
        [
            Station(0, 0, "solutions/", "answers and hidden tests", main=True),
            Station(1, 0, "prove, release", "nothing unproven goes out"),
            Station(2, 0, "exercises/", "without answers"),
            Station(3, 0, "student", "checks answer at once"),
            Station(3, 1, "collect", "who, when, which task"),
            Station(2, 1, "submitted/", "as it was handed in", main=True),
            Station(1, 1, "sandbox", "no network, no gradebook"),
            Station(0, 1, "judge", "in another process"),
            Station(0, 2.5, "gradebook", "scores and comments", main=True),
            Station(0, 3.5, "a person", "marks written answers"),
            Station(1.5, 2, "feedback", "a page for each hand-in"),
            Station(1.5, 3, "class report", "which tasks were hard"),
            Station(3, 2.5, "export", "Moodle, Canvas, CSV"),
        ],
        [
            Arrow("solutions/", "prove, release"),
            Arrow("prove, release", "exercises/"),
            Arrow("exercises/", "student"),
            Arrow("student", "collect"),
            Arrow("collect", "submitted/"),
            Arrow("submitted/", "sandbox"),
            Arrow("sandbox", "judge"),
            Arrow("solutions/", "judge"),
            Arrow("judge", "gradebook"),
            Arrow("a person", "gradebook"),
            Arrow("gradebook", "feedback"),
            Arrow("gradebook", "class report"),
            Arrow("gradebook", "export"),
        ],
    )
