"""The tasks of module 00, each described once: see docs/how-to/write-a-module.md."""

from ecotools.grading.authoring.tasks import form, slip, task

BUNDLE = (
    'net_revenue(pd.DataFrame({"product": ["bootcamp", "templates", "bootcamp"], '
    '"amount": [199.0, 49.0, 199.0], "refunded": [199.0, 0.0, 0.0]}))'
)
PARTLY = (
    'net_revenue(pd.DataFrame({"product": ["b", "a", "b", "c", "a", "a"], '
    '"amount": [5.0, 10.0, 5.0, 7.0, 20.0, 10.0], "refunded": [5.0, 2.5, 5.0, 0.0, 0.0, 2.25]}, '
    "index=[9, 7, 7, 3, 8, 0]))"
)
FOUR = 'refund_rate(pd.DataFrame({"order_id": [1, 1, 2, 3, 4], "refunded": [49.0, 0.0, 0.0, 0.0, 0.0]}))'
TWICE = (
    'refund_rate(pd.DataFrame({"order_id": [8, 3, 8, 5, 12, 5, 3, 8, 20, 21, 22, 8], '
    '"refunded": [0.0, 0.0, 5.0, 0.0, 0.5, 1.0, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0]}))'
)
NONE = 'refund_rate(pd.DataFrame({"order_id": [], "refunded": []}))'

TASKS = [
    task(
        "00-q1",
        points=3,
        names="average_order_value",
        examples={
            "average_order_value(8450, 40)": "211.25",
            "average_order_value(1, 8)": "0.125",
            "average_order_value(0, 7)": "0",
            "average_order_value(0, 0)": "float('nan')",
            "average_order_value(6, 0)": "float('nan')",
        },
        hidden=[
            "average_order_value(99.9, 3)",
            "average_order_value(10, 4)",
            "average_order_value(60, 1)",
            "average_order_value(2, 3)",
            "average_order_value(1290.5, 0)",
            "average_order_value(6_000_000, 7)",
        ],
        slips=[
            slip(
                "revenue / orders",
                "revenue // orders",
                says="This is rounded down: divide with one slash, /.",
            ),
            slip(
                "return revenue / orders",
                "return orders / revenue",
                says=("The other way round: the revenue is divided by the orders."),
            ),
            slip(
                "return revenue / orders",
                "return round(revenue / orders, 2)",
                says=("This is rounded. Return the average as it comes out of the division."),
            ),
            slip(
                'return float("nan")',
                "return 0",
                says=('Without orders there is no average: give back float("nan"), not 0.'),
            ),
            slip(
                'return float("nan")',
                "return None",
                says=('Without orders the function gives back None, where float("nan") should be.'),
            ),
            slip(
                '    if orders == 0:\n        return float("nan")\n',
                "",
                says=("Python cannot divide by 0 orders. Ask with an `if` first whether there are any."),
            ),
            slip(
                "if orders == 0",
                "if revenue == 0",
                says=("Seven orders that brought nothing have an average: 0. Ask about the orders."),
            ),
            slip(
                'return float("nan")',
                'return float("inf") if revenue else float("nan")',
                name="infinite",
                says="Revenue without orders has no average either: NaN, not infinite.",
            ),
        ],
        also=[
            form(
                "one expression",
                (
                    "def average_order_value(revenue, orders):\n"
                    '    return revenue / orders if orders else float("nan")'
                ),
            ),
            form(
                "catches the error",
                (
                    "def average_order_value(revenue, orders):\n"
                    "    try:\n        return revenue / orders\n"
                    '    except ZeroDivisionError:\n        return float("nan")'
                ),
            ),
        ],
        right="An average says nothing about how many orders it is made of: keep the number beside it.",
    ),
    task(
        "00-q2",
        points=4,
        names="net_revenue",
        examples={
            BUNDLE: 'pd.Series({"bootcamp": 199.0, "templates": 49.0})',
            PARTLY: 'pd.Series({"a": 35.25, "b": 0.0, "c": 7.0})',
        },
        hidden=[
            "net_revenue(orders)",
            "net_revenue(orders.iloc[::-1].head(40).assign(product=lambda t: t['product'].astype(str)))",
            (
                'net_revenue(pd.DataFrame({"product": ["z", "c", "z", "z"], "amount": [8.0, 3.25, 8.0, 1.0], '
                '"refunded": [0.0, 0.2, 0.0, 0.0]}, index=[4, 4, 1, 0]))'
            ),
        ],
        tol=0.005,
        slips=[
            slip(
                'orders["amount"] - orders["refunded"]',
                'orders["amount"]',
                says="Refunds have not been taken off.",
            ),
            slip(
                'orders["amount"] - orders["refunded"]',
                'orders["refunded"]',
                says=("This is what went back. What was paid, less that, is what stayed."),
            ),
            slip(
                '"] - orders', '"] + orders', says="Refunds are added here. They are money that left again."
            ),
            slip(
                "observed=True).sum()",
                "observed=True).mean()",
                says=("This is the average of the rows. Add up the rows of each product."),
            ),
            slip(
                'return net.groupby(orders["product"], observed=True).sum()',
                "return net",
                says=("This is the net amount of each row. Add up the rows of each product."),
            ),
            slip(
                'return net.groupby(orders["product"], observed=True).sum()',
                "return net.sum()",
                says=("This is one total. Return a Series with one entry for each product."),
            ),
            slip(
                "observed=True).sum()",
                "observed=True).sum().loc[lambda money: money > 0]",
                says=("A product whose sales were all refunded is left out. It has an entry, too: 0."),
            ),
            slip(
                'net = orders["amount"] - orders["refunded"]',
                'net = (orders["amount"] - orders["refunded"])[orders["refunded"] == 0]',
                says="Rows with a refund are left out whole. A refund of a part leaves the rest.",
            ),
            slip(
                "observed=True).sum()",
                "observed=True).first()",
                says=("This is the first row of each product. Add up all of them."),
            ),
            slip(
                "observed=True).sum()",
                "observed=True).last()",
                says=("This is the last row of each product. Add up all of them."),
            ),
        ],
        also=[
            form(
                "a new column",
                (
                    "def net_revenue(orders):\n"
                    '    table = orders.assign(net=orders["amount"] - orders["refunded"])\n'
                    '    return table.groupby("product", observed=True)["net"].sum().sort_values()'
                ),
            ),
            form(
                "a dictionary",
                (
                    "def net_revenue(orders):\n    totals = {}\n    for row in orders.itertuples():\n"
                    "        totals[row.product] = totals.get(row.product, 0) + row.amount - row.refunded\n"
                    "    return pd.Series(totals)"
                ),
            ),
        ],
        right="What stays after refunds is the money that a product brought.",
        survivors={
            "net_revenue(arguments sorted)": "the order of the rows means nothing",
            "net_revenue(arguments index reset)": "the index means nothing",
        },
    ),
    task(
        "00-q3",
        points=4,
        names="refund_rate",
        examples={FOUR: "0.25", TWICE: "3 / 7", NONE: "float('nan')"},
        hidden=[
            "refund_rate(orders)",
            "refund_rate(orders.iloc[::-1])",
            'refund_rate(pd.DataFrame({"order_id": [4, 9, 4, 7, 9], "refunded": [0.0, 0.0, 3.0, 0.0, 0.0]}))',
            'refund_rate(pd.DataFrame({"order_id": [2, 3], "refunded": [0.0, 0.0]}))',
            'refund_rate(pd.DataFrame({"order_id": [30, 2, 30], "refunded": [0.25, 9.0, 0.0]}))',
            'refund_rate(pd.DataFrame({"order_id": [6, 6, 1], "refunded": [0.25, 0.25, 0.0]}))',
        ],
        slips=[
            slip(
                "return refunded / orders",
                "return 100 * refunded / orders",
                says=("This is a percent. Rates are fractions: 0.25."),
            ),
            slip(
                '    refunded = orders.loc[orders["refunded"] > 0, "order_id"].nunique()\n'
                '    return refunded / orders["order_id"].nunique()',
                '    return (orders["refunded"] > 0).mean()',
                says="This counts rows. An order with several rows counts once.",
            ),
            slip(
                '    refunded = orders.loc[orders["refunded"] > 0, "order_id"].nunique()\n'
                '    return refunded / orders["order_id"].nunique()',
                '    return 100 * (orders["refunded"] > 0).mean()',
                says="This is still the hurried version.",
            ),
            slip(
                '> 0, "order_id"].nunique()',
                '> 0, "order_id"].size',
                says=("An order counts once, also when several of its rows were refunded."),
            ),
            slip(
                'return refunded / orders["order_id"].nunique()',
                "return refunded",
                says=("This is the number of refunded orders. What share of all orders is it?"),
            ),
            slip(
                'return refunded / orders["order_id"].nunique()',
                ('return 1 - refunded / orders["order_id"].nunique()'),
                says="This is the share of orders without a refund.",
            ),
            slip(
                'return refunded / orders["order_id"].nunique()',
                'return refunded / orders["order_id"].max()',
                says=("The largest id is not the number of orders: ids can leave numbers out."),
            ),
            slip(
                'refunded = orders.loc[orders["refunded"] > 0, "order_id"].nunique()',
                'refunded = (orders.drop_duplicates("order_id")["refunded"] > 0).sum()',
                name="the first row of each order",
                says="Only the first row of each order was looked at. A later one may have been refunded.",
            ),
            slip(
                'refunded = orders.loc[orders["refunded"] > 0, "order_id"].nunique()',
                'refunded = orders.groupby("order_id")["refunded"].min().gt(0).sum()',
                says="One refunded row is enough for an order to count; the other rows may stand.",
            ),
            slip(
                '["refunded"] > 0',
                '["refunded"] >= 1',
                says="A refund of some cents is a refund, too: ask for more than 0.",
            ),
            slip(
                'return float("nan")',
                "return 0",
                says=('Without orders there is no rate: give back float("nan"), not 0.'),
            ),
            slip(
                '    if len(orders) == 0:\n        return float("nan")\n',
                "",
                says=("Python cannot divide by 0 orders. Ask with an `if` first whether there are any."),
            ),
        ],
        also=[
            form(
                "by order",
                (
                    "def refund_rate(orders):\n    if orders.empty:\n"
                    '        return float("nan")\n'
                    '    return orders.groupby("order_id")["refunded"].max().gt(0).mean()'
                ),
            ),
            form(
                "sets",
                (
                    "def refund_rate(orders):\n"
                    '    every = set(orders["order_id"])\n'
                    '    back = set(orders[orders["refunded"] > 0]["order_id"])\n'
                    '    return len(back) / len(every) if every else float("nan")'
                ),
            ),
        ],
        right="Both slips were silent: the hurried version ran, and its number looked like one.",
        survivors={
            "refund_rate(arguments index reset)": "the row labels have no meaning here",
            "refund_rate(arguments sorted)": "the order of the rows means nothing",
            "refund_rate(arguments without duplicates)": "the same row twice says the same of its order",
        },
    ),
    task(
        "00-q4",
        points=3,
        names=("members_for", "exact"),
        examples={
            "members_for(100, 28, 100)": "[2, 3, 4, 5]",
            "members_for(0, 30, 100)": "[0, 1]",
            "members_for(50, 29, 50)": "[1, 2]",
            "members_for(59, 29, 1)": "[]",
            "members_for(130, 29, 100)": "[]",
        },
        form={"exact": "True"},
        hidden=[
            "members_for(12_400, 29, 100)",
            "members_for(87, 29, 1)",
            "members_for(12_400, 29, 1)",
            "members_for(900, 49, 50)",
            "members_for(0, 29, 1)",
            "members_for(49_000, 49, 100)",
            "members_for(348_000, 29, 100)",
            "members_for(12_360, 29, 100)",
            "bool(exact)",
        ],
        slips=[
            slip(
                "round(revenue / rounded_to)",
                "revenue // rounded_to",
                says=("This rounds down. Round to the nearest: 56 is nearer to 100 than to 0."),
            ),
            slip(
                "return found",
                "return found[:1]",
                says="This is one number of members. Several fit: list them all.",
            ),
            slip(
                "return found", "return len(found)", says="This is how many numbers fit. Return the numbers."
            ),
            slip(
                "found, members, revenue = [], 0, 0",
                "found, members, revenue = [], 1, price",
                says=("Begin with 0 members: no members bring 0, and that can fit, too."),
            ),
            slip(
                "return found",
                "return found[:-1]",
                says=("The highest number that fits is missing: more than `mrr` can still round to it."),
            ),
            slip(
                "round(revenue / rounded_to) * rounded_to",
                "round(revenue, -2)",
                says=("This rounds to hundreds, whatever was asked. Round to multiples of `rounded_to`."),
            ),
            slip(
                "round(revenue / rounded_to) * rounded_to == mrr",
                "abs(revenue - mrr) < rounded_to / 2",
                says="130 is no multiple of 100, so no amount rounds to it. Near `mrr` is not enough.",
            ),
            slip(
                "round(revenue / rounded_to) * rounded_to == mrr",
                "abs(revenue - mrr) < rounded_to",
                says="This takes amounts up to a whole `rounded_to` away. Beyond half of it, they round to"
                " another multiple.",
            ),
            slip(
                "return found",
                "return [round(mrr / price)]",
                says="This is the number of members that comes nearest. Others round to `mrr`, too.",
            ),
            slip(
                "found.append(members)",
                "found.append(revenue)",
                says="These are the amounts. Return the numbers of members that bring them.",
            ),
            slip(
                "while revenue < mrr + rounded_to",
                "while members < 500 and revenue < mrr + rounded_to",
                says="The numbers that you try end too early. Go on until they bring more than `mrr` and"
                " `rounded_to` together.",
                hidden_only=True,
            ),
            slip(
                "exact = False",
                "exact = True",
                hidden_only=True,
                says=("427 members bring 12,383, and 428 bring 12,412. Nothing is between them."),
            ),
        ],
        also=[
            form(
                "a filter",
                (
                    "def members_for(mrr, price, rounded_to):\n"
                    "    fits = lambda n: abs(n * price - mrr) * 2 < rounded_to\n"
                    "    near = filter(fits, range(mrr // price + rounded_to))\n"
                    "    return tuple(near) if mrr % rounded_to == 0 else ()\n\n\n"
                    "exact = bool(members_for(12_400, 29, 1))"
                ),
            ),
            form("a remainder", "exact = False", "exact = 12_400 % 29 == 0"),
        ],
        right="Several numbers of members round to the same MRR: a rounded figure hides which.",
        survivors={
            "revenue < mrr + rounded_to → revenue <= mrr + rounded_to": (
                "one more number is tried, and it rounds beyond mrr"
            ),
        },
    ),
]
