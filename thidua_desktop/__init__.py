"""Thi đua Xã: the emulation-and-commendation desk of a Vietnamese commune."""

__version__ = "0.4.0"
