"""Answers to module 00 that a stranger wrote from the released text alone: right, wrong and adversarial.

Only the verdicts count. ``why`` says what is special about a right answer, or what the slip of a wrong one is.
"""

ANSWERS = [
    {
        "task": "00-q1",
        "name": "plain-if",
        "right": True,
        "why": "guard with if, then divide",
        "code": '''def average_order_value(revenue, orders):
    """Return the revenue of an average order, or NaN without orders."""
    if orders == 0:
        return float("nan")
    return revenue / orders
''',
    },
    {
        "task": "00-q1",
        "name": "one-line-truthiness",
        "right": True,
        "why": "conditional expression",
        "code": """def average_order_value(revenue, orders):
    return revenue / orders if orders else float("nan")
""",
    },
    {
        "task": "00-q1",
        "name": "numpy-hints-defaults",
        "right": True,
        "why": "numpy nan, type hints, keyword default",
        "code": """import numpy as np

def average_order_value(revenue: float, orders: int = 0) -> float:
    if not orders > 0:
        return np.nan
    return np.float64(revenue) / np.int64(orders)
""",
    },
    {
        "task": "00-q1",
        "name": "lambda-math",
        "right": True,
        "why": "lambda, math.nan",
        "code": """import math

average_order_value = lambda revenue, orders: math.nan if orders < 1 else float(revenue) / float(orders)
""",
    },
    {
        "task": "00-q1",
        "name": "helper-loop",
        "right": True,
        "why": "helper function and a variable that begins as NaN",
        "code": """def _no_orders(n):
    return n == 0


def average_order_value(revenue, orders):
    answer = float("nan")
    if not _no_orders(orders):
        answer = revenue / orders
    return answer
""",
    },
    {
        "task": "00-q1",
        "name": "floor-division",
        "right": False,
        "why": "// rounds down",
        "code": """def average_order_value(revenue, orders):
    if orders == 0:
        return float("nan")
    return revenue // orders
""",
    },
    {
        "task": "00-q1",
        "name": "upside-down",
        "right": False,
        "why": "orders divided by revenue",
        "code": """def average_order_value(revenue, orders):
    if orders == 0:
        return float("nan")
    return orders / revenue if revenue else 0
""",
    },
    {
        "task": "00-q1",
        "name": "zero-without-orders",
        "right": False,
        "why": "0 where NaN is asked",
        "code": """def average_order_value(revenue, orders):
    if orders == 0:
        return 0
    return revenue / orders
""",
    },
    {
        "task": "00-q1",
        "name": "none-without-orders",
        "right": False,
        "why": "falls through and returns None without orders",
        "code": """def average_order_value(revenue, orders):
    if orders > 0:
        return revenue / orders
""",
    },
    {
        "task": "00-q1",
        "name": "rounded-cents",
        "right": False,
        "why": "the text says not rounded",
        "code": """def average_order_value(revenue, orders):
    if orders == 0:
        return float("nan")
    return round(revenue / orders, 2)
""",
    },
    {
        "task": "00-q1",
        "name": "prints",
        "right": False,
        "why": "prints and returns None",
        "code": """def average_order_value(revenue, orders):
    if orders == 0:
        print(float("nan"))
    else:
        print(revenue / orders)
""",
    },
    {
        "task": "00-q1",
        "name": "nan-when-no-revenue",
        "right": False,
        "why": "asks about the revenue, so 7 orders of nothing give NaN",
        "code": """def average_order_value(revenue, orders):
    if not revenue or not orders:
        return float("nan")
    return revenue / orders
""",
    },
    {
        "task": "00-q1",
        "name": "off-by-one-guard",
        "right": False,
        "why": "one order has an average, too",
        "code": """def average_order_value(revenue, orders):
    if orders <= 1:
        return float("nan")
    return revenue / orders
""",
    },
    {
        "task": "00-q1",
        "name": "nan-as-text",
        "right": False,
        "why": 'returns the text "nan", not the number',
        "code": """def average_order_value(revenue, orders):
    if orders == 0:
        return "nan"
    return revenue / orders
""",
    },
    {
        "task": "00-q1",
        "name": "no-guard",
        "right": False,
        "why": "ZeroDivisionError without orders",
        "code": """def average_order_value(revenue, orders):
    return revenue / orders
""",
    },
    {
        "task": "00-q1",
        "name": "numpy-inf",
        "right": False,
        "why": "numpy gives inf, not NaN, for revenue without orders",
        "code": """import numpy as np

def average_order_value(revenue, orders):
    with np.errstate(all="ignore"):
        return float(np.float64(revenue) / np.float64(orders))
""",
    },
    {
        "task": "00-q1",
        "name": "hard-coded-table",
        "right": False,
        "why": "knows only the examples",
        "code": """def average_order_value(revenue, orders):
    known = {(8450, 40): 211.25, (1, 8): 0.125, (0, 7): 0.0}
    return known.get((revenue, orders), float("nan"))
""",
    },
    {
        "task": "00-q1",
        "name": "max-one",
        "right": False,
        "why": "divides by 1 without orders",
        "code": """def average_order_value(revenue, orders):
    return revenue / max(orders, 1)
""",
    },
    {
        "task": "00-q1",
        "name": "whole-dollars-in",
        "right": False,
        "why": "cuts the cents off the revenue first",
        "code": """def average_order_value(revenue, orders):
    if orders == 0:
        return float("nan")
    return int(revenue) / orders
""",
    },
    {
        "task": "00-q1",
        "name": "equals-everything",
        "right": False,
        "why": "adversary: an object that is equal to anything and no number",
        "code": """class Whatever(float):
    def __eq__(self, other):
        return True
    def __ne__(self, other):
        return False
    def __sub__(self, other):
        return 0.0
    __rsub__ = __sub__
    __hash__ = float.__hash__


def average_order_value(revenue, orders):
    return Whatever("nan") if orders == 0 else Whatever(0)
""",
    },
    {
        "task": "00-q1",
        "name": "shadow-check",
        "right": False,
        "why": "adversary: replaces the check and computes nothing",
        "code": """from contextlib import contextmanager

class _Yes:
    def __getattr__(self, name):
        return lambda *a, **k: None

@contextmanager
def check(*args, **kwargs):
    yield _Yes()

def average_order_value(revenue, orders):
    return 1
""",
    },
    {
        "task": "00-q2",
        "name": "groupby-series",
        "right": True,
        "why": "the hint's way",
        "code": '''def net_revenue(orders):
    """Return what each product brought, less refunds, as a Series indexed by product."""
    return (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
''',
    },
    {
        "task": "00-q2",
        "name": "loop-dict",
        "right": True,
        "why": "beginner's loop over the rows, no pandas arithmetic",
        "code": """def net_revenue(orders):
    brought = {}
    for product, amount, refunded in zip(orders["product"], orders["amount"], orders["refunded"]):
        if product not in brought:
            brought[product] = 0.0
        brought[product] = brought[product] + amount - refunded
    return pd.Series(brought, dtype=float)
""",
    },
    {
        "task": "00-q2",
        "name": "assign-copy-rounded",
        "right": True,
        "why": "a copy with a net column, cents rounded, sorted downwards",
        "code": """def net_revenue(orders):
    table = orders.copy()
    table["net"] = table["amount"] - table["refunded"]
    result = table.groupby("product", observed=True)["net"].sum()
    return result.round(2).sort_values(ascending=False)
""",
    },
    {
        "task": "00-q2",
        "name": "two-sums",
        "right": True,
        "why": "paid minus refunded, per product, with agg",
        "code": """def net_revenue(orders: pd.DataFrame) -> pd.Series:
    sums = orders.groupby("product", observed=True).agg({"amount": "sum", "refunded": "sum"})
    return sums["amount"].sub(sums["refunded"]).rename("net")
""",
    },
    {
        "task": "00-q2",
        "name": "numpy-unique",
        "right": True,
        "why": "numpy bincount over codes, reversed order",
        "code": """import numpy as np

def net_revenue(orders):
    names, codes = np.unique(orders["product"].astype(str).to_numpy(), return_inverse=True)
    net = orders["amount"].to_numpy(float) - orders["refunded"].to_numpy(float)
    return pd.Series(np.bincount(codes, weights=net, minlength=len(names)), index=names)[::-1]
""",
    },
    {
        "task": "00-q2",
        "name": "refunds-ignored",
        "right": False,
        "why": "only what was paid",
        "code": """def net_revenue(orders):
    return orders.groupby("product", observed=True)["amount"].sum()
""",
    },
    {
        "task": "00-q2",
        "name": "refunds-only",
        "right": False,
        "why": "what went back",
        "code": """def net_revenue(orders):
    return orders.groupby("product", observed=True)["refunded"].sum()
""",
    },
    {
        "task": "00-q2",
        "name": "mean-of-rows",
        "right": False,
        "why": "average of the rows, not their sum",
        "code": """def net_revenue(orders):
    return (orders["amount"] - orders["refunded"]).groupby(orders["product"]).mean()
""",
    },
    {
        "task": "00-q2",
        "name": "one-total",
        "right": False,
        "why": "one number for all products",
        "code": """def net_revenue(orders):
    return (orders["amount"] - orders["refunded"]).sum()
""",
    },
    {
        "task": "00-q2",
        "name": "refunded-rows-dropped",
        "right": False,
        "why": "a partly refunded row still brought something, and a fully refunded product has 0",
        "code": """def net_revenue(orders):
    kept = orders[orders["refunded"] == 0]
    return kept.groupby("product", observed=True)["amount"].sum()
""",
    },
    {
        "task": "00-q2",
        "name": "zero-products-dropped",
        "right": False,
        "why": "a product that was refunded in full is missing",
        "code": """def net_revenue(orders):
    net = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    return net[net > 0]
""",
    },
    {
        "task": "00-q2",
        "name": "last-row-wins",
        "right": False,
        "why": "a dict by product keeps only the last row of each",
        "code": """def net_revenue(orders):
    return pd.Series(dict(zip(orders["product"], orders["amount"] - orders["refunded"])))
""",
    },
    {
        "task": "00-q2",
        "name": "first-row",
        "right": False,
        "why": "first row of each product",
        "code": """def net_revenue(orders):
    net = orders["amount"] - orders["refunded"]
    return net.groupby(orders["product"]).first()
""",
    },
    {
        "task": "00-q2",
        "name": "changes-input",
        "right": False,
        "why": "adds a column to the table it was given",
        "code": """def net_revenue(orders):
    orders["net"] = orders["amount"] - orders["refunded"]
    return orders.groupby("product", observed=True)["net"].sum()
""",
    },
    {
        "task": "00-q2",
        "name": "whole-dollars",
        "right": False,
        "why": "rounds to dollars, and only cents may be rounded",
        "code": """def net_revenue(orders):
    return (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum().round()
""",
    },
    {
        "task": "00-q2",
        "name": "duplicates-dropped",
        "right": False,
        "why": "two equal sales are two sales",
        "code": """def net_revenue(orders):
    rows = orders[["product", "amount", "refunded"]].drop_duplicates()
    return (rows["amount"] - rows["refunded"]).groupby(rows["product"]).sum()
""",
    },
    {
        "task": "00-q2",
        "name": "nan-without-refunds",
        "right": False,
        "why": "products without any refund come out as NaN",
        "code": """def net_revenue(orders):
    back = orders[orders["refunded"] > 0]
    paid = orders.groupby("product", observed=True)["amount"].sum()
    return paid - back.groupby("product", observed=True)["refunded"].sum()
""",
    },
    {
        "task": "00-q2",
        "name": "lonely-index",
        "right": False,
        "why": "the right sums under the numbers 0, 1, 2 and not under the products",
        "code": """def net_revenue(orders):
    net = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    return net.reset_index(drop=True)
""",
    },
    {
        "task": "00-q2",
        "name": "only-examples",
        "right": False,
        "why": "hard-coded",
        "code": """def net_revenue(orders):
    if "tea" in set(orders["product"]):
        return pd.Series({"tea": 3.0})
    if "bootcamp" in set(orders["product"]):
        return pd.Series({"bootcamp": 199.0, "templates": 49.0})
    return pd.Series({"a": 35.25, "b": 0.0, "c": 7.0})
""",
    },
    {
        "task": "00-q2",
        "name": "dict-outside",
        "right": False,
        "why": "the dictionary lives outside the function, so a second call adds to the first",
        "code": """brought = {}

def net_revenue(orders):
    for product, amount, refunded in zip(orders["product"], orders["amount"], orders["refunded"]):
        brought[product] = brought.get(product, 0) + amount - refunded
    return pd.Series(brought)
""",
    },
    {
        "task": "00-q2",
        "name": "my-own-orders",
        "right": False,
        "why": "ignores what it is given and uses the notebook's own table",
        "code": """_mine = orders

def net_revenue(orders):
    return (_mine["amount"] - _mine["refunded"]).groupby(_mine["product"]).sum()
""",
    },
    {
        "task": "00-q2",
        "name": "net-rows-labelled",
        "right": False,
        "why": "net of each row with the product as label, not added up",
        "code": """def net_revenue(orders):
    return (orders["amount"] - orders["refunded"]).set_axis(orders["product"].tolist())
""",
    },
    {
        "task": "00-q3",
        "name": "nunique",
        "right": True,
        "why": "the hint's way",
        "code": '''def refund_rate(orders):
    """Return the share of orders with a refund, as a fraction, or NaN without orders."""
    if len(orders) == 0:
        return float("nan")
    return orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].nunique()
''',
    },
    {
        "task": "00-q3",
        "name": "groupby-any-mean",
        "right": True,
        "why": "mean of a boolean per order is NaN for nothing by itself",
        "code": """def refund_rate(orders):
    return (orders["refunded"] > 0).groupby(orders["order_id"]).any().mean()
""",
    },
    {
        "task": "00-q3",
        "name": "sets-loop",
        "right": True,
        "why": "two sets filled in a loop",
        "code": """def refund_rate(orders):
    everybody = set()
    refunded = set()
    for number, back in zip(orders["order_id"].tolist(), orders["refunded"].tolist()):
        everybody.add(number)
        if back > 0:
            refunded.add(number)
    if not everybody:
        return float("nan")
    return len(refunded) / len(everybody)
""",
    },
    {
        "task": "00-q3",
        "name": "max-per-order",
        "right": True,
        "why": "the largest refund of each order",
        "code": """import numpy as np

def refund_rate(orders: pd.DataFrame) -> float:
    if orders.empty:
        return np.nan
    largest = orders.groupby("order_id")["refunded"].max()
    return float((largest > 0).sum()) / len(largest)
""",
    },
    {
        "task": "00-q3",
        "name": "dedupe-sorted-copy",
        "right": True,
        "why": "sorted copy, one row per order",
        "code": """def refund_rate(orders):
    one_each = orders.sort_values("refunded", ascending=False).drop_duplicates("order_id")
    n = len(one_each)
    return float("nan") if n == 0 else free_share(one_each["refunded"], n)


def free_share(column, n):
    return sum(1 for value in column if value > 0) / n
""",
    },
    {
        "task": "00-q3",
        "name": "percent",
        "right": False,
        "why": "percent, not a fraction",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return 100 * orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].nunique()
""",
    },
    {
        "task": "00-q3",
        "name": "rows",
        "right": False,
        "why": "counts rows, not orders",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return (orders["refunded"] > 0).sum() / len(orders)
""",
    },
    {
        "task": "00-q3",
        "name": "rows-over-orders",
        "right": False,
        "why": "refunded rows over orders: an order with two refunded rows counts twice",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return (orders["refunded"] > 0).sum() / orders["order_id"].nunique()
""",
    },
    {
        "task": "00-q3",
        "name": "orders-over-rows",
        "right": False,
        "why": "the base is rows",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return orders.loc[orders["refunded"] > 0, "order_id"].nunique() / len(orders)
""",
    },
    {
        "task": "00-q3",
        "name": "number-not-share",
        "right": False,
        "why": "a count of orders",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return orders.loc[orders["refunded"] > 0, "order_id"].nunique()
""",
    },
    {
        "task": "00-q3",
        "name": "kept-share",
        "right": False,
        "why": "share of orders without a refund",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return 1 - orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].nunique()
""",
    },
    {
        "task": "00-q3",
        "name": "zero-when-empty",
        "right": False,
        "why": "0 where NaN is asked",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return 0.0
    return orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].nunique()
""",
    },
    {
        "task": "00-q3",
        "name": "no-guard",
        "right": False,
        "why": "fails for a table without rows",
        "code": """def refund_rate(orders):
    return orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].nunique()
""",
    },
    {
        "task": "00-q3",
        "name": "first-row-of-order",
        "right": False,
        "why": "only the first row of each order is asked",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    first = orders.drop_duplicates("order_id")
    return (first["refunded"] > 0).mean()
""",
    },
    {
        "task": "00-q3",
        "name": "all-rows-refunded",
        "right": False,
        "why": "asks that every row of the order was refunded",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return (orders["refunded"] > 0).groupby(orders["order_id"]).all().mean()
""",
    },
    {
        "task": "00-q3",
        "name": "largest-id",
        "right": False,
        "why": "takes the largest id for the number of orders",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].max()
""",
    },
    {
        "task": "00-q3",
        "name": "one-decimal",
        "right": False,
        "why": "rounded to tenths, so a quarter comes out as 0.2",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return round(orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].nunique(), 1)
""",
    },
    {
        "task": "00-q3",
        "name": "at-least-one-dollar",
        "right": False,
        "why": "refunds of some cents are refunds, too",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    return orders.loc[orders["refunded"] >= 1, "order_id"].nunique() / orders["order_id"].nunique()
""",
    },
    {
        "task": "00-q3",
        "name": "sorts-in-place",
        "right": False,
        "why": "changes the table it was given",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    orders.sort_values("refunded", ascending=False, inplace=True)
    orders.drop_duplicates("order_id", inplace=True)
    return (orders["refunded"] > 0).mean()
""",
    },
    {
        "task": "00-q3",
        "name": "whole-refunds-only",
        "right": False,
        "why": "needs an `amount` column and counts only orders refunded in full; a part is a refund, too",
        "code": """def refund_rate(orders):
    if len(orders) == 0:
        return float("nan")
    per = orders.groupby("order_id")[["amount", "refunded"]].sum()
    return (per["refunded"] >= per["amount"]).mean()
""",
    },
    {
        "task": "00-q4",
        "name": "while-loop",
        "right": True,
        "why": "beginner's loop up to a whole rounded_to beyond",
        "code": '''def members_for(mrr, price, rounded_to):
    """Return the whole numbers of members whose MRR rounds to mrr, in rising order."""
    fits = []
    members = 0
    while members * price <= mrr + rounded_to:
        if round(members * price / rounded_to) * rounded_to == mrr:
            fits.append(members)
        members += 1
    return fits


exact = False
''',
    },
    {
        "task": "00-q4",
        "name": "comprehension-asked",
        "right": True,
        "why": "list comprehension; exact asked from the function",
        "code": """def members_for(mrr, price, rounded_to):
    highest = int((mrr + rounded_to) // price) + 1
    return [n for n in range(highest + 1) if round(n * price / rounded_to) * rounded_to == mrr]


exact = len(members_for(12400, 29, 1)) > 0
""",
    },
    {
        "task": "00-q4",
        "name": "takewhile",
        "right": True,
        "why": "itertools, expert style, distance to the multiple",
        "code": """from itertools import count, takewhile

def members_for(mrr: float, price: float, rounded_to: float) -> list[int]:
    if mrr % rounded_to:
        return []
    below = takewhile(lambda n: n * price < mrr + rounded_to / 2, count())
    return [n for n in below if abs(n * price - mrr) < rounded_to / 2]


exact = 12_400 % 29 == 0
""",
    },
    {
        "task": "00-q4",
        "name": "numpy-ints",
        "right": True,
        "why": "numpy array filtered, list of np.int64, np.bool_",
        "code": """import numpy as np

def members_for(mrr, price, rounded_to):
    n = np.arange(0, int((mrr + 2 * rounded_to) / price) + 2)
    return list(n[np.round(n * price / rounded_to) * rounded_to == mrr])


exact = np.bool_(12400 / 29 == 12400 // 29)
""",
    },
    {
        "task": "00-q4",
        "name": "ceil-and-floor",
        "right": True,
        "why": "bounds by arithmetic instead of trying",
        "code": """import math

def members_for(mrr, price, rounded_to=100):
    if mrr % rounded_to != 0:
        return list()
    low = max(0, math.ceil((mrr - rounded_to / 2) / price))
    high = math.floor((mrr + rounded_to / 2) / price)
    return list(range(low, high + 1))


exact = bool(members_for(12400, 29, 1))
""",
    },
    {
        "task": "00-q4",
        "name": "exact-true",
        "right": False,
        "why": "12,400 is no whole multiple of 29, so exact is False",
        "code": """def members_for(mrr, price, rounded_to):
    fits = []
    n = 0
    while n * price <= mrr + rounded_to:
        if round(n * price / rounded_to) * rounded_to == mrr:
            fits.append(n)
        n += 1
    return fits


exact = True
""",
    },
    {
        "task": "00-q4",
        "name": "exact-from-hundreds",
        "right": False,
        "why": "asks the function with rounded_to 100 and so says True",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr]


exact = len(members_for(12400, 29, 100)) > 0
""",
    },
    {
        "task": "00-q4",
        "name": "exact-is-a-list",
        "right": False,
        "why": "exact is the empty list, not True or False",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr]


exact = members_for(12400, 29, 1)
""",
    },
    {
        "task": "00-q4",
        "name": "exact-as-text",
        "right": False,
        "why": "a text is not True or False",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr]


exact = "False"
""",
    },
    {
        "task": "00-q4",
        "name": "rounds-down",
        "right": False,
        "why": "rounds down instead of to the nearest",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(int((mrr + rounded_to) // price) + 2) if n * price // rounded_to * rounded_to == mrr]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "starts-at-one",
        "right": False,
        "why": "leaves out 0 members",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(1, int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "stops-at-mrr",
        "right": False,
        "why": "more than mrr can still round to it",
        "code": """def members_for(mrr, price, rounded_to):
    fits, n = [], 0
    while n * price <= mrr:
        if round(n * price / rounded_to) * rounded_to == mrr:
            fits.append(n)
        n += 1
    return fits


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "always-hundreds",
        "right": False,
        "why": "ignores rounded_to",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(int((mrr + 100) // price) + 2) if round(n * price / 100) * 100 == mrr]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "nearest-only",
        "right": False,
        "why": "one number instead of all",
        "code": """def members_for(mrr, price, rounded_to):
    n = round(mrr / price)
    return [n] if round(n * price / rounded_to) * rounded_to == mrr else []


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "how-many",
        "right": False,
        "why": "how many numbers fit, not which",
        "code": """def members_for(mrr, price, rounded_to):
    return len([n for n in range(int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr])


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "limit-of-500",
        "right": False,
        "why": "tries 500 numbers only, so higher ones are lost",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(500) if round(n * price / rounded_to) * rounded_to == mrr]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "within-half-unasked",
        "right": False,
        "why": "near an mrr that is no multiple of rounded_to nothing rounds to it",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(int((mrr + rounded_to) // price) + 2) if abs(n * price - mrr) < rounded_to / 2]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "whole-step-around",
        "right": False,
        "why": "takes a whole rounded_to on both sides",
        "code": """def members_for(mrr, price, rounded_to):
    return [n for n in range(int((mrr + rounded_to) // price) + 2) if abs(n * price - mrr) < rounded_to]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "falling",
        "right": False,
        "why": "from the highest downwards, rising is asked",
        "code": """def members_for(mrr, price, rounded_to):
    fits = [n for n in range(int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr]
    return fits[::-1]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "none-when-empty",
        "right": False,
        "why": "None where the list should be empty",
        "code": """def members_for(mrr, price, rounded_to):
    fits = [n for n in range(int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr]
    if fits:
        return fits


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "revenues",
        "right": False,
        "why": "returns the revenues, not the numbers of members",
        "code": """def members_for(mrr, price, rounded_to):
    return [n * price for n in range(int((mrr + rounded_to) // price) + 2) if round(n * price / rounded_to) * rounded_to == mrr]


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "answers-of-the-check",
        "right": False,
        "why": "hard-coded",
        "code": """def members_for(mrr, price, rounded_to):
    return {(100, 28): [2, 3, 4, 5], (0, 30): [0, 1], (50, 29): [1, 2]}.get((mrr, price), [])


exact = False
""",
    },
    {
        "task": "00-q4",
        "name": "list-as-default",
        "right": False,
        "why": "the list is a default value, so a second call goes on with the first one's",
        "code": """def members_for(mrr, price, rounded_to, fits=[]):
    n = 0
    while n * price <= mrr + rounded_to:
        if round(n * price / rounded_to) * rounded_to == mrr:
            fits.append(n)
        n += 1
    return fits


exact = False
""",
    },
    {
        "task": "00-q5",
        "name": "plain-block",
        "right": True,
        "why": "plain YAML in the shape of the example",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Concert posters look home-made
"""
''',
    },
    {
        "task": "00-q5",
        "name": "quoted-colons",
        "right": True,
        "why": "quotation marks around text with a colon, five problems",
        "code": '''my_audience = """
who: "Beekeepers: those with one to ten hives"
pain_point: 'Swarms leave in May, and nobody sees it coming'
problems: 
- "The question is always: to feed or not to feed?"
- Honey crystallises in the jar
- Labels have to follow the law
- Mites are counted by guesswork
- Neighbours complain
"""
''',
    },
    {
        "task": "00-q5",
        "name": "flow-style",
        "right": True,
        "why": "flow style on few lines",
        "code": '''my_audience = """who: Night-shift nurses
pain_point: Sleep by day is short and broken
problems: [Curtains let light in, "Children come home at two: noise", Meals at odd hours]
"""
''',
    },
    {
        "task": "00-q5",
        "name": "dumped",
        "right": True,
        "why": "built as a dictionary and dumped as YAML text",
        "code": """import yaml

audience = {
    "who": "Parents who repair bicycles on the kitchen table",
    "pain_point": "They never know which spare part fits",
    "problems": ["Brakes squeak after a repair", "Tools are missing", "The chain jumps", "Tubes are patched in vain"],
}
my_audience = yaml.safe_dump(audience, sort_keys=False)
""",
    },
    {
        "task": "00-q5",
        "name": "folded-lines",
        "right": True,
        "why": "folded long text, a comment, keys in other order",
        "code": '''my_audience = """
# my first try
problems:
  - Invoices go out weeks late
  - >-
    Quotes are written from memory, and then
    the price is wrong
  - Two apps hold two calendars
pain_point: >-
  Self-employed gardeners work all day
  and do not know what they earned
who: Self-employed gardeners without an office
"""
''',
    },
    {
        "task": "00-q5",
        "name": "two-problems",
        "right": False,
        "why": "at least three smaller problems are asked",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
"""
''',
    },
    {
        "task": "00-q5",
        "name": "main-repeated",
        "right": False,
        "why": "one of the smaller problems is the main one again",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Half of the singers cannot read the notes at home
"""
''',
    },
    {
        "task": "00-q5",
        "name": "same-problem-twice",
        "right": False,
        "why": "three lines, two different problems",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Nobody knows who comes on Thursday
"""
''',
    },
    {
        "task": "00-q5",
        "name": "no-who",
        "right": False,
        "why": "who it serves is missing",
        "code": '''my_audience = """
pain_point: Half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Concert posters look home-made
"""
''',
    },
    {
        "task": "00-q5",
        "name": "no-pain-point",
        "right": False,
        "why": "the main problem is missing",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Concert posters look home-made
"""
''',
    },
    {
        "task": "00-q5",
        "name": "dots-left",
        "right": False,
        "why": "the dots of the example are not problems",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
problems:
  - ...
  - ....
  - …
"""
''',
    },
    {
        "task": "00-q5",
        "name": "who-is-todo",
        "right": False,
        "why": "a placeholder is no audience",
        "code": '''my_audience = """
who: todo
pain_point: Half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Concert posters look home-made
"""
''',
    },
    {
        "task": "00-q5",
        "name": "problems-missing",
        "right": False,
        "why": "no list of problems",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
"""
''',
    },
    {
        "task": "00-q5",
        "name": "problems-in-one-line",
        "right": False,
        "why": "one text with commas is not a list of three",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
problems: late rehearsals, absent singers, ugly posters
"""
''',
    },
    {
        "task": "00-q5",
        "name": "colon-in-text",
        "right": False,
        "why": "an unquoted colon is no valid YAML",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: One thing: half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Concert posters look home-made
"""
''',
    },
    {
        "task": "00-q5",
        "name": "empty-entries",
        "right": False,
        "why": "three dashes with nothing behind them",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
pain_point: Half of the singers cannot read the notes at home
problems:
  - 
  - 
  - 
"""
''',
    },
    {
        "task": "00-q5",
        "name": "dict-not-text",
        "right": False,
        "why": "a dictionary and not YAML text",
        "code": """my_audience = {
    "who": "Amateur choirs",
    "pain_point": "Half of the singers cannot read the notes",
    "problems": ["Rehearsals start late", "Nobody knows who comes", "Posters look home-made"],
}
""",
    },
    {
        "task": "00-q5",
        "name": "empty-text",
        "right": False,
        "why": "nothing between the quotes",
        "code": '''my_audience = """
"""
''',
    },
    {
        "task": "00-q5",
        "name": "example-copied",
        "right": False,
        "why": "the example of the task, not one's own business",
        "code": '''my_audience = """
who: Freelance copywriters in their first two years
pain_point: Clients argue about every word, and about the price
problems:
  - Writing a headline takes half a day
  - Second problem of copywriters
  - Third problem of copywriters
"""
''',
    },
    {
        "task": "00-q5",
        "name": "misspelt-key",
        "right": False,
        "why": "`painpoint` is not the key that was asked",
        "code": '''my_audience = """
who: Amateur choirs with twenty to fifty singers
painpoint: Half of the singers cannot read the notes at home
problems:
  - Rehearsals start late because parts are not known
  - Nobody knows who comes on Thursday
  - Concert posters look home-made
"""
''',
    },
]
