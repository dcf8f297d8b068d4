"""Spreadsheets and CSV files as proposals, and records as spreadsheets."""
