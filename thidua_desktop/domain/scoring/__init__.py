"""Scoring what organisations did: criteria, points, places within a block."""
