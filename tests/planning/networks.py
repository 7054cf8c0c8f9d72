"""Networks of tasks: one published with all its numbers, and small ones to do by hand."""

import numpy as np
import pandas as pd

# The Reliable Construction Company: Hillier & Lieberman, "Introduction to Operations Research", chapter
# "Project Management with PERT/CPM". Weeks; costs in thousands of dollars.
RELIABLE = pd.DataFrame(
    [
        # task, after, days, (optimistic, likely, pessimistic), crash days, normal cost, crash cost
        ("A", "", 2, 1, 2, 3, 1, 180, 280),
        ("B", "A", 4, 2, 3.5, 8, 2, 320, 420),
        ("C", "B", 10, 6, 9, 18, 7, 620, 860),
        ("D", "C", 6, 4, 5.5, 10, 4, 260, 340),
        ("E", "C", 4, 1, 4.5, 5, 3, 410, 570),
        ("F", "E", 5, 4, 4, 10, 3, 180, 260),
        ("G", "D", 7, 5, 6.5, 11, 4, 900, 1020),
        ("H", "E, G", 9, 5, 8, 17, 6, 200, 380),
        ("I", "C", 7, 3, 7.5, 9, 5, 210, 270),
        ("J", "F, I", 8, 3, 9, 9, 6, 430, 490),
        ("K", "J", 4, 4, 4, 4, 3, 160, 200),
        ("L", "J", 5, 1, 5.5, 7, 3, 250, 350),
        ("M", "H", 2, 1, 2, 3, 1, 100, 200),
        ("N", "K, L", 6, 5, 5.5, 9, 3, 330, 510),
    ],
    columns=[
        *("task", "after", "days", "optimistic", "likely", "pessimistic"),
        *("crash_days", "normal_cost", "crash_cost"),
    ],
).assign(
    cost_per_day=lambda t: (t["crash_cost"] - t["normal_cost"]) / (t["days"] - t["crash_days"]).clip(lower=1)
)

SLACK = dict.fromkeys("ABCEFJLN", 0) | dict.fromkeys("DGHM", 4) | {"I": 2, "K": 1}
LATEST_START = dict(zip("ABCDEFGHIJKLMN", [0, 2, 6, 20, 16, 20, 26, 33, 18, 25, 34, 33, 42, 38], strict=True))


def random_plan(seed: int, many: int = 8) -> pd.DataFrame:
    """Return a plan in which each task waits for some of those before it."""
    draw = np.random.default_rng(seed)
    names = [f"t{n}" for n in range(many)]
    after = [[one for one in names[:n] if draw.random() < 0.35] for n in range(many)]
    return pd.DataFrame(
        {
            "task": names,
            "days": draw.integers(0, 9, many),
            "after": after,
            "role": draw.choice(["creator", "coach"], many),
        }
    ).assign(hours=lambda t: t["days"] * 3)


def shuffled(table: pd.DataFrame, seed: int = 1) -> pd.DataFrame:
    """Return the rows in another order, with another index."""
    rows = table.sample(frac=1, random_state=seed)
    return rows.set_axis([f"row {n}" for n in range(len(rows))])
