"""Events: which mentions are one, what they are called, where they stand, and how they read elsewhere."""
