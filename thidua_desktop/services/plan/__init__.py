"""The yearly plan: stored, edited, checked, printed; its organisations adopted into the directory."""
