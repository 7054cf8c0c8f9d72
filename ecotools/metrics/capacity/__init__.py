"""Hours that cannot be sold twice: how many clients they last for, who waits, and what is promised to them.

Hours: `hours_used`, `most_clients`, `client_mixes`, `per_hour`, `coaching_month`. Waiting: `waiting_line` (by
formula), `simulate_waiting_list`, `waiting_by_week`. Groups: `completion_by_size`, `group_against_single`,
`break_even_size`, `shared_slots`. Whom to take: `application_form`, `rate_form`, `price_as_filter`,
`simulate_applicants`. Promises: `guarantee`, `guarantee_test`, `RefundPolicy`, `refund_due`,
`refund_policies`, `refunds_owed`. What a payment plan brings month by month is `pricing.payment_plan_cash`,
and refunds by the month of the purchase are `revenue.refund_cohorts`.

>>> from ecotools.metrics import capacity
>>> capacity.most_clients(hours=12, hours_each=2)
6.0
"""

from ecotools.metrics.capacity.applications import application_form, rate_form
from ecotools.metrics.capacity.groups import break_even_size, completion_by_size, group_against_single
from ecotools.metrics.capacity.guarantees import guarantee, guarantee_test
from ecotools.metrics.capacity.hours import hours_used, most_clients
from ecotools.metrics.capacity.mixes import client_mixes, per_hour
from ecotools.metrics.capacity.months import coaching_month
from ecotools.metrics.capacity.price_filter import price_as_filter, simulate_applicants
from ecotools.metrics.capacity.refund_liability import refunds_owed
from ecotools.metrics.capacity.refunds import RefundPolicy, refund_due, refund_policies
from ecotools.metrics.capacity.slots import shared_slots
from ecotools.metrics.capacity.waiting_line import waiting_line
from ecotools.metrics.capacity.weeks import simulate_waiting_list, waiting_by_week

__all__ = [
    "RefundPolicy",
    "application_form",
    "break_even_size",
    "client_mixes",
    "coaching_month",
    "completion_by_size",
    "group_against_single",
    "guarantee",
    "guarantee_test",
    "hours_used",
    "most_clients",
    "per_hour",
    "price_as_filter",
    "rate_form",
    "refund_due",
    "refund_policies",
    "refunds_owed",
    "shared_slots",
    "simulate_applicants",
    "simulate_waiting_list",
    "waiting_by_week",
    "waiting_line",
]
__dir__ = __all__.copy
