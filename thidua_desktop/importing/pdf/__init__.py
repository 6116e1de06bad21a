"""A PDF with a text layer: its pages as lines."""
