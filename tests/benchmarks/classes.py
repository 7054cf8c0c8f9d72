"""A class as students write it: functions, tables, figures, scratch cells, and errors of pandas."""

from __future__ import annotations

import shutil
from pathlib import Path

from ecotools.grading.authoring.release import release_assignment, run_in_place
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.gradebook.registration import register
from ecotools.notebooks import new, read, write
from tests.grading.tiny import graded

ROOT = Path(__file__).parents[2]
NAME = "01-shop"
SETUP = """import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from ecotools.learn import check

rng = np.random.default_rng(7)
orders = pd.DataFrame(
    {
        "customer": rng.integers(1, 40, 300),
        "product": rng.choice(["bootcamp", "templates", "critique"], 300),
        "amount": rng.choice([199.0, 49.0, 29.0], 300),
        "day": pd.Timestamp("2025-01-01") + pd.to_timedelta(rng.integers(0, 120, 300), "D"),
    }
)"""
SMALL = """small = pd.DataFrame(
        {"customer": [1, 1, 2], "product": ["a", "b", "a"], "amount": [10.0, 5.0, 10.0]}
    )"""
# Of each task: the right answer, wrong ones as students give them, the visible and the hidden test.
TASKS = {
    "share": (
        "def share(part, whole):\n    return part / whole if whole else float('nan')",
        (
            "def share(part, whole):\n    return part / whole * 100",
            "def share(part, whole):\n    print('share of', part)\n    return round(part / whole, 2)",
        ),
        "expect.number(share(1, 4), 0.25)\n    expect.number(share(3, 5), 0.6)",
        "expect.number(share(7, 8), 0.875)\n    expect.that(share(1, 0) != share(1, 0), 'NaN is expected')",
    ),
    "revenue": (
        "def revenue(orders):\n    return orders.groupby('product')['amount'].sum()",
        (
            "def revenue(orders):\n    return orders.groupby('products')['amount'].sum()",
            "def revenue(orders):\n    return orders.groupby('product')['amount'].mean()",
        ),
        f"{SMALL}\n    expect.series(revenue(small), pd.Series({{'a': 20.0, 'b': 5.0}}))",
        "expect.series(revenue(orders), orders.pivot_table(index='product', values='amount', aggfunc='sum')"
        "['amount'])",
    ),
    "buyers": (
        "def buyers(orders):\n    found = orders.groupby('customer', as_index=False)['amount'].sum()\n"
        "    return found.sort_values('amount', ascending=False)",
        (
            "def buyers(orders):\n    orders['amount'] = orders['amount'].cumsum()\n    return orders",
            "def buyers(orders):\n    return orders.merge(orders, on='customer')",
        ),
        f"{SMALL}\n    right = pd.DataFrame({{'customer': [1, 2], 'amount': [15.0, 10.0]}})\n"
        "    expect.table(buyers(small), right)",
        "expect.table(buyers(orders), orders.groupby('customer', as_index=False)['amount'].sum())",
    ),
    "best_day": (
        "by_day = orders.groupby('day')['amount'].sum()\nplt.figure(figsize=(6, 3))\nplt.bar(by_day.index, "
        "by_day)\nplt.title('Revenue by day')\nplt.show()\nbest_day = by_day.idxmax()",
        (
            "orders.groupby('day')['amount'].sum().plot()\nbest_day = orders['day'].max()",
            "best_day = orders.loc[orders['amount'] == orders['amounts'].max(), 'day']",
        ),
        "expect.that(isinstance(best_day, pd.Timestamp), 'best_day should be a day')",
        "expect.value(best_day, orders.groupby('day')['amount'].sum().idxmax())",
    ),
    "by_month": (
        "def by_month(orders):\n    months = orders['day'].dt.to_period('M')\n"
        "    return {str(month): float(part['amount'].sum()) for month, part in orders.groupby(months)}",
        (
            "def by_month(orders):\n    return orders.groupby(orders['day'].month)['amount'].sum().to_dict()",
            "def by_month(orders):\n    return {}",
        ),
        "first = orders[orders['day'] < '2025-02-01']\n"
        "    expect.value(by_month(first), {'2025-01': float(first['amount'].sum())})",
        "expect.that(len(by_month(orders)) == 4, 'four months have orders')",
    ),
    "repeat": (
        "counts = orders['customer'].value_counts()\nrepeat = float((counts > 1).mean())",
        ("repeat = (orders['customer'].value_counts() > 1).sum()", "repeat = 1.0 - len(orders) / 40"),
        "expect.that(0 <= repeat <= 1, 'repeat is a share')",
        "expect.number(repeat, (orders.groupby('customer').size() > 1).mean())",
    ),
}
SCRATCH = ("orders.head()", "orders.describe()", "orders.groupby('product').size()", "print(len(orders))")


def make_class(folder: Path, size: int) -> Course:
    """Return a course with one assignment of six tasks, and a class of ``size`` that handed it in."""
    cells = ["# A shop", ("code", SETUP)]
    for place, (name, (right, _, visible, hidden)) in enumerate(TASKS.items(), 1):
        answer = f"### BEGIN SOLUTION\n{right}\n### END SOLUTION"
        test = (
            f"with check('01-q{place}', '{name}', points=2) as expect:\n    {visible}\n"
            f"    ### BEGIN HIDDEN TESTS\n    {hidden}\n    ### END HIDDEN TESTS"
        )
        cells.append(f"## Task {place} · {name} (2 points)")
        cells.append(("code", answer, graded(name, "solution")))
        cells.append(("code", test, graded(f"01-q{place}-check", "check", 2)))
    write(new(cells), folder / "solutions" / NAME / f"{NAME}.ipynb")
    shutil.copy(ROOT / CONFIG, folder / CONFIG)
    course = Course(folder)
    release_assignment(course, NAME)
    run_in_place(course, NAME)  # as `ecotools release` does
    for number in range(size):
        _hand_in(course, number)
    register(course, NAME)
    return course


def _hand_in(course: Course, number: int) -> None:
    """Write one hand-in: two of three answers are right, one in nine is not attempted."""
    from nbformat.v4 import new_code_cell

    notebook = read(course.exercises / NAME / f"{NAME}.ipynb")
    for place, (name, (right, wrong, *_)) in enumerate(TASKS.items()):
        cell = next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)
        turn = number + 2 * place
        if turn % 9:
            cell.source = wrong[turn // 3 % len(wrong)] if turn % 3 == 0 else right
        if turn % 2:
            scratch = new_code_cell(SCRATCH[turn % len(SCRATCH)])
            notebook.cells.insert(notebook.cells.index(cell) + 1, scratch)
    write(notebook, course.submitted / f"student{number:04}" / NAME / f"{NAME}.ipynb")
