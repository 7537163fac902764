"""Reads reports and keeps the diary of the events in them."""

__version__ = "0.1.0"
