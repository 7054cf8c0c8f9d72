"""Answers to module 00, written from the released text alone. Only their verdicts count."""

from functools import partial

from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right

wrong = partial(probes.wrong, message="only the verdict counts")

PROBES = [
    right(
        "00-q1",
        "not orders",
        "def average_order_value(revenue, orders):\n    if not orders:\n        return float('nan')\n    return revenue / orders",
    ),
    right(
        "00-q1",
        "else branch",
        "def average_order_value(revenue, orders):\n    if orders > 0:\n        answer = revenue / orders\n    else:\n        answer = float('NaN')\n    return answer",
    ),
    right(
        "00-q1",
        "numpy nan",
        "def average_order_value(revenue, orders):\n    import numpy as np\n    return np.nan if orders == 0 else np.divide(revenue, orders)",
    ),
    right(
        "00-q1",
        "multiplied by one over",
        "def average_order_value(revenue, orders):\n    return revenue * (1 / orders) if orders else float('nan')",
    ),
    wrong(
        "00-q1",
        "int",
        "def average_order_value(revenue, orders):\n    return int(revenue / orders) if orders else float('nan')",
    ),
    wrong(
        "00-q1",
        "rounded to a tenth",
        "def average_order_value(revenue, orders):\n    return round(revenue / orders, 1) if orders else float('nan')",
    ),
    wrong(
        "00-q1",
        "orders below two",
        "def average_order_value(revenue, orders):\n    if orders <= 1:\n        return float('nan')\n    return revenue / orders",
    ),
    wrong(
        "00-q1",
        "nan if either is zero",
        "def average_order_value(revenue, orders):\n    if orders == 0 or revenue == 0:\n        return float('nan')\n    return revenue / orders",
    ),
    wrong(
        "00-q1",
        "infinity",
        "def average_order_value(revenue, orders):\n    return revenue / orders if orders else float('inf')",
    ),
    wrong(
        "00-q1",
        "a message",
        "def average_order_value(revenue, orders):\n    return revenue / orders if orders else 'no orders'",
    ),
    right(
        "00-q2",
        "loop over unique products",
        "def net_revenue(orders):\n    out = {}\n    for product in orders['product'].unique():\n        rows = orders[orders['product'] == product]\n        out[product] = (rows['amount'] - rows['refunded']).sum()\n    return pd.Series(out)",
    ),
    right(
        "00-q2",
        "copy with a column",
        "def net_revenue(orders):\n    t = orders.copy()\n    t['left'] = t['amount'] - t['refunded']\n    return t.groupby('product', observed=True)['left'].sum()",
    ),
    right(
        "00-q2",
        "two sums",
        "def net_revenue(orders):\n    g = orders.groupby('product', observed=True)\n    return g['amount'].sum() - g['refunded'].sum()",
    ),
    right(
        "00-q2",
        "sorted",
        "def net_revenue(orders):\n    s = (orders['amount'] - orders['refunded']).groupby(orders['product'], observed=True).sum()\n    return s.sort_values(ascending=False)",
    ),
    wrong(
        "00-q2",
        "duplicates dropped",
        "def net_revenue(orders):\n    t = orders.drop_duplicates()\n    return (t['amount'] - t['refunded']).groupby(t['product'], observed=True).sum()",
    ),
    wrong(
        "00-q2",
        "last row",
        "def net_revenue(orders):\n    return (orders['amount'] - orders['refunded']).groupby(orders['product'], observed=True).last()",
    ),
    wrong(
        "00-q2",
        "whole dollars",
        "def net_revenue(orders):\n    return (orders['amount'] - orders['refunded']).groupby(orders['product'], observed=True).sum().round()",
    ),
    wrong(
        "00-q2",
        "share",
        "def net_revenue(orders):\n    s = (orders['amount'] - orders['refunded']).groupby(orders['product'], observed=True).sum()\n    return s / s.sum()",
    ),
    wrong(
        "00-q2",
        "counts",
        "def net_revenue(orders):\n    return orders.groupby('product', observed=True)['amount'].count()",
    ),
    wrong(
        "00-q2",
        "first product missing",
        "def net_revenue(orders):\n    return (orders['amount'] - orders['refunded']).groupby(orders['product'], observed=True).sum().iloc[1:]",
    ),
    right(
        "00-q3",
        "any per order",
        "def refund_rate(orders):\n    if len(orders) == 0:\n        return float('nan')\n    return (orders['refunded'] > 0).groupby(orders['order_id']).any().mean()",
    ),
    right(
        "00-q3",
        "sums",
        "def refund_rate(orders):\n    s = orders.groupby('order_id')['refunded'].sum()\n    return (s > 0).sum() / len(s) if len(s) else float('nan')",
    ),
    right(
        "00-q3",
        "loop",
        "def refund_rate(orders):\n    if orders.empty:\n        return float('nan')\n    hit = set()\n    for _, row in orders.iterrows():\n        if row['refunded'] > 0:\n            hit.add(row['order_id'])\n    return len(hit) / orders['order_id'].nunique()",
    ),
    right(
        "00-q3",
        "drop duplicates of hits",
        "def refund_rate(orders):\n    every = orders['order_id'].drop_duplicates()\n    if len(every) == 0:\n        return float('nan')\n    return every.isin(orders.loc[orders['refunded'] > 0, 'order_id']).mean()",
    ),
    wrong(
        "00-q3",
        "first row of the order",
        "def refund_rate(orders):\n    if orders.empty:\n        return float('nan')\n    t = orders.drop_duplicates('order_id')\n    return (t['refunded'] > 0).mean()",
    ),
    wrong(
        "00-q3",
        "runs",
        "def refund_rate(orders):\n    if orders.empty:\n        return float('nan')\n    n = (orders['order_id'] != orders['order_id'].shift()).sum()\n    return orders.loc[orders['refunded'] > 0, 'order_id'].nunique() / n",
    ),
    wrong(
        "00-q3",
        "one dollar or more",
        "def refund_rate(orders):\n    if orders.empty:\n        return float('nan')\n    return orders.loc[orders['refunded'] >= 1, 'order_id'].nunique() / orders['order_id'].nunique()",
    ),
    wrong(
        "00-q3",
        "rounded",
        "def refund_rate(orders):\n    if orders.empty:\n        return float('nan')\n    return round(orders.loc[orders['refunded'] > 0, 'order_id'].nunique() / orders['order_id'].nunique(), 1)",
    ),
    wrong(
        "00-q3",
        "mean of rates by order",
        "def refund_rate(orders):\n    if orders.empty:\n        return float('nan')\n    return (orders['refunded'] > 0).groupby(orders['order_id']).mean().mean()",
    ),
    wrong(
        "00-q3",
        "last row of the order",
        "def refund_rate(orders):\n    if orders.empty:\n        return float('nan')\n    t = orders.drop_duplicates('order_id', keep='last')\n    return (t['refunded'] > 0).mean()",
    ),
    right(
        "00-q4",
        "comprehension",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(20000) if round(n * price / rounded_to) * rounded_to == mrr]\n\n\nexact = False",
    ),
    right(
        "00-q4",
        "computed exact",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(20000) if round(n * price / rounded_to) * rounded_to == mrr]\n\n\nexact = len(members_for(12400, 29, 1)) > 0",
    ),
    right(
        "00-q4",
        "while",
        "def members_for(mrr, price, rounded_to):\n    n, fits = 0, []\n    while n * price <= mrr + rounded_to:\n        if abs(n * price - mrr) < rounded_to / 2:\n            fits.append(n)\n        n += 1\n    return fits\n\n\nexact = False",
    ),
    right(
        "00-q4",
        "division",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(20000) if round(n * price / rounded_to) * rounded_to == mrr]\n\n\nexact = 12400 / 29 == round(12400 / 29)",
    ),
    wrong(
        "00-q4",
        "true",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(20000) if round(n * price / rounded_to) * rounded_to == mrr]\n\n\nexact = True",
    ),
    wrong(
        "00-q4",
        "rounds up",
        "def members_for(mrr, price, rounded_to):\n    import math\n    return [n for n in range(2000) if math.ceil(n * price / rounded_to) * rounded_to == mrr]\n\n\nexact = False",
    ),
    wrong(
        "00-q4",
        "half a step is enough",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(2000) if abs(n * price - mrr) < rounded_to]\n\n\nexact = False",
    ),
    wrong(
        "00-q4",
        "falling",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(2000, -1, -1) if round(n * price / rounded_to) * rounded_to == mrr]\n\n\nexact = False",
    ),
    wrong(
        "00-q4",
        "up to a hundred",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(100) if round(n * price / rounded_to) * rounded_to == mrr]\n\n\nexact = False",
    ),
    wrong(
        "00-q4",
        "price fixed",
        "def members_for(mrr, price, rounded_to):\n    return [n for n in range(2000) if round(n * 29 / rounded_to) * rounded_to == mrr]\n\n\nexact = False",
    ),
    right(
        "00-q5",
        "short",
        'my_audience = """\nwho: Runners\npain_point: Shin pain\nproblems:\n  - Shoes wear out\n  - No plan\n  - Bad sleep\n"""',
    ),
    right(
        "00-q5",
        "long",
        'my_audience = """\nwho: Parents of twins\npain_point: No hour is free\nproblems:\n  - Naps differ\n  - Meals twice\n  - Two of each size\n  - Noise\n"""',
    ),
    right(
        "00-q5",
        "a number inside",
        'my_audience = """\nwho: Teams of 5\npain_point: Meetings\nproblems:\n  - No agenda\n  - Nobody decides\n  - Notes get lost\n"""',
    ),
    right(
        "00-q5",
        "quotation marks",
        'my_audience = """\nwho: "Cooks: at home"\npain_point: Dinner is late\nproblems:\n  - Shopping\n  - Recipes lie\n  - Leftovers\n"""',
    ),
    wrong(
        "00-q5",
        "dots",
        'my_audience = """\nwho: Runners\npain_point: Shin pain\nproblems:\n  - ...\n  - ...\n  - ...\n"""',
    ),
    wrong(
        "00-q5",
        "to do",
        'my_audience = """\nwho: TODO\npain_point: Shin pain\nproblems:\n  - Shoes\n  - Plan\n  - Sleep\n"""',
    ),
    wrong(
        "00-q5",
        "problem numbers",
        'my_audience = """\nwho: Runners\npain_point: Shin pain\nproblems:\n  - Problem 1\n  - Problem 2\n  - Problem 3\n"""',
    ),
    wrong(
        "00-q5",
        "main repeated",
        'my_audience = """\nwho: Runners\npain_point: Shin pain\nproblems:\n  - shin pain\n  - Shoes\n  - Plan\n"""',
    ),
    wrong(
        "00-q5", "who forgotten", 'my_audience = "pain_point: Shin pain\\nproblems: [Shoes, Plans, Sleep]"'
    ),
    wrong("00-q5", "a list", 'my_audience = ["Runners", "Shin pain"]'),
]
