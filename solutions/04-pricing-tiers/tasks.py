"""The tasks of module 04: demand, the best price, a survey, elasticity, tiers, and a rule to check."""

from ecotools.grading.authoring.tasks import form, slip, task

MAXIMA = "pd.Series([10, 20, 30])"
SMALL = "pd.Series([5.5, 7.0, 5.5, 1.0], index=[7, 3, 9, 2])"
NAMES = '["too_cheap", "cheap", "expensive", "too_expensive"]'
# Sorted by nobody, two people with the same answers, two with the same first answer, one who mixed them up.
MIXED = (
    "pd.DataFrame([[7.6, 12.4, 20.5, 31], [7.6, 9, 20.5, 24], [2, 8, 16, 24.5], [2, 8, 16, 24.5],"
    f" [30, 20, 10, 5], [9.5, 9.5, 30, 40]], columns={NAMES}, index=[12, 5, 40, 8, 3, 21])"
)
TIES = f"pd.DataFrame([[5, 5, 20, 30], [1, 10, 10, 30], [1, 10, 20, 20], [1, 10, 20, 30]], columns={NAMES})"
CROWD = (
    'pd.DataFrame({"b": [20, 20, 7.5, 9.75, 20, 31], "a": [10.25, 10, 7, 9, 10.25, 12],'
    ' "age": [30, 41, 41, 52, 30, 19], "c": [1, 1, 2, 0, 1, 90]}, index=[4, 9, 4, 7, 4, 1])'
)
# The names of these tiers are not in the order of their prices, nor are the columns; the first row is a tie.
NAMED = (
    'pd.DataFrame({"Duo": [20.5, 21, 18, 9], "Big": [40.5, 42, 38, 90.25], "Solo": [12.5, 12, 10, 9.75]},'
    " index=[3, 3, 3, 0])"
)

TASKS = [
    task(
        "04-q1",
        points=3,
        names="demand",
        examples={
            f"demand({MAXIMA}, [10, 20, 25])": "pd.Series({10: 1, 20: 2/3, 25: 1/3})",
            "demand(pd.Series([19, 5, 49, 19]), [50, 19])": "pd.Series({50: 0, 19: 0.75})",
        },
        hidden=[
            f"demand({SMALL}, [8, 6, 0, 5.5])",
            "demand(pd.Series([18.6, 19.4, 0]), [19, 0, 1])",
            "demand(pd.Series([12.5]), [12.5, 12.51])",
            "demand(pd.Series([2_000_000, 3, 3, 0.5], index=[1, 1, 1, 0]), [2_000_000, 3, 1])",
            'demand(wtp["Membership"], list(range(5, 60, 6)))',
            'demand(wtp["Lite"].iloc[::-7], [today["Lite"], 0, 99])',
        ],
        slips=[
            slip(
                "(max_prices >= price).mean()",
                "(max_prices >= price).sum()",
                says="These are numbers of people. A share is a fraction of all of them.",
            ),
            slip(
                ">= price",
                "> price",
                says="Someone whose maximum is 20 does buy at 20: compare with at least (>=).",
            ),
            slip(">= price", "< price", says="This is the share of people who would not buy."),
            slip(">= price", "<= price", says="People buy at prices below their maximum, not above it."),
            slip(
                ".mean() for",
                ".mean() * 100 for",
                says="These are percents. A share is a fraction: 0.25 and not 25.",
            ),
            slip(
                """
                def demand(max_prices, prices):
                    return pd.Series([(max_prices >= price).mean() for price in prices])
                """,
                name="values without the prices",
                says="The shares are right. Give the Series the prices as its index.",
            ),
            slip(
                "(max_prices >= price).mean()",
                "(max_prices >= price).sum() / 3",
                name="divided by three, as in the example",
                says="Divide by the number of people you are given; here there are four.",
            ),
            slip(
                "(max_prices >= price)",
                "(max_prices.drop_duplicates() >= price)",
                says="Two people with the same maximum are two people: count both.",
            ),
            slip(
                ">= price",
                "== price",
                says="This is the share whose maximum is exactly the price. People who would pay more buy,"
                " too.",
            ),
            slip(
                "return pd.Series({price: (max_prices >= price).mean() for price in prices})",
                "n = pd.Series({price: (max_prices >= price).sum() for price in prices})\n"
                "    return n / n.iloc[0]",
                name="a share of the buyers at the first price",
                says="Divide by all people, not by those who buy at the first price of the list.",
            ),
        ],
        also=[
            form(
                "a loop over people and a dictionary",
                """
                def demand(max_prices, prices):
                    shares = {}
                    for price in prices:
                        shares[price] = sum(m >= price for m in max_prices) / len(max_prices)
                    return shares
                """,
            ),
            form(
                "a table of comparisons",
                """
                import numpy as np

                def demand(max_prices, prices):
                    table = np.asarray(max_prices)[:, None] >= np.asarray(prices)[None, :]
                    return pd.Series(table.mean(axis=0), index=prices)
                """,
            ),
        ],
        right="Every later price comes from this curve.",
        survivors={
            "demand(arguments index reset)": "the row labels have no meaning here",
            "demand(arguments sorted)": "the order of people and that of rows mean nothing",
        },
    ),
    task(
        "04-q2",
        points=4,
        names="best_price",
        examples={
            f"best_price({MAXIMA}, [5, 10, 20, 30], 0)": "20",
            f"best_price({MAXIMA}, [10, 20, 30], 12)": "30",
            "best_price(pd.Series([10, 20]), [20, 10], 0)": "10",
            "best_price(pd.Series([12, 12, 12, 25]), [10, 24, 30], 0)": "10",
        },
        hidden=[
            "best_price(pd.Series([10, 20, 40, 40]), [40, 10, 20], 5)",
            "best_price(pd.Series([12, 9, 9, 30], index=[3, 1, 8, 2]), [8, 9], 20)",
            "best_price(pd.Series([8, 8, 8, 16]), [16, 8, 4], 0)",
            "best_price(pd.Series([8.6, 8.6, 12]), [8.6, 9.4, 12], 1.5)",
            "best_price(pd.Series([18.6, 18.6, 18.7]), [19, 15], 0.5)",
            "best_price(pd.Series([0, 15]), [0, 15], 0)",
            "best_price(pd.Series([6, 24, 12, 8], index=[5, 5, 1, 5]), [24, 8, 30, 12, 6], 0)",
            "best_price(pd.Series([22, 7, 12, 7], index=[2, 2, 2, 0]), [22, 12, 7], 2)",
            "best_price(pd.Series([8, 1_200_000, 8, 9]), [1_200_000, 8], 3)",
            *(
                f'best_price(wtp["{tier}"], [float(price) for price in range(56, 5, -3)], {cost})'
                for tier, cost in [("Lite", 1.217), ("Membership", 4.217), ("Plus", 9.217)]
            ),
        ],
        slips=[
            slip(
                """
                def best_price(max_prices, prices, cost):
                    best, most = None, 0
                    for price in sorted(prices):
                        profit = (price - cost) * (max_prices >= price).sum()
                        if profit > most:
                            best, most = price, profit
                    return best
                """,
                name="a search that starts at 0",
                hidden_only=True,
                says="Where every price loses money, a search that starts at 0 finds nothing above it."
                " The smallest loss is then the most profit.",
            ),
            slip(
                "(price - cost) *",
                "price *",
                says="This is the price with the most revenue. Take the cost off for every buyer:"
                " here the profits are -6, 16 and 18.",
            ),
            slip(
                "in sorted(prices)",
                "in sorted(prices, reverse=True)",
                says="10 and 20 earn the same here: return the lower one, whatever the order of the list.",
            ),
            slip(
                "return max(profit, key=profit.get)",
                "return max(profit.values())",
                says="This is the profit. Return the price that earns it.",
            ),
            slip(
                "return max(profit, key=profit.get)",
                "return max(profit.values()) / len(max_prices)",
                says="This is the profit per person asked. Return the price that earns it.",
            ),
            slip(
                "return max(profit, key=profit.get)",
                "return list(prices).index(max(profit, key=profit.get))",
                says="This is a position in the list, not a price.",
            ),
            slip(
                ">= price",
                "> price",
                says="At 10, the profit is 30. At 20 it is 40, since someone whose maximum is 20 buys at"
                " 20 (>=).",
            ),
            slip(
                "return max(profit, key=profit.get)",
                "return max(prices)",
                says="This is the highest price of the list. What does it earn?",
            ),
            slip(
                "(price - cost) * (max_prices >= price).sum()",
                "(max_prices >= price).sum()",
                name="the price with the most buyers",
                says="At the lowest price the most people buy, and it earns the least here. Compare the"
                " profits.",
            ),
            slip(
                "in sorted(prices)",
                "in sorted(set(max_prices))",
                says="This is what somebody would pay, and it is not in the list. Choose among the prices.",
            ),
            slip(
                "(max_prices >= price)",
                "(max_prices.drop_duplicates() >= price)",
                says="Two people with the same maximum are two people: count both.",
            ),
        ],
        also=[
            form(
                "the demand of task 1",
                """
                def best_price(max_prices, prices, cost):
                    share = pd.Series(demand(max_prices, sorted(prices)))
                    return ((share.index - cost) * share).idxmax()
                """,
            ),
            form(
                "a loop that starts with the first price",
                """
                def best_price(max_prices, prices, cost):
                    best = None
                    for price in prices:
                        profit = (price - cost) * sum(max_prices >= price)
                        if best is None or (profit, -price) > best:
                            best = (profit, -price)
                    return -best[1]
                """,
            ),
        ],
        right="The best price depends on what a buyer costs, not only on what buyers would pay.",
        survivors={
            "best_price(arguments index reset)": "the row labels have no meaning here",
            "best_price(arguments sorted)": "the order of people and that of prices mean nothing",
            "(max_prices >= price).sum() → (max_prices >= price).mean()": (
                "shares order the prices as numbers of people do; ties in the data are exact in both"
            ),
        },
    ),
    task(
        "04-q3",
        points=5,
        names="price_shares",
        examples={
            "price_shares(survey, 8)": "pd.Series([0.5, 1, 0, 0], index=survey.columns)",
            "price_shares(survey, 25)": "pd.Series([0, 0, 1, 0], index=survey.columns)",
            "price_shares(survey.tail(1), 8)": "pd.Series(float('nan'), index=survey.columns)",
        },
        hidden=[
            "price_shares(survey, 30)",
            "price_shares(survey, 12)",
            f"price_shares({MIXED}, 8)",
            f"price_shares({MIXED}, 24.5)",
            f"price_shares({MIXED}.iloc[[1]], 9)",
            f"price_shares({TIES}, 4)",
            f"price_shares({TIES}, 10)",
            f"price_shares({TIES}, 20)",
            "price_shares(my_survey, 20)",
            'price_shares(my_survey.iloc[::-1], today["Membership"])',
        ],
        slips=[
            slip(
                '(answers["expensive"] < answers["too_expensive"])]',
                '(answers["expensive"] < answers["too_expensive"])].drop_duplicates()',
                name="identical rows dropped",
                hidden_only=True,
                says="Two people may give the same four answers. Both count.",
            ),
            slip(
                "return pd.Series(shares)",
                "return pd.Series(shares).fillna(0)",
                says="Nobody is left here, so the shares are not known: NaN. Zero would be a claim.",
            ),
            slip(
                'kept = answers[ordered & (answers["expensive"] < answers["too_expensive"])]',
                "kept = answers",
                name="contradictions kept",
                says="Leave out people whose answers contradict each other, such as the third one.",
            ),
            slip(
                'kept = answers[ordered & (answers["expensive"] < answers["too_expensive"])]',
                'kept = answers[answers["too_cheap"] < answers["too_expensive"]]',
                name="the two middle answers ignored",
                says="Look at the two answers in the middle as well: the fourth person finds 18 cheap and 15"
                " expensive.",
            ),
            slip(
                '(answers["cheap"] < answers["expensive"])',
                "True",
                name="cheap and expensive not compared",
                says="Compare `cheap` with `expensive`: the fourth person finds 18 cheap and 15 expensive.",
            ),
            slip(
                '(answers["cheap"] < answers["expensive"])',
                '(answers["cheap"] <= answers["expensive"])',
                says="Equal answers are not in order: the fifth person calls 9 both cheap and expensive.",
            ),
            slip(
                ' & (answers["expensive"] < answers["too_expensive"])',
                "",
                says="Compare `expensive` with `too_expensive`, too: look at the sixth person.",
            ),
            slip(
                '(answers["too_cheap"] < answers["cheap"]) & ',
                "",
                says="Compare `too_cheap` with `cheap`, too: look at the seventh person.",
            ),
            slip(
                "return pd.Series(shares)",
                "return pd.Series(shares) * len(kept) / len(answers)",
                name="divided by all who answered",
                says="Divide by the people who are left, not by all who answered.",
            ),
            slip(
                "return pd.Series(shares)",
                "return pd.Series(shares) * len(kept)",
                name="people instead of shares",
                says="These are numbers of people. A share is a fraction of those who are left.",
            ),
            slip(
                "return pd.Series(shares)",
                'shares["cheap"] -= shares["too_cheap"]\n'
                '    shares["expensive"] -= shares["too_expensive"]\n    return pd.Series(shares)',
                name="without those who say too",
                says="The shares overlap: people who find a price too cheap find it cheap as well, and the"
                " same holds for expensive.",
            ),
            slip(
                "(kept[name] >= price)",
                "(kept[name] <= price)",
                says="A price is cheap, or too cheap, for someone whose answer is at or above it.",
            ),
            slip(
                "(kept[name] <= price)",
                "(kept[name] >= price)",
                says="A price is expensive, or too expensive, for someone whose answer is at or below it.",
            ),
            slip(
                "(kept[name] >= price)",
                "(kept[name] > price)",
                says="Someone who answers 8 finds a price of 8 too cheap: at or above it.",
            ),
            slip(
                "(kept[name] <= price)",
                "(kept[name] < price)",
                says="Someone who answers 25 finds a price of 25 expensive: at or below it.",
            ),
        ],
        also=[
            form(
                "query",
                """
                def price_shares(answers, price):
                    k = answers.query("too_cheap < cheap < expensive < too_expensive")
                    low, high = k[["too_cheap", "cheap"]], k[["expensive", "too_expensive"]]
                    return pd.concat([(low >= price).mean(), (high <= price).mean()])
                """,
            ),
            form(
                "person by person",
                """
                def price_shares(answers, price):
                    hits, n = dict.fromkeys(answers.columns, 0), 0
                    for row in answers.itertuples():
                        if row.too_cheap < row.cheap < row.expensive < row.too_expensive:
                            n += 1
                            hits["too_cheap"] += row.too_cheap >= price
                            hits["cheap"] += row.cheap >= price
                            hits["expensive"] += row.expensive <= price
                            hits["too_expensive"] += row.too_expensive <= price
                    return {name: hits[name] / n if n else float("nan") for name in hits}
                """,
            ),
        ],
        right="The four curves of the survey are these four shares, price by price.",
        survivors={
            "price_shares(arguments sorted)": "the order of people has no meaning",
            "price_shares(arguments index reset)": "the labels of the people have no meaning",
        },
    ),
    task(
        "04-q4",
        points=4,
        names="arc_elasticity",
        examples={
            "arc_elasticity(20, 100, 60, 60)": "-0.5",
            "arc_elasticity(60, 60, 20, 100)": "-0.5",
            "arc_elasticity(10, 100, 10, 80)": "float('nan')",
            "arc_elasticity(10, 0, 8, 0)": "float('nan')",
            "arc_elasticity(10, 0, 8, 40)": "-9",
        },
        hidden=[
            "arc_elasticity(10, 100, 11, 98)",
            "arc_elasticity(8, 40, 4, 40)",
            "arc_elasticity(3, 10, 5, 30)",
            "arc_elasticity(7.49, 120, 8.25, 100)",
            "arc_elasticity(8, 40, 10, 0)",
            "arc_elasticity(12, 40, 10.5, 12)",
            "arc_elasticity(9.5, 0, 9.5, 0)",
            "arc_elasticity(1990, 2_500_000, 2490.5, 1_900_000)",
            'arc_elasticity(today["Lite"], 64, today["Plus"], 7)',
        ],
        slips=[
            slip(
                "p0 == p1 or q0 + q1 == 0",
                "p0 == p1",
                says="When both quantities are 0, their mean is 0 too: return NaN before you divide by it.",
            ),
            slip(
                'if p0 == p1 or q0 + q1 == 0:\n        return float("nan")\n    ',
                "",
                name="no case without an answer",
                says="The price did not change here. Return NaN before you divide by the change.",
            ),
            slip(
                'return float("nan")',
                "return 0",
                says="There is no elasticity here, so the answer is NaN. Zero would be a claim: that sales"
                " do not react to the price.",
            ),
            slip(
                "q0 + q1 == 0",
                "q0 * q1 == 0",
                says="Nothing was sold at one of the two prices only. The mean is above 0, and there is an"
                " elasticity.",
            ),
            slip(
                "((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2))",
                "((q1 - q0) / q0) / ((p1 - p0) / p0)",
                name="the point elasticity",
                says="This is the point elasticity, measured from the first pair. Divide by the means.",
            ),
            slip(
                "((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2))",
                "((q1 - q0) / (q0 + q1 / 2)) / ((p1 - p0) / (p0 + p1 / 2))",
                name="a mean without its brackets",
                says="The mean of a and b is (a + b) / 2. Without the brackets, only b is halved.",
            ),
            slip(
                """
                import math

                def arc_elasticity(p0, q0, p1, q1):
                    if p0 == p1 or q0 + q1 == 0:
                        return float("nan")
                    return math.log(q1 / q0) / math.log(p1 / p0)
                """,
                name="logarithms",
                says="These are changes of logarithms. Take both changes as fractions of the means.",
            ),
            slip("((q0 + q1) / 2)", "q0", says="The mean is for both: for the quantities, too."),
            slip("((p0 + p1) / 2)", "p0", says="The mean is for both: for the prices, too."),
            slip(
                "return ((q1 - q0)",
                "return (abs(q1 - q0)",
                says="The sign matters: the quantity fell as the price rose.",
            ),
            slip(
                "((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2))",
                "((p1 - p0) / ((p0 + p1) / 2)) / ((q1 - q0) / ((q0 + q1) / 2))",
                name="upside down",
                says="Upside down: the change of the quantity goes on top.",
            ),
            slip(
                "((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2))",
                "(q1 - q0) / (p1 - p0)",
                name="the slope",
                says="This is the change of the quantity per dollar. Take both changes as fractions.",
            ),
            slip(
                "arc_elasticity(p0, q0, p1, q1)",
                "arc_elasticity(p0, p1, q0, q1)",
                says="Look at the order of the arguments: price, quantity, price, quantity.",
            ),
        ],
        also=[
            form(
                "the halves cancelled",
                """
                def arc_elasticity(p0, q0, p1, q1):
                    if p1 == p0 or not (q0 or q1):
                        return float("nan")
                    return (q1 - q0) / (q1 + q0) * (p1 + p0) / (p1 - p0)
                """,
            ),
            form(
                "the error caught",
                """
                def arc_elasticity(p0, q0, p1, q1):
                    try:
                        return ((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1))
                    except ZeroDivisionError:
                        return float("nan")
                """,
            ),
        ],
        right="Above -1, a higher price brings more revenue; below -1, it brings less.",
    ),
    task(
        "04-q5",
        points=5,
        names="buyers",
        examples={
            "buyers(people, offer)": 'pd.Series({"Lite": 3, "Membership": 1, "Plus": 0})',
            'buyers(people.assign(age=40), {"Membership": 9, "Plus": 60})': (
                'pd.Series({"Membership": 5, "Plus": 0})'
            ),
            'buyers(people.rename(columns={"Lite": "Solo", "Membership": "Duo"}), '
            '{"Solo": 12, "Duo": 29, "Plus": 59})': 'pd.Series({"Solo": 3, "Duo": 1, "Plus": 0})',
            'buyers(people.set_axis(["x", "x", "y", "y", "y"]), offer)': (
                'pd.Series({"Lite": 3, "Membership": 1, "Plus": 0})'
            ),
        },
        hidden=[
            f'buyers({CROWD}, {{"a": 5, "b": 15}})',
            f'buyers({CROWD}, {{"a": 10, "b": 19.75, "c": 88}})',
            f'buyers({CROWD}, {{"c": 0, "a": 9.5}})',
            f'buyers({CROWD}, {{"c": 91}})',
            f'buyers({CROWD}.iloc[[2]], {{"a": 7, "b": 7.5}})',
            f'buyers({NAMED}, {{"Solo": 10, "Duo": 18, "Big": 38}})',
            f'buyers({NAMED}.assign(Age=[90, 20, 31, 55]), {{"Duo": 18, "Big": 38}})',
            f'buyers({NAMED} * 1000, {{"Solo": 10_000, "Duo": 18_000, "Big": 38_000}})',
            f'buyers({CROWD}.rename(columns={{"a": "z"}}), {{"z": 5, "b": 15}})',
            "buyers(wtp, today)",
            'buyers(wtp, {"Lite": 8, "Membership": 35, "Plus": 49})',
            'buyers(wtp.iloc[::-3], {"Lite": 9, "Plus": 44.25})',
        ],
        slips=[
            slip(
                "surplus[surplus.max(axis=1) >= 0].idxmax(axis=1)",
                "surplus.idxmax(axis=1)",
                says="Every person has a best tier, but not everyone buys: the surplus must not be negative.",
            ),
            slip(
                " - pd.Series(prices)",
                "",
                says="Look at the surplus, worth less price, and not at the worth alone.",
            ),
            slip(
                ".max(axis=1) >= 0",
                ".max(axis=1) > 0",
                says="The fourth person pays what it is worth to them. A surplus of 0 is not negative: they"
                " buy.",
            ),
            slip(
                """
                def buyers(wtp, prices):
                    return pd.Series({tier: (wtp[tier] >= price).sum() for tier, price in prices.items()})
                """,
                name="every tier that a person can afford",
                says="Nobody buys two tiers: each person takes the best one only.",
            ),
            slip(
                """
                def buyers(wtp, prices):
                    counts = dict.fromkeys(prices, 0)
                    for person in wtp.to_dict("records"):
                        for tier, price in prices.items():
                            if person[tier] >= price:
                                counts[tier] += 1
                                break
                    return pd.Series(counts)
                """,
                name="the first tier that a person can afford",
                says="This takes the first tier that a person can afford: look for the largest surplus.",
            ),
            slip(
                """
                def buyers(wtp, prices):
                    counts = dict.fromkeys(prices, 0)
                    for person in wtp.to_dict("records"):
                        best = [tier for tier in prices if person[tier] >= prices[tier]]
                        if best:
                            counts[best[-1]] += 1
                    return pd.Series(counts)
                """,
                name="the most expensive tier that a person can afford",
                says="This takes the most expensive tier that a person can afford: look for the largest"
                " surplus.",
            ),
            slip(
                """
                def buyers(wtp, prices):
                    tiers = sorted(prices)
                    surplus = wtp[tiers] - pd.Series(prices)[tiers]
                    chosen = surplus[surplus.max(axis=1) >= 0].idxmax(axis=1)
                    return chosen.value_counts().reindex(list(prices), fill_value=0)
                """,
                name="the alphabet decides between equal surpluses",
                says="For the fifth person, the first two tiers leave the same. The price decides, not the"
                " name: they take the cheaper one.",
            ),
            slip(
                """
                def buyers(wtp, prices):
                    tiers = list(prices)[::-1]
                    s = wtp[tiers] - pd.Series(prices)[tiers]
                    return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(tiers, fill_value=0)
                """,
                name="the more expensive of two equal surpluses",
                says="For the fifth person, Lite and Membership leave the same. They take the cheaper one.",
            ),
            slip(
                "wtp[list(prices)] - pd.Series(prices)",
                "wtp.loc[~wtp.index.duplicated(), list(prices)] - pd.Series(prices)",
                says="Each row is a person. Two rows with the same label are two people.",
            ),
            slip(
                "wtp[list(prices)] - pd.Series(prices)",
                "wtp - pd.Series(prices).reindex(wtp.columns, fill_value=0)",
                says="A column that is not in `prices`, such as an age, is no tier: leave it out.",
            ),
            slip(
                "chosen = surplus[surplus.max(axis=1) >= 0]",
                "chosen = wtp.loc[surplus.max(axis=1) >= 0, list(prices)]",
                says="Here people take the tier that is worth most to them. They should take the one with the"
                " largest surplus: worth less price.",
            ),
            slip(
                "fill_value=0)",
                "fill_value=0) * pd.Series(prices)",
                says="This is the money that each tier brings. Count its buyers.",
            ),
            slip(
                ".reindex(list(prices), fill_value=0)",
                "",
                says="A tier without buyers belongs in the result, too, with 0.",
            ),
            slip(
                ", fill_value=0",
                "",
                says="A tier without buyers has 0 buyers, and not NaN.",
            ),
            slip(
                "return chosen.value_counts().reindex(list(prices), fill_value=0)",
                "return chosen.value_counts().reindex(list(prices), fill_value=0) / len(wtp)",
                says="These are shares. Count the buyers.",
            ),
        ],
        also=[
            form(
                "person by person",
                """
                def buyers(wtp, prices):
                    counts = dict.fromkeys(prices, 0)
                    for _, person in wtp.iterrows():
                        best = max(prices, key=lambda tier: person[tier] - prices[tier])
                        if person[best] >= prices[best]:
                            counts[best] += 1
                    return counts
                """,
            ),
            form(
                "with numpy",
                """
                import numpy as np

                def buyers(wtp, prices):
                    tiers = list(prices)
                    surplus = wtp[tiers].to_numpy() - np.array([prices[t] for t in tiers])
                    best = surplus.argmax(axis=1)[surplus.max(axis=1) >= 0]
                    return pd.Series(np.bincount(best, minlength=len(tiers)), index=tiers)
                """,
            ),
        ],
        right="Now you can ask of any set of prices who takes what.",
        survivors={
            "buyers(arguments sorted)": "the order of people has no meaning",
            "buyers(arguments index reset)": "the labels of the people have no meaning",
        },
    ),
    task(
        "04-q6",
        points=3,
        names=["fits_rule", "multiples"],
        tol=0.0051,
        examples={
            "fits_rule(100, 500)": "True",
            "fits_rule(100, 200)": "False",
            "fits_rule(100, 2000)": "False",
            "fits_rule(100, 300)": "True",
            "fits_rule(100, 1000)": "True",
            "fits_rule(100, 1003)": "False",
            "fits_rule(100, 450, low=5)": "False",
            "fits_rule(100, 470, high=4)": "False",
        },
        form={"multiples": "[2.5, 4.5, 6.5]"},
        hidden=[
            "fits_rule(100, 299)",
            "fits_rule(200, 610)",
            "fits_rule(100.4, 300.2)",
            "fits_rule(997, 9997)",
            "fits_rule(100, 1100, high=11)",
            "fits_rule(100, 250, low=2)",
            "fits_rule(80, 80, low=1, high=1)",
            "multiples",
        ],
        slips=[
            slip(
                "multiples = [3.01, 10.03, 6.03]",
                "multiples = [0.33, 0.1, 0.17]",
                hidden_only=True,
                says="Upside down: divide the price of the coaching by that of the course.",
            ),
            slip(
                "multiples = [3.01, 10.03, 6.03]",
                "multiples = [3.01, 10.03, 3.01]",
                hidden_only=True,
                says="The course of the case study has another price than the course of the example.",
            ),
            slip(
                "multiples = [3.01, 10.03, 6.03]",
                "multiples = [3, 10, 6]",
                hidden_only=True,
                says="Give at least two decimals: whole numbers hide on which side of a limit they are.",
            ),
            slip(
                "return low <= coaching / course <= high",
                'return "True" if low <= coaching / course <= high else "False"',
                says="Return True or False without quotes.",
            ),
            slip(
                "low <= coaching / course <= high",
                "low < coaching / course <= high",
                says="At least 3 times: 300 is exactly 3 times 100, and keeps to the rule.",
            ),
            slip(
                "low <= coaching / course <= high",
                "low <= coaching / course < high",
                says="At most 10 times: 1000 is exactly 10 times 100, and keeps to the rule.",
            ),
            slip(
                "low <= coaching / course <= high",
                "low <= round(coaching / course) <= high",
                says="1003 is a little more than 10 times 100. Compare before you round.",
            ),
            slip(
                "low <= coaching / course <= high",
                "3 <= coaching / course <= high",
                says="Use `low`, which is 5 in this call.",
            ),
            slip(
                "low <= coaching / course <= high",
                "low <= coaching / course <= 10",
                says="Use `high`, which is 4 in this call.",
            ),
            slip(
                "coaching / course",
                "course / coaching",
                says="500 is 5 times 100. Divide the coaching by the course, and compare with `low` and"
                " `high`.",
            ),
            slip(
                "low <= coaching / course <= high",
                "coaching / course <= high",
                says="200 is 2 times 100, less than `low`. Both limits must hold: is the lower one missing?",
            ),
            slip(
                "low <= coaching / course <= high",
                "low <= coaching / course",
                says="2000 is 20 times 100, more than `high`. Both limits must hold: is the upper one"
                " missing?",
            ),
        ],
        also=[
            form(
                "two comparisons of amounts",
                """
                import numpy as np

                def fits_rule(course, coaching, low=3, high=10):
                    return np.logical_and(coaching >= low * course, coaching <= high * course)

                multiples = np.array([2997, 9997, 2997]) / np.array([997, 997, 497])
                """,
            ),
            form(
                "an if",
                """
                def fits_rule(course, coaching, low=3, high=10):
                    if coaching / course < low or coaching / course > high:
                        return False
                    return True

                multiples = (2997 / 997, round(9997 / 997, 2), 6.03)
                """,
            ),
        ],
        right="The rule has a wide band. Look at what it decides for your own Quillwork.",
    ),
]
