"""Who joins the community, what it does to how long they stay, and that the truth says both."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint, BlueprintError, Joining
from ecotools.metrics import community, effects
from ecotools.simulate import GhostTown, ToxicMonth, simulate
from tests.simulate.companies import YAML
from tests.simulate.test_seed import fingerprints


@pytest.fixture
def club(company):
    """A company in which every third buyer takes the basic plan, and only churn ends it."""
    assumed = company.assumptions
    assumed.channels[0].visitors_per_month = 6000
    assumed.subscribe_rate, assumed.plan_change = {"basic": 0.5}, {}
    assumed.churn = {"basic": {"alpha": 1, "beta": 4}}
    assumed.payment_failure_rate = 0
    return company


def joined(company, months=14, seed=5, **joining):
    company.assumptions.joining = {"share": 0.4} | joining
    return simulate(company, months, seed)


def told(ledger):
    """The shares that the truth tells, month by month."""
    return pd.DataFrame(ledger.truth["joining"]["stay"]).set_index("months")


def test_a_community_that_does_nothing_leaves_everything_but_the_activity_as_it_was(club):
    before = fingerprints(simulate(club, 8, 5))
    after = fingerprints(joined(club, 8, selection=0.8))
    assert {name for name in before if before[name] != after[name]} == {"activity"}


def test_an_effect_changes_subscriptions_and_activity_and_invitations_the_surveys(club):
    before = fingerprints(simulate(club, 8, 5))
    effect = fingerprints(joined(club, 8, effect=0.5))
    lots = fingerprints(joined(club, 8, invited_share=0.5))
    assert {name for name in before if before[name] != effect[name]} == {"subscriptions", "activity"}
    assert {name for name in before if before[name] != lots[name]} == {"surveys", "activity"}


def test_without_a_community_the_truth_says_nothing_of_it(company):
    assert simulate(company, 3, 1).truth["joining"] == {}


@pytest.mark.parametrize(("share", "selection"), [(0.4, 0.0), (0.4, 0.9), (0.7, 1.0)])
def test_the_share_that_joins_is_the_one_assumed_however_strong_the_selection(club, share, selection):
    truth = joined(club, share=share, selection=selection).truth["joining"]
    assert truth["joined"] / truth["could_join"] == pytest.approx(share, abs=0.03)


def test_members_begin_with_a_post_and_others_never_post_comment_or_come(club):
    ledger = joined(club, selection=0.5).check()
    activity = ledger.activity[ledger.activity["action"].isin(effects.TOGETHER)]
    first = activity.sort_values("day").drop_duplicates("customer_id")
    assert (first["action"] == "post").all()
    began = ledger.subscriptions.groupby("customer_id")["start"].min()
    after = (first["day"] - first["customer_id"].map(began)).dt.days
    assert after.between(7, 20).all()
    # Those whose day to join lies after the end of the ledger are counted in the truth alone.
    late = (began > ledger.end - pd.Timedelta(days=21)).sum()
    assert 0 <= ledger.truth["joining"]["joined"] - len(first) <= late


def test_nobody_has_two_rows_on_a_day(club):
    activity = joined(club, selection=0.5, effect=0.3).activity
    assert not activity.duplicated(["customer_id", "day"]).any()
    assert activity["day"].is_monotonic_increasing


def test_those_who_would_stay_longer_are_busier_in_the_first_week(club):
    people = effects.subscribers(joined(club), months=6)
    stayed = people.groupby("busy_days")["stayed"].mean()
    assert stayed.index.tolist() == list(range(7))
    assert stayed[6] - stayed[0] > 0.5


def test_joining_by_lot_makes_members_like_the_others(club):
    table = told(joined(club, selection=0))
    assert np.allclose(table["members_without"], table["everybody_without"], atol=0.04)


def test_selection_alone_makes_members_stay_longer_than_everybody_and_joining_does_nothing(club):
    table = told(joined(club, selection=1))
    assert (table["members_without"] - table["everybody_without"]).loc[6] > 0.1
    assert (table["members"] == table["members_without"]).all()


def test_the_effect_multiplies_each_ones_churn_of_a_month(club):
    """Without differences between people, survival after n renewals is (1 - churn x (1 - effect))^n."""
    club.assumptions.churn = {"basic": {"alpha": 200_000, "beta": 800_000}}
    table = told(joined(club, share=1, effect=0.4))
    expected = (1 - 0.2 * 0.6) ** table.index.to_numpy()
    assert np.allclose(table["members"], expected, atol=0.035)
    assert np.allclose(table["members_without"], 0.8 ** table.index.to_numpy(), atol=0.035)


def test_where_people_differ_survival_is_the_mean_over_their_own_churns(club):
    """E[(1 - 0.6 theta)^n] for theta ~ Beta(1, 4), by numbers."""
    table = told(joined(club, share=1, effect=0.4))
    theta = (np.arange(100_000) + 0.5) / 100_000
    density = 4 * (1 - theta) ** 3
    for month in (1, 3, 6, 12):
        expected = ((1 - 0.6 * theta) ** month * density).mean()
        assert table.loc[month, "members"] == pytest.approx(expected, abs=0.035), month


def test_an_effect_of_one_keeps_every_member(club):
    assert (told(joined(club, effect=1))["members"] == 1).all()


@settings(max_examples=8, deadline=None)
@given(selection=st.floats(0, 1), hidden=st.floats(0, 1), effect=st.floats(0, 1), share=st.floats(0.1, 0.9))
def test_belonging_never_shortens_a_stay_and_the_members_truth_lies_in_the_ledger(
    selection, hidden, effect, share
):
    company = Blueprint.from_yaml(YAML)
    company.assumptions.joining = Joining(share=share, selection=selection, hidden=hidden, effect=effect)
    ledger = simulate(company, 6, 3).check()
    table = told(ledger)
    for group in ("members", "everybody"):
        assert (table[group] >= table[f"{group}_without"]).all()


def test_invitations_are_a_lot_and_persuade_as_many_as_assumed(club):
    ledger = joined(club, invited_share=0.5, persuaded=0.5, selection=0.8)
    people = effects.subscribers(ledger, months=2)
    share = people.groupby("invited")["joined"].mean()
    assert people["invited"].mean() == pytest.approx(0.5, abs=0.04)
    assert share[0] == pytest.approx(0.4, abs=0.05)
    assert share[1] == pytest.approx(0.4 + 0.5 * 0.6, abs=0.05)
    busy = people.groupby("invited")["busy_days"].mean()
    assert busy[0] == pytest.approx(busy[1], abs=0.25)
    scores = community.nps_answers(ledger)
    assert scores.between(0, 10).all()
    assert len(scores) + (ledger.surveys["survey"] == "invitation").sum() == len(ledger.surveys)


def test_only_subscribers_of_the_plans_named_can_join(company):
    ledger = joined(company, 8, plans=["room"])
    done = ledger.activity[ledger.activity["action"].isin(effects.TOGETHER)]["customer_id"].unique()
    rooms = ledger.subscriptions.query("product == 'room'")["customer_id"].unique()
    assert len(done)
    assert set(done) <= set(rooms)


def test_a_community_that_opens_later_keeps_nobody_before(club):
    early, late = joined(club, effect=0.9), joined(club, effect=0.9, from_month=9)
    club.assumptions.joining = None
    without = simulate(club, 14, 5)
    opened = pd.Timestamp("2025-09-01")

    def ended(ledger):
        ends = ledger.subscriptions["end"]
        return (ends < opened).sum(), (ends >= opened).sum()

    assert ended(late)[0] == ended(without)[0] > ended(early)[0]
    assert ended(late)[1] < ended(without)[1]
    done = late.activity[late.activity["action"].isin(effects.TOGETHER)]
    assert done["day"].min() >= opened


@pytest.mark.parametrize(
    ("joining", "said"),
    [
        ({"share": 40}, "0.4"),
        ({"share": 0.4, "effect": -0.1}, "effect"),
        ({"share": 0.4, "plans": ["basik"]}, "basic"),
        ({"share": 0.4, "plans": ["course"]}, "sold once"),
        ({"share": 0.4, "from_month": 0}, "from_month"),
    ],
)
def test_what_cannot_be_assumed_of_joining_is_refused_by_name(company, joining, said):
    text = company.to_yaml()
    lines = [f"    {name}: {value}" for name, value in joining.items()]
    with pytest.raises(BlueprintError, match=said):
        Blueprint.from_yaml(text.rstrip() + "\n  joining:\n" + "\n".join(lines) + "\n")


# What goes wrong


def left(ledger, since, before):
    """Of the subscriptions running on a day, the shares of members' and of others' that ended by another."""
    rows, day = ledger.subscriptions, pd.Timestamp(since)
    running = rows[(rows["start"] < day) & ~(rows["end"] < day)]
    member = running["customer_id"].isin(joiners(ledger, until=day))
    other = ~running["customer_id"].isin(joiners(ledger))
    gone = running["end"] < pd.Timestamp(before)
    return gone[member].mean(), gone[other].mean()


def joiners(ledger, since="2000-01-01", until="2100-01-01"):
    done = ledger.activity[ledger.activity["action"].isin(effects.TOGETHER)]
    first = done.groupby("customer_id")["day"].min()
    return first.index[(first >= pd.Timestamp(since)) & (first < pd.Timestamp(until))]


def test_in_a_toxic_month_members_leave_as_much_more_often_and_others_as_before(club):
    club.assumptions.joining = {"share": 0.5}
    calm, toxic = (simulate(club, 12, 5, incidents=each) for each in ([], [ToxicMonth(7, churn_factor=4)]))
    before, after = (left(each, "2025-07-01", "2025-08-01") for each in (calm, toxic))
    assert after[1] == before[1]
    assert after[0] / before[0] == pytest.approx(4, rel=0.3)
    assert toxic.truth["joining"]["stay"] == calm.truth["joining"]["stay"]


def test_in_a_ghost_town_nobody_posts_and_who_joins_then_leaves_sooner(club):
    club.assumptions.joining = {"share": 0.5, "effect": 0.3}
    alive, dead = (simulate(club, 14, 5, incidents=each) for each in ([], [GhostTown(5, churn_factor=3)]))
    done = dead.activity[dead.activity["action"].isin(effects.TOGETHER)]
    silent = done[done["day"].between("2025-05-01", "2025-07-31")]
    first = done.sort_values("day").drop_duplicates("customer_id")
    assert len(silent) and set(silent.index) <= set(first.index)
    assert set(silent["action"]) == {"post"}

    def stayed(ledger, since, until):
        people = effects.subscribers(ledger, months=5).set_index("customer_id")
        return people.loc[people.index.intersection(joiners(ledger, since, until)), "stayed"].mean()

    assert stayed(dead, "2025-05-01", "2025-08-01") < stayed(alive, "2025-05-01", "2025-08-01") - 0.1
    assert stayed(dead, "2025-02-01", "2025-05-01") == stayed(alive, "2025-02-01", "2025-05-01")


@pytest.mark.parametrize("incident", [GhostTown, ToxicMonth])
def test_what_goes_wrong_in_a_community_needs_one_and_makes_nobody_stay(company, incident):
    with pytest.raises(ValueError, match=f"{incident.__name__}: nobody joins a community"):
        simulate(company, 6, 5, incidents=[incident(3)])
    with pytest.raises(ValueError, match="churn_factor must be 1 or more"):
        incident(3, churn_factor=0.5)
    calm = fingerprints(joined(company, 6, effect=0.3))
    company.assumptions.joining = {"share": 0.4, "effect": 0.3}
    same = fingerprints(simulate(company, 6, 5, incidents=[incident(3, churn_factor=1)]))
    assert same["subscriptions"] == calm["subscriptions"]
    told = simulate(company, 6, 5, incidents=[incident(3)]).check().truth["incidents"]
    assert told[0]["kind"] == incident.kind
