"""The nouns: frozen, slotted, without I/O; they import nothing of ours but one another."""
