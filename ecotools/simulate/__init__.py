"""Make a ledger out of a blueprint: seeded, vectorised, with the true parameters beside the data.

>>> from ecotools.simulate import FailedPaymentRun, simulate
>>> FailedPaymentRun(month=4, share=0.3).kind
'failed_payment_run'
"""

from ecotools.simulate.incidents import (
    BrokenOnboarding,
    FailedPaymentRun,
    GhostTown,
    NoNewContent,
    Oversold,
    PriceChange,
    ToxicMonth,
)
from ecotools.simulate.platform import FeatureTest, PartnerProgramme, Trading, UserAssets
from ecotools.simulate.referral_terms import Referral
from ecotools.simulate.run import simulate
from ecotools.simulate.spending import Spending

__all__ = [
    "BrokenOnboarding",
    "FailedPaymentRun",
    "FeatureTest",
    "GhostTown",
    "NoNewContent",
    "Oversold",
    "PartnerProgramme",
    "PriceChange",
    "Referral",
    "Spending",
    "ToxicMonth",
    "Trading",
    "UserAssets",
    "simulate",
]
__dir__ = __all__.copy
