"""Answers that the checks of module 00 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

PROBES = [
    # Task 1: average_order_value
    right(
        "00-q1",
        "numpy's NaN and a conditional expression",
        """
        import numpy as np

        def average_order_value(revenue, orders):
            return np.float64(revenue) / orders if orders else np.nan
        """,
    ),
    right(
        "00-q1",
        "catches the division by zero",
        """
        def average_order_value(revenue, orders):
            try:
                return revenue / orders
            except ZeroDivisionError:
                return float("nan")
        """,
    ),
    wrong(
        "00-q1",
        "zero without orders",
        """
        def average_order_value(revenue, orders):
            return revenue / orders if orders else 0
        """,
        message="NaN",
    ),
    wrong(
        "00-q1",
        "forgets the case without orders",
        """
        def average_order_value(revenue, orders):
            return revenue / orders
        """,
        message="ZeroDivisionError",
    ),
    wrong(
        "00-q1",
        "prints instead of returning",
        """
        def average_order_value(revenue, orders):
            print(revenue / orders if orders else float("nan"))
        """,
        message="return",
    ),
    wrong(
        "00-q1",
        "divides the wrong way round",
        """
        def average_order_value(revenue, orders):
            return orders / revenue if orders else float("nan")
        """,
        message="average_order_value(8450, 40)",
    ),
    right(
        "00-q1",
        "pandas' NaN, asked for the other way round",
        """
        def average_order_value(revenue, orders):
            if orders > 0:
                return revenue / orders
            return pd.NA
        """,
    ),
    right(
        "00-q1",
        "math.nan in a chain of conditions",
        """
        import math

        def average_order_value(revenue, orders):
            result = math.nan
            if not orders == 0:
                result = float(revenue) / float(orders)
            return result
        """,
    ),
    right(
        "00-q1",
        "a lambda",
        """
        average_order_value = lambda revenue, orders: revenue / orders if orders else float("nan")
        """,
    ),
    right(
        "00-q1",
        "exact decimals",
        """
        from decimal import Decimal

        def average_order_value(revenue, orders):
            return Decimal(str(revenue)) / orders if orders else Decimal("nan")
        """,
    ),
    wrong(
        "00-q1",
        "divides with two slashes",
        """
        def average_order_value(revenue, orders):
            return revenue // orders if orders else float("nan")
        """,
        message="This is rounded down",
    ),
    wrong(
        "00-q1",
        "the example by heart",
        """
        def average_order_value(revenue, orders):
            return 211.25 if orders else float("nan")
        """,
        message="average_order_value(0, 7)",
    ),
    wrong(
        "00-q1",
        "None without orders",
        """
        def average_order_value(revenue, orders):
            if orders > 0:
                return revenue / orders
        """,
        message="None",
    ),
    wrong(
        "00-q1",
        "the text nan",
        """
        def average_order_value(revenue, orders):
            return revenue / orders if orders else "nan"
        """,
        message="text, not a number",
    ),
    wrong(
        "00-q1",
        "asks about the revenue instead of the orders",
        """
        def average_order_value(revenue, orders):
            if revenue == 0:
                return float("nan")
            return revenue / orders
        """,
        message="average_order_value(0, 7)",
    ),
    wrong(
        "00-q1",
        "pass in place of the dots",
        """
        def average_order_value(revenue, orders):
            pass
        """,
        message="has no body yet",
    ),
    wrong(
        "00-q1",
        "another name",
        """
        def avg_order_value(revenue, orders):
            return revenue / orders if orders else float("nan")
        """,
        message="not defined yet",
    ),
    wrong(
        "00-q1",
        "one parameter forgotten",
        """
        def average_order_value(revenue):
            return revenue / 40
        """,
        message="takes 1 positional argument",
    ),
    wrong(
        "00-q1",
        "the result in place of the function",
        """
        average_order_value = 8450 / 40
        """,
        message="`average_order_value` to be a function",
    ),
    # Task 2: net_revenue
    right(
        "00-q2",
        "a new column and a grouped sum",
        """
        def net_revenue(orders):
            table = orders.assign(net=orders["amount"] - orders["refunded"])
            return table.groupby("product", observed=True)["net"].sum().sort_values()
        """,
    ),
    right(
        "00-q2",
        "a loop over the rows into a dictionary",
        """
        def net_revenue(orders):
            totals = {}
            for row in orders.itertuples():
                totals[row.product] = totals.get(row.product, 0) + row.amount - row.refunded
            return pd.Series(totals)
        """,
    ),
    wrong(
        "00-q2",
        "refunds forgotten",
        """
        def net_revenue(orders):
            return orders.groupby("product", observed=True)["amount"].sum()
        """,
        message="Refunds have not been taken off",
    ),
    wrong(
        "00-q2",
        "drops every refunded row whole",
        """
        def net_revenue(orders):
            kept = orders[orders["refunded"] == 0]
            return kept.groupby("product", observed=True)["amount"].sum()
        """,
        message="net_revenue",
    ),
    wrong(
        "00-q2",
        "average instead of sum",
        """
        def net_revenue(orders):
            return (orders["amount"] - orders["refunded"]).groupby(orders["product"], observed=True).mean()
        """,
        message="bootcamp",
    ),
    wrong(
        "00-q2",
        "one total",
        """
        def net_revenue(orders):
            return (orders["amount"] - orders["refunded"]).sum()
        """,
        message="Series",
    ),
    right(
        "00-q2",
        "a pivot table, as a table of one column",
        """
        def net_revenue(orders):
            net = orders.assign(net=orders["amount"] - orders["refunded"])
            return net.pivot_table(index="product", values="net", aggfunc="sum", observed=True)
        """,
    ),
    right(
        "00-q2",
        "one sum less another",
        """
        def net_revenue(orders):
            sums = orders.groupby("product", observed=True)[["amount", "refunded"]].sum()
            return sums["amount"] - sums["refunded"]
        """,
    ),
    right(
        "00-q2",
        "product by product, rounded to the cent",
        """
        def net_revenue(orders):
            result = pd.Series(dtype=float)
            for product in sorted(orders["product"].unique()):
                mine = orders[orders["product"] == product]
                result[product] = round(mine["amount"].sum() - mine["refunded"].sum(), 2)
            return result
        """,
    ),
    right(
        "00-q2",
        "apply on each row of a copy",
        """
        def net_revenue(orders):
            table = orders.copy()
            table["net"] = table.apply(lambda row: row["amount"] - row["refunded"], axis=1)
            return table.groupby(table["product"].astype(str))["net"].agg("sum")
        """,
    ),
    wrong(
        "00-q2",
        "the net amount of each row",
        """
        def net_revenue(orders):
            return orders["amount"] - orders["refunded"]
        """,
        message="Add up the rows of each product",
    ),
    wrong(
        "00-q2",
        "only what was refunded",
        """
        def net_revenue(orders):
            return orders.groupby("product", observed=True)["refunded"].sum()
        """,
        message="net_revenue(example)",
    ),
    wrong(
        "00-q2",
        "refunds added",
        """
        def net_revenue(orders):
            return (orders["amount"] + orders["refunded"]).groupby(orders["product"], observed=True).sum()
        """,
        message="bootcamp",
    ),
    wrong(
        "00-q2",
        "a column on the table it is given",
        """
        def net_revenue(orders):
            orders["net"] = orders["amount"] - orders["refunded"]
            return orders.groupby("product", observed=True)["net"].sum()
        """,
        message="changed the table it was given",
    ),
    wrong(
        "00-q2",
        "the orders of the case instead of those it is given",
        """
        def net_revenue(table):
            return (orders["amount"] - orders["refunded"]).groupby(orders["product"], observed=True).sum()
        """,
        message="net_revenue(example)",
    ),
    wrong(
        "00-q2",
        "the example by heart",
        """
        def net_revenue(orders):
            return pd.Series({"bootcamp": 199, "templates": 49})
        """,
        message="on your data",
    ),
    wrong(
        "00-q2",
        "prints instead of returning",
        """
        def net_revenue(orders):
            print((orders["amount"] - orders["refunded"]).groupby(orders["product"], observed=True).sum())
        """,
        message="return",
    ),
    wrong(
        "00-q2",
        "only products that brought something",
        """
        def net_revenue(orders):
            net = (orders["amount"] - orders["refunded"]).groupby(orders["product"], observed=True).sum()
            return net[net > 0]
        """,
        message="No value for b",
    ),
    # Task 3: refund_rate
    right(
        "00-q3",
        "groups by order first",
        """
        def refund_rate(orders):
            if orders.empty:
                return float("nan")
            return orders.groupby("order_id")["refunded"].max().gt(0).mean()
        """,
    ),
    right(
        "00-q3",
        "sets of order ids",
        """
        def refund_rate(orders):
            every = set(orders["order_id"])
            refunded = {row.order_id for row in orders.itertuples() if row.refunded > 0}
            return len(refunded) / len(every) if every else float("nan")
        """,
    ),
    wrong(
        "00-q3",
        "still rows",
        """
        def refund_rate(orders):
            return (orders["refunded"] > 0).mean()
        """,
        message="An order with several rows counts once",
    ),
    wrong(
        "00-q3",
        "still a percent",
        """
        def refund_rate(orders):
            refunded = orders.loc[orders["refunded"] > 0, "order_id"].nunique()
            return 100 * refunded / orders["order_id"].nunique()
        """,
        message="Rates are fractions",
    ),
    wrong(
        "00-q3",
        "orders repaired in one place only",
        """
        def refund_rate(orders):
            return (orders["refunded"] > 0).sum() / orders["order_id"].nunique() if len(orders) else float("nan")
        """,
        message="both rows of an order were refunded",
    ),
    wrong(
        "00-q3",
        "zero for an empty table",
        """
        def refund_rate(orders):
            every = orders["order_id"].nunique()
            return orders.loc[orders["refunded"] > 0, "order_id"].nunique() / every if every else 0
        """,
        message="NaN",
    ),
    right(
        "00-q3",
        "one row an order",
        """
        def refund_rate(orders):
            table = orders.sort_values("refunded", ascending=False).drop_duplicates("order_id")
            return (table["refunded"] != 0).mean()
        """,
    ),
    right(
        "00-q3",
        "counts of two tables",
        """
        def refund_rate(orders):
            sums = orders.groupby("order_id")["refunded"].sum()
            if len(sums) == 0:
                return float("nan")
            return len(sums[sums > 0]) / len(sums)
        """,
    ),
    right(
        "00-q3",
        "a dictionary of orders",
        """
        def refund_rate(orders):
            money = {}
            for order, refund in zip(orders["order_id"], orders["refunded"]):
                money[order] = money.get(order, 0) + refund
            hit = [order for order, refund in money.items() if refund > 0]
            try:
                return len(hit) / len(money)
            except ZeroDivisionError:
                return float("nan")
        """,
    ),
    right(
        "00-q3",
        "numpy",
        """
        import numpy as np

        def refund_rate(orders):
            ids = orders["order_id"].to_numpy()
            hit = np.unique(ids[orders["refunded"].to_numpy() > 0])
            return np.float64(len(hit)) / len(np.unique(ids)) if len(ids) else np.nan
        """,
    ),
    wrong(
        "00-q3",
        "calls the hurried version",
        """
        def refund_rate(orders):
            return hurried_refund_rate(orders)
        """,
        message="still the hurried version",
    ),
    wrong(
        "00-q3",
        "how many instead of what share",
        """
        def refund_rate(orders):
            return orders.loc[orders["refunded"] > 0, "order_id"].nunique()
        """,
        message="What share of all orders is it?",
    ),
    wrong(
        "00-q3",
        "only orders refunded in every row",
        """
        def refund_rate(orders):
            return orders.groupby("order_id")["refunded"].min().gt(0).mean()
        """,
        message="That is enough for it to count",
    ),
    wrong(
        "00-q3",
        "the share that was kept",
        """
        def refund_rate(orders):
            return orders.groupby("order_id")["refunded"].sum().eq(0).mean()
        """,
        message="the share of orders without a refund",
    ),
    wrong(
        "00-q3",
        "money instead of orders",
        """
        def refund_rate(orders):
            return orders["refunded"].sum() / orders["amount"].sum()
        """,
        message="KeyError",
    ),
    wrong(
        "00-q3",
        "the example by heart",
        """
        def refund_rate(orders):
            return 0.25 if len(orders) else float("nan")
        """,
        message="both rows of an order were refunded",
    ),
    wrong(
        "00-q3",
        "an empty table is forgotten",
        """
        def refund_rate(orders):
            return orders.loc[orders["refunded"] > 0, "order_id"].nunique() / orders["order_id"].nunique()
        """,
        message="ZeroDivisionError",
    ),
    # Task 4: members_for and exact
    right(
        "00-q4",
        "bounds worked out with fractions",
        """
        def members_for(mrr, price, rounded_to):
            fits = []
            n = 0
            while n * price <= mrr + rounded_to:
                if abs(n * price - mrr) < rounded_to / 2:
                    fits.append(n)
                n += 1
            return fits

        exact = (12400 / 29).is_integer()
        """,
    ),
    right(
        "00-q4",
        "a numpy array and a numpy bool",
        """
        import numpy as np

        def members_for(mrr, price, rounded_to):
            n = np.arange(int((mrr + rounded_to) / price) + 2)
            return n[np.round(n * price / rounded_to) * rounded_to == mrr]

        exact = np.bool_(12_400 / 29 == 12_400 // 29)
        """,
    ),
    wrong(
        "00-q4",
        "rounds down",
        """
        def members_for(mrr, price, rounded_to):
            most = int((mrr + rounded_to) / price) + 1
            return [n for n in range(most + 1) if n * price // rounded_to * rounded_to == mrr]

        exact = False
        """,
        message="members_for(100, 28, 100)",
    ),
    wrong(
        "00-q4",
        "one number instead of all",
        """
        def members_for(mrr, price, rounded_to):
            return [round(mrr / price)]

        exact = False
        """,
        message="Several fit: list them all",
    ),
    wrong(
        "00-q4",
        "says that it can be exact",
        """
        def members_for(mrr, price, rounded_to):
            most = int((mrr + rounded_to) / price) + 1
            return [n for n in range(most + 1) if round(n * price / rounded_to) * rounded_to == mrr]

        exact = True
        """,
        message="but members_for(12_400, 29, 1) is []",
    ),
    right(
        "00-q4",
        "from the lowest to the highest that can fit",
        """
        import math

        def members_for(mrr, price, rounded_to):
            low = max(0, math.ceil((mrr - rounded_to / 2) / price))
            high = math.floor((mrr + rounded_to / 2) / price)
            return list(range(low, high + 1))

        exact = 12_400 % 29 == 0
        """,
    ),
    right(
        "00-q4",
        "a filter over more than enough",
        """
        def members_for(mrr, price, rounded_to):
            fits = lambda n: abs(n * price - mrr) * 2 < rounded_to
            return tuple(filter(fits, range(20_000)))

        exact = bool(members_for(12_400, 29, 1))
        """,
    ),
    right(
        "00-q4",
        "a loop up to the first that is too much",
        """
        def members_for(mrr, price, rounded_to):
            result, n = [], 0
            while True:
                rounded = round(n * price / rounded_to) * rounded_to
                if rounded > mrr:
                    return result
                if rounded == mrr:
                    result.append(n)
                n = n + 1

        exact = False
        """,
    ),
    right(
        "00-q4",
        "a table of candidates, and 0 for False",
        """
        def members_for(mrr, price, rounded_to):
            table = pd.DataFrame({"members": range(int(mrr / price) + int(rounded_to / price) + 3)})
            table["mrr"] = (table["members"] * price / rounded_to).round() * rounded_to
            return table.loc[table["mrr"] == mrr, "members"]

        exact = 0
        """,
    ),
    wrong(
        "00-q4",
        "prints instead of returning",
        """
        def members_for(mrr, price, rounded_to):
            for n in range(1000):
                if round(n * price / rounded_to) * rounded_to == mrr:
                    print(n)

        exact = False
        """,
        message="return",
    ),
    wrong(
        "00-q4",
        "stops one too early",
        """
        def members_for(mrr, price, rounded_to):
            return [n for n in range(mrr // price + 1) if round(n * price / rounded_to) * rounded_to == mrr]

        exact = False
        """,
        message="members_for(100, 28, 100)",
    ),
    wrong(
        "00-q4",
        "leaves out nobody",
        """
        def members_for(mrr, price, rounded_to):
            return [n for n in range(1, 1000) if round(n * price / rounded_to) * rounded_to == mrr]

        exact = False
        """,
        message="members_for(0, 30, 100)",
    ),
    wrong(
        "00-q4",
        "rounded to hundreds whatever was asked",
        """
        def members_for(mrr, price, rounded_to):
            return [n for n in range(1000) if round(n * price, -2) == mrr]

        exact = False
        """,
        message="members_for(12_400, 29, 1)",
    ),
    wrong(
        "00-q4",
        "how many fit",
        """
        def members_for(mrr, price, rounded_to):
            return len([n for n in range(1000) if round(n * price / rounded_to) * rounded_to == mrr])

        exact = False
        """,
        message="members_for(100, 28, 100)",
    ),
    wrong(
        "00-q4",
        "the answer as text",
        """
        def members_for(mrr, price, rounded_to):
            return [n for n in range(1000) if round(n * price / rounded_to) * rounded_to == mrr]

        exact = "False"
        """,
        message="without quotes",
    ),
    wrong(
        "00-q4",
        "the second half left undone",
        """
        def members_for(mrr, price, rounded_to):
            return [n for n in range(1000) if round(n * price / rounded_to) * rounded_to == mrr]

        exact = ...  # True or False
        """,
        message="`exact` still has the three dots",
    ),
    wrong(
        "00-q4",
        "the example by heart",
        """
        def members_for(mrr, price, rounded_to):
            return [2, 3, 4, 5] if mrr == 100 else []

        exact = False
        """,
        message="members_for(12400, 29, 100)",
    ),
    # Task 5: the audience
    right(
        "00-q5",
        "more problems than asked for, in another style",
        """
        my_audience = '''
        who: "Beekeepers: beginners"
        problems: [Swarms leave, Hives get wet, "When to harvest?", Wasps]
        pain_point: Nobody nearby to ask
        '''
        """,
    ),
    right(
        "00-q5",
        "a single long line of text for one field",
        """
        my_audience = "who: Teachers\\npain_point: No time\\nproblems:\\n- Marking\\n- Planning\\n- Parents' evenings\\n"
        """,
    ),
    wrong(
        "00-q5",
        "two problems",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: [Marking, Planning]
        '''
        """,
        message="at least three different smaller problems; there are 2",
    ),
    wrong(
        "00-q5",
        "a key with a slip",
        """
        my_audience = '''
        who: Teachers
        pain_pont: No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="pain_point",
    ),
    wrong(
        "00-q5",
        "the same problem three times",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: [Marking, marking, "Marking "]
        '''
        """,
        message="there are 1",
    ),
    right(
        "00-q5",
        "with the key of the section above it",
        """
        my_audience = '''
        audience:
          who: Teachers
          pain_point: No time
          problems:
          - Marking
          - Planning
          - Reports
        '''
        """,
    ),
    right(
        "00-q5",
        "long text over several lines, and accents",
        """
        my_audience = '''
        who: >
          Bäckerinnen und Bäcker,
          die zu Hause backen
        pain_point: 'Bread: it does not rise'
        problems: ["Too wet", "Too dry", "Too dark", "No crust"]
        '''
        """,
    ),
    right(
        "00-q5",
        "put together by code",
        """
        problems = ["Marking", "Planning", "Reports"]
        my_audience = "who: Teachers\\npain_point: No time\\nproblems:\\n" + "".join(f"  - {one}\\n" for one in problems)
        """,
    ),
    right(
        "00-q5",
        "comments between the lines",
        """
        my_audience = '''
        # whom I know
        who: Teachers  # at primary schools
        pain_point: No time
        problems:
          # in the order of pain
          - Marking
          - Planning
          - Reports
        '''
        """,
    ),
    wrong(
        "00-q5",
        "a dictionary instead of text",
        """
        my_audience = {"who": "Teachers", "pain_point": "No time", "problems": ["Marking", "Planning", "Reports"]}
        """,
        message="YAML text between triple quotes",
    ),
    wrong(
        "00-q5",
        "nobody in particular",
        """
        my_audience = '''
        pain_point: No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="audience.who: is missing",
    ),
    wrong(
        "00-q5",
        "the main problem forgotten",
        """
        my_audience = '''
        who: Teachers
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="Name the main problem",
    ),
    wrong(
        "00-q5",
        "the main problem among the smaller ones",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: [Marking, Planning, no time]
        '''
        """,
        message="repeats the main one",
    ),
    wrong(
        "00-q5",
        "problems without dashes",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: Marking, Planning, Reports
        '''
        """,
        message="list",
    ),
    wrong(
        "00-q5",
        "a colon in a text without quotation marks",
        """
        my_audience = '''
        who: Teachers: primary schools
        pain_point: No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="line 2",
    ),
    wrong(
        "00-q5",
        "no space after the colon",
        """
        my_audience = '''
        who:Teachers
        pain_point:No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="not YAML",
    ),
    wrong(
        "00-q5",
        "nothing between the quotes",
        """
        my_audience = '''
        '''
        """,
        message="empty",
    ),
    wrong(
        "00-q5",
        "two problems, and dots for the third",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems:
          - Marking
          - Planning
          - ...
        '''
        """,
        message="three different smaller problems; there are 2",
    ),
]

# Mutations of the reference solution that change nothing a right answer could differ in.
SURVIVORS = {
    "00-q4: members * price < mrr + rounded_to → members * price <= mrr + rounded_to": "one more number is tried, and it rounds beyond mrr",
    "00-q4: members * price → members / price": "in the loop's bound: it only tries more numbers, and none of them fits",
}
