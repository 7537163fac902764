"""The shape of every pack file: one module for each file, and the packs that gather them."""
