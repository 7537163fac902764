"""When something is: EDTF as said, sets of days, and what two dates have in common."""
