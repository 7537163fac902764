"""What rooms share: looking at a dependency tree, matching pack words in it, and spans."""
