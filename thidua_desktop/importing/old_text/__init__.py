"""Texts in the codes of before Unicode, and what tells that a text is in one."""
