"""Content of users, data and the marketplace: what counts as said, and several findings at once."""

import pytest

from ecotools.rules import rule

from ..examples import outcome


def came(id, example):
    """Return the texts that a rule finds and what it lacks."""
    found = outcome(rule(id), example)
    return [one.found for one in found.findings], found.missing


def event(fields):
    return f"platform: {{event_log: [{{name: done, fields: {fields}}}]}}"


@pytest.mark.parametrize("fields", ["[source, user_id, outcome]", "[Source, User ID, outcome, more]"])
def test_an_event_is_complete_however_its_fields_are_written(fields):
    assert came("DAT01", event(fields)) == ([], ())


def test_an_event_with_no_fields_lacks_all_three():
    assert came("DAT01", event("[]"))[0] == ["done is logged without source, user_id or outcome"]


def test_an_event_that_says_nothing_of_its_fields_is_not_checked():
    assert came("DAT01", "platform: {event_log: [{name: done}]}") == (
        [],
        ("platform.event_log[done].fields",),
    )


def flow(**said):
    words = {"legal_basis": "consent", "regimes": "[gdpr]", "promised_anonymous": "false", **said}
    inside = ", ".join(f"{key}: {value}" for key, value in words.items() if value)
    return f"platform: {{data_flows: [{{id: study, {inside}}}]}}"


def test_data_that_nobody_was_promised_anything_about_need_not_be_anonymous():
    assert came("DAT02", flow()) == ([], ())


def test_each_fault_of_a_transfer_is_told():
    bad = flow(legal_basis="none", regimes="[]", promised_anonymous="true", anonymised="false")
    assert came("DAT02", bad)[0] == [
        "study has no legal basis",
        "study was checked against no law",
        "study was promised to be anonymous, and is not",
    ]


def test_a_fault_is_told_although_other_fields_are_not():
    assert came("DAT02", flow(legal_basis="none", regimes=None, promised_anonymous=None)) == (
        ["study has no legal basis"],
        ("platform.data_flows[study].regimes", "platform.data_flows[study].promised_anonymous"),
    )


@pytest.mark.parametrize("lacking", ["legal_basis", "regimes", "promised_anonymous"])
def test_a_transfer_is_not_checked_while_a_field_is_not_said(lacking):
    assert came("DAT02", flow(**{lacking: None})) == ([], (f"platform.data_flows[study].{lacking}",))


@pytest.mark.parametrize(("share", "fine"), [(0, True), (0.15, True), (0.3, True), (0.301, False)])
def test_the_platform_may_keep_thirty_in_a_hundred(share, fine):
    assert (came("MKT01", f"platform: {{marketplace: {{platform_share: {share}}}}}")[0] == []) is fine


def test_portal_and_review_are_one_finding_when_both_are_denied():
    texts, _ = came("MKT02", "platform: {marketplace: {portal: false, review: false}}")
    assert texts == ["there is no portal and no review"]


@pytest.mark.parametrize(("said", "texts"), [("portal: true", []), ("portal: false", ["there is no portal"])])
def test_a_review_that_is_not_said_is_not_taken_for_there(said, texts):
    assert came("MKT02", f"platform: {{marketplace: {{{said}}}}}") == (
        texts,
        ("platform.marketplace.review",),
    )


@pytest.mark.parametrize("id", ["UGC01", "UGC02"])
def test_content_of_users_that_says_nothing_is_not_checked(id):
    texts, missing = came(id, "platform: {user_content: {}}")
    assert texts == [] and len(missing) == 1
