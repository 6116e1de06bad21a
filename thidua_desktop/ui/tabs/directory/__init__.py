"""The directory tab."""
