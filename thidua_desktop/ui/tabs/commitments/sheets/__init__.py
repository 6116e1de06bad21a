"""Phiếu Excel: form sheets go out to the organisations, and their files come back."""
