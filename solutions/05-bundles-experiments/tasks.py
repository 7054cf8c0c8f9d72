"""The tasks of module 05: offers at the checkout, a bundle's takers, lift, the length and worth of a test."""

from ecotools.grading.authoring.tasks import form, slip, task

# Two who are alike, three who are torn between two choices, one who wants nothing, an id that is no number.
TORN = (
    'pd.DataFrame({"kit": [20, 45.5, 45.5, 0, 40, 75, 3.25], "age": [31, 19, 19, 60, 44, 23, 52],'
    ' "course": [140, 90.25, 90.25, 100, 100, 60, 8]}, index=[9, 4, 4, "x", 2, 7, 1])'
)
TWO = '{"course": 100, "kit": 40}'
DEAR_KIT = '{"kit": 70, "course": 60}'
# Rows out of order, one who buys everything on one day, one who buys the same thing three times, one gap.
YEAR = (
    'pd.DataFrame({"day": pd.to_datetime(["2025-03-09", "2024-12-31", "2025-01-02", "2025-03-09",'
    ' "2025-01-01", "2025-06-01", "2025-02-11", "2025-02-10", "2025-03-09", "2025-01-02",'
    ' "2025-02-12", "2025-09-30"]),'
    ' "product": ["b", "b", "a", "a", "a", "a", "b", "a", "c", "b", "b", "c"],'
    ' "customer_id": [31, 7, 7, 31, 12, 12, 5, 5, 31, 12, 5, 90],'
    ' "amount": [9, 9, 5, 5, 5, 5, 9, 5, 1, 9, 9, 1]}, index=[3, 3, 8, 0, 1, 14, 2, 5, 9, 7, 6, 4])'
)
FEW, MANY = "pd.Series([0, 0, 0, 100])", "pd.Series([0, 100, 0, 100])"
UNEVEN = "pd.Series([0, 0, 0, 0, 0, 60])"
REFUNDED = "pd.Series([49.5, 0, -20, 0, 0, 199, 0], index=[8, 8, 3, 1, 90, 2, 5])"

TASKS = [
    task(
        "05-q1",
        points=3,
        names="best_number",
        examples={
            "best_number(100, [(20, 0.25), (1, 1), (1, 1)], 0.5)": "0",
            "best_number(100, [(50, 0.1), (10, 0.1)], 0.9)": "0",
            "best_number(100, [(50, 0.3), (20, 0.1)], 0.9)": "1",
            "best_number(100, [(50, 0.3), (20, 0.1), (10, 0.1)], 1)": "3",
            "best_number(100, [(600, 0.5), (400, 1), (750, 1)], 0.5)": "1",
            "best_number(50, [(10, 0.1), (200, 0.5), (1, 0.1)], 0.9)": "2",
            "best_number(10, [(100, 1), (10, 1)], 0.5)": "1",
            "best_number(10, [(100, 1), (300, 1), (1000, 1)], 0.5)": "3",
        },
        hidden=[
            "best_number(199, [], 0.9)",
            "best_number(0, [(29, 0.2)], 0.25)",
            "best_number(1.25, [(0.25, 1), (0.125, 1)], 1)",
            "best_number(60, [(0, 0.5), (30, 0.5), (100, 0.4), (40, 0.5)], 0.8)",
            "best_number(8, [(16, 0.5), (32, 0.5), (64, 0.5), (128, 0.5)], 0.5)",
            "best_number(12, [(24, 0.5), (96, 0.25), (40, 0.5), (176, 0.5)], 0.5)",
            "best_number(89.5, [(9.9, 0.31), (149, 0.02), (19, 0.4), (499, 0.05)], 0.96)",
            "best_number(20, [(20, 1), (40, 1), (80, 1)], 0.5)",
            "best_number(30, [(20, 0.5), (20, 0.5), (20, 0.5)], 0.95)",
            'best_number(apart["bootcamp"], [(apart["templates"], 0.3), (29, 0.18), (149, 0.07)], 0.975)',
        ],
        slips=[
            slip(
                "range(len(offers) + 1)",
                "range(len(offers))",
                says="This never shows all the offers. With three offers, try 0, 1, 2 and 3.",
            ),
            slip(
                "stay**n * (core",
                "(stay if n else 1) * (core",
                says="Each offer costs people: with two of them, stay × stay remain.",
            ),
            slip(
                "stay**n * (core",
                "(core",
                says="This counts what the offers bring, and not the people who leave because of them.",
            ),
            slip(
                "stay**n * (core",
                "(1 - n * (1 - stay)) * (core",
                says="The second offer takes its share of those whom the first one left: stay × stay.",
            ),
            slip(
                "stay**n * (core + added)",
                "core + stay**n * added",
                says="Who leaves does not pay for the core product either: multiply all that is paid.",
            ),
            slip("price * share for", "price for", says="Only a share of the people takes the offer."),
            slip(
                "offers[:n]",
                "offers[n - 1 : n]",
                says="A page with two offers shows both: add up the first n of them.",
            ),
            slip(
                "return earned.index(max(earned))",
                "return max(earned)",
                says="This is what the page earns. Return the number of offers that earns it.",
            ),
            slip(
                "return earned.index(max(earned))",
                "return len(earned) - 1 - earned[::-1].index(max(earned))",
                name="the largest of several",
                says="With these prices, 1 offer and 2 offers earn the same: return the smaller number.",
            ),
            slip(
                """
                def best_number(core, offers, stay):
                    best, most, added = 0, core, 0
                    for n, (price, share) in enumerate(offers, 1):
                        added += price * share
                        if stay**n * (core + added) <= most:
                            break
                        best, most = n, stay**n * (core + added)
                    return best
                """,
                name="stops when one more earns less",
                says="One more offer earns less here, and two more earn the most. Try all numbers.",
            ),
            slip(
                "in offers[:n])",
                "in sorted(offers, key=lambda offer: -offer[0] * offer[1])[:n])",
                name="the best offers first",
                says="The page shows the offers in the order of the list.",
            ),
        ],
        also=[
            form(
                "max with a key",
                """
                def best_number(core, offers, stay):
                    def earns(n):
                        return (core + sum(p * s for p, s in offers[:n])) * math.prod([stay] * n)
                    return max(range(len(offers) + 1), key=earns)
                """,
            ),
            form(
                "one running order",
                """
                def best_number(core, offers, stay):
                    order, people = core, 1
                    best, most = 0, core
                    for n, (price, share) in enumerate(offers, start=1):
                        order += price * share
                        people *= stay
                        if order * people > most:
                            best, most = n, order * people
                    return best
                """,
            ),
            form(
                "numpy",
                """
                import numpy as np

                def best_number(core, offers, stay):
                    added = np.cumsum([0.0] + [price * share for price, share in offers])
                    return np.argmax(stay ** np.arange(len(added)) * (core + added))
                """,
            ),
        ],
        right="One more offer has to bring more than the orders that it costs.",
        survivors={
            "range(len(offers) + 1) → range(len(offers) + 1 + 1)": "beyond the last offer nothing is gained",
            "len(offers) + 1 → len(offers) + 2": "beyond the last offer nothing is gained",
        },
    ),
    task(
        "05-q2",
        points=5,
        names="takers",
        examples={
            "takers(six, two, 115)": 'pd.Series({"course": 2, "kit": 1, "both": 2})',
            'takers(pd.DataFrame({"course": [150, 100], "kit": [45, 40]}), two, 150)': (
                'pd.Series({"course": 0, "kit": 0, "both": 2})'
            ),
            'takers(pd.DataFrame({"a": [60, 50, 40], "age": [30, 50, 20], "b": [50, 50, 60]}),'
            ' {"b": 50, "a": 50}, 100)': 'pd.Series({"b": 1, "a": 0, "both": 2})',
        },
        hidden=[
            f"takers({TORN}, {TWO}, 120)",
            f"takers({TORN}, {TWO}, 140)",
            f"takers({TORN}.assign(age=[31, None, 19, None, 44, 23, 52]), {TWO}, 120)",
            f"takers({TORN}, {TWO}, 100)",
            f"takers({TORN}, {TWO}, 30)",
            f"takers({TORN}, {DEAR_KIT}, 105.75)",
            f"takers({TORN}, {DEAR_KIT}, 999)",
            f'takers({TORN}.iloc[[3]], {{"kit": 0, "course": 100}}, 100)',
            f'takers({TORN}.iloc[:1], {{"age": 31, "kit": 25}}, 51)',
            f'takers({TORN}.iloc[[6]], {{"course": 8, "kit": 8}}, 11.25)',
            "takers(worths, apart, 200)",
            "takers(worths.iloc[::-3], apart, 999)",
        ],
        slips=[
            slip(
                "surplus[surplus.max(axis=1) >= 0].idxmax(axis=1)",
                "surplus.idxmax(axis=1)",
                says="Every person has a best choice, but not everyone buys: the surplus must not be"
                " negative.",
            ),
            slip(
                ".max(axis=1) >= 0",
                ".max(axis=1) > 0",
                says="The fifth person pays what the course is worth to them. A surplus of 0 is not negative:"
                " they buy.",
            ),
            slip(
                "min(bundle_price, prices[one] + prices[other])",
                "bundle_price",
                says="The bundle costs 150 here, and the two prices add up to 140. Nobody pays 150.",
            ),
            slip(
                "min(bundle_price, prices[one] + prices[other])",
                "prices[one] + prices[other]",
                says="This looks at the two prices only. At these, the first person would buy nothing:"
                " they take both as a bundle.",
            ),
            slip(
                '"both": min(bundle_price, prices[one] + prices[other]), **prices}',
                '**prices, "both": min(bundle_price, prices[one] + prices[other])}',
                name="one product first",
                says="For the first two people here, both leave the same as one product: they take both.",
            ),
            slip(
                '.reindex([one, other, "both"], fill_value=0)',
                "",
                says="A choice that nobody takes belongs in the result, too, with 0.",
            ),
            slip(", fill_value=0", "", says="A choice that nobody takes has 0 people, and not NaN."),
            slip(
                "worth[cost.index] - cost\n",
                "worth[cost.index]\n",
                says="Both are always worth more than one. Take off what each choice costs.",
            ),
            slip(
                """
                def takers(worths, prices, bundle_price):
                    one, other = prices
                    both = worths[one] + worths[other] >= bundle_price
                    first, second = ((worths[name] >= prices[name]) & ~both for name in prices)
                    counts = [first & ~second, second & ~first, both]
                    return pd.Series([count.sum() for count in counts], index=[one, other, "both"])
                """,
                name="the bundle whenever it is worth its price",
                says="The third person could pay for the bundle, but the course alone leaves them more.",
            ),
            slip(
                """
                def takers(worths, prices, bundle_price):
                    one, other = prices
                    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[other]), **prices})
                    worth = worths[[one, other]].assign(both=worths[one] + worths[other])
                    surplus = worth[cost.index] - cost
                    taken = surplus[surplus.max(axis=1) >= 0].idxmax(axis=1)
                    counts = taken.value_counts().reindex([one, other, "both"], fill_value=0)
                    return counts + [counts["both"], counts["both"], 0]
                """,
                name="units of each product",
                says="Who takes both counts under both only, and not under each product as well.",
            ),
            slip(
                'return taken.value_counts().reindex([one, other, "both"], fill_value=0)',
                'return taken.value_counts().reindex([one, other, "both"], fill_value=0) / len(worths)',
                says="These are shares. Count the people.",
            ),
        ],
        also=[
            form(
                "person by person",
                """
                def takers(worths, prices, bundle_price):
                    one, other = prices
                    costs = {one: prices[one], other: prices[other]}
                    costs["both"] = min(bundle_price, sum(prices.values()))
                    counts = dict.fromkeys(costs, 0)
                    for _, person in worths.iterrows():
                        worth = {one: person[one], other: person[other], "both": person[one] + person[other]}
                        best = max(["both", one, other], key=lambda name: worth[name] - costs[name])
                        if worth[best] >= costs[best]:
                            counts[best] += 1
                    return counts
                """,
            ),
            form(
                "with numpy",
                """
                import numpy as np

                def takers(worths, prices, bundle_price):
                    costs = np.array([min(bundle_price, sum(prices.values())), *prices.values()])
                    each = worths[list(prices)].to_numpy()
                    surplus = np.column_stack([each.sum(axis=1), each]) - costs
                    best = surplus.argmax(axis=1)[surplus.max(axis=1) >= 0]
                    return pd.Series(np.bincount(best, minlength=3), index=["both", *prices])
                """,
            ),
        ],
        right="Now you can ask of any bundle whom it wins, and who only pays less.",
        survivors={
            "takers(arguments sorted)": "the order of people has no meaning",
            "takers(arguments index reset)": "the labels of the people have no meaning",
        },
    ),
    task(
        "05-q3",
        points=4,
        names="lift",
        examples={
            'lift(small, "kit", "audit")': "4 / 3",
            'lift(small, "audit", "kit")': "0",
            'lift(small, "kit", "club")': "0.5",
            'lift(small, "club", "kit")': "0.5",
            'lift(small, "logo", "kit")': "float('nan')",
            'lift(small, "kit", "logo")': "float('nan')",
        },
        hidden=[
            f'lift({YEAR}, "a", "b")',
            f'lift({YEAR}, "b", "a")',
            f'lift({YEAR}, "a", "c")',
            f'lift({YEAR}, "c", "b")',
            f'lift({YEAR}, "c", "c")',
            f'lift({YEAR}, "a", "a")',
            f'lift({YEAR}, "b", "z")',
            f'lift({YEAR}.iloc[:1], "b", "b")',
            'lift(bought, "templates", "copy audit")',
            'lift(bought, "discord", "membership")',
            'lift(bought.iloc[::-2], "templates", "coaching")',
        ],
        slips=[
            slip(
                'rows["day"] >',
                'rows["day"] >=',
                says="Customer 5 bought kit and club on the same day. The same day is not later.",
            ),
            slip(
                '["day"].min()',
                '["day"].max()',
                says="Customer 9 bought kit twice, and club in between. Count from the first purchase.",
            ),
            slip(
                'later["customer_id"].nunique() / len(started)',
                "len(later) / len(started)",
                says="Customer 4 bought audit three times. A customer counts once.",
            ),
            slip(
                'rows["customer_id"].nunique() / bought',
                "len(rows) / bought",
                says="The denominator counts customers: customer 4 bought audit three times.",
            ),
            slip(
                'bought["customer_id"].nunique()',
                "len(bought)",
                says="The table has a row for each purchase. Divide by the number of customers.",
            ),
            slip(
                "return follow / usual",
                "return follow",
                says="This is the share among the buyers of the first product. How large is it among all?",
            ),
            slip(
                "return follow / usual",
                "return usual / follow if follow else 0",
                says="Upside down: the share among the buyers of the first product goes on top.",
            ),
            slip(
                "return follow / usual",
                "return follow - usual",
                says="This is the difference of the two shares. Divide instead.",
            ),
            slip(
                'rows[rows["day"] > rows["customer_id"].map(started)]',
                'rows[rows["customer_id"].isin(started.index)]',
                says="This counts purchases on any day. What they buy next is bought on a later day.",
            ),
            slip(
                "/ len(started)",
                '/ rows["customer_id"].nunique()',
                says="This is the share of the buyers of the second product. Start from those of the first.",
            ),
            slip(
                'usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()',
                "others = bought[~bought['customer_id'].isin(started.index)]\n"
                '    usual = others[others["product"] == then]["customer_id"].nunique()\n'
                '    usual = usual / max(others["customer_id"].nunique(), 1) or 1',
                name="the share among the others",
                says="The usual share is that among all customers, the buyers of the first product included.",
            ),
            slip(
                'return float("nan")',
                "return 0",
                says="Nobody bought it, so there is nothing to compare: return NaN. A lift of 0 would say"
                " that its buyers avoid the other product.",
            ),
        ],
        also=[
            form(
                "customer by customer",
                """
                def lift(bought, first, then):
                    buyers = followers = takers = 0
                    people = bought.groupby("customer_id")
                    for _, rows in people:
                        a = rows.loc[rows["product"] == first, "day"]
                        b = rows.loc[rows["product"] == then, "day"]
                        buyers += len(a) > 0
                        takers += len(b) > 0
                        followers += len(a) > 0 and len(b) > 0 and b.max() > a.min()
                    if not buyers or not takers:
                        return float("nan")
                    return (followers / buyers) / (takers / len(people))
                """,
            ),
            form(
                "a merge and sets",
                """
                def lift(bought, first, then):
                    a = bought[bought["product"] == first].groupby("customer_id", as_index=False)["day"].min()
                    b = bought[bought["product"] == then]
                    both = b.merge(a, on="customer_id", suffixes=("", "_first"))
                    followers = set(both.loc[both["day"] > both["day_first"], "customer_id"])
                    if len(a) == 0 or len(b) == 0:
                        return float("nan")
                    usual = len(set(b["customer_id"])) / len(set(bought["customer_id"]))
                    return len(followers) / len(a) / usual
                """,
            ),
        ],
        right="A lift of 1 is what popularity alone would give. With few buyers, chance moves it far.",
        survivors={
            "lift(arguments index reset)": "the row labels have no meaning here",
            "lift(arguments sorted)": "the order of purchases in the table has no meaning",
        },
    ),
    task(
        "05-q4",
        points=4,
        names="days",
        examples={
            "days(0.1, 0.15, 1)": "1366",
            "days(0.05, 0.06, 300)": "55",
            "days(0.05, 0.04, 300)": "45",
            "days(0.2, 0.2, 100)": "float('inf')",
        },
        hidden=[
            "days(0.03, 0.045, 260)",
            "days(0.02, 0.025, 90.5)",
            "days(0.5, 0.45, 1000)",
            "days(0.9, 0.99, 13)",
            "days(0, 0.01, 11)",
            "days(0.3, 0.6, 5000)",
            "days(0.07, 0.07, 1)",
            "days(0.35, 0.5, 1)",
            "days(0.61, 0.45, 3)",
            "days(0.0448, 0.0515, 259.7)",
            "days(0.1, 0.1003, 1000)",
        ],
        slips=[
            slip(
                "2 * half / visitors",
                "half / visitors",
                says="This is enough for one half. The visitors of a day are shared between two.",
            ),
            slip(
                "math.ceil(2 * half / visitors)",
                "2 * half / visitors",
                says="Round the days up to a whole day.",
            ),
            slip(
                "math.ceil(2 * half / visitors)",
                "int(2 * half / visitors)",
                says="Round the days up: on the day before, the last visitors are still missing.",
            ),
            slip(
                "half = math.ceil((1.96 + 0.84) ** 2 * spread / (better - base) ** 2)",
                "half = (1.96 + 0.84) ** 2 * spread / (better - base) ** 2",
                name="no whole people",
                says="Round the people up first: each half needs 683 visitors here, and not 682.08.",
            ),
            slip(
                "spread / (better - base) ** 2",
                "spread / abs(better - base)",
                says="Divide by the square of the difference.",
            ),
            slip(
                "/ (better - base) ** 2",
                "/ ((better - base) / base) ** 2",
                says="Take the difference of the shares as it is, and not as a part of `base`.",
            ),
            slip(
                "(1.96 + 0.84) ** 2 *",
                "1.96**2 *",
                says="Without the 0.84, the test finds the effect in half of all cases only.",
            ),
            slip("(1.96 + 0.84) ** 2 *", "(1.96 + 0.84) *", says="The sum of 1.96 and 0.84 is squared."),
            slip(
                "base * (1 - base) + better * (1 - better)",
                "2 * base * (1 - base)",
                says="Each half has its own share: one of them has `better` × (1 − `better`).",
            ),
            slip(
                "return math.inf",
                "return math.nan",
                says='No number of days is enough to find a difference of nothing: return float("inf").',
            ),
            slip(
                "if better == base:",
                "if better <= base:",
                says="A loss can be found, too. Only for equal shares no number is enough.",
            ),
            slip(
                "    half = math.ceil(", "    half = 1 + math.ceil(", says="Round up, and add nothing to it."
            ),
            slip(
                "    half = math.ceil(",
                "    half = round(",
                says="The visitors of one half are rounded up, never down.",
            ),
            slip(
                "(1.96 + 0.84) ** 2",
                "(1.96**2 + 0.84**2)",
                says="Add 1.96 and 0.84 first, and then square the sum.",
            ),
            slip(
                "    half = math.ceil((1.96 + 0.84) ** 2 * spread /",
                "    half = math.ceil(16 * base * (1 - base) /",
                says="This is the rule of thumb with 16. Use the formula of the task.",
            ),
            slip(
                "    spread = ",
                "    better = base * (1 + better)\n    spread = ",
                says="`better` is the share on the new page itself, and not by how much it rises.",
            ),
            slip(
                "    return math.ceil(2 * half / visitors)",
                "    return 2 * half",
                says="These are visitors. Divide by the visitors a day.",
            ),
            slip(
                "    return math.ceil(2 * half / visitors)",
                "    return 7 * math.ceil(2 * half / visitors / 7)",
                says="The task asks for whole days, and not for whole weeks.",
            ),
            slip(
                "    return math.ceil(2 * half / visitors)",
                "    return math.ceil(2 * half / int(visitors))",
                says="The visitors a day may be a fraction: do not cut it off.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "numpy",
                """
                import numpy as np

                def days(base, better, visitors):
                    gap = better - base
                    if gap == 0:
                        return np.inf
                    p = np.array([base, better])
                    people = 2 * np.ceil(2.8**2 * np.sum(p * (1 - p)) / gap**2)
                    return np.ceil(people / visitors)
                """,
            ),
            form(
                "the error caught",
                """
                def days(base, better, visitors):
                    variance = base - base**2 + better - better**2
                    try:
                        half = math.ceil(7.84 * variance / (base - better) ** 2)
                    except ZeroDivisionError:
                        return math.inf
                    return -(-half // (visitors / 2))
                """,
            ),
        ],
        right="Half the effect takes four times as many visitors.",
    ),
    task(
        "05-q5",
        points=5,
        names="monthly",
        examples={
            f"monthly({FEW}, {MANY}, 100)": (
                "pd.Series({'low': -4984.873635, 'estimate': 2500, 'high': 9984.873635})"
            ),
            f"monthly({UNEVEN}, {FEW}, 10)": (
                "pd.Series({'low': -377.746151, 'estimate': 150, 'high': 677.746151})"
            ),
            "monthly(pd.Series([0, 10] * 20), pd.Series([0, 30] * 5), 10)": (
                "pd.Series({'low': float('nan'), 'estimate': float('nan'), 'high': float('nan')})"
            ),
            "monthly(pd.Series([5]), pd.Series([0, 10]), 10)": (
                "pd.Series({'low': float('nan'), 'estimate': float('nan'), 'high': float('nan')})"
            ),
        },
        hidden=[
            f"monthly({REFUNDED}, {MANY}, 4200)",
            f"monthly({MANY}, {REFUNDED}, 1)",
            "monthly(pd.Series([0, 30] * 5), pd.Series([0, 10] * 20), 10)",
            f"monthly({MANY}, pd.Series([7], index=[4]), 10)",
            "monthly(pd.Series([], dtype=float), pd.Series([], dtype=float), 10)",
            "monthly(pd.Series([0, 20]), pd.Series([10, 10]), 30)",
            "monthly(pd.Series([9.5, 9.5]), pd.Series([12, 12]), 7)",
            "monthly(pd.Series([0] * 99 + [50]), pd.Series([0] * 57 + [50]), 10)",
            "monthly(pd.Series([0] * 99 + [50]), pd.Series([0] * 58 + [50]), 10)",
            "monthly(pd.Series([0] * 58 + [50]), pd.Series([0] * 99 + [50]), 10)",
            "monthly(pd.Series([0] * 57 + [50]), pd.Series([0] * 99 + [50]), 10)",
            "monthly(pd.Series([0, 9] * 10164 + [0]), pd.Series([0, 0, 7] * 6557), 2)",
            'monthly(halves["a"], halves["b"], 5000)',
            'monthly(halves["b"][seen], halves["a"], 5000)',
        ],
        slips=[
            slip(
                " or abs(len(a) - len(b)) / math.sqrt(len(a) + len(b)) > 3.29",
                "",
                name="no look at the halves",
                says="One half has 40 visitors, and the other has 10. Do not read such a result: return NaN.",
            ),
            slip(
                "len(a) < 2 or len(b) < 2 or ",
                "",
                name="one visitor",
                says="One visitor has no variance. All three numbers are NaN, the estimate, too.",
            ),
            slip(
                "more = b.mean() - a.mean()",
                "more = a.mean() - b.mean()",
                says="This is what page A brings more. Take A from B.",
            ),
            slip(
                "more = b.mean() - a.mean()",
                "more = b.sum() - a.sum()",
                says="Compare what one visitor brings. The halves need not have the same number of visitors.",
            ),
            slip(
                "return pd.Series(found) * visitors",
                "return pd.Series(found)",
                says="This is for one visitor. Multiply by the visitors of a month.",
            ),
            slip(
                '"low": more - 1.96 * error',
                '"low": more - error',
                says="The interval reaches 1.96 standard errors down, and not one.",
            ),
            slip(
                "a.var() / len(a) + b.var() / len(b)",
                "a.var(ddof=0) / len(a) + b.var(ddof=0) / len(b)",
                says="Take the variance of a sample, with n - 1: `.var()` of a Series does.",
            ),
            slip(
                "math.sqrt(a.var() / len(a) + b.var() / len(b))",
                "math.sqrt(a.var() + b.var())",
                says="Divide each variance by the number of visitors of its half.",
            ),
            slip(
                "math.sqrt(a.var() / len(a) + b.var() / len(b))",
                "(a.var() / len(a) + b.var() / len(b))",
                says="The standard error is the square root of this.",
            ),
            slip(
                "math.sqrt(a.var() / len(a) + b.var() / len(b))",
                "a.std() / math.sqrt(len(a)) + b.std() / math.sqrt(len(b))",
                name="two errors added up",
                says="Add up the two variances, each divided by its n, and take the root of the sum.",
            ),
            slip(
                "math.sqrt(a.var() / len(a) + b.var() / len(b))",
                "pd.concat([a, b]).std() * math.sqrt(1 / len(a) + 1 / len(b))",
                name="one variance for both",
                says="Each half has a variance of its own.",
            ),
            slip(
                '{"low": more - 1.96 * error, "estimate": more, "high": more + 1.96 * error}',
                '{"low": more + 1.96 * error, "estimate": more, "high": more - 1.96 * error}',
                says="The low end and the high end have changed places.",
            ),
        ],
        also=[
            form(
                "numpy and a dictionary",
                """
                import numpy as np

                def monthly(a, b, visitors):
                    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
                    names = ["low", "estimate", "high"]
                    odd = min(len(a), len(b)) < 2 or abs(len(a) - len(b)) > 3.29 * (len(a) + len(b)) ** 0.5
                    if odd:
                        return dict.fromkeys(names, np.nan)
                    width = 1.96 * np.sqrt(a.var(ddof=1) / a.size + b.var(ddof=1) / b.size)
                    return dict(zip(names, (b.mean() - a.mean() + width * np.array([-1, 0, 1])) * visitors))
                """,
            ),
            form(
                "the standard errors of pandas",
                """
                def monthly(a, b, visitors):
                    result = pd.Series(float("nan"), index=["estimate", "low", "high"])
                    n = pd.Series([a.count(), b.count()])
                    if n.min() > 1 and (n.max() - n.min()) / n.sum() ** 0.5 <= 3.29:
                        error = math.hypot(a.sem(), b.sem())
                        result[:] = b.mean() - a.mean()
                        result["low"] -= 1.96 * error
                        result["high"] += 1.96 * error
                    return result * visitors
                """,
            ),
        ],
        right="An owner can decide with this: how much could it cost, and how much could it bring?",
        survivors={
            "monthly(arguments sorted)": "the order of visitors has no meaning",
            "monthly(arguments index reset)": "the labels of the visitors have no meaning",
        },
    ),
    task(
        "05-q6",
        points=3,
        names=["honest", "savings"],
        tol=0.0051,
        examples={
            "honest([(100, 1), (20, 2)], 120, 20)": "True",
            "honest([(100, 1), (20, 2)], 120, 25)": "False",
            "honest([(100, 1)], 80, 19)": "False",
            "honest([(59.97, 1)], 50, 9.97)": "True",
            "honest([(100, 1)], 80, 19.98)": "False",
        },
        form={"savings": "[12, 120]"},
        hidden=[
            "honest([(50, 1), (50, 1)], 90, 10)",
            "honest([(50, 0), (30, 2)], 60, 0)",
            "honest([(29.9, 6), (199, 1)], 299, 79.4)",
            "honest([(29.9, 6), (199, 1)], 299, 79.415)",
            "honest([(29.9, 6), (199, 1)], 299, 79.385)",
            "honest([(29.9, 6), (199, 1)], 299, 79.395)",
            "honest([(29.9, 6), (199, 1)], 299, 79.405)",
            "honest([(10, 1)], 15, -5)",
            "honest([(10, 1)], 15, 5)",
            "honest([(0.1, 3)], 0.2, 0.1)",
            "honest([(40, 2)], 70, 10.4)",
            "honest([(40, 2)], 70, 80)",
            "honest([(30, 1), (20, 2), (10, 1), (5, 3)], 75, 20)",
            "honest([(0.01, 1)], 0, 0)",
            "savings",
        ],
        slips=[
            slip(
                "savings = [48, 246]",
                "savings = [48, 48]",
                hidden_only=True,
                says="In the second reading, the price of the membership is paid three times.",
            ),
            slip(
                "savings = [48, 246]",
                "savings = [246, 48]",
                hidden_only=True,
                says="The first number is for one price of all three months together.",
            ),
            slip(
                "savings = [48, 246]",
                "savings = [347, 545]",
                hidden_only=True,
                says="These are the sums of the parts. Take off the price of the bundle.",
            ),
            slip(
                "each * times for", "each for", says="The part for 20 is paid twice: multiply by the times."
            ),
            slip(
                "abs(saved - claimed) < 0.01",
                "saved == claimed",
                says="59.97 - 50 is not exactly 9.97 in a computer. Compare the difference with a cent.",
            ),
            slip(
                "abs(saved - claimed) < 0.01",
                "claimed - saved < 0.01",
                says="Less is claimed here than is saved, and that is not honest either. The difference"
                " counts in both directions, to the cent.",
            ),
            slip(
                "abs(saved - claimed) < 0.01",
                "saved - claimed < 0.01",
                says="More is claimed here than is saved. The difference counts in both directions, to the"
                " cent.",
            ),
            slip(
                "in parts) - price",
                "in set(parts)) - price",
                says="Two parts may look the same, and both count.",
                hidden_only=True,
            ),
            slip(
                "savings = [48, 246]",
                "savings = [48, 198]",
                says="Bought alone, three months of 99 are paid three times.",
                hidden_only=True,
            ),
            slip(
                "savings = [48, 246]",
                "savings = [48, 345]",
                says="There are three months in all: 3 × 99, and not four of them.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "whole cents",
                """
                def honest(parts, price, claimed):
                    apart = 0
                    for each, times in parts:
                        apart += each * times
                    off = (apart - price - claimed) * 100
                    return -1 < off < 1

                savings = (48.0, 246.0)
                """,
            ),
            form(
                "isclose",
                """
                def honest(parts, price, claimed):
                    saved = math.fsum(a * b for a, b in parts) - price
                    return math.isclose(saved, claimed, rel_tol=0, abs_tol=0.0099)

                savings = [199 + 49 + months * 99 - 299 for months in (1, 3)]
                """,
            ),
        ],
        survivors={"honest(arguments sorted)": "the order of the parts has no meaning"},
        right="Both readings are honest sums, and they differ by a factor of five. The page must say which.",
    ),
]
