"""Eligibility, quota, authority, bonus, deadlines: pure, fed with rule data."""
