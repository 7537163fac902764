"""Actors and places in a report: found in its words, and resolved to who or where they are."""
