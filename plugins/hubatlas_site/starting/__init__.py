"""New records and new networks, from a few questions."""
