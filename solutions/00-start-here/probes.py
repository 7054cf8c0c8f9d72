"""Answers that the checks of module 00 must accept, or refuse with the right reason."""

from ecotools.grading.probes import right, wrong

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
        message="members_for(100, 30, 100)",
    ),
    wrong(
        "00-q4",
        "one number instead of all",
        """
        def members_for(mrr, price, rounded_to):
            return [round(mrr / price)]

        exact = False
        """,
        message="members_for(100, 30, 100)",
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
        message="12,400 divided by 29 is no whole number",
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
]

# Mutations of the reference solution that change nothing a right answer could differ in.
SURVIVORS = {
    '00-q4: members * price < mrr + rounded_to → members * price <= mrr + rounded_to': 'one more number is tried, and it rounds beyond mrr',
    '00-q4: members * price → members / price': "in the loop's bound: it only tries more numbers, and none of them fits",
}
