"""What a report claims: who says what of which event, how surely, in which words."""
