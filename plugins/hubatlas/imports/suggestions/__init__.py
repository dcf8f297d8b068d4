"""Suggestions from the form on the site: read from a letter or an issue, judged, and made a change of a record."""
