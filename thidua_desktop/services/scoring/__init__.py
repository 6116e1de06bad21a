"""Scoring of a year: sets of criteria, what organisations get by them, and their places."""
