"""Documents as PDF, through typst."""

from .writer import FontError, render

__all__ = ["FontError", "render"]
