"""The diary for other programs: formats, each a pure function from a feed's events, and the schemas of our own."""
