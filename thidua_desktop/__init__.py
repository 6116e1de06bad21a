"""Thi đua Xã: the emulation-and-commendation desk of a Vietnamese commune."""
