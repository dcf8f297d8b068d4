"""The feed in Open Referral UK 3.0, the standard by which councils in the United Kingdom share services."""

from __future__ import annotations

from hubatlas.exports.open_referral.feed import OPEN_REFERRAL

__all__ = ["OPEN_REFERRAL"]
