"""The sections of a blueprint: what each refuses, and with which words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint, BlueprintError, Measured, Phase
from ecotools.blueprint.examples import full_example

OFFER = """\
name: Q
products:
  - {id: core, name: Core, kind: core, price: 100}
  - {id: club, name: Club, kind: community, price: 10, billing: month}
kpis:
  - {id: nps, name: NPS}
"""


def only(text):
    with pytest.raises(BlueprintError) as caught:
        Blueprint.from_yaml(text)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ("ladder: {tiers: [{product: clb}]}", "ladder.tiers[0].product", "Did you mean 'club'?"),
        ("ladder: {checkouts: [{id: a, offers: [croe]}]}", "ladder.checkouts[a].offers[0]", "mean 'core'"),
        ("ladder: {upgrades: [{from: cor, to: club}]}", "ladder.upgrades[0].from", "mean 'core'"),
        ("ladder: {upgrades: [{from_product: cor, to: club}]}", "ladder.upgrades[0].from_product", "'core'"),
        ("community: {metrics: [npss]}", "community.metrics[0]", "unknown KPI 'npss'. Did you mean 'nps'?"),
        ("community: {tiers: [clubb]}", "community.tiers[0]", "mean 'club'"),
        ("map: {nodes: [{id: a, kind: feature, kpi: np}]}", "map.nodes[a].kpi", "mean 'nps'"),
        (
            "map: {nodes: [{id: api, kind: feature}], edges: [{from: api, to: apis}]}",
            "map.edges[0].to",
            "unknown node 'apis'. Did you mean 'api'?",
        ),
        (
            "map: {nodes: [{id: a, kind: feature}], loops: [{id: l, nodes: [a, b]}]}",
            "map.loops[l].nodes[1]",
            "unknown node 'b'. Known: a.",
        ),
        (
            "map: {nodes: [{id: a, kind: feature}], none: [feature]}",
            "map.nodes[a].kind",
            "'feature' is in none, and here is one",
        ),
        ("plan: {phases: [{id: a, depends_on: [b]}]}", "plan.phases[a].depends_on[0]", "unknown phase 'b'"),
        ("plan: {phases: [{id: a, depends_on: [a]}]}", "plan.phases[a].depends_on[0]", "refers to itself"),
        (
            "plan: {phases: [{id: a, depends_on: [b]}, {id: b, depends_on: [a]}]}",
            "plan.phases[a].depends_on",
            "phases wait for each other: a before b before a",
        ),
        ("plan: {phases: [{id: a}, {id: a}]}", "plan.phases[a].id", "number 1 of phases has it already"),
        ("plan: {phases: [{id: a, launches: [clob]}]}", "plan.phases[a].launches[0]", "mean 'club'"),
        ("levers: [{id: a, experiment: b}]", "levers[a].experiment", "unknown experiment 'b'"),
        ("levers: [{id: a, kpi: nsp}]", "levers[a].kpi", "mean 'nps'"),
        ("growth: {experiments: [{id: a, subject: coer}]}", "growth.experiments[a].subject", "mean 'core'"),
        ("growth: {initiatives: [{id: a, kpis: [x]}]}", "growth.initiatives[a].kpis[0]", "unknown KPI 'x'"),
        ("projections: [{id: a, initiative: b}]", "projections[a].initiative", "unknown initiative 'b'"),
        (
            "platform: {integrations: [{id: a, partner: b}]}",
            "platform.integrations[a].partner",
            "unknown partner 'b'",
        ),
        ("measured: [{metric: curn_rate, value: 1}]", "measured[0].metric", "Did you mean 'churn_rate'?"),
        ("dashboard: {kpis: [npt]}", "dashboard.kpis[0]", "mean 'nps'"),
        ("claims: [{text: A, kpi: churn}]", "claims[0].kpi", "unknown KPI 'churn'"),
        ("projections: [{id: a, lines: [{product: x}]}]", "projections[a].lines[0].product", "unknown prod"),
        (
            "calendar: {releases: [{date: 2025-01-01, product: clu}]}",
            "calendar.releases[0].product",
            "'club'",
        ),
        (
            "channels: [{name: search}]\njourney: [{id: a, stage: awareness, asset: A, channel: serach}]",
            "journey[a].channel",
            "unknown channel 'serach'. Did you mean 'search'?",
        ),
        (
            "journey: [{id: a, stage: awareness, asset: A, automation: x}]",
            "journey[a].automation",
            "unknown automation 'x'",
        ),
        (
            "journey: [{id: a, stage: awareness, asset: A, derived_from: b}]",
            "journey[a].derived_from",
            "unknown touchpoint or product 'b'",
        ),
        (
            "automations: [{id: a, steps: [{id: s, action: deliver, next: [t]}]}]",
            "automations[a].steps[s].next[0]",
            "unknown step 't'. Known: s.",
        ),
        (
            "automations: [{id: a, steps: [{id: s, action: deliver}, {id: s, action: end}]}]",
            "automations[a].steps[s].id",
            "duplicate id 's'",
        ),
    ],
)
def test_what_points_to_nothing_is_named_with_the_nearest(more, field, message):
    problem = only(OFFER + more + "\n")
    assert (problem.line >= 7, problem.field) == (True, field)
    assert message in problem.message


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ("profile: createur", "profile", "Did you mean 'creator'?"),
        ("community: {moderatos: []}", "community.moderatos", "Did you mean 'moderators'?"),
        ("community: {type: program}", "community.type", "Did you mean 'programmed'?"),
        ("community: {guidelines: no}", "community.guidelines", "Write false, without quotes."),
        ("community: {guidelines: []}", "community.guidelines", "text, or true (there is one) or false"),
        ("community: {moderators: Ada}", "community.moderators", "a list: lines that start with '- '"),
        (
            "community: {paid_from_month: 0}",
            "community.paid_from_month",
            "a whole number, 1 or more, found 0",
        ),
        ("community: {rituals: [{name: A, minutes: -5}]}", "community.rituals[A].minutes", "above zero"),
        ("stack: {sso: yes}", "stack.sso", "Write true, without quotes."),
        ("levers: [{id: a, impact: high}]", "levers[a].impact", "a score from 1 (low) to 5 (high)"),
        ("levers: [{id: a, impact: 6}]", "levers[a].impact", "a score from 1 (low) to 5 (high), found 6"),
        (
            "levers: [{id: a, pillars: [data, network]}]",
            "levers[a].pillars[1]",
            "expected one of network_eff",
        ),
        ("plan: {title_days: 90 days}", "plan.title_days", "Write 90, without quotes"),
        ("plan: {phases: [{id: a, start: 2025-02-30}]}", "plan.phases[a].start", "no such day"),
        ("plan: {phases: [{id: a, start: 3.2.2025}]}", "plan.phases[a].start", "Write the year first"),
        ("plan: {phases: [{id: a, start: 2025/2/3}]}", "plan.phases[a].start", "Write 2025-02-03."),
        ("plan: {phases: [{id: a, start: 2025-02}]}", "plan.phases[a].start", "A month alone is not a day."),
        ("plan: {phases: [{id: a, start: 20250203}]}", "plan.phases[a].start", "such as 2025-03-01"),
        ("plan: {phases: [{id: a, start_day: 0}]}", "plan.phases[a].start_day", "1 or more, found 0"),
        (
            "plan: {phases: [{id: a, start: 2025-01-01, end_day: 9}]}",
            "plan.phases[a]",
            "expected dates (start, end) or days (start_day, end_day), found both",
        ),
        (
            "plan: {phases: [{id: a, start_day: 9, end_day: 3}]}",
            "plan.phases[a]",
            "ends on 3, before it starts on 9",
        ),
        ("measured: [{metric: nps}]", "measured[0]", "found neither"),
        ("measured: [{metric: nps, value: 1, values: {2025-01: 1}}]", "measured[0]", "found both"),
        ("measured: [{metric: nps, values: {January: 1}}]", "measured[0].values.January", "such as 2025-03"),
        ("measured: [{metric: nps, value: 1, period: 2025-01-31}]", "measured[0].period", "Write 2025-01."),
        (
            "projections: [{id: a, month: 4, to_month: 3}]",
            "projections[a]",
            "to_month is 3, before month 4",
        ),
        ("projections: [{id: a, amount_high: 3}]", "projections[a]", "give amount, its low end, too"),
        (
            "projections: [{id: a, lines: [{product: core, rate: 0.4, rate_high: 0.1}]}]",
            "projections[a].lines[0]",
            "rate_high is 0.1, below rate (0.4)",
        ),
        ("team: {creator_time: [{month: 2025-01, content: 0.8, sales: 0.4}]}", "team.creator_time[0]", "1.2"),
        ("platform: {partners: [{id: a, country: pt}]}", "platform.partners[a].country", "Write PT."),
        ("platform: {partners: [{id: a, country: Spain}]}", "platform.partners[a].country", "two capital"),
        (
            "platform: {marketplace: {platform_share: 30}}",
            "platform.marketplace.platform_share",
            "0.3, not 30",
        ),
        ("thresholds: {lad09: {value: 4, reason: A}}", "thresholds.lad09", "Write LAD09."),
        ("thresholds: {LAD09: {value: 4}}", "thresholds.LAD09.reason", "is missing. Why."),
        ("thresholds: {LAD09: 4}", "thresholds.LAD09", "expected a group of keys: value, reason; found 4"),
        ("thresholds: {LAD09: {value: [5, 2], reason: A}}", "thresholds.LAD09.value", "[low, high]"),
        ("thresholds: {LAD09: {value: many, reason: A}}", "thresholds.LAD09.value", "[low, high]"),
        (
            "community: {engagement: {targets: {visit: 1}, weights: {post: 1}}}",
            "community.engagement",
            "only one of them has post, visit",
        ),
        ("community: {engagement: {targets: {vist: 1}}}", "community.engagement.targets.vist", "'visit'"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_what_would_be_right(more, field, message):
    problem = only(OFFER + more + "\n")
    assert (problem.line, problem.field) == (7, field)
    assert message in problem.message


@pytest.mark.parametrize(
    ("bundle", "field", "message"),
    [
        ("includes: [core], included_months: {club: 3}", "included_months.club", "'club' is not in includes"),
        ("includes: [core], included_months: {core: 3}", "included_months.core", "'core' is sold once"),
        ("includes: [club], included_months: {club: 0}", "included_months.club", "above zero"),
        ("includes: [club], next: [all]", "next[0]", "refers to itself"),
    ],
)
def test_months_of_a_bundle_are_told_for_recurring_products_in_it(bundle, field, message):
    line = f"  - {{id: all, name: All, kind: bundle, {bundle}}}\n"
    problem = only(OFFER.replace("kpis:", line + "kpis:"))
    assert problem.field == f"products[all].{field}"
    assert message in problem.message


def test_channels_of_the_journey_are_free_words_until_the_channels_are_listed():
    step = "journey: [{id: a, stage: awareness, asset: A, channel: anywhere}]\n"
    assert Blueprint.from_yaml(OFFER + step).journey[0].channel == "anywhere"
    assert only(OFFER + "channels: []\n" + step).field == "journey[a].channel"


def test_not_said_and_said_to_be_none_are_two_things():
    silent = Blueprint.from_yaml("name: Q\ncommunity: {type: basic}\n").community
    assert (silent.moderators, silent.guidelines) == (None, None)
    told = Blueprint.from_yaml("name: Q\ncommunity: {moderators: [], guidelines: false}\n").community
    assert (told.moderators, told.guidelines) == ([], False)
    assert told.said("moderators") and not silent.said("moderators")


def test_a_phase_knows_its_length_from_dates_or_from_days():
    assert Phase(id="a", start="2025-02-27", end="2025-03-02").length_days == 4
    assert Phase(id="a", start_day=57, end_day=63).length_days == 7
    assert Phase(id="a", start_day=57).length_days is None


def test_a_time_of_day_is_not_a_day():
    with pytest.raises(ValueError, match="Leave out the time of day"):
        Phase(id="a", start=datetime.datetime(2025, 3, 1, 12))


def test_measurements_give_their_series_in_order_and_the_last_value():
    series = Measured(metric="nps", values={"2025-03": 3, "2025-01": 1})
    assert (list(series.series), series.last) == (["2025-01", "2025-03"], 3)
    single = Measured(metric="nps", value=7, period="2025-02")
    assert (single.series, single.last) == ({"2025-02": 7}, 7)
    assert Measured(metric="nps", value=7).series == {}
    assert Measured(metric="nps", values={}).last is None


@given(st.dates(datetime.date(1000, 1, 1)))
def test_any_day_is_read_as_itself(day):
    text = f"name: Q\nplan:\n  beta: {{end: {day.isoformat()}}}\n"
    assert Blueprint.from_yaml(text).plan.beta.end == day


LINES = full_example().splitlines(keepends=True)


@given(
    st.integers(0, len(LINES) - 1),
    st.sampled_from(
        ["", "x: 1\n", "- 1\n", "  [\n", "  y: {a: [b, {c: 1e999}]}\n", "    - {id: 1}\n", "\t\n"]
    ),
)
def test_a_damaged_example_is_read_or_refused_with_a_line_of_it(place, instead):
    text = "".join([*LINES[:place], instead, *LINES[place + 1 :]])
    try:
        Blueprint.from_yaml(text)
    except BlueprintError as error:
        lines = text.count("\n") + 1
        assert all(problem.line and 1 <= problem.line <= lines for problem in error.problems)


HOSTILE = {
    "a number beyond all floats": ("price: 1e999", "line 4: '1e999' is too large for a number"),
    "a number of 5,000 digits": ("price: " + "5" * 5000, "is too large for a number"),
    "days of 290 digits": (
        "conversion: {rate: 0.1, window_days: " + "5" * 290 + "}",
        "at most 36,525 (a hundred years), found 5.55556e+289",
    ),
    "not a number": ("price: .nan", "expected an amount of money"),
    "a key of a thousand letters": ("k" * 1000 + ": 1", "a key of 1,000 characters; a key has at most 200"),
    "a tag": ("price: !!float 4", "a tag (tag:yaml.org,2002:float)"),
    "an anchor": ("features: &f [a]", "an anchor (&f)"),
    "a merge": ("<<: {price: 4}", "unknown key '<<'"),
    "depth": ("features: " + "[" * 40 + "]" * 40, "nested more than 30 deep"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_values_are_refused_with_their_line(case):
    line, message = HOSTILE[case]
    text = f"name: Q\nproducts:\n  - {{id: a, name: A, kind: core}}\n  - {line}\n"
    with pytest.raises(BlueprintError) as caught:
        Blueprint.from_yaml(text)
    assert message in str(caught.value)
    assert all(problem.line == 4 for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("".join(f"k{n}: 1\n" for n in range(1_000_000)), "a blueprint has at most 300,000"),
        ("".join(f"k{n}: 1\n" for n in range(16_000)), "more than 30,000 keys and values"),
        ("name: Q\n" + "".join(f"k{n}: 1\n" for n in range(3000)), "has 100 problems"),
        ("name: Q\n" + "note: x\n" * 3000, "... and 2,899 more"),
    ],
    ids=["a million keys", "many keys", "many unknown keys", "one key over and over"],
)
def test_masses_of_keys_are_refused_before_they_cost_much(text, message):
    with pytest.raises(BlueprintError) as caught:
        Blueprint.from_yaml(text)
    assert message in str(caught.value)
    assert str(caught.value).count("\n") <= 102
