"""Remarks on what is said: figures, days, phases, targets that contradict each other."""
