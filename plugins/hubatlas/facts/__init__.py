"""What follows from the records: pure functions of a directory and a date, used alike by pages and exports.

Moments are wall-clock times of the United Kingdom, without a time zone, unless a function says otherwise.
"""
