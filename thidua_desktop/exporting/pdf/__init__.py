"""Documents as PDF, through typst."""

from .writer import FontMissing, render

__all__ = ["FontMissing", "render"]
