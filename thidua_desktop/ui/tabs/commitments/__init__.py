"""The commitments tab."""
