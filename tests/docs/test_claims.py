"""The page of the claims has every claim, and calls the documents by their names."""

from ecotools.claims import claims
from ecotools.docs.claims import page


def test_it_has_every_claim_once_with_its_verdict():
    rows = [line.split(" | ") for line in page().splitlines() if line.startswith("| ")]
    verdicts = {row[0].removeprefix("| "): row[5] for row in rows if len(row) >= 7}
    for claim in claims().itertuples():
        assert verdicts[claim.claim_id] == claim.verdict
    assert "seed" not in page().lower()
