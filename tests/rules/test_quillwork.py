"""Quillwork, reviewed: nothing is found in its final form, and in each draft what its module is about."""

import pytest

from ecotools.data import quillwork, versions
from ecotools.rules import review
from ecotools.simulate import simulate

DOES_NOT_APPLY = {
    "LAD22": "coaching one to one has no group",
    "SUB03": "coaching is a package with an end, and loses nobody by the month",
    "LCH09": "no integrations",
    "LCH10": "the plan launches a tier, no community",
    "INT01": "no integrations",
    "INT02": "no integrations",
    "INT03": "no integrations",
    "INT05": "no integrations",
    "INT06": "no apps of others",
    "INT07": "no integrations",
    "INT08": "no partner connects by an API",
    "MKT01": "no marketplace",
    "MKT02": "no marketplace",
    "ECO01": "one business with two friends, no ecosystem of many",
    "ECO02": "one business with two friends, no ecosystem of many",
    "ECO05": "one business with two friends, no ecosystem of many",
    "MET13": "no ledger of what happened",
    "SAS01": "no software",
    "SAS02": "no software",
    "SAS03": "no software",
}
"""Rules that have nothing to look at in such a business, and why."""

FAULTS = {
    "first-draft": ["JRN01", "JRN02", "JRN03", "JRN05", "JRN06", "JRN09", "JRN10", "JRN11", "BND01"],
    "pricing-draft": [
        "LAD02", "LAD09", "LAD10", "LAD14", "LAD15", "LAD17", "PRC02", "PRC06", "PRC08", "PRC10",
    ],
    "bundle-draft": ["BND01", "BND02", "BND03", "BND04", "BND06", "BND07"],
    "membership-draft": [
        "SUB01", "SUB02", "SUB06", "SUB07", "SUB08", "SUB10", "SUB11", "SUB12", "AUT01", "PRJ02",
    ],
    "community-draft": [
        "COM01", "COM02", "COM03", "COM04", "COM07", "COM09", "COM10", "COM11", "COM12", "COM18", "COM19",
        "COM20", "COM21", "COM22",
    ],
    "coaching-draft": [
        "LAD12", "LAD14", "LAD18", "LAD19", "LAD23", "PRC11", "REF01", "REF03",
    ],
    "automation-draft": [
        "AUT01", "AUT03", "AUT05", "AUT06", "AUT07", "AUT08", "AUT09", "AUT11", "FUN07", "SUB06",
    ],
    "mails-draft": ["AUT06", "AUT09"],
    "dashboard-draft": ["MET01", "MET02", "MET03", "MET04", "MET06", "MET11", "MET12"],
    "growth-draft": [
        "LVR01", "LVR02", "LVR03", "LVR04", "LVR05", "LVR07", "MAP01", "MAP02", "MAP03", "MAP05", "MET05",
        "MET07", "MET08", "MET09", "LCH08",
    ],
    "launch-draft": [
        "LAD04", "LCH01", "LCH02", "LCH03", "LCH04", "LCH05", "LCH06", "LCH07", "PRJ01", "PRJ02", "PRJ03",
        "SUB11", "ECO03",
    ],
}  # fmt: skip
"""Draft -> rules that find its faults."""


def found(blueprint) -> set[str]:
    table = review(blueprint).table
    return set(table.loc[table["outcome"] == "finding", "rule"])


def test_nothing_is_found_in_the_final_form():
    table = review(quillwork()).table
    findings = table[table["outcome"] == "finding"]
    assert findings[["rule", "where", "found"]].to_dict("records") == []


def test_what_is_not_checked_in_the_final_form_does_not_apply_to_such_a_business():
    table = review(quillwork()).table
    unseen = table["outcome"].isin(["not checked", "does not apply"])
    assert set(table.loc[unseen, "rule"]) == set(DOES_NOT_APPLY)
    believed = set(table.loc[table["outcome"] == "does not apply", "rule"])
    assert believed == {
        id for id, why in DOES_NOT_APPLY.items() if why.startswith(("no integ", "no apps", "no soft"))
    }


@pytest.mark.parametrize("seed", [0, 2026])
def test_a_ledger_of_its_second_year_shows_no_error(seed):
    found = review(quillwork(), simulate(quillwork(), 24, seed=seed)).errors
    assert [(one.rule, one.found) for one in found] == []


def test_a_limit_of_its_own_is_set_only_where_the_usual_one_would_find_something():
    own = quillwork()
    own.thresholds = None
    usual = found(own)
    assert set(quillwork().thresholds) == usual


@pytest.mark.parametrize("version", FAULTS)
def test_a_draft_has_the_faults_that_its_module_asks_for(version):
    assert set(FAULTS[version]) - found(quillwork(version)) == set()


def test_every_draft_is_looked_at():
    assert {"final", *FAULTS} == set(versions())


def test_what_the_drafts_have_wrong_is_right_in_the_final_form():
    ok = review(quillwork()).table
    ok = set(ok.loc[ok["outcome"] == "ok", "rule"])
    assert set().union(*FAULTS.values()) <= ok
