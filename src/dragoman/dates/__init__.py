"""Dates: found as spans, resolved to days, and solved where the publication day is not known."""
