"""Remarks on the words: spelling, spaces, names, abbreviations, sentences."""
