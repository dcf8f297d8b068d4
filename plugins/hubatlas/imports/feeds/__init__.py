"""Feeds of other directories as proposals: Open Referral UK 3.0 and 1.0, HSDS tables, and our own open data."""
