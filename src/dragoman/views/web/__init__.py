"""The diary in a browser: pages, the same answers as JSON, and reports added by hand."""
