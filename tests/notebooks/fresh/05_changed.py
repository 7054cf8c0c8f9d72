"""Answers that get another verdict than their author expected, and why the check is right."""

FEW = "a rise from 4% to 5.2% needs 9,550 people, and the answer has 9,000: its author had not worked it out"
CHANGED = {
    ("05-q7", "a writing school"): FEW,
    ("05-q7", "two parts only"): FEW,
}
