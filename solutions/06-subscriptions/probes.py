"""Answers to task 6 of module 06, whose check goes by rule."""

from ecotools.grading.authoring.probes import right, wrong

ANSWER = '''
my_plan = "room"
my_assumptions = "churn: {room: {alpha: 0.8, beta: 7}}"
my_policies = "refund: {policy: Nothing is paid back after the first hour, days: 0, kind: none, cancel_anytime: true}"
my_calendar = """
releases:
  - {date: 2026-05-02, what: Bread without kneading}
  - {date: 2026-06-01, what: Rye}
  - {date: 2026-09-30, what: What to do with old bread}
"""
'''


def edited(old, new):
    """Return the answer with one change."""
    assert ANSWER.count(old) == 1, old
    return ANSWER.replace(old, new)


PROBES = [
    right("06-q6", "another business", ANSWER),
    right(
        "06-q6",
        "sections with their names",
        edited('"churn: {room', '"assumptions:\\n  churn: {room').replace(
            '"refund: {', '"policies:\\n  refund: {'
        ),
    ),
    right("06-q6", "paid back in part", edited("days: 0, kind: none", "days: 30, kind: partial")),
    right(
        "06-q6",
        "two plans",
        edited(
            '{room: {alpha: 0.8, beta: 7}}"', '{room: {alpha: 0.8, beta: 7}}\\nsubscribe_window_days: 14"'
        ),
    ),
    wrong("06-q6", "no text", edited('my_plan = "room"', "my_plan = 5"), message="my_plan should be text"),
    wrong(
        "06-q6",
        "churn of another plan",
        edited('my_plan = "room"', 'my_plan = "club"'),
        message="room",
    ),
    wrong(
        "06-q6",
        "a churn in percent",
        edited("{alpha: 0.8, beta: 7}", "5"),
        message="room",
    ),
    wrong(
        "06-q6", "nearly all leave", edited("beta: 7", "beta: 0.2"), message="more than half leave at once"
    ),
    wrong(
        "06-q6",
        "no churn",
        edited("churn: {room: {alpha: 0.8, beta: 7}}", "payment_failure_rate: 0.02"),
        message="give alpha and beta for 'room'",
    ),
    wrong(
        "06-q6",
        "no refund",
        edited(
            "refund: {policy: Nothing is paid back after the first hour, days: 0, "
            "kind: none, cancel_anytime: true}",
            "privacy: {policy: We keep nothing}",
        ),
        message="nothing under refund",
    ),
    wrong("06-q6", "no days", edited("days: 0, ", ""), message="does not say its days"),
    wrong(
        "06-q6",
        "no word on cancelling",
        edited(", cancel_anytime: true", ""),
        message="does not say its cancel",
    ),
    wrong("06-q6", "days for nothing", edited("days: 0", "days: 14"), message="nothing is paid back"),
    wrong(
        "06-q6",
        "a policy of one word",
        edited("Nothing is paid back after the first hour", "Never"),
        message="at least five words",
    ),
    wrong(
        "06-q6",
        "the policy of the example",
        edited(
            "Nothing is paid back after the first hour, days: 0, kind: none",
            "The month that has begun is paid back within a week, days: 7, kind: full",
        ),
        message="that of the example",
    ),
    wrong(
        "06-q6",
        "two releases",
        edited("  - {date: 2026-06-01, what: Rye}\n", ""),
        message="at least three releases; there are 2",
    ),
    wrong("06-q6", "a placeholder", edited("what: Rye", "what: todo"), message="does not say what it is"),
    wrong(
        "06-q6",
        "two alike",
        edited("what: Rye", "what: bread without kneading"),
        message="releases are the same",
    ),
    wrong("06-q6", "all in two months", edited("2026-06-01", "2026-05-20"), message="three different months"),
    wrong("06-q6", "a day that is none", edited("2026-06-01", "2026-06-31"), message="date"),
]
