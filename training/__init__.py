"""Training of the Dutch parse: from a backbone and a treebank to the weights that the package ships."""
