"""Tables as .xlsx."""

from .writer import render

__all__ = ["render"]
