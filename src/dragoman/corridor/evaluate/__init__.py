"""How well reports are read: gold sets, which part of a reading answers which part of the gold, and the figures."""
