"""Each file takes the tables from one version to the next."""
