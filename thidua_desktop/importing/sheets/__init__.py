"""Returned form sheets: spreadsheets, and forms filled in with Word."""
