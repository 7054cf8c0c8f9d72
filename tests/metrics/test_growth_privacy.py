"""Shared data and breached partners."""

import numpy as np
import pandas as pd
import pytest

from ecotools.metrics.growth import (
    anonymity_groups,
    breach_reach,
    breaches,
    k_anonymity,
    partner_funnel,
    share_safely,
)

PUBLISHED = pd.DataFrame(
    [
        *[("Black", 1965, "m", "0214*", "short breath"), ("Black", 1965, "m", "0214*", "chest pain")],
        *[("Black", 1965, "f", "0213*", "hypertension"), ("Black", 1965, "f", "0213*", "hypertension")],
        *[("Black", 1964, "f", "0213*", "obesity"), ("Black", 1964, "f", "0213*", "chest pain")],
        *[("White", 1964, "m", "0213*", "chest pain"), ("White", 1964, "m", "0213*", "obesity")],
        ("White", 1964, "m", "0213*", "short breath"),
        *[("White", 1967, "m", "0213*", "chest pain"), ("White", 1967, "m", "0213*", "chest pain")],
    ],
    columns=["race", "birth", "gender", "zip", "problem"],
)
"""L. Sweeney (2002), k-Anonymity, figure 2: a table with k = 2."""

KNOWN = ["race", "birth", "gender", "zip"]


def test_the_published_table_has_a_k_of_two():
    assert k_anonymity(PUBLISHED, KNOWN) == 2
    groups = anonymity_groups(PUBLISHED, KNOWN, sensitive="problem")
    assert groups["size"].tolist() == [2, 2, 2, 2, 3]


def test_two_of_its_groups_give_the_illness_away_all_the_same():
    groups = anonymity_groups(PUBLISHED, KNOWN, sensitive="problem")
    given_away = groups[groups["values"] == 1]
    assert sorted(given_away["birth"]) == [1965, 1967]


def test_who_knows_more_finds_more():
    sizes = [k_anonymity(PUBLISHED, KNOWN[:many]) for many in (1, 2, 3, 4)]
    assert sizes == sorted(sizes, reverse=True)
    assert k_anonymity(PUBLISHED, [*KNOWN, "problem"]) == 1


def test_after_leaving_out_small_groups_the_rest_is_anonymous():
    safe = share_safely(PUBLISHED, KNOWN, k=3)
    assert k_anonymity(safe, KNOWN) == 3 and safe.attrs["left_out"] == 8
    assert safe.index.tolist() == [6, 7, 8]
    assert share_safely(PUBLISHED, KNOWN, k=2).equals(PUBLISHED)
    assert np.isnan(k_anonymity(share_safely(PUBLISHED, KNOWN, k=9), KNOWN))


def test_a_missing_value_is_a_value_like_any_other():
    table = pd.DataFrame({"age": [30, None, None], "trade": ["a", "a", None]})
    assert k_anonymity(table, "age") == 1 and k_anonymity(table.tail(2), "age") == 2
    assert k_anonymity(table, ["age", "trade"]) == 1


def test_what_cannot_be_checked_is_refused():
    with pytest.raises(ValueError, match="known must name one or more columns"):
        k_anonymity(PUBLISHED, [])
    with pytest.raises(ValueError, match="must not be one of known"):
        anonymity_groups(PUBLISHED, KNOWN, sensitive="zip")
    with pytest.raises(ValueError, match="needs the column 'zipcode'"):
        k_anonymity(PUBLISHED, "zipcode")


NODES = pd.DataFrame({"id": ["drafts", "faults", "report", "mails", "page"]})
FLOWS = pd.DataFrame(
    {
        "from": ["drafts", "faults", "report", "page"],
        "to": ["faults", "report", "mails", "drafts"],
        "type": ["data", "data", "data", "user"],
    }
)
SCOPES = pd.DataFrame(
    {
        "partner": ["calendar", "calendar", "mailer", "wide"],
        "node": ["report", "report", "faults", "*"],
        "may": ["read", "write", "read", "read"],
    }
)


def test_who_reads_a_node_reads_what_flows_into_it_and_who_writes_feeds_what_follows():
    found = breach_reach(NODES, FLOWS, SCOPES, "calendar").set_index("id")
    assert found["reads"].to_dict() == {"report": "scope", "faults": "flows", "drafts": "flows", "mails": ""}
    assert found["writes"].to_dict() == {"report": "scope", "faults": "", "drafts": "", "mails": "flows"}
    assert found["steps"].to_dict() == {"report": 0, "faults": 1, "mails": 1, "drafts": 2}
    assert found.attrs["share"] == 0.8


def test_other_flows_count_only_when_they_are_asked_for():
    assert "page" in breach_reach(NODES, FLOWS, SCOPES, "calendar", types=None)["id"].tolist()
    assert "page" in breach_reach(NODES, FLOWS, SCOPES, "calendar", types=["data", "user"])["id"].tolist()


def test_a_scope_without_bounds_reaches_everything_and_none_nothing():
    table = breaches(NODES, FLOWS, SCOPES).set_index("partner")
    assert table.loc["wide"].tolist() == [5, 5, 0, 1.0]
    assert table.loc["mailer"].tolist() == [1, 2, 0, 0.4]
    assert breach_reach(NODES, FLOWS, SCOPES, "nobody").empty


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"node": "reprot"}, "Did you mean 'report'"),
        ({"may": "delete"}, "must be one of 'read', 'write'"),
        ({"partner": ""}, r"scopes\['partner'\] must hold names"),
    ],
)
def test_scopes_that_make_no_sense_are_refused(change, said):
    with pytest.raises(ValueError, match=said):
        breaches(NODES, FLOWS, SCOPES.assign(**change))


def events(*rows):
    table = pd.DataFrame(rows, columns=["partner", "day", "step"])
    return table.assign(day=pd.to_datetime(table["day"]))


def test_partners_are_counted_at_a_step_only_with_all_before():
    found = partner_funnel(
        events(
            ("a", "2025-01-01", "signed_up"),
            ("a", "2025-01-11", "sandbox"),
            ("a", "2025-01-31", "first_call"),
            ("a", "2025-02-20", "live"),
            ("b", "2025-01-05", "signed_up"),
            ("b", "2025-01-09", "call"),  # without a sandbox
            ("c", "2025-02-15", "signed_up"),
            ("d", "2025-02-15", "live"),  # nobody knows when it signed up
        )
    ).set_index("step")
    assert found["partners"].tolist() == [3, 1, 1, 1] and found["lost"].tolist() == [0, 2, 0, 0]
    assert found["days"].tolist() == [0, 10, 30, 50]


def test_a_window_leaves_out_partners_of_whom_nobody_knows_yet():
    table = events(
        ("a", "2025-01-01", "signed_up"),
        ("a", "2025-01-21", "sandbox"),
        ("b", "2025-01-20", "signed_up"),
        ("b", "2025-02-01", "sandbox"),
    )
    assert partner_funnel(table, window=14)["partners"].tolist() == [1, 0, 0, 0]
    assert partner_funnel(table)["partners"].tolist() == [2, 2, 0, 0]
    with pytest.raises(ValueError, match="Did you mean 'sandbox'"):
        partner_funnel(table.assign(step="sandbx"))
