"""Documents as .docx."""

from .writer import render

__all__ = ["render"]
