"""The stories of the seeds: a review finds in them what the audit of the claims calls inconsistent."""

import re

import pytest

from ecotools import data
from ecotools.claims import claims
from ecotools.data import stories, story
from ecotools.rules import review
from ecotools.sources.table import sources

CONTRADICTIONS = [
    # the issue's own list
    ("ninety-day-plan", "LCH03", "140 days, the title says 90", "B49 B50"),
    ("revenue-streams", "SUB07", "18 months, but a churn of 3% makes 33.3 months", "B12"),
    ("hundred-members", "SUB11", "programme is sold once, and counted in MRR", "B34"),
    ("revenue-streams", "PRJ07", "a share of 100 people, other lines of 1,000", "B05 B06"),
    ("community-plan", "LCH04", "14 days without a phase", "D18"),
    ("budgeting-api", "MET12", "churn_rate up by 15%, told as better", "E09"),
    # and what else the audit does not let stand, as far as a rule covers it
    ("first-launch", "LAD10", "no high-ticket offer at checkout", "A14"),
    ("first-launch", "JRN02", "no touchpoint of the stage activation", "A17"),
    ("revenue-streams", "PRJ04", "30 at $697; the high ends are 50 at $697", "B04 B09"),
    ("revenue-streams", "PRJ07", "full_community", "B07"),
    ("revenue-streams", "SUB07", "8 months, but a churn of 7% makes 14.3 months", "B11"),
    ("marketing-course", "PRJ01", "$379,600 for programme, but 380 at $997 are $378,860", "B14"),
    ("finance-toolkit", "PRJ01", "$75,460 for course, but 190 at $497 are $94,430", "B21 B22"),
    ("hundred-members", "SUB10", "$7,842, but $446.55 for 18 months are $8,037.90", "B35"),
    ("hundred-members", "SUB07", "18 months, but a churn of 5% makes 20 months", "B43"),
    ("hundred-members", "SUB07", "12 months, but a churn of 2% makes 50 months", "B44"),
    ("scaling-phases", "SCL02", "no department head for 500 members", "B48"),
    ("ninety-day-plan", "LAD13", "community opens 7 days after course", "B51"),
    ("ninety-day-plan", "LAD06", "core, community and coaching open within 42 days", "B51"),
    ("ninety-day-plan", "LCH07", "launched in month 4 and first earns in month 7", "B52"),
    ("ninety-day-plan", "PRJ02", "coaching at $2,000, but it costs $2,997", "B58"),
    ("ninety-day-plan", "SUB11", "coaching is sold once, and counted in MRR", "B59"),
    ("ninety-day-plan", "PRJ03", "80 of community, but 50 people at 60% are 30", "B61"),
    ("ninety-day-plan", "LAD11", "15 paying students when community opens", "B64"),
    ("community-plan", "COM22", "rituals take 13.7 hours a week, the team has 10", "D22"),
    ("budgeting-api", "PRJ06", "$2,000,000 of revenue are ARR", "E08"),
]
"""Story, rule, words of what it finds, and the claims of the audit that say the same."""


@pytest.mark.parametrize(("name", "rule", "words", "ids"), CONTRADICTIONS)
def test_a_review_finds_the_contradiction(name, rule, words, ids):
    table = review(story(name), select=rule).table
    findings = table[table["outcome"] == "finding"]
    assert any(words in found for found in findings["found"]), list(findings["found"])
    assert findings["line"].notna().all()


@pytest.mark.parametrize("ids", sorted({ids for *_, ids in CONTRADICTIONS}))
def test_the_audit_does_not_let_it_stand_either(ids):
    verdicts = claims().set_index("claim_id")["verdict"]
    assert set(verdicts[ids.split()]) <= {"inconsistent", "missing assumption"}


@pytest.mark.parametrize(
    ("name", "rule", "other", "words"),
    [
        ("community-plan", "PRC06", "creator", "5 tiers"),  # D23
        ("ninety-day-plan", "COM10", "community", "paid from month 1"),  # D20
    ],
)
def test_where_seeds_disagree_the_profile_decides(name, rule, other, words):
    assert review(story(name), select=rule).table["outcome"].item() == "ok"
    assert words in review(story(name), profile=other, select=rule).table["found"].item()


def test_prices_that_add_up_are_ok():
    table = review(story("marketing-suite"), select="bundle").table
    assert {"BND01", "BND02", "BND07"} <= set(table.loc[table["outcome"] == "ok", "rule"])


@pytest.mark.parametrize("name", stories())
def test_a_story_says_where_its_figures_stand(name):
    head = (data.path("quillwork.yaml").parent / "stories" / f"{name}.yaml").read_text(encoding="utf-8")
    comment = " ".join(line.lstrip("# ") for line in head.split("\nname:")[0].splitlines())
    assert re.match(r"Written down from the [\w-]+ (guide|article)[,:].*lines? \d", comment)


@pytest.mark.parametrize("name", stories())
def test_an_editor_finds_no_fault_with_a_story_and_it_keeps_its_bytes(name):
    file = data.path("quillwork.yaml").parent / "stories" / f"{name}.yaml"
    assert story(name).to_yaml().encode() == file.read_bytes()


def test_all_five_sources_have_a_story():
    folder = data.path("quillwork.yaml").parent / "stories"
    heads = "".join(file.read_text(encoding="utf-8")[:60] for file in folder.glob("*.yaml"))
    titles = [source.name for source in sources()]
    assert len(titles) == 5 and all(title in heads for title in titles)


def test_a_story_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'ninety-day-plan'"):
        story("90-day-plan")
