"""What a customer costs and when that is earned back: CAC, its payback, LTV to CAC."""

from ecotools.metrics.unit_economics.acquisition import cac, cac_payback, ltv_to_cac

__all__ = ["cac", "cac_payback", "ltv_to_cac"]
