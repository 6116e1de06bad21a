"""The plans tab."""
