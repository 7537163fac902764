"""Joins the rooms: reading one report, adding many, settling what they tell together, and asking for it."""
