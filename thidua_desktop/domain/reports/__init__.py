"""The year summed up: its first page, its report, what was given."""
