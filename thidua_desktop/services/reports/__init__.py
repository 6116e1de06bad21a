"""The year summed up: its first page, its report and its statistics."""
