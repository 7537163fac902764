"""The diary for other programs: formats, and the schemas of our own."""
