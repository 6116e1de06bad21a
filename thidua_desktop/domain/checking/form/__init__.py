"""Remarks on the form: head, signature, what is cited, what is missing."""
