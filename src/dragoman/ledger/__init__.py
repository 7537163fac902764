"""The store of reports, readings and judgements: appended, never changed; the present is derived from it."""
