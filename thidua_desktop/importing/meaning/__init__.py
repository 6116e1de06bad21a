"""What the text of a plan says: bases, theme, targets, movements, commitments, phases, tasks."""
