"""Printing several papers of the year in one job: which, of whom, filled or blank."""
