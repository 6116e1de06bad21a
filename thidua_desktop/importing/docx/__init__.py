"""Word files: opened safely, and their text as lines."""
