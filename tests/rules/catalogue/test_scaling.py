"""The rules about growth: the borders of phases, profiles, a ledger, and what is not checked."""

import pandas as pd
import pytest

from ecotools.ledger import Ledger
from ecotools.rules import rule

from ..examples import outcome


def found(id, example, ledger=None):
    """Return what the findings of a rule say; None when it is not checked."""
    one = outcome(rule(id), example, ledger)
    return None if one.word == "not checked" else [finding.found for finding in one.findings]


def measured(**values):
    """Return what is measured as YAML: a number, or a list of numbers by month."""

    def told(value):
        if not isinstance(value, list):
            return f"value: {value}"
        months = (f"2026-{month:02}: {number}" for month, number in enumerate(value, 1))
        return f"values: {{{', '.join(months)}}}"

    return (
        f"measured: [{', '.join(f'{{metric: {name}, {told(value)}}}' for name, value in values.items())}]\n"
    )


def grown(scores, members=(10, 20, 30), from_ledger=True):
    """Return a ledger of three months: subscribers that many, and these answers to the NPS question."""
    starts = pd.to_datetime(["2026-01-01", "2026-02-01", "2026-03-01"])
    joined = [1 + i for i, now in enumerate(members) for _ in range(now - (members[i - 1] if i else 0))]
    people = range(len(joined))
    subscriptions = pd.DataFrame({
        "subscription_id": people, "customer_id": people, "product": "club",
        "start": [starts[month - 1] for month in joined], "end": pd.NaT, "price": 29.0,
        "interval_months": 1, "quantity": 1, "discount": 0.0, "ended_by": "",
    })  # fmt: skip
    rows = [(start, float(score)) for start, month in zip(starts, scores, strict=True) for score in month]
    surveys = pd.DataFrame(rows, columns=["day", "answer"]).assign(
        customer_id=1, survey="nps", question="score"
    )
    return Ledger(subscriptions=subscriptions, surveys=surveys, start="2026-01-01", end="2026-04-01")


@pytest.mark.parametrize(
    ("members", "revenue", "wrong"),
    [
        (99, 5_000, False), (99, 15_001, True), (100, 15_000, False), (100, 14_999, True),
        (500, 50_000, False), (500, 900_000, False), (500, 49_999, True),
    ],
)  # fmt: skip
def test_the_band_of_revenue_is_that_of_the_phase(members, revenue, wrong):
    assert bool(found("SCL01", measured(members=members, revenue=revenue))) == wrong


def test_courses_with_coaching_may_earn_what_their_source_projects():
    said = measured(members=150, revenue=79_400)
    assert found("SCL01", said) == ["$79,400 a month with 150 members"]
    assert found("SCL01", f"profile: infoproduct\n{said}") == []


def test_more_than_the_band_is_nothing_to_repair():
    (above,) = outcome(rule("SCL01"), measured(members=50, revenue=30_000)).findings
    (less,) = outcome(rule("SCL01"), measured(members=50, revenue=300)).findings
    assert above.do.startswith("Nothing to repair") and "Compare" in less.do
    assert less.threshold == "$5,000 to $15,000 a month"


def test_dollars_say_nothing_about_yen_unless_the_business_sets_its_band():
    said = "currency: JPY\n" + measured(members=50, revenue=900_000)
    assert found("SCL01", said) is None
    own = "thresholds: {SCL01: {value: {foundation: [700000, 2000000]}, reason: As others here}}\n"
    assert found("SCL01", said + own) == []


def test_the_revenue_of_a_ledger_counts_before_the_measured_one():
    said = measured(members=50, revenue=9_000)
    assert found("SCL01", said) == []
    assert found("SCL01", said, grown([[], [], []])) == ["$870 a month with 50 members"]


@pytest.mark.parametrize(("profile", "lacking"), [
    ("creator", []), ("infoproduct", ["department head"]), ("community", ["department head"]),
    ("saas", ["department head"]),
])  # fmt: skip
def test_the_largest_phase_needs_heads_of_department_except_for_creators(profile, lacking):
    team = "team: {people: [{role: creator}, {role: community_manager}, {role: support}]}"
    said = f"profile: {profile}\n{measured(members=500)}{team}"
    assert found("SCL02", said) == [f"no {role} for 500 members" for role in lacking]


def test_a_founder_alone_is_team_enough_for_the_first_hundred():
    assert found("SCL02", measured(members=99) + "team: {people: [{role: developer}]}") == []
    assert found("SCL02", measured(members=9) + "team: {people: []}") == ["no creator for 9 members"]
    assert found("SCL02", measured(members=100) + "team: {people: [{role: creator}]}") == [
        "no community manager or support for 100 members"
    ]
    assert found("SCL02", measured(members=100)) is None


@pytest.mark.parametrize(
    ("members", "hours", "wrong"),
    [(99, 10, False), (99, 11, True), (100, 15, False), (499, 26, True), (500, 30, False), (500, 29, True)],
)
def test_the_hours_are_those_of_the_phase(members, hours, wrong):
    said = measured(members=members) + f"team: {{hours_per_week: {hours}}}"
    assert bool(found("SCL03", said)) == wrong


def test_a_full_week_of_which_a_part_is_for_members_is_told_how_to_say_so():
    week = measured(members=60) + "team: {people: [{role: creator, hours_per_week: 40}]}"
    (one,) = outcome(rule("SCL03"), week).findings
    assert one.found == "40 hours a week for 60 members" and "community_hours_per_week" in one.do
    assert one.threshold == "5 to 10 hours a week"
    assert found("SCL03", week.replace("people:", "community_hours_per_week: 8, people:")) == []


def time(*content, more=""):
    months = (f"{{month: 2026-{month:02}, content: {share}{more}}}" for month, share in enumerate(content, 1))
    return f"team: {{creator_time: [{', '.join(months)}]}}"


@pytest.mark.parametrize(
    ("members", "shares", "wrong"),
    [
        (100, (0.5, 0.6), False),
        (101, (0.5, 0.6), True),
        (101, (0.5, 0.5), True),
        (101, (0.5, 0.9, 0.4), False),
    ],
)
def test_above_a_hundred_members_the_share_of_content_falls(members, shares, wrong):
    assert bool(found("SCL04", measured(members=members) + time(*shares))) == wrong


def test_who_leads_already_need_not_make_less_and_one_month_shows_no_change():
    assert found("SCL04", measured(members=300) + time(0.2, 0.2, more=", leadership: 0.5")) == []
    assert found("SCL04", measured(members=300) + time(0.2, more=", leadership: 0.5")) == []
    assert found("SCL04", measured(members=300) + time(0.7)) is None


@pytest.mark.parametrize("metric", ["engagement", "active_share", "nps"])
def test_two_months_of_more_members_and_less_quality_are_too_many(metric):
    def said(*quality):
        return measured(members=[10, 20, 30, 40], **{metric: list(quality)})

    assert len(found("SCL05", said(0.5, 0.6, 0.5, 0.4))) == 1
    assert found("SCL05", said(0.6, 0.5, 0.6, 0.5)) == [], "one month is none"
    assert found("SCL05", said(0.6, 0.5, 0.4, 0.5)) == [], "it has turned"


def test_quality_that_falls_while_members_leave_is_another_problem():
    assert found("SCL05", measured(members=[30, 20, 10], nps=[50, 40, 30])) == []


def test_two_months_or_a_single_number_show_no_run():
    assert found("SCL05", measured(members=[10, 20], nps=[50, 40])) is None
    assert found("SCL05", measured(members=20, nps=[50, 40, 30])) is None
    assert found("SCL05", measured(members=[10, 20, 30])) is None


def test_a_ledger_tells_growth_and_the_mood_and_few_answers_tell_no_fall():
    clear = grown([[10] * 40, [10] * 20 + [8] * 20, [5] * 20 + [8] * 20])
    (one,) = found("SCL05", "", clear)
    assert one == "from 2026-01 to 2026-03 members grew from 10 to 30, while NPS fell from 100 to -50"
    assert found("SCL05", "", grown([[10, 10, 5], [10, 8, 5], [10, 5, 5]])) == []


@pytest.mark.parametrize(
    ("phases", "wrong"),
    [
        ("0-100 100-500 500-", []),
        ("500- 0-100 100-500", []),
        ("0-99 100-499 500-", ["99 members: in no phase", "499 members: in no phase"]),
        ("0-150 100-500 500-", ["100 to 149 members: in two phases"]),
        ("10-100 100-", ["0 to 9 members: in no phase"]),
        ("0-100 100-500", []),
        ("0- 100-", ["100 members and more: in two phases"]),
        ("0-100 100-100 100-", ["b holds for no number of members"]),
    ],
)
def test_phases_are_half_open_and_cover_every_number(phases, wrong):
    entries = []
    for name, phase in zip("abc", phases.split(), strict=False):
        low, high = phase.split("-")
        entries.append(f"{{name: {name}, min_members: {low}{f', max_members: {high}' if high else ''}}}")
    said = found("SCL06", f"strategy: {{phases: [{', '.join(entries)}]}}")
    assert len(said) == len(wrong) and all(
        one.startswith(part) for one, part in zip(said, wrong, strict=True)
    )
