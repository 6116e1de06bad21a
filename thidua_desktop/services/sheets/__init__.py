"""Form sheets out to the organisations and back: gathered, reviewed, taken."""
