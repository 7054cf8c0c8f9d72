"""The audited claims: all of them recompute, and each verdict is what its arithmetic says."""

import subprocess
import sys

import pytest

from ecotools import claims
from ecotools.claims.table import VERDICTS
from ecotools.sources.table import sources

TABLE = claims.claims()
IDS = TABLE["claim_id"].tolist()
ROWS = {row.claim_id: row for row in TABLE.itertuples()}
# What these four say cannot be put as a comparison of numbers: the size of a team, a rhythm, a direction.
NOT_ARITHMETIC = {"B48", "B70", "E09", "E11"}


def test_the_table_has_every_claim_once_and_says_where_it_stands():
    assert len(IDS) == len(set(IDS)) == 137
    assert set(TABLE["verdict"]) == set(VERDICTS)
    assert (TABLE[["seed", "lines", "section", "quoted", "verdict", "note"]] != "").all(axis=None)


@pytest.mark.parametrize("claim_id", IDS)
def test_the_recomputed_value_is_what_its_expression_gives(claim_id):
    row, result = ROWS[claim_id], claims.recompute(claim_id)
    assert row.recomputed == ("" if result.value is None else repr(result.value))
    assert bool(row.expression) == bool(row.recomputed) == (not result.reason)


@pytest.mark.parametrize("claim_id", IDS)
def test_the_verdict_is_what_the_comparison_of_the_figures_says(claim_id):
    result = claims.recompute(claim_id)
    expected = {"consistent": True, "inconsistent": False}.get(result.verdict)
    assert result.agrees is (None if claim_id in NOT_ARITHMETIC else expected)


@pytest.mark.parametrize("claim_id", IDS)
def test_a_claim_without_an_expression_says_so(claim_id):
    result = claims.recompute(claim_id)
    if not result.expression:
        assert result.value is None
        assert "nothing to compute" in repr(result) and result.reason in result._repr_html_()


def test_claims_are_chosen_by_verdict_and_by_seed():
    assert set(claims.claims(verdict="not derivable")["verdict"]) == {"not derivable"}
    assert claims.claims(seed="004")["claim_id"].tolist() == [f"F{n:02}" for n in range(1, 12)]
    assert claims.claims(verdict="inconsistent", seed="004")["claim_id"].tolist() == ["F07"]
    with pytest.raises(ValueError, match="Did you mean 'inconsistent'"):
        claims.claims(verdict="inconsistant")
    with pytest.raises(ValueError, match="seed must be one of '000'"):
        claims.claims(seed="005")


def test_changing_a_table_does_not_change_the_next():
    mine = claims.claims()
    mine["verdict"] = "true"
    assert set(claims.claims()["verdict"]) == set(VERDICTS)


@pytest.mark.parametrize(("given", "meant"), [("b04", "B04"), ("B4", "B04"), (" B40 ", "B40"), ("B99", "B")])
def test_an_unknown_id_is_answered_with_the_nearest(given, meant):
    for ask in (claims.recompute, claims.quote):
        with pytest.raises(ValueError, match=f"A01 to A20.*Did you mean '{meant}"):
            ask(given)


@pytest.mark.parametrize("given", [4, None, ["B04"]])
def test_an_id_is_text(given):
    with pytest.raises(TypeError, match="a claim is asked for by its id, such as 'B04'"):
        claims.recompute(given)


def test_a_recomputed_claim_shows_quote_value_verdict_and_note():
    result = claims.recompute("B35")
    assert result.value[1] == 8037.9
    for text in (repr(result), result._repr_html_()):
        for part in ("B35", "inconsistent", "$7,842", "8037.9", "17.56 months"):
            assert part in text


def test_readers_meet_the_documents_by_their_names():
    names = {source.id: source.name for source in sources()}
    for claim_id in IDS:
        told = repr(claims.recompute(claim_id))
        assert f"({names[ROWS[claim_id].seed]}, section" in told
        assert "seed" not in told.lower() + repr(claims.quote(claim_id)).lower()


def test_a_quote_gives_nothing_of_the_audit_away():
    names = {source.id: source.name for source in sources()}
    for claim_id in IDS:
        shown, row = repr(claims.quote(claim_id)), ROWS[claim_id]
        assert row.quoted in shown and names[row.seed] in shown and row.section in shown
        assert row.note not in shown and "econsider" not in shown and "Recomputed" not in shown


@pytest.mark.parametrize("show", [claims.quote, claims.recompute])
def test_html_escapes_its_text_and_keeps_dollars_from_becoming_a_formula(show):
    shown = show("B43")._repr_html_()
    assert "&lt; 5%" in shown
    assert "mathjax_ignore" in shown


def test_importing_ecotools_reads_no_claims():
    code = "import sys, ecotools; sys.exit('ecotools.claims' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
