"""Tables as .xlsx."""
