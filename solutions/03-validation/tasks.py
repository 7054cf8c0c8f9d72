"""The tasks of module 03: an interval, enough sales, fair votes, first problems, hidden faults, a claim."""

from ecotools.grading.authoring.tasks import form, slip, task

# Voters and requests that are neither sorted nor counted from 0, one voter with one vote, several loud ones.
CROWD = (
    'pd.DataFrame({"note": list("abcdefghijk"), "request": [7, 3, 7, 7, 9, 3, 3, 9, 7, 5, 3],'
    ' "voter": ["x", "b", "x", "b", "b", "x", "b", "m", "m", "k", "x"]},'
    " index=[4, 9, 2, 7, 5, 1, 3, 3, 8, 6, 0])"
)
ONE = 'pd.DataFrame({"voter": [5], "request": ["z"]}, index=[9])'
# One who asks for five things, and two pairs of a voter and a request that read alike when put together.
GREEDY = 'pd.DataFrame({"voter": ["ab"] * 5 + ["a"], "request": ["c", "d", "e", "f", "g", "bc"]})'
LOUD = 'pd.DataFrame({"voter": ["a"] * 5 + ["b"], "request": ["p"] * 4 + ["q", "p"]})'
# Ids that are not 1 to n, two rows that look alike, a person with nothing but a 0, a group of one.
PEOPLE = (
    'pd.DataFrame({"person": [12, 7, 12, 3, 40, 7, 8, 3, 9], "group": list("sbsbfbsbb"),'
    ' "problem": ["x", "x", "x", "y", "x", "z", "y", "y", "x"], "often": [2, 1, 2, 0, 6, 3.5, 2, 4, 0],'
    ' "pain": [3, 5, 3, 4, 2, 1, 5, 2.5, 4], "age": [1, 2, 1, 4, 5, 6, 7, 8, 9]},'
    " index=[2, 2, 8, 5, 0, 9, 4, 1, 0])"
)

TASKS = [
    task(
        "03-q1",
        points=4,
        names="share_range",
        examples={
            "share_range(3, 10, z=2)": "[0.10561690, 0.60866881]",
            "share_range(0, 20)": "[0, 0.16113013]",
            "share_range(9, 15)": "[0.35746443, 0.80175772]",
            "share_range(0, 0)": "[float('nan'), float('nan')]",
        },
        tol=1e-6,
        hidden=[
            "share_range(20, 20)",
            "share_range(1, 1)",
            "share_range(0, 1, z=1.645)",
            "share_range(81, 263)",
            "share_range(1, 29, z=2.576)",
            "share_range(7, 15, z=1)",
            "share_range(0, 0, z=1.645)",
            'share_range(int(pilot["activated"].sum()), len(pilot))',
            'share_range(int(pilot["refunded"].sum()), len(pilot), z=1.645)',
        ],
        slips=[
            slip(
                """
                def share_range(k, n, z=1.96):
                    if n == 0:
                        return [float("nan"), float("nan")]
                    half = z * (k / n * (1 - k / n) / n) ** 0.5
                    return [k / n - half, k / n + half]
                """,
                name="the share and its standard error",
                says="This is the share plus and minus its standard error. Wilson's interval has another"
                " middle and another half width.",
            ),
            slip(
                "    middle = (k + z**2 / 2) / (n + z**2)\n",
                "    middle = k / n\n",
                name="the share as the middle",
                says="The middle is not k / n: it is (k + z²/2) / (n + z²).",
            ),
            slip(
                "(k * (n - k) / n + z**2 / 4) ** 0.5",
                "(k * (n - k) / n + z**2 / 4)",
                says="The half width has a square root: ** 0.5.",
            ),
            slip(
                "k * (n - k) / n + z**2 / 4",
                "k * (n - k) / n",
                says="Under the square root, add z²/4. Without it, the interval is too narrow.",
            ),
            slip(
                "half = z / (n + z**2)",
                "half = 1 / (n + z**2)",
                says="The half width begins with z / (n + z²), not with 1 / (n + z²).",
            ),
            slip(
                "return [middle - half, middle + half]",
                "return [100 * (middle - half), 100 * (middle + half)]",
                says="These are percents. A share is a fraction: 0.16 and not 16.",
            ),
            slip(
                "return [middle - half, middle + half]",
                "return [round(middle - half, 2), round(middle + half, 2)]",
                says="Do not round: others compute with it.",
            ),
            slip(
                "return [middle - half, middle + half]",
                "return [middle + half, middle - half]",
                says="The lower end comes first.",
            ),
            slip(
                """
                def share_range(k, n, z=1.96):
                    if n == 0:
                        return [float("nan"), float("nan")]
                    z = 1.96
                    middle = (k + z**2 / 2) / (n + z**2)
                    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
                    return [middle - half, middle + half]
                """,
                name="always 1.96",
                says="Use `z`, which is 2 in this call.",
            ),
            slip(
                'return [float("nan"), float("nan")]',
                "return [0, 0]",
                says="With nobody to count, the share is not known: NaN. Zero would be a claim.",
            ),
        ],
        also=[
            form(
                "a tuple from scipy",
                """
                from scipy.stats import binomtest, norm

                def share_range(k, n, z=1.96):
                    if not n:
                        return float("nan"), float("nan")
                    found = binomtest(k, n).proportion_ci(1 - 2 * norm.sf(z), method="wilson")
                    return found.low, found.high
                """,
            ),
            form(
                "numpy and shares",
                """
                import numpy as np

                def share_range(k, n, z=1.96):
                    if n < 1:
                        return np.array([np.nan, np.nan])
                    p, d = k / n, 1 + z * z / n
                    half = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d
                    return (p + z * z / (2 * n)) / d + np.array([-half, half])
                """,
            ),
        ],
        right="The interval has a width even when everybody or nobody did it.",
    ),
    task(
        "03-q2",
        points=4,
        names="chance_of",
        examples={
            "chance_of(1, 4, 0.3)": "0.7599",
            "chance_of(2, 3, 0.5)": "0.5",
            "chance_of(0, 3, 0.5)": "1",
            "chance_of(3, 3, 0.5)": "0.125",
            "chance_of(4, 3, 0.5)": "0",
        },
        tol=1e-6,
        hidden=[
            "chance_of(1, 40, 0.03)",
            "chance_of(9, 250, 0.041)",
            "chance_of(0, 0, 0.2)",
            "chance_of(1, 0, 0.2)",
            "chance_of(5, 10, 0)",
            "chance_of(10, 10, 1)",
            "chance_of(0, 12, 0)",
            "[chance_of(n, my_list, my_rate) for n in (5, 15, 30)]",
        ],
        slips=[
            slip(
                "sales - 1,",
                "sales,",
                says="This is the chance of more than so many. At least so many includes so many itself.",
            ),
            slip(
                "binom.sf(sales - 1, subscribers, rate)",
                "binom.pmf(sales, subscribers, rate)",
                says="This is the chance of exactly so many sales. More would do as well.",
            ),
            slip(
                "binom.sf(sales - 1, subscribers, rate)",
                "binom.cdf(sales, subscribers, rate)",
                says="This is the chance of at most so many sales. Here it is at least.",
            ),
            slip(
                "binom.sf(sales - 1, subscribers, rate)",
                "1 - binom.cdf(sales - 1, subscribers, rate) - binom.pmf(subscribers, subscribers, rate)",
                name="without the case that everybody buys",
                says="The case in which everybody buys belongs to it, too.",
            ),
            slip(
                "binom.sf(sales - 1, subscribers, rate)",
                "float(subscribers * rate >= sales)",
                says="This compares the mean with the sales. Sometimes more buy than on average, and"
                " sometimes fewer.",
            ),
            slip(
                "binom.sf(sales - 1, subscribers, rate)",
                "100 * binom.sf(sales - 1, subscribers, rate)",
                says="These are percents. A chance is a fraction: 0.5 and not 50.",
            ),
            slip(
                "binom.sf(sales - 1, subscribers, rate)",
                "rate**sales",
                says="This is the chance that so many given people all buy. Any of the subscribers may be"
                " among the buyers.",
            ),
        ],
        also=[
            form(
                "one minus the rest",
                """
                def chance_of(sales, subscribers, rate):
                    return 1 - binom.cdf(sales - 1, subscribers, rate)
                """,
            ),
            form(
                "a sum of exact chances",
                """
                from math import comb

                def chance_of(sales, subscribers, rate):
                    exact = (
                        comb(subscribers, k) * rate**k * (1 - rate) ** (subscribers - k)
                        for k in range(sales, subscribers + 1)
                    )
                    return sum(exact)
                """,
            ),
        ],
        right="Subscribers times rate is the middle: about one launch of two brings less.",
    ),
    task(
        "03-q3",
        points=5,
        names="shared_votes",
        examples={
            "shared_votes(few_votes)": "pd.Series({'app': 1 + 1/2 + 1/3, 'search': 1/3 + 1,"
            " 'tour': 1 + 1/2 + 1/3})",
            "shared_votes(few_votes.head(3))": "pd.Series({'app': 1, 'tour': 1})",
        },
        hidden=[
            f"shared_votes({CROWD})",
            f"shared_votes({CROWD}.iloc[::-1])",
            f"shared_votes({ONE})",
            f"shared_votes({LOUD})",
            f"shared_votes({GREEDY})",
            "shared_votes(my_votes)",
            "shared_votes(my_votes.iloc[7:60:3])",
        ],
        slips=[
            slip(
                'once = votes.drop_duplicates(["voter", "request"])',
                "once = votes",
                name="a second vote for one request counts",
                says="Cy voted twice for the tour and once for two others. Voting twice changes nothing:"
                " a third for each of the three.",
            ),
            slip(
                'once = votes.drop_duplicates(["voter", "request"])',
                'once = votes.drop_duplicates(["voter"])',
                says="This keeps the first vote of each voter only. Keep each pair of voter and request"
                " once.",
            ),
            slip(
                'once = votes.drop_duplicates(["voter", "request"])',
                'once = votes.drop_duplicates(["request"])',
                says="This keeps one vote for each request. Keep each pair of voter and request once.",
            ),
            slip(
                "return weights.groupby",
                "return (weights * 0 + 1).groupby",
                name="a whole vote for each request",
                says="These are numbers of voters. Whoever voted for three requests gives each of them a"
                " third.",
            ),
            slip(
                """
                def shared_votes(votes):
                    return votes["request"].value_counts()
                """,
                name="votes counted",
                says="This counts every vote. Every voter has one vote in all.",
            ),
            slip(
                'groupby(once["request"]).sum()',
                'groupby(once["request"]).mean()',
                says="Add the shares up. A mean does not grow with the number of voters.",
            ),
            slip(
                'groupby(once["request"]).sum()',
                'groupby(once["voter"]).sum()',
                says="This is one for each voter. Add the shares up by request.",
            ),
            slip(
                'return weights.groupby(once["request"]).sum()',
                'return weights.groupby(once["request"]).sum() / once["voter"].nunique()',
                says="These are shares of all voters. Return the sums of the shares: they add up to the"
                " number of voters.",
            ),
            slip(
                'once.groupby("voter")["request"].transform("size")',
                'once["request"].nunique()',
                name="shared by all requests",
                says="A voter's vote is shared by the requests that this voter voted for, not by all of"
                " them.",
            ),
            slip(
                'once.groupby("voter")["request"].transform("size")',
                'votes.groupby("voter")["request"].transform("size")[once.index]',
                name="divided by all votes of the voter",
                says="Divide by the number of different requests of the voter: Ada voted three times for one"
                " request, and gives it a whole vote.",
                hidden_only=False,
            ),
        ],
        also=[
            form(
                "loops over sets",
                """
                def shared_votes(votes):
                    wanted = {}
                    for row in votes.itertuples():
                        wanted.setdefault(row.voter, set()).add(row.request)
                    total = {}
                    for chosen in wanted.values():
                        for request in chosen:
                            total[request] = total.get(request, 0) + 1 / len(chosen)
                    return total
                """,
            ),
            form(
                "a table of voters and requests",
                """
                def shared_votes(votes):
                    table = pd.crosstab(votes["voter"], votes["request"]).clip(upper=1)
                    return table.div(table.sum(axis=1), axis=0).sum()
                """,
            ),
        ],
        right="The loud fans have one vote each, like everybody else.",
        survivors={
            "shared_votes(arguments sorted)": "the order of votes has no meaning",
            "shared_votes(arguments without duplicates)": "voting twice for one request changes nothing",
            "shared_votes(arguments index reset)": "the labels of votes have no meaning",
        },
    ),
    task(
        "03-q4",
        points=5,
        names="problem_scores",
        examples={
            'problem_scores(small_survey, "buyer")': "pd.Series({'price': 6, 'time': 10 / 3})",
            'problem_scores(small_survey, "fan")': "pd.Series({'time': 27 / 2, 'ideas': 5 / 2})",
        },
        hidden=[
            *(f'problem_scores({PEOPLE}, "{group}")' for group in "bsf"),
            f'problem_scores({PEOPLE}.iloc[::-1], "b")',
            f'problem_scores({PEOPLE}.replace({{"f": "no b"}}), "b")',
            'problem_scores(my_survey, "buyer")',
            'problem_scores(my_survey.sample(frac=0.5, random_state=3), "follower")',
        ],
        slips=[
            slip(
                'rows = survey[survey["group"] == group]',
                "rows = survey",
                name="all groups",
                says="Take the people of the group only: here the buyers.",
            ),
            slip(
                'rows["person"].nunique()',
                "len(rows)",
                says="Divide by people, not by rows: Ada has two rows.",
            ),
            slip(
                'rows["person"].nunique()',
                'survey["person"].nunique()',
                says="Divide by the people of the group, not by everybody who was asked.",
            ),
            slip(
                'return total / rows["person"].nunique()',
                'return (rows["often"] * rows["pain"]).groupby(rows["problem"]).mean()',
                name="the mean of those who name it",
                says="This is the mean of the rows that name the problem. Those who do not have it count"
                " with 0: divide the sum by all people of the group.",
            ),
            slip(
                'return total / rows["person"].nunique()',
                'return total / rows.groupby("problem")["person"].nunique()',
                name="divided by those who have it",
                says="This divides by the people who have the problem. Divide by all people of the group.",
            ),
            slip(
                'return total / rows["person"].nunique()',
                "return total",
                says="These are sums. Divide by the number of people of the group.",
            ),
            slip(
                'rows["often"] * rows["pain"]',
                'rows["often"] + rows["pain"]',
                says="Multiply how often by how much it hurts.",
            ),
            slip(
                'rows["often"] * rows["pain"]',
                'rows["often"]',
                says="This is only how often it occurs. Multiply by the pain.",
            ),
            slip(
                'rows["often"] * rows["pain"]',
                'rows["pain"]',
                says="This is only how much it hurts. Multiply by how often.",
            ),
            slip(
                'rows = survey[survey["group"] == group]',
                'rows = survey[(survey["group"] == group) & (survey["often"] > 0)]',
                name="rows with 0 left out",
                hidden_only=True,
                says="Somebody whose only row has 0 for `often` was asked, and counts as one of the people.",
            ),
            slip(
                'rows = survey[survey["group"] == group]',
                'rows = survey[survey["group"] == group].drop_duplicates(["person", "problem"])',
                says="One person may have two rows for one problem, as Ada has here. Both are added.",
            ),
        ],
        also=[
            form(
                "a table of people and problems",
                """
                def problem_scores(survey, group):
                    mine = survey.query("group == @group").assign(score=lambda t: t["often"] * t["pain"])
                    return mine.pivot_table(
                        index="person", columns="problem", values="score", aggfunc="sum", fill_value=0
                    ).mean()
                """,
            ),
            form(
                "loops",
                """
                def problem_scores(survey, group):
                    people, total = set(), {}
                    for row in survey.itertuples():
                        if row.group == group:
                            people.add(row.person)
                            total[row.problem] = total.get(row.problem, 0) + row.often * row.pain
                    return {problem: score / len(people) for problem, score in total.items()}
                """,
            ),
        ],
        right="Ask who is in the group before you believe the order.",
        survivors={
            "problem_scores(arguments index reset)": "the row labels have no meaning here",
            "problem_scores(arguments sorted)": "the order of rows has no meaning",
        },
    ),
    task(
        "03-q5",
        points=3,
        names="nobody_found",
        examples={
            'nobody_found(["a", "b", "c"], ["b", "c", "d"])': "1 / 3",
            'nobody_found(["a", "a", "b", "c"], ["c", "d", "c"])': "1",
            'nobody_found(["a", "b"], ["b", "a"])': "0",
            'nobody_found(["a", "b"], ["c"])': "2",
        },
        hidden=[
            'nobody_found([], ["x", "y"])',
            "nobody_found([], [])",
            "nobody_found([1, 2, 3, 4, 5], [4, 5, 6, 7, 7, 8, 9])",
            "nobody_found([7, 3, 3, 9], [1, 2])",
            'nobody_found(["late mail"] * 3, ["late mail"])',
            'nobody_found(["m", "m", "k"], ["m", "z", "m"])',
            'nobody_found(list("abcxyz"), list("xyzde"))',
            "nobody_found(list(range(30)), list(range(25, 60)))",
        ],
        slips=[
            slip(
                "a, b = set(list_a), set(list_b)\n    total = (len(a) + 1) * (len(b) + 1)",
                "a, b = set(list_a), set(list_b)\n    total = (len(list_a) + 1) * (len(list_b) + 1)",
                name="a fault on a list twice counts twice",
                says="A fault that is on one list twice counts once.",
            ),
            slip(
                "return total - len(a | b)",
                "return total",
                says="This is the estimate of all faults. Take off those that were found.",
            ),
            slip(
                "total - len(a | b)",
                "total - len(a) - len(b)",
                says="What both found is taken off twice. Count each fault once.",
            ),
            slip(
                "total - len(a | b)",
                "total - len(a & b)",
                says="Take off everything that at least one of them found, not only what both found.",
            ),
            slip(
                "/ (len(a & b) + 1) - 1",
                "/ (len(a & b) + 1)",
                says="At the end of Chapman's estimate, 1 is taken off.",
            ),
            slip(
                "(len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1",
                "len(a) * len(b) / max(len(a & b), 1)",
                name="without the ones",
                says="Chapman's estimate adds 1 to each of the three numbers, and takes 1 off at the end.",
            ),
            slip(
                "return total - len(a | b)",
                "return round(total - len(a | b))",
                says="Do not round: a third of a fault is an estimate.",
            ),
        ],
        also=[
            form(
                "lists without sets",
                """
                def nobody_found(list_a, list_b):
                    a, b = list(dict.fromkeys(list_a)), list(dict.fromkeys(list_b))
                    m = sum(fault in b for fault in a)
                    return (len(a) + 1) * (len(b) + 1) / (m + 1) - 1 - (len(a) + len(b) - m)
                """,
            ),
            form(
                "only on one list",
                """
                def nobody_found(list_a, list_b):
                    a, b = set(list_a), set(list_b)
                    return len(a - b) * len(b - a) / (len(a.intersection(b)) + 1)
                """,
            ),
        ],
        right="The less the two lists have in common, the more is left.",
        survivors={
            "nobody_found(arguments sorted)": "the order of a list has no meaning",
            "nobody_found(arguments without duplicates)": "a fault on a list twice counts once",
        },
    ),
    task(
        "03-q6",
        points=3,
        names=["fits_both", "answers"],
        tol=0.0006,
        examples={
            "fits_both(20)": "True",
            "fits_both(15)": "False",
            "fits_both(25)": "False",
            "fits_both(15, second=(12, 30))": "True",
            "fits_both(25, first=(20, 25))": "True",
            "fits_both(12, second=(12, 30))": "True",
            "fits_both(30, first=(10, 40))": "True",
            "fits_both(31, first=(10, 40))": "False",
            "fits_both(8, second=(5, 30))": "False",
        },
        form={"answers": "[12.0, 9000.0, 0.25]"},
        hidden=[
            "[people for people in range(50) if fits_both(people)]",
            "fits_both(10, second=(1, 30))",
            "fits_both(9, second=(1, 30))",
            "fits_both(4, (4, 4), (3, 5))",
            "fits_both(150, (100, 200), (120, 400))",
            "fits_both(15, (10, 12), (20, 30))",
            "fits_both(21, first=(10, 20))",
            "answers",
        ],
        slips=[
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 14955, 0.08]",
                hidden_only=True,
                says="The third number is the chance of more sales than the community needs. Exactly as"
                " many are enough.",
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 14955, 12.1]",
                hidden_only=True,
                says="A chance is a fraction between 0 and 1.",
            ),
            slip(
                "second[0] <= people",
                "second[0] < people",
                says="The ends belong to the ranges: 20 lies in both.",
            ),
            slip(
                "first[0] <= people <= first[1] and second[0]",
                "first[0] <= people <= first[1] or second[0]",
                says="15 lies in the first range only. It has to lie in both.",
            ),
            slip(
                "people <= second[1]",
                "people <= 30 and people < second[1]",
                name="the upper end of the second range left out",
                says="The ends belong to the ranges: 30 is the upper end of the second one here.",
            ),
            slip(
                "first[0] <= people <= first[1] and second[0]",
                "10 <= people <= 20 and second[0]",
                says="Use `first`, which goes from 20 to 25 in this call.",
            ),
            slip(
                "second[0] <= people <= second[1]",
                "20 <= people <= 30",
                says="Use `second`, which goes from 12 to 30 in this call.",
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 14955, 0.04158]",
                says="This is the chance of exactly as many as the community needs. More would do as well.",
                hidden_only=True,
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 14955, 0.5359]",
                says="This is the chance of at least 15 sales. The community needs another number.",
                hidden_only=True,
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 14955, 0.9202]",
                says="This is the chance of at most as many as the community needs. Here it is at least.",
                hidden_only=True,
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 14955, 0]",
                says="The sales that the guide computes are a mean. Sometimes more people buy.",
                hidden_only=True,
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 14955, 0.1248]",
                says="This is Poisson's distribution, which is only near. The sales have a binomial one.",
                hidden_only=True,
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 15000, 0.121]",
                says="Multiply the sales by the price that the quote names.",
                hidden_only=True,
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [15, 498500, 0.121]",
                says="Not every subscriber buys: multiply the sales by the price.",
                hidden_only=True,
            ),
            slip(
                "answers = [15, 14955, 0.121]",
                "answers = [500, 14955, 0.121]",
                says="This is the list. The first number is the sales that it brings.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "overlap of ranges",
                """
                import numpy as np

                def fits_both(people, first=(10, 20), second=(20, 30)):
                    low, high = np.maximum(first[0], second[0]), np.minimum(first[1], second[1])
                    return np.logical_and(people >= low, people <= high)

                answers = (0.03 * 500, 15 * 997, binom.sf(19, 500, 0.03))
                """,
            ),
            form(
                "an if for each end",
                """
                def fits_both(people, first=(10, 20), second=(20, 30)):
                    for low, high in (first, second):
                        if people < low or people > high:
                            return False
                    return True

                answers = [15.0, 14955.0, 0.1214]
                """,
            ),
        ],
        right="One number of people follows both pieces of advice.",
    ),
]
