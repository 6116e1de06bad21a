"""What organisations register and commit to in a year, on which papers, and what came of it."""
