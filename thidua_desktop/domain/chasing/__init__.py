"""What organisations owe in a year, by when, and when they were last reached about it."""
